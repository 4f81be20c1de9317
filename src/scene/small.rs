//! One of the small multiples: a year's rings and marks.

use crate::data::Dataset;
use crate::layout::Layout;

use super::{Scene, View, Zoom, at_rest, background};

/// The end of a year as one of the small multiples: rings and marks in one scene, only principals named.
pub fn small_multiple(dataset: &Dataset, layout: &Layout, year: i16, view: &View) -> Scene {
    let view = View { small: true, zoom: Zoom::NONE, ..view.clone() };
    let mut scene = background(dataset, &view);
    scene.marks.extend(at_rest(dataset, layout, year, &view).marks);
    scene
}
