//! The marks of one row of the timeline: its spells as bands above or below a line, and ticks of events.

use crate::data::{Confidence, Stance, TieId};
use crate::time::Date;

use super::super::{Color, Datum, Mark, Point};
use super::draw::Drawing;
use super::plan::{REACH, TICKS, TimelineRow};

/// Half the height of a band of merely formal relations, in CSS pixels.
const DISTANT: f64 = 1.5;
/// From one stripe of a doubtful band to the next, and a stripe's width, in CSS pixels.
const STRIPES: (f64, f64) = (4.0, 2.2);
/// Opacity of what lies between the stripes.
const BETWEEN_STRIPES: f64 = 0.22;
/// Opacity of the time in which a spell may have gone on.
const MAY_HAVE_LASTED: f64 = 0.5;
/// A slope shorter than this is drawn upright, in CSS pixels.
const SHORTEST_SLOPE: f64 = 1.5;
/// Opacity of an event's tick: on record, and a guess.
const TICK_ALPHAS: (f64, f64) = (0.72, 0.35);

/// Where a spell's band runs, in CSS pixels.
struct Band {
    /// The side at the line, and the other.
    inner: f64,
    outer: f64,
    /// Where it begins, and where it has its full height: as steep as its date is precise.
    start: f64,
    full: f64,
    /// Where it ends, and to where it may have lasted.
    end: f64,
    gone: f64,
}

impl Drawing<'_> {
    pub(super) fn row(&self, row: &TimelineRow, marks: &mut Vec<Mark>) {
        let line = row.line(self.narrow);
        let (foreground, muted) = (self.palette.foreground, self.palette.muted);
        self.name(&row.label, (row.top, line), foreground, row.chosen, marks);
        marks.push(Mark::Path {
            points: vec![Point { x: self.left, y: line }, Point { x: self.right, y: line }],
            width: 1.0,
            color: muted.alpha(0.4),
            dash: None,
            datum: self.first_year(),
        });
        for id in &row.ties {
            self.spell(*id, line, marks);
        }
        for (id, change) in &row.events {
            let event = self.dataset.event(*id);
            let x = self.timeline.axis.at(event.date.instant());
            let steps = f64::from(change.unsigned_abs());
            let tall = (2.0 + 2.0 * steps + f64::from(event.weight().min(4)) * 0.5).min(TICKS);
            let floor = row.top + row.height;
            let (sure, guess) = TICK_ALPHAS;
            marks.push(Mark::Path {
                points: vec![Point { x, y: floor }, Point { x, y: floor - tall }],
                width: 1.0,
                color: foreground.alpha(if event.confidence == Confidence::Low { guess } else { sure }),
                dash: None,
                datum: Datum::Event(*id),
            });
        }
    }

    fn band(&self, id: TieId, line: f64) -> Band {
        let tie = self.dataset.tie(id);
        let height = tie.stance.strength() * REACH;
        let (inner, outer) = match tie.stance {
            Stance::DISTANT => (line + DISTANT, line - DISTANT),
            stance if stance > Stance::DISTANT => (line, line - height),
            _ => (line, line + height),
        };
        let within = |instant: f64| self.timeline.axis.at(instant).max(self.left).min(self.right);
        let edge = |date: Date| (within(date.instant()), within(date.instant_after()));
        let (start, full) = edge(tie.spell.from);
        let (end, gone) = tie.spell.to.map_or((self.right, self.right), edge);
        Band {
            inner,
            outer,
            start,
            full: if full - start < SHORTEST_SLOPE { start } else { full.min(end) },
            end,
            gone: if gone - end < SHORTEST_SLOPE { end } else { gone },
        }
    }

    fn spell(&self, id: TieId, line: f64, marks: &mut Vec<Mark>) {
        let tie = self.dataset.tie(id);
        let (band, color) = (self.band(id, line), self.palette.stance(tie.stance));
        let mut area = |corners: &[(f64, f64)], color: Color| {
            let points = corners.iter().map(|(x, y)| Point { x: *x, y: *y }).collect();
            marks.push(Mark::Area { points, color, datum: Datum::Tie(id) });
        };
        let Band { inner, outer, start, full, end, gone } = band;
        if tie.confidence == Confidence::Low {
            let box_of = |from: f64, to: f64| [(from, inner), (from, outer), (to, outer), (to, inner)];
            area(&box_of(start, end), color.alpha(BETWEEN_STRIPES));
            let mut x = start;
            while x < end {
                area(&box_of(x, (x + STRIPES.1).min(end)), color);
                x += STRIPES.0;
            }
            return;
        }
        area(&[(start, inner), (full, outer), (end, outer), (end, inner)], color);
        if gone > end {
            area(&[(end, inner), (end, outer), (gone, inner)], color.alpha(MAY_HAVE_LASTED));
        }
    }
}
