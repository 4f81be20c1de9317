//! `cargo xtask shots`: screenshots of the page, taken by a program of the browser tests.

use anyhow::Result;

use crate::assemble::{Finish, build};
use crate::chromium::Chromium;
use crate::workspace::Workspace;

use super::browser::run_program;

pub(super) fn run() -> Result<()> {
    let workspace = Workspace::find()?;
    Chromium::find_or_install()?;
    build(&workspace, Finish::Release)?.write(&workspace.test_site())?;
    run_program(&workspace, "shots")
}
