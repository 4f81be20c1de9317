//! Reads folders of tables, and single files, and writes files.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use detente::data::{Dataset, ProblemKind, ReadOptions, Report, read_any, validate};

use crate::error::CliError;

/// What a folder may hold of a dataset.
const ENDINGS: [&str; 6] = ["csv", "tsv", "tab", "json", "gexf", "graphml"];

/// Reads and checks a folder or a file; how its columns were understood is printed on standard error. Places in the
/// report can be opened from where the command was given.
pub(crate) fn open(root: &Path, allow: &[ProblemKind]) -> Result<Result<(Dataset, Report), Report>, CliError> {
    let unreadable =
        |path: &Path, error: io::Error| CliError::new(format!("{} cannot be read: {error}.", path.display()));
    let name_of = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let (mut files, mut folder) = (Vec::new(), root);
    if root.is_file() {
        folder = root.parent().unwrap_or(root);
        files.push((name_of(root).unwrap_or_default(), fs::read(root).map_err(|error| unreadable(root, error))?));
    } else {
        for entry in fs::read_dir(root).map_err(|error| unreadable(root, error))? {
            let path = entry.map_err(|error| unreadable(root, error))?.path();
            let is_table = path.extension().is_some_and(|ending| ENDINGS.iter().any(|other| ending == *other));
            if let (true, Some(name)) = (is_table && path.is_file(), name_of(&path)) {
                files.push((name, fs::read(&path).map_err(|error| unreadable(&path, error))?));
            }
        }
    }
    files.sort();
    // `.` has no name of its own.
    let name = name_of(root).or_else(|| root.canonicalize().ok().as_deref().and_then(name_of));
    let draft = read_any(&files, &ReadOptions { name, ..ReadOptions::default() });
    // A closed standard error does not stop the command.
    let _ = write!(io::stderr(), "{}", draft.mapping());
    let folder = folder.to_string_lossy();
    let placed = |report: Report| if folder.is_empty() { report } else { report.below(&folder) };
    Ok(validate(&draft, allow).map(|(dataset, report)| (dataset, placed(report))).map_err(placed))
}

/// Makes a folder, and those above it, unless it is there.
pub(crate) fn make_folder(folder: &Path) -> Result<(), CliError> {
    let cannot = |error| CliError::new(format!("The folder {} cannot be made: {error}.", folder.display()));
    fs::create_dir_all(folder).map_err(cannot)
}

/// Writes a file whole or not at all: under another name first.
///
/// What is no plain file, such as `/dev/null`, is written to as it is: renaming would put a file in its place.
pub(crate) fn write(file: &Path, bytes: &[u8]) -> Result<(), CliError> {
    let written = match fs::metadata(file) {
        Ok(old) if !old.is_file() => fs::write(file, bytes),
        // A link stays a link.
        Ok(_) => fs::canonicalize(file).and_then(|path| replace(&path, bytes)),
        Err(_) => replace(file, bytes),
    };
    written.map_err(|error| CliError::new(format!("{} cannot be written: {error}.", file.display())))
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    let part = PathBuf::from(name);
    let written = fs::write(&part, bytes).and_then(|()| fs::rename(&part, path));
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written
}
