//! What holds at a playhead, and what a year changed.

mod change;
mod standing;

pub use change::{Change, ChangeKind, changes, intensity, ongoing};
pub use standing::{Basis, Counts, Moment, Standing};
