//! One function for each command.

use core::fmt::{self, Write as _};
use std::collections::BTreeSet;
use std::io::Write as _;

use detente::data::{Columns, Dataset, ProblemKind};
use detente::layout::{EgoLayout, Focus};
use detente::moment::Moment;
use detente::render::{coverage, html_claims, html_sources, html_story, html_table, malformed, svg};
use detente::scene::{Palette, Theme, Timeline, Track, View, at_rest, background};
use detente::time::Playhead;
use detente::words::{description, full_title, picture_title, timeline_description};

use crate::cards;
use crate::folder::{open, write};
use crate::pictures;

/// What was asked for.
#[derive(Debug, Default)]
pub(crate) struct Ask {
    pub(crate) command: String,
    pub(crate) folder: String,
    pub(crate) output: Option<String>,
    pub(crate) year: Option<i16>,
    /// Years and spans of years, as `1950,1972-1975`; `all` for every year of the dataset.
    pub(crate) years: Option<String>,
    pub(crate) theme: Option<String>,
    pub(crate) width: Option<f64>,
    pub(crate) height: Option<f64>,
    pub(crate) poster: bool,
    pub(crate) format: Option<String>,
    /// The address under which pages will be published.
    pub(crate) base: Option<String>,
    pub(crate) focus: Option<String>,
    pub(crate) compare: Option<i16>,
    pub(crate) allow: Vec<String>,
    pub(crate) json: bool,
    pub(crate) html: bool,
}

/// Why it stops: a sentence and an exit code, and what it found on the way.
#[derive(Debug)]
pub(crate) struct Stop {
    pub(crate) sentence: String,
    pub(crate) code: u8,
    /// For standard output: the report of wrong tables is what was asked for.
    pub(crate) found: String,
}

impl Stop {
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), code: 1, found: String::new() }
    }

    pub(crate) fn usage(error: impl fmt::Display) -> Self {
        let sentence = format!("{error}. `detente help` shows what can be asked.");
        Self { sentence, code: 2, found: String::new() }
    }
}

/// Does what was asked; what it returns is for standard output.
pub(crate) fn run(ask: &Ask) -> Result<String, Stop> {
    let command = match ask.command.as_str() {
        "check" => check,
        "pack" => pack,
        "texts" => texts,
        "render" => pictures::render,
        "cards" => cards::cards,
        "describe" => pictures::describe,
        "table" => table,
        "scene" => scene,
        "timeline" => timeline,
        "story" => story,
        "stills" => stills,
        "claims" => claims,
        "sources" => sources,
        other => return Err(Stop::usage(format!("there is no command `{other}`"))),
    };
    if ask.folder.is_empty() {
        return Err(Stop::usage(format!("`detente {}` needs the folder of a dataset", ask.command)));
    }
    command(ask)
}

fn allowed(ask: &Ask) -> Result<Vec<ProblemKind>, Stop> {
    let kind = |code: &String| {
        let kind = ProblemKind::of_code(code).filter(|kind| kind.can_be_allowed());
        kind.ok_or_else(|| Stop::usage(format!("`{code}` is no problem that can be allowed")))
    };
    ask.allow.iter().map(kind).collect()
}

pub(crate) fn dataset(ask: &Ask) -> Result<Dataset, Stop> {
    match open(&ask.folder, &allowed(ask)?)? {
        Ok((dataset, report)) => {
            if !report.problems.is_empty() {
                // What was let through is said, and is in nobody's way.
                let _ = std::io::stderr().write_all(report.to_string().as_bytes());
            }
            Ok(dataset)
        }
        Err(report) => Err(Stop::new(report.to_string().trim_end())),
    }
}

fn check(ask: &Ask) -> Result<String, Stop> {
    let (report, passed) = match open(&ask.folder, &allowed(ask)?)? {
        Ok((_, report)) => (report, true),
        Err(report) => (report, false),
    };
    let text = if ask.json {
        serde_json::to_string_pretty(&report).map_err(|error| Stop::new(error.to_string()))? + "\n"
    } else {
        report.to_string()
    };
    if passed { Ok(text) } else { Err(Stop { found: text, ..Stop::new("") }) }
}

