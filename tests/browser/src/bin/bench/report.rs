//! What was measured: rows with medians and spread, as text, Markdown and JSON.

use std::fmt::{self, Write as _};

use serde_json::{Value, json};

/// What a row has to reach.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Goal {
    /// Ours at most so much.
    AtMost(f64),
    /// Ours at least so much.
    AtLeast(f64),
    /// The ratio of ours to the floor's at most so much.
    RatioAtMost(f64),
    /// The ratio of ours to the floor's at least so much.
    RatioAtLeast(f64),
    /// Nothing: the row explains another.
    None,
}

/// The runs of each side, in the order in which they were made.
#[derive(Clone, Debug, Default)]
pub(crate) struct Runs {
    pub(crate) ours: Vec<f64>,
    pub(crate) floor: Vec<f64>,
    pub(crate) against: Vec<f64>,
}

/// One figure.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// The line of the goals that it belongs to.
    pub(crate) line: u8,
    pub(crate) what: String,
    pub(crate) unit: &'static str,
    pub(crate) goal: Goal,
    pub(crate) runs: Runs,
}

impl Row {
    pub(crate) fn new(line: u8, what: impl Into<String>, unit: &'static str, goal: Goal, runs: Runs) -> Self {
        Self { line, what: what.into(), unit, goal, runs }
    }

    /// Ours by the floor's, each run by the one beside it in time, so that a busy moment of the machine weighs on both.
    fn ratios(&self) -> Vec<f64> {
        self.runs.ours.iter().zip(&self.runs.floor).map(|(ours, floor)| ours / floor).collect()
    }

    /// Whether the goal is reached, where there is one.
    fn is_reached(&self) -> Option<bool> {
        let ours = Spread::of(&self.runs.ours).map(|spread| spread.median);
        let ratio = Spread::of(&self.ratios()).map(|spread| spread.median);
        match self.goal {
            Goal::AtMost(most) => ours.map(|ours| ours <= most),
            Goal::AtLeast(least) => ours.map(|ours| ours >= least),
            Goal::RatioAtMost(most) => ratio.map(|ratio| ratio <= most),
            Goal::RatioAtLeast(least) => ratio.map(|ratio| ratio >= least),
            Goal::None => None,
        }
    }

    fn goal(&self) -> String {
        let unit = self.unit;
        match self.goal {
            Goal::AtMost(most) => format!("≤ {most} {unit}"),
            Goal::AtLeast(least) => format!("≥ {least} {unit}"),
            Goal::RatioAtMost(most) => format!("≤ {most} ×"),
            Goal::RatioAtLeast(least) => format!("≥ {least} ×"),
            Goal::None => String::new(),
        }
    }

    /// The cells of a table: line, what and unit, ours, floor, ratio, against, goal.
    fn cells(&self) -> [String; 7] {
        let spread = |values: &[f64]| Spread::of(values).map_or(String::new(), |spread| spread.to_string());
        let Runs { ours, floor, against } = &self.runs;
        let verdict = match self.is_reached() {
            Some(true) => " yes",
            Some(false) => " **no**",
            None => "",
        };
        let what = if self.unit.is_empty() { self.what.clone() } else { format!("{}, {}", self.what, self.unit) };
        let goal = format!("{}{verdict}", self.goal());
        [self.line.to_string(), what, spread(ours), spread(floor), spread(&self.ratios()), spread(against), goal]
    }

    fn to_json(&self) -> Value {
        let side = |values: &[f64]| {
            Spread::of(values).map(|Spread { median, lowest, highest }| {
                json!({ "median": median, "lowest": lowest, "highest": highest, "runs": values })
            })
        };
        let Runs { ours, floor, against } = &self.runs;
        json!({
            "line": self.line, "what": self.what, "unit": self.unit, "goal": self.goal(), "reached": self.is_reached(),
            "ours": side(ours), "floor": side(floor), "ratio": side(&self.ratios()), "against": side(against),
        })
    }
}

/// All rows, and what could not be measured.
#[derive(Debug, Default)]
pub(crate) struct Report {
    rows: Vec<Row>,
    left_out: Vec<String>,
}

impl Report {
    /// Adds a row, and prints it.
    pub(crate) fn add(&mut self, row: Row) {
        let [line, what, ours, floor, ratio, against, goal] = row.cells();
        let mut text = format!("  {line} {what:<52}{ours:>26}");
        for (name, value) in [("floor", floor), ("ratio", ratio), ("against", against), ("goal", goal)] {
            if !value.is_empty() {
                let _ = write!(text, "   {name} {}", value.replace('*', ""));
            }
        }
        println!("{text}");
        self.rows.push(row);
    }

    /// Says what was not measured, and why.
    pub(crate) fn leave_out(&mut self, sentence: String) {
        println!("  left out: {sentence}");
        self.left_out.push(sentence);
    }

    pub(crate) fn to_json(&self, run: &Value) -> Value {
        let rows: Vec<_> = self.rows.iter().map(Row::to_json).collect();
        json!({ "run": run, "rows": rows, "left_out": self.left_out })
    }

    /// The rows as a table, by the lines of the goals.
    pub(crate) fn to_markdown(&self) -> String {
        let mut rows: Vec<&Row> = self.rows.iter().collect();
        rows.sort_by_key(|row| row.line);
        let with_other = rows.iter().any(|row| !row.runs.against.is_empty());
        let columns: &[usize] = if with_other { &[0, 1, 2, 3, 4, 5, 6] } else { &[0, 1, 2, 3, 4, 6] };
        let line = |cells: &[String; 7]| {
            let picked: Vec<&str> =
                columns.iter().filter_map(|column| cells.get(*column)).map(String::as_str).collect();
            format!("| {} |\n", picked.join(" | "))
        };
        let head = ["line", "what", "ours", "floor", "ratio", "against", "goal"].map(str::to_owned);
        let rule = ["---:", "---", "---:", "---:", "---:", "---:", "---"].map(str::to_owned);
        let mut text = line(&head) + &line(&rule);
        text.extend(rows.iter().map(|row| line(&row.cells())));
        for sentence in &self.left_out {
            let _ = write!(text, "\nLeft out: {sentence}\n");
        }
        text
    }
}

/// The middle value and the ends.
#[derive(Clone, Copy, Debug)]
struct Spread {
    median: f64,
    lowest: f64,
    highest: f64,
}

impl Spread {
    /// Nothing where there are no values.
    fn of(values: &[f64]) -> Option<Self> {
        let (Some(median), false) = (median(values), values.is_empty()) else { return None };
        let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
        let highest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        Some(Self { median, lowest, highest })
    }
}

impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { median, lowest, highest } = self;
        let digits = match median.abs() {
            0.0..10.0 => 2,
            10.0..100.0 => 1,
            _ => 0,
        };
        if lowest == highest {
            return f.pad(&format!("{median:.digits$}"));
        }
        f.pad(&format!("{median:.digits$} ({lowest:.digits$}–{highest:.digits$})"))
    }
}

/// The middle of some values; of an even number the mean of the middle two.
pub(crate) fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    let upper = sorted.get(middle)?;
    if sorted.len() % 2 == 1 {
        return Some(*upper);
    }
    Some(f64::midpoint(*sorted.get(middle.checked_sub(1)?)?, *upper))
}
