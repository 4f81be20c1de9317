//! The exported class: each method is one command of the viewer.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use crate::data::{Dataset, TextColumns};
use crate::layout::Layout;
use crate::scene::{Direction, Leap, Theme};
use crate::viewer::{Command, Frame, Update, Viewer};

use super::canvas::{Canvas, Surface};
use super::plain;
use super::plotted;

/// One view of a dataset on its canvases.
///
/// Commands answer with a number, the set of what is stale since; [`Detente::bits`] names its bits.
/// Lengths are in CSS pixels.
#[wasm_bindgen]
pub struct Detente {
    pub(super) viewer: Viewer,
    background: Canvas,
    network: Canvas,
    strip: Canvas,
    timeline: HtmlCanvasElement,
    /// Device pixels for each CSS pixel: of the network and the strip, and of the timeline.
    ratio: f64,
    timeline_ratio: f64,
    /// Texts that are on their way in.
    columns: TextColumns,
}

/// Pixels of a printed picture for each CSS pixel.
const PRINT: f64 = 3.0;

/// Plain objects, `undefined` for what is not there; only in what comes late.
pub(super) fn to_js(value: &impl Serialize) -> JsValue {
    Serialize::serialize(value, &Serializer::new().serialize_missing_as_null(false)).unwrap_or(JsValue::UNDEFINED)
}

/// Says on the console what went wrong before the instance ends.
#[wasm_bindgen(start)]
pub(crate) fn start() {
    std::panic::set_hook(Box::new(|info| {
        // Not the whole of it, whose printing is more code: what was said, and in which file.
        let said = info.payload();
        let said = said.downcast_ref::<&str>().copied().or_else(|| said.downcast_ref::<String>().map(String::as_str));
        let said = said.unwrap_or("panic");
        let place = info.location().map_or("", |location| location.file());
        web_sys::console::error_2(&JsValue::from_str(said), &JsValue::from_str(place));
    }));
}

impl Detente {
    pub(super) fn ask(&mut self, command: Command<'_>) -> u32 {
        self.viewer.apply(command).bits()
    }
}

/// Takes memory for what the first sweep over all years keeps, in one go: the memory does not grow while a reader drags.
fn reserve() {
    /// More than the keyframes of all years and the list of a picture take.
    const BYTES: usize = 1 << 21;
    // An allocation that is not used would be left out.
    drop(core::hint::black_box(Vec::<u8>::with_capacity(BYTES)));
}

/// Setting up, sizes and settings.
#[wasm_bindgen]
impl Detente {
    /// A view on three surfaces, the rings, the marks, and the strip beside the slider, and the canvas of the timeline.
    ///
    /// It shows the dataset that `pack` holds, or else the first dataset.
    ///
    /// # Errors
    /// When the pack cannot be opened or holds no layout.
    #[wasm_bindgen(constructor)]
    pub fn new(
        rings: Surface,
        marks: Surface,
        strip: Surface,
        timeline: HtmlCanvasElement,
        pack: Option<Vec<u8>>,
    ) -> Result<Self, JsError> {
        let dataset = match pack {
            Some(bytes) => Dataset::unpack(&bytes)?,
            None => crate::bundled::dataset(),
        };
        let layout = Layout::placed(&dataset)
            .ok_or_else(|| JsError::new("this pack has no layout: make it with `detente pack`"))?;
        let view = Self {
            viewer: Viewer::new(dataset, layout),
            background: Canvas::new(rings),
            network: Canvas::new(marks),
            strip: Canvas::new(strip),
            timeline,
            ratio: 1.0,
            timeline_ratio: 1.0,
            columns: TextColumns::default(),
        };
        reserve();
        Ok(view)
    }

    /// The name of each bit of a set, the lowest first.
    pub fn bits() -> JsValue {
        plain::texts(Update::NAMES.into_iter())
    }

    /// Hands over one column of the long texts, each value ended by U+001F.
    pub fn column(&mut self, name: &str, values: &str) {
        self.columns.fill(name, values);
    }

    /// Adds the long texts whose columns were handed over.
    ///
    /// # Errors
    /// When they belong to another dataset or another version.
    pub fn attach(&mut self) -> Result<u32, JsError> {
        Ok(self.viewer.attach(core::mem::take(&mut self.columns).into_texts()?)?.bits())
    }

    /// The sizes of the network and of the strip, at a pixel ratio.
    pub fn resize(&mut self, width: f64, height: f64, strip_width: f64, strip_height: f64, ratio: f64) -> u32 {
        self.ratio = ratio;
        self.ask(Command::Resize { width, height, strip_width, strip_height })
    }

