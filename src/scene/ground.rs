//! What lies under everything and does not change with the year: the rings and their names.

use crate::data::{Dataset, Stance};

use super::{Anchor, Datum, Mark, Palette, Point, Rings, Scene, View};

/// The rings with their names on the vertical axis.
pub fn ground(dataset: &Dataset, view: &View) -> Scene {
    let palette = Palette::of(view.theme);
    let rings = Rings::fit(view.size);
    let mut marks = Vec::new();
    for stance in Stance::LADDER.into_iter().rev() {
        marks.push(Mark::Disc {
            at: rings.centre,
            radius: rings.band_edge(stance),
            fill: palette.band(stance),
            rim: None,
            datum: Datum::Ring(stance),
        });
    }
    for stance in Stance::LADDER.into_iter().filter(|_| !view.small) {
        marks.push(Mark::Label {
            text: dataset.rules().stances[stance.ring()].to_ascii_uppercase(),
            at: name_place(rings, stance),
            anchor: Anchor::Middle,
            size: name_size(rings),
            bold: true,
            color: palette.word(stance),
            halo: Some(palette.band(stance)),
            datum: Datum::Ring(stance),
        });
    }
    Scene { size: view.size, marks }
}

/// Where a ring's name stands: on the vertical axis, just inside the band's outer edge, where no mark stands.
pub(super) fn name_place(rings: Rings, stance: Stance) -> Point {
    let inside = name_size(rings) * 0.72;
    Point { x: rings.centre.x, y: rings.centre.y - rings.band_edge(stance) + inside }
}

pub(super) fn name_size(rings: Rings) -> f64 {
    (9.5 * rings.grain()).max(8.5)
}
