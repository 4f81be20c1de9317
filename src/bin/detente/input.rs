//! Reads what a path names: a folder of tables, its descriptor, a file of any form, or standard input.

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use detente::data::{DESCRIPTOR, Dataset, ProblemKind, ReadOptions, Report, read_any, validate};

use crate::error::CliError;

/// The path that stands for standard input and standard output.
pub(crate) const STANDARD: &str = "-";
/// What a report calls standard input.
const STDIN: &str = "stdin";
/// What a folder may hold of a dataset.
const ENDINGS: [&str; 6] = ["csv", "tsv", "tab", "json", "gexf", "graphml"];

/// What a path names, read and not yet checked.
pub(crate) enum Input {
    /// The files of a folder, or one of them, with their names in it.
    Files {
        /// What a report puts before their names: nothing for standard input and for the folder in which we are.
        folder: PathBuf,
        /// What the dataset is called where no descriptor says it.
        name: Option<String>,
        files: Vec<(String, Vec<u8>)>,
    },
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
            return Ok(Self::file(Path::new(STDIN), bytes));
        }
        if path.file_name().is_some_and(|name| name == DESCRIPTOR) {
            return Self::folder(path.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new(".")));
        }
        if fs::metadata(path).map_err(unreadable)?.is_dir() {
            return Self::folder(path);
        }
        fs::read(path).map(|bytes| Self::file(path, bytes)).map_err(unreadable)
    }

    fn folder(root: &Path) -> Result<Self, CliError> {
        let mut files = Vec::new();
        for entry in fs::read_dir(root).map_err(|error| cannot_read(root, &error))? {
            let path = entry.map_err(|error| cannot_read(root, &error))?.path();
            let is_table = path.extension().is_some_and(|ending| ENDINGS.iter().any(|other| ending == *other));
            if let (true, Some(name)) = (is_table && path.is_file(), name_of(&path)) {
                files.push((name, fs::read(&path).map_err(|error| cannot_read(&path, &error))?));
            }
        }
        files.sort();
        // `.` has no name of its own.
        let name = name_of(root).or_else(|| root.canonicalize().ok().as_deref().and_then(name_of));
        Ok(Self::Files { folder: root.to_owned(), name, files })
    }

    /// One file. A pack begins with the number of its version, which no text does.
    fn file(path: &Path, bytes: Vec<u8>) -> Self {
        let name = name_of(path);
        if matches!(bytes.first(), Some(0x01..=0x08 | 0x0e..=0x1f)) {
            return Self::Pack { name: path.to_string_lossy().into_owned(), bytes };
        }
        let folder = path.parent().map(Path::to_owned).unwrap_or_default();
        Self::Files { folder, files: vec![(name.clone().unwrap_or_default(), bytes)], name }
    }

    /// Checks it: a dataset and what was let through, or the report of what is wrong. Places in the report can be
    /// opened from where the command was given. How columns were understood is printed on standard error.
    ///
    /// # Errors
    /// When it is no dataset at all, so that there is nothing to report on.
    pub(crate) fn check(
        &self,
        allow: &[ProblemKind],
        options: &ReadOptions,
    ) -> Result<Result<(Dataset, Report), Report>, CliError> {
        match self {
            Self::Files { folder, name, files } => {
                let draft = read_any(files, &ReadOptions { name: name.clone(), ..options.clone() });
                // A closed standard error does not stop the command.
                let _ = write!(io::stderr(), "{}", draft.mapping());
                let folder = folder.to_string_lossy();
                let placed = |report: Report| if folder.is_empty() { report } else { report.below(&folder) };
                Ok(validate(&draft, allow).map(|(dataset, report)| (dataset, placed(report))).map_err(placed))
            }
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

fn name_of(path: &Path) -> Option<String> {
    path.file_name().map(|name| name.to_string_lossy().into_owned())
}

/// The message for a path that cannot be read.
pub(crate) fn cannot_read(path: &Path, error: &io::Error) -> CliError {
    CliError::unreadable(format!("{} cannot be read: {error}.", path.display()))
}
