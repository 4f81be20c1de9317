//! GEXF 1.2 and 1.3, as Gephi writes them: nodes and edges that begin and end, and attributes that change.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::Node;

use super::super::Limit;
use super::super::mapping::ColumnReading;
use super::instants::intervals;
use super::list::Value;
use super::synonyms::{KIND, STANCE, WEIGHT, squashed};
use super::xml::{Tables, attribute, children};

/// An attribute as the document declares it.
struct Declared {
    title: String,
    default: Option<Value>,
}

/// Attributes of an edge that may change with its stance.
const BESIDE: [&str; 5] = ["weight", "direction", "group", "why", "confidence"];

/// The declared attributes of a class, by id.
type Attributes = BTreeMap<String, Declared>;

/// One interval: its first day, the first day after it, its last day. Of the last two at most one is given.
#[derive(Clone, Default)]
struct Life {
    from: Option<Value>,
    to: Option<Value>,
    until: Option<Value>,
}

/// A value of an attribute, and when it holds.
struct Attribute<'d> {
    declared: &'d Declared,
    value: Value,
    life: Life,
}

/// Reads the graph of a document.
pub(super) fn read(root: Node<'_, '_>, tables: &mut Tables<'_, '_>) {
    let Some(graph) = children(root, "graph").next() else { return };
    let [of_nodes, of_edges] = ["node", "edge"].map(|class| declared(graph, class));
    // Each node and edge has a value of every attribute.
    let widest = of_nodes.len().max(of_edges.len());
    if widest > tables.actors.limits().of(Limit::Columns) {
        tables.excess = Some((Limit::Columns, widest));
        return;
    }
    // What has no beginning of its own has that of the graph.
    let first = attribute(graph, "start").or_else(|| attribute(graph, "timestamp"));
    let usual = attribute(graph, "defaultedgetype");
    let elements = |name: &'static str| graph.descendants().filter(move |node| node.tag_name().name() == name);
    let places = Places::of(elements("node"));
    let mut unread = BTreeSet::new();
    for node in elements("node") {
        if tables.excess.is_some() {
            return;
        }
        let lives = lives(node);
        let life = Life {
            from: lives.first().and_then(|life| life.from.clone()),
            ..lives.last().cloned().unwrap_or_default()
        };
        let mut values = named(node, &[("id", "id"), ("label", "label")]);
        put(&mut values, &life);
        values.extend(places.of_node(node));
        for attribute in attributes(node, &of_nodes) {
            if attribute.life.is_open() {
                values.push((&attribute.declared.title, attribute.value));
            } else {
                unread.insert(("node", attribute.declared.title.as_str()));
            }
        }
        tables.actor(node, &values);
    }
    for edge in elements("edge") {
        if tables.excess.is_some() {
            return;
        }
        edge_rows(edge, &of_edges, [first.as_ref(), usual.as_ref()], &mut unread, tables);
    }
    for (class, title) in unread {
        tables.mapping.columns.push(ColumnReading {
            file: tables.file.to_owned(),
            column: title.to_owned(),
            read_as: String::new(),
            note: format!("an attribute of a {class} that changes"),
        });
    }
}

