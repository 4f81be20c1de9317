//! A slot in the picture, held by one actor after another.

use crate::data::{ActorId, Dataset, Dyad, Prominence};
use crate::time::{Date, Playhead};

/// A slot's index in [`super::Layout`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SlotId(pub(crate) u16);

impl SlotId {
    /// The slot as an index into [`super::Layout::slots`].
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// One slot in the picture: an actor and whoever took over from it whole, as Russia from the Soviet Union.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// Who holds it, earliest first; never two at a time.
    pub holders: Vec<ActorId>,
    /// Degrees clockwise from the top, the same for all years; where it is always in one place, to which side its label
    /// stands.
    pub bearing: f64,
    /// How far from the centre.
    pub stand: Stand,
    /// The highest of its holders.
    pub prominence: Prominence,
    /// Radius of its disc in a network without an ego, by its degree, in CSS pixels at a scale factor of 1; 0 with an ego.
    pub radius: f64,
}

/// How far from the centre a slot stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stand {
    /// On the ring of its stance, in a lane of the ring's band, the same for all years: −1 (innermost) to 1; 0 is on the
    /// ring.
    Lane(f64),
    /// Always in one place: to the right and down from the centre, each −1 to 1.
    Fixed {
        /// To the right.
        x: f64,
        /// Down.
        y: f64,
    },
}

impl Slot {
    /// The slot of those who hold it one after the other.
    pub(super) fn new(dataset: &Dataset, holders: Vec<ActorId>, bearing: f64, stand: Stand) -> Self {
        let prominences = holders.iter().map(|holder| dataset.actor(*holder).prominence);
        let prominence = prominences.min().unwrap_or(Prominence::Minor);
        Self { holders, bearing, stand, prominence, radius: 0.0 }
    }

    /// The lane in its ring's band; 0 where it stands on no ring.
    pub const fn lane(&self) -> f64 {
        if let Stand::Lane(lane) = self.stand { lane } else { 0.0 }
    }

    /// Who holds it at the playhead; when nobody does, nobody.
    pub fn holder(&self, dataset: &Dataset, playhead: Playhead) -> Option<ActorId> {
        self.holders.iter().copied().find(|actor| dataset.actor(*actor).exists(playhead))
    }
}

/// Every chain of actors that follow one another whole: round the ego, without it and without those that never appear;
/// where everyone keeps a `fixed` place, of all actors; where the dataset gives positions, each chain at one.
///
/// A successor takes the slot over when nobody else starts or ends with it:
/// it starts where the forerunner ends, and no other forerunner ends there.
pub(super) fn chains(dataset: &Dataset, fixed: bool) -> Vec<Vec<ActorId>> {
    let actors = dataset.actors();
    let start = |actor: ActorId| dataset.actor(actor).from.map_or(f64::MIN, Date::instant);
    let end = |actor: ActorId| dataset.actor(actor).to.map_or(f64::MAX, Date::instant);
    let meets = |actor: ActorId, successor: ActorId| (start(successor) - end(actor)).abs() < MEETS;
    // How many end where each starts.
    let mut rivals = vec![0_u8; actors.len()];
    for (id, actor) in dataset.actor_ids().zip(actors) {
        for successor in &actor.successors {
            let rivals = &mut rivals[successor.index()];
            *rivals = rivals.saturating_add(meets(id, *successor).into());
        }
    }
    let given = fixed && dataset.has_positions();
    let heir = |actor: ActorId| -> Option<ActorId> {
        let &[successor] = dataset.actor(actor).successors.as_slice() else { return None };
        let moves = given && dataset.actor(actor).position != dataset.actor(successor).position;
        (!moves && meets(actor, successor) && rivals[successor.index()] == 1).then_some(successor)
    };
    let mut inherits = vec![0_u8; actors.len()];
    for actor in dataset.actor_ids() {
        if let Some(successor) = heir(actor) {
            inherits[successor.index()] = 1;
        }
    }
    dataset
        .actor_ids()
        .filter(|actor| (fixed || Some(*actor) != dataset.ego()) && inherits[actor.index()] == 0)
        .map(|first| {
            let mut chain = vec![first];
            while let Some(next) = chain.last().copied().and_then(heir) {
                // It ends: no dataset holds a ring of successors.
                chain.push(next);
            }
            chain
        })
        .filter(|chain| fixed || chain.iter().any(|actor| appears(dataset, *actor)))
        .collect()
}

/// Two lives meet when less than this lies between them, in years: about two weeks.
const MEETS: f64 = 0.04;

/// Whether the actor ever has something to show: a tie with the ego, or acts towards it or its rival.
fn appears(dataset: &Dataset, actor: ActorId) -> bool {
    let Some(ego) = dataset.ego() else { return false };
    let tied = Dyad::new(actor, ego).is_some_and(|dyad| dataset.ties_between(dyad).next().is_some());
    let acted = |toward| dataset.acts_toward(actor, toward).next().is_some();
    tied || acted(ego) || dataset.info().rival.is_some_and(acted)
}
