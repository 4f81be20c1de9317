//! Lines drawn together: a canvas takes as long to be told a colour as to draw with it.

use crate::scene::{Mark, Point};

/// The points and the width of a path, if that is what it is.
fn path(mark: &Mark) -> Option<(&[Point], f64)> {
    if let Mark::Path { points, width, .. } = mark { Some((points, *width)) } else { None }
}

/// How many of the first marks are the dashes of one line: paths of one colour and width for one datum.
///
/// Lines from a hub could be drawn as one as well, but rasterising that takes longer than is saved.
pub(super) fn dashes(marks: &[Mark]) -> usize {
    let Some(first @ Mark::Path { color, width, .. }) = marks.first() else { return 0 };
    let same = |mark: &&Mark| {
        let Mark::Path { color: other, width: wide, .. } = mark else { return false };
        color == other && width == wide && first.datum() == mark.datum()
    };
    marks.iter().take_while(same).count()
}

/// The outline of all dashes as one polygon. From one to the next it runs there and back on one line, which covers nothing.
pub(super) fn outline(dashes: &[Mark]) -> Vec<Point> {
    let (mut there, mut back) = (Vec::new(), Vec::new());
    for (points, width) in dashes.iter().filter_map(path) {
        let (Some(first), Some(last)) = (points.first(), points.last()) else { continue };
        there.push(*first);
        back.push(*first);
        for (index, point) in points.iter().enumerate() {
            let (from, to) = (points[index.saturating_sub(1)], points[(index + 1).min(points.len() - 1)]);
            let length = from.distance(to).max(f64::MIN_POSITIVE);
            let (dx, dy) = ((to.x - from.x) / length * width / 2.0, (to.y - from.y) / length * width / 2.0);
            there.push(Point { x: point.x - dy, y: point.y + dx });
            back.push(Point { x: point.x + dy, y: point.y - dx });
        }
        there.push(*last);
        back.push(*last);
    }
    there.extend(back.into_iter().rev());
    there
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{ActorId, Stance};
    use crate::scene::{Color, Datum};

    fn line(points: &[(f64, f64)], width: f64) -> Mark {
        let points = points.iter().map(|(x, y)| Point { x: *x, y: *y }).collect();
        Mark::Path { points, width, color: Color::hex(0), datum: Datum::Ring(Stance::DISTANT) }
    }

    fn area(points: &[Point]) -> f64 {
        let next = |index: usize| points[(index + 1) % points.len()];
        let doubled: f64 = points.iter().enumerate().map(|(index, a)| a.x * next(index).y - next(index).x * a.y).sum();
        (doubled / 2.0).abs()
    }

    #[test]
    fn an_outline_covers_the_dashes_and_nothing_between() {
        let marks = [line(&[(0.0, 0.0), (10.0, 0.0)], 2.0), line(&[(20.0, 0.0), (25.0, 0.0), (30.0, 0.0)], 2.0)];
        assert_eq!(dashes(&marks), 2);
        assert!((area(&outline(&marks)) - 40.0).abs() < 1e-9);
        let other = Mark::Path {
            points: Vec::new(),
            width: 2.0,
            color: Color::hex(0),
            datum: Datum::Actor(ActorId::default()),
        };
        assert_eq!(dashes(&[marks[0].clone(), other]), 1, "another line");
    }
}
