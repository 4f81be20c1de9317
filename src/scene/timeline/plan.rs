//! Where the rows, the curves, the lanes and the years of the timeline stand.

use crate::data::{ActorId, Dataset, Stance, TieId};
use crate::layout::{Focus, Layout, holders, ties_between};
use crate::moment::{Counts, Moment, events_between};
use crate::time::Playhead;
use crate::words::place_name;

use super::super::{Axis, Size, text_width};
use super::choice::choices;
use super::events::{self, EventMark, RowEvent};
use super::lanes::{self, Lanes};
use super::text::fit;
use super::years::{self, YearTick};

/// How far the strongest stances reach above and below a row's line, in CSS pixels.
pub(super) const REACH: f64 = 22.5;
/// Between two rows, in CSS pixels.
pub(super) const GAP: f64 = 10.0;
/// Height of a row's name where it stands above the row, in CSS pixels: enough for a finger.
pub(super) const NAME: f64 = 24.0;
/// Size of a row's name, in CSS pixels.
pub(super) const NAME_TYPE: f64 = 13.0;
/// How much of the width a name above its row may take, beside the word for how the two stand.
const NAME_SHARE: f64 = 0.6;
/// Height of the shown year above the rows, in CSS pixels.
const HEAD: f64 = 22.0;
/// How far the name of the strongest stance reaches above the first row, in CSS pixels.
const SCALE: f64 = 6.0;
/// Height of the years, in CSS pixels.
pub(super) const FOOT: f64 = 20.0;
/// Height of the curves of states with relations, in CSS pixels.
const CURVES: f64 = 76.0;
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
/// Half the width of “end of” and the shown year, month or day above the rows, in CSS pixels.
const HALF_NAME: [f64; 3] = [46.0, 60.0, 72.0];
/// Half the distance between two lines of a name, in CSS pixels.
const HALF_LINE: f64 = 8.5;

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
    /// Height of one step of the ladder, in CSS pixels.
    step: f64,
    /// Where its name and the word for how the two stand have their places.
    pub caption: Caption,
    /// Its name, in one line or two, each with its middle.
    pub(super) lines: Vec<(String, f64)>,
    pub(super) ties: Vec<TieId>,
    /// What changed something between the two, the earliest first.
    pub(super) events: Vec<RowEvent>,
    pub(super) marks: Vec<EventMark>,
}

/// Where a row's name stands, and the word for how the two stand, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
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
    pub(super) lanes: Lanes,
    pub(super) years: Vec<YearTick>,
    /// The middles of the lines in which the years are named.
    pub(super) year_lines: Vec<f64>,
    /// Half the width of the name above the cursor.
    half_name: f64,
    /// Whether names stand above their rows.
    pub(super) narrow: bool,
}

impl Timeline {
    /// Lays the timeline out: one row for each principal, another for whoever else is in focus; without an ego, one for
    /// each relation of whoever is in focus, or for those that changed most.
    ///
    /// `eras` says whether they are shown; see [`Timeline::folds`].
    pub fn lay(dataset: &Dataset, layout: &Layout, focus: Focus, track: Track, eras: bool) -> Self {
        let info = dataset.info();
        let instants = (f64::from(info.first_year) + 1.0, f64::from(info.last_year) + 1.0);
        let axis = Axis::new(instants, (track.left, track.right.max(track.left + 1.0)));

        // The first year's days lie before its end, where the track begins.
        let edges = (axis.at(instants.0 - 1.0).max(0.0), axis.at(instants.1));
        let narrow = edges.0 < MARGIN;
        let mut year_lines = Vec::with_capacity(2);
        let mut top = if narrow { HEAD } else { HEAD + SCALE };
        let choices = choices(dataset, layout, focus);
        if choices.len() >= MANY_ROWS {
            year_lines.push(top + FOOT / 2.0 - 2.0);
            top += FOOT;
        }
        let name = if narrow { NAME } else { 0.0 };
        let mut rows = Vec::with_capacity(choices.len());
        for choice in choices {
            let mut row = TimelineRow::of(dataset, layout, &axis, choice, (top, name, track.width));
            row.name(edges.0, track.width, narrow);
            top += row.height + GAP;
            rows.push(row);
        }
        let mut curves = (top, top);
        let mut counts = Vec::new();
        if info.counts_relations {
            curves = (top + name, top + name + CURVES);
            top = curves.1 + GAP;
            for year in info.first_year..=info.last_year {
                counts.push(Moment::at(dataset, Playhead::end_of(year)).counts());
            }
        }
        let mut lanes = Lanes { bars: Vec::new(), kinds: Vec::new(), bottom: top };
        if eras {
            lanes = lanes::lay(dataset, &axis, (edges.0, edges.1, track.width), (top, LANE));
        }
        year_lines.push(lanes.bottom + FOOT / 2.0 + 2.0);
        let years = years::lay(dataset, &axis, track.width);
        let size = Size { width: track.width, height: lanes.bottom + FOOT + 2.0 };
        let half_name = HALF_NAME[info.calendar.step as usize];
        Self { size, rows, axis, edges, curves, counts, lanes, years, year_lines, half_name, narrow }
    }

