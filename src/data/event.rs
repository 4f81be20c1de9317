//! Something that happened at a date.

use super::{ActorId, Confidence, Dyad};
use crate::time::Date;

/// An event's place in its dataset; made only by [`super::Dataset`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct EventId(pub(crate) u16);

impl EventId {
    /// The place as an index into [`super::Dataset::events`].
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// What an event did to a dyad: emphasis, not arithmetic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    /// Whose relation it touched.
    pub dyad: Dyad,
    /// −2 (much colder) to +2 (much warmer).
    pub change: i8,
}

/// Something that happened at a date. Its summary and sources travel in [`super::Texts`].
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// When, or when it began.
    pub date: Date,
    /// Its last day, when it lasted.
    pub until: Option<Date>,
    /// Who took part.
    pub actors: Vec<ActorId>,
    /// One line.
    pub title: String,
    /// What it did.
    pub effects: Vec<Effect>,
    /// How sure the record is.
    pub confidence: Confidence,
}

impl Event {
    /// How much it changed in all: the sum of its effects, without sign.
    pub fn weight(&self) -> u32 {
        self.effects.iter().map(|effect| u32::from(effect.change.unsigned_abs())).sum()
    }
}
