//! Dates and steps in words.

use super::messages as say;
use crate::data::Dataset;
use crate::time::Date;

/// A date in words: `4 July 1972`, `July 1972`, `about 1972`.
#[inline(never)]
pub fn date_words(dataset: &Dataset, date: Date) -> String {
    let (year, month, day) = (date.year().into(), date.month().into(), date.day().into());
    say::date(dataset, yes_or_no(date.is_about()), day, month, year, yes_or_no(date.is_uncertain()))
}

/// A step in words: `1972`, `July 1914`, `4 August 1914`.
#[inline(never)]
pub fn step_name(dataset: &Dataset, step: i16) -> String {
    date_words(dataset, dataset.info().calendar.date(step))
}

/// A step in few letters: `1972`, `Jul 1914`, `4 Aug 1914`.
#[inline(never)]
pub fn short_step_name(dataset: &Dataset, step: i16) -> String {
    let date = dataset.info().calendar.date(step);
    say::short_date(dataset, date.day().into(), date.month().into(), date.year().into())
}

/// The span in words: `1945–2025`, `June 1914 – December 1914`.
pub fn span_words(dataset: &Dataset) -> String {
    let info = dataset.info();
    if info.calendar.counts_years() {
        return say::span_years(dataset, info.first_year.into(), info.last_year.into());
    }
    say::span_dates(dataset, &step_name(dataset, info.first_year), &step_name(dataset, info.last_year))
}

/// Every name by which a step is looked for.
pub fn step_names(dataset: &Dataset, step: i16) -> Vec<String> {
    let mut names = vec![dataset.info().step_id(step).to_string()];
    if !dataset.info().calendar.counts_years() {
        names.extend([step_name(dataset, step), short_step_name(dataset, step)]);
    }
    names
}

/// When something was, in a sentence: `in 1972`, `in July 1914`, `on 4 August 1914`.
pub fn in_step(dataset: &Dataset, step: i16) -> String {
    of_step(dataset, step, "in")
}

/// The end of a step, in a sentence and without an article: `end of 1972`.
pub fn end_of(dataset: &Dataset, step: i16) -> String {
    of_step(dataset, step, "end")
}

#[inline(never)]
fn of_step(dataset: &Dataset, step: i16, what: &str) -> String {
    let date = dataset.info().calendar.date(step);
    phrase(dataset, date, what, &date_words(dataset, date))
}

/// A date, and what it is in words, in a phrase: `in`, `end`, `since`.
#[inline(never)]
pub(super) fn phrase(dataset: &Dataset, date: Date, what: &str, words: &str) -> String {
    say::date_phrase(dataset, date.month().into(), what, date.day().into(), words)
}

/// A condition as messages choose by it.
pub(super) const fn yes_or_no(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "no" }
}
