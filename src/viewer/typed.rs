//! A year that a reader types.

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

/// Reads a text as a year of the span from `first` to `last`.
pub(super) fn read(text: &str, first: i16, last: i16) -> Typed {
    let text = text.trim();
    if text.is_empty() {
        return Typed::Empty;
    }
    let (negative, digits) = match text.strip_prefix(['-', '−']) {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    let mut number = 0_i32;
    for digit in digits.bytes() {
        if !digit.is_ascii_digit() || number > i32::from(i16::MAX) {
            return Typed::Unknown;
        }
        number = number * 10 + i32::from(digit - b'0');
    }
    let year = i16::try_from(if negative { -number } else { number }).ok();
    let year = year.filter(|year| !digits.is_empty() && (first..=last).contains(year));
    year.map_or(Typed::Unknown, Typed::Year)
}

/// Whether a year that is being typed could become another of the span by one more digit.
pub(super) fn could_go_on(year: i16, first: i16, last: i16) -> bool {
    let longer = i32::from(year) * 10;
    if year < 0 { i32::from(first) <= longer } else { i32::from(last) >= longer }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(read(text, 1945, 2025), typed, "“{text}”");
        }
        assert_eq!(read("−44", -100, 14), Typed::Year(-44));
        assert_eq!(read("-32768", i16::MIN, 0), Typed::Year(i16::MIN));
    }

    #[test]
    fn typing_waits_only_for_a_longer_year_of_the_span() {
        assert!(!could_go_on(1972, 1945, 2025));
        assert!(could_go_on(120, 100, 1500));
        assert!(!could_go_on(850, 800, 1500));
        assert!(could_go_on(-4, -44, 14) && !could_go_on(-44, -100, 14));
    }
}
