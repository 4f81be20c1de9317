//! `check --fix`: mends what can be mended safely, keeps the originals, and shows the difference.

use core::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use detente::data::{Mended, mend, visible};

use crate::error::CliError;
use crate::files::write;
use crate::input::{Input, STANDARD};

/// Mends the files of a folder; the difference as text. Nothing is written where nothing is mended.
pub(super) fn fix(path: &Path, input: &mut Input) -> Result<String, CliError> {
    if input.is_pack() {
        return Err(CliError::usage("a packed dataset cannot be mended"));
    }
    let Input { folder, files, .. } = input;
    if path.as_os_str() == STANDARD {
        return Err(CliError::usage("standard input cannot be mended: there is no file to write"));
    }
    let mut text = String::new();
    for mended in mend(files) {
        let path = folder.join(&mended.file);
        let Some((_, bytes)) = files.iter_mut().find(|(name, _)| *name == mended.file) else { continue };
        let original = unused(&path);
        write(&original, bytes)?;
        write(&path, &mended.bytes)?;
        difference(&mut text, &path, &original, &mended);
        bytes.clone_from(&mended.bytes);
    }
    Ok(text)
}

/// The name under which the original of a file is kept: none that is there already.
fn unused(path: &Path) -> PathBuf {
    let named = |ending: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    };
    let is_free = |path: &PathBuf| fs::symlink_metadata(path).is_err();
    let numbered = (2..u32::MAX).map(|number| named(&format!(".orig{number}")));
    [named(".orig")].into_iter().chain(numbered).find(is_free).unwrap_or_else(|| named(".orig"))
}

/// A unified difference of single lines; nothing in it can command a terminal.
fn difference(text: &mut String, path: &Path, original: &Path, mended: &Mended) {
    let name = |path: &Path| visible(&path.to_string_lossy());
    // Writing to a String cannot fail.
    let _ = writeln!(text, "--- {}\n+++ {}", name(original), name(path));
    for (line, before, after) in &mended.lines {
        let _ = writeln!(text, "@@ -{line} +{line} @@\n-{}\n+{}", visible(before), visible(after));
    }
    text.push('\n');
}
