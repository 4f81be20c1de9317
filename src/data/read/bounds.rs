//! What a graph leaves to be understood: an edge holds no longer than its two nodes, and weighs 1 where it does not say.

use std::collections::{BTreeMap, BTreeSet};

use super::super::draft::{RawTable, Record};
use super::super::mapping::Mapping;
use super::super::suggestion::numbered;
use super::instants::{parse, plain};
use crate::time::Date;

/// A column's place: by what it means, or by its name where that is not decided yet.
fn find(table: &RawTable, name: &str) -> Option<usize> {
    table.column(name).or_else(|| table.columns().position(|other| other == name))
}

/// The place of a column, which is added where there is none.
fn place(table: &mut RawTable, name: &str) -> usize {
    if let Some(at) = find(table, name) {
        return at;
    }
    let at = table.head.fields.len();
    table.head.fields.push_field(name);
    table.meanings.push(None);
    for record in &mut table.records {
        let span = record.spans.first().copied().unwrap_or((record.offset, record.offset));
        record.fields.push_field("");
        record.spans.push(span);
    }
    at
}

fn set(table: &mut RawTable, row: usize, values: &[(usize, &str)]) {
    let record = &mut table.records[row];
    let value = |(at, old)| values.iter().find(|(other, _)| *other == at).map_or(old, |(_, value)| *value);
    record.fields = record.fields.iter().enumerate().map(value).collect();
}

/// The ties of a graph with all that is understood without being said; each rule that applies is told.
pub(super) fn understood(mut ties: RawTable, nodes: Option<&RawTable>, mapping: &mut Mapping) -> RawTable {
    usual(&mut ties, mapping);
    if let Some(nodes) = nodes {
        within_lives(&mut ties, ["source", "target"], nodes, mapping);
    }
    from_the_first_date(&mut ties, nodes, mapping);
    ties
}

/// Leaves out the edges of a graph that join a node to itself, which is no relation, and gives those without a weight
/// the usual one, where others have one.
fn usual(ties: &mut RawTable, mapping: &mut Mapping) {
    if let (Some(a), Some(b)) = (find(ties, "source"), find(ties, "target")) {
        let is_loop = |record: &Record| record.value(a) == record.value(b) && !record.value(a).is_empty();
        let loops = ties.records.iter().filter(|record| is_loop(record)).count();
        // A graph of such edges alone is a mistake, which the rules of ties report.
        if (1..ties.records.len()).contains(&loops) {
            ties.records.retain(|record| !is_loop(record));
            mapping.rule(format!("{}: {} from a node to itself: not read", ties.file, numbered(loops, "edge")));
        }
    }
    let Some(at) = find(ties, "weight") else { return };
    let rows = 0..ties.records.len();
    let without: Vec<usize> = rows.filter(|row| ties.records[*row].value(at).is_empty()).collect();
    for row in &without {
        set(ties, *row, &[(at, "1")]);
    }
    if !without.is_empty() {
        mapping.rule(format!("{}: {} without a weight: it is 1", ties.file, numbered(without.len(), "edge")));
    }
}

