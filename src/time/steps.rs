//! From dates to the steps of a calendar and back.

use super::calendar::{Calendar, Step, days_in_month, days_in_year, leap_days_until};
use super::date::{Date, Precision};

impl Date {
    /// The same date with its place counted in the steps of a calendar.
    #[must_use]
    pub const fn counted_by(self, calendar: Calendar) -> Self {
        Self { calendar, ..self }
    }

    /// The number of the step that its first day is in: the year, where steps are years.
    #[inline(never)]
    pub fn step(self) -> i16 {
        self.steps().clamp(i16::MIN.into(), i16::MAX.into()) as i16
    }

    #[inline(never)]
    fn steps(self) -> i32 {
        let (year, origin) = (i32::from(self.year), i32::from(self.calendar.origin));
        match self.calendar.step {
            Step::Year => year,
            Step::Month => (year - origin) * 12 + i32::from(self.month.max(1)) - 1,
            Step::Day => {
                (year - origin) * 365 + leap_days_until(year - 1) - leap_days_until(origin - 1) + self.day_of_year()
            }
        }
    }

    /// How many days of its year lie before its first one.
    fn day_of_year(self) -> i32 {
        let before: i32 = (1..self.month).map(|month| i32::from(days_in_month(self.year, month))).sum();
        before + i32::from(self.day.max(1)) - 1
    }

    /// The first day it can mean, as a number of steps with its fraction: counted by years, 1972-07-01 is about 1972.497.
    #[inline(never)]
    pub fn instant(self) -> f64 {
        let share = match self.calendar.step {
            Step::Year => f64::from(self.day_of_year()) / f64::from(days_in_year(self.year)),
            Step::Month => f64::from(self.day.max(1) - 1) / f64::from(days_in_month(self.year, self.month.max(1))),
            Step::Day => 0.0,
        };
        f64::from(self.steps()) + share
    }

    /// The first instant after the last day it can mean, in steps.
    #[inline(never)]
    pub fn instant_after(self) -> f64 {
        match self.precision() {
            Precision::Year => Self { year: self.year + 1, ..self }.instant(),
            Precision::Day if self.calendar.step == Step::Year => {
                self.instant() + 1.0 / f64::from(days_in_year(self.year))
            }
            Precision::Month | Precision::Day => self.following().instant(),
        }
    }

    /// Its first day.
    #[must_use]
    pub fn at_its_first_day(self) -> Self {
        Self { month: self.month.max(1), day: self.day.max(1), ..self }
    }
}

impl Calendar {
    /// The number of the step that a date begins in.
    pub fn step_of(self, date: Date) -> i16 {
        date.counted_by(self).step()
    }

    /// The step of that number, as precise as the steps are.
    #[inline(never)]
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
