//! What is drawn of a dataset: the tables as typed values, and what holds for all of them.

use crate::time::Calendar;

use super::{Act, Actor, ActorId, Combine, Era, Event, EventId, Position, Stance, Tie, TieId};

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
    /// Who stands in the centre; without one the picture has no centre, until a reader chooses it: [`super::Dataset::ego`].
    pub ego: Option<ActorId>,
    /// Whose relations are counted beside the ego's; never the ego, and none without one.
    pub rival: Option<ActorId>,
    /// How time is counted: in years, months or days.
    pub calendar: Calendar,
    /// First step of the slider: a year, or the number of a month or day in the calendar.
    pub first_year: i16,
    /// Last step of the slider, from 0 to 2,000 after the first.
    pub last_year: i16,
    /// The ladder from its warmest rung to its coldest, 2 to 9 rungs whose values follow one another.
    pub ladder: Vec<Rung>,
    /// How ties of one dyad that hold on the same day count.
    pub combine: Combine,
    /// What an act in force implies where no spell says otherwise.
    pub implied_stance: Stance,
    /// Whether the number of states with relations is shown: the dataset has an ego and acts, and its descriptor says so.
    pub counts_relations: bool,
    /// The years worth a picture of their own, when the descriptor names them: ascending, each within the span.
    pub turning_points: Vec<i16>,
}

/// A rung of the ladder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rung {
    /// Its number; the next colder rung has one less.
    pub stance: Stance,
    /// Its name, which no other has.
    pub name: String,
    /// Where its colour stands among those of the palette, in hundredths: −300 for the coldest to 300 for the warmest.
    pub tone: i16,
}

impl Rung {
    /// The tone of the warmest colour of the palette; that of the coldest is as far below 0.
    pub const WARMEST: i16 = 300;

    /// The tone of each rung of a ladder where the descriptor names none: that of its number, or, where one end of the
    /// ladder is farther than the palette's, as far from 0 in proportion.
    pub fn usual_tones(ladder: &[Self]) -> Vec<i16> {
        let values = || ladder.iter().map(|rung| i16::from(rung.stance.value()));
        let farthest = values().map(i16::abs).fold(3, i16::max);
        values().map(|value| value * Self::WARMEST / farthest).collect()
    }
}

impl DatasetInfo {
    /// The place of a stance on the ladder, 0 for the warmest rung; beyond the ladder that of its nearest end.
    pub fn place(&self, stance: Stance) -> usize {
        let [warmest, _] = self.ends();
        let below = i32::from(warmest.value()) - i32::from(stance.value());
        (below.max(0) as usize).min(self.ladder.len().saturating_sub(1))
    }

    /// The dataset's word for a stance.
    pub fn stance_name(&self, stance: Stance) -> &str {
        self.ladder.get(self.place(stance)).map_or("", |rung| &rung.name)
    }

    /// The warmest rung and the coldest.
    pub fn ends(&self) -> [Stance; 2] {
        match self.ladder.as_slice() {
            [] => [Stance::DISTANT; 2],
            [only] => [only.stance; 2],
            [warmest, .., coldest] => [warmest.stance, coldest.stance],
        }
    }

    /// Whether the ladder has such a rung.
    pub fn has_rung(&self, stance: Stance) -> bool {
        let [warmest, coldest] = self.ends();
        (coldest..=warmest).contains(&stance)
    }

    /// The rung that is nearest to distant: distant itself, where the ladder has it.
    pub fn neutral(&self) -> Stance {
        let [warmest, coldest] = self.ends();
        Stance::DISTANT.clamp(coldest, warmest)
    }

    /// How far from distant the farther end of the ladder is; at least 1.
    pub fn reach(&self) -> f64 {
        let [warmest, coldest] = self.ends();
        f64::from(warmest.value().unsigned_abs().max(coldest.value().unsigned_abs()).max(1))
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

/// Whom a reader can put in the centre of a network without an ego.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Centre {
    /// The actor.
    pub actor: ActorId,
    /// How many of the placements are those round it.
    pub slots: u16,
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
    /// Stances held during spells, in the order of the table; those of one dyad may overlap as far as
    /// [`DatasetInfo::combine`] allows.
    pub ties: Vec<Tie>,
    /// What takes the place of the rows of each dyad that overlap: no two hold on one day. Their events are those of
    /// the rows.
    pub effective: Vec<Tie>,
    /// For each of them the row that leads in it, of the same dyad.
    pub leads: Vec<TieId>,
    /// Diplomatic acts, in the order of the table.
    pub acts: Vec<Act>,
    /// What happened, by date.
    pub events: Vec<Event>,
    /// Each year in one line, by year.
    pub years: Vec<YearLine>,
    /// Named periods, in the order of the table.
    pub eras: Vec<Era>,
    /// Where each slot of the layout round the ego stands, in the layout's order; empty where it was not solved.
    /// Without an ego, the same round each of `centres`, one after the other.
    pub placements: Vec<Placement>,
    /// Without an ego, whom a reader can put in the centre.
    pub centres: Vec<Centre>,
    /// Where each slot of the layout without a centre stands, in the layout's order; empty where it was not solved.
    pub positions: Vec<Position>,
}
