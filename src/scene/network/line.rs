//! How strong and which way: the width of a line by the weight of its tie, and the arrow head in its middle.

use crate::data::{ActorId, Dataset, Tie, TieDirection};

use super::super::{Mark, Point};

/// Width of the line of a tie without weight, and what the heaviest adds, in CSS pixels at a scale factor of 1.
const THIN: f64 = 0.9;
const WIDER: f64 = 6.1;
/// How far an arrow head reaches to each side beyond the line, in CSS pixels at a scale factor of 1, and how long it is, in
/// parts of half its breadth.
const BARB: f64 = 3.4;
const LENGTH: f64 = 1.3;
/// The width of its lines, at a scale factor of 1.
const STROKE: f64 = 1.7;

/// The width of a tie's line where the dataset has weights, at a scale factor of 1.
pub(super) fn width_of(dataset: &Dataset, tie: &Tie) -> Option<f64> {
    dataset.share_of_heaviest(tie).map(|share| THIN + WIDER * share)
}

/// Adds the head of an arrow in the middle of a line that begins at `start`, where the tie points one way.
pub(super) fn arrow(tie: &Tie, start: ActorId, scale_factor: f64, marks: &mut Vec<Mark>) {
    let Some(Mark::Path { points, width, color, datum, .. }) = marks.last() else { return };
    if tie.direction == TieDirection::Both || points.len() < 2 {
        return;
    }
    let middle = (points.len() - 1) / 2;
    let (mut from, mut to) = (points[middle], points[middle + 1]);
    let (center, way) = (Point { x: (from.x + to.x) / 2.0, y: (from.y + to.y) / 2.0 }, from.distance(to));
    if (tie.direction == TieDirection::AToB) != (tie.a == start) {
        (from, to) = (to, from);
    }
    let half = (width / 2.0 + BARB * scale_factor) / way.max(1e-6);
    let (x, y) = ((to.x - from.x) * half, (to.y - from.y) * half);
    let at =
        |along: f64, aside: f64| Point { x: center.x + x * along - y * aside, y: center.y + y * along + x * aside };
    marks.push(Mark::Path {
        points: vec![at(-LENGTH / 2.0, 1.0), at(LENGTH / 2.0, 0.0), at(-LENGTH / 2.0, -1.0)],
        width: STROKE * scale_factor,
        color: *color,
        dash: None,
        datum: *datum,
    });
}
