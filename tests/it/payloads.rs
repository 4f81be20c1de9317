//! Texts and addresses of `tests/payloads/payloads.json`, each in every place of a dataset that holds text: whatever
//! a dataset says, pictures, pages and files of it are built as with a harmless text in that place, and no report
//! commands a terminal.

use std::collections::BTreeSet;

use csv::StringRecord;
use detente::data::{
    Dataset, ProblemKind, ReadOptions, Report, edge_list, gexf, plain_json, read, read_any, table_folder, validate,
};
use detente::layout::{Focus, Layout};
use detente::moment::Moment;
use detente::render::{SharePage, html_claims, html_page, html_sources, html_story, html_table, svg};
use detente::scene::{Palette, Scene, Theme, View, at_rest, poster, strip};
use detente::time::Playhead;
use detente::words::{alt_text, description};
use roxmltree::{Document, Node};
use serde_json::Value;

use crate::dataset::files;
use crate::readers::is_table;

/// Where a text stands in the dataset `good`: a file and a cell of it, or a pointer into the descriptor.
const PLACES: [(&str, &str); 20] = [
    ("actors.csv", "Republic of A"),
    ("actors.csv", "A"),
    ("actors.csv", "state"),
    ("ties.csv", "Open war."),
    ("ties.csv", "-2"),
    ("ties.csv", "1949"),
    ("ties.csv", "war-1950"),
    ("ties.csv", "why"),
    ("events.csv", "War begins"),
    ("events.csv", "Two armies fight, and \"neither wins\"."),
    ("events.csv", "war"),
    ("events.csv", "war-1950"),
    ("sources.csv", "A report"),
    ("sources.csv", "A press"),
    ("chapters.csv", "War"),
    ("chapters.csv", "There was a war."),
    ("claims.csv", "There was a war."),
    ("datapackage.json", "/title"),
    ("datapackage.json", "/detente/stances/1/name"),
    ("datapackage.json", "/name"),
];

const ADDRESS: (&str, &str) = ("sources.csv", "https://example.org/report");

/// The year that is drawn and described.
const YEAR: i16 = 1953;

/// What stands in a place instead of a payload when nothing is hostile.
const HARMLESS: &str = "harmless";

fn payloads(kind: &str) -> Vec<(String, String)> {
    let text = include_str!("../payloads/payloads.json");
    let all: Value = serde_json::from_str(text).expect("JSON");
    let entry =
        |one: &Value| (one["name"].as_str().expect("a name").into(), one["value"].as_str().expect("a text").into());
    all[kind].as_array().expect("a list").iter().map(entry).collect()
}

