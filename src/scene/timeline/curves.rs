//! How many states had relations with the ego and with its rival, as curves.

use crate::data::ActorId;
use crate::moment::Counts;
use crate::words::{curves_head, in_step};

use super::super::{Anchor, Axis, Color, Dash, Datum, text_width};
use super::draw::{Drawing, SCALE_TYPE};
use super::plan::NAME;

/// The rival's curve.
const RIVAL: Dash = Dash { on: 5.0, off: 3.0 };
/// Room above the curves for a name, in CSS pixels.
const ROOM: f64 = 16.0;
/// Size of the curves' names, in CSS pixels.
const TYPE: f64 = 12.0;
/// From a curve to the middle of its name, and from a name to the last year, in CSS pixels.
const APART: (f64, f64) = (9.0, 3.0);

/// Whose curve it is, what it shows, and how it looks.
type Curve = (ActorId, fn(&Counts) -> u32, Color, Color, Option<Dash>);

impl Drawing<'_> {
    pub(super) fn curves(&mut self) {
        let (info, timeline) = (self.dataset.info(), self.timeline);
        let (muted, foreground) = (self.palette.muted, self.palette.foreground);
        let Some(last) = timeline.counts.last() else { return };
        let (top, bottom) = timeline.curves;
        let most = timeline.counts.iter().map(|counts| counts.ego.max(counts.rival)).max().unwrap_or(0).max(1);
        let scale = Axis::new((0.0, f64::from(most)), (bottom, top + ROOM));
        let (left, right) = timeline.edges;
        for tick in scale.ticks(5) {
            let y = scale.at(f64::from(tick));
            self.hair((left, y), (right, y), if tick == 0 { 0.5 } else { 0.18 });
            if tick > 0 {
                let place = (left + 2.0, y - 6.0, Anchor::Start);
                self.say(tick.to_string(), place, (SCALE_TYPE, false), muted, self.first_year);
            }
        }
        let y = if timeline.narrow { top - NAME / 2.0 } else { f64::midpoint(top, bottom) };
        self.beside(curves_head(self.dataset).to_owned(), y, false);
        let Some(ego) = info.ego else { return };
        let [mark, word] = self.palette.ego();
        let ego: Curve = (ego, |counts| counts.ego, mark, word, None);
        self.curve(ego, &scale, last.ego > last.rival || info.rival.is_none());
        if let Some(rival) = info.rival {
            let rival: Curve = (rival, |counts| counts.rival, foreground, foreground, Some(RIVAL));
            self.curve(rival, &scale, last.ego <= last.rival);
        }
    }

    /// A curve, and its name with its last value above it or below.
    fn curve(&mut self, (actor, count, color, text_color, dash): Curve, scale: &Axis, above: bool) {
        let (info, timeline) = (self.dataset.info(), self.timeline);
        let mut points = Vec::with_capacity(timeline.counts.len());
        for (index, counts) in timeline.counts.iter().enumerate() {
            let x = timeline.axis.at(f64::from(info.first_year) + index as f64 + 1.0);
            points.push((x, scale.at(f64::from(count(counts)))));
        }
        let mut text = self.dataset.actor(actor).short_name.clone();
        text.push(' ');
        text.push_str(&timeline.counts.last().map_or(0, count).to_string());
        // The cursor may stand at another year.
        text.push(' ');
        text.push_str(&in_step(self.dataset, info.last_year));
        let x = timeline.edges.1 - APART.1;
        let mut y = if above { timeline.curves.1 } else { timeline.curves.0 };
        let begin = x - text_width(&text, TYPE, true);
        for (at, height) in &points {
            if *at > begin {
                y = if above { y.min(*height) } else { y.max(*height) };
            }
        }
        let y = if above { y - APART.0 } else { (y + APART.0).min(timeline.curves.1 - APART.0) };
        self.path(&points, 2.0, color, dash, Datum::Actor(actor));
        self.say(text, (x, y, Anchor::End), (TYPE, true), text_color, self.first_year);
    }
}
