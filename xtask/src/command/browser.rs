//! Runs the browser tests, and the programs that use their harness.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};

use crate::engine::{ENGINE_VARIABLE, Engine, Programs};
use crate::hosts;
use crate::outcomes::{OUTCOMES_VARIABLE, Outcomes};
use crate::process::{cargo, run};
use crate::progress::Seconds;
use crate::workspace::Workspace;

/// Runs all browser tests once in each engine, on the page that was built for testing, and says what ran where and why
/// the rest did not. The whole table is kept in `engines.md` of the build folder.
///
/// # Errors
///
/// When a test fails in one of them; the others are tested all the same.
pub(super) fn test_in(workspace: &Workspace, engines: &[(Engine, Programs)], installed: &Path) -> Result<()> {
    let file = workspace.target().join("outcomes.jsonl");
    fs::write(&file, "").with_context(|| format!("cannot write {}", file.display()))?;
    let mut lines = Vec::new();
    let mut failed = Vec::new();
    for (engine, programs) in engines {
        println!("      in {engine}");
        let start = Instant::now();
        let mut command = cargo(workspace.root());
        command.args(["test", "--package", "detente-browser"]).env(ENGINE_VARIABLE, engine.name());
        command.env("DETENTE_SITE", workspace.test_site()).env("DETENTE_MODULES", workspace.test_modules());
        command.env("DETENTE_HOSTS", hosts::folder(workspace)).env(OUTCOMES_VARIABLE, &file);
        command.env("DETENTE_COMMAND", installed.join("bin").join(format!("detente{}", std::env::consts::EXE_SUFFIX)));
        if *engine == Engine::Firefox {
            command.env("GECKODRIVER", &programs.driver);
        }
        // A failed test prints what it saw; a backtrace of the harness adds nothing.
        let result = run(command.env("RUST_LIB_BACKTRACE", "0"));
        if result.is_err() {
            failed.push(engine.to_string());
        }
        let verdict = if result.is_ok() { "ok" } else { "FAILED" };
        lines.push((*engine, verdict, start.elapsed()));
    }
    let outcomes = Outcomes::read(&file)?;
    for (engine, verdict, time) in lines {
        let (ran, left_out) = outcomes.counts(engine);
        println!("      {engine}: {verdict} in {}; {ran} tests, {left_out} left out", Seconds(time));
        print!("{}      the slowest:\n{}", outcomes.left_out(engine), outcomes.slowest(engine));
    }
    fs::write(workspace.target().join("engines.md"), outcomes.to_markdown())?;
    if failed.is_empty() { Ok(()) } else { bail!("tests failed in {}", failed.join(", ")) }
}

/// Runs a program on the page that was built for testing.
pub(super) fn run_program(workspace: &Workspace, name: &str) -> Result<()> {
    run(&mut program(workspace, name))
}

/// The command that runs such a program.
pub(super) fn program(workspace: &Workspace, name: &str) -> Command {
    let mut command = cargo(workspace.root());
    command.args(["run", "--quiet", "--package", "detente-browser", "--bin", name]);
    command.env("DETENTE_SITE", workspace.test_site()).env("RUST_LIB_BACKTRACE", "0");
    command
}
