//! The ego layout: everyone keeps one bearing for all years; only the distance moves.

use crate::data::{ActorId, Dataset, Placement, Prominence};

use super::slot::{Slot, SlotId, chains};

/// How finely bearings are kept, in parts of a degree.
const FINENESS: f64 = 100.0;
/// How finely lanes are kept, in parts of half a band.
const LANES: f64 = 2.0;

/// Everyone's slot and bearing, the same for all years.
#[derive(Clone, Debug, PartialEq)]
pub struct EgoLayout {
    slots: Vec<Slot>,
    by_actor: Vec<Option<SlotId>>,
}

impl EgoLayout {
    /// The layout that was solved when the dataset's pack was made; `None` when it holds none of its slots.
    pub fn placed(dataset: &Dataset) -> Option<Self> {
        let mut slots = unplaced(dataset);
        let placements = &dataset.tables().placements;
        if slots.len() != placements.len() {
            return None;
        }
        for (slot, placement) in slots.iter_mut().zip(placements) {
            place(slot, *placement);
        }
        Some(Self::of_slots(dataset, slots))
    }

    /// The layout of slots that stand where they should.
    pub(super) fn of_slots(dataset: &Dataset, slots: Vec<Slot>) -> Self {
        let mut by_actor = vec![None; dataset.actors().len()];
        for (index, slot) in slots.iter().enumerate() {
            for holder in &slot.holders {
                by_actor[holder.index()] = Some(SlotId(index as u16));
            }
        }
        Self { slots, by_actor }
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

    /// The slot an actor holds at some time; the ego has none.
    pub fn of(&self, actor: ActorId) -> Option<SlotId> {
        self.by_actor.get(actor.index()).copied().flatten()
    }
}

/// Every slot, where the dataset itself puts it; the bearing of others is no number yet.
pub(super) fn unplaced(dataset: &Dataset) -> Vec<Slot> {
    let open = |holders: Vec<ActorId>| {
        let actors = || holders.iter().map(|holder| dataset.actor(*holder));
        let bearing = actors().find_map(|actor| actor.bearing).map_or(f64::NAN, f64::from);
        let prominence = actors().map(|actor| actor.prominence).min().unwrap_or(Prominence::Minor);
        Slot { holders, bearing, lane: 0.0, prominence }
    };
    chains(dataset).into_iter().map(open).collect()
}

/// Where a slot stands, as finely as a pack keeps it.
pub(super) fn placement(slot: &Slot) -> Placement {
    Placement { bearing: libm::round(slot.bearing * FINENESS) as u16, lane: libm::round(slot.lane * LANES) as i8 }
}

/// Puts a slot where it was placed; a bearing that the dataset gives stays as it is.
pub(super) fn place(slot: &mut Slot, placement: Placement) {
    if slot.bearing.is_nan() {
        slot.bearing = f64::from(placement.bearing) / FINENESS;
    }
    slot.lane = f64::from(placement.lane) / LANES;
}
