//! How someone stands at a moment: to the ego, or two others to one another.

use crate::data::{ActorId, Combine, Dataset, Dyad, Stance, TieId, joined};
use crate::layout::{Focus, Layout, holders, ties_between};
use crate::moment::{Basis, Moment, Standing, events_between};
use crate::time::{Date, Playhead, Spell};

use super::act::{act_source, basis_of_act};
use super::date::{date_words, step_name, yes_or_no};
use super::doubt::doubt;
use super::messages as say;
use super::row::{name, source_rows};
use super::strength::{first_day, since, span_of, strength, weight};
use super::tally::by_stance;
use super::{Row, list};

/// A stance's name in this dataset.
pub fn stance_name(dataset: &Dataset, stance: Stance) -> &str {
    dataset.info().stance_name(stance)
}

/// What stands in the place of a stance where there is none. Only a dataset with acts knows that relations were absent.
pub fn absent(dataset: &Dataset) -> &'static str {
    if dataset.tables().acts.is_empty() { say::NOT_CODED.of(dataset) } else { say::NO_RELATIONS.of(dataset) }
}

/// From when to when: `25 June 1950 – 27 July 1953`, `since 28 May 2018`.
pub fn span(dataset: &Dataset, spell: Spell) -> String {
    let from = date_words(dataset, spell.from);
    match spell.to {
        Some(to) => say::span_dates(dataset, &from, &date_words(dataset, to)),
        None => since(dataset, spell.from, &from),
    }
}

/// Since when the stance of a tie holds, through spells that follow one another with the same stance, and the stance
/// before.
pub(super) fn start(dataset: &Dataset, id: TieId) -> (Start, Option<Stance>) {
    let tie = dataset.tie(id);
    let (mut from, mut is_censored) = (tie.spell.from, tie.manner.censoring().from);
    let ending = |at: Date| {
        let mut ties = dataset.ties_between(tie.dyad()).map(|id| dataset.tie(id));
        ties.find(|tie| tie.spell.to == Some(at) && tie.spell.from != at)
    };
    let mut earlier = ending(from);
    while let Some(same) = earlier.filter(|earlier| earlier.stance == tie.stance) {
        (from, is_censored) = (same.spell.from, same.manner.censoring().from);
        earlier = ending(from);
    }
    (Start { date: from, is_censored }, earlier.map(|earlier| earlier.stance))
}

/// Since when a stance holds, and whether it may have begun earlier than the record.
#[derive(Clone, Copy)]
pub(super) struct Start {
    date: Date,
    is_censored: bool,
}

impl Start {
    pub(super) fn in_words(self, dataset: &Dataset) -> String {
        first_day(dataset, self.date, self.is_censored)
    }
}

/// Since when a stance holds, through spells that follow one another with the same stance.
pub(super) fn since_when(dataset: &Dataset, standing: &Standing) -> Start {
    match standing.basis {
        Basis::Tie(id) => start(dataset, id).0,
        Basis::Act(_) => Start { date: standing.since, is_censored: false },
    }
}

/// The same and what it was before: `since 27 July 1953, before that at war`.
fn since_and_before(dataset: &Dataset, id: TieId) -> String {
    let (from, before) = start(dataset, id);
    let since = since(dataset, from.date, &from.in_words(dataset));
    let is_unknown = dataset.tie(id).manner.censoring().end_unknown;
    let before = before.map_or("", |stance| stance_name(dataset, stance));
    say::since_and_before(dataset, &since, yes_or_no(is_unknown), before)
}

/// A row in one sentence without its full stop: `China: ally since 6 October 1949`.
pub fn sentence(dataset: &Dataset, row: &Row<'_>) -> String {
    told(dataset, row, "no")
}

/// Whoever is in focus, in one sentence without its full stop: `China in focus: ally since 6 October 1949`.
pub fn in_focus(dataset: &Dataset, row: &Row<'_>) -> String {
    told(dataset, row, "yes")
}

fn told(dataset: &Dataset, row: &Row<'_>, focus: &str) -> String {
    say::row_said(dataset, &row.title, focus, &row.how, &row.when, yes_or_no(row.is_since))
}

/// Whoever is in focus, by name: `China`, `China – Soviet Union`; empty for nobody.
pub fn focus_name(dataset: &Dataset, focus: Focus) -> String {
    match focus.ends()[..] {
        [one, other] => say::pair(dataset, name(dataset, one), name(dataset, other)),
        ref ends => ends.iter().map(|end| name(dataset, *end)).collect(),
    }
}

/// How whoever is in focus stands at the moment, since when, why, and who says so; `None` for nobody.
///
/// A slot is named by whoever holds it then.
pub fn standing<'a>(dataset: &'a Dataset, layout: &Layout, moment: &Moment, focus: Focus) -> Option<Row<'a>> {
    match focus {
        Focus::Nobody => None,
        Focus::Actor(asked) => Some(actor(dataset, moment, holder(dataset, layout, moment, asked))),
        Focus::Tie(dyad) => Some(pair(dataset, layout, moment, dyad)),
    }
}

