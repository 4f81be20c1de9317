//! The steps in which a dataset counts time: years, months or days.

/// The unit in which a dataset counts time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Step {
    #[default]
    Year,
    Month,
    Day,
}

impl Step {
    /// Every step with its name in the descriptor.
    pub const NAMES: [(&'static str, Self); 3] = [("year", Self::Year), ("month", Self::Month), ("day", Self::Day)];

    /// The step of that number, if there is one.
    pub(crate) const fn of(number: i16) -> Option<Self> {
        match number {
            0 => Some(Self::Year),
            1 => Some(Self::Month),
            2 => Some(Self::Day),
            _ => None,
        }
    }

    /// Its name in the descriptor: `month`.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize].0
    }
}

/// How a dataset numbers its steps. A year has its own number; months and days are counted from 0, the first of the
/// origin, which is the year in which the span begins.
///
/// ```
/// use detente::time::{Calendar, Step};
/// let months = Calendar { step: Step::Month, origin: 1914 };
/// let august = "1914-08-04".parse().map(|date| months.step_of(date));
/// assert_eq!(august, Ok(7));
/// assert_eq!(months.date(7).to_string(), "1914-08");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// The unit.
    pub step: Step,
    /// The year whose first month or day is number 0; 0 where the steps are years.
    pub origin: i16,
}

impl Calendar {
    /// Whether steps are years.
    pub const fn counts_years(self) -> bool {
        matches!(self.step, Step::Year)
    }
}

fn is_leap(year: i16) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

pub(super) fn days_in_month(year: i16, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

pub(super) fn days_in_year(year: i16) -> i32 {
    if is_leap(year) { 366 } else { 365 }
}

/// How many leap days there were from year 1 to the end of a year.
pub(super) fn leap_days_until(year: i32) -> i32 {
    year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400)
}
