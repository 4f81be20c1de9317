//! How many states had relations with the ego and with its rival, as curves.

use crate::data::{ActorId, Stance, joined};
use crate::moment::Counts;

use super::super::{Anchor, Axis, Color, Dash, Datum, Mark, Point, text_width};
use super::draw::{Drawing, SCALE_TYPE};
use super::plan::{APART, NAME, NAME_TYPE};
use super::text::fit;

/// The rival's curve.
const RIVAL: Dash = Dash { on: 5.0, off: 3.0 };
/// What the curves show.
const HEAD: &str = "States with relations";
/// Length of the piece of a curve beside its name, in CSS pixels.
const SAMPLE: f64 = 20.0;

/// How many states have relations with one of two, as a curve.
struct Curve {
    actor: ActorId,
    count: fn(&Counts) -> u32,
    color: Color,
    dash: Option<Dash>,
}

impl Drawing<'_> {
    pub(super) fn curves(&self, marks: &mut Vec<Mark>) {
        let info = self.dataset.info();
        let (top, bottom) = self.timeline.curves;
        let counts = &self.timeline.counts;
        let most = counts.iter().map(|counts| counts.ego.max(counts.rival)).max().unwrap_or(0).max(1);
        let scale = Axis::new((0.0, f64::from(most)), (bottom, top + 4.0));
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

    /// Round numbers of states, as hairs with their number: at the right, or on the hair where there is no margin.
    fn count_lines(&self, scale: &Axis, marks: &mut Vec<Mark>) {
        let (left, right) = self.timeline.edges;
        for tick in scale.ticks(3) {
            let y = scale.at(f64::from(tick));
            self.line((Point { x: left, y }, Point { x: right, y }), if tick == 0 { 0.5 } else { 0.18 }, marks);
            if tick > 0 {
                let at = if self.timeline.narrow {
                    Point { x: left + 2.0, y: y + 7.0 }
                } else {
                    Point { x: right + 7.0, y }
                };
                self.say((tick.to_string(), at, Anchor::Start, SCALE_TYPE), self.palette.muted, false, marks);
            }
        }
    }

    fn name_curves(&self, curves: &[Curve], marks: &mut Vec<Mark>) {
        let name = |curve: &Curve| self.dataset.actor(curve.actor).short_name.as_str();
        let left = self.timeline.edges.0;
        let (top, bottom) = self.timeline.curves;
        let (foreground, muted) = (self.palette.foreground, self.palette.muted);
        if self.timeline.narrow {
            let sample = |curve: &Curve| if curve.dash.is_some() { "╌" } else { "—" };
            let list: Vec<String> = curves.iter().map(|curve| format!("{} {}", sample(curve), name(curve))).collect();
            let text = format!("{HEAD}: {}", joined(&list, "  "));
            let text = fit(&text, NAME_TYPE - 1.0, false, self.timeline.size.width - left).unwrap_or_default();
            let at = Point { x: left, y: top - NAME / 2.0 };
            self.say((text, at, Anchor::Start, NAME_TYPE - 1.0), foreground, false, marks);
            return;
        }
        let middle = f64::midpoint(top, bottom);
        self.beside((HEAD.to_owned(), middle - 18.0), foreground, false, marks);
        let room = left - APART - SAMPLE - 8.0;
        for (row, curve) in curves.iter().enumerate() {
            let y = middle + row as f64 * 17.0;
            let text = fit(name(curve), NAME_TYPE, false, room).unwrap_or_default();
            let x = left - APART - text_width(&text, NAME_TYPE, false) - 6.0;
            self.beside((text, y), muted, false, marks);
            let points = vec![Point { x: x - SAMPLE, y }, Point { x, y }];
            let (color, dash, datum) = (curve.color, curve.dash, self.first_year());
            marks.push(Mark::Path { points, width: 2.0, color, dash, datum });
        }
    }
}
