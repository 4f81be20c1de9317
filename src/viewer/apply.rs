//! The one way in: carries a command out and says what it made stale.

use crate::data::EventId;
use crate::layout::Focus;
use crate::moment::{changes, intensity};
use crate::scene::{INSET, Size, Theme, Timeline, Track, Zoom};
use crate::words::year_wanted;

use super::multiples::insert;
use super::typed::{Typed, could_go_on, read};
use super::zoom::pinched;
use super::{Command, Frame, PAPER, PAPER_TRACK, Room, Subject, Surfaces, Tip, Update, Viewer, chosen_years, length};

/// Fewer ties than these never make so many lines that the picture of a moving year is another than of one at rest.
const MANY_TIES: usize = 4000;

/// Everything by which one state is told from another.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Snapshot {
    position: f64,
    year: i16,
    destination: i16,
    playing: bool,
    moving: bool,
    cursor: f64,
    theme: Theme,
    focus: Focus,
    hover: Focus,
    compare: Option<i16>,
    selected: Option<EventId>,
    tip: Option<Tip>,
}

impl Viewer {
    /// Carries a command out, and says what is stale since.
    pub fn apply(&mut self, command: Command<'_>) -> Update {
        let before = self.snapshot();
        let update = self.carry_out(command);
        update | self.since(&before)
    }

    /// Moves the clock on to `now`, in milliseconds, and says what became stale and what must be drawn now.
    pub fn frame(&mut self, now: f64) -> Frame {
        let before = self.snapshot();
        let elapsed = self.last_frame.map_or(0.0, |last| now - last);
        let Self { dataset, intensity: known, state, .. } = self;
        let settled = state.playback.tick(elapsed, |year| match known {
            Some((of, intensity)) if *of == year => *intensity,
            _ => known.insert((year, intensity(dataset, year))).1,
        });
        let (moving, playing) = (state.playback.is_moving(), state.playback.is_playing());
        self.last_frame = moving.then_some(now);
        let mut update = Update::NONE;
        if settled {
            let step = if self.state.deliberate && !playing { Update::HISTORY } else { Update::ADDRESS };
            update = Update::SETTLED | step;
            self.state.deliberate &= moving;
        }
        update |= self.since(&before) | Update::MOVING.when(self.watch_motion(now));
        Frame { update: update.without(Update::NETWORK), surfaces: core::mem::take(&mut self.surfaces) }
    }

    /// Whether the picture is one of a moving year: it is until the year has stood for a while. Another than the one of
    /// a year at rest is drawn of very many ties only.
    fn watch_motion(&mut self, now: f64) -> bool {
        /// How long the year must stand, in milliseconds: a finger on the slider does not move it in every frame.
        const REST: f64 = 120.0;
        if self.dataset.tables().ties.len() < MANY_TIES {
            return false;
        }
        let playhead = self.playhead();
        let moving = match self.last_move {
            Some((since, shown)) if shown == playhead => now - since < REST,
            before => {
                // The first picture is one at rest.
                let since = if before.is_some() { now } else { f64::NEG_INFINITY };
                self.last_move = Some((since, playhead));
                before.is_some()
            }
        };
        if self.state.view.moving != moving {
            self.state.view.moving = moving;
            self.network_is_stale = true;
            self.surfaces.network = true;
        }
        moving
    }

