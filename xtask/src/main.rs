//! `cargo xtask`: builds, serves, tests and measures the page.

use std::process::ExitCode;

use xtask::command;

fn main() -> ExitCode {
    let Err(error) = command::run(std::env::args_os()) else { return ExitCode::SUCCESS };
    if let Some(error) = error.downcast_ref::<clap::Error>() {
        // Help goes to stdout with code 0, wrong usage to stderr with code 2.
        error.exit();
    }
    // `{:#}` prints the whole chain of causes in one line.
    eprintln!("xtask: {error:#}");
    ExitCode::FAILURE
}
