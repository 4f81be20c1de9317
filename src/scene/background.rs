//! What lies under everything and does not change with the year: the scale and their names.

use crate::data::{Dataset, Stance};

use super::{Anchor, Datum, Mark, Palette, Point, RadialScale, Scene, View};

/// The scale with their names on the vertical axis.
pub fn background(dataset: &Dataset, view: &View) -> Scene {
    let palette = Palette::of(view.theme);
    let scale = RadialScale::fit(view.size);
    let mut marks = Vec::new();
    for stance in Stance::LADDER.into_iter().rev() {
        marks.push(Mark::Disc {
            at: scale.centre,
            radius: scale.band_edge(stance),
            fill: palette.band(stance),
            rim: None,
            datum: Datum::Ring(stance),
        });
    }
    for stance in Stance::LADDER.into_iter().filter(|_| !view.small) {
        marks.push(Mark::Label {
            text: dataset.info().stances[stance.ring()].to_ascii_uppercase(),
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
    let inside = name_size(scale) * 0.72;
    Point { x: scale.centre.x, y: scale.centre.y - scale.band_edge(stance) + inside }
}

pub(super) fn name_size(scale: RadialScale) -> f64 {
    (9.5 * scale.scale_factor()).max(8.5)
}
