//! The command line: checks, packs and draws datasets.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line talks to its terminal")]

mod cards;
mod command;
mod folder;
mod pictures;
mod progress;

use std::io::Write as _;
use std::process::ExitCode;

use lexopt::prelude::*;

use command::{Ask, Stop};

const HELP: &str = "\
detente: who was friend and who was foe, year by year

  detente check FOLDER [--allow CODE]… [--json]     report everything that is wrong with the tables
  detente pack FOLDER --output FILE                 the part that is drawn, packed
  detente texts FOLDER --output FILE                the long texts, as the page fetches them
  detente render FOLDER --year Y --output FILE      the picture of a year: PNG if FILE ends in .png, or else SVG
  detente render FOLDER --years LIST --output FOLDER    the pictures of many years, as 1972.svg
  detente cards FOLDER --output FOLDER [--base URL]     share/1972.html with its picture, for links to a year
  detente timeline FOLDER --output FILE             the whole span as timeline, as SVG
  detente describe FOLDER --year Y [--focus ID]     the picture of a year in words, as alternative text
  detente describe FOLDER --years LIST              the same for many years, one a line
  detente table FOLDER --year Y                     the picture of a year as an HTML table
  detente scene FOLDER --year Y                     the picture of a year, mark by mark

  detente story FOLDER                              the story as an article, in HTML
  detente stills FOLDER --output FOLDER             its pictures, light and dark
  detente claims FOLDER                             the claims and what the record shows, in HTML
  detente sources FOLDER [--html]                   checks every address; or all sources, in HTML

  --theme light|dark   --size WIDTHxHEIGHT   for render, scene and timeline; --width and --height give one alone
  --focus ID                                 an actor whose ties stand out, or two: CHN-SUN
  --compare YEAR                             a second year as a compared under the first
  --poster                                   render: with title, year, sentence and counts; 1200x675 unless given
  --years LIST   --all-years                 years and spans: 1950,1961,1972-1975; for render, describe and cards
  --format svg|png                           of the pictures of many years
  --base URL                                 cards: where the pages will stand, such as https://example.org/detente/;
                                             without it addresses are relative, which most networks do not follow

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
            Long("years") => ask.years = Some(text(&mut parser)?),
            Long("all-years") => ask.years = Some("all".to_owned()),
            Long("poster") => ask.poster = true,
            Long("format") => ask.format = Some(text(&mut parser)?),
            Long("base") => ask.base = Some(text(&mut parser)?),
            Long("theme") => ask.theme = Some(text(&mut parser)?),
            Long("size") => (ask.width, ask.height) = size(&mut parser)?,
            Long("width") => ask.width = Some(number(&mut parser, "--width", "a number of pixels")?),
            Long("height") => ask.height = Some(number(&mut parser, "--height", "a number of pixels")?),
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

/// Width and height in one: `1200x675`.
fn size(parser: &mut lexopt::Parser) -> Result<(Option<f64>, Option<f64>), Stop> {
    let text = text(parser)?;
    let both = text.split_once(['x', '×']).and_then(|(width, height)| {
        let pixels = |text: &str| text.parse::<u16>().ok().map(f64::from);
        pixels(width).zip(pixels(height))
    });
    match both {
        Some((width, height)) => Ok((Some(width), Some(height))),
        None => Err(Stop::usage(format!("`--size` takes WIDTHxHEIGHT such as 1200x675, not `{text}`"))),
    }
}
