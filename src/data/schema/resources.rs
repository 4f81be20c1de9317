//! The `resources` of a descriptor, after the Data Package standard: made of the schema, or held against it.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::Value;

use super::{Column, Kind, Need, Schema};
use crate::data::draft::{Draft, RawTable, Step};
use crate::data::suggestion::quote;

/// A table as the descriptor describes it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the properties of a Data Resource, https://datapackage.org/standard/data-resource/")]
pub struct Resource {
    pub name: &'static str,
    pub path: &'static str,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub description: &'static str,
    pub format: &'static str,
    pub mediatype: &'static str,
    pub encoding: &'static str,
    pub schema: TableSchema,
}

/// The columns of a table as the descriptor describes them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the properties of a Table Schema, https://datapackage.org/standard/table-schema/")]
pub struct TableSchema {
    pub fields: Vec<Field>,
    pub missing_values: [&'static str; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    pub primary_key: Option<[&'static str; 1]>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub foreign_keys: Vec<ForeignKey>,
}

/// A column as the descriptor describes it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the properties of a field, https://datapackage.org/standard/table-schema/#field")]
pub struct Field {
    pub name: String,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub description: Cow<'static, str>,
    #[serde(skip_serializing_if = "Constraints::is_empty")]
    pub constraints: Constraints,
}

/// What the values of a column must keep.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Constraints {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required: Option<bool>,
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum: Option<Value>,
}

/// A column whose values are keys of another table.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ForeignKey {
    pub fields: [&'static str; 1],
    pub reference: Reference,
}

/// The column that a foreign key refers to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Reference {
    pub resource: &'static str,
    pub fields: [&'static str; 1],
}

/// What `resources` in the descriptor of these tables should be: each table with its columns as they stand.
pub fn resources(draft: &Draft) -> Vec<Resource> {
    let ladder = draft.ladder_ends();
    let own = draft.tables.iter().filter(|table| table.file == table.schema.file);
    own.map(|table| resource(table, ladder)).collect()
}

fn resource(table: &RawTable, ladder: [i8; 2]) -> Resource {
    let schema = table.schema;
    let columns: Vec<&Column> = table.columns().filter_map(|name| schema.column(name)).collect();
    let fields = table.columns().filter_map(|name| {
        let translated = || schema.translated(name).map(|(column, language)| translation(column, language));
        schema.column(name).map(|column| field(column, ladder)).or_else(translated)
    });
    let foreign_key = |column: &&Column| {
        let Kind::Key(file) = column.kind else { return None };
        let key = Schema::of(file)?.key;
        Some(ForeignKey { fields: [column.name], reference: Reference { resource: name_of(file), fields: [key] } })
    };
    Resource {
        name: name_of(schema.file),
        path: schema.file,
        kind: "table",
        description: schema.description,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        schema: TableSchema {
            fields: fields.collect(),
            missing_values: [""],
            primary_key: (!schema.key.is_empty()).then_some([schema.key]),
            foreign_keys: columns.iter().filter_map(foreign_key).collect(),
        },
    }
}

/// A table's name: its file's, without the ending.
fn name_of(file: &'static str) -> &'static str {
    file.strip_suffix(".csv").unwrap_or(file)
}

fn field(column: &'static Column, ladder: [i8; 2]) -> Field {
    Field {
        name: column.name.to_owned(),
        kind: type_of(&column.kind),
        description: Cow::Borrowed(column.description),
        constraints: constraints(column, ladder),
    }
}

/// The column that translates one.
fn translation(column: &'static Column, language: &str) -> Field {
    Field {
        name: format!("{}_{language}", column.name),
        kind: type_of(&column.kind),
        description: Cow::Owned(format!("The same as `{}`, in the language {language}", column.name)),
        constraints: Constraints::default(),
    }
}

/// The standard's name of a type.
fn type_of(kind: &Kind) -> &'static str {
    match kind {
        Kind::Year | Kind::Stance | Kind::WholeNumber(_) => "integer",
        Kind::Words(words) if words.iter().all(|word| word.parse::<i64>().is_ok()) => "integer",
        Kind::Number(_) => "number",
        _ => "string",
    }
}

fn constraints(column: &Column, [worst, best]: [i8; 2]) -> Constraints {
    let required = (column.need == Need::Value).then_some(true);
    let range = |low: Value, high: Value| (Some(low), Some(high));
    let (minimum, maximum) = match &column.kind {
        Kind::Stance => range(worst.into(), best.into()),
        Kind::WholeNumber(range_of) => range((*range_of.start()).into(), (*range_of.end()).into()),
        Kind::Number(range_of) if range_of.end().abs() < 1e6 => {
            range((*range_of.start()).into(), (*range_of.end()).into())
        }
        _ => (None, None),
    };
    let words = match &column.kind {
        Kind::Words(words) => {
            words.iter().map(|word| word.parse::<i64>().map_or(Value::from(*word), Value::from)).collect()
        }
        _ => Vec::new(),
    };
    Constraints { required, words, minimum, maximum }
}

