//! The layout of positions that the dataset gives.

use crate::data::{Dataset, Position};

use super::slot::{Slot, Stand, chains};

/// Every slot at its position, those of all actors, the ego among them.
pub(super) fn slots(dataset: &Dataset) -> Vec<Slot> {
    let slot = |holders: Vec<_>| {
        let Position { x, y } = dataset.actor(holders[0]).position.unwrap_or_default();
        let stand = Stand::Fixed { x: f64::from(x) * 2.0 - 1.0, y: f64::from(y) * 2.0 - 1.0 };
        // Labels stand on the side away from the centre.
        let bearing = if x < 0.5 { 270.0 } else { 90.0 };
        Slot::new(dataset, holders, bearing, stand)
    };
    chains(dataset, true).into_iter().map(slot).collect()
}
