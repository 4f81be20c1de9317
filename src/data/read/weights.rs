//! Weights made rungs: by thresholds that part the ties into three parts, or by those that are given.

use super::super::draft::RawTable;
use super::super::report::Findings;
use super::super::suggestion::quote;
use super::super::{ProblemKind, arrange};
use super::instants::is_nothing;

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
            return String::new();
        }
        let Some(weight) = number(text) else {
            let message = format!("{} is not a number", quote(text));
            let problem = table.problem(ProblemKind::BadNumber, record, (column, 0), text.chars().count(), message);
            let pointed = text.replacen(',', ".", 1);
            let hint = match number(&pointed) {
                Some(_) => format!("write a point before decimals: {pointed}"),
                None => "write digits, with a point before decimals: -12.5".to_owned(),
            };
            findings.push(problem.hint(hint));
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

/// A finite number, with a point before decimals.
fn number(text: &str) -> Option<f64> {
    let plain = |byte: u8| byte.is_ascii_digit() || b"+-.eE".contains(&byte);
    text.parse::<f64>().ok().filter(|number| number.is_finite() && text.bytes().all(plain))
}
