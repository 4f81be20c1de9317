//! Builds a page: compiles what it is made of and puts the files together.

use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context as _, Result};

use crate::bundle::{bundle, unbundled};
use crate::esbuild::Esbuild;
use crate::likeness::name_by_likeness;
use crate::progress::Progress;
use crate::short_names;
use crate::site::{GLUE, INTERFACE, LATE_WASM, MANIFEST, STILL_STYLES, Site, WASM, WORKBENCH_WASM};
use crate::split::{self, late};
use crate::statics::{self, Statics};
use crate::viewer;
use crate::wasm::{self, Profile, Program};
use crate::wasm_opt::{Pass, WasmOpt};
use crate::workspace::Workspace;

/// What the compilers made, from which a page is assembled.
#[derive(Clone, Debug)]
pub struct Parts {
    /// The wasm, the glue, and scripts of the glue's.
    glue: Site,
    /// The addresses of the dataset inside the wasm, where they were looked for and found.
    dataset: Option<Range<u32>>,
    /// The same files of the workbench, where it was built.
    workbench: Site,
    statics: Option<Statics>,
}

/// How a page is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finish {
    /// For working on it: quick to build, not optimised. Texts and pictures that cannot be made are left out.
    Draft,
    /// As readers get it, but served from here: optimised where `wasm-opt` and esbuild are available.
    Release,
    /// For publishing: optimised and precompressed.
    Published,
}

impl Finish {
    const fn profile(self) -> Profile {
        match self {
            Self::Draft => Profile::Quick,
            Self::Release | Self::Published => Profile::Release,
        }
    }
}

impl Parts {
    /// Compiles everything, in numbered steps.
    pub fn build(workspace: &Workspace, finish: Finish) -> Result<Self> {
        let mut progress = Progress::new(if finish == Finish::Draft { 6 } else { 7 });
        let program = Self::compile(workspace, finish, &mut progress)?;
        let workbench = progress.step("building the workbench", || workbench(workspace, finish))?;
        let detente = progress.step("compiling the command line", || statics::compile(workspace))?;
        let statics = progress.step("making texts and pictures", || match statics::make(workspace, &detente) {
            Err(error) if finish == Finish::Draft => {
                println!("      going on without them: {error:#}");
                Ok(None)
            }
            made => made.map(Some),
        })?;
        Ok(Self { workbench, statics, ..program })
    }

    /// Compiles the program alone, without texts and pictures.
    pub fn program(workspace: &Workspace, finish: Finish) -> Result<Self> {
        Self::compile(workspace, finish, &mut Progress::new(if finish == Finish::Draft { 3 } else { 4 }))
    }

    /// The wasm, the glue, and scripts of the glue's.
    pub fn glue(&self) -> Site {
        self.glue.clone()
    }

    /// The addresses of the dataset inside the wasm, unless it was built for working on it.
    pub fn dataset(&self) -> Option<Range<u32>> {
        self.dataset.clone()
    }

    fn compile(workspace: &Workspace, finish: Finish, progress: &mut Progress) -> Result<Self> {
        let profile = finish.profile();
        let mut dataset = None;
        progress.step("looking for the wasm target of Rust", || wasm::ensure_target(workspace))?;
        let compiled = progress
            .step("compiling the core to WebAssembly", || wasm::compile(workspace, Program::Viewer, profile))?;
        let mut glue = progress.step("making the glue", || wasm::glue(workspace, &compiled, profile))?;
        if finish != Finish::Draft {
            progress.step("cutting the wasm in two and optimising it", || {
                dataset = optimise(workspace, finish, &compiled, &mut glue)?;
                Ok(())
            })?;
        }
        Ok(Self { glue, dataset, workbench: Site::default(), statics: None })
    }
}

