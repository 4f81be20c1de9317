//! The picture in words, for those who cannot see it.

use crate::data::{ActorId, Dataset, Prominence, Stance, TieId, Weight, sorted};
use crate::moment::Moment;

use super::counts::{counts, outside};
use super::date::end_of;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
use super::date::yes_or_no;
use super::messages as say;
use super::row::name;
use super::standing::stance_name;
use super::strength::measured;
use super::{capitalised, list};

/// How many names a rung lists, and how many pairs where there is no ego.
const NAMES: usize = 8;
const PAIRS: usize = 5;
/// A rung of no more than this many lists even those that the picture does not name.
const FEW: usize = 6;

/// What a picture of a year is called: `North Korea’s friends and foes at the end of 1972`.
pub fn picture_title(dataset: &Dataset, year: i16) -> String {
    say::picture_title(dataset, &dataset.info().title, &end_of(dataset, year))
}

/// What the picture shows, as a paragraph: the counts, then each rung with the names worth naming.
pub fn description(dataset: &Dataset, moment: &Moment) -> String {
    let end = end_of(dataset, moment.playhead().shown_year());
    let mut text = if let Some(ego) = dataset.ego() {
        say::picture_round(dataset, name(dataset, ego), &end)
    } else {
        let there = dataset.actors().iter().filter(|actor| actor.exists(moment.playhead())).count();
        say::picture_among(dataset, there as i32, &end)
    };
    let mut add = |sentence: &str| {
        if !sentence.is_empty() {
            text.push(' ');
            text.push_str(sentence);
        }
    };
    add(&counts(dataset, moment));
    let ties = by_rank(dataset, moment);
    for stance in dataset.rungs().list() {
        let names =
            if dataset.ego().is_some() { actors(dataset, moment, stance) } else { pairs(dataset, &ties, stance) };
        if !names.is_empty() {
            add(&say::picture_stance(dataset, &capitalised(stance_name(dataset, stance)), &names));
        }
    }
    add(&outside(dataset, moment));
    text
}

/// The ties that hold, the heaviest first, or where there are no weights those of the most prominent.
#[inline(never)]
pub(super) fn by_rank(dataset: &Dataset, moment: &Moment) -> Vec<TieId> {
    let ties: Vec<TieId> = moment.ties(dataset).map(|(_, tie)| tie).collect();
    if dataset.has_weights() {
        let weight = |id: &TieId| dataset.tie(*id).weight.map_or(-1.0, Weight::value);
        return sorted(ties, &|a, b| weight(b).total_cmp(&weight(a)));
    }
    let rank = |tie: &TieId| {
        let [a, b] = dataset.tie(*tie).dyad().both().map(|end| dataset.actor(end).prominence);
        (a.max(b), a.min(b))
    };
    sorted(ties, &|a, b| rank(a).cmp(&rank(b)))
}

/// Those of some ties that have a stance, each as its two names: `Germany and Italy; France and Russia; 12 more`.
fn pairs(dataset: &Dataset, ties: &[TieId], stance: Stance) -> String {
    let mut text = String::new();
    let mut told = 0;
    for tie in ties.iter().map(|tie| dataset.tie(*tie)).filter(|tie| tie.stance == stance) {
        told += 1;
        if told <= PAIRS {
            let weight = tie.weight.map_or_else(String::new, |weight| measured(dataset, weight));
            let pair = say::pairs_pair(dataset, name(dataset, tie.a), name(dataset, tie.b), &weight);
            text = if told == 1 { pair } else { say::pairs_next(dataset, &text, &pair) };
        }
    }
    if told > PAIRS { say::pairs_more(dataset, &text, (told - PAIRS) as i32) } else { text }
}

/// Those who have a stance: `China, Soviet Union and 12 more`; empty where nobody has it.
fn actors(dataset: &Dataset, moment: &Moment, stance: Stance) -> String {
    let alters = moment.alters().filter(|(_, standing)| standing.stance == stance);
    let actors: Vec<ActorId> = alters.map(|(actor, _)| actor).collect();
    let prominence = |actor: &ActorId| dataset.actor(*actor).prominence;
    let actors = sorted(actors, &|a, b| prominence(a).cmp(&prominence(b)));
    let is_named = |actor: &&ActorId| prominence(actor) < Prominence::Minor || actors.len() <= FEW;
    let names: Vec<&str> = actors.iter().filter(is_named).map(|actor| name(dataset, *actor)).take(NAMES).collect();
    let others = (actors.len() - names.len()) as i32;
    let listed = |names: &[&str]| {
        let mut text = String::new();
        for name in names {
            list(dataset, &mut text, name);
        }
        text
    };
    match (names.as_slice(), others) {
        ([], 0) => String::new(),
        ([], others) => say::picture_actors(dataset, others),
        ([one], 0) => (*one).to_owned(),
        ([most @ .., last], 0) => say::list_last(dataset, &listed(most), last),
        (names, others) => say::list_and_more(dataset, &listed(names), others),
    }
}

/// What the picture shows, as alternative text: [`description`], and how whoever is in focus stands, since when and why.
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
pub fn alt_text(
    dataset: &Dataset,
    layout: &crate::layout::Layout,
    moment: &Moment,
    focus: crate::layout::Focus,
) -> String {
    let mut text = description(dataset, moment);
    if let Some(row) = super::standing(dataset, layout, moment, focus) {
        let said = super::sentence_of(dataset, &super::in_focus(dataset, &row));
        let doubt = super::sentence_of(dataset, &capitalised(row.doubt));
        for part in [&said, &super::sentence_of(dataset, &row.text), &row.alternative, &doubt] {
            if !part.is_empty() {
                text.push(' ');
                text.push_str(part);
            }
        }
    }
    text
}

/// What the timeline shows, as alternative text.
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
pub fn timeline_description(dataset: &Dataset) -> String {
    let info = dataset.info();
    let ego = info.ego.map_or("", |ego| name(dataset, ego));
    say::picture_timeline(dataset, ego, yes_or_no(info.counts_relations), yes_or_no(!dataset.eras().is_empty()))
}

/// As much of a text as `most` characters hold, to the end of a sentence where one ends, or else of a word.
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
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
