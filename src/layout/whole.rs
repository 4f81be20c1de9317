//! Everyone's slot, the same for all years.

use crate::data::{ActorId, Dataset};

use super::slot::{Slot, SlotId};
use super::{ego, given};

/// How a layout came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LayoutKind {
    /// Everyone keeps a bearing round the ego; the distance from it follows the stance.
    Ego,
    /// Everyone keeps the position that the dataset gives, the ego too.
    Given,
}

/// Everyone's slot, the same for all years.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    kind: LayoutKind,
    slots: Vec<Slot>,
    by_actor: Vec<Option<SlotId>>,
}

impl Layout {
    /// The layout that needs no solving: where the dataset gives positions, or as it was solved when the dataset's pack
    /// was made; `None` where neither is so.
    pub fn placed(dataset: &Dataset) -> Option<Self> {
        if dataset.has_positions() {
            return Some(Self::of_slots(dataset, LayoutKind::Given, given::slots(dataset)));
        }
        Some(Self::of_slots(dataset, LayoutKind::Ego, ego::placed(dataset)?))
    }

    /// The layout of slots that stand where they should.
    pub(super) fn of_slots(dataset: &Dataset, kind: LayoutKind, slots: Vec<Slot>) -> Self {
        let mut by_actor = vec![None; dataset.actors().len()];
        for (index, slot) in slots.iter().enumerate() {
            for holder in &slot.holders {
                by_actor[holder.index()] = Some(SlotId(index as u16));
            }
        }
        Self { kind, slots, by_actor }
    }

    /// How it came about.
    pub const fn kind(&self) -> LayoutKind {
        self.kind
    }

    /// Whether everyone keeps the position that the dataset gives.
    pub fn is_given(&self) -> bool {
        self.kind == LayoutKind::Given
    }

    /// Every slot.
    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// One slot.
    pub fn slot(&self, id: SlotId) -> &Slot {
        &self.slots[id.index()]
    }

    /// Every slot with its id.
    pub fn iter(&self) -> impl Iterator<Item = (SlotId, &Slot)> {
        self.slots.iter().enumerate().map(|(index, slot)| (SlotId(index as u16), slot))
    }

    /// The slot an actor holds at some time; round the ego, the ego itself has none.
    pub fn of(&self, actor: ActorId) -> Option<SlotId> {
        self.by_actor.get(actor.index()).copied().flatten()
    }
}
