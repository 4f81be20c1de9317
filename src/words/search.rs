//! What a reader's words find, as rows under the name of their kind.

use serde::Serialize;

use crate::data::{ActorId, Dataset, EventId, Found, occurrences, search};
use crate::moment::{Moment, standing_of};
use crate::time::Playhead;

use super::date::{date_words, step_name, step_names};
use super::headline;
use super::row::{Row, Section, name, push};
use super::standing::{bare, relations};

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
    let found = search(dataset, query, MOST, &|step| step_names(dataset, step));
    let mut sections: Vec<Section<'a>> = Vec::new();
    for one in &found {
        let (kind, title, mut row) = match *one {
            Found::Year(year) => ("year", "Years", of_year(dataset, year)),
            Found::Actor(id) => ("actor", "Countries and bodies", of_actor(dataset, id, shown)),
            Found::Event(id) => ("event", "Events", of_event(dataset, id)),
        };
        row.pieces = pieces(&row.title, query);
        push(&mut sections, kind, title, row);
    }
    let said = if found.is_empty() { "Nothing found".to_owned() } else { format!("{} found", found.len()) };
    Search { said, sections }
}

fn of_year<'a>(dataset: &Dataset, year: i16) -> Row<'a> {
    let (id, name) = (dataset.info().step_id(year).to_string(), step_name(dataset, year));
    let mut row = Row::new(&id, &name, "", String::new(), headline(dataset, year));
    row.year = Some(year);
    row
}

fn of_actor<'a>(dataset: &Dataset, id: ActorId, shown: i16) -> Row<'a> {
    if Some(id) == dataset.ego() {
        return Row::new("", name(dataset, id), "", String::new(), "in the centre");
    }
    let nearest = year_of(dataset, id, shown);
    let year = nearest.unwrap_or(shown);
    let mut row = if dataset.ego().is_none() {
        let moment = Moment::at(dataset, Playhead::end_of(year));
        Row::new(&dataset.actor(id).code, name(dataset, id), &relations(dataset, &moment, id), String::new(), "")
    } else {
        let (standing, _) = standing_of(dataset, id, Playhead::end_of(year));
        bare(dataset, id, standing.as_ref(), "")
    };
    row.text = format!("{} at the end of {}", row.how, step_name(dataset, year));
    row.year = nearest.filter(|year| *year != shown);
    row
}

fn of_event<'a>(dataset: &Dataset, id: EventId) -> Row<'a> {
    let event = dataset.event(id);
    let mut text = date_words(dataset, event.date);
    let others = event.actors.iter().filter(|actor| Some(**actor) != dataset.ego());
    for (named, actor) in others.enumerate() {
        if named == NAMES {
            text.push_str(" and others");
            break;
        }
        text.push_str(if named == 0 { " · " } else { ", " });
        text.push_str(name(dataset, *actor));
    }
    let mut row = Row::new(&format!("event-{}", id.index()), &event.title, "", String::new(), &text);
    row.year = Some(event.date.step());
    row.index = Some(id.index());
    row
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
        pieces.push(title.get(done..range.start).unwrap_or_default().to_owned());
        pieces.push(title.get(range.clone()).unwrap_or_default().to_owned());
        done = range.end;
    }
    pieces.push(title.get(done..).unwrap_or_default().to_owned());
    pieces
}
