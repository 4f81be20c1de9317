//! Bundles the page's scripts for publishing: few scripts, a frame in a single file, and the hashes of what is fetched.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::Digest as _;

use crate::compress::Encoding;
use crate::esbuild::Esbuild;
use crate::site::{Site, TEXTS, WASM};
use crate::workspace::Workspace;

/// The script with everything in it.
const WHOLE: &str = "detente-view.js";
/// The list of hashes, by name.
const HASHES: &str = "integrity.json";

/// The scripts that are published: name, entry, and imports that stay imports.
const BUNDLES: [(&str, &str, &[&str]); 8] = [
    // All in one, because the integrity of a script does not cover what it imports.
    (WHOLE, "define.js", &[]),
    ("element.js", "element.js", &["./dialogs.js"]),
    ("dialogs.js", "dialogs.js", &[]),
    ("define.js", "define.js", &["./element.js"]),
    ("embed.js", "embed.js", &["./define.js"]),
    ("resize.js", "resize.js", &[]),
    ("story.js", "story.js", &[]),
    ("claims.js", "claims.js", &[]),
];

/// The preload of the frame; the single file has the wasm inside.
const PRELOAD: &str = r#"<link rel="preload" href="detente_bg.wasm" as="fetch" type="application/wasm" crossorigin>"#;

/// The sources of the single file, in the place of `www/source.js`: nothing is fetched.
const SINGLE: &str = r#"
const inside = (text, type) => new Response(
  new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream("gzip")),
  { headers: { "content-type": type } });
export const program = async () => inside(PROGRAM, "application/wasm");
export const texts = async () => inside(TEXTS, "application/json").json();
export const pack = async () => { throw new Error("a single file shows the dataset inside it"); };
"#;

/// Replaces the modules of a page by bundles, and adds `embed-single.html` and `integrity.json`.
///
/// # Errors
///
/// When esbuild fails, or when a page or script lacks what the build replaces in it.
pub fn bundle(site: &mut Site, tool: &Esbuild, workspace: &Workspace) -> Result<()> {
    // Two builds at once must not write into each other's folder.
    let folder = workspace.tools().join(format!("bundle-{}", std::process::id()));
    let bundled = bundle_in(site, tool, &folder);
    // A folder that was never made need not be removed.
    let _ = fs::remove_dir_all(&folder);
    bundled
}

fn bundle_in(site: &mut Site, tool: &Esbuild, folder: &Path) -> Result<()> {
    site.write(folder)?;
    minify_styles(tool, folder, "style.js")?;
    let mut bundled = Vec::new();
    let source = site.require_text("source.js")?;
    for (name, entry, external) in BUNDLES {
        // The script that pages load by its hash checks what it fetches by theirs.
        let source = if name == WHOLE { with_integrity(site, &source)? } else { source.clone() };
        fs::write(folder.join("source.js"), source).context("cannot write a script for bundling")?;
        let bundle = tool.bundle(folder, entry, external)?;
        site.insert(name, bundle.bytes);
        bundled.extend(bundle.inputs);
    }
    let single = single_file(site, tool, folder)?;
    site.insert("embed-single.html", single);
    site.retain(|name| !bundled.iter().any(|input| input == name) || BUNDLES.iter().any(|(kept, ..)| *kept == name));
    let hashes: BTreeMap<_, _> = [WHOLE, "resize.js", WASM, TEXTS]
        .into_iter()
        .filter_map(|name| Some((name, integrity(site.get(name)?))))
        .collect();
    site.insert(HASHES, serde_json::to_vec_pretty(&hashes)?);
    Ok(())
}

/// What pages of others load from a site whose modules are served as they are: the lines that the view's dialog gives
/// lead somewhere there too. No hash covers what a module imports, so none is given.
pub fn unbundled(site: &mut Site) {
    site.insert(WHOLE, "import \"./define.js\";\n");
    site.insert(HASHES, "{}\n");
}

/// Takes white space and comments out of the style sheet that a script has between backticks.
fn minify_styles(tool: &Esbuild, folder: &Path, script: &str) -> Result<()> {
    let path = folder.join(script);
    let text = fs::read_to_string(&path).with_context(|| format!("cannot read {script}"))?;
    let (before, rest) = text.split_once('`').with_context(|| format!("{script} has no sheet between backticks"))?;
    let (sheet, after) = rest.rsplit_once('`').with_context(|| format!("{script} has but one backtick"))?;
    if sheet.contains(['`', '\\', '$']) {
        bail!("{script} has more than one sheet, or something in it that a script reads otherwise.");
    }
    let sheet = tool.minify_styles(folder, sheet)?;
    fs::write(&path, format!("{before}`{sheet}`{after}")).with_context(|| format!("cannot write {script}"))
}

/// `source.js` with the hashes of what it fetches.
fn with_integrity(site: &Site, source: &str) -> Result<String> {
    let blank = r#"{ program: "", texts: "" }"#;
    if !source.contains(blank) {
        bail!("source.js has no `{blank}`, which the build fills in.");
    }
    let (program, texts) = (integrity(site.require(WASM)?), integrity(site.require(TEXTS)?));
    Ok(source.replace(blank, &format!("{{ program: \"{program}\", texts: \"{texts}\" }}")))
}

/// The frame as one file with everything inside: for sandboxes without an origin, and to be opened from a disk.
fn single_file(site: &Site, tool: &Esbuild, folder: &Path) -> Result<String> {
    let inline = |name: &str| -> Result<String> { Ok(BASE64.encode(Encoding::Gzip.smallest(site.require(name)?)?)) };
    let source = format!("{SINGLE}\nconst PROGRAM = \"{}\";\nconst TEXTS = \"{}\";\n", inline(WASM)?, inline(TEXTS)?);
    fs::write(folder.join("source.js"), source).context("cannot write the sources of the single file")?;
    let script = String::from_utf8(tool.bundle(folder, "embed.js", &[])?.bytes)?;
    let style = site.require_text("embed.css")?;
    let picture = BASE64.encode(site.require("picture-light.svg")?);
    let mut page = site.require_text("embed.html")?;
    for (from, to) in [
        (r#"<link rel="stylesheet" href="embed.css">"#, format!("<style>{style}</style>")),
        (r#"<script type="module" src="embed.js"></script>"#, format!("<script type=\"module\">{script}</script>")),
        (r#"<link rel="icon" href="icon.svg" type="image/svg+xml">"#, r#"<link rel="icon" href="data:,">"#.to_owned()),
        (PRELOAD, String::new()),
        ("picture-light.svg", format!("data:image/svg+xml;base64,{picture}")),
    ] {
        if !page.contains(from) {
            bail!("embed.html has no `{from}`, which the single file replaces.");
        }
        page = page.replace(from, &to);
    }
    Ok(page)
}

/// The hash of a file, as `integrity` attributes take it.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64.encode(sha2::Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hashes_of_what_is_fetched_are_filled_in() {
        let mut site = Site::default();
        site.insert(WASM, "");
        site.insert(TEXTS, "{}");
        let source = r#"const hashes = { program: "", texts: "" };"#;
        let filled = with_integrity(&site, source).expect("filled");
        // SHA-384 of nothing, as published with the algorithm (FIPS 180-4).
        let empty = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        assert!(filled.starts_with(&format!("const hashes = {{ program: \"{empty}\", texts: \"sha384-")), "{filled}");
        let error = with_integrity(&site, "const hashes = {};").expect_err("nothing to fill").to_string();
        assert!(error.starts_with("source.js has no `{ program"), "{error}");
    }
}
