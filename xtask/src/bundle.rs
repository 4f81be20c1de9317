//! Bundles the page's scripts for publishing: few scripts, a frame in a single file, and the hashes of what is fetched.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::Digest as _;

use crate::compress::inlined;
use crate::esbuild::Esbuild;
use crate::site::{LATE_SCRIPT, LATE_WASM, MESSAGES, PAINTER, STILL_STYLES, Site, TEXTS, VIEWER, WASM};
use crate::viewer;
use crate::workspace::Workspace;

/// The script with everything in it.
const WHOLE: &str = "detente-view.js";
/// The list of hashes, by name.
const HASHES: &str = "integrity.json";

/// The scripts that are published: name, entry, and imports that stay imports.
const BUNDLES: [(&str, &str, &[&str]); 13] = [
    // All in one, because the integrity of a script does not cover what it imports.
    (WHOLE, "define.js", &[]),
    ("element.js", "element.js", &["./late.js"]),
    (LATE_SCRIPT, "late.js", &["./dialogs.js"]),
    ("dialogs.js", "dialogs.js", &[]),
    ("define.js", "define.js", &["./element.js"]),
    ("embed.js", "embed.js", &["./define.js"]),
    (PAINTER, "painter.js", &[]),
    ("resize.js", "resize.js", &[]),
    ("still.js", "still.js", &[]),
    ("story.js", "story.js", &[]),
    ("claims.js", "claims.js", &[]),
    ("workbench.js", "workbench.js", &[]),
    ("workbench-worker.js", "workbench-worker.js", &[]),
];

/// The style sheets of the pages.
const STYLES: [&str; 5] = ["page.css", STILL_STYLES, "embed.css", "reading.css", "workbench.css"];

/// The preload of the frame; the single file has the wasm inside.
const PRELOAD: &str = r#"<link rel="preload" href="detente_bg.wasm" as="fetch" type="application/wasm" crossorigin>"#;

/// The sources of the single file, in the place of `www/source.js`: nothing is fetched.
const SINGLE: &str = r#"
const inside = (text, type) => new Response(
  new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream("gzip")),
  { headers: { "content-type": type } });
export const program = async () => inside(PROGRAM, "application/wasm");
export const lateProgram = async () => inside(LATE, "application/wasm");
export const texts = async () => inside(TEXTS, "application/json").json();
export const painter = () => { throw new Error("a single file has no worker"); };
export const pack = async () => { throw new Error("a single file shows the dataset inside it"); };
"#;

/// Words in other languages than English, in the place of `words.js`: there are none.
const SINGLE_WORDS: &str = r#"
export const languages = {};
export const messages = async () => "";
export const translation = async () => ({});
"#;

/// Replaces the modules of a page by bundles, and adds `embed-single.html`, `integrity.json` and the viewer for any
/// dataset. `dataset` is where the page's own stands in the memory of the program.
///
/// # Errors
///
/// When esbuild fails, or when a page or script lacks what the build replaces in it.
pub fn bundle(site: &mut Site, tool: &Esbuild, workspace: &Workspace, dataset: Option<Range<u32>>) -> Result<()> {
    in_folder(workspace, |folder| {
        bundle_in(site, tool, folder)?;
        let viewer = viewer::template(site, tool, folder, workspace, dataset)?;
        site.insert(VIEWER, viewer);
        Ok(())
    })
}

/// Works in a folder of its own, which is removed afterwards.
pub(crate) fn in_folder<T>(workspace: &Workspace, work: impl FnOnce(&Path) -> Result<T>) -> Result<T> {
    // Two builds at once must not write into each other's folder.
    let folder = workspace.tools().join(format!("bundle-{}", std::process::id()));
    let done = work(&folder);
    // A folder that was never made need not be removed.
    let _ = fs::remove_dir_all(&folder);
    done
}

