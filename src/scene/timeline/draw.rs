//! The marks of the timeline beside its rows: the years, names, and eras.

use crate::data::{Dataset, Stance};
use crate::words::{key_to_rows, stance_name};

use super::super::{Anchor, Color, Datum, Mark, Palette, Point, Scene, Theme, text_width};
use super::lanes::TYPE;
use super::plan::{APART, KEY, LANE, NAME, NAME_TYPE, Timeline, TimelineRow};
use super::text::fit;
use super::years;

/// Size of the type on the scales, in CSS pixels.
pub(super) const SCALE_TYPE: f64 = 10.5;
/// Between the years and the names on the scales, in CSS pixels.
const SCALE_APART: f64 = 7.0;
/// Half the distance between two lines of a name, in CSS pixels.
const HALF_LINE: f64 = 8.5;
/// Thickness of the line under an era, in CSS pixels.
const ERA_LINE: f64 = 1.5;
/// Opacity of an era.
const ERA_FILL: f64 = 0.13;

/// The timeline's picture, which does not change with the year.
pub(super) fn draw(timeline: &Timeline, dataset: &Dataset, theme: Theme) -> Scene {
    let drawing = Drawing { timeline, dataset, palette: Palette::of(theme) };
    let mut marks = Vec::new();
    drawing.years(&mut marks);
    drawing.scales(&mut marks);
    for row in &timeline.rows {
        drawing.row(row, &mut marks);
    }
    if dataset.info().counts_relations {
        drawing.curves(&mut marks);
    }
    drawing.eras(&mut marks);
    Scene { size: timeline.size, marks }
}

/// What all marks of a timeline share.
pub(super) struct Drawing<'a> {
    pub(super) timeline: &'a Timeline,
    pub(super) dataset: &'a Dataset,
    pub(super) palette: &'static Palette,
}

/// A line of type: what it says, where which of its points stands, and its size.
pub(super) type Type = (String, Point, Anchor, f64);

impl Timeline {
    /// A row's name where it stands above the row.
    pub(super) fn name_above(&self, row: &TimelineRow) -> String {
        // Room for the word beside it.
        let room = (self.size.width - self.edges.0) * 0.72;
        fit(&row.label, NAME_TYPE, row.chosen, room).unwrap_or_default()
    }

    /// A name beside what stands around `middle`, in one line or two, and the middles of its lines; with room for
    /// another line below where there is a `word`.
    pub(super) fn name_beside(&self, text: &str, middle: f64, bold: bool, word: bool) -> (Vec<String>, Vec<f64>) {
        let room = self.edges.0 - APART - 1.0;
        let cut = |text: &str| fit(text.trim(), NAME_TYPE, bold, room).unwrap_or_default();
        // What is too long for the margin breaks where a name ends.
        let fits = text_width(text, NAME_TYPE, bold) <= room;
        let lines = match text.split_once(['–', '/']).filter(|_| !fits) {
            Some((first, second)) => vec![cut(first), cut(second)],
            None => vec![cut(text)],
        };
        let count = lines.len() + usize::from(word);
        let middles = (0..count).map(|line| middle + HALF_LINE * (2.0 * line as f64 - (count - 1) as f64)).collect();
        (lines, middles)
    }
}

