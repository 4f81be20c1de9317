//! Reads what a path names: a folder of tables, its descriptor, a packed dataset, or standard input.

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

use detente::data::{DESCRIPTOR, Dataset, ProblemKind, Report, read, validate};

use crate::error::CliError;

/// The path that stands for standard input and standard output.
pub(crate) const STANDARD: &str = "-";
/// What a report calls standard input.
const STDIN: &str = "stdin";

/// What a path names, read and not yet checked.
pub(crate) enum Input {
    /// The files of a folder, with their names in it.
    Folder { folder: String, files: Vec<(String, Vec<u8>)> },
    /// A packed dataset, with its name.
    Pack { name: String, bytes: Vec<u8> },
}

impl Input {
    /// Reads it. A descriptor stands for its folder.
    pub(crate) fn read(path: &Path) -> Result<Self, CliError> {
        let unreadable = |error| cannot_read(path, &error);
        if path.as_os_str() == STANDARD {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes).map_err(unreadable)?;
            return Ok(Self::Pack { name: STDIN.to_owned(), bytes });
        }
        if path.file_name().is_some_and(|name| name == DESCRIPTOR) {
            return Self::folder(path.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new(".")));
        }
        if fs::metadata(path).map_err(unreadable)?.is_dir() {
            return Self::folder(path);
        }
        let bytes = fs::read(path).map_err(unreadable)?;
        Ok(Self::Pack { name: path.to_string_lossy().into_owned(), bytes })
    }

    fn folder(root: &Path) -> Result<Self, CliError> {
        let mut files = Vec::new();
        for entry in fs::read_dir(root).map_err(|error| cannot_read(root, &error))? {
            let path = entry.map_err(|error| cannot_read(root, &error))?.path();
            let is_table = path.extension().is_some_and(|ending| ending == "csv" || ending == "json");
            if let (true, Some(name)) = (is_table && path.is_file(), path.file_name()) {
                let bytes = fs::read(&path).map_err(|error| cannot_read(&path, &error))?;
                files.push((name.to_string_lossy().into_owned(), bytes));
            }
        }
        files.sort();
        Ok(Self::Folder { folder: root.to_string_lossy().into_owned(), files })
    }

    /// Checks it: a dataset and what was let through, or the report of what is wrong. Places in the report can be
    /// opened from where the command was given.
    ///
    /// # Errors
    /// When it is no dataset at all, so that there is nothing to report on.
    pub(crate) fn check(&self, allow: &[ProblemKind]) -> Result<Result<(Dataset, Report), Report>, CliError> {
        match self {
            Self::Folder { folder, files } => Ok(validate(&read(files), allow)
                .map(|(dataset, report)| (dataset, report.below(folder)))
                .map_err(|report| report.below(folder))),
            Self::Pack { name, bytes } => match Dataset::unpack(bytes) {
                Ok(dataset) => {
                    let rows = vec![
                        ("actors.csv".to_owned(), dataset.actors().len()),
                        ("ties.csv".to_owned(), dataset.tables().ties.len()),
                    ];
                    Ok(Ok((dataset, Report { rows, ..Report::default() })))
                }
                Err(error) => Err(CliError::unreadable(format!("{name} cannot be read: {error}."))),
            },
        }
    }
}

/// The message for a path that cannot be read.
pub(crate) fn cannot_read(path: &Path, error: &io::Error) -> CliError {
    CliError::unreadable(format!("{} cannot be read: {error}.", path.display()))
}
