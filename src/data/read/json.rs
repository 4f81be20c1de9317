//! One JSON file: the keys of a descriptor, and the tables as lists of objects with the columns' names.

use std::sync::Arc;

use super::super::draft::{Draft, RawTable, Text, Tokens};
use super::super::report::Findings;
use super::super::schema::{SCHEMAS, Schema, TIES};
use super::super::suggestion::quote;
use super::super::{Limit, Problem, ProblemKind};
use super::descriptor;
use super::list::{List, Span, Value};

/// Reads a JSON text: its tables, as they are written, are returned; what is left is the draft's descriptor.
pub(super) fn read(file: &str, text: Text, draft: &mut Draft) -> Vec<RawTable> {
    draft.descriptor_text = text;
    draft.descriptor_file = Some(file.to_owned());
    descriptor::parse(draft);
    let Some(package) = draft.descriptor.as_mut().and_then(serde_json::Value::as_object_mut) else {
        return Vec::new();
    };
    for schema in SCHEMAS {
        package.remove(schema.name());
    }
    let text = Arc::new(draft.descriptor_text.clone());
    Walk { file, text: &text, tokens: Tokens::of(&text.text), findings: &mut draft.findings, unread: &mut draft.unread }
        .tables()
}

/// A walk over the tokens of valid JSON.
struct Walk<'t> {
    file: &'t str,
    text: &'t Arc<Text>,
    tokens: Tokens<'t>,
    findings: &'t mut Findings,
    /// Tables that are there and cannot be read.
    unread: &'t mut Vec<&'static str>,
}

impl<'t> Walk<'t> {
    fn token(&self, (from, to): Span) -> &'t str {
        self.text.text.get(from..to).unwrap_or_default()
    }

    fn report(&mut self, kind: ProblemKind, (from, to): Span, message: String, hint: &str) {
        let problem = Problem::new(kind, self.file, message).hint(hint);
        self.findings.push(self.text.point(problem, from, self.text.width(from, to)));
    }

    /// The tables of the object that the text is.
    fn tables(mut self) -> Vec<RawTable> {
        let mut found: Vec<RawTable> = Vec::new();
        if self.tokens.next().is_none() {
            return found;
        }
        while let Some((key, value)) = self.entry() {
            let name = string(self.token(key));
            let schema = SCHEMAS.into_iter().find(|schema| schema.name() == name);
            match schema {
                Some(schema) if self.token(value) == "[" => found.extend(self.table(schema, value)),
                Some(schema) => {
                    let hint = "write a list of objects, one for each row";
                    self.report(ProblemKind::BadDescriptor, value, format!("{} is no list", quote(&name)), hint);
                    self.unread.push(schema.file);
                    self.skip(value);
                }
                None => self.skip(value),
            }
        }
        found
    }

    /// The next key of an object with the first token of its value; `None` at its end.
    fn entry(&mut self) -> Option<(Span, Span)> {
        let key = self.tokens.next().filter(|key| self.token(*key) != "}")?;
        self.tokens.next()?;
        Some((key, self.tokens.next()?))
    }

    /// Passes the rest of a value.
    fn skip(&mut self, value: Span) {
        let _ = self.tokens.pass(value);
    }

    /// The table of a list whose bracket was read last.
    fn table(&mut self, schema: &'static Schema, at: Span) -> Option<RawTable> {
        let text = self.text;
        let limits = self.findings.limits;
        let mut list = List::new(schema, self.file, text, at.0, limits);
        let rows = if schema.file == TIES.file { Some(Limit::TieRows) } else { schema.limit() };
        let most = rows.map_or(schema.most_rows, |limit| limits.of(limit));
        let mut count = 0;
        while let Some(row) = self.tokens.next().filter(|row| self.token(*row) != "]") {
            count += 1;
            if self.token(row) != "{" {
                let message = format!("{} is no row", quote(self.token(row)));
                self.report(ProblemKind::BadDescriptor, row, message, "write an object with the columns of the row");
                self.skip(row);
            } else if count > most || list.excess().is_some() {
                self.skip(row);
            } else {
                let values = self.row(&mut list);
                list.push(row, values);
            }
        }
        let name = schema.name();
        let excess = match list.excess() {
            _ if count > most => {
                Some((format!("{count} rows; the limit is {most}"), rows.map(|limit| limit.hint(count))))
            }
            Some((limit, found)) => {
                let what = if limit == Limit::Columns { "columns" } else { "values" };
                let of = limits.of(limit);
                Some((format!("{found} {what} or more; the limit is {of}"), Some(limit.hint(found))))
            }
            None => None,
        };
        if let Some((found, hint)) = excess {
            let hint = hint.unwrap_or_default();
            self.report(ProblemKind::LimitExceeded, at, format!("`{name}` has {found}"), &hint);
            self.unread.push(schema.file);
            return None;
        }
        Some(list.into_table())
    }

    /// The values of an object whose bracket was read last, by the places of their columns.
    fn row(&mut self, list: &mut List<'_>) -> Vec<(usize, Value)> {
        let mut values = Vec::new();
        while let Some((key, value)) = self.entry() {
            let name = string(self.token(key));
            let column = list.column(&name, inner(self.token(key), key));
            values.push((column, self.value(value)));
        }
        values
    }

    /// A value as a table has it: a list is its entries with blanks between them, nothing is an empty text.
    fn value(&mut self, value: Span) -> Value {
        match self.token(value) {
            "null" => (String::new(), value),
            "[" => {
                let mut parts = Vec::new();
                let mut end = value.1;
                while let Some(part) = self.tokens.next() {
                    end = part.1;
                    match self.token(part) {
                        "]" => break,
                        "{" | "[" => {
                            self.nested(part);
                            self.skip(part);
                        }
                        token => parts.push(string(token)),
                    }
                }
                (parts.join(" "), (value.0, end))
            }
            "{" => {
                self.nested(value);
                self.skip(value);
                (String::new(), value)
            }
            token => (string(token), inner(token, value)),
        }
    }

    fn nested(&mut self, at: Span) {
        let message = "a value of a row is a text, a number, or a list of them".to_owned();
        self.report(ProblemKind::BadDescriptor, at, message, "write the value itself");
    }
}

/// The text of a token: of a string its letters, of anything else itself.
fn string(token: &str) -> String {
    serde_json::from_str(token).unwrap_or_else(|_| token.to_owned())
}

/// The bytes of a string without its quotes.
fn inner(token: &str, (from, to): Span) -> Span {
    if token.len() > 1 && token.starts_with('"') { (from + 1, to - 1) } else { (from, to) }
}
