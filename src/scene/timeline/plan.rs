//! Where the rows, the curves and the lanes of the timeline stand.

use crate::data::{ActorId, Dataset, EventId, Prominence, TieId};
use crate::layout::{EgoLayout, Focus, holders, ties_between};
use crate::moment::{Counts, Moment, events_between};
use crate::time::{Playhead, Spell};
use crate::words::place_name;

use super::super::{Axis, Datum, Point, Size};
use super::lanes::{self, Lane};

/// How far the strongest stances reach above and below a row's line, in CSS pixels.
pub(super) const REACH: f64 = 15.6;
/// Height of the events' ticks under a row, in CSS pixels.
pub(super) const TICKS: f64 = 8.0;
/// Between two rows, in CSS pixels.
pub(super) const GAP: f64 = 9.0;
/// Height of a row's name where it stands above the row, in CSS pixels.
pub(super) const NAME: f64 = 15.0;
/// Height of the curves of states with relations, in CSS pixels.
pub(super) const CURVES: f64 = 74.0;
/// Height of a lane of eras, in CSS pixels.
pub(super) const LANE: f64 = 18.0;
/// With less room than this on the left, names stand above their rows, in CSS pixels.
pub(super) const MARGIN: f64 = 90.0;

/// Where the years run, in CSS pixels: the slider's track, so that one cursor serves both.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Track {
    /// Width of the whole picture.
    pub width: f64,
    /// Where the first year's end stands.
    pub left: f64,
    /// Where the last year's end stands.
    pub right: f64,
}

/// One row: how two stood to one another over the whole span.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineRow {
    /// The partner's place, or the two of a tie.
    pub ends: Vec<ActorId>,
    /// What it is called.
    pub label: String,
    /// Whether it is the reader's own choice.
    pub chosen: bool,
    /// Its top, in CSS pixels.
    pub top: f64,
    /// Its height, in CSS pixels.
    pub height: f64,
    pub(super) ties: Vec<TieId>,
    /// What happened between the two, with what it did.
    pub(super) events: Vec<(EventId, i8)>,
}

/// The timeline, laid out for a width.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// What they take up.
    pub size: Size,
    pub(super) rows: Vec<TimelineRow>,
    pub(super) axis: Axis,
    /// Where the first day and the last stand.
    pub(super) edges: (f64, f64),
    /// Where the curves stand, top and bottom; without height where the dataset does not count relations.
    pub(super) curves: (f64, f64),
    /// The counts at the end of each year, where they are shown.
    pub(super) counts: Vec<Counts>,
    pub(super) lanes: Vec<Lane>,
    /// Whether names stand above their rows.
    pub(super) narrow: bool,
}

impl Timeline {
    /// Lays the timeline out: one row for each principal, another for whoever else is in focus.
    pub fn lay(dataset: &Dataset, layout: &EgoLayout, focus: Focus, track: Track) -> Self {
        let info = dataset.info();
        let narrow = track.left < MARGIN;
        let instants = (f64::from(info.first_year) + 1.0, f64::from(info.last_year) + 1.0);
        let axis = Axis::new(instants, (track.left, track.right.max(track.left + 1.0)));

        // The first year's days lie before its end, where the track begins.
        let edges = (axis.at(instants.0 - 1.0).max(0.0), axis.at(instants.1));
        let focused = focus.ends();
        let mut choices: Vec<(Vec<ActorId>, bool)> = Vec::new();
        let is_focus = |place: &[ActorId]| focused.len() == 1 && focused.iter().all(|end| place.contains(end));
        for place in layout.slots().iter().filter(|place| place.prominence == Prominence::Principal) {
            if let Some(first) = place.holders.first() {
                choices.push((vec![*first], is_focus(&place.holders)));
            }
        }
        if !focused.is_empty() && !choices.iter().any(|(_, chosen)| *chosen) {
            choices.insert(0, (focused, true));
        }

        let name = if narrow { NAME } else { 0.0 };
        let height = name + 2.0 * REACH + TICKS;
        let mut top = 4.0;
        let mut rows = Vec::with_capacity(choices.len());
        for (ends, chosen) in choices {
            rows.push(TimelineRow::of(dataset, layout, ends, chosen, (top, height)));
            top += height + GAP;
        }
        let mut curves = (top, top);
        let mut counts = Vec::new();
        if info.counts_relations {
            curves = (top + name + 2.0, top + name + 2.0 + CURVES);
            top = curves.1 + GAP;
            let years = info.first_year..=info.last_year;
            counts.extend(years.map(|year| Moment::at(dataset, Playhead::end_of(year)).counts()));
        }
        let lanes = lanes::lay(dataset, &axis, edges, (top + name, LANE));
        top = lanes.iter().map(|lane| lane.top + LANE).fold(top, f64::max);
        let size = Size { width: track.width, height: top + 4.0 };
        Self { size, rows, axis, edges, curves, counts, lanes, narrow }
    }

