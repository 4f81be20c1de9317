//! The descriptor, and what it says of how the tables are to be read.

use serde_json::Value;

use super::super::draft::{self, Draft, Step, Tokens, keys_given_twice, too_deep};
use super::super::schema::DESCRIPTOR;
use super::super::span::read_span;
use super::super::suggestion::quote;
use super::super::{Limit, ProblemKind, ReadOptions};
use super::encoding::decode;
use super::kinds::{RUNGS, Rungs, plain};
use super::weights::WeightRule;

/// Reads the descriptor into the draft; whether there is one.
pub(super) fn read(files: &[(String, Vec<u8>)], draft: &mut Draft) -> bool {
    let Some((_, bytes)) = files.iter().find(|(name, _)| name == DESCRIPTOR) else {
        // One that is too large is reported already.
        return draft.findings.problems.iter().any(|problem| problem.location.file == DESCRIPTOR);
    };
    if let Some(text) = decode(DESCRIPTOR, bytes, &mut draft.findings) {
        draft.descriptor_text = text;
        parse(draft);
    }
    true
}

/// Parses the descriptor's text, or says why not.
pub(super) fn parse(draft: &mut Draft) {
    let text = &draft.descriptor_text;
    let most = draft.findings.limits.of(Limit::Depth);
    if let Some(at) = too_deep(&text.text, most) {
        let message = format!("the nesting is deeper than {most}, which is the limit");
        let problem = draft.descriptor_problem_at(ProblemKind::LimitExceeded, Some((at, at + 1)), message);
        draft.findings.push(problem.hint(Limit::Depth.hint(most + 1)));
        return;
    }
    match serde_json::from_str::<Value>(&text.text) {
        Ok(value) if !value.is_object() => {
            let what = match value {
                Value::Null => "nothing (`null`)",
                Value::Array(_) => "a list",
                _ => "a single value",
            };
            let span = Tokens::of(&text.text).next();
            let message = format!("the descriptor is {what}, and must be an object");
            let problem = draft.descriptor_problem_at(ProblemKind::BadDescriptor, span, message);
            draft
                .findings
                .push(problem.hint("write {\"name\": ..., \"title\": ..., \"detente\": {...}}, or delete the file"));
        }
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
            let hint = json_hint(&error, &draft.descriptor_text.text[at..]);
            draft.findings.push(problem.hint(hint));
        }
    }
}

/// What to do about a text that is no JSON, by the parser's error and what stands at its place.
fn json_hint(error: &serde_json::Error, rest: &str) -> &'static str {
    let sentence = error.to_string();
    let starts = |names: &[&str]| names.iter().any(|name| rest.starts_with(name));
    if error.is_eof() {
        "it ends too early: the file may be empty or cut off, or a bracket or quote is never closed"
    } else if starts(&["//", "/*", "#"]) {
        "JSON has no comments: delete it"
    } else if starts(&["'", "‘", "“", "”"]) {
        "texts and keys stand in straight double quotes: \""
    } else if starts(&["NaN", "Infinity", "-Infinity", "nan", "inf"]) {
        "JSON has no such number: write a number, or leave the key out"
    } else if starts(&["True", "False", "None"]) {
        "write true, false or null"
    } else if sentence.starts_with("trailing comma") {
        "delete the comma before the closing bracket"
    } else if sentence.starts_with("trailing characters") {
        "one object is the whole file: delete what follows it"
    } else if sentence.starts_with("key must be a string") {
        "write each key in double quotes"
    } else if sentence.starts_with("expected `,`") {
        "a comma is missing before this, or a bracket"
    } else if sentence.starts_with("number out of range") {
        "write a number of fewer digits"
    } else if sentence.contains("control character") {
        "a text stands in one line: write a line break as \\n"
    } else {
        "a JSON checker shows what belongs here"
    }
}

/// The options with what the descriptor adds to them: `columns`, `kinds` and the span.
pub(super) fn options(draft: &mut Draft, options: &ReadOptions) -> ReadOptions {
    let mut options = options.clone();
    let own = draft.own().cloned().unwrap_or_default();
    let ends = draft.ladder_ends();
    let rungs = Rungs { names: names(&own), ends, ..Rungs::default() };
    let [coldest, warmest] = ends;
    let demand = format!("it must be a stance: a whole number from {coldest} to {warmest}, or its name");
    for (column, meaning) in entries(&own, "columns") {
        let is_given = options.columns.iter().any(|(other, _)| *other == *column);
        match meaning.as_str() {
            Some(meaning) if !is_given => options.columns.push((column.clone(), meaning.to_owned())),
            Some(_) => {}
            None => wrong(draft, "columns", column, "it must be a name of a column of this format, in quotes"),
        }
    }
    for (word, rung) in entries(&own, "kinds") {
        let text = rung.as_str().map_or_else(|| rung.to_string(), str::to_owned);
        let is_given = options.kinds.iter().any(|(other, _)| plain(other) == plain(word));
        match rungs.of(&text) {
            Some(rung) if !is_given => options.kinds.push((word.clone(), rung)),
            Some(_) => {}
            None => wrong(draft, "kinds", word, &demand),
        }
    }
    let year = |key: &str| own.get(key).and_then(Value::as_i64).and_then(|year| i16::try_from(year).ok());
    let dates = || own.get("span").and_then(Value::as_str).and_then(read_span);
    let of_dates = || dates().map(|[first, last]| (first.year(), last.year()));
    options.span = options.span.or_else(|| year("first_year").zip(year("last_year"))).or_else(of_dates);
    options
}

fn entries<'v>(own: &'v Value, key: &str) -> impl Iterator<Item = (&'v String, &'v Value)> {
    own.get(key).and_then(Value::as_object).into_iter().flatten()
}

fn wrong(draft: &mut Draft, object: &str, key: &str, demand: &str) {
    let message = format!("{} in `{object}` does not say what it must", quote(key));
    let path = ["detente", object, key].map(Step::key);
    let mut problem = draft.descriptor_problem(ProblemKind::BadDescriptor, &path, message).hint(demand);
    object.clone_into(&mut problem.location.field);
    draft.findings.push(problem);
}

/// The names of the rungs as the descriptor has them, or the usual ones.
fn names(own: &Value) -> Vec<(String, i8)> {
    let named = |rung: &Value| {
        let value = i8::try_from(rung.get("value")?.as_i64()?).ok()?;
        Some((plain(rung.get("name")?.as_str()?), value))
    };
    match draft::rungs(own) {
        Some(list) => list.iter().filter_map(named).collect(),
        None => RUNGS.into_iter().map(|(value, name)| (plain(name), value)).collect(),
    }
}

/// What words of this dataset mean.
pub(super) fn rungs(draft: &Draft, options: &ReadOptions) -> Rungs {
    let own = draft.own().unwrap_or(&Value::Null);
    let given = options.kinds.iter().map(|(word, rung)| (plain(word), *rung)).collect();
    Rungs { given, names: names(own), ends: draft.ladder_ends(), weights: WeightRule::of(own, draft::rungs(own)) }
}
