//! Rows of the tables that are drawn: actors, ties, acts, events, and the sources behind them.

use super::super::draft::{Cell, Row};
use super::super::map::Set;
use super::super::places::added::lent;
use super::super::rules::{CHANGE, is_web_address};
use super::super::schema::{ACTORS, ACTS, EVENTS, SOURCES, TIES};
use super::super::suggestion::quote;
use super::super::texts::{ActText, EventText, TieText};
use super::super::{
    Act, ActKind, Actor, ActorId, ActorKind, Dyad, Effect, Event, Manner, Position, ProblemKind, Prominence, Region,
    Source, Stance, Tie, TieDirection, Weight, order, sorted,
};
use super::address::private;
use super::dates::BEFORE;
use super::descriptor::names_no_ego;
use super::fields::Fields;
use crate::time::{Date, Spell};

/// An actor with its texts and its row.
pub(super) struct ActorRow<'d> {
    pub(super) actor: Actor,
    pub(super) name: String,
    pub(super) aliases: String,
    pub(super) row: Row<'d>,
}

/// A tie with its text and its row.
pub(super) struct TieRow<'d> {
    pub(super) tie: Tie,
    pub(super) text: TieText,
    pub(super) row: Row<'d>,
    /// Whether actors and dates could be read: rules between rows skip the others, which are reported already.
    pub(super) is_valid: bool,
}

/// What stands for a date that could not be read, which has been reported.
const NO_DATE: Date = Date::from_year(0);

pub(super) fn actors<'d>(fields: &mut Fields<'d>) -> Vec<ActorRow<'d>> {
    let mut actors = Vec::new();
    for row in fields.rows(&ACTORS) {
        let code = fields.text(row, "id");
        let (full, short) = (fields.text(row, "name"), fields.text(row, "short_name"));
        let aliases = fields.text(row, "also");
        let first = |names: [&String; 3]| names.into_iter().find(|name| !name.is_empty()).cloned().unwrap_or_default();
        let (mut name, mut short_name) = (first([&full, &short, &code]), first([&short, &full, &code]));
        lent(&mut name, &short);
        lent(&mut short_name, &full);
        let kind = fields.word(row, "kind", &ActorKind::NAMES);
        let region = fields.word(row, "region", &Region::NAMES);
        let (from, to) = fields.interval(row).unwrap_or_default();
        let successors = fields.actor_list(row, "successor");
        let prominence = fields.word(row, "prominence", &Prominence::NAMES);
        let bearing = fields.number(row, "bearing").map(degrees);
        let position = position(fields, row);
        let lon = degrees(fields.number(row, "lon").unwrap_or_default());
        fields.number(row, "lat");
        let actor = Actor { code, short_name, kind, region, from, to, successors, prominence, bearing, position, lon };
        actors.push(ActorRow { actor, name, aliases, row });
    }
    actors
}

/// Where an actor stands in the unit square: `x` and `y`, of which neither is given without the other.
fn position<'d>(fields: &mut Fields<'d>, row: Row<'d>) -> Option<Position> {
    let [x, y] = ["x", "y"].map(|column| fields.cell(row, column).map(|cell| (cell, fields.number(row, column))));
    let (cell, lacking) = match (x, y) {
        (Some((_, x)), Some((_, y))) => return Some(Position { x: share(x?), y: share(y?) }),
        (Some((cell, _)), None) => (cell, "y"),
        (None, Some((cell, _))) => (cell, "x"),
        (None, None) => return None,
    };
    let message = format!("`{lacking}` is missing beside `{}`", cell.field());
    // At the empty value, where there is such a column.
    let at = row.cell(lacking).unwrap_or(cell);
    let problem = at.problem(ProblemKind::EmptyField, at.text, message);
    fields.report(problem.hint("a place has both `x` and `y`, each from 0 to 1, or neither"));
    None
}

/// To a ten-thousandth, which is what a pack keeps.
fn share(number: f64) -> f32 {
    (libm::round(number * 10_000.0) / 10_000.0) as f32
}