/// Whoever holds an actor's slot at the moment, or the actor itself.
pub(super) fn holder(dataset: &Dataset, layout: &Layout, moment: &Moment, asked: ActorId) -> ActorId {
    let exists = |actor: &ActorId| dataset.actor(*actor).exists(moment.playhead());
    holders(layout, asked).into_iter().find(exists).unwrap_or(asked)
}

/// The tie of two slots that holds at the moment, whoever holds them.
pub(super) fn current_tie(dataset: &Dataset, layout: &Layout, moment: &Moment, [a, b]: [ActorId; 2]) -> Option<TieId> {
    let ties = ties_between(dataset, layout, a, b);
    ties.into_iter().find(|id| dataset.tie(*id).spell.holds(moment.playhead()))
}

/// An actor and how it stands, with a text but without sources.
pub(super) fn bare<'a>(dataset: &Dataset, id: ActorId, standing: Option<&Standing>, text: &str) -> Row<'a> {
    let how = standing.map_or(absent(dataset), |standing| stance_name(dataset, standing.stance));
    let when = standing.map_or(String::new(), |standing| match standing.basis {
        Basis::Tie(id) => since_and_before(dataset, id),
        Basis::Act(_) => since(dataset, standing.since, &date_words(dataset, standing.since)),
    });
    let mut row = Row::new(&dataset.actor(id).code, name(dataset, id), how, when, text);
    if let Some(standing) = standing {
        row.is_since = true;
        row.stance = Some(standing.stance.value());
        row.doubt = doubt(dataset, standing.confidence, standing.since);
    }
    row
}

fn actor<'a>(dataset: &'a Dataset, moment: &Moment, id: ActorId) -> Row<'a> {
    let (actor, playhead) = (dataset.actor(id), moment.playhead());
    if let Some(found) = moment.standing(id) {
        let mut row = bare(dataset, id, Some(found), "");
        tell_basis(dataset, moment, &mut row, id, found.basis);
        return row;
    }
    if !actor.exists(playhead) {
        let is_later = actor.from.is_some_and(|from| from.instant() >= playhead.instant());
        let how = if is_later { say::NOT_THERE_YET.of(dataset) } else { say::NO_LONGER_THERE.of(dataset) };
        return Row::new(&actor.code, name(dataset, id), how, String::new(), "");
    }
    let Some(ego) = dataset.ego() else {
        return Row::new(&actor.code, name(dataset, id), &relations(dataset, moment, id), String::new(), "");
    };
    let rival = dataset.info().rival.filter(|rival| dataset.in_force(id, *rival, playhead).is_some());
    let mut text = rival
        .map_or_else(String::new, |rival| say::standing_rival(dataset, name(dataset, rival), name(dataset, ego)) + " ");
    text.push_str(&recorded(dataset, playhead, id, ego));
    bare(dataset, id, None, &text)
}

/// With how many others an actor has relations at the moment, where there is no ego: `7 relations: ally 2, at war 5`.
pub(super) fn relations(dataset: &Dataset, moment: &Moment, id: ActorId) -> String {
    let numbers = by_stance(dataset, moment, Some(id));
    let mut all = 0;
    let mut stances = String::new();
    for (stance, number) in numbers {
        all += number as i32;
        list(dataset, &mut stances, &say::stance_ties(dataset, stance_name(dataset, stance), number as i32));
    }
    say::standing_relations(dataset, all, &stances)
}

/// Tells in a row why someone stands as it does at the moment, which other stance is argued, and who says so.
#[inline(never)]
pub(super) fn tell_basis<'a>(dataset: &'a Dataset, moment: &Moment, row: &mut Row<'a>, id: ActorId, basis: Basis) {
    let playhead = moment.playhead();
    match basis {
        Basis::Tie(tie) => tell_rows(dataset, row, tie, playhead),
        Basis::Act(index) => {
            let act = basis_of_act(dataset, index);
            // An act is a basis for how someone stands to the ego.
            let Some(ego) = dataset.ego() else { return };
            row.text = match known(dataset, playhead, id, ego) {
                [0 | 1, 0] => joined(&[&act, say::STANDING_FORMAL.of(dataset)], " "),
                _ => joined(&[&act, say::STANDING_FORMAL_AND.of(dataset), &recorded(dataset, playhead, id, ego)], " "),
            };
            row.sources = act_source(dataset, index);
        }
    }
}

fn pair<'a>(dataset: &'a Dataset, layout: &Layout, moment: &Moment, dyad: Dyad) -> Row<'a> {
    let [a, b] = dyad.both().map(|end| holder(dataset, layout, moment, end));
    let code = Focus::Tie(dyad).code(dataset);
    let title = say::pair(dataset, name(dataset, a), name(dataset, b));
    let playhead = moment.playhead();
    match current_tie(dataset, layout, moment, dyad.both()) {
        Some(id) => {
            let when = since_and_before(dataset, id);
            let mut row = spell(dataset, id, &code, &title, when, playhead);
            row.is_since = true;
            row
        }
        None => Row::new(&code, &title, say::NOT_CODED.of(dataset), String::new(), &recorded(dataset, playhead, a, b)),
    }
}

