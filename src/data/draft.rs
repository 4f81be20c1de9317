//! Tables as written: every value with its place, nothing believed yet.

mod schema;

use serde_json::Value;

use super::read::DESCRIPTOR;
use super::report::Findings;
use super::{Problem, ProblemKind};
pub(super) use schema::{SCHEMAS, Schema};

/// A whole dataset as written.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub(super) descriptor: Option<Value>,
    /// The descriptor's own text, in which problems with it have their place.
    pub(super) descriptor_text: Text,
    pub(super) tables: Vec<RawTable>,
    /// What reading alone has found.
    pub(super) findings: Findings,
}

impl Draft {
    /// A table, if it could be read.
    pub(super) fn table(&self, file: &str) -> Option<&RawTable> {
        self.tables.iter().find(|table| table.file == file)
    }

    /// A problem with the descriptor, at the bytes `from..to` of its text or with it as a whole.
    pub(super) fn descriptor_problem(
        &self,
        kind: ProblemKind,
        span: Option<(usize, usize)>,
        message: String,
    ) -> Problem {
        let problem = Problem::new(kind, DESCRIPTOR, message);
        match span {
            Some((from, to)) => self.descriptor_text.point(problem, from, self.descriptor_text.width(from, to)),
            None => problem,
        }
    }
}

/// A file's text with the places at which its lines begin.
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
        problem.show(whole, before, width);
        problem
    }
}

/// One table as written.
#[derive(Clone, Debug, Default)]
pub(super) struct RawTable {
    pub(super) file: &'static str,
    pub(super) text: Text,
    pub(super) head: Row,
    /// The rows that have as many fields as the head.
    pub(super) rows: Vec<Row>,
    /// The others.
    pub(super) malformed: Vec<Row>,
}

/// One row as written, and the byte at which it begins.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub(super) offset: usize,
    pub(super) fields: csv::StringRecord,
}

/// One value as written: its text and its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell<'a> {
    pub(super) table: &'a RawTable,
    pub(super) row: usize,
    column: usize,
    /// Without blanks at its ends.
    pub(super) text: &'a str,
}

impl RawTable {
    /// Where a column stands.
    pub(super) fn column(&self, name: &str) -> Option<usize> {
        self.head.fields.iter().position(|other| other.trim() == name)
    }

    /// A value by its row and its column's name; `None` when there is no such column.
    pub(super) fn cell(&self, row: usize, column: &str) -> Option<Cell<'_>> {
        self.cell_at(row, self.column(column)?)
    }

    /// A value by its row and its column.
    pub(super) fn cell_at(&self, row: usize, column: usize) -> Option<Cell<'_>> {
        let text = self.rows.get(row)?.fields.get(column)?.trim();
        Some(Cell { table: self, row, column, text })
    }

    /// A problem with a field of a row, from the nth character of its value on.
    pub(super) fn problem(
        &self,
        kind: ProblemKind,
        row: &Row,
        (field, nth): (usize, usize),
        width: usize,
        message: String,
    ) -> Problem {
        let offset = row.offset + scan(self.text.text.get(row.offset..).unwrap_or_default(), field, nth).offset;
        let line_end = self.text.start(self.text.line(offset) + 1);
        let mut problem = Problem::new(kind, self.file, message);
        self.head.fields.get(field).unwrap_or_default().trim().clone_into(&mut problem.location.field);
        self.text.point(problem, offset, width.min(self.text.width(offset, line_end)))
    }

    /// A problem with a row as a whole.
    pub(super) fn row_problem(&self, kind: ProblemKind, row: &Row, message: String) -> Problem {
        let mut problem = self.text.point(Problem::new(kind, self.file, message), row.offset, 0);
        problem.location.column = 0;
        problem
    }
}

impl<'a> Cell<'a> {
    /// Its column's name.
    pub(super) fn field(&self) -> &'a str {
        self.table.head.fields.get(self.column).unwrap_or_default().trim()
    }

    /// The line it begins in.
    pub(super) fn line(&self) -> usize {
        let row = &self.table.rows[self.row];
        let text = self.table.text.text.get(row.offset..).unwrap_or_default();
        self.table.text.line(row.offset + scan(text, self.column, 0).offset)
    }

    /// A problem with this value, or with `part` of it.
    pub(super) fn problem(&self, kind: ProblemKind, part: &str, message: String) -> Problem {
        let row = &self.table.rows[self.row];
        let raw = row.fields.get(self.column).unwrap_or_default();
        let before = raw.get(..within(raw, part)).unwrap_or_default().chars().count();
        self.table.problem(kind, row, (self.column, before), part.chars().count(), message)
    }
}

/// Where `part` begins in `whole`: by its address when it was cut from it, for a list may hold `AA` after `AAA`.
fn within(whole: &str, part: &str) -> usize {
    let cut = part.as_ptr().addr().checked_sub(whole.as_ptr().addr());
    let cut = cut.filter(|from| whole.get(*from..from + part.len()) == Some(part));
    cut.or_else(|| whole.find(part)).unwrap_or_default()
}

/// What [`scan`] found.
pub(super) struct Scan {
    /// The byte at which the character stands, or at which the record ends.
    pub(super) offset: usize,
    /// Whether the record ends inside quotes.
    pub(super) open: bool,
}

/// Walks a record as the `csv` crate reads it, up to the nth character of a field's value.
pub(super) fn scan(text: &str, field: usize, nth: usize) -> Scan {
    #[derive(Clone, Copy, PartialEq)]
    enum At {
        Start,
        Plain,
        Quoted,
        AfterQuote,
    }
    let (mut at, mut passed, mut seen) = (At::Start, 0, 0);
    for (offset, letter) in text.char_indices() {
        let ends = at != At::Quoted && matches!(letter, ',' | '\r' | '\n');
        // An opening quote, or a closing one or the first of two, is no part of the value.
        let silent = letter == '"' && matches!(at, At::Start | At::Quoted);
        if passed == field && !silent && (seen == nth || ends) {
            return Scan { offset, open: false };
        }
        match (at, letter) {
            (_, ',') if ends => {
                passed += 1;
                at = At::Start;
                continue;
            }
            _ if ends => return Scan { offset, open: false },
            (At::Start | At::AfterQuote, '"') => at = At::Quoted,
            (At::Quoted, '"') => at = At::AfterQuote,
            (At::Quoted, _) => {}
            _ => at = At::Plain,
        }
        seen += usize::from(passed == field && !silent);
    }
    Scan { offset: text.len(), open: at == At::Quoted }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_is_found_behind_quotes_commas_and_line_breaks() {
        let text = "a,\"b, \"\"c\"\"\nd\",ab\"c,d,\"x\"y,z\n";
        let at = |field, nth| text[scan(text, field, nth).offset..].chars().next();
        for (field, value) in ["a", "b, \"c\"\nd", "ab\"c", "d", "xy", "z"].into_iter().enumerate() {
            for (nth, letter) in value.chars().enumerate() {
                assert_eq!(at(field, nth), Some(letter), "{field} {nth}");
            }
        }
        assert!(scan("a,\"b\nc,d", 9, 0).open);
        assert!(!scan("a,\"b\",c", 9, 0).open);
    }

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
