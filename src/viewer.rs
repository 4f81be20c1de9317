//! The viewer: what is shown of a dataset, what is asked of it, and what that makes stale. Pure: time arrives as an
//! argument, and nothing is drawn.
//!
//! There is one plain state. Every change passes through [`Viewer::apply`] or [`Viewer::frame`], which compare the
//! state before and after and answer with an [`Update`]; whoever shows the viewer carries that out. Scenes are asked of
//! it, and depend on the state alone, never on the way to it.

mod animator;
mod apply;
mod centre;
mod command;
mod multiples;
mod point;
mod tip;
mod typed;
mod update;
mod zoom;

pub use animator::Animator;
pub use command::Command;
pub use multiples::chosen_years;
pub use tip::{Subject, Tip};
pub use update::{Frame, Surfaces, Update};

use crate::data::{CountryName, Dataset, EventId, Texts, UnpackError};
use crate::language::Language;
use crate::layout::{Focus, Layout};
use crate::moment::{Counts, Moment};
use crate::scene::{Datum, Point, Scene, Size, Spot, Theme, Timeline, Track, View, background, small_multiple, strip};
use crate::time::{Playback, Playhead};
use crate::words::{Topic, measures};

/// How many keyframes are kept, so that dragging to and fro works none out anew: more than most spans have years. Of a large
/// dataset fewer, as many as hold so many places of slots and a sixteenth as many of ties.
const KEYFRAMES: usize = 96;
const PLACES: usize = 200_000;

/// The network on paper, in CSS pixels: small enough for its type to be read beside the year's list.
const PAPER: Size = Size { width: 560.0, height: 496.0 };
/// The timeline on paper, in CSS pixels: as wide as the sheet, whose type is smaller.
const PAPER_TRACK: Track = Track { width: 960.0, left: 164.0, right: 944.0 };

/// What there is room for.
#[derive(Clone, Copy, Debug)]
struct Room {
    network: Size,
    track: Option<Track>,
}

/// Everything that can change of what is shown. All lengths are in CSS pixels.
#[derive(Clone, Debug)]
struct State {
    /// Size, theme, who is in focus and under the pointer, and the compared year.
    view: View,
    /// Where the playhead is, and what moves it.
    playback: Playback,
    /// The strip beside the slider.
    strip: Size,
    /// Where the timeline's years run; `None` until it was laid out.
    track: Option<Track>,
    /// Whether a narrow timeline shows the eras.
    eras_unfolded: bool,
    /// The event of the timeline from which the arrow keys lead on.
    spot: Option<Spot>,
    /// The years side by side, in order, each once.
    years: Vec<i16>,
    /// The event that was asked for, while its year is shown or gone to.
    selected: Option<EventId>,
    /// What the tip tells of.
    tip: Option<Tip>,
    /// What there was room for before it was put on paper; `None` unless it is.
    off_paper: Option<Room>,
    /// Whether coming to rest is a step that the reader may want to undo.
    deliberate: bool,
    /// What is wrong with what was typed as a year; empty when nothing is.
    typed_problem: String,
}

/// What is shown of a dataset, and how.
#[derive(Clone, Debug)]
pub struct Viewer {
    dataset: Dataset,
    layout: Layout,
    state: State,
    // From here on, all follows from the above.
    animator: Animator,
    timeline: Option<Timeline>,
    /// The network as composed last, and the counts at its playhead.
    network: Scene,
    counts: Counts,
    network_is_stale: bool,
    /// What must be drawn at the next frame.
    surfaces: Surfaces,
    /// How much the year that play is bound for changes, once it was asked for.
    intensity: Option<(i16, f64)>,
    /// When the clock was moved on last, in milliseconds, while it moves.
    last_frame: Option<f64>,
    /// When a frame last showed another place of the year, and which, where the picture of a moving year is another.
    last_move: Option<(f64, Playhead)>,
}

impl Viewer {
    /// A viewer of a dataset, at rest at its last year, with nobody in focus and no size yet.
    ///
    /// The layout is the dataset's: as its pack holds it, or solved.
    pub fn new(dataset: Dataset, layout: Layout) -> Self {
        let size = Size { width: 1.0, height: 1.0 };
        let info = dataset.info();
        let state = State {
            view: View::new(size.width, size.height, Theme::Light),
            playback: Playback::new(info.first_year, info.last_year),
            strip: size,
            track: None,
            eras_unfolded: false,
            spot: None,
            years: chosen_years(info),
            selected: None,
            tip: None,
            off_paper: None,
            deliberate: false,
            typed_problem: String::new(),
        };
        Self {
            animator: Animator::new(keyframes(&dataset, &layout)),
            layout,
            state,
            timeline: None,
            network: Scene { size, marks: Vec::new() },
            counts: Counts::default(),
            network_is_stale: true,
            surfaces: Surfaces::ALL,
            intensity: None,
            last_frame: None,
            last_move: None,
            dataset,
        }
    }

