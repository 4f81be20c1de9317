//! The picture at rest at the end of a year: who stands where, and which labels are shown.

use crate::data::{ActorId, ByProminence, Confidence, Dataset, Prominence, Stance, TieId, order};
use crate::layout::{Layout, Slot, holders, ring};
use crate::moment::Moment;

use super::background::{RingName, ring_names};
use super::label::{LabelPlace, Rect, width};
use super::obstacles::{Obstacles, Wanted};
use super::{RadialScale, View};

/// Size of a label's type, in CSS pixels at a scale factor of 1.
const TYPE: ByProminence<f64> = ByProminence { principal: 14.0, named: 12.0, minor: 10.5 };
/// How much wider the bold faces of common systems run than the table of letters, as a factor: `DejaVu Sans`, Verdana.
const WIDEST: f64 = 1.2;
/// What a label may cost to be shown, in the units of [`super::obstacles::cost`]; one that costs more is left out.
///
/// One with a story may cross some lines or stand off, but its leader passes over no disc; a dot may cross one line on
/// its best side.
const LIMITS: ByProminence<u32> = ByProminence { principal: DUE, named: 59, minor: 5 };
/// So many actors, those that matter most first, may be named: more than any picture has room for.
const MOST_NAMES: usize = 500;
/// A principal is named wherever there is room, as is whoever is in focus.
const DUE: u32 = 4000;

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
    pub(super) label: Option<LabelPlace>,
}

/// The picture at rest at the end of a year: one placement for each slot that shows, and the ties.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyframe {
    placements: Vec<Option<Placement>>,
    /// The ties that hold, in the order of their dyads; where the ego is the centre none is kept, because they move.
    ties: Vec<TieId>,
}

impl Keyframe {
    /// Where everyone stands at the end of a year, and which labels are shown.
    ///
    /// Labels are placed greedily: those that matter most first, each on the side that costs least; none is moved
    /// afterwards. It is fast enough for a frame, and a year's labels do not depend on the years before it.
    pub fn at(dataset: &Dataset, layout: &Layout, moment: &Moment, view: &View) -> Self {
        let scale = RadialScale::of(view, dataset.rungs());
        let mut placements: Vec<Option<Placement>> =
            layout.slots().iter().map(|slot| placement(dataset, layout, slot, moment, scale)).collect();
        let ties = if layout.is_fixed() { moment.ties(dataset).map(|(_, tie)| tie).collect() } else { Vec::new() };
        place_labels(dataset, layout, view, scale, (&mut placements, &ties));
        Self { placements, ties }
    }

    /// How a slot stands, if it shows at all.
    pub fn placement(&self, index: usize) -> Option<&Placement> {
        self.placements.get(index).and_then(Option::as_ref)
    }

    /// The ties that hold, in the order of their dyads, where everyone keeps one place.
    pub(super) fn ties(&self) -> &[TieId] {
        &self.ties
    }
}

fn placement(
    dataset: &Dataset,
    layout: &Layout,
    slot: &Slot,
    moment: &Moment,
    scale: RadialScale,
) -> Option<Placement> {
    let actor = slot.holder(dataset, moment.playhead())?;
    let standing = moment.standing(actor);
    let (fixed, discs) = (layout.is_fixed(), layout.discs());
    if !fixed && standing.is_none() && !moment.is_telling_absence(actor) {
        return None;
    }
    let stance = standing.map(|standing| standing.stance);
    let radius = match stance {
        _ if !fixed => discs.radius(slot.prominence, stance),
        _ if dataset.ego().is_none() => slot.radius,
        _ if Some(actor) == dataset.ego() => ring::ego_among_others(),
        // Size tells prominence alone: nobody grows by a tie.
        _ => discs.radius(slot.prominence, Some(Stance::DISTANT)),
    };
    Some(Placement {
        actor,
        stance,
        confidence: standing.map_or(Confidence::High, |standing| standing.confidence),
        distance: discs.distance(slot.prominence, stance, slot.lane()) * scale.edge,
        radius: radius * scale.scale_factor(),
        label: None,
    })
}

/// How a label is set.
#[derive(Clone, Copy)]
pub(super) struct Type {
    /// The room kept for it, in CSS pixels.
    pub(super) width: f64,
    /// In CSS pixels.
    pub(super) size: f64,
    pub(super) bold: bool,
}

impl Type {
    /// Of a name; that of an actor in focus is bold whatever its prominence.
    pub(super) fn of(text: &str, prominence: Prominence, is_marked: bool, (scale, least): (RadialScale, f64)) -> Self {
        let size = (TYPE.of(prominence) * scale.scale_factor()).max(least);
        let is_principal = prominence == Prominence::Principal;
        let bold = is_principal || is_marked;
        Self { width: width(text, size, bold) * if is_principal { WIDEST } else { 1.0 }, size, bold }
    }
}

