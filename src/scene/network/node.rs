//! One mark of the network on its way from one year to the next.

use crate::data::{ActorId, Confidence, Dataset, Stance};
use crate::layout::{Slot, Stand};
use crate::moment::Moment;
use crate::time::smoothstep;

use super::super::keyframe::Placement;
use super::super::label::LabelPlace;
use super::super::{Point, RadialScale};

/// One mark as it is at the playhead.
pub(super) struct Node<'a> {
    pub(super) slot: &'a Slot,
    pub(super) actor: ActorId,
    /// `None` for a telling absence, drawn hollow.
    pub(super) stance: Option<Stance>,
    pub(super) confidence: Confidence,
    pub(super) at: Point,
    /// In CSS pixels.
    pub(super) radius: f64,
    /// Its opacity while it comes or goes, 0 to 1.
    pub(super) alpha: f64,
    /// How far it or its label moves in this year, in CSS pixels.
    pub(super) way: f64,
    /// How strongly it wears the ring of a change, 0 to 1.
    pub(super) ring: f64,
    /// Where its label stood and where it will stand, each with its opacity.
    pub(super) labels: [Option<(LabelPlace, f64)>; 2],
}

impl<'a> Node<'a> {
    /// A mark that comes or goes without moving.
    pub(super) fn fading(slot: &'a Slot, placement: &Placement, scale: RadialScale, alpha: f64, ring: f64) -> Self {
        Self {
            slot,
            actor: placement.actor,
            stance: placement.stance,
            confidence: placement.confidence,
            at: scale.place(slot, placement.distance),
            radius: placement.radius,
            alpha,
            way: 0.0,
            ring,
            labels: [placement.label.map(|place| (place, 1.0)), None],
        }
    }

    /// A mark that stands, or moves along its bearing.
    pub(super) fn moving(
        dataset: &Dataset,
        slot: &'a Slot,
        moment: &Moment,
        (old, new): (&Placement, &Placement),
        phases: Phases,
        scale: RadialScale,
    ) -> Self {
        let distance = old.distance + (new.distance - old.distance) * phases.moving;
        // A category switches on its date, though the mark is still on its way.
        let actor = slot.holder(dataset, moment.playhead()).unwrap_or(new.actor);
        let now = moment.standing(actor);
        let stance = match (slot.stand, new.stance) {
            (Stand::Fixed { .. }, _) => now.map(|standing| standing.stance),
            (Stand::Lane(_), Some(_)) => now.map_or(new.stance, |standing| Some(standing.stance)),
            (Stand::Lane(_), None) => None,
        };
        let show = |label: Option<LabelPlace>, alpha: f64| label.map(|place| (place, alpha)).filter(|_| alpha > 0.0);
        // A name that is shown at both ends glides on its side, or appears on the other once it has faded on this one:
        // two names at one mark would be taken for two marks.
        let (labels, glide) = match (old.label, new.label) {
            (Some(from), Some(to)) if from.is_beside(to) => {
                ([show(Some(from.towards(to, phases.moving)), 1.0), None], from.way(to))
            }
            (Some(_), Some(_)) => {
                ([show(old.label, 1.0 - 2.0 * phases.moving), show(new.label, 2.0 * phases.moving - 1.0)], 0.0)
            }
            _ => ([show(old.label, phases.leaving), show(new.label, phases.arriving)], 0.0),
        };
        Self {
            slot,
            actor,
            stance,
            confidence: now.map_or(new.confidence, |standing| standing.confidence),
            at: scale.place(slot, distance),
            radius: old.radius + (new.radius - old.radius) * phases.moving,
            alpha: 1.0,
            way: (new.distance - old.distance).abs() + glide,
            ring: if old.stance == new.stance { 0.0 } else { phases.old_ring.max(phases.new_ring) },
            labels,
        }
    }
}

/// How far each phase of a year's transition has come, 0 to 1.
#[derive(Clone, Copy)]
pub(super) struct Phases {
    /// Opacity of what goes.
    pub(super) leaving: f64,
    /// Share of the way that what moves has gone.
    pub(super) moving: f64,
    /// Opacity of what comes.
    pub(super) arriving: f64,
    /// Opacity of the ring round what is about to change.
    pub(super) old_ring: f64,
    /// Opacity of the ring round what has changed.
    pub(super) new_ring: f64,
}

impl Phases {
    /// The phases when `progress`, 0 to 1, of the year has passed.
    pub(super) fn at(progress: f64) -> Self {
        let phase = |from: f64, to: f64| smoothstep(((progress - from) / (to - from)).clamp(0.0, 1.0));
        Self {
            leaving: 1.0 - phase(0.1, 0.42),
            moving: phase(0.15, 0.85),
            arriving: phase(0.6, 0.95),
            old_ring: phase(0.0, 0.1) * (1.0 - phase(0.25, 0.5)),
            new_ring: phase(0.55, 0.9),
        }
    }
}
