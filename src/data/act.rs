//! A diplomatic act at a date.

use super::{ActorId, Confidence};
use crate::time::Date;

/// What was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ActKind {
    /// Relations were opened.
    #[default]
    Established,
    /// Relations were set aside; they do not count as in force.
    Suspended,
    /// Relations were broken off.
    Severed,
    /// Relations were taken up again.
    Restored,
    /// A resident mission opened; says nothing on relations.
    EmbassyOpened,
    /// A resident mission closed; says nothing on relations.
    EmbassyClosed,
}

impl ActKind {
    /// Every act with its name in the tables.
    pub const NAMES: [(&'static str, Self); 6] = [
        ("established", Self::Established),
        ("suspended", Self::Suspended),
        ("severed", Self::Severed),
        ("restored", Self::Restored),
        ("embassy-opened", Self::EmbassyOpened),
        ("embassy-closed", Self::EmbassyClosed),
    ];

    /// Whether relations are in force after it; `None` when it says nothing on them.
    pub const fn puts_in_force(self) -> Option<bool> {
        match self {
            Self::Established | Self::Restored => Some(true),
            Self::Suspended | Self::Severed => Some(false),
            Self::EmbassyOpened | Self::EmbassyClosed => None,
        }
    }
}

/// A diplomatic act of one actor towards another.
#[derive(Clone, Debug, PartialEq)]
pub struct Act {
    /// Who acted.
    pub actor: ActorId,
    /// Towards whom.
    pub toward: ActorId,
    /// When.
    pub date: Date,
    /// What was done.
    pub kind: ActKind,
    /// How sure that is.
    pub confidence: Confidence,
}
