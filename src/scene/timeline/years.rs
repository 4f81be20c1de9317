//! The years along the timeline: which are named, and where their names stand.

use super::super::{Axis, text_width};

/// Size of the years' type, in CSS pixels.
pub(super) const TYPE: f64 = 11.0;
/// What stays free between two years at the least, and between round ones, in CSS pixels.
const APART: (f64, f64) = (9.0, 24.0);
/// So many round years at the most.
const MOST: usize = 12;

/// A year with a line and, where there is room, a name.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct YearTick {
    pub(super) year: i32,
    /// Where its end stands, in CSS pixels.
    pub(super) x: f64,
    /// Where its name begins.
    pub(super) name: Option<f64>,
}

/// Round years with their names, and the first and the last where there is room; `axis` maps instants.
pub(super) fn lay(first: i16, last: i16, axis: &Axis, width: f64) -> Vec<YearTick> {
    let (first, last) = (i32::from(first), i32::from(last));
    let wide = |year: i32| text_width(&year.to_string(), TYPE, false);
    let widest = wide(first).max(wide(last));
    let (left, right) = axis.pixels();
    let most = (((right - left) / (widest + APART.1)) as usize).clamp(2, MOST);
    let round = Axis::new((f64::from(first), f64::from(last)), (left, right)).ticks(most);
    let mut ticks: Vec<YearTick> = Vec::with_capacity(round.len() + 2);
    let ends = [first, last].into_iter().filter(|year| !round.contains(year));
    for year in round.iter().copied().chain(ends) {
        let x = axis.at(f64::from(year) + 1.0);
        let name = (x - wide(year) / 2.0).min(width - wide(year)).max(0.0);
        let is_free = |other: &YearTick| {
            other.name.is_none_or(|at| name + wide(year) + APART.0 <= at || at + wide(other.year) + APART.0 <= name)
        };
        let is_free = ticks.iter().all(is_free);
        if is_free || round.contains(&year) {
            ticks.push(YearTick { year, x, name: is_free.then_some(name) });
        }
    }
    ticks
}
