//! The rings: how far each stance is from the centre, how large discs are, and the lanes within a ring's band.
//!
//! Lengths are shares of the outermost edge unless they say otherwise.

use crate::data::{ByProminence, DatasetInfo, Prominence, Stance};

use super::sincos;

/// Where each rung's ring runs; warmest first.
const RINGS: [f64; 7] = [0.215, 0.36, 0.5, 0.645, 0.775, 0.875, 0.965];
/// Where each rung's band ends.
const EDGES: [f64; 7] = [0.29, 0.43, 0.565, 0.72, 0.825, 0.92, 1.0];
/// Radius of a disc, in CSS pixels at a scale factor of 1.
const DISCS: ByProminence<f64> = ByProminence { principal: 9.5, named: 5.6, minor: 2.9 };
/// Radius of a hollow dot without its rim, in CSS pixels at a scale factor of 1.
const HOLLOW: f64 = 2.0;
/// Width of a hollow dot's rim, in CSS pixels at a scale factor of 1.
const HOLLOW_RIM: f64 = 1.1;
/// Radius of the ego's disc, in CSS pixels at a scale factor of 1.
const EGO: f64 = 22.0;
/// The same where it is one among others.
const EGO_AMONG_OTHERS: f64 = 13.0;
/// The outermost edge, in CSS pixels, of the smallest picture in which no disc covers another: 296 pixels wide.
///
/// Discs are largest there relative to the rings, so that what is apart there is apart in every larger picture.
const SMALLEST_EDGE: f64 = 145.0;
/// The scale factor of that picture.
const SMALLEST: f64 = 0.72;
/// What stays free between two discs in that picture, in CSS pixels.
const APART: f64 = 1.1;

/// Size of the rings' names at a scale factor of 1, and at least, in CSS pixels.
const NAME: (f64, f64) = (9.5, 8.5);
/// How far below a band's outer edge the middle of its name stands, in type sizes.
const NAME_INSIDE: f64 = 0.72;
/// How wide a bold capital is, about, in type sizes.
const LETTER: f64 = 0.74;
/// Nobody gives way to a ring's name farther than this, in degrees.
const FARTHEST: f64 = 36.0;
/// How finely the place beside a name is sought, in degrees.
const STEP: f64 = 1.0;

/// Where a stance's ring runs.
pub const fn ring(stance: Stance) -> f64 {
    RINGS[stance.ring()]
}

/// Where a stance's band ends.
pub const fn band_edge(stance: Stance) -> f64 {
    EDGES[stance.ring()]
}

/// The size of small things, type and discs, in a picture whose edge is that many CSS pixels from its centre,
/// relative to a picture 600 pixels across.
///
/// In a smaller picture than the smallest with all names, discs shrink with it: what is apart there is apart here.
pub fn scale_factor(edge: f64) -> f64 {
    (edge / 300.0).max(SMALLEST * (edge / SMALLEST_EDGE).min(1.0)).min(1.9)
}

/// Radius of a disc, in CSS pixels at a scale factor of 1: hollow without a stance.
pub const fn disc(prominence: Prominence, stance: Option<Stance>) -> f64 {
    if stance.is_some() { DISCS.of(prominence) } else { HOLLOW }
}

/// Width of a hollow dot's rim, in CSS pixels at a scale factor of 1.
pub const fn hollow_rim() -> f64 {
    HOLLOW_RIM
}

/// Radius of the ego's disc where it is one among others, in CSS pixels at a scale factor of 1.
pub const fn ego_among_others() -> f64 {
    EGO_AMONG_OTHERS
}

/// Radius of the ego's disc, in CSS pixels at a scale factor of 1.
pub const fn ego() -> f64 {
    EGO
}

/// How far from the centre a disc stands: on its ring, or beside it in a lane of the band, −1 (innermost) to 1.
///
/// Without a stance it stands among the distant.
pub fn distance(prominence: Prominence, stance: Option<Stance>, lane: f64) -> f64 {
    let ring = stance.unwrap_or(Stance::DISTANT).ring();
    let inner = if ring == 0 { shrunk(EGO) } else { EDGES[ring - 1] };
    let room = if lane < 0.0 { RINGS[ring] - inner } else { EDGES[ring] - RINGS[ring] };
    // From the band's edge half a pixel stays free, from the ego's disc as much as from any other.
    let free = if ring == 0 && lane < 0.0 { APART } else { 0.5 } / SMALLEST_EDGE;
    let room = room - shrunk(DISCS.of(prominence)) - free;
    RINGS[ring] + lane * room.max(0.0)
}

/// How far apart the centres of two discs must be; each is filled, or hollow.
pub fn apart(one: (Prominence, bool), other: (Prominence, bool)) -> f64 {
    let reach = |(prominence, is_filled)| if is_filled { DISCS.of(prominence) } else { HOLLOW + HOLLOW_RIM };
    shrunk(reach(one) + reach(other)) + APART / SMALLEST_EDGE
}

/// Size of the rings' names, in CSS pixels.
pub fn name_size(scale_factor: f64) -> f64 {
    (NAME.0 * scale_factor).max(NAME.1)
}

/// How far below a band's outer edge the middle of its name stands, in CSS pixels: where no disc stands.
pub fn name_depth(scale_factor: f64) -> f64 {
    name_size(scale_factor) * NAME_INSIDE
}

/// At which bearing on either side of the top a disc stands clear of the rings' names there, in degrees:
/// at `clearance` or beyond.
pub fn beside_names(
    names: &[f64; 7],
    prominence: Prominence,
    stance: Option<Stance>,
    lane: f64,
    clearance: f64,
) -> f64 {
    let (far, radius) = (
        distance(prominence, stance, lane),
        apart((prominence, stance.is_some()), (prominence, stance.is_some())) / 2.0,
    );
    let touches = |bearing: f64| {
        let (sin, cos) = sincos(bearing);
        names.iter().zip(Stance::LADDER).any(|(name, rung)| {
            let middle = band_edge(rung) - name_depth(SMALLEST) / SMALLEST_EDGE;
            let half = name_size(SMALLEST) / SMALLEST_EDGE / 2.0;
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

/// How wide the rings' names are, about: the layout knows no type.
pub fn names(info: &DatasetInfo) -> [f64; 7] {
    Stance::LADDER
        .map(|rung| info.stance_name(rung).chars().count() as f64 * LETTER * name_size(SMALLEST) / SMALLEST_EDGE)
}

/// A length at a scale factor of 1 as it is in the smallest picture.
fn shrunk(length: f64) -> f64 {
    length * SMALLEST / SMALLEST_EDGE
}
