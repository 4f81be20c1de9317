//! The layouts in which everyone keeps one place: positions that the dataset gives, or that were solved.

use crate::data::{ActorId, Dataset, Position};

use super::slot::{Slot, Stand, chains};

/// Every slot at its position, those of all actors, as the dataset gives them or as they were solved when its pack was
/// made; `None` when the pack holds none of them.
pub(super) fn placed(dataset: &Dataset) -> Option<Vec<Slot>> {
    let (given, solved) = (dataset.has_positions(), &dataset.tables().positions);
    let mut slots = open(dataset);
    if !given && slots.len() != solved.len() {
        return None;
    }
    for (index, slot) in slots.iter_mut().enumerate() {
        let own = dataset.actor(slot.holders[0]).position.filter(|_| given);
        place(slot, own.or_else(|| solved.get(index).copied()).unwrap_or_default());
    }
    Some(slots)
}

/// Every slot in the middle.
pub(super) fn open(dataset: &Dataset) -> Vec<Slot> {
    let slot = |holders: Vec<ActorId>| Slot::new(dataset, holders, 90.0, Stand::Fixed { x: 0.0, y: 0.0 });
    chains(dataset, true).into_iter().map(slot).collect()
}

/// Puts a slot at a position.
pub(super) fn place(slot: &mut Slot, Position { x, y }: Position) {
    slot.stand = Stand::Fixed { x: f64::from(x) * 2.0 - 1.0, y: f64::from(y) * 2.0 - 1.0 };
    // Labels stand on the side away from the centre.
    slot.bearing = if x < 0.5 { 270.0 } else { 90.0 };
}
