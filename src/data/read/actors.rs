//! Who the actors are: from a table with columns of its own, or from the ties that name them.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Limit;
use super::super::draft::{RawTable, Record};
use super::super::mapping::{ColumnReading, Mapping};
use super::super::report::Findings;
use super::super::rules::{SEPARATORS, hidden, separator};
use super::super::schema::{ACTORS, Column, Kind, MEMBERS, Schema, TIES};
use super::instants::{intervals, plain};
use super::synonyms::{ACTOR, NAME, SPELLS, squashed};

/// The id of each actor by the text that names it.
///
/// A text that can be an id is one. Of any other the id has its letters and digits, with a low line in the place of
/// everything else, and a number where two would be the same.
#[derive(Debug, Default)]
pub(super) struct Codes(BTreeMap<String, String>);

impl Codes {
    fn of<'t>(texts: impl Iterator<Item = &'t str> + Clone) -> Self {
        let is_code = |text: &&str| separator(text, SEPARATORS).is_none() && hidden(text).is_none();
        let mut taken: BTreeSet<String> = texts.clone().filter(is_code).map(str::to_owned).collect();
        let mut codes = BTreeMap::new();
        for text in texts {
            if codes.contains_key(text) {
                continue;
            }
            let code = if is_code(&text) { text.to_owned() } else { free(&slug(text), &taken) };
            taken.insert(code.clone());
            codes.insert(text.to_owned(), code);
        }
        Self(codes)
    }

    /// The id of the actor that a text names.
    pub(super) fn find(&self, text: &str) -> Option<&str> {
        self.0.get(text).map(String::as_str)
    }
}

/// The letters and digits of a text, with a low line in the place of everything else.
fn slug(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<&str>>().join("_");
    if slug.is_empty() { "actor".to_owned() } else { slug }
}

/// The slug, with a number where it is taken.
fn free(slug: &str, taken: &BTreeSet<String>) -> String {
    if !taken.contains(slug) {
        return slug.to_owned();
    }
    let numbers = 2..taken.len() + 3;
    numbers.map(|number| format!("{slug}_{number}")).find(|code| !taken.contains(code)).unwrap_or_default()
}

/// The columns of a table that name actors.
fn naming(schema: &Schema) -> &'static [&'static str] {
    match schema.file {
        file if file == TIES.file => &["a", "b"],
        file if file == MEMBERS.file => &["actor"],
        _ => &[],
    }
}

/// Makes tables of actors of those who are named in tables of ties and of members, one for each, and writes their ids
/// into those tables. `None`, and a finding, when there are too many.
pub(super) fn derived(tables: &mut [RawTable], findings: &mut Findings) -> Option<(Vec<RawTable>, Codes)> {
    let named: Vec<(usize, usize, usize)> =
        tables.iter().enumerate().flat_map(|(at, table)| places(at, table)).collect();
    let value = |(table, record, column): &(usize, usize, usize)| {
        let table = &tables[*table];
        table.records[*record].value(*column)
    };
    let codes = Codes::of(named.iter().map(value).filter(|text| !text.is_empty()));
    let count = codes.0.len();
    if count > findings.limits.of(Limit::Actors) {
        let file = tables.first().map_or(ACTORS.file, |table| &table.file);
        findings.push(findings.exceeded(Limit::Actors, count, file, &format!("the ties name {count} actors")));
        return None;
    }
    let mut seen = BTreeSet::new();
    let mut records: Vec<Vec<Record>> = vec![Vec::new(); tables.len()];
    for place in &named {
        let (at, record, column) = *place;
        let text = value(place);
        if let Some(code) = codes.find(text).filter(|_| seen.insert(text)) {
            let record = &tables[at].records[record];
            let span = tables[at].span(record, column);
            let fields = [code, if code == text { "" } else { text }].into_iter().collect();
            records[at].push(Record { offset: record.offset, fields, spans: vec![span, span] });
        }
    }
    let made = tables.iter().zip(records).map(|(table, records)| of_records(table, records)).collect();
    for table in tables {
        write_ids(table, &codes);
    }
    Some((made, codes))
}

/// Every place of a table that names an actor.
fn places(at: usize, table: &RawTable) -> Vec<(usize, usize, usize)> {
    let columns: Vec<usize> = naming(table.schema).iter().filter_map(|name| table.column(name)).collect();
    (0..table.records.len()).flat_map(|record| columns.iter().map(move |column| (at, record, *column))).collect()
}

/// A table of actors whose rows stand in the lines of another.
fn of_records(table: &RawTable, records: Vec<Record>) -> RawTable {
    RawTable {
        schema: &ACTORS,
        file: table.file.clone(),
        text: table.text.clone(),
        delimiter: table.delimiter,
        head: Record { offset: table.head.offset, fields: ["id", "name"].into_iter().collect(), spans: Vec::new() },
        meanings: vec![ACTORS.column("id"), ACTORS.column("name")],
        records,
        malformed: Vec::new(),
        origin: Vec::new(),
    }
}

/// Writes ids in the place of the texts that name actors.
pub(super) fn write_ids(table: &mut RawTable, codes: &Codes) {
    let columns: Vec<usize> = naming(table.schema).iter().filter_map(|name| table.column(name)).collect();
    for record in &mut table.records {
        let changed = columns.iter().any(|column| {
            let text = record.fields.get(*column).unwrap_or_default().trim();
            codes.find(text).is_some_and(|code| code != text)
        });
        if changed {
            let field =
                |(at, field)| if columns.contains(&at) { codes.find(str::trim(field)).unwrap_or(field) } else { field };
            record.fields = record.fields.iter().enumerate().map(field).collect();
        }
    }
}

