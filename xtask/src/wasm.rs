//! The core as WebAssembly and the glue beside it.
//!
//! The glue is made by the library `wasm-bindgen-cli-support`, so nobody has to install a tool: its version is tied to
//! the one of `wasm-bindgen` by the two `Cargo.toml` and `Cargo.lock`. The crate `xtask-wasm` does the same, but brings
//! a server and a watcher of its own, compresses nothing and downloads `wasm-opt` from another host.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use anyhow::{Context as _, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::process::{cargo, output, run, which};
use crate::site::{GLUE, LATE_WASM, Site, WASM, WORKBENCH_GLUE, WORKBENCH_LATE_WASM, WORKBENCH_WASM};
use crate::split::late::{self, Late};
use crate::split::without_relocations;
use crate::workspace::{DATA_VARIABLE, Workspace};

const TARGET: &str = "wasm32-unknown-unknown";

/// A module with nothing in it: the late part of a program in one piece.
const EMPTY: &[u8] = b"\0asm\x01\0\0\0";

/// How the wasm is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Quick to build, for working on the page.
    Quick,
    /// Small and fast, for readers.
    Release,
}

impl Profile {
    const fn name(self) -> &'static str {
        match self {
            Self::Quick => "wasm-dev",
            Self::Release => "wasm",
        }
    }
}

/// Makes sure that Rust can compile for wasm; adds the target where it is missing.
pub fn ensure_target(workspace: &Workspace) -> Result<()> {
    let sysroot = output(Command::new(rustc()).current_dir(workspace.root()).args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).join("lib").is_dir() {
        return Ok(());
    }
    if which("rustup").is_none() {
        bail!(
            "this Rust cannot compile for {TARGET} and `rustup`, which would add that, is not installed: \
             install Rust by https://rustup.rs, or add the target as your system does it."
        );
    }
    println!("      adding the target {TARGET} with rustup");
    run(Command::new("rustup").current_dir(workspace.root()).args(["target", "add", TARGET]))
}

/// Which program is made of the crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// What shows a dataset.
    Viewer,
    /// What reads, checks and writes datasets in the page `workbench.html`.
    Workbench,
}

impl Program {
    /// The names of its files: the glue, the first part, and the late one.
    pub const fn files(self) -> [&'static str; 3] {
        match self {
            Self::Viewer => [GLUE, WASM, LATE_WASM],
            Self::Workbench => [WORKBENCH_GLUE, WORKBENCH_WASM, WORKBENCH_LATE_WASM],
        }
    }

    /// What of it comes late.
    pub const fn late(self) -> Late {
        match self {
            Self::Viewer => late::VIEWER,
            Self::Workbench => late::WORKBENCH,
        }
    }

    const fn features(self) -> &'static [&'static str] {
        match self {
            Self::Viewer => &[],
            Self::Workbench => &["--features", "workbench"],
        }
    }
}

/// Compiles a program; where the wasm is. Of several threads one compiles at a time.
pub fn compile(workspace: &Workspace, program: Program, profile: Profile) -> Result<PathBuf> {
    // Cargo builds both programs under one name, and what they share once: each is taken away before the next comes.
    static ONE: Mutex<()> = Mutex::new(());
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let name = profile.name();
    let mut command = cargo(workspace.root());
    command.args(["build", "--lib", "--no-default-features", "--target", TARGET, "--profile", name]);
    command.args(program.features()).env(DATA_VARIABLE, workspace.dataset());
    command.env("CARGO_ENCODED_RUSTFLAGS", rust_flags(workspace, profile == Profile::Release));
    run(&mut command).with_context(|| format!("the {program:?} does not compile to WebAssembly"))?;
    let folder = workspace.target().join(TARGET).join(name);
    let wasm = folder.join("linked").join(program.files()[1]);
    fs::create_dir_all(folder.join("linked"))?;
    fs::copy(folder.join("detente.wasm"), &wasm).context("cargo has built no detente.wasm")?;
    Ok(wasm)
}

