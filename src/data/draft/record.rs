//! Where the characters of a record stand, which the `csv` crate does not tell.

use super::quoting::Quoting;

/// What [`scan`] found.
pub(in super::super) struct Scan {
    /// The byte at which the character stands, or at which the record ends.
    pub(in super::super) offset: usize,
    /// Whether the record ends inside quotes.
    pub(in super::super) open: bool,
}

/// Walks a record as the `csv` crate reads it, up to the nth character of a field's value.
pub(in super::super) fn scan(text: &str, field: usize, nth: usize, delimiter: u8) -> Scan {
    let delimiter = char::from(delimiter);
    let (mut at, mut passed, mut seen) = (Quoting::Start, 0, 0);
    for (offset, letter) in text.char_indices() {
        let ends = at.ends(letter, delimiter);
        // An opening quote, or a closing one or the first of two, is no part of the value.
        let silent = letter == '"' && matches!(at, Quoting::Start | Quoting::Quoted);
        if passed == field && !silent && (seen == nth || ends) || ends && letter != delimiter {
            return Scan { offset, open: false };
        }
        seen += usize::from(passed == field && !silent);
        passed += usize::from(ends);
        at = at.after(letter, delimiter);
    }
    Scan { offset: text.len(), open: at == Quoting::Quoted }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_is_found_behind_quotes_commas_and_line_breaks() {
        let text = "a,\"b, \"\"c\"\"\nd\",ab\"c,d,\"x\"y,\"v\" \"w\",z\n";
        let at = |field, nth| text[scan(text, field, nth, b',').offset..].chars().next();
        for (field, value) in ["a", "b, \"c\"\nd", "ab\"c", "d", "xy", "v \"w\"", "z"].into_iter().enumerate() {
            for (nth, letter) in value.chars().enumerate() {
                assert_eq!(at(field, nth), Some(letter), "{field} {nth}");
            }
        }
        assert!(scan("a,\"b\nc,d", 9, 0, b',').open);
        assert!(!scan("a,\"b\",c", 9, 0, b',').open);
    }
}
