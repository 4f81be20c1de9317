//! The curve that stands for a tie between two others than the ego.

use super::{Point, RadialScale};

/// Segments of a flattened curve.
const SEGMENTS: usize = 20;

/// A curve between two marks that bends away from the centre, as points.
pub(super) fn chord(from: Point, to: Point, scale: RadialScale) -> Vec<Point> {
    let middle = from.towards(to, 0.5);
    let away = middle.distance(scale.centre);
    let reach = (away * 1.45).min(scale.edge * 1.02).max(1.0);
    let bend = if away < 1.0 { middle } else { scale.centre.towards(middle, reach / away) };
    (0..=SEGMENTS)
        .map(|step| {
            let share = step as f64 / SEGMENTS as f64;
            from.towards(bend, share).towards(bend.towards(to, share), share)
        })
        .collect()
}
