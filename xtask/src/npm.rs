//! Fetches tools from the npm registry into folders of their own.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::process::output;

/// Fetches npm packages, each with its version, into a folder; runs none of their install scripts.
///
/// # Errors
///
/// When the folder cannot be made or npm fails.
pub fn fetch(folder: &Path, packages: &[&str]) -> Result<()> {
    let names = packages.join(", ");
    println!("      fetching {names} by npm into {}", folder.display());
    fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let options = ["--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", "--prefix"];
    let mut npm = Command::new("npm");
    npm.arg("install").args(options).arg(folder).args(packages);
    output(&mut npm).map(drop).with_context(|| format!("npm cannot fetch {names}"))
}
