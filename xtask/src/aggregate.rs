//! Runs `examples/events/`: event records become ties by one SQL text in two engines, which must give the same tables.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::process::{cannot_start, output, run};
use crate::progress::Progress;
use crate::python;
use crate::statics;
use crate::workspace::Workspace;

/// How many event records are generated.
const ROWS: &str = "200000";

/// How many of them must be enough to find one that is wrong.
const FEWER_ROWS: &str = "50000";

/// What the example prints when two engines disagree.
const DISAGREE: &str = "give different tables";

/// Runs the example by year and by month, with mistakes that it must find, and has the command line check and draw what
/// it writes. Where Python is missing nothing is run, except in a continuous build.
pub fn check(workspace: &Workspace) -> Result<()> {
    let mut progress = Progress::new(7);
    let python = match progress.step("looking for Python and the engines", || {
        python::environment(workspace, "events", &workspace.root().join("examples/events/requirements.txt"))
    }) {
        Err(error) if env::var_os("CI").is_none() => {
            println!("      left out: {error:#}");
            return Ok(());
        }
        python => python?,
    };
    let example = Example { python, script: workspace.root().join("examples/events/run.py") };
    let written = workspace.target().join("events");
    let (years, months) = (written.join("years"), written.join("months"));
    progress.step("by year, in two engines and in plain Python", || {
        run(example.command(&["--rows", ROWS, "--reference", "--output"]).arg(&years))
    })?;
    progress.step("by month", || {
        run(example.command(&["--rows", ROWS, "--reference", "--months", "1", "--output"]).arg(&months))
    })?;
    for engine in ["duckdb", "datafusion"] {
        let what = format!("that one wrong row for {engine} is found");
        progress.step(&what, || example.finds_mistake(engine))?;
    }
    let detente = progress.step("compiling the command line", || statics::compile(workspace))?;
    progress.step("checking and drawing both datasets", || {
        [years, months].iter().try_for_each(|dataset| is_clean_and_drawn(&detente, dataset))
    })
}

/// The example and the Python that has its packages.
struct Example {
    python: PathBuf,
    script: PathBuf,
}

impl Example {
    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(&self.python);
        // Bytecode beside the scripts would be untracked files in the repository.
        command.env("PYTHONDONTWRITEBYTECODE", "1").arg(&self.script).args(args);
        command
    }

    /// Fails unless the comparison fails when one engine is given one wrong row.
    fn finds_mistake(&self, engine: &str) -> Result<()> {
        let mut command = self.command(&["--rows", FEWER_ROWS, "--planted", engine]);
        let done = command.output().map_err(|error| cannot_start(&command, &error))?;
        let message = String::from_utf8_lossy(&done.stderr);
        ensure!(!done.status.success(), "a wrong row for {engine} was not noticed");
        ensure!(message.contains(DISAGREE), "a wrong row for {engine} led to another error:\n{message}");
        println!("{}", message.trim_end());
        Ok(())
    }
}

/// The command line finds nothing wrong in a dataset and draws it round its ego.
fn is_clean_and_drawn(detente: &Path, dataset: &Path) -> Result<()> {
    let report = output(Command::new(detente).arg("check").arg(dataset))?;
    ensure!(report.contains("no errors, no warnings"), "the dataset is not clean:\n{report}");
    let descriptor = fs::read(dataset.join("datapackage.json")).context("there is no descriptor")?;
    let descriptor: serde_json::Value = serde_json::from_slice(&descriptor).context("the descriptor is no JSON")?;
    let ego = descriptor["detente"]["ego"].as_str().context("the descriptor names no ego")?;
    let picture = dataset.with_extension("svg");
    output(Command::new(detente).arg("render").arg(dataset).arg("--output").arg(&picture))?;
    let drawn = fs::read_to_string(&picture).with_context(|| format!("cannot read {}", picture.display()))?;
    ensure!(drawn.contains(&format!(">{ego}<")), "{} does not show the ego, {ego}", picture.display());
    Ok(())
}
