//! What the page weighs and what it costs, beside a floor, and beside another revision.
//!
//! `cargo xtask bench` builds the pages and says in a variable what is to be measured. Each measure alternates between
//! the sides, so that a busy moment of the machine weighs on all of them.

#![allow(clippy::disallowed_methods, reason = "what is measured is time")]

mod drag;
mod embeds;
mod engines;
mod first;
mod heap;
mod large;
mod load;
mod native;
mod report;
mod run;
mod shift;
mod sides;
mod star;
mod step;
mod subjects;
mod wait;

use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;
use xtask::plan::{PLAN_VARIABLE, Plan};

use report::{Goal, Report, Row, Runs};
use sides::Bench;

/// Where the results are kept: a folder, when this variable names one.
const FOLDER: &str = "DETENTE_RESULTS";

fn main() -> std::process::ExitCode {
    match std::env::var(native::TASK) {
        Ok(task) => detente_browser::conclude("bench", native::carry_out(&task)),
        Err(_) => detente_browser::conclude("bench", measure()),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn measure() -> Result<()> {
    let plan = std::env::var(PLAN_VARIABLE).context("this is run by `cargo xtask bench`")?;
    let plan: Plan = serde_json::from_str(&plan).context("cannot read what is to be measured")?;
    let start = Instant::now();
    let mut description = run::describe(&plan).await?;
    println!("{description:#}\n");
    println!("medians (lowest–highest) of {} runs of each side, alternating", plan.rounds);
    let bench = Bench::new(plan)?;
    let mut report = Report::default();
    for name in &bench.plan.measures {
        let start = Instant::now();
        println!("\n{name}");
        if let Err(error) = one(&bench, name, &mut report).await {
            report.leave_out(format!("{name}, or a part of it, because it failed: {error:#}."));
        }
        println!("  ({:.0} s)", start.elapsed().as_secs_f64());
    }
    description["load at the end"] = run::load();
    description["seconds"] = start.elapsed().as_secs().into();
    write(&report, &description)
}

/// Measures one thing.
async fn one(bench: &Bench, name: &str, report: &mut Report) -> Result<()> {
    match name {
        "payload" => payload(&bench.plan, report),
        "step" => step::measure(bench, report).await?,
        "wait" => wait::measure(bench, report).await?,
        "first" => first::measure(bench, report).await?,
        "shift" => shift::measure(bench, report).await?,
        "embeds" => embeds::measure(bench, report).await?,
        "drag" => drag::measure(bench, report).await?,
        "star" => star::measure(bench, report).await?,
        "native" => native::measure(bench, report)?,
        "load" => load::measure(bench, report).await?,
        "engines" => engines::measure(bench, report).await?,
        "heap" => heap::measure(bench, report).await?,
        _ => bail!("there is no measure of that name"),
    }
    Ok(())
}

/// What `cargo xtask bench` has weighed.
fn payload(plan: &Plan, report: &mut Report) {
    let kilo = |bytes: usize| bytes as f64 / 1000.0;
    for sum in &plan.payload {
        let others = plan.against.iter().flat_map(|against| &against.payload);
        let other = others.filter(|other| other.name == sum.name).map(|other| kilo(other.bytes)).collect();
        let runs = Runs { ours: vec![kilo(sum.bytes)], against: other, ..Runs::default() };
        let goal = sum.most.map_or(Goal::None, |most| Goal::AtMost(kilo(most)));
        report.add(Row::new(1, sum.name.clone(), "kB brotli", goal, runs));
    }
}

/// Keeps the results as JSON and as a table in Markdown.
fn write(report: &Report, description: &Value) -> Result<()> {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return Ok(()) };
    let json = serde_json::to_string_pretty(&report.to_json(description))? + "\n";
    let markdown = format!("{}\n{}", run::sentence(description), report.to_markdown());
    for (name, text) in [("bench.json", json), ("bench.md", markdown)] {
        let path = folder.join(name);
        std::fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        println!("The results are in {}", path.display());
    }
    Ok(())
}
