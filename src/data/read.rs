//! From bytes to a draft: encoding, form of the tables, heads, limits.

mod json;
mod table;

use super::draft::{Draft, SCHEMAS, Text};
use super::report::Findings;
use super::suggestion::{did_you_mean, nearest};
use super::{Problem, ProblemKind, limits};
pub(super) use json::value_of;

/// The descriptor's name in its folder.
pub const DESCRIPTOR: &str = "datapackage.json";

/// Reads the files of a dataset's folder, given by name. Files that are no tables are left alone.
///
/// Whatever is wrong stands in the draft; [`super::validate()`] reports it with the rest.
pub fn read(files: &[(String, Vec<u8>)]) -> Draft {
    let mut draft = Draft::default();
    let find = |name: &str| files.iter().find(|(other, _)| other == name).map(|(_, bytes)| bytes.as_slice());
    for (name, _) in files {
        unknown_table(name, &find, &mut draft.findings);
    }
    match find(DESCRIPTOR) {
        Some(bytes) => {
            if let Some(text) = decode(DESCRIPTOR, bytes, &mut draft.findings) {
                draft.descriptor_text = text;
                json::parse(&mut draft);
            }
        }
        None => draft.findings.push(missing(DESCRIPTOR)),
    }
    for schema in &SCHEMAS {
        match find(schema.file) {
            Some(bytes) => {
                if let Some(text) = decode(schema.file, bytes, &mut draft.findings) {
                    draft.tables.extend(table::tabulate(schema, text, &mut draft.findings));
                }
            }
            None if schema.required => draft.findings.push(missing(schema.file)),
            None => {}
        }
    }
    draft
}

fn missing(file: &str) -> Problem {
    Problem::new(ProblemKind::MissingFile, file, format!("the folder has no `{file}`"))
        .hint("a dataset needs datapackage.json, actors.csv and ties.csv")
}

/// A table of another name would be lost without a word.
fn unknown_table<'a>(name: &str, find: &impl Fn(&str) -> Option<&'a [u8]>, findings: &mut Findings) {
    let is_table = name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("csv"));
    if !is_table || SCHEMAS.iter().any(|schema| schema.file == name) {
        return;
    }
    let absent = SCHEMAS.iter().map(|schema| schema.file).filter(|file| find(file).is_none());
    let tables: Vec<&str> = SCHEMAS.iter().map(|schema| schema.file).collect();
    let problem = Problem::new(ProblemKind::UnknownFile, name, "this table is not read: its name means nothing".into());
    findings.push(problem.hint(did_you_mean(nearest(name, absent), format!("the tables are {}", tables.join(", ")))));
}

/// The bytes as text, without a byte order mark.
fn decode(file: &str, bytes: &[u8], findings: &mut Findings) -> Option<Text> {
    if bytes.len() > limits::BYTES {
        let message = format!("the file has {} bytes; the limit is {}", bytes.len(), limits::BYTES);
        findings.push(Problem::new(ProblemKind::LimitExceeded, file, message));
        return None;
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    match core::str::from_utf8(bytes) {
        Ok(text) => Some(Text::new(text.to_owned())),
        Err(error) => {
            let at = error.valid_up_to();
            let byte = bytes.get(at).copied().unwrap_or_default();
            let message = format!("the byte 0x{byte:02x} here is not UTF-8");
            let problem = Problem::new(ProblemKind::BadUtf8, file, message)
                .hint("save the file as UTF-8; a spreadsheet calls it “CSV UTF-8”");
            // What comes before the byte is good, so that its place there is its place in the readable text too.
            findings.push(Text::new(String::from_utf8_lossy(bytes).into_owned()).point(problem, at, 1));
            None
        }
    }
}
