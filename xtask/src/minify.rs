//! Makes the scripts smaller with esbuild: each module by itself, so that what is served is what was written.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

use crate::house::House;
use crate::optimise::fetch;
use crate::process::{cannot_start, which};

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
            fetch(&folder, &format!("esbuild@{VERSION}"))?;
        }
        if script.is_file() {
            Ok(Self(script))
        } else {
            bail!("npm has fetched esbuild, but not {}.", script.display())
        }
    }

    /// The script, smaller: white space, comments and long names gone.
    pub fn shrink(&self, script: &[u8]) -> Result<Vec<u8>> {
        let mut command = Command::new("node");
        command.arg(&self.0).args(["--minify", "--format=esm", "--target=es2022", "--loader=js", "--log-level=error"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().map_err(|error| cannot_start(&command, &error))?;
        let mut input = child.stdin.take().context("esbuild takes no input")?;
        // esbuild reads all before it writes, so that neither waits for the other.
        input.write_all(script).context("esbuild takes no input")?;
        drop(input);
        let done = child.wait_with_output().context("esbuild does not end")?;
        if !done.status.success() {
            bail!("esbuild failed ({}).", done.status);
        }
        Ok(done.stdout)
    }
}
