//! Small plots of what was measured between an actor and the ego: trade, aid, agreement in votes.

use crate::data::{Confidence, Dataset};
use crate::words::{Measure, percent, short_step_name, thousands};

use super::{Anchor, Axis, Datum, Mark, Palette, Point, Scene, View, round_steps};

/// Room for the values' type on the left and the years' below, in CSS pixels.
const MARGINS: (f64, f64) = (46.0, 18.0);
/// Size of the plots' type, in CSS pixels.
const TYPE: f64 = 12.0;

impl Measure<'_> {
    /// The plot: a bar for each amount, a dot for each share joined where the years follow on one another.
    /// A year without a figure is a gap.
    pub fn scene(&self, dataset: &Dataset, view: &View) -> Scene {
        let (info, palette) = (dataset.info(), Palette::of(view.theme, dataset.info()));
        let (left, bottom) = (MARGINS.0, view.size.height - MARGINS.1);
        let years = (f64::from(info.first_year), f64::from(info.last_year));
        let across = Axis::new(years, (left + 6.0, view.size.width - 8.0));
        let most = self.figures.iter().map(|figure| figure.value).fold(0.0, f64::max);
        // Shares are counted in hundredths, so that round values stay whole numbers.
        let (factor, top) = if self.is_share() { (100.0, 100.0) } else { (1.0, most.max(1.0) * 1.04) };
        let up = Axis::new((0.0, top), (bottom, 6.0));
        let mut marks = Vec::new();
        let datum = Datum::Year(info.first_year);
        let say = |text: String, at: Point, anchor: Anchor, marks: &mut Vec<Mark>| {
            let color = palette.muted;
            marks.push(Mark::Label { text, at, anchor, size: TYPE, bold: false, color, halo: None, datum });
        };
        for tick in up.ticks(4) {
            let y = up.at(f64::from(tick));
            let points = vec![Point { x: left, y }, Point { x: view.size.width, y }];
            let color = palette.muted.alpha(if tick == 0 { 0.5 } else { 0.18 });
            marks.push(Mark::Path { points, width: 1.0, color, dash: None, datum });
            let text = if self.is_share() { percent(dataset, tick) } else { thousands(dataset, tick.into()) };
            say(text, Point { x: left - 5.0, y }, Anchor::End, &mut marks);
        }
        for step in round_steps(info, 6) {
            let at = Point { x: across.at(f64::from(step)), y: bottom + MARGINS.1 / 2.0 + 1.0 };
            say(short_step_name(dataset, step), at, Anchor::Middle, &mut marks);
        }
        let [color, _] = palette.ego();
        let half = ((across.at(1.0) - across.at(0.0)) * 0.4).max(1.0);
        let mut before: Option<(i16, Point)> = None;
        for figure in &self.figures {
            let at = Point { x: across.at(f64::from(figure.year)), y: up.at(figure.value * factor) };
            let datum = Datum::Year(figure.year);
            let sure = figure.confidence == Confidence::High;
            if self.is_share() {
                if let Some((_, last)) = before.filter(|(year, _)| figure.year - year == 1) {
                    let points = vec![last, at];
                    marks.push(Mark::Path { points, width: 1.6, color, dash: None, datum });
                }
                marks.push(Mark::Disc { at, radius: 2.1, fill: color, rim: None, datum });
                before = Some((figure.year, at));
            } else {
                let points = [(-half, bottom), (-half, at.y), (half, at.y), (half, bottom)];
                marks.push(Mark::Area {
                    points: points.map(|(dx, y)| Point { x: at.x + dx, y }).to_vec(),
                    color: color.alpha(if sure { 1.0 } else { 0.5 }),
                    datum,
                });
            }
        }
        Scene { size: view.size, marks }
    }
}
