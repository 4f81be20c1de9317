//! One table: rows and fields by the `csv` crate, and what is wrong with their form.

use super::super::draft::{RawTable, Record, Text, stray_quotes};
use super::super::report::Findings;
use super::super::rules::{hidden, longer_than};
use super::super::schema::{Column, Kind, Schema};
use super::super::suggestion::numbered;
use super::super::{Limit, Problem, ProblemKind};
use super::dialect::Dialect;
use super::head;

/// The table that a text holds, unless it is too long to be read.
pub(super) fn tabulate(schema: &'static Schema, text: Text, findings: &mut Findings) -> Option<RawTable> {
    let is_known = |name: &str| schema.column(&head::plain(name)).is_some();
    let (table, is_whole) = parse((schema, schema.file), text, &is_known, schema.limit(), findings)?;
    let table = with_meanings(table, findings);
    is_whole.then_some(table).filter(|table| {
        check_form(table, findings);
        check_texts(table, findings);
        true
    })
}

/// The table with the columns that its head means; names that mean none, and columns that are missing, are reported.
pub(super) fn with_meanings(mut table: RawTable, findings: &mut Findings) -> RawTable {
    table.meanings = head::columns(table.schema, &table.head.fields);
    head::check(&table, findings);
    table
}

/// The names in the first line of a text.
pub(super) fn names(text: &Text, is_known: &dyn Fn(&str) -> bool) -> csv::StringRecord {
    let dialect = Dialect::of(&text.text, is_known);
    records(&text.text, dialect).next().map(|head| head.fields).unwrap_or_default()
}

