//! All problems of a dataset at once, for a terminal, for other programs and for the page.

use serde::{Serialize, Serializer};

use super::rules::is_hidden;
use super::{Limit, Limits, Problem, ProblemKind, arrange, limits};

mod github;
mod json;
mod sarif;
mod text;

pub use text::ReportText;

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
    #[serde(serialize_with = "rows")]
    pub rows: Vec<(String, usize)>,
}

/// How many rows each table holds, as objects.
fn rows<S: Serializer>(rows: &[(String, usize)], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Rows<'a> {
        file: &'a str,
        rows: usize,
    }
    serializer.collect_seq(rows.iter().map(|(file, rows)| Rows { file, rows: *rows }))
}

/// Problems while they are collected, and how large what is read may be: beyond a limit they are counted only.
#[derive(Clone, Debug, Default)]
pub(super) struct Findings {
    pub(super) problems: Vec<Problem>,
    pub(super) limits: Limits,
    further_errors: usize,
    further_warnings: usize,
}

impl Findings {
    /// None yet, within these limits.
    pub(super) fn within(limits: Limits) -> Self {
        Self { limits, ..Self::default() }
    }

    /// The problem of a file that exceeds a limit. `what` names what was found in it: `the table has 7 rows`.
    pub(super) fn exceeded(&self, limit: Limit, found: usize, file: &str, what: &str) -> Problem {
        let message = format!("{what}; the limit is {}", self.limits.of(limit));
        Problem::new(ProblemKind::LimitExceeded, file, message).hint(limit.hint(found))
    }

    pub(super) fn push(&mut self, mut problem: Problem) {
        if self.problems.len() < limits::PROBLEMS {
            let Problem { message, note, hint, excerpt, location, .. } = &mut problem;
            for text in [message, note, hint, excerpt, &mut location.field] {
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
        arrange(&mut self.problems, &|a, b| {
            let key = |problem: &Problem| (file(problem), problem.location.line, problem.location.column, problem.kind);
            key(a).cmp(&key(b)).then_with(|| a.location.file.cmp(&b.location.file))
        });
        let Self { problems, further_errors, further_warnings, .. } = self;
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
        arrange(&mut kinds, &Ord::cmp);
        kinds.dedup();
        kinds
    }

    /// The report with its files named as seen from outside their folder, so that a terminal can open them.
    #[must_use]
    pub fn below(mut self, folder: &str) -> Self {
        let folder = folder.trim_end_matches('/');
        for problem in &mut self.problems {
            for location in core::iter::once(&mut problem.location).chain(&mut problem.other) {
                location.file = format!("{folder}/{}", location.file);
            }
        }
        self
    }
}

/// Text with everything that could command a terminal or turn its reading direction made visible.
pub fn visible(text: &str) -> String {
    let shown = |letter: char| match letter {
        '\t' => ' ',
        letter if is_hidden(letter) => '\u{fffd}',
        letter => letter,
    };
    text.chars().map(shown).collect()
}
