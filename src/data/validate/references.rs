//! Reading values that refer to rows of other tables, and what to report when there is no such row.

use super::super::alike::{difference, skeleton};
use super::super::draft::{Cell, Row};
use super::super::schema::TIES;
use super::super::suggestion::{did_you_mean, nearest, quote, short};
use super::super::{ActorId, EventId, ProblemKind, SourceId, TieId};
use super::facts::cell_of;
use super::fields::Fields;
use super::ids::{Ids, Index};

impl<'d> Fields<'d> {
    /// What may have been meant by an id, with its name, or what else to do.
    fn suggest(&mut self, ids: for<'k> fn(&'k Index<'d>) -> &'k Ids<'d>, id: &str, otherwise: &str) -> String {
        let Ids { places: ids, by_skeleton, .. } = ids(&self.index);
        let alike = by_skeleton.get(&skeleton(id)).copied();
        let near = alike.or_else(|| {
            self.suggestions = self.suggestions.checked_sub(1)?;
            nearest(id, ids.keys().copied())
        });
        if let Some(difference) = near.and_then(|near| difference(id, near)) {
            return format!("it looks like `{}`, but {difference}", near.unwrap_or_default());
        }
        match near.and_then(|near| Some((near, ids.get(near)?.1))) {
            Some((near, name)) if !name.is_empty() => format!("did you mean `{near}` ({})?", short(name)),
            _ => did_you_mean(near, otherwise),
        }
    }

    pub(super) fn actor_of(&self, code: &str) -> Option<ActorId> {
        self.index.actors.find(code).map(ActorId)
    }

    /// What to do about an actor that is unknown; `None` when its table could not be read.
    pub(super) fn actor_hint(&mut self, code: &str) -> Option<String> {
        let missing = self.index.actors.is_surely_missing(code);
        missing.then(|| self.suggest(|index| &index.actors, code, "add the actor to actors.csv, or correct the id"))
    }

    /// One actor, by its id.
    pub(super) fn actor(&mut self, row: Row<'d>, column: &str) -> Option<ActorId> {
        let cell = row.cell(column)?;
        self.actor_in(cell, cell.text)
    }

    /// One actor, by its id in a part of a value.
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

    /// Actors by their ids, separated by blanks.
    pub(super) fn actor_list(&mut self, row: Row<'d>, column: &str) -> Vec<ActorId> {
        let Some(cell) = row.cell(column) else { return Vec::new() };
        self.parts(cell).into_iter().filter_map(|code| self.actor_in(cell, code)).collect()
    }

    /// Reports two actors that must differ and do not; whether they differ, as far as they are known.
    pub(super) fn are_distinct(
        &mut self,
        one: Option<ActorId>,
        other: Option<ActorId>,
        cell: Option<Cell<'d>>,
    ) -> bool {
        if one.is_none() || one != other {
            return true;
        }
        if let Some(cell) = cell {
            let message = format!("{} is joined with itself", quote(cell.text));
            let problem = cell.problem(ProblemKind::SameActorTwice, cell.text, message);
            self.report(problem.hint("a row joins two different actors"));
        }
        false
    }

    /// Events by their ids, separated by blanks.
    pub(super) fn event_list(&mut self, row: Row<'d>, column: &str) -> Vec<EventId> {
        let Some(cell) = row.cell(column) else { return Vec::new() };
        self.parts(cell).into_iter().filter_map(|id| self.event_in(cell, id)).collect()
    }

    fn event_in(&mut self, cell: Cell<'d>, id: &str) -> Option<EventId> {
        let found = self.index.events.find(id).map(EventId);
        if self.index.events.is_surely_missing(id) {
            let hint = self.suggest(|index| &index.events, id, "add the event to events.csv, or correct the id");
            let message = format!("no event has the id {}", quote(id));
            self.report(cell.problem(ProblemKind::UnknownEvent, id, message).hint(hint));
        }
        found
    }

    /// One tie, by its name.
    pub(super) fn tie(&mut self, row: Row<'d>, column: &str) -> Option<TieId> {
        let cell = self.cell(row, column)?;
        self.tie_in(cell, cell.text)
    }

    /// A tie by its name, `PRK-CHN@1949-10-06`.
    fn tie_in(&mut self, cell: Cell<'d>, name: &str) -> Option<TieId> {
        if self.index.shared_ties.contains(name) {
            let message = format!("several ties are named {}", quote(name));
            let hint =
                "turn `a` and `b` round in all but one of their rows: the name tells them apart, the dyad is the same";
            self.report(cell.problem(ProblemKind::UnknownTie, name, message).hint(hint));
            return None;
        }
        let found = self.index.ties.get(name).copied().map(TieId);
        let mut tables = self.draft.tables_of(TIES.file).peekable();
        let is_whole = tables.peek().is_some()
            && tables.all(|table| {
                table.malformed.is_empty()
                    && ["a", "b", "from"].into_iter().all(|column| table.column(column).is_some())
            });
        if found.is_none() && is_whole {
            let near = self.suggestions.checked_sub(1).and_then(|left| {
                self.suggestions = left;
                nearest(name, self.index.ties.keys().map(String::as_str))
            });
            let hint = did_you_mean(near, "a tie is named by a, b and from in ties.csv: PRK-CHN@1949-10-06");
            let message = format!("no tie is named {}", quote(name));
            self.report(cell.problem(ProblemKind::UnknownTie, name, message).hint(hint));
        }
        found
    }

