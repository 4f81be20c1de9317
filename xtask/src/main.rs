//! `cargo xtask`: everything that is done with this repository beside `cargo test`.

use std::process::ExitCode;

use xtask::command::{self, Usage};

fn main() -> ExitCode {
    let Err(error) = command::run(std::env::args_os().skip(1)) else { return ExitCode::SUCCESS };
    // `{:#}` prints the whole chain of causes in one line.
    eprintln!("xtask: {error:#}");
    ExitCode::from(if error.is::<Usage>() { 2 } else { 1 })
}
