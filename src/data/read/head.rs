//! The head of a table: which column each name means, and what is wrong with the names.

use super::super::draft::RawTable;
use super::super::map::Set;
use super::super::report::Findings;
use super::super::schema::{Column, Need, Schema};
use super::super::suggestion::{did_you_mean, nearest, numbered, quote};
use super::super::{Problem, ProblemKind};

/// No more names than these are reported one by one: a table of thousands of columns is no table of ours.
const REPORTED: usize = 50;

/// The column that each name of a head means, each column at most once: as it is written, or else whatever its case,
/// the blanks round it, and what stands after it in brackets.
pub(super) fn columns(schema: &'static Schema, head: &csv::StringRecord) -> Vec<Option<&'static Column>> {
    let mut columns: Vec<Option<&'static Column>> = head.iter().map(|name| schema.column(name.trim())).collect();
    let mut taken = Set::default();
    for column in &mut columns {
        *column = column.filter(|column| taken.insert(column.name));
    }
    for (column, name) in columns.iter_mut().zip(head) {
        if column.is_none() && schema.column(name.trim()).is_none() {
            *column = schema.column(&plain(name)).filter(|column| taken.insert(column.name));
        }
    }
    columns
}

/// Whether a head has every column that the schema demands.
pub(super) fn has_needed(schema: &'static Schema, head: &csv::StringRecord) -> bool {
    let meanings = columns(schema, head);
    let has = |name: &str| meanings.iter().flatten().any(|column| column.name == name);
    schema.columns.iter().filter(|column| column.need != Need::Optional).all(|column| has(column.name))
}

/// A name as the schema would write it: `Stance (-3..3)` and `stance*` as `stance`, `lon / degrees` as `lon`,
/// `Short name` and `shortName` as `short_name`.
pub(in super::super) fn plain(name: &str) -> String {
    let before = name.split(['(', '[', '{', ',']).next().unwrap_or_default();
    let before = before.split(" / ").next().unwrap_or_default();
    let before = before.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '*' | ':'));
    let mut plain = String::with_capacity(before.len());
    let mut last = '_';
    for letter in before.chars() {
        let is_blank = letter.is_whitespace() || matches!(letter, '-' | '_');
        if letter.is_uppercase() && last.is_lowercase() {
            plain.push('_');
        }
        plain.extend(if is_blank { '_' } else { letter }.to_lowercase());
        last = letter;
    }
    plain
}

/// `its columns are …`
pub(super) fn columns_of(schema: &Schema) -> String {
    let all: Vec<&str> = schema.columns.iter().map(|column| column.name).collect();
    format!("its columns are {}", all.join(", "))
}

/// Reports every name that is no column, and every column that is needed and not there.
pub(super) fn check(table: &RawTable, findings: &mut Findings) {
    let mut reported = 0;
    let mut report = |problem: Problem, findings: &mut Findings| {
        reported += 1;
        if reported <= REPORTED {
            findings.push(problem);
        }
        reported
    };
    let unknown = names(table, &mut report, findings);
    if unknown > REPORTED {
        let message = format!("{} more are no columns of this table", numbered(unknown - REPORTED, "name"));
        findings.push(table.record_problem(ProblemKind::UnknownColumn, &table.head, message));
    }
    missing(table, findings);
}

/// Reports the names that are no columns, and warns of those that were understood all the same; how many are none.
fn names(table: &RawTable, report: &mut dyn FnMut(Problem, &mut Findings) -> usize, findings: &mut Findings) -> usize {
    let schema = table.schema;
    let absent = || schema.columns.iter().map(|column| column.name).filter(|name| table.column(name).is_none());
    let mut seen = Set::default();
    let mut unknown = 0;
    for (index, name) in table.columns().enumerate() {
        let at = |kind, message| {
            let mut problem = table.problem(kind, &table.head, (index, 0), name.chars().count(), message);
            problem.location.field.clear();
            problem
        };
        let twice = !name.is_empty() && !seen.insert(name);
        match table.meanings.get(index).copied().flatten() {
            Some(column) if column.name == name => {}
            Some(column) => {
                let message = format!("{} is read as the column `{}`", quote(name), column.name);
                findings.push(at(ProblemKind::ForgivenColumn, message).hint(format!("write `{}`", column.name)));
            }
            None if !twice && schema.translated(name).is_some() => {}
            // A column without name and values is nothing.
            None if name.is_empty() && !table.has_values(index) => {}
            None if name.is_empty() => {
                let message = "a column with values has no name".to_owned();
                unknown = report(at(ProblemKind::UnknownColumn, message).hint(columns_of(schema)), findings);
            }
            None if twice || schema.column(&plain(name)).is_some() => {
                let message = format!("the column {} stands twice", quote(name));
                let problem = at(ProblemKind::DuplicateColumn, message).hint(columns_of(schema));
                unknown = report(problem, findings);
            }
            None => {
                let message = format!("`{}` has no column {}", schema.file, quote(name));
                let near = if unknown < REPORTED { nearest(name, absent()) } else { None };
                let read = name.rsplit_once('_').and_then(|(own, code)| Some((schema.column(own)?, code)));
                let hint = match read {
                    Some((column, code)) if column.is_read => {
                        format!(
                            "{} is no code of a language: write two letters, such as `{}_it`",
                            quote(code),
                            column.name
                        )
                    }
                    _ => did_you_mean(near, columns_of(schema)),
                };
                unknown = report(at(ProblemKind::UnknownColumn, message).hint(hint), findings);
            }
        }
    }
    unknown
}

/// Reports the columns that the schema demands and the head lacks.
fn missing(table: &RawTable, findings: &mut Findings) {
    let demanded = table.schema.columns.iter().filter(|column| column.need != Need::Optional);
    for name in demanded.map(|column| column.name).filter(|name| table.column(name).is_none()) {
        let strange =
            table.columns().zip(&table.meanings).filter(|(other, meaning)| meaning.is_none() && !other.is_empty());
        let hint = match nearest(name, strange.take(REPORTED).map(|(other, _)| other)) {
            Some(near) => format!("`{near}` may be meant; call it `{name}`"),
            None => format!("add `{name}` to the first line"),
        };
        let message = format!("the column `{name}` is missing");
        findings.push(table.record_problem(ProblemKind::MissingColumn, &table.head, message).hint(hint));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_and_marks_do_not_belong_to_a_name() {
        for (name, column) in [
            ("Stance (-3..3)", "stance"),
            (" From* ", "from"),
            ("to:", "to"),
            ("lon [°]", "lon"),
            ("lat, degrees", "lat"),
            ("lon / degrees", "lon"),
            ("Short name", "short_name"),
            ("shortName", "short_name"),
            ("SHORT-NAME", "short_name"),
            ("ISO3", "iso3"),
        ] {
            assert_eq!(plain(name), column, "{name}");
        }
    }
}
