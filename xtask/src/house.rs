//! Where things are: the repository, its dataset, what is built from it.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::process::{cargo, output};

/// The last year of the first dataset: what the page shows before anything moves, and without script for ever.
pub const LAST_YEAR: &str = "2025";

/// Name of the file with the dataset's long texts, which the page fetches after its first frame.
///
/// It is JSON, but not named so: Parcel would turn a file of that name into a script.
pub const TEXTS: &str = "north-korea.txt";

/// The repository and its build folder.
#[derive(Clone, Debug)]
pub struct House {
    root: PathBuf,
    target: PathBuf,
}

impl House {
    /// Finds the repository of the package that cargo runs, and where cargo builds it.
    pub fn find() -> Result<Self> {
        let package = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let mut above = Path::new(&package).ancestors();
        let root = above.find(|folder| folder.join("xtask/Cargo.toml").is_file());
        let root = root.context("this is not run inside the repository; go there and use `cargo xtask`.")?;
        let metadata = output(cargo(root).args(["metadata", "--no-deps", "--format-version", "1", "--quiet"]))?;
        let metadata: serde_json::Value = serde_json::from_str(&metadata).context("cannot read `cargo metadata`")?;
        let target = metadata["target_directory"].as_str().context("`cargo metadata` names no target folder")?;
        Ok(Self { root: root.to_path_buf(), target: PathBuf::from(target) })
    }

    /// The repository.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where cargo builds.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// The static files of the page.
    pub fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// The first dataset, as tables.
    pub fn dataset(&self) -> PathBuf {
        self.root.join("data/north-korea")
    }

    /// What is published and served.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// What is tested, measured and photographed: a page for publishing that `serve` does not overwrite meanwhile.
    pub fn tested(&self) -> PathBuf {
        self.target.join("site")
    }

    /// Tools fetched for the build.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }
}
