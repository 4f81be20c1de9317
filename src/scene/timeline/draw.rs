//! The marks of the timeline.

use crate::data::{ActorId, Confidence, Dataset, Stance};
use crate::moment::Counts;

use super::super::{Anchor, Axis, Color, Datum, Mark, Palette, Point, Scene, Theme, text_width};
use super::lanes::TYPE;
use super::{LANE, NAME, RUNG, TICKS, Timeline, TimelineRow};

/// Half the height of a distant stretch, in CSS pixels.
const DISTANT: f64 = 1.5;
/// Pitch and width of the stripes of a doubtful stretch, in CSS pixels.
const STRIPES: (f64, f64) = (4.0, 2.2);
/// Between a name and the years, in CSS pixels.
const APART: f64 = 22.0;

pub(super) fn draw(timeline: &Timeline, dataset: &Dataset, theme: Theme) -> Scene {
    let pen = Pen {
        timeline,
        dataset,
        palette: Palette::of(theme),
        left: timeline.edges.0,
        right: timeline.edges.1,
        narrow: timeline.narrow,
    };
    let mut marks = Vec::new();
    pen.mesh(&mut marks);
    for row in &timeline.rows {
        pen.row(row, &mut marks);
    }
    pen.curves(&mut marks);
    pen.eras(&mut marks);
    Scene { size: timeline.size, marks }
}

struct Pen<'a> {
    timeline: &'a Timeline,
    dataset: &'a Dataset,
    palette: &'static Palette,
    left: f64,
    right: f64,
    narrow: bool,
}

