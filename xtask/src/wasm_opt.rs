//! Makes the wasm smaller with `wasm-opt` of the binaryen project.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context as _, Result, bail};

use crate::npm::fetch;
use crate::process::{output, run, which};
use crate::workspace::Workspace;

/// The version that is fetched. The same version on every machine gives the same bytes.
const VERSION: &str = "132.0.0";

/// The oldest one on the `PATH` that is good enough: before it, some of the features below are unknown.
const OLDEST: u32 = 120;

/// What is done to a program. The functions of a part are sorted by their names, which say where like stand beside like:
/// see [`crate::likeness`]. Measured: `-Oz` makes the file 5 % smaller, but what is sent, by brotli, 2 % larger than
/// `-O1` does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
    /// To the whole program; the names of functions stay.
    Whole,
    /// To a part of one that was cut, or to one in one piece, whose functions must stay as its exports have them.
    Part,
}

impl Pass {
    const fn flags(self) -> &'static [&'static str] {
        match self {
            Self::Whole => &["-O1", "--duplicate-function-elimination", "--dae-optimizing", "-g"],
            Self::Part => {
                &["-O1", "--reorder-functions-by-name", "--strip-debug", "--strip-producers", "--strip-target-features"]
            }
        }
    }
}

/// What rustc makes use of; `wasm-opt` refuses what it is not told to expect.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// How many files it was asked to make smaller.
static COUNT: AtomicUsize = AtomicUsize::new(0);

/// Where `wasm-opt` is on this machine.
#[derive(Clone, Debug)]
pub enum WasmOpt {
    /// A program.
    Native(PathBuf),
    /// A script for Node, from the npm package `binaryen`.
    Node(PathBuf),
}

impl WasmOpt {
    /// Finds it: fetched before, on the `PATH`, or fetched now by npm.
    pub fn find(workspace: &Workspace) -> Result<Self> {
        let folder = workspace.tools().join(format!("binaryen-{VERSION}"));
        let script = folder.join("node_modules/binaryen/bin/wasm-opt");
        if script.is_file() {
            return Ok(Self::Node(script));
        }
        let found = which("wasm-opt").map(Self::Native);
        if let Some(native) = found.clone().filter(|native| native.version().is_some_and(|version| version >= OLDEST)) {
            return Ok(native);
        }
        if which("npm").is_none() {
            let state = if found.is_some() { "too old" } else { "missing" };
            bail!(
                "wasm-opt is {state} and npm, which would fetch it, is not installed: install binaryen {OLDEST} or later, or Node.js."
            );
        }
        fetch(&folder, &[&format!("binaryen@{VERSION}")])?;
        if script.is_file() {
            Ok(Self::Node(script))
        } else {
            bail!("npm has fetched binaryen, but not {}.", script.display())
        }
    }

    /// The wasm, smaller.
    pub fn shrink(&self, workspace: &Workspace, wasm: &[u8], pass: Pass) -> Result<Vec<u8>> {
        let folder = workspace.tools();
        fs::create_dir_all(&folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
        // Two builds at once must not write into each other's file, nor two parts of one.
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = |part: &str| folder.join(format!("{part}-{}-{count}.wasm", std::process::id()));
        let (from, to) = (name("large"), name("small"));
        let shrunk = self.shrink_file(wasm, pass, &from, &to);
        for file in [from, to] {
            // What is not there need not be removed.
            let _ = fs::remove_file(file);
        }
        shrunk
    }

    fn shrink_file(&self, wasm: &[u8], pass: Pass, from: &Path, to: &Path) -> Result<Vec<u8>> {
        fs::write(from, wasm).with_context(|| format!("cannot write {}", from.display()))?;
        run(self.command().args(pass.flags()).args(FEATURES).arg(from).arg("-o").arg(to))
            .context("the wasm cannot be optimised")?;
        fs::read(to).with_context(|| format!("cannot read {}", to.display()))
    }

    fn command(&self) -> Command {
        match self {
            Self::Native(program) => Command::new(program),
            Self::Node(script) => {
                let mut node = Command::new("node");
                node.arg(script);
                node
            }
        }
    }

    /// Its number, which it prints as in `wasm-opt version 132 (version_132)`.
    fn version(&self) -> Option<u32> {
        let text = output(self.command().arg("--version")).ok()?;
        text.split_whitespace().nth(2)?.parse().ok()
    }
}