/// The rows of an edge: one for each of its intervals, or for each value of an attribute that tells its stance.
fn edge_rows<'d>(
    edge: Node<'_, '_>,
    declared: &'d Attributes,
    [first, usual]: [Option<&Value>; 2],
    unread: &mut BTreeSet<(&'static str, &'d str)>,
    tables: &mut Tables<'_, '_>,
) {
    let lives = lives(edge);
    let fixed =
        [("source", "source"), ("target", "target"), ("weight", "weight"), ("kind", "kind"), ("label", "label")];
    let mut values = named(edge, &fixed);
    // Directed is said of an edge, or of all those that do not say otherwise.
    let direction = attribute(edge, "type").or_else(|| usual.cloned());
    values.extend(direction.filter(|(kind, _)| kind == "directed").map(|value| ("direction", value)));
    let (changing, constant): (Vec<_>, Vec<_>) =
        attributes(edge, declared).into_iter().partition(|attribute| !attribute.life.is_open());
    values.extend(constant.into_iter().map(|attribute| (attribute.declared.title.as_str(), attribute.value)));
    let telling = [STANCE.as_slice(), KIND.as_slice(), WEIGHT.as_slice()].into_iter().find_map(|names| {
        let tells = |one: &&Attribute<'_>| names.contains(&squashed(&one.declared.title).as_str());
        changing.iter().find(tells).map(|one| one.declared.title.as_str())
    });
    // What holds exactly as long as the stance belongs to the same tie.
    let mut beside: BTreeMap<[Option<&str>; 3], Vec<(&'d str, Value)>> = BTreeMap::new();
    for one in changing.iter().filter(|one| Some(one.declared.title.as_str()) != telling) {
        let title = one.declared.title.as_str();
        if telling.is_some() && BESIDE.contains(&title) {
            beside.entry(one.life.key()).or_default().push((title, one.value.clone()));
        } else {
            unread.insert(("edge", title));
        }
    }
    let mut row = |life: &Life, told: &[(&'d str, Value)]| {
        if tables.excess.is_some() {
            return;
        }
        let mut values = values.clone();
        let life = Life { from: life.from.clone().or_else(|| first.cloned()), ..life.clone() };
        put(&mut values, &life);
        values.extend_from_slice(told);
        tables.tie(edge, &values);
    };
    let Some(title) = telling else {
        for life in &lives {
            row(life, &[]);
        }
        return;
    };
    let whole =
        Life { from: lives.first().and_then(|life| life.from.clone()), ..lives.last().cloned().unwrap_or_default() };
    for one in changing.iter().filter(|one| one.declared.title == title) {
        let mut told = beside.get(&one.life.key()).cloned().unwrap_or_default();
        told.push((title, one.value.clone()));
        row(&one.life.within(&whole), &told);
    }
}

impl Life {
    fn is_open(&self) -> bool {
        self.from.is_none() && self.to.is_none() && self.until.is_none()
    }

    /// Its dates as they are written.
    fn key(&self) -> [Option<&str>; 3] {
        [&self.from, &self.to, &self.until].map(|date| date.as_ref().map(|(text, _)| text.as_str()))
    }

    /// This one, with the ends of another where it has none.
    fn within(&self, whole: &Self) -> Self {
        let from = self.from.clone().or_else(|| whole.from.clone());
        if self.to.is_some() || self.until.is_some() {
            return Self { from, ..self.clone() };
        }
        Self { from, to: whole.to.clone(), until: whole.until.clone() }
    }
}

/// The attributes of a class that the graph declares.
fn declared(graph: Node<'_, '_>, class: &str) -> Attributes {
    let lists = children(graph, "attributes").filter(|list| list.attribute("class") == Some(class));
    let one = |node: Node<'_, '_>| {
        let (id, _) = attribute(node, "id")?;
        let title = attribute(node, "title").map_or_else(|| id.clone(), |(title, _)| title);
        let default = children(node, "default").next().map(super::xml::content);
        Some((id, Declared { title, default }))
    };
    lists.flat_map(|list| children(list, "attribute").filter_map(one).collect::<Vec<_>>()).collect()
}

/// The values of the declared attributes of a node or an edge; the default of one that it does not give.
fn attributes<'d>(node: Node<'_, '_>, declared: &'d Attributes) -> Vec<Attribute<'d>> {
    let mut found = Vec::new();
    let mut given = BTreeSet::new();
    for list in children(node, "attvalues") {
        for one in children(list, "attvalue") {
            let id = attribute(one, "for").or_else(|| attribute(one, "id")).map(|(id, _)| id).unwrap_or_default();
            if let (Some((id, declared)), Some(value)) = (declared.get_key_value(&id), attribute(one, "value")) {
                given.insert(id.as_str());
                found.push(Attribute { declared, value, life: life(one) });
            }
        }
    }
    for (_, declared) in declared.iter().filter(|(id, _)| !given.contains(id.as_str())) {
        if let Some(value) = declared.default.clone() {
            found.push(Attribute { declared, value, life: Life::default() });
        }
    }
    found
}