/// A file with another text in one place.
fn changed(text: &str, place: (&str, &str), value: &str) -> String {
    if place.0 == "datapackage.json" {
        let mut package: Value = serde_json::from_str(text).expect("JSON");
        *package.pointer_mut(place.1).expect("the place is there") = value.into();
        return package.to_string();
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut is_done = false;
    for record in reader.records().map(|record| record.expect("a record")) {
        let swapped: StringRecord = record
            .iter()
            .map(|cell| {
                if !is_done && cell == place.1 {
                    is_done = true;
                    value
                } else {
                    cell
                }
            })
            .collect();
        writer.write_record(&swapped).expect("written");
    }
    assert!(is_done, "{place:?} is in the dataset");
    String::from_utf8(writer.into_inner().expect("bytes")).expect("text")
}

fn with(place: (&str, &str), value: &str) -> Result<(Dataset, Report), Report> {
    let mut all = files("tests/data/good");
    for (name, bytes) in all.iter_mut().filter(|(name, _)| name == place.0) {
        let text = String::from_utf8(core::mem::take(bytes)).expect("text");
        *bytes = changed(&text, (name, place.1), value).into_bytes();
    }
    validate(&read(&all), ProblemKind::ALL)
}

/// Every document that is made of a dataset: its name and its text.
fn documents(dataset: &Dataset) -> Vec<(&'static str, String)> {
    const TEMPLATE: &str = "<title><!--detente:title--></title><!--detente:description-meta--><h1><!--detente:heading--></h1>\
        <p><!--detente:lede--></p><!--detente:nav--><img alt=\"{{picture-alt}}\" title=\"{{heading}}\">\
        <!--detente:description--><!--detente:table--><!--detente:story--><!--detente:claims--><!--detente:sources-->\
        <!--detente:tale--><footer><!--detente:footer--></footer>";
    let moment = Moment::at(dataset, Playhead::end_of(YEAR));
    let share = SharePage::of(dataset, YEAR, "https://example.org/");
    let mut all = vec![
        ("table", html_table(dataset, &moment)),
        ("story", html_story(dataset)),
        ("claims", html_claims(dataset)),
        ("sources", html_sources(dataset)),
        ("share page", share.page()),
    ];
    for page in ["index", "story", "claims", "sources", "embed"] {
        all.push((page, html_page(TEMPLATE, dataset, page)));
    }
    let oembed: Value = serde_json::from_str(&share.oembed()).expect("JSON");
    all.push(("oEmbed", oembed["html"].as_str().expect("markup").to_owned()));
    all
}

fn pictures(dataset: &Dataset) -> Vec<String> {
    let layout = Layout::solve(dataset);
    let info = dataset.info();
    let view = View::new(800.0, 600.0, Theme::Light);
    let moment = Moment::at(dataset, Playhead::end_of(YEAR));
    let draw = |scene: &Scene, text: &str| svg(&[scene], Palette::paper(Theme::Light), &info.title, text);
    vec![
        draw(&at_rest(dataset, &layout, YEAR, &view), &description(dataset, &moment)),
        draw(&poster(dataset, &layout, YEAR, &view), &alt_text(dataset, &layout, &moment, Focus::default())),
        draw(&strip(dataset, &View::new(800.0, 90.0, Theme::Light)), ""),
    ]
}

/// The tags of a document with the names of their attributes, and its addresses, as a reader of HTML finds them.
#[derive(Debug, Default, PartialEq)]
struct Skeleton {
    tags: Vec<String>,
    addresses: Vec<String>,
}

impl Skeleton {
    fn of(html: &str) -> Self {
        let mut skeleton = Self::default();
        let mut rest = html;
        while let Some(at) = rest.find('<') {
            rest = &rest[at + 1..];
            if let Some(after) = rest.strip_prefix("!--") {
                skeleton.tags.push("!--".to_owned());
                rest = after.split_once("-->").map_or("", |(_, rest)| rest);
            } else if rest.starts_with(|letter: char| letter.is_ascii_alphabetic() || "/!?".contains(letter)) {
                rest = skeleton.tag(rest);
            }
        }
        skeleton.tags.sort_unstable();
        skeleton
    }

    /// Adds a tag; what follows it.
    fn tag<'t>(&mut self, text: &'t str) -> &'t str {
        let name = text.find(|letter: char| letter.is_ascii_whitespace() || letter == '>').unwrap_or(text.len());
        let mut tag = text[..name].to_owned();
        let mut rest = text[name..].trim_start();
        while !rest.is_empty() && !rest.starts_with('>') {
            let end =
                rest.find(|letter: char| letter.is_ascii_whitespace() || "=>".contains(letter)).unwrap_or(rest.len());
            let (attribute, after) = rest.split_at(end.max(1));
            tag = format!("{tag} {attribute}");
            rest = after.trim_start();
            if let Some(value) = rest.strip_prefix('=') {
                let value = value.trim_start();
                let quote = value.chars().next().filter(|letter| "\"'".contains(*letter));
                let (value, after) = match quote {
                    Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
                    None => {
                        value.split_at(value.find(|l: char| l.is_ascii_whitespace() || l == '>').unwrap_or(value.len()))
                    }
                };
                if ["href", "src", "action", "srcset", "style"].contains(&attribute) {
                    self.addresses.push(value.to_owned());
                }
                rest = after.trim_start();
            }
        }
        self.tags.push(tag);
        rest
    }
}

/// Elements and attributes of a document of XML.
fn names(document: &str) -> BTreeSet<String> {
    let tree = Document::parse(document).unwrap_or_else(|error| panic!("{error}: {document}"));
    let names_of = |node: Node<'_, '_>| {
        let attributes: Vec<String> = node.attributes().map(|one| one.name().to_owned()).collect();
        std::iter::once(node.tag_name().name().to_owned()).chain(attributes).collect::<Vec<_>>()
    };
    tree.descendants().flat_map(names_of).collect()
}

/// Everything that an SVG of ours holds.
const IN_PICTURES: [&str; 38] = [
    "",
    "svg",
    "title",
    "desc",
    "g",
    "path",
    "circle",
    "rect",
    "text",
    "viewBox",
    "width",
    "height",
    "role",
    "aria-label",
    "aria-labelledby",
    "id",
    "class",
    "d",
    "dy",
    "cx",
    "cy",
    "r",
    "x",
    "y",
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-opacity",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "paint-order",
    "font-size",
    "font-family",
    "font-weight",
    "text-anchor",
    "opacity",
];

