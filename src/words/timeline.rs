//! The rows of the timeline.

use crate::data::{ActorId, Confidence, Dataset, Prominence, Stance, Tie, TieId, joined};
use crate::layout::{Layout, holders};

use super::Row;
use super::row::name;
use super::standing::{UNCODED, span, stance_name};

/// What a row is called, after all who held the slot: `Soviet Union / Russia`; for two others `China – Japan`.
pub fn place_name(dataset: &Dataset, layout: &Layout, ends: &[ActorId]) -> String {
    let names = |end: &ActorId| {
        let names: Vec<&str> = holders(layout, *end).into_iter().map(|actor| name(dataset, actor)).collect();
        joined(&names, " / ")
    };
    joined(&ends.iter().map(names).collect::<Vec<_>>(), " – ")
}

/// What height and marks mean in the rows, in sentences.
pub fn key_to_timeline(dataset: &Dataset) -> String {
    let mut text = format!(
        "The line is {}: warmer is above it, colder below. ▲▼\u{a0}Events for better or worse, larger where more changed.",
        if dataset.info().has_rung(Stance::DISTANT) { stance_name(dataset, Stance::DISTANT) } else { "0" }
    );
    // Of what the rows show while nobody is in focus.
    let has_row = |actor: ActorId| dataset.actor(actor).prominence == Prominence::Principal;
    let is_shown = |tie: &&Tie| dataset.ego().is_none() || dataset.alter(tie.dyad()).is_some_and(has_row);
    let ties: Vec<&Tie> = dataset.ties().into_iter().filter(is_shown).collect();
    if ties.iter().any(|tie| tie.alternative.is_some()) {
        text.push_str(" Dashed: another reading.");
    }
    let is_coded = |confidence| ties.iter().any(|tie| tie.confidence == confidence);
    if is_coded(Confidence::Medium) {
        text.push_str(" Pale:\u{a0}less certain.");
    }
    let is_guessed = dataset.events().iter().any(|event| event.confidence == Confidence::Low);
    match (is_coded(Confidence::Low), is_guessed) {
        (true, _) => text.push_str(" Striped or hollow: uncertain."),
        (false, true) => text.push_str(" Hollow: uncertain."),
        (false, false) => {}
    }
    text
}

/// A row with what holds in it: the slot of one actor, or of two, its name and its tie. Its text names its button: who,
/// how, and from when to when.
pub fn timeline_row<'a>(dataset: &Dataset, ends: &[ActorId], label: &str, tie: Option<TieId>) -> Row<'a> {
    let codes: Vec<&str> = ends.iter().map(|end| dataset.actor(*end).code.as_str()).collect();
    let stance = tie.map(|id| dataset.tie(id).stance);
    let how = stance.map_or(UNCODED, |stance| stance_name(dataset, stance));
    let when = tie.map_or(String::new(), |id| format!(", {}", span(dataset.tie(id).spell)));
    let text = format!("{label}: {how}{when}; put into focus");
    let mut row = Row::new(&joined(&codes, "-"), label, how, String::new(), &text);
    row.stance = stance.map(Stance::value);
    row
}
