//! The interval during which something holds.

use core::fmt;

use super::{Date, Playhead};

/// A half-open interval `[from, to)`: the day in `to` is the first on which it no longer held.
///
/// Without a `to` it still held when the dataset ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spell {
    /// Onset, inclusive.
    pub from: Date,
    /// Terminus, exclusive; `None` while it lasts.
    pub to: Option<Date>,
}

impl Spell {
    /// Whether it holds at the playhead, which stands at the end of a day.
    pub fn holds(&self, playhead: Playhead) -> bool {
        let instant = playhead.instant();
        self.from.instant() < instant && self.to.is_none_or(|to| instant <= to.instant())
    }

    /// Whether the two share a day.
    pub fn overlaps(&self, other: &Self) -> bool {
        let before = |end: Option<Date>, start: Date| end.is_some_and(|end| end.instant() <= start.instant());
        !before(self.to, other.from) && !before(other.to, self.from)
    }
}

impl fmt::Display for Spell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}, ", self.from)?;
        if let Some(to) = self.to {
            write!(f, "{to}")?;
        }
        f.write_str(")")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spell(from: &str, to: &str) -> Spell {
        Spell { from: from.parse().expect("a date"), to: to.parse().ok() }
    }

    #[test]
    fn a_spell_does_not_contain_its_terminus() {
        let war = spell("1950-06-25", "1953-07-27");
        assert!(!war.holds(Playhead::at_day("1950-06-24".parse().expect("a date"))));
        assert!(war.holds(Playhead::at_day("1950-06-25".parse().expect("a date"))));
        assert!(war.holds(Playhead::at_day("1953-07-26".parse().expect("a date"))));
        assert!(!war.holds(Playhead::at_day("1953-07-27".parse().expect("a date"))));
    }

    #[test]
    fn the_end_of_a_year_is_before_the_next_new_year() {
        let next = spell("1952-01-01", "");
        assert!(!next.holds(Playhead::end_of(1951)));
        assert!(spell("1951-12-31", "1952-01-01").holds(Playhead::end_of(1951)));
    }

    #[test]
    fn spells_that_meet_do_not_overlap() {
        assert!(!spell("1950", "1953").overlaps(&spell("1953", "")));
        assert!(spell("1950", "1953-02").overlaps(&spell("1953-01", "")));
        assert!(spell("1950", "").overlaps(&spell("1960", "1961")));
    }
}
