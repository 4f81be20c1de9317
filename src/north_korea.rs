//! The first dataset, packed at build time.

use crate::data::Dataset;

/// The packed dataset of North Korea's friends and foes.
pub static CORE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/core.bin"));

/// North Korea's friends and foes, 1945–2025, without the long texts.
///
/// # Panics
/// Never in a finished build: the build checks and packs the tables, and a test opens the pack.
#[allow(clippy::expect_used, reason = "the build made this pack; a test opens it")]
pub fn north_korea() -> Dataset {
    Dataset::unpack(CORE).expect("the pack is made by the build")
}