    /// Adds the long texts; what is read is stale then.
    ///
    /// # Errors
    /// When they belong to another dataset.
    pub fn attach(&mut self, texts: Texts) -> Result<Update, UnpackError> {
        self.dataset.attach(texts)?;
        let focused = self.state.view.focus != Focus::Nobody;
        Ok(Update::YEAR
            | Update::TABLE
            | (Update::CARD | Update::PLOTS).when(focused)
            | Update::TIP.when(self.state.tip.is_some()))
    }

    /// Makes words in another language; what is read is stale then, and the strip's and the timeline's names of steps.
    pub fn read_in(&mut self, language: Language) -> Update {
        self.dataset.read_in(language);
        self.renamed()
    }

    /// Fills a place of a translation: [`Dataset::translate_place`].
    pub fn translate_place(&mut self, language: &str, place: &str, values: &str) {
        self.dataset.translate_place(language, place, values);
    }

    /// Has the translation that was handed over, and names of countries: code, name in the dataset's own language, name
    /// in the language in which it is read, each ended by U+001F.
    pub fn rename(&mut self, countries: &str) -> Update {
        let mut named = Vec::new();
        let mut parts = countries.split_terminator('\u{1f}').map(str::to_owned);
        while let (Some(code), Some(own), Some(name)) = (parts.next(), parts.next(), parts.next()) {
            named.push(CountryName { code, own, name });
        }
        self.dataset.name_countries(named);
        self.renamed()
    }

    /// What is stale when actors, events and stances have other names.
    fn renamed(&mut self) -> Update {
        self.animator.forget();
        self.network_is_stale = true;
        self.surfaces = Surfaces::ALL;
        let update = self.lay_timeline();
        update
            | Update::FRAME
            | Update::NETWORK
            | Update::YEAR
            | Update::CARD
            | Update::DIFFERENCES
            | Update::TABLE
            | Update::TIMELINE_ROWS
            | Update::SMALL_MULTIPLES
            | Update::PLOTS
            | Update::TIP.when(self.state.tip.is_some())
    }

    /// What is shown.
    pub const fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// Where everyone stands.
    pub const fn layout(&self) -> &Layout {
        &self.layout
    }

    /// Size, theme, focus, what is under the pointer, and the compared year.
    pub const fn view(&self) -> &View {
        &self.state.view
    }

    /// Where the playhead is, and what moves it.
    pub const fn playback(&self) -> &Playback {
        &self.state.playback
    }

    /// The point in time that is shown.
    pub fn playhead(&self) -> Playhead {
        self.state.playback.playhead()
    }

    /// The year that is shown, and read about.
    pub fn shown_year(&self) -> i16 {
        self.playhead().shown_year()
    }

    /// What holds at the end of the shown year: what words tell of.
    pub fn year_end(&self) -> Moment {
        Moment::at(&self.dataset, Playhead::end_of(self.shown_year()))
    }

    /// How many states have relations with the ego and with its rival, at the playhead; without an ego, how many ties hold.
    pub fn counts(&mut self) -> Counts {
        self.refresh();
        self.counts
    }

    /// The years chosen to stand side by side, in order.
    pub fn years(&self) -> &[i16] {
        &self.state.years
    }

    /// The chosen years, and after them the shown one where it is none of them, so that the others keep their places.
    pub fn years_side_by_side(&self) -> Vec<i16> {
        let (chosen, shown) = (self.years(), self.shown_year());
        let further = (!chosen.contains(&shown)).then_some(shown);
        chosen.iter().copied().chain(further).collect()
    }

    /// The event that was asked for, while its year is shown or gone to.
    pub const fn selected(&self) -> Option<EventId> {
        self.state.selected
    }

    /// What the tip tells of; `None` where there is none.
    pub const fn tip(&self) -> Option<&Tip> {
        self.state.tip.as_ref()
    }

    /// The left and the top of the tip's box, whose size in CSS pixels is given, in the picture that it stands in.
    pub fn place_tip(&self, width: f64, height: f64) -> Option<Point> {
        let tip = self.state.tip.as_ref()?;
        let picture = match tip.subject {
            Subject::Network(_) => self.state.view.size,
            Subject::Timeline(_) => self.timeline.as_ref()?.size,
        };
        Some(tip.place(Size { width: length(width), height: length(height) }, picture))
    }

    /// What is wrong with what was typed as a year, in a sentence; empty when nothing is.
    pub fn typed_problem(&self) -> &str {
        &self.state.typed_problem
    }

    /// Where the timeline's cursor stands, in CSS pixels; 0 until the timeline was laid out.
    pub fn cursor(&self) -> f64 {
        self.timeline.as_ref().map_or(0.0, |timeline| timeline.cursor(self.playhead()))
    }

    /// The middle of the shown year's name above the cursor, in CSS pixels.
    pub fn cursor_name(&self) -> f64 {
        self.timeline.as_ref().map_or(0.0, |timeline| timeline.cursor_name(self.playhead()))
    }