    /// Every row, from the top.
    pub fn rows(&self) -> &[TimelineRow] {
        &self.rows
    }

    /// Where the cursor stands.
    pub fn cursor(&self, playhead: Playhead) -> f64 {
        self.axis.at(playhead.instant())
    }

    /// The slider's position under the pointer.
    pub fn position(&self, x: f64) -> f64 {
        self.axis.value(x) - 1.0
    }

    /// What is under the pointer: an event when its tick is near, or else the spell, the era or the year.
    pub fn hit(&self, dataset: &Dataset, at: Point) -> Option<Datum> {
        let instant = self.axis.value(at.x);
        let holds = |spell: Spell| spell.from.instant() <= instant && spell.to.is_none_or(|to| instant < to.instant());
        if let Some(row) = self.rows.iter().find(|row| (row.top..row.top + row.height).contains(&at.y)) {
            if at.y > row.line(self.narrow) {
                let gap = |id: &EventId| (self.axis.at(dataset.event(*id).date.instant()) - at.x).abs();
                let near = row.events.iter().filter(|(id, _)| gap(id) < 4.0);
                let nearest = near.min_by(|a, b| {
                    gap(&a.0).total_cmp(&gap(&b.0)).then(dataset.event(b.0).weight().cmp(&dataset.event(a.0).weight()))
                });
                if let Some((event, _)) = nearest {
                    return Some(Datum::Event(*event));
                }
            }
            let tie = row.ties.iter().find(|id| holds(dataset.tie(**id).spell));
            return tie.map(|id| Datum::Tie(*id));
        }
        let lane = self.lanes.iter().find(|lane| (lane.top..lane.top + LANE).contains(&at.y));
        if let Some(lane) = lane {
            let bar = lane.eras.iter().find(|bar| (bar.from..bar.to).contains(&at.x) || bar.has_name_at(at.x));
            return bar.map(|bar| Datum::Era(bar.index as u16));
        }
        let info = dataset.info();
        let year = (libm::ceil(self.position(at.x)) as i16).clamp(info.first_year, info.last_year);
        (self.curves.0..self.curves.1).contains(&at.y).then_some(Datum::Year(year))
    }
}

impl TimelineRow {
    pub(super) fn of(
        dataset: &Dataset,
        layout: &EgoLayout,
        ends: Vec<ActorId>,
        chosen: bool,
        (top, height): (f64, f64),
    ) -> Self {
        let ego = dataset.info().ego;
        let (a, b) = (ends[0], ends.get(1).copied().unwrap_or(ego));
        let (these, those) = (holders(layout, a), holders(layout, b));
        let label = place_name(dataset, layout, &ends);
        let first = dataset.info().first_year;
        let events = events_between(dataset, &these, &those)
            .into_iter()
            .filter(|(id, _)| dataset.event(*id).date.year() >= first)
            .filter_map(|(id, change)| Some((id, change?)))
            .collect();
        Self { label, chosen, top, height, ties: ties_between(dataset, layout, a, b), events, ends }
    }

    /// The line between friend and foe.
    pub(super) const fn line(&self, narrow: bool) -> f64 {
        self.top + if narrow { NAME } else { 0.0 } + REACH
    }

    /// The tie that holds at a playhead.
    pub fn tie_at(&self, dataset: &Dataset, playhead: Playhead) -> Option<TieId> {
        self.ties.iter().copied().find(|id| dataset.tie(*id).spell.holds(playhead))
    }
}