fn bundle_in(site: &mut Site, tool: &Esbuild, folder: &Path) -> Result<()> {
    site.write(folder)?;
    divide_styles(tool, folder)?;
    let mut bundled = Vec::new();
    let (source, words) = (site.require_text("source.js")?, site.require_text("words.js")?);
    for (name, entry, external) in BUNDLES {
        // The script that pages load by its hash checks what it fetches by theirs.
        let source = if name == WHOLE { with_integrity(site, &source)? } else { source.clone() };
        fs::write(folder.join("source.js"), source).context("cannot write a script for bundling")?;
        let words = if name == WHOLE { words_with_integrity(site, &words)? } else { words.clone() };
        fs::write(folder.join("words.js"), words).context("cannot write a script for bundling")?;
        let bundle = tool.bundle(folder, entry, external)?;
        site.insert(name, bundle.bytes);
        bundled.extend(bundle.inputs);
    }
    for name in STYLES {
        let sheet = tool.minify_styles(folder, &site.require_text(name)?)?;
        site.insert(name, sheet);
    }
    let single = single_file(site, tool, folder)?;
    site.insert("embed-single.html", single);
    site.retain(|name| !bundled.iter().any(|input| input == name) || BUNDLES.iter().any(|(kept, ..)| *kept == name));
    let hashes: BTreeMap<_, _> = [WHOLE, "resize.js", WASM, LATE_WASM, TEXTS]
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

/// The script with the styles of paper.
const PAPER_STYLES: &str = "style-paper.js";

/// Takes white space and comments out of the styles, and divides them between the first script and the late one.
pub(crate) fn divide_styles(tool: &Esbuild, folder: &Path) -> Result<()> {
    let read = |script: &str| fs::read_to_string(folder.join(script)).with_context(|| format!("cannot read {script}"));
    let (first, late) = late_rules(&sheet_of("style.js", &read("style.js")?)?.1)?;
    let paper = sheet_of(PAPER_STYLES, &read(PAPER_STYLES)?)?.1;
    for (script, sheet) in [("style.js", first), ("style-late.js", late), (PAPER_STYLES, paper)] {
        let text = read(script)?;
        let (before, _, after) = sheet_of(script, &text)?;
        let sheet = tool.minify_styles(folder, &sheet)?;
        let text = format!("{before}`{sheet}`{after}");
        fs::write(folder.join(script), text).with_context(|| format!("cannot write {script}"))?;
    }
    Ok(())
}

/// A script around the style sheet that it has between backticks: what is before it, the sheet, what is after it.
fn sheet_of<'a>(script: &str, text: &'a str) -> Result<(&'a str, String, &'a str)> {
    let (before, rest) = text.split_once("sheets(`").with_context(|| format!("{script} has no sheet"))?;
    let (sheet, after) = rest.rsplit_once('`').with_context(|| format!("the sheet of {script} has no end"))?;
    if sheet.contains(['`', '\\', '$']) {
        bail!("{script} has more than one sheet, or something in it that a script reads otherwise.");
    }
    let before = &text[..before.len() + "sheets(".len()];
    Ok((before, sheet.to_owned(), after))
}

/// The rules that are needed first, and those that stand between the comments `late` and `first`.
fn late_rules(sheet: &str) -> Result<(String, String)> {
    let (mut first, mut late) = (String::new(), String::new());
    for (index, part) in sheet.split("/* late */\n").enumerate() {
        if index == 0 {
            first.push_str(part);
            continue;
        }
        let (those, rest) = part.split_once("/* first */\n").context("late styles have no end, `/* first */`")?;
        late.push_str(those);
        first.push_str(rest);
    }
    if late.is_empty() {
        bail!("style.js has no late styles.");
    }
    Ok((first, late))
}

/// `source.js` with the hashes of what it fetches.
fn with_integrity(site: &Site, source: &str) -> Result<String> {
    let blank = r#"{ program: "", late: "", texts: "" }"#;
    if !source.contains(blank) {
        bail!("source.js has no `{blank}`, which the build fills in.");
    }
    let hash = |name: &str| site.require(name).map(integrity);
    let (program, late, texts) = (hash(WASM)?, hash(LATE_WASM)?, hash(TEXTS)?);
    Ok(source.replace(blank, &format!("{{ program: \"{program}\", late: \"{late}\", texts: \"{texts}\" }}")))
}

