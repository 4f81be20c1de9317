//! From a table of ties with columns of its own to one with those of the format.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::Value;

use super::super::draft::{RawTable, Record};
use super::super::mapping::{Mapping, WordReading};
use super::super::report::Findings;
use super::super::schema::{Column, TIES};
use super::super::suggestion::{numbered, quote};
use super::super::validate::dates::{AFTER, BEFORE, UNKNOWN};
use super::super::{Limit, ProblemKind, arrange};
use super::columns::DateColumns;
use super::instants::{Interval, is_nothing, of_column, plain, years};
use super::kinds;
use super::plan::{Known, Measure, Plan, direction};
use super::weights::{self, Thresholds, WeightRule, is_weight, on_ladder};
use super::years::{Told, joined};

/// No more words than these are listed one by one.
const WORDS: usize = 40;

/// The table of ties that another tells, and the ladder where it is not the usual one.
///
/// What is wrong is reported at its place in the file; `None` when there are too many ties.
pub(super) fn ties(
    table: RawTable,
    plan: &Plan,
    known: &Known<'_>,
    mapping: &mut Mapping,
    findings: &mut Findings,
) -> Option<(RawTable, Option<Value>)> {
    let (stances, ladder) = stances(&table, plan, known, mapping, findings);
    let mut told = Vec::new();
    for (row, stance) in stances.into_iter().enumerate() {
        let Some(stance) = stance else { continue };
        for dates in dates(&table, plan, known, row, findings) {
            told.push(Told { rows: (row, row), dates, stance: stance.clone() });
        }
    }
    if plan.year.is_some() {
        let rows = told.len();
        told = joined(&table, plan, &told);
        if told.len() < rows {
            mapping.rule(format!("{}: {rows} rows of single years are joined to {} ties", table.file, told.len()));
        }
    }
    if told.len() > findings.limits.of(Limit::Ties) {
        let what = format!("the table has {} ties", told.len());
        findings.push(findings.exceeded(Limit::Ties, told.len(), &table.file, &what));
        return None;
    }
    Some((rewritten(table, plan, &told), ladder))
}

/// The dates of a row; none, and a finding, when its intervals cannot be read.
fn dates(table: &RawTable, plan: &Plan, known: &Known<'_>, row: usize, findings: &mut Findings) -> Vec<Interval> {
    let record = &table.records[row];
    let date = |columns: DateColumns| columns.date(record);
    if let Some(at) = plan.spells.filter(|at| !record.value(*at).is_empty()) {
        let text = record.value(at);
        let name = table.head.fields.get(at).unwrap_or_default();
        if let Some(found) = of_column(name, text).filter(|found| !found.is_empty()) {
            return found;
        }
        let message = format!("{} is no list of intervals", quote(text));
        let problem = table.problem(ProblemKind::BadDate, record, (at, 0), text.chars().count(), message);
        findings.push(problem.hint("write <[1949.0, 1958.0]>, or give the dates in columns `from` and `until`"));
        return Vec::new();
    }
    if let Some(at) = plan.year {
        if let Some((from, until)) = years(record.value(at)) {
            return vec![Interval { from, to: String::new(), until }];
        }
        let year = plain(record.value(at));
        return vec![Interval { from: year.clone(), to: String::new(), until: year }];
    }
    let mut to = plan.to.map_or(String::new(), |at| plain_end(record.value(at)));
    let mut until = plan.until.map_or(String::new(), |columns| match record.value(columns.whole) {
        UNKNOWN => UNKNOWN.to_owned(),
        _ => date(columns),
    });
    let mut from = plan.from.map_or(String::new(), date);
    let [is_left, is_right] = plan.censors.map(|at| at.is_some_and(|at| applies(record.value(at))));
    if is_left && !from.is_empty() && !from.starts_with(BEFORE) {
        from.insert_str(0, BEFORE);
    }
    for end in [&mut to, &mut until] {
        if is_right && !end.is_empty() && end != UNKNOWN && !end.ends_with(AFTER) {
            end.push_str(AFTER);
        }
    }
    // Where nothing says when it began, it held from the first year on.
    let first = || known.options.span.map_or(String::new(), |(first, _)| format!("{first:04}"));
    let from = if from.is_empty() && plan.from.is_none() { first() } else { from };
    vec![Interval { from, to, until }]
}

/// An end as the format has it; `..`, one that is not known, stays.
fn plain_end(text: &str) -> String {
    if text == UNKNOWN { UNKNOWN.to_owned() } else { plain(text) }
}

