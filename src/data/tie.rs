//! What joins two actors: a stance, held during a spell.

use core::fmt;

use super::{ActorId, Confidence, Dyad, EventId};
use crate::time::Spell;

/// A tie's place in its dataset; made only by [`super::Dataset`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct TieId(pub(crate) u32);

impl TieId {
    /// The place as an index into [`super::Tables::ties`].
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// How one stands to the other, on a ladder from −3 to +3.
///
/// No relations at all is not a stance but the absence of a tie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stance(i8);

impl Stance {
    /// −3: at war.
    pub const AT_WAR: Self = Self(-3);
    /// −2: hostile.
    pub const HOSTILE: Self = Self(-2);
    /// −1: strained.
    pub const STRAINED: Self = Self(-1);
    /// 0: distant; merely formal, or evenly mixed.
    pub const DISTANT: Self = Self(0);
    /// +1: working relations.
    pub const CORDIAL: Self = Self(1);
    /// +2: partner.
    pub const PARTNER: Self = Self(2);
    /// +3: ally.
    pub const ALLY: Self = Self(3);

    /// From the warmest to the coldest: the rings from the centre outwards.
    pub const LADDER: [Self; 7] =
        [Self::ALLY, Self::PARTNER, Self::CORDIAL, Self::DISTANT, Self::STRAINED, Self::HOSTILE, Self::AT_WAR];

    /// The stance of that number, if there is one.
    pub const fn new(value: i8) -> Option<Self> {
        if value >= -3 && value <= 3 { Some(Self(value)) } else { None }
    }

    /// −3 to +3.
    pub const fn value(self) -> i8 {
        self.0
    }

    /// How far it is from distant, to either side: 0 for distant, 1 for an ally and for war.
    pub fn strength(self) -> f64 {
        f64::from(self.0.unsigned_abs()) / f64::from(Self::ALLY.0)
    }

    /// The ring it stands on: 0 for an ally, nearest the centre, to 6 for war.
    pub const fn ring(self) -> usize {
        (3 - self.0) as usize
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