impl Constraints {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What a descriptor says of a table that is not so: where, what, and what to do.
pub(in super::super) struct Contradiction {
    pub(in super::super) path: Vec<Step>,
    pub(in super::super) message: String,
    pub(in super::super) hint: String,
}

/// Where `resources` in the descriptor contradict the tables or the schema. A descriptor without them says nothing.
///
/// A descriptor may ask for more than the schema does, and may describe files that are no tables of a dataset.
pub(in super::super) fn contradictions(draft: &Draft) -> Vec<Contradiction> {
    let list = draft.descriptor.as_ref().and_then(|package| package.get("resources")).and_then(Value::as_array);
    let Some(list) = list.filter(|list| !list.is_empty()) else { return Vec::new() };
    let mut found = Vec::new();
    let path_of = |resource: &Value| resource.get("path").and_then(Value::as_str).unwrap_or_default().to_owned();
    for (index, resource) in list.iter().enumerate() {
        let at = [Step::key("resources"), Step::Index(index)];
        let path = path_of(resource);
        if let Some((key, message)) = elsewhere(resource, &path) {
            found.push(Contradiction {
                path: at.into_iter().chain([Step::key(key)]).collect(),
                message,
                hint: "put the table into the folder as a file of its own name, and write that name into `path`"
                    .to_owned(),
            });
            continue;
        }
        let Some(schema) = Schema::of(&path) else { continue };
        match draft.table(schema.file).filter(|table| table.file == schema.file) {
            Some(table) => {
                Comparison { resource, table, at: &at, ladder: draft.ladder_ends(), found: &mut found }.run();
            }
            None if draft.is_unread(schema.file) => {}
            None => found.push(Contradiction {
                path: at.into_iter().chain([Step::key("path")]).collect(),
                message: format!("`resources` describes {}, which the folder lacks", quote(&path)),
                hint: "delete the resource, or add the table".to_owned(),
            }),
        }
    }
    // What was derived from another file is not described.
    for table in draft.tables.iter().filter(|table| table.file == table.schema.file) {
        if !list.iter().any(|resource| path_of(resource) == table.schema.file) {
            found.push(Contradiction {
                path: vec![Step::key("resources")],
                message: format!("`resources` does not describe {}", quote(table.schema.file)),
                hint: "add a resource with its columns".to_owned(),
            });
        }
    }
    found
}

/// The key by which a resource has its data elsewhere than in a file of the folder, and what is wrong with that.
fn elsewhere(resource: &Value, path: &str) -> Option<(&'static str, String)> {
    if resource.get("data").is_some() && path.is_empty() {
        return Some(("data", "`data` of a resource is not read: its rows stand in a file".to_owned()));
    }
    if resource.get("path").is_some_and(Value::is_array) {
        return Some(("path", "a resource in several files is not read".to_owned()));
    }
    let is_outside = path.starts_with(['/', '\\', '~']) || path.split(['/', '\\']).any(|part| part == "..");
    if path.contains(':') {
        Some(("path", format!("{} is an address: nothing is fetched", quote(path))))
    } else {
        is_outside.then(|| ("path", format!("{} lies outside of the folder, and is not read", quote(path))))
    }
}

/// One resource held against its table.
struct Comparison<'a> {
    resource: &'a Value,
    table: &'a RawTable,
    at: &'a [Step],
    ladder: [i8; 2],
    found: &'a mut Vec<Contradiction>,
}

