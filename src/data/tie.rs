//! What joins two actors: a stance, held during a spell, and how strong it is and which way it points.

use core::fmt;

use super::{ActorId, Confidence, Dyad, EventId, Weight};
use crate::time::Spell;

/// A tie's place in its dataset: a row of the table, or an effective tie of several rows; made only by
/// [`super::Dataset`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct TieId(pub(crate) u32);

impl TieId {
    /// The place as a number: of a row, its index into [`super::Tables::ties`]; of an effective tie, one beyond them.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// How one stands to the other: a rung of the dataset's ladder, 0 being neither warm nor cold.
///
/// No relations at all is not a stance but the absence of a tie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stance(i8);

impl Stance {
    /// 0: distant; merely formal, or evenly mixed.
    pub const DISTANT: Self = Self(0);
    /// How far a rung may be from distant, to either side.
    pub const FARTHEST: i8 = 9;

    /// The stance of that number, if there is one.
    pub const fn new(value: i8) -> Option<Self> {
        if value >= -Self::FARTHEST && value <= Self::FARTHEST { Some(Self(value)) } else { None }
    }

    /// The number: the higher, the warmer.
    pub const fn value(self) -> i8 {
        self.0
    }
}

impl fmt::Display for Stance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            0 => f.write_str("0"),
            value if value < 0 => write!(f, "−{}", -value),
            value => write!(f, "+{value}"),
        }
    }
}

/// Which way a tie points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TieDirection {
    /// Both ways, or neither.
    #[default]
    Both,
    /// From the first of the pair to the second.
    AToB,
    /// From the second to the first.
    BToA,
}

impl TieDirection {
    /// Each with its name in the tables.
    pub const NAMES: [(&'static str, Self); 3] = [("both", Self::Both), ("a-to-b", Self::AToB), ("b-to-a", Self::BToA)];
}

/// What the record does not show of the ends of a spell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Censoring {
    /// It may have begun before its first day: the record begins there.
    pub from: bool,
    /// It may have held longer: the record ends there.
    pub to: bool,
    /// Whether and when it ended is not known.
    pub end_unknown: bool,
}

impl Censoring {
    /// Nothing: both ends are known.
    pub const NONE: Self = Self { from: false, to: false, end_unknown: false };
}

/// Which way a tie points, and what is not known of its ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner(u8);

impl Manner {
    /// How many there are.
    pub(super) const COUNT: u8 = 24;

    /// Such a direction with ends of which this is not known.
    pub const fn new(direction: TieDirection, Censoring { from, to, end_unknown }: Censoring) -> Self {
        Self(direction as u8 + 3 * (from as u8 + 2 * to as u8 + 4 * end_unknown as u8))
    }

    /// Which way it points.
    pub const fn direction(self) -> TieDirection {
        match self.0 % 3 {
            0 => TieDirection::Both,
            1 => TieDirection::AToB,
            _ => TieDirection::BToA,
        }
    }

    /// What is not known of its ends.
    pub const fn censoring(self) -> Censoring {
        let bits = self.0 / 3;
        Censoring { from: bits & 1 != 0, to: bits & 2 != 0, end_unknown: bits & 4 != 0 }
    }

    /// A small number for it; 0 for the usual one.
    pub(super) const fn number(self) -> u8 {
        self.0
    }

    /// The one of such a number, less than their count.
    pub(super) const fn of_number(number: u8) -> Self {
        Self(number)
    }
}

/// What the dataset claims: these two had this stance during this spell.
///
/// Why, and who says so, travels in [`super::Texts`].
#[derive(Clone, Debug, PartialEq)]
pub struct Tie {
    /// First of the pair as the table names it.
    pub a: ActorId,
    /// Second of the pair.
    pub b: ActorId,
    /// When it held.
    pub spell: Spell,
    /// How they stood.
    pub stance: Stance,
    /// Another stance that the record supports too; never the same. Its reason travels in [`super::Texts`].
    pub alternative: Option<Stance>,
    /// How sure that is.
    pub confidence: Confidence,
    /// How strong it is, where that is measured.
    pub weight: Option<Weight>,
    /// Which way it points, and what is not known of its ends.
    pub manner: Manner,
    /// What made it so.
    pub events: Vec<EventId>,
}

impl Tie {
    /// The two it joins. A tie of an actor with itself cannot be in a dataset.
    pub fn dyad(&self) -> Dyad {
        Dyad::of(self.a, self.b)
    }
}
