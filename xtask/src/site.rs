//! A finished page: all its files in memory, to be written, served and weighed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use sha2::Digest as _;

use crate::bundle::Esbuild;
use crate::house::{House, TEXTS};
use crate::optimise::WasmOpt;
use crate::press::Encoding;
use crate::progress::Progress;
use crate::statics::{self, Statics};
use crate::wasm::{self, Profile};

/// Files by their names, with `/` between folders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    files: BTreeMap<String, Vec<u8>>,
}

/// The script with everything in it.
const WHOLE: &str = "detente-view.js";

/// The scripts that are served: a name, what it is made of, and what it goes on importing.
const BUNDLES: [(&str, &str, &[&str]); 8] = [
    // All in one, because the integrity of a script does not reach what it imports.
    (WHOLE, "define.js", &[]),
    ("element.js", "element.js", &["./dialogs.js"]),
    ("dialogs.js", "dialogs.js", &[]),
    ("define.js", "define.js", &["./element.js"]),
    ("embed.js", "embed.js", &["./define.js"]),
    ("resize.js", "resize.js", &[]),
    ("story.js", "story.js", &[]),
    ("claims.js", "claims.js", &[]),
];

/// What the frame fetches early; the single file has it inside.
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

/// What the compilers made, from which pages are put together.
#[derive(Clone, Debug)]
pub struct Parts {
    glue: BTreeMap<String, Vec<u8>>,
    statics: Option<Statics>,
}

/// How a page is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finish {
    /// For working on it: soon done, not optimised. What the command line cannot make yet is left out.
    Draft,
    /// As readers get it, but served from here: optimised if `wasm-opt` can be had.
    Release,
    /// For publishing: optimised, with everything pressed beforehand.
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
    pub fn build(house: &House, finish: Finish) -> Result<Self> {
        let profile = finish.profile();
        let mut progress = Progress::of(if finish == Finish::Draft { 5 } else { 6 });
        progress.step("looking for the wasm target of Rust", || wasm::ensure_target(house))?;
        let compiled = progress.step("compiling the core to WebAssembly", || wasm::compile(house, profile))?;
        let mut glue = progress.step("making the glue", || wasm::glue(house, &compiled, profile))?;
        if finish != Finish::Draft {
            progress.step("optimising the wasm", || optimise(house, finish, &mut glue))?;
        }
        let detente = progress.step("compiling the command line", || statics::compile(house))?;
        let statics = progress.step("making texts, pictures, description and table", || {
            let made = statics::make(house, &detente);
            match made {
                Err(error) if finish == Finish::Draft => {
                    println!("      going on without them: {error:#}");
                    Ok(None)
                }
                made => made.map(Some),
            }
        })?;
        Ok(Self { glue, statics })
    }
}

/// Puts a smaller wasm in the place of the one that was built.
fn optimise(house: &House, finish: Finish, glue: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    let tool = match WasmOpt::find(house) {
        Err(error) if finish == Finish::Release => {
            println!("      going on with a larger wasm: {error:#}");
            return Ok(());
        }
        tool => tool?,
    };
    let wasm = glue.get_mut(wasm::WASM).with_context(|| format!("the glue has no {}", wasm::WASM))?;
    *wasm = tool.shrink(house, wasm)?;
    Ok(())
}

impl Site {
    /// Puts the page together from the static files and what was compiled.
    pub fn assemble(house: &House, parts: &Parts, finish: Finish) -> Result<Self> {
        let mut site = Self::read(&house.www())?;
        // What editors and compilers read goes into the package for them.
        site.files.retain(|name, _| {
            !name.ends_with(".d.ts") && ![crate::package::MANIFEST, "interface.json"].contains(&name.as_str())
        });
        site.files.extend(parts.glue.clone());
        if let Some(statics) = &parts.statics {
            site.files.extend(statics.files.iter().cloned());
            site.fill(statics);
        }
        site.bundle(house, finish)?;
        Ok(site)
    }

    /// Compiles and assembles.
    pub fn build(house: &House, finish: Finish) -> Result<Self> {
        let mut site = Self::assemble(house, &Parts::build(house, finish)?, finish)?;
        if finish == Finish::Published {
            site.press()?;
        }
        Ok(site)
    }

