//! Whether every language says the same: messages, variables, words that choose.

use std::collections::{BTreeMap, BTreeSet};

use super::encode::encoded;
use super::{Asked, By, Key, LANGUAGES, Message, Messages, Node, problem, uses};

/// What can be asked for, as English has it; what other languages have otherwise is added to `problems`.
pub fn check(languages: &[Messages], problems: &mut Vec<String>) -> Vec<Asked> {
    let Some((english, others)) = languages.split_first() else { return Vec::new() };
    let mut asked = Vec::new();
    for (name, message) in english {
        let variables = variables(message);
        if message.nodes.is_empty() {
            problems.push(problem("en", &message.file, name, "is empty"));
        }
        if variables.len() > super::encode::MOST_VARIABLES {
            problems.push(problem("en", &message.file, name, "has too many variables"));
        }
        asked.push(Asked { file: message.file.clone(), name: name.clone(), variables });
    }
    for ((language, _), messages) in LANGUAGES.iter().skip(1).zip(others) {
        for one in &asked {
            let source = &english[&one.name];
            match messages.get(&one.name) {
                None => problems.push(problem(language, &source.file, &one.name, "is missing")),
                Some(message) if message.file != source.file => {
                    problems.push(problem(
                        language,
                        &message.file,
                        &one.name,
                        &format!("belongs into {}", source.file),
                    ));
                }
                // An empty line of a table stands before the messages of the scripts.
                Some(message) if encoded(&message.nodes, one).is_empty() => {
                    problems.push(problem(language, &message.file, &one.name, "is empty: write { \" \" }"));
                }
                Some(message) => same(language, one, source, message, problems),
            }
        }
        for (name, message) in messages.iter().filter(|(name, _)| !english.contains_key(*name)) {
            problems.push(problem(language, &message.file, name, "English has no such message"));
        }
    }
    asked
}

/// The variables in the order in which they first occur, and whether each is a number.
fn variables(message: &Message) -> Vec<(String, bool)> {
    let mut all = Vec::new();
    uses(&message.nodes, &mut all);
    let mut found: Vec<(String, bool)> = Vec::new();
    for (name, _) in all {
        if !found.iter().any(|(other, _)| *other == name) {
            let is_number = message.numbers.contains(&name);
            found.push((name, is_number));
        }
    }
    found
}

fn same(language: &str, asked: &Asked, source: &Message, message: &Message, problems: &mut Vec<String>) {
    let mut add = |what: String| problems.push(problem(language, &message.file, &asked.name, &what));
    let [mut in_source, mut here] = [Vec::new(), Vec::new()];
    uses(&source.nodes, &mut in_source);
    uses(&message.nodes, &mut here);
    for (name, by) in &here {
        match asked.variables.iter().find(|(other, _)| other == name) {
            None => add(format!("English has no variable ${name}")),
            Some((_, false)) if *by == Some(By::Number) || message.numbers.contains(name) => {
                add(format!("${name} is a text, in English: write NUMBER(${name}) there if it is a number"));
            }
            Some((_, true)) if matches!(by, Some(By::Text | By::Final)) => add(format!("${name} is a number")),
            _ => {}
        }
    }
    // What only chooses need not choose in every language; what is told must be.
    let is_told =
        |list: &[(String, Option<By>)], name: &str| list.iter().any(|(other, by)| other == name && by.is_none());
    for (name, _) in &asked.variables {
        let counts = here.iter().any(|(other, by)| other == name && *by == Some(By::Number));
        if is_told(&in_source, name) && !is_told(&here, name) && !counts {
            add(format!("does not say ${name}"));
        }
    }
    let known = keys(&source.nodes);
    for (name, words) in keys(&message.nodes) {
        for word in words {
            if !["none", "other"].contains(&word.as_str())
                && !known.get(&name).is_some_and(|known| known.contains(&word))
            {
                add(format!("${name} is never `{word}`, as English has it"));
            }
        }
    }
}

/// The texts by which cases are chosen, of each variable.
fn keys(nodes: &[Node]) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for node in nodes {
        let Node::Select { variable, by, cases } = node else { continue };
        for (key, inner) in cases {
            if let (Key::Is(word) | Key::Default(word), By::Text) = (key, by) {
                found.entry(variable.clone()).or_default().insert(word.clone());
            }
            for (name, words) in keys(inner) {
                found.entry(name).or_default().extend(words);
            }
        }
    }
    found
}
