//! Which mark is under the pointer.

use super::label::Rect;
use super::{Datum, Mark, Point, Scene};

/// What is at `at`: the actor whose disc is nearest, no farther than `tolerance` CSS pixels from its rim,
/// or else the tie between two others whose line is.
///
/// Of two equally near, the one drawn later, on top.
pub fn hit(scene: &Scene, at: Point, tolerance: f64) -> Option<Datum> {
    let here = Rect::around(at, at);
    let mut nearest: Option<(bool, f64, Datum)> = None;
    for mark in &scene.marks {
        let (is_line, gap, datum) = match mark {
            Mark::Disc { at: centre, radius, datum: datum @ Datum::Actor(_), .. } => {
                (false, (centre.distance(at) - radius).max(0.0), *datum)
            }
            // What steps back cannot be pointed at.
            Mark::Path { points, color, datum: datum @ Datum::Tie(_), .. } if color.alpha > FAINTEST => {
                // Most segments lie farther off than a line may; that is told by less than the distance.
                let near = points.windows(2).filter(|ends| Rect::around(ends[0], ends[1]).gap(&here) <= NARROW);
                let gap = near.map(|ends| at.distance_to(ends[0], ends[1])).fold(f64::MAX, f64::min);
                (true, gap, *datum)
            }
            _ => continue,
        };
        let reach = if is_line { tolerance.min(NARROW) } else { tolerance };
        if gap <= reach && nearest.is_none_or(|(line, best, _)| (is_line, gap) <= (line, best)) {
            nearest = Some((is_line, gap, datum));
        }
    }
    nearest.map(|(.., datum)| datum)
}

/// A line this faint or fainter is not there for the pointer.
const FAINTEST: f64 = 0.06;
/// How near a pointer must be to a line, in CSS pixels: lines are many, and discs come first.
const NARROW: f64 = 6.0;
