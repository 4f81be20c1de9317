//! Dates and steps in words. The names of the months stand here alone.

use crate::data::Dataset;
use crate::time::{Date, Step};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// How many letters of a month's name stand for it where there is little room.
const SHORT: usize = 3;

/// A date in words: `4 July 1972`, `July 1972`, `about 1972`.
pub fn date_words(date: Date) -> String {
    told(date, usize::MAX)
}

/// A step in words: `1972`, `July 1914`, `4 August 1914`.
#[inline(never)]
pub fn step_name(dataset: &Dataset, step: i16) -> String {
    date_words(dataset.info().calendar.date(step))
}

/// A step in few letters: `1972`, `Jul 1914`, `4 Aug 1914`.
#[inline(never)]
pub fn short_step_name(dataset: &Dataset, step: i16) -> String {
    told(dataset.info().calendar.date(step), SHORT)
}

/// The span in words: `1945–2025`, `June 1914 – December 1914`.
pub fn span_words(dataset: &Dataset) -> String {
    let info = dataset.info();
    let dash = if info.calendar.counts_years() { "–" } else { " – " };
    let mut text = step_name(dataset, info.first_year);
    text.push_str(dash);
    text.push_str(&step_name(dataset, info.last_year));
    text
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
    let word = if dataset.info().calendar.step == Step::Day { "on " } else { "in " };
    word.to_owned() + &step_name(dataset, step)
}

#[inline(never)]
fn told(date: Date, letters: usize) -> String {
    let mut words = String::new();
    if date.is_about() {
        words.push_str("about ");
    }
    if date.day() > 0 {
        words.push_str(&i16::from(date.day()).to_string());
        words.push(' ');
    }
    if let Some(month) = date.month().checked_sub(1).and_then(|month| MONTHS.get(usize::from(month))) {
        words.push_str(month.get(..letters).unwrap_or(month));
        words.push(' ');
    }
    words.push_str(&date.year().to_string());
    if date.is_uncertain() {
        words.push_str(" (uncertain)");
    }
    words
}
