//! One view: a dataset, a clock, and the canvases it is drawn on.

use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use crate::data::{Columns, Dataset};
use crate::layout::{EgoLayout, Focus};
use crate::moment::{Moment, changes, intensity};
use crate::scene::{
    Datum, Direction, Keyframe, Point, Scene, Size, Theme, Timeline, Transition, View, background, compose, hit,
    navigate, strip,
};
use crate::time::{Playback, Playhead};
use crate::words::Topic;

use super::canvas::CanvasSurface;

/// How many keyframes are kept, so that dragging to and fro sets none anew.
const KEYFRAMES: usize = 96;

/// One view of a dataset. Everything that happens in it is asked for by JavaScript, once per animation frame at most.
#[wasm_bindgen]
pub struct Detente {
    pub(super) dataset: Dataset,
    pub(super) layout: EgoLayout,
    pub(super) view: View,
    pub(super) playback: Playback,
    pub(super) scene: Scene,
    /// Background, marks, strip, timeline.
    pub(super) surfaces: [CanvasSurface; 4],
    pub(super) timeline: Option<Timeline>,
    /// The keyframe of the year held against the shown one.
    pub(super) compared: Option<Keyframe>,
    strip: Size,
    /// The keyframes of the years shown last, the latest at the end.
    keyframes: Vec<(i16, Keyframe)>,
    /// How much the year that play is bound for changes, once it was asked for.
    pace: Option<(i16, f64)>,
    last_frame: Option<f64>,
    pub(super) stale: bool,
    /// Everything on one canvas: on paper, clearing one canvas wipes out what lies under it.
    on_paper: bool,
    /// Texts that are on their way in.
    columns: Columns,
}

/// How the view stands after a frame.
#[derive(serde::Serialize)]
#[allow(clippy::struct_excessive_bools, reason = "a report, not a state")]
struct Frame {
    moving: bool,
    playing: bool,
    position: f64,
    year: i16,
    settled: bool,
    /// Where the timeline's cursor stands, in CSS pixels.
    cursor: f64,
    counts: Vec<u32>,
}

/// Plain objects, `undefined` for what is not there.
pub(super) fn to_js(value: &impl serde::Serialize) -> JsValue {
    serde::Serialize::serialize(value, &Serializer::new().serialize_missing_as_null(false))
        .unwrap_or(JsValue::UNDEFINED)
}

/// Says on the console what went wrong before the instance ends.
#[wasm_bindgen(start)]
pub(crate) fn start() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&JsValue::from_str(&info.to_string()));
    }));
}

#[wasm_bindgen]
impl Detente {
    /// A view on four canvases: the rings, the marks, the strip beside the slider, and the timeline.
    ///
    /// It shows the dataset that `pack` holds, or else the first dataset.
    ///
    /// # Errors
    /// When a canvas has no 2d context or the pack cannot be opened.
    #[wasm_bindgen(constructor)]
    pub fn new(
        rings: HtmlCanvasElement,
        marks: HtmlCanvasElement,
        strip: HtmlCanvasElement,
        timeline: HtmlCanvasElement,
        pack: Option<Vec<u8>>,
    ) -> Result<Self, JsError> {
        let dataset = match pack {
            Some(bytes) => Dataset::unpack(&bytes)?,
            None => crate::north_korea::north_korea(),
        };
        let surface = |canvas| CanvasSurface::new(canvas).ok_or_else(|| JsError::new("this canvas cannot be drawn on"));
        let info = dataset.info();
        let playback = Playback::new(info.first_year, info.last_year);
        let size = Size { width: 1.0, height: 1.0 };
        Ok(Self {
            layout: EgoLayout::solve(&dataset),
            view: View::new(size.width, size.height, Theme::Light),
            playback,
            scene: Scene { size, marks: Vec::new() },
            surfaces: [surface(rings)?, surface(marks)?, surface(strip)?, surface(timeline)?],
            timeline: None,
            compared: None,
            strip: size,
            keyframes: Vec::new(),
            pace: None,
            last_frame: None,
            stale: true,
            on_paper: false,
            columns: Columns::default(),
            dataset,
        })
    }

    /// Hands over one column of the long texts, each value ended by U+001F.
    pub fn column(&mut self, name: &str, values: &str) {
        self.columns.fill(name, values);
    }

    /// Adds the long texts whose columns were handed over.
    ///
    /// # Errors
    /// When they belong to another dataset or another version.
    pub fn attach(&mut self) -> Result<(), JsError> {
        self.dataset.attach(core::mem::take(&mut self.columns).into_texts())?;
        Ok(())
    }

