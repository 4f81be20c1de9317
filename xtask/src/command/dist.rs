//! `cargo xtask dist`: the page for publishing.

use anyhow::Result;
use lexopt::Parser;

use crate::house::House;
use crate::payload::Payload;
use crate::site::{Finish, Site};
use crate::wasm;

const HELP: &str = "\
cargo xtask dist

Builds the page for publishing into dist/: the wasm optimised, a .br and a .gz beside each file that
gets smaller by it. Any plain host can serve the folder, from any path. Prints what a reader downloads.

Share pages need to know where they will stand: set DETENTE_BASE, such as https://example.org/detente/.
";

pub(super) fn run(parser: Parser) -> Result<()> {
    if !super::no_options(parser, "dist", HELP)? {
        return Ok(());
    }
    let house = House::find()?;
    let site = Site::build(&house, Finish::Published)?;
    site.write(&house.dist())?;
    println!("\n{}", Payload::weigh(&site, wasm::packed_dataset(&house).as_deref())?);
    println!("The page for publishing is in {}", house.dist().display());
    Ok(())
}
