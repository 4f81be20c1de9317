//! Where everyone stands: one bearing for all years, who holds a slot, and how two years differ.

mod angle;
mod cases;
mod difference;
mod ego;
mod fixed;
mod focus;
pub mod ring;
mod slot;
mod solve;
mod spread;
mod stress;
mod whole;

pub use angle::{sincos, turned};
pub use difference::{Difference, differences};
pub use focus::{Focus, holders, ties_between};
pub use slot::{Slot, SlotId, Stand};
pub use solve::pack;
pub use whole::{Layout, LayoutKind};
