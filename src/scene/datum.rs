//! What a mark stands for.

use crate::data::{ActorId, Dataset, EventId, Stance, TieId};

/// What a mark stands for, so that it can be pointed at and cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Datum {
    /// A stance's ring.
    Ring(Stance),
    /// An actor; the ego too.
    Actor(ActorId),
    /// Where an actor stood in the year held against the shown one.
    Compared(ActorId),
    /// A tie between two actors.
    Tie(TieId),
    /// An event.
    Event(EventId),
    /// An era, by its place in the dataset.
    Era(u16),
    /// A year.
    Year(i16),
}

impl Datum {
    /// Its name in a printout: the stance's name, the actor's code, the tie's id, the year.
    pub fn name(self, dataset: &Dataset) -> String {
        match self {
            Self::Ring(stance) => dataset.info().stance_name(stance).to_owned(),
            Self::Actor(id) | Self::Compared(id) => dataset.actor(id).code.clone(),
            Self::Tie(id) => dataset.tie_name(id),
            Self::Event(id) => dataset.event(id).title.clone(),
            Self::Era(index) => dataset.eras().get(usize::from(index)).map_or(String::new(), |era| era.title.clone()),
            Self::Year(year) => year.to_string(),
        }
    }
}
