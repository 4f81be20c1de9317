//! `cargo xtask bench`: what the page weighs, and what a step of the slider costs.

use anyhow::Result;
use lexopt::Parser;

use crate::chromium::Chromium;
use crate::house::House;
use crate::payload::Payload;
use crate::site::{Finish, Site};
use crate::wasm;

const HELP: &str = "\
cargo xtask bench

Builds the page as for readers, prints what a reader downloads, then measures in Chromium what a step
of the slider costs on the main thread, beside a floor: a page written by hand that draws the same
marks. The runs alternate; the median and the spread are printed.
";

pub(super) fn run(parser: Parser) -> Result<()> {
    if !super::no_options(parser, "bench", HELP)? {
        return Ok(());
    }
    let house = House::find()?;
    Chromium::find_or_install()?;
    let site = Site::build(&house, Finish::Release)?;
    site.write(&house.tested())?;
    println!("\n{}", Payload::weigh(&site, wasm::packed_dataset(&house).as_deref())?);
    super::browser_program(&house, "bench")
}
