//! Warnings of what a row claims beyond what it rests on: a day, a confidence, a knowledge of later years.

use super::super::draft::{Cell, Row};
use super::super::map::Map;
use super::super::schema::{ACTS, EVENTS, REASONS, Schema, TIES};
use super::super::suggestion::quote;
use super::super::{Act, ActText, ActorId, Event, EventText, Problem, ProblemKind, Source, Tie};
use super::facts::{ActorRow, TieRow};
use super::fields::Fields;
use crate::time::{Date, Precision};

/// What the rules compare rows with.
pub(super) struct Evidence<'a, 'd> {
    pub(super) actors: &'a [ActorRow<'d>],
    pub(super) ties: &'a [TieRow<'d>],
    pub(super) acts: &'a [(Act, ActText)],
    pub(super) events: &'a [(Event, EventText)],
    pub(super) sources: &'a [Source],
}

impl<'d> Evidence<'_, 'd> {
    /// Applies the rules of this file.
    pub(super) fn check(&self, fields: &mut Fields<'d>) {
        self.first_days_are_supported(fields);
        if !self.sources.is_empty() {
            self.high_rests_on_more_than_an_encyclopedia(fields);
        }
        self.reasons_name_no_later_year(fields);
    }

    /// A spell that begins on the first day of a month may be one of which only the month is known.
    fn first_days_are_supported(&self, fields: &mut Fields<'d>) {
        let days = Days::of(self);
        // Where nothing is told but ties, one of them speaks for all.
        let is_bare = self.events.is_empty() && self.acts.is_empty();
        let mut first: Option<Problem> = None;
        let mut count = 0;
        for row in self.ties.iter().filter(|row| row.is_valid && is_first_day(row.tie.spell.from)) {
            let Some(cell) = row.row.cell("from").filter(|_| !self.is_supported(row, &days)) else { continue };
            let message = format!("no event or act supports the day {}", quote(cell.text));
            let problem = cell.problem(ProblemKind::UnsupportedDate, cell.text, message);
            let problem = problem.hint("write the month alone, add ~ for about, or cite an event of that day");
            count += 1;
            if is_bare {
                first = first.or(Some(problem));
            } else {
                fields.report(problem);
            }
        }
        if let Some(mut problem) = first {
            if count > 1 {
                problem.message = format!("no event or act supports the day of {count} rows; this is the first");
            }
            fields.report(problem);
        }
    }

    /// Whether something of the two begins or happens on the day on which a spell begins.
    fn is_supported(&self, row: &TieRow<'_>, days: &Days) -> bool {
        let (tie, day) = (&row.tie, row.tie.spell.from);
        let ends = [tie.a, tie.b];
        let lives = ends.iter().filter_map(|id| self.actors.get(id.index()));
        let falls = |event: &Event| event.date == day || event.until == Some(day);
        let concerns = |event: &Event| {
            ends.iter().all(|end| event.actors.contains(end))
                || event.effects.iter().any(|effect| effect.dyad == tie.dyad())
        };
        let cited = tie.events.iter().filter_map(|id| self.events.get(id.index()));
        let between = |act: &Act| ends.contains(&act.actor) && ends.contains(&act.toward);
        lives.into_iter().any(|row| [row.actor.from, row.actor.to].contains(&Some(day)))
            || cited.into_iter().any(|(event, _)| falls(event))
            || days.events(tie).any(|event| concerns(&self.events[event].0))
            || days.acts(tie).any(|act| between(&self.acts[act].0))
    }

    /// What rests on an encyclopedia alone is no more than a judgement.
    #[inline(never)]
    fn high_rests_on_more_than_an_encyclopedia(&self, fields: &mut Fields<'d>) {
        for schema in [&TIES, &EVENTS, &ACTS] {
            for row in fields.rows(schema) {
                let high = row.cell("confidence").filter(|cell| cell.text == "high");
                let Some(cell) = high.filter(|_| self.rests_on_an_encyclopedia(fields, row, schema)) else { continue };
                let message = "`high`, but an encyclopedia is all it rests on".to_owned();
                let problem = cell.problem(ProblemKind::EncyclopediaAlone, cell.text, message);
                fields.report(problem.hint("write medium, or cite another document beside it"));
            }
        }
    }

    /// Whether a row has sources, its own or those of its events, and each of them is of an encyclopedia.
    fn rests_on_an_encyclopedia(&self, fields: &Fields<'_>, row: Row<'_>, schema: &Schema) -> bool {
        let ids = |name: &str| {
            let cell = schema.column(name).and_then(|column| row.cell(column.name));
            cell.map_or("", |cell| cell.text).split_whitespace()
        };
        let own = ["source", "sources"].into_iter().flat_map(ids);
        let own = own.filter_map(|id| fields.index.sources.find(id)).map(usize::from);
        let events = ids("events").filter_map(|id| self.events.get(usize::from(fields.index.events.find(id)?)));
        let of_events = events.flat_map(|(_, text)| text.sources.iter().map(|id| id.index()));
        let mut places = own.chain(of_events).peekable();
        places.peek().is_some() && places.all(|place| self.is_of_an_encyclopedia(fields, place))
    }

    fn is_of_an_encyclopedia(&self, fields: &Fields<'_>, place: usize) -> bool {
        let Some(source) = self.sources.get(place) else { return false };
        let host = source.url.split_once("://").map_or("", |(_, rest)| rest);
        let host = host.split(['/', ':', '?', '#']).next().unwrap_or_default();
        let is_of = |known: &String| {
            host.strip_suffix(known.as_str()).is_some_and(|before| before.is_empty() || before.ends_with('.'))
        };
        fields.encyclopedias.iter().any(is_of)
    }

    /// What is shown in a year was known by its end.
    fn reasons_name_no_later_year(&self, fields: &mut Fields<'d>) {
        let Some(span) = fields.span else { return };
        let year = |step: i16| fields.calendar.date(step).year();
        let (first, last) = (year(span.0), year(span.1));
        for row in self.ties.iter().filter(|row| row.is_valid) {
            let shown = row.tie.spell.from.year().max(first);
            for column in ["why", "alternative_reason"] {
                names_no_later_year(fields, row.row.cell(column), shown, last);
            }
        }
        for row in fields.rows(&REASONS) {
            let year = row.cell("year").and_then(|cell| cell.text.get(..4)?.parse().ok());
            if let Some(year) = year {
                names_no_later_year(fields, row.cell("why"), year, last);
            }
        }
    }
}

