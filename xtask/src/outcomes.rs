//! Which browser tests ran in which engine, and why some did not.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize};

use crate::engine::Engine;

/// The variable that names the file to which the browser tests write outcomes, a JSON object a line.
pub const OUTCOMES_VARIABLE: &str = "DETENTE_OUTCOMES";

/// How one visit of a test ended that did not fail.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Outcome {
    /// The test, with its module.
    pub test: String,
    /// The name of the engine.
    pub engine: String,
    /// How long it took.
    pub seconds: f64,
    /// Why it was left out, if it was.
    pub left_out: Option<String>,
}

/// The outcomes of all engines.
#[derive(Clone, Debug, Default)]
pub struct Outcomes {
    /// By test and engine: how many visits ran, and the reasons for those that were left out.
    by_test: BTreeMap<String, BTreeMap<String, (usize, Vec<String>)>>,
    /// By engine and test: the seconds of all visits.
    seconds: BTreeMap<String, BTreeMap<String, f64>>,
}

/// How many of the slowest tests are named.
const SLOWEST: usize = 12;

impl Outcomes {
    /// What a file of outcomes says.
    ///
    /// # Errors
    ///
    /// When it is not to be read, or a line of it is no outcome.
    pub fn read(file: &Path) -> Result<Self> {
        let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        let mut outcomes = Self::default();
        for line in text.lines() {
            outcomes.add(serde_json::from_str(line).with_context(|| format!("no outcome: {line}"))?);
        }
        Ok(outcomes)
    }

    fn add(&mut self, Outcome { test, engine, seconds, left_out }: Outcome) {
        *self.seconds.entry(engine.clone()).or_default().entry(test.clone()).or_default() += seconds;
        let (ran, reasons) = self.by_test.entry(test).or_default().entry(engine).or_default();
        match left_out {
            None => *ran += 1,
            Some(reason) if !reasons.contains(&reason) => reasons.push(reason),
            Some(_) => {}
        }
    }

    /// How many tests ran in an engine, in whole or in part, and how many were left out there altogether.
    pub fn counts(&self, engine: Engine) -> (usize, usize) {
        let of_engine = self.by_test.values().filter_map(|engines| engines.get(engine.name()));
        of_engine.fold((0, 0), |(ran, left_out), (visits, _)| match visits {
            0 => (ran, left_out + 1),
            _ => (ran + 1, left_out),
        })
    }

    /// The tests that took longest in an engine, each with its seconds by the clock, beside others.
    pub fn slowest(&self, engine: Engine) -> String {
        let mut tests: Vec<_> = self.seconds.get(engine.name()).into_iter().flatten().collect();
        tests.sort_by(|a, b| b.1.total_cmp(a.1));
        let mut list = String::new();
        for (test, seconds) in tests.into_iter().take(SLOWEST) {
            let _ = writeln!(list, "      {seconds:5.1} s {test}");
        }
        list
    }

    /// Each test that was left out somewhere, in whole or in part, with the reason.
    pub fn left_out(&self, engine: Engine) -> String {
        let mut list = String::new();
        for (test, engines) in &self.by_test {
            let Some((ran, reasons)) = engines.get(engine.name()) else { continue };
            for reason in reasons {
                let part = if *ran > 0 { " (in part)" } else { "" };
                let _ = writeln!(list, "      {test}{part}: {reason}");
            }
        }
        list
    }

    /// A table in Markdown: a row for each test, a column for each engine.
    pub fn to_markdown(&self) -> String {
        let mut table = String::from("| test | Chromium | Firefox | WebKitGTK |\n| --- | --- | --- | --- |\n");
        for (test, engines) in &self.by_test {
            let _ = write!(table, "| {test} |");
            for engine in Engine::ALL {
                let cell = match engines.get(engine.name()) {
                    None => "not run".to_owned(),
                    Some((_, reasons)) if reasons.is_empty() => "runs".to_owned(),
                    Some((0, reasons)) => format!("left out: {}", reasons.join("; ")),
                    Some((_, reasons)) => format!("runs in part; left out: {}", reasons.join("; ")),
                };
                let _ = write!(table, " {cell} |");
            }
            table.push('\n');
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_left_out_is_told_with_its_reason() {
        let mut outcomes = Outcomes::default();
        let mut add = |test: &str, engine: &str, left_out: Option<&str>| {
            let left_out = left_out.map(String::from);
            outcomes.add(Outcome { test: test.into(), engine: engine.into(), seconds: 1.5, left_out });
        };
        add("heap", "chromium", None);
        add("heap", "firefox", Some("no count"));
        add("print", "firefox", None);
        add("print", "firefox", Some("no medium"));
        add("print", "firefox", Some("no medium"));
        assert_eq!(outcomes.counts(Engine::Firefox), (1, 1));
        assert_eq!(outcomes.left_out(Engine::Firefox), "      heap: no count\n      print (in part): no medium\n");
        assert_eq!(outcomes.slowest(Engine::Firefox), "        4.5 s print\n        1.5 s heap\n");
        let table = outcomes.to_markdown();
        assert!(table.contains("| heap | runs | left out: no count | not run |"), "{table}");
    }
}