    /// Sizes the canvases, in CSS pixels at a pixel ratio, and redraws what does not change with the year.
    pub fn resize(&mut self, width: f64, height: f64, strip_width: f64, strip_height: f64, ratio: f64) {
        let size = |width: f64, height: f64| {
            let sane = |length: f64| if length.is_finite() { length.clamp(1.0, 16_384.0) } else { 1.0 };
            Size { width: sane(width), height: sane(height) }
        };
        self.view.size = size(width, height);
        self.strip = size(strip_width, strip_height);
        self.surfaces[0].resize(self.view.size, ratio);
        self.surfaces[1].resize(self.view.size, ratio);
        self.surfaces[2].resize(self.strip, ratio);
        self.redraw_ground();
    }

    /// `"dark"` or, whatever else is said, light.
    pub fn theme(&mut self, name: &str) {
        self.view.theme = if name == "dark" { Theme::Dark } else { Theme::Light };
        self.redraw_ground();
    }

    /// Whether the picture is for paper, all of it on one canvas.
    pub fn paper(&mut self, on: bool) {
        self.on_paper = on;
        self.stale = true;
    }

    /// Whether steps are instant, for readers who asked for less motion.
    pub fn calm(&mut self, on: bool) {
        self.playback.set_calm(on);
    }

    /// Follows the finger on the slider, at once.
    pub fn scrub(&mut self, position: f64) {
        self.playback.scrub(position);
        self.stale = true;
    }

    /// The finger was lifted: on to the nearest year.
    pub fn settle(&mut self) {
        self.playback.settle();
        self.stale = true;
    }

    /// On to a year, gliding.
    pub fn go(&mut self, year: f64) {
        self.playback.go(year);
        self.stale = true;
    }

    /// To a year, at once.
    pub fn jump(&mut self, year: f64) {
        self.playback.jump(year);
        self.stale = true;
    }

    /// Plays on; at the end, from the beginning.
    pub fn play(&mut self) {
        self.playback.play();
        self.last_frame = None;
        self.stale = true;
    }

    /// Stops at the next whole year.
    pub fn pause(&mut self) {
        self.playback.pause();
    }

    /// How fast to play: 0.5 to 4.
    pub fn speed(&mut self, factor: f64) {
        self.playback.set_speed(factor);
    }

    /// The next year after (1) or before (−1) the shown one in which something changed, or the end of the span.
    #[wasm_bindgen(js_name = nextChange)]
    pub fn next_change(&self, direction: i32) -> i32 {
        let info = self.dataset.info();
        let here = self.playback.destination();
        let step = if direction < 0 { -1 } else { 1 };
        let mut year = here + step;
        while (info.first_year..=info.last_year).contains(&year) && changes(&self.dataset, year).is_empty() {
            year += step;
        }
        i32::from(year.clamp(info.first_year, info.last_year))
    }

    /// The year shown or gone to.
    pub fn destination(&self) -> i32 {
        i32::from(self.playback.destination())
    }

    /// Moves the clock on to `now` (milliseconds, as `requestAnimationFrame` gives them) and draws what changed.
    pub fn frame(&mut self, now: f64) -> JsValue {
        let elapsed = self.last_frame.map_or(0.0, |last| now - last);
        let Self { dataset, pace: known, .. } = self;
        let pace = |year: i16| match known {
            Some((of, pace)) if *of == year => *pace,
            _ => known.insert((year, intensity(dataset, year))).1,
        };
        let tick = self.playback.tick(elapsed, pace);
        let moving = self.playback.is_moving();
        self.last_frame = moving.then_some(now);
        let playhead = self.playback.playhead();
        let moment = Moment::at(&self.dataset, playhead);
        if tick.moved || self.stale {
            self.draw(&moment);
        }
        let counts = moment.counts();
        to_js(&Frame {
            moving,
            playing: self.playback.is_playing(),
            position: playhead.year(),
            year: playhead.shown_year(),
            settled: tick.settled,
            cursor: self.timeline.as_ref().map_or(0.0, |timeline| timeline.cursor(playhead)),
            counts: vec![counts.ego, counts.rival],
        })
    }

    /// Who is under the pointer, within `tolerance` CSS pixels; marks it.
    pub fn point(&mut self, x: f64, y: f64, tolerance: f64) -> JsValue {
        let hover = match hit(&self.scene, Point { x, y }, tolerance) {
            Some(Datum::Actor(actor)) if actor != self.dataset.info().ego => Focus::Actor(actor),
            Some(Datum::Tie(tie)) => Focus::Tie(self.dataset.tie(tie).dyad()),
            _ => Focus::Nobody,
        };
        self.hover(hover);
        self.tip_of(Some(Topic::Standing(hover)))
    }