/// How many diplomatic acts and how many events between two are known at the playhead.
fn known(dataset: &Dataset, playhead: Playhead, a: ActorId, b: ActorId) -> [i32; 2] {
    let is_known = |date: Date| date.instant() < playhead.instant();
    let mut acts = 0;
    for [one, other] in [[a, b], [b, a]] {
        acts += dataset.acts_toward(one, other).filter(|(_, act)| is_known(act.date)).count() as i32;
    }
    let mut events = 0;
    for (id, _) in events_between(dataset, &[a], &[b]) {
        events += i32::from(is_known(dataset.event(id).date));
    }
    [acts, events]
}

/// What is known at the playhead of two between whom no stance is coded, in a sentence.
///
/// That nothing is coded does not mean that nothing happened.
#[inline(never)]
fn recorded(dataset: &Dataset, playhead: Playhead, a: ActorId, b: ActorId) -> String {
    let [acts, events] = known(dataset, playhead, a, b);
    say::recorded(dataset, acts, events)
}

/// The stance of a spell under a title, why as far as it was known at the playhead, and who says so.
#[inline(never)]
pub(super) fn spell<'a>(
    dataset: &'a Dataset,
    id: TieId,
    code: &str,
    title: &str,
    when: String,
    playhead: Playhead,
) -> Row<'a> {
    let tie = dataset.tie(id);
    let mut row = Row::new(code, title, stance_name(dataset, tie.stance), when, "");
    row.doubt = doubt(dataset, tie.confidence, tie.spell.from);
    row.stance = Some(tie.stance.value());
    tell_rows(dataset, &mut row, id, playhead);
    row
}

/// Tells in a row on what a tie rests: why, which other ties hold beside, which other stance is argued, who says so.
pub(super) fn tell_rows<'a>(dataset: &'a Dataset, row: &mut Row<'a>, id: TieId, playhead: Playhead) {
    let (rows, year) = (dataset.rows_of(id, playhead), playhead.shown_year());
    row.text = strength(dataset, dataset.tie(id), playhead);
    row.text.push_str(&beside(dataset, &rows, year));
    row.text.truncate(row.text.trim_end().len());
    row.alternative = alternative(dataset, id);
    row.sources = source_rows(dataset, dataset.sources_of_rows(&rows, year));
}

/// How many ties a text tells beside the one that leads; a card lists all.
const MOST_BESIDE: usize = 3;

/// Why the first of some rows that hold at the same time is coded as it is, and what the others are; of a sum, what
/// is added.
#[inline(never)]
fn beside(dataset: &Dataset, rows: &[TieId], year: i16) -> String {
    let first = why(dataset, rows[0], year);
    if rows.len() == 1 {
        return first;
    }
    let (mut text, told) = match dataset.info().combine {
        Combine::Sum => (say::beside_sum(dataset, rows.len() as i32), rows),
        _ => (first, &rows[1..]),
    };
    for row in told.iter().take(MOST_BESIDE) {
        let (tie, why) = (dataset.tie(*row), why(dataset, *row, year));
        let (how, weight) = (stance_name(dataset, tie.stance), weight(dataset, tie));
        // What is called as its weight is named once.
        let how = if weight.starts_with(how) { "" } else { how };
        let since = yes_or_no(tie.spell.to.is_none());
        for part in [" ", &say::beside(dataset, how, &weight, since, &span_of(dataset, tie)), " ", &why] {
            text.push_str(part);
        }
    }
    if told.len() > MOST_BESIDE {
        let more = say::beside_more(dataset, (told.len() - MOST_BESIDE) as i32);
        text = joined(&[text.trim_end(), &more], " ");
    }
    text.trim().to_owned()
}

/// Why a row is coded as it is, as far as it was known by the end of `year`; empty without the texts.
#[inline(never)]
pub(super) fn why(dataset: &Dataset, row: TieId, year: i16) -> String {
    let first = dataset.texts().and_then(|texts| texts.ties.get(row.index()));
    let mut text = first.map_or(String::new(), |text| text.why.clone());
    if let Some(group) = first.map(|text| &text.group).filter(|group| !group.is_empty()) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&say::why_group(dataset, group));
    }
    for reason in dataset.reasons_until(row, year) {
        text.push(' ');
        text.push_str(&say::why_later(dataset, &step_name(dataset, reason.year), &reason.why));
    }
    text
}

/// Which other stance is argued for a spell, and why, in sentences; empty where none is.
#[inline(never)]
pub(super) fn alternative(dataset: &Dataset, id: TieId) -> String {
    let Some(stance) = dataset.tie(id).alternative else { return String::new() };
    let reason = dataset.texts().and_then(|texts| texts.ties.get(dataset.row(id).index()));
    let reason = reason.map_or("", |text| &text.alternative_reason);
    let mut text = say::alternative(dataset, stance_name(dataset, stance));
    if !reason.is_empty() {
        text.push(' ');
        text.push_str(reason);
    }
    text
}
