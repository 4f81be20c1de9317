//! How someone stands at a moment: to the ego, or two others to one another.

use crate::data::{ActorId, Confidence, Dataset, Dyad, Stance, TieId};
use crate::layout::{EgoLayout, Focus, holders, ties_between};
use crate::moment::{Basis, Moment, Standing};
use crate::time::{Date, Spell};

use super::Row;
use super::act::{act_source, basis_of_act};
use super::row::{name, source_rows};

/// A stance's name in this dataset.
pub fn stance_name(dataset: &Dataset, stance: Stance) -> &str {
    &dataset.info().stances[stance.ring()]
}

/// What stands in the place of a stance where there is none. Only a dataset with acts knows that relations were absent.
pub fn absent(dataset: &Dataset) -> &'static str {
    if dataset.tables().acts.is_empty() { NOTHING } else { "no relations" }
}

const NOTHING: &str = "nothing on record";

/// What is doubtful about a fact since a date, in a sentence; empty when it is on record.
pub fn doubt(confidence: Confidence, since: Date) -> &'static str {
    match confidence {
        Confidence::Low => "Uncertain: a guess or a single weak source.",
        _ if since.is_doubtful() => "The date is uncertain.",
        Confidence::Medium => "A judgement on the sources.",
        Confidence::High => "",
    }
}

/// From when to when: `25 June 1950 – 27 July 1953`, `since 28 May 2018`.
pub fn span(spell: Spell) -> String {
    match spell.to {
        Some(to) => format!("{} – {}", spell.from.in_words(), to.in_words()),
        None => since(spell.from),
    }
}

fn since(date: Date) -> String {
    format!("since {}", date.in_words())
}

/// A row in one sentence without its full stop: `China: ally since 6 October 1949`.
pub fn sentence(row: &Row<'_>) -> String {
    let mut text = row.title.clone();
    let before_when = if row.when.starts_with("since ") { " " } else { ", " };
    for (between, part) in [(": ", &row.how), (before_when, &row.when)] {
        if !part.is_empty() {
            text.push_str(between);
            text.push_str(part);
        }
    }
    text
}

/// Whoever is in focus, in one sentence without its full stop: `China in focus: ally since 6 October 1949`.
pub fn in_focus(row: &Row<'_>) -> String {
    let title = format!("{} in focus", row.title);
    sentence(&Row { title, how: row.how.clone(), when: row.when.clone(), ..Row::default() })
}

/// Whoever is in focus, by name: `China`, `China – Soviet Union`; empty for nobody.
pub fn focus_name(dataset: &Dataset, focus: Focus) -> String {
    let names: Vec<&str> = focus.ends().into_iter().map(|end| name(dataset, end)).collect();
    names.join(" – ")
}

/// How whoever is in focus stands at the moment, since when, why, and who says so; `None` for nobody.
///
/// A slot is named by whoever holds it then.
pub fn standing<'a>(dataset: &'a Dataset, layout: &EgoLayout, moment: &Moment, focus: Focus) -> Option<Row<'a>> {
    match focus {
        Focus::Nobody => None,
        Focus::Actor(asked) => Some(actor(dataset, moment, holder(dataset, layout, moment, asked))),
        Focus::Tie(dyad) => Some(Row { id: focus.code(dataset), ..pair(dataset, layout, moment, dyad) }),
    }
}

/// Whoever holds an actor's slot at the moment, or the actor itself.
pub(super) fn holder(dataset: &Dataset, layout: &EgoLayout, moment: &Moment, asked: ActorId) -> ActorId {
    let exists = |actor: &ActorId| dataset.actor(*actor).exists(moment.playhead());
    holders(layout, asked).into_iter().find(exists).unwrap_or(asked)
}

/// The tie of two slots that holds at the moment, whoever holds them.
pub(super) fn current_tie(
    dataset: &Dataset,
    layout: &EgoLayout,
    moment: &Moment,
    [a, b]: [ActorId; 2],
) -> Option<TieId> {
    let ties = ties_between(dataset, layout, a, b);
    ties.into_iter().find(|id| dataset.tie(*id).spell.holds(moment.playhead()))
}

/// An actor and how it stands, without reasons and sources.
pub(super) fn bare<'a>(dataset: &'a Dataset, id: ActorId, standing: Option<&Standing>) -> Row<'a> {
    let named = Row { id: dataset.actor(id).code.clone(), title: name(dataset, id).to_owned(), ..Row::default() };
    match standing {
        Some(standing) => Row {
            how: stance_name(dataset, standing.stance).to_owned(),
            when: since(standing.since),
            stance: Some(standing.stance.value()),
            doubt: doubt(standing.confidence, standing.since),
            ..named
        },
        None => Row { how: absent(dataset).to_owned(), ..named },
    }
}

fn actor<'a>(dataset: &'a Dataset, moment: &Moment, id: ActorId) -> Row<'a> {
    let (actor, playhead) = (dataset.actor(id), moment.playhead());
    let found = moment.standing(id);
    let row = bare(dataset, id, found);
    if let Some(found) = found {
        return Row { text: reason(dataset, found.basis), sources: basis_sources(dataset, found.basis), ..row };
    }
    if !actor.exists(playhead) {
        let is_later = actor.from.is_some_and(|from| from.instant() >= playhead.instant());
        return Row { how: if is_later { "does not exist yet" } else { "no longer exists" }.to_owned(), ..row };
    }
    let info = dataset.info();
    let rival = info.rival.filter(|rival| dataset.in_force(id, *rival, playhead).is_some());
    let text = rival.map_or_else(String::new, |rival| {
        format!("It has relations with {}, none with {}.", name(dataset, rival), name(dataset, info.ego))
    });
    Row { text, ..row }
}

fn pair<'a>(dataset: &'a Dataset, layout: &EgoLayout, moment: &Moment, dyad: Dyad) -> Row<'a> {
    let [a, b] = dyad.both().map(|end| holder(dataset, layout, moment, end));
    let title = format!("{} – {}", name(dataset, a), name(dataset, b));
    match current_tie(dataset, layout, moment, dyad.both()) {
        Some(id) => Row { title, when: since(dataset.tie(id).spell.from), ..spell(dataset, id) },
        None => Row { title, how: NOTHING.to_owned(), ..Row::default() },
    }
}

/// A spell: its stance, from when to when, why, and who says so; without a title.
pub(super) fn spell(dataset: &Dataset, id: TieId) -> Row<'_> {
    let tie = dataset.tie(id);
    Row {
        how: stance_name(dataset, tie.stance).to_owned(),
        when: span(tie.spell),
        text: why(dataset, id).to_owned(),
        doubt: doubt(tie.confidence, tie.spell.from),
        stance: Some(tie.stance.value()),
        sources: source_rows(dataset.sources_of_tie(id)),
        ..Row::default()
    }
}

/// Why a tie is coded as it is; empty without the texts.
pub(super) fn why(dataset: &Dataset, id: TieId) -> &str {
    dataset.texts().and_then(|texts| texts.ties.get(id.index())).map_or("", |text| &text.why)
}

/// Why someone stands as it does; without the texts, as much as is known without them.
pub(super) fn reason(dataset: &Dataset, basis: Basis) -> String {
    match basis {
        Basis::Tie(id) => why(dataset, id).to_owned(),
        Basis::Act(index) => basis_of_act(dataset, index),
    }
}

fn basis_sources(dataset: &Dataset, basis: Basis) -> Vec<super::SourceRow<'_>> {
    match basis {
        Basis::Tie(id) => source_rows(dataset.sources_of_tie(id)),
        Basis::Act(index) => act_source(dataset, index),
    }
}
