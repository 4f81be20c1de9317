//! The interface of the element as a custom elements manifest, which editors read.

use serde_json::{Value, json};

use super::{Attribute, Interface, quoted};

/// The class of the element.
const CLASS: &str = "DetenteViewElement";

impl Interface {
    /// The list for editors, by the schema of custom-elements-manifest.
    pub(super) fn manifest(&self) -> Value {
        let attributes = self.attributes.iter().map(|attribute| {
            let mut entry = json!({ "name": attribute.name, "type": { "text": self.plain(&attribute.typed) } });
            if let Some(default) = &attribute.default {
                entry["default"] =
                    json!(if attribute.typed.contains("number") { default.clone() } else { quoted(default) });
            } else if attribute.typed == "boolean" {
                entry["default"] = json!("false");
            }
            if let Some(property) = &attribute.property {
                entry["fieldName"] = json!(property);
            }
            entry["description"] = json!(attribute.description);
            entry
        });
        let fields = self.properties.iter().map(|property| {
            let mut entry =
                json!({ "kind": "field", "name": property.name, "type": { "text": self.plain(&property.read) } });
            let mirrored = |attribute: &&Attribute| attribute.property.as_ref() == Some(&property.name);
            if let Some(attribute) = self.attributes.iter().find(mirrored) {
                entry["attribute"] = json!(attribute.name);
                entry["reflects"] = json!(true);
            }
            if property.readonly {
                entry["readonly"] = json!(true);
            }
            entry["description"] = json!(property.description);
            entry
        });
        let methods = self.methods.iter().map(|method| {
            let parameter = |(name, typed): &(String, String)| json!({ "name": name, "type": { "text": typed } });
            json!({
                "kind": "method", "name": method.name, "parameters": method.parameters.iter().map(parameter).collect::<Vec<_>>(),
                "return": { "type": { "text": method.returns } }, "description": method.description,
            })
        });
        let events = self.events.iter().map(|event| {
            let text = format!("CustomEvent<{}>", self.shape(&event.detail));
            json!({ "name": event.name, "type": { "text": text }, "description": event.description })
        });
        let class = json!({
            "kind": "class",
            "customElement": true,
            "tagName": "detente-view",
            "name": CLASS,
            "description": "The view of a dataset. Attributes say where it starts and where it goes; properties tell where it is.",
            "superclass": { "name": "HTMLElement" },
            "attributes": attributes.collect::<Vec<_>>(),
            "members": fields.chain(methods).collect::<Vec<_>>(),
            "events": events.collect::<Vec<_>>(),
            "slots": self.slots,
            "cssProperties": self.css_properties,
            "cssParts": self.css_parts,
        });
        modules(class)
    }

    /// A type without names of ours.
    fn plain(&self, typed: &str) -> String {
        self.types.iter().fold(typed.to_owned(), |text, named| text.replace(&named.name, &named.written()))
    }

    /// What an event carries, written out.
    fn shape(&self, detail: &str) -> String {
        let fields = self.details.iter().find(|known| known.name == detail).map_or(&[][..], |detail| &detail.fields);
        let fields: Vec<String> = fields.iter().map(|(name, typed, _)| format!("{name}: {typed}")).collect();
        format!("{{ {} }}", fields.join("; "))
    }
}

/// The modules of the package: the one with the class, and the one that registers it.
fn modules(class: Value) -> Value {
    let declared = json!({ "name": CLASS, "module": "element.js" });
    let export = json!({ "kind": "js", "name": CLASS, "declaration": declared });
    let registered = json!({ "kind": "custom-element-definition", "name": "detente-view", "declaration": declared });
    let module = |path: &str, declarations: Vec<Value>, export: Value| json!({ "kind": "javascript-module", "path": path, "declarations": declarations, "exports": [export] });
    json!({
        "schemaVersion": "2.1.0",
        "readme": "README.md",
        "modules": [module("element.js", vec![class], export), module("define.js", vec![], registered)],
    })
}
