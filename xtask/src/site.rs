//! The files of a page in memory, to be written, served and weighed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::thread;

use anyhow::{Context as _, Result, anyhow};

use crate::compress::Encoding;
use crate::progress;

/// Name of the wasm in the page.
pub const WASM: &str = "detente_bg.wasm";
/// Name of the part of the wasm that is fetched after the first frame.
pub const LATE_WASM: &str = "detente_late.wasm";
/// Name of the script that is fetched after the first frame.
pub const LATE_SCRIPT: &str = "late.js";
/// Name of the styles of the still pictures.
pub const STILL_STYLES: &str = "still.css";
/// The script of the worker that draws.
pub const PAINTER: &str = "painter.js";
/// Name of the glue in the page.
pub const GLUE: &str = "detente.js";
/// Name of the glue of the workbench's program.
pub const WORKBENCH_GLUE: &str = "workbench-core.js";
/// Name of the first part of the workbench's program.
pub const WORKBENCH_WASM: &str = "workbench-core_bg.wasm";
/// Name of the part of it that is fetched once the first one runs.
pub const WORKBENCH_LATE_WASM: &str = "workbench-late.wasm";
/// Name of the dataset's long texts, which the page fetches after its first frame.
///
/// It is JSON, but not named so: Parcel would turn a file of that name into a script.
pub const TEXTS: &str = "detente-texts.txt";
/// Names of the words in other languages than English, of which a page fetches the one that it needs.
pub const MESSAGES: [&str; 3] = ["messages-it.txt", "messages-ko.txt", "messages-ar.txt"];
/// Names of the dataset's texts in the languages of the words, its own among them; where there are none, the file says so.
pub const TRANSLATIONS: [&str; 4] =
    ["detente-texts-en.txt", "detente-texts-it.txt", "detente-texts-ko.txt", "detente-texts-ar.txt"];
/// Name of the list of attributes, events and parts for editors.
pub const MANIFEST: &str = "custom-elements.json";
/// Name of the page with marks where a dataset belongs, of which `detente page` makes a page.
///
/// It is HTML, but no page yet.
pub const VIEWER: &str = "viewer-template.txt";
/// Name of the description of the element, from which types, manifest and tables are made.
pub const INTERFACE: &str = "interface.json";

/// Endings of files that compression makes smaller.
const COMPRESSIBLE: [&str; 12] =
    ["html", "js", "mjs", "css", "json", "wasm", "svg", "txt", "csv", "md", "xml", "webmanifest"];

/// Files by their names, with `/` between folders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    files: BTreeMap<String, Vec<u8>>,
}

impl Site {
    /// Reads all files of a folder and of those below it, except hidden ones.
    pub fn read(folder: &Path) -> Result<Self> {
        let mut files = BTreeMap::new();
        read_folder(folder, "", &mut files)?;
        Ok(Self { files })
    }

    /// Writes all files into a folder. What was in it before is removed.
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

    /// The file of that name, or an error that says it is missing.
    pub fn require(&self, name: &str) -> Result<&[u8]> {
        self.get(name).with_context(|| format!("the page has no {name}"))
    }

    /// The file of that name as text, or an error that says it is missing.
    pub fn require_text(&self, name: &str) -> Result<String> {
        self.require(name).map(|bytes| String::from_utf8_lossy(bytes).into_owned())
    }

    /// Adds a file, in the place of another of that name.
    pub fn insert(&mut self, name: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(name.into(), bytes.into());
    }

    /// All names and files, by name.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// Adds all files of another site.
    pub fn extend(&mut self, other: Self) {
        self.files.extend(other.files);
    }

    /// Adds all files of another site under a folder.
    pub fn mount(&mut self, folder: &str, other: Self) {
        self.files.extend(other.files.into_iter().map(|(name, bytes)| (format!("{folder}/{name}"), bytes)));
    }

    /// Keeps the files whose names pass.
    pub fn retain(&mut self, keep: impl Fn(&str) -> bool) {
        self.files.retain(|name, _| keep(name));
    }

    /// Adds a `.br` and a `.gz` beside each file that they are smaller than, on all processors.
    pub fn compress(&mut self) -> Result<()> {
        // The largest first, so that none of them is waited for at the end.
        let mut waiting: Vec<_> = self.files.iter().filter(|(name, _)| is_compressible(name)).collect();
        waiting.sort_by_key(|(_, bytes)| bytes.len());
        let bar = progress::bar(waiting.len());
        let waiting = Mutex::new(waiting);
        let next = || waiting.lock().ok().and_then(|mut waiting| waiting.pop());
        let work = || -> Result<Vec<(String, Vec<u8>)>> {
            let mut compressed = Vec::new();
            while let Some((name, bytes)) = next() {
                bar.set_message(name.clone());
                compressed.extend(smaller(name, bytes)?);
                bar.inc(1);
            }
            Ok(compressed)
        };
        let workers = thread::available_parallelism().map_or(1, usize::from);
        let compressed: Result<Vec<_>> = thread::scope(|scope| {
            let threads: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
            threads
                .into_iter()
                .map(|thread| thread.join().unwrap_or_else(|_| Err(anyhow!("compressing has panicked"))))
                .collect()
        });
        bar.finish_and_clear();
        self.files.extend(compressed?.into_iter().flatten());
        Ok(())
    }
}

/// What is smaller than a file: its compressed forms, by their names.
fn smaller(name: &str, bytes: &[u8]) -> Result<Vec<(String, Vec<u8>)>> {
    let is_picture = has_ending(name, &["svg"]);
    let mut found = Vec::new();
    for encoding in Encoding::ALL {
        let smaller = if is_picture { encoding.small(bytes)? } else { encoding.smallest(bytes)? };
        if smaller.len() < bytes.len() {
            found.push((format!("{name}{}", encoding.suffix()), smaller));
        }
    }
    Ok(found)
}

/// Whether compression makes such a file smaller. Pictures of pixels and fonts are compressed already.
pub fn is_compressible(name: &str) -> bool {
    has_ending(name, &COMPRESSIBLE)
}

fn has_ending(name: &str, endings: &[&str]) -> bool {
    Path::new(name).extension().and_then(|ending| ending.to_str()).is_some_and(|ending| endings.contains(&ending))
}

/// Reads a folder with all below it; the names start with `prefix`.
fn read_folder(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
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
    fn compresses_what_gets_smaller() {
        let mut site = Site::default();
        site.insert("index.html", " ".repeat(200));
        site.insert("icon.png", [0; 200]);
        site.compress().expect("compressed");
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

    #[test]
    fn a_missing_file_is_named() {
        assert_eq!(Site::default().require(WASM).expect_err("missing").to_string(), "the page has no detente_bg.wasm");
    }
}
