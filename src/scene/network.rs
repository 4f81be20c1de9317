//! The network: everyone round the ego or always in one place, at rest or on the way from one year to the next.

mod draw;
mod fixed;
mod labels;
mod line;
mod node;

use crate::data::{ActorId, Dataset, Prominence, Stance};
use crate::layout::{Focus, Layout, holders};
use crate::moment::Moment;
use crate::time::Playhead;

use self::node::{Node, Phases};
use super::keyframe::Keyframe;
use super::trail::trail;
use super::{Color, Palette, RadialScale, Scene, View};

/// Opacity of what steps back while somebody is in focus.
const BACK: f64 = 0.34;
/// The same where colours are few: names keep 4.5 to 1.
const BACK_IN_CONTRAST: f64 = 0.6;
/// Opacity of those who have a tie with whoever is in focus.
const RELATED: f64 = 0.75;
/// A narrower picture has no room for a trail and its years, in CSS pixels.
const NARROWEST_TRAIL: f64 = 560.0;

/// The years at rest that a picture is composed of.
#[derive(Clone, Copy, Debug)]
pub struct Transition<'a> {
    /// The end of the year before the shown one.
    pub before: &'a Keyframe,
    /// The end of the shown year.
    pub after: &'a Keyframe,
    /// The end of the year held against it.
    pub compared: Option<&'a Keyframe>,
}

/// The network at the moment's playhead, between the year before, at rest, and the shown year, at rest.
///
/// Staged: what ends fades, then things move, then what is new appears. What a
/// year changed wears a ring. Positions depend on the playhead, never on the path to it.
pub fn compose(dataset: &Dataset, layout: &Layout, moment: &Moment, keyframes: Transition<'_>, view: &View) -> Scene {
    let frame = NetworkFrame::at(dataset, layout, moment, keyframes, view);
    let mut marks = Vec::with_capacity(frame.nodes.len() * 3 + 64);
    if let Some(compared) = keyframes.compared {
        frame.draw_compared(dataset, layout, compared, &mut marks);
    }
    if frame.fixed {
        frame.draw_fixed_ties(dataset, layout, moment, keyframes, &mut marks);
    } else {
        frame.draw_ego_ties(dataset, moment, &mut marks);
        frame.draw_ties_among_others(dataset, moment, &mut marks);
    }
    frame.draw_discs(dataset, &mut marks);
    if !frame.fixed {
        frame.draw_ego(dataset, &mut marks);
    }
    frame.draw_labels(dataset, moment.playhead().progress(), &mut marks);
    if let Focus::Actor(actor) = view.focus
        && !view.small
        && !frame.fixed
        && view.size.width >= NARROWEST_TRAIL
    {
        let stance = frame.nodes.iter().find(|node| frame.is_in_focus(node.actor)).and_then(|node| node.stance);
        trail(dataset, layout, actor, (moment.playhead(), stance), (frame.scale, &frame.palette), &mut marks);
    }
    Scene { size: view.size, marks }
}

/// The network at rest at the end of a year.
pub fn at_rest(dataset: &Dataset, layout: &Layout, year: i16, view: &View) -> Scene {
    let moment = Moment::at(dataset, Playhead::end_of(year));
    let earlier = Moment::at(dataset, Playhead::end_of(year.saturating_sub(1)));
    let [before, after] = [&earlier, &moment].map(|moment| Keyframe::at(dataset, layout, moment, view));
    let compared = view.compare.map(|year| Moment::at(dataset, Playhead::end_of(year)));
    let compared = compared.map(|moment| Keyframe::at(dataset, layout, &moment, view));
    compose(dataset, layout, &moment, Transition { before: &before, after: &after, compared: compared.as_ref() }, view)
}

/// Everyone at the playhead, and what the drawing of all of them shares.
struct NetworkFrame<'a> {
    /// Those that matter most last, so that they are drawn on top.
    nodes: Vec<Node<'a>>,
    scale: RadialScale,
    palette: Palette,
    /// How far from distant the farther end of the ladder is.
    reach: f64,
    view: &'a View,
    /// Who is in the centre, or one among others.
    ego: Option<ActorId>,
    /// Whether everyone keeps one place.
    fixed: bool,
    phases: Phases,
    /// How each actor concerns whoever is in focus; nothing where nobody is.
    concern: Vec<u8>,
}