fn place_labels(
    dataset: &Dataset,
    layout: &Layout,
    view: &View,
    scale: RadialScale,
    (placements, ties): (&mut [Option<Placement>], &[TieId]),
) {
    let fixed = layout.is_fixed();
    let mut obstacles = obstacles(dataset, layout, view, scale, placements);
    let focused: Vec<ActorId> = view.focus.ends().into_iter().flat_map(|end| holders(layout, end)).collect();
    let degrees = degrees(dataset, ties);
    let rank = |index: usize| {
        let prominence = layout.slots()[index].prominence;
        let (focus, first) = placements[index].as_ref().map_or((false, 0), |placement| {
            // Long names find a place less easily; principals always must.
            let first = match prominence {
                _ if fixed => degrees[placement.actor.index()],
                Prominence::Principal => dataset.actor(placement.actor).short_name.len() as u32,
                _ => placement.stance.map_or(0, |stance| stance.value().unsigned_abs().into()),
            };
            (focused.contains(&placement.actor), first)
        });
        (!focus, prominence, core::cmp::Reverse(first))
    };
    let first = order(placements.len(), &|a, b| rank(a).cmp(&rank(b)));
    let mut tried = 0;
    for index in first {
        let slot = &layout.slots()[index];
        let Some(placement) = placements[index].as_mut().filter(|_| tried < MOST_NAMES) else { continue };
        let focused = focused.contains(&placement.actor);
        // A dot on a ring is named where it says something: merely formal relations do not.
        let mute = placement.stance.is_none()
            || (slot.prominence == Prominence::Minor && placement.stance == Some(Stance::DISTANT));
        if ((mute && !fixed) || (view.small && slot.prominence != Prominence::Principal)) && !focused {
            continue;
        }
        tried += 1;
        let text = &dataset.actor(placement.actor).short_name;
        let Type { width, size, .. } = Type::of(text, slot.prominence, false, (scale, view.least_type));
        let is_due = focused || slot.prominence == Prominence::Principal;
        let stands_off = is_due || (!fixed && slot.prominence != Prominence::Minor);
        placement.label = obstacles.place(Wanted {
            at: scale.place(slot, placement.distance),
            radius: placement.radius,
            bearing: slot.bearing,
            type_of: (width, size),
            limit: if focused { DUE } else { LIMITS.of(slot.prominence) },
            places: if stands_off { LabelPlace::ALL } else { LabelPlace::BESIDE },
            scale_factor: scale.scale_factor(),
            leader_suffices: is_due,
        });
    }
}

/// How many of those ties each actor has; none counted where there are no ties.
fn degrees(dataset: &Dataset, ties: &[TieId]) -> Vec<u32> {
    let mut degrees = vec![0; dataset.actors().len()];
    for id in ties {
        let tie = dataset.tie(*id);
        degrees[tie.a.index()] += 1;
        degrees[tie.b.index()] += 1;
    }
    degrees
}

/// What labels must keep clear of: the rings' names, the ego, all discs, and the lines of those that are named.
fn obstacles(
    dataset: &Dataset,
    layout: &Layout,
    view: &View,
    scale: RadialScale,
    placements: &[Option<Placement>],
) -> Obstacles {
    let mut obstacles = Obstacles::new(view.size);
    let fixed = layout.is_fixed();
    for RingName { stance, at, size } in ring_names(dataset, view, scale) {
        // With room around it, so that no name seems to be one of the rings'.
        let wide = width(dataset.info().stance_name(stance), size, true);
        obstacles.keep_clear(Rect::of_label(at, super::Anchor::Middle, wide, size).grown(size));
    }
    if !fixed {
        obstacles.keep_clear(Rect::of_disc(scale.centre, ego_radius(scale)));
    }
    for (slot, placement) in layout.slots().iter().zip(placements) {
        let Some(placement) = placement else { continue };
        let at = scale.place(slot, placement.distance);
        let dot = fixed || slot.prominence == Prominence::Minor || placement.stance.is_none();
        let rim = if fixed || placement.stance.is_some() { 0.0 } else { ring::hollow_rim() * scale.scale_factor() };
        // A small picture has no room beside its dots: a name may stand on them.
        if view.small && slot.prominence != Prominence::Principal {
            obstacles.cross_at_cost(at, at);
            continue;
        }
        obstacles.keep_disc(at, placement.radius + rim);
        if !dot {
            obstacles.cross_at_cost(scale.centre, at);
        }
    }
    obstacles
}

/// Radius of the ego's disc, in CSS pixels.
pub(super) fn ego_radius(scale: RadialScale) -> f64 {
    ring::ego(scale.edge)
}
