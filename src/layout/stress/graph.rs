//! The ties of all years as one graph: how long each is, and how far apart its ends are along others.

use std::collections::{BTreeMap, BinaryHeap};

use core::cmp::Reverse;

use crate::data::{Dataset, Tie, order};
use crate::layout::Layout;
use crate::time::Date;

use super::random::Vector;

/// Length of a tie on neither side, and by how much the farthest rung of the ladder changes it: at the warm end a tie is
/// half as long, at the cold end half as long again. Whole numbers, so that no sum depends on its order.
const NEUTRAL: f64 = 600.0;
const REACH: f64 = 300.0;
/// The unit of lengths: that of a tie at the warm end.
const UNIT: f64 = 300.0;
/// A spell counts as if it had lasted at least this long, in years.
const SHORTEST: f64 = 0.1;
/// How much farther than the farthest along ties those are that no ties lead to.
const UNREACHED: f64 = 1.0;

/// What one slot is held against: another, how far from it it should be, and how much that weighs.
#[derive(Clone, Copy)]
pub(super) struct Term {
    pub(super) other: usize,
    pub(super) length: f64,
    pub(super) weight: f64,
}

/// Who is tied to whom, among those who have ties.
pub(super) struct Graph {
    /// The slots that have ties, in their order.
    tied: Vec<usize>,
    /// How many slots there are.
    slots: usize,
    /// Each one's neighbours, as places in `tied`, with the length of the tie.
    neighbours: Vec<Vec<(usize, u32)>>,
}

impl Graph {
    /// The graph of a dataset whose slots are those of a layout.
    pub(super) fn of(dataset: &Dataset, layout: &Layout) -> Self {
        let rung = REACH / dataset.info().reach();
        // Years, and stances times years, of each two slots.
        let mut sums: BTreeMap<(usize, usize), (f64, f64)> = BTreeMap::new();
        for (dyad, ties) in dataset.dyads() {
            let [Some(a), Some(b)] = dyad.both().map(|end| layout.of(end)) else { continue };
            if a == b {
                continue;
            }
            let (years, stances) = sums.entry((a.min(b).index(), a.max(b).index())).or_default();
            for tie in ties.map(|id| dataset.tie(id)) {
                let lasted = years_of(dataset, tie);
                *years += lasted;
                *stances += lasted * f64::from(tie.stance.value());
            }
        }
        let slots = layout.slots().len();
        let mut is_tied = vec![false; slots];
        for (a, b) in sums.keys() {
            (is_tied[*a], is_tied[*b]) = (true, true);
        }
        let tied: Vec<usize> = (0..slots).filter(|slot| is_tied[*slot]).collect();
        let mut places = vec![0; slots];
        for (place, slot) in tied.iter().enumerate() {
            places[*slot] = place;
        }
        let mut neighbours = vec![Vec::new(); tied.len()];
        for ((a, b), (years, stances)) in &sums {
            let length = libm::round(NEUTRAL - rung * stances / years) as u32;
            let [a, b] = [a, b].map(|slot| places[*slot]);
            neighbours[a].push((b, length));
            neighbours[b].push((a, length));
        }
        Self { tied, slots, neighbours }
    }

    /// How many slots have ties.
    pub(super) fn len(&self) -> usize {
        self.tied.len()
    }

    /// The two slots of each line, each line once.
    pub(super) fn lines(&self) -> Vec<[usize; 2]> {
        let mut lines = Vec::new();
        for (one, neighbours) in self.neighbours.iter().enumerate() {
            for (other, _) in neighbours.iter().filter(|(other, _)| *other > one) {
                lines.push([self.tied[one], self.tied[*other]]);
            }
        }
        lines
    }

    /// Which slots have ties.
    pub(super) fn is_tied(&self) -> Vec<bool> {
        let mut is_tied = vec![false; self.slots];
        for slot in &self.tied {
            is_tied[*slot] = true;
        }
        is_tied
    }

    /// The places of those who have ties as places of all slots; the others' are in the middle.
    pub(super) fn spread_over_all(&self, places: &[Vector]) -> Vec<Vector> {
        let mut all = vec![[0.0; 2]; self.slots];
        for (slot, place) in self.tied.iter().zip(places) {
            all[*slot] = *place;
        }
        all
    }

