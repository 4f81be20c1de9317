//! Arrow keys: round the ring, in and out; or, where everyone has a given position, to the side.

use crate::data::{ActorId, Rungs, sorted};
use crate::layout::turned;

use super::{Datum, Mark, Point, RadialScale, Scene};

/// Where an arrow key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the next bearing, clockwise; among given positions, to the right.
    Clockwise,
    /// To the next bearing, counter-clockwise; among given positions, to the left.
    Counterclockwise,
    /// To the nearest one closer to the centre; among given positions, up.
    Inward,
    /// To the nearest one farther out; among given positions, down.
    Outward,
}

/// The actor that lies in that direction of `from`; without a start, the first one clockwise from the top, or among
/// `fixed` places the topmost.
pub fn navigate(
    scene: &Scene,
    ego: Option<ActorId>,
    fixed: bool,
    from: Option<ActorId>,
    direction: Direction,
) -> Option<ActorId> {
    let discs = discs(scene, ego);
    if fixed { to_the_side(&discs, from, direction) } else { round(&discs, scene, from, direction) }
}

/// Everyone but the ego, each once.
fn discs(scene: &Scene, ego: Option<ActorId>) -> Vec<(ActorId, Point)> {
    let mut discs = Vec::new();
    let mut seen: Vec<bool> = Vec::new();
    for mark in &scene.marks {
        if let Mark::Disc { at, datum: Datum::Actor(actor), .. } = mark
            && Some(*actor) != ego
        {
            seen.resize(seen.len().max(actor.index() + 1), false);
            if !seen[actor.index()] {
                seen[actor.index()] = true;
                discs.push((*actor, *at));
            }
        }
    }
    discs
}

fn round(discs: &[(ActorId, Point)], scene: &Scene, from: Option<ActorId>, direction: Direction) -> Option<ActorId> {
    let scale = RadialScale::fit(scene.size, Rungs::default());
    let mut spots: Vec<(ActorId, f64, f64)> = Vec::with_capacity(discs.len());
    for (actor, at) in discs {
        let (dx, dy) = (at.x - scale.centre.x, at.y - scale.centre.y);
        let bearing = turned(libm::atan2(dx, -dy).to_degrees());
        spots.push((*actor, bearing, at.distance(scale.centre)));
    }
    let spots = sorted(spots, &|a, b| a.1.total_cmp(&b.1).then(a.2.total_cmp(&b.2)));
    let Some(here) = from.and_then(|from| spots.iter().position(|(actor, ..)| *actor == from)) else {
        return spots.first().map(|(actor, ..)| *actor);
    };
    let count = spots.len();
    let (_, bearing, distance) = spots[here];
    let aside = |other: f64| {
        let turn = turned(other - bearing);
        turn.min(360.0 - turn)
    };
    let nearest = |closer: bool| {
        let beyond =
            spots.iter().filter(|(_, _, far)| if closer { *far < distance - 1.0 } else { *far > distance + 1.0 });
        // One ring of distance weighs as much as a quarter turn.
        let cost = |far: f64, other: f64| (far - distance).abs() / scale.edge * 6.0 + aside(other) / 90.0;
        beyond.min_by(|a, b| cost(a.2, a.1).total_cmp(&cost(b.2, b.1))).map(|(actor, ..)| *actor)
    };
    match direction {
        Direction::Clockwise => Some(spots[(here + 1) % count].0),
        Direction::Counterclockwise => Some(spots[(here + count - 1) % count].0),
        Direction::Inward => nearest(true),
        Direction::Outward => nearest(false),
    }
}

fn to_the_side(discs: &[(ActorId, Point)], from: Option<ActorId>, direction: Direction) -> Option<ActorId> {
    let here = from.and_then(|from| discs.iter().find(|(actor, _)| *actor == from));
    // How far it is that way, and how far to either side.
    let way = |at: Point, to: Point| match direction {
        Direction::Clockwise => (to.x - at.x, to.y - at.y),
        Direction::Counterclockwise => (at.x - to.x, to.y - at.y),
        Direction::Inward => (at.y - to.y, to.x - at.x),
        Direction::Outward => (to.y - at.y, to.x - at.x),
    };
    let cost = |to: Point| match here {
        // What lies aside counts twice, so that a row is followed to its end.
        Some((_, at)) => {
            let (along, aside) = way(*at, to);
            (along > 0.5).then_some(along + 2.0 * aside.abs())
        }
        None => Some(to.y),
    };
    let mut nearest: Option<(f64, ActorId)> = None;
    for (actor, at) in discs {
        if let Some(cost) = cost(*at)
            && nearest.is_none_or(|(least, _)| cost < least)
        {
            nearest = Some((cost, *actor));
        }
    }
    nearest.map(|(_, actor)| actor)
}
