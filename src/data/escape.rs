//! Text within XML and HTML: the one rule of escaping for pictures, pages and graphs.

/// Text as content or attribute of an element of XML or HTML.
///
/// What XML 1.0 cannot hold (control characters, U+FFFE and U+FFFF) is replaced by U+FFFD. Line breaks and tabs are
/// written by their numbers, because an attribute would read them as blanks.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' => escaped.push_str("&#10;"),
            '\r' => escaped.push_str("&#13;"),
            '\t' => escaped.push_str("&#9;"),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_markup() {
        assert_eq!(escape("\"<&>'é\n\r\t"), "&quot;&lt;&amp;&gt;'é&#10;&#13;&#9;");
        assert_eq!(escape("]]></d>"), "]]&gt;&lt;/d&gt;");
    }

    #[test]
    fn what_xml_cannot_hold_is_replaced_and_what_it_can_hold_stays() {
        for code in (0..=0x1f_u32).filter(|code| ![9, 10, 13].contains(code)).chain([0xfffe, 0xffff]) {
            let letter = char::from_u32(code).map(String::from).unwrap_or_default();
            assert_eq!(escape(&letter), "\u{fffd}", "{code:x}");
        }
        for kept in ["\u{7f}", "\u{85}", "\u{fffd}", "\u{10ffff}", "\u{202e}"] {
            assert_eq!(escape(kept), kept);
        }
    }
}
