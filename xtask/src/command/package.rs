//! `cargo xtask package`: the packages for npm and for cargo, made and checked, not published.

use std::collections::BTreeMap;

use anyhow::Result;

use crate::assemble::{Finish, build};
use crate::package;
use crate::workspace::Workspace;

pub(super) fn run() -> Result<()> {
    let workspace = Workspace::find()?;
    let site = build(&workspace, Finish::Release)?;
    let packed = package::npm(&workspace, &site)?;
    println!("\nThe package for npm: {}", packed.archive.display());
    println!("  {:.1} kB, unpacked {:.1} kB: {}", kilo(packed.size), kilo(packed.unpacked), packed.files.join(", "));
    println!("  integrity of the archive: {}", packed.integrity);
    let hashes: BTreeMap<String, String> = serde_json::from_slice(site.require("integrity.json")?)?;
    for (name, hash) in hashes {
        println!("  integrity of {name}: {hash}");
    }
    let files = package::check_crate(&workspace)?;
    println!("The crate: {} files, builds from what was packed.", files.len());
    Ok(())
}

fn kilo(bytes: u64) -> f64 {
    bytes as f64 / 1000.0
}
