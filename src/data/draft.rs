//! A dataset as written: every value with its place, nothing validated yet.

mod json;
mod own;
mod quotes;
mod quoting;
mod record;

use std::sync::Arc;

use serde_json::Value;

use super::mapping::Mapping;
use super::report::Findings;
use super::schema::{Column, DESCRIPTOR, Schema};
use super::{Dataset, Location, Problem, ProblemKind};
pub(super) use json::{Step, Tokens, keys_given_twice, locate_nearest, too_deep};
pub(super) use own::{ladder_key, rungs};
pub(super) use quotes::stray_quotes;
pub(super) use record::{Scan, scan};

/// The files of a dataset as written.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub(super) descriptor: Option<Value>,
    /// The descriptor's own text, in which problems with it have their place.
    pub(super) descriptor_text: Text,
    /// The file that text stands in, where it is not the one of that name: one from which it was derived.
    pub(super) descriptor_file: Option<String>,
    /// Whether no file describes the tables, so that the descriptor is derived from them.
    pub(super) is_derived: bool,
    pub(super) tables: Vec<RawTable>,
    /// What reading alone has found.
    pub(super) findings: Findings,
    /// Tables that could not be read, or not be derived from others.
    pub(super) unread: Vec<&'static str>,
    pub(super) mapping: Mapping,
    /// The dataset, where it was packed: it needs no further check.
    pub(super) packed: Option<Dataset>,
}

impl Draft {
    /// How columns and words of the files were understood.
    pub const fn mapping(&self) -> &Mapping {
        &self.mapping
    }

    /// A table, if it could be read: the first of its kind.
    pub(super) fn table(&self, file: &str) -> Option<&RawTable> {
        self.tables.iter().find(|table| table.schema.file == file)
    }

    /// The tables of a kind: what was derived from other tables is one for each of them.
    pub(super) fn tables_of<'d>(&'d self, file: &'d str) -> impl Iterator<Item = &'d RawTable> {
        self.tables.iter().filter(move |table| table.schema.file == file)
    }

    /// Whether a table is in the folder and could not be read.
    pub(super) fn is_unread(&self, file: &str) -> bool {
        let is_named = || self.findings.problems.iter().any(|problem| problem.location.file == file);
        self.table(file).is_none() && (self.unread.contains(&file) || is_named())
    }

    /// A problem with the value of the descriptor at that path, or with what is nearest above it.
    pub(super) fn descriptor_problem(&self, kind: ProblemKind, path: &[Step], message: String) -> Problem {
        let text = &self.descriptor_text.text;
        let span = if text.is_empty() { None } else { locate_nearest(text, path) };
        self.descriptor_problem_at(kind, span, message)
    }

    /// A problem with the bytes `from..to` of the descriptor, or with it as a whole.
    pub(super) fn descriptor_problem_at(
        &self,
        kind: ProblemKind,
        span: Option<(usize, usize)>,
        message: String,
    ) -> Problem {
        let problem = Problem::new(kind, self.descriptor_file.as_deref().unwrap_or(DESCRIPTOR), message);
        match span {
            Some((from, to)) => self.descriptor_text.point(problem, from, self.descriptor_text.width(from, to)),
            None => problem,
        }
    }
}

/// A file's text with the offsets at which its lines begin.
#[derive(Clone, Debug, Default)]
pub(super) struct Text {
    pub(super) text: String,
    starts: Vec<usize>,
}

impl Text {
    pub(super) fn new(text: String) -> Self {
        let mut starts = vec![0];
        let bytes = text.as_bytes();
        for (at, byte) in bytes.iter().enumerate() {
            if *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
                starts.push(at + 1);
            }
        }
        Self { text, starts }
    }

    /// The line in which a byte stands, counted from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }

    /// The byte at which a line begins.
    pub(super) fn start(&self, line: usize) -> usize {
        self.starts.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len())
    }

    /// How many characters of one line lie between two bytes.
    pub(super) fn width(&self, from: usize, to: usize) -> usize {
        let part = self.text.get(from..to).unwrap_or_default();
        part.chars().take_while(|letter| !matches!(letter, '\r' | '\n')).count()
    }

    /// The problem with line, column and excerpt of the byte it stands at.
    pub(super) fn point(&self, mut problem: Problem, offset: usize, width: usize) -> Problem {
        let line = self.line(offset);
        let (start, end) = (self.start(line), self.start(line + 1));
        let whole = self.text.get(start..end).unwrap_or_default().trim_end_matches(['\r', '\n']);
        let before = self.text.get(start..offset).unwrap_or_default().chars().count();
        problem.location.line = line;
        problem.location.column = before + 1;
        problem.location.length = width;
        problem.show(whole, before, width);
        problem
    }
}

