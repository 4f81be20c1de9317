//! The packages: the element for npm, from the built page, and the crate as cargo packs it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::process::{cargo, output, run, which};
use crate::site::{LATE_SCRIPT, LATE_WASM, MANIFEST, MESSAGES, PAINTER, Site, TEXTS, TRANSLATIONS, WASM};
use crate::workspace::Workspace;

/// What is taken from the built page.
const BUILT: [&str; 17] = [
    "define.js",
    "dialogs.js",
    "element.js",
    LATE_SCRIPT,
    PAINTER,
    "detente-view.js",
    "resize.js",
    WASM,
    LATE_WASM,
    TEXTS,
    MESSAGES[0],
    MESSAGES[1],
    MESSAGES[2],
    TRANSLATIONS[0],
    TRANSLATIONS[1],
    TRANSLATIONS[2],
    TRANSLATIONS[3],
];

/// What is taken from the repository, and its name in the package.
const COPIED: [(&str, &str); 8] = [
    ("www/element.d.ts", "element.d.ts"),
    ("www/define.d.ts", "define.d.ts"),
    ("www/jsx.d.ts", "jsx.d.ts"),
    ("www/custom-elements.json", MANIFEST),
    ("xtask/npm/README.md", "README.md"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("data/LICENSE", "LICENSE-DATA"),
];

/// The placeholder for the version in xtask/npm/package.json.
const UNVERSIONED: &str = "\"version\": \"0.0.0\"";

/// What npm has packed.
#[derive(Clone, Debug)]
pub struct Packed {
    /// The archive.
    pub archive: PathBuf,
    /// Its size in bytes.
    pub size: u64,
    /// Size of the files in it, in bytes.
    pub unpacked: u64,
    /// Its hash, as npm writes it into lock files.
    pub integrity: String,
    /// The names of the files in it.
    pub files: Vec<String>,
}

/// Writes the files of the package into a folder. What was in it before is removed.
pub fn write_package(workspace: &Workspace, site: &Site, folder: &Path) -> Result<()> {
    let mut package = Site::default();
    for name in BUILT {
        let bytes = site.get(name).with_context(|| {
            format!("the page has no {name}, which the package needs; only with Node.js is it made of few scripts")
        })?;
        package.insert(name, bytes);
    }
    let read = |name: &str| fs::read(workspace.root().join(name)).with_context(|| format!("cannot read {name}"));
    for (from, name) in COPIED {
        package.insert(name, read(from)?);
    }
    let described = String::from_utf8(read("xtask/npm/package.json")?).context("package.json is not UTF-8")?;
    if !described.contains(UNVERSIONED) {
        bail!("xtask/npm/package.json has no `{UNVERSIONED}`, which the version of the workspace replaces.");
    }
    let version = concat!("\"version\": \"", env!("CARGO_PKG_VERSION"), "\"");
    package.insert("package.json", described.replace(UNVERSIONED, version));
    package.write(folder)
}

/// Writes the files of the package and has npm pack them.
pub fn npm(workspace: &Workspace, site: &Site) -> Result<Packed> {
    if which("npm").is_none() {
        bail!("npm, which packs the package, is not installed: install Node.js.");
    }
    let folder = workspace.target().join("package/npm");
    write_package(workspace, site, &folder)?;
    let printed = output(Command::new("npm").current_dir(&folder).args(["pack", "--json", "--loglevel=error"]))?;
    let printed: serde_json::Value = serde_json::from_str(&printed).context("cannot read what `npm pack` prints")?;
    let archive = printed.get(0).unwrap_or(&printed);
    let text = |name: &str| archive[name].as_str().with_context(|| format!("`npm pack` prints no {name}"));
    let number = |name: &str| archive[name].as_u64().with_context(|| format!("`npm pack` prints no {name}"));
    let files = archive["files"].as_array().into_iter().flatten();
    let packed = Packed {
        archive: folder.join(text("filename")?),
        size: number("size")?,
        unpacked: number("unpackedSize")?,
        integrity: text("integrity")?.to_owned(),
        files: files.filter_map(|file| file["path"].as_str().map(str::to_owned)).collect(),
    };
    let expected = BUILT.len() + COPIED.len() + 1;
    if packed.files.len() != expected {
        bail!("npm has packed {} files, not {expected}: {}.", packed.files.len(), packed.files.join(", "));
    }
    Ok(packed)
}

/// The files of the crate, after cargo has packed it and built it from the archive alone.
pub fn check_crate(workspace: &Workspace) -> Result<Vec<String>> {
    let package = ["package", "--package", "detente", "--allow-dirty"];
    let listed = output(cargo(workspace.root()).args(package).arg("--list"))?;
    let files: Vec<String> = listed.lines().map(str::to_owned).collect();
    let needed = ["build.rs", "data/north-korea/ties.csv", "data/LICENSE", "src/lib.rs", "LICENSE-MIT"];
    if let Some(missing) = needed.into_iter().find(|name| !files.iter().any(|file| file == name)) {
        bail!("the crate has no {missing}: see `include` in Cargo.toml.");
    }
    run(cargo(workspace.root()).args(package).arg("--quiet"))?;
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_package_has_every_file_that_its_description_names() {
        let workspace = Workspace::find().expect("the repository");
        let mut site = Site::default();
        let folder = std::env::temp_dir().join(format!("detente-package-{}", std::process::id()));
        let missing = write_package(&workspace, &site, &folder).expect_err("nothing is built").to_string();
        assert!(missing.starts_with("the page has no define.js"), "{missing}");
        for name in BUILT {
            site.insert(name, name);
        }
        write_package(&workspace, &site, &folder).expect("written");
        let written = Site::read(&folder).expect("read");
        let described: serde_json::Value =
            serde_json::from_slice(written.get("package.json").expect("described")).expect("JSON");
        assert_eq!(described["version"], env!("CARGO_PKG_VERSION"));
        assert!(described.get("dependencies").is_none());
        // Every file that the description names is there.
        let mut named = Vec::new();
        collect(&described["exports"], &mut named);
        collect(&described["sideEffects"], &mut named);
        assert!(named.len() > 12, "{named:?}");
        for name in named.iter().filter_map(|name| name.strip_prefix("./")) {
            assert!(written.get(name).is_some(), "package.json names {name}");
        }
        fs::remove_dir_all(folder).expect("removed");
    }

    fn collect(value: &serde_json::Value, texts: &mut Vec<String>) {
        match value {
            serde_json::Value::String(text) => texts.push(text.clone()),
            serde_json::Value::Array(list) => list.iter().for_each(|value| collect(value, texts)),
            serde_json::Value::Object(map) => map.values().for_each(|value| collect(value, texts)),
            _ => {}
        }
    }
}