/// How many of those without a prominence of their own are principals, and how many are named.
const PRINCIPALS: usize = 6;
const NAMED: usize = 30;

/// Gives actors whose table says no prominence one by the number of those they are tied to: few stand out, some are
/// named, and the others are dots.
pub(super) fn rank(fields: &Fields<'_>, actors: &mut [ActorRow<'_>], ties: &[TieRow<'_>]) {
    let is_open = |row: &ActorRow<'_>| row.row.cell("prominence").is_none_or(|cell| cell.text.is_empty());
    let dyads: Set<Dyad> = ties.iter().filter(|row| row.is_valid).map(|row| row.tie.dyad()).collect();
    let mut partners = vec![0_usize; actors.len()];
    for end in dyads.iter().flat_map(|dyad| dyad.both()) {
        if let Some(count) = partners.get_mut(end.index()) {
            *count += 1;
        }
    }
    let open: Vec<usize> = (0..actors.len()).filter(|index| is_open(&actors[*index])).collect();
    let open = sorted(open, &|a, b| partners[*b].cmp(&partners[*a]));
    let others = open.into_iter().filter(|index| fields.ego.is_none_or(|ego| ego.index() != *index));
    for (place, index) in others.enumerate() {
        actors[index].actor.prominence = match place {
            0..PRINCIPALS => Prominence::Principal,
            PRINCIPALS..NAMED => Prominence::Named,
            _ => Prominence::Minor,
        };
    }
}

/// To a thousandth, which is what a pack keeps.
fn degrees(number: f64) -> f32 {
    (libm::round(number * 1000.0) / 1000.0) as f32
}

#[inline(never)]
pub(super) fn sources(fields: &mut Fields<'_>) -> Vec<Source> {
    let mut sources = Vec::new();
    for row in fields.rows(&SOURCES) {
        let id = fields.text(row, "id");
        let title = fields.text(row, "title");
        let publisher = fields.text(row, "publisher");
        let url = fields.cell(row, "url");
        let private = |text: &str| text.starts_with("http").then(|| private(text)).flatten();
        if let Some((cell, why)) = url.and_then(|cell| Some((cell, private(cell.text)?))) {
            let message = format!("{} leads to no public place", quote(cell.text));
            fields.report(cell.problem(ProblemKind::BadAddress, cell.text, message).hint(why));
        } else if let Some(cell) = url.filter(|cell| !is_web_address(cell.text)) {
            let message = format!("{} is no address on the web", quote(cell.text));
            let problem = cell.problem(ProblemKind::BadAddress, cell.text, message);
            fields.report(problem.hint("begin it with https:// or http://, and write spaces as %20"));
        }
        let url = url.map_or(String::new(), |cell| cell.text.to_owned());
        sources.push(Source { id, title, publisher, url, fragile: fields.text(row, "fragile") });
    }
    sources
}

/// The events by date, which is the order in which a dataset holds them.
#[inline(never)]
pub(super) fn events(fields: &mut Fields<'_>) -> Vec<(Event, EventText)> {
    let mut events: Vec<(Event, EventText)> = Vec::new();
    for row in fields.rows(&EVENTS) {
        events.push(event(fields, row));
    }
    let rows = order(events.len(), &|a, b| events[a].0.date.cmp(&events[b].0.date));
    fields.index.events.reorder(&rows);
    let mut events: Vec<Option<(Event, EventText)>> = events.into_iter().map(Some).collect();
    rows.into_iter().filter_map(|row| events[row].take()).collect()
}

