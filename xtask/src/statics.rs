//! What the native command line makes for the pages: the long texts, pictures, and the words that need no script.
//!
//! The command line runs as a program of its own, so that a running `serve` uses the newly built one.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::house::{House, LAST_YEAR, TEXTS};
use crate::process::{cargo, output, run};
use crate::site::{escaped, read_folder};

/// The years that have a share page and pictures of their own, beside the last one.
const SHARED_YEARS: [&str; 10] = ["1950", "1953", "1961", "1972", "1991", "1994", "2000", "2006", "2018", "2024"];

/// Names the address under which the site will stand, for the share pages' absolute addresses.
const BASE: &str = "DETENTE_BASE";

/// Made from the dataset for the page of the last year.
#[derive(Clone, Debug)]
pub struct Statics {
    /// The long texts, the pictures and the share pages, by their names in the page.
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
    let fresh = |name: &str| -> Result<PathBuf> {
        let path = folder.join(name);
        if path.exists() {
            fs::remove_dir_all(&path).with_context(|| format!("cannot empty {}", path.display()))?;
        }
        fs::create_dir_all(&path).with_context(|| format!("cannot make the folder {}", path.display()))?;
        Ok(path)
    };
    let stills = fresh("story")?;
    run_it(&["stills", "-o", &stills.to_string_lossy()])?;
    let mut files = BTreeMap::new();
    read_folder(&stills, "story/", &mut files)?;
    let years = format!("{},{LAST_YEAR}", SHARED_YEARS.join(","));
    // Every year, because a frame or a newsletter may show any of them where nothing moves.
    let pictures = fresh("pictures")?;
    run_it(&["render", "--all-years", "-o", &pictures.to_string_lossy()])?;
    read_folder(&pictures, "pictures/", &mut files)?;
    let words = run_it(&["describe", "--all-years"])?;
    let words: BTreeMap<&str, &str> = words.lines().filter_map(|line| line.split_once('\t')).collect();
    files.insert("pictures/alt.json".into(), serde_json::to_vec(&words)?);
    let cards = fresh("cards")?;
    let base = env::var(BASE).unwrap_or_default();
    let base = if base.is_empty() { vec![] } else { vec!["--base", &base] };
    run_it(&[&["cards", "--years", &years, "-o", cards.to_string_lossy().as_ref()], base.as_slice()].concat())?;
    read_folder(&cards, "", &mut files)?;
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
