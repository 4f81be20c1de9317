//! What assistive technology gets of a page, as text: a line for each thing, indented below what holds it.
//!
//! Chromium tells its accessibility tree by its own protocol, Firefox by its accessibility service, of which the
//! platform's interface is made, `WebKitGTK` on the bus of the desktop.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use crate::told::{Told, one_line};
use crate::{Engine, Page, bus};

/// Roles that tell nothing by themselves.
const PLAIN: [&str; 10] = [
    "generic",
    "none",
    "InlineTextBox",
    "RootWebArea",
    "LineBreak",
    "ListMarker",
    "section",
    "text container",
    "list item marker",
    "whitespace",
];

/// States that a reader hears of.
const STATES: [&str; 7] = ["expanded", "collapsed", "checked", "selected", "current", "disabled", "pressed"];

/// Walks the tree of the page's document in Firefox.
const WALK: &str = r#"
    const service = Cc["@mozilla.org/accessibilityService;1"].getService(Ci.nsIAccessibilityService);
    const states = (it) => {
        const [state, extra] = [{}, {}];
        it.getState(state, extra);
        const all = service.getStringStates(state.value, extra.value);
        return Array.from({ length: all.length }, (_, index) => all.item(index));
    };
    const told = (it) => {
        const more = states(it).filter((state) => rest[0].includes(state));
        if (it.description) more.push(`described: ${it.description}`);
        const children = [];
        for (let child = it.firstChild; child; child = child.nextSibling) children.push(told(child));
        return { role: service.getStringRole(it.role), name: it.name ?? "", value: it.value ?? "", more, children };
    };
    return (async () => {
        // The tree of another process comes after the service was asked for first.
        for (let i = 0; i < 100; i++) {
            const page = service.getAccessibleFor(browser)?.firstChild;
            if (page?.firstChild) return told(page);
            await new Promise((done) => setTimeout(done, 100));
        }
        return null;
    })();
"#;

impl Page {
    /// What assistive technology gets of the page.
    pub async fn accessible(&self) -> Result<String> {
        let root = match self.engine() {
            Engine::Chromium => self.accessible_in_chromium().await?,
            Engine::Firefox => {
                let root = self.in_firefox(WALK, vec![json!(STATES)]).await?;
                serde_json::from_value(root).context("Firefox has no accessibility tree of the page")?
            }
            Engine::Webkit => {
                bus::told(self.bus().context("the visit was begun without assistive technology")?).await?
            }
        };
        let mut text = String::new();
        root.write(&mut text, 0, "")?;
        Ok(text)
    }

    async fn accessible_in_chromium(&self) -> Result<Told> {
        let tree = self.cdp("Accessibility.getFullAXTree", json!({})).await?;
        let nodes = tree["nodes"].as_array().context("an accessibility tree has nodes")?;
        let by_id: BTreeMap<&str, &Value> =
            nodes.iter().filter_map(|node| Some((node["nodeId"].as_str()?, node))).collect();
        Ok(of_chromium(nodes.first().context("an accessibility tree has a root")?, &by_id))
    }
}

fn of_chromium(node: &Value, by_id: &BTreeMap<&str, &Value>) -> Told {
    let text = |field: &str| node[field]["value"].as_str().map(str::to_owned).unwrap_or_default();
    let ignored = node["ignored"] == json!(true);
    let state = |property: &Value| {
        let (name, value) = (property["name"].as_str()?, &property["value"]["value"]);
        let is_told = STATES.contains(&name) && *value != json!(false) && *value != json!("false");
        let said = if name == "expanded" && *value == json!(false) { Some("collapsed".to_owned()) } else { None };
        said.or_else(|| is_told.then(|| name.to_owned()))
    };
    let mut more: Vec<String> = node["properties"].as_array().into_iter().flatten().filter_map(state).collect();
    let description = text("description");
    if !description.is_empty() {
        more.push(format!("described: {description}"));
    }
    let mut properties = node["properties"].as_array().into_iter().flatten();
    if let Some(said) =
        properties.find_map(|one| (one["name"] == "valuetext").then(|| one["value"]["value"].as_str())?)
    {
        more.push(format!("says: {said}"));
    }
    let ids = node["childIds"].as_array().into_iter().flatten().filter_map(Value::as_str);
    Told {
        role: if ignored { "none".to_owned() } else { text("role") },
        name: if ignored { String::new() } else { text("name") },
        value: match &node["value"]["value"] {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            _ => String::new(),
        },
        more,
        children: ids.filter_map(|id| Some(of_chromium(by_id.get(id)?, by_id))).collect(),
    }
}

impl Told {
    fn write(&self, text: &mut String, depth: usize, above: &str) -> Result<()> {
        let is_plain = PLAIN.contains(&self.role.as_str());
        let is_text = ["StaticText", "text leaf", "statictext"].contains(&self.role.as_str());
        let name = one_line(&self.name);
        // What a thing is named by is not told once more.
        let is_said = is_text && (name.is_empty() || above.contains(&name));
        let is_skipped =
            (is_plain && name.is_empty() && self.more.is_empty()) || self.role == "InlineTextBox" || is_said;
        let depth = if is_skipped {
            depth
        } else {
            write!(text, "{:width$}{} “{name}”", "", self.role, width = 2 * depth)?;
            if !self.value.is_empty() {
                write!(text, " = {}", self.value)?;
            }
            for more in &self.more {
                write!(text, " [{more}]")?;
            }
            text.push('\n');
            depth + 1
        };
        let above = if is_skipped { above } else { name.as_str() };
        self.children.iter().try_for_each(|child| child.write(text, depth, above))
    }
}
