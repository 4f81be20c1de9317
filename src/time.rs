//! Dates as sources give them, the spells they bound, and the playhead that runs along them.

mod calendar;
mod date;
mod playback;
mod playhead;
mod spell;
mod steps;

/// From 0 to 1 as `share` goes from 0 to 1, slowly at both ends.
pub(crate) fn smoothstep(share: f64) -> f64 {
    share * share * (3.0 - 2.0 * share)
}

pub use calendar::{Calendar, Step};
pub use date::{Date, DateError, Precision};
pub use playback::Playback;
pub use playhead::Playhead;
pub use spell::Spell;
