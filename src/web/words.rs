//! What is read, handed over as plain data.

use wasm_bindgen::prelude::*;

use crate::data::{Confidence, Dataset, Stance};
use crate::moment::Moment;
use crate::scene::{Datum, Focus, Palette, Scene, Theme, differences, stance_name};
use crate::time::Playhead;
use crate::viewer::Subject;

use super::card::{self, CardContext};
use super::convert::{DifferenceRow, TimelineRowState, Tip};
use super::reading::{self, css, source_row, tone};
use super::view::{Detente, to_js};

#[wasm_bindgen]
impl Detente {
    /// What the element needs to set itself up.
    pub fn outline(&self) -> JsValue {
        to_js(&reading::outline(self.viewer.dataset()))
    }

    /// Everything to read about the shown year.
    #[wasm_bindgen(js_name = yearText)]
    pub fn year_text(&self) -> JsValue {
        to_js(&reading::year(self.viewer.dataset(), self.viewer.shown_year(), self.viewer.view().theme))
    }

    /// Everyone who has a tie at the end of the shown year.
    pub fn table(&self) -> JsValue {
        to_js(&reading::table(self.viewer.dataset(), &self.viewer.year_end(), self.viewer.view().theme))
    }

    /// What is known of whoever is in focus, at the shown year.
    pub fn card(&mut self) -> JsValue {
        self.card_of(self.viewer.view().focus)
    }

    /// What the tip says.
    pub fn tip(&mut self) -> JsValue {
        match self.viewer.tip().map(|tip| tip.subject) {
            Some(Subject::Network(focus)) => self.card_of(focus),
            Some(Subject::Timeline(datum)) => to_js(&tip(self.viewer.dataset(), datum, self.viewer.view().theme)),
            None => JsValue::UNDEFINED,
        }
    }

    /// Who stands otherwise at the end of the shown year than at the end of the year held against it.
    pub fn differences(&self) -> JsValue {
        let viewer = &self.viewer;
        let Some(year) = viewer.view().compare else { return JsValue::UNDEFINED };
        let (dataset, palette) = (viewer.dataset(), Palette::of(viewer.view().theme));
        let then = Moment::at(dataset, Playhead::end_of(year));
        let name = |stance: Option<Stance>| stance.map_or("no relations", |stance| stance_name(dataset, stance));
        let rows = differences(dataset, viewer.layout(), &then, &viewer.year_end()).into_iter().map(|difference| {
            let actor = dataset.actor(difference.actor);
            DifferenceRow {
                id: &actor.code,
                name: &actor.short_name,
                group: match difference.steps() {
                    Some(steps) if steps > 0 => "nearer",
                    Some(_) => "farther",
                    None if difference.now.is_some() => "came",
                    None => "went",
                },
                steps: difference.steps().unwrap_or(0),
                then: name(difference.then),
                now: name(difference.now),
                color: css(difference.now.map_or(palette.absent, |stance| palette.stance(stance))),
            }
        });
        to_js(&rows.collect::<Vec<_>>())
    }

    /// The rows of the timeline and how each stands at the end of the shown year.
    #[wasm_bindgen(js_name = timelineRows)]
    pub fn timeline_rows(&self) -> JsValue {
        let viewer = &self.viewer;
        let Some(timeline) = viewer.timeline() else { return JsValue::UNDEFINED };
        let (dataset, palette) = (viewer.dataset(), Palette::of(viewer.view().theme));
        let end = Playhead::end_of(viewer.shown_year());
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
}

impl Detente {
    fn card_of(&mut self, focus: Focus) -> JsValue {
        let scene: Scene = self.viewer.network_scene().clone();
        let (moment, dataset) = (self.viewer.year_end(), self.viewer.dataset());
        let context =
            CardContext { dataset, layout: self.viewer.layout(), moment: &moment, theme: self.viewer.view().theme };
        match focus {
            Focus::Nobody => JsValue::UNDEFINED,
            Focus::Actor(actor) => to_js(&context.actor(actor, &scene)),
            Focus::Tie(dyad) => {
                let (code, title) = (focus.code(dataset), card::title(dataset, focus));
                to_js(&context.tie(dyad, &code, &title, &scene))
            }
        }
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