/// What happened on which day to whom, as indices: comparing each spell with each event would cost the product of both.
#[derive(Default)]
struct Days {
    events: Map<(Date, ActorId), Vec<usize>>,
    acts: Map<(Date, ActorId), Vec<usize>>,
}

impl Days {
    fn of(evidence: &Evidence<'_, '_>) -> Self {
        let mut days = Self::default();
        for (index, (event, _)) in evidence.events.iter().enumerate() {
            let of_effects = event.effects.iter().flat_map(|effect| effect.dyad.both());
            for actor in event.actors.iter().copied().chain(of_effects) {
                for day in [Some(event.date), event.until].into_iter().flatten() {
                    days.events.entry((day, actor), Vec::new).push(index);
                }
            }
        }
        for (index, (act, _)) in evidence.acts.iter().enumerate() {
            days.acts.entry((act.date, act.actor), Vec::new).push(index);
            days.acts.entry((act.date, act.toward), Vec::new).push(index);
        }
        days
    }

    /// The events on the day on which a spell begins, of that one of its two who has fewer.
    fn events(&self, tie: &Tie) -> impl Iterator<Item = usize> {
        fewer(&self.events, tie)
    }

    /// The same of acts.
    fn acts(&self, tie: &Tie) -> impl Iterator<Item = usize> {
        fewer(&self.acts, tie)
    }
}

fn fewer<'m>(map: &'m Map<(Date, ActorId), Vec<usize>>, tie: &Tie) -> impl Iterator<Item = usize> + use<'m> {
    let of = |actor: ActorId| map.get(&(tie.spell.from, actor)).map_or(&[][..], Vec::as_slice);
    let (one, other) = (of(tie.a), of(tie.b));
    if one.len() <= other.len() { one } else { other }.iter().copied()
}

fn is_first_day(date: Date) -> bool {
    date.precision() == Precision::Day && !date.is_doubtful() && date.to_string().ends_with("-01")
}

fn names_no_later_year<'d>(fields: &mut Fields<'d>, cell: Option<Cell<'d>>, shown: i16, last: i16) {
    let Some(cell) = cell else { return };
    let later = years(cell.text).find(|year| year.parse().is_ok_and(|year: i16| year > shown && year <= last));
    if let Some(year) = later {
        let message = format!("the reason is shown from {shown} on, but names {year}");
        let problem = cell.problem(ProblemKind::LaterYear, year, message);
        fields.report(problem.hint("tell it from that year on, in a row of reasons.csv"));
    }
}

/// The numbers of four digits in a text, also in `1980s`.
fn years(text: &str) -> impl Iterator<Item = &str> {
    let runs = text.split(|letter: char| !letter.is_alphanumeric());
    let digits = |run: &str| run.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(run.len());
    runs.filter_map(move |run| run.get(..digits(run)).filter(|number| number.len() == 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_found_in_any_company() {
        let found: Vec<&str> = years("In 1986–91, the 1980s; 3,835 of 100,000, C1987 and 19455 (2006).").collect();
        assert_eq!(found, ["1986", "1980", "2006"]);
    }

    #[test]
    fn only_an_exact_first_day_needs_support() {
        let days = ["1958-01-01", "1958-01", "1958-01-01~", "1958", "1958-01-11", "1958-01-01?"];
        let found = days.map(|day| is_first_day(day.parse().expect("a date")));
        assert_eq!(found, [true, false, false, false, false, false]);
    }
}
