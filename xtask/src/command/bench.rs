//! `cargo xtask bench`: what the page weighs, and what a step of the slider costs.

use anyhow::Result;

use crate::assemble::{Finish, build};
use crate::chromium::Chromium;
use crate::payload::Payload;
use crate::wasm;
use crate::workspace::Workspace;

use super::browser::run_program;

pub(super) fn run() -> Result<()> {
    let workspace = Workspace::find()?;
    Chromium::find_or_install()?;
    let site = build(&workspace, Finish::Release)?;
    site.write(&workspace.test_site())?;
    println!("\n{}", Payload::weigh(&site, wasm::packed_dataset(&workspace).as_deref())?);
    run_program(&workspace, "bench")
}
