//! The years along the timeline: which are named, and where their names stand.

use super::super::{Axis, text_width};

/// Size of the years' type, in CSS pixels.
pub(super) const TYPE: f64 = 11.0;
/// What stays free between two years at the least, and between round ones, in CSS pixels.
const APART: (f64, f64) = (9.0, 24.0);
/// So many round years at the most.
const MOST: usize = 12;

/// A year with a line and a name.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct YearTick {
    pub(super) year: i32,
    /// Where its end stands, in CSS pixels.
    pub(super) x: f64,
    /// Where its name begins.
    pub(super) name: f64,
}

/// Round years, and the first and the last where there is room; `axis` maps instants.
pub(super) fn lay(first: i16, last: i16, axis: &Axis, width: f64) -> Vec<YearTick> {
    let (first, last) = (i32::from(first), i32::from(last));
    let wide = |year: i32| text_width(&year.to_string(), TYPE, false);
    let widest = wide(first).max(wide(last));
    let (left, right) = axis.pixels();
    let most = (((right - left) / (widest + APART.1)) as usize).clamp(2, MOST);
    let mut years = Axis::new((f64::from(first), f64::from(last)), (left, right)).ticks(most);
    years.extend([first, last]);
    let mut ticks: Vec<YearTick> = Vec::with_capacity(years.len());
    for year in years {
        let x = axis.at(f64::from(year) + 1.0);
        let name = (x - wide(year) / 2.0).min(width - wide(year)).max(0.0);
        if ticks.iter().all(|tick| (tick.name - name).abs() >= widest + APART.0) {
            ticks.push(YearTick { year, x, name });
        }
    }
    ticks
}