/// How an actor concerns whoever is in focus: not at all, by a tie with the actor in focus, or because it holds the place
/// in focus at some time.
const NO_CONCERN: u8 = 0;
const RELATION: u8 = 1;
const IN_PLACE: u8 = 2;

impl<'a> NetworkFrame<'a> {
    fn at(
        dataset: &Dataset,
        layout: &'a Layout,
        moment: &Moment,
        Transition { before, after, .. }: Transition<'_>,
        view: &'a View,
    ) -> Self {
        let scale = RadialScale::of(view, dataset.rungs());
        let phases = Phases::at(moment.playhead().progress());
        let fixed = layout.is_fixed();
        let mut nodes = Vec::with_capacity(layout.slots().len());
        for prominence in [Prominence::Minor, Prominence::Named, Prominence::Principal] {
            for (id, slot) in layout.iter().filter(|(_, slot)| slot.prominence == prominence) {
                match (before.placement(id.index()), after.placement(id.index())) {
                    (Some(old), Some(new)) if fixed || old.stance.is_some() == new.stance.is_some() => {
                        nodes.push(Node::moving(dataset, slot, moment, (old, new), phases, scale));
                    }
                    (old, new) => {
                        if let Some(placement) = old.filter(|_| phases.leaving > 0.0) {
                            nodes.push(Node::fading(slot, placement, scale, phases.leaving, phases.old_ring));
                        }
                        if let Some(placement) = new.filter(|_| phases.arriving > 0.0) {
                            let ring = if placement.stance.is_some() { phases.new_ring } else { 0.0 };
                            nodes.push(Node::fading(slot, placement, scale, phases.arriving, ring));
                        }
                    }
                }
            }
        }
        let (palette, ego) = (Palette::of(view.theme, dataset.info()), dataset.ego());
        let reach = dataset.info().reach();
        Self {
            nodes,
            scale,
            palette,
            reach,
            view,
            ego,
            fixed,
            phases,
            concern: concern(dataset, layout, moment, view.focus),
        }
    }

    /// How much an actor shows, given who is in focus: 0 to 1.
    fn emphasis(&self, actor: ActorId) -> f64 {
        match self.concern.get(actor.index()) {
            None | Some(&IN_PLACE) => 1.0,
            Some(&RELATION) => RELATED,
            // Who asked for contrast reads the others too.
            _ if self.palette.is_plain() => BACK_IN_CONTRAST,
            _ => BACK,
        }
    }

    fn is_in_focus(&self, actor: ActorId) -> bool {
        self.concern.get(actor.index()) == Some(&IN_PLACE)
    }

    /// Whether an actor is in focus or pointed at.
    fn is_marked(&self, actor: ActorId) -> bool {
        self.view.hover == Focus::Actor(actor) || self.is_in_focus(actor)
    }

    /// How far a stance is from distant, to either side: 0 for distant, 1 for the farther end of the ladder.
    fn strength(&self, stance: Stance) -> f64 {
        f64::from(stance.value().unsigned_abs()) / self.reach
    }

    fn color(&self, stance: Option<Stance>) -> Color {
        stance.map_or(self.palette.absent, |stance| self.palette.stance(stance))
    }
}

/// How each actor concerns whoever is in focus; nothing where nobody is.
fn concern(dataset: &Dataset, layout: &Layout, moment: &Moment, focus: Focus) -> Vec<u8> {
    if focus == Focus::Nobody {
        return Vec::new();
    }
    let mut concern = vec![NO_CONCERN; dataset.actors().len()];
    for actor in focus.ends().into_iter().flat_map(|end| holders(layout, end)) {
        concern[actor.index()] = IN_PLACE;
    }
    if let Focus::Actor(_) = focus {
        for (dyad, _) in moment.ties_among_others(dataset) {
            let [a, b] = dyad.both();
            let related = match (concern[a.index()], concern[b.index()]) {
                (IN_PLACE, NO_CONCERN) => b,
                (NO_CONCERN, IN_PLACE) => a,
                _ => continue,
            };
            concern[related.index()] = RELATION;
        }
    }
    concern
}

/// Whether it is more than a dot.
fn is_named(prominence: Prominence) -> bool {
    prominence != Prominence::Minor
}
