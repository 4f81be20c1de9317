//! What the description of the element says is what its scripts have; types, manifest and tables are made from it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

type Names = BTreeSet<String>;

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect("a file of the repository")
}

/// Everything that stands between two texts.
fn between(text: &str, from: &str, to: &str) -> Names {
    text.split(from).skip(1).filter_map(|rest| Some(rest.split_once(to)?.0.to_owned())).collect()
}

fn quoted(list: &str) -> Names {
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

fn scripts() -> String {
    let names = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("www")).expect("a folder");
    let paths = names.flatten().map(|entry| entry.path());
    paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "js"))
        .filter_map(|path| fs::read_to_string(path).ok())
        .collect()
}

/// The names in a list of the description, `www/interface.json`.
fn described(list: &str) -> Names {
    let all: serde_json::Value = serde_json::from_str(&read("www/interface.json")).expect("JSON");
    let entries = all[list].as_array().expect("a list").iter();
    entries.map(|entry| entry["name"].as_str().expect("a name").to_owned()).collect()
}

#[test]
fn attributes() {
    let element = read("www/element.js");
    let mut known = quoted(&between(&element, "observedAttributes = [", "]").into_iter().collect::<String>());
    assert!(known.len() > 8, "{known:?}");
    let scripts = scripts();
    for ask in ["view.hasAttribute(\"", "this.hasAttribute(\"", "view.getAttribute(\"", "#view.hasAttribute(\""] {
        known.extend(between(&scripts, ask, "\""));
    }
    // What the styles alone look at; `hidden` is every element's.
    let styled = between(&read("www/style.js"), ":host([", "]");
    known.extend(styled.into_iter().filter(|name| name.chars().all(char::is_alphabetic) && name != "hidden"));
    assert_eq!(described("attributes"), known);
}

/// What the class has beside them is tested in a browser.
#[test]
fn properties_and_methods_have_a_test_of_their_types() {
    let tests = read("tests/types/element.test-d.ts");
    for name in described("properties").union(&described("methods")) {
        assert!(tests.contains(&format!("typeof view.{name}")), "tests/types lacks {name}");
    }
}

#[test]
fn events() {
    let dispatched = between(&scripts(), "#dispatch(\"", "\"");
    assert!(dispatched.len() > 4);
    assert_eq!(described("events"), dispatched);
}

#[test]
fn custom_properties_and_parts() {
    let properties: Names = between(&read("www/style.js"), "var(--detente-", ",")
        .into_iter()
        .map(|name| format!("--detente-{name}"))
        .collect();
    let parts = between(&scripts(), "part: \"", "\"");
    assert!(properties.len() > 3 && parts.len() > 15, "{properties:?} {parts:?}");
    assert_eq!(described("cssProperties"), properties);
    assert_eq!(described("cssParts"), parts);
}

/// The methods of a class as scripts are told of it.
fn methods(declared: &str, class: &str) -> Names {
    let class = declared.split(class).nth(1).and_then(|rest| rest.split("\n}").next());
    class
        .expect("the class")
        .lines()
        .filter_map(|line| Some(line.trim().trim_start_matches("static ").split_once('(')?.0.to_owned()))
        .filter(|name| !["constructor", "free"].contains(&name.as_str()))
        .collect()
}

/// What some files of `src/web` export, by the names that scripts use. A canvas is nothing that scripts are given.
fn exported(is_asked: &dyn Fn(&str) -> bool) -> Names {
    let mut exported = Names::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web")).expect("a folder").flatten() {
        let name = entry.file_name();
        if !is_asked(&name.to_string_lossy()) {
            continue;
        }
        let text = fs::read_to_string(entry.path()).expect("a file");
        let mut renamed = None;
        for line in text.lines().map(str::trim) {
            if let Some(name) = line.strip_prefix("#[wasm_bindgen(js_name = ") {
                renamed = Some(name.trim_end_matches(")]").to_owned());
            } else if let Some(rest) = line.strip_prefix("pub fn ") {
                exported
                    .insert(renamed.take().unwrap_or_else(|| rest.split('(').next().unwrap_or_default().to_owned()));
            }
        }
    }
    exported.remove("new");
    exported
}

/// The scripts are checked against what they are told of the core; that must be what the core has.
#[test]
fn the_scripts_are_told_of_the_core_as_it_is() {
    let declared = read("www/detente.d.ts");
    let viewer = |file: &str| file != "canvas.rs" && !file.starts_with("workbench");
    let methods = methods(&declared, "export declare class Detente {");
    assert!(methods.len() > 60, "{methods:?}");
    assert_eq!(methods, exported(&viewer), "www/detente.d.ts and src/web");
    let workbench = self::methods(&read("www/workbench-core.d.ts"), "export class Workbench {");
    let mut told = exported(&|file| file == "workbench.rs");
    // How large a file may be is asked of the class.
    told.remove("largest");
    assert_eq!(workbench, told, "www/workbench-core.d.ts and src/web/workbench.rs");
    let bits = between(&declared, "export type Bit = ", ";").into_iter().next().expect("the bits");
    assert_eq!(quoted(&bits), detente::viewer::Update::NAMES.map(str::to_owned).into_iter().collect::<Names>());
}
