//! From bytes to a draft: encoding, form of the tables, heads, limits.

mod table;

use super::draft::{Draft, Text, too_deep};
use super::report::Findings;
use super::schema::{DESCRIPTOR, SCHEMAS, Schema};
use super::suggestion::{did_you_mean, nearest};
use super::{Problem, ProblemKind, limits};

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
                parse_descriptor(&mut draft);
            }
        }
        None => draft.findings.push(missing(DESCRIPTOR)),
    }
    for schema in SCHEMAS {
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

/// Parses the descriptor's text, or says why not.
fn parse_descriptor(draft: &mut Draft) {
    let text = &draft.descriptor_text;
    if let Some(at) = too_deep(&text.text) {
        let message = format!("the nesting is deeper than {}", limits::DEPTH);
        let problem = draft.descriptor_problem_at(ProblemKind::LimitExceeded, Some((at, at + 1)), message);
        draft.findings.push(problem);
        return;
    }
    match serde_json::from_str(&text.text) {
        Ok(value) => draft.descriptor = Some(value),
        Err(error) => {
            // It counts bytes up to and with the one at fault, and says the place again in its sentence.
            let at = text.start(error.line()) + error.column().saturating_sub(1);
            let at = (0..=at.min(text.text.len())).rev().find(|at| text.text.is_char_boundary(*at)).unwrap_or_default();
            let sentence = error.to_string();
            let sentence = sentence.split(" at line ").next().unwrap_or_default();
            let message = format!("not JSON: {sentence}");
            let problem = draft.descriptor_problem_at(ProblemKind::BadDescriptor, Some((at, at + 1)), message);
            draft.findings.push(problem);
        }
    }
}

/// Reports a table of a name that no table has: otherwise it would be left out without a word.
fn unknown_table<'a>(name: &str, find: &impl Fn(&str) -> Option<&'a [u8]>, findings: &mut Findings) {
    let is_table = name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("csv"));
    if !is_table || Schema::of(name).is_some() {
        return;
    }
    let absent = SCHEMAS.iter().map(|schema| schema.file).filter(|file| find(file).is_none());
    let tables: Vec<&str> = SCHEMAS.iter().map(|schema| schema.file).collect();
    let problem = Problem::new(ProblemKind::UnknownFile, name, "this table is not read: no table has that name".into());
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