/// Values of attributes of an element, under the names of columns.
fn named<'n>(node: Node<'_, '_>, names: &[(&'n str, &str)]) -> Vec<(&'n str, Value)> {
    names.iter().filter_map(|(column, name)| attribute(node, name).map(|value| (*column, value))).collect()
}

fn put(values: &mut Vec<(&str, Value)>, life: &Life) {
    let Life { from, to, until } = life.clone();
    let all = [("from", from), ("to", to), ("until", until)];
    values.extend(all.into_iter().filter_map(|(name, value)| value.map(|value| (name, value))));
}

/// When an element holds, by its own attributes: an end is its last day, an open end the first day after it.
fn life(node: Node<'_, '_>) -> Life {
    let first = |names: [&str; 2]| names.into_iter().find_map(|name| attribute(node, name));
    let at = attribute(node, "timestamp");
    Life {
        from: first(["start", "startopen"]).or_else(|| at.clone()),
        until: attribute(node, "end").or(at),
        to: attribute(node, "endopen"),
    }
}

/// When a node or an edge holds: one interval at least.
fn lives(node: Node<'_, '_>) -> Vec<Life> {
    // In GEXF 1.1 they are slices.
    let spells = [("spells", "spell"), ("slices", "slice")].into_iter().flat_map(|(list, one)| {
        children(node, list).flat_map(|list| children(list, one).map(life).collect::<Vec<_>>()).collect::<Vec<_>>()
    });
    let mut found: Vec<Life> = spells.collect();
    for name in ["intervals", "timestamps"] {
        let Some((text, place)) = attribute(node, name) else { continue };
        // `<[1950, 1951]>` is one interval of intervals, and two points of time.
        let text = if name == "timestamps" { text.replace(',', "];[") } else { text };
        let part = |text: String| (!text.is_empty()).then_some((text, place));
        let all = intervals(&text).unwrap_or_default().into_iter();
        found.extend(all.map(|one| Life { from: part(one.from), to: part(one.to), until: part(one.until) }));
    }
    if found.is_empty() {
        found.push(life(node));
    }
    found
}

/// Where Gephi has put the nodes, as shares of the square that holds them all; used where every node has a place.
struct Places {
    left: f64,
    top: f64,
    size: f64,
    all: bool,
}

impl Places {
    fn of<'a, 'i: 'a>(nodes: impl Iterator<Item = Node<'a, 'i>>) -> Self {
        let (mut xs, mut ys) = ((f64::MAX, f64::MIN), (f64::MAX, f64::MIN));
        let mut all = true;
        for node in nodes {
            let Some((x, y)) = point(node) else {
                all = false;
                break;
            };
            xs = (xs.0.min(x), xs.1.max(x));
            ys = (ys.0.min(y), ys.1.max(y));
        }
        let size = (xs.1 - xs.0).max(ys.1 - ys.0);
        let middle = |(low, high): (f64, f64)| low + (high - low) / 2.0;
        Self { left: middle(xs) - size / 2.0, top: middle(ys) + size / 2.0, size, all: all && size > 0.0 }
    }

    /// `x` and `y` of a node. Gephi counts upwards, pictures downwards.
    fn of_node(&self, node: Node<'_, '_>) -> Vec<(&'static str, Value)> {
        let Some((x, y)) = point(node).filter(|_| self.all) else { return Vec::new() };
        let range = node.range();
        let share = |share: f64| (format!("{:.4}", share.clamp(0.0, 1.0)), (range.start, range.start + 1));
        vec![("x", share((x - self.left) / self.size)), ("y", share((self.top - y) / self.size))]
    }
}

fn point(node: Node<'_, '_>) -> Option<(f64, f64)> {
    let position = children(node, "position").next()?;
    let number = |name: &str| position.attribute(name)?.parse::<f64>().ok().filter(|number| number.abs() < 1e9);
    Some((number("x")?, number("y")?))
}