    fn carry_out(&mut self, command: Command<'_>) -> Update {
        match command {
            Command::Resize { width, height, strip_width, strip_height } => {
                self.resize([width, height, strip_width, strip_height])
            }
            Command::LayoutTimeline { width, left, right } => {
                let track = Track { width: length(width), left: length(left + INSET), right: length(right - INSET) };
                if let Some(room) = &mut self.state.off_paper {
                    room.track = Some(track);
                    return Update::NONE;
                }
                self.state.track = Some(track);
                self.lay_timeline()
            }
            Command::UnfoldEras(unfolded) => {
                self.state.eras_unfolded = unfolded;
                self.lay_timeline()
            }
            Command::Pinch(places) => self.zoom_to(pinched(&self.state.view, places)),
            Command::Unzoom => self.zoom_to(Zoom::NONE),
            Command::Theme(theme) => self.set(|state| state.view.theme = theme),
            Command::ReducedMotion(on) => self.set(|state| state.playback.set_reduced_motion(on)),
            Command::Speed(factor) => self.set(|state| state.playback.set_speed(factor)),
            Command::Loop(on) => self.set(|state| state.playback.set_loop(on)),
            Command::Paper(on) => self.put_on_paper(on),
            Command::Focus(id) => {
                let focus = id.map_or(Focus::Nobody, |id| Focus::find(&self.dataset, id));
                self.focus(focus, true)
            }
            Command::Centre(id) => self.put_in_centre(id),
            Command::Compare(year) => self.compare(year, true),
            Command::GoToEvent(index) => self.go_to_event(index),
            Command::AddYear => {
                let year = self.shown_year();
                Update::SMALL_MULTIPLES.when(insert(&mut self.state.years, year))
            }
            Command::RemoveYear(year) => {
                let place = self.state.years.iter().position(|other| i32::from(*other) == year);
                let removed = place.map(|place| self.state.years.remove(place));
                Update::SMALL_MULTIPLES.when(removed.is_some())
            }
            Command::ResetYears => {
                let years = chosen_years(self.dataset.info());
                let differ = years != self.state.years;
                self.state.years = years;
                Update::SMALL_MULTIPLES.when(differ)
            }
            pointing @ (Command::Point { .. }
            | Command::Pick { .. }
            | Command::PickPointed
            | Command::Leave
            | Command::Navigate(_)
            | Command::PointTimeline { .. }
            | Command::LeaveTimeline
            | Command::LeapTimeline(_)
            | Command::PickTimeline) => self.point(pointing),
            moving => self.travel(moving),
        }
    }

    /// The commands that move the playhead.
    fn travel(&mut self, command: Command<'_>) -> Update {
        let info = self.dataset.info();
        let (first, last) = (f64::from(info.first_year), f64::from(info.last_year));
        let playback = &mut self.state.playback;
        match command {
            Command::Scrub(position) => playback.scrub(position),
            Command::ScrubTimeline(x) => {
                let position = self.timeline.as_ref().map_or(f64::NAN, |timeline| timeline.position(x));
                playback.scrub(position);
                self.forget_tip_of_timeline();
            }
            Command::Drag { by, width } => {
                let years = by / length(width) * (last - first) / 2.0;
                playback.scrub(playback.playhead().year() + years);
            }
            Command::Release => {
                playback.settle();
                self.state.deliberate = true;
            }
            Command::Go(year) => return self.go(year),
            Command::GoTimeline(x) => {
                let position = self.timeline.as_ref().map_or(f64::NAN, |timeline| timeline.position(x));
                return self.go(libm::ceil(position));
            }
            Command::Step(years) => {
                let to = f64::from(playback.destination()) + years;
                return self.go(if to == f64::INFINITY {
                    last
                } else if to == f64::NEG_INFINITY {
                    first
                } else {
                    to
                });
            }
            Command::Typed { text, done } => return self.typed(text, done),
            Command::NextChange { backward } => {
                let year = self.next_change(backward);
                return self.go(f64::from(year));
            }
            Command::Jump(year) if year.is_finite() => {
                playback.jump(year);
                self.state.deliberate = false;
                return Update::SETTLED;
            }
            Command::PlayFrom { from, to } if from.is_finite() && to.is_finite() => {
                playback.jump(from);
                return self.go(to);
            }
            Command::TogglePlay if playback.is_playing() => playback.pause(),
            Command::Pause => playback.pause(),
            Command::Play | Command::TogglePlay => {
                playback.play();
                self.last_frame = None;
                self.state.deliberate = false;
            }
            _ => {}
        }
        Update::NONE
    }

