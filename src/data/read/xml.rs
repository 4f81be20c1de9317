//! What graphs in XML have in common: elements and attributes with their places, collected as rows.

use roxmltree::Node;

use super::super::Limit;
use super::super::mapping::Mapping;
use super::list::{List, Span, Value};

/// The tables of a graph while it is read.
pub(super) struct Tables<'t, 'm> {
    pub(super) file: &'t str,
    pub(super) actors: List<'t>,
    pub(super) ties: List<'t>,
    pub(super) mapping: &'m mut Mapping,
    /// The first limit that was exceeded, with what was found: nothing is added from then on.
    pub(super) excess: Option<(Limit, usize)>,
}

impl Tables<'_, '_> {
    /// Adds an actor, unless there are too many.
    pub(super) fn actor(&mut self, node: Node<'_, '_>, values: &[(&str, Value)]) {
        if self.excess.is_none() {
            add(&mut self.actors, node, values);
            self.excess = excess(&self.actors, Limit::Actors);
        }
    }

    /// Adds a row of ties, unless there are too many.
    pub(super) fn tie(&mut self, node: Node<'_, '_>, values: &[(&str, Value)]) {
        if self.excess.is_none() {
            add(&mut self.ties, node, values);
            self.excess = excess(&self.ties, Limit::TieRows);
        }
    }
}

/// The limit that a list exceeds, with what there is.
fn excess(list: &List<'_>, rows: Limit) -> Option<(Limit, usize)> {
    let is_too_long = list.len() > list.limits().of(rows);
    is_too_long.then_some((rows, list.len())).or_else(|| list.excess())
}

fn add(list: &mut List<'_>, node: Node<'_, '_>, values: &[(&str, Value)]) {
    let range = node.range();
    // The place of an element is that of its opening tag.
    let place = (range.start, (range.start + 1).min(range.end));
    let values = values.iter().map(|(name, value)| (list.column(name, place), value.clone())).collect();
    list.push(place, values);
}

/// An attribute with its place.
pub(super) fn attribute(node: Node<'_, '_>, name: &str) -> Option<Value> {
    let found = node.attributes().find(|attribute| attribute.name() == name)?;
    let range = found.range_value();
    Some((found.value().to_owned(), (range.start, range.end)))
}

/// The text of an element with its place.
pub(super) fn content(node: Node<'_, '_>) -> Value {
    let texts = || node.children().filter(Node::is_text);
    let place = |node: Node<'_, '_>| -> Span { (node.range().start, node.range().end) };
    let text: String = texts().filter_map(|text| text.text()).collect();
    (text, texts().next().map_or_else(|| place(node), place))
}

/// The elements of a name directly below another.
pub(super) fn children<'a, 'i: 'a>(node: Node<'a, 'i>, name: &'a str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| child.is_element() && child.tag_name().name() == name)
}
