//! The network: everyone round the ego, at rest or on the way from one year to the next.

use crate::data::{ActorId, Confidence, Dataset, Stance, sorted};
use crate::layout::{EgoLayout, Focus, Slot, holders};
use crate::moment::Moment;
use crate::time::Playhead;

use super::keyframe::{Keyframe, Placement, ego_radius, face};
use super::label::{Rect, Side, width};
use super::tie::{chord, dashes};
use super::trail::trail;
use super::{Anchor, Color, Datum, Mark, Palette, Point, RadialScale, Scene, View};

/// Width of an ego tie by prominence, at a scale factor of 1, for an ally or foe at war and for a distant one.
const TIE_WIDTHS: [(f64, f64); 4] = [(4.4, 1.6), (4.4, 1.6), (1.8, 1.0), (0.9, 0.7)];
/// Opacity of an ego tie by prominence.
const TIE_ALPHAS: [f64; 4] = [0.95, 0.95, 0.62, 0.3];
/// Opacity of what steps back while somebody is in focus.
const BACK: f64 = 0.34;
/// Opacity of ties among others while nobody is in focus.
const FAINT: f64 = 0.34;
/// Opacity of where somebody stood in the year held against the shown one.
const GHOST: f64 = 0.6;

/// From this width on, a trail has room for its years, in CSS pixels.
const ROOM: f64 = 560.0;

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
pub fn compose(
    dataset: &Dataset,
    layout: &EgoLayout,
    moment: &Moment,
    keyframes: Transition<'_>,
    view: &View,
) -> Scene {
    let frame = NetworkFrame::at(dataset, layout, moment, keyframes, view);
    let mut marks = Vec::with_capacity(frame.nodes.len() * 3 + 64);
    if let Some(compared) = keyframes.compared {
        frame.draw_compared(layout, compared, &mut marks);
    }
    frame.draw_ego_ties(&mut marks);
    frame.draw_ties_among_others(dataset, moment, &mut marks);
    frame.draw_discs(&mut marks);
    frame.draw_ego(dataset, &mut marks);
    frame.draw_labels(dataset, &mut marks);
    frame.draw_trail(dataset, layout, &mut marks);
    Scene { size: view.size, marks }
}

/// The network at rest at the end of a year.
pub fn at_rest(dataset: &Dataset, layout: &EgoLayout, year: i16, view: &View) -> Scene {
    let moment = Moment::at(dataset, Playhead::end_of(year));
    let earlier = Moment::at(dataset, Playhead::end_of(year - 1));
    let [before, after] = [&earlier, &moment].map(|moment| Keyframe::at(dataset, layout, moment, view));
    let compared = view.compare.map(|year| Moment::at(dataset, Playhead::end_of(year)));
    let compared = compared.map(|moment| Keyframe::at(dataset, layout, &moment, view));
    compose(dataset, layout, &moment, Transition { before: &before, after: &after, compared: compared.as_ref() }, view)
}

/// One mark as it is at the playhead.
struct Node<'a> {
    slot: &'a Slot,
    actor: ActorId,
    stance: Option<Stance>,
    confidence: Confidence,
    at: Point,
    radius: f64,
    alpha: f64,
    /// How strongly it wears the ring of a change.
    changed: f64,
    label: Option<(Side, f64)>,
}

struct NetworkFrame<'a> {
    nodes: Vec<Node<'a>>,
    scale: RadialScale,
    palette: &'static Palette,
    view: &'a View,
    ego: ActorId,
    /// Whoever holds the places in focus, at any time.
    focused: Vec<ActorId>,
    related: Vec<ActorId>,
}

