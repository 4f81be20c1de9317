//! The marks of the timeline beside its rows: the years, the scale, and eras.

use crate::data::{Dataset, Stance};
use crate::words::{capitalised, stance_name};

use super::super::{Anchor, Color, Dash, Datum, Mark, Palette, Point, Scene, Theme};
use super::lanes::{INSET, TYPE};
use super::plan::{APART, LANE, NAME_TYPE, Timeline, TimelineRow};
use super::text::{fit, in_two_lines};
use super::years;

/// Size of the type on the scales, in CSS pixels.
pub(super) const SCALE_TYPE: f64 = 12.0;
/// Between the years and the names on the scale, in CSS pixels.
const SCALE_APART: f64 = 7.0;
/// Thickness of the line under an era, in CSS pixels.
const ERA_LINE: f64 = 1.5;
/// Opacity of an era, and of what joins it to a name beside it.
const ERA_FILLS: (f64, f64) = (0.16, 0.06);

/// The timeline's picture, which does not change with the year.
pub(super) fn draw(timeline: &Timeline, dataset: &Dataset, theme: Theme) -> Scene {
    let palette = Palette::of(theme, dataset.info());
    let first_year = Datum::Year(dataset.info().first_year);
    let mut drawing = Drawing { timeline, dataset, palette, first_year, marks: Vec::new() };
    drawing.years();
    for row in &timeline.rows {
        drawing.row(row);
        drawing.row_name(row);
    }
    drawing.scale();
    drawing.curves();
    drawing.eras();
    Scene { size: timeline.size, marks: drawing.marks }
}

/// The marks, and what they are made from.
pub(super) struct Drawing<'a> {
    pub(super) timeline: &'a Timeline,
    pub(super) dataset: &'a Dataset,
    pub(super) palette: Palette,
    /// What marks that stand for nothing of their own are listed under.
    pub(super) first_year: Datum,
    pub(super) marks: Vec<Mark>,
}

fn points(corners: &[(f64, f64)]) -> Vec<Point> {
    let mut points = Vec::with_capacity(corners.len());
    for (x, y) in corners {
        points.push(Point { x: *x, y: *y });
    }
    points
}

// Compiled once each: in every place where they are used they would make the page larger.
impl Drawing<'_> {
    #[inline(never)]
    pub(super) fn area(&mut self, corners: &[(f64, f64)], color: Color, datum: Datum) {
        let points = points(corners);
        self.marks.push(Mark::Area { points, color, datum });
    }

    /// An upright rectangle.
    #[inline(never)]
    pub(super) fn block(&mut self, (left, right): (f64, f64), (top, bottom): (f64, f64), color: Color, datum: Datum) {
        self.area(&[(left, bottom), (left, top), (right, top), (right, bottom)], color, datum);
    }

    #[inline(never)]
    pub(super) fn path(&mut self, corners: &[(f64, f64)], width: f64, color: Color, dash: Option<Dash>, datum: Datum) {
        let points = points(corners);
        self.marks.push(Mark::Path { points, width, color, dash, datum });
    }

    /// A thin line.
    #[inline(never)]
    pub(super) fn hair(&mut self, from: (f64, f64), to: (f64, f64), alpha: f64) {
        self.path(&[from, to], 1.0, self.palette.muted.alpha(alpha), None, self.first_year);
    }

    #[inline(never)]
    pub(super) fn say(
        &mut self,
        text: String,
        (x, y, anchor): (f64, f64, Anchor),
        (size, bold): (f64, bool),
        color: Color,
        datum: Datum,
    ) {
        self.marks.push(Mark::Label { text, at: Point { x, y }, anchor, size, bold, color, halo: None, datum });
    }
}

impl Drawing<'_> {
    /// Round years: a hair through everything, and their names.
    fn years(&mut self) {
        let timeline = self.timeline;
        let bottom = timeline.lanes.bottom;
        for tick in &timeline.years {
            self.hair((tick.x, timeline.head().1), (tick.x, bottom), 0.16);
            for middle in &timeline.year_lines {
                let (text, place) = (tick.text.clone(), (tick.name, *middle, Anchor::Start));
                self.say(text, place, (years::TYPE, false), self.palette.muted, self.first_year);
            }
        }
    }

    /// What the line and the strongest stances are called, at the right of the first row.
    fn scale(&mut self) {
        let x = self.timeline.edges.1 + SCALE_APART;
        let Some(row) = self.timeline.rows.first().filter(|_| !self.timeline.narrow) else { return };
        let info = self.dataset.info();
        let [warmest, coldest] = info.ends();
        for stance in info.ladder.iter().map(|rung| rung.stance) {
            // The ends, and the line.
            if ![warmest, coldest, Stance::DISTANT].contains(&stance) {
                continue;
            }
            let name = stance_name(self.dataset, stance);
            let room = self.timeline.size.width - x;
            let mut level = row.level(stance);
            // Below the coldest there is room for a second line.
            let (first, second) = if stance == coldest { in_two_lines(name, SCALE_TYPE, room) } else { (name, "") };
            for line in [first, second].into_iter().filter(|line| !line.is_empty()) {
                let text = fit(line, SCALE_TYPE, false, room);
                let color = self.palette.text(stance);
                self.say(text, (x, level, Anchor::Start), (SCALE_TYPE, false), color, self.first_year);
                level += SCALE_TYPE;
            }
        }
    }

    fn row_name(&mut self, row: &TimelineRow) {
        for (text, middle) in &row.lines {
            self.beside(text.clone(), *middle, row.chosen);
        }
    }

    /// A line of type that ends where the years begin, or begins there where it stands above what it names.
    pub(super) fn beside(&mut self, text: String, y: f64, bold: bool) {
        let left = self.timeline.edges.0;
        let place = if self.timeline.narrow { (left, y, Anchor::Start) } else { (left - APART, y, Anchor::End) };
        self.say(text, place, (NAME_TYPE, bold), self.palette.foreground, self.first_year);
    }

    fn eras(&mut self) {
        let (timeline, muted) = (self.timeline, self.palette.muted);
        if !timeline.narrow {
            for (kind, top) in &timeline.lanes.kinds {
                let text = fit(&capitalised(kind), NAME_TYPE, false, timeline.edges.0 - APART - 1.0);
                self.beside(text, top + LANE / 2.0 - 1.5, false);
            }
        }
        for bar in &timeline.lanes.bars {
            let datum = Datum::Era(bar.index as u16);
            let (top, bottom) = (bar.top, bar.top + LANE - 2.0);
            let across = (bar.from, (bar.to - 1.0).max(bar.from + 1.0));
            self.block(across, (top, bottom), muted.alpha(ERA_FILLS.0), datum);
            self.block(across, (bottom - ERA_LINE, bottom), muted, datum);
            // What joins it to its name.
            let (left, right) = bar.reach;
            if left < bar.from {
                self.block((left - INSET, bar.from), (top, bottom), muted.alpha(ERA_FILLS.1), datum);
            } else if right > bar.to {
                self.block((across.1, right + INSET), (top, bottom), muted.alpha(ERA_FILLS.1), datum);
            }
            let place = (bar.x, f64::midpoint(top, bottom) - 0.5, Anchor::Start);
            self.say(bar.name.clone(), place, (TYPE, false), self.palette.foreground, datum);
        }
    }
}
