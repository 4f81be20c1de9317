//! Reads folders of tables and writes files.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use detente::data::{Dataset, ProblemKind, Report, read, validate};

use crate::error::CliError;

/// Reads and checks a folder. Places in the report can be opened from where the command was given.
pub(crate) fn open(root: &Path, allow: &[ProblemKind]) -> Result<Result<(Dataset, Report), Report>, CliError> {
    let unreadable =
        |path: &Path, error: io::Error| CliError::new(format!("{} cannot be read: {error}.", path.display()));
    let folder = root.to_string_lossy();
    let mut files = Vec::new();
    for entry in fs::read_dir(root).map_err(|error| unreadable(root, error))? {
        let path = entry.map_err(|error| unreadable(root, error))?.path();
        let is_table = path.extension().is_some_and(|ending| ending == "csv" || ending == "json");
        if let (true, Some(name)) = (is_table && path.is_file(), path.file_name()) {
            let bytes = fs::read(&path).map_err(|error| unreadable(&path, error))?;
            files.push((name.to_string_lossy().into_owned(), bytes));
        }
    }
    files.sort();
    Ok(validate(&read(&files), allow)
        .map(|(dataset, report)| (dataset, report.below(&folder)))
        .map_err(|report| report.below(&folder)))
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
