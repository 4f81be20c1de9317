//! What JavaScript asks of the viewer without changing it: numbers, short texts, and small plain data.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::data::{Stance, StepId};
use crate::scene::{Palette, TimelineRow};
use crate::time::Playhead;
use crate::viewer::Subject;
use crate::words::short_step_name;

use super::plain;
use super::view::{Detente, to_js};

/// One of the years side by side.
#[derive(Serialize)]
struct Multiple<'a> {
    year: i16,
    id: StepId,
    name: String,
    line: &'a str,
    current: bool,
    chosen: bool,
}

/// The event that was asked for.
#[derive(Serialize)]
struct Selected<'a> {
    index: usize,
    year: i16,
    id: StepId,
    title: &'a str,
}

#[wasm_bindgen]
impl Detente {
    /// The slider's position, a fractional year.
    pub fn position(&self) -> f64 {
        self.viewer.playhead().year()
    }

    /// The year that is shown.
    pub fn year(&self) -> i32 {
        self.viewer.shown_year().into()
    }

    /// The year that is shown, in few letters.
    pub fn label(&self) -> String {
        short_step_name(self.viewer.dataset(), self.viewer.shown_year())
    }

    /// The year shown or gone to.
    pub fn destination(&self) -> i32 {
        self.viewer.playback().destination().into()
    }

    /// What a year is called, a number or a date.
    #[wasm_bindgen(js_name = idOf)]
    pub fn id_of(&self, step: i32) -> JsValue {
        let info = self.viewer.dataset().info();
        if info.calendar.counts_years() { step.into() } else { info.step_text(step as i16).into() }
    }

    /// The year, by its number on the slider, that a text names, if it names one.
    #[wasm_bindgen(js_name = stepOf)]
    pub fn step_of(&self, text: &str) -> Option<i32> {
        self.viewer.dataset().info().step_named(text).map(i32::from)
    }

    /// Whether it plays.
    pub fn playing(&self) -> bool {
        self.viewer.playback().is_playing()
    }

    /// Whether it moves: another frame is needed.
    pub fn moving(&self) -> bool {
        self.viewer.playback().is_moving()
    }

    /// How much of the span lies behind, 0 to 1.
    pub fn progress(&self) -> f64 {
        self.viewer.playback().progress()
    }

    /// Where the timeline's cursor stands.
    pub fn cursor(&self) -> f64 {
        self.viewer.cursor()
    }

    /// How far the middle of the shown year's name lies from the timeline's cursor below it.
    #[wasm_bindgen(js_name = cursorName)]
    pub fn cursor_name(&self) -> f64 {
        self.viewer.cursor_name() - self.viewer.cursor()
    }

    /// How high the step of a row of the timeline is in the shown year; NaN where there is none.
    #[wasm_bindgen(js_name = rowLevel)]
    pub fn row_level(&self, index: usize) -> f64 {
        self.row_stance(index).map_or(f64::NAN, |(row, stance)| row.level(stance))
    }

    /// The number of a row's stance in the shown year; 0 where there is none.
    #[wasm_bindgen(js_name = rowStance)]
    pub fn row_stance_number(&self, index: usize) -> i32 {
        self.row_stance(index).map_or(0, |(_, stance)| stance.value().into())
    }

    /// Where the shown year's name ends, and top and height of each piece of the timeline's cursor; the last is faint.
    #[wasm_bindgen(js_name = timelinePieces)]
    pub fn timeline_pieces(&self) -> Vec<f64> {
        let Some(timeline) = self.viewer.timeline() else { return Vec::new() };
        let mut numbers = vec![timeline.head().1];
        numbers.extend(timeline.cursor_pieces().into_iter().flat_map(|(top, bottom)| [top, bottom - top]));
        numbers
    }

    /// Left, top, width and height of what the timeline's tip tells of; nothing where there is none.
    #[wasm_bindgen(js_name = timelineOutline)]
    pub fn timeline_outline(&self) -> Vec<f64> {
        let outline = self.viewer.timeline_outline();
        outline.map_or_else(Vec::new, |(at, size)| vec![at.x, at.y, size.width, size.height])
    }

    /// Whether a narrow timeline shows its eras; `undefined` where all are shown at once, or there are none.
    #[wasm_bindgen(js_name = erasUnfolded)]
    pub fn eras_unfolded(&self) -> Option<bool> {
        self.viewer.eras_unfolded()
    }

    /// How many states have relations with the ego, at the playhead.
    #[wasm_bindgen(js_name = egoCount)]
    pub fn ego_count(&mut self) -> u32 {
        self.viewer.counts().ego
    }

