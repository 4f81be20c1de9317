//! Where everyone stands: one bearing for all years.

mod ego;
mod slot;

pub use ego::EgoLayout;
pub use slot::{Slot, SlotId};