/// The program of the workbench and its glue.
fn workbench(workspace: &Workspace, finish: Finish) -> Result<Site> {
    let profile = finish.profile();
    let compiled = wasm::compile(workspace, Program::Workbench, profile)?;
    let mut files = wasm::workbench_glue(workspace, &compiled, profile)?;
    if finish != Finish::Draft
        && let Some(tool) = optimiser(workspace, finish)?
    {
        let whole = tool.shrink(workspace, files.require(WORKBENCH_WASM)?, Pass::Whole)?;
        files.insert(WORKBENCH_WASM, tool.shrink(workspace, &name_by_likeness(&whole)?, Pass::Part)?);
    }
    Ok(files)
}

/// The program that makes wasm smaller; what is only served from here goes without where there is none.
fn optimiser(workspace: &Workspace, finish: Finish) -> Result<Option<WasmOpt>> {
    match WasmOpt::find(workspace) {
        Err(error) if finish == Finish::Release => {
            println!("      going on with a larger wasm: {error:#}");
            Ok(None)
        }
        tool => tool.map(Some),
    }
}

/// Puts two parts, as small as they can be made, in the place of the wasm that was built from `linked`. The addresses
/// of the dataset in them.
fn optimise(workspace: &Workspace, finish: Finish, linked: &Path, glue: &mut Site) -> Result<Option<Range<u32>>> {
    let tool = optimiser(workspace, finish)?;
    let shrink = |wasm: &[u8], pass: Pass| match &tool {
        Some(tool) => tool.shrink(workspace, wasm, pass),
        None => Ok(wasm.to_vec()),
    };
    let linked = fs::read(linked).with_context(|| format!("cannot read {}", linked.display()))?;
    let whole = shrink(glue.require(WASM)?, Pass::Whole)?;
    let parts = split::split(&whole, &split::late_only(&linked, late::is_late)?, late::is_late)?;
    late::check(&linked)?;
    let (first, script) = short_names::shorten(&parts.first, &glue.require_text(GLUE)?)?;
    glue.insert(GLUE, script);
    for (name, part) in [(WASM, first), (LATE_WASM, parts.late)] {
        glue.insert(name, shrink(&name_by_likeness(&part)?, Pass::Part)?);
    }
    viewer::address_of(&linked, &wasm::packed_datasets(workspace))
}

/// The pages that are made of templates.
const TEMPLATES: [&str; 6] = ["index.html", "story.html", "claims.html", "sources.html", "embed.html", "dataset.html"];

/// Puts the page together from the static files and what was compiled.
pub fn assemble(workspace: &Workspace, parts: &Parts, finish: Finish) -> Result<Site> {
    let mut site = Site::read(&workspace.www())?;
    // Type declarations and the manifest are for editors and compilers; the npm package has them.
    site.retain(|name| !name.ends_with(".d.ts") && ![MANIFEST, INTERFACE].contains(&name));
    site.extend(parts.glue.clone());
    site.extend(parts.workbench.clone());
    if let Some(statics) = &parts.statics {
        site.extend(statics.files.clone());
        let styles = site.require_text(STILL_STYLES)? + &statics.still_rules;
        site.insert(STILL_STYLES, styles);
        // A template that the dataset fills with nothing is no page.
        site.retain(|name| !TEMPLATES.contains(&name));
        site.extend(statics.pages(workspace)?);
    }
    if finish == Finish::Draft {
        unbundled(&mut site);
        return Ok(site);
    }
    match Esbuild::find(workspace) {
        Err(error) if finish == Finish::Release => {
            println!("      going on with many scripts: {error:#}");
            unbundled(&mut site);
        }
        tool => bundle(&mut site, &tool?, workspace, parts.dataset())?,
    }
    Ok(site)
}

/// Compiles and assembles a page.
pub fn build(workspace: &Workspace, finish: Finish) -> Result<Site> {
    let mut site = assemble(workspace, &Parts::build(workspace, finish)?, finish)?;
    if finish == Finish::Published {
        site.compress()?;
    }
    Ok(site)
}
