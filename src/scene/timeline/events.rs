//! Events under their row: one mark for each, or for several that lie too close to be told apart.

use crate::data::{Dataset, EventId, order};

use super::super::{Axis, Point};

/// Height of the lane of events under a row, in CSS pixels.
pub(super) const LANE: f64 = 13.0;
/// Half the size of the smallest mark, and what each step of change and of weight adds, in CSS pixels.
const HALF: (f64, f64, f64) = (2.2, 1.0, 0.2);
/// Weight beyond this adds nothing.
const HEAVIEST: u32 = 5;
/// Two marks nearer than this are one, in CSS pixels; or nearer than this share of their sizes.
const APART: (f64, f64) = (5.0, 0.8);

/// A mark in the lane: upwards for the better, downwards for the worse, larger for what changed more.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct EventMark {
    /// The event of most weight among those that it stands for.
    pub(super) event: EventId,
    /// What that did to the two.
    pub(super) change: i8,
    /// How many it stands for.
    pub(super) count: usize,
    pub(super) at: Point,
    /// Half its width and height, in CSS pixels.
    pub(super) half: f64,
}

/// The marks of events in a lane of that width with its middle at `middle`, and for each event the index of its mark.
pub(super) fn lay(
    dataset: &Dataset,
    axis: &Axis,
    events: &[(EventId, i8)],
    (width, middle): (f64, f64),
) -> (Vec<EventMark>, Vec<usize>) {
    let rank = |index: usize| {
        let (id, change) = events[index];
        (change.unsigned_abs(), dataset.event(id).weight())
    };
    let mut marks: Vec<EventMark> = Vec::new();
    let mut mark_of = vec![0; events.len()];
    for index in order(events.len(), &|a, b| rank(b).cmp(&rank(a)).then(a.cmp(&b))) {
        let (event, change) = events[index];
        let (steps, weight) = rank(index);
        let half = HALF.0 + HALF.1 * f64::from(steps) + HALF.2 * f64::from(weight.min(HEAVIEST));
        // What happened before the first year's end may lie before the picture.
        let x = axis.at(dataset.event(event).date.instant()).min(width - half).max(half);
        let at = Point { x, y: middle };
        let gap = |mark: &EventMark| (mark.at.x - at.x).abs();
        let is_close = |mark: &EventMark| gap(mark) < APART.0.max((mark.half + half) * APART.1);
        let close = (0..marks.len())
            .filter(|place| is_close(&marks[*place]))
            .min_by(|a, b| gap(&marks[*a]).total_cmp(&gap(&marks[*b])));
        mark_of[index] = close.unwrap_or(marks.len());
        match close {
            Some(place) => marks[place].count += 1,
            None => marks.push(EventMark { event, change, count: 1, at, half }),
        }
    }
    (marks, mark_of)
}