fn event<'d>(fields: &mut Fields<'d>, row: Row<'d>) -> (Event, EventText) {
    let id = fields.text(row, "id");
    let date = fields.date(row, "date");
    let until = fields.date(row, "until");
    fields.is_not_after_the_end(row, "date", date);
    if let (Some(date), Some(until), Some(cell)) = (date, until, row.cell("until"))
        && until < date
    {
        let message = format!("`until` ({until}) is before `date` ({date})");
        let problem = cell.problem(ProblemKind::TerminusBeforeOnset, cell.text, message);
        fields.report(problem.hint("`until` is the event's last day; leave it empty when it lasted no longer"));
    }
    let actors = fields.actor_list(row, "actors");
    let title = fields.text(row, "title");
    let summary = fields.text(row, "summary");
    let effects = effects(fields, row);
    let sources = fields.required_sources(row, "sources");
    let confidence = fields.confidence(row);
    fields.check_whole_numbers(row, "paragraphs");
    let date = date.unwrap_or(NO_DATE);
    (Event { date, until, actors, title, effects, confidence }, EventText { id, summary, sources })
}

/// Effects such as `USA:-2 CHN-JPN:+1`; a code alone means its relation with the ego.
fn effects<'d>(fields: &mut Fields<'d>, row: Row<'d>) -> Vec<Effect> {
    let Some(cell) = row.cell("effect") else { return Vec::new() };
    let mut effects = Vec::new();
    for part in fields.parts(cell) {
        let split = part.split_once(':');
        let change = split.and_then(|(_, number)| number.parse::<i8>().ok()).filter(|change| CHANGE.contains(change));
        let (Some((whom, _)), Some(change)) = (split, change) else {
            let problem = cell.problem(ProblemKind::BadEffect, part, format!("{} is no effect", quote(part)));
            fields.report(problem.hint("write USA:-2 or CHN-JPN:+1, from -2 to +2, separated by spaces"));
            continue;
        };
        let (a, b) = if let Some((a, b)) = whom.split_once('-') {
            (fields.actor_in(cell, a), fields.actor_in(cell, b))
        } else {
            if names_no_ego(fields) {
                let message = format!("{} names one actor, and the dataset has no ego", quote(part));
                let problem = cell.problem(ProblemKind::BadEffect, part, message);
                fields.report(problem.hint("name both, such as CHN-JPN:+1"));
                continue;
            }
            (fields.ego, fields.actor_in(cell, whom))
        };
        let (Some(a), Some(b)) = (a, b) else { continue };
        if let Some(dyad) = Dyad::new(a, b) {
            effects.push(Effect { dyad, change });
        } else {
            let message = format!("{} names one actor twice", quote(part));
            let problem = cell.problem(ProblemKind::SameActorTwice, part, message);
            fields.report(problem.hint("a code alone means its relation with the ego"));
        }
    }
    effects
}

pub(super) fn ties<'d>(fields: &mut Fields<'d>) -> Vec<TieRow<'d>> {
    let mut ties = Vec::new();
    for row in fields.rows(&TIES) {
        let (a, b) = (fields.actor(row, "a"), fields.actor(row, "b"));
        let are_distinct = fields.are_distinct(a, b, row.cell("b"));
        let interval = fields.censored_interval(row);
        let stance = fields.stance(row, "stance");
        let alternative = alternative(fields, row, stance);
        let why = fields.text(row, "why");
        let events = fields.event_list(row, "events");
        let sources = fields.source_list(row, "sources");
        let weight = fields.number(row, "weight").and_then(Weight::new);
        let direction = fields.word(row, "direction", &TieDirection::NAMES);
        let group = fields.text(row, "group");
        let confidence = fields.confidence(row);
        fields.check_whole_numbers(row, "paragraphs");
        let name = |column: &str| row.cell(column).map_or("", |cell| cell.text);
        let id = format!("{}-{}@{}", name("a"), name("b"), name("from").trim_start_matches(BEFORE));
        if fields.index.ties.contains_key(&id) {
            fields.index.shared_ties.insert(id);
        } else {
            fields.index.ties.insert(id, ties.len() as u32);
        }
        let (from, to, censoring) = interval.unwrap_or_default();
        fields.is_not_after_the_end(row, "from", from);
        let is_valid = a.is_some() && b.is_some() && are_distinct && from.is_some();
        // Placeholders keep the rows countable; the report that is due stops the dataset.
        let (a, b) = (a.unwrap_or(ActorId(0)), b.unwrap_or(ActorId(0)));
        let spell = Spell { from: from.unwrap_or(NO_DATE), to };
        let manner = Manner::new(direction, censoring);
        let stance = stance.unwrap_or_default();
        let (alternative, alternative_reason) = alternative;
        let tie = Tie { a, b, spell, stance, alternative, confidence, weight, manner, events };
        ties.push(TieRow { tie, text: TieText { why, group, alternative_reason, sources }, row, is_valid });
    }
    ties
}

