//! Arrow keys: round the ring, in and out.

use crate::data::{ActorId, sorted};
use crate::layout::turned;

use super::{Datum, Mark, RadialScale, Scene};

/// Where an arrow key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the next bearing, clockwise.
    Clockwise,
    /// To the next bearing, counter-clockwise.
    Counterclockwise,
    /// To the nearest one closer to the centre.
    Inward,
    /// To the nearest one farther out.
    Outward,
}

/// The actor that lies in that direction of `from`; without a start, the first one clockwise from the top.
pub fn navigate(scene: &Scene, ego: ActorId, from: Option<ActorId>, direction: Direction) -> Option<ActorId> {
    let scale = RadialScale::fit(scene.size);
    let mut spots: Vec<(ActorId, f64, f64)> = Vec::new();
    for mark in &scene.marks {
        if let Mark::Disc { at, datum: Datum::Actor(actor), .. } = mark
            && *actor != ego
            && spots.iter().all(|(other, ..)| other != actor)
        {
            let (dx, dy) = (at.x - scale.centre.x, at.y - scale.centre.y);
            let bearing = turned(libm::atan2(dx, -dy).to_degrees());
            spots.push((*actor, bearing, at.distance(scale.centre)));
        }
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