/// The stance of each row, `None` for a row that tells no tie; and the ladder.
fn stances(
    table: &RawTable,
    plan: &Plan,
    known: &Known<'_>,
    mapping: &mut Mapping,
    findings: &mut Findings,
) -> (Vec<Option<String>>, Option<Value>) {
    match &plan.measure {
        Measure::Words(column) => (words(table, *column, known, mapping, findings), None),
        Measure::Indicators(columns) => (indicators(table, columns, mapping), None),
        Measure::Weight(column) if known.weighs() != &WeightRule::Thirds => weighed(table, *column, known, mapping),
        Measure::Weight(column) => {
            let thresholds = Thresholds::of(table, *column, &known.options.thresholds);
            mapping.rule(format!("{}: {}", table.file, thresholds.rule(table, *column)));
            let rows = 0..table.records.len();
            let stances = rows.map(|row| Some(thresholds.stance(table, *column, row, findings))).collect();
            (stances, Some(kinds::ladder(&thresholds.names())))
        }
        Measure::Presence => {
            let rule = "no column tells how they stood: every tie is of one kind, `tied`";
            mapping.rule(format!("{}: {rule}", table.file));
            (vec![Some("1".to_owned()); table.records.len()], Some(kinds::presence("tied")))
        }
    }
}

/// The stances of weights by the thresholds of the ladder, or one for all.
fn weighed(
    table: &RawTable,
    column: usize,
    known: &Known<'_>,
    mapping: &mut Mapping,
) -> (Vec<Option<String>>, Option<Value>) {
    let values = table.records.iter().map(|record| record.value(column));
    match known.weighs() {
        WeightRule::Ladder(steps, coldest) => {
            mapping.rule(format!("{}: each tie stands on the warmest rung whose `at_least` it reaches", table.file));
            (values.map(|value| Some(on_ladder(value, steps, *coldest))).collect(), None)
        }
        WeightRule::Width(name) => {
            let rule = format!("every tie is of one kind, {}; its weight is the width of the line", quote(name));
            mapping.rule(format!("{}: {rule}", table.file));
            (values.map(|_| Some("1".to_owned())).collect(), Some(kinds::presence(name)))
        }
        WeightRule::Thirds => (Vec::new(), None),
    }
}

/// The stances that the words of a column mean. A word that means none is reported once, with how to say what it means.
fn words(
    table: &RawTable,
    column: usize,
    known: &Known<'_>,
    mapping: &mut Mapping,
    findings: &mut Findings,
) -> Vec<Option<String>> {
    // By word as it is compared: as it is written first, in which row, how often, and what it means.
    let mut found: BTreeMap<String, (usize, usize, Option<i8>)> = BTreeMap::new();
    let mut stances = Vec::with_capacity(table.records.len());
    for (row, record) in table.records.iter().enumerate() {
        let text = record.value(column);
        if is_nothing(text) {
            stances.push(Some(weights::nothing(table, (record, column), findings)));
            continue;
        }
        let entry = found.entry(kinds::plain(text)).or_insert_with(|| (row, 0, known.rungs.of(text)));
        entry.1 += 1;
        // What means nothing is reported below, once for each word.
        stances.push(Some(entry.2.unwrap_or_default().to_string()));
    }
    let mut words: Vec<(usize, usize, Option<i8>)> = found.into_values().collect();
    arrange(&mut words, &|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0)));
    let unknown: Vec<&str> = words
        .iter()
        .filter(|(_, _, rung)| rung.is_none())
        .map(|(row, _, _)| table.records[*row].value(column))
        .collect();
    for (row, count, rung) in &words {
        let record = &table.records[*row];
        let text = record.value(column);
        match rung {
            Some(stance) if kinds::number(text).is_none() => mapping.words.push(WordReading {
                file: table.file.clone(),
                word: text.to_owned(),
                rows: *count,
                stance: *stance,
            }),
            Some(_) => {}
            None => unexplained(table, (record, column), *count, (&unknown, known.rungs.ends), findings),
        }
    }
    stances
}

/// Reports a word of which nobody knows what it means.
fn unexplained(
    table: &RawTable,
    (record, column): (&Record, usize),
    count: usize,
    (unknown, [coldest, warmest]): (&[&str], [i8; 2]),
    findings: &mut Findings,
) {
    let text = record.value(column);
    if unknown.iter().position(|word| *word == text).is_none_or(|place| place >= WORDS) {
        return;
    }
    let message = format!("{} means no stance; it stands in {}", quote(text), numbered(count, "row"));
    let width = text.chars().count();
    let mut problem = table.problem(ProblemKind::UnknownWord, record, (column, 0), width, message);
    if unknown.len() > 1 {
        let others: Vec<&str> = unknown.iter().copied().filter(|word| *word != text).take(WORDS).collect();
        problem = problem.note(format!("the same is true of {}", others.join(", ")));
    }
    let hint = format!(
        "say in datapackage.json which stance it is, {coldest} to {warmest}: \"detente\": {{ \"kinds\": {{ \"{}\": {} }} }}",
        text.replace(['"', '\\'], ""),
        2.clamp(coldest, warmest)
    );
    findings.push(problem.hint(hint));
}