    /// Every row, from the top.
    pub fn rows(&self) -> &[TimelineRow] {
        &self.rows
    }

    /// Whether a timeline of that width, in CSS pixels, has no room for eras unless they are asked for.
    pub fn folds(width: f64) -> bool {
        width < FOLDING
    }

    /// Where the cursor stands.
    pub fn cursor(&self, playhead: Playhead) -> f64 {
        self.axis.at(playhead.instant())
    }

    /// The middle of the shown year's name above the cursor: no farther out than it can be read whole.
    pub fn cursor_name(&self, playhead: Playhead) -> f64 {
        self.cursor(playhead).min(self.size.width - self.half_name).max(self.half_name)
    }

    /// Top and bottom of the shown year's name.
    pub const fn head(&self) -> (f64, f64) {
        (0.0, HEAD)
    }

    /// Where the cursor's line runs, top and bottom, without crossing a row's name; the last piece crosses the names of
    /// eras and should be faint.
    pub fn cursor_pieces(&self) -> Vec<(f64, f64)> {
        let mut pieces = Vec::with_capacity(self.rows.len() + 2);
        let steps = self.curves.1;
        if self.narrow {
            for row in &self.rows {
                pieces.push((row.line - REACH, row.top + row.height + GAP));
            }
            pieces.push(self.curves);
        } else {
            pieces.push((HEAD - 4.0, steps));
        }
        pieces.push((steps, self.size.height - FOOT));
        pieces
    }

    /// The slider's position under the pointer.
    pub fn position(&self, x: f64) -> f64 {
        self.axis.value(x) - 1.0
    }
}

impl TimelineRow {
    fn of(
        dataset: &Dataset,
        layout: &Layout,
        axis: &Axis,
        (ends, chosen): (Vec<ActorId>, bool),
        (top, name, width): (f64, f64, f64),
    ) -> Self {
        let a = ends[0];
        let b = ends.get(1).copied().or(dataset.ego()).unwrap_or(a);
        let (these, those) = (holders(layout, a), holders(layout, b));
        let label = place_name(dataset, layout, &ends);
        let line = top + name + REACH;
        let height = name + 2.0 * REACH + events::LANE;
        let middle = line + REACH + events::LANE / 2.0 + 1.0;
        let found = events_between(dataset, &these, &those);
        let (events, marks) = events::lay(dataset, axis, found, (width, middle));
        let (caption, lines) = (Caption::default(), Vec::new());
        let ties = ties_between(dataset, layout, a, b);
        let step = REACH / dataset.info().reach();
        Self { ends, label, chosen, top, height, line, step, caption, lines, ties, events, marks }
    }

    /// Gives it its name: above the row in one line, or beside it in one line or two; and the word for how the two stand
    /// its place.
    fn name(&mut self, left: f64, width: f64, above: bool) {
        let (label, bold, top) = (self.label.as_str(), self.chosen, self.top);
        if above {
            // Room for the word beside it.
            let text = fit(label, NAME_TYPE, bold, (width - left) * NAME_SHARE);
            let indent = text_width(&text, NAME_TYPE, bold) + 8.0;
            let middle = NAME / 2.0;
            self.lines = vec![(text, top + middle)];
            self.caption = Caption { left, top, width: width - left, height: NAME, indent, middle };
            return;
        }
        let room = left - APART - 1.0;
        // What is too long for the margin breaks where a name ends.
        let parts = label.split_once(['–', '/']).filter(|_| text_width(label, NAME_TYPE, bold) > room);
        let (first, second) = parts.unwrap_or((label, ""));
        let mut middle = self.line - if second.is_empty() { HALF_LINE } else { 2.0 * HALF_LINE };
        for part in [first, second] {
            if !part.is_empty() {
                self.lines.push((fit(part.trim(), NAME_TYPE, bold, room), middle));
                middle += 2.0 * HALF_LINE;
            }
        }
        let (width, height) = (left - APART, self.height);
        self.caption = Caption { left: 0.0, top, width, height, indent: 0.0, middle: middle - top };
    }

    /// The tie that holds at a playhead.
    pub fn tie_at(&self, dataset: &Dataset, playhead: Playhead) -> Option<TieId> {
        self.ties.iter().copied().find(|id| dataset.tie(*id).spell.holds(playhead))
    }

    /// How far down a stance stands, from the top of the picture in CSS pixels.
    pub fn level(&self, stance: Stance) -> f64 {
        self.line - f64::from(stance.value()) * self.step
    }
}
