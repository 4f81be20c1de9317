//! The picture at rest at the end of a year: who stands where, and which labels are shown.

use crate::data::{ActorId, Confidence, Dataset, Stance, order};
use crate::layout::{Bearings, Place};
use crate::moment::Moment;

use super::ground::{name_place, name_size};
use super::label::{Frame, OVER_DISC, OVER_DOT, Obstacles, Side, width};
use super::{Point, Rings, View, holders};

/// Radius of a disc in CSS pixels at a grain of 1: principal, named, dot.
const DISCS: [f64; 4] = [9.5, 9.5, 5.6, 2.9];
/// Type sizes in CSS pixels at a grain of 1.
const TYPE: [f64; 4] = [14.0, 14.0, 12.0, 10.5];
/// Type is never smaller than this, in CSS pixels.
const SMALLEST_TYPE: f64 = 10.0;
/// What a label may cost to be placed: principal, named, dot.
const LIMITS: [u32; 4] = [400, 400, 20, 5];
/// How far the dots' lanes are apart, as a share of the edge.
const LANE: f64 = 0.024;

/// How a place stands at the end of a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Who holds the place.
    pub actor: ActorId,
    /// How it stands to the ego; `None` for a telling absence, drawn hollow.
    pub stance: Option<Stance>,
    /// How sure that is.
    pub confidence: Confidence,
    /// How far from the centre, in CSS pixels.
    pub distance: f64,
    /// Radius of the disc, in CSS pixels.
    pub radius: f64,
    /// Where the label stands, when there is room for it.
    pub(super) label: Option<Side>,
}

/// The picture at rest at the end of a year, one spot for each place that shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    spots: Vec<Option<Spot>>,
}

impl Stage {
    /// Sets out everyone at the end of a year.
    pub fn set(dataset: &Dataset, bearings: &Bearings, moment: &Moment, view: &View) -> Self {
        let rings = Rings::fit(view.size);
        let mut spots: Vec<Option<Spot>> =
            bearings.iter().map(|(id, place)| spot(dataset, place, id.index(), moment, rings)).collect();
        place_labels(dataset, bearings, view, rings, &mut spots);
        Self { spots }
    }

    /// How a place stands, if it shows at all.
    pub fn spot(&self, index: usize) -> Option<&Spot> {
        self.spots.get(index).and_then(Option::as_ref)
    }
}

fn spot(dataset: &Dataset, place: &Place, index: usize, moment: &Moment, rings: Rings) -> Option<Spot> {
    let actor = place.holder(dataset, moment.playhead())?;
    let standing = moment.standing(actor);
    if standing.is_none() && !moment.is_telling_absence(actor) {
        return None;
    }
    let stance = standing.map(|standing| standing.stance);
    let grain = rings.grain();
    // Neighbouring dots on one ring stand in three lanes so that none covers another.
    let lane = if place.prominence == 3 { (index * 2 % 3) as f64 - 1.0 } else { 0.0 };
    let radius = if stance.is_some() { DISCS[usize::from(place.prominence)] } else { DISCS[3] - 0.4 };
    Some(Spot {
        actor,
        stance,
        confidence: standing.map_or(Confidence::High, |standing| standing.confidence),
        distance: rings.radius(stance.unwrap_or(Stance::DISTANT)) + lane * LANE * rings.edge,
        radius: radius * grain,
        label: None,
    })
}

/// The type a place's label is set in: size and weight.
pub(super) fn face(place: &Place, rings: Rings) -> (f64, bool) {
    let size = TYPE[usize::from(place.prominence)] * rings.grain();
    (size.max(SMALLEST_TYPE), place.prominence == 1)
}

fn place_labels(dataset: &Dataset, bearings: &Bearings, view: &View, rings: Rings, spots: &mut [Option<Spot>]) {
    let mut obstacles = Obstacles::new(view.size);
    let name_type = name_size(rings);
    for stance in Stance::LADDER {
        let name = dataset.rules().stances[stance.ring()].to_ascii_uppercase();
        let at = name_place(rings, stance);
        obstacles.keep_clear(Frame::of_label(at, super::Anchor::Middle, width(&name, name_type, true), name_type));
    }
    obstacles.keep_clear(Frame::of_disc(rings.centre, ego_radius(rings)));
    let at = |place: &Place, spot: &Spot| Point::polar(rings.centre, place.bearing, spot.distance);
    for (place, spot) in bearings.places().iter().zip(spots.iter()) {
        let Some(spot) = spot else { continue };
        let frame = Frame::of_disc(at(place, spot), spot.radius);
        let small = place.prominence == 3 || spot.stance.is_none();
        obstacles.rather_clear(frame, if small { OVER_DOT } else { OVER_DISC });
        if place.prominence < 3 && spot.stance.is_some() {
            obstacles.rather_not_cross(rings.centre, at(place, spot));
        }
    }
    let focused: Vec<ActorId> = view.focus.ends().into_iter().flat_map(|end| holders(bearings, end)).collect();
    let rank = |index: usize| {
        let (focus, warmth) = spots[index].as_ref().map_or((false, 0), |spot| {
            (focused.contains(&spot.actor), spot.stance.map_or(0, |stance| stance.value().unsigned_abs()))
        });
        (!focus, bearings.places()[index].prominence, core::cmp::Reverse(warmth))
    };
    let turns = order(spots.len(), &|a, b| rank(a).cmp(&rank(b)));
    for index in turns {
        let place = &bearings.places()[index];
        let Some(spot) = spots[index].as_mut() else { continue };
        let focused = focused.contains(&spot.actor);
        // A dot is named where it says something: merely formal relations do not.
        let mute = spot.stance.is_none() || (place.prominence == 3 && spot.stance == Some(Stance::DISTANT));
        if (mute || (view.small && place.prominence > 1)) && !focused {
            continue;
        }
        let (size, bold) = face(place, rings);
        let text = &dataset.actor(spot.actor).short_name;
        // In a small picture a name that covers another mark would be read as that mark's.
        let limit = match (focused, view.small) {
            (false, true) => LIMITS[2],
            (true, _) => LIMITS[1],
            (false, false) => LIMITS[usize::from(place.prominence)],
        };
        let mark = (Point::polar(rings.centre, place.bearing, spot.distance), spot.radius);
        spot.label = obstacles.place(mark, place.bearing, (width(text, size, bold), size), limit);
    }
}

/// Radius of the ego's disc, in CSS pixels.
pub(super) fn ego_radius(rings: Rings) -> f64 {
    22.0 * rings.grain()
}
