//! What a reader's words find, as rows under the name of their kind.

use serde::Serialize;

use crate::data::{ActorId, Dataset, EventId, Found, occurrences, search};
use crate::moment::Moment;
use crate::time::Playhead;

use super::headline;
use super::row::{Row, Section, name};
use super::standing::bare;

/// How many things are listed.
const MOST: usize = 24;
/// How many names an event is listed with.
const NAMES: usize = 4;

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Search<'a> {
    /// How many things, in words.
    pub said: String,
    /// `year`, `actor`, `event`: the kinds kept together, that of the best fit first.
    pub sections: Vec<Section<'a>>,
}

/// What a reader's words find. An actor is told as it stands at the end of `shown`,
/// or of the nearest year in which it exists, which is then the year to go to.
pub fn search_words<'a>(dataset: &'a Dataset, query: &str, shown: i16) -> Search<'a> {
    let found = search(dataset, query, MOST);
    let mut sections: Vec<Section<'a>> = Vec::new();
    for one in &found {
        let (kind, title, row) = match *one {
            Found::Year(year) => ("year", "Years", of_year(dataset, year)),
            Found::Actor(id) => ("actor", "Countries and bodies", of_actor(dataset, id, shown)),
            Found::Event(id) => ("event", "Events", of_event(dataset, id)),
        };
        let row = Row { pieces: pieces(&row.title, query), ..row };
        match sections.iter_mut().find(|section| section.kind == kind) {
            Some(section) => section.rows.push(row),
            None => sections.push(Section { kind, title: title.to_owned(), rows: vec![row] }),
        }
    }
    let said = if found.is_empty() { "Nothing found".to_owned() } else { format!("{} found", found.len()) };
    Search { said, sections }
}

fn of_year(dataset: &Dataset, year: i16) -> Row<'_> {
    let number = year.to_string();
    Row {
        id: number.clone(),
        title: number,
        text: headline(dataset, year).to_owned(),
        year: Some(year),
        ..Row::default()
    }
}

fn of_actor(dataset: &Dataset, id: ActorId, shown: i16) -> Row<'_> {
    if id == dataset.info().ego {
        return Row { title: name(dataset, id).to_owned(), text: "in the centre".to_owned(), ..Row::default() };
    }
    let nearest = year_of(dataset, id, shown);
    let year = nearest.unwrap_or(shown);
    let moment = Moment::at(dataset, Playhead::end_of(year));
    let row = bare(dataset, id, moment.standing(id));
    Row { text: format!("{} at the end of {year}", row.how), year: nearest.filter(|year| *year != shown), ..row }
}

fn of_event(dataset: &Dataset, id: EventId) -> Row<'_> {
    let event = dataset.event(id);
    let others = event.actors.iter().filter(|actor| **actor != dataset.info().ego);
    let names: Vec<&str> = others.map(|actor| name(dataset, *actor)).collect();
    let mut text = event.date.in_words();
    for (index, name) in names.iter().take(NAMES).enumerate() {
        text.push_str(if index == 0 { " · " } else { ", " });
        text.push_str(name);
    }
    if names.len() > NAMES {
        text.push_str(" and others");
    }
    Row {
        id: format!("event-{}", id.index()),
        title: event.title.clone(),
        text,
        year: Some(event.date.year()),
        index: Some(id.index()),
        ..Row::default()
    }
}

/// The year nearest to the shown one at whose end the actor exists, the earlier ones first.
fn year_of(dataset: &Dataset, id: ActorId, shown: i16) -> Option<i16> {
    let info = dataset.info();
    let actor = dataset.actor(id);
    let mut years = (info.first_year..=shown).rev().chain(shown..=info.last_year);
    years.find(|year| actor.exists(Playhead::end_of(*year)))
}

fn pieces(title: &str, query: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut done = 0;
    for range in occurrences(title, query) {
        pieces.push(title[done..range.start].to_owned());
        pieces.push(title[range.clone()].to_owned());
        done = range.end;
    }
    pieces.push(title[done..].to_owned());
    pieces
}
