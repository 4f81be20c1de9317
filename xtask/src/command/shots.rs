//! `cargo xtask shots`: photographs of the page, taken by the browser tests' own program.

use anyhow::Result;
use lexopt::Parser;

use crate::chromium::Chromium;
use crate::house::House;
use crate::site::{Finish, Site};

const HELP: &str = "\
cargo xtask shots

Builds the page as for readers and photographs it in Chromium for 1951, 1972, 2001, 2018 and 2024, at
1280 and 360 pixels, light and dark, from top to bottom, into target/shots/.
";

pub(super) fn run(parser: Parser) -> Result<()> {
    if !super::no_options(parser, "shots", HELP)? {
        return Ok(());
    }
    let house = House::find()?;
    Chromium::find_or_install()?;
    Site::build(&house, Finish::Release)?.write(&house.tested())?;
    super::browser_program(&house, "shots")
}
