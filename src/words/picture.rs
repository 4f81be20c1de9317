//! The picture in words, for those who cannot see it.

use crate::data::{ActorId, Dataset, Prominence, Stance, joined, sorted};
use crate::moment::Moment;

use super::counts::counts;
use super::row::name;
use super::standing::stance_name;
use super::{capitalised, counted};

/// How many names a rung lists.
const NAMES: usize = 8;
/// A rung of no more than this many lists even those that the picture does not name.
const FEW: usize = 6;

/// What a picture of a year is called: `North Korea’s friends and foes at the end of 1972`.
pub fn picture_title(dataset: &Dataset, year: i16) -> String {
    format!("{} at the end of {year}", dataset.info().title)
}

/// What the picture shows, as a paragraph: the counts, then each rung with the names worth naming.
pub fn description(dataset: &Dataset, moment: &Moment) -> String {
    let year = moment.playhead().shown_year();
    let mut text = format!("Relations with {} at the end of {year}.", name(dataset, dataset.info().ego));
    let mut add = |sentence: &str| {
        if !sentence.is_empty() {
            text.push(' ');
            text.push_str(sentence);
        }
    };
    add(&counts(dataset, moment));
    for stance in Stance::LADDER {
        let actors: Vec<ActorId> =
            moment.alters().filter(|(_, standing)| standing.stance == stance).map(|(actor, _)| actor).collect();
        if !actors.is_empty() {
            add(&format!("{}: {}.", capitalised(stance_name(dataset, stance)), list(dataset, actors)));
        }
    }
    text
}

/// `China, Soviet Union and 12 more`.
fn list(dataset: &Dataset, actors: Vec<ActorId>) -> String {
    let prominence = |actor: &ActorId| dataset.actor(*actor).prominence;
    let actors = sorted(actors, &|a, b| prominence(a).cmp(&prominence(b)));
    let is_named = |actor: &&ActorId| prominence(actor) < Prominence::Minor || actors.len() <= FEW;
    let names: Vec<&str> = actors.iter().filter(is_named).map(|actor| name(dataset, *actor)).take(NAMES).collect();
    let others = actors.len() - names.len();
    match (names.as_slice(), others) {
        ([], others) => counted(others, "actor"),
        ([one], 0) => (*one).to_owned(),
        ([most @ .., last], 0) => format!("{} and {last}", joined(most, ", ")),
        (names, others) => format!("{} and {others} more", joined(names, ", ")),
    }
}

/// What the picture shows, as alternative text: [`description`], and how whoever is in focus stands, since when and why.
#[cfg(not(target_arch = "wasm32"))]
pub fn alt_text(
    dataset: &Dataset,
    layout: &crate::layout::Layout,
    moment: &Moment,
    focus: crate::layout::Focus,
) -> String {
    let mut text = description(dataset, moment);
    if let Some(row) = super::standing(dataset, layout, moment, focus) {
        let said = super::sentence_of(&super::in_focus(&row));
        let doubt = super::sentence_of(&capitalised(row.doubt));
        for part in [&said, &super::sentence_of(&row.text), &row.alternative, &doubt] {
            if !part.is_empty() {
                text.push(' ');
                text.push_str(part);
            }
        }
    }
    text
}

/// What the timeline shows, as alternative text.
#[cfg(not(target_arch = "wasm32"))]
pub fn timeline_description(dataset: &Dataset) -> String {
    let info = dataset.info();
    let mut parts = vec![format!("how the principal actors stood to {}", name(dataset, info.ego))];
    if info.counts_relations {
        parts.push("how many states had relations".to_owned());
    }
    if !dataset.eras().is_empty() {
        parts.push("the eras".to_owned());
    }
    let text = match parts.as_slice() {
        [most @ .., last] if !most.is_empty() => format!("{} and {last}", joined(most, ", ")),
        parts => joined(parts, ""),
    };
    super::sentence_of(&capitalised(&text))
}

/// As much of a text as `most` characters hold, to the end of a sentence where one ends, or else of a word.
#[cfg(not(target_arch = "wasm32"))]
pub fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut = text.char_indices().nth(most.saturating_sub(1)).map_or(text.len(), |(at, _)| at);
    let head = &text[..cut];
    match head.rfind(". ") {
        Some(end) => head[..=end].to_owned(),
        None => format!("{}…", head.rsplit_once(' ').map_or(head, |(words, _)| words)),
    }
}
