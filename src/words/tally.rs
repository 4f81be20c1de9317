//! How many ties there are of each stance.

use crate::data::{ActorId, Dataset, Stance};
use crate::moment::Moment;

/// How many ties of each stance hold, of all or of an actor: those of which there are any, warmest first.
#[inline(never)]
pub(super) fn by_stance(dataset: &Dataset, moment: &Moment, of: Option<ActorId>) -> Vec<(Stance, u32)> {
    let rungs = dataset.rungs();
    let mut numbers: Vec<(Stance, u32)> = rungs.list().into_iter().map(|stance| (stance, 0)).collect();
    for (dyad, tie) in moment.ties(dataset) {
        if of.is_none_or(|actor| dyad.other(actor).is_some()) {
            numbers[rungs.ring(dataset.tie(tie).stance)].1 += 1;
        }
    }
    numbers.retain(|(_, number)| *number > 0);
    numbers
}