    /// On to a year, gliding, as a step that the reader may want to undo.
    pub(super) fn go(&mut self, year: f64) -> Update {
        if !year.is_finite() {
            return Update::NONE;
        }
        self.state.playback.go(year);
        let moving = self.state.playback.is_moving();
        self.state.deliberate = moving;
        // Whoever stands there already has arrived.
        (Update::SETTLED | Update::HISTORY).when(!moving)
    }

    /// The next year in which something changed, seen from where it is bound for, or the end of the span.
    fn next_change(&self, backward: bool) -> i16 {
        let info = self.dataset.info();
        let step = if backward { -1 } else { 1 };
        let mut year = i32::from(self.state.playback.destination()) + step;
        let within = |year: i32| (i32::from(info.first_year)..=i32::from(info.last_year)).contains(&year);
        while within(year) && changes(&self.dataset, year as i16).is_empty() {
            year += step;
        }
        self.within(year)
    }

    fn typed(&mut self, text: &str, done: bool) -> Update {
        let info = self.dataset.info();
        let (first, last) = (info.first_year, info.last_year);
        // `1914` may become `1914-07`.
        let is_whole = |year| info.calendar.counts_years() && !could_go_on(year, first, last);
        self.state.typed_problem.clear();
        match read(text, info) {
            Typed::Year(year) if done || is_whole(year) => self.go(f64::from(year)),
            Typed::Unknown if done => {
                self.state.typed_problem = year_wanted(&self.dataset);
                Update::NONE
            }
            _ => Update::NONE,
        }
    }

    fn go_to_event(&mut self, index: usize) -> Update {
        let Some(id) = self.dataset.event_ids().nth(index) else { return Update::NONE };
        let year = self.within(self.dataset.event(id).date.step().into());
        let mut update = Update::EVENT_SELECTED | self.focus(Focus::Nobody, false) | self.compare(None, false);
        update |= self.go(f64::from(year));
        self.state.selected = Some(id);
        update
    }

    /// Puts somebody into focus; by `reader`, it is a step that can be undone.
    pub(super) fn focus(&mut self, focus: Focus, reader: bool) -> Update {
        self.forget_tip_of_network();
        if focus == self.state.view.focus {
            return Update::NONE;
        }
        self.state.view.focus = focus;
        self.lay_timeline() | Update::HISTORY.when(reader)
    }

    fn compare(&mut self, year: Option<i32>, reader: bool) -> Update {
        let year = year.filter(|year| i32::from(self.within(*year)) == *year).map(|year| self.within(year));
        let differs = year != self.state.view.compare;
        self.state.view.compare = year;
        Update::HISTORY.when(differs && reader)
    }

    /// Onto paper, which has one size whatever the screen's is, or back to what there is room for by now.
    fn put_on_paper(&mut self, on: bool) -> Update {
        let state = &mut self.state;
        match state.off_paper {
            None if on => {
                state.off_paper = Some(Room { network: state.view.size, track: state.track });
                (state.view.size, state.track) = (PAPER, Some(PAPER_TRACK));
                state.view.zoom = Zoom::NONE;
            }
            Some(room) if !on => {
                state.off_paper = None;
                (state.view.size, state.track) = (room.network, room.track);
            }
            _ => return Update::NONE,
        }
        self.network_is_stale = true;
        self.forget_tip_of_network();
        self.forget_tip_of_timeline();
        self.surfaces = Surfaces { background: true, network: true, ..self.surfaces };
        if self.state.track.is_none() {
            self.timeline = None;
        }
        Update::NETWORK | Update::TIMELINE_ROWS | self.lay_timeline()
    }

    fn resize(&mut self, [width, height, strip_width, strip_height]: [f64; 4]) -> Update {
        let size = Size { width: length(width), height: length(height) };
        match &mut self.state.off_paper {
            Some(room) => room.network = size,
            None => self.state.view.size = size,
        }
        self.state.view.zoom = Zoom::NONE;
        self.state.strip = Size { width: length(strip_width), height: length(strip_height) };
        self.network_is_stale = true;
        self.forget_tip_of_network();
        self.surfaces = Surfaces { background: true, network: true, strip: true, ..self.surfaces };
        Update::NETWORK | Update::SMALL_MULTIPLES | Update::PLOTS
    }

