//! The command line: checks, packs and draws datasets.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line prints")]

mod args;
mod commands;
mod countries;
mod error;
mod files;
mod input;
mod progress;
mod resolve;
mod values;

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser as _;
use clap::error::ErrorKind;
use detente::data::visible;

use args::Cli;
use error::CliError;
use files::print;

fn main() -> ExitCode {
    let done = run().and_then(|text| print(text.as_bytes()));
    let Err(error) = done else { return ExitCode::SUCCESS };
    let exit_code = print(error.stdout.as_bytes()).map_or_else(|unprinted| unprinted.exit_code, |()| error.exit_code);
    if !error.message.is_empty() {
        // A message may name files of any name.
        let lines: Vec<String> = error.message.split('\n').map(visible).collect();
        // There is nowhere left to report that standard error is closed.
        let _ = writeln!(std::io::stderr(), "{}", lines.join("\n"));
    }
    ExitCode::from(exit_code)
}

/// Parses the arguments and runs the command; what it returns is for standard output.
fn run() -> Result<String, CliError> {
    match Cli::try_parse() {
        Ok(cli) => commands::run(&cli.command),
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Ok(error.to_string()),
            _ => {
                Err(CliError { message: error.to_string().trim_end().to_owned(), exit_code: 2, stdout: String::new() })
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_commands_are_declared_without_contradiction() {
        Cli::command().debug_assert();
    }
}
