//! `cargo xtask test`: every check, each with how long it took, to the end.

use std::time::{Duration, Instant};

use anyhow::{Result, anyhow, bail};
use clap::builder::PossibleValuesParser;

use crate::aggregate;
use crate::assemble::{Finish, Parts, assemble};
use crate::engine::{Engine, Programs};
use crate::hosts;
use crate::judges;
use crate::package;
use crate::payload::{Budget, Payload};
use crate::process::{cargo, run as run_program};
use crate::progress::{Seconds, timed};
use crate::site::{Site, VIEWER};
use crate::wasm;
use crate::workspace::Workspace;

use super::browser::test_in;
use super::install::install;

const EXAMPLES: &str = "\
Examples:
  cargo xtask test
  cargo xtask test --no-browser
  cargo xtask test --all
  cargo xtask test --only browser --engines firefox,webkit
  cargo xtask test --only fmt --only clippy";

/// Run every check, from formatting to the tests in Chromium
///
/// Runs every check and reports all that fail. Installs what it needs and may install: the wasm target by rustup,
/// wasm-opt, Vite, React and TypeScript by npm, networkx, frictionless and two SQL engines by pip, Chromium, its driver
/// and Hugo by apt-get; for other engines Firefox ESR, WebKitGTK, its driver and Xvfb by apt-get, geckodriver by cargo.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// Leave out the tests in browsers
    #[arg(long)]
    no_browser: bool,
    /// Run the browser tests in Chromium, Firefox and WebKitGTK
    #[arg(long, conflicts_with_all = ["engines", "no_browser"])]
    all: bool,
    /// Run the browser tests in these, separated by commas
    #[arg(long, value_name = "ENGINES", value_delimiter = ',', default_value = "chromium",
        value_parser = PossibleValuesParser::new(Engine::ALL.map(Engine::name)))]
    engines: Vec<String>,
    /// Run this check alone; may be given several times
    #[arg(long, value_name = "CHECK", value_parser = PossibleValuesParser::new(CHECKS.map(|check| check.name)))]
    only: Vec<String>,
}

/// The fuzz targets: a workspace of its own, whose library needs no nightly.
const FUZZ: &str = "fuzz/Cargo.toml";

/// One check: its name, what it checks, how it is run.
struct Check {
    name: &'static str,
    what: &'static str,
    run: fn(&mut Checks) -> Result<()>,
}

/// All checks, the quickest to fail first.
const CHECKS: [Check; 12] = [
    Check { name: "fmt", what: "the code is formatted", run: fmt },
    Check { name: "clippy", what: "no lint complains, natively", run: clippy },
    Check { name: "clippy-wasm", what: "no lint complains, for wasm", run: clippy_wasm },
    Check { name: "native", what: "the native tests", run: native },
    Check { name: "docs", what: "the documentation builds without a warning", run: docs },
    Check { name: "site", what: "the page builds for publishing", run: site },
    Check { name: "hosts", what: "the packages, their types, and pages of others that embed the view", run: hosts },
    Check { name: "crate", what: "the crate builds from what cargo packs", run: packed_crate },
    Check { name: "judges", what: "programs of others read what is written", run: judges },
    Check { name: "aggregate", what: "event records become ties, the same in two engines", run: aggregate },
    Check { name: "browser", what: "the tests in browsers", run: browser },
    Check { name: "payload", what: "what a reader downloads", run: payload },
];

/// What the checks share.
struct Checks {
    workspace: Workspace,
    /// The page, once it was built or failed to be.
    site: Option<Result<Site, String>>,
    /// What the browser tests run in.
    engines: Vec<Engine>,
}

pub(super) fn run(args: &Args) -> Result<()> {
    let named = || args.engines.iter().map(|name| name.parse()).collect::<Result<_>>();
    let engines = if args.all { Engine::ALL.to_vec() } else { named()? };
    let mut checks = Checks { workspace: Workspace::find()?, site: None, engines };
    let chosen = |check: &&Check| {
        let named = args.only.is_empty() || args.only.iter().any(|name| name == check.name);
        named && (check.name != "browser" || !args.no_browser)
    };
    let list: Vec<&Check> = CHECKS.iter().filter(chosen).collect();
    let start = Instant::now();
    let mut results = Vec::new();
    for (index, check) in list.iter().enumerate() {
        println!("\n== {}/{} {}: {}", index + 1, list.len(), check.name, check.what);
        let start = Instant::now();
        let result = (check.run)(&mut checks);
        if let Err(error) = &result {
            eprintln!("{}: {error:#}", check.name);
        }
        results.push((check.name, result.is_ok(), start.elapsed()));
    }
    conclude(&results, start.elapsed())
}

