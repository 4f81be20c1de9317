//! The strip beside the slider: how much happened in each step, warm above and cold below, and the names of round ones.

use crate::data::{Dataset, DatasetInfo};
use crate::words::short_step_name;

use super::{Anchor, Datum, Mark, Palette, Point, Scene, View};

/// Half the width of the slider's thumb, in CSS pixels: the track's end lies that far inside.
pub const INSET: f64 = 11.0;
/// Height of the names' line, and size of their type, in CSS pixels.
const AXIS: f64 = 18.0;
const TYPE: f64 = 12.0;

/// The strip for a slider of the view's width: bars per year, friendly turns up and hostile turns down
/// from the line, neutral ones grey, and the decades below.
pub fn strip(dataset: &Dataset, view: &View) -> Scene {
    let info = dataset.info();
    let palette = Palette::of(view.theme, info);
    let (width, height) = (view.size.width, view.size.height);
    let span = (f64::from(info.last_year) - f64::from(info.first_year)).max(1.0);
    let pitch = (width - 2.0 * INSET) / span;
    let x = |year: f64| INSET + (year - f64::from(info.first_year)) * pitch;
    let line = ((height - AXIS) / 2.0).max(1.0);
    let tallies: Vec<(i16, Tally)> =
        (info.first_year..=info.last_year).map(|year| (year, Tally::of(dataset, year))).collect();
    let most = tallies.iter().map(|(_, tally)| tally.warm.max(tally.cold)).fold(1.0, f64::max);
    let scale = (line - 1.0) / libm::sqrt(most);

    let mut marks = Vec::with_capacity(tallies.len() * 2 + 20);
    for (year, tally) in &tallies {
        let half = (pitch * 0.36).max(0.6);
        let middle = x(f64::from(*year));
        for (amount, tone, up) in [(tally.warm, 2, true), (tally.cold, -2, false)] {
            if amount > 0.0 {
                let reach = libm::sqrt(amount) * scale * if up { -1.0 } else { 1.0 };
                marks.push(Mark::Area {
                    points: vec![
                        Point { x: middle - half, y: line },
                        Point { x: middle - half, y: line + reach },
                        Point { x: middle + half, y: line + reach },
                        Point { x: middle + half, y: line },
                    ],
                    color: palette.tone(tone),
                    datum: Datum::Year(*year),
                });
            }
        }
    }
    marks.push(Mark::Path {
        points: vec![Point { x: INSET, y: line }, Point { x: width - INSET, y: line }],
        width: 1.0,
        color: palette.muted.alpha(0.5),
        dash: None,
        datum: Datum::Year(info.first_year),
    });
    names(dataset, &x, pitch, height, &palette, &mut marks);
    Scene { size: view.size, marks }
}

/// A name in the middle of its tick needs this much room to the end of the strip, in pixels.
const HALF_NAME: f64 = 15.0;

/// The steps that are named: the decades, every other one where years are narrow; the first and the last month or day.
fn named(info: &DatasetInfo, pitch: f64) -> Vec<i16> {
    if !info.calendar.counts_years() {
        return vec![info.first_year, info.last_year];
    }
    let every = if pitch * 10.0 < 36.0 { 20 } else { 10 };
    let first = info.first_year.div_euclid(10).saturating_add(1).saturating_mul(10);
    (first..=info.last_year).filter(|decade| decade % every == 0).collect()
}

/// Ticks and names of steps.
fn names(dataset: &Dataset, x: &dyn Fn(f64) -> f64, pitch: f64, height: f64, palette: &Palette, marks: &mut Vec<Mark>) {
    let info = dataset.info();
    for step in named(info, pitch) {
        let at = x(f64::from(step));
        let datum = Datum::Year(step);
        marks.push(Mark::Path {
            points: vec![Point { x: at, y: height - AXIS }, Point { x: at, y: height - AXIS + 4.0 }],
            width: 1.0,
            color: palette.muted.alpha(0.8),
            dash: None,
            datum,
        });
        marks.push(Mark::Label {
            text: short_step_name(dataset, step),
            at: Point { x: at, y: height - AXIS / 2.0 + 2.5 },
            anchor: if step == info.first_year {
                Anchor::Start
            } else if f64::from(info.last_year - step) * pitch < HALF_NAME {
                Anchor::End
            } else {
                Anchor::Middle
            },
            size: TYPE,
            bold: false,
            color: palette.muted,
            halo: None,
            datum,
        });
    }
}

/// What the events of a year did, warm and cold apart.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Tally {
    warm: f64,
    cold: f64,
}

impl Tally {
    fn of(dataset: &Dataset, year: i16) -> Self {
        let mut tally = Self::default();
        for event in dataset.events().iter().filter(|event| event.date.step() == year) {
            for effect in
                event.effects.iter().filter(|effect| dataset.ego().is_none() || dataset.alter(effect.dyad).is_some())
            {
                let amount = f64::from(effect.change.unsigned_abs());
                if effect.change > 0 { tally.warm += amount } else { tally.cold += amount }
            }
        }
        tally
    }
}
