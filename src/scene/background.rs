//! What lies under everything and does not change with the year: the rings and their names.

use crate::data::{Dataset, Stance};
use crate::layout::ring;

use super::{Anchor, Datum, Mark, Palette, Point, RadialScale, Scene, View};

/// The bands of the rings, with the names of the stances on the vertical axis; nothing where everyone keeps one place.
pub fn background(dataset: &Dataset, view: &View) -> Scene {
    let palette = Palette::of(view.theme, dataset.info());
    let scale = RadialScale::fit(view.size, dataset.rungs());
    let mut marks = Vec::new();
    if !dataset.is_centred() {
        return Scene { size: view.size, marks };
    }
    let rungs = dataset.rungs().list();
    for stance in rungs.iter().rev() {
        let stance = *stance;
        marks.push(Mark::Disc {
            at: scale.centre,
            radius: scale.band_edge(stance),
            fill: palette.band(stance),
            rim: palette.band_rim(),
            datum: Datum::Ring(stance),
        });
    }
    for stance in if view.small { &[][..] } else { &rungs } {
        let stance = *stance;
        marks.push(Mark::Label {
            text: dataset.info().stance_name(stance).to_ascii_uppercase(),
            at: name_place(scale, stance),
            anchor: Anchor::Middle,
            size: name_size(scale),
            bold: true,
            color: palette.text(stance),
            halo: Some(palette.band(stance)),
            datum: Datum::Ring(stance),
        });
    }
    Scene { size: view.size, marks }
}

/// Where a ring's name stands: on the vertical axis, just inside the band's outer edge, where no mark stands.
pub(super) fn name_place(scale: RadialScale, stance: Stance) -> Point {
    let depth = ring::name_depth(scale.scale_factor());
    Point { x: scale.centre.x, y: scale.centre.y - scale.band_edge(stance) + depth }
}

/// Size of the rings' names, in CSS pixels.
pub(super) fn name_size(scale: RadialScale) -> f64 {
    ring::name_size(scale.scale_factor())
}
