//! The lines of ties: straight from the centre, curved between others, dashed where hostile.

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

/// Cuts a line into dashes of `on` CSS pixels with gaps of `off`.
pub(super) fn dashes(points: &[Point], on: f64, off: f64) -> Vec<Vec<Point>> {
    let mut cut: Vec<Vec<Point>> = Vec::new();
    let mut left = on;
    let mut drawing = true;
    let Some(first) = points.first() else { return cut };
    let mut dash = vec![*first];
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        let mut length = from.distance(to);
        while length > left {
            from = from.towards(to, left / length);
            length -= left;
            if drawing {
                dash.push(from);
                cut.push(core::mem::take(&mut dash));
            } else {
                dash = vec![from];
            }
            drawing = !drawing;
            left = if drawing { on } else { off };
        }
        left -= length;
        if drawing {
            dash.push(to);
        }
    }
    if drawing && dash.len() > 1 {
        cut.push(dash);
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_cover_their_share_of_a_line() {
        let line = [Point { x: 0.0, y: 0.0 }, Point { x: 30.0, y: 0.0 }, Point { x: 100.0, y: 0.0 }];
        let cut = dashes(&line, 6.0, 4.0);
        assert_eq!(cut.len(), 10);
        for (index, dash) in cut.iter().enumerate() {
            let start = dash[0].x;
            assert!((start - 10.0 * index as f64).abs() < 1e-9, "dash {index} starts at {start}");
            assert!((dash[dash.len() - 1].x - start - 6.0).abs() < 1e-9);
        }
    }
}
