//! The commands, one file each, and how the first argument chooses among them.

use std::ffi::OsString;
use std::fmt;

use anyhow::Result;
use lexopt::{Arg, Parser};

use crate::house::House;
use crate::process::{cargo, run as run_program};

mod bench;
mod dist;
mod package;
mod serve;
mod shots;
mod test;

const HELP: &str = "\
cargo xtask COMMAND [OPTIONS]

Commands:
  serve   build the page, serve it on this machine, rebuild it on every change
  test    run every check, from formatting to the tests in a real browser
  dist    build the page for publishing, into dist/
  package make the packages for npm and cargo, and check them
  bench   weigh the page and measure a step of the slider in Chromium
  shots   photograph the page at five years, two sizes, light and dark

`cargo xtask COMMAND --help` tells the options of one.
";

/// The arguments were not understood; the process ends with code 2.
#[derive(Debug)]
pub struct Usage(String);

impl fmt::Display for Usage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Usage {}

/// Runs the command that the arguments name.
pub fn run(args: impl IntoIterator<Item = OsString>) -> Result<()> {
    let mut args = args.into_iter();
    let Some(name) = args.next() else {
        return Err(Usage(format!("which command?\n\n{}", HELP.trim_end())).into());
    };
    let parser = Parser::from_args(args);
    match name.to_string_lossy().as_ref() {
        "serve" => serve::run(parser),
        "test" => test::run(parser),
        "dist" => dist::run(parser),
        "package" => package::run(parser),
        "bench" => bench::run(parser),
        "shots" => shots::run(parser),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => Err(Usage(format!("there is no command `{other}`; `cargo xtask help` lists them.")).into()),
    }
}

/// Whether the argument asks for help; if so it has been given.
fn helped(argument: &Arg<'_>, help: &str) -> bool {
    let asked = matches!(argument, Arg::Long("help") | Arg::Short('h'));
    if asked {
        print!("{help}");
    }
    asked
}

/// The error for an argument that a command does not know.
fn unknown(command: &str, argument: Arg<'_>) -> anyhow::Error {
    let name = match argument {
        Arg::Long(name) => format!("--{name}"),
        Arg::Short(name) => format!("-{name}"),
        Arg::Value(value) => value.to_string_lossy().into_owned(),
    };
    Usage(format!("`{command}` has no argument `{name}`; `cargo xtask {command} --help` tells those it has.")).into()
}

/// The error for a value that is missing or cannot be read.
fn unreadable(error: &lexopt::Error) -> anyhow::Error {
    Usage(format!("{error}.")).into()
}

/// Refuses all arguments but `--help`. `false` when help was given and there is nothing left to do.
fn no_options(mut parser: Parser, command: &str, help: &str) -> Result<bool> {
    match parser.next().map_err(|error| unreadable(&error))? {
        None => Ok(true),
        Some(argument) if helped(&argument, help) => Ok(false),
        Some(argument) => Err(unknown(command, argument)),
    }
}

/// Runs a program of the browser tests, which finds the page where it was built for testing.
fn browser_program(house: &House, name: &str) -> Result<()> {
    let mut command = cargo(house.root());
    command.args(["run", "--quiet", "--package", "detente-browser", "--bin", name]);
    run_program(command.env("DETENTE_SITE", house.tested()).env("RUST_LIB_BACKTRACE", "0"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(args: &[&str]) -> String {
        let error = run(args.iter().map(OsString::from)).expect_err("refused");
        assert!(error.is::<Usage>(), "ends with code 2");
        error.to_string()
    }

    #[test]
    fn tells_what_it_does_not_understand() {
        assert!(sentence(&[]).starts_with("which command?"));
        assert_eq!(sentence(&["sevre"]), "there is no command `sevre`; `cargo xtask help` lists them.");
        assert_eq!(
            sentence(&["serve", "--prot", "1"]),
            "`serve` has no argument `--prot`; `cargo xtask serve --help` tells those it has."
        );
        assert!(sentence(&["serve", "--port", "high"]).contains("high"));
        assert!(sentence(&["test", "--only", "nothing"]).contains("fmt"));
        assert!(sentence(&["dist", "here"]).contains("`here`"));
    }
}
