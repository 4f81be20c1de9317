//! Has what the command line writes read by programs of others: tables by frictionless, graphs by networkx.

use std::env;
use std::process::Command;

use anyhow::Result;

use crate::process::run;
use crate::python;
use crate::statics;
use crate::workspace::Workspace;

/// What is written and judged.
const DATASETS: [&str; 5] =
    ["data/north-korea", "data/great-powers", "examples/july-crisis", "tests/data/german-empire", "tests/data/good"];

/// Converts some datasets and has them judged. Where Python is missing nothing is judged, except in a continuous build.
pub fn check(workspace: &Workspace) -> Result<()> {
    let folder = workspace.root().join("tests/judges");
    let python = match python::environment(workspace, "judges", &folder.join("requirements.txt")) {
        Err(error) if env::var_os("CI").is_none() => {
            println!("left out: {error:#}");
            return Ok(());
        }
        python => python?,
    };
    let detente = statics::compile(workspace)?;
    let mut command = Command::new(python);
    // Bytecode beside the script would be untracked files in the repository.
    command.env("PYTHONDONTWRITEBYTECODE", "1").current_dir(workspace.root());
    command.arg(folder.join("judge.py")).arg(detente).arg(workspace.target().join("judged")).args(DATASETS);
    run(&mut command)
}
