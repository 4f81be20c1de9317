//! The steps in which a dataset counts time: years, months or days.

use super::date::{Date, days_in_month, days_in_year};

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

    /// The number of the step that a date begins in.
    pub fn step_of(self, date: Date) -> i16 {
        date.counted_by(self).step()
    }

    /// The step of that number, as precise as the steps are.
    pub fn date(self, step: i16) -> Date {
        let (mut year, mut rest) = (self.origin, i32::from(step));
        match self.step {
            Step::Year => Date::from_year(step),
            Step::Month => Date::of(year + step.div_euclid(12), step.rem_euclid(12) as u8 + 1, 0),
            Step::Day => {
                while rest < 0 {
                    year -= 1;
                    rest += days_in_year(year);
                }
                while rest >= days_in_year(year) {
                    rest -= days_in_year(year);
                    year += 1;
                }
                let mut month = 1;
                while rest >= i32::from(days_in_month(year, month)) {
                    rest -= i32::from(days_in_month(year, month));
                    month += 1;
                }
                Date::of(year, month, rest as u8 + 1)
            }
        }
        .counted_by(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_is_that_of_its_date() {
        for step in [Step::Year, Step::Month, Step::Day] {
            let calendar = Calendar { step, origin: if step == Step::Year { 0 } else { 1899 } };
            for number in -4000..4000 {
                let date = calendar.date(number);
                assert_eq!(calendar.step_of(date), number, "{date}");
                assert_eq!(date.instant(), f64::from(number), "{date}");
                assert_eq!(date.instant_after(), f64::from(number) + 1.0, "{date}");
            }
        }
    }

    #[test]
    fn leap_days_are_counted() {
        let days = Calendar { step: Step::Day, origin: 1896 };
        let step = |text: &str| text.parse().map(|date| days.step_of(date));
        assert_eq!((step("1896-01-01"), step("1896-02-29"), step("1896-12-31")), (Ok(0), Ok(59), Ok(365)));
        // 1900 was no leap year.
        assert_eq!((step("1900-03-01"), step("1895-12-31")), (Ok(366 + 3 * 365 + 59), Ok(-1)));
    }

    #[test]
    fn a_date_between_two_months_is_the_share_of_its_month() {
        let months = Calendar { step: Step::Month, origin: 1914 };
        let instant = |text: &str| text.parse::<Date>().map(|date| date.counted_by(months).instant());
        assert_eq!(instant("1914-06-16"), Ok(5.5));
        assert_eq!(instant("1914"), Ok(0.0));
        assert_eq!(instant("1913-12"), Ok(-1.0));
    }
}
