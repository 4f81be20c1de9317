//! What is drawn of a dataset: the tables as typed values, and what holds for all of them.

use super::{Act, Actor, ActorId, Era, Event, EventId, Stance, Tie};

/// What holds for the dataset as a whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DatasetInfo {
    /// A short name that can stand in a file name.
    pub name: String,
    /// The edition.
    pub version: String,
    /// The year in which this edition was made, when the descriptor says so.
    pub published: Option<i16>,
    /// The headline.
    pub title: String,
    /// One line under it; may be empty.
    pub subtitle: String,
    /// Who stands in the centre.
    pub ego: ActorId,
    /// Whose relations are counted beside the ego's; never the ego.
    pub rival: Option<ActorId>,
    /// First year of the slider.
    pub first_year: i16,
    /// Last year of the slider, from 0 to 2,000 years after the first.
    pub last_year: i16,
    /// The names of the stances from +3 to −3, as [`Stance::LADDER`].
    pub stances: [String; 7],
    /// What an act in force implies where no spell says otherwise.
    pub implied_stance: Stance,
    /// Whether the number of states with relations is shown: the dataset has acts, and its descriptor says so.
    pub counts_relations: bool,
    /// The years worth a picture of their own, when the descriptor names them: ascending, each within the span.
    pub turning_points: Vec<i16>,
}

impl DatasetInfo {
    /// The dataset's word for a stance.
    pub fn stance_name(&self, stance: Stance) -> &str {
        &self.stances[stance.ring()]
    }
}

/// A year in one line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct YearLine {
    /// The calendar year.
    pub year: i16,
    /// What the year brought.
    pub line: String,
    /// The events it rests on.
    pub events: Vec<EventId>,
}

/// Where one slot of the layout stands, solved when the pack was made: a page does not have to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Placement {
    /// Hundredths of a degree clockwise from the top.
    pub bearing: u16,
    /// The lane in the ring's band, in halves: −2 (innermost) to 2.
    pub lane: i8,
}

impl Placement {
    /// The largest bearing.
    pub(super) const BEARING: u16 = 36_000;
    /// The farthest lane on either side.
    pub(super) const LANE: u8 = 2;
}

/// What is drawn: the part of a dataset that the first frame needs.
///
/// Anybody may make or change these values; only [`super::Dataset::unpack`] and validation make a dataset of them,
/// and both check them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tables {
    /// What holds for all of it.
    pub info: DatasetInfo,
    /// States and bodies, in the order of the table.
    pub actors: Vec<Actor>,
    /// Stances held during spells, in the order of the table.
    pub ties: Vec<Tie>,
    /// Diplomatic acts, in the order of the table.
    pub acts: Vec<Act>,
    /// What happened, by date.
    pub events: Vec<Event>,
    /// Each year in one line, by year.
    pub years: Vec<YearLine>,
    /// Named periods, in the order of the table.
    pub eras: Vec<Era>,
    /// Where each slot of the layout stands, in the layout's order; empty where it was not solved.
    pub placements: Vec<Placement>,
}
