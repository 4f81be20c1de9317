//! Reading single values: what the schema says they are, and what to report when they are not.

use super::super::draft::{Cell, Draft, RawTable, Row};
use super::super::places::added::added;
use super::super::report::Findings;
use super::super::rules::is_interval;
use super::super::schema::{Kind, Need, SCHEMAS, Schema};
use super::super::suggestion::{did_you_mean, nearest, quote};
use super::super::{
    ActorId, Censoring, Confidence, Limit, Problem, ProblemKind, Report, Rung, Stance, Weight, numerals,
};
use super::dates::{self, AFTER, BEFORE, UNKNOWN};
use super::ids::Index;
use crate::time::{Calendar, Date, Precision};

/// Looking for what was meant compares a name with all others; nobody reads more hints than these.
const SUGGESTIONS: usize = 200;

/// The draft's values, the ids it gives, and the problems found so far.
pub(super) struct Fields<'d> {
    pub(super) draft: &'d Draft,
    pub(super) index: Index<'d>,
    /// Who stands in the centre, if the descriptor names an actor.
    pub(super) ego: Option<ActorId>,
    /// The first and the last year, once the descriptor is known to be valid.
    pub(super) span: Option<(i16, i16)>,
    /// How the dataset counts time.
    pub(super) calendar: Calendar,
    /// Hosts of encyclopedias: what rests on them alone is not of high confidence.
    pub(super) encyclopedias: Vec<String>,
    /// The ladder, warmest rung first; empty when the descriptor is not valid.
    pub(super) ladder: Vec<Rung>,
    /// The least weight of each rung, warmest first; empty where weights make no rungs.
    pub(super) thresholds: Vec<Option<Weight>>,
    /// What ties of one dyad are that hold at the same time.
    pub(super) several: Several,
    /// Whether a fact without a source is an error.
    pub(super) demands_sources: bool,
    /// How many facts of each table have no source, with the problem of the first.
    pub(super) unsourced: Vec<(usize, Problem)>,
    /// How many more times to look for what was meant.
    pub(super) suggestions: usize,
    allow: &'d [ProblemKind],
    findings: Findings,
}

/// What ties of one dyad are that hold at the same time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Several {
    /// An error: the descriptor says so.
    Refused,
    /// They count as the descriptor says.
    Combined,
    /// The descriptor says nothing, and none was found.
    Unsaid,
    /// The descriptor says nothing, and some were found: the strongest counts.
    Strongest,
}

impl<'d> Fields<'d> {
    pub(super) fn new(draft: &'d Draft, allow: &'d [ProblemKind]) -> Self {
        let mut findings = draft.findings.clone();
        for problem in &mut findings.problems {
            problem.allowed |= is_allowed(allow, problem.kind);
        }
        let mut fields = Self {
            draft,
            index: Index::default(),
            ego: None,
            span: None,
            calendar: Calendar::default(),
            encyclopedias: Vec::new(),
            ladder: Vec::new(),
            thresholds: Vec::new(),
            several: Several::Refused,
            demands_sources: false,
            unsourced: Vec::new(),
            suggestions: SUGGESTIONS,
            allow,
            findings,
        };
        fields.index = Index::of(draft, &mut |problem| fields.report(problem));
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
        let mut rows: Vec<(String, usize)> = Vec::new();
        for table in &self.draft.tables {
            match rows.iter_mut().find(|(name, _)| name == table.schema.file) {
                Some((_, count)) => *count += table.records.len(),
                None => rows.push((table.schema.file.to_owned(), table.records.len())),
            }
        }
        self.findings.into_report(file, rows)
    }

    /// The rows of a table; none when the folder lacks it.
    pub(super) fn rows(&self, schema: &Schema) -> impl Iterator<Item = Row<'d>> + use<'d> {
        self.draft.tables_of(schema.file).flat_map(RawTable::rows)
    }

    /// What `read` makes of a table; nothing of one without rows, for which `read` is not called.
    pub(super) fn of<T: Default>(&mut self, schema: &Schema, read: impl FnOnce(&mut Self) -> T) -> T {
        if self.rows(schema).next().is_some() { read(self) } else { T::default() }
    }

