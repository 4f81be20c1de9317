//! The texts of a dataset in one more language, and what keeps texts of two languages apart.

/// The texts of a dataset in one more language. What it does not translate is read in the dataset's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Translation {
    /// The code of the language, two letters of ISO 639-1: `it`.
    pub language: String,
    /// For each of the places its texts in the order of the dataset, empty where there is none; no texts at all
    /// where none is translated.
    pub(super) places: Vec<Vec<String>>,
    /// How many of the texts that the view shows it does not translate; known once it was exchanged.
    pub(super) lacking: usize,
}

/// The language of a dataset that names none.
pub(super) const USUAL: &str = "en";

/// Whether a language is written from right to left.
fn is_rtl(language: &str) -> bool {
    matches!(language, "ar" | "dv" | "fa" | "he" | "ks" | "ps" | "sd" | "ug" | "ur" | "yi")
}

/// A text in another language than what stands round it: apart by U+2066 or U+2067, which say its direction, and
/// U+2069. No text of a dataset holds them, so that they tell where it begins and ends.
pub(super) fn apart(text: &str, language: &str) -> String {
    format!("{}{text}\u{2069}", if is_rtl(language) { '\u{2067}' } else { '\u{2066}' })
}

/// What a country is called, as the browser knows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountryName {
    /// Three letters of ISO 3166-1.
    pub code: String,
    /// Its name in the language of the dataset.
    pub own: String,
    /// Its name in the language in which it is read.
    pub name: String,
}
