//! What of the timeline is under the pointer, where it stands, and where the arrow keys lead from it.

use crate::data::{Dataset, EventId};

use super::super::{Datum, Point, Size};
use super::events::EventMark;
use super::plan::{GAP, LANE, REACH, Timeline};

/// How far beside an event's mark a pointer may be, in CSS pixels.
const NEAR: f64 = 3.0;
/// Half the width within which a pointer is at an event at least, in CSS pixels.
const LEAST: f64 = 6.0;

/// An event in a row of the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    row: usize,
    event: usize,
}

/// Where an arrow key leads from event to event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leap {
    /// To the event before, in the same row.
    Earlier,
    /// To the next one.
    Later,
    /// To the nearest one in the row above.
    Up,
    /// To the nearest one in the row below.
    Down,
    /// To the first of the row.
    First,
    /// To the last of the row.
    Last,
}

impl Timeline {
    /// The row at a height.
    fn row_at(&self, y: f64) -> Option<usize> {
        self.rows.iter().position(|row| row.top <= y && y < row.top + row.height + GAP)
    }

    /// What is under the pointer: an event when its mark is near, or else the spell, the era or the year.
    pub fn hit(&self, dataset: &Dataset, at: Point) -> Option<Datum> {
        if let Some(row) = self.row_at(at.y) {
            let row = &self.rows[row];
            let (mut found, mut nearest) = (None, f64::MAX);
            for mark in &row.marks {
                let gap = (mark.at.x - at.x).abs();
                if at.y > row.line + REACH && gap < (mark.half + NEAR).max(LEAST) && gap < nearest {
                    (found, nearest) = (Some(Datum::Event(mark.event)), gap);
                }
            }
            let instant = self.axis.value(at.x);
            for id in &row.ties {
                let spell = dataset.tie(*id).spell;
                let is_over = spell.to.is_some_and(|to| to.instant() <= instant);
                if found.is_none() && spell.from.instant() <= instant && !is_over {
                    found = Some(Datum::Tie(*id));
                }
            }
            return found;
        }
        for bar in &self.lanes.bars {
            if bar.top <= at.y && at.y < bar.top + LANE && bar.reach.0 <= at.x && at.x < bar.reach.1 {
                return Some(Datum::Era(bar.index as u16));
            }
        }
        let info = dataset.info();
        let year = (libm::ceil(self.position(at.x)) as i16).max(info.first_year).min(info.last_year);
        (self.curves.0 <= at.y && at.y < self.curves.1).then_some(Datum::Year(year))
    }

    /// The top left and the size of what a tip at that place tells of, in CSS pixels.
    pub fn outline(&self, dataset: &Dataset, datum: Datum, at: Point) -> Option<(Point, Size)> {
        let (left, top, right, bottom) = match datum {
            Datum::Tie(id) => {
                let (line, band) = (self.rows[self.row_at(at.y)?].line, self.band(dataset.tie(id).spell));
                (band.start, line - REACH, band.end, line + REACH)
            }
            Datum::Event(id) => {
                let mark = self.mark_of(self.spot(id, at)?)?;
                let (Point { x, y }, half) = (mark.at, mark.half + NEAR);
                (x - half, y - half, x + half, y + half)
            }
            Datum::Era(index) => {
                let bar = self.lanes.bars.iter().find(|bar| bar.index == usize::from(index))?;
                (bar.from, bar.top, bar.to, bar.top + LANE - 2.0)
            }
            _ => return None,
        };
        Some((Point { x: left, y: top }, Size { width: right - left, height: bottom - top }))
    }

    /// How many events the mark at that place stands for beside this one.
    pub fn others(&self, id: EventId, at: Point) -> usize {
        self.spot(id, at).and_then(|spot| self.mark_of(spot)).map_or(0, |mark| mark.count - 1)
    }

    /// An event in the row at that place.
    pub fn spot(&self, id: EventId, at: Point) -> Option<Spot> {
        let row = self.row_at(at.y)?;
        let event = self.rows[row].events.iter().position(|event| event.id == id)?;
        Some(Spot { row, event })
    }

    fn mark_of(&self, spot: Spot) -> Option<&EventMark> {
        let row = self.rows.get(spot.row)?;
        row.marks.get(row.events.get(spot.event)?.mark)
    }

    /// The event of a spot, and where its mark stands.
    pub fn event_at(&self, spot: Spot) -> Option<(EventId, Point)> {
        let at = self.mark_of(spot)?.at;
        Some((self.rows[spot.row].events[spot.event].id, at))
    }

    /// Where a key leads from a spot; without one, to the last event before `x`, in the reader's own row or the first.
    pub fn leap(&self, from: Option<Spot>, leap: Leap, x: f64) -> Option<Spot> {
        let Some(spot) = from.filter(|spot| self.mark_of(*spot).is_some()) else {
            let mut first = None;
            for (index, row) in self.rows.iter().enumerate() {
                if !row.events.is_empty() && (first.is_none() || row.chosen) {
                    first = Some(index);
                }
            }
            let row = first?;
            let event = self.rows[row].events.iter().rposition(|event| event.x <= x).unwrap_or(0);
            return Some(Spot { row, event });
        };
        let Spot { row, event } = spot;
        let events = &self.rows[row].events;
        let to = |event: usize| Some(Spot { row, event });
        match leap {
            Leap::Earlier => to(event.saturating_sub(1)),
            Leap::Later => to((event + 1).min(events.len() - 1)),
            Leap::First => to(0),
            Leap::Last => to(events.len() - 1),
            Leap::Up | Leap::Down => {
                let step = if leap == Leap::Up { usize::MAX } else { 1 };
                let (mut other, mut found, mut nearest) = (row.wrapping_add(step), from, f64::MAX);
                while nearest == f64::MAX && other < self.rows.len() {
                    for (index, beside) in self.rows[other].events.iter().enumerate() {
                        let far = (beside.x - events[event].x).abs();
                        if far < nearest {
                            (found, nearest) = (Some(Spot { row: other, event: index }), far);
                        }
                    }
                    other = other.wrapping_add(step);
                }
                found
            }
        }
    }
}
