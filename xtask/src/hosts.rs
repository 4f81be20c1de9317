//! Pages of others that embed the view, built as their owners build them: the browser tests visit them.

mod node;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::apt::Apt;
use crate::house::{House, TEXTS};
use crate::process::{output, which};
use crate::progress::Progress;
use crate::site::Site;
use crate::wasm::WASM;

use self::node::{BUNDLERS, Node};

/// The picture that the pages show first, as `detente render` makes it.
const PICTURE: &str = "pictures/1972.svg";

/// Where the built pages are, one folder each.
pub fn folder(house: &House) -> PathBuf {
    house.target().join("hosts")
}

/// Builds all of them from a built page. What cannot be had is left out, unless this is a continuous build.
pub fn build(house: &House, site: &Site) -> Result<()> {
    let built = folder(house);
    if built.exists() {
        fs::remove_dir_all(&built).with_context(|| format!("cannot empty {}", built.display()))?;
    }
    let mut progress = Progress::of(6 + BUNDLERS.len());
    progress.step("plain HTML", || plain(house, site)?.write(&built.join("plain")))?;
    let hugo = progress.step("looking for Hugo", || had(find_hugo()))?;
    progress.step("a Hugo blog", || hugo.map_or(Ok(()), |hugo| blog(house, site, &hugo)))?;
    let node = progress.step("packing for npm, looking for TypeScript, React and the bundlers", || {
        had(Node::find(house)).and_then(|node| node.map(|node| node.prepared(house, site)).transpose())
    })?;
    let Some(node) = node else { return Ok(()) };
    progress.step("types of the package and of all scripts", || {
        node.check_types("types")?;
        node.check_types("types/tsconfig.react-18.json")?;
        node.check_types("react")?;
        node.check_types("types/tsconfig.scripts.json")
    })?;
    progress.step("an import where there is no browser", || node.import_alone())?;
    for bundler in BUNDLERS {
        progress.step(bundler.what, || {
            if node.too_old_for(bundler)? {
                println!("      left out: {} needs a newer Node.js", bundler.package);
                return Ok(());
            }
            node.bundle(bundler, site, &built)
        })?;
    }
    Ok(())
}

/// A tool, or `None` after saying that it is done without; a continuous build does without nothing.
fn had<T>(found: Result<T>) -> Result<Option<T>> {
    match found {
        Err(error) if env::var_os("CI").is_none() => {
            println!("      left out: {error:#}");
            Ok(None)
        }
        found => found.map(Some),
    }
}

/// The files of the built page that a page needs on which the single script stands, and the picture.
fn embedded(house: &House, site: &Site) -> Result<Site> {
    let mut files = Site::default();
    for name in ["detente-view.js", WASM, TEXTS, "icon.svg"] {
        files.insert(name, site.get(name).with_context(|| format!("the page has no {name}"))?);
    }
    files.insert(PICTURE, picture(house, site)?);
    Ok(files)
}

fn picture(house: &House, site: &Site) -> Result<Vec<u8>> {
    let expected = house.root().join("tests").join(PICTURE);
    site.get(PICTURE).map_or_else(
        || fs::read(&expected).with_context(|| format!("cannot read {}", expected.display())),
        |picture| Ok(picture.to_vec()),
    )
}

fn sources(house: &House, name: &str) -> PathBuf {
    house.root().join("tests/browser/hosts").join(name)
}

/// Tags in a page that somebody wrote by hand, with the integrity of the script.
fn plain(house: &House, site: &Site) -> Result<Site> {
    let mut files = Site::read(&sources(house, "plain"))?;
    let page = files.get("index.html").map(String::from_utf8_lossy).context("the plain page is missing")?;
    let hashes = site.get("integrity.json").context("the page has no integrity.json")?;
    let hashes: serde_json::Value = serde_json::from_slice(hashes).context("cannot read integrity.json")?;
    let hash = hashes["detente-view.js"].as_str().context("integrity.json lacks detente-view.js")?;
    let page = page.replace("INTEGRITY", hash);
    files.insert("index.html", page);
    for (name, bytes) in embedded(house, site)?.files() {
        files.insert(name, bytes);
    }
    Ok(files)
}

fn find_hugo() -> Result<PathBuf> {
    if let Some(hugo) = which("hugo") {
        return Ok(hugo);
    }
    let Some(apt) = Apt::allowed() else {
        bail!("Hugo is not installed: on Debian and Ubuntu `apt-get install hugo`.")
    };
    println!("      installing hugo with apt-get");
    apt.install(&["hugo"]).context("Hugo cannot be installed")?;
    which("hugo").context("apt-get has installed no `hugo`")
}

/// A blog with the files in a folder of its static ones.
fn blog(house: &House, site: &Site, hugo: &Path) -> Result<()> {
    let work = house.target().join("hosts-work/hugo");
    let mut files = Site::read(&sources(house, "hugo"))?;
    files.mount("static/detente", embedded(house, site)?);
    files.write(&work)?;
    output(Command::new(hugo).arg("--source").arg(&work).arg("--destination").arg(folder(house).join("hugo"))).map(drop)
}
