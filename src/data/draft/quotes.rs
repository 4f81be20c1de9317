//! Quotes that do not enclose a field: readers of CSV understand them in different ways.

/// A quote that encloses no field, by the byte at which it stands: within a field that does not begin with one, or
/// before letters that follow the closing one. With it how many there are.
pub(in super::super) fn stray_quotes(text: &str, start: usize, delimiter: u8) -> Option<(usize, usize)> {
    #[derive(Clone, Copy, PartialEq)]
    enum At {
        Start,
        Plain,
        Quoted,
        AfterQuote,
    }
    let (mut at, mut first, mut count) = (At::Start, None, 0);
    let mut last_quote = start;
    for (offset, byte) in text.bytes().enumerate().skip(start) {
        let ends = byte == delimiter || matches!(byte, b'\r' | b'\n');
        let stray = match (at, byte) {
            (At::Plain, b'"') => Some(offset),
            (At::AfterQuote, byte) if byte != b'"' && !ends && !byte.is_ascii_whitespace() => Some(last_quote),
            _ => None,
        };
        if let Some(offset) = stray {
            first = first.or(Some(offset));
            count += 1;
        }
        at = match (at, byte) {
            (At::Quoted, b'"') => {
                last_quote = offset;
                At::AfterQuote
            }
            (At::Quoted, _) | (At::Start | At::AfterQuote, b'"') => At::Quoted,
            _ if ends => At::Start,
            (At::AfterQuote, byte) if byte.is_ascii_whitespace() => At::AfterQuote,
            _ => At::Plain,
        };
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
            ("x;6\"\n", Some((3, 1))),
        ] {
            let delimiter = if text.contains(';') { b';' } else { b',' };
            assert_eq!(stray_quotes(text, 0, delimiter), found, "{text}");
        }
        assert_eq!(stray_quotes("\"sep=;\"\na;b\n", 8, b';'), None);
    }
}
