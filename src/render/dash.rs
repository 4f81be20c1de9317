//! Cuts dashed lines into dashes, because no plotters backend draws them.

use crate::scene::{Dash, Point};

/// A pattern shorter than this, in CSS pixels, is drawn as a whole line.
const SHORTEST_PATTERN: f64 = 0.1;

/// The outline of all dashes of a line `width` wide, as one polygon; `None` where the line shows no gap.
///
/// From one dash to the next the outline runs there and back on one line, which covers nothing: one call draws
/// the whole line, because telling a canvas a colour takes as long as drawing with it.
pub(super) fn outline(points: &[Point], width: f64, dash: Dash) -> Option<Vec<Point>> {
    let length: f64 = points.windows(2).map(|ends| ends[0].distance(ends[1])).sum();
    // Asked this way round, what is no number is a whole line too.
    if !(length > dash.on && dash.on + dash.off >= SHORTEST_PATTERN && dash.on > 0.0 && dash.off > 0.0) {
        return None;
    }
    let (mut there, mut back) = (Vec::new(), Vec::new());
    cut(points, dash, &mut |dash| border(dash, width / 2.0, &mut there, &mut back));
    there.extend(back.into_iter().rev());
    Some(there)
}

/// Hands over each dash in turn, as points.
fn cut(points: &[Point], Dash { on, off }: Dash, each: &mut dyn FnMut(&[Point])) {
    let Some(first) = points.first() else { return };
    let mut dash = vec![*first];
    let (mut left, mut drawing) = (on, true);
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        let mut length = from.distance(to);
        while length > left {
            from = from.towards(to, left / length);
            length -= left;
            if drawing {
                dash.push(from);
                each(&dash);
            }
            dash.clear();
            dash.push(from);
            drawing = !drawing;
            left = if drawing { on } else { off };
        }
        left -= length;
        if drawing {
            dash.push(to);
        }
    }
    if drawing && dash.len() > 1 {
        each(&dash);
    }
}

/// The two sides of a dash, `half` its width apart from its middle.
fn border(dash: &[Point], half: f64, there: &mut Vec<Point>, back: &mut Vec<Point>) {
    let (Some(first), Some(last)) = (dash.first(), dash.last()) else { return };
    there.push(*first);
    back.push(*first);
    for (index, point) in dash.iter().enumerate() {
        let (from, to) = (dash[index.saturating_sub(1)], dash[(index + 1).min(dash.len() - 1)]);
        let length = from.distance(to).max(f64::MIN_POSITIVE);
        let (dx, dy) = ((to.x - from.x) / length * half, (to.y - from.y) / length * half);
        there.push(Point { x: point.x - dy, y: point.y + dx });
        back.push(Point { x: point.x + dy, y: point.y - dx });
    }
    there.push(*last);
    back.push(*last);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(points: &[(f64, f64)]) -> Vec<Point> {
        points.iter().map(|(x, y)| Point { x: *x, y: *y }).collect()
    }

    fn area(points: &[Point]) -> f64 {
        let next = |index: usize| points[(index + 1) % points.len()];
        let doubled: f64 = points.iter().enumerate().map(|(index, a)| a.x * next(index).y - next(index).x * a.y).sum();
        (doubled / 2.0).abs()
    }

    #[test]
    fn dashes_cover_their_share_of_a_line_and_the_outline_nothing_between() {
        let line = line(&[(0.0, 0.0), (30.0, 0.0), (100.0, 0.0)]);
        let dash = Dash { on: 6.0, off: 4.0 };
        let mut starts = Vec::new();
        cut(&line, dash, &mut |dash| {
            let (first, last) = (dash[0], dash[dash.len() - 1]);
            assert!((last.x - first.x - 6.0).abs() < 1e-9, "a dash from {} to {}", first.x, last.x);
            starts.push(first.x);
        });
        assert_eq!(starts.len(), 10);
        assert!(starts.iter().enumerate().all(|(index, start)| (start - 10.0 * index as f64).abs() < 1e-9));
        let outline = outline(&line, 2.0, dash).expect("a dashed line");
        assert!((area(&outline) - 10.0 * 6.0 * 2.0).abs() < 1e-6);
    }

    #[test]
    fn a_line_without_room_for_a_gap_and_a_senseless_pattern_are_whole() {
        let line = line(&[(0.0, 0.0), (5.0, 0.0)]);
        for (on, off) in [(6.0, 4.0), (0.0, 0.0), (1.0, 0.0), (-1.0, 3.0), (f64::NAN, 1.0)] {
            assert_eq!(outline(&line, 2.0, Dash { on, off }), None, "{on} {off}");
        }
    }
}
