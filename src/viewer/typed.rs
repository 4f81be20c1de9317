//! A year, month or day that a reader types.

use crate::data::DatasetInfo;

/// What a text says as a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// Nothing.
    Empty,
    /// A year of the span.
    Year(i16),
    /// No year, or none of the span.
    Unknown,
}

/// Reads a text as a step of the span.
pub(super) fn read(text: &str, info: &DatasetInfo) -> Typed {
    if text.trim().is_empty() {
        return Typed::Empty;
    }
    let step = info.step_named(text).filter(|step| (info.first_year..=info.last_year).contains(step));
    step.map_or(Typed::Unknown, Typed::Year)
}

/// Whether a year that is being typed could become another of the span by one more digit.
pub(super) fn could_go_on(year: i16, first: i16, last: i16) -> bool {
    let longer = i32::from(year) * 10;
    if year < 0 { i32::from(first) <= longer } else { i32::from(last) >= longer }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(first_year: i16, last_year: i16) -> DatasetInfo {
        DatasetInfo { first_year, last_year, ..DatasetInfo::default() }
    }

    #[test]
    fn a_year_of_the_span_is_read_and_nothing_else() {
        for (text, typed) in [
            ("1972", Typed::Year(1972)),
            (" 1972 ", Typed::Year(1972)),
            ("", Typed::Empty),
            ("  ", Typed::Empty),
            ("1944", Typed::Unknown),
            ("2026", Typed::Unknown),
            ("19x2", Typed::Unknown),
            ("-", Typed::Unknown),
            ("1972.5", Typed::Unknown),
            ("99999999999999999999", Typed::Unknown),
        ] {
            assert_eq!(read(text, &span(1945, 2025)), typed, "“{text}”");
        }
        assert_eq!(read("−44", &span(-100, 14)), Typed::Year(-44));
        assert_eq!(read("-9999", &span(-9999, 0)), Typed::Year(-9999));
    }

    #[test]
    fn typing_waits_only_for_a_longer_year_of_the_span() {
        assert!(!could_go_on(1972, 1945, 2025));
        assert!(could_go_on(120, 100, 1500));
        assert!(!could_go_on(850, 800, 1500));
        assert!(could_go_on(-4, -44, 14) && !could_go_on(-44, -100, 14));
    }
}
