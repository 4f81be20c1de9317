//! The timeline: how the principals stood over the whole span, how many states had relations, and the eras.

mod choice;
mod curves;
mod draw;
mod events;
mod lanes;
mod pick;
mod plan;
mod rows;
mod text;
mod years;

use crate::data::Dataset;

use super::{Scene, View};

pub use pick::{Leap, Spot};
pub use plan::{Caption, Timeline, TimelineRow, Track};

impl Timeline {
    /// The picture that does not change with the year.
    pub fn scene(&self, dataset: &Dataset, view: &View) -> Scene {
        draw::draw(self, dataset, view.theme)
    }
}
