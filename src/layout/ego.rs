//! The ego layout: everyone keeps one bearing for all years; only the distance moves.

use crate::data::{ActorId, Dataset, Placement};

use super::slot::{Slot, Stand, chains};

/// How finely bearings are kept, in parts of a degree.
const FINENESS: f64 = 100.0;
/// How finely lanes are kept, in parts of half a band.
const LANES: f64 = 2.0;

/// Every slot as it was solved when the dataset's pack was made; `None` when the pack holds none of them.
pub(super) fn placed(dataset: &Dataset) -> Option<Vec<Slot>> {
    let mut slots = unplaced(dataset);
    let placements = dataset.placements();
    if slots.len() != placements.len() {
        return None;
    }
    for (slot, placement) in slots.iter_mut().zip(placements) {
        place(slot, *placement);
    }
    Some(slots)
}

/// Every slot, where the dataset itself puts it; the bearing of others is no number yet.
pub(super) fn unplaced(dataset: &Dataset) -> Vec<Slot> {
    let open = |holders: Vec<ActorId>| {
        let bearing = holders.iter().find_map(|holder| dataset.actor(*holder).bearing).map_or(f64::NAN, f64::from);
        Slot::new(dataset, holders, bearing, Stand::Lane(0.0))
    };
    chains(dataset, false).into_iter().map(open).collect()
}

/// Where a slot stands, as finely as a pack keeps it.
pub(super) fn placement(slot: &Slot) -> Placement {
    Placement { bearing: libm::round(slot.bearing * FINENESS) as u16, lane: libm::round(slot.lane() * LANES) as i8 }
}

/// Puts a slot where it was placed; a bearing that the dataset gives stays as it is.
pub(super) fn place(slot: &mut Slot, placement: Placement) {
    if slot.bearing.is_nan() {
        slot.bearing = f64::from(placement.bearing) / FINENESS;
    }
    slot.stand = Stand::Lane(f64::from(placement.lane) / LANES);
}
