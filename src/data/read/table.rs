//! One table: rows and fields by the `csv` crate, and what is wrong with their form.

use super::super::draft::{RawTable, Row, Schema, Text, scan};
use super::super::report::{Findings, is_hidden};
use super::super::suggestion::{did_you_mean, nearest, numbered, quote};
use super::super::{Problem, ProblemKind, limits};

/// The table that a text holds, unless it is too long to be read.
pub(super) fn tabulate(schema: &Schema, text: Text, findings: &mut Findings) -> Option<RawTable> {
    let mut table = RawTable { file: schema.file, text, ..RawTable::default() };
    let mut rows = rows(&table.text.text);
    let Some(head) = rows.next() else {
        let message = "the file is empty; its first line must name the columns".to_owned();
        findings.push(Problem::new(ProblemKind::MissingColumn, schema.file, message).hint(columns(schema)));
        return None;
    };
    let width = head.fields.len();
    // The empty rows that a spreadsheet leaves at the end say nothing.
    let says_something = |row: &Row| row.fields.iter().any(|field| !field.trim().is_empty());
    let mut written: Vec<Row> = rows.take(schema.most_rows + 1).collect();
    let too_many = written.len() > schema.most_rows;
    written.retain(says_something);
    table.head = head;
    check_head(schema, &table, findings);
    if too_many {
        let message = format!("the table has more than {} rows", schema.most_rows);
        findings.push(Problem::new(ProblemKind::LimitExceeded, schema.file, message));
        return None;
    }
    for row in written {
        if row.fields.len() == width {
            table.rows.push(row);
        } else {
            findings.push(wrong_count(&table, &row));
            table.malformed.push(row);
        }
    }
    check_end(&table, findings);
    check_texts(&table, findings);
    Some(table)
}

/// The rows of a text. It is UTF-8 and rows may have any length, so that no record can fail.
fn rows(text: &str) -> impl Iterator<Item = Row> {
    let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    reader.into_records().map_while(Result::ok).map(|fields| {
        let offset = fields.position().map_or(0, |position| position.byte() as usize);
        // The reader counts from before the line breaks above the record.
        let breaks = text.as_bytes().iter().skip(offset).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        Row { offset: offset + breaks, fields }
    })
}

fn columns(schema: &Schema) -> String {
    let all: Vec<&str> = schema.columns.iter().map(|(column, _)| *column).collect();
    format!("its columns are {}", all.join(", "))
}

fn check_head(schema: &Schema, table: &RawTable, findings: &mut Findings) {
    let has = |column: &str| table.column(column).is_some();
    for (index, name) in table.head.fields.iter().map(str::trim).enumerate() {
        let (kind, message) = if table.column(name) != Some(index) {
            (ProblemKind::DuplicateColumn, format!("the column {} stands twice", quote(name)))
        } else if schema.columns.iter().any(|(column, _)| *column == name) {
            continue;
        } else {
            (ProblemKind::UnknownColumn, format!("`{}` has no column {}", schema.file, quote(name)))
        };
        let lacking = schema.columns.iter().map(|(column, _)| *column).filter(|column| !has(column));
        let hint = did_you_mean(nearest(name, lacking), columns(schema));
        let mut problem = table.problem(kind, &table.head, (index, 0), name.chars().count(), message);
        problem.location.field.clear();
        findings.push(problem.hint(hint));
    }
    for (column, _) in schema.columns.iter().filter(|(column, required)| *required && !has(column)) {
        let others = table.head.fields.iter().map(str::trim);
        let near = nearest(column, others.filter(|name| !schema.columns.iter().any(|(known, _)| known == name)));
        let hint = match near {
            Some(near) => format!("`{near}` may be meant; call it `{column}`"),
            None => format!("add `{column}` to the first line"),
        };
        let message = format!("the column `{column}` is missing");
        findings.push(table.row_problem(ProblemKind::MissingColumn, &table.head, message).hint(hint));
    }
}

fn wrong_count(table: &RawTable, row: &Row) -> Problem {
    let (found, wanted) = (numbered(row.fields.len(), "field"), table.head.fields.len());
    let message = format!("this row has {found} where the head has {wanted}");
    let first = table.text.line(row.offset);
    let last = table.text.line(row.offset + end(table, row).0);
    let hint = if last > first {
        format!("it runs to line {last}: is a closing quote missing?")
    } else {
        "a field that holds a comma or a line break stands in double quotes".to_owned()
    };
    table.row_problem(ProblemKind::WrongFieldCount, row, message).hint(hint)
}

/// How long a row is, and whether it ends inside quotes.
fn end(table: &RawTable, row: &Row) -> (usize, bool) {
    let scan = scan(table.text.text.get(row.offset..).unwrap_or_default(), usize::MAX, 0);
    (scan.offset, scan.open)
}

/// A quote that is never closed swallows the rest of the file; only the last row can have one.
fn check_end(table: &RawTable, findings: &mut Findings) {
    let all = [&table.head].into_iter().chain(&table.rows).chain(&table.malformed);
    let Some(last) = all.max_by_key(|row| row.offset) else { return };
    if !end(table, last).1 {
        return;
    }
    let field = last.fields.len().saturating_sub(1);
    let message = "this quote is never closed; it swallows the rest of the file".to_owned();
    let mut problem = table.problem(ProblemKind::UnclosedQuote, last, (field, 0), 1, message);
    // The place is that of the field's first character; the quote stands before it.
    if problem.location.column > 1 && problem.before > 0 {
        problem.location.column -= 1;
        problem.before -= 1;
    }
    findings.push(problem.hint("close it with \"; a quote inside a quoted field is written twice"));
}

fn check_texts(table: &RawTable, findings: &mut Findings) {
    for row in &table.rows {
        for (column, raw) in row.fields.iter().enumerate() {
            let hidden = |letter: &char| is_hidden(*letter) && !matches!(letter, '\n' | '\r');
            if let Some((nth, letter)) = raw.chars().enumerate().find(|(_, letter)| hidden(letter)) {
                let message = format!("the text holds the hidden character U+{:04X}", u32::from(letter));
                let problem = table.problem(ProblemKind::ControlCharacter, row, (column, nth), 1, message);
                findings.push(problem.hint("delete it; nobody can see what it does"));
            }
            let name = table.head.fields.get(column).unwrap_or_default().trim();
            let limit = if matches!(name, "id" | "name" | "short_name") { limits::NAME } else { limits::TEXT };
            // As many bytes are at most as many characters.
            let length = if raw.len() > limit { raw.chars().count() } else { 0 };
            if length > limit {
                let message = format!("the text has {length} characters; the limit is {limit}");
                findings.push(table.problem(ProblemKind::LimitExceeded, row, (column, 0), length, message));
            }
        }
    }
}