/// Turns what cargo built into what a page loads: the wasm, the glue, and scripts that the glue imports.
///
/// The names of functions stay: they make a panic readable, and say where to cut.
pub fn glue(workspace: &Workspace, program: Program, wasm: &Path, profile: Profile) -> Result<Site> {
    let [script, _, late] = program.files();
    let name = script.trim_end_matches(".js");
    let folder = workspace.target().join(TARGET).join(profile.name()).join(format!("glue-{name}"));
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    let mut bindgen = Bindgen::new();
    let linked = fs::read(wasm).with_context(|| format!("cannot read {}", wasm.display()))?;
    bindgen.input_bytes(name, without_relocations(&linked)?).typescript(false);
    bindgen.remove_producers_section(profile == Profile::Release);
    bindgen.no_modules(true)?.generate(&folder).context("wasm-bindgen cannot make the glue")?;
    let mut files = Site::read(&folder)?;
    let glue = repeatable(&files.require_text(script).context("wasm-bindgen has made no glue")?)?;
    files.insert(script, glue);
    files.insert(late, EMPTY);
    Ok(files)
}

/// The glue as a module whose function `glue` makes a fresh instance at every call.
///
/// wasm-bindgen's own modules keep one instance for a page; each view needs one of its own.
fn repeatable(glue: &str) -> Result<String> {
    let body = glue.strip_prefix("let wasm_bindgen = (function(exports) {\n");
    let body = body.and_then(|body| body.trim_end().strip_suffix("})({ __proto__: null });"));
    let body = body.context("this wasm-bindgen makes glue of another shape; see `repeatable` in xtask/src/wasm.rs")?;
    Ok(format!("export function glue() {{\nconst exports = {{ __proto__: null }};\n{body}}}\n"))
}

/// The packed dataset inside the wasm, where the last build left it.
pub fn packed_dataset(workspace: &Workspace) -> Option<Vec<u8>> {
    let builds = fs::read_dir(workspace.target().join(TARGET).join(Profile::Release.name()).join("build")).ok()?;
    let packs = builds.flatten().map(|build| build.path().join("out/core.bin"));
    let latest =
        packs.filter(|pack| pack.is_file()).max_by_key(|pack| fs::metadata(pack).and_then(|m| m.modified()).ok())?;
    fs::read(latest).ok()
}

/// Every packed dataset that builds of the wasm have left: the one inside the last build is among them.
pub fn packed_datasets(workspace: &Workspace) -> Vec<Vec<u8>> {
    let builds = fs::read_dir(workspace.target().join(TARGET).join(Profile::Release.name()).join("build"));
    let packs = builds.into_iter().flatten().flatten().map(|build| build.path().join("out/core.bin"));
    packs.filter_map(|pack| fs::read(pack).ok()).collect()
}

/// The compiler that cargo would use.
fn rustc() -> std::ffi::OsString {
    env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())
}

/// Flags for the wasm: paths of this machine are remapped, so that it is the same wherever it is built.
fn rust_flags(workspace: &Workspace, is_cut: bool) -> String {
    let given = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_else(|_| {
        env::var("RUSTFLAGS").unwrap_or_default().split_whitespace().collect::<Vec<_>>().join("\u{1f}")
    });
    let mut flags: Vec<String> = given.split('\u{1f}').filter(|flag| !flag.is_empty()).map(String::from).collect();
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    // Of several that match, rustc takes the last one: the most specific comes last.
    let places = [
        cargo_home.map(|home| (home, "cargo")),
        Some((workspace.root().into(), "detente")),
        Some((workspace.target().into(), "target")),
    ];
    for (place, name) in places.into_iter().flatten() {
        flags.push(format!("--remap-path-prefix={}={name}", place.display()));
    }
    if is_cut {
        // What the linker knows of addresses says which functions and constants are needed first: see `split`.
        flags.push("-Clink-arg=--emit-relocs".to_owned());
    }
    flags.join("\u{1f}")
}
