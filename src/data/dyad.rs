//! Two different actors.

use super::ActorId;

/// Two different actors, in no particular order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dyad {
    low: ActorId,
    high: ActorId,
}

impl Dyad {
    /// A dyad to be filled when a pack is read.
    pub(super) const UNSET: Self = Self { low: ActorId(0), high: ActorId(1) };

    /// The dyad of two actors, unless they are the same.
    pub fn new(a: ActorId, b: ActorId) -> Option<Self> {
        (a != b).then(|| Self { low: a.min(b), high: a.max(b) })
    }

    /// The dyad of two actors that are known to differ.
    pub(super) fn of(a: ActorId, b: ActorId) -> Self {
        Self { low: a.min(b), high: a.max(b) }
    }

    /// Both, the lower place first.
    pub const fn both(self) -> [ActorId; 2] {
        [self.low, self.high]
    }

    /// The other one, if `actor` is one of the two.
    pub fn other(self, actor: ActorId) -> Option<ActorId> {
        if actor == self.low {
            Some(self.high)
        } else if actor == self.high {
            Some(self.low)
        } else {
            None
        }
    }
}
