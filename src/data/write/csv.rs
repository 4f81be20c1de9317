//! A table as CSV, in which nothing is a formula to a spreadsheet.

use super::super::draft::FORMULA;
use super::rows::Sheet;

/// The table as text, with a head.
pub(super) fn table(sheet: &Sheet) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    // Writing to a Vec cannot fail, and every row has as many fields as the head.
    let _ = writer.write_record(sheet.columns.iter().map(AsRef::as_ref));
    for row in &sheet.rows {
        let _ = writer.write_record(row.iter().map(|value| harmless(value)));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// A value that no spreadsheet takes for a formula: with an apostrophe before it, if it is none of a number.
///
/// This is what OWASP's ASVS asks for (5.0, 1.2.10).
fn harmless(value: &str) -> String {
    let is_formula = value.trim_start_matches('\'').starts_with(FORMULA);
    if is_formula && !is_number(value) { format!("'{value}") } else { value.to_owned() }
}

fn is_number(value: &str) -> bool {
    let digits = value.strip_prefix(['+', '-']).unwrap_or(value);
    let is_digit = |byte: u8| byte.is_ascii_digit() || byte == b'.';
    digits.starts_with(|letter: char| letter.is_ascii_digit()) && digits.bytes().all(is_digit)
}

#[cfg(test)]
mod tests {
    use super::super::super::draft::unescaped;
    use super::*;

    #[test]
    fn a_formula_is_text_and_a_number_stays_a_number() {
        for (value, written) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
            ("-2+3", "'-2+3"),
            ("-", "'-"),
            ("\tx", "'\tx"),
            ("\rx", "'\rx"),
            ("'=x", "''=x"),
            ("-3", "-3"),
            ("+1.5", "+1.5"),
            ("plain", "plain"),
            ("'s-Gravenhage", "'s-Gravenhage"),
            ("", ""),
        ] {
            assert_eq!(harmless(value), written);
            assert_eq!(unescaped(written), value);
        }
    }
}
