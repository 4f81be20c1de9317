//! One table: rows and fields by the `csv` crate, and what is wrong with their form.

use super::super::draft::{RawTable, Record, Text, scan};
use super::super::report::Findings;
use super::super::rules::{hidden, longer_than};
use super::super::schema::{Kind, Need, Schema};
use super::super::suggestion::{did_you_mean, nearest, numbered, quote};
use super::super::{Problem, ProblemKind, limits};

/// The table that a text holds, unless it is too long to be read.
pub(super) fn tabulate(schema: &'static Schema, text: Text, findings: &mut Findings) -> Option<RawTable> {
    let mut records = records(&text.text);
    let Some(head) = records.next() else {
        let message = "the file is empty; its first line must name the columns".to_owned();
        findings.push(Problem::new(ProblemKind::MissingColumn, schema.file, message).hint(columns(schema)));
        return None;
    };
    let width = head.fields.len();
    // The empty rows that a spreadsheet leaves at the end say nothing.
    let says_something = |record: &Record| record.fields.iter().any(|field| !field.trim().is_empty());
    let mut written: Vec<Record> = records.by_ref().take(schema.most_rows).collect();
    let further = records.count();
    written.retain(says_something);
    let (records, malformed) = written.into_iter().partition(|record| record.fields.len() == width);
    let table = RawTable { schema, text, head, records, malformed };
    check_head(schema, &table, findings);
    if further > 0 {
        let message = format!("the table has {} rows; the limit is {}", schema.most_rows + further, schema.most_rows);
        findings.push(Problem::new(ProblemKind::LimitExceeded, schema.file, message));
        return None;
    }
    for record in &table.malformed {
        findings.push(wrong_count(&table, record));
    }
    check_end(&table, findings);
    check_texts(&table, findings);
    Some(table)
}

/// The records of a text. It is UTF-8 and records may have any length, so that none can fail.
fn records(text: &str) -> impl Iterator<Item = Record> {
    let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    reader.into_records().map_while(Result::ok).map(|fields| {
        let offset = fields.position().map_or(0, |position| position.byte() as usize);
        // The reader counts from before the line breaks above the record.
        let breaks = text.as_bytes().iter().skip(offset).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        Record { offset: offset + breaks, fields }
    })
}

/// `its columns are …`
fn columns(schema: &Schema) -> String {
    let all: Vec<&str> = schema.columns.iter().map(|column| column.name).collect();
    format!("its columns are {}", all.join(", "))
}

/// The head has every column that the schema demands, each once, and no others.
fn check_head(schema: &Schema, table: &RawTable, findings: &mut Findings) {
    let names = || schema.columns.iter().map(|column| column.name);
    let lacks = |name: &&str| table.column(name).is_none();
    for (index, name) in table.columns().enumerate() {
        let (kind, message) = if table.column(name) != Some(index) {
            (ProblemKind::DuplicateColumn, format!("the column {} stands twice", quote(name)))
        } else if schema.column(name).is_some() {
            continue;
        } else {
            (ProblemKind::UnknownColumn, format!("`{}` has no column {}", schema.file, quote(name)))
        };
        let hint = did_you_mean(nearest(name, names().filter(lacks)), columns(schema));
        let mut problem = table.problem(kind, &table.head, (index, 0), name.chars().count(), message);
        problem.location.field.clear();
        findings.push(problem.hint(hint));
    }
    let demanded = schema.columns.iter().filter(|column| column.need != Need::Optional).map(|column| column.name);
    for name in demanded.filter(lacks) {
        let near = nearest(name, table.columns().filter(|other| schema.column(other).is_none()));
        let hint = match near {
            Some(near) => format!("`{near}` may be meant; call it `{name}`"),
            None => format!("add `{name}` to the first line"),
        };
        let message = format!("the column `{name}` is missing");
        findings.push(table.record_problem(ProblemKind::MissingColumn, &table.head, message).hint(hint));
    }
}

fn wrong_count(table: &RawTable, record: &Record) -> Problem {
    let (found, wanted) = (numbered(record.fields.len(), "field"), table.head.fields.len());
    let message = format!("this row has {found} where the head has {wanted}");
    let first = table.text.line(record.offset);
    let last = table.text.line(record.offset + end(table, record).0);
    let hint = if last > first {
        format!("it runs to line {last}: is a closing quote missing?")
    } else {
        "a field that holds a comma or a line break stands in double quotes".to_owned()
    };
    table.record_problem(ProblemKind::WrongFieldCount, record, message).hint(hint)
}

/// How long a record is, and whether it ends inside quotes.
fn end(table: &RawTable, record: &Record) -> (usize, bool) {
    let scan = scan(table.text.text.get(record.offset..).unwrap_or_default(), usize::MAX, 0);
    (scan.offset, scan.open)
}

/// A quoted field that is never closed runs to the end of the file; only the last record can have one.
fn check_end(table: &RawTable, findings: &mut Findings) {
    let all = [&table.head].into_iter().chain(&table.records).chain(&table.malformed);
    let Some(last) = all.max_by_key(|record| record.offset) else { return };
    if !end(table, last).1 {
        return;
    }
    let field = last.fields.len().saturating_sub(1);
    let message = "this quote is never closed; it runs to the end of the file".to_owned();
    let mut problem = table.problem(ProblemKind::UnclosedQuote, last, (field, 0), 1, message);
    // The place is that of the field's first character; the quote stands before it.
    if problem.location.column > 1 && problem.before > 0 {
        problem.location.column -= 1;
        problem.before -= 1;
    }
    findings.push(problem.hint("close it with \"; a quote inside a quoted field is written twice"));
}

/// No value has hidden characters or is too long.
fn check_texts(table: &RawTable, findings: &mut Findings) {
    let limits: Vec<usize> = table.columns().map(|name| limit(table.schema, name)).collect();
    for record in &table.records {
        for ((column, raw), limit) in record.fields.iter().enumerate().zip(&limits) {
            if let Some((nth, letter)) = hidden(raw) {
                let message = format!("the text holds the hidden character U+{:04X}", u32::from(letter));
                let problem = table.problem(ProblemKind::ControlCharacter, record, (column, nth), 1, message);
                findings.push(problem.hint("delete it; nobody can see what it does"));
            }
            if let Some(length) = longer_than(*limit, raw) {
                let message = format!("the text has {length} characters; the limit is {limit}");
                findings.push(table.problem(ProblemKind::LimitExceeded, record, (column, 0), length, message));
            }
        }
    }
}

/// The longest value of a column, in characters.
fn limit(schema: &Schema, name: &str) -> usize {
    match schema.column(name).map(|column| &column.kind) {
        Some(Kind::Name) => limits::NAME,
        _ => limits::TEXT,
    }
}
