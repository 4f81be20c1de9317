//! `cargo xtask bench`: what the page weighs, and what a step of the slider costs.

use anyhow::Result;

use crate::assemble::{Finish, build};
use crate::chromium::Chromium;
use crate::payload::{Budget, Payload};
use crate::wasm;
use crate::workspace::Workspace;

use super::browser::run_program;

pub(super) fn run() -> Result<()> {
    let workspace = Workspace::find()?;
    Chromium::find_or_install()?;
    let site = build(&workspace, Finish::Release)?;
    site.write(&workspace.test_site())?;
    let dataset = wasm::packed_dataset(&workspace);
    println!("\n{}", Payload::weigh(&site, dataset.as_deref(), &Budget::read(&workspace)?)?);
    run_program(&workspace, "bench")
}
