//! What holds at a playhead, and what a year changed.

mod between;
mod change;
mod standing;

pub use between::events_between;
pub use change::{Change, ChangeKind, changes, intensity, ongoing};
pub use standing::{Basis, Counts, Moment, Standing, standing_of};
