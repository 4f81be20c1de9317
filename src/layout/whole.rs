//! Everyone's slot, the same for all years.

use crate::data::{ActorId, Dataset};

use super::ring::{Discs, radius_by_degree};
use super::slot::{Slot, SlotId};
use super::{ego, fixed};

/// How a layout came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LayoutKind {
    /// Everyone keeps a bearing round this actor, the ego; the distance from it follows the stance.
    Ego(ActorId),
    /// Everyone keeps the position that the dataset gives, the ego too if there is one.
    Given,
    /// Everyone keeps a position that was solved from the ties of all years; there is no ego.
    Solved,
}

/// Everyone's slot, the same for all years.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    kind: LayoutKind,
    discs: Discs,
    slots: Vec<Slot>,
    by_actor: Vec<Option<SlotId>>,
}

impl Layout {
    /// The layout that needs no solving: where the dataset gives positions, or as it was solved when the dataset's pack
    /// was made; `None` where neither is so.
    pub fn placed(dataset: &Dataset) -> Option<Self> {
        let (kind, slots) = match dataset.ego().filter(|_| dataset.is_centred()) {
            Some(ego) => (LayoutKind::Ego(ego), ego::placed(dataset)?),
            None if dataset.has_positions() => (LayoutKind::Given, fixed::placed(dataset)?),
            None => (LayoutKind::Solved, fixed::placed(dataset)?),
        };
        Some(Self::of_slots(dataset, kind, slots))
    }

    /// The layout of slots that stand where they should.
    pub(super) fn of_slots(dataset: &Dataset, kind: LayoutKind, mut slots: Vec<Slot>) -> Self {
        let mut by_actor = vec![None; dataset.actors().len()];
        for (index, slot) in slots.iter().enumerate() {
            for holder in &slot.holders {
                by_actor[holder.index()] = Some(SlotId(index as u16));
            }
        }
        if dataset.ego().is_none() {
            size_by_degree(dataset, &mut slots, &by_actor);
        }
        Self { kind, discs: Discs::of(dataset, slots.len()), slots, by_actor }
    }

    /// How it came about.
    pub const fn kind(&self) -> LayoutKind {
        self.kind
    }

    /// Who stands in the centre, if anybody does: an ego at a given position does not.
    pub const fn ego(&self) -> Option<ActorId> {
        if let LayoutKind::Ego(ego) = self.kind { Some(ego) } else { None }
    }

    /// Whether everyone keeps one place, given or solved, and only ties come and go.
    pub const fn is_fixed(&self) -> bool {
        self.ego().is_none()
    }

    /// How large discs are.
    pub const fn discs(&self) -> Discs {
        self.discs
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

/// Gives every slot a disc by its degree: with how many others its holders have ties in some year.
fn size_by_degree(dataset: &Dataset, slots: &mut [Slot], by_actor: &[Option<SlotId>]) {
    let mut degrees = vec![0_u32; slots.len()];
    let mut most = 0;
    for (dyad, _) in dataset.dyads() {
        for end in dyad.both() {
            if let Some(slot) = by_actor[end.index()] {
                degrees[slot.index()] += 1;
                most = most.max(degrees[slot.index()]);
            }
        }
    }
    let count = slots.len();
    for (index, slot) in slots.iter_mut().enumerate() {
        slot.radius = radius_by_degree(degrees[index], most, count);
    }
}
