//! Hands the words of `crate::words` over to JavaScript: what is read of the shown year, and of whoever is in focus.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::layout::Focus;
use crate::moment::Moment;
use crate::scene::{Datum, TimelineRow};
use crate::time::Playhead;
use crate::words::{self, Row, Topic};

use super::view::{Detente, to_js};

/// A row of the timeline and where it stands, in CSS pixels.
#[derive(Serialize)]
struct PlacedRow<'a> {
    top: f64,
    height: f64,
    row: Row<'a>,
}

#[wasm_bindgen]
impl Detente {
    /// What the element needs to set itself up.
    pub fn outline(&self) -> JsValue {
        to_js(&words::outline(&self.dataset))
    }

    /// The year's line and the counts at the playhead.
    pub fn now(&self) -> JsValue {
        to_js(&words::now(&self.dataset, &Moment::at(&self.dataset, self.shown_playhead())))
    }

    /// Everything to read about the shown year.
    #[wasm_bindgen(js_name = yearText)]
    pub fn year_text(&self) -> JsValue {
        to_js(&words::year(&self.dataset, &self.end_of_shown_year()))
    }

    /// All that is known of whoever is in focus.
    pub fn card(&self) -> JsValue {
        self.card_of(self.in_focus())
    }

    /// Everyone who has a stance at the end of the shown year.
    pub fn table(&self) -> JsValue {
        to_js(&words::table(&self.dataset, &self.end_of_shown_year()))
    }

    /// Who stands otherwise at the end of the shown year than at the end of the year held against it.
    pub fn differences(&self) -> JsValue {
        let Some(year) = self.held_against() else { return JsValue::UNDEFINED };
        let then = Moment::at(&self.dataset, Playhead::end_of(year));
        to_js(&words::difference_words(&self.dataset, &self.layout, &then, &self.end_of_shown_year()))
    }

    /// What a reader's words find, the kinds kept together, that of the best fit first.
    pub fn search(&self, query: &str) -> JsValue {
        to_js(&words::search_words(&self.dataset, query, self.shown_playhead().shown_year()))
    }

    /// The rows of the timeline and how each stands at the end of the shown year.
    #[wasm_bindgen(js_name = timelineRows)]
    pub fn timeline_rows(&self) -> JsValue {
        let Some(timeline) = &self.timeline else { return JsValue::UNDEFINED };
        let end = Playhead::end_of(self.shown_playhead().shown_year());
        let placed = |row: &TimelineRow| PlacedRow {
            top: row.top,
            height: row.height,
            row: words::timeline_row(&self.dataset, &row.ends, &row.label, row.tie_at(&self.dataset, end)),
        };
        to_js(&timeline.rows().iter().map(placed).collect::<Vec<_>>())
    }

    /// What marks and lines mean: terms with their words.
    #[wasm_bindgen(js_name = howToRead)]
    pub fn how_to_read(&self) -> JsValue {
        to_js(&words::how_to_read(&self.dataset))
    }

    /// The parts of a citation of what is shown.
    pub fn citation(&self) -> JsValue {
        let year = self.shown_playhead().shown_year();
        to_js(&words::citation(&self.dataset, year, self.held_against(), self.in_focus()))
    }
}

impl Detente {
    fn shown_playhead(&self) -> Playhead {
        self.playback.playhead()
    }

    fn end_of_shown_year(&self) -> Moment {
        self.year_end()
    }

    const fn in_focus(&self) -> Focus {
        self.view.focus
    }

    const fn held_against(&self) -> Option<i16> {
        self.view.compare
    }

    /// All that is known of a focus; nothing of nobody.
    pub(super) fn card_of(&self, focus: Focus) -> JsValue {
        let card = words::card(&self.dataset, &self.layout, &self.end_of_shown_year(), focus);
        card.map_or(JsValue::UNDEFINED, |card| to_js(&card))
    }

    /// What is under the pointer, in a few words.
    pub(super) fn tip_of(&self, topic: Option<Topic>) -> JsValue {
        let tip = topic.and_then(|topic| words::tip(&self.dataset, &self.layout, &self.end_of_shown_year(), topic));
        tip.map_or(JsValue::UNDEFINED, |tip| to_js(&tip))
    }
}

/// What a part of the timeline is about.
pub(super) fn topic_of(datum: Datum) -> Option<Topic> {
    match datum {
        Datum::Tie(id) => Some(Topic::Spell(id)),
        Datum::Event(id) => Some(Topic::Event(id)),
        Datum::Era(index) => Some(Topic::Era(index.into())),
        Datum::Year(year) => Some(Topic::Year(year)),
        Datum::Actor(_) | Datum::Compared(_) | Datum::Ring(_) => None,
    }
}
