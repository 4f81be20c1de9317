//! TypeScript and the bundlers, as people of npm use them on the package.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use sha2::Digest as _;

use super::{PICTURE, picture, sources};
use crate::npm::fetch;
use crate::package;
use crate::process::{output, run, which};
use crate::site::{LATE_WASM, PAINTER, Site, TEXTS, WASM};
use crate::workspace::Workspace;

/// What the pages are built with, to the number: the same on every machine.
const TOOLS: [&str; 14] = [
    "typescript@5.9.3",
    "vite@7.3.8",
    "webpack@5.113.0",
    "webpack-cli@7.3.1",
    "rollup@4.68.8",
    "@rollup/plugin-node-resolve@16.0.3",
    "parcel@2.16.4",
    "next@16.4.6",
    "esbuild@0.28.2",
    "react@19.3.1",
    "react-dom@19.3.1",
    "@types/react@19.3.0",
    "@types/react-dom@19.3.0",
    // React 18 by its types alone.
    "types-react-18@npm:@types/react@18.3.32",
];

/// A way to build a page in which the package is imported.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bundler {
    /// The package that says which Node.js it needs.
    pub(super) package: &'static str,
    /// What is built, for who watches.
    pub(super) what: &'static str,
    /// The folder of the page in `tests/browser/hosts/`.
    page: &'static str,
    /// The folder of the built page.
    to: &'static str,
    /// The script of the bundler, and its arguments; `OUT` is the folder of the built page.
    script: &'static str,
    args: &'static [&'static str],
    /// Files beside the bundle: those of the page, and what the bundler does not emit by itself.
    laid: &'static [&'static str],
}

const VITE: &str = "vite/bin/vite.js";

/// All ways, one page each; of Vite's, one for the root and one for any folder.
pub(super) const BUNDLERS: [Bundler; 8] = [
    Bundler {
        package: "vite",
        what: "a page by React and Vite",
        page: "react",
        to: "react",
        script: VITE,
        args: &["build", "--logLevel", "warn", "--emptyOutDir", "--base", "/", "--outDir", "OUT"],
        laid: &[],
    },
    Bundler {
        package: "vite",
        what: "a page by Vite, for the root",
        page: "vite",
        to: "vite",
        script: VITE,
        args: &["build", "--logLevel", "warn", "--emptyOutDir", "--base", "/", "--outDir", "OUT"],
        laid: &[],
    },
    Bundler {
        package: "vite",
        what: "a page by Vite, for any folder",
        page: "vite",
        to: "vite-relative",
        script: VITE,
        args: &["build", "--logLevel", "warn", "--emptyOutDir", "--base", "./", "--outDir", "OUT"],
        laid: &[],
    },
    Bundler {
        package: "webpack-cli",
        what: "a page by webpack",
        page: "webpack",
        to: "webpack",
        script: "webpack-cli/bin/cli.js",
        args: &["--mode", "production", "--no-stats", "--entry", "./main.js", "--output-path", "OUT"],
        laid: &["index.html", "icon.svg"],
    },
    Bundler {
        package: "rollup",
        what: "a page by Rollup",
        page: "rollup",
        to: "rollup",
        script: "rollup/dist/bin/rollup",
        args: &["main.js", "--silent", "--plugin", "node-resolve", "--dir", "OUT"],
        laid: &["index.html", "icon.svg", WASM, LATE_WASM, PAINTER, TEXTS],
    },
    Bundler {
        package: "esbuild",
        what: "a page by esbuild",
        page: "esbuild",
        to: "esbuild",
        script: "esbuild/bin/esbuild",
        args: &["main.js", "--bundle", "--splitting", "--format=esm", "--log-level=warning", "--outdir=OUT"],
        laid: &["index.html", "icon.svg", WASM, LATE_WASM, PAINTER, TEXTS],
    },
    Bundler {
        package: "parcel",
        what: "a page by Parcel",
        page: "parcel",
        to: "parcel",
        script: "parcel/lib/bin.js",
        args: &["build", "index.html", "--log-level", "error", "--no-cache", "--no-source-maps", "--dist-dir", "OUT"],
        laid: &[],
    },
    Bundler {
        package: "next",
        what: "a page by Next.js",
        page: "next",
        to: "next",
        script: "next/dist/bin/next",
        args: &["build"],
        laid: &["icon.svg"],
    },
];

/// The tools that npm has fetched, and a folder below them in which packages are found.
pub(super) struct Node {
    tools: PathBuf,
}

impl Node {
    pub(super) fn find(workspace: &Workspace) -> Result<Self> {
        let hash = sha2::Sha256::digest(TOOLS.join(" "));
        let tools =
            workspace.tools().join(format!("hosts-{:02x}{:02x}{:02x}{:02x}", hash[0], hash[1], hash[2], hash[3]));
        if !tools.join("node_modules/next/package.json").is_file() {
            if which("npm").is_none() {
                bail!("npm, which fetches TypeScript, React and the bundlers, is not installed: install Node.js.");
            }
            fetch(&tools, &TOOLS)?;
        }
        Ok(Self { tools })
    }

    fn work(&self) -> PathBuf {
        self.tools.join("work")
    }

