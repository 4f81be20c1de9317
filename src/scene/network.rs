//! The network: everyone round the ego or at a given position, at rest or on the way from one year to the next.

mod draw;
mod given;
mod labels;
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
    if frame.given {
        frame.draw_given_ties(dataset, layout, moment, keyframes, &mut marks);
    } else {
        frame.draw_ego_ties(&mut marks);
        frame.draw_ties_among_others(dataset, moment, &mut marks);
    }
    frame.draw_discs(&mut marks);
    if !frame.given {
        frame.draw_ego(dataset, &mut marks);
    }
    frame.draw_labels(dataset, moment.playhead().progress(), &mut marks);
    if let Focus::Actor(actor) = view.focus
        && !view.small
        && !frame.given
        && view.size.width >= NARROWEST_TRAIL
    {
        let stance = frame.nodes.iter().find(|node| frame.is_in_focus(node.actor)).and_then(|node| node.stance);
        trail(dataset, layout, actor, (moment.playhead(), stance), (frame.scale, frame.palette), &mut marks);
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
    palette: &'static Palette,
    view: &'a View,
    ego: ActorId,
    /// Whether everyone keeps a given position.
    given: bool,
    /// How each actor concerns whoever is in focus; nothing where nobody is.
    concern: Vec<Concern>,
}

/// How an actor concerns whoever is in focus.
#[derive(Clone, Copy, PartialEq)]
enum Concern {
    None,
    /// It has a tie with the actor in focus.
    Related,
    /// It holds the place in focus, at some time.
    Focused,
}

impl<'a> NetworkFrame<'a> {
    fn at(
        dataset: &Dataset,
        layout: &'a Layout,
        moment: &Moment,
        Transition { before, after, .. }: Transition<'_>,
        view: &'a View,
    ) -> Self {
        let scale = RadialScale::fit(view.size);
        let phases = Phases::at(moment.playhead().progress());
        let given = layout.is_given();
        let mut nodes = Vec::with_capacity(layout.slots().len());
        for prominence in [Prominence::Minor, Prominence::Named, Prominence::Principal] {
            for (id, slot) in layout.iter().filter(|(_, slot)| slot.prominence == prominence) {
                match (before.placement(id.index()), after.placement(id.index())) {
                    (Some(old), Some(new)) if given || old.stance.is_some() == new.stance.is_some() => {
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
        let (palette, ego) = (Palette::of(view.theme), dataset.info().ego);
        Self { nodes, scale, palette, view, ego, given, concern: concern(dataset, layout, moment, view.focus) }
    }

    /// How much an actor shows, given who is in focus: 0 to 1.
    fn emphasis(&self, actor: ActorId) -> f64 {
        match self.concern.get(actor.index()) {
            None | Some(Concern::Focused) => 1.0,
            Some(Concern::Related) => RELATED,
            Some(Concern::None) => BACK,
        }
    }

    fn is_in_focus(&self, actor: ActorId) -> bool {
        self.concern.get(actor.index()) == Some(&Concern::Focused)
    }

    /// Whether an actor is in focus or pointed at.
    fn is_marked(&self, actor: ActorId) -> bool {
        self.view.hover == Focus::Actor(actor) || self.is_in_focus(actor)
    }

    fn color(&self, stance: Option<Stance>) -> Color {
        stance.map_or(self.palette.absent, |stance| self.palette.stance(stance))
    }
}

/// How each actor concerns whoever is in focus; nothing where nobody is.
fn concern(dataset: &Dataset, layout: &Layout, moment: &Moment, focus: Focus) -> Vec<Concern> {
    if focus == Focus::Nobody {
        return Vec::new();
    }
    let mut concern = vec![Concern::None; dataset.actors().len()];
    for actor in focus.ends().into_iter().flat_map(|end| holders(layout, end)) {
        concern[actor.index()] = Concern::Focused;
    }
    if let Focus::Actor(_) = focus {
        for (dyad, _) in moment.ties_among_others(dataset) {
            let [a, b] = dyad.both().map(ActorId::index);
            for (one, other) in [(a, b), (b, a)] {
                if concern[one] == Concern::Focused && concern[other] == Concern::None {
                    concern[other] = Concern::Related;
                }
            }
        }
    }
    concern
}

/// Whether it is more than a dot.
fn is_named(prominence: Prominence) -> bool {
    prominence != Prominence::Minor
}
