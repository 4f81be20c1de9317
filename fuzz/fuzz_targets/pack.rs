//! Fuzzes packs; see `detente_fuzz::pack`.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: detente_fuzz::pack::Input| input.run());
