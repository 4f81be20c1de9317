//! The layout of a network without an ego, by stress majorisation: distances in the picture come as near as they can
//! to distances along ties, of which warm ones are short and hostile ones long.
//!
//! The ties of all years count, so that everyone keeps one place. Each slot moves in turn to where its own stress is least
//! (Gansner, Koren and North 2004); of many slots, each is held against those it is tied to and against pivots that
//! stand for the rest (Ortmann, Klimenta and Brandes 2016). It starts from the plane that keeps distances to the pivots
//! best (Brandes and Pich 2006), and where slots are few from seeded random places too.

mod apart;
mod graph;
mod plane;
mod random;

use crate::data::{Dataset, Position};

use super::fixed::{open, place};
use super::{Layout, LayoutKind};
use graph::{Graph, Term};
use random::{Random, Vector};

/// Up to so many slots, each is held against every other.
const ALL: usize = 500;
/// Of more, each is held against so many pivots.
const PIVOTS: usize = 100;
/// How many terms are worked out in all, at most, and in how many rounds.
const EFFORT: usize = 24_000_000;
const ROUNDS: (usize, usize) = (30, 250);
/// A round in which slots move less than this on average is the last: shares of the shortest tie.
const STILL: f64 = 1e-3;
/// So many random starts are tried for one slot, squared; at most.
const STARTS: (usize, usize) = (20_000, 16);
/// How finely positions are kept, in parts of the unit square.
const FINENESS: f64 = 10_000.0;

impl Layout {
    /// The layout of a dataset in which nobody is the ego.
    pub(super) fn without_ego(dataset: &Dataset) -> Self {
        let layout = Self::of_slots(dataset, LayoutKind::Solved, open(dataset));
        let graph = Graph::of(dataset, &layout);
        let places = graph.spread_over_all(&graph.settled());
        let places = plane::turned_to_the_map(dataset, &layout, places);
        let radii: Vec<f64> = layout.slots().iter().map(|slot| slot.radius).collect();
        let places = apart::aired(plane::fitted(places, &graph.is_tied()), &radii, &graph.lines());
        let places = apart::parted(plane::fitted(places, &graph.is_tied()), &radii);
        let share = |along: f64| (libm::round(f64::midpoint(along, 1.0) * FINENESS) / FINENESS) as f32;
        let mut slots = open(dataset);
        for (slot, [x, y]) in slots.iter_mut().zip(places) {
            place(slot, Position { x: share(x), y: share(y) });
        }
        Self::of_slots(dataset, LayoutKind::Solved, slots)
    }
}

impl Graph {
    /// Where everyone who has ties stands, in their order: the best of what several starts lead to.
    fn settled(&self) -> Vec<Vector> {
        let count = self.len();
        if count < 2 {
            return vec![[0.0; 2]; count];
        }
        let pivots = self.pivots(PIVOTS);
        let distances: Vec<Vec<f64>> = if count <= ALL {
            (0..count).map(|index| self.distances_from(index)).collect()
        } else {
            pivots.iter().map(|pivot| self.distances_from(*pivot)).collect()
        };
        let terms = if count <= ALL { self.all_terms(&distances) } else { self.terms_to_pivots(&pivots, &distances) };
        let starts =
            if count <= ALL { pivots.iter().map(|pivot| distances[*pivot].clone()).collect() } else { distances };
        let mut random = Random(0x5eed);
        let mut best = majorised(plane::of_pivots(&starts, &mut random), &terms);
        let mut least = stress(&best, &terms);
        for _ in 0..(STARTS.0 / (count * count)).min(STARTS.1) {
            let reach = starts.iter().flatten().copied().fold(1.0, f64::max);
            let start = (0..count).map(|_| [random.next() * reach, random.next() * reach]).collect();
            let other = majorised(start, &terms);
            let left = stress(&other, &terms);
            // A start is better by more than rounding.
            if left < least * (1.0 - 1e-6) {
                (best, least) = (other, left);
            }
        }
        best
    }
}

/// Moves each in turn to where its own stress is least, until all stand nearly still.
fn majorised(mut places: Vec<Vector>, terms: &[Vec<Term>]) -> Vec<Vector> {
    let all: usize = terms.iter().map(Vec::len).sum();
    for _ in 0..(EFFORT / all.max(1)).clamp(ROUNDS.0, ROUNDS.1) {
        let mut moved = 0.0;
        for (index, terms) in terms.iter().enumerate() {
            let at = places[index];
            let (mut sum, mut weights) = ([0.0; 2], 0.0);
            for Term { other, length, weight } in terms.iter().copied() {
                let there = places[other];
                let way = [at[0] - there[0], at[1] - there[1]];
                // Two in one place part in a direction of their own.
                let far = (way[0] * way[0] + way[1] * way[1]).sqrt();
                let (way, far) = if far > 1e-9 { (way, far) } else { ([1.0, index as f64 - other as f64], 1.0) };
                for axis in 0..2 {
                    sum[axis] += weight * (there[axis] + way[axis] / far * length);
                }
                weights += weight;
            }
            if weights > 0.0 {
                let to = sum.map(|sum| sum / weights);
                moved += (to[0] - at[0]).abs() + (to[1] - at[1]).abs();
                places[index] = to;
            }
        }
        if moved < STILL * places.len() as f64 {
            break;
        }
    }
    places
}

/// By how much distances differ from what they should be, squared and weighed.
fn stress(places: &[Vector], terms: &[Vec<Term>]) -> f64 {
    let mut stress = 0.0;
    for (at, terms) in places.iter().zip(terms) {
        for Term { other, length, weight } in terms.iter().copied() {
            let way = [at[0] - places[other][0], at[1] - places[other][1]];
            let lack = (way[0] * way[0] + way[1] * way[1]).sqrt() - length;
            stress += weight * lack * lack;
        }
    }
    stress
}