/// When a node is there: from when, as it is written and as an instant, and to when, with the column that says it.
#[derive(Clone, Default)]
struct Life {
    from: Option<(f64, String)>,
    end: Option<(f64, &'static str, String)>,
}

/// The end that a row has, if any.
fn end(table: &RawTable, row: usize, [to, until]: [Option<usize>; 2]) -> Option<(f64, &'static str, String)> {
    let value =
        |at: Option<usize>| at.map(|at| table.records[row].value(at).to_owned()).filter(|text| !text.is_empty());
    let date = |text: &str| parse(&plain(text));
    let of_until = || value(until).and_then(|text| Some((date(&text)?.instant_after(), "until", text)));
    value(to).and_then(|text| Some((date(&text)?.instant(), "to", text))).or_else(of_until)
}

/// Clips ties to the time in which both their actors are there, where that leaves something of them; what is known of
/// neither beginning nor end stays open. `columns` are those of the two actors.
fn within_lives(ties: &mut RawTable, columns: [&str; 2], nodes: &RawTable, mapping: &mut Mapping) {
    let ends = ["to", "until"].map(|name| find(nodes, name));
    let (Some(id), from) = (find(nodes, "id"), find(nodes, "from")) else { return };
    let mut lives: BTreeMap<&str, Life> = BTreeMap::new();
    for (row, record) in nodes.records.iter().enumerate() {
        let text = from.map(|at| record.value(at)).unwrap_or_default();
        let from = parse(&plain(text)).map(|date| (date.instant(), text.to_owned()));
        let end = end(nodes, row, ends);
        if from.is_some() || end.is_some() {
            lives.insert(record.value(id), Life { from, end });
        }
    }
    let [Some(a), Some(b)] = columns.map(|name| find(ties, name)) else { return };
    if lives.is_empty() {
        return;
    }
    let (mut clipped, mut never) = (0, BTreeSet::new());
    let [from_at, to_at, until_at] = ["from", "to", "until"].map(|name| place(ties, name));
    for row in 0..ties.records.len() {
        let record = &ties.records[row];
        let [one, other] = [a, b].map(|at| lives.get(record.value(at)).cloned().unwrap_or_default());
        let text = record.value(from_at);
        let begins = parse(&plain(text)).map(Date::instant);
        if begins.is_none() && !text.is_empty() {
            continue;
        }
        let later = [one.from, other.from].into_iter().flatten().max_by(|one, other| one.0.total_cmp(&other.0));
        let later = later.filter(|(start, _)| begins.is_none_or(|begins| begins < *start));
        let ends = end(ties, row, [Some(to_at), Some(until_at)]);
        let sooner = [one.end, other.end].into_iter().flatten().min_by(|one, other| one.0.total_cmp(&other.0));
        let sooner = sooner.filter(|(end, ..)| ends.as_ref().is_none_or(|(ends, ..)| end < ends));
        let start = later.as_ref().map(|(start, _)| *start).or(begins);
        let stop = sooner.as_ref().map(|(end, ..)| *end).or(ends.map(|(ends, ..)| ends));
        if later.is_none() && sooner.is_none() {
            continue;
        }
        if start.zip(stop).is_some_and(|(start, stop)| stop <= start) {
            never.insert(row);
            continue;
        }
        if let Some((_, from)) = later {
            set(ties, row, &[(from_at, &from)]);
        }
        if let Some((_, column, text)) = sooner {
            let value = |name: &str| if name == column { text.as_str() } else { "" };
            set(ties, row, &[(to_at, value("to")), (until_at, value("until"))]);
        }
        clipped += 1;
    }
    // A graph of such ties alone is a mistake, which the rules of ties report.
    if (1..ties.records.len()).contains(&never.len()) {
        let mut row = 0..ties.records.len();
        ties.records.retain(|_| row.next().is_none_or(|row| !never.contains(&row)));
        let count = numbered(never.len(), "tie");
        mapping.rule(format!("{}: {count} while one of the actors is not there: not read", ties.file));
    }
    if clipped > 0 {
        mapping.rule(format!("{}: {} read as long as both actors are there", ties.file, numbered(clipped, "tie")));
    }
}

/// Edges without a beginning hold from the first date of the graph on, where it has any.
fn from_the_first_date(ties: &mut RawTable, nodes: Option<&RawTable>, mapping: &mut Mapping) {
    let dates = |table: &RawTable| {
        let at = find(table, "from");
        let texts = table.records.iter().filter_map(|record| Some(record.value(at?).to_owned()));
        texts.filter_map(|text| Some((parse(&plain(&text))?.instant(), text))).collect::<Vec<_>>()
    };
    let all = dates(ties).into_iter().chain(nodes.map(dates).unwrap_or_default());
    let Some((_, first)) = all.min_by(|one, other| one.0.total_cmp(&other.0)) else { return };
    let at = place(ties, "from");
    let rows = 0..ties.records.len();
    let open: Vec<usize> = rows.filter(|row| ties.records[*row].value(at).is_empty()).collect();
    for row in &open {
        set(ties, *row, &[(at, &first)]);
    }
    if !open.is_empty() {
        let count = numbered(open.len(), "tie");
        mapping.rule(format!("{}: {count} without a beginning: from {} on", ties.file, plain(&first)));
    }
}