impl Comparison<'_> {
    fn run(mut self) {
        let Some(schema) = self.resource.get("schema") else { return };
        if let Some(fields) = schema.get("fields").and_then(Value::as_array) {
            self.names(fields);
            for (index, field) in fields.iter().enumerate() {
                self.field(index, field);
            }
        }
        let key = self.table.schema.key;
        if let Some(given) = schema.get("primaryKey").filter(|given| !names(given, key)) {
            let message = format!("{} is not the key of `{}`", quote(&plain(given)), self.table.schema.file);
            let hint = if key.is_empty() {
                "delete it: no column tells the rows apart".to_owned()
            } else {
                format!("it is `{key}`")
            };
            self.report(&[Step::key("schema"), Step::key("primaryKey")], message, hint);
        }
        self.foreign_keys(schema);
    }

    fn report(&mut self, path: &[Step], message: String, hint: String) {
        self.found.push(Contradiction { path: self.at.iter().chain(path).cloned().collect(), message, hint });
    }

    /// The fields are the columns, in the order of the table.
    fn names(&mut self, fields: &[Value]) {
        let described: Vec<&str> =
            fields.iter().map(|field| field.get("name").and_then(Value::as_str).unwrap_or_default()).collect();
        let columns: Vec<&str> = self.table.columns().collect();
        if described == columns {
            return;
        }
        let file = self.table.schema.file;
        let lacking = columns.iter().find(|name| !described.contains(name));
        let surplus = described.iter().position(|name| !columns.contains(name));
        let path = |index: usize| vec![Step::key("schema"), Step::key("fields"), Step::Index(index), Step::key("name")];
        let (path, message) = match (surplus, lacking) {
            (Some(index), _) => (path(index), format!("`{file}` has no column {}", quote(described[index]))),
            (None, Some(name)) => {
                (path(0)[..2].to_vec(), format!("`fields` lacks the column {} of `{file}`", quote(name)))
            }
            (None, None) => {
                (path(0)[..2].to_vec(), format!("`fields` and the columns of `{file}` are not in one order"))
            }
        };
        self.report(&path, message, format!("the columns are {}", columns.join(", ")));
    }

    /// A field does not allow what the schema refuses.
    fn field(&mut self, index: usize, field: &Value) {
        let name = field.get("name").and_then(Value::as_str).unwrap_or_default();
        let Some(column) = self.table.schema.column(name) else { return };
        let path = |keys: &[&str]| -> Vec<Step> {
            let start = [Step::key("schema"), Step::key("fields"), Step::Index(index)];
            start.into_iter().chain(keys.iter().map(|key| Step::key(key))).collect()
        };
        let kind = type_of(&column.kind);
        if let Some(given) = field.get("type").filter(|given| given.as_str() != Some(kind)) {
            let message = format!("{} is not the type of `{name}`", quote(&plain(given)));
            self.report(&path(&["type"]), message, format!("it is `{kind}`"));
        }
        let demanded = constraints(column, self.ladder);
        let given = |key: &str| field.get("constraints").and_then(|constraints| constraints.get(key));
        if demanded.required.is_some() && given("required").and_then(Value::as_bool) == Some(false) {
            let message = format!("`required` is false, but every row needs `{name}`");
            self.report(&path(&["constraints", "required"]), message, "write true".to_owned());
        }
        let words = given("enum").and_then(Value::as_array).into_iter().flatten();
        let strange = words.into_iter().find(|word| !demanded.words.is_empty() && !demanded.words.contains(word));
        if let Some(word) = strange {
            let allowed: Vec<String> = demanded.words.iter().map(plain).collect();
            let message = format!("{} is none of the words of `{name}`", quote(&plain(word)));
            self.report(&path(&["constraints", "enum"]), message, format!("they are {}", allowed.join(", ")));
        }
        let number = |value: &Option<Value>| value.as_ref().and_then(Value::as_f64);
        for (key, limit, sign) in
            [("minimum", number(&demanded.minimum), 1.0), ("maximum", number(&demanded.maximum), -1.0)]
        {
            if let (Some(limit), Some(given)) = (limit, given(key).and_then(Value::as_f64))
                && (limit - given) * sign > 0.0
            {
                let message = format!("`{key}` of `{name}` is {given}, but the limit is {limit}");
                self.report(&path(&["constraints", key]), message, format!("write {limit}"));
            }
        }
    }

    fn foreign_keys(&mut self, schema: &Value) {
        let list = schema.get("foreignKeys").and_then(Value::as_array).into_iter().flatten();
        for (index, key) in list.enumerate() {
            let column = self
                .table
                .schema
                .columns
                .iter()
                .find(|column| key.get("fields").is_some_and(|fields| names(fields, column.name)));
            let Some(Column { name, kind: Kind::Key(file), .. }) = column else { continue };
            let resource = key.get("reference").and_then(|reference| reference.get("resource"));
            if let Some(given) = resource.filter(|given| given.as_str() != Some(name_of(file))) {
                let message = format!("`{name}` does not refer to {}", quote(&plain(given)));
                let steps = ["reference", "resource"].map(Step::key);
                let path = [Step::key("schema"), Step::key("foreignKeys"), Step::Index(index)];
                self.report(
                    &path.into_iter().chain(steps).collect::<Vec<_>>(),
                    message,
                    format!("it refers to `{}`", name_of(file)),
                );
            }
        }
    }
}

/// Whether a value names that column alone, as a text or as a list of one.
fn names(value: &Value, column: &str) -> bool {
    let one = value.as_array().map_or(Some(value), |list| list.first().filter(|_| list.len() == 1));
    one.and_then(Value::as_str) == Some(column)
}

/// A value as it would stand in a table.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
