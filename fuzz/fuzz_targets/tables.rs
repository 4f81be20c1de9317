//! Fuzzes tables of CSV; see `detente_fuzz::tables`.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: detente_fuzz::tables::Input| input.run());
