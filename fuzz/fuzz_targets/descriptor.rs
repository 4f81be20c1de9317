//! Fuzzes descriptors; see `detente_fuzz::descriptor`.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: detente_fuzz::descriptor::Input| input.run());
