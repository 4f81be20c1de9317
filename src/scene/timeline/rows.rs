//! The marks of one row of the timeline: its spells as steps above or below a line, and its events.

use crate::data::{Confidence, Stance, Tie, TieId};
use crate::time::{Date, Spell};

use super::super::{Color, Dash, Datum, Mark, Point};
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
/// Opacity of the grid: the line, and the strongest stances.
const GRID: (f64, f64) = (0.5, 0.13);

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
        let within = |instant: f64| self.axis.at(instant).max(left).min(right);
        let edge = |date: Date| (within(date.instant()), within(date.instant_after()));
        let (start, full) = edge(spell.from);
        let (end, gone) = spell.to.map_or((right, right), edge);
        let end = end.max(start + SHORTEST);
        Band {
            start,
            full: if full - start < SHORTEST_SLOPE { start } else { full.min(end) },
            end,
            gone: if gone - end < SHORTEST_SLOPE { end } else { gone },
        }
    }
}

impl Drawing<'_> {
    pub(super) fn row(&self, row: &TimelineRow, marks: &mut Vec<Mark>) {
        let (left, right) = self.timeline.edges;
        for (y, alpha) in [(row.line, GRID.0), (row.line - REACH, GRID.1), (row.line + REACH, GRID.1)] {
            self.line((Point { x: left, y }, Point { x: right, y }), alpha, marks);
        }
        self.row_name(row, marks);
        for id in &row.ties {
            self.spell(*id, row, marks);
            self.alternative(*id, row, marks);
        }
        self.risers(row, marks);
        for mark in &row.marks {
            self.event(mark, marks);
        }
    }

    /// Upright lines from step to step, so that the eye follows one line.
    fn risers(&self, row: &TimelineRow, marks: &mut Vec<Mark>) {
        let ties: Vec<&Tie> = row.ties.iter().map(|id| self.dataset.tie(*id)).collect();
        for (id, after) in row.ties.iter().zip(&ties) {
            let follows = |before: &&&Tie| before.spell.to == Some(after.spell.from) && before.stance != after.stance;
            let Some(before) = ties.iter().find(follows) else { continue };
            let band = self.timeline.band(after.spell);
            if band.full > band.start || band.start <= self.timeline.edges.0 {
                continue;
            }
            let ends = [before.stance, after.stance].map(|stance| Point { x: band.start, y: row.level(stance) });
            let color = self.palette.foreground.alpha(0.55);
            marks.push(Mark::Path { points: ends.to_vec(), width: 1.0, color, dash: None, datum: Datum::Tie(*id) });
        }
    }

    fn spell(&self, id: TieId, row: &TimelineRow, marks: &mut Vec<Mark>) {
        let tie = self.dataset.tie(id);
        let (Band { start, full, end, gone }, color) = (self.timeline.band(tie.spell), self.palette.stance(tie.stance));
        let (line, outer) = (row.line, row.level(tie.stance));
        // The edge lies within the step; that of merely formal relations on the line.
        let (rim, inner) = match tie.stance {
            Stance::DISTANT => (line - EDGE / 2.0, line + EDGE / 2.0),
            stance if stance > Stance::DISTANT => (outer, outer + EDGE),
            _ => (outer, outer - EDGE),
        };
        let mut area = |corners: [(f64, f64); 4], color: Color| {
            let points = corners.map(|(x, y)| Point { x, y }).to_vec();
            marks.push(Mark::Area { points, color, datum: Datum::Tie(id) });
        };
        let step = |from: f64, to: f64, edge: f64| [(from, line), (from, edge), (to, edge), (to, line)];
        if tie.confidence == Confidence::Low {
            let foot = if tie.stance == Stance::DISTANT { inner } else { line };
            let stripe = |from: f64, to: f64| [(from, foot), (from, rim), (to, rim), (to, foot)];
            area(stripe(start, end), color.alpha(BETWEEN_STRIPES));
            let mut x = start;
            while x < end {
                area(stripe(x, (x + STRIPES.1).min(end)), color);
                x += STRIPES.0;
            }
            return;
        }
        let fill = color.alpha(if tie.confidence == Confidence::High { FILLS.0 } else { FILLS.1 });
        if tie.stance != Stance::DISTANT {
            area([(start, line), (full, outer), (end, outer), (end, line)], fill);
        }
        area([(full.min(end - SHORTEST), inner), (full.min(end - SHORTEST), rim), (end, rim), (end, inner)], color);
        if gone > end {
            area(step(end, gone, outer), color.alpha(MAY_HAVE_LASTED));
        }
    }

    /// Another stance that the record supports: a dashed line as high as its step would be.
    fn alternative(&self, id: TieId, row: &TimelineRow, marks: &mut Vec<Mark>) {
        let tie = self.dataset.tie(id);
        let Some(stance) = tie.alternative else { return };
        let (band, (width, dash), y) = (self.timeline.band(tie.spell), ALTERNATIVE, row.level(stance));
        let points = vec![Point { x: band.start, y }, Point { x: band.end, y }];
        let color = self.palette.stance(stance);
        marks.push(Mark::Path { points, width, color, dash: Some(dash), datum: Datum::Tie(id) });
    }

    /// Upwards for the better, downwards for the worse, round for neither; hollow for a guess.
    fn event(&self, mark: &EventMark, marks: &mut Vec<Mark>) {
        let datum = Datum::Event(mark.event);
        let color =
            if mark.change.abs() > 1 { self.palette.foreground.alpha(0.75) } else { self.palette.muted.alpha(0.85) };
        let Point { x, y } = mark.at;
        let is_guess = TimelineRow::is_guess(self.dataset, mark);
        if mark.change == 0 {
            let fill = if is_guess { color.alpha(0.0) } else { color };
            marks.push(Mark::Disc { at: mark.at, radius: mark.half * 0.8, fill, rim: Some((1.0, color)), datum });
            return;
        }
        let up = if mark.change > 0 { -mark.half } else { mark.half };
        let mut points: Vec<Point> = [(-mark.half, -up * 0.8), (0.0, up), (mark.half, -up * 0.8)]
            .map(|(dx, dy)| Point { x: x + dx, y: y + dy })
            .to_vec();
        if is_guess {
            points.push(points[0]);
            marks.push(Mark::Path { points, width: 1.0, color, dash: None, datum });
        } else {
            marks.push(Mark::Area { points, color, datum });
        }
    }
}
