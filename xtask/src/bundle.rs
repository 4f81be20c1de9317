//! Makes the scripts smaller with esbuild: a script and what it imports become one file.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::house::House;
use crate::optimise::fetch;
use crate::process::{cannot_start, output, which};

/// The version that is fetched. The same version on every machine gives the same bytes.
const VERSION: &str = "0.28.2";

/// Where esbuild is on this machine.
#[derive(Clone, Debug)]
pub struct Esbuild(PathBuf);

impl Esbuild {
    /// Finds it: fetched before, or fetched now by npm.
    pub fn find(house: &House) -> Result<Self> {
        let folder = house.tools().join(format!("esbuild-{VERSION}"));
        let script = folder.join("node_modules/esbuild/bin/esbuild");
        if !script.is_file() {
            if which("npm").is_none() {
                bail!("esbuild is missing and npm, which would fetch it, is not installed: install Node.js.");
            }
            fetch(&folder, &[&format!("esbuild@{VERSION}")])?;
        }
        if script.is_file() {
            Ok(Self(script))
        } else {
            bail!("npm has fetched esbuild, but not {}.", script.display())
        }
    }

    /// Takes white space and comments out of the sheet of styles that a script of a folder has between backticks.
    pub fn minify_styles(&self, folder: &Path, script: &str) -> Result<()> {
        let path = folder.join(script);
        let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {script}"))?;
        let (before, rest) =
            text.split_once('`').with_context(|| format!("{script} has no sheet between backticks"))?;
        let (sheet, after) = rest.rsplit_once('`').with_context(|| format!("{script} has but one backtick"))?;
        if after.contains('`') || sheet.contains(['`', '\\', '$']) {
            bail!("{script} has more than one sheet, or something in it that a script would read otherwise.");
        }
        let from = folder.join("sheet.css");
        std::fs::write(&from, sheet).context("cannot write the styles")?;
        let mut command = Command::new("node");
        command.arg(&self.0).arg(&from).args(["--minify", "--charset=utf8", "--log-level=warning"]);
        let made = output(&mut command).context("esbuild cannot minify the styles")?;
        std::fs::remove_file(&from).context("cannot remove the styles")?;
        std::fs::write(&path, format!("{before}`{}`{after}", made.trim()))
            .with_context(|| format!("cannot write {script}"))
    }

    /// A script of a folder with all it imports, but for `apart`, in one file; white space and comments gone.
    pub fn bundle(&self, folder: &Path, entry: &str, apart: &[&str]) -> Result<Bundle> {
        let (made, listing) = (folder.join("bundle"), folder.join("bundle-parts"));
        let mut command = Command::new("node");
        command.arg(&self.0).current_dir(folder).arg(entry).arg(format!("--metafile={}", listing.display()));
        command.arg(format!("--outfile={}", made.display()));
        command.args([
            "--bundle",
            "--minify",
            "--format=esm",
            "--target=es2022",
            "--charset=utf8",
            "--log-level=error",
        ]);
        command.args(apart.iter().map(|name| format!("--external:{name}")));
        let done = command.status().map_err(|error| cannot_start(&command, &error))?;
        if !done.success() {
            bail!("esbuild failed ({done}) with {entry}.");
        }
        let listed = std::fs::read(&listing).with_context(|| format!("esbuild tells no parts of {entry}"))?;
        let listed: serde_json::Value = serde_json::from_slice(&listed).context("esbuild's list of parts is off")?;
        let parts = listed["inputs"].as_object().map(|inputs| inputs.keys().cloned().collect()).unwrap_or_default();
        let bytes = std::fs::read(&made).with_context(|| format!("esbuild has made nothing of {entry}"))?;
        Ok(Bundle { bytes, parts })
    }
}

/// One file made of several.
#[derive(Clone, Debug)]
pub struct Bundle {
    /// The script.
    pub bytes: Vec<u8>,
    /// Names of the files that went into it, the first one's among them.
    pub parts: Vec<String>,
}
