//! The point in time that is shown.

use super::Date;

/// The point in time that is shown, as a fractional slider year.
///
/// The slider at a whole year shows the state at the **end** of that year, as an
/// atlas does; on the way from 1950 to 1951 the playhead runs through the days of 1951.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Playhead(f64);

impl Playhead {
    /// The playhead at slider position `year`; what is not a number becomes 0.
    pub fn new(year: f64) -> Self {
        Self(if year.is_finite() { year } else { 0.0 })
    }

    /// The end of a calendar year.
    pub fn end_of(year: i16) -> Self {
        Self(f64::from(year))
    }

    /// The end of the first day a date can mean.
    pub fn at_day(date: Date) -> Self {
        Self(date.at_its_first_day().instant_after() - 1.0)
    }

    /// The slider position.
    pub const fn year(self) -> f64 {
        self.0
    }

    /// The calendar year whose days the playhead is in, and the label to show.
    pub fn shown_year(self) -> i16 {
        self.0.ceil() as i16
    }

    /// How far through the shown year: 1.0 at its end, just above 0.0 at its start.
    pub fn progress(self) -> f64 {
        1.0 - (self.0.ceil() - self.0)
    }

    /// The calendar instant as a fractional year: 1952.0 is the midnight that ends 1951.
    pub const fn instant(self) -> f64 {
        self.0 + 1.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_year_is_its_end() {
        let end = Playhead::end_of(1951);
        assert_eq!((end.shown_year(), end.progress(), end.instant()), (1951, 1.0, 1952.0));
    }

    #[test]
    fn between_two_years_the_later_one_passes() {
        let spring = Playhead::new(1950.25);
        assert_eq!((spring.shown_year(), spring.progress()), (1951, 0.25));
    }

    #[test]
    fn nonsense_is_a_year_all_the_same() {
        assert_eq!(Playhead::new(f64::NAN).year(), 0.0);
    }
}
