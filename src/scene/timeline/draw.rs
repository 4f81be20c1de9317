//! The marks of the timeline beside its rows: decades, names, curves and eras.

use crate::data::{ActorId, Dataset, Stance, joined};
use crate::moment::Counts;

use super::super::{Anchor, Axis, Color, Dash, Datum, Mark, Palette, Point, Scene, Theme, text_width};
use super::lanes::TYPE;
use super::plan::{LANE, NAME, Timeline};

/// Between a name and the years, in CSS pixels.
const APART: f64 = 12.0;
/// Size of a name's type, beside its row and above it, in CSS pixels.
const NAME_TYPE: (f64, f64) = (13.0, 12.5);
/// The rival's curve.
const RIVAL: Dash = Dash { on: 5.0, off: 3.0 };

/// The timeline's picture, which does not change with the year.
pub(super) fn draw(timeline: &Timeline, dataset: &Dataset, theme: Theme) -> Scene {
    let drawing = Drawing {
        timeline,
        dataset,
        palette: Palette::of(theme),
        left: timeline.edges.0,
        right: timeline.edges.1,
        narrow: timeline.narrow,
    };
    let mut marks = Vec::new();
    drawing.decades(&mut marks);
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
    /// Where the years begin and end, in CSS pixels.
    pub(super) left: f64,
    pub(super) right: f64,
    /// Whether names stand above their rows.
    pub(super) narrow: bool,
}

/// How many states have relations with one of two, as a curve.
struct Curve {
    actor: ActorId,
    count: fn(&Counts) -> u32,
    color: Color,
    dash: Option<Dash>,
}

impl Drawing<'_> {
    /// What lines that stand for nothing of their own are listed under.
    pub(super) fn first_year(&self) -> Datum {
        Datum::Year(self.dataset.info().first_year)
    }

    /// A line for each decade, through everything.
    fn decades(&self, marks: &mut Vec<Mark>) {
        let info = self.dataset.info();
        let years = Axis::new((f64::from(info.first_year), f64::from(info.last_year)), (0.0, 1.0));
        for decade in years.ticks(10) {
            let x = self.timeline.axis.at(f64::from(decade) + 1.0);
            marks.push(Mark::Path {
                points: vec![Point { x, y: 0.0 }, Point { x, y: self.timeline.size.height }],
                width: 1.0,
                color: self.palette.muted.alpha(0.13),
                dash: None,
                datum: Datum::Year(decade as i16),
            });
        }
    }

    /// A name beside what stands around `middle`, or above it, from `top` on, where there is no room beside it.
    pub(super) fn name(&self, text: &str, (top, middle): (f64, f64), color: Color, bold: bool, marks: &mut Vec<Mark>) {
        let datum = self.first_year();
        let mut label = |text: &str, at: Point, anchor: Anchor, size: f64| {
            let text = text.to_owned();
            marks.push(Mark::Label { text, at, anchor, size, bold, color, halo: None, datum });
        };
        let (beside, above) = NAME_TYPE;
        if self.narrow {
            label(text, Point { x: self.left, y: top + NAME / 2.0 }, Anchor::Start, above);
            return;
        }
        let x = self.left - APART;
        // What is too long for the margin breaks where a name ends.
        let fits = text_width(text, beside, bold) <= x - 2.0;
        let parts = text.split_once(['–', '/']).filter(|_| !fits);
        match parts {
            Some((first, second)) => {
                label(first.trim_end(), Point { x, y: middle - 8.0 }, Anchor::End, beside);
                label(second.trim_start(), Point { x, y: middle + 8.0 }, Anchor::End, beside);
            }
            None => label(text, Point { x, y: middle }, Anchor::End, beside),
        }
    }

    /// How many states had relations with the ego and with its rival.
    fn curves(&self, marks: &mut Vec<Mark>) {
        let info = self.dataset.info();
        let (top, bottom) = self.timeline.curves;
        let counts = &self.timeline.counts;
        let most = counts.iter().map(|counts| counts.ego.max(counts.rival)).max().unwrap_or(0).max(1);
        let scale = Axis::new((0.0, f64::from(most)), (bottom, top + 2.0));
        self.count_lines(&scale, marks);
        let ego =
            Curve { actor: info.ego, count: |counts| counts.ego, color: self.palette.stance(Stance::ALLY), dash: None };
        let rival = info.rival.map(|actor| Curve {
            actor,
            count: |counts| counts.rival,
            color: self.palette.foreground,
            dash: Some(RIVAL),
        });
        let curves: Vec<Curve> = [Some(ego), rival].into_iter().flatten().collect();
        for Curve { actor, count, color, dash } in &curves {
            let mut points = Vec::with_capacity(counts.len());
            for (index, counts) in counts.iter().enumerate() {
                let x = self.timeline.axis.at(f64::from(info.first_year) + index as f64 + 1.0);
                points.push(Point { x, y: scale.at(f64::from(count(counts))) });
            }
            marks.push(Mark::Path { points, width: 2.0, color: *color, dash: *dash, datum: Datum::Actor(*actor) });
        }
        self.name_curves(&curves, marks);
    }

    /// Round numbers of states, as lines with their number.
    fn count_lines(&self, scale: &Axis, marks: &mut Vec<Mark>) {
        let (muted, datum) = (self.palette.muted, self.first_year());
        for tick in scale.ticks(3) {
            let y = scale.at(f64::from(tick));
            let points = vec![Point { x: self.left, y }, Point { x: self.right, y }];
            let color = muted.alpha(if tick == 0 { 0.4 } else { 0.16 });
            marks.push(Mark::Path { points, width: 1.0, color, dash: None, datum });
            if tick > 0 {
                marks.push(Mark::Label {
                    text: tick.to_string(),
                    at: Point { x: self.left + 2.0, y: y + 7.0 },
                    anchor: Anchor::Start,
                    size: 10.5,
                    bold: false,
                    color: muted,
                    halo: None,
                    datum,
                });
            }
        }
    }

    fn name_curves(&self, curves: &[Curve], marks: &mut Vec<Mark>) {
        /// Length of the piece of a curve beside its name, in CSS pixels.
        const SAMPLE: f64 = 20.0;
        let name = |curve: &Curve| self.dataset.actor(curve.actor).short_name.as_str();
        let (top, bottom) = self.timeline.curves;
        let head = "States with relations";
        if self.narrow {
            let sample = |curve: &Curve| if curve.dash.is_some() { "╌" } else { "—" };
            let list: Vec<String> = curves.iter().map(|curve| format!("{} {}", sample(curve), name(curve))).collect();
            let text = format!("{head}: {}", joined(&list, "  "));
            self.name(&text, (top - NAME - 2.0, 0.0), self.palette.foreground, false, marks);
            return;
        }
        let middle = f64::midpoint(top, bottom);
        self.name(head, (0.0, middle - 18.0), self.palette.foreground, false, marks);
        for (row, curve) in curves.iter().enumerate() {
            let y = middle + row as f64 * 16.0;
            self.name(name(curve), (0.0, y), self.palette.muted, false, marks);
            let x = self.left - APART - text_width(name(curve), NAME_TYPE.0, false) - 6.0;
            let points = vec![Point { x: x - SAMPLE, y }, Point { x, y }];
            let (color, dash, datum) = (curve.color, curve.dash, self.first_year());
            marks.push(Mark::Path { points, width: 2.0, color, dash, datum });
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