    pub(super) fn lay_timeline(&mut self) -> Update {
        let Some(track) = self.state.track else { return Update::NONE };
        let focus = self.state.view.focus;
        // A sheet has no room for eras beside the year.
        let eras = self.state.off_paper.is_none() && (self.state.eras_unfolded || !Timeline::folds(track.width));
        self.timeline = Some(Timeline::lay(&self.dataset, &self.layout, focus, track, eras));
        self.state.spot = None;
        self.forget_tip_of_timeline();
        self.surfaces.timeline = true;
        Update::NETWORK | Update::TIMELINE_ROWS
    }

    pub(super) fn forget_tip_of_network(&mut self) {
        self.state.tip = self.state.tip.filter(|tip| !matches!(tip.subject, Subject::Network(_)));
    }

    pub(super) fn forget_tip_of_timeline(&mut self) {
        self.state.tip = self.state.tip.filter(|tip| !matches!(tip.subject, Subject::Timeline(_)));
    }

    /// Changes what makes nothing stale beyond what a snapshot tells.
    fn set(&mut self, change: impl FnOnce(&mut super::State)) -> Update {
        change(&mut self.state);
        Update::NONE
    }

    fn snapshot(&self) -> Snapshot {
        let (playback, view) = (&self.state.playback, &self.state.view);
        Snapshot {
            position: playback.playhead().year(),
            year: self.shown_year(),
            destination: playback.destination(),
            playing: playback.is_playing(),
            moving: playback.is_moving(),
            cursor: self.cursor(),
            theme: view.theme,
            focus: view.focus,
            hover: view.hover,
            compare: view.compare,
            selected: self.state.selected,
            tip: self.state.tip,
        }
    }

    /// What is stale since the state was as in `before`; marks what must be composed and drawn.
    fn since(&mut self, before: &Snapshot) -> Update {
        let year_of = |id: EventId| self.within(self.dataset.event(id).date.step().into());
        let bound_for = self.state.playback.destination();
        self.state.selected = self.state.selected.filter(|id| year_of(*id) == bound_for);

        let now = self.snapshot();
        let [moved, another_year] = [now.position != before.position, now.year != before.year];
        let [theme, focus] = [now.theme != before.theme, now.focus != before.focus];
        let compare = now.compare != before.compare;
        let recompose = moved || theme || focus || compare || now.hover != before.hover;
        self.network_is_stale |= recompose;
        self.surfaces.network |= recompose;
        if theme {
            self.surfaces = Surfaces::ALL;
        }

        let of_frame = |snapshot: &Snapshot| (snapshot.destination, snapshot.playing, snapshot.moving, snapshot.cursor);
        let subject = |snapshot: &Snapshot| snapshot.tip.map(|tip| tip.subject);
        let tip = subject(&now) != subject(before);
        let in_network = matches!(subject(&now), Some(Subject::Network(_)));
        Update::NETWORK.when(recompose)
            | Update::FRAME.when(moved || of_frame(&now) != of_frame(before))
            | Update::MOVING.when(now.moving)
            | (Update::YEAR | Update::TABLE | Update::YEAR_CHANGED).when(another_year)
            | Update::YEAR.when(now.selected != before.selected)
            | Update::CARD.when(focus || (another_year && now.focus != Focus::Nobody))
            | Update::DIFFERENCES.when(compare || (another_year && now.compare.is_some()))
            | Update::TIMELINE_ROWS.when(another_year && self.timeline.is_some())
            | Update::SMALL_MULTIPLES.when(theme || focus)
            | Update::PLOTS.when((theme || focus) && (now.focus, before.focus) != (Focus::Nobody, Focus::Nobody))
            | Update::PALETTE.when(theme)
            | Update::FOCUS_CHANGED.when(focus)
            | Update::COMPARE_CHANGED.when(compare)
            | Update::TIP.when(tip || (another_year && in_network))
            | Update::TIP_MOVED.when(!tip && now.tip != before.tip)
    }
}
