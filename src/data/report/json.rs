//! A report as JSON, for other programs; `docs/report.schema.json` describes it.

use core::fmt::Write as _;

use serde::Serialize;

use super::super::rules::is_hidden;
use super::Report;

/// The version of the form; a change that a reader of an older one would not understand raises it.
const VERSION: u8 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u8,
    errors: usize,
    warnings: usize,
    #[serde(flatten)]
    report: &'a Report,
}

impl Report {
    /// The report as JSON after `docs/report.schema.json`, indented, with a line break at the end.
    ///
    /// # Errors
    /// Only if it cannot be serialised, which does not happen.
    pub fn json(&self) -> Result<String, serde_json::Error> {
        printable(&Document { version: VERSION, errors: self.errors(), warnings: self.warnings(), report: self })
    }
}

/// Indented JSON in which what could command a terminal or turn the direction of reading is escaped.
pub(super) fn printable(value: &impl Serialize) -> Result<String, serde_json::Error> {
    let plain = serde_json::to_string_pretty(value)?;
    let mut text = String::with_capacity(plain.len() + 1);
    let mut units = [0; 2];
    // Outside of strings JSON has no hidden characters but line breaks, and within strings none of these stands plain.
    for letter in plain.chars() {
        if letter != '\n' && is_hidden(letter) {
            for unit in letter.encode_utf16(&mut units) {
                // Writing to a String cannot fail.
                let _ = write!(text, "\\u{unit:04x}");
            }
        } else {
            text.push(letter);
        }
    }
    text.push('\n');
    Ok(text)
}
