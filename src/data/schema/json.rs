//! The JSON Schema of a dataset in one JSON file, made of the schema of the tables.

use serde_json::{Map, Value, json};

use super::{Column, Kind, Need, SCHEMAS, Schema, TIES};
use crate::data::limits;

/// The schema of a dataset in one JSON file: draft 2020-12 of <https://json-schema.org>.
pub fn json_schema() -> Value {
    let mut properties = Map::new();
    let text = |description: &str| json!({ "type": "string", "maxLength": limits::NAME, "description": description });
    properties.insert("name".into(), text("A short name; made from the title where there is none"));
    properties.insert("version".into(), text("The edition; 1 where there is none"));
    properties
        .insert("title".into(), text("What the picture is called; made from the file's name where there is none"));
    let own =
        "How it is shown: the keys of `detente` in a descriptor; the span is that of the ties where there is none";
    properties.insert("detente".into(), json!({ "type": "object", "description": own }));
    for schema in SCHEMAS {
        properties.insert(schema.name().to_owned(), table(schema));
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A dataset in one JSON file",
        "type": "object",
        "properties": properties,
        "anyOf": [{ "required": ["ties"] }, { "required": ["members"] }],
    })
}

fn table(schema: &Schema) -> Value {
    let is_ties = schema.file == TIES.file;
    let mut properties: Map<String, Value> =
        schema.columns.iter().map(|column| (column.name.to_owned(), value(column))).collect();
    let needed = schema.columns.iter().filter(|column| column.need == Need::Value).map(|column| column.name);
    let mut row = Map::new();
    row.insert("type".into(), "object".into());
    // What tells a stance may be a word or a number of the dataset's own.
    let needed: Vec<&str> = needed.filter(|name| !is_ties || *name != "stance").collect();
    row.insert("required".into(), needed.into());
    if is_ties {
        let kind = "In the place of `stance`: a word that means one";
        properties.insert("kind".into(), json!({ "type": "string", "description": kind }));
        let one = ["stance", "kind", "weight"].map(|name| json!({ "required": [name] }));
        row.insert("anyOf".into(), one.to_vec().into());
    } else {
        row.insert("additionalProperties".into(), false.into());
    }
    let read: Vec<&str> = schema.columns.iter().filter(|column| column.is_read).map(|column| column.name).collect();
    if !read.is_empty() {
        let other = "The same in another language, by its code in two letters (ISO 639-1)";
        let text = json!({ "type": ["string", "null"], "maxLength": limits::TEXT, "description": other });
        row.insert("patternProperties".into(), json!({ format!("^({})_[a-z]{{2}}$", read.join("|")): text }));
    }
    row.insert("properties".into(), properties.into());
    let most = if is_ties { limits::YEARLY_ROWS } else { schema.most_rows };
    json!({ "type": "array", "description": schema.description, "maxItems": most, "items": row })
}

/// What the values of a column may be. What may be left out may be null too.
fn value(column: &Column) -> Value {
    let mut schema = match &column.kind {
        Kind::Name => json!({ "type": "string", "maxLength": limits::NAME }),
        Kind::Date => json!({ "type": ["string", "integer"] }),
        Kind::Year => json!({ "type": "integer" }),
        Kind::Stance => json!({ "type": ["integer", "string"] }),
        Kind::WholeNumber(range) => json!({ "type": "integer", "minimum": range.start(), "maximum": range.end() }),
        Kind::WholeNumbers(range) => {
            json!({ "type": "array", "items": { "type": "integer", "minimum": range.start(), "maximum": range.end() } })
        }
        Kind::Number(range) => json!({ "type": "number", "minimum": range.start(), "maximum": range.end() }),
        Kind::Words(words) => {
            let numbers = words.iter().filter_map(|word| word.parse::<i64>().ok()).map(Value::from);
            let words: Vec<Value> = words.iter().map(|word| Value::from(*word)).chain(numbers).collect();
            json!({ "enum": words })
        }
        Kind::Keys(_) | Kind::Evidence => {
            json!({ "type": ["string", "array"], "items": { "type": "string" }, "maxItems": limits::LIST })
        }
        Kind::Text | Kind::Address | Kind::Effects | Kind::Key(_) | Kind::Tie | Kind::Focus => {
            json!({ "type": "string", "maxLength": limits::TEXT })
        }
    };
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("description".into(), column.description.into());
        if column.need != Need::Value {
            for key in ["type", "enum"] {
                match schema.get_mut(key) {
                    Some(Value::Array(list)) if key == "enum" => list.push(Value::Null),
                    Some(Value::Array(list)) => list.push("null".into()),
                    Some(one) => *one = json!([one.take(), "null"]),
                    None => {}
                }
            }
        }
    }
    schema
}
