//! The interface of the element, described once in `www/interface.json`: types, manifest and tables are made from it.
//!
//! In `www/element.d.ts` and `docs/embedding.md` each part is written between two comments, `interface:NAME` and
//! `interface:end`; `www/custom-elements.json` is written whole. `www/jsx.d.ts` lists nothing: it takes the types.

mod manifest;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde::Deserialize;
use serde_json::Value;

/// Where it is described, in the repository.
pub const DESCRIPTION: &str = "www/interface.json";

/// Everything that a page may rely on.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Interface {
    types: Vec<NamedType>,
    attributes: Vec<Attribute>,
    properties: Vec<Property>,
    methods: Vec<Method>,
    details: Vec<Detail>,
    events: Vec<Event>,
    slots: Vec<Value>,
    css_properties: Vec<Value>,
    css_parts: Vec<Value>,
}

/// A type with a name: one of some words, or what TypeScript says.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct NamedType {
    name: String,
    #[serde(default)]
    values: Vec<String>,
    #[serde(default, rename = "type")]
    written: String,
    description: String,
}

/// An attribute: what holds without it is its default, or else `without` in words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Attribute {
    name: String,
    property: Option<String>,
    #[serde(rename = "type")]
    typed: String,
    default: Option<String>,
    #[serde(default)]
    without: String,
    description: String,
}

/// A property: its type when read, and when set if that is another.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Property {
    name: String,
    #[serde(rename = "type")]
    read: String,
    set: Option<String>,
    #[serde(default)]
    readonly: bool,
    description: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Method {
    name: String,
    parameters: Vec<(String, String)>,
    returns: String,
    description: String,
}

/// What an event carries: name, type and description of each field.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Detail {
    name: String,
    of: String,
    fields: Vec<(String, String, String)>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Event {
    name: String,
    detail: String,
    description: String,
}

impl Interface {
    /// Reads the description.
    pub fn read(root: &Path) -> Result<Self> {
        let text = fs::read(root.join(DESCRIPTION)).with_context(|| format!("cannot read {DESCRIPTION}"))?;
        serde_json::from_slice(&text).with_context(|| format!("{DESCRIPTION} is not of its shape"))
    }

    /// Every file that is made from it, with what it ought to say.
    pub fn files(&self, root: &Path) -> Result<Vec<(&'static str, String)>> {
        let read = |name: &str| fs::read_to_string(root.join(name)).with_context(|| format!("cannot read {name}"));
        let types = [
            ("types", self.named_types()),
            ("attributes", self.typed_attributes()),
            ("events", self.typed_events()),
            ("members", self.typed_members()),
        ];
        let tables = [
            ("attributes", self.table_of_attributes()),
            ("methods", self.table_of_methods()),
            ("events", self.table_of_events()),
            ("properties", self.table_of_css_properties()),
            ("parts", self.list_of_parts()),
        ];
        Ok(vec![
            ("www/element.d.ts", filled(&read("www/element.d.ts")?, &types)?),
            ("www/custom-elements.json", format!("{:#}\n", self.manifest())),
            ("docs/embedding.md", filled(&read("docs/embedding.md")?, &tables)?),
        ])
    }

    fn named_types(&self) -> String {
        self.types.iter().fold(String::new(), |mut text, named| {
            let _ = write!(text, "/** {} */\nexport type {} = {};\n\n", named.description, named.name, named.written());
            text
        })
    }

    fn typed_attributes(&self) -> String {
        self.attributes.iter().fold(String::new(), |mut text, attribute| {
            let without = attribute.without();
            // A switch is on when it is there.
            let typed = if attribute.typed == "boolean" { "boolean | \"\"" } else { &attribute.typed };
            let _ = writeln!(text, "  /** {} Without it: {without}. */", attribute.description);
            let _ = writeln!(text, "  {}?: {typed};", attribute.name);
            text
        })
    }

    fn typed_events(&self) -> String {
        let mut text = String::new();
        for detail in &self.details {
            let _ = write!(text, "/** What {} tell. */\nexport interface {} {{\n", detail.of, detail.name);
            for (name, typed, description) in &detail.fields {
                let _ = writeln!(text, "  /** {description} */\n  readonly {name}: {typed};");
            }
            text.push_str("}\n\n");
        }
        text.push_str("/** The events of the view by name. They bubble and leave shadow roots. */\n");
        text.push_str("export interface DetenteViewEvents {\n");
        for event in &self.events {
            let _ = writeln!(text, "  /** {} */\n  {}: CustomEvent<{}>;", event.description, event.name, event.detail);
        }
        text + "}\n"
    }

    fn typed_members(&self) -> String {
        let mut text = String::new();
        for property in &self.properties {
            let (name, read) = (&property.name, &property.read);
            let _ = writeln!(text, "  /** {} */", property.description);
            let _ = match &property.set {
                Some(set) => writeln!(text, "  get {name}(): {read};\n  set {name}(value: {set});\n"),
                None if property.readonly => writeln!(text, "  readonly {name}: {read};\n"),
                None => writeln!(text, "  {name}: {read};\n"),
            };
        }
        for method in &self.methods {
            let (name, returns) = (&method.name, &method.returns);
            let _ = writeln!(text, "  /** {} */\n  {name}({}): {returns};\n", method.description, method.list());
        }
        text
    }

