//! Message files: wrong ones are refused with their language, file and message, and every language says the same.

use std::path::Path;

#[allow(dead_code, unreachable_pub, unused_imports, reason = "the build uses the rest")]
#[path = "../../build"]
mod tools {
    pub mod messages;
}
use expect_test::expect_file;
use tools::messages::{LANGUAGES, javascript, read, table};

/// English, what each other language has in its place, and what is reported.
const WRONG: [(&str, &str, &str); 16] = [
    (
        "a = A",
        "b = B",
        "messages/ar/x.ftl: message `a`: is missing\nmessages/ar/x.ftl: message `b`: English has no such message",
    ),
    ("a = A", "a = { $n }", "messages/ar/x.ftl: message `a`: English has no variable $n"),
    ("a = { $n }", "a = A", "messages/ar/x.ftl: message `a`: does not say $n"),
    (
        "a = { $n }",
        "a = { $n -> [x] { $n } *[other] { $n } }",
        "messages/ar/x.ftl: message `a`: cannot be read as Fluent",
    ),
    (
        "a = { $n }",
        "a = { NUMBER($n) }",
        "messages/ar/x.ftl: message `a`: $n is a text, in English: write NUMBER($n) there if it is a number",
    ),
    (
        "a = { NUMBER($n) }",
        "a = { $n ->\n [one] 1\n *[other] { $n }\n }",
        "messages/ar/x.ftl: message `a`: $n: no case for the plural category `zero`",
    ),
    (
        "a = { $n ->\n [two] 2\n [one] 1\n *[other] { $n }\n }",
        "a = { $n }",
        "messages/en/x.ftl: message `a`: $n: the language has no plural category `two`",
    ),
    (
        "a = { $n ->\n [one] 1\n [other] 2\n *[many] { $n }\n }",
        "a = { $n }",
        "messages/en/x.ftl: message `a`: $n: the case that is marked by * is `other`, where numbers choose",
    ),
    (
        "a = { $n ->\n [x] X\n *[y] Y\n }",
        "a = { $n ->\n [z] X\n *[y] Y\n }",
        "messages/ar/x.ftl: message `a`: $n is never `z`, as English has it",
    ),
    (
        "a = { NUMBER($n) }",
        "a = { $n ->\n [x] X\n *[other] { $n }\n }",
        "messages/ar/x.ftl: message `a`: $n is a number",
    ),
    (
        "a = { b }\nb = B",
        "a = B\nb = B",
        "messages/en/x.ftl: message `a`: messages, attributes and arguments are not read within a message; use a term",
    ),
    ("a = { -b }\n-b = { -b }", "a = B", "messages/en/x.ftl: message `a`: term -b stands within itself"),
    ("a = { -b }", "a = B", "messages/en/x.ftl: message `a`: no term -b"),
    ("a = A\na = B", "a = B", "messages/en/x.ftl: message `a`: stands twice"),
    ("a = A\n    .b = B", "a = B", "messages/en/x.ftl: message `a`: attributes are not read"),
    ("a = { UPPER($n) }", "a = { $n }", "messages/en/x.ftl: message `a`: there is no function UPPER here"),
];

fn folder(name: &str, english: &str, others: &str) -> std::path::PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("messages").join(name);
    for (language, _) in LANGUAGES {
        let folder = root.join(language);
        std::fs::create_dir_all(&folder).expect("a folder");
        let text = if language == "en" { english } else { others };
        std::fs::write(folder.join("x.ftl"), format!("{text}\n")).expect("a file");
    }
    root
}

#[test]
fn wrong_messages_are_refused_with_language_file_and_name() {
    for (index, (english, others, expected)) in WRONG.iter().enumerate() {
        let report = read(&folder(&index.to_string(), english, others)).expect_err(english);
        for line in expected.lines() {
            let (place, what) = line.split_once(": message").expect("a message");
            let found = report.lines().any(|told| told.starts_with(place) && (told == line || told.ends_with(what)));
            assert!(
                found || line.contains("cannot be read") && report.contains("cannot be read"),
                "{line} in:\n{report}"
            );
        }
    }
}

#[test]
fn a_table_has_every_message_in_the_order_of_the_program() {
    let root =
        folder("good", "b = { $n ->\n [one] 1\n *[other] { $n }\n }\na = A", "a = { \"\" }Ä\nb = { NUMBER($n) }");
    let catalogue = read(&root).expect("messages");
    let korean = table(&catalogue, 2);
    assert!(javascript(&catalogue).is_empty());
    assert_eq!(korean.lines().skip(1).collect::<Vec<_>>(), ["Ä", "\u{1}"]);
    assert_eq!(
        korean.lines().next(),
        Some(table(&catalogue, 0).lines().next().unwrap_or_default().replace("en", "ko").as_str())
    );
}

#[test]
fn the_scripts_have_a_function_for_each_of_their_messages() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let catalogue = read(&root.join("messages")).expect("messages");
    for (name, text) in javascript(&catalogue) {
        expect_file![root.join(format!("www/{}.js", name.replacen("page", "messages", 1)))].assert_eq(&text);
    }
}

#[test]
fn messages_of_scripts_are_functions_with_named_values() {
    let folder = folder("scripts", "a = A", "a = A");
    for (language, _) in LANGUAGES {
        std::fs::write(
            folder.join(language).join("page-first.ftl"),
            "# Steps.\nplay-on = \"{ NUMBER($all-steps) }\"\n",
        )
        .expect("a file");
    }
    let catalogue = read(&folder).expect("messages");
    let [(name, text)] = &javascript(&catalogue)[..] else { panic!("one module") };
    assert_eq!(name, "page-first");
    let function = "/**\n * Steps.\n * @param {number} allSteps\n */\nexport const playOn = (allSteps) => say(0, \"\\\"\\x01\\\"\", allSteps);\n";
    assert!(text.ends_with(function), "{text}");
    assert!(table(&catalogue, 3).ends_with("\nA\n\n\"\u{1}\""));
}
