//! What is under the pointer, in a few words.

use serde::Serialize;

use crate::data::{Dataset, EventId, TieId};
use crate::layout::{Focus, Layout};
use crate::moment::Moment;
use crate::time::Playhead;

use super::counts::counts;
use super::date::{date_words, step_name};
use super::doubt::doubt;
use super::row::{Row, name, pair_name, sources_of};
use super::standing::{sentence, span, spell, standing};
use super::strength::span_of;

/// What is under the pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// How an actor, or two others, stand at the moment.
    Standing(Focus),
    /// A spell.
    Spell(TieId),
    /// Something that happened, and how many more events its mark stands for.
    Event(EventId, usize),
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
pub fn tip<'a>(dataset: &'a Dataset, layout: &Layout, moment: &Moment, topic: Topic) -> Option<Tip<'a>> {
    let mut row = match topic {
        Topic::Standing(focus) => standing(dataset, layout, moment, focus)?,
        Topic::Spell(id) => {
            let tie = dataset.tie(id);
            let title = match dataset.alter(tie.dyad()) {
                Some(other) => name(dataset, other).to_owned(),
                None => pair_name(dataset, tie),
            };
            spell(dataset, id, "", &title, span_of(dataset, tie), moment.playhead())
        }
        Topic::Event(id, others) => of_event(dataset, id, others),
        Topic::Era(index) => of_era(dataset, index)?,
        Topic::Year(year) => {
            let text = counts(dataset, &Moment::at(dataset, Playhead::end_of(year)));
            if text.is_empty() {
                return None;
            }
            Row::new("", &format!("End of {}", step_name(dataset, year)), "", String::new(), &text)
        }
    };
    row.sources.truncate(1);
    Some(Tip { said: sentence(&row), row })
}

fn of_event(dataset: &Dataset, id: EventId, others: usize) -> Row<'_> {
    let event = dataset.event(id);
    let text = dataset.texts().and_then(|texts| texts.events.get(id.index()));
    let change = event.effects.iter().map(|effect| effect.change).max_by_key(|change| change.unsigned_abs());
    let summary = text.map_or("", |text| &text.summary);
    let mut when = date_words(dataset, event.date);
    match others {
        0 => {}
        1 => when.push_str(", and another event close by"),
        _ => when = format!("{when}, and {others} more events close by"),
    }
    let mut row = Row::new("", &event.title, "", when, summary);
    row.concern(dataset, &event.actors);
    row.doubt = doubt(event.confidence, event.date);
    row.tone = Some(change.unwrap_or(0));
    row.sources = sources_of(dataset, text.map_or(&[][..], |text| &text.sources));
    row
}

fn of_era(dataset: &Dataset, index: usize) -> Option<Row<'_>> {
    let era = dataset.eras().get(index)?;
    let source = dataset.texts().and_then(|texts| texts.eras.get(index)?.source);
    let mut row = Row::new("", &era.title, "", span(dataset, era.spell), "");
    row.sources = sources_of(dataset, source.as_slice());
    Some(row)
}
