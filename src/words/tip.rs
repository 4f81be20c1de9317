//! What is under the pointer, in a few words.

use serde::Serialize;

use crate::data::{Dataset, EventId, TieId};
use crate::layout::{EgoLayout, Focus};
use crate::moment::Moment;
use crate::time::Playhead;

use super::counts::counts;
use super::row::{Row, name, sources_of};
use super::standing::{doubt, sentence, span, spell, standing};

/// What is under the pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// How an actor, or two others, stand at the moment.
    Standing(Focus),
    /// A spell.
    Spell(TieId),
    /// Something that happened.
    Event(EventId),
    /// An era, by its place in the dataset.
    Era(usize),
    /// A year among the counts.
    Year(i16),
}

/// What is under the pointer, and the same in one sentence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tip<'a> {
    /// With one source at the most.
    pub row: Row<'a>,
    /// For those who hear it.
    pub said: String,
}

/// What is known of a topic at the moment, in a few words; `None` where there is nothing to say.
pub fn tip<'a>(dataset: &'a Dataset, layout: &EgoLayout, moment: &Moment, topic: Topic) -> Option<Tip<'a>> {
    let mut row = match topic {
        Topic::Standing(focus) => standing(dataset, layout, moment, focus)?,
        Topic::Spell(id) => {
            let tie = dataset.tie(id);
            let title = match tie.dyad().other(dataset.info().ego) {
                Some(other) => name(dataset, other).to_owned(),
                None => format!("{} – {}", name(dataset, tie.a), name(dataset, tie.b)),
            };
            Row { title, ..spell(dataset, id) }
        }
        Topic::Event(id) => of_event(dataset, id),
        Topic::Era(index) => of_era(dataset, index)?,
        Topic::Year(year) => {
            let text = counts(dataset, &Moment::at(dataset, Playhead::end_of(year)));
            if text.is_empty() {
                return None;
            }
            Row { title: format!("End of {year}"), text, ..Row::default() }
        }
    };
    row.sources.truncate(1);
    Some(Tip { said: sentence(&row), row })
}

fn of_event(dataset: &Dataset, id: EventId) -> Row<'_> {
    let event = dataset.event(id);
    let text = dataset.texts().and_then(|texts| texts.events.get(id.index()));
    let change = event.effects.iter().map(|effect| effect.change).max_by_key(|change| change.unsigned_abs());
    Row {
        title: event.title.clone(),
        when: event.date.in_words(),
        text: text.map_or(String::new(), |text| text.summary.clone()),
        doubt: doubt(event.confidence, event.date),
        tone: Some(change.unwrap_or(0)),
        sources: sources_of(dataset, text.map_or(&[][..], |text| &text.sources)),
        ..Row::default()
    }
}

fn of_era(dataset: &Dataset, index: usize) -> Option<Row<'_>> {
    let era = dataset.eras().get(index)?;
    let source = dataset.texts().and_then(|texts| texts.eras.get(index)?.source);
    Some(Row {
        title: era.title.clone(),
        when: span(era.spell),
        sources: sources_of(dataset, source.as_slice()),
        ..Row::default()
    })
}
