//! Fuzzes the whole way from bytes to a picture; see `detente_fuzz::bytes`.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: detente_fuzz::bytes::Input| input.run());
