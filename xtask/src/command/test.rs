//! `cargo xtask test`: every check, each with how long it took, to the end.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow, bail};
use lexopt::{Arg, Parser, ValueExt as _};

use crate::chromium::Chromium;
use crate::hosts;
use crate::house::House;
use crate::package;
use crate::payload::Payload;
use crate::process::{cargo, run as run_program};
use crate::progress::Seconds;
use crate::site::{Finish, Site};
use crate::wasm;

use super::{Usage, helped, unknown, unreadable};

const HELP: &str = "\
cargo xtask test [--no-browser] [--only NAME]...

Runs every check and reports all that fail. Installs what it needs and may install: the wasm target by
rustup, wasm-opt, Vite, React and TypeScript by npm, Chromium, its driver and Hugo by apt-get.

  --no-browser   leave out the tests in Chromium
  --only NAME    run this check alone; may be given several times

Checks: ";

/// One check: its name, what it looks at, how.
struct Check {
    name: &'static str,
    what: &'static str,
    run: fn(&mut Bench) -> Result<()>,
}

/// All checks, the quickest to fail first.
const CHECKS: [Check; 10] = [
    Check { name: "fmt", what: "the code is formatted", run: fmt },
    Check { name: "clippy", what: "no lint complains, natively", run: clippy },
    Check { name: "clippy-wasm", what: "no lint complains, for wasm", run: clippy_wasm },
    Check { name: "native", what: "the native tests", run: native },
    Check { name: "docs", what: "the documentation builds without a warning", run: docs },
    Check { name: "site", what: "the page builds for publishing", run: site },
    Check { name: "hosts", what: "the packages, their types, and pages of others that embed the view", run: hosts },
    Check { name: "crate", what: "the crate builds from what cargo packs", run: packed_crate },
    Check { name: "browser", what: "the tests in Chromium", run: browser },
    Check { name: "payload", what: "what a reader downloads", run: payload },
];

/// What the checks share.
struct Bench {
    house: House,
    /// The page, once it was built or failed to be.
    site: Option<Result<Site, String>>,
}

struct Options {
    browser: bool,
    only: Vec<String>,
}

pub(super) fn run(parser: Parser) -> Result<()> {
    let Some(options) = options(parser)? else { return Ok(()) };
    let mut bench = Bench { house: House::find()?, site: None };
    let chosen = |check: &&Check| {
        let named = options.only.is_empty() || options.only.iter().any(|name| name == check.name);
        named && (options.browser || check.name != "browser")
    };
    let checks: Vec<&Check> = CHECKS.iter().filter(chosen).collect();
    let start = Instant::now();
    let mut results = Vec::new();
    for (index, check) in checks.iter().enumerate() {
        println!("\n== {}/{} {}: {}", index + 1, checks.len(), check.name, check.what);
        let start = Instant::now();
        let result = (check.run)(&mut bench);
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

fn options(mut parser: Parser) -> Result<Option<Options>> {
    let mut options = Options { browser: true, only: Vec::new() };
    while let Some(argument) = parser.next().map_err(|error| unreadable(&error))? {
        match argument {
            Arg::Long("no-browser") => options.browser = false,
            Arg::Long("only") => {
                let name: String =
                    parser.value().and_then(|value| value.parse()).map_err(|error| unreadable(&error))?;
                if !CHECKS.iter().any(|check| check.name == name) {
                    return Err(Usage(format!("there is no check `{name}`; there are {}.", all_names())).into());
                }
                options.only.push(name);
            }
            argument if helped(&argument, &format!("{HELP}{}.\n", all_names())) => return Ok(None),
            argument => return Err(unknown("test", argument)),
        }
    }
    Ok(Some(options))
}

fn all_names() -> String {
    CHECKS.map(|check| check.name).join(", ")
}

fn fmt(bench: &mut Bench) -> Result<()> {
    run_program(cargo(bench.house.root()).args(["fmt", "--all", "--check"]))
}

fn clippy(bench: &mut Bench) -> Result<()> {
    run_program(cargo(bench.house.root()).args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

fn clippy_wasm(bench: &mut Bench) -> Result<()> {
    wasm::ensure_target(&bench.house)?;
    let target = ["--target", "wasm32-unknown-unknown"];
    run_program(
        cargo(bench.house.root())
            .args(["clippy", "--lib", "--no-default-features"])
            .args(target)
            .args(["--", "-D", "warnings"]),
    )
}

fn native(bench: &mut Bench) -> Result<()> {
    run_program(cargo(bench.house.root()).args(["test", "--workspace", "--exclude", "detente-browser"]))
}

fn docs(bench: &mut Bench) -> Result<()> {
    run_program(cargo(bench.house.root()).args(["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"))
}

fn site(bench: &mut Bench) -> Result<()> {
    bench.site().map(drop)
}

fn hosts(bench: &mut Bench) -> Result<()> {
    let house = bench.house.clone();
    hosts::build(&house, bench.site()?)
}

fn packed_crate(bench: &mut Bench) -> Result<()> {
    package::check_crate(&bench.house).map(|files| println!("The crate has {} files.", files.len()))
}

fn browser(bench: &mut Bench) -> Result<()> {
    Chromium::find_or_install()?;
    bench.site()?;
    let tested = bench.house.tested();
    let mut command = cargo(bench.house.root());
    command.args(["test", "--package", "detente-browser"]).env("DETENTE_SITE", tested);
    command.env("DETENTE_HOSTS", hosts::folder(&bench.house));
    // A failed test says what it saw; where in the harness it noticed is of no use.
    run_program(command.env("RUST_LIB_BACKTRACE", "0"))
}

fn payload(bench: &mut Bench) -> Result<()> {
    let dataset = wasm::packed_dataset(&bench.house);
    println!("{}", Payload::weigh(bench.site()?, dataset.as_deref())?);
    Ok(())
}

impl Bench {
    /// The page as for readers, built at most once.
    fn site(&mut self) -> Result<&Site> {
        let house = &self.house;
        let built =
            self.site.get_or_insert_with(|| build(house, &house.tested()).map_err(|error| format!("{error:#}")));
        built.as_ref().map_err(|error| anyhow!("there is no page to look at: {error}"))
    }
}

fn build(house: &House, folder: &Path) -> Result<Site> {
    let mut site = Site::build(house, Finish::Release)?;
    site.press()?;
    site.write(folder)?;
    Ok(site)
}
