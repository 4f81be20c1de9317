//! The timeline: how the principals stood over the whole span, how many states had relations, and the eras.

mod draw;
mod lanes;
mod plan;
mod rows;

use crate::data::Dataset;

use super::{Scene, View};

pub use plan::{Timeline, TimelineRow, Track};

impl Timeline {
    /// The picture that does not change with the year.
    pub fn scene(&self, dataset: &Dataset, view: &View) -> Scene {
        draw::draw(self, dataset, view.theme)
    }
}
