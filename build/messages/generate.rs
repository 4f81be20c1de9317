//! The program's and the scripts' side of the messages: a function each, and a table for each language.

use std::fmt::Write as _;

use super::{Asked, Catalogue, LANGUAGES, encoded, fingerprint};

/// The number of a message in the program is two characters, the digits of a number to this base.
const DIGITS: usize = 64;
/// The character of the digit 0.
const FIRST: u8 = b' ';

/// The messages of the pages round the view.
pub(super) const SITE: &str = "site.ftl";

/// A function for each message, as Rust.
pub fn rust(catalogue: &Catalogue) -> String {
    let mut text = String::new();
    let _ = writeln!(
        text,
        "/// What a table of messages begins with, after its language, if it was made for this program."
    );
    let _ = writeln!(text, "const FINGERPRINT: &str = {:?};", fingerprint(catalogue));
    for (number, asked) in catalogue.asked.iter().enumerate() {
        let message = &catalogue.languages[0][&asked.name];
        let digits = [number / DIGITS, number % DIGITS].map(|digit| char::from(FIRST + digit as u8));
        let spelt = String::from_iter(digits) + &encoded(&message.nodes, asked);
        let _ = writeln!(text, "/// `{}` of messages/en/{}. {}", asked.name, message.file, message.comment);
        let name = asked.name.replace('-', "_");
        let constant = name.to_uppercase();
        // What is said round the view, which the view's program has no code for.
        let is_of_site = message.file == SITE;
        if is_of_site {
            let _ = writeln!(text, "#[cfg(any(feature = \"workbench\", not(target_arch = \"wasm32\")))]");
        }
        if is_of_site && asked.variables.is_empty() {
            let _ =
                writeln!(text, "pub fn {name}(dataset: &Dataset) -> &'static str {{ Fixed({spelt:?}).of(dataset) }}");
            continue;
        }
        if asked.variables.is_empty() {
            let _ = writeln!(text, "pub(super) const {constant}: Fixed = Fixed({spelt:?});");
            continue;
        }
        let (mut parameters, mut arguments) = (String::new(), String::new());
        for (variable, is_number) in &asked.variables {
            let variable = variable.replace('-', "_");
            let (kind, wrapped) = if *is_number { ("i32", "Number") } else { ("&str", "Text") };
            let _ = write!(parameters, ", {variable}: {kind}");
            let _ = write!(arguments, "{wrapped}({variable}), ");
        }
        let _ = writeln!(
            text,
            "{} fn {name}(dataset: &Dataset{parameters}) -> String {{ say(dataset, {spelt:?}, &[{arguments}]) }}",
            if is_of_site { "pub" } else { "pub(super)" }
        );
    }
    text
}

/// A module of JavaScript for each file of messages of scripts: its name without `.ftl`, and a function for each message.
///
/// `say(number, english, ...values)` is a function of `www/say.js`.
pub fn javascript(catalogue: &Catalogue) -> Vec<(String, String)> {
    let mut modules: Vec<(String, String)> = Vec::new();
    for (number, asked) in catalogue.page.iter().enumerate() {
        let message = &catalogue.languages[0][&asked.name];
        let module = asked.file.trim_end_matches(".ftl");
        if modules.last().is_none_or(|(name, _)| name != module) {
            let head =
                format!("// Written by a test from messages/en/{}: see CONTRIBUTING.md, \"Messages\".\n", asked.file);
            modules.push((module.to_owned(), head + "import { say } from \"./say.js\";\n"));
        }
        let Some((_, text)) = modules.last_mut() else { continue };
        let told = Some(message.comment.trim().to_owned()).filter(|comment| !comment.is_empty());
        let types = asked.variables.iter().map(|(name, is_number)| {
            format!("@param {{{}}} {}", if *is_number { "number" } else { "string" }, camel(name))
        });
        let lines: Vec<String> = told.into_iter().chain(types).map(|line| format!(" * {line}\n")).collect();
        let comment = if lines.is_empty() { String::new() } else { format!("/**\n{} */\n", lines.concat()) };
        let parameters: Vec<String> = asked.variables.iter().map(|(name, _)| camel(name)).collect();
        let values = [&[String::new()][..], &parameters].concat().join(", ");
        let english: String = encoded(&message.nodes, asked).chars().map(escaped).collect();
        let _ = write!(
            text,
            "\n{comment}export const {} = ({}) => say({number}, \"{english}\"{values});\n",
            camel(&asked.name),
            parameters.join(", ")
        );
    }
    modules
}

/// A letter as it stands between quotes in JavaScript.
fn escaped(letter: char) -> String {
    match letter {
        '"' | '\\' => format!("\\{letter}"),
        '\0'..'\u{20}' | '\u{7f}' => format!("\\x{:02x}", u32::from(letter)),
        _ => letter.to_string(),
    }
}

/// `play-faster` as `playFaster`.
fn camel(name: &str) -> String {
    let mut parts = name.split('-');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (head, rest) = part.split_at(part.len().min(1));
        text.push_str(&head.to_ascii_uppercase());
        text.push_str(rest);
    }
    text
}

/// The messages of one language as one text: a line with the language and the fingerprint, then those of the program
/// in the order of their numbers, each on a line of its own; after an empty line those of the scripts.
pub fn table(catalogue: &Catalogue, language: usize) -> String {
    let mut text = format!("{} {}", LANGUAGES[language].0, fingerprint(catalogue));
    let lines = |text: &mut String, list: &[Asked]| {
        for asked in list {
            text.push('\n');
            text.push_str(&encoded(&catalogue.languages[language][&asked.name].nodes, asked));
        }
    };
    lines(&mut text, &catalogue.asked);
    text.push('\n');
    lines(&mut text, &catalogue.page);
    text
}
