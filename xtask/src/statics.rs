//! What the native command line makes for the pages: the long texts, pictures, and the words that need no script.
//!
//! The command line runs as a program of its own, so that a running `serve` uses the newly built one.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::house::{House, LAST_YEAR, TEXTS};
use crate::process::{cargo, output, run};
use crate::site::{escaped, read_folder};

/// Made from the dataset for the page of the last year.
#[derive(Clone, Debug)]
pub struct Statics {
    /// The long texts and the pictures, by their names in the page.
    pub files: Vec<(String, Vec<u8>)>,
    /// HTML by the name of its place in a page: what stands between `<!--detente:` and `-->`.
    pub fills: Vec<(&'static str, String)>,
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
    let stills = folder.join("story");
    if stills.exists() {
        fs::remove_dir_all(&stills).with_context(|| format!("cannot empty {}", stills.display()))?;
    }
    fs::create_dir_all(&stills).with_context(|| format!("cannot make the folder {}", stills.display()))?;
    run_it(&["stills", "-o", &stills.to_string_lossy()])?;
    let mut files = BTreeMap::new();
    read_folder(&stills, "story/", &mut files)?;
    let mut files: Vec<(String, Vec<u8>)> = files.into_iter().collect();
    files.push(file(TEXTS, &["texts"])?);
    files.push(file("picture-light.svg", &["render", "--year", LAST_YEAR, "--theme", "light"])?);
    files.push(file("picture-dark.svg", &["render", "--year", LAST_YEAR, "--theme", "dark"])?);
    let text = |args: &[&str]| -> Result<String> { Ok(run_it(args)?.trim().to_owned()) };
    Ok(Statics {
        files,
        fills: vec![
            ("description", escaped(&text(&["describe", "--year", LAST_YEAR])?)),
            ("table", text(&["table", "--year", LAST_YEAR])?),
            ("story", text(&["story"])?),
            ("claims", text(&["claims"])?),
            ("sources", text(&["sources", "--html"])?),
        ],
    })
}
