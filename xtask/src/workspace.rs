//! Paths of the repository, of the dataset that is built, and of what is built from it.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::process::{cargo, output};

/// The environment variable that names the dataset's folder to the build script of `detente`.
pub const DATA_VARIABLE: &str = "DETENTE_DATA";

/// The repository, its build folder and the dataset that the page shows.
#[derive(Clone, Debug)]
pub struct Workspace {
    root: PathBuf,
    target: PathBuf,
    dataset: PathBuf,
}

impl Workspace {
    /// Finds the repository of the package that cargo runs, and where cargo builds it. The dataset is the first one,
    /// `data/north-korea`.
    ///
    /// # Errors
    ///
    /// When called outside the repository, or when `cargo metadata` fails.
    pub fn find() -> Result<Self> {
        let package = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let mut above = Path::new(&package).ancestors();
        let root = above.find(|folder| folder.join("xtask/Cargo.toml").is_file());
        let root = root.context("this is not run inside the repository; go there and use `cargo xtask`.")?;
        let metadata = output(cargo(root).args(["metadata", "--no-deps", "--format-version", "1", "--quiet"]))?;
        let metadata: serde_json::Value = serde_json::from_str(&metadata).context("cannot read `cargo metadata`")?;
        let target = metadata["target_directory"].as_str().context("`cargo metadata` names no target folder")?;
        let dataset = root.join("data/north-korea");
        Ok(Self { root: root.to_path_buf(), target: PathBuf::from(target), dataset })
    }

    /// The same with another dataset, or the same when there is none.
    ///
    /// # Errors
    ///
    /// When the folder does not exist or has no descriptor.
    pub fn with_dataset(self, folder: Option<&Path>) -> Result<Self> {
        let Some(folder) = folder else { return Ok(self) };
        // The build script runs in another folder, so a relative path would miss.
        let dataset = folder.canonicalize().with_context(|| format!("cannot find the folder {}", folder.display()))?;
        if !dataset.join("datapackage.json").is_file() {
            bail!("{} holds no dataset: there is no datapackage.json in it.", folder.display());
        }
        Ok(Self { dataset, ..self })
    }

    /// The repository.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where cargo builds.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// The folder of the dataset that the page shows.
    pub fn dataset(&self) -> &Path {
        &self.dataset
    }

    /// The static files of the page.
    pub fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// What is published and served.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// What is tested, measured and photographed: apart from `dist`, which `serve` may overwrite meanwhile.
    pub fn test_site(&self) -> PathBuf {
        self.target.join("site")
    }

    /// The same page as `serve` has it: modules as they are, nothing bundled.
    pub fn test_modules(&self) -> PathBuf {
        self.target.join("site-modules")
    }

    /// Tools fetched for the build.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_dataset_is_named_by_its_absolute_path() {
        let workspace = Workspace::find().expect("the repository");
        assert!(workspace.dataset().ends_with("data/north-korea"));
        // Tests run in the folder of their package.
        let other = workspace.clone().with_dataset(Some(Path::new("../tests/data/good"))).expect("a dataset");
        assert_eq!(other.dataset(), workspace.root().join("tests/data/good").canonicalize().expect("a folder"));
        for (folder, sentence) in
            [("nowhere", "cannot find the folder nowhere"), ("src", "there is no datapackage.json")]
        {
            let error = workspace.clone().with_dataset(Some(Path::new(folder))).expect_err("refused").to_string();
            assert!(error.contains(sentence), "{error}");
        }
    }
}
