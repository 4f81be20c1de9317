//! Rows of the tables that are drawn: actors, ties, acts, events, and the sources behind them.

use std::collections::BTreeSet;

use super::super::draft::{Cell, Draft};
use super::super::suggestion::quote;
use super::super::texts::{ActText, EventText, TieText};
use super::super::{
    Act, ActKind, Actor, ActorId, ActorKind, Dyad, Effect, Event, Problem, ProblemKind, Prominence, Region, Source,
    Stance, Tie, limits,
};
use super::fields::Fields;
use crate::time::{Date, Spell};

/// An actor with the place its successors are named at.
pub(super) struct ActorRow<'d> {
    pub(super) actor: Actor,
    pub(super) name: String,
    pub(super) aliases: String,
    pub(super) successors: Option<Cell<'d>>,
}

/// A tie with its text and where it stands.
pub(super) struct TieRow<'d> {
    pub(super) tie: Tie,
    pub(super) text: TieText,
    pub(super) from: Cell<'d>,
    /// Whether actors and dates could be read: rules between rows skip the others, which are reported already.
    pub(super) sound: bool,
}

pub(super) fn actors<'d>(fields: &mut Fields<'d>) -> Vec<ActorRow<'d>> {
    const KINDS: [(&str, ActorKind); 2] = [("state", ActorKind::State), ("body", ActorKind::Body)];
    let mut actors = Vec::new();
    for (table, row) in fields.rows("actors.csv") {
        let code = fields.text(table, row, "id");
        let name = fields.text(table, row, "name");
        let short_name = fields.text(table, row, "short_name");
        let kind = fields.word(table, row, "kind", &KINDS);
        let region = fields.word(table, row, "region", &Region::NAMES);
        let (from, to) = fields.stretch(table, row).unwrap_or_default();
        let successors = fields.actor_list(table, row, "successor");
        let prominence = fields.word(table, row, "prominence", &Prominence::NAMES);
        let bearing = fields.open_number(table, row, "bearing", (0.0, 360.0)).map(degrees);
        let lon = degrees(fields.number(table, row, "lon", (-180.0, 180.0)));
        let lat = degrees(fields.number(table, row, "lat", (-90.0, 90.0)));
        let actor = Actor { code, short_name, kind, region, from, to, successors, prominence, bearing, lon, lat };
        let aliases = Fields::optional(table, row, "also");
        actors.push(ActorRow { actor, name, aliases, successors: table.cell(row, "successor") });
    }
    actors
}

/// To a thousandth, which is what a pack keeps.
fn degrees(number: f64) -> f32 {
    (libm::round(number * 1000.0) / 1000.0) as f32
}

pub(super) fn sources(fields: &mut Fields<'_>) -> Vec<Source> {
    let mut sources = Vec::new();
    for (table, row) in fields.rows("sources.csv") {
        let id = fields.text(table, row, "id");
        let title = fields.text(table, row, "title");
        let publisher = Fields::optional(table, row, "publisher");
        let url = Fields::optional(table, row, "url");
        if let Some(cell) = table.cell(row, "url").filter(|cell| !is_address(cell.text)) {
            let message = format!("{} is no address on the web", quote(cell.text));
            let problem = cell.problem(ProblemKind::BadAddress, cell.text, message);
            fields.report(problem.hint("begin it with https:// or http://, and write spaces as %20"));
        }
        sources.push(Source { id, title, publisher, url, fragile: Fields::optional(table, row, "fragile") });
    }
    sources
}

/// Empty, or http(s) with a host and no space, quote or control character.
fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    text.is_empty()
        || (host.is_some_and(|host| host.contains('.') && !host.contains(['@', '\\']))
            && !text.contains(|l: char| l.is_whitespace() || l.is_control() || "\"<>\\^`{|}".contains(l)))
}

pub(super) fn events(fields: &mut Fields<'_>) -> Vec<(Event, EventText)> {
    let kinds = event_kinds(fields.draft);
    let mut events = Vec::new();
    let Some(table) = fields.draft.table("events.csv") else { return events };
    if kinds.len() > limits::EVENT_KINDS {
        let message = format!("there are {} sorts of event; the limit is {}", kinds.len(), limits::EVENT_KINDS);
        let problem = Problem::new(ProblemKind::LimitExceeded, table.file, message);
        fields.report(problem.hint("`kind` is a sort such as war or treaty, not a text"));
    }
    for row in fields.known.event_rows.clone() {
        let id = fields.text(table, row, "id");
        let date = fields.date(table, row, "date");
        let until = fields.open_date(table, row, "until").unwrap_or_default();
        if let (Some(date), Some(until), Some(cell)) = (date, until, table.cell(row, "until"))
            && until < date
        {
            let message = format!("`until` ({until}) is before `date` ({date})");
            let problem = cell.problem(ProblemKind::TerminusBeforeOnset, cell.text, message);
            fields.report(problem.hint("`until` is the event's last day; leave it empty when it lasted no longer"));
        }
        let kind = fields.text(table, row, "kind");
        let kind = kinds.iter().position(|other| *other == kind).unwrap_or_default() as u8;
        let actors = fields.actor_list(table, row, "actors");
        let title = fields.text(table, row, "title");
        let summary = fields.text(table, row, "summary");
        let effects = effects(fields, table.cell(row, "effect"));
        let sources = fields.needed_sources(table, row, "sources");
        let confidence = fields.confidence(table, row);
        let paragraphs = fields.paragraphs(table, row);
        let date = date.unwrap_or(Date::from_year(0));
        events.push((
            Event { date, until, kind, actors, title, effects, confidence },
            EventText { id, summary, sources, paragraphs },
        ));
    }
    events
}

