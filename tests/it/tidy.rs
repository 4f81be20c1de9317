//! The invariants that ARCHITECTURE.md states of the sources.

use std::path::{Path, PathBuf};

/// The modules in the order in which they may use one another.
const ORDER: [&str; 10] = ["language", "time", "data", "moment", "layout", "words", "scene", "viewer", "render", "web"];
/// No file of the program is longer, in lines.
const LONGEST: usize = 400;
/// No file of tests is longer, in lines.
const LONGEST_TEST: usize = 600;

type Rule = fn(&str, &str) -> Vec<String>;

const RULES: [(&str, Rule); 8] = [
    ("a module opens with a sentence", opens_with_a_sentence),
    ("a file can be read in one sitting", can_be_read_in_one_sitting),
    ("only web names the browser", only_web_names_the_browser),
    ("only render and web name plotters", only_render_and_web_name_plotters),
    ("only the command line touches the outside", only_the_command_line_touches_the_outside),
    ("a module uses only those to its left", a_module_uses_only_those_to_its_left),
    ("no float function differs between machines", no_float_function_differs_between_machines),
    ("no hash order reaches a picture", no_hash_order_reaches_a_picture),
];

pub(crate) fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() { walk(&path, found) } else { found.push(path) }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    walk(&root.join(folder), &mut found);
    found.sort();
    let named = found.into_iter().filter(|path| path.extension().is_some_and(|other| other == ending));
    named
        .map(|path| {
            let name = path.strip_prefix(root).expect("below the root").to_string_lossy().replace('\\', "/");
            (name, std::fs::read_to_string(&path).expect("text"))
        })
        .collect()
}

/// The first folder or file below `src`: the module a file belongs to.
fn module(name: &str) -> &str {
    let rest = name.strip_prefix("src/").unwrap_or(name);
    rest.split(['/', '.']).next().unwrap_or(rest)
}

/// The code of a file: without comments, and without its tests.
pub(crate) fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<&str>>().join("\n")
}

fn named(text: &str, words: &[&str]) -> Vec<String> {
    let code = code(text);
    words.iter().filter(|word| code.contains(**word)).map(|word| format!("names `{word}`")).collect()
}

fn opens_with_a_sentence(_: &str, text: &str) -> Vec<String> {
    if text.starts_with("//! ") { Vec::new() } else { vec!["does not begin with `//! `".to_owned()] }
}

fn can_be_read_in_one_sitting(name: &str, text: &str) -> Vec<String> {
    let lines = text.lines().count();
    if lines > if name.starts_with("tests/") { LONGEST_TEST } else { LONGEST } {
        vec![format!("has {lines} lines")]
    } else {
        Vec::new()
    }
}

fn only_web_names_the_browser(name: &str, text: &str) -> Vec<String> {
    if module(name) == "web" {
        return Vec::new();
    }
    named(text, &["wasm_bindgen", "web_sys", "js_sys", "serde_wasm_bindgen"])
}

fn only_render_and_web_name_plotters(name: &str, text: &str) -> Vec<String> {
    // The scene takes its scales from plotters, and nothing else.
    if matches!(module(name), "render" | "web") || name == "src/scene/axis.rs" {
        return Vec::new();
    }
    named(text, &["plotters"])
}

fn only_the_command_line_touches_the_outside(name: &str, text: &str) -> Vec<String> {
    if module(name) == "bin" {
        return Vec::new();
    }
    named(text, &["std::fs", "std::env", "std::process", "println!", "Instant", "SystemTime", "std::io"])
}

fn a_module_uses_only_those_to_its_left(name: &str, text: &str) -> Vec<String> {
    let Some(own) = ORDER.iter().position(|other| *other == module(name)) else { return Vec::new() };
    let code = code(text).replace(char::is_whitespace, "");
    let mut found = uses_of("crate::", &code);
    // From `src/data.rs` one `super` leads to the root, from `src/data/tie.rs` two, and so on.
    found.extend(uses_of(&"super::".repeat(name.matches('/').count()), &code));
    found.retain(|other| ORDER[own + 1..].contains(other) || (*other == "bundled" && module(name) != "web"));
    found.into_iter().map(|other| format!("uses `{other}`")).collect()
}