/// The lines of a text as records, and whether that is all of them; what its columns mean is not decided yet.
///
/// `None` when there is no head, or one that is too wide.
pub(super) fn parse(
    (schema, file): (&'static Schema, &str),
    text: Text,
    is_known: &dyn Fn(&str) -> bool,
    rows: Option<Limit>,
    findings: &mut Findings,
) -> Option<(RawTable, bool)> {
    let dialect = Dialect::of(&text.text, is_known);
    if dialect.above > 0 {
        let message = format!("{} above the names of the columns: not read", numbered(dialect.above, "line"));
        let problem = text.point(Problem::new(ProblemKind::ForgivenColumn, file, message), 0, 1);
        findings.push(problem.hint("the first line should name the columns"));
    }
    let mut records = records(&text.text, dialect);
    let Some(head) = records.next() else {
        let message = "the file is empty; its first line must name the columns".to_owned();
        findings.push(Problem::new(ProblemKind::MissingColumn, file, message).hint(head::columns_of(schema)));
        return None;
    };
    let width = head.fields.len();
    if width > findings.limits.of(Limit::Columns) {
        findings.push(findings.exceeded(Limit::Columns, width, file, &format!("the table has {width} columns")));
        return None;
    }
    let most_rows = rows.map_or(schema.most_rows, |limit| findings.limits.of(limit));
    // The empty rows that a spreadsheet leaves at the end say nothing.
    let says_something = |record: &Record| record.fields.iter().any(|field| !field.trim().is_empty());
    let mut written: Vec<Record> = records.by_ref().take(most_rows).collect();
    let further = records.count();
    written.retain(says_something);
    let names = head.fields.iter().enumerate().filter(|(_, name)| !name.trim().is_empty());
    let filled = names.last().map_or(0, |(last, _)| last + 1);
    // A row by itself that is longer may have a comma too many within.
    let length = written.first().map_or(0, |record| record.fields.len());
    let are_longer = written.len() > 1 && written.iter().all(|record| record.fields.len() == length);
    for record in &mut written {
        without_empty_fields(record, filled, width, are_longer);
    }
    let (records, malformed) = written.into_iter().partition(|record| record.fields.len() == width);
    if further > 0 {
        findings.push(too_long(file, most_rows + further, (most_rows, rows)));
    }
    let meanings = vec![None; width];
    let (file, delimiter) = (file.to_owned(), dialect.delimiter);
    let table =
        RawTable { schema, file, text: text.into(), delimiter, head, meanings, records, malformed, origin: Vec::new() };
    Some((table, further == 0))
}

/// The problem of a table with more rows than the limit, which may be one that can be set.
pub(super) fn too_long(file: &str, rows: usize, (most, limit): (usize, Option<Limit>)) -> Problem {
    let message = format!("the table has {rows} rows; the limit is {most}");
    let hint = limit.map_or_else(|| "leave out what is not needed".to_owned(), |limit| limit.hint(rows));
    Problem::new(ProblemKind::LimitExceeded, file, message).hint(hint)
}

/// Reports rows with more or fewer fields than the head, and a quote that is never closed.
pub(super) fn check_form(table: &RawTable, findings: &mut Findings) {
    for record in &table.malformed {
        findings.push(wrong_count(table, record));
    }
    check_end(table, findings);
    check_quotes(table, findings);
}

/// A quote that encloses no field is kept as it stands, but other readers may part the row otherwise.
fn check_quotes(table: &RawTable, findings: &mut Findings) {
    // Rows of JSON and of graphs are no lines of CSV.
    if table.head.fields.is_empty() || !table.head.spans.is_empty() {
        return;
    }
    let Some((offset, count)) = stray_quotes(&table.text.text, table.head.offset, table.delimiter) else { return };
    let message = "a quote stands within a field, and encloses none".to_owned();
    let problem = Problem::new(ProblemKind::StrayQuote, &table.file, message);
    let problem = match count {
        1 => problem,
        many => problem.note(format!("the file has {many} such quotes; this is the first")),
    };
    let hint = "enclose the whole field in quotes, and write each quote in it twice: \"he said \"\"no\"\"\"";
    findings.push(table.text.point(problem, offset, 1).hint(hint));
}

/// Gives a record as many fields as the head has, where those that it has more hold nothing, or where those that it has
/// less are the nameless ones at the end of the head.
fn without_empty_fields(record: &mut Record, filled: usize, width: usize, may_be_longer: bool) {
    let length = record.fields.len();
    let is_longer = length > width && record.fields.iter().skip(width).all(|field| field.trim().is_empty());
    if (is_longer && may_be_longer) || (filled..width).contains(&length) {
        let fields = record.fields.iter().chain(core::iter::repeat("")).take(width);
        record.fields = fields.collect();
    }
}

/// The records of a text. It is UTF-8 and records may have any length, so that none can fail.
fn records(text: &str, Dialect { delimiter, start, .. }: Dialect) -> impl Iterator<Item = Record> {
    let mut builder = csv::ReaderBuilder::new();
    let builder = builder.has_headers(false).flexible(true).delimiter(delimiter);
    let reader = builder.from_reader(text.get(start..).unwrap_or_default().as_bytes());
    reader.into_records().map_while(Result::ok).map(move |fields| {
        let offset = start + fields.position().map_or(0, |position| position.byte() as usize);
        // The reader counts from before the line breaks above the record.
        let breaks = text.as_bytes().iter().skip(offset).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        Record { offset: offset + breaks, fields, spans: Vec::new() }
    })
}

fn wrong_count(table: &RawTable, record: &Record) -> Problem {
    let (found, wanted) = (numbered(record.fields.len(), "field"), table.head.fields.len());
    let message = format!("this row has {found} where the head has {wanted}");
    let first = table.text.line(record.offset);
    let last = table.text.line(record.offset + end(table, record).0);
    let hint = if last > first {
        format!("it runs to line {last}: is a closing quote missing?")
    } else {
        let between = match table.delimiter {
            b';' => "a semicolon",
            b'\t' => "a tab",
            b'|' => "a bar",
            _ => "a comma",
        };
        format!("a field that holds {between} or a line break stands in double quotes")
    };
    table.record_problem(ProblemKind::WrongFieldCount, record, message).hint(hint)
}

/// How long a record is, and whether it ends inside quotes.
fn end(table: &RawTable, record: &Record) -> (usize, bool) {
    let scan = table.scan(record, usize::MAX, 0);
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
pub(super) fn check_texts(table: &RawTable, findings: &mut Findings) {
    let limits: Vec<Limit> = (0..table.meanings.len()).map(|place| limit(table.column_at(place))).collect();
    for record in &table.records {
        for ((column, raw), limit) in record.fields.iter().enumerate().zip(&limits) {
            if let Some((nth, letter)) = hidden(raw) {
                let message = format!("the text holds the hidden character U+{:04X}", u32::from(letter));
                let problem = table.problem(ProblemKind::ControlCharacter, record, (column, nth), 1, message);
                findings.push(problem.hint("delete it; nobody can see what it does"));
            }
            if let Some(length) = longer_than(findings.limits.of(*limit), raw) {
                let message = format!("the text has {length} characters; the limit is {}", findings.limits.of(*limit));
                let problem = table.problem(ProblemKind::LimitExceeded, record, (column, 0), length, message);
                findings.push(problem.hint(limit.hint(length)));
            }
        }
    }
}

/// The longest value of a column, in characters.
fn limit(column: Option<&Column>) -> Limit {
    match column.map(|column| &column.kind) {
        Some(Kind::Name) => Limit::Name,
        _ => Limit::Text,
    }
}