/// The list of results; an error if one failed.
fn conclude(results: &[(&str, bool, Duration)], all: Duration) -> Result<()> {
    println!("\n== results");
    for (index, (name, good, time)) in results.iter().enumerate() {
        let verdict = if *good { "ok" } else { "FAILED" };
        println!("{:>2}. {name:<12} {verdict:<7} {:>12}", index + 1, Seconds(*time).to_string());
    }
    let failed: Vec<_> = results.iter().filter(|(_, good, _)| !good).map(|(name, ..)| *name).collect();
    if failed.is_empty() {
        println!("All {} checks passed in {}.", results.len(), Seconds(all));
        Ok(())
    } else {
        bail!("{} of {} checks failed: {}.", failed.len(), results.len(), failed.join(", "))
    }
}

fn fmt(checks: &mut Checks) -> Result<()> {
    run_program(cargo(checks.workspace.root()).args(["fmt", "--all", "--check"]))?;
    run_program(cargo(checks.workspace.root()).args(["fmt", "--manifest-path", FUZZ, "--check"]))
}

fn clippy(checks: &mut Checks) -> Result<()> {
    run_program(cargo(checks.workspace.root()).args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))?;
    // In a folder of its own: the features differ, and each run would otherwise build again what the other has built.
    run_program(
        cargo(checks.workspace.root())
            .args(["clippy", "--manifest-path", FUZZ, "--lib", "--target-dir"])
            .arg(checks.workspace.target().join("fuzz-check"))
            .args(["--", "-D", "warnings"]),
    )
}

fn clippy_wasm(checks: &mut Checks) -> Result<()> {
    wasm::ensure_target(&checks.workspace)?;
    // The viewer, and the workbench.
    for features in ["", "workbench"] {
        run_program(
            cargo(checks.workspace.root())
                .args(["clippy", "--lib", "--no-default-features", "--features", features])
                .args(["--target", "wasm32-unknown-unknown", "--", "-D", "warnings"]),
        )?;
    }
    Ok(())
}

fn native(checks: &mut Checks) -> Result<()> {
    run_program(cargo(checks.workspace.root()).args(["test", "--workspace", "--exclude", "detente-browser"]))
}

fn docs(checks: &mut Checks) -> Result<()> {
    run_program(
        cargo(checks.workspace.root()).args(["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"),
    )
}

fn site(checks: &mut Checks) -> Result<()> {
    checks.site().map(drop)
}

fn hosts(checks: &mut Checks) -> Result<()> {
    let workspace = checks.workspace.clone();
    hosts::build(&workspace, checks.site()?)
}

fn packed_crate(checks: &mut Checks) -> Result<()> {
    package::check_crate(&checks.workspace).map(|files| println!("The crate has {} files.", files.len()))
}

fn judges(checks: &mut Checks) -> Result<()> {
    judges::check(&checks.workspace)
}

fn aggregate(checks: &mut Checks) -> Result<()> {
    aggregate::check(&checks.workspace)
}

fn browser(checks: &mut Checks) -> Result<()> {
    let programs = checks
        .engines
        .iter()
        .map(|&engine| Ok((engine, Programs::find_or_install(engine, &checks.workspace.tools())?)));
    let programs: Vec<(Engine, Programs)> = programs.collect::<Result<_>>()?;
    checks.site()?;
    let installed = checks.workspace.target().join("installed");
    install(&checks.workspace, &checks.workspace.test_site().join(VIEWER), Some(&installed), true)?;
    test_in(&checks.workspace, &programs, &installed)
}

fn payload(checks: &mut Checks) -> Result<()> {
    let dataset = wasm::packed_dataset(&checks.workspace);
    let budget = Budget::read(&checks.workspace)?;
    let payload = Payload::weigh(checks.site()?, dataset.as_deref(), &budget)?;
    println!("{payload}");
    payload.check()
}

impl Checks {
    /// The page as for readers, built at most once.
    fn site(&mut self) -> Result<&Site> {
        let workspace = &self.workspace;
        let built = self.site.get_or_insert_with(|| build(workspace).map_err(|error| format!("{error:#}")));
        built.as_ref().map_err(|error| anyhow!("there is no page to check: {error}"))
    }
}

fn build(workspace: &Workspace) -> Result<Site> {
    let parts = Parts::build(workspace, Finish::Release)?;
    // The same as modules that are served as they are, as `serve` has them.
    assemble(workspace, &parts, Finish::Draft)?.write(&workspace.test_modules())?;
    let mut site = timed("the page", || assemble(workspace, &parts, Finish::Release))?;
    timed("compressing", || site.compress())?;
    site.write(&workspace.test_site())?;
    Ok(site)
}