    /// With the sources of the pages, and the package installed from its archive as anybody would.
    pub(super) fn prepared(self, workspace: &Workspace, site: &Site) -> Result<Self> {
        let packed = package::npm(workspace, site)?;
        let mut work = Site::default();
        work.insert("package.json", r#"{ "private": true, "type": "module" }"#);
        work.mount("types", Site::read(&workspace.root().join("tests/types"))?);
        let scripts = Site::read(&workspace.www())?;
        for (name, bytes) in scripts.files() {
            // Beside a declaration the script of that name would not be looked into.
            if Path::new(name).extension().is_some_and(|ending| ending == "js")
                || ["detente.d.ts", "workbench-core.d.ts"].contains(&name)
            {
                work.insert(format!("scripts/{name}"), bytes);
            }
        }
        let mut pages: Vec<&str> = BUNDLERS.iter().map(|bundler| bundler.page).collect();
        pages.dedup();
        for name in pages {
            work.mount(name, Site::read(&sources(workspace, name))?);
            let icon = site.get("icon.svg").context("the page has no icon")?;
            let public = if matches!(name, "react" | "vite") { "public/" } else { "" };
            work.insert(format!("{name}/{public}icon.svg"), icon);
            work.insert(format!("{name}/{public}{PICTURE}"), picture(workspace, site)?);
        }
        work.write(&self.work())?;
        let mut npm = Command::new("npm");
        npm.current_dir(self.work()).args(["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts"]);
        output(npm.arg("--loglevel=error").arg(&packed.archive)).context("the package cannot be installed")?;
        Ok(self)
    }

    fn node(&self, script: &str) -> Command {
        let mut node = Command::new("node");
        node.arg(self.tools.join("node_modules").join(script)).current_dir(self.work());
        node
    }

    pub(super) fn check_types(&self, project: &str) -> Result<()> {
        run(self.node("typescript/bin/tsc").args(["--pretty", "false", "--project", project]))
    }

    /// Runs a check of our own.
    pub(super) fn check_script(&self, script: &str, args: &[&str]) -> Result<()> {
        run(Command::new("node").current_dir(self.work()).arg(script).args(args))
    }

    /// Node.js imports both modules of the package as servers of pages do.
    pub(super) fn import_alone(&self) -> Result<()> {
        let script = "const { DetenteViewElement } = await import('detente-view'); await import('detente-view/define'); \
                      if (typeof DetenteViewElement !== 'function' || globalThis.customElements) process.exit(1);";
        run(Command::new("node").current_dir(self.work()).args(["--input-type=module", "--eval", script]))
    }

    /// Builds a page into a folder of its own below `built`.
    pub(super) fn bundle(&self, bundler: Bundler, site: &Site, built: &Path) -> Result<()> {
        let (to, page) = (built.join(bundler.to), self.work().join(bundler.page));
        let mut command = self.node(bundler.script);
        command.current_dir(&page).args(bundler.args.iter().map(|arg| arg.replace("OUT", &to.to_string_lossy())));
        // They would tell their makers about this build, or look for newer versions.
        command.env("NEXT_TELEMETRY_DISABLED", "1").env("NODE_ENV", "production");
        if bundler.package == "next" {
            // It tells at length what it does; only a failure is of interest.
            output(&mut command)?;
            Site::read(&page.join("out"))?.write(&to)?;
        } else {
            run(&mut command)?;
        }
        for name in bundler.laid {
            let own = page.join(name);
            let bytes = if own.is_file() { fs::read(&own).ok() } else { site.get(name).map(<[u8]>::to_vec) };
            let bytes = bytes.with_context(|| format!("there is no {name} to lay beside the bundle"))?;
            fs::write(to.join(name), bytes).with_context(|| format!("cannot write {name}"))?;
        }
        Ok(())
    }

    /// Whether this machine's Node.js is older than the bundler asks for.
    pub(super) fn too_old_for(&self, bundler: Bundler) -> Result<bool> {
        let description = self.tools.join("node_modules").join(bundler.package).join("package.json");
        let description = fs::read(&description).with_context(|| format!("cannot read {}", description.display()))?;
        let description: serde_json::Value =
            serde_json::from_slice(&description).context("cannot read package.json")?;
        let version = output(Command::new("node").arg("--version"))?;
        Ok(!satisfies(version.trim().trim_start_matches('v'), description["engines"]["node"].as_str().unwrap_or("")))
    }
}

/// Whether a version is in a range such as `^20.19.0 || >=22.12.0`; what is not understood includes everything.
fn satisfies(version: &str, range: &str) -> bool {
    let numbers = |text: &str| -> Vec<u32> { text.trim().split('.').filter_map(|part| part.parse().ok()).collect() };
    let version = numbers(version);
    range.split("||").any(|part| {
        let part = part.trim();
        let least = numbers(part.trim_start_matches(['^', '>', '=', ' ']));
        least.is_empty() || (version >= least && (!part.starts_with('^') || version.first() == least.first()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_of_node() {
        for (version, range, fits) in [
            ("20.20.2", ">=20.9.0", true),
            ("20.8.9", ">=20.9.0", false),
            ("20.20.2", "^20.19.0 || >=22.12.0", true),
            ("21.5.0", "^20.19.0 || >=22.12.0", false),
            ("22.12.0", "^20.19.0 || >=22.12.0", true),
            ("20.20.2", ">= 16", true),
            ("20.20.2", "", true),
        ] {
            assert_eq!(satisfies(version, range), fits, "{version} in {range}");
        }
    }
}
