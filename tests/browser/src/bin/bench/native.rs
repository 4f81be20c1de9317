//! What checking and laying out cost natively: each in a process of its own, whose memory is counted from its start.

use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, bail, ensure};
use detente::data::{Dataset, ReadOptions, read_any, validate};
use detente::layout::Layout;
use serde_json::Value;

use crate::large::{edge_list, json};
use crate::report::{Goal, Report, Row, Runs};
use crate::sides::Bench;

/// What such a process is asked to do, in a variable.
pub(crate) const TASK: &str = "DETENTE_BENCH_NATIVE";

/// Ours, and the floor: the same network as JSON, taken apart by `serde_json`.
const CHECK: [&str; 2] = ["check", "parse"];
/// Actors, ties, and how many seconds their layout may take.
const LAYOUTS: [(usize, usize, f64); 2] = [(200, 20_000, 2.0), (2_000, 50_000, 20.0)];

pub(crate) fn measure(bench: &Bench, report: &mut Report) -> Result<()> {
    let (mut time, mut memory) = (Runs::default(), Runs::default());
    for _ in 0..bench.plan.rounds {
        for (at, task) in CHECK.iter().enumerate() {
            let [seconds, mebibytes] = ask(&format!("{task} 1000 100000"))?;
            let side = |runs: &mut Runs, value| if at == 0 { runs.ours.push(value) } else { runs.floor.push(value) };
            side(&mut time, seconds);
            side(&mut memory, mebibytes);
        }
    }
    report.add(Row::new(9, "check of 100,000 ties, natively", "s", Goal::AtMost(1.0), time));
    report.add(Row::new(9, "memory of that process at its most", "MiB", Goal::AtMost(300.0), memory));
    for (actors, ties, most) in LAYOUTS {
        let mut time = Runs::default();
        for _ in 0..bench.plan.rounds {
            time.ours.push(ask(&format!("layout {actors} {ties}"))?[0]);
        }
        let what = format!("layout of {actors} actors and {ties} ties without a centre, natively");
        report.add(Row::new(9, what, "s", Goal::AtMost(most), time));
    }
    Ok(())
}

/// Has a task done in a process of its own; the seconds on a processor that it took, and the most memory in MiB.
fn ask(task: &str) -> Result<[f64; 2]> {
    let output = Command::new(std::env::current_exe()?).env(TASK, task).output()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    ensure!(output.status.success(), "{task}: {said}{}", String::from_utf8_lossy(&output.stderr));
    let numbers: Vec<f64> = said.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    numbers.try_into().ok().with_context(|| format!("{task}: {said}"))
}

/// Does a task, and prints what it took.
pub(crate) fn carry_out(task: &str) -> Result<()> {
    let words: Vec<&str> = task.split(' ').collect();
    let [name, actors, ties] = words[..] else { bail!("there is no task {task}") };
    let (actors, ties) = (actors.parse()?, ties.parse()?);
    let text = if name == "parse" { json(actors, ties) } else { edge_list(actors, ties) };
    let files = [("ties-by-lot.csv".to_owned(), text.into_bytes())];
    let seconds = match name {
        "check" => seconds(|| check(&files))?,
        "parse" => seconds(|| Ok(serde_json::from_slice::<Value>(&files[0].1)?))?,
        "layout" => {
            let dataset = check(&files)?;
            ensure!(dataset.tables().ties.len() == ties && dataset.ego().is_none(), "it is another network");
            seconds(|| Ok(Layout::solve(&dataset)))?
        }
        _ => bail!("there is no task {name}"),
    };
    println!("{seconds} {}", most_memory()?);
    Ok(())
}

fn check(files: &[(String, Vec<u8>)]) -> Result<Dataset> {
    let checked = validate(&read_any(files, &ReadOptions::default()), &[]);
    Ok(checked.map_err(|report| anyhow::anyhow!("{report}"))?.0)
}

fn seconds<T>(work: impl FnOnce() -> Result<T>) -> Result<f64> {
    let before = clock();
    black_box(work()?);
    Ok(clock() - before)
}

/// Seconds that this thread has had a processor, where the system tells; or else that have passed.
fn clock() -> f64 {
    static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    let passed = START.elapsed().as_secs_f64();
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|text| text.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or(passed, |nanoseconds| nanoseconds / 1e9)
}

/// The most memory that this process has had, in MiB.
fn most_memory() -> Result<f64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).context("no such line")?;
    let kibibytes: f64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kibibytes / 1024.0)
}
