//! The curve that stands for a tie between two others than the ego.

use super::{Point, RadialScale};

/// A curve between two marks that bends away from the centre, flattened to so many segments.
pub(super) fn chord(from: Point, to: Point, scale: RadialScale, segments: usize) -> Vec<Point> {
    let middle = from.towards(to, 0.5);
    let away = middle.distance(scale.centre);
    let reach = (away * 1.45).min(scale.edge * 1.02).max(1.0);
    let bend = if away < 1.0 { middle } else { scale.centre.towards(middle, reach / away) };
    (0..=segments)
        .map(|step| {
            let share = step as f64 / segments as f64;
            from.towards(bend, share).towards(bend.towards(to, share), share)
        })
        .collect()
}
