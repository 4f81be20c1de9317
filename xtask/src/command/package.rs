//! `cargo xtask package`: the packages for npm and for cargo, made and checked, not published.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use lexopt::Parser;

use crate::house::House;
use crate::package;
use crate::site::{Finish, Site};

const HELP: &str = "\
cargo xtask package

Builds the page, makes the npm package `detente-view` of it in target/package/npm/ and has npm pack it.
Has cargo pack the crate `detente` and build it from what was packed. Publishes nothing.
";

pub(super) fn run(parser: Parser) -> Result<()> {
    if !super::no_options(parser, "package", HELP)? {
        return Ok(());
    }
    let house = House::find()?;
    let site = Site::build(&house, Finish::Release)?;
    let packed = package::npm(&house, &site)?;
    println!("\nThe package for npm: {}", packed.archive.display());
    println!("  {:.1} kB, unpacked {:.1} kB: {}", kilo(packed.size), kilo(packed.unpacked), packed.files.join(", "));
    println!("  integrity of the archive: {}", packed.integrity);
    let hashes = site.get("integrity.json").context("the page has no integrity.json")?;
    let hashes: BTreeMap<String, String> = serde_json::from_slice(hashes)?;
    for (name, hash) in hashes {
        println!("  integrity of {name}: {hash}");
    }
    let files = package::check_crate(&house)?;
    println!("The crate: {} files, builds from what was packed.", files.len());
    Ok(())
}

fn kilo(bytes: u64) -> f64 {
    bytes as f64 / 1000.0
}