    /// The width of the timeline, with the slider's box from `left` to `right`, at a pixel ratio.
    #[wasm_bindgen(js_name = layoutTimeline)]
    pub fn layout_timeline(&mut self, width: f64, left: f64, right: f64, ratio: f64) -> u32 {
        self.timeline_ratio = ratio;
        self.ask(Command::LayoutTimeline { width, left, right })
    }

    /// `"dark"` or, whatever else is said, light.
    pub fn theme(&mut self, name: &str) -> u32 {
        self.ask(Command::Theme(if name == "dark" { Theme::Dark } else { Theme::Light }))
    }

    /// Whether steps are instant, for readers who asked for less motion.
    #[wasm_bindgen(js_name = reducedMotion)]
    pub fn reduced_motion(&mut self, on: bool) -> u32 {
        self.ask(Command::ReducedMotion(on))
    }

    /// Whether the picture is for paper: all of it on one canvas, as sharp as print. Sizes are to be told anew afterwards.
    pub fn paper(&mut self, on: bool) -> u32 {
        (self.ratio, self.timeline_ratio) = (PRINT, PRINT);
        self.ask(Command::Paper(on))
    }

    /// How fast to play, as a factor.
    pub fn speed(&mut self, factor: f64) -> u32 {
        self.ask(Command::Speed(factor))
    }

    /// Whether play begins again at the end.
    #[wasm_bindgen(js_name = loop)]
    pub fn repeat(&mut self, on: bool) -> u32 {
        self.ask(Command::Loop(on))
    }
}

/// Time.
#[wasm_bindgen]
impl Detente {
    /// Follows the finger on the slider, at once.
    pub fn scrub(&mut self, position: f64) -> u32 {
        self.ask(Command::Scrub(position))
    }

    /// Follows a drag across a picture of that width.
    pub fn drag(&mut self, by: f64, width: f64) -> u32 {
        self.ask(Command::Drag { by, width })
    }

    /// The finger was lifted: on to the nearest year.
    pub fn release(&mut self) -> u32 {
        self.ask(Command::Release)
    }

    /// On to a year, gliding.
    pub fn go(&mut self, year: f64) -> u32 {
        self.ask(Command::Go(year))
    }

    /// On by so many years from where it is bound for; infinity for the ends.
    pub fn step(&mut self, years: f64) -> u32 {
        self.ask(Command::Step(years))
    }

    /// To a year, at once.
    pub fn jump(&mut self, year: f64) -> u32 {
        self.ask(Command::Jump(year))
    }

    /// On to the year that a reader typed, or is typing.
    pub fn typed(&mut self, text: &str, done: bool) -> u32 {
        self.ask(Command::Typed { text, done })
    }

    /// On to the next year after (1) or before (−1) in which something changed, or the end of the span.
    #[wasm_bindgen(js_name = nextChange)]
    pub fn next_change(&mut self, direction: i32) -> u32 {
        self.ask(Command::NextChange { backward: direction < 0 })
    }

    /// Plays on; at the end, from the beginning.
    pub fn play(&mut self) -> u32 {
        self.ask(Command::Play)
    }

    /// Stops at the next whole year.
    pub fn pause(&mut self) -> u32 {
        self.ask(Command::Pause)
    }

    /// Plays, or pauses where it plays.
    #[wasm_bindgen(js_name = togglePlay)]
    pub fn toggle_play(&mut self) -> u32 {
        self.ask(Command::TogglePlay)
    }

    /// From one year on to another, gliding.
    #[wasm_bindgen(js_name = playFrom)]
    pub fn play_from(&mut self, from: f64, to: f64) -> u32 {
        self.ask(Command::PlayFrom { from, to })
    }

    /// Follows the finger across the timeline.
    #[wasm_bindgen(js_name = scrubTimeline)]
    pub fn scrub_timeline(&mut self, x: f64) -> u32 {
        self.ask(Command::ScrubTimeline(x))
    }

    /// On to the year under a place of the timeline.
    #[wasm_bindgen(js_name = goTimeline)]
    pub fn go_timeline(&mut self, x: f64) -> u32 {
        self.ask(Command::GoTimeline(x))
    }

    /// Moves the clock on to `now` (milliseconds, as `requestAnimationFrame` gives them) and draws what is stale.
    pub fn frame(&mut self, now: f64) -> u32 {
        let Frame { update, surfaces } = self.viewer.frame(now);
        let Self { viewer, ratio, .. } = self;
        if surfaces.background {
            self.background.show(&viewer.background_scene(), *ratio);
        }
        if surfaces.network && viewer.is_on_paper() {
            self.network.show(&viewer.whole_scene(), *ratio);
        } else if surfaces.network {
            self.network.show(viewer.network_scene(), *ratio);
        }
        if surfaces.strip {
            self.strip.show(&viewer.strip_scene(), *ratio);
        }
        if surfaces.timeline
            && let Some(scene) = viewer.timeline_scene()
        {
            plotted::show(&self.timeline, &scene, self.timeline_ratio);
        }
        update.bits()
    }
}

