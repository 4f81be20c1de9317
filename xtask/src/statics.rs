//! What the native command line makes for the page: the long texts, two pictures, a description, a table.
//!
//! The command line runs as a program of its own, so that a running `serve` uses the newly built one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::house::{House, LAST_YEAR, TEXTS};
use crate::process::{cargo, output, run};

/// Made from the dataset for the page of the last year.
#[derive(Clone, Debug)]
pub struct Statics {
    /// The long texts and the pictures, by their names in the page.
    pub files: Vec<(String, Vec<u8>)>,
    /// The last year in words.
    pub description: String,
    /// The last year as an HTML table.
    pub table: String,
}

/// Builds the command line; where it is.
pub fn compile(house: &House) -> Result<PathBuf> {
    run(cargo(house.root()).args(["build", "--bin", "detente"])).context("the command line does not compile")?;
    Ok(house.target().join("debug").join(format!("detente{}", std::env::consts::EXE_SUFFIX)))
}

/// Has the command line make everything.
pub fn make(house: &House, detente: &Path) -> Result<Statics> {
    let folder = house.target().join("statics");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let run_it = |args: &[&str]| output(Command::new(detente).arg(args[0]).arg(house.dataset()).args(&args[1..]));
    let file = |name: &str, args: &[&str]| -> Result<(String, Vec<u8>)> {
        let path = folder.join(name);
        let to = path.to_string_lossy();
        run_it(&[args, &["-o", to.as_ref()]].concat())?;
        Ok((name.to_owned(), fs::read(&path).with_context(|| format!("`detente {}` wrote no {name}", args[0]))?))
    };
    Ok(Statics {
        files: vec![
            file(TEXTS, &["texts"])?,
            file("picture-light.svg", &["render", "--year", LAST_YEAR, "--theme", "light"])?,
            file("picture-dark.svg", &["render", "--year", LAST_YEAR, "--theme", "dark"])?,
        ],
        description: run_it(&["describe", "--year", LAST_YEAR])?.trim().to_owned(),
        table: run_it(&["table", "--year", LAST_YEAR, "--html"])?.trim().to_owned(),
    })
}
