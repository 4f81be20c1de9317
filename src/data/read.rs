//! From bytes to a draft: encoding, form of the tables, heads, limits.

mod dialect;
mod encoding;
mod head;
mod table;

use self::encoding::decode;
use super::draft::{Draft, keys_given_twice, too_deep};
use super::report::Findings;
use super::schema::{DESCRIPTOR, SCHEMAS, Schema};
use super::suggestion::{did_you_mean, nearest, quote};
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
        Ok(value) => {
            draft.descriptor = Some(value);
            for (from, to) in keys_given_twice(&draft.descriptor_text.text) {
                let message = format!("the key {} stands twice", quote(&draft.descriptor_text.text[from..to]));
                let problem = draft.descriptor_problem_at(ProblemKind::DuplicateKey, Some((from, to)), message);
                draft.findings.push(problem.hint("which one counts is unclear: delete one of them"));
            }
        }
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
