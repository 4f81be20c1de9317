//! Events under their row: one mark for each, or for several that lie too close to be told apart.

use crate::data::{Dataset, EventId, order};

use super::super::{Axis, Point};

/// Height of the lane of events under a row, in CSS pixels.
pub(super) const LANE: f64 = 14.0;
/// Half the size of the smallest mark, and what each step of change and of weight adds, in CSS pixels.
const HALF: (f64, f64, f64) = (2.2, 1.0, 0.2);
/// Weight beyond this adds nothing.
const HEAVIEST: u32 = 5;
/// Two marks nearer than this are one, in CSS pixels; or nearer than this share of their sizes.
const APART: (f64, f64) = (5.0, 0.8);

/// An event of a row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RowEvent {
    pub(super) id: EventId,
    /// Where its date stands, in CSS pixels.
    pub(super) x: f64,
    /// The index of its mark.
    pub(super) mark: usize,
}

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

/// What changed something between two from the `first` year on, and its marks in a lane of that width with its middle at
/// `middle`; `found` is in the order of dates.
pub(super) fn lay(
    dataset: &Dataset,
    axis: &Axis,
    found: Vec<(EventId, Option<i8>)>,
    (width, middle): (f64, f64),
) -> (Vec<RowEvent>, Vec<EventMark>) {
    let mut events = Vec::new();
    let mut ranks: Vec<(u32, u32, i8)> = Vec::new();
    for (id, change) in found {
        let (Some(change), event) = (change, dataset.event(id)) else { continue };
        if event.date.step() >= dataset.info().first_year {
            events.push(RowEvent { id, x: axis.at(event.date.instant()), mark: 0 });
            ranks.push((change.unsigned_abs().into(), event.weight(), change));
        }
    }
    let mut marks: Vec<EventMark> = Vec::new();
    let rank = |index: usize| (ranks[index].0, ranks[index].1);
    for index in order(events.len(), &|a, b| rank(b).cmp(&rank(a))) {
        let ((steps, weight, change), event) = (ranks[index], &mut events[index]);
        let half = HALF.0 + HALF.1 * f64::from(steps) + HALF.2 * f64::from(weight.min(HEAVIEST));
        // What happened before the first year's end may lie before the picture.
        let x = event.x.min(width - half).max(half);
        event.mark = marks.len();
        let mut nearest = f64::MAX;
        for (place, mark) in marks.iter().enumerate() {
            let gap = (mark.at.x - x).abs();
            if gap < APART.0.max((mark.half + half) * APART.1) && gap < nearest {
                (nearest, event.mark) = (gap, place);
            }
        }
        match marks.get_mut(event.mark) {
            Some(mark) => mark.count += 1,
            None => marks.push(EventMark { event: event.id, change, count: 1, at: Point { x, y: middle }, half }),
        }
    }
    (events, marks)
}
