//! Who refers to whom: the ids of the tables, and what to say when one is unknown.

use std::collections::{BTreeMap, BTreeSet};

use super::super::draft::{Cell, Draft, RawTable};
use super::super::suggestion::{did_you_mean, nearest, quote, short, skeleton};
use super::super::{ActorId, EventId, ProblemKind, SourceId, TieId};
use super::fields::Fields;
use crate::time::Date;

/// The ids of all tables.
#[derive(Default)]
pub(super) struct Known<'d> {
    pub(super) actors: Ids<'d>,
    pub(super) sources: Ids<'d>,
    pub(super) events: Ids<'d>,
    pub(super) claims: Ids<'d>,
    /// The ties by their names, `PRK-CHN@1949-10-06`.
    pub(super) ties: BTreeMap<String, u16>,
    /// Which sources something cites.
    pub(super) cited: Vec<bool>,
    /// The rows of the events by date: the order in which a dataset holds them.
    pub(super) event_rows: Vec<usize>,
}

/// The ids of a table, each with its row and a name to show beside it.
#[derive(Default)]
pub(super) struct Ids<'d> {
    places: BTreeMap<&'d str, (u16, &'d str)>,
    /// What rows of the wrong form hold: perhaps ids.
    malformed: BTreeSet<&'d str>,
    /// The table could not be read, so that nobody knows which ids it gives.
    unread: bool,
}

impl Ids<'_> {
    pub(super) fn find(&self, id: &str) -> Option<u16> {
        self.places.get(id).map(|(place, _)| *place)
    }

    fn is_surely_missing(&self, id: &str) -> bool {
        !self.unread && !self.places.contains_key(id) && !self.malformed.contains(id)
    }
}

impl<'d> Fields<'d> {
    /// Indexes every table that has ids.
    pub(super) fn find_ids(&mut self) {
        // A hyphen joins two actors, an at sign makes the name of a tie, a colon an effect.
        self.known.actors = self.index("actors.csv", "id", "short_name", "-@:");
        self.known.sources = self.index("sources.csv", "id", "title", "");
        self.known.events = self.index("events.csv", "id", "title", "@");
        self.known.claims = self.index("claims.csv", "number", "claim", "");
        for (file, id) in [("eras.csv", "id"), ("chapters.csv", "id"), ("years.csv", "year"), ("aliases.csv", "old")] {
            self.index(file, id, "title", "");
        }
        self.known.cited = vec![false; self.rows("sources.csv").count()];
        self.known.event_rows = by_date(self.draft);
        let mut order = vec![0; self.known.event_rows.len()];
        for (place, row) in self.known.event_rows.iter().enumerate() {
            order[*row] = place as u16;
        }
        for (place, _) in self.known.events.places.values_mut() {
            *place = order[usize::from(*place)];
        }
    }