/// The modules named after a path, alone or in braces: `crate::time`, `crate::{data::Dataset, time}`.
fn uses_of<'a>(path: &str, code: &'a str) -> Vec<&'a str> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices(path).filter(|(at, _)| !code[..*at].ends_with("super::")) {
        let rest = &code[at + path.len()..];
        let (mut depth, mut start, mut is_name) = (0, 0, true);
        for (end, letter) in rest.char_indices() {
            let is_end = !letter.is_alphanumeric() && letter != '_';
            if is_end && is_name && depth < 2 {
                found.push(&rest[start..end]);
                is_name = false;
            }
            match letter {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if matches!(letter, '{' | ',') && depth == 1 {
                (start, is_name) = (end + 1, true);
            }
            if depth == 0 && is_end {
                break;
            }
        }
    }
    found.retain(|name| !name.is_empty());
    found
}

fn no_float_function_differs_between_machines(_: &str, text: &str) -> Vec<String> {
    const METHODS: [&str; 9] =
        [".sin(", ".cos(", ".tan(", ".sin_cos(", ".atan2(", ".powf(", ".hypot(", ".exp(", ".ln("];
    named(text, &METHODS)
}

fn no_hash_order_reaches_a_picture(name: &str, text: &str) -> Vec<String> {
    if module(name) == "web" {
        return Vec::new();
    }
    named(text, &["HashMap", "HashSet"])
}

#[test]
fn the_sources_keep_every_rule() {
    let mut broken = Vec::new();
    for (name, text) in files("src", "rs") {
        for (rule, check) in RULES {
            broken.extend(check(&name, &text).into_iter().map(|what| format!("{rule}: {name} {what}")));
        }
    }
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn every_rule_can_be_broken() {
    let plant = |name: &str, line: &str| -> Vec<&str> {
        let text = format!("//! A sentence.\n{line}\n");
        RULES.iter().filter(|(_, check)| !check(name, &text).is_empty()).map(|(rule, _)| *rule).collect()
    };
    assert_eq!(plant("src/scene/mark.rs", "use web_sys::Window;"), ["only web names the browser"]);
    assert_eq!(plant("src/scene/mark.rs", "use plotters::prelude;"), ["only render and web name plotters"]);
    assert_eq!(plant("src/scene/mark.rs", "std::fs::read(x)"), ["only the command line touches the outside"]);
    assert_eq!(plant("src/data/tie.rs", "use crate::scene::Scene;"), ["a module uses only those to its left"]);
    for path in ["use super::super::scene::Mark;", "use crate::{time, scene::{Mark, View}};", "crate::\n    web::View"]
    {
        assert_eq!(plant("src/data/tie.rs", path), ["a module uses only those to its left"], "{path}");
    }
    assert_eq!(plant("src/scene/mark.rs", "bundled::dataset()"), Vec::<&str>::new());
    assert_eq!(plant("src/scene/mark.rs", "use crate::bundled::PACK;"), ["a module uses only those to its left"]);
    assert_eq!(plant("src/web/view.rs", "use crate::{bundled::PACK, data::{time, web}};"), Vec::<&str>::new());
    assert_eq!(plant("src/scene/mark.rs", "use super::{time, web}; use crate::data::{web};"), Vec::<&str>::new());
    assert_eq!(plant("src/layout/place.rs", "let y = x.sin();"), ["no float function differs between machines"]);
    assert_eq!(plant("src/layout/place.rs", "HashMap::new()"), ["no hash order reaches a picture"]);
    assert_eq!(plant("src/web/view.rs", "use web_sys::Window;"), Vec::<&str>::new());
    assert_eq!(plant("src/scene/mark.rs", &"\n".repeat(LONGEST)), ["a file can be read in one sitting"]);
    assert!(!opens_with_a_sentence("src/x.rs", "use x;").is_empty());
}

/// Calls that turn text into markup, style or code.
const SINKS: [&str; 14] = [
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "createContextualFragment",
    "document.write",
    "eval(",
    "new Function",
    "Function(\"",
    "DOMParser",
    "srcdoc",
    "setAttribute(\"style\"",
    "setAttribute(\"on",
    "setTimeout(\"",
    "setInterval(\"",
];

fn turns_text_into_markup(text: &str) -> Vec<&'static str> {
    let text = text.replace(['\'', '`'], "\"");
    SINKS.into_iter().filter(|sink| text.contains(sink)).collect()
}

