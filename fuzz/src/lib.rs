//! What the fuzz targets do: each makes a dataset of the fuzzer's bytes and has it read, laid out, drawn, described
//! and played. A panic is a fault of Détente.
//!
//! The targets in `fuzz_targets/` hand over to this library, which stable builds too. With the feature `planted` each
//! target also panics in one state that only a valid, fully played dataset reaches: [`tables::planted`],
//! [`descriptor::planted`], [`pack::planted`], [`forms::planted`] and [`bytes::planted`].

pub mod bytes;
pub mod descriptor;
pub mod forms;
pub mod pack;
pub mod tables;

mod asks;
mod play;
mod seed;

pub use asks::{Ask, DateInput};
