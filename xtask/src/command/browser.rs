//! Runs the programs of the browser tests.

use std::process::Command;

use anyhow::Result;

use crate::process::{cargo, run};
use crate::workspace::Workspace;

/// Runs a program on the page that was built for testing.
pub(super) fn run_program(workspace: &Workspace, name: &str) -> Result<()> {
    run(&mut program(workspace, name))
}

/// The command that runs such a program.
pub(super) fn program(workspace: &Workspace, name: &str) -> Command {
    let mut command = cargo(workspace.root());
    command.args(["run", "--quiet", "--package", "detente-browser", "--bin", name]);
    command.env("DETENTE_SITE", workspace.test_site()).env("RUST_LIB_BACKTRACE", "0");
    command
}
