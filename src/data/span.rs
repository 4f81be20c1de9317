//! The steps of a dataset's span, and the names by which addresses, attributes and tables call them.

use core::fmt;

use serde::Serialize;

use super::DatasetInfo;
use crate::time::{Date, Step};

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
        match self.calendar.step {
            Step::Year => StepId::Year(step),
            Step::Month | Step::Day => StepId::Date(self.calendar.date(step).to_string()),
        }
    }

    /// The step that a text names, `1972`, `1914-07` or `1914-08-04`, within the span or not: of a date that is vaguer
    /// than the steps the last one, of one that is more precise the one that it lies in.
    pub fn step_named(&self, text: &str) -> Option<i16> {
        let Some(date) = Date::from_digits(text.trim()) else {
            // A year too far off for a date still lies on one side of the span.
            let year: i32 = text.trim().parse().ok().filter(|_| self.calendar.counts_years())?;
            return Some(year.clamp(i16::MIN.into(), i16::MAX.into()) as i16);
        };
        let first = self.calendar.step_of(date);
        if self.calendar.counts_years() {
            return Some(first);
        }
        let end = libm::ceil(date.counted_by(self.calendar).instant_after()) as i16 - 1;
        // The end of the year lies after the end of the span, but part of it is shown.
        Some(if first <= self.last_year { end.min(self.last_year) } else { end })
    }
}

/// The two dates of a span as the descriptor writes it: `1914-06/1914-12`.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn read_span(text: &str) -> Option<[Date; 2]> {
    let (first, last) = text.split_once('/')?;
    let date = |text: &str| text.trim().parse().ok().filter(|date: &Date| !date.is_doubtful());
    Some([date(first)?, date(last)?])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Calendar;

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
        assert_eq!((info.step_named("1913"), info.step_named("1915")), (Some(-1), Some(23)));
        for wrong in ["", "-", "July", "1914-13", "1914-02-30", "1914-07-04-05", "99999999999999999999"] {
            assert_eq!(info.step_named(wrong), None, "{wrong}");
        }
    }
}
