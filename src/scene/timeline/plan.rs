//! Where the rows, the curves, the lanes and the years of the timeline stand.

use crate::data::{ActorId, Confidence, Dataset, EventId, Prominence, Stance, TieId, sorted};
use crate::layout::{EgoLayout, Focus, holders, ties_between};
use crate::moment::{Counts, Moment, events_between};
use crate::time::Playhead;
use crate::words::place_name;

use super::super::{Axis, Size, text_width};
use super::events::{self, EventMark};
use super::lanes::{Lane, Room};
use super::years::{self, YearTick};

/// Height of one step of the ladder, in CSS pixels.
pub(super) const STEP: f64 = 7.5;
/// How far the strongest stances reach above and below a row's line, in CSS pixels.
pub(super) const REACH: f64 = 3.0 * STEP;
/// Between two rows, in CSS pixels.
pub(super) const GAP: f64 = 10.0;
/// Height of a row's name where it stands above the row, in CSS pixels: enough for a finger.
pub(super) const NAME: f64 = 24.0;
/// Size of a row's name, in CSS pixels.
pub(super) const NAME_TYPE: f64 = 13.0;
/// Height of the shown year above the rows, in CSS pixels.
const HEAD: f64 = 22.0;
/// How far the name of the strongest stance reaches above the first row, in CSS pixels.
const SCALE: f64 = 6.0;
/// Height of the line of type that names the rows' line where no margin does, in CSS pixels.
pub(super) const KEY: f64 = 18.0;
/// Height of the years, in CSS pixels.
pub(super) const FOOT: f64 = 20.0;
/// Height of the curves of states with relations, in CSS pixels.
const CURVES: f64 = 62.0;
/// Height of a lane of eras, in CSS pixels.
pub(super) const LANE: f64 = 19.0;
/// With less room than this on the left, names stand above their rows, in CSS pixels.
const MARGIN: f64 = 90.0;
/// A narrower picture folds its eras, in CSS pixels.
const FOLDING: f64 = 560.0;
/// From so many rows on, years stand above them too.
const MANY_ROWS: usize = 9;
/// Between a name and the years, in CSS pixels.
pub(super) const APART: f64 = 12.0;
/// Half the width of the shown year above the rows, in CSS pixels.
const HALF_YEAR: f64 = 24.0;

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
    /// The line between friend and foe, from the top of the picture in CSS pixels.
    pub line: f64,
    pub(super) ties: Vec<TieId>,
    /// What happened between the two, the earliest first, each with the index of its mark.
    pub(super) events: Vec<(EventId, usize)>,
    pub(super) marks: Vec<EventMark>,
}

/// Where a row's name stands, and the word for how the two stand, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Caption {
    /// Left edge of the name's box.
    pub left: f64,
    /// Top of the box.
    pub top: f64,
    /// Width of the box.
    pub width: f64,
    /// Height of the box.
    pub height: f64,
    /// Where the word begins, from the left of the box; 0 where it ends at the right of the box.
    pub indent: f64,
    /// The middle of the word's line, from the top of the box.
    pub middle: f64,
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
    pub(super) years: Vec<YearTick>,
    /// The middles of the lines in which the years are named.
    pub(super) year_lines: Vec<f64>,
    /// Whether names stand above their rows.
    pub(super) narrow: bool,
}

impl Timeline {
    /// Lays the timeline out: one row for each principal, another for whoever else is in focus.
    ///
    /// Where a picture is narrow, eras are shown when they are `unfolded`.
    pub fn lay(dataset: &Dataset, layout: &EgoLayout, focus: Focus, track: Track, unfolded: bool) -> Self {
        let info = dataset.info();
        let instants = (f64::from(info.first_year) + 1.0, f64::from(info.last_year) + 1.0);
        let axis = Axis::new(instants, (track.left, track.right.max(track.left + 1.0)));

        // The first year's days lie before its end, where the track begins.
        let edges = (axis.at(instants.0 - 1.0).max(0.0), axis.at(instants.1));
        let narrow = edges.0 < MARGIN;
        let choices = choices(layout, focus);
        let mut year_lines = Vec::with_capacity(2);
        let mut top = if narrow { KEY + HEAD } else { HEAD + SCALE };
        if choices.len() >= MANY_ROWS {
            year_lines.push(top + FOOT / 2.0 - 2.0);
            top += FOOT;
        }
        let name = if narrow { NAME } else { 0.0 };
        let mut rows = Vec::with_capacity(choices.len());
        for (ends, chosen) in choices {
            let row = TimelineRow::of(dataset, layout, &axis, (ends, chosen), (top, name, track.width));
            top += row.height + GAP;
            rows.push(row);
        }
        let mut curves = (top, top);
        let mut counts = Vec::new();
        if info.counts_relations {
            curves = (top + name, top + name + CURVES);
            top = curves.1 + GAP;
            let years = info.first_year..=info.last_year;
            counts.extend(years.map(|year| Moment::at(dataset, Playhead::end_of(year)).counts()));
        }
        let mut lanes = Vec::new();
        let folds = track.width < FOLDING;
        if !folds || unfolded {
            lanes = Room { axis: &axis, edges, width: track.width }.lay(dataset, (top, LANE), folds);
            top += LANE * lanes.len() as f64;
        }
        year_lines.push(top + FOOT / 2.0 + 2.0);
        let years = years::lay(info.first_year, info.last_year, &axis, track.width);
        let size = Size { width: track.width, height: top + FOOT + 2.0 };
        Self { size, rows, axis, edges, curves, counts, lanes, years, year_lines, narrow }
    }

