//! A report as text: for a terminal, with colours or without.

use core::fmt::{self, Write as _};

use super::super::suggestion::numbered;
use super::super::{Location, Problem};
use super::{Report, visible};

/// No more problems than these are printed, unless more are asked for; the rest is counted.
const SHOWN: usize = 100;

const RED: &str = "\x1b[1;31m";
const YELLOW: &str = "\x1b[1;33m";
const BLUE: &str = "\x1b[1;34m";
const BOLD: &str = "\x1b[1m";
const PLAIN: &str = "\x1b[0m";

/// How a report is printed. Nothing of a dataset in it can command a terminal or turn the direction of reading.
#[derive(Clone, Copy, Debug)]
pub struct ReportText<'a> {
    report: &'a Report,
    most: usize,
    is_coloured: bool,
}

impl Report {
    /// The report as text, with at most `most` problems, and with the colours of an ANSI terminal if wished.
    pub const fn text(&self, most: usize, is_coloured: bool) -> ReportText<'_> {
        ReportText { report: self, most, is_coloured }
    }

    /// How many errors and warnings there are, and how many rows were read: `1 error, no warnings; rows read: …`.
    pub fn summary(&self) -> String {
        let read: Vec<String> = self.rows.iter().map(|(table, rows)| format!("{table} {rows}")).collect();
        let (errors, warnings) = (numbered(self.errors(), "error"), numbered(self.warnings(), "warning"));
        let read = if read.is_empty() { String::new() } else { format!("; rows read: {}", read.join(", ")) };
        format!("{errors}, {warnings}{read}")
    }
}

impl Location {
    /// The place as editors and terminals know it: `ties.csv:2:5`, as far as it is known.
    pub fn address(&self) -> String {
        let mut text = visible(&self.file);
        for number in [self.line, self.column].into_iter().take_while(|number| *number > 0) {
            // Writing to a String cannot fail.
            let _ = write!(text, ":{number}");
        }
        text
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(f, self, false)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text(SHOWN, false).fmt(f)
    }
}

impl fmt::Display for ReportText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { report, most, is_coloured } = *self;
        for problem in report.problems.iter().take(most) {
            write(f, problem, is_coloured)?;
            writeln!(f)?;
        }
        let all = report.errors() + report.warnings();
        let shown = report.problems.len().min(most);
        if all > shown {
            writeln!(f, "… and {}\n", numbered(all - shown, "further problem"))?;
        }
        writeln!(f, "{}", report.summary())
    }
}

fn write(f: &mut fmt::Formatter<'_>, problem: &Problem, is_coloured: bool) -> fmt::Result {
    let paint = |style: &'static str| if is_coloured { style } else { "" };
    let (severity, colour) = if problem.allowed { ("warning", YELLOW) } else { ("error", RED) };
    let [colour, blue, bold, plain] = [colour, BLUE, BOLD, PLAIN].map(paint);
    writeln!(f, "{colour}{severity}[{}]{plain}{bold}: {}{plain}", problem.kind.code(), problem.message)?;
    let location = &problem.location;
    write!(f, "  {blue}-->{plain} {}", location.address())?;
    if !location.field.is_empty() {
        write!(f, " ({})", visible(&location.field))?;
    }
    writeln!(f)?;
    if !problem.excerpt.is_empty() {
        let number = location.line.to_string();
        let margin = " ".repeat(number.len());
        writeln!(f, "{blue}{margin} |{plain}")?;
        writeln!(f, "{blue}{number} |{plain} {}", problem.excerpt)?;
        if location.column > 0 {
            let (before, mark) = (" ".repeat(problem.before), "^".repeat(problem.width));
            writeln!(f, "{blue}{margin} |{plain} {before}{colour}{mark}{plain}")?;
        }
    }
    for (name, text) in [("note", &problem.note), ("hint", &problem.hint)] {
        if !text.is_empty() {
            writeln!(f, "  {bold}{name}{plain}: {text}")?;
        }
    }
    Ok(())
}
