//! A date as precise, and as certain, as its source.

use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;

use super::calendar::{Calendar, Step, days_in_month};

/// How much of a date its source gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// `1972`
    Year,
    /// `1972-07`
    Month,
    /// `1972-07-04`
    Day,
}

/// A date as precise as its source: a year, a month of a year, or a day.
///
/// Written as in EDTF (ISO 8601-2), as far as history needs it: `1972-07-04`,
/// `1972-07`, `1972`, and after it `~` (about), `?` (uncertain) or `%` (both).
/// It compares by its first day and is drawn as uncertain as it is.
/// Its place on the time line is counted in the steps of its dataset: in years, unless [`Date::counted_by`] says otherwise.
///
/// ```
/// use detente::time::Date;
/// let statement: Date = "1972-07-04".parse().unwrap();
/// let about: Date = "1972~".parse().unwrap();
/// assert!(about < statement);
/// assert_eq!(about.to_string(), "1972~");
/// ```
#[derive(Clone, Copy)]
pub struct Date {
    pub(super) year: i16,
    /// 1 to 12; 0 when only the year is known.
    pub(super) month: u8,
    /// 1 to 31; 0 when only the month is known.
    pub(super) day: u8,
    pub(super) about: bool,
    pub(super) uncertain: bool,
    pub(super) calendar: Calendar,
}

