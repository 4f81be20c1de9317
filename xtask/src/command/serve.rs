//! `cargo xtask serve`: the page on this machine, rebuilt on every change.

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Result;

use crate::assemble::{Finish, Parts, assemble};
use crate::progress::Seconds;
use crate::server::{Overrides, Running, Server};
use crate::watch::Watch;
use crate::workspace::Workspace;

const EXAMPLES: &str = "\
Examples:
  cargo xtask serve
  cargo xtask serve --port 0 --release
  cargo xtask serve --data ../my-data";

/// Build the page, serve it on this machine, rebuild it on every change
///
/// Builds the page into dist/, serves it on 127.0.0.1 and prints its address. Builds it again whenever src/, www/ or
/// the dataset changes; while that fails, the last good page is served.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// Serve on this port; 0 takes a free one
    #[arg(long, default_value_t = 8000)]
    port: u16,
    /// Build as for readers: slower to build, smaller and faster to use
    #[arg(long)]
    release: bool,
    /// Build the page for the dataset in this folder; data/north-korea unless given
    #[arg(long, value_name = "DIR", env = "DETENTE_DATA")]
    data: Option<PathBuf>,
}

pub(super) fn run(args: &Args) -> Result<()> {
    let workspace = Workspace::find()?.with_dataset(args.data.as_deref())?;
    let finish = if args.release { Finish::Release } else { Finish::Draft };
    // The port first: a port in use must not be reported after minutes of building.
    let server = Server::bind(args.port)?;
    // Watching before building, so that a change during the build is not missed.
    let watch = Watch::new(&watched(&workspace))?;
    let mut parts = Parts::build(&workspace, finish)?;
    let site = assemble(&workspace, &parts, finish)?;
    site.write(&workspace.dist())?;
    let running = server.start(site, Overrides::default())?;
    println!("Détente is at {}", running.url());
    loop {
        let changed = watch.wait()?;
        let start = Instant::now();
        println!("\nChanged: {}", names(&workspace, &changed));
        match rebuild(&workspace, finish, &changed, &mut parts, &running) {
            Ok(()) => println!("Built in {}: {}", Seconds(start.elapsed()), running.url()),
            Err(error) => eprintln!("{error:#}\nThe last good page is still at {}", running.url()),
        }
    }
}

/// What the page is made of.
fn watched(workspace: &Workspace) -> Vec<PathBuf> {
    let root = workspace.root();
    let mut paths = ["src", "www", "build.rs", "Cargo.toml", "Cargo.lock"].map(|name| root.join(name)).to_vec();
    paths.push(workspace.dataset().to_path_buf());
    paths
}

/// Builds what depends on the changed files; static files of the page need no compiler.
fn rebuild(
    workspace: &Workspace,
    finish: Finish,
    changed: &[PathBuf],
    parts: &mut Parts,
    running: &Running,
) -> Result<()> {
    if !changed.iter().all(|path| path.starts_with(workspace.www())) {
        *parts = Parts::build(workspace, finish)?;
    }
    let site = assemble(workspace, parts, finish)?;
    site.write(&workspace.dist())?;
    running.publish(site);
    Ok(())
}

/// The changed files in a line.
fn names(workspace: &Workspace, changed: &[PathBuf]) -> String {
    let short = |path: &PathBuf| path.strip_prefix(workspace.root()).unwrap_or(Path::new(path)).display().to_string();
    let mut names: Vec<_> = changed.iter().take(3).map(short).collect();
    if changed.len() > names.len() {
        names.push(format!("and {} more", changed.len() - names.len()));
    }
    names.join(", ")
}