/// Whether a value says that its column applies to the row.
fn applies(text: &str) -> bool {
    matches!(text.to_lowercase().as_str(), "1" | "1.0" | "true" | "yes" | "x")
}

/// The stances that columns named by words mean: of several that apply, the strongest.
fn indicators(table: &RawTable, columns: &[(usize, i8)], mapping: &mut Mapping) -> Vec<Option<String>> {
    let mut counts = vec![0; columns.len()];
    let mut without = 0;
    let mut stances = Vec::with_capacity(table.records.len());
    for record in &table.records {
        let mut strongest: Option<i8> = None;
        for ((column, rung), count) in columns.iter().zip(&mut counts) {
            if applies(record.value(*column)) {
                *count += 1;
                strongest = strongest.filter(|other| other.abs() >= rung.abs()).or(Some(*rung));
            }
        }
        without += usize::from(strongest.is_none());
        stances.push(strongest.map(|rung| rung.to_string()));
    }
    let names: Vec<&str> = table.columns().collect();
    for ((column, stance), rows) in columns.iter().zip(counts) {
        let (file, word) = (table.file.clone(), names[*column].to_owned());
        mapping.words.push(WordReading { file, word, rows, stance: *stance });
    }
    mapping.rule(format!("{}: of several words that apply to a row the strongest counts", table.file));
    if without > 0 {
        mapping.rule(format!("{}: {} tell no tie: no word applies", table.file, numbered(without, "row")));
    }
    stances
}

/// The table of the format. Every value keeps the place from which it came.
fn rewritten(table: RawTable, plan: &Plan, told: &[Told]) -> RawTable {
    let measured = match &plan.measure {
        Measure::Words(column) | Measure::Weight(column) => *column,
        Measure::Indicators(columns) => columns.first().map_or(plan.a, |(column, _)| *column),
        Measure::Presence => plan.a,
    };
    let tells_stance = matches!(plan.measure, Measure::Weight(_)) && plan.thirds;
    let whole = |columns: Option<DateColumns>| columns.map(|columns| columns.whole);
    let from = plan.spells.or(whole(plan.from)).or(plan.year).unwrap_or(plan.a);
    let to = plan.spells.or(plan.to).or(plan.year).unwrap_or(from);
    let until = plan.spells.or(whole(plan.until)).or(plan.year).unwrap_or(from);
    let mut columns: Vec<(usize, &'static str)> =
        vec![(plan.a, "a"), (plan.b, "b"), (from, "from"), (to, "to"), (until, "until"), (measured, "stance")];
    columns.extend(plan.passes.iter().map(|(at, column)| (*at, column.name)));
    let meanings: Vec<Option<&'static Column>> = columns.iter().map(|(_, name)| TIES.column(name)).collect();
    let name = |at: usize| table.head.fields.get(at).unwrap_or_default();
    let head = Record {
        offset: table.head.offset,
        fields: columns.iter().map(|(at, _)| name(*at)).collect(),
        spans: Vec::new(),
    };
    let record = |one: &Told| {
        let (first, last) = (&table.records[one.rows.0], &table.records[one.rows.1]);
        let value = |(at, name): &(usize, &'static str)| -> Cow<'_, str> {
            let value = first.fields.get(*at).unwrap_or_default();
            match *name {
                "from" => one.dates.from.as_str().into(),
                "to" => one.dates.to.as_str().into(),
                "until" => one.dates.until.as_str().into(),
                "stance" => one.stance.as_str().into(),
                "direction" => direction(value).unwrap_or(value).into(),
                // What is no weight was reported where it told the stance.
                "weight" if tells_stance && !is_weight(value) => "".into(),
                "weight" => weights::plain(value).into(),
                _ => value.into(),
            }
        };
        // A joined tie ends in another row than it begins in.
        let is_joined = one.rows.0 != one.rows.1 || !first.spans.is_empty();
        let place = |(at, name): &(usize, &'static str)| table.span(if *name == "until" { last } else { first }, *at);
        let spans = if is_joined { columns.iter().map(place).collect() } else { Vec::new() };
        Record { offset: first.offset, fields: columns.iter().map(value).collect(), spans }
    };
    let records = told.iter().map(record).collect();
    let origin = columns.iter().map(|(at, _)| *at).collect();
    RawTable { schema: &TIES, head, meanings, records, origin, ..table }
}
