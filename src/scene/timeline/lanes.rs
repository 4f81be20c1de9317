//! Eras in lanes: a kind under the other, and within a kind no two that overlap in one lane.

use crate::data::{Dataset, order};

use super::super::Axis;
use super::super::text_width;
use super::text::fit;

/// Size of an era's name, in CSS pixels.
pub(super) const TYPE: f64 = 11.5;
/// Between an era's edge and its name, in CSS pixels.
const INSET: f64 = 4.0;
/// What stays free between two names, in CSS pixels.
const APART: f64 = 6.0;
/// What stays free at the picture's right, in CSS pixels: faces differ in width.
const RIGHT: f64 = 5.0;
/// The narrowest bar, in CSS pixels.
const NARROWEST: f64 = 2.0;

/// A lane and the eras in it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lane {
    /// The kind's name, on the first lane of its kind.
    pub(super) name: String,
    pub(super) top: f64,
    pub(super) eras: Vec<EraBar>,
}

/// Where an era and its name stand, in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct EraBar {
    /// The era's place in the dataset.
    pub(super) index: usize,
    pub(super) from: f64,
    pub(super) to: f64,
    /// Where the name begins, and what of it is shown; nothing where a few letters do not fit.
    pub(super) name: Option<(f64, String)>,
    /// Width of the whole name.
    width: f64,
}

impl EraBar {
    /// Where the name would end if it began in the bar and nothing cut it.
    const fn reach(&self) -> f64 {
        self.from + INSET + self.width
    }

    /// Where what is shown ends.
    fn end(&self) -> f64 {
        let name = self.name.as_ref().map_or(self.to, |(x, text)| x + text_width(text, TYPE, false));
        self.to.max(name)
    }

    /// Whether it or its name is there.
    pub(super) fn is_at(&self, x: f64) -> bool {
        let begin = self.name.as_ref().map_or(self.from, |(x, _)| x.min(self.from));
        (begin..self.end()).contains(&x)
    }
}

/// Where eras may stand: the days of the span, and the picture's width; in CSS pixels.
pub(super) struct Room<'a> {
    pub(super) axis: &'a Axis,
    pub(super) edges: (f64, f64),
    pub(super) width: f64,
}

impl Room<'_> {
    /// The eras of the span in lanes of that height from `top` downwards.
    ///
    /// Where names must be whole, each era stands in the first lane of its kind that has room for both; otherwise there
    /// are as few lanes as bars need, and one more for names.
    pub(super) fn lay(&self, dataset: &Dataset, (top, height): (f64, f64), whole: bool) -> Vec<Lane> {
        let mut kinds: Vec<&str> = Vec::new();
        for era in dataset.eras() {
            if !kinds.contains(&era.kind.as_str()) {
                kinds.push(&era.kind);
            }
        }
        let mut lanes: Vec<Lane> = Vec::new();
        for kind in kinds {
            let bars = self.bars(dataset, kind);
            let packed = if whole { self.with_whole_names(dataset, &bars) } else { self.packed(dataset, &bars) };
            for (index, eras) in packed.into_iter().enumerate() {
                let mut name = String::new();
                if index == 0 {
                    kind.clone_into(&mut name);
                    if let Some(letter) = name.get_mut(..1) {
                        letter.make_ascii_uppercase();
                    }
                }
                lanes.push(Lane { name, top: top + lanes.len() as f64 * height, eras });
            }
        }
        lanes
    }

    /// The bars of a kind within the span, the earliest first.
    fn bars(&self, dataset: &Dataset, kind: &str) -> Vec<EraBar> {
        let eras = dataset.eras();
        let (left, right) = self.edges;
        let within = |x: f64| x.max(left).min(right);
        let mut bars = Vec::new();
        let from_of = |index: usize| eras[index].spell.from.instant();
        for index in order(eras.len(), &|a, b| from_of(a).total_cmp(&from_of(b)).then(a.cmp(&b))) {
            let era = &eras[index];
            let from = self.axis.at(era.spell.from.instant());
            let to = era.spell.to.map_or(right, |to| self.axis.at(to.instant()));
            if era.kind == kind && from < right && to > left {
                let (from, width) = (within(from), text_width(&era.title, TYPE, false));
                let to = within(to).max(from + NARROWEST);
                bars.push(EraBar { index, from, to, name: None, width });
            }
        }
        bars
    }

    fn with_whole_names(&self, dataset: &Dataset, bars: &[EraBar]) -> Vec<Vec<EraBar>> {
        let mut lanes: Vec<Vec<EraBar>> = Vec::new();
        for bar in bars {
            let mut bar = bar.clone();
            let x = (bar.from + INSET).min(self.width - bar.width - RIGHT).max(1.0);
            bar.name =
                fit(&dataset.eras()[bar.index].title, TYPE, false, self.width - RIGHT + 0.1 - x).map(|text| (x, text));
            let is_free = |lane: &&mut Vec<EraBar>| lane.iter().all(|other| other.end() + APART <= bar.from.min(x));
            match lanes.iter_mut().find(is_free) {
                Some(lane) => lane.push(bar),
                None => lanes.push(vec![bar]),
            }
        }
        lanes
    }

    fn packed(&self, dataset: &Dataset, bars: &[EraBar]) -> Vec<Vec<EraBar>> {
        let most = fewest_lanes(bars) + 1;
        let mut lanes: Vec<Vec<EraBar>> = Vec::new();
        for bar in bars {
            // How much of the name before would be cut.
            let cost = |lane: &[EraBar]| {
                let last = lane.last().filter(|last| last.to <= bar.from + 0.5)?;
                Some((last.reach() + APART - bar.from).max(0.0))
            };
            let costs = (0..lanes.len()).filter_map(|index| Some((index, cost(&lanes[index])?)));
            let best = costs.min_by(|a, b| a.1.total_cmp(&b.1));
            match best.filter(|(_, cost)| *cost == 0.0 || lanes.len() >= most) {
                Some((index, _)) => lanes[index].push(bar.clone()),
                None => lanes.push(vec![bar.clone()]),
            }
        }
        for lane in &mut lanes {
            self.name(dataset, lane);
        }
        lanes
    }

    /// Gives the bars of a lane their names: from the bar's start on or before the bar, where the whole name fits, or
    /// else as much of it as does.
    fn name(&self, dataset: &Dataset, lane: &mut [EraBar]) {
        for index in 0..lane.len() {
            let bar = &lane[index];
            let title = &dataset.eras()[bar.index].title;
            let start = bar.from + INSET;
            let limit = lane.get(index + 1).map_or(self.width - RIGHT, |next| next.from - APART);
            let free = index.checked_sub(1).map_or(self.edges.0, |before| lane[before].end() + APART);
            let before = bar.from - INSET - free;
            let name = if bar.width > limit - start && bar.width <= before {
                Some((bar.from - INSET - bar.width, title.clone()))
            } else {
                fit(title, TYPE, false, limit - start).map(|text| (start, text))
            };
            lane[index].name = name;
        }
    }
}

/// How many bars overlap at the most.
fn fewest_lanes(bars: &[EraBar]) -> usize {
    let at = |x: f64| bars.iter().filter(|bar| bar.from <= x && x + 0.5 < bar.to).count();
    bars.iter().map(|bar| at(bar.from)).max().unwrap_or(0)
}
