//! Members of groups made ties: two who belong to one group at the same time are allies, on the warmest rung of the
//! ladder; two who stand on different sides of it are at war, on the coldest.

use std::collections::{BTreeMap, BTreeSet};

use super::super::draft::{Draft, RawTable, Record, Row};
use super::super::schema::{ACTORS, Column, MEMBERS, TIES};
use super::super::validate::dates::UNKNOWN;
use super::super::{Limit, Problem, arrange};
use super::instants::parse;
use crate::time::Date;

/// A member while it belongs to a group.
struct Member<'d> {
    row: Row<'d>,
    actor: &'d str,
    side: &'d str,
    from: Date,
    /// The instant at which it ends.
    end: f64,
    /// The column that says when.
    end_column: &'static str,
}

/// The table of ties that the members of the draft make; `Err` when they make too many.
pub(super) fn ties(draft: &Draft) -> Result<Option<RawTable>, Box<Problem>> {
    let Some(table) = draft.table(MEMBERS.file) else { return Ok(None) };
    let actors: BTreeSet<&str> = draft
        .tables_of(ACTORS.file)
        .flat_map(RawTable::rows)
        .filter_map(|row| row.cell("id"))
        .map(|cell| cell.text)
        .collect();
    let mut groups: BTreeMap<&str, Vec<Member<'_>>> = BTreeMap::new();
    for row in table.rows() {
        // A row that is wrong is reported by itself.
        let Some(member) = member(row).filter(|member| actors.contains(member.actor)) else { continue };
        let group = row.cell("group").map_or("", |cell| cell.text);
        groups.entry(group).or_default().push(member);
    }
    let ends = draft.ladder_ends();
    let [most, most_pairs] = [Limit::Ties, Limit::Pairs].map(|limit| draft.findings.limits.of(limit));
    let mut records = Vec::new();
    let mut looked_at = 0;
    for members in groups.values_mut() {
        arrange(members, &|one, other| one.from.cmp(&other.from));
        let mut present: Vec<usize> = Vec::new();
        for later in 0..members.len() {
            let start = members[later].from.instant();
            looked_at += present.len();
            present.retain(|earlier| members[*earlier].end > start);
            for earlier in &present {
                if members[*earlier].actor != members[later].actor {
                    records.push(record(table, &members[*earlier], &members[later], ends));
                }
            }
            if records.len() > most || looked_at > most_pairs {
                let (limit, found, what) = match records.len() {
                    ties if ties > most => (Limit::Ties, ties, "ties"),
                    _ => (Limit::Pairs, looked_at, "pairs to look at"),
                };
                let what = format!("the members make {found} {what} and more");
                let problem = draft.findings.exceeded(limit, found, &table.file, &what);
                let hint = format!("give large groups as ties of each member with the group, or {}", problem.hint);
                return Err(Box::new(problem.hint(hint)));
            }
            present.push(later);
        }
    }
    Ok(Some(of_records(table, records)))
}

fn member(row: Row<'_>) -> Option<Member<'_>> {
    let text = |column: &str| row.cell(column).map_or("", |cell| cell.text);
    let from = parse(text("from"))?;
    let (end, end_column) = match (text("to"), text("until")) {
        ("" | UNKNOWN, "") => (f64::MAX, "to"),
        ("", UNKNOWN) => (f64::MAX, "until"),
        ("", until) => (parse(until)?.instant_after(), "until"),
        (to, "") => {
            let to = parse(to)?;
            // A vague end means any day of its month or year.
            (if to.instant() <= from.instant() { to.instant_after() } else { to.instant() }, "to")
        }
        _ => return None,
    };
    let is_whole = end > from.instant() && !text("group").is_empty() && !text("actor").is_empty();
    is_whole.then(|| Member { row, actor: text("actor"), side: text("side"), from, end, end_column })
}

/// The tie of two members: from the day on which the later one came to the day on which the first of them left. Those
/// of one side stand on the warmest rung, those of two on the coldest.
fn record(table: &RawTable, earlier: &Member<'_>, later: &Member<'_>, [coldest, warmest]: [i8; 2]) -> Record {
    let first_to_leave = if earlier.end < later.end { earlier } else { later };
    let stance = if earlier.side == later.side { warmest } else { coldest }.to_string();
    let end = |column: &'static str| (first_to_leave.end_column == column).then_some((first_to_leave, column));
    let cells = [
        Some((earlier, "actor")),
        Some((later, "actor")),
        Some((later, "from")),
        end("to"),
        end("until"),
        Some((later, "side")),
        Some((later, "group")),
        Some((later, "sources")),
    ];
    let (mut values, mut spans) = (Vec::with_capacity(cells.len()), Vec::with_capacity(cells.len()));
    for cell in cells {
        let place = cell.and_then(|(member, column)| Some((member.row.record(), table.column(column)?)));
        values.push(place.map_or("", |(record, column)| record.value(column)));
        // Where there is no such column, it is the actor's that is meant.
        let (record, column) = place.unwrap_or((later.row.record(), table.column("actor").unwrap_or_default()));
        spans.push(table.span(record, column));
    }
    values[5] = &stance;
    let sources = [earlier, later].map(|member| member.row.cell("sources").map_or("", |cell| cell.text));
    let sources = if sources[0] == sources[1] { sources[0].to_owned() } else { sources.join(" ") };
    values[7] = sources.trim();
    Record { offset: later.row.record().offset, fields: values.into_iter().collect(), spans }
}

fn of_records(table: &RawTable, records: Vec<Record>) -> RawTable {
    const COLUMNS: [&str; 8] = ["a", "b", "from", "to", "until", "stance", "group", "sources"];
    let meanings: Vec<Option<&'static Column>> = COLUMNS.iter().map(|name| TIES.column(name)).collect();
    RawTable {
        schema: &TIES,
        file: table.file.clone(),
        text: table.text.clone(),
        delimiter: table.delimiter,
        head: Record { offset: table.head.offset, fields: COLUMNS.iter().collect(), spans: Vec::new() },
        meanings,
        records,
        malformed: Vec::new(),
        origin: Vec::new(),
    }
}
