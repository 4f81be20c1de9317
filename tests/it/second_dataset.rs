//! A second dataset, of another subject, read through: nothing of the first dataset is left in any page, picture or sentence.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use detente::data::{Dataset, read, validate};
use detente::layout::{Focus, Layout};
use detente::moment::Moment;
use detente::render::{SharePage, html_page, html_pages, svg};
use detente::scene::{Palette, Theme, Timeline, Track, View, at_rest, background, poster};
use detente::time::Playhead;
use detente::words::{self, Topic};

use crate::dataset::files;

const FIRST: &str = "data/north-korea";
pub(crate) const SECOND: &str = "tests/data/german-empire";

pub(crate) fn open(folder: &str) -> Dataset {
    match validate(&read(&files(folder)), &[]) {
        Ok((dataset, _)) => dataset,
        Err(report) => panic!("{report}"),
    }
}

/// The German Empire and the powers.
pub(crate) fn german_empire() -> Dataset {
    open(SECOND)
}

/// What belongs to the first dataset alone: names of its subject, and its actors that the second does not name.
fn words_of_the_first() -> BTreeSet<String> {
    let mut words: BTreeSet<String> = [
        "Korea",
        "Pyongyang",
        "Seoul",
        "the North",
        "the South",
        "DPRK",
        "the article",
        "InsideOver",
        "Kim ",
        "claims",
        "states have relations",
        "state has relations",
        "States with relations",
        "States that have relations",
        "no relations",
        "diplomatic act",
        "inter-Korean",
        "partner",
        "hostile",
        "cordial",
        "strained",
        "ally ",
    ]
    .into_iter()
    .map(str::to_owned)
    .collect();
    let own: String =
        files(SECOND).into_iter().map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned()).collect();
    let first = open(FIRST);
    words.extend(first.actors().iter().map(|actor| actor.short_name.clone()));
    // What the second says itself is its own: `United States`, `article 3 of the treaty`.
    words.retain(|word| !own.contains(word.as_str()));
    words
}

/// Everyone who can be in focus.
fn focuses(dataset: &Dataset) -> Vec<Focus> {
    let ego = dataset.ego().expect("an ego");
    let actors = dataset.actor_ids().filter(|actor| *actor != ego).map(Focus::Actor);
    let ties = dataset.dyads().map(|(dyad, _)| dyad).filter(|dyad| dyad.other(ego).is_none());
    actors.chain(ties.map(Focus::Tie)).collect()
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("plain data")
}

/// Everything that can be read of a dataset: every page, and in every year every sentence, row and picture.
fn everything(dataset: &Dataset) -> String {
    let layout = Layout::solve(dataset);
    let info = dataset.info();
    let mut text = String::new();
    for id in html_pages(dataset).into_iter().chain(["embed"]) {
        let path = format!("{}/www/{id}.html", env!("CARGO_MANIFEST_DIR"));
        let template = std::fs::read_to_string(path).expect("a template");
        text.push_str(&html_page(&template, dataset, id));
    }
    text.push_str(&json(&words::outline(dataset)));
    text.push_str(&json(&words::how_to_read(dataset)));
    text.push_str(&words::year_wanted(dataset));
    let view = View::new(760.0, 700.0, Theme::Light);
    let track = Track { width: 1200.0, left: 160.0, right: 1180.0 };
    let timeline = Timeline::lay(dataset, &layout, Focus::Nobody, track, true);
    for query in ["a", "e", "19", "war", "treaty"] {
        text.push_str(&json(&words::search_words(dataset, query, info.last_year)));
    }
    for year in info.first_year..=info.last_year {
        let moment = Moment::at(dataset, Playhead::end_of(year));
        let then = Moment::at(dataset, Playhead::end_of(info.first_year));
        text.push_str(&json(&words::now(dataset, &moment)));
        text.push_str(&json(&words::year(dataset, &moment)));
        text.push_str(&json(&words::table(dataset, &moment)));
        text.push_str(&json(&words::difference_words(dataset, &layout, &then, &moment)));
        text.push_str(&json(&words::tip(dataset, &layout, &moment, Topic::Year(year))));
        for row in timeline.rows() {
            let tie = row.tie_at(dataset, moment.playhead());
            text.push_str(&json(&words::timeline_row(dataset, &row.ends, &row.label, tie)));
        }
        for focus in focuses(dataset) {
            text.push_str(&json(&words::card(dataset, &layout, &moment, focus)));
            text.push_str(&json(&words::tip(dataset, &layout, &moment, Topic::Standing(focus))));
            text.push_str(&json(&words::citation(dataset, year, Some(info.first_year), focus)));
            text.push_str(&words::alt_text(dataset, &layout, &moment, focus));
        }
        let page = SharePage::of(dataset, year, "https://example.org/");
        let _ = write!(text, "{}{}", page.page(), page.oembed());
        let network = [background(dataset, &view), at_rest(dataset, &layout, year, &view)];
        let title = words::picture_title(dataset, year);
        text.push_str(&svg(&[&network[0], &network[1]], Palette::paper(Theme::Light), &title, ""));
        text.push_str(&poster(dataset, &layout, year, &View::new(1200.0, 675.0, Theme::Dark)).printout(dataset));
    }
    text.push_str(&timeline.scene(dataset, &view).printout(dataset));
    text
}

#[test]
fn nothing_of_the_first_dataset_is_said_of_the_second() {
    let text = everything(&open(SECOND));
    let found: Vec<String> = words_of_the_first()
        .into_iter()
        .filter_map(|word| {
            let at = text.find(word.as_str())?;
            let start = text[..at].char_indices().rev().nth(60).map_or(0, |(at, _)| at);
            let end = text[at..].char_indices().nth(80).map_or(text.len(), |(past, _)| at + past);
            Some(format!("{word}: {}", &text[start..end]))
        })
        .collect();
    assert_eq!(found, Vec::<String>::new());
    // The words would be found: they are all over the first dataset.
    let first = open(FIRST);
    let layout = Layout::solve(&first);
    let end = Moment::at(&first, Playhead::end_of(1972));
    let said = words::alt_text(&first, &layout, &end, Focus::Nobody);
    assert!(words_of_the_first().iter().filter(|word| said.contains(word.as_str())).count() > 3, "{said}");
}

#[test]
fn the_second_dataset_says_what_is_its_own() {
    let dataset = open(SECOND);
    assert!(dataset.actors().len() >= 8 && dataset.tables().acts.is_empty());
    assert_eq!(html_pages(&dataset), ["index", "story", "sources"]);
    let text = everything(&dataset);
    for own in ["Germany", "allied", "wary", "Austria-Hungary", "The German Empire and the powers", "Dual Alliance"] {
        assert!(text.contains(own), "{own}");
    }
}