    /// How far everyone is from one, along ties.
    pub(super) fn distances_from(&self, start: usize) -> Vec<f64> {
        let mut lengths = vec![u32::MAX; self.len()];
        lengths[start] = 0;
        let mut open = BinaryHeap::from([(Reverse(0), start)]);
        while let Some((Reverse(length), at)) = open.pop() {
            if length > lengths[at] {
                continue;
            }
            for (next, step) in &self.neighbours[at] {
                let through = length.saturating_add(*step);
                if through < lengths[*next] {
                    lengths[*next] = through;
                    open.push((Reverse(through), *next));
                }
            }
        }
        let farthest = lengths.iter().copied().filter(|length| *length < u32::MAX).max().unwrap_or(0);
        let unreached = f64::from(farthest) / UNIT + UNREACHED;
        let far = |length: u32| if length < u32::MAX { f64::from(length) / UNIT } else { unreached };
        lengths.into_iter().map(far).collect()
    }

    /// Some who are far from one another: the one with most ties, then again and again the one farthest from all before.
    pub(super) fn pivots(&self, most: usize) -> Vec<usize> {
        let by_degree = order(self.len(), &|a, b| self.neighbours[b].len().cmp(&self.neighbours[a].len()));
        let mut pivots: Vec<usize> = by_degree.first().copied().into_iter().collect();
        let mut nearest = vec![f64::MAX; self.len()];
        while let Some(last) = pivots.last().copied().filter(|_| pivots.len() < most.min(self.len())) {
            for (least, far) in nearest.iter_mut().zip(self.distances_from(last)) {
                *least = least.min(far);
            }
            let mut farthest = last;
            for index in 0..self.len() {
                if nearest[index] > nearest[farthest] {
                    farthest = index;
                }
            }
            if farthest == last {
                break;
            }
            pivots.push(farthest);
        }
        pivots
    }

    /// Everyone against every other: whoever is tied by the length of the tie, others by the shortest way.
    pub(super) fn all_terms(&self, distances: &[Vec<f64>]) -> Vec<Vec<Term>> {
        let of = |index: usize| {
            let mut lengths = distances[index].clone();
            for (other, length) in &self.neighbours[index] {
                lengths[*other] = f64::from(*length) / UNIT;
            }
            let others = (0..self.len()).filter(|other| *other != index);
            others.map(|other| term(other, lengths[other], 1.0)).collect()
        };
        (0..self.len()).map(of).collect()
    }

    /// Everyone against those it is tied to, and against the pivots. A pivot weighs as many as are nearer to it than to
    /// other pivots, and no farther than half as far as the one that is held against it.
    pub(super) fn terms_to_pivots(&self, pivots: &[usize], distances: &[Vec<f64>]) -> Vec<Vec<Term>> {
        let mut regions: Vec<Vec<f64>> = vec![Vec::new(); pivots.len()];
        for index in 0..self.len() {
            let (mut nearest, mut least) = (0, f64::MAX);
            for (pivot, far) in distances.iter().map(|distances| distances[index]).enumerate() {
                if far < least {
                    (nearest, least) = (pivot, far);
                }
            }
            regions[nearest].push(least);
        }
        for region in &mut regions {
            region.sort_unstable_by(f64::total_cmp);
        }
        let of = |index: usize| {
            let mut terms: Vec<Term> = Vec::with_capacity(pivots.len() + self.neighbours[index].len());
            let mut is_neighbour = vec![false; self.len()];
            for (other, length) in &self.neighbours[index] {
                is_neighbour[*other] = true;
                terms.push(term(*other, f64::from(*length) / UNIT, 1.0));
            }
            for (pivot, (distances, region)) in pivots.iter().zip(distances.iter().zip(&regions)) {
                if *pivot != index && !is_neighbour[*pivot] {
                    let length = distances[index];
                    let near = region.partition_point(|far| *far <= length / 2.0);
                    terms.push(term(*pivot, length, near.max(1) as f64));
                }
            }
            terms
        };
        (0..self.len()).map(of).collect()
    }
}

fn term(other: usize, length: f64, weight: f64) -> Term {
    Term { other, length, weight: weight / (length * length) }
}

/// How many years of the span a tie lasted.
fn years_of(dataset: &Dataset, tie: &Tie) -> f64 {
    let info = dataset.info();
    let (first, last) = (f64::from(info.first_year), f64::from(info.last_year) + 1.0);
    let to = tie.spell.to.map_or(last, Date::instant).min(last);
    (to - tie.spell.from.instant().max(first)).max(SHORTEST)
}