/// No character moves a terminal's cursor, colours, titles or direction of reading.
fn is_quiet(text: &str) {
    let bad = |letter: char| {
        letter.is_control() && letter != '\n'
            || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}' | '\u{feff}')
    };
    assert_eq!(text.find(bad), None, "{text:?}");
}

/// What is said of a dataset in every form is quiet, and whole.
fn check_report(report: &Report) {
    is_quiet(&report.to_string());
    is_quiet(&report.github());
    let json: Value = serde_json::from_str(&report.json().expect("written")).expect("JSON");
    assert!(json.is_object());
    let commands = report.github();
    let told = commands.lines().filter(|line| line.starts_with("::error ") || line.starts_with("::warning ")).count();
    assert_eq!(told, report.problems.len(), "each command is ours: {commands}");
    assert_eq!(commands.lines().filter(|line| line.starts_with("::")).count(), told, "{commands}");
}

/// Files of a dataset hold the same dataset, and no cell that a spreadsheet computes.
fn check_files(dataset: &Dataset) {
    let files = table_folder(dataset).content;
    let again = validate(&read(&files), ProblemKind::ALL).unwrap_or_else(|report| panic!("{report}")).0;
    assert_eq!(again.tables(), dataset.tables());
    let list = [("list.csv".to_owned(), edge_list(dataset).content.into_bytes())];
    for (name, bytes) in files.iter().chain(&list).filter(|(name, _)| is_table(name)) {
        for record in csv::ReaderBuilder::new().has_headers(false).from_reader(&bytes[..]).into_records() {
            for cell in &record.expect("a record") {
                let is_number = cell.parse::<f64>().is_ok()
                    || cell.starts_with('-') && cell[1..].starts_with(|l: char| l.is_ascii_digit());
                assert!(is_number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{name}: {cell}");
            }
        }
    }
    let json = [("network.json".to_owned(), plain_json(dataset).content.into_bytes())];
    assert!(validate(&read_any(&json, &ReadOptions::default()), ProblemKind::ALL).is_ok());
    names(&gexf(dataset).content);
}

#[test]
fn no_text_of_a_dataset_is_markup_a_command_or_a_formula() {
    let (mut taken, mut refused) = (0, 0);
    for place in PLACES {
        let harmless = with(place, HARMLESS).ok().map(|(dataset, _)| dataset);
        let expected: Option<Vec<_>> =
            harmless.map(|dataset| documents(&dataset).iter().map(|(_, text)| Skeleton::of(text)).collect());
        for (name, value) in payloads("texts") {
            let (dataset, report) = match with(place, &value) {
                Ok(read) => read,
                Err(report) => {
                    check_report(&report);
                    refused += 1;
                    continue;
                }
            };
            taken += 1;
            check_report(&report);
            let expected = expected.as_ref().unwrap_or_else(|| panic!("{place:?} takes {name} and nothing harmless"));
            for ((document, text), expected) in documents(&dataset).iter().zip(expected) {
                assert_eq!(Skeleton::of(text), *expected, "{place:?} {name}: {document}");
            }
            for picture in pictures(&dataset) {
                let names = names(&picture);
                let others: Vec<&String> = names.iter().filter(|name| !IN_PICTURES.contains(&name.as_str())).collect();
                assert!(others.is_empty(), "{place:?} {name}: {others:?} in {picture}");
            }
            check_files(&dataset);
        }
    }
    println!("{taken} taken, {refused} refused");
    assert!(taken > 400 && refused > 200, "{taken} taken, {refused} refused");
}

#[test]
fn no_address_but_those_of_the_web_becomes_a_link() {
    let mut refused = 0;
    for (name, value) in payloads("addresses") {
        match with(ADDRESS, &value) {
            Err(report) => {
                check_report(&report);
                assert!(report.kinds().contains(&ProblemKind::BadAddress), "{name}: {report}");
                refused += 1;
            }
            Ok((dataset, _)) => panic!("{name} is taken: {:?}", Skeleton::of(&html_sources(&dataset))),
        }
    }
    assert_eq!(refused, payloads("addresses").len());
}

#[test]
fn a_text_that_is_not_escaped_is_found() {
    for (name, value) in payloads("texts") {
        let page = |text: &str| format!("<p title=\"{text}\">{text}</p>");
        if value.contains('<') {
            assert_ne!(Skeleton::of(&page(&value)), Skeleton::of(&page(HARMLESS)), "{name}");
        }
    }
}
