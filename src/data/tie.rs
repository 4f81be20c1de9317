//! What joins two actors: a stance, held during a spell.

use core::fmt;

use super::{ActorId, Confidence, Dyad, EventId};
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
    /// What made it so.
    pub events: Vec<EventId>,
}

impl Tie {
    /// The two it joins. A tie of an actor with itself cannot be in a dataset.
    pub fn dyad(&self) -> Dyad {
        Dyad::of(self.a, self.b)
    }
}
