//! The timeline on their canvas: one clock and one selection with the network.

use wasm_bindgen::prelude::*;

use crate::data::{Confidence, Dataset};
use crate::moment::Moment;
use crate::scene::{Datum, INSET, Palette, Point, Theme, Timeline, Track, stance_name};
use crate::time::Playhead;

use super::convert::{TimelineRowState, Tip};
use super::reading::{css, source_row, tone};
use super::view::{Detente, to_js};

#[wasm_bindgen]
impl Detente {
    /// Lays the timeline out for a width, with the slider's box from `left` to `right`, all in CSS pixels,
    /// and draws them; the height they take up.
    #[wasm_bindgen(js_name = layTimeline)]
    pub fn lay_timeline(&mut self, width: f64, left: f64, right: f64, ratio: f64) -> f64 {
        let sane = |length: f64| if length.is_finite() { length.clamp(1.0, 16_384.0) } else { 1.0 };
        let track = Track { width: sane(width), left: sane(left + INSET), right: sane(right - INSET) };
        let timeline = Timeline::lay(&self.dataset, &self.layout, self.view.focus, track);
        self.surfaces[3].resize(timeline.size, ratio);
        self.surfaces[3].draw(&timeline.scene(&self.dataset, &self.view));
        let height = timeline.size.height;
        self.timeline = Some(timeline);
        height
    }

    /// The rows of the timeline and how each stands at the end of the shown year.
    #[wasm_bindgen(js_name = timelineRows)]
    pub fn timeline_rows(&self) -> JsValue {
        let Some(timeline) = &self.timeline else { return JsValue::UNDEFINED };
        let (dataset, palette) = (&self.dataset, Palette::of(self.view.theme));
        let end = Playhead::end_of(self.playback.playhead().shown_year());
        let rows = timeline.rows().iter().map(|row| {
            let stance = row.tie_at(dataset, end).map(|id| dataset.tie(id).stance);
            let codes: Vec<&str> = row.ends.iter().map(|end| dataset.actor(*end).code.as_str()).collect();
            TimelineRowState {
                top: row.top,
                height: row.height,
                focus: codes.join("-"),
                stance_name: stance.map_or("–", |stance| stance_name(dataset, stance)),
                color: css(stance.map_or(palette.muted, |stance| palette.text(stance))),
            }
        });
        to_js(&rows.collect::<Vec<_>>())
    }

    /// The slider's position under the pointer.
    #[wasm_bindgen(js_name = positionAt)]
    pub fn position_at(&self, x: f64) -> f64 {
        self.timeline.as_ref().map_or(0.0, |timeline| timeline.position(x))
    }

    /// What the pointer is on among the timeline.
    #[wasm_bindgen(js_name = pointTimeline)]
    pub fn point_timeline(&self, x: f64, y: f64) -> JsValue {
        let found = self.timeline.as_ref().and_then(|timeline| timeline.hit(&self.dataset, Point { x, y }));
        found.and_then(|datum| tip(&self.dataset, datum, self.view.theme)).map_or(JsValue::UNDEFINED, |tip| to_js(&tip))
    }
}

fn tip(dataset: &Dataset, datum: Datum, theme: Theme) -> Option<Tip<'_>> {
    let (texts, palette) = (dataset.texts(), Palette::of(theme));
    let doubt = |confidence: Confidence| match confidence {
        Confidence::Low => "uncertain: a guess or a single weak source",
        Confidence::Medium => "a judgement on the sources",
        Confidence::High => "",
    };
    let span = |spell: crate::time::Spell| match spell.to {
        Some(to) => format!("{} – {}", spell.from.in_words(), to.in_words()),
        None => format!("since {}", spell.from.in_words()),
    };
    Some(match datum {
        Datum::Tie(id) => {
            let tie = dataset.tie(id);
            let ego = dataset.info().ego;
            let name = |id| dataset.actor(id).short_name.as_str();
            let who = tie
                .dyad()
                .other(ego)
                .map_or_else(|| format!("{} – {}", name(tie.a), name(tie.b)), |other| name(other).to_owned());
            Tip {
                title: format!("{who}: {}", stance_name(dataset, tie.stance)),
                detail: span(tie.spell),
                text: texts.and_then(|texts| texts.ties.get(id.index())).map_or("", |text| &text.why),
                color: css(palette.stance(tie.stance)),
                sources: dataset.sources_of_tie(id).into_iter().take(1).map(source_row).collect(),
                doubt: doubt(tie.confidence),
            }
        }
        Datum::Event(id) => {
            let event = dataset.event(id);
            let text = texts.and_then(|texts| texts.events.get(id.index()));
            let source = text.and_then(|text| texts?.sources.get(text.sources.first()?.index()));
            let change = event.effects.iter().map(|effect| effect.change).max_by_key(|change| change.unsigned_abs());
            Tip {
                title: event.title.clone(),
                detail: event.date.in_words(),
                text: text.map_or("", |text| &text.summary),
                color: tone(change.unwrap_or(0), theme),
                sources: source.into_iter().map(source_row).collect(),
                doubt: doubt(event.confidence),
            }
        }
        Datum::Era(index) => {
            let era = dataset.eras().get(usize::from(index))?;
            let source = texts.and_then(|texts| texts.sources.get(texts.eras.get(usize::from(index))?.source?.index()));
            Tip {
                title: era.title.clone(),
                detail: span(era.spell),
                text: "",
                color: css(palette.muted),
                sources: source.into_iter().map(source_row).collect(),
                doubt: "",
            }
        }
        Datum::Year(year) => {
            let counts = Moment::at(dataset, Playhead::end_of(year)).counts();
            let info = dataset.info();
            let name = |id| dataset.actor(id).short_name.as_str();
            let rival = info.rival.map_or(String::new(), |rival| format!(", {} with {}", counts.rival, name(rival)));
            Tip {
                title: format!("End of {year}"),
                detail: format!("{} states with relations to {}{rival}", counts.ego, name(info.ego)),
                text: "",
                color: css(palette.muted),
                sources: Vec::new(),
                doubt: "",
            }
        }
        Datum::Actor(_) | Datum::Compared(_) | Datum::Ring(_) => return None,
    })
}
