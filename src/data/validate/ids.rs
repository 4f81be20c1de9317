//! The ids that the tables give, each with its row.

use std::collections::{BTreeMap, BTreeSet};

use super::super::alike::{canonical, disguised, skeleton};
use super::super::draft::{Cell, Draft, RawTable, Row};
use super::super::rules::separator;
use super::super::schema::{ACTORS, ALIASES, CHAPTERS, CLAIMS, ERAS, EVENTS, SOURCES, Schema, YEARS};
use super::super::suggestion::quote;
use super::super::{Problem, ProblemKind};

/// The ids of all tables.
#[derive(Default)]
pub(super) struct Index<'d> {
    pub(super) actors: Ids<'d>,
    pub(super) sources: Ids<'d>,
    pub(super) events: Ids<'d>,
    pub(super) claims: Ids<'d>,
    /// The ties by their names, `PRK-CHN@1949-10-06`, as they are read: the first of each name.
    pub(super) ties: BTreeMap<String, u32>,
    /// The names that several ties have.
    pub(super) shared_ties: BTreeSet<String>,
    /// Which sources something cites.
    pub(super) cited: Vec<bool>,
}

/// The ids of a table, each with its place in the dataset and a name to show beside it.
#[derive(Default)]
pub(super) struct Ids<'d> {
    pub(super) places: BTreeMap<&'d str, (u16, &'d str)>,
    /// The ids by what they look like; of those that look alike the last.
    pub(super) by_skeleton: BTreeMap<String, &'d str>,
    /// What rows of the wrong form hold: perhaps ids.
    malformed: BTreeSet<&'d str>,
    /// The table could not be read, so that nobody knows which ids it gives.
    unread: bool,
}

impl Ids<'_> {
    /// The place of an id.
    pub(super) fn find(&self, id: &str) -> Option<u16> {
        self.places.get(id).map(|(place, _)| *place)
    }

    /// Whether no row gives that id, as far as anybody can tell.
    pub(super) fn is_surely_missing(&self, id: &str) -> bool {
        !self.unread && !self.places.contains_key(id) && !self.malformed.contains(id)
    }

    /// Gives each id the place that its row has in another order: `rows` names the rows in that order.
    pub(super) fn reorder(&mut self, rows: &[usize]) {
        let mut places = vec![0; rows.len()];
        for (place, row) in rows.iter().enumerate() {
            places[*row] = place as u16;
        }
        for (place, _) in self.places.values_mut() {
            *place = places[usize::from(*place)];
        }
    }
}

impl<'d> Index<'d> {
    /// The ids of every table that has ids, by row. What is wrong with them goes to `report`.
    pub(super) fn of(draft: &'d Draft, report: &mut dyn FnMut(Problem)) -> Self {
        for schema in [&ERAS, &CHAPTERS, &YEARS, &ALIASES] {
            index(draft, schema, report);
        }
        Self {
            actors: index(draft, &ACTORS, report),
            sources: index(draft, &SOURCES, report),
            events: index(draft, &EVENTS, report),
            claims: index(draft, &CLAIMS, report),
            ties: BTreeMap::new(),
            shared_ties: BTreeSet::new(),
            cited: vec![false; draft.table(SOURCES.file).map_or(0, |table| table.records.len())],
        }
    }
}

/// Every id of a table. An id given twice is reported and keeps its first place.
fn index<'d>(draft: &'d Draft, schema: &Schema, report: &mut dyn FnMut(Problem)) -> Ids<'d> {
    let mut ids = Ids::default();
    if draft.table(schema.file).is_none() {
        return Ids { unread: draft.is_unread(schema.file), ..ids };
    }
    if draft.tables_of(schema.file).any(|table| table.column(schema.key).is_none()) {
        return Ids { unread: true, ..ids };
    }
    let malformed = draft.tables_of(schema.file).flat_map(|table| &table.malformed);
    ids.malformed = malformed.flat_map(|record| record.fields.iter().map(str::trim)).collect();
    let mut by_skeleton: BTreeMap<String, Cell<'d>> = BTreeMap::new();
    let rows: Vec<Row<'d>> = draft.tables_of(schema.file).flat_map(RawTable::rows).collect();
    for (place, row) in rows.iter().enumerate() {
        let cell = row.cell(schema.key).filter(|cell| !cell.text.is_empty());
        let Some(cell) = cell else { continue };
        let key = schema.key;
        if let Some((first, _)) = ids.places.get(cell.text) {
            let message = format!("the {key} {} is given twice", quote(cell.text));
            let mut problem = cell.problem(ProblemKind::DuplicateId, cell.text, message);
            let first = rows.get(usize::from(*first)).and_then(|row| row.cell(schema.key));
            let note = format!("the first is in line {}", first.map_or(0, |cell| cell.line()));
            problem.other = first.map(|cell| cell.location());
            report(problem.note(note).hint("give this row an id of its own, or unite the two"));
            continue;
        }
        if let Some(bad) = separator(cell.text, schema.separators) {
            let message = format!("the {key} {} holds `{bad}`, which separates ids", quote(cell.text));
            let problem = cell.problem(ProblemKind::BadId, cell.text, message);
            report(problem.hint("write it with letters and digits alone"));
        }
        let looks = skeleton(cell.text);
        ids.by_skeleton.insert(looks.clone(), cell.text);
        check_alike(cell, key, by_skeleton.insert(looks, cell), report);
        let label = row.cell(schema.label);
        ids.places.insert(cell.text, (place as u16, label.map_or("", |cell| cell.text)));
    }
    ids
}

/// Reports an id that looks like an earlier one, or is that one in another form of Unicode; or that has a character
/// which looks like another.
fn check_alike<'d>(cell: Cell<'d>, key: &str, first: Option<Cell<'d>>, report: &mut dyn FnMut(Problem)) {
    let id = quote(cell.text);
    let Some(first) = first else {
        if let Some((letter, like)) = disguised(cell.text) {
            let code = u32::from(letter);
            let message = format!("the {key} {id} holds `{letter}` (U+{code:04X}), which looks like `{like}`");
            let problem = cell.problem(ProblemKind::LookAlikeId, cell.text, message);
            report(problem.hint("write it with letters of one alphabet, as a keyboard types them"));
        }
        return;
    };
    let is_same = canonical(cell.text) == canonical(first.text);
    let (kind, message, hint) = if is_same {
        let hint = "write both in one form, best with the accent in the letter (NFC), and unite the two";
        let message = format!("the {key} {id} is given twice: only the form of its accents differs");
        (ProblemKind::DuplicateId, message, hint)
    } else {
        let message = format!("the {key} {id} looks like {}", quote(first.text));
        (ProblemKind::LookAlikeId, message, "if one of them is a slip, unite the two")
    };
    let problem = cell.problem(kind, cell.text, message).other(first.location());
    report(problem.note(format!("the other is in line {}", first.line())).hint(hint));
}
