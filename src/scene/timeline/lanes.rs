//! Eras in lanes: a kind under the other, and within a kind neither two eras nor their names on one another.

use crate::data::{Dataset, order};

use super::super::{Axis, text_width};
use super::text::fit;

/// Size of an era's name, in CSS pixels.
pub(super) const TYPE: f64 = 12.0;
/// Between an era's edge and its name, in CSS pixels.
pub(super) const INSET: f64 = 4.0;
/// What stays free beside a name that stands beside its bar, in CSS pixels.
const APART: f64 = 8.0;
/// What stays free at the picture's right, in CSS pixels: faces differ in width.
const RIGHT: f64 = 5.0;
/// What a name after its bar costs beside what stays empty before it: what comes later in the lane has less room.
const AFTER: f64 = 2.0;
/// The narrowest bar, in CSS pixels.
const NARROWEST: f64 = 2.0;

/// Where an era and its name stand, in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct EraBar {
    /// The era's place in the dataset.
    pub(super) index: usize,
    /// Top of its lane.
    pub(super) top: f64,
    pub(super) from: f64,
    pub(super) to: f64,
    /// Its name, whole or cut.
    pub(super) name: String,
    /// Where the name begins: in the bar, or else after or before it.
    pub(super) x: f64,
    /// From where to where bar and name reach.
    pub(super) reach: (f64, f64),
}

/// Eras in lanes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lanes {
    pub(super) bars: Vec<EraBar>,
    /// The name of each kind, and the top of its first lane.
    pub(super) kinds: Vec<(String, f64)>,
    pub(super) bottom: f64,
}

/// The eras of the span from `top` downwards, in as many lanes of that height as they and their names need; between
/// `edges` lie the days of the span.
pub(super) fn lay(
    dataset: &Dataset,
    axis: &Axis,
    (left, right, width): (f64, f64, f64),
    (top, height): (f64, f64),
) -> Lanes {
    let eras = dataset.eras();
    let from = |index: usize| eras[index].spell.from.instant();
    let by_start = order(eras.len(), &|a, b| from(a).total_cmp(&from(b)));
    let mut lanes = Lanes { bars: Vec::new(), kinds: Vec::new(), bottom: top };
    for (first, era) in eras.iter().enumerate() {
        if eras[..first].iter().any(|earlier| earlier.kind == era.kind) {
            continue;
        }
        let top = lanes.bottom;
        // Up to where each lane of the kind is taken.
        let mut taken: Vec<f64> = Vec::new();
        for index in &by_start {
            let spell = eras[*index].spell;
            let (from, to) = (axis.at(spell.from.instant()), spell.to.map_or(right, |to| axis.at(to.instant())));
            if eras[*index].kind != era.kind || from >= right || to <= left {
                continue;
            }
            let from = from.max(left);
            let to = to.min(right).max(from + NARROWEST);
            let mut bar = EraBar { index: *index, top, from, to, name: String::new(), x: 0.0, reach: (from, to) };
            bar.place(&eras[*index].title, width, &mut taken, height);
            lanes.bars.push(bar);
        }
        lanes.kinds.push((era.kind.clone(), top));
        lanes.bottom += height * taken.len() as f64;
    }
    lanes
}

impl EraBar {
    /// Gives it its name and its lane: the name within the bar, or else after it or before it, where a lane is used best.
    fn place(&mut self, title: &str, width: f64, taken: &mut Vec<f64>, height: f64) {
        let (from, to) = self.reach;
        let (within, after, before) = (to - from - 2.0 * INSET, width - RIGHT - to - INSET, from - INSET);
        self.name = fit(title, TYPE, false, within.max(after).max(before));
        let wide = text_width(&self.name, TYPE, false);
        let begin = from - INSET - wide;
        let ways = [
            (within, (from, to), from + INSET),
            (after, (from, to + INSET + wide), to + INSET),
            (before, (begin, to), begin),
        ];
        let (mut least, mut lane) = (f64::INFINITY, taken.len());
        for (room, reach, x) in ways {
            if wide > room {
                continue;
            }
            if least == f64::INFINITY {
                // Where no lane has room, this way opens one.
                (least, self.reach, self.x) = (f64::MAX, reach, x);
            }
            for (index, end) in taken.iter().enumerate() {
                let free = reach.0 - end - if reach.0 < from { APART } else { 0.0 };
                let cost = free + AFTER * (reach.1 - to);
                if free >= 0.0 && cost < least {
                    (least, lane, self.reach, self.x) = (cost, index, reach, x);
                }
            }
            if wide <= within {
                break;
            }
        }
        self.top += height * lane as f64;
        // Bars may touch.
        let end = if self.reach.1 > to { self.reach.1 + APART } else { to - 0.5 };
        match taken.get_mut(lane) {
            Some(taken) => *taken = end,
            None => taken.push(end),
        }
    }
}
