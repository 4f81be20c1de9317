//! Builds a page: compiles what it is made of and puts the files together.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context as _, Result, bail};

use crate::bundle::{bundle, unbundled};
use crate::esbuild::Esbuild;
use crate::likeness::name_by_likeness;
use crate::places;
use crate::progress::{Progress, timed};
use crate::short_names;
use crate::site::{INTERFACE, MANIFEST, STILL_STYLES, Site};
use crate::split;
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
        let mut progress = Progress::new(3);
        progress.step("looking for the wasm target of Rust", || wasm::ensure_target(workspace))?;
        let (viewer, workbench, detente) =
            progress.step("building the viewer, the workbench and the command line", || together(workspace, finish))?;
        let statics = progress.step("making texts and pictures", || match statics::make(workspace, &detente) {
            Err(error) if finish == Finish::Draft => {
                println!("      going on without them: {error:#}");
                Ok(None)
            }
            made => made.map(Some),
        })?;
        Ok(Self { workbench: workbench.files, statics, ..Self::of(viewer) })
    }

    /// Compiles the program alone, without texts and pictures.
    pub fn program(workspace: &Workspace, finish: Finish) -> Result<Self> {
        let mut progress = Progress::new(2);
        progress.step("looking for the wasm target of Rust", || wasm::ensure_target(workspace))?;
        let tool = optimiser(workspace, finish)?;
        progress
            .step("building the viewer", || build_program(workspace, Program::Viewer, finish, tool.as_ref()))
            .map(Self::of)
    }

    fn of(viewer: Built) -> Self {
        Self { glue: viewer.files, dataset: viewer.dataset, workbench: Site::default(), statics: None }
    }

    /// The wasm, the glue, and scripts of the glue's.
    pub fn glue(&self) -> Site {
        self.glue.clone()
    }

    /// The addresses of the dataset inside the wasm, unless it was built for working on it.
    pub fn dataset(&self) -> Option<Range<u32>> {
        self.dataset.clone()
    }
}

/// A program that was built.
struct Built {
    /// Its parts and its glue.
    files: Site,
    /// The addresses of the dataset inside it, where they were looked for and found.
    dataset: Option<Range<u32>>,
}

/// Builds both programs and the command line at the same time: linking a program takes one processor most of its time.
fn together(workspace: &Workspace, finish: Finish) -> Result<(Built, Built, PathBuf)> {
    // First, because it may have to be fetched.
    let tool = optimiser(workspace, finish)?;
    let build = |program: Program| build_program(workspace, program, finish, tool.as_ref());
    thread::scope(|scope| {
        let workbench = scope.spawn(|| build(Program::Workbench));
        let detente = scope.spawn(|| timed("the command line", || statics::compile(workspace)));
        let viewer = build(Program::Viewer);
        let (Ok(workbench), Ok(detente)) = (workbench.join(), detente.join()) else { bail!("a build has panicked.") };
        Ok((viewer?, workbench?, detente?))
    })
}

/// Compiles a program, makes its glue, and cuts it in two unless it is for working on it.
fn build_program(workspace: &Workspace, program: Program, finish: Finish, tool: Option<&WasmOpt>) -> Result<Built> {
    let name = format!("{program:?}").to_lowercase();
    let compiled = timed(&format!("{name}: compiling"), || wasm::compile(workspace, program, finish.profile()))?;
    timed(&format!("{name}: glue, cutting in two, optimising"), || {
        let mut files = wasm::glue(workspace, program, &compiled, finish.profile())?;
        if finish == Finish::Draft {
            return Ok(Built { files, dataset: None });
        }
        let linked = optimise(workspace, tool, program, &compiled, &mut files)?;
        let dataset = match program {
            Program::Viewer => viewer::address_of(&linked, &wasm::packed_datasets(workspace))?,
            Program::Workbench => None,
        };
        Ok(Built { files, dataset })
    })
}

/// The program that makes wasm smaller; what is only served from here goes without where there is none.
fn optimiser(workspace: &Workspace, finish: Finish) -> Result<Option<WasmOpt>> {
    if finish == Finish::Draft {
        return Ok(None);
    }
    match WasmOpt::find(workspace) {
        Err(error) if finish == Finish::Release => {
            println!("      going on with a larger wasm: {error:#}");
            Ok(None)
        }
        tool => tool.map(Some),
    }
}

/// Puts two parts, as small as they can be made, in the place of the wasm that was built from what is in the file
/// `linked`, which it returns.
fn optimise(
    workspace: &Workspace,
    tool: Option<&WasmOpt>,
    program: Program,
    linked: &Path,
    glue: &mut Site,
) -> Result<Vec<u8>> {
    let shrink = |wasm: &[u8], pass: Pass| match tool {
        Some(tool) => tool.shrink(workspace, wasm, pass),
        None => Ok(wasm.to_vec()),
    };
    let (late, [script, first_name, late_name]) = (program.late(), program.files());
    let linked = fs::read(linked).with_context(|| format!("cannot read {}", linked.display()))?;
    late.check(&linked)?;
    let whole = shrink(glue.require(first_name)?, Pass::Whole)?;
    let is_late = |name: &str| late.has(name);
    let parts = split::split(&whole, &split::late_only(&linked, is_late)?, is_late)?;
    let (first, text) = short_names::shorten(&parts.first, &glue.require_text(script)?, late.class())?;
    glue.insert(script, text);
    for (name, part) in [(first_name, first), (late_name, parts.late)] {
        glue.insert(name, places::blank(shrink(&name_by_likeness(&part)?, Pass::Part)?));
    }
    Ok(linked)
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
    let parts = Parts::build(workspace, finish)?;
    let mut site = timed("the page", || assemble(workspace, &parts, finish))?;
    if finish == Finish::Published {
        timed("compressing", || site.compress())?;
    }
    Ok(site)
}
