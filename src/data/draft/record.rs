//! Where the characters of a record stand, which the `csv` crate does not tell.

/// What [`scan`] found.
pub(in super::super) struct Scan {
    /// The byte at which the character stands, or at which the record ends.
    pub(in super::super) offset: usize,
    /// Whether the record ends inside quotes.
    pub(in super::super) open: bool,
}

/// Walks a record as the `csv` crate reads it, up to the nth character of a field's value.
pub(in super::super) fn scan(text: &str, field: usize, nth: usize, delimiter: u8) -> Scan {
    #[derive(Clone, Copy, PartialEq)]
    enum At {
        Start,
        Plain,
        Quoted,
        AfterQuote,
    }
    let delimiter = char::from(delimiter);
    let (mut at, mut passed, mut seen) = (At::Start, 0, 0);
    for (offset, letter) in text.char_indices() {
        let ends = at != At::Quoted && (letter == delimiter || matches!(letter, '\r' | '\n'));
        // An opening quote, or a closing one or the first of two, is no part of the value.
        let silent = letter == '"' && matches!(at, At::Start | At::Quoted);
        if passed == field && !silent && (seen == nth || ends) {
            return Scan { offset, open: false };
        }
        match (at, letter) {
            _ if ends && letter == delimiter => {
                passed += 1;
                at = At::Start;
                continue;
            }
            _ if ends => return Scan { offset, open: false },
            (At::Start | At::AfterQuote, '"') => at = At::Quoted,
            (At::Quoted, '"') => at = At::AfterQuote,
            (At::Quoted, _) => {}
            _ => at = At::Plain,
        }
        seen += usize::from(passed == field && !silent);
    }
    Scan { offset: text.len(), open: at == At::Quoted }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_is_found_behind_quotes_commas_and_line_breaks() {
        let text = "a,\"b, \"\"c\"\"\nd\",ab\"c,d,\"x\"y,z\n";
        let at = |field, nth| text[scan(text, field, nth, b',').offset..].chars().next();
        for (field, value) in ["a", "b, \"c\"\nd", "ab\"c", "d", "xy", "z"].into_iter().enumerate() {
            for (nth, letter) in value.chars().enumerate() {
                assert_eq!(at(field, nth), Some(letter), "{field} {nth}");
            }
        }
        assert!(scan("a,\"b\nc,d", 9, 0, b',').open);
        assert!(!scan("a,\"b\",c", 9, 0, b',').open);
    }
}