    /// The top left and the size of what the timeline's tip tells of, in CSS pixels.
    pub fn timeline_outline(&self) -> Option<(Point, Size)> {
        let Tip { subject: Subject::Timeline(datum), at } = self.state.tip? else { return None };
        self.timeline.as_ref()?.outline(&self.dataset, datum, at)
    }

    /// What the tip tells of.
    pub fn topic(&self) -> Option<Topic> {
        let Tip { subject, at } = self.state.tip?;
        match subject {
            Subject::Network(focus) => Some(Topic::Standing(focus)),
            Subject::Timeline(Datum::Tie(id)) => Some(Topic::Spell(id)),
            Subject::Timeline(Datum::Event(id)) => {
                Some(Topic::Event(id, self.timeline.as_ref().map_or(0, |timeline| timeline.others(id, at))))
            }
            Subject::Timeline(Datum::Era(index)) => Some(Topic::Era(index.into())),
            Subject::Timeline(Datum::Year(year)) => Some(Topic::Year(year)),
            Subject::Timeline(_) => None,
        }
    }

    /// Whether a narrow timeline shows its eras; `None` where all are shown at once, or there are none.
    pub fn eras_unfolded(&self) -> Option<bool> {
        let folds = self.timeline.as_ref().is_some_and(|timeline| Timeline::folds(timeline.size.width))
            && !self.dataset.eras().is_empty();
        folds.then_some(self.state.eras_unfolded)
    }

    /// The timeline, once it was laid out.
    pub const fn timeline(&self) -> Option<&Timeline> {
        self.timeline.as_ref()
    }

    /// The rings and their names.
    pub fn background_scene(&self) -> Scene {
        background(&self.dataset, &self.state.view)
    }

    /// The network at the playhead.
    pub fn network_scene(&mut self) -> &Scene {
        self.refresh();
        &self.network
    }

    /// The rings and the network on them, as one scene.
    pub fn whole_scene(&mut self) -> Scene {
        let mut whole = self.background_scene();
        whole.marks.extend(self.network_scene().marks.iter().cloned());
        whole
    }

    /// Whether rings and marks are to be drawn on one canvas: on paper, clearing one wipes out what lies under it.
    pub const fn is_on_paper(&self) -> bool {
        self.state.off_paper.is_some()
    }

    /// The strip beside the slider.
    pub fn strip_scene(&self) -> Scene {
        strip(&self.dataset, &View { size: self.state.strip, ..self.state.view.clone() })
    }

    /// The timeline, once it was laid out.
    pub fn timeline_scene(&self) -> Option<Scene> {
        Some(self.timeline.as_ref()?.scene(&self.dataset, &self.state.view))
    }

    /// The end of a year as one of the small multiples, rings and marks, of that size in CSS pixels.
    pub fn still_scene(&self, year: i32, width: f64, height: f64) -> Scene {
        let view = View {
            hover: Focus::Nobody,
            compare: None,
            moving: false,
            size: Size { width: length(width), height: length(height) },
            ..self.state.view.clone()
        };
        small_multiple(&self.dataset, &self.layout, self.within(year), &view)
    }

    /// One of the plots of the actor in focus, of that size in CSS pixels.
    pub fn plot_scene(&self, index: usize, width: f64, height: f64) -> Option<Scene> {
        let Focus::Actor(actor) = self.state.view.focus else { return None };
        let size = Size { width: length(width), height: length(height) };
        let view = View { size, ..self.state.view.clone() };
        Some(measures(&self.dataset, &self.layout, actor).get(index)?.scene(&self.dataset, &view))
    }

    /// The year of the span that is nearest.
    fn within(&self, year: i32) -> i16 {
        let info = self.dataset.info();
        year.max(i32::from(info.first_year)).min(i32::from(info.last_year)) as i16
    }

    /// Composes the network anew, if it is stale.
    fn refresh(&mut self) {
        if self.network_is_stale {
            let moment = Moment::at(&self.dataset, self.playhead());
            self.network = self.animator.compose(&self.dataset, &self.layout, &moment, &self.state.view);
            self.counts = moment.counts();
            if self.dataset.ego().is_none() {
                self.counts.ego = moment.ties(&self.dataset).count() as u32;
            }
            self.network_is_stale = false;
        }
    }
}

/// How many keyframes are kept of a dataset.
fn keyframes(dataset: &Dataset, layout: &Layout) -> usize {
    let places = layout.slots().len() + dataset.tables().ties.len() / 16;
    (PLACES / (places + 1)).clamp(4, KEYFRAMES)
}

/// The longest picture, in CSS pixels.
const LONGEST: f64 = 16_384.0;

/// A length that can be drawn, in CSS pixels: 1 for what is no number.
fn length(pixels: f64) -> f64 {
    if pixels.is_finite() { pixels.clamp(1.0, LONGEST) } else { 1.0 }
}
