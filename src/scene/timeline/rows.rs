//! The marks of one row of the timeline: its spells as steps above or below a line, and its events.

use crate::data::{Confidence, Stance, Tie, TieId};
use crate::time::{Date, Spell};

use super::super::{Dash, Datum, Mark, Point};
use super::draw::Drawing;
use super::events::EventMark;
use super::plan::{REACH, Timeline, TimelineRow};

/// Thickness of a step's edge, in CSS pixels.
const EDGE: f64 = 2.6;
/// Opacity between a step's edge and the line, by confidence: high, medium.
const FILLS: (f64, f64) = (0.6, 0.42);
/// From one stripe of a doubtful step to the next, and a stripe's width, in CSS pixels.
const STRIPES: (f64, f64) = (4.0, 2.2);
/// Opacity of what lies between the stripes.
const BETWEEN_STRIPES: f64 = 0.2;
/// Opacity of the time in which a spell may have gone on.
const MAY_HAVE_LASTED: f64 = 0.3;
/// A slope shorter than this is drawn upright, in CSS pixels.
const SHORTEST_SLOPE: f64 = 1.5;
/// A spell is drawn no shorter than this, in CSS pixels.
const SHORTEST: f64 = 1.0;
/// Opacity of the lines from step to step.
const RISER: f64 = 0.55;
/// Opacity of the line, and of the ground that holds a row and its events together.
const GRID: (f64, f64) = (0.5, 0.06);
/// How far the ground reaches beyond the row, in CSS pixels.
const GROUND: f64 = 2.5;

/// Thickness and dashes of another defensible coding, in CSS pixels.
const ALTERNATIVE: (f64, Dash) = (1.5, Dash { on: 3.0, off: 2.5 });

/// Where a spell runs, in CSS pixels.
pub(super) struct Band {
    /// Where it begins, and where it has its full height: as steep as its date is precise.
    pub(super) start: f64,
    full: f64,
    /// Where it ends, and to where it may have lasted.
    pub(super) end: f64,
    gone: f64,
}

impl Timeline {
    /// Where a spell runs.
    pub(super) fn band(&self, spell: Spell) -> Band {
        let (left, right) = self.edges;
        let edge = |date: Date| {
            let [start, end] = [date.instant(), date.instant_after()].map(|x| self.axis.at(x).max(left).min(right));
            (start, if end - start < SHORTEST_SLOPE { start } else { end })
        };
        let (start, full) = edge(spell.from);
        let (end, gone) = spell.to.map_or((right, right), edge);
        let end = end.max(start + SHORTEST);
        Band { start, full: full.min(end), end, gone: gone.max(end) }
    }
}

impl Drawing<'_> {
    pub(super) fn row(&mut self, row: &TimelineRow) {
        let (left, right) = self.timeline.edges;
        let ground = self.palette.muted.alpha(GRID.1);
        let (top, bottom) = (row.line - REACH - GROUND, row.top + row.height + GROUND);
        self.block((left, right), (top, bottom), ground, self.first_year);
        self.hair((left, row.line), (right, row.line), GRID.0);
        self.steps(row);
        for id in &row.ties {
            self.alternative(*id, row);
        }
        for mark in &row.marks {
            self.event(mark);
        }
    }

    /// The spells as steps, and upright lines from step to step, so that the eye follows one line. Spells that follow one
    /// another and differ in nothing that is drawn are one step.
    fn steps(&mut self, row: &TimelineRow) {
        let dataset = self.dataset;
        let (mut index, mut before) = (0, None::<&Tie>);
        while let Some(id) = row.ties.get(index) {
            let tie = dataset.tie(*id);
            let (mut band, mut last) = (self.timeline.band(tie.spell), tie);
            index += 1;
            while let Some(next) = row.ties.get(index).map(|id| dataset.tie(*id)) {
                let is_same = next.stance == tie.stance && next.confidence == tie.confidence;
                if !is_same || last.spell.to != Some(next.spell.from) {
                    break;
                }
                let rest = self.timeline.band(next.spell);
                (band.end, band.gone, last) = (rest.end, rest.gone, next);
                index += 1;
            }
            self.step(*id, tie, &band, row);
            if let Some(before) = before.filter(|before| before.spell.to == Some(tie.spell.from))
                && band.full == band.start
                && band.start > self.timeline.edges.0
            {
                let ends = [(band.start, row.level(before.stance)), (band.start, row.level(tie.stance))];
                self.path(&ends, 1.0, self.palette.foreground.alpha(RISER), None, Datum::Tie(*id));
            }
            before = Some(last);
        }
    }

    fn step(&mut self, id: TieId, tie: &Tie, band: &Band, row: &TimelineRow) {
        let Band { start, full, end, gone } = *band;
        let (datum, color, is_distant) =
            (Datum::Tie(id), self.palette.stance(tie.stance), tie.stance == Stance::DISTANT);
        // The edge lies within the step; that of merely formal relations on the line.
        let (outer, foot) =
            if is_distant { (row.line - EDGE / 2.0, row.line + EDGE / 2.0) } else { (row.level(tie.stance), row.line) };
        if tie.confidence == Confidence::Low {
            self.block((start, end), (outer, foot), color.alpha(BETWEEN_STRIPES), datum);
            let mut x = start;
            while x < end {
                self.block((x, (x + STRIPES.1).min(end)), (outer, foot), color, datum);
                x += STRIPES.0;
            }
            return;
        }
        let mut edge = (start, foot);
        if !is_distant {
            let fill = color.alpha(if tie.confidence == Confidence::High { FILLS.0 } else { FILLS.1 });
            self.area(&[(start, foot), (full, outer), (end, outer), (end, foot)], fill, datum);
            if gone > end {
                self.block((end, gone), (outer, foot), color.alpha(MAY_HAVE_LASTED), datum);
            }
            edge = (full.min(end - SHORTEST), if outer < foot { outer + EDGE } else { outer - EDGE });
        }
        self.block((edge.0, end), (outer, edge.1), color, datum);
    }

    /// Another stance that the record supports: the dashed outline of its step.
    fn alternative(&mut self, id: TieId, row: &TimelineRow) {
        let tie = self.dataset.tie(id);
        let Some(stance) = tie.alternative else { return };
        let (Band { start, end, .. }, own, other) =
            (self.timeline.band(tie.spell), row.level(tie.stance), row.level(stance));
        let corners = [(start, own), (start, other), (end, other), (end, own)];
        let (width, dash) = ALTERNATIVE;
        self.path(&corners, width, self.palette.stance(stance), Some(dash), Datum::Tie(id));
    }

    /// Upwards for the better, downwards for the worse, round for neither; hollow for a guess.
    fn event(&mut self, mark: &EventMark) {
        let datum = Datum::Event(mark.event);
        let color = self.palette.muted;
        let Point { x, y } = mark.at;
        let is_guess = self.dataset.event(mark.event).confidence == Confidence::Low;
        if mark.change == 0 {
            let fill = if is_guess { color.alpha(0.0) } else { color };
            let (at, radius, rim) = (mark.at, mark.half * 0.8, Some((1.0, color)));
            self.marks.push(Mark::Disc { at, radius, fill, rim, datum });
            return;
        }
        let (half, up) = (mark.half, if mark.change > 0 { -mark.half } else { mark.half });
        let foot = y - up * 0.8;
        let corners = [(x - half, foot), (x, y + up), (x + half, foot), (x - half, foot)];
        if is_guess {
            self.path(&corners, 1.0, color, None, datum);
        } else {
            self.area(&corners, color, datum);
        }
    }
}
