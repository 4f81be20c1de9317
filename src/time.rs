//! Dates as sources give them, the spells they bound, and the playhead that runs along them.

mod date;
mod playback;
mod playhead;
mod spell;

pub use date::{Date, DateError, Precision};
pub use playback::{Playback, Tick};
pub use playhead::Playhead;
pub use spell::Spell;
