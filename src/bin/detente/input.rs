//! Reads what a path names: a folder of tables, its descriptor, a file of any form, or standard input.

use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use detente::data::{
    DESCRIPTOR, Dataset, Limit, Limits, ProblemKind, ReadOptions, Report, TooLarge, is_pack, read_any, validate,
};

use crate::args::DatasetArgs;
use crate::error::CliError;

/// The path that stands for standard input and standard output.
pub(crate) const STANDARD: &str = "-";
/// What a report calls standard input.
const STDIN: &str = "stdin";
/// What a folder may hold of a dataset.
const ENDINGS: [&str; 6] = ["csv", "tsv", "tab", "json", "gexf", "graphml"];

/// What a report calls the texts of a pack.
const TEXTS: &str = "texts";

/// What a path names, read and not yet checked: the files of a folder, or one of them, with their names in it.
pub(crate) struct Input {
    /// What a report puts before their names: nothing for standard input and for the folder in which we are.
    pub(crate) folder: PathBuf,
    /// What the dataset is called where no descriptor says it.
    name: Option<String>,
    pub(crate) files: Vec<(String, Vec<u8>)>,
    too_large: Vec<TooLarge>,
}

impl Input {
    /// Reads it, no more of each file than the limits allow. A descriptor stands for its folder.
    ///
    /// # Errors
    /// When a file or folder cannot be read.
    pub(crate) fn read(args: &DatasetArgs) -> Result<Self, CliError> {
        let path = args.path.as_path();
        let mut input = Self { folder: PathBuf::new(), name: None, files: Vec::new(), too_large: Vec::new() };
        let mut reader = Reader { limits: args.limits(), total: 0, input: &mut input };
        if path.as_os_str() == STANDARD {
            let name = STDIN.to_owned();
            reader.take(name.clone(), io::stdin().lock()).map_err(|error| cannot_read(path, &error))?;
            input.name = Some(name);
        } else if path.file_name().is_some_and(|name| name == DESCRIPTOR) {
            let above = path.parent().filter(|above| !above.as_os_str().is_empty());
            reader.folder(above.unwrap_or(Path::new(".")))?;
        } else if fs::metadata(path).map_err(|error| cannot_read(path, &error))?.is_dir() {
            reader.folder(path)?;
        } else {
            reader.file(path, name_of(path).unwrap_or_default())?;
            input.folder = path.parent().map(Path::to_owned).unwrap_or_default();
            input.name = name_of(path);
        }
        if let Some(texts) = &args.texts {
            let mut reader = Reader { limits: args.limits(), total: 0, input: &mut input };
            // One name may be that of both, in two folders.
            if texts.as_os_str() != STANDARD {
                reader.file(texts, TEXTS.to_owned())?;
            } else if path.as_os_str() == STANDARD {
                return Err(CliError::usage("standard input is the dataset or its texts, not both"));
            } else {
                reader.take(TEXTS.to_owned(), io::stdin().lock()).map_err(|error| cannot_read(texts, &error))?;
            }
        }
        Ok(input)
    }

    /// Whether it is a packed dataset.
    pub(crate) fn is_pack(&self) -> bool {
        self.files.iter().any(|(_, bytes)| is_pack(bytes))
    }

    /// Checks it: a dataset and what was let through, or the report of what is wrong. Places in the report can be
    /// opened from where the command was given. How columns were understood is handed to `say`.
    pub(crate) fn check(
        &self,
        allow: &[ProblemKind],
        options: &ReadOptions,
        say: &dyn Fn(&str),
    ) -> Result<(Dataset, Report), Report> {
        let Self { folder, name, files, too_large } = self;
        let options = ReadOptions { name: name.clone(), too_large: too_large.clone(), ..options.clone() };
        let draft = read_any(files, &options);
        say(&draft.mapping().to_string());
        let folder = folder.to_string_lossy();
        let placed = |report: Report| if folder.is_empty() { report } else { report.below(&folder) };
        validate(&draft, allow).map(|(dataset, report)| (dataset, placed(report))).map_err(placed)
    }
}

/// Reads files as far as the limits allow.
struct Reader<'i> {
    limits: Limits,
    /// The bytes of all files so far.
    total: usize,
    input: &'i mut Input,
}

impl Reader<'_> {
    fn folder(&mut self, root: &Path) -> Result<(), CliError> {
        let mut paths = Vec::new();
        for entry in fs::read_dir(root).map_err(|error| cannot_read(root, &error))? {
            let path = entry.map_err(|error| cannot_read(root, &error))?.path();
            let is_table = path.extension().is_some_and(|ending| ENDINGS.iter().any(|other| ending == *other));
            if let (true, Some(name)) = (is_table && path.is_file(), name_of(&path)) {
                paths.push((name, path));
            }
        }
        paths.sort();
        for (name, path) in paths {
            self.file(&path, name)?;
        }
        root.clone_into(&mut self.input.folder);
        // `.` has no name of its own.
        self.input.name = name_of(root).or_else(|| root.canonicalize().ok().as_deref().and_then(name_of));
        Ok(())
    }

    /// Reads a file unless its length says that it is too large.
    fn file(&mut self, path: &Path, name: String) -> Result<(), CliError> {
        let open = || {
            let file = fs::File::open(path)?;
            Ok((file.metadata()?.len(), file))
        };
        let (length, file) = open().map_err(|error| cannot_read(path, &error))?;
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        if !self.refuses(&name, length) {
            self.take(name, file).map_err(|error| cannot_read(path, &error))?;
        }
        Ok(())
    }

    /// Reads all bytes unless they are too many, which a length may not tell: a pipe has none, a file may grow.
    fn take(&mut self, name: String, source: impl io::Read) -> io::Result<()> {
        let most = self.limits.of(Limit::Bytes).min(self.limits.of(Limit::Folder).saturating_sub(self.total));
        let mut bytes = Vec::new();
        source.take(most as u64 + 1).read_to_end(&mut bytes)?;
        if !self.refuses(&name, bytes.len()) {
            self.total += bytes.len();
            self.input.files.push((name, bytes));
        }
        Ok(())
    }

    /// Whether so many bytes are too many, by themselves or with all before them; that is kept to be reported.
    fn refuses(&mut self, name: &str, bytes: usize) -> bool {
        let found = [(Limit::Bytes, bytes), (Limit::Folder, self.total.saturating_add(bytes))];
        let excess = found.into_iter().find(|(limit, found)| *found > self.limits.of(*limit));
        if let Some((limit, bytes)) = excess {
            self.input.too_large.push(TooLarge { file: name.to_owned(), bytes, limit });
        }
        excess.is_some()
    }
}

fn name_of(path: &Path) -> Option<String> {
    path.file_name().map(|name| name.to_string_lossy().into_owned())
}

/// The message for a path that cannot be read.
pub(crate) fn cannot_read(path: &Path, error: &io::Error) -> CliError {
    CliError::unreadable(format!("{} cannot be read: {error}.", path.display()))
}
