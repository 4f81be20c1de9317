//! The dataset that the build checks, packs and compiles in.

use crate::data::Dataset;

/// Its pack, for [`Dataset::unpack`].
///
/// `build.rs` makes it of the folder that the environment variable `DETENTE_DATA` names, relative to the package;
/// without it, of `data/north-korea`.
pub static PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/core.bin"));

/// The dataset, without the long texts.
///
/// # Panics
/// Never in a finished build: the build validates the tables before it packs them, and a test opens the pack.
#[allow(clippy::expect_used, reason = "the build made this pack; a test opens it")]
pub fn dataset() -> Dataset {
    Dataset::unpack(PACK).expect("the build packs a valid dataset")
}
