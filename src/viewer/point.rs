//! What is under the pointer, or was navigated to by the keys.

use crate::layout::Focus;
use crate::scene::{Datum, Leap, Point, Zoom, hit, navigate};

use super::tip::place_of;
use super::{Command, Subject, Tip, Update, Viewer};

impl Viewer {
    /// The commands that point at something.
    pub(super) fn point(&mut self, command: Command<'_>) -> Update {
        match command {
            Command::Point { x, y, reach } => {
                let found = self.under(x, y, reach);
                if found != self.state.view.hover {
                    self.hover(found);
                }
            }
            Command::Pick { x, y, reach, keep_tip } => {
                let found = self.under(x, y, reach);
                let update = self.focus(found, true);
                self.hover(found);
                if !keep_tip {
                    self.forget_tip_of_network();
                }
                return update;
            }
            Command::PickPointed if self.state.view.hover != Focus::Nobody => {
                return self.focus(self.state.view.hover, true);
            }
            Command::Leave => self.hover(Focus::Nobody),
            Command::Navigate(direction) => {
                // Keys go round the whole picture.
                let update = self.zoom_to(Zoom::NONE);
                let actor = |focus: Focus| if let Focus::Actor(actor) = focus { Some(actor) } else { None };
                let from = actor(self.state.view.hover).or(actor(self.state.view.focus));
                let (ego, fixed) = (self.dataset.ego(), self.layout.is_fixed());
                let next = navigate(self.network_scene(), ego, fixed, from, direction).or(from);
                self.hover(next.map_or(Focus::Nobody, Focus::Actor));
                return update;
            }
            Command::PointTimeline { x, y } => {
                let at = Point { x, y };
                let Some(timeline) = self.timeline.as_ref() else { return Update::NONE };
                match timeline.hit(&self.dataset, at) {
                    Some(datum) => {
                        if let Datum::Event(id) = datum {
                            self.state.spot = timeline.spot(id, at);
                        }
                        self.state.tip = Some(Tip { subject: Subject::Timeline(datum), at });
                    }
                    None => self.forget_tip_of_timeline(),
                }
            }
            Command::LeaveTimeline => self.forget_tip_of_timeline(),
            Command::LeapTimeline(leap) => self.leap(leap),
            Command::PickTimeline => {
                if let Some(Tip { subject: Subject::Timeline(Datum::Event(id)), .. }) = self.state.tip {
                    return self.go(self.dataset.event(id).date.step().into());
                }
            }
            _ => {}
        }
        Update::NONE
    }

    /// On to another event of the timeline, with a tip that tells of it.
    fn leap(&mut self, leap: Leap) {
        let (Some(timeline), cursor) = (self.timeline.as_ref(), self.cursor()) else { return };
        let spot = timeline.leap(self.state.spot, leap, cursor);
        if let Some((id, at)) = spot.and_then(|spot| timeline.event_at(spot)) {
            self.state.tip = Some(Tip { subject: Subject::Timeline(Datum::Event(id)), at });
        }
        self.state.spot = spot;
    }

    /// Who is at a place of the network, within `reach`.
    fn under(&mut self, x: f64, y: f64, reach: f64) -> Focus {
        let (ego, found) = (self.dataset.ego(), hit(self.network_scene(), Point { x, y }, reach));
        match found {
            Some(Datum::Actor(actor)) if Some(actor) != ego => Focus::Actor(actor),
            Some(Datum::Tie(tie)) => Focus::of_dyad(&self.dataset, self.dataset.tie(tie).dyad()),
            _ => Focus::Nobody,
        }
    }

    /// Marks somebody as pointed at, with a tip where somebody is drawn.
    fn hover(&mut self, hover: Focus) {
        self.forget_tip_of_network();
        if hover != Focus::Nobody {
            self.refresh();
            let dataset = &self.dataset;
            let is_tie = |datum: Datum| match (datum, hover) {
                (Datum::Tie(id), Focus::Tie(dyad)) => dataset.tie(id).dyad() == dyad,
                _ => false,
            };
            let at = place_of(&self.network, hover, is_tie);
            self.state.tip = at.map(|at| Tip { subject: Subject::Network(hover), at }).or(self.state.tip);
        }
        self.state.view.hover = hover;
    }
}