    /// Nobody is under the pointer.
    pub fn leave(&mut self) {
        self.hover(Focus::Nobody);
    }

    /// Puts an actor or a tie of two into focus by its id, `KOR` or `CHN-SUN`, or nobody; what it is.
    pub fn focus(&mut self, id: Option<String>) -> JsValue {
        let focus = id.map_or(Focus::Nobody, |id| Focus::find(&self.dataset, &id));
        if focus != self.view.focus {
            self.view.focus = focus;
            self.keyframes.clear();
            self.stale = true;
        }
        self.card_of(focus)
    }

    /// The id of the actor or tie in focus, or the empty text.
    pub fn focused(&self) -> String {
        self.view.focus.code(&self.dataset)
    }

    /// On to the next actor by arrow key, `left`, `right`, `in` or `out`, from the one under the pointer or in focus.
    pub fn navigate(&mut self, direction: &str) -> JsValue {
        let direction = match direction {
            "left" => Direction::Counterclockwise,
            "right" => Direction::Clockwise,
            "in" => Direction::Inward,
            _ => Direction::Outward,
        };
        let actor = |focus: Focus| if let Focus::Actor(actor) = focus { Some(actor) } else { None };
        let from = actor(self.view.hover).or(actor(self.view.focus));
        let next = navigate(&self.scene, self.dataset.info().ego, from, direction).or(from);
        let next = next.map_or(Focus::Nobody, Focus::Actor);
        self.hover(next);
        self.tip_of(Some(Topic::Standing(next)))
    }

    /// The title of an event by its place, or the empty text.
    #[wasm_bindgen(js_name = eventTitle)]
    pub fn event_title(&self, index: usize) -> String {
        self.dataset.events().get(index).map_or_else(String::new, |event| event.title.clone())
    }

    /// The drawn scene as text, mark by mark.
    pub fn printout(&self) -> String {
        self.scene.printout(&self.dataset)
    }
}

impl Detente {
    fn redraw_ground(&mut self) {
        self.keyframes.clear();
        self.compared = None;
        self.stale = true;
        self.surfaces[0].draw(&background(&self.dataset, &self.view));
        let view = View { size: self.strip, ..self.view.clone() };
        self.surfaces[2].draw(&strip(&self.dataset, &view));
    }

    fn hover(&mut self, hover: Focus) {
        if self.view.hover != hover {
            self.view.hover = hover;
            self.stale = true;
        }
    }

    pub(super) fn year_end(&self) -> Moment {
        Moment::at(&self.dataset, Playhead::end_of(self.playback.playhead().shown_year()))
    }

    fn keyframe(&self, year: i16) -> Option<&Keyframe> {
        self.keyframes.iter().find(|(other, _)| *other == year).map(|(_, keyframe)| keyframe)
    }

    fn draw(&mut self, moment: &Moment) {
        let year = moment.playhead().shown_year();
        for year in [year - 1, year] {
            if self.keyframe(year).is_none() {
                let end = Moment::at(&self.dataset, Playhead::end_of(year));
                let keyframe = Keyframe::at(&self.dataset, &self.layout, &end, &self.view);
                if self.keyframes.len() >= KEYFRAMES {
                    self.keyframes.remove(0);
                }
                self.keyframes.push((year, keyframe));
            }
        }
        if let (None, Some(year)) = (&self.compared, self.view.compare) {
            let end = Moment::at(&self.dataset, Playhead::end_of(year));
            self.compared = Some(Keyframe::at(&self.dataset, &self.layout, &end, &self.view));
        }
        if let (Some(before), Some(after)) = (self.keyframe(year - 1), self.keyframe(year)) {
            let keyframes = Transition { before, after, compared: self.compared.as_ref() };
            self.scene = compose(&self.dataset, &self.layout, moment, keyframes, &self.view);
        }
        if self.on_paper {
            self.surfaces[1].draw(&self.whole());
        } else {
            self.surfaces[1].draw(&self.scene);
        }
        self.stale = false;
    }

    /// The rings and what stands on them, as one scene.
    pub(super) fn whole(&self) -> Scene {
        let mut whole = background(&self.dataset, &self.view);
        whole.marks.extend(self.scene.marks.iter().cloned());
        whole
    }
}
