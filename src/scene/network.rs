//! The network: everyone round the ego, at rest or on the way from one year to the next.

use crate::data::{ActorId, Confidence, Dataset, Stance, sorted};
use crate::layout::{Bearings, Place};
use crate::moment::Moment;
use crate::time::Playhead;

use super::label::{Frame, Side, width};
use super::stage::{Spot, Stage, ego_radius, face};
use super::tie::{chord, dashes};
use super::trail::trail;
use super::{Anchor, Color, Datum, Focus, Mark, Palette, Point, Rings, Scene, View, holders};

/// Width of an ego tie by prominence, at a grain of 1, for an ally or foe at war and for a distant one.
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
pub struct Stages<'a> {
    /// The end of the year before the shown one.
    pub before: &'a Stage,
    /// The end of the shown year.
    pub after: &'a Stage,
    /// The end of the year held against it.
    pub ghost: Option<&'a Stage>,
}

/// The network at the moment's playhead, between the year before, at rest, and the shown year, at rest.
///
/// Staged: what ends fades, then things move, then what is new appears. What a
/// year changed wears a ring. Positions depend on the playhead, never on the path to it.
pub fn compose(dataset: &Dataset, bearings: &Bearings, moment: &Moment, stages: Stages<'_>, view: &View) -> Scene {
    let cast = Cast::at(dataset, bearings, moment, stages, view);
    let mut marks = Vec::with_capacity(cast.players.len() * 3 + 64);
    if let Some(ghost) = stages.ghost {
        cast.draw_ghost(bearings, ghost, &mut marks);
    }
    cast.draw_ego_ties(&mut marks);
    cast.draw_ties_among_others(dataset, moment, &mut marks);
    cast.draw_discs(&mut marks);
    cast.draw_ego(dataset, &mut marks);
    cast.draw_labels(dataset, &mut marks);
    cast.draw_trail(dataset, bearings, &mut marks);
    Scene { size: view.size, marks }
}

/// The network at rest at the end of a year.
pub fn at_rest(dataset: &Dataset, bearings: &Bearings, year: i16, view: &View) -> Scene {
    let moment = Moment::at(dataset, Playhead::end_of(year));
    let earlier = Moment::at(dataset, Playhead::end_of(year - 1));
    let [before, after] = [&earlier, &moment].map(|moment| Stage::set(dataset, bearings, moment, view));
    let ghost = view.compare.map(|year| Moment::at(dataset, Playhead::end_of(year)));
    let ghost = ghost.map(|moment| Stage::set(dataset, bearings, &moment, view));
    compose(dataset, bearings, &moment, Stages { before: &before, after: &after, ghost: ghost.as_ref() }, view)
}

/// One mark on the stage, as it is right now.
struct Player<'a> {
    place: &'a Place,
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

struct Cast<'a> {
    players: Vec<Player<'a>>,
    rings: Rings,
    palette: &'static Palette,
    view: &'a View,
    ego: ActorId,
    /// Whoever holds the places in focus, at any time.
    focused: Vec<ActorId>,
    related: Vec<ActorId>,
}

impl<'a> Cast<'a> {
    fn at(
        dataset: &Dataset,
        bearings: &'a Bearings,
        moment: &Moment,
        Stages { before, after, .. }: Stages<'_>,
        view: &'a View,
    ) -> Self {
        let rings = Rings::fit(view.size);
        let pace = Pace::at(moment.playhead().progress());
        let mut players = Vec::with_capacity(bearings.places().len());
        for (id, place) in bearings.iter() {
            match (before.spot(id.index()), after.spot(id.index())) {
                (Some(old), Some(new)) if old.stance.is_some() == new.stance.is_some() => {
                    players.push(moving(dataset, place, moment, (old, new), pace, rings));
                }
                (old, new) => {
                    let at = |spot: &Spot| Point::polar(rings.centre, place.bearing, spot.distance);
                    if let Some(spot) = old.filter(|_| pace.leaving > 0.0) {
                        players.push(still(place, spot, at(spot), pace.leaving, pace.old_ring));
                    }
                    if let Some(spot) = new.filter(|_| pace.arriving > 0.0) {
                        let changed = if spot.stance.is_some() { pace.new_ring } else { 0.0 };
                        players.push(still(place, spot, at(spot), pace.arriving, changed));
                    }
                }
            }
        }
        // Whoever matters most is drawn last, on top.
        let players = sorted(players, &|a, b| b.place.prominence.cmp(&a.place.prominence));
        let focused: Vec<ActorId> = view.focus.ends().into_iter().flat_map(|end| holders(bearings, end)).collect();
        let related = match view.focus {
            Focus::Actor(_) => {
                let ties = moment.ties_among_others(dataset);
                let others =
                    ties.into_iter().filter_map(|(dyad, _)| focused.iter().find_map(|actor| dyad.other(*actor)));
                others.collect()
            }
            Focus::Nobody | Focus::Tie(_) => Vec::new(),
        };
        let (palette, ego) = (Palette::of(view.theme), dataset.rules().ego);
        Self { players, rings, palette, view, ego, focused, related }
    }

