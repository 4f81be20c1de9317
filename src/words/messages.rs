//! A function for each message of `messages/`, as the build made it: `counts_ties(dataset, …)` is `counts-ties`.

use super::message::Value::{Number, Text};
use super::message::say;
use crate::data::Dataset;
use crate::language::Language;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// The language of a table of messages; `None` for one that was made for another version of this program.
pub fn language_of(table: &'static str) -> Option<Language> {
    Language::of_table(table, FINGERPRINT)
}

/// The tables of all languages, English first.
#[cfg(not(target_arch = "wasm32"))]
pub const TABLES: [&str; 4] = [
    include_str!(concat!(env!("OUT_DIR"), "/messages-en.txt")),
    include_str!(concat!(env!("OUT_DIR"), "/messages-it.txt")),
    include_str!(concat!(env!("OUT_DIR"), "/messages-ko.txt")),
    include_str!(concat!(env!("OUT_DIR"), "/messages-ar.txt")),
];

/// The language of a code: `en`, `it`, `ko`, `ar`.
#[cfg(not(target_arch = "wasm32"))]
pub fn language(code: &str) -> Option<Language> {
    use std::sync::OnceLock;
    static LANGUAGES: OnceLock<Vec<Language>> = OnceLock::new();
    let all = LANGUAGES.get_or_init(|| TABLES.iter().filter_map(|table| language_of(table)).collect());
    all.iter().find(|language| language.code() == code).copied()
}
