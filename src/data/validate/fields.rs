//! Reading single fields: what they should be, and what to say when they are not.

use super::super::draft::{Cell, Draft, RawTable, SCHEMAS};
use super::super::report::Findings;
use super::super::suggestion::{did_you_mean, nearest, quote};
use super::super::{Confidence, Problem, ProblemKind, Report, limits};
use super::ids::Known;
use crate::time::Date;

/// The draft's fields, the ids it gives, and the problems.
pub(super) struct Fields<'d> {
    pub(super) draft: &'d Draft,
    pub(super) known: Known<'d>,
    allow: &'d [ProblemKind],
    findings: Findings,
    /// How many more times to look for what was meant.
    pub(super) suggestions: usize,
}

impl<'d> Fields<'d> {
    pub(super) fn new(draft: &'d Draft, allow: &'d [ProblemKind]) -> Self {
        let mut findings = draft.findings.clone();
        for problem in &mut findings.problems {
            problem.allowed |= is_allowed(allow, problem.kind);
        }
        let mut fields = Self { draft, known: Known::default(), allow, findings, suggestions: SUGGESTIONS };
        fields.find_ids();
        fields
    }

    pub(super) fn report(&mut self, mut problem: Problem) {
        problem.allowed |= is_allowed(self.allow, problem.kind);
        self.findings.push(problem);
    }

    pub(super) fn into_report(self) -> Report {
        let file = |problem: &Problem| {
            let table = SCHEMAS.iter().position(|schema| schema.file == problem.location.file);
            table.map_or(0, |place| place + 1)
        };
        let rows = self.draft.tables.iter().map(|table| (table.file.to_owned(), table.rows.len())).collect();
        self.findings.into_report(file, rows)
    }

