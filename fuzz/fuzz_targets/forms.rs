//! Fuzzes the other forms of networks; see `detente_fuzz::forms`.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: detente_fuzz::forms::Input| input.run());