impl Pen<'_> {
    /// A line for each decade, through everything.
    fn mesh(&self, marks: &mut Vec<Mark>) {
        let info = self.dataset.info();
        let years = Axis::new((f64::from(info.first_year), f64::from(info.last_year)), (0.0, 1.0));
        for decade in years.ticks(10) {
            let x = self.timeline.axis.at(f64::from(decade) + 1.0);
            marks.push(Mark::Path {
                points: vec![Point { x, y: 0.0 }, Point { x, y: self.timeline.size.height }],
                width: 1.0,
                color: self.palette.muted.alpha(0.13),
                datum: Datum::Year(decade as i16),
            });
        }
    }

    fn name(&self, text: &str, (top, middle): (f64, f64), color: Color, bold: bool, marks: &mut Vec<Mark>) {
        let datum = Datum::Year(self.dataset.info().first_year);
        let mut say = |text: &str, at: Point, anchor: Anchor, size: f64| {
            let text = text.to_owned();
            marks.push(Mark::Label { text, at, anchor, size, bold, color, halo: None, datum });
        };
        if self.narrow {
            say(text, Point { x: self.left, y: top + NAME / 2.0 }, Anchor::Start, 12.5);
            return;
        }
        let x = self.left - APART + 10.0;
        // What is too long for the margin breaks where a name ends.
        let fits = text_width(text, 13.0, bold) <= x - 2.0;
        let parts = text.split_once(" – ").or_else(|| text.split_once(" / ")).filter(|_| !fits);
        match parts {
            Some((first, second)) => {
                say(first, Point { x, y: middle - 8.0 }, Anchor::End, 13.0);
                say(second, Point { x, y: middle + 8.0 }, Anchor::End, 13.0);
            }
            None => say(text, Point { x, y: middle }, Anchor::End, 13.0),
        }
    }

    fn row(&self, row: &TimelineRow, marks: &mut Vec<Mark>) {
        let line = row.line(self.narrow);
        let (foreground, muted) = (self.palette.foreground, self.palette.muted);
        self.name(&row.label, (row.top, line), foreground, row.chosen, marks);
        let datum = Datum::Year(self.dataset.info().first_year);
        let points = vec![Point { x: self.left, y: line }, Point { x: self.right, y: line }];
        marks.push(Mark::Path { points, width: 1.0, color: muted.alpha(0.4), datum });
        for id in &row.ties {
            let tie = self.dataset.tie(*id);
            let (height, color) = (f64::from(tie.stance.value()) * RUNG, self.palette.stance(tie.stance));
            let (top, bottom) = match tie.stance {
                Stance::DISTANT => (line - DISTANT, line + DISTANT),
                stance if stance > Stance::DISTANT => (line - height, line),
                _ => (line, line - height),
            };
            let datum = Datum::Tie(*id);
            // An edge is as steep as its date is precise.
            let edge = |date: crate::time::Date| {
                (
                    self.timeline.axis.at(date.instant()).clamp(self.left, self.right),
                    self.timeline.axis.at(date.instant_after()).clamp(self.left, self.right),
                )
            };
            let (start, full) = edge(tie.spell.from);
            let (ends, gone) = tie.spell.to.map_or((self.right, self.right), edge);
            let full = if full - start < 1.5 { start } else { full.min(ends) };
            let gone = if gone - ends < 1.5 { ends } else { gone };
            let outer = if tie.stance < Stance::DISTANT { bottom } else { top };
            let inner = if tie.stance < Stance::DISTANT { top } else { bottom };
            let body = |from: f64, to: f64, lead: f64, tail: f64| {
                vec![
                    Point { x: from, y: inner },
                    Point { x: from + lead, y: outer },
                    Point { x: to, y: outer },
                    Point { x: to + tail, y: inner },
                ]
            };
            if tie.confidence == Confidence::Low {
                let points = body(start, ends, 0.0, 0.0);
                marks.push(Mark::Area { points, color: color.alpha(0.22), datum });
                let mut x = start;
                while x < ends {
                    let points = body(x, (x + STRIPES.1).min(ends), 0.0, 0.0);
                    marks.push(Mark::Area { points, color, datum });
                    x += STRIPES.0;
                }
            } else {
                let points = body(start, ends, full - start, 0.0);
                marks.push(Mark::Area { points, color, datum });
            }
            if gone > ends && tie.confidence != Confidence::Low {
                // It may have lasted a little longer.
                let points =
                    vec![Point { x: ends, y: inner }, Point { x: ends, y: outer }, Point { x: gone, y: inner }];
                marks.push(Mark::Area { points, color: color.alpha(0.5), datum });
            }
        }
        let floor = row.top + row.height;
        for (id, change) in &row.events {
            let event = self.dataset.event(*id);
            let x = self.timeline.axis.at(event.date.instant());
            let tall =
                (2.0 + 2.0 * f64::from(change.unsigned_abs()) + f64::from(event.weight().min(4)) * 0.5).min(TICKS);
            let points = vec![Point { x, y: floor }, Point { x, y: floor - tall }];
            let color = foreground.alpha(if event.confidence == Confidence::Low { 0.35 } else { 0.72 });
            marks.push(Mark::Path { points, width: 1.0, color, datum: Datum::Event(*id) });
        }
    }

    /// How many states had relations with the ego and with its rival.
    fn curves(&self, marks: &mut Vec<Mark>) {
        let info = self.dataset.info();
        let (top, bottom) = self.timeline.curves;
        let counts = &self.timeline.counts;
        let most = counts.iter().map(|counts| counts.ego.max(counts.rival)).max().unwrap_or(0).max(1);
        let scale = Axis::new((0.0, f64::from(most)), (bottom, top + 2.0));
        let (first, muted) = (Datum::Year(info.first_year), self.palette.muted);
        for tick in scale.ticks(3) {
            let y = scale.at(f64::from(tick));
            let points = vec![Point { x: self.left, y }, Point { x: self.right, y }];
            let color = muted.alpha(if tick == 0 { 0.4 } else { 0.16 });
            marks.push(Mark::Path { points, width: 1.0, color, datum: first });
            if tick > 0 {
                marks.push(Mark::Label {
                    text: tick.to_string(),
                    at: Point { x: self.left + 2.0, y: y + 7.0 },
                    anchor: Anchor::Start,
                    size: 10.5,
                    bold: false,
                    color: muted,
                    halo: None,
                    datum: first,
                });
            }
        }
        let actor = |id: ActorId| self.dataset.actor(id).short_name.as_str();
        let ego: fn(&Counts) -> u32 = |counts| counts.ego;
        let curves = [
            (Some(info.ego), ego, self.palette.stance(Stance::ALLY), None),
            (info.rival, |counts| counts.rival, self.palette.foreground, Some((5.0, 3.0))),
        ];
        let mut named = Vec::new();
        for (who, count, color, dashes) in curves {
            let Some(who) = who else { continue };
            let mut points = Vec::with_capacity(counts.len() * 2);
            for (index, counts) in counts.iter().enumerate() {
                let x = self.timeline.axis.at(f64::from(info.first_year) + index as f64 + 1.0);
                points.push(Point { x, y: scale.at(f64::from(count(counts))) });
            }
            let datum = Datum::Actor(who);
            let pieces = match dashes {
                Some((on, off)) => super::super::tie::dashes(&points, on, off),
                None => vec![points],
            };
            marks.extend(pieces.into_iter().map(|points| Mark::Path { points, width: 2.0, color, datum }));
            named.push((actor(who), color, dashes));
        }
        let head = "States with relations";
        if self.narrow {
            let list: Vec<String> = named
                .iter()
                .map(|(name, _, dashes)| format!("{} {name}", if dashes.is_some() { "╌" } else { "—" }))
                .collect();
            let text = format!("{head}: {}", list.join("  "));
            self.name(&text, (top - NAME - 2.0, 0.0), self.palette.foreground, false, marks);
            return;
        }
        let middle = f64::midpoint(top, bottom);
        self.name(head, (0.0, middle - 18.0), self.palette.foreground, false, marks);
        for (row, (name, color, dashes)) in named.into_iter().enumerate() {
            let y = middle + row as f64 * 16.0;
            self.name(name, (0.0, y), muted, false, marks);
            let x = self.left - APART + 10.0 - text_width(name, 13.0, false) - 6.0;
            let points = vec![Point { x: x - 20.0, y }, Point { x, y }];
            let pieces = match dashes {
                Some((on, off)) => super::super::tie::dashes(&points, on, off),
                None => vec![points],
            };
            marks.extend(pieces.into_iter().map(|points| Mark::Path { points, width: 2.0, color, datum: first }));
        }
    }

    fn eras(&self, marks: &mut Vec<Mark>) {
        let muted = self.palette.muted;
        for (number, lane) in self.timeline.lanes.iter().enumerate() {
            let middle = lane.top + LANE / 2.0 - 1.0;
            if !lane.name.is_empty() && !self.narrow {
                self.name(&lane.name, (lane.top, middle), muted, false, marks);
            }
            if self.narrow && number == 0 {
                self.name("Eras", (lane.top - NAME, 0.0), self.palette.foreground, false, marks);
            }
            for bar in &lane.eras {
                let datum = Datum::Era(bar.index as u16);
                let (top, bottom) = (lane.top, lane.top + LANE - 2.0);
                let end = (bar.to - 1.0).max(bar.from + 1.5);
                let corners = [(bar.from, top), (end, top), (end, bottom), (bar.from, bottom)];
                marks.push(Mark::Area {
                    points: corners.map(|(x, y)| Point { x, y }).to_vec(),
                    color: muted.alpha(0.2),
                    datum,
                });
                marks.push(Mark::Label {
                    text: self.dataset.eras()[bar.index].title.clone(),
                    at: Point { x: bar.name, y: middle },
                    anchor: Anchor::Start,
                    size: TYPE,
                    bold: false,
                    color: self.palette.foreground,
                    halo: None,
                    datum,
                });
            }
        }
    }
}
