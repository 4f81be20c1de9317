//! Validates the tables of one dataset and packs them for the wasm; wrong tables stop the build with their report.
//!
//! It makes functions and tables of the message files too; wrong ones stop it in the same way.
//!
//! `DETENTE_DATA` names the folder, relative to the package; without it, it is `data/north-korea`. `DETENTE_VIEWER`
//! names the page that `detente page` fills with a dataset; without it, the command line has none inside.

#[allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    clippy::trivially_copy_pass_by_ref,
    reason = "the build needs the part of the library that reads, lays out and packs"
)]
#[path = "src"]
mod library {
    pub mod data;
    pub mod language;
    pub mod layout;
    pub mod moment;
    pub mod time;
}
#[allow(unused_imports, reason = "the library names them as modules of the crate")]
use library::{data, language, layout, moment, time};

#[allow(dead_code, unreachable_pub, unused_imports, reason = "a test writes the scripts with the rest")]
#[path = "build"]
mod tools {
    pub mod messages;
}
use tools::messages;

use std::path::Path;
use std::process::ExitCode;

/// The variable that names another folder.
const VARIABLE: &str = "DETENTE_DATA";
const DEFAULT: &str = "data/north-korea";
/// The variable that names the viewer inside the command line; `cargo xtask install` makes it and sets the variable.
const VIEWER: &str = "DETENTE_VIEWER";

fn main() -> ExitCode {
    let folder = std::env::var(VARIABLE).unwrap_or_else(|_| DEFAULT.to_owned());
    println!("cargo::rerun-if-env-changed={VARIABLE}");
    println!("cargo::rerun-if-changed={folder}");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=messages");
    for module in ["data", "language", "layout", "moment", "time"] {
        println!("cargo::rerun-if-changed=src/{module}.rs");
        println!("cargo::rerun-if-changed=src/{module}");
    }
    println!("cargo::rerun-if-env-changed={VIEWER}");
    match translate().and_then(|()| pack(&folder)).and_then(|()| viewer()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(report) => {
            eprintln!("{report}");
            eprintln!("The messages, the dataset in {folder}, or the viewer, cannot be built in; the build stops.");
            ExitCode::FAILURE
        }
    }
}

/// Makes functions of the messages, and a table of them for each language.
fn translate() -> Result<(), String> {
    let catalogue = messages::read(Path::new("messages"))?;
    write("messages.rs", messages::rust(&catalogue).as_bytes())?;
    for (place, (language, _)) in messages::LANGUAGES.iter().enumerate() {
        write(&format!("messages-{language}.txt"), messages::table(&catalogue, place).as_bytes())?;
    }
    Ok(())
}

fn write(name: &str, bytes: &[u8]) -> Result<(), String> {
    let out = std::env::var("OUT_DIR").map_err(|error| error.to_string())?;
    let file = Path::new(&out).join(name);
    std::fs::write(&file, bytes).map_err(|error| format!("{} cannot be written: {error}", file.display()))
}

fn pack(folder: &str) -> Result<(), String> {
    let unreadable = |error: std::io::Error| format!("{folder} cannot be read: {error}");
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_file() {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.push((name, std::fs::read(&path).map_err(unreadable)?));
        }
    }
    let (dataset, _) = data::validate(&data::read(&files), &[]).map_err(|report| report.below(folder).to_string())?;
    write("core.bin", &layout::pack(&dataset))
}

/// Puts the viewer where the command line finds it; an empty file if there is none.
fn viewer() -> Result<(), String> {
    let page = match std::env::var(VIEWER) {
        Ok(path) => {
            println!("cargo::rerun-if-changed={path}");
            std::fs::read(&path).map_err(|error| format!("the viewer {path} cannot be read: {error}"))?
        }
        Err(_) => Vec::new(),
    };
    write("viewer.html", &page)
}