impl<'a> NetworkFrame<'a> {
    fn at(
        dataset: &Dataset,
        layout: &'a EgoLayout,
        moment: &Moment,
        Transition { before, after, .. }: Transition<'_>,
        view: &'a View,
    ) -> Self {
        let scale = RadialScale::fit(view.size);
        let phases = Phases::at(moment.playhead().progress());
        let mut nodes = Vec::with_capacity(layout.slots().len());
        for (id, slot) in layout.iter() {
            match (before.placement(id.index()), after.placement(id.index())) {
                (Some(old), Some(new)) if old.stance.is_some() == new.stance.is_some() => {
                    nodes.push(moving(dataset, slot, moment, (old, new), phases, scale));
                }
                (old, new) => {
                    let at = |placement: &Placement| Point::polar(scale.centre, slot.bearing, placement.distance);
                    if let Some(placement) = old.filter(|_| phases.leaving > 0.0) {
                        nodes.push(still(slot, placement, at(placement), phases.leaving, phases.old_ring));
                    }
                    if let Some(placement) = new.filter(|_| phases.arriving > 0.0) {
                        let changed = if placement.stance.is_some() { phases.new_ring } else { 0.0 };
                        nodes.push(still(slot, placement, at(placement), phases.arriving, changed));
                    }
                }
            }
        }
        // Whoever matters most is drawn last, on top.
        let nodes = sorted(nodes, &|a, b| b.slot.prominence.cmp(&a.slot.prominence));
        let focused: Vec<ActorId> = view.focus.ends().into_iter().flat_map(|end| holders(layout, end)).collect();
        let related = match view.focus {
            Focus::Actor(_) => {
                let ties = moment.ties_among_others(dataset);
                let others =
                    ties.into_iter().filter_map(|(dyad, _)| focused.iter().find_map(|actor| dyad.other(*actor)));
                others.collect()
            }
            Focus::Nobody | Focus::Tie(_) => Vec::new(),
        };
        let (palette, ego) = (Palette::of(view.theme), dataset.info().ego);
        Self { nodes, scale, palette, view, ego, focused, related }
    }

    /// How much a node shows, given who is in focus.
    fn emphasis(&self, actor: ActorId) -> f64 {
        match self.view.focus {
            Focus::Nobody => 1.0,
            _ if self.is_in_focus(actor) => 1.0,
            _ if self.related.contains(&actor) => 0.75,
            _ => BACK,
        }
    }

    fn is_in_focus(&self, actor: ActorId) -> bool {
        self.focused.contains(&actor)
    }

    /// Whether an actor is in focus or pointed at.
    fn is_marked(&self, actor: ActorId) -> bool {
        self.view.hover == Focus::Actor(actor) || self.is_in_focus(actor)
    }

    fn color(&self, stance: Option<Stance>) -> Color {
        stance.map_or(self.palette.absent, |stance| self.palette.stance(stance))
    }

    fn draw_ego_ties(&self, marks: &mut Vec<Mark>) {
        let scale_factor = self.scale.scale_factor();
        for node in &self.nodes {
            let Some(stance) = node.stance else { continue };
            let prominence = usize::from(node.slot.prominence);
            let in_focus = self.is_marked(node.actor);
            let (strong, weak) = TIE_WIDTHS[if in_focus { prominence.min(2) } else { prominence }];
            let strength = f64::from(stance.value().unsigned_abs()) / 3.0;
            let mut alpha = if in_focus { 1.0 } else { TIE_ALPHAS[prominence] };
            if stance == Stance::DISTANT && !in_focus {
                alpha *= if prominence == 3 { 0.5 } else { 0.7 };
            }
            let stands_back = self.view.focus != Focus::Nobody && !self.is_in_focus(node.actor);
            let emphasis = if stands_back { BACK } else { 1.0 };
            let from = self
                .scale
                .centre
                .towards(node.at, ego_radius(self.scale) / node.at.distance(self.scale.centre).max(1.0));
            let color = self.color(Some(stance)).faded(alpha * node.alpha * emphasis);
            let line = Line {
                width: (weak + (strong - weak) * strength) * scale_factor,
                color,
                datum: Datum::Actor(node.actor),
            };
            // A dotted tie is a guess.
            let doubtful = node.confidence == Confidence::Low && prominence < 3;
            line.draw(vec![from, node.at], doubtful.then_some((2.5, 3.5)), marks);
        }
    }