    /// Every id of a table. An id given twice is reported and keeps its first place.
    fn index(&mut self, file: &str, id: &str, name: &str, separators: &str) -> Ids<'d> {
        let mut ids = Ids::default();
        let (table, column) = match self.draft.table(file).map(|table| (table, table.column(id))) {
            Some((table, Some(column))) => (table, column),
            Some((_, None)) => return Ids { unread: true, ..ids },
            None => {
                ids.unread = self.draft.findings.problems.iter().any(|problem| problem.location.file == file);
                return ids;
            }
        };
        ids.malformed = table.malformed.iter().flat_map(|row| row.fields.iter().map(str::trim)).collect();
        let mut looks: BTreeMap<String, Cell<'d>> = BTreeMap::new();
        for row in 0..table.rows.len() {
            let Some(cell) = table.cell_at(row, column).filter(|cell| !cell.text.is_empty()) else { continue };
            if let Some((first, _)) = ids.places.get(cell.text) {
                let message = format!("the {id} {} is given twice", quote(cell.text));
                let problem = cell.problem(ProblemKind::DuplicateId, cell.text, message);
                let first = table.cell_at(usize::from(*first), column).map_or(0, |cell| cell.line());
                let note = format!("the first is in line {first}");
                self.report(problem.note(note).hint("give this row an id of its own, or unite the two"));
                continue;
            }
            if let Some(bad) = cell.text.chars().find(|letter| letter.is_whitespace() || separators.contains(*letter)) {
                let message = format!("the {id} {} holds `{bad}`, which separates ids", quote(cell.text));
                let problem = cell.problem(ProblemKind::BadId, cell.text, message);
                self.report(problem.hint("write it with letters and digits alone"));
            }
            if let Some(first) = looks.insert(skeleton(cell.text), cell) {
                let message = format!("the {id} {} looks like {}", quote(cell.text), quote(first.text));
                let problem = cell.problem(ProblemKind::LookAlikeId, cell.text, message);
                let note = format!("the other is in line {}", first.line());
                self.report(problem.note(note).hint("if one of them is a slip, unite the two"));
            }
            ids.places.insert(cell.text, (row as u16, table.cell(row, name).map_or("", |cell| cell.text)));
        }
        ids
    }

    /// What somebody may have meant by an id, with its name, or what else to do.
    fn meant(&mut self, ids: for<'k> fn(&'k Known<'d>) -> &'k Ids<'d>, id: &str, otherwise: &str) -> String {
        let ids = &ids(&self.known).places;
        let near = self.suggestions.checked_sub(1).and_then(|left| {
            self.suggestions = left;
            nearest(id, ids.keys().copied())
        });
        match near.and_then(|near| Some((near, ids.get(near)?.1))) {
            Some((near, name)) if !name.is_empty() => format!("did you mean `{near}` ({})?", short(name)),
            _ => did_you_mean(near, otherwise),
        }
    }

    pub(super) fn actor_of(&self, code: &str) -> Option<ActorId> {
        self.known.actors.find(code).map(ActorId)
    }

    /// What to do about an actor that is unknown; `None` when its table could not be read.
    pub(super) fn actor_hint(&mut self, code: &str) -> Option<String> {
        let missing = self.known.actors.is_surely_missing(code);
        missing.then(|| self.meant(|known| &known.actors, code, "add the actor to actors.csv, or correct the id"))
    }

    /// One actor, by its id.
    pub(super) fn actor(&mut self, table: &'d RawTable, row: usize, column: &str) -> Option<ActorId> {
        let cell = table.cell(row, column)?;
        self.actor_in(cell, cell.text)
    }

    pub(super) fn actor_in(&mut self, cell: Cell<'d>, code: &str) -> Option<ActorId> {
        if code.is_empty() {
            let problem = cell.problem(ProblemKind::EmptyField, code, format!("`{}` lacks an actor", cell.field()));
            self.report(problem.hint("name an id of actors.csv"));
            return None;
        }
        let found = self.actor_of(code);
        if found.is_none()
            && let Some(hint) = self.actor_hint(code)
        {
            let message = format!("no actor has the id {}", quote(code));
            self.report(cell.problem(ProblemKind::UnknownActor, code, message).hint(hint));
        }
        found
    }

    /// Actors by their ids, separated by spaces.
    pub(super) fn actor_list(&mut self, table: &'d RawTable, row: usize, column: &str) -> Vec<ActorId> {
        let Some(cell) = table.cell(row, column) else { return Vec::new() };
        self.parts(cell).into_iter().filter_map(|code| self.actor_in(cell, code)).collect()
    }

    /// Events by their ids, separated by spaces.
    pub(super) fn event_list(&mut self, table: &'d RawTable, row: usize, column: &str) -> Vec<EventId> {
        let Some(cell) = table.cell(row, column) else { return Vec::new() };
        self.parts(cell).into_iter().filter_map(|id| self.event_in(cell, id)).collect()
    }

    pub(super) fn event_in(&mut self, cell: Cell<'d>, id: &str) -> Option<EventId> {
        let found = self.known.events.find(id).map(EventId);
        if self.known.events.is_surely_missing(id) {
            let hint = self.meant(|known| &known.events, id, "add the event to events.csv, or correct the id");
            let message = format!("no event has the id {}", quote(id));
            self.report(cell.problem(ProblemKind::UnknownEvent, id, message).hint(hint));
        }
        found
    }

    /// A tie by its name, `PRK-CHN@1949-10-06`.
    pub(super) fn tie_in(&mut self, cell: Cell<'d>, name: &str) -> Option<TieId> {
        let found = self.known.ties.get(name).copied().map(TieId);
        let whole = |table: &RawTable| {
            table.malformed.is_empty() && ["a", "b", "from"].into_iter().all(|column| table.column(column).is_some())
        };
        if found.is_none() && self.draft.table("ties.csv").is_some_and(whole) {
            let near = self.suggestions.checked_sub(1).and_then(|left| {
                self.suggestions = left;
                nearest(name, self.known.ties.keys().map(String::as_str))
            });
            let hint = did_you_mean(near, "a tie is named by a, b and from in ties.csv: PRK-CHN@1949-10-06");
            let message = format!("no tie is named {}", quote(name));
            self.report(cell.problem(ProblemKind::UnknownTie, name, message).hint(hint));
        }
        found
    }

    /// Events and ties that carry something, told apart by the at sign in a tie's name.
    pub(super) fn carriers(&mut self, table: &'d RawTable, row: usize, column: &str) -> (Vec<EventId>, Vec<TieId>) {
        let (mut events, mut ties) = (Vec::new(), Vec::new());
        let Some(cell) = table.cell(row, column) else { return (events, ties) };
        for id in self.parts(cell) {
            if id.contains('@') {
                ties.extend(self.tie_in(cell, id));
            } else {
                events.extend(self.event_in(cell, id));
            }
        }
        (events, ties)
    }

    /// Claims by their numbers, separated by spaces.
    pub(super) fn claim_list(&mut self, table: &'d RawTable, row: usize, column: &str) -> Vec<String> {
        let Some(cell) = table.cell(row, column) else { return Vec::new() };
        let numbers = self.parts(cell);
        for number in &numbers {
            if self.known.claims.is_surely_missing(number) {
                let message = format!("no claim has the number {}", quote(number));
                let hint = "add the claim to claims.csv, or correct the number";
                self.report(cell.problem(ProblemKind::UnknownClaim, number, message).hint(hint));
            }
        }
        numbers.into_iter().filter(|number| self.known.claims.find(number).is_some()).map(str::to_owned).collect()
    }

    /// Sources by their ids, separated by spaces.
    pub(super) fn source_list(&mut self, table: &'d RawTable, row: usize, column: &str) -> Vec<SourceId> {
        let Some(cell) = table.cell(row, column) else { return Vec::new() };
        self.parts(cell).into_iter().filter_map(|id| self.source_in(cell, id)).collect()
    }

    fn source_in(&mut self, cell: Cell<'d>, id: &str) -> Option<SourceId> {
        let found = self.known.sources.find(id).map(SourceId);
        if let Some(cited) = found.and_then(|found| self.known.cited.get_mut(found.index())) {
            *cited = true;
        }
        if self.known.sources.is_surely_missing(id) {
            let hint = self.meant(|known| &known.sources, id, "add the source to sources.csv, or correct the id");
            let message = format!("no source has the id {}", quote(id));
            self.report(cell.problem(ProblemKind::UnknownSource, id, message).hint(hint));
        }
        found
    }

    /// Sources that must be there.
    pub(super) fn needed_sources(&mut self, table: &'d RawTable, row: usize, column: &str) -> Vec<SourceId> {
        let list = self.source_list(table, row, column);
        if let Some(cell) = table.cell(row, column).filter(|cell| cell.text.is_empty()) {
            let problem = cell.problem(ProblemKind::MissingSource, "", "this fact has no source".to_owned());
            self.report(problem.hint("name at least one id of sources.csv"));
        }
        list
    }
}

/// The rows of the events by date; a row whose date cannot be read comes first.
fn by_date(draft: &Draft) -> Vec<usize> {
    let Some(table) = draft.table("events.csv") else { return Vec::new() };
    let date = |row: &usize| table.cell(*row, "date").and_then(|cell| cell.text.parse::<Date>().ok());
    let mut rows: Vec<usize> = (0..table.rows.len()).collect();
    rows.sort_by_cached_key(date);
    rows
}
