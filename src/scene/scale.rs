//! From stance to distance: the scale.

use crate::data::{Rungs, Stance};
use crate::layout::{Slot, Stand, ring};

use super::{Point, Size, View};

/// From this width on, labels find room beside the scale.
const WIDE: f64 = 560.0;

/// The scale of a picture: its centre and how far each stance is from it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RadialScale {
    /// The middle, where the ego stands.
    pub centre: Point,
    /// The outermost edge, in CSS pixels.
    pub edge: f64,
    /// Which rungs have rings.
    pub rungs: Rungs,
}

/// How near a network is looked at: its marks move apart, and more names find room.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Zoom {
    /// How much larger it is, from 1.
    pub factor: f64,
    /// Where its centre is, from the middle of the picture to the right and down, in CSS pixels.
    pub centre: Point,
}

impl Zoom {
    /// The whole picture.
    pub const NONE: Self = Self { factor: 1.0, centre: Point { x: 0.0, y: 0.0 } };
}

impl RadialScale {
    /// The scale of a view, as near as it is looked at.
    pub fn of(view: &View, rungs: Rungs) -> Self {
        let Self { centre, edge, rungs } = Self::fit(view.size, rungs);
        let Zoom { factor, centre: Point { x, y } } = view.zoom;
        Self { centre: Point { x: centre.x + x, y: centre.y + y }, edge: edge * factor, rungs }
    }

    /// The scale that fit a picture of that size, with room for labels at the sides where it is wide.
    pub fn fit(size: Size, rungs: Rungs) -> Self {
        let side = if size.width >= WIDE { 44.0 } else { 3.0 };
        let edge = (size.width / 2.0 - side).min(size.height / 2.0 - 3.0).max(10.0);
        Self { centre: Point { x: size.width / 2.0, y: size.height / 2.0 }, edge, rungs }
    }

    /// Where a slot's disc stands that is `distance` CSS pixels from the centre, unless it is always in one place.
    pub fn place(&self, slot: &Slot, distance: f64) -> Point {
        match slot.stand {
            Stand::Lane(_) => Point::polar(self.centre, slot.bearing, distance),
            Stand::Fixed { x, y } => {
                let half = self.half_square();
                Point { x: self.centre.x + x * half, y: self.centre.y + y * half }
            }
        }
    }

    /// Half a side of the square that given positions fill, in CSS pixels: the largest disc has room at its sides.
    pub fn half_square(&self) -> f64 {
        self.edge - ring::ego_among_others() * self.scale_factor()
    }

    /// How far a stance is from the centre, in CSS pixels.
    pub fn radius(&self, stance: Stance) -> f64 {
        ring::ring(self.rungs.ring(stance), self.rungs.count()) * self.edge
    }

    /// Where a stance's band ends, in CSS pixels.
    pub fn band_edge(&self, stance: Stance) -> f64 {
        ring::band_edge(self.rungs.ring(stance), self.rungs.count()) * self.edge
    }

    /// The band that a distance from the centre falls in.
    pub fn band_at(&self, distance: f64) -> Option<Stance> {
        let rungs = self.rungs.list();
        rungs.iter().find(|stance| distance <= self.band_edge(**stance)).copied()
    }

    /// The size of small things relative to a picture 600 px across: type, discs.
    pub fn scale_factor(&self) -> f64 {
        ring::scale_factor(self.edge)
    }
}