/// One table as written.
#[derive(Clone, Debug)]
pub(super) struct RawTable {
    pub(super) schema: &'static Schema,
    /// The name of the file it stands in.
    pub(super) file: String,
    pub(super) text: Arc<Text>,
    /// What stands between the fields.
    pub(super) delimiter: u8,
    pub(super) head: Record,
    /// The column that each name of the head means; `None` when it means none.
    pub(super) meanings: Vec<Option<&'static Column>>,
    /// The records that have as many fields as the head.
    pub(super) records: Vec<Record>,
    /// The others.
    pub(super) malformed: Vec<Record>,
    /// Where each field stands among those of the file's own lines; empty where they are the same.
    pub(super) origin: Vec<usize>,
}

/// One line of a table as written, the head among them.
#[derive(Clone, Debug, Default)]
pub(super) struct Record {
    /// The byte at which it begins.
    pub(super) offset: usize,
    pub(super) fields: csv::StringRecord,
    /// The bytes of each field, where the file is no CSV; empty where they are found by scanning the record.
    pub(super) spans: Vec<(usize, usize)>,
}

impl Record {
    /// A value, without blanks at its ends; empty where there is none.
    pub(super) fn value(&self, field: usize) -> &str {
        self.fields.get(field).unwrap_or_default().trim()
    }
}

/// One row of a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'a> {
    pub(super) table: &'a RawTable,
    pub(super) index: usize,
}

/// One value as written: its text and its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell<'a> {
    pub(super) row: Row<'a>,
    column: usize,
    /// Without blanks at its ends, and without an apostrophe that keeps it from being a formula.
    pub(super) text: &'a str,
}

impl RawTable {
    /// The names in the head.
    pub(super) fn columns(&self) -> impl Iterator<Item = &str> {
        self.head.fields.iter().map(str::trim)
    }

    /// The column at that place of the head, or the one that it translates.
    pub(super) fn column_at(&self, place: usize) -> Option<&'static Column> {
        let translated = || self.schema.translated(self.head.value(place)).map(|(column, _)| column);
        self.meanings.get(place).copied().flatten().or_else(translated)
    }

    /// The columns that translate one: the place of each in the head, and its language.
    pub(super) fn translations(&self, column: &str) -> impl Iterator<Item = (usize, &str)> {
        let of_column = move |name: &str| name.strip_prefix(column).is_some_and(|rest| rest.starts_with('_'));
        let heads = self.columns().enumerate().filter(move |(_, name)| of_column(name));
        heads.filter_map(|(place, name)| {
            let (_, language) =
                self.schema.translated(name).filter(|_| self.meanings.get(place).is_some_and(Option::is_none))?;
            Some((place, language))
        })
    }

    /// Where a column stands.
    pub(super) fn column(&self, name: &str) -> Option<usize> {
        self.meanings.iter().position(|column| column.is_some_and(|column| column.name == name))
    }

    /// Whether a column holds anything.
    pub(super) fn has_values(&self, column: usize) -> bool {
        self.records.iter().any(|record| record.fields.get(column).is_some_and(|field| !field.trim().is_empty()))
    }

    /// Walks a record up to the nth character of a field's value.
    pub(super) fn scan(&self, record: &Record, field: usize, nth: usize) -> Scan {
        scan(self.text.text.get(record.offset..).unwrap_or_default(), field, nth, self.delimiter)
    }

    /// Every row.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> + use<'_> {
        (0..self.records.len()).map(move |index| Row { table: self, index })
    }

    /// The byte at which the nth character of a field's value stands.
    pub(super) fn offset(&self, record: &Record, field: usize, nth: usize) -> usize {
        if let Some((from, to)) = record.spans.get(field) {
            let written = self.text.text.get(*from..*to).unwrap_or_default();
            return from + written.char_indices().nth(nth).map_or(0, |(at, _)| at);
        }
        let field = self.origin.get(field).copied().unwrap_or(field);
        record.offset + self.scan(record, field, nth).offset
    }

    /// The bytes of a field's value.
    pub(super) fn span(&self, record: &Record, field: usize) -> (usize, usize) {
        let whole = |(from, to): &(usize, usize)| (*from, *to);
        let scanned = || (self.offset(record, field, 0), self.offset(record, field, usize::MAX));
        record.spans.get(field).map_or_else(scanned, whole)
    }

    /// A problem with a field of a record, from the nth character of its value on.
    pub(super) fn problem(
        &self,
        kind: ProblemKind,
        record: &Record,
        (field, nth): (usize, usize),
        width: usize,
        message: String,
    ) -> Problem {
        let offset = self.offset(record, field, nth);
        let line_end = self.text.start(self.text.line(offset) + 1);
        let mut problem = Problem::new(kind, &self.file, message);
        self.head.fields.get(field).unwrap_or_default().trim().clone_into(&mut problem.location.field);
        self.text.point(problem, offset, width.min(self.text.width(offset, line_end)))
    }

    /// A problem with a record as a whole.
    pub(super) fn record_problem(&self, kind: ProblemKind, record: &Record, message: String) -> Problem {
        let mut problem = self.text.point(Problem::new(kind, &self.file, message), record.offset, 0);
        problem.location.column = 0;
        problem
    }
}

