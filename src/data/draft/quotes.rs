//! Quotes that do not enclose a field: readers of CSV understand them in different ways.

use super::quoting::Quoting;

/// A quote that encloses no field, by the byte at which it stands: within a field that does not begin with one, or
/// before letters that follow the closing one. With it how many there are.
pub(in super::super) fn stray_quotes(text: &str, start: usize, delimiter: u8) -> Option<(usize, usize)> {
    let delimiter = char::from(delimiter);
    let (mut at, mut first, mut count) = (Quoting::Start, None, 0);
    let mut last_quote = start;
    for (offset, letter) in text.get(start..)?.char_indices() {
        let next = at.after(letter, delimiter);
        let stray = match at {
            Quoting::Plain if letter == '"' => Some(start + offset),
            // What follows the closing quote is neither blank nor the field's end.
            Quoting::Closed | Quoting::Trailing if next == Quoting::Plain => Some(last_quote),
            _ => None,
        };
        if let Some(offset) = stray {
            first = first.or(Some(offset));
            count += 1;
        }
        if next == Quoting::Closed {
            last_quote = start + offset;
        }
        at = next;
    }
    first.map(|offset| (offset, count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_that_encloses_nothing_is_found() {
        for (text, found) in [
            ("a,\"b\",c\n\"d\"\"e\",f\r\n", None),
            ("a,\"b\" ,c\n", None),
            ("a,\"b\nc\",\"\"\n", None),
            ("a,b\"c\",d\n", Some((3, 2))),
            ("a,\"b\"c,d\n", Some((4, 1))),
            ("a,\"b\" \"c\",d\n", Some((4, 2))),
            ("x;6\"\n", Some((3, 1))),
        ] {
            let delimiter = if text.contains(';') { b';' } else { b',' };
            assert_eq!(stray_quotes(text, 0, delimiter), found, "{text}");
        }
        assert_eq!(stray_quotes("\"sep=;\"\na;b\n", 8, b';'), None);
    }
}
