//! What of the timeline is under the pointer, where it stands, and where the arrow keys lead from it.

use crate::data::{Dataset, EventId};
use crate::time::Spell;

use super::super::{Datum, Point, Size};
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
    /// What is under the pointer: an event when its mark is near, or else the spell, the era or the year.
    pub fn hit(&self, dataset: &Dataset, at: Point) -> Option<Datum> {
        let instant = self.axis.value(at.x);
        let holds = |spell: Spell| spell.from.instant() <= instant && spell.to.is_none_or(|to| instant < to.instant());
        if let Some(row) = self.rows.iter().find(|row| (row.top..row.top + row.height + GAP).contains(&at.y)) {
            if at.y > row.line + REACH {
                let near = row.marks.iter().filter(|mark| (mark.at.x - at.x).abs() < (mark.half + NEAR).max(LEAST));
                let nearest = near.min_by(|a, b| (a.at.x - at.x).abs().total_cmp(&(b.at.x - at.x).abs()));
                if let Some(mark) = nearest {
                    return Some(Datum::Event(mark.event));
                }
            }
            return row.ties.iter().find(|id| holds(dataset.tie(**id).spell)).map(|id| Datum::Tie(*id));
        }
        if let Some(lane) = self.lanes.iter().find(|lane| (lane.top..lane.top + LANE).contains(&at.y)) {
            let bar = lane.eras.iter().find(|bar| (bar.from..bar.to).contains(&at.x));
            let bar = bar.or_else(|| lane.eras.iter().find(|bar| bar.is_at(at.x)));
            return bar.map(|bar| Datum::Era(bar.index as u16));
        }
        let info = dataset.info();
        let year = (libm::ceil(self.position(at.x)) as i16).clamp(info.first_year, info.last_year);
        (self.curves.0..self.curves.1).contains(&at.y).then_some(Datum::Year(year))
    }

    /// The top left and the size of what a tip at that place tells of, in CSS pixels.
    pub fn outline(&self, dataset: &Dataset, datum: Datum, at: Point) -> Option<(Point, Size)> {
        let frame = |(left, top): (f64, f64), (right, bottom): (f64, f64)| {
            Some((Point { x: left, y: top }, Size { width: right - left, height: bottom - top }))
        };
        let row = self.rows.iter().find(|row| (row.top..row.top + row.height + GAP).contains(&at.y));
        match datum {
            Datum::Tie(id) => {
                let (row, tie) = (row?, dataset.tie(id));
                let band = self.band(tie.spell);
                frame((band.start, row.line - REACH), (band.end, row.line + REACH))
            }
            Datum::Event(id) => {
                let row = row?;
                let (_, mark) = row.events.iter().find(|(event, _)| *event == id)?;
                let mark = row.marks.get(*mark)?;
                let half = mark.half + NEAR;
                frame((mark.at.x - half, mark.at.y - half), (mark.at.x + half, mark.at.y + half))
            }
            Datum::Era(index) => {
                let has = |bar: &&super::lanes::EraBar| bar.index == usize::from(index);
                let (lane, bar) = self.lanes.iter().find_map(|lane| Some((lane, lane.eras.iter().find(has)?)))?;
                frame((bar.from, lane.top), (bar.to, lane.top + LANE - 2.0))
            }
            _ => None,
        }
    }

    /// How many events the mark at that place stands for beside this one.
    pub fn others(&self, id: EventId, at: Point) -> usize {
        let spot = self.spot(id, at);
        let mark = spot.and_then(|Spot { row, event }| {
            let row = self.rows.get(row)?;
            row.marks.get(row.events.get(event)?.1)
        });
        mark.map_or(0, |mark| mark.count - 1)
    }

    /// An event in the row at that place.
    pub fn spot(&self, id: EventId, at: Point) -> Option<Spot> {
        let row = self.rows.iter().position(|row| (row.top..row.top + row.height + GAP).contains(&at.y))?;
        let event = self.rows[row].events.iter().position(|(event, _)| *event == id)?;
        Some(Spot { row, event })
    }

    /// The event of a spot, and where its mark stands.
    pub fn event_at(&self, spot: Spot) -> Option<(EventId, Point)> {
        let row = self.rows.get(spot.row)?;
        let (id, mark) = *row.events.get(spot.event)?;
        Some((id, row.marks.get(mark)?.at))
    }

    /// Where a key leads from a spot; without one, to the last event before `x`, in the reader's own row or the first.
    pub fn leap(&self, dataset: &Dataset, from: Option<Spot>, leap: Leap, x: f64) -> Option<Spot> {
        let place = |event: &(EventId, usize)| self.axis.at(dataset.event(event.0).date.instant());
        let Some(Spot { row, event }) = from.filter(|spot| self.event_at(*spot).is_some()) else {
            let has_events = |row: &usize| !self.rows[*row].events.is_empty();
            let chosen = (0..self.rows.len()).filter(has_events).find(|row| self.rows[*row].chosen);
            let row = chosen.or_else(|| (0..self.rows.len()).find(has_events))?;
            let event = self.rows[row].events.iter().rposition(|event| place(event) <= x).unwrap_or(0);
            return Some(Spot { row, event });
        };
        let events = &self.rows[row].events;
        let beside = |other: usize| {
            let here = place(&events[event]);
            let far = |index: &usize| (place(&self.rows[other].events[*index]) - here).abs();
            let nearest = (0..self.rows[other].events.len()).min_by(|a, b| far(a).total_cmp(&far(b)));
            nearest.map(|event| Spot { row: other, event })
        };
        let other = match leap {
            Leap::Earlier => Some(Spot { row, event: event.saturating_sub(1) }),
            Leap::Later => Some(Spot { row, event: (event + 1).min(events.len() - 1) }),
            Leap::First => Some(Spot { row, event: 0 }),
            Leap::Last => Some(Spot { row, event: events.len() - 1 }),
            Leap::Up => (0..row).rev().find_map(beside),
            Leap::Down => (row + 1..self.rows.len()).find_map(beside),
        };
        other.or(from)
    }
}