    /// Events and ties, told apart by the at sign in a tie's name, separated by blanks.
    pub(super) fn evidence(&mut self, row: Row<'d>, column: &str) -> (Vec<EventId>, Vec<TieId>) {
        let (mut events, mut ties) = (Vec::new(), Vec::new());
        let Some(cell) = row.cell(column) else { return (events, ties) };
        for id in self.parts(cell) {
            if id.contains('@') {
                ties.extend(self.tie_in(cell, id));
            } else {
                events.extend(self.event_in(cell, id));
            }
        }
        (events, ties)
    }

    /// Claims by their numbers, separated by blanks.
    pub(super) fn claim_list(&mut self, row: Row<'d>, column: &str) -> Vec<String> {
        let Some(cell) = row.cell(column) else { return Vec::new() };
        let numbers = self.parts(cell);
        for number in &numbers {
            if self.index.claims.is_surely_missing(number) {
                let message = format!("no claim has the number {}", quote(number));
                let hint = "add the claim to claims.csv, or correct the number";
                self.report(cell.problem(ProblemKind::UnknownClaim, number, message).hint(hint));
            }
        }
        numbers.into_iter().filter(|number| self.index.claims.find(number).is_some()).map(str::to_owned).collect()
    }

    /// Sources by their ids, separated by blanks.
    pub(super) fn source_list(&mut self, row: Row<'d>, column: &str) -> Vec<SourceId> {
        let Some(cell) = row.cell(column) else { return Vec::new() };
        self.parts(cell).into_iter().filter_map(|id| self.source_in(cell, id)).collect()
    }

    fn source_in(&mut self, cell: Cell<'d>, id: &str) -> Option<SourceId> {
        let found = self.index.sources.find(id).map(SourceId);
        if let Some(cited) = found.and_then(|found| self.index.cited.get_mut(found.index())) {
            *cited = true;
        }
        if self.index.sources.is_surely_missing(id) {
            let hint = self.suggest(|index| &index.sources, id, "add the source to sources.csv, or correct the id");
            let message = format!("no source has the id {}", quote(id));
            self.report(cell.problem(ProblemKind::UnknownSource, id, message).hint(hint));
        }
        found
    }

    /// Sources of a fact that must have one.
    pub(super) fn required_sources(&mut self, row: Row<'d>, column: &str) -> Vec<SourceId> {
        let list = self.source_list(row, column);
        self.source_is_given(row, column);
        list
    }

    /// The one source of a fact that must have one.
    pub(super) fn required_source(&mut self, row: Row<'d>, column: &str) -> Option<SourceId> {
        self.source_is_given(row, column);
        let cell = row.cell(column).filter(|cell| !cell.text.is_empty())?;
        self.source_in(cell, cell.text)
    }

    /// Reports a fact that names neither an event nor a source; `what` it is opens the message.
    pub(super) fn has_a_source(&mut self, row: Row<'d>, what: &str, lacks: bool) {
        // Something is named and is unknown: that has been reported already.
        let mut named = ["events", "sources"].into_iter().filter_map(|column| row.cell(column));
        if !lacks || named.any(|cell| !cell.text.is_empty()) {
            return;
        }
        let hint = "name at least one id of events.csv or sources.csv";
        self.lacks_a_source(row, "sources", format!("{what} names neither an event nor a source"), hint);
    }

    fn source_is_given(&mut self, row: Row<'d>, column: &str) {
        if row.cell(column).is_none_or(|cell| cell.text.is_empty()) {
            let hint = "name at least one id of sources.csv";
            self.lacks_a_source(row, column, "this fact has no source".to_owned(), hint);
        }
    }

    /// Every fact without a source is an error where the descriptor demands them; elsewhere they are counted.
    fn lacks_a_source(&mut self, row: Row<'d>, column: &str, message: String, hint: &str) {
        let table = &row.table.file;
        if !self.demands_sources {
            let entry = self.unsourced.iter_mut().find(|(_, first)| first.location.file == *table);
            if let Some((count, _)) = entry {
                *count += 1;
                return;
            }
        }
        let Some(cell) = cell_of(row, column) else { return };
        let part = if row.cell(column).is_some() { "" } else { cell.text };
        let problem = cell.problem(ProblemKind::MissingSource, part, message);
        if self.demands_sources {
            self.report(problem.hint(hint));
        } else {
            self.unsourced.push((1, problem));
        }
    }

    /// Warns, once for each table, of facts without a source.
    pub(super) fn warn_of_unsourced(&mut self) {
        for (count, mut problem) in core::mem::take(&mut self.unsourced) {
            problem.allowed = true;
            if count > 1 {
                problem.message = format!("{count} rows have no source; this is the first");
            }
            self.report(problem.hint("readers ask who says so: name ids of sources.csv"));
        }
    }
}