/// The table of the format that another table of actors tells, and the ids by which its ties name them.
pub(super) fn of_nodes(table: RawTable, mapping: &mut Mapping) -> (RawTable, Codes) {
    let names: Vec<String> = table.columns().map(squashed).collect();
    let find = |others: &[&str]| others.iter().find_map(|other| names.iter().position(|name| name == other));
    let spells = find(&SPELLS);
    // Where no column is an id, ties name actors by their names.
    let key = find(ACTOR[0].1).or_else(|| find(&NAME));
    let mut columns: Vec<(usize, &'static Column)> = Vec::new();
    for (name, others) in &ACTOR {
        let is_date = matches!(*name, "from" | "to" | "until");
        let at = match *name {
            "id" => key,
            "name" => others.iter().filter_map(|other| find(&[*other])).find(|at| Some(*at) != key).or(key),
            _ => find(others),
        };
        let (Some(at), Some(column)) = (at.filter(|_| !is_date || spells.is_none()), ACTORS.column(name)) else {
            continue;
        };
        let is_free = *name == "name" || columns.iter().all(|(other, _)| *other != at);
        if is_free && fits(&table, at, column) {
            columns.push((at, column));
        }
    }
    for (at, name) in table.columns().enumerate() {
        let column = columns.iter().find(|(other, _)| *other == at).map(|(_, column)| column.name);
        if column == Some(name) || (name.is_empty() && !table.has_values(at)) {
            continue;
        }
        let (read_as, note) = match column {
            Some(column) => (column, ""),
            None if spells == Some(at) => ("from", "and until: from the first interval to the last"),
            None => ("", "nothing is drawn of it"),
        };
        let (file, column) = (table.file.clone(), name.to_owned());
        mapping.columns.push(ColumnReading { file, column, read_as: read_as.into(), note: note.into() });
    }
    let id = columns.iter().find(|(_, column)| column.name == "id").map_or(0, |(at, _)| *at);
    let codes = Codes::of(table.records.iter().map(|record| record.value(id)).filter(|text| !text.is_empty()));
    let table = with_columns(table, (&columns, id), spells, &codes);
    (table, codes)
}

/// Whether the values of a column can be those of the format: a column that only has the name is left alone.
fn fits(table: &RawTable, at: usize, column: &Column) -> bool {
    let mut values = table.records.iter().map(|record| record.value(at)).filter(|value| !value.is_empty());
    match &column.kind {
        Kind::Words(words) => values.all(|value| words.contains(&value)),
        Kind::Number(range) => values.all(|value| value.parse().is_ok_and(|number: f64| range.contains(&number))),
        _ => true,
    }
}

fn with_columns(
    table: RawTable,
    (columns, id): (&[(usize, &'static Column)], usize),
    spells: Option<usize>,
    codes: &Codes,
) -> RawTable {
    let life = |name: &'static str| spells.and_then(|at| Some((at, ACTORS.column(name)?)));
    let all: Vec<(usize, &'static Column)> =
        columns.iter().copied().chain(["from", "to", "until"].into_iter().filter_map(life)).collect();
    let record = |record: &Record| {
        let found = spells.and_then(|at| intervals(record.value(at))).unwrap_or_default();
        let last = found.last().cloned().unwrap_or_default();
        let first = found.into_iter().next().unwrap_or_default();
        let value = |(at, column): &(usize, &'static Column)| {
            let text = record.value(*at);
            match (column.name, spells == Some(*at)) {
                ("id", _) => codes.find(text).unwrap_or(text).to_owned(),
                // An id that could not stand is still the actor's name; any other is both as it is.
                ("name", _) if *at == id && codes.find(text) == Some(text) => String::new(),
                ("from", true) => first.from.clone(),
                ("to", true) => last.to.clone(),
                ("until", true) => last.until.clone(),
                ("from" | "to" | "until", false) => plain(text),
                _ => text.to_owned(),
            }
        };
        let spans = if record.spans.is_empty() {
            Vec::new()
        } else {
            all.iter().map(|(at, _)| table.span(record, *at)).collect()
        };
        Record { offset: record.offset, fields: all.iter().map(value).collect(), spans }
    };
    let name = |at: usize| table.head.fields.get(at).unwrap_or_default();
    let fields = all.iter().map(|(at, _)| name(*at)).collect();
    let head = Record { offset: table.head.offset, fields, spans: Vec::new() };
    let records = table.records.iter().map(record).collect();
    let meanings = all.iter().map(|(_, column)| Some(*column)).collect();
    let origin = all.iter().map(|(at, _)| *at).collect();
    RawTable { schema: &ACTORS, head, meanings, records, origin, ..table }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_can_be_an_id_is_one() {
        let codes = Codes::of(["A B", "A_B", "Austria-Hungary", "A-B", "200", "Côte d’Ivoire", "–", "A B"].into_iter());
        let code = |text: &str| codes.find(text).unwrap_or_default();
        assert_eq!(code("A_B"), "A_B");
        assert_eq!([code("A B"), code("A-B")], ["A_B_2", "A_B_3"]);
        assert_eq!([code("Austria-Hungary"), code("200")], ["Austria_Hungary", "200"]);
        assert_eq!([code("Côte d’Ivoire"), code("–")], ["Côte_d_Ivoire", "–"]);
    }
}