/// `words.js` with the hashes of the tables of messages.
fn words_with_integrity(site: &Site, words: &str) -> Result<String> {
    let blank = r#"{ it: "", ko: "", ar: "" }"#;
    if !words.contains(blank) {
        bail!("words.js has no `{blank}`, which the build fills in.");
    }
    let hash = |name: &str| site.require(name).map(integrity);
    let [it, ko, ar] = [hash(MESSAGES[0])?, hash(MESSAGES[1])?, hash(MESSAGES[2])?];
    Ok(words.replace(blank, &format!("{{ it: \"{it}\", ko: \"{ko}\", ar: \"{ar}\" }}")))
}

/// The frame as one file with everything inside: for sandboxes without an origin, and to be opened from a disk.
fn single_file(site: &Site, tool: &Esbuild, folder: &Path) -> Result<String> {
    let mut source = SINGLE.to_owned();
    for (constant, name) in [("PROGRAM", WASM), ("LATE", LATE_WASM), ("TEXTS", TEXTS)] {
        let text = inlined(site.require(name)?)?;
        source.extend(["const ", constant, " = \"", &text, "\";\n"]);
    }
    fs::write(folder.join("source.js"), source).context("cannot write the sources of the single file")?;
    fs::write(folder.join("words.js"), SINGLE_WORDS).context("cannot write the words of the single file")?;
    let script = String::from_utf8(tool.bundle(folder, "embed.js", &[])?.bytes)?;
    let style = |name: &str| site.require_text(name).map(|style| format!("<style>{style}</style>"));
    let still = String::from_utf8(tool.bundle(folder, "still.js", &[])?.bytes)?;
    let mut page = without_stills(&site.require_text("embed.html")?)?;
    for (from, to) in [
        (r#"<link rel="stylesheet" href="embed.css">"#, style("embed.css")?),
        (r#"<link rel="stylesheet" href="still.css">"#, style("still.css")?),
        (
            r#"<script src="still.js" data-framed async blocking="render"></script>"#,
            format!("<script data-framed>{still}</script>"),
        ),
        (r#"<script type="module" src="embed.js"></script>"#, format!("<script type=\"module\">{script}</script>")),
        (r#"<link rel="icon" href="icon.svg" type="image/svg+xml">"#, r#"<link rel="icon" href="data:,">"#.to_owned()),
        (PRELOAD, String::new()),
    ] {
        if !page.contains(from) {
            bail!("embed.html has no `{from}`, which the single file replaces.");
        }
        page = page.replace(from, &to);
    }
    Ok(page)
}

/// The page without the still pictures of years that are files of their own.
fn without_stills(page: &str) -> Result<String> {
    let parts = page.split_once("<!--stills-->").zip(page.split_once("<!--/stills-->"));
    let ((before, _), (_, after)) = parts.context("embed.html does not say where its still pictures are")?;
    Ok([before, after].concat())
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
        site.insert(LATE_WASM, "");
        site.insert(TEXTS, "{}");
        let source = r#"const hashes = { program: "", late: "", texts: "" };"#;
        let filled = with_integrity(&site, source).expect("filled");
        // SHA-384 of nothing, as published with the algorithm (FIPS 180-4).
        let empty = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        assert!(
            filled.starts_with(&format!("const hashes = {{ program: \"{empty}\", late: \"{empty}\", texts: \"sha384-")),
            "{filled}"
        );
        let error = with_integrity(&site, "const hashes = {};").expect_err("nothing to fill").to_string();
        assert!(error.starts_with("source.js has no `{ program"), "{error}");
    }

    #[test]
    fn styles_are_divided_by_their_comments() {
        let sheet = "a {}\n/* late */\nb {}\n/* first */\nc {}\n/* late */\nd {}\n/* first */\n";
        assert_eq!(late_rules(sheet).expect("divided"), ("a {}\nc {}\n".to_owned(), "b {}\nd {}\n".to_owned()));
        let endless = late_rules("/* late */\na {}").expect_err("no end").to_string();
        assert_eq!(endless, "late styles have no end, `/* first */`");
        assert!(late_rules("a {}").is_err(), "nothing late");
    }
}