    fn table_of_attributes(&self) -> String {
        let mut text = "| attribute | property | says | without it |\n| --- | --- | --- | --- |\n".to_owned();
        for attribute in &self.attributes {
            let property = attribute.property.as_ref().map_or(String::new(), |name| format!("`{name}`"));
            let mut says = attribute.description.clone();
            if let Some(named) =
                self.types.iter().find(|named| named.name == attribute.typed && !named.values.is_empty())
            {
                let _ = write!(says, " One of {}.", codes(&named.values));
            }
            let _ = writeln!(text, "| `{}` | {property} | {says} | {} |", attribute.name, attribute.without());
        }
        text
    }

    fn table_of_methods(&self) -> String {
        let mut text = "| method | does |\n| --- | --- |\n".to_owned();
        for method in &self.methods {
            let names: Vec<&str> = method.parameters.iter().map(|(name, _)| name.as_str()).collect();
            let _ = writeln!(text, "| `{}({})` | {} |", method.name, names.join(", "), method.description);
        }
        text
    }

    fn table_of_events(&self) -> String {
        let mut text = "| event | when | `detail` |\n| --- | --- | --- |\n".to_owned();
        for event in &self.events {
            let fields =
                self.details.iter().filter(|detail| detail.name == event.detail).flat_map(|detail| &detail.fields);
            let names: Vec<String> = fields.map(|(name, ..)| name.clone()).collect();
            let _ = writeln!(text, "| `{}` | {} | {} |", event.name, event.description, codes(&names));
        }
        text
    }

    fn table_of_css_properties(&self) -> String {
        let mut text = "| property | colours | without it |\n| --- | --- | --- |\n".to_owned();
        for property in &self.css_properties {
            let part = |name: &str| property[name].as_str().unwrap_or_default();
            let _ = writeln!(text, "| `{}` | {} | `{}` |", part("name"), part("description"), part("default"));
        }
        text
    }

    fn list_of_parts(&self) -> String {
        let names: Vec<String> =
            self.css_parts.iter().filter_map(|part| Some(part["name"].as_str()?.to_owned())).collect();
        format!("{}.\n", codes(&names))
    }
}

impl NamedType {
    fn written(&self) -> String {
        if self.values.is_empty() {
            return self.written.clone();
        }
        self.values.iter().map(|value| quoted(value)).collect::<Vec<_>>().join(" | ")
    }
}

impl Attribute {
    fn without(&self) -> String {
        self.default.as_ref().map_or_else(|| self.without.clone(), |default| format!("`{default}`"))
    }
}

impl Method {
    fn list(&self) -> String {
        self.parameters.iter().map(|(name, typed)| format!("{name}: {typed}")).collect::<Vec<_>>().join(", ")
    }
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

fn codes(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// A text with each part between its two comments put in the place of what stood there.
fn filled(text: &str, parts: &[(&str, String)]) -> Result<String> {
    let mut text = text.to_owned();
    for (name, part) in parts {
        let mark = format!("interface:{name}");
        let start = text.find(&mark).with_context(|| format!("there is no comment `{mark}`"))?;
        let start = start + text[start..].find('\n').map_or(0, |end| end + 1);
        let end = text[start..].find("interface:end").with_context(|| format!("`{mark}` has no `interface:end`"))?;
        let end = start + text[start..start + end].rfind('\n').map_or(0, |before| before + 1);
        text.replace_range(start..end, part);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use std::env;

    use super::*;

    fn root() -> &'static Path {
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
    }

    /// `UPDATE_EXPECT=1 cargo test -p xtask interface` writes the files anew.
    #[test]
    fn types_manifest_and_tables_are_as_the_interface_is_described() {
        let interface = Interface::read(root()).expect("described");
        for (name, text) in interface.files(root()).expect("made") {
            if env::var_os("UPDATE_EXPECT").is_some() {
                fs::write(root().join(name), &text).expect("written");
            }
            let there = fs::read_to_string(root().join(name)).expect("read");
            assert!(there == text, "{name} differs from {DESCRIPTION}: UPDATE_EXPECT=1 cargo test -p xtask interface");
        }
    }

    #[test]
    fn every_property_of_an_attribute_is_described() {
        let interface = Interface::read(root()).expect("described");
        // `lang` is every element's.
        for attribute in interface.attributes.iter().filter(|attribute| attribute.name != "lang") {
            if let Some(name) = &attribute.property {
                assert!(interface.properties.iter().any(|property| property.name == *name), "{name}");
            }
        }
        for event in &interface.events {
            assert!(interface.details.iter().any(|detail| detail.name == event.detail), "{}", event.name);
        }
    }

    #[test]
    fn a_part_is_put_between_its_comments_and_a_missing_comment_is_named() {
        let text = "a\n// interface:one\nold\n  // interface:end\nb\n<!-- interface:two -->\n<!-- interface:end -->\n";
        let parts = [("one", "new\n".to_owned()), ("two", "2\n".to_owned())];
        let made = filled(text, &parts).expect("filled");
        assert_eq!(
            made,
            "a\n// interface:one\nnew\n  // interface:end\nb\n<!-- interface:two -->\n2\n<!-- interface:end -->\n"
        );
        assert_eq!(filled(&made, &parts).expect("again"), made);
        let missing = filled(text, &[("three", String::new())]).expect_err("missing").to_string();
        assert_eq!(missing, "there is no comment `interface:three`");
    }
}