/// Another stance that the record supports too, with its reason. Either is there with the other only.
fn alternative<'d>(fields: &mut Fields<'d>, row: Row<'d>, stance: Option<Stance>) -> (Option<Stance>, String) {
    let (cell, reason) = (fields.cell(row, "alternative"), fields.cell(row, "alternative_reason"));
    let alternative = fields.stance(row, "alternative");
    let (at, message, hint) = match (cell, reason) {
        (Some(cell), None) => (
            cell,
            "another stance is given without a reason".to_owned(),
            "say in `alternative_reason` who codes it so, or why it can be coded so",
        ),
        (None, Some(reason)) => (
            reason,
            "a reason is given for another stance, but not the stance".to_owned(),
            "write the stance into `alternative`, or delete the reason",
        ),
        (Some(cell), Some(_)) if alternative.is_some() && alternative == stance => (
            cell,
            format!("`alternative` repeats the stance {}", cell.text),
            "write the stance that could be given instead, or leave both columns empty",
        ),
        _ => return (alternative, fields.text(row, "alternative_reason")),
    };
    let problem = at.problem(ProblemKind::BadAlternative, at.text, message);
    fields.report(problem.hint(hint));
    (None, String::new())
}

#[inline(never)]
pub(super) fn acts<'d>(fields: &mut Fields<'d>, actors: &[ActorRow<'d>]) -> Vec<(Act, ActText)> {
    let mut acts = Vec::new();
    for row in fields.rows(&ACTS) {
        let (actor, toward) = (fields.actor(row, "actor"), fields.actor(row, "toward"));
        fields.are_distinct(actor, toward, row.cell("toward"));
        let date = fields.date(row, "date");
        fields.is_not_after_the_end(row, "date", date);
        let kind = fields.word(row, "act", &ActKind::NAMES);
        let note = fields.text(row, "note");
        let source = fields.required_source(row, "source");
        let confidence = fields.confidence(row);
        if let (Some(actor), Some(toward), Some(date)) = (actor, toward, date) {
            for (column, id) in [("actor", actor), ("toward", toward)] {
                act_within_life(fields, (row, column), date, actors.get(id.index()));
            }
            acts.push((Act { actor, toward, date, kind, confidence }, ActText { note, source }));
        }
    }
    acts
}

/// An act falls into the life of both its actors, as far as the dates tell.
fn act_within_life<'d>(
    fields: &mut Fields<'d>,
    (row, column): (Row<'d>, &str),
    date: Date,
    actor: Option<&ActorRow<'d>>,
) {
    let (Some(ActorRow { actor, row: life, .. }), Some(cell)) = (actor, row.cell("date")) else { return };
    let too_early = actor.from.filter(|from| date.instant_after() <= from.instant());
    let too_late = actor.to.filter(|to| date.instant() >= to.instant_after());
    let (end, message) = match (too_early, too_late) {
        (Some(from), _) => ("from", format!("`{}` (`{column}`) exists only from {from}", actor.code)),
        (_, Some(to)) => ("to", format!("`{}` (`{column}`) exists only to {to}", actor.code)),
        _ => return,
    };
    let mut problem = cell.problem(ProblemKind::ActOutsideLife, cell.text, message);
    problem.other = cell_of(*life, end).map(|cell| cell.location());
    fields.report(problem.hint("correct the date, name whoever acted then, or correct the actor's `from` and `to`"));
}

/// The value at which a problem with a row of ties stands, or the first of the row.
pub(super) fn cell_of<'d>(row: Row<'d>, column: &str) -> Option<Cell<'d>> {
    row.cell(column).or_else(|| row.cell_at(0))
}
