//! A dataset as one plain JSON text: the keys of the descriptor, and each table as a list of objects.

use serde_json::{Map, Number, Value};

use super::super::numerals::float;
use super::super::schema::{Kind, Need, Schema};
use super::super::{Dataset, Texts};
use super::descriptor::package;
use super::rows::{Sheet, sheets};
use super::{Written, unknown};

/// The dataset as plain JSON, indented. Read again it is the same dataset.
pub fn plain_json(dataset: &Dataset) -> Written<String> {
    let none = Texts::default();
    // Texts and numbers alone can always be serialised.
    let package = serde_json::to_value(package(dataset, dataset.texts().unwrap_or(&none))).unwrap_or_default();
    let Value::Object(mut document) = package else { return Written { content: String::new(), left_out: Vec::new() } };
    for sheet in sheets(dataset) {
        document.insert(sheet.file.trim_end_matches(".csv").to_owned(), Value::Array(rows(&sheet)));
    }
    let content = serde_json::to_string_pretty(&Value::Object(document)).unwrap_or_default() + "\n";
    Written { content, left_out: unknown(dataset) }
}

/// The rows as objects without their empty values, but for those of columns that must be there.
fn rows(sheet: &Sheet) -> Vec<Value> {
    let schema = Schema::of(sheet.file);
    let column = |name: &str| schema.and_then(|schema| schema.column(name));
    let is_needed = |name: &str| column(name).is_some_and(|column| column.need != Need::Optional);
    let row = |row: &Vec<String>| {
        let filled = sheet.columns.iter().zip(row).filter(|(name, value)| is_needed(name) || !value.is_empty());
        let object: Map<String, Value> = filled
            .map(|(name, value)| (name.clone().into_owned(), as_value(column(name).map(|column| &column.kind), value)))
            .collect();
        Value::Object(object)
    };
    sheet.rows.iter().map(row).collect()
}

/// A number where the column holds numbers; else a text.
fn as_value(kind: Option<&Kind>, text: &str) -> Value {
    let is_number = matches!(kind, Some(Kind::Stance | Kind::Year | Kind::WholeNumber(_) | Kind::Number(_)));
    let number = || text.parse::<i64>().map(Number::from).ok().or_else(|| Number::from_f64(float(text)?));
    is_number.then(number).flatten().map_or_else(|| Value::from(text), Value::Number)
}