    /// The rows of a table.
    pub(super) fn rows(&self, file: &str) -> impl Iterator<Item = (&'d RawTable, usize)> + use<'d> {
        let table = self.draft.table(file);
        table.into_iter().flat_map(|table| (0..table.rows.len()).map(move |row| (table, row)))
    }

    /// A text that must not be empty.
    pub(super) fn text(&mut self, table: &'d RawTable, row: usize, column: &str) -> String {
        let Some(cell) = table.cell(row, column) else { return String::new() };
        self.must_say_something(cell);
        cell.text.to_owned()
    }

    fn must_say_something(&mut self, cell: Cell<'d>) -> bool {
        if cell.text.is_empty() {
            let problem = cell.problem(ProblemKind::EmptyField, "", format!("`{}` is empty", cell.field()));
            self.report(problem.hint("every row needs it"));
        }
        !cell.text.is_empty()
    }

    /// A text that may be empty, or whose column may be missing.
    pub(super) fn optional(table: &RawTable, row: usize, column: &str) -> String {
        table.cell(row, column).map_or(String::new(), |cell| cell.text.to_owned())
    }

    /// A date that must be there.
    pub(super) fn date(&mut self, table: &'d RawTable, row: usize, column: &str) -> Option<Date> {
        let cell = table.cell(row, column)?;
        if self.must_say_something(cell) { self.date_in(cell) } else { None }
    }

    /// A date that may be empty; `Err` when it is none.
    pub(super) fn open_date(&mut self, table: &'d RawTable, row: usize, column: &str) -> Result<Option<Date>, ()> {
        match table.cell(row, column).filter(|cell| !cell.text.is_empty()) {
            Some(cell) => self.date_in(cell).map(Some).ok_or(()),
            None => Ok(None),
        }
    }

    fn date_in(&mut self, cell: Cell<'d>) -> Option<Date> {
        match cell.text.parse() {
            Ok(date) => Some(date),
            Err(error) => {
                let message = format!("{}: {error}", quote(cell.text));
                let problem = cell.problem(ProblemKind::BadDate, cell.text, message);
                self.report(problem.hint("write 1972, 1972-07 or 1972-07-04; add ~ for about, ? for uncertain"));
                None
            }
        }
    }

    /// Onset and terminus, either of which may be empty; `None` when one is no date or they are the wrong way round.
    pub(super) fn stretch(&mut self, table: &'d RawTable, row: usize) -> Option<(Option<Date>, Option<Date>)> {
        let (from, to) = (self.open_date(table, row, "from"), self.open_date(table, row, "to"));
        let (from, to) = (from.ok()?, to.ok()?);
        if let (Some(from), Some(to), Some(cell)) = (from, to, table.cell(row, "to"))
            && to.instant() <= from.instant()
        {
            let message = format!("`to` ({to}) is not after `from` ({from})");
            let problem = cell.problem(ProblemKind::TerminusBeforeOnset, cell.text, message);
            let hint = "`to` is the first day on which it no longer held; leave it empty while it lasts";
            self.report(problem.hint(hint));
            return None;
        }
        Some((from, to))
    }

    /// A number in a range; 0 when it is none.
    pub(super) fn number(&mut self, table: &'d RawTable, row: usize, column: &str, range: (f64, f64)) -> f64 {
        table.cell(row, column).and_then(|cell| self.number_in(cell, range, "number")).unwrap_or_default()
    }

    /// A number in a range, if there is one.
    pub(super) fn open_number(
        &mut self,
        table: &'d RawTable,
        row: usize,
        column: &str,
        range: (f64, f64),
    ) -> Option<f64> {
        let cell = table.cell(row, column).filter(|cell| !cell.text.is_empty())?;
        self.number_in(cell, range, "number")
    }

    fn number_in(&mut self, cell: Cell<'d>, (low, high): (f64, f64), what: &str) -> Option<f64> {
        // Rust reads “inf” and “NaN” as numbers; tables must not.
        let decimals = what == "number";
        let plain = |byte: u8| byte.is_ascii_digit() || b"+-".contains(&byte) || (byte == b'.' && decimals);
        let number = cell.text.parse::<f64>().ok().filter(|_| cell.text.bytes().all(plain));
        let number = number.filter(|number| (low..=high).contains(number));
        if number.is_none() {
            let message = format!("{} is not a {what} from {low} to {high}", quote(cell.text));
            let hint =
                if decimals { "write digits, with a point before decimals: -12.5" } else { "write digits alone" };
            self.report(cell.problem(ProblemKind::BadNumber, cell.text, message).hint(hint));
        }
        number
    }

    /// A calendar year.
    pub(super) fn year(&mut self, table: &'d RawTable, row: usize, column: &str) -> Option<i16> {
        let cell = table.cell(row, column)?;
        self.number_in(cell, (-9999.0, 9999.0), "year").map(|year| year as i16)
    }

    /// A number of a paragraph.
    pub(super) fn paragraph(&mut self, table: &'d RawTable, row: usize, column: &str) -> u16 {
        let number = table.cell(row, column).and_then(|cell| self.number_in(cell, (1.0, 10_000.0), "whole number"));
        number.unwrap_or_default() as u16
    }

    /// Numbers of paragraphs, separated by spaces.
    pub(super) fn paragraphs(&mut self, table: &'d RawTable, row: usize) -> Vec<u16> {
        let Some(cell) = table.cell(row, "paragraphs") else { return Vec::new() };
        let mut numbers = Vec::new();
        for part in self.parts(cell) {
            if let Ok(number) = part.parse() {
                numbers.push(number);
            } else {
                let message = format!("{} is no number of a paragraph", quote(part));
                let problem = cell.problem(ProblemKind::BadNumber, part, message);
                self.report(problem.hint("write whole numbers, separated by spaces"));
            }
        }
        numbers
    }

    /// The parts of a list, separated by spaces, as many as are allowed.
    pub(super) fn parts(&mut self, cell: Cell<'d>) -> Vec<&'d str> {
        let mut parts: Vec<&str> = cell.text.split_whitespace().take(limits::LIST + 1).collect();
        if parts.len() > limits::LIST {
            let message = format!("the list has more than {} entries", limits::LIST);
            self.report(cell.problem(ProblemKind::LimitExceeded, parts[limits::LIST], message));
            parts.truncate(limits::LIST);
        }
        parts
    }

    /// One of some words.
    pub(super) fn word<T: Copy>(
        &mut self,
        table: &'d RawTable,
        row: usize,
        column: &str,
        words: &[(&'static str, T)],
    ) -> T {
        let cell = table.cell(row, column);
        let found = cell.and_then(|cell| words.iter().find(|(word, _)| *word == cell.text));
        if let (None, Some(cell)) = (found, cell) {
            let all: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let message = format!("{} is no {column}", quote(cell.text));
            let near = nearest(cell.text, all.iter().copied());
            let hint = did_you_mean(near, format!("it must be one of {}", all.join(", ")));
            self.report(cell.problem(ProblemKind::UnknownWord, cell.text, message).hint(hint));
        }
        found.map_or(words[0].1, |(_, value)| *value)
    }

    pub(super) fn confidence(&mut self, table: &'d RawTable, row: usize) -> Confidence {
        self.word(table, row, "confidence", &Confidence::NAMES)
    }
}

/// Looking for what was meant compares a name with all others; nobody reads more hints than these.
const SUGGESTIONS: usize = 200;

fn is_allowed(allow: &[ProblemKind], kind: ProblemKind) -> bool {
    kind.can_be_allowed() && allow.contains(&kind)
}
