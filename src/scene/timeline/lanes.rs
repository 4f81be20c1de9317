//! Eras in lanes: a kind under the other, and within a kind no two that overlap, names included, in one lane.

use crate::data::Dataset;

use super::super::Axis;
use super::super::text_width;

/// Size of an era's name, in CSS pixels.
pub(super) const TYPE: f64 = 11.5;
/// Between an era's edge and its name, in CSS pixels.
pub(super) const INSET: f64 = 4.0;

/// A lane and the eras in it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lane {
    /// The kind's name, on the first lane of its kind.
    pub(super) name: String,
    pub(super) top: f64,
    pub(super) eras: Vec<EraBar>,
}

/// Where an era and its name stand, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct EraBar {
    /// The era's place in the dataset.
    pub(super) index: usize,
    pub(super) from: f64,
    pub(super) to: f64,
    /// Where the name begins: at the era's start, or as far right as the picture allows.
    pub(super) name: f64,
    reach: (f64, f64),
}

impl EraBar {
    /// Whether its name is there.
    pub(super) fn has_name_at(&self, x: f64) -> bool {
        (self.reach.0..self.reach.1).contains(&x)
    }
}

/// Lays the eras out from `top` downwards, each in the first lane of its kind that has room for it and its name.
pub(super) fn lay(dataset: &Dataset, axis: &Axis, (left, right): (f64, f64), (top, height): (f64, f64)) -> Vec<Lane> {
    let eras = dataset.eras();
    let bar = |index: usize| {
        let spell = eras[index].spell;
        let from = axis.at(spell.from.instant()).max(left).min(right);
        let to = spell.to.map_or(right, |to| axis.at(to.instant()).max(left).min(right));
        let width = text_width(&eras[index].title, TYPE, false);
        let name = (from + INSET).min(right - width - 1.0).max(left);
        let reach = (from.min(name - INSET), to.max(name + width + INSET));
        EraBar { index, from, to: to.max(from + 2.0), name, reach }
    };
    let mut lanes: Vec<Lane> = Vec::new();
    let mut kinds: Vec<&str> = Vec::new();
    for era in eras {
        if !kinds.contains(&era.kind.as_str()) {
            kinds.push(&era.kind);
        }
    }
    for kind in kinds {
        let first = lanes.len();
        for (index, _) in eras.iter().enumerate().filter(|(_, era)| era.kind == kind) {
            let bar = bar(index);
            let is_free = |lane: &Lane| {
                lane.eras.iter().all(|other| bar.reach.1 <= other.reach.0 + 0.5 || other.reach.1 <= bar.reach.0 + 0.5)
            };
            match lanes[first..].iter_mut().find(|lane| is_free(lane)) {
                Some(lane) => lane.eras.push(bar),
                None => lanes.push(Lane { name: String::new(), top: 0.0, eras: vec![bar] }),
            }
        }
        let mut name = kind.to_owned();
        if let Some(letter) = name.get_mut(..1) {
            letter.make_ascii_uppercase();
        }
        lanes[first].name = name;
    }
    for (index, lane) in lanes.iter_mut().enumerate() {
        lane.top = top + index as f64 * height;
    }
    lanes
}
