//! Where stress majorisation starts, and how its end is turned and fitted into the square.

use crate::data::Dataset;
use crate::layout::Layout;

use super::random::{Random, Vector};

/// How often a vector is multiplied until it points where the matrix stretches most.
const POWER: usize = 60;
/// By how much more one side may be stretched than the other, so that the square is filled.
const STRETCH: f64 = 1.6;
/// How much of the square those who have ties fill where others stand at its edge.
const INNER: f64 = 0.84;

/// The plane that keeps distances to the pivots best: `distances[pivot][index]`.
pub(super) fn of_pivots(distances: &[Vec<f64>], random: &mut Random) -> Vec<Vector> {
    let count = distances.first().map_or(0, Vec::len);
    let mut columns: Vec<Vec<f64>> =
        distances.iter().map(|column| column.iter().map(|far| -far * far / 2.0).collect()).collect();
    for column in &mut columns {
        let mean = column.iter().sum::<f64>() / count as f64;
        for value in column.iter_mut() {
            *value -= mean;
        }
    }
    for index in 0..count {
        let mean = columns.iter().map(|column| column[index]).sum::<f64>() / columns.len() as f64;
        for column in &mut columns {
            column[index] -= mean;
        }
    }
    let mut places = vec![[0.0; 2]; count];
    for axis in 0..2 {
        let mut along: Vec<f64> = columns.iter().map(|_| random.next() - 0.5).collect();
        let mut image = vec![0.0; count];
        for _ in 0..POWER {
            image.fill(0.0);
            for (column, share) in columns.iter().zip(&along) {
                for (value, entry) in image.iter_mut().zip(column) {
                    *value += entry * share;
                }
            }
            along = columns.iter().map(|column| dot(column, &image)).collect();
            let length = dot(&along, &along).sqrt().max(f64::MIN_POSITIVE);
            for value in &mut along {
                *value /= length;
            }
        }
        // What this axis tells is taken away, so that the next one tells something else.
        let length = dot(&image, &image).sqrt().max(f64::MIN_POSITIVE);
        for column in &mut columns {
            let share = dot(column, &image) / length / length;
            for (entry, value) in column.iter_mut().zip(&image) {
                *entry -= share * value;
            }
        }
        // To about the lengths of ties: the stretch is the root of what the matrix does.
        let root = length.sqrt();
        for (place, value) in places.iter_mut().zip(&image) {
            // Nobody stands quite in one place with another.
            place[axis] = value / root + (random.next() - 0.5) * 1e-3;
        }
    }
    places
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}

/// The same picture turned so that east is to the right as far as it can be.
pub(super) fn turned_to_the_map(dataset: &Dataset, layout: &Layout, mut places: Vec<Vector>) -> Vec<Vector> {
    let east =
        |slot: &crate::layout::Slot| slot.holders.last().map_or(0.0, |actor| f64::from(dataset.actor(*actor).lon));
    let easts: Vec<f64> = layout.slots().iter().map(east).collect();
    let mean = easts.iter().sum::<f64>() / easts.len().max(1) as f64;
    let mut sum = [0.0; 2];
    for (place, east) in places.iter().zip(&easts) {
        for axis in 0..2 {
            sum[axis] += (east - mean) * place[axis];
        }
    }
    let length = (sum[0] * sum[0] + sum[1] * sum[1]).sqrt();
    if length > 1e-6 {
        let [cos, sin] = sum.map(|sum| sum / length);
        for place in &mut places {
            *place = [cos * place[0] + sin * place[1], cos * place[1] - sin * place[0]];
        }
    }
    places
}

/// The places from −1 to 1 on both axes; whoever has no ties stands at the edge.
pub(super) fn fitted(mut places: Vec<Vector>, is_tied: &[bool]) -> Vec<Vector> {
    let (mut least, mut most) = ([f64::MAX; 2], [f64::MIN; 2]);
    for (place, _) in places.iter().zip(is_tied).filter(|(_, is_tied)| **is_tied) {
        for axis in 0..2 {
            least[axis] = least[axis].min(place[axis]);
            most[axis] = most[axis].max(place[axis]);
        }
    }
    let untied = is_tied.iter().filter(|is_tied| !**is_tied).count();
    let inner = if untied > 0 { INNER } else { 1.0 };
    let scales = [0, 1].map(|axis| 2.0 * inner / (most[axis] - least[axis]).max(1e-6));
    let least_scale = scales[0].min(scales[1]);
    let scales = scales.map(|scale| scale.min(least_scale * STRETCH));
    let mut turn = 0.0;
    for (place, is_tied) in places.iter_mut().zip(is_tied) {
        if *is_tied {
            *place = [0, 1].map(|axis| (place[axis] - f64::midpoint(least[axis], most[axis])) * scales[axis]);
        } else {
            *place = on_the_edge(turn * 4.0 / untied as f64);
            turn += 1.0;
        }
    }
    places
}

/// A place on the edge of the square, from 0 at the lower left to 4, clockwise.
fn on_the_edge(way: f64) -> Vector {
    let along = |from: f64| (way - from) * 2.0 - 1.0;
    if way < 1.0 {
        [-1.0, -along(0.0)]
    } else if way < 2.0 {
        [along(1.0), -1.0]
    } else if way < 3.0 {
        [1.0, along(2.0)]
    } else {
        [-along(3.0), 1.0]
    }
}
