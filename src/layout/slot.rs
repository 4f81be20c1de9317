//! A slot in the picture, held by one actor after another.

use crate::data::{ActorId, Dataset, Dyad, Prominence};
use crate::time::{Date, Playhead};

/// A slot's index in [`super::EgoLayout`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SlotId(pub(crate) u16);

impl SlotId {
    /// The slot as an index into [`super::EgoLayout::slots`].
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// One slot in the picture: an actor and whoever took over from it whole, as Russia from the Soviet Union.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// Who holds it, earliest first; never two at a time.
    pub holders: Vec<ActorId>,
    /// Degrees clockwise from the top, the same for all years.
    pub bearing: f64,
    /// Where in a ring's band it stands, the same for all years: −1 (innermost) to 1; 0 is on the ring.
    pub lane: f64,
    /// The highest of its holders.
    pub prominence: Prominence,
}

impl Slot {
    /// Who holds it at the playhead; when nobody does, nobody.
    pub fn holder(&self, dataset: &Dataset, playhead: Playhead) -> Option<ActorId> {
        self.holders.iter().copied().find(|actor| dataset.actor(*actor).exists(playhead))
    }
}

/// Every chain of actors that follow one another whole, without the ego and without those that never appear.
///
/// A successor takes the slot over when nobody else starts or ends with it:
/// it starts where the forerunner ends, and no other forerunner ends there.
pub(super) fn chains(dataset: &Dataset) -> Vec<Vec<ActorId>> {
    let start = |actor: ActorId| dataset.actor(actor).from.map_or(f64::MIN, Date::instant);
    let end = |actor: ActorId| dataset.actor(actor).to.map_or(f64::MAX, Date::instant);
    let meets = |actor: ActorId, successor: ActorId| (start(successor) - end(actor)).abs() < MEETS;
    let heir = |actor: ActorId| -> Option<ActorId> {
        let &[successor] = dataset.actor(actor).successors.as_slice() else { return None };
        let rivals = dataset.forerunners(successor).iter().filter(|rival| meets(**rival, successor)).count();
        (meets(actor, successor) && rivals == 1).then_some(successor)
    };
    let inherits =
        |actor: ActorId| dataset.forerunners(actor).iter().any(|forerunner| heir(*forerunner) == Some(actor));
    dataset
        .actor_ids()
        .filter(|actor| *actor != dataset.info().ego && !inherits(*actor))
        .map(|first| {
            let mut chain = vec![first];
            while let Some(next) = chain.last().copied().and_then(heir) {
                // It ends: no dataset holds a ring of successors.
                chain.push(next);
            }
            chain
        })
        .filter(|chain| chain.iter().any(|actor| appears(dataset, *actor)))
        .collect()
}

/// Two lives meet when less than this lies between them, in years: about two weeks.
const MEETS: f64 = 0.04;

/// Whether the actor ever has something to show: a tie with the ego, or acts towards it or its rival.
fn appears(dataset: &Dataset, actor: ActorId) -> bool {
    let info = dataset.info();
    let tied = Dyad::new(actor, info.ego).is_some_and(|dyad| dataset.ties_between(dyad).next().is_some());
    let acted = |toward| dataset.acts_toward(actor, toward).next().is_some();
    tied || acted(info.ego) || info.rival.is_some_and(acted)
}
