//! `cargo xtask install`: the command line with the viewer inside.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::assemble::{Finish, Parts};
use crate::bundle::{divide_styles, in_folder};
use crate::esbuild::Esbuild;
use crate::process::{cargo, run as run_program};
use crate::site::{Site, VIEWER};
use crate::viewer;
use crate::workspace::Workspace;

const EXAMPLES: &str = "\
Examples:
  cargo xtask install
  cargo xtask install --root ~/.local";

/// The variable that names the viewer to the build script of `detente`.
const VARIABLE: &str = "DETENTE_VIEWER";

/// Install the command line `detente`, with everything that `detente page` needs inside
///
/// Builds the viewer and then the command line with it. `cargo install --path .` installs the same without the viewer.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// Install into this folder's bin, and not where cargo installs
    #[arg(long, value_name = "DIR")]
    root: Option<PathBuf>,
    /// Build it unoptimised, which takes a fifth of the time
    #[arg(long)]
    debug: bool,
}

pub(super) fn run(args: &Args) -> Result<()> {
    let workspace = Workspace::find()?;
    let file = workspace.target().join("viewer").join(VIEWER);
    let page = build(&workspace)?;
    let folder = file.parent().context("the viewer has a folder")?;
    fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    fs::write(&file, page).with_context(|| format!("cannot write {}", file.display()))?;
    install(&workspace, &file, args.root.as_deref(), args.debug)
}

/// Installs the command line with a viewer that is built.
pub(super) fn install(workspace: &Workspace, viewer: &Path, root: Option<&Path>, debug: bool) -> Result<()> {
    let mut command = cargo(workspace.root());
    command.args(["install", "--locked", "--force", "--path", "."]).env(VARIABLE, viewer);
    if let Some(root) = root {
        command.arg("--root").arg(root);
    }
    if debug {
        command.arg("--debug");
    }
    run_program(&mut command)
}

/// Builds the viewer alone, of the program and the scripts.
fn build(workspace: &Workspace) -> Result<String> {
    let tool = Esbuild::find(workspace)?;
    let parts = Parts::program(workspace, Finish::Published)?;
    let mut site = Site::read(&workspace.www())?;
    site.extend(parts.glue());
    in_folder(workspace, |folder| {
        site.write(folder)?;
        divide_styles(&tool, folder)?;
        viewer::template(&site, &tool, folder, workspace, parts.dataset())
    })
}