/// Focus, comparing, pointing, and the years side by side.
#[wasm_bindgen]
impl Detente {
    /// Puts an actor or a tie of two into focus by its id, `KOR` or `CHN-SUN`, or nobody.
    #[allow(clippy::needless_pass_by_value, reason = "what comes from JavaScript is owned")]
    pub fn focus(&mut self, id: Option<String>) -> u32 {
        self.ask(Command::Focus(id.as_deref()))
    }

    /// Puts an actor in the centre of a network without one by its id, or nobody.
    #[allow(clippy::needless_pass_by_value, reason = "what comes from JavaScript is owned")]
    pub fn centre(&mut self, id: Option<String>) -> u32 {
        self.ask(Command::Centre(id.as_deref()))
    }

    /// Holds another year against the shown one, or none.
    pub fn compare(&mut self, year: Option<i32>) -> u32 {
        self.ask(Command::Compare(year))
    }

    /// On to an event, by its index.
    #[wasm_bindgen(js_name = goToEvent)]
    pub fn go_to_event(&mut self, index: usize) -> u32 {
        self.ask(Command::GoToEvent(index))
    }

    /// The pointer is at a place of the network; a mark within `reach` is under it.
    pub fn point(&mut self, x: f64, y: f64, reach: f64) -> u32 {
        self.ask(Command::Point { x, y, reach })
    }

    /// A click or tap: whoever is there comes into focus, or nobody does. A finger keeps the tip.
    pub fn pick(&mut self, x: f64, y: f64, reach: f64, keep_tip: bool) -> u32 {
        self.ask(Command::Pick { x, y, reach, keep_tip })
    }

    /// Whoever is under the pointer or was navigated to comes into focus.
    #[wasm_bindgen(js_name = pickPointed)]
    pub fn pick_pointed(&mut self) -> u32 {
        self.ask(Command::PickPointed)
    }

    /// The pointer left the network.
    pub fn leave(&mut self) -> u32 {
        self.ask(Command::Leave)
    }

    /// On to the next mark by arrow key, `left`, `right`, `in` or `out`.
    pub fn navigate(&mut self, direction: &str) -> u32 {
        self.ask(Command::Navigate(match direction {
            "left" => Direction::Counterclockwise,
            "right" => Direction::Clockwise,
            "in" => Direction::Inward,
            _ => Direction::Outward,
        }))
    }

    /// The pointer is at a place of the timeline.
    #[wasm_bindgen(js_name = pointTimeline)]
    pub fn point_timeline(&mut self, x: f64, y: f64) -> u32 {
        self.ask(Command::PointTimeline { x, y })
    }

    /// The pointer left the timeline.
    #[wasm_bindgen(js_name = leaveTimeline)]
    pub fn leave_timeline(&mut self) -> u32 {
        self.ask(Command::LeaveTimeline)
    }

    /// On to another event of the timeline by arrow key, `earlier`, `later`, `up`, `down`, `first` or `last`.
    #[wasm_bindgen(js_name = leapTimeline)]
    pub fn leap_timeline(&mut self, leap: &str) -> u32 {
        self.ask(Command::LeapTimeline(match leap {
            "earlier" => Leap::Earlier,
            "later" => Leap::Later,
            "up" => Leap::Up,
            "down" => Leap::Down,
            "first" => Leap::First,
            _ => Leap::Last,
        }))
    }

    /// On to the year of the event that the timeline's tip tells of.
    #[wasm_bindgen(js_name = pickTimeline)]
    pub fn pick_timeline(&mut self) -> u32 {
        self.ask(Command::PickTimeline)
    }

    /// Shows the eras of a narrow timeline, or hides them.
    #[wasm_bindgen(js_name = unfoldEras)]
    pub fn unfold_eras(&mut self, unfolded: bool) -> u32 {
        self.ask(Command::UnfoldEras(unfolded))
    }

    /// Puts the shown year among the years side by side.
    #[wasm_bindgen(js_name = addYear)]
    pub fn add_year(&mut self) -> u32 {
        self.ask(Command::AddYear)
    }

    /// Takes a year away from the years side by side.
    #[wasm_bindgen(js_name = removeYear)]
    pub fn remove_year(&mut self, year: i32) -> u32 {
        self.ask(Command::RemoveYear(year))
    }

    /// The years side by side as they were at first.
    #[wasm_bindgen(js_name = resetYears)]
    pub fn reset_years(&mut self) -> u32 {
        self.ask(Command::ResetYears)
    }
}
