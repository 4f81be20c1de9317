//! All problems of a dataset at once, for a terminal and for the page.

use core::fmt;

use serde::Serialize;

use super::rules::is_hidden;
use super::suggestion::numbered;
use super::{Problem, ProblemKind, limits};

/// No more problems than these are printed; the rest is counted.
const SHOWN: usize = 100;

/// Every problem found, in the order of the files, and how much was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// By file, line and column; at most 10,000.
    pub problems: Vec<Problem>,
    /// How many further errors were found.
    pub further_errors: usize,
    /// How many further warnings were found.
    pub further_warnings: usize,
    /// How many rows each table holds.
    pub rows: Vec<(String, usize)>,
}

/// Problems while they are collected: beyond a limit they are counted only.
#[derive(Clone, Debug, Default)]
pub(super) struct Findings {
    pub(super) problems: Vec<Problem>,
    further_errors: usize,
    further_warnings: usize,
}

impl Findings {
    pub(super) fn push(&mut self, mut problem: Problem) {
        if self.problems.len() < limits::PROBLEMS {
            for text in [&mut problem.message, &mut problem.note, &mut problem.hint, &mut problem.excerpt] {
                *text = visible(text);
            }
            self.problems.push(problem);
        } else if problem.allowed {
            self.further_warnings += 1;
        } else {
            self.further_errors += 1;
        }
    }

    pub(super) fn extend(&mut self, other: Self) {
        for problem in other.problems {
            self.push(problem);
        }
        self.further_errors += other.further_errors;
        self.further_warnings += other.further_warnings;
    }

    /// The report, sorted by `file`, line and column.
    pub(super) fn into_report(mut self, file: impl Fn(&Problem) -> usize, rows: Vec<(String, usize)>) -> Report {
        self.problems.sort_by(|a, b| {
            let key = |problem: &Problem| (file(problem), problem.location.line, problem.location.column, problem.kind);
            key(a).cmp(&key(b)).then_with(|| a.location.file.cmp(&b.location.file))
        });
        let Self { problems, further_errors, further_warnings } = self;
        Report { problems, further_errors, further_warnings, rows }
    }
}

impl Report {
    /// Whether a dataset can be made all the same.
    pub fn is_passable(&self) -> bool {
        self.errors() == 0
    }

    /// How many problems stand in the way.
    pub fn errors(&self) -> usize {
        self.problems.iter().filter(|problem| !problem.allowed).count() + self.further_errors
    }

    /// How many problems were let through.
    pub fn warnings(&self) -> usize {
        self.problems.iter().filter(|problem| problem.allowed).count() + self.further_warnings
    }

    /// The kinds found, each once.
    pub fn kinds(&self) -> Vec<ProblemKind> {
        let mut kinds: Vec<ProblemKind> = self.problems.iter().map(|problem| problem.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }

    /// The report with its files named as seen from outside their folder, so that a terminal can open them.
    #[must_use]
    pub fn below(mut self, folder: &str) -> Self {
        let folder = folder.trim_end_matches('/');
        for problem in &mut self.problems {
            problem.location.file = format!("{folder}/{}", problem.location.file);
        }
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = if self.allowed { "warning" } else { "error" };
        writeln!(f, "{severity}[{}]: {}", self.kind.code(), self.message)?;
        let location = &self.location;
        write!(f, "  --> {}", visible(&location.file))?;
        if location.line > 0 {
            write!(f, ":{}", location.line)?;
        }
        if location.column > 0 {
            write!(f, ":{}", location.column)?;
        }
        if !location.field.is_empty() {
            write!(f, " ({})", visible(&location.field))?;
        }
        writeln!(f)?;
        if !self.excerpt.is_empty() {
            let number = location.line.to_string();
            let margin = " ".repeat(number.len());
            writeln!(f, "{margin} |")?;
            writeln!(f, "{number} | {}", self.excerpt)?;
            if location.column > 0 {
                writeln!(f, "{margin} | {}{}", " ".repeat(self.before), "^".repeat(self.width))?;
            }
        }
        if !self.note.is_empty() {
            writeln!(f, "  note: {}", self.note)?;
        }
        if !self.hint.is_empty() {
            writeln!(f, "  hint: {}", self.hint)?;
        }
        Ok(())
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in self.problems.iter().take(SHOWN) {
            writeln!(f, "{problem}")?;
        }
        let (errors, warnings) = (self.errors(), self.warnings());
        if errors + warnings > SHOWN {
            writeln!(f, "… and {}\n", numbered(errors + warnings - SHOWN, "further problem"))?;
        }
        let read: Vec<String> = self.rows.iter().map(|(table, rows)| format!("{table} {rows}")).collect();
        write!(f, "{}, {}", numbered(errors, "error"), numbered(warnings, "warning"))?;
        if read.is_empty() { writeln!(f) } else { writeln!(f, "; rows read: {}", read.join(", ")) }
    }
}

/// Text with everything that could command a terminal or turn its reading direction made visible.
pub(super) fn visible(text: &str) -> String {
    let shown = |letter: char| match letter {
        '\t' => ' ',
        letter if is_hidden(letter) => '\u{fffd}',
        letter => letter,
    };
    text.chars().map(shown).collect()
}
