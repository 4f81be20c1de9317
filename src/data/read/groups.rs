//! A table of members of groups with columns of its own: who fought in which war, who belonged to which alliance.

use super::super::draft::{RawTable, Record};
use super::super::mapping::Mapping;
use super::super::schema::{Column, MEMBERS};
use super::columns::{DateColumns, Head};
use super::instants::plain;
use super::synonyms::{FROM, GROUP, MEMBER, SIDE, TO, UNTIL};

/// Whether these are the names of the columns of such a table.
pub(super) fn has_columns(names: &[String]) -> bool {
    let has = |all: &[&str]| names.iter().any(|name| all.contains(&name.as_str()));
    has(&GROUP) && has(&MEMBER) && has(&FROM)
}

/// The table of the format that such a table tells. Every value keeps its place.
pub(super) fn of_table(table: RawTable, mapping: &mut Mapping) -> RawTable {
    let mut head = Head::of(&table);
    let group = head.take("group", &GROUP, "");
    let actor = head.take("actor", &MEMBER, "");
    let from = head.take("from", &FROM, "").map(|at| head.with_parts(at));
    let to = head.take("to", &TO, "the first day on which it no longer belonged to it");
    let until = head.take("until", &UNTIL, "the last day, month or year on which it belonged to it");
    let until = until.map(|at| head.with_parts(at));
    let side = head.take("side", &SIDE, "those of one side are allies, those of different sides at war");
    mapping.columns.extend(head.listed());
    let whole = |columns: Option<DateColumns>| columns.map(|columns| columns.whole);
    let columns: Vec<(usize, &'static Column)> = [
        (group, "group"),
        (actor, "actor"),
        (whole(from), "from"),
        (to, "to"),
        (whole(until), "until"),
        (side, "side"),
    ]
    .into_iter()
    .filter_map(|(at, name)| Some((at?, MEMBERS.column(name)?)))
    .collect();
    let record = |record: &Record| {
        let date = |columns: Option<DateColumns>| columns.map_or(String::new(), |columns| columns.date(record));
        let value = |(at, column): &(usize, &'static Column)| match column.name {
            "from" => date(from),
            "to" => plain(record.value(*at)),
            "until" => date(until),
            _ => record.value(*at).to_owned(),
        };
        Record { offset: record.offset, fields: columns.iter().map(value).collect(), spans: Vec::new() }
    };
    let name = |at: usize| table.head.fields.get(at).unwrap_or_default();
    let fields = columns.iter().map(|(at, _)| name(*at)).collect();
    let head = Record { offset: table.head.offset, fields, spans: Vec::new() };
    let records = table.records.iter().map(record).collect();
    let meanings = columns.iter().map(|(_, column)| Some(*column)).collect();
    let origin = columns.iter().map(|(at, _)| *at).collect();
    RawTable { schema: &MEMBERS, head, meanings, records, origin, ..table }
}
