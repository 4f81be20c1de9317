//! A second year under the shown one: who moved which way, who came, who went.

use crate::data::{ActorId, Dataset, Stance, sorted};
use crate::moment::Moment;

use super::{Layout, SlotId};

/// How one slot differs between two moments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The slot.
    pub slot: SlotId,
    /// Who holds it at the later-named moment, or else held it at the other.
    pub actor: ActorId,
    /// How it stood then; `None` without relations.
    pub then: Option<Stance>,
    /// How it stands now; `None` without relations.
    pub now: Option<Stance>,
}

impl Difference {
    /// Steps towards the ego; what came or went has none.
    pub fn steps(&self) -> Option<i8> {
        Some(self.now?.value() - self.then?.value())
    }
}

/// Who stands otherwise at `now` than at `then`: those who came nearer first, by the number of steps,
/// then those who moved away, who came, who went; within these the ones that matter most first.
///
/// A slot passes from one actor to its heir, so that Russia is held against the Soviet Union.
pub fn differences(dataset: &Dataset, layout: &Layout, then: &Moment, now: &Moment) -> Vec<Difference> {
    let at = |moment: &Moment, id: SlotId| {
        let actor = layout.slot(id).holder(dataset, moment.playhead())?;
        Some((actor, moment.standing(actor)?.stance))
    };
    let mut list = Vec::new();
    for (slot, _) in layout.iter() {
        let (before, after) = (at(then, slot), at(now, slot));
        let (was, is) = (before.map(|(_, stance)| stance), after.map(|(_, stance)| stance));
        if let Some((actor, _)) = after.or(before).filter(|_| was != is) {
            list.push(Difference { slot, actor, then: was, now: is });
        }
    }
    let rank = |difference: &Difference| {
        let group = match difference.steps() {
            Some(steps) if steps > 0 => 0,
            Some(_) => 1,
            None if difference.now.is_some() => 2,
            None => 3,
        };
        let steps = difference.steps().unwrap_or(0).unsigned_abs();
        (group, layout.slot(difference.slot).prominence, core::cmp::Reverse(steps))
    };
    let name = |difference: &Difference| &dataset.actor(difference.actor).short_name;
    sorted(list, &|a, b| rank(a).cmp(&rank(b)).then_with(|| name(a).cmp(name(b))))
}
