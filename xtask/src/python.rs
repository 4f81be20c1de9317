//! Python in a virtual environment with pinned packages, for checks by programs of others.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};

use crate::apt::Apt;
use crate::process::{output, run, succeeds, which};
use crate::workspace::Workspace;

/// The oldest Python that all packages support.
const PYTHON: &str = "3.11";

/// The Python of a virtual environment with the packages that a file names by version and hash; it is made again when
/// they change.
///
/// # Errors
///
/// When there is no Python that is new enough, or pip cannot install the packages.
pub fn environment(workspace: &Workspace, name: &str, requirements: &Path) -> Result<PathBuf> {
    let python = find()?;
    let wanted = fs::read(requirements).with_context(|| format!("cannot read {}", requirements.display()))?;
    let folder = workspace.tools().join(name);
    let own = if cfg!(windows) { folder.join("Scripts/python.exe") } else { folder.join("bin/python") };
    let installed = folder.join("installed.txt");
    if fs::read(&installed).is_ok_and(|found| found == wanted) && succeeds(Command::new(&own).arg("--version")) {
        return Ok(own);
    }
    println!("      installing packages by pip into {}", folder.display());
    output(Command::new(python).args(["-m", "venv", "--clear"]).arg(&folder))?;
    let options = ["--require-hashes", "--only-binary", ":all:", "--no-compile", "--disable-pip-version-check", "-q"];
    run(Command::new(&own).args(["-m", "pip", "install"]).args(options).arg("-r").arg(requirements))
        .with_context(|| format!("pip cannot install what {} names", requirements.display()))?;
    fs::write(&installed, wanted).with_context(|| format!("cannot write {}", installed.display()))?;
    Ok(own)
}

/// A Python that is new enough and can make virtual environments.
fn find() -> Result<PathBuf> {
    let names = if cfg!(windows) { ["python", "python3"] } else { ["python3", "python"] };
    let Some(python) = names.into_iter().find_map(which) else {
        bail!("Python is not installed: version {PYTHON} or later is needed.")
    };
    let (major, minor) = PYTHON.split_once('.').context("no version")?;
    let is_new = format!("import sys; sys.exit(sys.version_info < ({major}, {minor}))");
    if !succeeds(Command::new(&python).args(["-c", &is_new])) {
        bail!("{} is older than Python {PYTHON}.", python.display());
    }
    let can_install = || succeeds(Command::new(&python).args(["-c", "import ensurepip, venv"]));
    if !can_install() {
        // Debian keeps them in a package of their own.
        let Some(apt) = Apt::allowed() else { bail!("Python lacks the module `venv`: install `python3-venv`.") };
        apt.install(&["python3-venv"]).context("the module `venv` cannot be installed")?;
        ensure!(can_install(), "Python still lacks the module `venv`.");
    }
    Ok(python)
}
