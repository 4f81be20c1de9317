//! The steps of a dataset's span, and the names by which addresses, attributes and tables call them.

use core::fmt;

use serde::Serialize;

use super::DatasetInfo;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
use crate::time::Date;

/// What a step is called in addresses, attributes and tables: a number where steps are years, else a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum StepId {
    /// `1972`
    Year(i16),
    /// `1914-07`, `1914-08-04`
    Date(String),
}

impl fmt::Display for StepId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => year.fmt(f),
            Self::Date(date) => f.write_str(date),
        }
    }
}

impl DatasetInfo {
    /// What a step is called.
    pub fn step_id(&self, step: i16) -> StepId {
        if self.calendar.counts_years() { StepId::Year(step) } else { StepId::Date(self.step_text(step)) }
    }

    /// What a step is called, as text.
    #[inline(never)]
    pub fn step_text(&self, step: i16) -> String {
        if self.calendar.counts_years() {
            return step.to_string();
        }
        let date = self.calendar.date(step);
        let mut text = String::new();
        for digits in [1000, 100, 10] {
            if date.year() < digits {
                text.push('0');
            }
        }
        text.push_str(&date.year().to_string());
        for part in [date.month(), date.day()] {
            if part > 0 {
                text.push_str(if part < 10 { "-0" } else { "-" });
                text.push_str(&i16::from(part).to_string());
            }
        }
        text
    }

    /// The step that a text names: a year, within the span or not; or a month or day of the span as `1914-07` or
    /// `1914-08-04`. Of what is vaguer than the steps it is the last one, of what is more precise the one that holds it.
    #[inline(never)]
    pub fn step_named(&self, text: &str) -> Option<i16> {
        let text = text.trim();
        if self.calendar.counts_years() {
            return year(text);
        }
        let mut step = self.last_year;
        while step >= self.first_year {
            let id = self.step_text(step);
            if begins(&id, text) || begins(text, &id) {
                return Some(step);
            }
            step -= 1;
        }
        None
    }
}

/// Whether one date is the other, or the beginning of it: the month of a day.
#[inline(never)]
fn begins(whole: &str, part: &str) -> bool {
    whole.strip_prefix(part).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

/// Reads digits as a year; one too far off is the farthest that there is.
fn year(text: &str) -> Option<i16> {
    let (negative, digits) = match text.strip_prefix(['-', '−']) {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    let mut number = 0_i32;
    for digit in digits.bytes() {
        if !digit.is_ascii_digit() {
            return None;
        }
        number = (number * 10 + i32::from(digit - b'0')).min(i16::MAX.into());
    }
    let year = if negative { -number } else { number };
    (!digits.is_empty()).then_some(year as i16)
}

/// The two dates of a span as the descriptor writes it: `1914-06/1914-12`.
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
pub(super) fn read_span(text: &str) -> Option<[Date; 2]> {
    let (first, last) = text.split_once('/')?;
    let date = |text: &str| text.trim().parse().ok().filter(|date: &Date| !date.is_doubtful());
    Some([date(first)?, date(last)?])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{Calendar, Step};

    #[test]
    fn a_step_has_the_name_by_which_it_is_found() {
        for (step, origin, last, ids) in [
            (Step::Year, 0, 2025, ["-44", "1972", "2025"]),
            (Step::Month, 1914, 11, ["1914-01", "1914-07", "1914-12"]),
            (Step::Day, 1914, 364, ["1914-01-01", "1914-08-04", "1914-12-31"]),
        ] {
            let info = DatasetInfo { calendar: Calendar { step, origin }, last_year: last, ..DatasetInfo::default() };
            for id in ids {
                assert_eq!(info.step_named(id).map(|step| info.step_id(step).to_string()).as_deref(), Some(id));
            }
        }
    }

    #[test]
    fn of_a_vague_date_the_last_step_is_meant() {
        let calendar = Calendar { step: Step::Month, origin: 1914 };
        let info = DatasetInfo { calendar, first_year: 5, last_year: 9, ..DatasetInfo::default() };
        assert_eq!((info.step_named("1914"), info.step_named("1914-07-28")), (Some(9), Some(6)));
        for wrong in ["", "-", "July", "1913", "1915-01", "1914-05", "1914-13", "1914-0", "191", "1914-071"] {
            assert_eq!(info.step_named(wrong), None, "{wrong}");
        }
    }
}