/// The sorts of event that occur, in the order of the alphabet.
pub(super) fn event_kinds(draft: &Draft) -> Vec<String> {
    let Some(table) = draft.table("events.csv") else { return Vec::new() };
    let kinds: BTreeSet<&str> =
        (0..table.rows.len()).filter_map(|row| table.cell(row, "kind")).map(|cell| cell.text).collect();
    kinds.into_iter().map(str::to_owned).collect()
}

/// Effects such as `USA:-2 CHN-JPN:+1`; a code alone means its relation with the ego.
fn effects<'d>(fields: &mut Fields<'d>, cell: Option<Cell<'d>>) -> Vec<Effect> {
    let Some(cell) = cell else { return Vec::new() };
    let ego = super::descriptor::ego(fields);
    let mut effects = Vec::new();
    for part in fields.parts(cell) {
        let split = part.split_once(':');
        let change = split.and_then(|(_, number)| number.parse::<i8>().ok()).filter(|c| (-2..=2).contains(c));
        let (Some((whom, _)), Some(change)) = (split, change) else {
            let problem = cell.problem(ProblemKind::BadEffect, part, format!("{} is no effect", quote(part)));
            fields.report(problem.hint("write USA:-2 or CHN-JPN:+1, from -2 to +2, separated by spaces"));
            continue;
        };
        let (a, b) = match whom.split_once('-') {
            Some((a, b)) => (fields.actor_in(cell, a), fields.actor_in(cell, b)),
            None => (ego, fields.actor_in(cell, whom)),
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

/// Reports it when a row joins an actor with itself.
pub(super) fn differ(fields: &mut Fields<'_>, one: Option<ActorId>, cell: Option<Cell<'_>>, other: Option<ActorId>) {
    if let (Some(one), Some(other), Some(cell)) = (one, other, cell)
        && one == other
    {
        let message = format!("{} is joined with itself", quote(cell.text));
        let problem = cell.problem(ProblemKind::SameActorTwice, cell.text, message);
        fields.report(problem.hint("a row joins two different actors"));
    }
}

pub(super) fn ties<'d>(fields: &mut Fields<'d>) -> Vec<TieRow<'d>> {
    let mut ties = Vec::new();
    for (table, row) in fields.rows("ties.csv") {
        let (a, b) = (fields.actor(table, row, "a"), fields.actor(table, row, "b"));
        differ(fields, a, table.cell(row, "b"), b);
        if let Some(cell) = table.cell(row, "from").filter(|cell| cell.text.is_empty()) {
            let problem = cell.problem(ProblemKind::EmptyField, "", "`from` is empty".to_owned());
            fields.report(problem.hint("a spell has a first day, however vague: 1948~"));
        }
        let stretch = fields.stretch(table, row);
        let stance = stance(fields, table.cell(row, "stance"));
        let why = fields.text(table, row, "why");
        let events = fields.event_list(table, row, "events");
        let sources = fields.source_list(table, row, "sources");
        let confidence = fields.confidence(table, row);
        let paragraphs = fields.paragraphs(table, row);
        let name = |column: &str| table.cell(row, column).map_or("", |cell| cell.text);
        let id = format!("{}-{}@{}", name("a"), name("b"), name("from"));
        fields.known.ties.insert(id, ties.len() as u16);
        let Some(cell) = table.cell(row, "from") else { continue };
        let (from, to) = stretch.unwrap_or_default();
        let sound = a.is_some() && b.is_some() && a != b && from.is_some();
        // Placeholders keep the rows countable; the report that is due stops the dataset.
        let (a, b) = (a.unwrap_or(ActorId(0)), b.unwrap_or(ActorId(0)));
        let spell = Spell { from: from.unwrap_or(Date::from_year(0)), to };
        let tie = Tie { a, b, spell, stance, confidence, events };
        ties.push(TieRow { tie, text: TieText { why, sources, paragraphs }, from: cell, sound });
    }
    ties
}

fn stance<'d>(fields: &mut Fields<'d>, cell: Option<Cell<'d>>) -> Stance {
    let Some(cell) = cell else { return Stance::DISTANT };
    let stance = cell.text.parse().ok().and_then(Stance::new);
    stance.unwrap_or_else(|| {
        let problem = cell.problem(ProblemKind::BadStance, cell.text, format!("{} is no stance", quote(cell.text)));
        fields.report(problem.hint("the ladder runs from -3 (at war) over 0 (distant) to 3 (ally)"));
        Stance::DISTANT
    })
}

pub(super) fn acts(fields: &mut Fields<'_>) -> Vec<(Act, ActText)> {
    let mut acts = Vec::new();
    for (table, row) in fields.rows("acts.csv") {
        let (actor, toward) = (fields.actor(table, row, "actor"), fields.actor(table, row, "toward"));
        differ(fields, actor, table.cell(row, "toward"), toward);
        let date = fields.date(table, row, "date");
        let kind = fields.word(table, row, "act", &ActKind::NAMES);
        let note = Fields::optional(table, row, "note");
        let source = fields.needed_sources(table, row, "source").first().copied();
        let confidence = fields.confidence(table, row);
        if let (Some(actor), Some(toward), Some(date)) = (actor, toward, date) {
            acts.push((Act { actor, toward, date, kind, confidence }, ActText { note, source }));
        }
    }
    acts
}
