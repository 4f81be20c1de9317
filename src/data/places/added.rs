//! Translations as tables and the descriptor have them: columns and keys with the code of a language at their end.

use std::collections::BTreeMap;

use serde::ser::{Serialize, SerializeMap as _, Serializer};
use serde_json::Value;

use super::super::language_codes::is_language;
use super::super::translation::Translation;
use super::super::{Tables, Texts};
use super::{PLACES, SHOWN};

/// Stands before each translation of a text, while a dataset is being read. Texts have no control characters.
const NEXT: char = '\u{1e}';
/// Stands between the language of a translation and its text.
const IN: char = '\u{1f}';

/// Adds a translation to a text, to be taken off by [`split`]: so that both go wherever the text goes. The first that
/// is added in a language counts.
pub(in super::super) fn added(text: &mut String, language: &str, translation: &str) {
    if !translation.is_empty() && !text.contains(&format!("{NEXT}{language}{IN}")) {
        text.push(NEXT);
        text.push_str(language);
        text.push(IN);
        text.push_str(translation);
    }
}

/// Adds the translations of another text in languages into which this one is not translated.
pub(in super::super) fn lent(text: &mut String, other: &str) {
    for (language, translation) in other.split(NEXT).skip(1).filter_map(|one| one.split_once(IN)) {
        added(text, language, translation);
    }
}

/// Adds the translations that an object of the descriptor has of the text of a key: `title_it` of `title`.
pub(in super::super) fn told(text: &mut String, object: &Value, key: &str) {
    let is_there = !text.is_empty();
    for (other, value) in object.as_object().into_iter().flatten().filter(|_| is_there) {
        let language = other.strip_prefix(key).and_then(|rest| rest.strip_prefix('_'));
        if let (Some(language), Some(value)) = (language.filter(|code| is_language(code)), value.as_str()) {
            added(text, language, value.trim());
        }
    }
}

/// Takes all translations off the texts to which they were added: one for each language, by its code.
pub(in super::super) fn split(tables: &mut Tables, texts: &mut Texts) -> Vec<Translation> {
    let mut found: BTreeMap<String, Translation> = BTreeMap::new();
    for (index, (_, walk)) in PLACES.iter().enumerate() {
        let mut columns: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut count = 0;
        walk(tables, texts, &mut |text| {
            let whole = core::mem::take(text);
            let (own, added) = whole.split_once(NEXT).unwrap_or((&whole, ""));
            own.clone_into(text);
            for (language, translation) in added.split(NEXT).filter_map(|one| one.split_once(IN)) {
                let column = columns.entry(language.to_owned()).or_default();
                column.resize(count, String::new());
                column.push(translation.to_owned());
            }
            count += 1;
        });
        for (language, mut column) in columns {
            column.resize(count, String::new());
            let translation = found.entry(language.clone()).or_default();
            translation.language = language;
            translation.put(index, column);
        }
    }
    found.into_values().collect()
}

/// The columns that translations add to a table, or the keys that they add to a part of the descriptor: the name of
/// each, such as `title_it`, and its value in each row.
pub(in super::super) fn columns<'t>(texts: &'t Texts, table: &str) -> Vec<(String, &'t [String])> {
    let mut all = Vec::new();
    for (index, (place, _)) in PLACES.iter().enumerate() {
        let column = match place.split_once('.') {
            Some((of, column)) if of == table => column,
            None if table.is_empty() => place,
            _ => continue,
        };
        for translation in &texts.translations {
            let values = translation.places.get(index).map_or(&[][..], Vec::as_slice);
            if values.iter().any(|value| !value.is_empty()) {
                all.push((format!("{column}_{}", translation.language), values));
            }
        }
    }
    all
}

impl Serialize for Translation {
    /// A map of places to lists of texts: of those that the view shows.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for ((place, _), values) in PLACES.iter().zip(&self.places).take(SHOWN) {
            if values.iter().any(|value| !value.is_empty()) {
                map.serialize_entry(place, values)?;
            }
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::schema::SCHEMAS;
    use super::*;

    #[test]
    fn every_column_that_readers_read_has_its_place() {
        let mut columns = Vec::new();
        for schema in SCHEMAS {
            for column in schema.columns.iter().filter(|column| column.is_read) {
                columns.push(format!("{}.{}", schema.name(), column.name));
            }
        }
        let is_table = |place: &str| SCHEMAS.iter().any(|schema| place.split('.').next() == Some(schema.name()));
        let mut places: Vec<&str> = PLACES.iter().map(|(place, _)| *place).filter(|place| is_table(place)).collect();
        columns.sort_unstable();
        places.sort_unstable();
        assert_eq!(columns, places);
    }
}