impl Drawing<'_> {
    /// What lines that stand for nothing of their own are listed under.
    pub(super) fn first_year(&self) -> Datum {
        Datum::Year(self.dataset.info().first_year)
    }

    /// A hair.
    pub(super) fn line(&self, (from, to): (Point, Point), alpha: f64, marks: &mut Vec<Mark>) {
        let color = self.palette.muted.alpha(alpha);
        marks.push(Mark::Path { points: vec![from, to], width: 1.0, color, dash: None, datum: self.first_year() });
    }

    pub(super) fn say(&self, (text, at, anchor, size): Type, color: Color, bold: bool, marks: &mut Vec<Mark>) {
        let datum = self.first_year();
        marks.push(Mark::Label { text, at, anchor, size, bold, color, halo: None, datum });
    }

    /// Round years: a hair through everything, and their names.
    fn years(&self, marks: &mut Vec<Mark>) {
        let foot = self.timeline.year_lines.last().copied().unwrap_or(self.timeline.size.height);
        let (top, bottom) = (self.timeline.head().1, foot - years::TYPE / 2.0 - 3.0);
        for tick in &self.timeline.years {
            let ends = (Point { x: tick.x, y: top }, Point { x: tick.x, y: bottom });
            self.line(ends, 0.16, marks);
            for middle in &self.timeline.year_lines {
                if let Some(x) = tick.name {
                    let line = (tick.year.to_string(), Point { x, y: *middle }, Anchor::Start, years::TYPE);
                    self.say(line, self.palette.muted, false, marks);
                }
            }
        }
    }

    /// What the line and the strongest stances are called, at the right of the rows or above them.
    fn scales(&self, marks: &mut Vec<Mark>) {
        let (left, right) = self.timeline.edges;
        let muted = self.palette.muted;
        if self.timeline.narrow {
            let text = fit(&key_to_rows(self.dataset), 12.0, false, self.timeline.size.width - left);
            let at = Point { x: left, y: KEY / 2.0 };
            self.say((text.unwrap_or_default(), at, Anchor::Start, 12.0), muted, false, marks);
            return;
        }
        let x = right + SCALE_APART;
        for (index, row) in self.timeline.rows.iter().enumerate() {
            for stance in [Stance::DISTANT, Stance::ALLY, Stance::AT_WAR] {
                if index > 0 && stance != Stance::DISTANT {
                    continue;
                }
                let name = stance_name(self.dataset, stance);
                let text = fit(name, SCALE_TYPE, false, self.timeline.size.width - x);
                let at = Point { x, y: row.level(stance) };
                let color = if stance == Stance::DISTANT { muted } else { self.palette.text(stance) };
                self.say((text.unwrap_or_default(), at, Anchor::Start, SCALE_TYPE), color, false, marks);
            }
        }
    }

    pub(super) fn row_name(&self, row: &TimelineRow, marks: &mut Vec<Mark>) {
        let color = self.palette.foreground;
        if self.timeline.narrow {
            let at = Point { x: self.timeline.edges.0, y: row.top + NAME / 2.0 };
            self.say((self.timeline.name_above(row), at, Anchor::Start, NAME_TYPE), color, row.chosen, marks);
            return;
        }
        let (lines, middles) = self.timeline.name_beside(&row.label, row.line, row.chosen, true);
        for (text, y) in lines.into_iter().zip(middles) {
            self.beside((text, y), color, row.chosen, marks);
        }
    }

    /// A line of type that ends where the years begin.
    pub(super) fn beside(&self, (text, y): (String, f64), color: Color, bold: bool, marks: &mut Vec<Mark>) {
        let at = Point { x: self.timeline.edges.0 - APART, y };
        self.say((text, at, Anchor::End, NAME_TYPE), color, bold, marks);
    }

    fn eras(&self, marks: &mut Vec<Mark>) {
        let muted = self.palette.muted;
        for lane in &self.timeline.lanes {
            let (top, bottom) = (lane.top, lane.top + LANE - 2.0);
            let middle = f64::midpoint(top, bottom) - 0.5;
            if !lane.name.is_empty() && !self.timeline.narrow {
                let name = self.timeline.name_beside(&lane.name, middle, false, false).0.swap_remove(0);
                self.beside((name, middle), muted, false, marks);
            }
            for bar in &lane.eras {
                let datum = Datum::Era(bar.index as u16);
                let end = (bar.to - 1.0).max(bar.from + 1.0);
                let mut area = |top: f64, color: Color| {
                    let corners = [(bar.from, top), (end, top), (end, bottom), (bar.from, bottom)];
                    let points = corners.map(|(x, y)| Point { x, y }).to_vec();
                    marks.push(Mark::Area { points, color, datum });
                };
                area(top, muted.alpha(ERA_FILL));
                area(bottom - ERA_LINE, muted);
                if let Some((x, text)) = bar.name.clone() {
                    let (at, color) = (Point { x, y: middle }, self.palette.foreground);
                    let anchor = Anchor::Start;
                    marks.push(Mark::Label { text, at, anchor, size: TYPE, bold: false, color, halo: None, datum });
                }
            }
        }
    }
}
