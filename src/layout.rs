//! Where everyone stands: one bearing for all years.

mod bearings;
mod place;

pub use bearings::Bearings;
pub use place::{Place, PlaceId};
