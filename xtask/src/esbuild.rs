//! Runs esbuild: a script and what it imports become one small file.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::npm::fetch;
use crate::process::{cannot_start, output, which};
use crate::workspace::Workspace;

/// The version that is fetched. The same version on every machine gives the same bytes.
const VERSION: &str = "0.28.2";

/// Where esbuild is on this machine.
#[derive(Clone, Debug)]
pub struct Esbuild(PathBuf);

impl Esbuild {
    /// Finds it: fetched before, or fetched now by npm.
    pub fn find(workspace: &Workspace) -> Result<Self> {
        let folder = workspace.tools().join(format!("esbuild-{VERSION}"));
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

    /// A style sheet without white space and comments; a folder is needed to work in.
    pub fn minify_styles(&self, folder: &Path, sheet: &str) -> Result<String> {
        let file = folder.join("sheet.css");
        std::fs::write(&file, sheet).context("cannot write the styles for esbuild")?;
        let mut command = Command::new("node");
        command.arg(&self.0).arg(&file).args(["--minify", "--charset=utf8", "--log-level=warning"]);
        let made = output(&mut command).context("esbuild cannot minify the styles")?;
        std::fs::remove_file(&file).context("cannot remove the styles")?;
        Ok(made.trim().to_owned())
    }

    /// A script of a folder and what it imports, except for `external`, in one file without white space and comments.
    pub fn bundle(&self, folder: &Path, entry: &str, external: &[&str]) -> Result<Bundle> {
        let (outfile, metafile) = (folder.join("bundle"), folder.join("bundle-meta"));
        let mut command = Command::new("node");
        command.arg(&self.0).current_dir(folder).arg(entry).arg(format!("--metafile={}", metafile.display()));
        command.arg(format!("--outfile={}", outfile.display()));
        command.args([
            "--bundle",
            "--minify",
            "--format=esm",
            "--target=es2022",
            "--charset=utf8",
            "--log-level=error",
        ]);
        command.args(external.iter().map(|name| format!("--external:{name}")));
        let done = command.status().map_err(|error| cannot_start(&command, &error))?;
        if !done.success() {
            bail!("esbuild failed ({done}) with {entry}.");
        }
        let meta = std::fs::read(&metafile).with_context(|| format!("esbuild lists no inputs of {entry}"))?;
        let meta: serde_json::Value = serde_json::from_slice(&meta).context("cannot read esbuild's list of inputs")?;
        let inputs = meta["inputs"].as_object().map(|inputs| inputs.keys().cloned().collect()).unwrap_or_default();
        let bytes = std::fs::read(&outfile).with_context(|| format!("esbuild wrote no output for {entry}"))?;
        Ok(Bundle { bytes, inputs })
    }
}

/// One script made of several.
#[derive(Clone, Debug)]
pub struct Bundle {
    /// The script.
    pub bytes: Vec<u8>,
    /// Names of the files that went into it, the entry's among them.
    pub inputs: Vec<String>,
}
