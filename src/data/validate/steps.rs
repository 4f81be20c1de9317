//! Reading steps: years, or dates as precise as the steps of the dataset.

use super::super::draft::{Cell, Row};
use super::super::rules::YEARS;
use super::super::suggestion::quote;
use super::super::{DatasetInfo, ProblemKind, StepId};
use super::dates;
use super::fields::Fields;
use crate::time::{Precision, Step};

impl<'d> Fields<'d> {
    /// What a step is called.
    pub(super) fn step_id(&self, step: i16) -> StepId {
        DatasetInfo { calendar: self.calendar, ..DatasetInfo::default() }.step_id(step)
    }

    /// A step: a year, or a date as precise as the dataset's steps.
    pub(super) fn year(&mut self, row: Row<'d>, column: &str) -> Option<i16> {
        let cell = self.cell(row, column)?;
        if !self.calendar.counts_years() {
            return self.month_or_day(cell);
        }
        let range = (f64::from(*YEARS.start()), f64::from(*YEARS.end()));
        self.number_in(cell, cell.text, range, "year").map(|year| year as i16)
    }

    /// The step of a date that is no vaguer than a step.
    fn month_or_day(&mut self, cell: Cell<'d>) -> Option<i16> {
        let (step, form) = match self.calendar.step {
            Step::Day => (Precision::Day, "1914-07-28"),
            Step::Year | Step::Month => (Precision::Month, "1914-07"),
        };
        let date = dates::parse(cell.text).ok().filter(|date| date.precision() >= step && !date.is_doubtful());
        if date.is_none() {
            let message = format!("{} is no {}", quote(cell.text), self.calendar.step.name());
            let hint = format!("the descriptor counts time in {}s: write it as in {form}", self.calendar.step.name());
            self.report(cell.problem(ProblemKind::BadDate, cell.text, message).hint(hint));
        }
        date.map(|date| self.calendar.step_of(date))
    }

    /// A step that the slider reaches; of another there is a warning.
    pub(super) fn shown_year(&mut self, row: Row<'d>, column: &str) -> Option<i16> {
        let year = self.year(row, column)?;
        if self.span.is_some_and(|(first, last)| !(first..=last).contains(&year)) {
            self.outside_years(row, column);
        }
        Some(year)
    }
}
