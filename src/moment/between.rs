//! What happened between two places of the picture.

use crate::data::{ActorId, Dataset, Dyad, EventId};

/// The events between whoever is among `these` and whoever is among `those`, by date: those with an effect on their
/// relation, with the strongest change (−2 to +2), and those in which both only took part, with `None`.
///
/// The ego takes part in nearly everything: where `those` is the ego alone, one of `these` is enough to take part.
/// Where `those` is empty it stands for everybody.
pub fn events_between(dataset: &Dataset, these: &[ActorId], those: &[ActorId]) -> Vec<(EventId, Option<i8>)> {
    let with_anyone = those.is_empty();
    let with_ego = with_anyone || dataset.ego().is_some_and(|ego| those == [ego]);
    let joins = |dyad: Dyad| {
        let ends = dyad.both();
        ends.iter().any(|end| these.contains(end)) && (with_anyone || ends.iter().any(|end| those.contains(end)))
    };
    let mut found = Vec::new();
    for id in dataset.event_ids() {
        let event = dataset.event(id);
        let effects = event.effects.iter().filter(|effect| joins(effect.dyad));
        let change = effects.map(|effect| effect.change).max_by_key(|change| change.unsigned_abs());
        let there = |list: &[ActorId]| event.actors.iter().any(|actor| list.contains(actor));
        if change.is_some() || (there(these) && (with_ego || there(those))) {
            found.push((id, change));
        }
    }
    found
}
