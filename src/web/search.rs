//! What the page lists while a reader types into its search.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::data::{ActorId, Dataset, Found, occurrences, search};
use crate::moment::Moment;
use crate::scene::stance_name;
use crate::time::Playhead;

use super::Detente;
use super::view::to_js;

/// How many things are listed.
const MOST: usize = 24;
/// How many names an event is listed with.
const NAMES: usize = 4;

/// One thing found.
#[derive(Serialize)]
struct FoundRow<'a> {
    kind: &'static str,
    /// An actor's code, or an event's index, or a year.
    id: String,
    title: &'a str,
    /// The title cut in pieces: other text and what was looked for by turns, beginning with other text.
    pieces: Vec<&'a str>,
    detail: String,
    /// Where to go for it; an actor is shown at any year in which it exists.
    year: Option<i16>,
    /// Who to put into focus.
    focus: Option<&'a str>,
}

#[wasm_bindgen]
impl Detente {
    /// What a reader's words find, the kinds kept together, that of the best fit first.
    pub fn search(&self, query: &str) -> JsValue {
        let shown = self.viewer.shown_year();
        let found = search(self.viewer.dataset(), query, MOST);
        let years: Vec<String> = found.iter().map(|one| title_of_year(*one)).collect();
        let rows: Vec<FoundRow<'_>> =
            found.iter().zip(&years).map(|(one, year)| row(self.viewer.dataset(), *one, year, query, shown)).collect();
        let mut kinds: Vec<&str> = Vec::new();
        for row in &rows {
            if !kinds.contains(&row.kind) {
                kinds.push(row.kind);
            }
        }
        let together: Vec<&FoundRow<'_>> =
            kinds.iter().flat_map(|kind| rows.iter().filter(move |row| row.kind == *kind)).collect();
        to_js(&together)
    }
}

fn title_of_year(found: Found) -> String {
    match found {
        Found::Year(year) => year.to_string(),
        _ => String::new(),
    }
}

fn row<'a>(dataset: &'a Dataset, found: Found, year: &'a str, query: &str, shown: i16) -> FoundRow<'a> {
    match found {
        Found::Year(number) => FoundRow {
            kind: "year",
            id: year.to_owned(),
            title: year,
            pieces: pieces(year, query),
            detail: dataset.year_line(number).map_or(String::new(), |line| line.line.clone()),
            year: Some(number),
            focus: None,
        },
        Found::Actor(id) => {
            let actor = dataset.actor(id);
            let year = year_of(dataset, id, shown);
            FoundRow {
                kind: "actor",
                id: actor.code.clone(),
                title: &actor.short_name,
                pieces: pieces(&actor.short_name, query),
                detail: stance(dataset, id, year.unwrap_or(shown)),
                year: year.filter(|year| *year != shown),
                focus: (id != dataset.info().ego).then_some(&actor.code),
            }
        }
        Found::Event(id) => {
            let event = dataset.event(id);
            let others = event.actors.iter().filter(|actor| **actor != dataset.info().ego);
            let names: Vec<&str> = others.map(|actor| dataset.actor(*actor).short_name.as_str()).collect();
            let mut detail = event.date.in_words();
            for (index, name) in names.iter().take(NAMES).enumerate() {
                detail.push_str(if index == 0 { " · " } else { ", " });
                detail.push_str(name);
            }
            if names.len() > NAMES {
                detail.push_str(" and others");
            }
            FoundRow {
                kind: "event",
                id: id.index().to_string(),
                title: &event.title,
                pieces: pieces(&event.title, query),
                detail,
                year: Some(event.date.year()),
                focus: None,
            }
        }
    }
}

/// The year nearest to the shown one at whose end the actor exists, the earlier ones first.
fn year_of(dataset: &Dataset, id: ActorId, shown: i16) -> Option<i16> {
    let info = dataset.info();
    let actor = dataset.actor(id);
    let mut years = (info.first_year..=shown).rev().chain(shown..=info.last_year);
    years.find(|year| actor.exists(Playhead::end_of(*year)))
}

/// How an actor stands at the end of a year, in words.
fn stance(dataset: &Dataset, id: ActorId, year: i16) -> String {
    if id == dataset.info().ego {
        return "in the centre".to_owned();
    }
    let moment = Moment::at(dataset, Playhead::end_of(year));
    let stance = moment.standing(id).map_or("no relations", |standing| stance_name(dataset, standing.stance));
    format!("{stance} at the end of {year}")
}

fn pieces<'a>(title: &'a str, query: &str) -> Vec<&'a str> {
    let mut pieces = Vec::new();
    let mut done = 0;
    for range in occurrences(title, query) {
        pieces.push(&title[done..range.start]);
        pieces.push(&title[range.clone()]);
        done = range.end;
    }
    pieces.push(&title[done..]);
    pieces
}
