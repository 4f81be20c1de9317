//! Rows with columns by name, from files that are no tables, made a table whose values keep their places.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::draft::{RawTable, Record, Text};
use super::super::schema::Schema;
use super::super::{Limit, Limits};

/// The bytes of something, from and to.
pub(super) type Span = (usize, usize);

/// A value of a row: its text and its place.
pub(super) type Value = (String, Span);

/// Rows as they are collected.
pub(super) struct List<'t> {
    schema: &'static Schema,
    file: &'t str,
    text: &'t Arc<Text>,
    /// The byte at which it begins.
    at: usize,
    head: Vec<Value>,
    places: BTreeMap<String, usize>,
    rows: Vec<(Span, Vec<(usize, Value)>)>,
    /// How many values the rows have, those that they leave out not among them.
    values: usize,
    limits: Limits,
}

impl<'t> List<'t> {
    pub(super) fn new(schema: &'static Schema, file: &'t str, text: &'t Arc<Text>, at: usize, limits: Limits) -> Self {
        Self { schema, file, text, at, head: Vec::new(), places: BTreeMap::new(), rows: Vec::new(), values: 0, limits }
    }

    /// The place of a column. Of a table of more columns than are allowed, which will be refused, the last is given.
    pub(super) fn column(&mut self, name: &str, span: Span) -> usize {
        if let Some(place) = self.places.get(name) {
            return *place;
        }
        if self.head.len() <= self.limits.of(Limit::Columns) {
            self.places.insert(name.to_owned(), self.head.len());
            self.head.push((name.to_owned(), span));
        }
        self.head.len() - 1
    }

    /// Adds a row: where it stands, and its values by the places of their columns.
    pub(super) fn push(&mut self, place: Span, values: Vec<(usize, Value)>) {
        self.values += values.len();
        self.rows.push((place, values));
    }

    /// The limit that the columns or the values exceed, with what there is: each row has a value for every column.
    pub(super) fn excess(&self) -> Option<(Limit, usize)> {
        let cells = self.values.max(self.rows.len().saturating_mul(self.head.len()));
        let found = [(Limit::Columns, self.head.len()), (Limit::Cells, cells)];
        found.into_iter().find(|(limit, found)| *found > self.limits.of(*limit))
    }

    #[cfg(feature = "graphs")]
    pub(super) const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// How many rows there are.
    #[cfg(feature = "graphs")]
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The table; what its columns mean is not decided yet.
    pub(super) fn into_table(self) -> RawTable {
        let Self { schema, file, text, at, head, rows, .. } = self;
        let record = |(place, values): (Span, Vec<(usize, Value)>)| {
            let mut fields: Vec<Value> = vec![(String::new(), place); head.len()];
            for (column, value) in values {
                fields[column] = value;
            }
            let spans = fields.iter().map(|(_, span)| *span).collect();
            Record { offset: place.0, fields: fields.iter().map(|(text, _)| text).collect(), spans }
        };
        RawTable {
            schema,
            file: file.to_owned(),
            text: text.clone(),
            delimiter: b',',
            meanings: vec![None; head.len()],
            records: rows.into_iter().map(record).collect(),
            head: Record {
                offset: at,
                fields: head.iter().map(|(name, _)| name).collect(),
                spans: head.iter().map(|(_, span)| *span).collect(),
            },
            malformed: Vec::new(),
            origin: Vec::new(),
        }
    }
}
