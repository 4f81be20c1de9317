//! Columns of dates: their numbers wait in a queue, so that each kind of number stands together.

use super::Fields;
use crate::time::Date;

impl Fields<'_> {
    #[inline(never)]
    pub(super) fn queue_date(&mut self, date: Option<Date>) {
        self.dates.push(date.map_or([-1, 0, 0], Date::to_numbers));
    }

    /// The queued dates: what months and doubts they have, then the years of those that are there, then the days.
    #[inline(never)]
    pub(super) fn dates(&mut self) {
        let mut dates = core::mem::take(&mut self.dates);
        for [head, ..] in &mut dates {
            self.codec.number(head);
        }
        self.last = 0;
        for [head, year, _] in &mut dates {
            if *head >= 0 {
                self.difference(year);
            }
        }
        for [head, _, day] in &mut dates {
            if *head >= 0 {
                self.codec.number(day);
            }
        }
        dates.reverse();
        self.dates = dates;
    }

    /// The next of the queued dates.
    #[inline(never)]
    pub(super) fn open_date(&mut self) -> Option<Date> {
        let numbers = self.dates.pop().filter(|[head, ..]| *head >= 0)?;
        let date = Date::from_numbers(numbers);
        self.is_valid &= date.is_some();
        date.map(|date| date.counted_by(self.calendar))
    }

    #[inline(never)]
    pub(super) fn date(&mut self, value: &mut Date) {
        match self.open_date() {
            Some(date) => *value = date,
            None => self.is_valid = false,
        }
    }
}
