//! The commands, one file each, and the parser that chooses among them.

use std::ffi::OsString;

use anyhow::Result;
use clap::{Parser, Subcommand};

mod bench;
mod browser;
mod dist;
mod fuzz;
mod install;
mod package;
mod serve;
mod shots;
mod soak;
mod test;

/// Builds, serves, tests and measures the page.
#[derive(Debug, Parser)]
#[command(name = "xtask", bin_name = "cargo xtask", arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Serve(serve::Args),
    Test(test::Args),
    Dist(dist::Args),
    Install(install::Args),
    Fuzz(fuzz::Args),
    /// Make the packages for npm and cargo, and check them
    ///
    /// Builds the page, makes the npm package `detente-view` of it in target/package/npm/ and has npm pack it. Has
    /// cargo pack the crate `detente` and build it from what was packed. Publishes nothing.
    Package,
    Bench(bench::Args),
    Soak(soak::Args),
    /// Take screenshots of the page
    ///
    /// Builds the page as for readers and takes screenshots in Chromium of 1951, 1972, 2001, 2018 and 2024, 1280 and
    /// 360 pixels wide, light and dark, of the whole height, into target/shots/.
    Shots,
}

/// Runs the command that the arguments name; the first argument is the name of the program.
///
/// # Errors
///
/// A [`clap::Error`] for arguments that cannot be parsed and for `--help`; else what the command failed with.
pub fn run(args: impl IntoIterator<Item = OsString>) -> Result<()> {
    match Cli::try_parse_from(args)?.command {
        Command::Serve(args) => serve::run(&args),
        Command::Test(args) => test::run(&args),
        Command::Dist(args) => dist::run(&args),
        Command::Install(args) => install::run(&args),
        Command::Fuzz(args) => fuzz::run(&args),
        Command::Package => package::run(),
        Command::Bench(args) => bench::run(&args),
        Command::Soak(args) => soak::run(&args),
        Command::Shots => shots::run(),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    /// The message and the exit code for arguments that no command runs with.
    fn refused(args: &[&str]) -> (String, i32) {
        let args = ["xtask"].iter().chain(args).map(OsString::from);
        let error = run(args).expect_err("refused");
        let error = error.downcast::<clap::Error>().expect("an error of the parser");
        (error.to_string(), error.exit_code())
    }

    #[test]
    fn the_commands_are_declared_without_contradiction() {
        Cli::command().debug_assert();
    }

    #[test]
    fn each_command_takes_only_its_own_options() {
        for (args, part) in [
            (&[][..], "Usage: cargo xtask <COMMAND>"),
            (&["sevre"], "a similar subcommand exists: 'serve'"),
            (&["serve", "--prot", "1"], "a similar argument exists: '--port'"),
            (&["serve", "--port", "high"], "invalid value 'high' for '--port <PORT>'"),
            (&["test", "--only", "nothing"], "possible values: fmt, clippy"),
            (&["test", "--port", "1"], "unexpected argument '--port'"),
            (&["dist", "here"], "unexpected argument 'here'"),
        ] {
            let (message, code) = refused(args);
            assert_eq!(code, 2, "{message}");
            assert!(message.contains(part), "{args:?}: {message}");
        }
    }

    #[test]
    fn help_is_no_error_and_has_examples() {
        for command in ["serve", "test", "dist", "install", "fuzz", "bench", "soak"] {
            let (help, code) = refused(&[command, "--help"]);
            assert_eq!(code, 0);
            assert!(help.contains("Examples:\n  cargo xtask"), "{help}");
        }
    }
}
