//! The years along the timeline: which are named, and where their names stand.

use crate::data::Dataset;
use crate::words::short_step_name;

use super::super::{Axis, round_steps, text_width};

/// Size of the years' type, in CSS pixels.
pub(super) const TYPE: f64 = 12.0;
/// What stays free between two years at the least, and between round ones, in CSS pixels.
const APART: (f64, f64) = (9.0, 24.0);
/// So many round years at the most.
const MOST: usize = 12;

/// A year with a line and a name.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct YearTick {
    pub(super) text: String,
    /// Where its end stands, in CSS pixels.
    pub(super) x: f64,
    /// Where its name begins.
    pub(super) name: f64,
}

/// Round years, months or days, and the first and the last where there is room; `axis` maps instants.
pub(super) fn lay(dataset: &Dataset, axis: &Axis, width: f64) -> Vec<YearTick> {
    let info = dataset.info();
    let wide = |text: &str| text_width(text, TYPE, false);
    let widest = [info.first_year, info.last_year].map(|step| wide(&short_step_name(dataset, step)));
    let widest = widest[0].max(widest[1]);
    let (left, right) = axis.pixels();
    let most = (((right - left) / (widest + APART.1)) as usize).clamp(2, MOST);
    let mut steps = round_steps(info, most);
    steps.extend([info.first_year, info.last_year]);
    let mut ticks: Vec<YearTick> = Vec::with_capacity(steps.len());
    for step in steps {
        let x = axis.at(f64::from(step) + 1.0);
        let text = short_step_name(dataset, step);
        let name = (x - wide(&text) / 2.0).min(width - wide(&text)).max(0.0);
        if ticks.iter().all(|tick| (tick.name - name).abs() >= widest + APART.0) {
            ticks.push(YearTick { text, x, name });
        }
    }
    ticks
}
