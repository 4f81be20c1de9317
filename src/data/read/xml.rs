//! What graphs in XML have in common: elements and attributes with their places, collected as rows.

use roxmltree::Node;

use super::super::limits;
use super::super::mapping::Mapping;
use super::list::{List, Span, Value};

/// The tables of a graph while it is read.
pub(super) struct Tables<'t, 'm> {
    pub(super) file: &'t str,
    pub(super) actors: List<'t>,
    pub(super) ties: List<'t>,
    pub(super) mapping: &'m mut Mapping,
    pub(super) is_too_long: bool,
}

impl Tables<'_, '_> {
    /// Adds an actor, unless there are too many.
    pub(super) fn actor(&mut self, node: Node<'_, '_>, values: &[(&str, Value)]) {
        self.is_too_long |= self.actors.len() >= limits::ACTORS;
        if !self.is_too_long {
            add(&mut self.actors, node, values);
        }
    }

    /// Adds a row of ties, unless there are too many.
    pub(super) fn tie(&mut self, node: Node<'_, '_>, values: &[(&str, Value)]) {
        self.is_too_long |= self.ties.len() >= limits::YEARLY_ROWS;
        if !self.is_too_long {
            add(&mut self.ties, node, values);
        }
    }
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