impl<'a> Row<'a> {
    /// A value by its column's name; `None` when there is no such column.
    pub(super) fn cell(self, column: &str) -> Option<Cell<'a>> {
        debug_assert!(self.table.schema.column(column).is_some(), "{} has no {column}", self.table.schema.file);
        self.cell_at(self.table.column(column)?)
    }

    /// A value by its column's place in the head.
    pub(super) fn cell_at(self, column: usize) -> Option<Cell<'a>> {
        let text = unescaped(self.record().fields.get(column)?.trim());
        Some(Cell { row: self, column, text })
    }

    pub(super) fn record(self) -> &'a Record {
        &self.table.records[self.index]
    }
}

impl<'a> Cell<'a> {
    /// Its column's name.
    pub(super) fn field(&self) -> &'a str {
        self.row.table.head.fields.get(self.column).unwrap_or_default().trim()
    }

    /// Its row.
    pub(super) const fn row(&self) -> Row<'a> {
        self.row
    }

    /// Its column, unless the schema has none of that name.
    pub(super) fn column(&self) -> Option<&'static Column> {
        self.row.table.meanings.get(self.column).copied().flatten()
    }

    /// The line it begins in.
    pub(super) fn line(&self) -> usize {
        let (table, record) = (self.row.table, self.row.record());
        table.text.line(table.offset(record, self.column, 0))
    }

    /// Where it stands.
    pub(super) fn location(&self) -> Location {
        self.problem(ProblemKind::EmptyField, self.text, String::new()).location
    }

    /// A problem with this value, or with `part` of it.
    pub(super) fn problem(&self, kind: ProblemKind, part: &str, message: String) -> Problem {
        let record = self.row.record();
        let raw = record.fields.get(self.column).unwrap_or_default();
        let before = raw.get(..within(raw, part)).unwrap_or_default().chars().count();
        self.row.table.problem(kind, record, (self.column, before), part.chars().count(), message)
    }
}

/// What makes a value a formula to a spreadsheet, at its beginning.
pub(super) const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A value without the apostrophe that keeps a spreadsheet from taking it for a formula.
pub(super) fn unescaped(text: &str) -> &str {
    let rest = text.strip_prefix('\'').filter(|rest| rest.trim_start_matches('\'').starts_with(FORMULA));
    rest.unwrap_or(text)
}

/// Where `part` begins in `whole`: by its address when it was cut from it, for a list may hold `AA` after `AAA`.
fn within(whole: &str, part: &str) -> usize {
    let cut = part.as_ptr().addr().checked_sub(whole.as_ptr().addr());
    let cut = cut.filter(|from| whole.get(*from..from + part.len()) == Some(part));
    cut.or_else(|| whole.find(part)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_found_where_it_was_cut() {
        let list = "AAA AA";
        let parts: Vec<&str> = list.split(' ').collect();
        assert_eq!(within(list, parts[1]), 4);
        assert_eq!(within(list, "AA"), 0);
    }

    #[test]
    fn lines_end_as_any_machine_ends_them() {
        let text = Text::new("a\nb\r\nc\rd".to_owned());
        assert_eq!([0, 2, 5, 7].map(|offset| text.line(offset)), [1, 2, 3, 4]);
    }
}
