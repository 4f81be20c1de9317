//! Builds pages that embed the view with the tools that their authors use; the browser tests visit them.

mod node;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::apt::Apt;
use crate::process::{output, which};
use crate::progress::Progress;
use crate::site::{LATE_WASM, PAINTER, Site, TEXTS, WASM};
use crate::workspace::Workspace;

use self::node::{BUNDLERS, Node};

/// The picture that the pages show first, as `detente render` makes it.
const PICTURE: &str = "pictures/1972.svg";

/// Where the built pages are, one folder each.
pub fn folder(workspace: &Workspace) -> PathBuf {
    workspace.target().join("hosts")
}

/// Builds all of them from a built page. Where a tool is missing its pages are left out, except in a continuous build.
pub fn build(workspace: &Workspace, site: &Site) -> Result<()> {
    let built = folder(workspace);
    if built.exists() {
        fs::remove_dir_all(&built).with_context(|| format!("cannot empty {}", built.display()))?;
    }
    let mut progress = Progress::new(7 + BUNDLERS.len());
    progress.step("plain HTML", || plain(workspace, site)?.write(&built.join("plain")))?;
    let hugo = progress.step("looking for Hugo", || optional(find_hugo()))?;
    progress.step("a Hugo blog", || hugo.map_or(Ok(()), |hugo| blog(workspace, site, &hugo)))?;
    let node = progress.step("packing for npm, looking for TypeScript, React and the bundlers", || {
        optional(Node::find(workspace)).and_then(|node| node.map(|node| node.prepared(workspace, site)).transpose())
    })?;
    let Some(node) = node else { return Ok(()) };
    progress.step("types of the package and of all scripts", || {
        node.check_types("types")?;
        node.check_types("types/tsconfig.react-18.json")?;
        node.check_types("react")?;
        node.check_types("types/tsconfig.scripts.json")
    })?;
    progress.step("that the scripts compute nothing of the picture", || {
        node.check_script("types/lint.test.mjs", &[])?;
        node.check_script("types/lint.mjs", &["scripts"])
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

/// A tool, or `None` after printing why it is left out; a continuous build must have all.
fn optional<T>(found: Result<T>) -> Result<Option<T>> {
    match found {
        Err(error) if env::var_os("CI").is_none() => {
            println!("      left out: {error:#}");
            Ok(None)
        }
        found => found.map(Some),
    }
}

/// The files that a page with the single script needs, and the picture.
fn embedded(workspace: &Workspace, site: &Site) -> Result<Site> {
    let mut files = Site::default();
    for name in ["detente-view.js", WASM, LATE_WASM, PAINTER, TEXTS, "icon.svg"] {
        files.insert(name, site.require(name)?);
    }
    files.insert(PICTURE, picture(workspace, site)?);
    Ok(files)
}

fn picture(workspace: &Workspace, site: &Site) -> Result<Vec<u8>> {
    let expected = workspace.root().join("tests").join(PICTURE);
    site.get(PICTURE).map_or_else(
        || fs::read(&expected).with_context(|| format!("cannot read {}", expected.display())),
        |picture| Ok(picture.to_vec()),
    )
}

fn sources(workspace: &Workspace, name: &str) -> PathBuf {
    workspace.root().join("tests/browser/hosts").join(name)
}

/// A page written by hand, with the hash of the script in its tag.
fn plain(workspace: &Workspace, site: &Site) -> Result<Site> {
    let mut files = Site::read(&sources(workspace, "plain"))?;
    let page = files.require_text("index.html")?;
    let hashes = site.require("integrity.json")?;
    let hashes: serde_json::Value = serde_json::from_slice(hashes).context("cannot read integrity.json")?;
    let hash = hashes["detente-view.js"].as_str().context("integrity.json lacks detente-view.js")?;
    let page = page.replace("INTEGRITY", hash);
    files.insert("index.html", page);
    files.extend(embedded(workspace, site)?);
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

/// A Hugo blog with the files in its folder `static`.
fn blog(workspace: &Workspace, site: &Site, hugo: &Path) -> Result<()> {
    let work = workspace.target().join("hosts-work/hugo");
    let mut files = Site::read(&sources(workspace, "hugo"))?;
    files.mount("static/detente", embedded(workspace, site)?);
    files.write(&work)?;
    output(Command::new(hugo).arg("--source").arg(&work).arg("--destination").arg(folder(workspace).join("hugo")))
        .map(drop)
}
