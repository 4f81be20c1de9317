//! The malformed inputs as they are given, for the native tests and for those in a browser.

use std::path::Path;

/// The forms of a dataset that are no folder of tables: the name of an input of one of them begins with it.
const FORMS: [&str; 7] = ["edges", "gephi", "gexf", "graphml", "json", "members", "pack"];

/// What of a folder belongs to a dataset.
const ENDINGS: [&str; 6] = ["csv", "tsv", "json", "gexf", "graphml", "bin"];

/// How many malformed inputs there are, so that none is passed over.
pub(crate) const COUNT: usize = 355;

/// A file by its name in its folder.
pub(crate) type File = (String, Vec<u8>);

/// The files of a folder that can be a dataset's, by name.
pub(crate) fn files_in(folder: &Path) -> Vec<File> {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let of_dataset =
        entries.filter(|path| path.extension().is_some_and(|ending| ENDINGS.iter().any(|own| ending == *own)));
    let mut files: Vec<File> = of_dataset
        .map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, std::fs::read(path).expect("a file"))
        })
        .collect();
    files.sort();
    files
}

/// The names of all malformed inputs, below the project's folder.
pub(crate) fn names(root: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(root.join("tests/malformed")).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The files of a malformed input: its own, and where it is a folder of tables, the good ones it does not replace.
pub(crate) fn given(root: &Path, name: &str) -> Vec<File> {
    let own = files_in(&root.join("tests/malformed").join(name));
    if FORMS.iter().any(|form| name.split('-').next() == Some(form)) {
        return own;
    }
    let mut all = files_in(&root.join("tests/data/good"));
    all.retain(|(file, _)| !own.iter().any(|(other, _)| other == file));
    all.extend(own);
    all.sort();
    all
}