    /// Puts scripts and what they import together, unless the page is a draft.
    fn bundle(&mut self, house: &House, finish: Finish) -> Result<()> {
        if finish == Finish::Draft {
            return Ok(());
        }
        let tool = match Esbuild::find(house) {
            Err(error) if finish == Finish::Release => {
                println!("      going on with many scripts: {error:#}");
                return Ok(());
            }
            tool => tool?,
        };
        // Two builds at once must not write into each other's folder.
        let folder = house.tools().join(format!("bundle-{}", std::process::id()));
        let bundled = self.bundle_in(&tool, &folder);
        // What is not there need not be removed.
        let _ = fs::remove_dir_all(&folder);
        bundled
    }

    fn bundle_in(&mut self, tool: &Esbuild, folder: &Path) -> Result<()> {
        self.write(folder)?;
        tool.minify_styles(folder, "style.js")?;
        let mut merged = Vec::new();
        let source = String::from_utf8_lossy(self.get("source.js").context("the page has no source.js")?).into_owned();
        for (name, entry, apart) in BUNDLES {
            // Whoever checks this script by its hash has checked by it what it fetches.
            let source = if name == WHOLE { self.vouched(&source)? } else { source.clone() };
            fs::write(folder.join("source.js"), source).context("cannot write a script for bundling")?;
            let bundle = tool.bundle(folder, entry, apart)?;
            self.insert(name, bundle.bytes);
            merged.extend(bundle.parts);
        }
        self.insert("embed-single.html", self.single(tool, folder)?);
        self.files.retain(|name, _| !merged.contains(name) || BUNDLES.iter().any(|(kept, ..)| kept == name));
        let hashes: BTreeMap<_, _> = [WHOLE, "resize.js", crate::wasm::WASM, TEXTS]
            .into_iter()
            .filter_map(|name| Some((name, integrity(self.get(name)?))))
            .collect();
        self.insert("integrity.json", serde_json::to_vec_pretty(&hashes)?);
        Ok(())
    }

    /// The sources with the hashes of what they fetch.
    fn vouched(&self, source: &str) -> Result<String> {
        let hash = |name: &str| self.get(name).map(integrity).with_context(|| format!("the page has no {name}"));
        let blank = r#"{ program: "", texts: "" }"#;
        if !source.contains(blank) {
            bail!("source.js has no `{blank}`, which the build fills in.");
        }
        let filled = format!("{{ program: \"{}\", texts: \"{}\" }}", hash(crate::wasm::WASM)?, hash(TEXTS)?);
        Ok(source.replace(blank, &filled))
    }

