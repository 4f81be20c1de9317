//! Weights made rungs: by the thresholds of the ladder, by thresholds that part the ties into three parts, or all on one.

use serde_json::Value;

use super::super::draft::{RawTable, Record};
use super::super::report::Findings;
use super::super::suggestion::quote;
use super::super::{ProblemKind, Weight, arrange, numerals};
use super::instants::is_nothing;

/// What makes a rung of a weight, where nothing else tells it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum WeightRule {
    /// Thresholds that part the ties into three, or that the caller gives.
    #[default]
    Thirds,
    /// Nothing: the descriptor says what the weights measure and gives no thresholds, so that all ties stand on one rung
    /// of that name, and weights are the widths of lines.
    Width(String),
    /// The ladder's own thresholds, the warmest rung first, and the rung below them.
    Ladder(Vec<(f64, i8)>, i8),
}

impl WeightRule {
    /// The rule of a descriptor, given what it has under `detente` and the entries of its ladder.
    pub(super) fn of(own: &Value, ladder: Option<&Vec<Value>>) -> Self {
        let rung = |one: &Value| i8::try_from(one.get("value")?.as_i64()?).ok();
        let entries = || ladder.into_iter().flatten();
        let mut steps: Vec<(f64, i8)> =
            entries().filter_map(|one| Some((one.get("at_least")?.as_f64()?, rung(one)?))).collect();
        if let (false, Some(coldest)) = (steps.is_empty(), entries().filter_map(rung).min()) {
            steps.sort_by_key(|(_, rung)| core::cmp::Reverse(*rung));
            return Self::Ladder(steps, coldest);
        }
        let name = own.get("weight").and_then(|weight| weight.get("name")?.as_str());
        match name {
            Some(name) if ladder.is_none() => Self::Width(name.to_owned()),
            _ => Self::Thirds,
        }
    }
}

/// The rung of a value by the thresholds of a ladder. What is no weight stands on the coldest, and is reported by the
/// rules of its column.
pub(super) fn on_ladder(text: &str, steps: &[(f64, i8)], coldest: i8) -> String {
    if is_nothing(text) {
        return String::new();
    }
    let weight = number(text).unwrap_or(f64::MIN);
    steps.iter().find(|(least, _)| weight >= *least).map_or(coldest, |(_, rung)| *rung).to_string()
}

/// A weight as the format has it: `1e3` is 1000. What is none stays as it is.
pub(super) fn plain(text: &str) -> String {
    if is_nothing(text) {
        return String::new();
    }
    number(text).and_then(Weight::new).map_or_else(|| text.to_owned(), |weight| weight.to_string())
}

/// Whether a text is a weight that the format can hold.
pub(super) fn is_weight(text: &str) -> bool {
    is_nothing(text) || number(text).and_then(Weight::new).is_some()
}

/// From which size of a weight, whatever its sign, a tie stands a rung higher: at most two.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Thresholds(Vec<f64>);

impl Thresholds {
    /// The given ones, or those by which a third of the ties stands on each of three rungs, as far as equal weights
    /// allow.
    pub(super) fn of(table: &RawTable, column: usize, given: &[f64]) -> Self {
        if !given.is_empty() {
            return Self(given.iter().copied().take(2).collect());
        }
        let mut sizes: Vec<f64> =
            table.records.iter().filter_map(|record| number(record.value(column))).map(f64::abs).collect();
        sizes.retain(|size| *size > 0.0);
        arrange(&mut sizes, &f64::total_cmp);
        let Some(least) = sizes.first().copied() else { return Self::default() };
        let above = |limit: f64| sizes.iter().copied().find(|size| *size > limit);
        let first = Some(sizes[sizes.len() / 3]).filter(|size| *size > least).or_else(|| above(least));
        let second = first
            .and_then(|first| Some(sizes[sizes.len() * 2 / 3]).filter(|size| *size > first).or_else(|| above(first)));
        Self(first.into_iter().chain(second).collect())
    }

    /// The rung of a weight: 0 for 0, else its sign times 1, 2 or 3.
    fn rung(&self, weight: f64) -> i8 {
        let steps = 1 + self.0.iter().filter(|limit| weight.abs() >= **limit).count() as i8;
        if weight == 0.0 {
            0
        } else if weight < 0.0 {
            -steps
        } else {
            steps
        }
    }

    /// The stance of a row; what is no number is reported, and stands as 0.
    pub(super) fn stance(&self, table: &RawTable, column: usize, row: usize, findings: &mut Findings) -> String {
        let record = &table.records[row];
        let text = record.value(column);
        if is_nothing(text) {
            return nothing(table, (record, column), findings);
        }
        let Some(weight) = number(text) else {
            let message = format!("{} is not a number", quote(text));
            let problem = table.problem(ProblemKind::BadNumber, record, (column, 0), text.chars().count(), message);
            findings.push(problem.hint(numerals::hint(text, true)));
            return "0".to_owned();
        };
        self.rung(weight).to_string()
    }

    /// The names of the rungs from 3 to −3, as far as a threshold parts them.
    pub(super) fn names(&self) -> [String; 7] {
        let name = |rung: i8| {
            let sign = if rung < 0 { "−" } else { "" };
            let step = usize::from(rung.unsigned_abs());
            match (self.0.get(step.wrapping_sub(2)), self.0.get(step - 1)) {
                (None, Some(high)) => format!("weight 0 to {sign}{high}"),
                (Some(low), Some(high)) => format!("weight {sign}{low} to {sign}{high}"),
                (Some(low), None) => format!("weight from {sign}{low}"),
                (None, None) if step == 1 => format!("weight {} 0", if rung < 0 { "below" } else { "above" }),
                (None, None) => format!("no weight ({rung})"),
            }
        };
        [name(3), name(2), name(1), "weight 0".to_owned(), name(-1), name(-2), name(-3)]
    }

    /// The rule in words.
    pub(super) fn rule(&self, table: &RawTable, column: usize) -> String {
        let name = table.columns().nth(column).unwrap_or_default();
        let start = format!("a weight above 0 in `{name}` is the stance 1");
        let from: Vec<String> = self.0.iter().zip(2..).map(|(limit, rung)| format!("from {limit} on {rung}")).collect();
        let rest = if from.is_empty() { String::new() } else { format!(", {}", from.join(", ")) };
        format!("{start}{rest}; below 0 the same with a minus")
    }
}

/// The stance of a value that says nothing. An empty one is reported by the rules of the column; of another, such as
/// `NaN`, it is said that it counts as none.
pub(super) fn nothing(table: &RawTable, (record, column): (&Record, usize), findings: &mut Findings) -> String {
    let text = record.value(column);
    if text.is_empty() {
        return String::new();
    }
    let message = format!("{} stands for no value, and every tie needs one", quote(text));
    let problem = table.problem(ProblemKind::EmptyField, record, (column, 0), text.chars().count(), message);
    findings.push(problem.hint("write how they stood, or leave the row out"));
    "0".to_owned()
}

/// A finite number, with a point before decimals.
fn number(text: &str) -> Option<f64> {
    let plain = |byte: u8| byte.is_ascii_digit() || b"+-.eE".contains(&byte);
    text.parse::<f64>().ok().filter(|number| number.is_finite() && text.bytes().all(plain))
}
