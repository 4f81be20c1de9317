//! Checks the first dataset's tables and packs them for the wasm; wrong tables stop the build with their report.

#[allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "the build needs the part of the library that reads and packs"
)]
#[path = "src"]
mod library {
    pub mod data;
    pub mod time;
}
use library::data;
#[allow(unused_imports, reason = "the library names it crate::time")]
use library::time;

use std::path::Path;
use std::process::ExitCode;

const FOLDER: &str = "data/north-korea";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed={FOLDER}");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/data");
    println!("cargo::rerun-if-changed=src/time");
    match pack() {
        Ok(()) => ExitCode::SUCCESS,
        Err(report) => {
            eprintln!("{report}");
            eprintln!("The tables in {FOLDER} are wrong; the build stops.");
            ExitCode::FAILURE
        }
    }
}

fn pack() -> Result<(), String> {
    let unreadable = |error: std::io::Error| format!("{FOLDER} cannot be read: {error}");
    let mut files = Vec::new();
    for entry in std::fs::read_dir(FOLDER).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_file() {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.push((name, std::fs::read(&path).map_err(unreadable)?));
        }
    }
    let (dataset, _) = data::validate(&data::read(&files), &[]).map_err(|report| report.below(FOLDER).to_string())?;
    let folder = std::env::var("OUT_DIR").map_err(|error| error.to_string())?;
    std::fs::write(Path::new(&folder).join("core.bin"), dataset.pack()).map_err(unreadable)
}