    /// Reports a value that must be there and is not; whether there is one.
    pub(super) fn is_filled(&mut self, cell: Cell<'d>) -> bool {
        let column = cell.column().filter(|column| column.need == Need::Value && cell.text.is_empty());
        if let Some(column) = column {
            let problem = cell.problem(ProblemKind::EmptyField, "", format!("`{}` is empty", column.name));
            let hint = match column.kind {
                Kind::Date => "every row needs a date, however vague: 1948~",
                _ => "every row needs it",
            };
            self.report(problem.hint(hint));
        }
        !cell.text.is_empty()
    }

    /// The value of a column, if there is one.
    pub(super) fn cell(&mut self, row: Row<'d>, column: &str) -> Option<Cell<'d>> {
        let cell = row.cell(column)?;
        self.is_filled(cell).then_some(cell)
    }

    /// A text, with its translations: [`added`]. Empty when it is missing.
    pub(super) fn text(&mut self, row: Row<'d>, column: &str) -> String {
        let mut text = self.cell(row, column).map_or(String::new(), |cell| cell.text.to_owned());
        let is_missing = text.is_empty();
        for (place, language) in row.table.translations(column) {
            let Some(cell) = row.cell_at(place).filter(|cell| !cell.text.is_empty()) else { continue };
            if is_missing {
                let message = format!("`{}` translates nothing: `{column}` is empty", cell.field());
                let problem = cell.problem(ProblemKind::EmptyField, cell.text, message);
                self.report(problem.hint(format!("write the text into `{column}`, or leave both empty")));
            } else {
                added(&mut text, language, cell.text);
            }
        }
        text
    }

    /// A date; `None` when there is none or it is malformed.
    pub(super) fn date(&mut self, row: Row<'d>, column: &str) -> Option<Date> {
        self.open_date(row, column).unwrap_or_default()
    }

    /// A date that may be missing; `Err` when it is malformed, which has been reported.
    fn open_date(&mut self, row: Row<'d>, column: &str) -> Result<Option<Date>, ()> {
        let Some(cell) = row.cell(column) else { return Ok(None) };
        self.open_date_in(cell, cell.text)
    }

    /// A date that may be missing, in the value of a column or as a part of it.
    fn open_date_in(&mut self, cell: Cell<'d>, text: &'d str) -> Result<Option<Date>, ()> {
        if !self.is_filled(cell) {
            return Ok(None);
        }
        match dates::parse(text) {
            Ok(date) => Ok(Some(date.counted_by(self.calendar))),
            Err(error) => {
                let message = format!("{}: {error}", quote(text));
                let problem = cell.problem(ProblemKind::BadDate, text, message);
                self.report(problem.hint(dates::hint(text)));
                Err(())
            }
        }
    }

    /// `from` and `to`, either of which may be missing; `None` when one is malformed or they are the wrong way round.
    ///
    /// In the place of `to`, the first day after it, there may be `until`, the last.
    pub(super) fn interval(&mut self, row: Row<'d>) -> Option<(Option<Date>, Option<Date>)> {
        // Each is read before any is given up, so that all that is wrong is reported.
        let dates = ["from", "to", "until"].map(|column| self.open_date(row, column));
        self.ordered(row, dates)
    }

    /// The same, where an end may be one that the record does not show: `../1816`, `2012/..` and `..`.
    pub(super) fn censored_interval(&mut self, row: Row<'d>) -> Option<(Option<Date>, Option<Date>, Censoring)> {
        let mut censoring = Censoring::NONE;
        let dates = ["from", "to", "until"].map(|column| {
            let Some(cell) = row.cell(column) else { return Ok(None) };
            let (date, is_open) = match column {
                "from" => (cell.text.strip_prefix(BEFORE), &mut censoring.from),
                _ if cell.text == UNKNOWN => {
                    censoring.end_unknown = true;
                    return Ok(None);
                }
                _ => (cell.text.strip_suffix(AFTER), &mut censoring.to),
            };
            let date = date.filter(|date| !date.is_empty());
            *is_open |= date.is_some();
            self.open_date_in(cell, date.unwrap_or(cell.text))
        });
        if let (true, [_, Ok(None), Ok(Some(_))] | [_, Ok(Some(_)), _], Some(cell)) =
            (censoring.end_unknown, dates, row.cell("until"))
        {
            self.two_ends(cell, cell.text);
            return None;
        }
        self.ordered(row, dates).map(|(from, to)| (from, to, censoring))
    }

    /// The dates of an interval as they were read.
    fn ordered(&mut self, row: Row<'d>, dates: [Result<Option<Date>, ()>; 3]) -> Option<(Option<Date>, Option<Date>)> {
        let [from, to, until] = dates;
        let (from, to, until) = (from.ok()?, to.ok()?, until.ok()?);
        if let (Some(_), Some(until), Some(cell)) = (to, until, row.cell("until")) {
            self.two_ends(cell, &until.to_string());
            return None;
        }
        let column = if until.is_some() { "until" } else { "to" };
        let to = to.or_else(|| until.map(Date::following));
        // A vague end means any day of its month or year: one that began in it ended in it too.
        let within =
            |from: Date, to: Date| to.instant() <= from.instant() && from.instant_after() <= to.instant_after();
        let to = match (from, to) {
            (Some(from), Some(end)) if until.is_none() && end.precision() != Precision::Day && within(from, end) => {
                Some(end.following())
            }
            _ => to,
        };
        if let (Some(first), Some(_), Some(cell)) = (from, to, row.cell(column))
            && !is_interval(from, to)
        {
            let (message, hint) = if column == "to" {
                let hint = "`to` is the first day on which it no longer held; leave it empty while it lasts";
                (format!("`to` ({}) is not after `from` ({first})", cell.text), hint)
            } else {
                let hint = "`until` is the last day on which it held; leave it empty while it lasts";
                (format!("`until` ({}) is before `from` ({first})", cell.text), hint)
            };
            self.report(cell.problem(ProblemKind::TerminusBeforeOnset, cell.text, message).hint(hint));
            return None;
        }
        Some((from, to))
    }

    fn two_ends(&mut self, cell: Cell<'d>, until: &str) {
        let message = format!("`until` ({until}) stands beside `to`, which says the same otherwise");
        let problem = cell.problem(ProblemKind::TwoEnds, cell.text, message);
        self.report(problem.hint(
            "`to` is the first day on which it no longer held, `until` the last on which it did: delete one of them",
        ));
    }

    /// Warns of a row that no year of the dataset shows: it begins after the last.
    ///
    /// What came before the first year may explain what followed.
    pub(super) fn is_not_after_the_end(&mut self, row: Row<'d>, column: &str, date: Option<Date>) {
        if let (Some((_, last)), Some(date)) = (self.span, date)
            && date.step() > last
        {
            self.outside_years(row, column);
        }
    }

    pub(super) fn outside_years(&mut self, row: Row<'d>, column: &str) {
        let (Some((first, last)), Some(cell)) = (self.span, row.cell(column)) else { return };
        let [first, last] = [first, last].map(|step| self.step_id(step));
        let message = format!("the dataset shows {first} to {last}; {} lies outside", quote(cell.text));
        let keys = if self.calendar.counts_years() { "first_year and last_year" } else { "`span`" };
        let hint = format!("correct it, or change {keys} in datapackage.json");
        self.report(cell.problem(ProblemKind::OutsideYears, cell.text, message).hint(hint));
    }

    /// A number in the range of its column.
    pub(super) fn number(&mut self, row: Row<'d>, column: &str) -> Option<f64> {
        let cell = self.cell(row, column)?;
        let Some(Kind::Number(range)) = cell.column().map(|column| &column.kind) else { return None };
        self.number_in(cell, cell.text, (*range.start(), *range.end()), "number")
    }

    /// Checks the whole numbers of a column that nothing reads.
    pub(super) fn check_whole_numbers(&mut self, row: Row<'d>, column: &str) {
        let Some(cell) = self.cell(row, column) else { return };
        let (range, parts) = match cell.column().map(|column| &column.kind) {
            Some(Kind::WholeNumber(range)) => (range, vec![cell.text]),
            Some(Kind::WholeNumbers(range)) => (range, self.parts(cell)),
            _ => return,
        };
        for part in parts {
            self.number_in(cell, part, (*range.start() as f64, *range.end() as f64), "whole number");
        }
    }

    pub(super) fn number_in(&mut self, cell: Cell<'d>, part: &str, (low, high): (f64, f64), what: &str) -> Option<f64> {
        // Rust reads “inf” and “NaN” as numbers; tables must not.
        let decimals = what == "number";
        let plain = |byte: u8| byte.is_ascii_digit() || b"+-".contains(&byte) || (byte == b'.' && decimals);
        let number = numerals::float(part).filter(|_| part.bytes().all(plain));
        let column = cell.column().map_or("", |column| column.name);
        let number = number.filter(|number| (low..=high).contains(number));
        if number.is_none() {
            let message = format!("{} is not a {what} from {low} to {high}", quote(part));
            let beyond = numerals::float(part).filter(|number| number.is_finite() && part.bytes().all(plain));
            let latitude = || cell.row().cell("lat").and_then(|cell| numerals::float(cell.text));
            let beside = if column == "lon" { latitude() } else { None };
            let hint = beyond.and_then(|number| numerals::degrees_hint(column, number, beside));
            let hint = hint.unwrap_or_else(|| match beyond {
                Some(_) if part.contains('.') && !decimals => "write a whole number".to_owned(),
                Some(_) => format!("write a {what} of this range"),
                None => numerals::hint(part, decimals),
            });
            self.report(cell.problem(ProblemKind::BadNumber, part, message).hint(hint));
        }
        number
    }

    /// A stance; `None` when there is none or it is malformed.
    pub(super) fn stance(&mut self, row: Row<'d>, column: &str) -> Option<Stance> {
        let cell = self.cell(row, column)?;
        // A minus sign may be the one of typesetting.
        let number = cell.text.replace('−', "-").parse().ok().and_then(Stance::new);
        let is_it = |rung: &&Rung| Some(rung.stance) == number || rung.name.eq_ignore_ascii_case(cell.text);
        // Without a ladder, which has been reported, any number will do.
        let stance = match self.ladder.iter().find(is_it) {
            Some(rung) => Some(rung.stance),
            None => number.filter(|_| self.ladder.is_empty()),
        };
        if stance.is_none() {
            let near = nearest(cell.text, self.ladder.iter().map(|rung| rung.name.as_str()));
            let [best, worst] = [self.ladder.first(), self.ladder.last()]
                .map(|rung| rung.map_or(Stance::DISTANT, |rung| rung.stance).value());
            let general = format!(
                "a stance is a whole number from {worst}, the worst, to {best}, the best, or its name in the descriptor"
            );
            let hint = did_you_mean(near, numerals::stance_hint(cell.text, (worst, best)).unwrap_or(general));
            let problem = cell.problem(ProblemKind::BadStance, cell.text, format!("{} is no stance", quote(cell.text)));
            self.report(problem.hint(hint));
        }
        stance
    }

    /// The parts of a list, separated by blanks, as many as are allowed.
    pub(super) fn parts(&mut self, cell: Cell<'d>) -> Vec<&'d str> {
        let mut parts: Vec<&str> = cell.text.split_whitespace().collect();
        let most = self.draft.findings.limits.of(Limit::List);
        if parts.len() > most {
            let message = format!("the list has {} entries; the limit is {most}", parts.len());
            let problem = cell.problem(ProblemKind::LimitExceeded, parts[most], message);
            self.report(problem.hint(Limit::List.hint(parts.len())));
            parts.truncate(most);
        }
        parts
    }

    /// One of the words of its column; `default` when it is empty or none of them.
    pub(super) fn word<T: Copy + Default, const N: usize>(
        &mut self,
        row: Row<'d>,
        column: &str,
        words: &[(&'static str, T); N],
    ) -> T {
        let Some(cell) = self.cell(row, column) else { return T::default() };
        let all = words.map(|(word, _)| word);
        debug_assert!(cell.column().is_some_and(|column| matches!(column.kind, Kind::Words(known) if known == all)));
        let found = words.iter().find(|(word, _)| *word == cell.text);
        if found.is_none() {
            let message = format!("{} is no {column}", quote(cell.text));
            let near = nearest(cell.text, all.iter().copied());
            let hint = did_you_mean(near, format!("it must be one of {}", all.join(", ")));
            self.report(cell.problem(ProblemKind::UnknownWord, cell.text, message).hint(hint));
        }
        found.map_or_else(T::default, |(_, value)| *value)
    }

    pub(super) fn confidence(&mut self, row: Row<'d>) -> Confidence {
        self.word(row, "confidence", &Confidence::NAMES)
    }
}

fn is_allowed(allow: &[ProblemKind], kind: ProblemKind) -> bool {
    kind.can_be_allowed() && allow.contains(&kind)
}
