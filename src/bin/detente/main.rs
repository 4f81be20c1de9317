//! The command line: checks, packs and draws datasets.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line talks to its terminal")]

mod command;
mod folder;

use std::io::Write as _;
use std::process::ExitCode;

use lexopt::prelude::*;

use command::{Ask, Stop};

const HELP: &str = "\
detente: who was friend and who was foe, year by year

  detente check FOLDER [--allow CODE]… [--json]     report everything that is wrong with the tables
  detente pack FOLDER --output FILE                 the part that is drawn, packed
  detente texts FOLDER --output FILE                the long texts, as the page fetches them
  detente render FOLDER --year Y --output FILE      the picture of a year as SVG
  detente timeline FOLDER --output FILE             the whole span as ribbons, as SVG
  detente describe FOLDER --year Y                  the picture of a year in words
  detente table FOLDER --year Y                     the picture of a year as an HTML table
  detente scene FOLDER --year Y                     the picture of a year, mark by mark

  detente story FOLDER                              the story as an article, in HTML
  detente stills FOLDER --output FOLDER             its pictures, light and dark
  detente claims FOLDER                             the claims and what the record shows, in HTML
  detente sources FOLDER [--html]                   checks every address; or all sources, in HTML

  --theme light|dark   --width PIXELS   --height PIXELS   for render, scene and timeline
  --focus ID                                              an actor whose ties stand out, or two: CHN-SUN
  --compare YEAR                                          a second year as a ghost under the first

FOLDER holds datapackage.json, actors.csv, ties.csv and further tables.
Exit code: 0 done, 1 the tables are wrong or a file cannot be read or written, 2 the command is off.
";

fn main() -> ExitCode {
    let done = ask().and_then(|asked| match asked {
        Some(ask) => command::run(&ask),
        None => Ok(HELP.to_owned()),
    });
    match done.and_then(|text| say(&text)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            let code = say(&stop.found).map_or_else(|unsaid| unsaid.code, |()| stop.code);
            if !stop.sentence.is_empty() {
                let _ = writeln!(std::io::stderr(), "{}", stop.sentence);
            }
            ExitCode::from(code)
        }
    }
}

/// Says it on standard output. Whoever closed the pipe has read enough; a full disk is another matter.
fn say(text: &str) -> Result<(), Stop> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Stop::new(format!("The answer cannot be written: {error}.")))
        }
        _ => Ok(()),
    }
}

/// The command and its options; `None` for help.
fn ask() -> Result<Option<Ask>, Stop> {
    let mut parser = lexopt::Parser::from_env();
    let mut ask = Ask::default();
    while let Some(argument) = parser.next().map_err(Stop::usage)? {
        match argument {
            Long("help") | Short('h') => return Ok(None),
            Long("json") => ask.json = true,
            Long("html") => ask.html = true,
            Long("allow") => ask.allow.push(text(&mut parser)?),
            Long("output") | Short('o') => ask.output = Some(text(&mut parser)?),
            Long("year") => ask.year = Some(number(&mut parser, "--year", "a year")?),
            Long("theme") => ask.theme = text(&mut parser)?,
            Long("width") => ask.width = number(&mut parser, "--width", "a number of pixels")?,
            Long("height") => ask.height = number(&mut parser, "--height", "a number of pixels")?,
            Long("focus") => ask.focus = Some(text(&mut parser)?),
            Long("compare") => ask.compare = Some(number(&mut parser, "--compare", "a year")?),
            Value(value) if ask.command.is_empty() => ask.command = value.string().map_err(Stop::usage)?,
            Value(value) if ask.folder.is_empty() => ask.folder = value.string().map_err(Stop::usage)?,
            other => return Err(Stop::usage(other.unexpected())),
        }
    }
    Ok(if ask.command.is_empty() || ask.command == "help" { None } else { Some(ask) })
}

/// The value of an option.
fn text(parser: &mut lexopt::Parser) -> Result<String, Stop> {
    parser.value().and_then(ValueExt::string).map_err(Stop::usage)
}

/// The value of an option that takes a number.
fn number<T: std::str::FromStr>(parser: &mut lexopt::Parser, option: &str, what: &str) -> Result<T, Stop> {
    let text = text(parser)?;
    text.parse().map_err(|_| Stop::usage(format!("`{option}` takes {what}, not `{text}`")))
}
