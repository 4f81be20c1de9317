//! Hands the words of `crate::words` over to JavaScript: what is read of the shown year, and of whoever is in focus.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::language::Language;
use crate::layout::Focus;
use crate::moment::Moment;
use crate::scene::{Caption, TimelineRow};
use crate::time::Playhead;
use crate::words::{self, Row};

use super::plain;
use super::view::{Detente, to_js};

/// A row of the timeline, and where its name stands, in CSS pixels.
#[derive(Serialize)]
struct PlacedRow<'a> {
    /// Left, top, width and height of the name's box, where the word begins in it and its line's middle.
    place: [f64; 6],
    row: Row<'a>,
}

#[wasm_bindgen]
impl Detente {
    /// Makes words of a table of messages, as `detente messages` writes it, or of an empty one in English.
    ///
    /// A table of another version of the program changes nothing.
    pub fn speak(&mut self, table: String) -> u32 {
        let language = if table.is_empty() { Some(Language::ENGLISH) } else { words::language_of(table.leak()) };
        language.map_or(0, |language| self.viewer.read_in(language).bits())
    }

    /// The code of the language of the dataset's own texts.
    #[wasm_bindgen(js_name = ownLanguage)]
    pub fn own_language(&self) -> String {
        self.viewer.dataset().own_language().to_owned()
    }

    /// The same, where some of them are shown among words of another language; else empty.
    pub fn foreign(&self) -> String {
        self.viewer.dataset().foreign().to_owned()
    }

    /// Hands over the texts of a place of a translation, each ended by U+001F.
    pub fn translate(&mut self, language: &str, place: &str, values: &str) {
        self.viewer.translate_place(language, place, values);
    }

    /// Has the texts that were handed over, and names of countries: code, name in the dataset's own language, name in
    /// that of the words, each ended by U+001F.
    pub fn renamed(&mut self, countries: &str) -> u32 {
        self.viewer.rename(countries).bits()
    }

    /// What the element needs to set itself up.
    pub fn outline(&self) -> JsValue {
        plain::outline(&words::outline(self.viewer.dataset()))
    }

    /// The year's line and the counts at the playhead.
    pub fn now(&self) -> JsValue {
        plain::now(&words::now(self.viewer.dataset(), &Moment::at(self.viewer.dataset(), self.viewer.playhead())))
    }

    /// Everything to read about the shown year.
    #[wasm_bindgen(js_name = yearText)]
    pub fn year_text(&self) -> JsValue {
        to_js(&words::year(self.viewer.dataset(), &self.viewer.year_end()))
    }

    /// The slider's value in words, of the year shown or gone to.
    #[wasm_bindgen(js_name = valueText)]
    pub fn value_text(&self) -> String {
        let end = Playhead::end_of(self.viewer.playback().destination());
        words::value_text(self.viewer.dataset(), &Moment::at(self.viewer.dataset(), end))
    }

    /// All that is known of whoever is in focus.
    pub fn card(&self) -> JsValue {
        self.card_of(self.viewer.view().focus)
    }

    /// All that is known of an actor or a tie by its id, whoever is in focus.
    #[allow(clippy::needless_pass_by_value, reason = "what comes from JavaScript is owned")]
    #[wasm_bindgen(js_name = cardOf)]
    pub fn card_by_id(&self, id: String) -> JsValue {
        self.card_of(Focus::find(self.viewer.dataset(), &id))
    }

    /// Everyone who has a stance at the end of the shown year.
    pub fn table(&self) -> JsValue {
        to_js(&words::table(self.viewer.dataset(), &self.viewer.year_end()))
    }

    /// What the tip says.
    pub fn tip(&self) -> JsValue {
        let topic = self.viewer.topic();
        let (dataset, layout) = (self.viewer.dataset(), self.viewer.layout());
        let tip = topic.and_then(|topic| words::tip(dataset, layout, &self.viewer.year_end(), topic));
        tip.map_or(JsValue::UNDEFINED, |tip| to_js(&tip))
    }

    /// Who stands otherwise at the end of the shown year than at the end of the year held against it.
    pub fn differences(&self) -> JsValue {
        let Some(year) = self.viewer.view().compare else { return JsValue::UNDEFINED };
        let then = Moment::at(self.viewer.dataset(), Playhead::end_of(year));
        to_js(&words::difference_words(self.viewer.dataset(), self.viewer.layout(), &then, &self.viewer.year_end()))
    }

    /// What a reader's words find, the kinds kept together, that of the best fit first.
    pub fn search(&self, query: &str) -> JsValue {
        to_js(&words::search_words(self.viewer.dataset(), query, self.viewer.shown_year()))
    }

    /// The rows of the timeline and how each stands at the end of the shown year.
    #[wasm_bindgen(js_name = timelineRows)]
    pub fn timeline_rows(&self) -> JsValue {
        let Some(timeline) = self.viewer.timeline() else { return JsValue::UNDEFINED };
        let end = Playhead::end_of(self.viewer.shown_year());
        let dataset = self.viewer.dataset();
        let placed = |row: &TimelineRow| {
            let tie = row.tie_at(dataset, end);
            let Caption { left, top, width, height, indent, middle } = row.caption;
            let place = [left, top, width, height, indent, middle];
            let row = words::timeline_row(dataset, &row.ends, &row.label, tie);
            PlacedRow { place, row }
        };
        to_js(&timeline.rows().iter().map(placed).collect::<Vec<_>>())
    }

    /// What height and marks mean in the timeline, in sentences.
    #[wasm_bindgen(js_name = timelineKey)]
    pub fn timeline_key(&self) -> String {
        words::key_to_timeline(self.viewer.dataset())
    }

    /// What marks and lines mean: terms with their words.
    #[wasm_bindgen(js_name = howToRead)]
    pub fn how_to_read(&self) -> JsValue {
        to_js(&words::how_to_read(self.viewer.dataset()))
    }

    /// The parts of a citation of what is shown.
    pub fn citation(&self) -> JsValue {
        let year = self.viewer.shown_year();
        to_js(&words::citation(self.viewer.dataset(), year, self.viewer.view().compare, self.viewer.view().focus))
    }
}

impl Detente {
    /// All that is known of a focus; nothing of nobody.
    fn card_of(&self, focus: Focus) -> JsValue {
        let card = words::card(self.viewer.dataset(), self.viewer.layout(), &self.viewer.year_end(), focus);
        card.map_or(JsValue::UNDEFINED, |card| to_js(&card))
    }
}