    /// The frame as one file with everything inside: for sandboxes without an origin, and to be opened from a disk.
    fn single(&self, tool: &Esbuild, folder: &Path) -> Result<String> {
        let file = |name: &str| self.get(name).with_context(|| format!("the page has no {name}"));
        let text = |name: &str| file(name).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        let inline = |name: &str| -> Result<String> {
            Ok(base64::engine::general_purpose::STANDARD.encode(Encoding::Gzip.smallest(file(name)?)?))
        };
        let source = format!(
            "{SINGLE}\nconst PROGRAM = \"{}\";\nconst TEXTS = \"{}\";\n",
            inline(crate::wasm::WASM)?,
            inline(TEXTS)?
        );
        fs::write(folder.join("source.js"), source).context("cannot write the sources of the single file")?;
        let script = String::from_utf8(tool.bundle(folder, "embed.js", &[])?.bytes)?;
        let picture = base64::engine::general_purpose::STANDARD.encode(file("picture-light.svg")?);
        let mut page = text("embed.html")?;
        for (from, to) in [
            (r#"<link rel="stylesheet" href="embed.css">"#, format!("<style>{}</style>", text("embed.css")?)),
            (r#"<script type="module" src="embed.js"></script>"#, format!("<script type=\"module\">{script}</script>")),
            (
                r#"<link rel="icon" href="icon.svg" type="image/svg+xml">"#,
                r#"<link rel="icon" href="data:,">"#.to_owned(),
            ),
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

    /// Reads all files of a folder.
    pub fn read(folder: &Path) -> Result<Self> {
        let mut files = BTreeMap::new();
        read_folder(folder, "", &mut files)?;
        Ok(Self { files })
    }

    /// Writes all files into a folder, in which nothing else is left.
    pub fn write(&self, folder: &Path) -> Result<()> {
        if folder.exists() {
            fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
        }
        for (name, bytes) in &self.files {
            let file = folder.join(name);
            let above = file.parent().unwrap_or(folder);
            fs::create_dir_all(above).with_context(|| format!("cannot make the folder {}", above.display()))?;
            fs::write(&file, bytes).with_context(|| format!("cannot write {}", file.display()))?;
        }
        Ok(())
    }

    /// The file of that name.
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.files.get(name).map(Vec::as_slice)
    }

    /// Puts a file in, in the place of another of that name.
    pub fn insert(&mut self, name: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(name.into(), bytes.into());
    }

    /// All names and files, by name.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// Adds all files of another site under a folder.
    pub fn mount(&mut self, folder: &str, other: Self) {
        self.files.extend(other.files.into_iter().map(|(name, bytes)| (format!("{folder}/{name}"), bytes)));
    }

    /// Lays a pressed twin beside each file that gets smaller by it.
    pub fn press(&mut self) -> Result<()> {
        let mut pressed = Vec::new();
        for (name, bytes) in self.files.iter().filter(|(name, _)| is_pressed_well(name)) {
            for encoding in Encoding::ALL {
                let twin =
                    if has_ending(name, &["svg"]) { encoding.small(bytes)? } else { encoding.smallest(bytes)? };
                if twin.len() < bytes.len() {
                    pressed.push((format!("{name}{}", encoding.suffix()), twin));
                }
            }
        }
        self.files.extend(pressed);
        Ok(())
    }

    /// Writes what was made into the pages that have a place for it, `<!--detente:name-->`.
    fn fill(&mut self, statics: &Statics) {
        for (_, bytes) in self.files.iter_mut().filter(|(name, _)| has_ending(name, &["html"])) {
            let Ok(page) = std::str::from_utf8(bytes) else { continue };
            let fill =
                |page: String, (name, text): &(&str, String)| page.replace(&format!("<!--detente:{name}-->"), text);
            *bytes = statics.fills.iter().fold(page.to_owned(), fill).into_bytes();
        }
    }
}

/// Whether pressing such a file is worth while: text is, pictures of pixels are pressed already.
pub fn is_pressed_well(name: &str) -> bool {
    has_ending(name, &["html", "js", "mjs", "css", "json", "wasm", "svg", "txt", "csv", "md", "xml", "webmanifest"])
}

fn has_ending(name: &str, endings: &[&str]) -> bool {
    Path::new(name).extension().and_then(|ending| ending.to_str()).is_some_and(|ending| endings.contains(&ending))
}

/// The hash of a file, as `integrity` attributes take it.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", base64::engine::general_purpose::STANDARD.encode(sha2::Sha384::digest(bytes)))
}

/// Plain text as HTML says it.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Reads a folder with all below it; names start with `prefix`. Hidden files stay out.
pub fn read_folder(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    let cannot = || format!("cannot read the folder {}", folder.display());
    for entry in fs::read_dir(folder).with_context(cannot)? {
        let path = entry.with_context(cannot)?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()).filter(|name| !name.starts_with('.')) else {
            continue;
        };
        if path.is_dir() {
            read_folder(&path, &format!("{prefix}{name}/"), files)?;
        } else {
            let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            files.insert(format!("{prefix}{name}"), bytes);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_words_in_and_presses() {
        let mut site = Site::default();
        site.insert("index.html", format!("<p><!--detente:words--></p><!--detente:table-->{}", " ".repeat(200)));
        site.insert("icon.png", [0; 200]);
        let fills = vec![("words", escaped("a < b")), ("table", "<table></table>".into())];
        let statics = Statics { files: Vec::new(), fills };
        site.fill(&statics);
        let page = String::from_utf8_lossy(site.get("index.html").expect("there"));
        assert!(page.starts_with("<p>a &lt; b</p><table></table>"), "{page}");
        site.press().expect("pressed");
        let names: Vec<_> = site.files().map(|(name, _)| name).collect();
        assert_eq!(names, ["icon.png", "index.html", "index.html.br", "index.html.gz"]);
    }

    #[test]
    fn is_the_same_after_writing_and_reading() {
        let folder = std::env::temp_dir().join(format!("detente-site-{}", std::process::id()));
        let mut site = Site::default();
        site.insert("a.css", "a");
        let mut whole = site.clone();
        whole.mount("deep/er", site);
        whole.write(&folder).expect("written");
        fs::write(folder.join("old"), "").expect("written");
        whole.write(&folder).expect("written again");
        assert_eq!(Site::read(&folder).expect("read"), whole);
        fs::remove_dir_all(folder).expect("removed");
    }
}
