//! A dataset as GEXF 1.3, the dynamic graph that Gephi reads.

use super::super::{
    Actor, ActorKind, Censoring, Confidence, Dataset, Dyad, Prominence, Region, Texts, Tie, TieDirection, TieId,
    TieText,
};
use super::rows::{sheets, word};
use super::xml::Xml;
use super::{Written, left_out};
use crate::time::{Date, Precision, Spell};

/// The dataset as GEXF: one node for each actor, one edge for each dyad, with its spells and, for each of them, stance,
/// name of the stance, confidence and reason as dynamic attributes.
///
/// GEXF knows days alone, and both ends belong to an interval. A vague date begins with its first day; what is written
/// as `end` is the day before the first on which a tie no longer held. Where a date is vague, `dates` has both as the
/// table has them.
pub fn gexf(dataset: &Dataset) -> Written<String> {
    let none = Texts::default();
    let texts = dataset.texts().unwrap_or(&none);
    let info = dataset.info();
    let mut xml = Xml::new();
    let schema = "http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd";
    xml.open(
        "gexf",
        &[
            ("xmlns", Some("http://gexf.net/1.3")),
            ("xmlns:viz", Some("http://gexf.net/1.3/viz")),
            ("xmlns:xsi", Some("http://www.w3.org/2001/XMLSchema-instance")),
            ("xsi:schemaLocation", Some(schema)),
            ("version", Some("1.3")),
        ],
    );
    xml.open("meta", &[]);
    xml.text("creator", concat!("Détente ", env!("CARGO_PKG_VERSION")));
    xml.text("description", &info.title);
    xml.close();
    let [start, after] = [info.calendar.date(info.first_year), info.calendar.date(info.last_year).following()];
    let (start, end) = (first_day(start), day_before(after).unwrap_or_default());
    xml.open(
        "graph",
        &[
            ("mode", Some("dynamic")),
            ("defaultedgetype", Some("undirected")),
            ("timeformat", Some("date")),
            ("timerepresentation", Some("interval")),
            ("start", Some(&start)),
            ("end", Some(&end)),
        ],
    );
    attributes(&mut xml, "node", "static", &NODE);
    attributes(&mut xml, "edge", "dynamic", &EDGE);
    xml.open("nodes", &[]);
    for (index, actor) in dataset.actors().iter().enumerate() {
        node(&mut xml, actor, texts.names.get(index).map_or("", String::as_str));
    }
    xml.close();
    xml.open("edges", &[]);
    for (number, (dyad, ties)) in dataset.dyads().enumerate() {
        edge(&mut xml, dataset, texts, (number, dyad), &ties.collect::<Vec<_>>());
    }
    let mut left_out = left_out(&sheets(dataset), &["actors.csv", "ties.csv"]);
    left_out.push("what the descriptor says beside the title and the years".to_owned());
    if !dataset.tables().effective.is_empty() {
        left_out.push("ties beside those that count at the same time".to_owned());
    }
    if dataset.tables().ties.iter().any(|tie| tie.manner.censoring() != Censoring::NONE) {
        left_out.push("what is not known of the ends of ties".to_owned());
    }
    Written { content: xml.finish(), left_out }
}

/// The attributes of nodes: name and type.
const NODE: [(&str, &str); 4] =
    [("name", "string"), ("kind", "string"), ("region", "string"), ("prominence", "integer")];
/// The attributes of edges.
const EDGE: [(&str, &str); 8] = [
    ("stance", "integer"),
    ("stance name", "string"),
    ("weight", "double"),
    ("direction", "string"),
    ("group", "string"),
    ("confidence", "string"),
    ("why", "string"),
    ("dates", "string"),
];

fn attributes(xml: &mut Xml, class: &str, mode: &str, all: &[(&str, &str)]) {
    xml.open("attributes", &[("class", Some(class)), ("mode", Some(mode))]);
    for (name, kind) in all {
        xml.empty("attribute", &[("id", Some(name)), ("title", Some(name)), ("type", Some(kind))]);
    }
    xml.close();
}

fn node(xml: &mut Xml, actor: &Actor, name: &str) {
    let (start, end) = (actor.from.map(first_day), actor.to.and_then(day_before));
    xml.open(
        "node",
        &[
            ("id", Some(&actor.code)),
            ("label", Some(&actor.short_name)),
            ("start", start.as_deref()),
            ("end", end.as_deref()),
        ],
    );
    xml.open("attvalues", &[]);
    let values = [
        name,
        word(&ActorKind::NAMES, &actor.kind),
        word(&Region::NAMES, &actor.region),
        word(&Prominence::NAMES, &actor.prominence),
    ];
    for ((key, _), value) in NODE.iter().zip(values).filter(|(_, value)| !value.is_empty()) {
        xml.empty("attvalue", &[("for", Some(key)), ("value", Some(value))]);
    }
    xml.close();
    if let Some(position) = actor.position {
        // Gephi counts from below.
        let (x, y) = (position.x.to_string(), (1.0 - position.y).to_string());
        xml.empty("viz:position", &[("x", Some(&x)), ("y", Some(&y))]);
    }
    xml.close();
}