    /// How much a player shows, given who is in focus.
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
        let grain = self.rings.grain();
        for player in &self.players {
            let Some(stance) = player.stance else { continue };
            let prominence = usize::from(player.place.prominence);
            let in_focus = self.is_marked(player.actor);
            let (strong, weak) = TIE_WIDTHS[if in_focus { prominence.min(2) } else { prominence }];
            let strength = f64::from(stance.value().unsigned_abs()) / 3.0;
            let mut alpha = if in_focus { 1.0 } else { TIE_ALPHAS[prominence] };
            if stance == Stance::DISTANT && !in_focus {
                alpha *= if prominence == 3 { 0.5 } else { 0.7 };
            }
            let stands_back = self.view.focus != Focus::Nobody && !self.is_in_focus(player.actor);
            let emphasis = if stands_back { BACK } else { 1.0 };
            let from = self
                .rings
                .centre
                .towards(player.at, ego_radius(self.rings) / player.at.distance(self.rings.centre).max(1.0));
            let color = self.color(Some(stance)).faded(alpha * player.alpha * emphasis);
            let line =
                Line { width: (weak + (strong - weak) * strength) * grain, color, datum: Datum::Actor(player.actor) };
            // A dotted tie is a guess.
            let doubtful = player.confidence == Confidence::Low && prominence < 3;
            line.draw(vec![from, player.at], doubtful.then_some((2.5, 3.5)), marks);
        }
    }

    fn draw_ties_among_others(&self, dataset: &Dataset, moment: &Moment, marks: &mut Vec<Mark>) {
        let find = |actor: ActorId| self.players.iter().find(|player| player.actor == actor);
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
                width: width * self.rings.grain(),
                color: self.color(Some(stance)).faded(alpha * a.alpha.min(b.alpha)),
                datum: Datum::Tie(id),
            };
            let cut = if stance < Stance::DISTANT { Some((9.0, 6.0)) } else { None };
            line.draw(chord(a.at, b.at, self.rings), cut, marks);
        }
    }

    /// Where everyone stood in the year held against the shown one, and the way from there.
    fn draw_ghost(&self, bearings: &Bearings, ghost: &Stage, marks: &mut Vec<Mark>) {
        let grain = self.rings.grain();
        for (id, place) in bearings.iter() {
            let Some((spot, stance)) = ghost.spot(id.index()).and_then(|spot| Some((spot, spot.stance?))) else {
                continue;
            };
            let now = self.players.iter().find(|player| player.stance.is_some() && core::ptr::eq(player.place, place));
            if now.is_some_and(|now| now.stance == Some(stance)) {
                continue;
            }
            let at = Point::polar(self.rings.centre, place.bearing, spot.distance);
            let color = self.color(Some(stance)).faded(GHOST * self.emphasis(spot.actor));
            let datum = Datum::Ghost(spot.actor);
            let (radius, weight) = (spot.radius * 0.8, if place.prominence == 3 { 1.0 } else { 1.6 } * grain);
            marks.push(Mark::Disc {
                at,
                radius,
                fill: self.palette.ground.alpha(0.0),
                rim: Some((weight, color)),
                datum,
            });
            let Some(now) = now else { continue };
            // From rim to rim; a way shorter than that needs no line.
            let way = at.distance(now.at);
            let (start, end) = (radius + weight, way - now.radius - 2.0 * grain);
            if end > start {
                let to = self.color(now.stance).faded(0.75 * self.emphasis(now.actor));
                let points = vec![at.towards(now.at, start / way), at.towards(now.at, end / way)];
                Line { width: weight, color: to, datum }.draw(points, Some((3.0, 2.5)), marks);
            }
        }
    }

    fn draw_trail(&self, dataset: &Dataset, bearings: &Bearings, marks: &mut Vec<Mark>) {
        let Focus::Actor(actor) = self.view.focus else { return };
        // Where there is little room, the card alone tells where it has been.
        if self.view.small || self.view.size.width < ROOM {
            return;
        }
        let now = self.players.iter().find(|player| self.is_in_focus(player.actor));
        let stance = now.and_then(|player| player.stance);
        trail(dataset, bearings, actor, stance, (self.rings, self.palette), marks);
    }

    fn draw_discs(&self, marks: &mut Vec<Mark>) {
        let (grain, ground) = (self.rings.grain(), self.palette.ground);
        for player in &self.players {
            let datum = Datum::Actor(player.actor);
            let alpha = player.alpha * self.emphasis(player.actor);
            let color = self.color(player.stance).faded(alpha);
            let hovered = self.is_marked(player.actor);
            if player.changed > 0.02 || hovered {
                let (gap, ring) = if hovered {
                    (3.2, self.palette.ink.faded(alpha))
                } else {
                    (2.6, color.faded(0.85 * player.changed))
                };
                let rim = Some((1.3 * grain, ring));
                let radius = player.radius + gap * grain;
                marks.push(Mark::Disc { at: player.at, radius, fill: ground.alpha(0.0), rim, datum });
            }
            if player.stance.is_none() {
                let rim = Some((1.2 * grain.min(1.2), color));
                marks.push(Mark::Disc { at: player.at, radius: player.radius, fill: ground.faded(alpha), rim, datum });
                continue;
            }
            // A thin rim of the ground sets a mark off from the line it ends.
            let rim = (player.place.prominence < 3).then_some((1.5 * grain.min(1.3), ground.faded(alpha)));
            // Where the line behind must not shine through a fading disc, the ground lies under it.
            if alpha < 1.0 && player.place.prominence < 3 {
                marks.push(Mark::Disc {
                    at: player.at,
                    radius: player.radius,
                    fill: ground.faded(player.alpha),
                    rim: None,
                    datum,
                });
            }
            marks.push(Mark::Disc { at: player.at, radius: player.radius, fill: color, rim, datum });
            if player.confidence == Confidence::Low {
                let radius = player.radius * 0.42;
                marks.push(Mark::Disc { at: player.at, radius, fill: ground.faded(alpha), rim: None, datum });
            }
        }
    }

    fn draw_ego(&self, dataset: &Dataset, marks: &mut Vec<Mark>) {
        let radius = ego_radius(self.rings);
        let (ink, ground) = (self.palette.ink, self.palette.ground);
        let datum = Datum::Actor(self.ego);
        let rim = Some((2.0, ground));
        marks.push(Mark::Disc { at: self.rings.centre, radius, fill: ink, rim, datum });
        let words: Vec<&str> = dataset.actor(self.ego).short_name.split(' ').collect();
        let widest = words.iter().map(|word| width(word, 1.0, true)).fold(0.1, f64::max);
        let size = (radius * 1.72 / widest).min(radius * 0.62);
        let top = self.rings.centre.y - (words.len() as f64 - 1.0) / 2.0 * size * 1.1;
        for (row, word) in words.iter().enumerate() {
            marks.push(Mark::Label {
                text: (*word).to_owned(),
                at: Point { x: self.rings.centre.x, y: top + row as f64 * size * 1.1 },
                anchor: Anchor::Middle,
                size,
                bold: true,
                color: ground,
                halo: None,
                datum,
            });
        }
    }

    fn draw_labels(&self, dataset: &Dataset, marks: &mut Vec<Mark>) {
        // What labels may stand on: everything so far, in front of which they are drawn.
        let under = marks.len();
        for player in &self.players {
            let hovered = self.is_marked(player.actor);
            let label = player.label.or_else(|| {
                // Whoever is pointed at is named, room or no room.
                hovered.then(|| (self.side_with_room(dataset, player), 1.0))
            });
            let Some((side, alpha)) = label else { continue };
            let (size, bold) = face(player.place, self.rings);
            let (at, anchor) = side.place(player.at, player.radius, size);
            let alpha = alpha * player.alpha * self.emphasis(player.actor);
            let dot = player.place.prominence == 3 && !hovered;
            let color = if dot { self.palette.quiet } else { self.palette.ink };
            let text = dataset.actor(player.actor).short_name.clone();
            let bold = bold || hovered;
            // A halo is four more draws: only where something runs under the label. Dots' names stand on faint lines.
            let frame = Frame::of_label(at, anchor, width(&text, size, bold), size);
            let halo = (!dot && marks[..under].iter().any(|mark| frame.is_touched(mark))).then(|| {
                let band = self.rings.band_at(at.distance(self.rings.centre));
                band.map_or(self.palette.ground, |stance| self.palette.band(stance)).faded(alpha)
            });
            let (color, datum) = (color.faded(alpha), Datum::Actor(player.actor));
            marks.push(Mark::Label { text, at, anchor, size, bold, color, halo, datum });
        }
    }

    /// The outer side, unless the label would leave the picture there.
    fn side_with_room(&self, dataset: &Dataset, player: &Player<'_>) -> Side {
        let (size, bold) = face(player.place, self.rings);
        let reach = player.radius + 6.0 + width(&dataset.actor(player.actor).short_name, size, bold);
        let [outer, ..] = Side::preferred(player.place.bearing);
        match outer {
            Side::Right if player.at.x + reach > self.view.size.width => Side::Left,
            Side::Left if player.at.x < reach => Side::Right,
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

/// How far each stage of a year's passage has come, 0 to 1.
#[derive(Clone, Copy)]
struct Pace {
    leaving: f64,
    moving: f64,
    arriving: f64,
    old_ring: f64,
    new_ring: f64,
}

impl Pace {
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

fn still<'a>(place: &'a Place, spot: &Spot, at: Point, alpha: f64, changed: f64) -> Player<'a> {
    Player {
        place,
        actor: spot.actor,
        stance: spot.stance,
        confidence: spot.confidence,
        at,
        radius: spot.radius,
        alpha,
        changed,
        label: spot.label.map(|side| (side, 1.0)),
    }
}

fn moving<'a>(
    dataset: &Dataset,
    place: &'a Place,
    moment: &Moment,
    (old, new): (&Spot, &Spot),
    pace: Pace,
    rings: Rings,
) -> Player<'a> {
    let distance = old.distance + (new.distance - old.distance) * pace.moving;
    // A category switches on its date, though the mark is still on its way.
    let actor = place.holder(dataset, moment.playhead()).unwrap_or(new.actor);
    let now = moment.standing(actor);
    let stance = if new.stance.is_some() { now.map_or(new.stance, |standing| Some(standing.stance)) } else { None };
    let changed = if old.stance == new.stance { 0.0 } else { pace.old_ring.max(pace.new_ring) };
    let label = match (old.label, new.label) {
        (Some(before), Some(after)) if before == after => Some((after, 1.0)),
        // Principals are never without a name; theirs changes sides half way.
        (Some(before), Some(after)) if place.prominence == 1 => {
            Some((if pace.moving < 0.5 { before } else { after }, 1.0))
        }
        (Some(before), _) if pace.leaving > 0.0 => Some((before, pace.leaving)),
        (_, Some(after)) if pace.arriving > 0.0 => Some((after, pace.arriving)),
        _ => None,
    };
    Player {
        place,
        actor,
        stance,
        confidence: now.map_or(new.confidence, |standing| standing.confidence),
        at: Point::polar(rings.centre, place.bearing, distance),
        radius: old.radius + (new.radius - old.radius) * pace.moving,
        alpha: 1.0,
        changed,
        label,
    }
}
