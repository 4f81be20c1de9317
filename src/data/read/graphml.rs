//! `GraphML`: nodes, edges and their data. It has no dates of its own; data with the name of a date is one.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::super::mapping::ColumnReading;
use super::xml::{Tables, attribute, children, content};

/// Reads the graphs of a document.
pub(super) fn read(root: Node<'_, '_>, tables: &mut Tables<'_, '_>) {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for key in children(root, "key") {
        if let Some((id, _)) = attribute(key, "id") {
            let name = attribute(key, "attr.name").map_or_else(|| id.clone(), |(name, _)| name);
            names.insert(id, name);
        }
    }
    let elements = |name: &'static str| root.descendants().filter(move |node| node.tag_name().name() == name);
    for node in elements("node") {
        let mut values: Vec<(&str, _)> = attribute(node, "id").map(|id| ("id", id)).into_iter().collect();
        data(node, &names, &mut values);
        tables.actor(node, &values);
    }
    for edge in elements("edge") {
        let ends = ["source", "target"].map(|name| attribute(edge, name).map(|value| (name, value)));
        let mut values: Vec<(&str, _)> = ends.into_iter().flatten().collect();
        // Directed is said of an edge, or of all of its graph that do not say otherwise.
        let usual = || attribute(edge.parent()?, "edgedefault");
        let direction = attribute(edge, "directed").or_else(usual);
        let is_directed = |(kind, _): &super::list::Value| matches!(kind.as_str(), "true" | "directed");
        values.extend(direction.filter(is_directed).map(|value| ("direction", value)));
        data(edge, &names, &mut values);
        tables.tie(edge, &values);
    }
    let hyperedges = elements("hyperedge").count();
    if hyperedges > 0 {
        tables.mapping.columns.push(ColumnReading {
            file: tables.file.to_owned(),
            column: "hyperedge".to_owned(),
            read_as: String::new(),
            note: format!("{hyperedges} of them: a tie joins two"),
        });
    }
}

/// Adds the data of a node or an edge, by the names of their keys.
fn data<'n>(node: Node<'_, '_>, names: &'n BTreeMap<String, String>, values: &mut Vec<(&'n str, super::list::Value)>) {
    for element in children(node, "data") {
        let key = attribute(element, "key").map(|(key, _)| key).unwrap_or_default();
        if let Some(name) = names.get(&key) {
            let (text, place) = content(element);
            values.push((name, (text.trim().to_owned(), place)));
        }
    }
}