pub(crate) fn out(ask: &Ask, bytes: &[u8]) -> Result<String, Stop> {
    let Some(file) = &ask.output else {
        return Err(Stop::usage(format!("`detente {}` needs --output FILE", ask.command)));
    };
    write(file, bytes).map(|()| String::new())
}

fn pack(ask: &Ask) -> Result<String, Stop> {
    out(ask, &dataset(ask)?.pack())
}

fn texts(ask: &Ask) -> Result<String, Stop> {
    let dataset = dataset(ask)?;
    let columns = dataset.texts().map(Columns::of).unwrap_or_default();
    let json = serde_json::to_vec(&columns).map_err(|error| Stop::new(error.to_string()))?;
    out(ask, &json)
}

pub(crate) fn year(ask: &Ask, dataset: &Dataset) -> Result<i16, Stop> {
    year_of(dataset, ask.year.unwrap_or(dataset.info().last_year))
}

fn year_of(dataset: &Dataset, year: i16) -> Result<i16, Stop> {
    let info = dataset.info();
    if (info.first_year..=info.last_year).contains(&year) {
        return Ok(year);
    }
    Err(Stop::usage(format!("{year} is outside {} to {}", info.first_year, info.last_year)))
}

fn moment(ask: &Ask, dataset: &Dataset) -> Result<Moment, Stop> {
    Ok(Moment::at(dataset, Playhead::end_of(year(ask, dataset)?)))
}

/// Every year that was asked for, in order, each once.
pub(crate) fn years(ask: &Ask, dataset: &Dataset) -> Result<Option<Vec<i16>>, Stop> {
    let info = dataset.info();
    let Some(list) = &ask.years else { return Ok(None) };
    if ask.year.is_some() {
        return Err(Stop::usage("`--year` and `--years` exclude each other; leave one out"));
    }
    let mut years = BTreeSet::new();
    for part in list.split(',') {
        if part == "all" {
            years.extend(info.first_year..=info.last_year);
            continue;
        }
        let (first, last) = part.split_once(['-', '–']).unwrap_or((part, part));
        let number = |text: &str| text.trim().parse::<i16>();
        let (Ok(first), Ok(last)) = (number(first), number(last)) else {
            return Err(Stop::usage(format!("`--years` takes years such as 1950,1972-1975, not `{list}`")));
        };
        let (first, last) = (year_of(dataset, first)?, year_of(dataset, last)?);
        if first > last {
            return Err(Stop::usage(format!("`--years` counts forward, not from {first} to {last}")));
        }
        years.extend(first..=last);
    }
    Ok(Some(years.into_iter().collect()))
}

/// The view that was asked for, in a size of the command's own unless one was given.
pub(crate) fn view(ask: &Ask, dataset: &Dataset, (width, height): (f64, f64)) -> Result<View, Stop> {
    let theme = match ask.theme.as_deref() {
        None | Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        Some(other) => return Err(Stop::usage(format!("`{other}` is no theme; light and dark are"))),
    };
    let (width, height) = (ask.width.unwrap_or(width), ask.height.unwrap_or(height));
    let sane = 40.0..=8192.0;
    if !sane.contains(&width) || !sane.contains(&height) {
        return Err(Stop::usage("width and height go from 40 to 8192"));
    }
    let focus = ask.focus.as_deref().map_or(Ok(Focus::Nobody), |code| match Focus::find(dataset, code) {
        Focus::Nobody => Err(Stop::usage(format!("`{code}` is no actor and no two of them"))),
        focus => Ok(focus),
    })?;
    let compare = ask.compare.map(|compare| year_of(dataset, compare)).transpose()?;
    Ok(View { focus, compare, ..View::new(width, height, theme) })
}

/// Size of a picture that nobody gave a size, in CSS pixels.
pub(crate) const PICTURE: (f64, f64) = (960.0, 860.0);

