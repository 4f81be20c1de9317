//! What lies under everything and does not change with the year: the rings and their names.

use crate::data::{Dataset, Stance};
use crate::layout::ring;

use super::{Anchor, Datum, Mark, Palette, Point, RadialScale, Scene, View};

/// From one ring's name to the next at least, in type sizes: small letters are not as high as their line.
const NEAREST: f64 = 0.9;

/// The bands of the rings, with the names of the stances on the vertical axis; nothing where everyone keeps one place.
pub fn background(dataset: &Dataset, view: &View) -> Scene {
    let palette = Palette::of(view.theme, dataset.info());
    let scale = RadialScale::of(view, dataset.rungs());
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
    for RingName { stance, at, size } in ring_names(dataset, view, scale) {
        marks.push(Mark::Label {
            text: dataset.info().stance_name(stance).to_owned(),
            at,
            anchor: Anchor::Middle,
            size,
            bold: true,
            color: palette.text(stance),
            halo: Some(palette.band(stance)),
            datum: Datum::Ring(stance),
        });
    }
    Scene { size: view.size, marks }
}

/// A ring's name: on the vertical axis, just inside the band's outer edge, where no mark stands.
pub(super) struct RingName {
    pub(super) stance: Stance,
    /// Its middle.
    pub(super) at: Point,
    /// Of its type, in CSS pixels.
    pub(super) size: f64,
}

/// The names of the rings, the innermost first; where bands are too narrow for all, some are left out.
pub(super) fn ring_names(dataset: &Dataset, view: &View, scale: RadialScale) -> Vec<RingName> {
    let rungs = dataset.rungs();
    let size = ring::name_size(scale.scale_factor(), view.least_type);
    let mut names: Vec<RingName> = Vec::new();
    if view.small || !dataset.is_centred() {
        return names;
    }
    for stance in rungs.list().into_iter().rev() {
        let far = ring::name_middle(rungs.ring(stance), rungs.count(), size / scale.edge) * scale.edge;
        let at = Point { x: scale.centre.x, y: scale.centre.y - far };
        if names.last().is_none_or(|outer| at.y - outer.at.y >= size * NEAREST) {
            names.push(RingName { stance, at, size });
        }
    }
    names.reverse();
    names
}
