//! Dates and steps in words.

use super::messages as say;
use crate::data::Dataset;
use crate::time::Date;

/// A date in words: `4 July 1972`, `July 1972`, `about 1972`.
#[inline(never)]
pub fn date_words(dataset: &Dataset, date: Date) -> String {
    let (year, month, day) = (date.year().into(), date.month().into(), date.day().into());
    let mut words = if month == 0 {
        say::date_year(dataset, year)
    } else {
        let month = say::month_name(dataset, month);
        if day == 0 { say::date_month(dataset, &month, year) } else { say::date_day(dataset, day, &month, year) }
    };
    if date.is_about() {
        words = say::date_about(dataset, &words);
    }
    if date.is_uncertain() {
        words = say::date_uncertain(dataset, &words);
    }
    words
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
    let (year, month, day) = (date.year().into(), date.month().into(), date.day().into());
    if month == 0 {
        return date.year().to_string();
    }
    let month = say::short_month_name(dataset, month);
    if day == 0 { say::short_month(dataset, &month, year) } else { say::short_day(dataset, day, &month, year) }
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
    say::in_step(dataset, dataset.info().calendar.step.name(), &step_name(dataset, step))
}
