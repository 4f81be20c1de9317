//! The picture at rest at the end of a year: who stands where, and which labels are shown.

use crate::data::{ActorId, Confidence, Dataset, Stance, order};
use crate::layout::{EgoLayout, Slot, holders};
use crate::moment::Moment;

use super::background::{name_place, name_size};
use super::label::{OVER_DISC, OVER_DOT, Obstacles, Rect, Side, width};
use super::{Point, RadialScale, View};

/// Radius of a disc in CSS pixels at a scale factor of 1: principal, named, dot.
const DISCS: [f64; 4] = [9.5, 9.5, 5.6, 2.9];
/// Type sizes in CSS pixels at a scale factor of 1.
const TYPE: [f64; 4] = [14.0, 14.0, 12.0, 10.5];
/// Type is never smaller than this, in CSS pixels.
const SMALLEST_TYPE: f64 = 10.0;
/// What a label may cost to be placed: principal, named, dot.
const LIMITS: [u32; 4] = [400, 400, 20, 5];
/// How far the dots' lanes are apart, as a share of the edge.
const LANE: f64 = 0.024;

/// How a slot stands at the end of a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placement {
    /// Who holds the slot.
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

/// The picture at rest at the end of a year, one placement for each slot that shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyframe {
    placements: Vec<Option<Placement>>,
}

impl Keyframe {
    /// Sets out everyone at the end of a year.
    pub fn at(dataset: &Dataset, layout: &EgoLayout, moment: &Moment, view: &View) -> Self {
        let scale = RadialScale::fit(view.size);
        let mut placements: Vec<Option<Placement>> =
            layout.iter().map(|(id, slot)| placement(dataset, slot, id.index(), moment, scale)).collect();
        place_labels(dataset, layout, view, scale, &mut placements);
        Self { placements }
    }

    /// How a slot stands, if it shows at all.
    pub fn placement(&self, index: usize) -> Option<&Placement> {
        self.placements.get(index).and_then(Option::as_ref)
    }
}

fn placement(dataset: &Dataset, slot: &Slot, index: usize, moment: &Moment, scale: RadialScale) -> Option<Placement> {
    let actor = slot.holder(dataset, moment.playhead())?;
    let standing = moment.standing(actor);
    if standing.is_none() && !moment.is_telling_absence(actor) {
        return None;
    }
    let stance = standing.map(|standing| standing.stance);
    let scale_factor = scale.scale_factor();
    // Neighbouring dots on one ring stand in three lanes so that none covers another.
    let lane = if slot.prominence == 3 { (index * 2 % 3) as f64 - 1.0 } else { 0.0 };
    let radius = if stance.is_some() { DISCS[usize::from(slot.prominence)] } else { DISCS[3] - 0.4 };
    Some(Placement {
        actor,
        stance,
        confidence: standing.map_or(Confidence::High, |standing| standing.confidence),
        distance: scale.radius(stance.unwrap_or(Stance::DISTANT)) + lane * LANE * scale.edge,
        radius: radius * scale_factor,
        label: None,
    })
}

/// The type a slot's label is set in: size and weight.
pub(super) fn face(slot: &Slot, scale: RadialScale) -> (f64, bool) {
    let size = TYPE[usize::from(slot.prominence)] * scale.scale_factor();
    (size.max(SMALLEST_TYPE), slot.prominence == 1)
}

fn place_labels(
    dataset: &Dataset,
    layout: &EgoLayout,
    view: &View,
    scale: RadialScale,
    placements: &mut [Option<Placement>],
) {
    let mut obstacles = Obstacles::new(view.size);
    let name_type = name_size(scale);
    for stance in Stance::LADDER {
        let name = dataset.info().stances[stance.ring()].to_ascii_uppercase();
        let at = name_place(scale, stance);
        obstacles.keep_clear(Rect::of_label(at, super::Anchor::Middle, width(&name, name_type, true), name_type));
    }
    obstacles.keep_clear(Rect::of_disc(scale.centre, ego_radius(scale)));
    let at = |slot: &Slot, placement: &Placement| Point::polar(scale.centre, slot.bearing, placement.distance);
    for (slot, placement) in layout.slots().iter().zip(placements.iter()) {
        let Some(placement) = placement else { continue };
        let frame = Rect::of_disc(at(slot, placement), placement.radius);
        let small = slot.prominence == 3 || placement.stance.is_none();
        obstacles.rather_clear(frame, if small { OVER_DOT } else { OVER_DISC });
        if slot.prominence < 3 && placement.stance.is_some() {
            obstacles.rather_not_cross(scale.centre, at(slot, placement));
        }
    }
    let focused: Vec<ActorId> = view.focus.ends().into_iter().flat_map(|end| holders(layout, end)).collect();
    let rank = |index: usize| {
        let (focus, warmth) = placements[index].as_ref().map_or((false, 0), |placement| {
            (focused.contains(&placement.actor), placement.stance.map_or(0, |stance| stance.value().unsigned_abs()))
        });
        (!focus, layout.slots()[index].prominence, core::cmp::Reverse(warmth))
    };
    let turns = order(placements.len(), &|a, b| rank(a).cmp(&rank(b)));
    for index in turns {
        let slot = &layout.slots()[index];
        let Some(placement) = placements[index].as_mut() else { continue };
        let focused = focused.contains(&placement.actor);
        // A dot is named where it says something: merely formal relations do not.
        let mute = placement.stance.is_none() || (slot.prominence == 3 && placement.stance == Some(Stance::DISTANT));
        if (mute || (view.small && slot.prominence > 1)) && !focused {
            continue;
        }
        let (size, bold) = face(slot, scale);
        let text = &dataset.actor(placement.actor).short_name;
        // In a small picture a name that covers another mark would be read as that mark's.
        let limit = match (focused, view.small) {
            (false, true) => LIMITS[2],
            (true, _) => LIMITS[1],
            (false, false) => LIMITS[usize::from(slot.prominence)],
        };
        let mark = (Point::polar(scale.centre, slot.bearing, placement.distance), placement.radius);
        placement.label = obstacles.place(mark, slot.bearing, (width(text, size, bold), size), limit);
    }
}

/// Radius of the ego's disc, in CSS pixels.
pub(super) fn ego_radius(scale: RadialScale) -> f64 {
    22.0 * scale.scale_factor()
}