    fn draw_ties_among_others(&self, dataset: &Dataset, moment: &Moment, marks: &mut Vec<Mark>) {
        let find = |actor: ActorId| self.nodes.iter().find(|node| node.actor == actor);
        for (dyad, id) in moment.ties_among_others(dataset) {
            let [Some(a), Some(b)] = dyad.both().map(find) else { continue };
            let stance = dataset.tie(id).stance;
            let ends = dyad.both().map(|end| self.is_in_focus(end));
            let in_focus = match self.view.focus {
                Focus::Tie(_) => ends == [true, true],
                _ => ends.contains(&true),
            } || self.view.hover == Focus::Tie(dyad);
            let alpha = match self.view.focus {
                _ if in_focus => 0.95,
                Focus::Nobody => FAINT,
                _ => 0.05,
            };
            let width = if in_focus { 1.2 + 0.6 * f64::from(stance.value().unsigned_abs()) } else { 1.0 };
            let line = Line {
                width: width * self.scale.scale_factor(),
                color: self.color(Some(stance)).faded(alpha * a.alpha.min(b.alpha)),
                datum: Datum::Tie(id),
            };
            let cut = if stance < Stance::DISTANT { Some((9.0, 6.0)) } else { None };
            line.draw(chord(a.at, b.at, self.scale), cut, marks);
        }
    }

    /// Where everyone stood in the year held against the shown one, and the way from there.
    fn draw_compared(&self, layout: &EgoLayout, compared: &Keyframe, marks: &mut Vec<Mark>) {
        let scale_factor = self.scale.scale_factor();
        for (id, slot) in layout.iter() {
            let Some((placement, stance)) =
                compared.placement(id.index()).and_then(|placement| Some((placement, placement.stance?)))
            else {
                continue;
            };
            let now = self.nodes.iter().find(|node| node.stance.is_some() && core::ptr::eq(node.slot, slot));
            if now.is_some_and(|now| now.stance == Some(stance)) {
                continue;
            }
            let at = Point::polar(self.scale.centre, slot.bearing, placement.distance);
            let color = self.color(Some(stance)).faded(GHOST * self.emphasis(placement.actor));
            let datum = Datum::Compared(placement.actor);
            let (radius, weight) =
                (placement.radius * 0.8, if slot.prominence == 3 { 1.0 } else { 1.6 } * scale_factor);
            marks.push(Mark::Disc {
                at,
                radius,
                fill: self.palette.background.alpha(0.0),
                rim: Some((weight, color)),
                datum,
            });
            let Some(now) = now else { continue };
            // From rim to rim; a way shorter than that needs no line.
            let way = at.distance(now.at);
            let (start, end) = (radius + weight, way - now.radius - 2.0 * scale_factor);
            if end > start {
                let to = self.color(now.stance).faded(0.75 * self.emphasis(now.actor));
                let points = vec![at.towards(now.at, start / way), at.towards(now.at, end / way)];
                Line { width: weight, color: to, datum }.draw(points, Some((3.0, 2.5)), marks);
            }
        }
    }

    fn draw_trail(&self, dataset: &Dataset, layout: &EgoLayout, marks: &mut Vec<Mark>) {
        let Focus::Actor(actor) = self.view.focus else { return };
        // Where there is little room, the card alone tells where it has been.
        if self.view.small || self.view.size.width < ROOM {
            return;
        }
        let now = self.nodes.iter().find(|node| self.is_in_focus(node.actor));
        let stance = now.and_then(|node| node.stance);
        trail(dataset, layout, actor, stance, (self.scale, self.palette), marks);
    }

