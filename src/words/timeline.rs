//! The rows of the timeline.

use crate::data::{ActorId, Confidence, Dataset, Prominence, Stance, Tie, TieId, joined};
use crate::layout::{Layout, holders};

use super::Row;
use super::message::Fixed;
use super::messages as say;
use super::row::name;
use super::standing::{span, stance_name};

/// What a row is called, after all who held the slot: `Soviet Union / Russia`; for two others `China – Japan`.
pub fn place_name(dataset: &Dataset, layout: &Layout, ends: &[ActorId]) -> String {
    let names = |end: &ActorId| {
        let mut text = String::new();
        for actor in holders(layout, *end) {
            let name = name(dataset, actor);
            text = if text.is_empty() { name.to_owned() } else { say::place_next(dataset, &text, name) };
        }
        text
    };
    match ends {
        [one, other] => say::pair(dataset, &names(one), &names(other)),
        ends => ends.iter().map(names).collect(),
    }
}

/// What the curves of the timeline show.
pub fn curves_head(dataset: &Dataset) -> &'static str {
    say::CURVES_HEAD.of(dataset)
}

/// What height and marks mean in the rows, in sentences.
pub fn key_to_timeline(dataset: &Dataset) -> String {
    let has_line = dataset.info().has_rung(Stance::DISTANT);
    let mut text = say::timeline_key(dataset, if has_line { stance_name(dataset, Stance::DISTANT) } else { "0" });
    let mut add = |sentence: Fixed| {
        text.push(' ');
        text.push_str(sentence.of(dataset));
    };
    // Of what the rows show while nobody is in focus.
    let has_row = |actor: ActorId| dataset.actor(actor).prominence == Prominence::Principal;
    let is_shown = |tie: &&Tie| dataset.ego().is_none() || dataset.alter(tie.dyad()).is_some_and(has_row);
    let ties: Vec<&Tie> = dataset.ties().into_iter().filter(is_shown).collect();
    if ties.iter().any(|tie| tie.alternative.is_some()) {
        add(say::TIMELINE_KEY_ANOTHER);
    }
    let is_coded = |confidence| ties.iter().any(|tie| tie.confidence == confidence);
    if is_coded(Confidence::Medium) {
        add(say::TIMELINE_KEY_PALE);
    }
    let is_guessed = dataset.events().iter().any(|event| event.confidence == Confidence::Low);
    match (is_coded(Confidence::Low), is_guessed) {
        (true, _) => add(say::TIMELINE_KEY_STRIPED),
        (false, true) => add(say::TIMELINE_KEY_HOLLOW),
        (false, false) => {}
    }
    text
}

/// A row with what holds in it: the slot of one actor, or of two, its name and its tie. Its text names its button: who,
/// how, and from when to when.
pub fn timeline_row<'a>(dataset: &Dataset, ends: &[ActorId], label: &str, tie: Option<TieId>) -> Row<'a> {
    let codes: Vec<&str> = ends.iter().map(|end| dataset.actor(*end).code.as_str()).collect();
    let stance = tie.map(|id| dataset.tie(id).stance);
    let how = stance.map_or(say::NOT_CODED.of(dataset), |stance| stance_name(dataset, stance));
    let when = tie.map_or(String::new(), |id| span(dataset, dataset.tie(id).spell));
    let text = say::timeline_row(dataset, label, how, &when);
    let mut row = Row::new(&joined(&codes, "-"), label, how, String::new(), &text);
    row.stance = stance.map(Stance::value);
    row
}
