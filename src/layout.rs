//! Where everyone stands: one bearing for all years, who holds a slot, and how two years differ.

mod angle;
mod cases;
mod difference;
mod ego;
mod focus;
pub mod ring;
mod slot;
mod solve;
mod spread;

pub use angle::{sincos, turned};
pub use difference::{Difference, differences};
pub use ego::EgoLayout;
pub use focus::{Focus, holders, ties_between};
pub use slot::{Slot, SlotId};
pub use solve::pack;