    fn draw_discs(&self, marks: &mut Vec<Mark>) {
        let (scale_factor, background) = (self.scale.scale_factor(), self.palette.background);
        for node in &self.nodes {
            let datum = Datum::Actor(node.actor);
            let alpha = node.alpha * self.emphasis(node.actor);
            let color = self.color(node.stance).faded(alpha);
            let hovered = self.is_marked(node.actor);
            if node.changed > 0.02 || hovered {
                let (gap, ring) = if hovered {
                    (3.2, self.palette.foreground.faded(alpha))
                } else {
                    (2.6, color.faded(0.85 * node.changed))
                };
                let rim = Some((1.3 * scale_factor, ring));
                let radius = node.radius + gap * scale_factor;
                marks.push(Mark::Disc { at: node.at, radius, fill: background.alpha(0.0), rim, datum });
            }
            if node.stance.is_none() {
                let rim = Some((1.2 * scale_factor.min(1.2), color));
                marks.push(Mark::Disc { at: node.at, radius: node.radius, fill: background.faded(alpha), rim, datum });
                continue;
            }
            // A thin rim of the background sets a mark off from the line it ends.
            let rim = (node.slot.prominence < 3).then_some((1.5 * scale_factor.min(1.3), background.faded(alpha)));
            // Where the line behind must not shine through a fading disc, the background lies under it.
            if alpha < 1.0 && node.slot.prominence < 3 {
                marks.push(Mark::Disc {
                    at: node.at,
                    radius: node.radius,
                    fill: background.faded(node.alpha),
                    rim: None,
                    datum,
                });
            }
            marks.push(Mark::Disc { at: node.at, radius: node.radius, fill: color, rim, datum });
            if node.confidence == Confidence::Low {
                let radius = node.radius * 0.42;
                marks.push(Mark::Disc { at: node.at, radius, fill: background.faded(alpha), rim: None, datum });
            }
        }
    }

    fn draw_ego(&self, dataset: &Dataset, marks: &mut Vec<Mark>) {
        let radius = ego_radius(self.scale);
        let (foreground, background) = (self.palette.foreground, self.palette.background);
        let datum = Datum::Actor(self.ego);
        let rim = Some((2.0, background));
        marks.push(Mark::Disc { at: self.scale.centre, radius, fill: foreground, rim, datum });
        let words: Vec<&str> = dataset.actor(self.ego).short_name.split(' ').collect();
        let widest = words.iter().map(|word| width(word, 1.0, true)).fold(0.1, f64::max);
        let size = (radius * 1.72 / widest).min(radius * 0.62);
        let top = self.scale.centre.y - (words.len() as f64 - 1.0) / 2.0 * size * 1.1;
        for (row, word) in words.iter().enumerate() {
            marks.push(Mark::Label {
                text: (*word).to_owned(),
                at: Point { x: self.scale.centre.x, y: top + row as f64 * size * 1.1 },
                anchor: Anchor::Middle,
                size,
                bold: true,
                color: background,
                halo: None,
                datum,
            });
        }
    }

    fn draw_labels(&self, dataset: &Dataset, marks: &mut Vec<Mark>) {
        // What labels may stand on: everything so far, in front of which they are drawn.
        let under = marks.len();
        for node in &self.nodes {
            let hovered = self.is_marked(node.actor);
            let label = node.label.or_else(|| {
                // Whoever is pointed at is named, room or no room.
                hovered.then(|| (self.side_with_room(dataset, node), 1.0))
            });
            let Some((side, alpha)) = label else { continue };
            let (size, bold) = face(node.slot, self.scale);
            let (at, anchor) = side.place(node.at, node.radius, size);
            let alpha = alpha * node.alpha * self.emphasis(node.actor);
            let dot = node.slot.prominence == 3 && !hovered;
            let color = if dot { self.palette.muted } else { self.palette.foreground };
            let text = dataset.actor(node.actor).short_name.clone();
            let bold = bold || hovered;
            // A halo is four more draws: only where something runs under the label. Dots' names stand on faint lines.
            let frame = Rect::of_label(at, anchor, width(&text, size, bold), size);
            let halo = (!dot && marks[..under].iter().any(|mark| frame.is_touched(mark))).then(|| {
                let band = self.scale.band_at(at.distance(self.scale.centre));
                band.map_or(self.palette.background, |stance| self.palette.band(stance)).faded(alpha)
            });
            let (color, datum) = (color.faded(alpha), Datum::Actor(node.actor));
            marks.push(Mark::Label { text, at, anchor, size, bold, color, halo, datum });
        }
    }

