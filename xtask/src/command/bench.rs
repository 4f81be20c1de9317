//! `cargo xtask bench`: what the page weighs and what it costs, beside a floor and beside another revision.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};
use clap::builder::{PossibleValuesParser, RangedU64ValueParser};

use crate::assemble::{Finish, build};
use crate::chromium::Chromium;
use crate::payload::{Budget, Payload};
use crate::plan::{Against, MEASURES, PLAN_VARIABLE, Plan};
use crate::process::{cargo, output, run as run_command};
use crate::site::Site;
use crate::wasm;
use crate::workspace::Workspace;

use super::browser::program;

const EXAMPLES: &str = "\
Examples:
  cargo xtask bench
  cargo xtask bench --only step,wait --rounds 7
  cargo xtask bench --against HEAD~3
  cargo xtask bench --only engines";

/// Measure what the page weighs and costs in browsers
///
/// Builds the page as for readers and measures it in Chromium beside a floor: a page written by hand that draws the
/// same marks. The runs alternate; medians and spreads are printed, and kept in target/bench.json and target/bench.md.
/// The measures:
///
/// payload: bytes to download. step: time of a slider step on the main thread and in all processes, and pictures a
/// second. wait: from the input to the screen. first: first picture and first live frame on a slow network. shift: how
/// far things move while the page loads. embeds: 20 views in a page. drag: by pointer on a slow phone. star: datasets of
/// many actors round the ego. heap: growth over many steps. native: checking and laying out large networks. load: a
/// large network in the element and in the workbench. engines: other browsers, where they are installed.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// Measure these alone, separated by commas
    #[arg(long, value_name = "NAMES", value_delimiter = ',', value_parser = PossibleValuesParser::new(MEASURES))]
    only: Vec<String>,
    /// Runs of each side
    #[arg(long, value_name = "COUNT", default_value_t = 5, value_parser = RangedU64ValueParser::<usize>::new().range(1..=99))]
    rounds: usize,
    /// Measure the page of this revision in the same run; it is built under target/against/
    #[arg(long, value_name = "REV")]
    against: Option<String>,
}

pub(super) fn run(args: &Args) -> Result<()> {
    let workspace = Workspace::find()?;
    Chromium::find_or_install()?;
    let against = args.against.as_deref().map(|revision| against(&workspace, revision)).transpose()?;
    let mut site = build(&workspace, Finish::Release)?;
    site.compress()?;
    site.write(&workspace.test_site())?;
    let dataset = wasm::packed_dataset(&workspace);
    let payload = Payload::weigh(&site, dataset.as_deref(), &Budget::read(&workspace)?)?;
    println!("\n{payload}");
    let chosen = |name: &&&str| args.only.is_empty() || args.only.iter().any(|only| only == **name);
    let plan = Plan {
        measures: MEASURES.iter().filter(chosen).map(ToString::to_string).collect(),
        rounds: args.rounds,
        revision: output(git(workspace.root()).args(["describe", "--always", "--dirty"]))?.trim().to_owned(),
        payload: payload.sums(),
        against,
    };
    let mut command = program(&workspace, "bench");
    // Composing 50,000 marks for the floor takes minutes where nothing is optimised.
    command.args(["--config", "profile.dev.package.detente.opt-level=2"]).env("DETENTE_RESULTS", workspace.target());
    run_command(command.env(PLAN_VARIABLE, serde_json::to_string(&plan)?))
}

/// The page of another revision, built in a worktree under the build folder, and kept there for the next time.
fn against(workspace: &Workspace, revision: &str) -> Result<Against> {
    let commit = output(git(workspace.root()).args(["rev-parse", "--verify", &format!("{revision}^{{commit}}")]))?;
    let (commit, folder) = (commit.trim(), workspace.target().join("against"));
    let short = commit.get(..12).unwrap_or(commit);
    let (site, command_line) = (folder.join(format!("{short}-site")), folder.join(format!("{short}-detente")));
    if !site.join("index.html").is_file() || !command_line.is_file() {
        println!("      building the page of {revision} ({short})");
        let tree = folder.join(short);
        let result = build_in(workspace, commit, &tree, &site, &command_line);
        run_command(git(workspace.root()).args(["worktree", "remove", "--force"]).arg(&tree))?;
        result.with_context(|| format!("the page of {revision} cannot be built"))?;
    }
    let payload = Payload::weigh(&Site::read(&site)?, None, &Budget::read(workspace)?)?.sums();
    Ok(Against { revision: revision.to_owned(), site, command_line, payload })
}

/// Builds a commit in a worktree of its own; its page and its command line are kept.
fn build_in(workspace: &Workspace, commit: &str, tree: &Path, site: &Path, command_line: &Path) -> Result<()> {
    run_command(
        git(workspace.root()).args(["worktree", "add", "--quiet", "--force", "--detach"]).arg(tree).arg(commit),
    )?;
    // One folder for all revisions, because tools and dependencies are mostly the same.
    let target = tree.with_file_name("target");
    let build = |args: &[&str]| run_command(cargo(tree).args(args).env("CARGO_TARGET_DIR", &target));
    let published = build(&["xtask", "dist"]);
    // It fails over its budget when the page is written, and the page is what is asked for.
    let page = Site::read(&tree.join("dist")).and_then(|page| {
        page.require("index.html")?;
        Ok(page)
    });
    let page = match published {
        Ok(()) => page?,
        Err(error) => page.map_err(|_| error)?,
    };
    build(&["build", "--quiet", "--release", "--bin", "detente"])?;
    fs::copy(target.join("release/detente"), command_line).context("cannot keep its command line")?;
    page.write(site)
}

fn git(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command.current_dir(folder);
    command
}
