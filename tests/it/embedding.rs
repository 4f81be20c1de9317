//! What the types, the list for editors and the text say of the element is what its scripts have.

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

fn manifest() -> serde_json::Value {
    let all: serde_json::Value = serde_json::from_str(&read("www/custom-elements.json")).expect("JSON");
    all["modules"][0]["declarations"][0].clone()
}

fn listed(of: &str, kind: Option<&str>) -> Names {
    let manifest = manifest();
    let entries = manifest[of].as_array().expect("a list").iter();
    let fits = entries.filter(|entry| kind.is_none_or(|kind| entry["kind"] == kind));
    fits.map(|entry| entry["name"].as_str().expect("a name").to_owned()).collect()
}

/// The properties and methods of the class that begin no line with `#`.
fn members() -> (Names, Names) {
    let text = format!("{}\n{}", read("www/settings.js"), read("www/element.js"));
    // Its own work, and what the browser calls.
    let inner =
        ["constructor", "reflect", "connectedCallback", "disconnectedCallback", "attributeChangedCallback", "focus"];
    let (mut properties, mut methods) = (Names::new(), Names::new());
    let class = text.split("class Settings").nth(1).expect("the class");
    for line in
        class.lines().filter_map(|line| line.strip_prefix("  ")).filter(|line| !line.starts_with([' ', '/', '}']))
    {
        let name = |rest: &str| rest.split('(').next().unwrap_or_default().to_owned();
        if let Some(rest) = line.strip_prefix("get ").or_else(|| line.strip_prefix("set ")) {
            properties.insert(name(rest));
        } else if line.ends_with('{') || line.ends_with('}') {
            methods.insert(name(line));
        }
    }
    let outer = |names: Names| {
        let plain = |name: &String| name.chars().all(char::is_alphanumeric) && !inner.contains(&name.as_str());
        names.into_iter().filter(plain).collect::<Names>()
    };
    (outer(properties), outer(methods))
}

#[test]
fn attributes() {
    let element = read("www/element.js");
    let observed = quoted(&between(&element, "observedAttributes = [", "]").into_iter().collect::<String>());
    let settings = read("www/settings.js");
    let known: Names = settings
        .split("const SETTINGS = {")
        .nth(1)
        .and_then(|rest| rest.split("\n};").next())
        .expect("settings")
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split_once(": "))
        .map(|(name, _)| name.to_owned())
        .filter(|name| name.chars().all(char::is_alphabetic))
        .collect();
    assert!(known.len() == 7 && known.is_subset(&observed), "{known:?} {observed:?}");
    let mut switches = between(&settings, "toggleAttribute(\"", "\"");
    switches.extend(between(&scripts(), "this.hasAttribute(\"", "\""));
    // What the styles alone heed; `hidden` is every element's.
    let styled = between(&read("www/style.js"), ":host([", "]");
    switches.extend(styled.into_iter().filter(|name| name.chars().all(char::is_alphabetic) && name != "hidden"));
    let all: Names = observed.union(&switches).cloned().collect();
    assert_eq!(listed("attributes", None), all, "custom-elements.json");

    let types = read("www/element.d.ts");
    let typed = types
        .split("interface DetenteViewAttributes {")
        .nth(1)
        .and_then(|rest| rest.split("\n}").next())
        .expect("attributes");
    assert_eq!(
        between(&typed.replace("  ", "\n"), "\n", "?: ")
            .into_iter()
            .filter(|name| !name.contains(' '))
            .collect::<Names>(),
        all,
        "element.d.ts"
    );

    let text = read("docs/embedding.md");
    let table =
        text.split("| attribute | property |").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("a table");
    assert_eq!(between(table, "\n| `", "`"), all, "docs/embedding.md");
}

#[test]
fn properties_and_methods() {
    let (properties, methods) = members();
    assert!(properties.contains("year") && methods.contains("travel"), "{properties:?} {methods:?}");
    assert_eq!(listed("members", Some("field")), properties, "custom-elements.json");
    assert_eq!(listed("members", Some("method")), methods, "custom-elements.json");
    let (types, tests, text) =
        (read("www/element.d.ts"), read("tests/types/element.test-d.ts"), read("docs/embedding.md"));
    for name in &properties {
        let typed = [format!("  {name}: "), format!("  get {name}(): "), format!("  readonly {name}: ")];
        assert!(typed.iter().any(|line| types.contains(line)), "element.d.ts lacks {name}");
    }
    for name in &methods {
        assert!(types.contains(&format!("\n  {name}(")), "element.d.ts lacks {name}()");
        assert!(text.contains(&format!("\n| `{name}(")), "docs/embedding.md lacks {name}()");
    }
    for name in properties.union(&methods) {
        assert!(tests.contains(&format!("typeof view.{name}")), "tests/types lacks {name}");
        assert!(text.contains(&format!("`{name}")), "docs/embedding.md lacks {name}");
    }
}

#[test]
fn events() {
    let told = between(&read("www/element.js"), "this.#tell(\"", "\"");
    assert!(told.len() > 4);
    assert_eq!(listed("events", None), told, "custom-elements.json");
    let types = read("www/element.d.ts");
    assert_eq!(
        between(&types, "\n  ", ": CustomEvent<")
            .into_iter()
            .map(|name| name.lines().last().unwrap_or_default().trim().to_owned())
            .collect::<Names>(),
        told,
        "element.d.ts"
    );
    let text = read("docs/embedding.md");
    let table = text.split("| event | `detail` |").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("a table");
    assert_eq!(between(table, "\n| `", "`"), told, "docs/embedding.md");
}

#[test]
fn custom_properties_and_parts() {
    let properties: Names = between(&read("www/style.js"), "var(--detente-", ",")
        .into_iter()
        .map(|name| format!("--detente-{name}"))
        .collect();
    let parts = between(&scripts(), "part: \"", "\"");
    assert!(properties.len() > 3 && parts.len() > 15, "{properties:?} {parts:?}");
    assert_eq!(listed("cssProperties", None), properties, "custom-elements.json");
    assert_eq!(listed("cssParts", None), parts, "custom-elements.json");
    let text = read("docs/embedding.md");
    assert_eq!(
        between(&text, "\n| `--", "`").into_iter().map(|name| format!("--{name}")).collect::<Names>(),
        properties
    );
    let line =
        text.split("`detente-view::part(…)`:\n").nth(1).and_then(|rest| rest.lines().next()).expect("a line of parts");
    let named: Names = line.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    assert_eq!(named, parts, "docs/embedding.md");
}
