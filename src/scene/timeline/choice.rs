//! Whose relations have a row of the timeline.

use crate::data::{ActorId, Dataset, Dyad, Prominence, sorted};
use crate::layout::{Focus, Layout, Slot};

/// So many principals have a row at the most, the first in the table.
const MOST_ROWS: usize = 40;
/// Without an ego, so many relations have a row at the most: of all, and of whoever is in focus.
const MOST_PAIRS: (usize, usize) = (12, 24);

/// Who has a row, and whether that is the reader's own choice.
pub(super) type Choice = (Vec<ActorId>, bool);

/// The principals, and whoever else is in focus; without an ego, pairs.
pub(super) fn choices(dataset: &Dataset, layout: &Layout, focus: Focus) -> Vec<Choice> {
    let Some(ego) = dataset.ego() else { return pairs(dataset, layout, focus) };
    let mut choices: Vec<Choice> = Vec::new();
    let mut found = focus == Focus::Nobody;
    let has_row = |slot: &&Slot| slot.prominence == Prominence::Principal && !slot.holders.contains(&ego);
    for slot in layout.slots().iter().filter(has_row).take(MOST_ROWS) {
        if let Some(first) = slot.holders.first() {
            let chosen = matches!(focus, Focus::Actor(actor) if slot.holders.contains(&actor));
            found |= chosen;
            choices.push((vec![*first], chosen));
        }
    }
    if !found {
        choices.insert(0, (focus.ends(), true));
    }
    choices
}

/// The relations of whoever is in focus, or of all: first those of the most prominent, then those that changed most often.
fn pairs(dataset: &Dataset, layout: &Layout, focus: Focus) -> Vec<Choice> {
    let first = |actor: ActorId| layout.of(actor).map_or(actor, |slot| layout.slot(slot).holders[0]);
    let centre = if let Focus::Actor(actor) = focus { Some(first(actor)) } else { None };
    // Whoever takes a place over goes on with its relations: they are one row.
    let mut found: Vec<(Dyad, usize)> = Vec::new();
    for (dyad, ties) in dataset.dyads() {
        let [a, b] = dyad.both().map(first);
        if let Some(dyad) = Dyad::new(a, b).filter(|dyad| centre.is_none_or(|actor| dyad.other(actor).is_some())) {
            found.push((dyad, ties.count()));
        }
    }
    let found = sorted(found, &|a, b| a.0.cmp(&b.0));
    let mut merged: Vec<(Dyad, usize)> = Vec::new();
    for (dyad, ties) in found {
        match merged.last_mut().filter(|(last, _)| *last == dyad) {
            Some((_, all)) => *all += ties,
            None => merged.push((dyad, ties)),
        }
    }
    let rank = |(dyad, ties): &(Dyad, usize)| {
        let [a, b] = dyad.both().map(|end| dataset.actor(end).prominence);
        (a.max(b), a.min(b), core::cmp::Reverse(*ties))
    };
    let most = if centre.is_some() { MOST_PAIRS.1 } else { MOST_PAIRS.0 };
    let chosen = |dyad: Dyad| focus == Focus::Tie(dyad);
    let mut choices: Vec<Choice> = Vec::new();
    for (dyad, _) in sorted(merged, &|a, b| rank(a).cmp(&rank(b))).into_iter().take(most) {
        // Whoever is in focus is named first.
        let ends = centre.and_then(|actor| Some(vec![actor, dyad.other(actor)?])).unwrap_or(dyad.both().to_vec());
        choices.push((ends, chosen(dyad)));
    }
    if matches!(focus, Focus::Tie(_)) && !choices.iter().any(|(_, chosen)| *chosen) {
        choices.insert(0, (focus.ends(), true));
    }
    choices
}
