//! The rings: how far each stance is from the centre, how large discs are, and the lanes within a ring's band.
//!
//! Lengths are shares of the outermost edge unless they say otherwise.

use crate::data::{ByProminence, Dataset, Prominence, Rungs, Stance};

use super::sincos;

/// Where the rings of seven rungs run, from the centre outwards; more than seven reach a little farther on either side.
const RINGS: [f64; 9] = [0.07, 0.215, 0.36, 0.5, 0.645, 0.775, 0.875, 0.965, 0.965];
/// Where the bands of seven rungs end, after the place where the first would begin.
const EDGES: [f64; 8] = [0.14, 0.29, 0.43, 0.565, 0.72, 0.825, 0.92, 1.0];
/// Radius of a disc, in CSS pixels at a scale factor of 1.
const DISCS: ByProminence<f64> = ByProminence { principal: 9.5, named: 5.6, minor: 2.9 };
/// With more slots than this, discs shrink with the root of their number, but to no smaller share than this.
const UNCROWDED: f64 = 1500.0;
const SMALLEST_SHARE: f64 = 0.3;
/// Radius of a hollow dot without its rim, in CSS pixels at a scale factor of 1.
const HOLLOW: f64 = 2.0;
/// Width of a hollow dot's rim, in CSS pixels at a scale factor of 1.
const HOLLOW_RIM: f64 = 1.1;
/// Radius of the ego's disc, in CSS pixels at a scale factor of 1.
const EGO: f64 = 22.0;
/// The same in a small picture, as a share of the outermost edge, and at most, in CSS pixels: its name has room within.
const EGO_IN_SMALL: (f64, f64) = (0.148, 25.0);
/// The same where it is one among others.
const EGO_AMONG_OTHERS: f64 = 13.0;
/// Radius of the smallest and of the largest disc that is sized by degree, in CSS pixels at a scale factor of 1.
const BY_DEGREE: (f64, f64) = (4.5, 13.0);
/// With more slots than this, such discs shrink with the root of their number, but to no smaller share than this.
const FEW: f64 = 40.0;
const LEAST_SHARE: f64 = 0.2;
/// The outermost edge, in CSS pixels, of the smallest picture in which no disc covers another: 296 pixels wide.
///
/// Discs are largest there relative to the rings, so that what is apart there is apart in every larger picture.
const SMALLEST_EDGE: f64 = 145.0;
/// The scale factor of that picture.
const SMALLEST: f64 = 0.72;
/// What stays free between two discs in that picture, in CSS pixels.
const APART: f64 = 1.1;

/// No type of a network is smaller than this, in CSS pixels.
pub const LEAST_TYPE: f64 = 12.0;
/// Size of the rings' names, in CSS pixels at a scale factor of 1.
const NAME: f64 = 11.0;
/// How far below a band's outer edge the middle of its name stands, in type sizes, unless the band is narrower.
const NAME_INSIDE: f64 = 0.5;
/// How wide a bold letter is, about, in type sizes.
const LETTER: f64 = 0.57;
/// Nobody gives way to a ring's name farther than this, in degrees.
const FARTHEST: f64 = 36.0;
/// How finely the place beside a name is sought, in degrees.
const STEP: f64 = 1.0;

/// Where the nth of `count` rings runs, from 0.
pub fn ring(ring: usize, count: usize) -> f64 {
    // The middles of as many equal parts, counted in rings of seven.
    between(&RINGS, 7 * (2 * ring + 1) + count, 2 * count)
}

/// Where the nth of `count` bands ends, from 0.
pub fn band_edge(ring: usize, count: usize) -> f64 {
    between(&EDGES, 7 * (ring + 1), count)
}

/// The value at the place `part` / `whole` of a list: between two of its values, or exactly one of them.
fn between(list: &[f64], part: usize, whole: usize) -> f64 {
    let (place, rest) = (part / whole, part % whole);
    let (low, high) = (list[place], list[(place + 1).min(list.len() - 1)]);
    low + (high - low) * rest as f64 / whole as f64
}

/// The size of small things, type and discs, in a picture whose edge is that many CSS pixels from its centre,
/// relative to a picture 600 pixels across.
///
/// In a smaller picture than the smallest with all names, discs shrink with it: what is apart there is apart here.
pub fn scale_factor(edge: f64) -> f64 {
    (edge / 300.0).max(SMALLEST * (edge / SMALLEST_EDGE).min(1.0)).min(1.9)
}

/// Radius of a disc by its degree, of which the largest is `most`, among so many slots: its area grows with the degree.
/// In CSS pixels at a scale factor of 1.
pub fn radius_by_degree(degree: u32, most: u32, slots: usize) -> f64 {
    let grown = (f64::from(degree) / f64::from(most.max(1))).sqrt();
    let share = (FEW / slots as f64).sqrt().clamp(LEAST_SHARE, 1.0);
    (BY_DEGREE.0 + (BY_DEGREE.1 - BY_DEGREE.0) * grown) * share
}

/// How far apart the centres of two discs of such radii must be, in halves of the square that fixed places fill.
pub fn apart_in_square(one: f64, other: f64) -> f64 {
    let half = SMALLEST_EDGE - EGO_AMONG_OTHERS * SMALLEST;
    ((one + other) * SMALLEST + APART) / half
}

/// How large discs are, by how many slots there are, and where they stand, by which rungs are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Discs {
    radii: ByProminence<f64>,
    rungs: Rungs,
    /// The ring of whoever has no stance: that of the distant.
    hollow: usize,
}