    /// Every row, from the top.
    pub fn rows(&self) -> &[TimelineRow] {
        &self.rows
    }

    /// Whether eras are folded or unfolded: where there is no room for them and their names at once.
    pub fn folds(&self) -> bool {
        self.size.width < FOLDING
    }

    /// Where the cursor stands.
    pub fn cursor(&self, playhead: Playhead) -> f64 {
        self.axis.at(playhead.instant())
    }

    /// The middle of the shown year's name above the cursor: no farther out than it can be read whole.
    pub fn cursor_name(&self, playhead: Playhead) -> f64 {
        self.cursor(playhead).min(self.size.width - HALF_YEAR).max(HALF_YEAR)
    }

    /// Top and bottom of the shown year's name.
    pub const fn head(&self) -> (f64, f64) {
        let top = if self.narrow { KEY } else { 0.0 };
        (top, top + HEAD)
    }

    /// Where the cursor's line runs, top and bottom, without crossing a row's name; the last piece crosses the names of
    /// eras and should be faint.
    pub fn cursor_pieces(&self) -> Vec<(f64, f64)> {
        let foot = self.size.height - FOOT;
        let steps = self.curves.1;
        let mut pieces = Vec::with_capacity(self.rows.len() + 2);
        if self.narrow {
            let piece = |row: &TimelineRow| (row.line - REACH, row.top + row.height + GAP);
            pieces.extend(self.rows.iter().map(piece));
            pieces.push(self.curves);
        } else {
            pieces.push((self.head().1 - 4.0, steps));
        }
        pieces.push((steps, foot));
        pieces
    }

    /// The slider's position under the pointer.
    pub fn position(&self, x: f64) -> f64 {
        self.axis.value(x) - 1.0
    }

    /// Where a row's name stands, and the word for how the two stand.
    pub fn caption(&self, row: &TimelineRow) -> Caption {
        if self.narrow {
            let name = text_width(&self.name_above(row), NAME_TYPE, row.chosen);
            let (left, indent) = (self.edges.0, name + 8.0);
            let middle = NAME / 2.0;
            return Caption { left, top: row.top, width: self.size.width - left, height: NAME, indent, middle };
        }
        let (lines, middles) = self.name_beside(&row.label, row.line, row.chosen, true);
        let middle = middles[lines.len()] - row.top;
        Caption { left: 0.0, top: row.top, width: self.edges.0 - APART, height: row.height, indent: 0.0, middle }
    }
}

/// Who has a row, and whether that is the reader's own choice: the principals, and whoever else is in focus.
fn choices(layout: &EgoLayout, focus: Focus) -> Vec<(Vec<ActorId>, bool)> {
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
    choices
}

impl TimelineRow {
    fn of(
        dataset: &Dataset,
        layout: &EgoLayout,
        axis: &Axis,
        (ends, chosen): (Vec<ActorId>, bool),
        (top, name, width): (f64, f64, f64),
    ) -> Self {
        let ego = dataset.info().ego;
        let (a, b) = (ends[0], ends.get(1).copied().unwrap_or(ego));
        let (these, those) = (holders(layout, a), holders(layout, b));
        let label = place_name(dataset, layout, &ends);
        let first = dataset.info().first_year;
        let happened = events_between(dataset, &these, &those)
            .into_iter()
            .filter(|(id, _)| dataset.event(*id).date.year() >= first)
            .filter_map(|(id, change)| Some((id, change?)))
            .collect();
        let date = |id: EventId| dataset.event(id).date.instant();
        let happened: Vec<(EventId, i8)> = sorted(happened, &|a, b| date(a.0).total_cmp(&date(b.0)));
        let line = top + name + REACH;
        let height = name + 2.0 * REACH + events::LANE;
        let (marks, mark_of) = events::lay(dataset, axis, &happened, (width, line + REACH + events::LANE / 2.0 + 1.0));
        let events = happened.into_iter().map(|(id, _)| id).zip(mark_of).collect();
        Self { label, chosen, top, height, line, ties: ties_between(dataset, layout, a, b), events, marks, ends }
    }

    /// The tie that holds at a playhead.
    pub fn tie_at(&self, dataset: &Dataset, playhead: Playhead) -> Option<TieId> {
        self.ties.iter().copied().find(|id| dataset.tie(*id).spell.holds(playhead))
    }

    /// How far down a stance stands, from the top of the picture in CSS pixels.
    pub fn level(&self, stance: Stance) -> f64 {
        self.line - f64::from(stance.value()) * STEP
    }

    /// Whether an event is a guess.
    pub(super) fn is_guess(dataset: &Dataset, mark: &EventMark) -> bool {
        dataset.event(mark.event).confidence == Confidence::Low
    }
}
