//! `cargo xtask dist`: the page for publishing.

use std::path::PathBuf;

use anyhow::Result;

use crate::assemble::{Finish, build};
use crate::payload::{Budget, Payload};
use crate::wasm;
use crate::workspace::Workspace;

const EXAMPLES: &str = "\
Examples:
  cargo xtask dist
  DETENTE_BASE=https://example.org/detente/ cargo xtask dist
  cargo xtask dist --data ../my-data";

/// Build the page for publishing, into dist/
///
/// Optimises the wasm and puts a .br and a .gz beside each file that they are smaller than. Any static host can serve
/// the folder, from any path. Prints what a reader downloads, and fails when that is more than xtask/budget.json allows.
///
/// Share pages need absolute addresses: set `DETENTE_BASE` to where the site will be published.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// Build the page for the dataset in this folder; data/north-korea unless given
    #[arg(long, value_name = "DIR", env = "DETENTE_DATA")]
    data: Option<PathBuf>,
}

pub(super) fn run(args: &Args) -> Result<()> {
    let workspace = Workspace::find()?.with_dataset(args.data.as_deref())?;
    let site = build(&workspace, Finish::Published)?;
    site.write(&workspace.dist())?;
    let payload = Payload::weigh(&site, wasm::packed_dataset(&workspace).as_deref(), &Budget::read(&workspace)?)?;
    println!("\n{payload}");
    println!("The page for publishing is in {}", workspace.dist().display());
    // The budget is that of the first dataset; another one may be larger.
    if args.data.is_none() { payload.check() } else { Ok(()) }
}
