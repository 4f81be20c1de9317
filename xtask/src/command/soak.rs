//! `cargo xtask soak`: the view used for long in browsers, and what grows meanwhile.

use anyhow::{Result, bail};
use clap::builder::PossibleValuesParser;

use crate::assemble::{Finish, build};
use crate::engine::{Engine, Programs};
use crate::plan::{PHASES, SOAK_VARIABLE, SoakPlan};
use crate::process::run as run_command;
use crate::workspace::Workspace;

use super::browser::program;

const EXAMPLES: &str = "\
Examples:
  cargo xtask soak
  cargo xtask soak --engines firefox --share 0.1
  cargo xtask soak --planted --share 0.05";

/// Use the view for long in browsers, and find what grows
///
/// Moves the slider by 100,000 steps, loads 1,000 datasets, takes the element out of the page and puts it back 1,000
/// times and changes its size 10,000 times, in Chromium, Firefox ESR and WebKitGTK. On the way it counts what each
/// engine tells: Chromium the heap of scripts, nodes and listeners; Firefox bytes of objects and nodes, and listeners; all
/// of them elements, WebAssembly memories and their pages, and the bytes of the page's process. Fails when something grows
/// with the use.
///
/// With --planted, the page keeps something of each turn, which must be found.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// Soak in these, separated by commas
    #[arg(long, value_name = "ENGINES", value_delimiter = ',', default_value = "chromium,firefox,webkit",
        value_parser = PossibleValuesParser::new(Engine::ALL.map(Engine::name)))]
    engines: Vec<String>,
    /// Do these alone, separated by commas
    #[arg(long, value_name = "PHASES", value_delimiter = ',', default_value = "steps,loads,reconnects,resizes",
        value_parser = PossibleValuesParser::new(PHASES))]
    only: Vec<String>,
    /// Do this share of it all
    #[arg(long, value_name = "SHARE", default_value_t = 1.0)]
    share: f64,
    /// Prove that what the page keeps is found
    #[arg(long)]
    planted: bool,
    /// Take the page that was built for testing last
    #[arg(long)]
    built: bool,
}

pub(super) fn run(args: &Args) -> Result<()> {
    if !(args.share > 0.0 && args.share <= 100.0) {
        bail!("--share is more than 0 and at most 100.");
    }
    let workspace = Workspace::find()?;
    let mut geckodriver = None;
    for name in &args.engines {
        let programs = Programs::find_or_install(name.parse()?, &workspace.tools())?;
        if name == Engine::Firefox.name() {
            geckodriver = Some(programs.driver);
        }
    }
    if !args.built {
        build(&workspace, Finish::Release)?.write(&workspace.test_site())?;
    }
    let plan =
        SoakPlan { engines: args.engines.clone(), phases: args.only.clone(), share: args.share, planted: args.planted };
    let mut command = program(&workspace, "soak");
    if let Some(driver) = geckodriver {
        command.env("GECKODRIVER", driver);
    }
    run_command(command.env(SOAK_VARIABLE, serde_json::to_string(&plan)?))
}