/// Addresses of others; only the names of XML vocabularies look like addresses and are none.
fn asks_others(text: &str) -> Vec<&str> {
    let places = text.match_indices("http").map(|(at, _)| &text[at..]);
    places
        .filter(|rest| rest.starts_with("http://") || rest.starts_with("https://"))
        .filter(|rest| !rest.starts_with("http://www.w3.org/"))
        .map(|rest| rest.split(['"', '\'', ' ', ')', '\n']).next().unwrap_or(rest))
        .collect()
}

#[test]
fn the_page_turns_no_text_into_markup() {
    let scripts = files("www", "js");
    assert!(scripts.len() > 3);
    for (name, text) in scripts {
        assert_eq!(turns_text_into_markup(&text), Vec::<&str>::new(), "{name}");
    }
    for planted in ["x.innerHTML = y", "x.setAttribute('style', y)", "setTimeout(`go()`)", "new Function(y)"] {
        assert_eq!(turns_text_into_markup(planted).len(), 1, "{planted}");
    }
}

#[test]
fn the_page_asks_nobody_else() {
    for (name, text) in files("www", "js").into_iter().chain(files("www", "css")) {
        assert_eq!(asks_others(&text), Vec::<&str>::new(), "{name}");
    }
    assert_eq!(asks_others("fetch('https://example.org/x'); 'http://www.w3.org/2000/svg'"), ["https://example.org/x"]);
}

/// The rules of every source, wherever it stands.
#[test]
fn the_other_sources_can_be_read_too() {
    let build = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("build.rs")).expect("text");
    let others = ["tests/it", "tests/browser", "xtask/src"].into_iter().flat_map(|folder| files(folder, "rs"));
    for (name, text) in ["js", "css", "ts"].into_iter().flat_map(|ending| files("www", ending)) {
        assert_eq!(can_be_read_in_one_sitting(&name, &text), Vec::<String>::new(), "{name}");
    }
    for (name, text) in others.chain([("build.rs".to_owned(), build)]) {
        assert_eq!(opens_with_a_sentence(&name, &text), Vec::<String>::new(), "{name}");
        assert_eq!(can_be_read_in_one_sitting(&name, &text), Vec::<String>::new(), "{name}");
    }
}

/// Paths of one machine, as are left behind after looking for a fault.
fn names_a_machine(text: &str) -> Vec<&str> {
    ["\"/tmp/", "\"/home/", "\"/root/", "dbg!("].into_iter().filter(|path| text.contains(path)).collect()
}

#[test]
fn nothing_is_written_for_one_machine() {
    let folders = ["src", "xtask/src", "tests/browser", "fuzz/src", "fuzz/fuzz_targets"];
    let sources = folders.into_iter().flat_map(|folder| files(folder, "rs")).chain(files("www", "js"));
    for (name, text) in sources {
        assert_eq!(names_a_machine(&text), Vec::<&str>::new(), "{name}");
    }
    assert_eq!(names_a_machine("fs::write(\"/tmp/whole\", dbg!(x))"), ["\"/tmp/", "dbg!("]);
}

#[test]
fn every_dependency_has_its_reason() {
    for manifest in ["Cargo.toml", "xtask/Cargo.toml"] {
        let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(manifest)).expect("a manifest");
        let mut in_dependencies = false;
        let mut above = String::new();
        for line in text.lines() {
            if line.starts_with('[') {
                in_dependencies = line.contains("dependencies");
            } else if in_dependencies && line.contains('=') {
                assert!(line.contains(" # ") || above.starts_with("# "), "{manifest}: {line}");
            }
            line.clone_into(&mut above);
        }
    }
}

/// What is true of the bundled dataset stands in its tables: the code is the same for any dataset.
#[test]
fn no_dataset_is_in_the_code() {
    let sources = files("src", "rs").into_iter().chain(files("www", "js")).chain(files("www", "html"));
    for (name, text) in sources {
        let found: Vec<&str> = ["Korea", "Pyongyang", "Seoul", "north-korea"]
            .into_iter()
            .filter(|word| code(&text).contains(word))
            .collect();
        assert_eq!(found, Vec::<&str>::new(), "{name}");
    }
}