    /// How many states have relations with the ego's rival, at the playhead.
    #[wasm_bindgen(js_name = rivalCount)]
    pub fn rival_count(&mut self) -> u32 {
        self.viewer.counts().rival
    }

    /// The id of the actor or tie in focus, or the empty text.
    pub fn focused(&self) -> String {
        self.viewer.view().focus.code(self.viewer.dataset())
    }

    /// The name of whoever a reader put in the centre, or the empty text.
    pub fn centred(&self) -> String {
        let dataset = self.viewer.dataset();
        let chosen = dataset.ego().filter(|_| dataset.info().ego.is_none());
        chosen.map_or_else(String::new, |ego| dataset.actor(ego).short_name.clone())
    }

    /// The id of whoever is under the pointer or was navigated to, or the empty text.
    pub fn pointed(&self) -> String {
        self.viewer.view().hover.code(self.viewer.dataset())
    }

    /// The year held against the shown one.
    pub fn compared(&self) -> Option<i32> {
        self.viewer.view().compare.map(i32::from)
    }

    /// What every year is called, and its name, the last first.
    pub fn steps(&self) -> JsValue {
        let dataset = self.viewer.dataset();
        let info = dataset.info();
        let steps = (info.first_year..=info.last_year).rev();
        to_js(&steps.map(|step| (info.step_id(step), short_step_name(dataset, step))).collect::<Vec<_>>())
    }

    /// How much height the timeline takes; 0 until it was laid out.
    #[wasm_bindgen(js_name = timelineHeight)]
    pub fn timeline_height(&self) -> f64 {
        self.viewer.timeline().map_or(0.0, |timeline| timeline.size.height)
    }

    /// What is wrong with what was typed as a year, or the empty text.
    #[wasm_bindgen(js_name = typedProblem)]
    pub fn typed_problem(&self) -> String {
        self.viewer.typed_problem().to_owned()
    }

    /// In which picture the tip stands: `network`, `timeline`, or the empty text.
    #[wasm_bindgen(js_name = tipOn)]
    pub fn tip_on(&self) -> String {
        let on = match self.viewer.tip().map(|tip| tip.subject) {
            Some(Subject::Network(_)) => "network",
            Some(Subject::Timeline(_)) => "timeline",
            None => "",
        };
        on.to_owned()
    }

    /// Left and top of the tip's box, which has that size, in its picture.
    #[wasm_bindgen(js_name = placeTip)]
    pub fn place_tip(&self, width: f64, height: f64) -> Vec<f64> {
        self.viewer.place_tip(width, height).map_or_else(|| vec![0.0, 0.0], |at| vec![at.x, at.y])
    }

    /// The event that was asked for, as long as its year is shown or gone to.
    #[wasm_bindgen(js_name = selectedEvent)]
    pub fn selected_event(&self) -> JsValue {
        self.viewer.selected().map_or(JsValue::UNDEFINED, |id| {
            let event = self.viewer.dataset().event(id);
            let (year, title) = (event.date.step(), event.title.as_str());
            to_js(&Selected { index: id.index(), year, id: self.viewer.dataset().info().step_id(year), title })
        })
    }

    /// The colours of the theme: pairs of a CSS custom property and its value.
    pub fn palette(&self) -> JsValue {
        let colours = Palette::css(self.viewer.view().theme, self.viewer.dataset().info());
        plain::pairs(colours.iter().map(|(name, colour)| (name.as_str(), colour.as_str())))
    }

    /// The chosen years side by side, and last the shown one where it is none of them.
    #[wasm_bindgen(js_name = smallMultiples)]
    pub fn small_multiples(&self) -> JsValue {
        let (dataset, shown) = (self.viewer.dataset(), self.viewer.shown_year());
        let chosen = self.viewer.years();
        let multiple = |year: i16| {
            let line = dataset.year_line(year).map_or("", |line| line.line.as_str());
            let (id, name) = (dataset.info().step_id(year), short_step_name(dataset, year));
            Multiple { year, id, name, line, current: year == shown, chosen: chosen.contains(&year) }
        };
        to_js(&self.viewer.years_side_by_side().into_iter().map(multiple).collect::<Vec<_>>())
    }
}

impl Detente {
    /// A row of the timeline, and the stance that holds in it at the end of the shown year.
    fn row_stance(&self, index: usize) -> Option<(&TimelineRow, Stance)> {
        let row = self.viewer.timeline()?.rows().get(index)?;
        let tie = row.tie_at(self.viewer.dataset(), Playhead::end_of(self.viewer.shown_year()))?;
        Some((row, self.viewer.dataset().tie(tie).stance))
    }
}
