//! A thing that assistive technology is told of, with what it holds.

use serde::Deserialize;

/// A thing that assistive technology is told of.
#[derive(Debug, Deserialize)]
pub(crate) struct Told {
    pub(crate) role: String,
    pub(crate) name: String,
    pub(crate) value: String,
    /// What else is told: its state, and its description.
    pub(crate) more: Vec<String>,
    pub(crate) children: Vec<Told>,
}

/// A text in one line, with single spaces.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