/// What is counted by years.
const YEARS: Calendar = Calendar { step: Step::Year, origin: 0 };

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Not `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    Form,
    /// A year outside ±9999.
    Year,
    /// A month outside 1 to 12.
    Month,
    /// A day that this month does not have.
    Day,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Form => "not a date of the form 1972, 1972-07 or 1972-07-04",
            Self::Year => "the year is out of range",
            Self::Month => "there is no such month",
            Self::Day => "this month has no such day",
        })
    }
}

impl std::error::Error for DateError {}

impl Date {
    /// The day `year`-`month`-`day`, or why there is none.
    ///
    /// # Errors
    /// When the month or the day does not exist.
    pub fn from_ymd(year: i16, month: u8, day: u8) -> Result<Self, DateError> {
        Self::checked(year, month, day).and_then(|date| if day == 0 { Err(DateError::Day) } else { Ok(date) })
    }

    /// The year `year`, no more precise than that.
    pub const fn from_year(year: i16) -> Self {
        Self::of(year, 0, 0)
    }

    /// A date that is known to exist.
    pub(super) const fn of(year: i16, month: u8, day: u8) -> Self {
        Self { year, month, day, about: false, uncertain: false, calendar: YEARS }
    }

    fn checked(year: i16, month: u8, day: u8) -> Result<Self, DateError> {
        if !(-9999..=9999).contains(&year) {
            return Err(DateError::Year);
        }
        if month > 12 {
            return Err(DateError::Month);
        }
        if day > 0 && (month == 0 || day > days_in_month(year, month)) {
            return Err(DateError::Day);
        }
        Ok(Self::of(year, month, day))
    }

    /// The calendar year.
    pub const fn year(self) -> i16 {
        self.year
    }

    /// How much of the date is given.
    pub const fn precision(self) -> Precision {
        match (self.month, self.day) {
            (0, _) => Precision::Year,
            (_, 0) => Precision::Month,
            _ => Precision::Day,
        }
    }

    /// Whether the source itself doubts it (`~`, `?` or `%`).
    pub const fn is_doubtful(self) -> bool {
        self.about || self.uncertain
    }

    /// The month, 1 to 12; 0 when only the year is known.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day, 1 to 31; 0 when only the month is known.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Whether its source says that it is only about right.
    pub const fn is_about(self) -> bool {
        self.about
    }

    /// Whether its source doubts it.
    pub const fn is_uncertain(self) -> bool {
        self.uncertain
    }

    /// The day, month or year after it, as precise and as certain.
    ///
    /// After the last year of all comes none, so that one stays.
    #[must_use]
    pub fn following(self) -> Self {
        let next_year = Self { year: (self.year + 1).min(9999), ..self };
        match self.precision() {
            Precision::Year => next_year,
            Precision::Month if self.month < 12 => Self { month: self.month + 1, ..self },
            Precision::Month => Self { month: 1, ..next_year },
            Precision::Day if self.day < days_in_month(self.year, self.month) => Self { day: self.day + 1, ..self },
            Precision::Day if self.month < 12 => Self { month: self.month + 1, day: 1, ..self },
            Precision::Day => Self { month: 1, day: 1, ..next_year },
        }
    }

    /// The date as three small numbers: month with its doubts, year, day.
    pub(crate) fn to_numbers(self) -> [i64; 3] {
        let doubts = i64::from(self.about) + 2 * i64::from(self.uncertain);
        [i64::from(self.month) * 4 + doubts, i64::from(self.year), i64::from(self.day)]
    }

    /// The date that [`Date::to_numbers`] made these of, if it is one.
    pub(crate) fn from_numbers([head, year, day]: [i64; 3]) -> Option<Self> {
        let year = i16::try_from(year).ok()?;
        let date = Self::checked(year, u8::try_from(head / 4).ok()?, u8::try_from(day).ok()?).ok()?;
        Some(Self { about: head & 1 != 0, uncertain: head & 2 != 0, ..date })
    }

    fn first_day(self) -> (i16, u8, u8) {
        (self.year, self.month.max(1), self.day.max(1))
    }
}

impl PartialEq for Date {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Date {}

impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Date {
    /// By the first day; of two that begin on one day, the vaguer one comes first.
    fn cmp(&self, other: &Self) -> Ordering {
        self.first_day()
            .cmp(&other.first_day())
            .then(self.precision().cmp(&other.precision()))
            .then((self.about, self.uncertain).cmp(&(other.about, other.uncertain)))
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let (body, about, uncertain) = match text.as_bytes().last() {
            Some(b'~') => (&text[..text.len() - 1], true, false),
            Some(b'?') => (&text[..text.len() - 1], false, true),
            Some(b'%') => (&text[..text.len() - 1], true, true),
            _ => (text, false, false),
        };
        let mut parts = body.split('-');
        let mut number = |length: usize| match parts.next() {
            None => Ok(None),
            Some(part) if part.len() == length && part.bytes().all(|b| b.is_ascii_digit()) => {
                part.parse::<i16>().map(Some).map_err(|_| DateError::Form)
            }
            Some(_) => Err(DateError::Form),
        };
        let year = number(4)?.ok_or(DateError::Form)?;
        let month = number(2)?;
        let day = number(2)?;
        if parts.next().is_some() {
            return Err(DateError::Form);
        }
        if month == Some(0) {
            return Err(DateError::Month);
        }
        if day == Some(0) {
            return Err(DateError::Day);
        }
        let small = |part: Option<i16>| u8::try_from(part.unwrap_or(0)).unwrap_or(u8::MAX);
        Ok(Self { about, uncertain, ..Self::checked(year, small(month), small(day))? })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        match (self.about, self.uncertain) {
            (true, true) => f.write_str("%"),
            (true, false) => f.write_str("~"),
            (false, true) => f.write_str("?"),
            (false, false) => Ok(()),
        }
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_prints_as_it_was_written() {
        for text in ["1972", "1972-07", "1972-07-04", "1972~", "1972-07?", "2000-02-29%"] {
            assert_eq!(text.parse::<Date>().map(|d| d.to_string()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn what_is_no_date_says_why() {
        for (text, error) in [
            ("", DateError::Form),
            ("72", DateError::Form),
            ("1972-7-4", DateError::Form),
            ("1972/07/04", DateError::Form),
            ("1972-07-04-05", DateError::Form),
            ("1972-13", DateError::Month),
            ("1972-00", DateError::Month),
            ("1971-02-29", DateError::Day),
            ("1971-02-00", DateError::Day),
            ("–", DateError::Form),
        ] {
            assert_eq!(text.parse::<Date>(), Err(error), "{text}");
        }
    }

    #[test]
    fn a_date_stands_at_its_first_day() {
        let instant = |text: &str| text.parse::<Date>().map(Date::instant);
        assert_eq!(instant("1951"), Ok(1951.0));
        assert_eq!(instant("1951-01"), Ok(1951.0));
        assert_eq!(instant("1951-12-31"), Ok(1951.0 + 364.0 / 365.0));
        assert_eq!(instant("1952-03-01"), Ok(1952.0 + 60.0 / 366.0));
    }

    #[test]
    fn a_vague_date_ends_with_its_last_day() {
        let after = |text: &str| text.parse::<Date>().map(Date::instant_after);
        assert_eq!(after("1951"), Ok(1952.0));
        assert_eq!(after("1951-12"), Ok(1952.0));
        assert_eq!(after("1951-01"), "1951-02-01".parse::<Date>().map(Date::instant));
    }
}
