//! Folders of tables in, files out.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use detente::data::{Dataset, ProblemKind, Report, read, validate};

use crate::command::Stop;

/// Reads and checks a folder. Places in the report can be opened from where the command was given.
pub(crate) fn open(folder: &str, allow: &[ProblemKind]) -> Result<Result<(Dataset, Report), Report>, Stop> {
    let unreadable = |path: &Path, error: io::Error| Stop::new(format!("{} cannot be read: {error}.", path.display()));
    let root = Path::new(folder);
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
        .map(|(dataset, report)| (dataset, report.below(folder)))
        .map_err(|report| report.below(folder)))
}

/// Makes a folder, and those above it, unless it is there.
pub(crate) fn make(folder: &str) -> Result<(), Stop> {
    fs::create_dir_all(folder).map_err(|error| Stop::new(format!("The folder {folder} cannot be made: {error}.")))
}

/// Writes a file whole or not at all: under another name first.
///
/// What is no plain file, such as `/dev/null`, is written to as it is: renaming would put a file in its place.
pub(crate) fn write(file: &str, bytes: &[u8]) -> Result<(), Stop> {
    let written = match fs::metadata(file) {
        Ok(old) if !old.is_file() => fs::write(file, bytes),
        // A link stays a link.
        Ok(_) => fs::canonicalize(file).and_then(|path| replace(&path, bytes)),
        Err(_) => replace(Path::new(file), bytes),
    };
    written.map_err(|error| Stop::new(format!("{file} cannot be written: {error}.")))
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