impl Discs {
    /// The discs of a picture of so many slots: where they are many, all but the principals' shrink, so that they stay
    /// apart as long as they can.
    pub fn of(dataset: &Dataset, slots: usize) -> Self {
        let share = (UNCROWDED / slots as f64).sqrt().clamp(SMALLEST_SHARE, 1.0);
        let rungs = dataset.rungs();
        Self {
            radii: ByProminence { named: DISCS.named * share, minor: DISCS.minor * share, ..DISCS },
            rungs,
            hollow: rungs.ring(dataset.info().neutral()),
        }
    }

    /// Which rungs are drawn.
    pub const fn rungs(&self) -> Rungs {
        self.rungs
    }

    /// The ring of whoever has no stance.
    pub const fn hollow(&self) -> usize {
        self.hollow
    }

    /// Radius of a disc, in CSS pixels at a scale factor of 1: hollow without a stance.
    pub const fn radius(&self, prominence: Prominence, stance: Option<Stance>) -> f64 {
        if stance.is_some() { self.radii.of(prominence) } else { HOLLOW }
    }

    /// How far from the centre a disc stands: on its ring, or beside it in a lane of the band, −1 (innermost) to 1.
    ///
    /// Without a stance it stands among the distant.
    pub fn distance(&self, prominence: Prominence, stance: Option<Stance>, lane: f64) -> f64 {
        let count = self.rungs.count();
        let place = stance.map_or(self.hollow, |stance| self.rungs.ring(stance));
        let middle = ring(place, count);
        let inner = if place == 0 { EGO_IN_SMALL.0 } else { band_edge(place - 1, count) };
        let room = if lane < 0.0 { middle - inner } else { band_edge(place, count) - middle };
        // From the band's edge half a pixel stays free, from the ego's disc as much as from any other.
        let free = if place == 0 && lane < 0.0 { APART } else { 0.5 } / SMALLEST_EDGE;
        let room = room - shrunk(self.radii.of(prominence)) - free;
        middle + lane * room.max(0.0)
    }

    /// How far apart the centres of two discs must be; each is filled, or hollow.
    pub fn apart(&self, one: (Prominence, bool), other: (Prominence, bool)) -> f64 {
        let reach = |(prominence, is_filled)| if is_filled { self.radii.of(prominence) } else { HOLLOW + HOLLOW_RIM };
        shrunk(reach(one) + reach(other)) + APART / SMALLEST_EDGE
    }

    /// At which bearing on either side of the top a disc stands clear of the rings' names there, in degrees:
    /// at `clearance` or beyond.
    pub fn beside_names(
        &self,
        names: &[f64],
        prominence: Prominence,
        stance: Option<Stance>,
        lane: f64,
        clearance: f64,
    ) -> f64 {
        let (far, radius) = (
            self.distance(prominence, stance, lane),
            self.apart((prominence, stance.is_some()), (prominence, stance.is_some())) / 2.0,
        );
        let touches = |bearing: f64| {
            let (sin, cos) = sincos(bearing);
            names.iter().enumerate().any(|(place, name)| {
                let middle = name_middle(place, names.len(), LEAST_TYPE / SMALLEST_EDGE);
                let half = LEAST_TYPE / SMALLEST_EDGE / 2.0;
                let (dx, dy) = (far * sin - name / 2.0, (far * cos - middle).abs() - half);
                dx < radius && dy < radius && dx.max(0.0) * dx.max(0.0) + dy.max(0.0) * dy.max(0.0) < radius * radius
            })
        };
        let mut bearing = FARTHEST;
        while bearing > clearance && !touches(bearing - STEP) {
            bearing -= STEP;
        }
        bearing.max(clearance)
    }
}

/// Width of a hollow dot's rim, in CSS pixels at a scale factor of 1.
pub const fn hollow_rim() -> f64 {
    HOLLOW_RIM
}

/// Radius of the ego's disc where it is one among others, in CSS pixels at a scale factor of 1.
pub const fn ego_among_others() -> f64 {
    EGO_AMONG_OTHERS
}

/// Radius of the ego's disc in a picture whose edge is that many CSS pixels from its centre, in CSS pixels.
pub fn ego(edge: f64) -> f64 {
    (EGO * scale_factor(edge)).max((EGO_IN_SMALL.0 * edge).min(EGO_IN_SMALL.1))
}

/// Size of the rings' names, in CSS pixels, where no type may be smaller than `least`.
pub fn name_size(scale_factor: f64, least: f64) -> f64 {
    (NAME * scale_factor).max(least)
}

/// How far from the centre the middle of the nth ring's name stands, just inside its band's outer edge, where no disc
/// stands; `size` is that of its type.
pub fn name_middle(place: usize, count: usize, size: f64) -> f64 {
    let outer = band_edge(place, count);
    let depth = if place == 0 { outer } else { outer - band_edge(place - 1, count) };
    outer - (size * NAME_INSIDE).min(depth / 2.0)
}

/// How wide the rings' names are, about: the layout knows no type.
pub fn names(dataset: &Dataset) -> Vec<f64> {
    let letters = |rung| dataset.info().stance_name(rung).chars().count() as f64;
    dataset.rungs().list().into_iter().map(|rung| letters(rung) * LETTER * LEAST_TYPE / SMALLEST_EDGE).collect()
}

/// A length at a scale factor of 1 as it is in the smallest picture.
fn shrunk(length: f64) -> f64 {
    length * SMALLEST / SMALLEST_EDGE
}
