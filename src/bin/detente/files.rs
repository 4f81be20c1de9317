//! Writes files and makes folders.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::error::CliError;
use crate::input::STANDARD;

/// Makes a folder, and those above it, unless it is there.
pub(crate) fn make_folder(folder: &Path) -> Result<(), CliError> {
    is_folder(folder)?;
    let cannot = |error| CliError::new(format!("The folder {} cannot be made: {error}.", folder.display()));
    fs::create_dir_all(folder).map_err(cannot)
}

/// Makes a folder with these files, whole or not at all: under another name first. A folder that holds anything is
/// left as it is.
pub(crate) fn write_folder(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), CliError> {
    is_folder(folder)?;
    let cannot = |error: io::Error| CliError::new(format!("The folder {} cannot be made: {error}.", folder.display()));
    let there = fs::symlink_metadata(folder);
    if there.is_ok() {
        let is_empty = fs::read_dir(folder).map_err(cannot)?.next().is_none();
        if !is_empty {
            return Err(CliError::new(format!("The folder {} is not empty; nothing was written.", folder.display())));
        }
    }
    let part = partial(folder);
    let filled = fs::create_dir_all(&part)
        .and_then(|()| files.iter().try_for_each(|(name, bytes)| fs::write(part.join(name), bytes)))
        // An empty folder stands in the way of renaming on some systems.
        .and_then(|()| if there.is_ok() { fs::remove_dir(folder) } else { Ok(()) })
        .and_then(|()| fs::rename(&part, folder));
    if filled.is_err() {
        let _ = fs::remove_dir_all(&part);
    }
    filled.map_err(cannot)
}

/// Refuses `-`: several files have no place in one stream.
fn is_folder(folder: &Path) -> Result<(), CliError> {
    if folder.starts_with(STANDARD) {
        return Err(CliError::usage("this makes a folder: name one in the place of -"));
    }
    Ok(())
}

/// Writes a file whole or not at all: under another name first. `-` is standard output.
///
/// What is no plain file, such as `/dev/null`, is written to as it is: renaming would put a file in its place.
pub(crate) fn write(file: &Path, bytes: &[u8]) -> Result<(), CliError> {
    if file.as_os_str() == STANDARD {
        return print(bytes);
    }
    let written = match fs::metadata(file) {
        Ok(old) if !old.is_file() => fs::write(file, bytes),
        // A link stays a link.
        Ok(_) => fs::canonicalize(file).and_then(|path| replace(&path, bytes)),
        Err(_) => replace(file, bytes),
    };
    written.map_err(|error| CliError::new(format!("{} cannot be written: {error}.", file.display())))
}

/// Prints on standard output. A reader that closed the pipe has read enough; a full disk is an error.
pub(crate) fn print(bytes: &[u8]) -> Result<(), CliError> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(CliError::new(format!("The output cannot be written: {error}.")))
        }
        _ => Ok(()),
    }
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let part = partial(path);
    let written = fs::write(&part, bytes).and_then(|()| fs::rename(&part, path));
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written
}

/// The name under which a file or folder is made.
fn partial(path: &Path) -> PathBuf {
    // A slash at the end would put the ending into the folder.
    let mut name = path.components().as_path().as_os_str().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    PathBuf::from(name)
}