    /// The outer side, unless the label would leave the picture there.
    fn side_with_room(&self, dataset: &Dataset, node: &Node<'_>) -> Side {
        let (size, bold) = face(node.slot, self.scale);
        let reach = node.radius + 6.0 + width(&dataset.actor(node.actor).short_name, size, bold);
        let [outer, ..] = Side::preferred(node.slot.bearing);
        match outer {
            Side::Right if node.at.x + reach > self.view.size.width => Side::Left,
            Side::Left if node.at.x < reach => Side::Right,
            side => side,
        }
    }
}

/// A line to draw, whole or cut.
struct Line {
    width: f64,
    color: Color,
    datum: Datum,
}

impl Line {
    fn draw(&self, points: Vec<Point>, cut: Option<(f64, f64)>, marks: &mut Vec<Mark>) {
        let pieces = match cut {
            Some((on, off)) => dashes(&points, on, off),
            None => vec![points],
        };
        let Self { width, color, datum } = *self;
        marks.extend(pieces.into_iter().map(|points| Mark::Path { points, width, color, datum }));
    }
}

/// How far each phase of a transition has come, 0 to 1.
#[derive(Clone, Copy)]
struct Phases {
    leaving: f64,
    moving: f64,
    arriving: f64,
    old_ring: f64,
    new_ring: f64,
}

impl Phases {
    fn at(progress: f64) -> Self {
        let smooth = |from: f64, to: f64| {
            let share = ((progress - from) / (to - from)).clamp(0.0, 1.0);
            share * share * (3.0 - 2.0 * share)
        };
        Self {
            leaving: 1.0 - smooth(0.1, 0.42),
            moving: smooth(0.15, 0.85),
            arriving: smooth(0.6, 0.95),
            old_ring: smooth(0.0, 0.1) * (1.0 - smooth(0.25, 0.5)),
            new_ring: smooth(0.55, 0.9),
        }
    }
}

fn still<'a>(slot: &'a Slot, placement: &Placement, at: Point, alpha: f64, changed: f64) -> Node<'a> {
    Node {
        slot,
        actor: placement.actor,
        stance: placement.stance,
        confidence: placement.confidence,
        at,
        radius: placement.radius,
        alpha,
        changed,
        label: placement.label.map(|side| (side, 1.0)),
    }
}

fn moving<'a>(
    dataset: &Dataset,
    slot: &'a Slot,
    moment: &Moment,
    (old, new): (&Placement, &Placement),
    phases: Phases,
    scale: RadialScale,
) -> Node<'a> {
    let distance = old.distance + (new.distance - old.distance) * phases.moving;
    // A category switches on its date, though the mark is still on its way.
    let actor = slot.holder(dataset, moment.playhead()).unwrap_or(new.actor);
    let now = moment.standing(actor);
    let stance = if new.stance.is_some() { now.map_or(new.stance, |standing| Some(standing.stance)) } else { None };
    let changed = if old.stance == new.stance { 0.0 } else { phases.old_ring.max(phases.new_ring) };
    let label = match (old.label, new.label) {
        (Some(before), Some(after)) if before == after => Some((after, 1.0)),
        // Principals are never without a name; theirs changes sides half way.
        (Some(before), Some(after)) if slot.prominence == 1 => {
            Some((if phases.moving < 0.5 { before } else { after }, 1.0))
        }
        (Some(before), _) if phases.leaving > 0.0 => Some((before, phases.leaving)),
        (_, Some(after)) if phases.arriving > 0.0 => Some((after, phases.arriving)),
        _ => None,
    };
    Node {
        slot,
        actor,
        stance,
        confidence: now.map_or(new.confidence, |standing| standing.confidence),
        at: Point::polar(scale.centre, slot.bearing, distance),
        radius: old.radius + (new.radius - old.radius) * phases.moving,
        alpha: 1.0,
        changed,
        label,
    }
}