fn timeline(ask: &Ask) -> Result<String, Stop> {
    let dataset = dataset(ask)?;
    let view = view(ask, &dataset, PICTURE)?;
    let width = view.size.width;
    let (left, right) = if width < 560.0 { (16.0, width - 10.0) } else { (184.0, width - 24.0) };
    let track = Track { width, left, right };
    let timeline = Timeline::lay(&dataset, &EgoLayout::solve(&dataset), view.focus, track);
    let (title, words) = (full_title(&dataset), timeline_description(&dataset));
    let text = svg(&[&timeline.scene(&dataset, &view)], Palette::of(view.theme).background, &title, &words);
    if ask.output.is_some() { out(ask, text.as_bytes()) } else { Ok(text) }
}

fn table(ask: &Ask) -> Result<String, Stop> {
    let dataset = dataset(ask)?;
    Ok(html_table(&dataset, &moment(ask, &dataset)?))
}

fn scene(ask: &Ask) -> Result<String, Stop> {
    let dataset = dataset(ask)?;
    let view = view(ask, &dataset, PICTURE)?;
    let scene = at_rest(&dataset, &EgoLayout::solve(&dataset), year(ask, &dataset)?, &view);
    Ok(scene.printout(&dataset))
}

fn story(ask: &Ask) -> Result<String, Stop> {
    Ok(html_story(&dataset(ask)?))
}

fn claims(ask: &Ask) -> Result<String, Stop> {
    Ok(html_claims(&dataset(ask)?))
}

/// The pictures of the story's steps, light and dark, into a folder.
fn stills(ask: &Ask) -> Result<String, Stop> {
    let dataset = dataset(ask)?;
    let Some(folder) = &ask.output else {
        return Err(Stop::usage("`detente stills` needs --output FOLDER"));
    };
    let layout = EgoLayout::solve(&dataset);
    let chapters = dataset.texts().map_or(&[][..], |texts| &texts.chapters);
    for chapter in chapters {
        let focus: Vec<&str> = chapter.focus.iter().map(|actor| dataset.actor(*actor).code.as_str()).collect();
        let title = picture_title(&dataset, chapter.to);
        let words = description(&dataset, &Moment::at(&dataset, Playhead::end_of(chapter.to)));
        for (name, theme) in [("light", Theme::Light), ("dark", Theme::Dark)] {
            let focus = Focus::find(&dataset, &focus.join("-"));
            let view = View { focus, compare: chapter.compare, ..View::new(STILL.0, STILL.1, theme) };
            let scene = at_rest(&dataset, &layout, chapter.to, &view);
            let text = svg(&[&background(&dataset, &view), &scene], Palette::of(theme).background, &title, &words);
            write(&format!("{folder}/{}-{name}.svg", chapter.id), text.as_bytes())?;
        }
    }
    Ok(String::new())
}

/// Size of a still picture, in CSS pixels.
const STILL: (f64, f64) = (640.0, 576.0);

/// Checks the form of every address, and tells which may not last and how many facts rest on one source.
fn sources(ask: &Ask) -> Result<String, Stop> {
    let dataset = dataset(ask)?;
    if ask.html {
        return Ok(html_sources(&dataset));
    }
    let all = dataset.texts().map_or(&[][..], |texts| &texts.sources);
    let mut text = String::new();
    let mut wrong = 0;
    for source in all {
        if let Some(reason) = malformed(&source.url) {
            wrong += 1;
            let _ = writeln!(text, "malformed  {}: {}\n           {reason}", source.id, source.url);
        }
    }
    for source in all.iter().filter(|source| !source.fragile.is_empty()) {
        let _ = writeln!(text, "fragile    {}: {}\n           {}", source.id, source.url, source.fragile);
    }
    let fragile = all.iter().filter(|source| !source.fragile.is_empty()).count();
    let offline = all.iter().filter(|source| source.url.is_empty()).count();
    let _ = writeln!(text, "\n{} sources: {wrong} malformed, {fragile} fragile, {offline} not on the web.", all.len());
    for (name, coverage) in ["spells", "events", "acts"].into_iter().zip(coverage(&dataset)) {
        let _ = writeln!(
            text,
            "{} {name}: {} rest on one source, {} on none.",
            coverage.facts, coverage.single, coverage.none
        );
    }
    if wrong == 0 { Ok(text) } else { Err(Stop { found: text, ..Stop::new("") }) }
}