fn edge(xml: &mut Xml, dataset: &Dataset, texts: &Texts, (number, dyad): (usize, Dyad), ties: &[TieId]) {
    let [low, high] = dyad.both().map(|end| dataset.actor(end).code.as_str());
    // An edge has one direction for all time: that of its ties, where they agree.
    let mut directions = ties.iter().map(|id| direction(dataset.tie(*id)));
    let first = directions.next().filter(|first| directions.all(|other| other == *first));
    let (kind, [source, target]) = match first {
        Some(TieDirection::AToB) => (Some("directed"), [low, high]),
        Some(TieDirection::BToA) => (Some("directed"), [high, low]),
        _ => (None, [low, high]),
    };
    let id = number.to_string();
    xml.open("edge", &[("id", Some(&id)), ("source", Some(source)), ("target", Some(target)), ("type", kind)]);
    let none = TieText::default();
    xml.open("attvalues", &[]);
    for id in ties {
        let tie = dataset.tie(*id);
        let text = texts.ties.get(dataset.row(*id).index()).unwrap_or(&none);
        let (start, end) = interval(tie.spell);
        let values = values(dataset, tie, text);
        for (key, value) in values.into_iter().filter(|(key, _)| kind.is_none() || *key != "direction") {
            xml.empty(
                "attvalue",
                &[("for", Some(key)), ("value", Some(&value)), ("start", Some(&start)), ("end", end.as_deref())],
            );
        }
    }
    xml.close();
    xml.open("spells", &[]);
    for id in ties {
        let (start, end) = interval(dataset.tie(*id).spell);
        xml.empty("spell", &[("start", Some(&start)), ("end", end.as_deref())]);
    }
    xml.close();
    xml.close();
}

/// The attributes of a tie that say something.
fn values(dataset: &Dataset, tie: &Tie, text: &TieText) -> Vec<(&'static str, String)> {
    let Spell { from, to } = tie.spell;
    let is_vague = |date: Date| date.precision() != Precision::Day || date.is_doubtful();
    let dates = || format!("{from}/{}", to.map_or_else(|| "..".to_owned(), |to| to.to_string()));
    let values = [
        tie.stance.value().to_string(),
        dataset.info().stance_name(tie.stance).to_owned(),
        tie.weight.map_or(String::new(), |weight| weight.to_string()),
        Some(direction(tie))
            .filter(|way| *way != TieDirection::Both)
            .map_or("", |way| word(&TieDirection::NAMES, &way))
            .into(),
        text.group.clone(),
        word(&Confidence::NAMES, &tie.confidence).to_owned(),
        text.why.clone(),
        if is_vague(from) || to.is_some_and(is_vague) { dates() } else { String::new() },
    ];
    EDGE.iter().map(|(key, _)| *key).zip(values).filter(|(_, value)| !value.is_empty()).collect()
}

/// Which way a tie points between the two of its dyad, the one first in the table as `a`.
fn direction(tie: &Tie) -> TieDirection {
    match tie.manner.direction() {
        TieDirection::AToB if tie.a > tie.b => TieDirection::BToA,
        TieDirection::BToA if tie.a > tie.b => TieDirection::AToB,
        own => own,
    }
}

/// The first day of a spell and its last, if it has ended.
fn interval(spell: Spell) -> (String, Option<String>) {
    (first_day(spell.from), spell.to.and_then(day_before))
}

/// The first day that a date can mean.
fn first_day(date: Date) -> String {
    let first = date.at_its_first_day();
    format!("{:04}-{:02}-{:02}", first.year(), first.month(), first.day())
}

/// The day before the first that a date can mean; there is none before the first year.
fn day_before(date: Date) -> Option<String> {
    let first = date.at_its_first_day();
    let (mut year, mut month, day) = (first.year(), first.month(), first.day());
    if day > 1 {
        return Some(format!("{year:04}-{month:02}-{:02}", day - 1));
    }
    (year, month) = if month > 1 { (year, month - 1) } else { (year - 1, 12) };
    let last = (28..=31).rev().find_map(|day| Date::from_ymd(year, month, day).ok())?;
    Some(last.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_has_both_its_ends() {
        let days = |from: &str, to: &str| interval(Spell { from: from.parse().expect("a date"), to: to.parse().ok() });
        let day = |text: &str| Some(text.to_owned());
        assert_eq!(days("1950-06-25", "1953-07-27"), ("1950-06-25".to_owned(), day("1953-07-26")));
        assert_eq!(days("1950", "1953"), ("1950-01-01".to_owned(), day("1952-12-31")));
        assert_eq!(days("1951-02~", "1952-03"), ("1951-02-01".to_owned(), day("1952-02-29")));
        assert_eq!(days("1950", ""), ("1950-01-01".to_owned(), None));
    }
}
