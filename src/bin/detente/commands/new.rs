//! `new`: a folder with the tables of an invented example, to be changed into a dataset.

use core::fmt::Write as _;
use std::path::Path;

use detente::data::{DESCRIPTOR, Resource, read, resources};

use crate::args::NewArgs;
use crate::error::CliError;
use crate::files::write_folder;

const TABLES: [(&str, &str); 5] = [
    ("actors.csv", include_str!("../example/actors.csv")),
    ("ties.csv", include_str!("../example/ties.csv")),
    ("events.csv", include_str!("../example/events.csv")),
    ("sources.csv", include_str!("../example/sources.csv")),
    ("years.csv", include_str!("../example/years.csv")),
];
const PACKAGE: &str = include_str!("../example/datapackage.json");
const README: &str = include_str!("../example/README.md");

pub(super) fn new(args: &NewArgs) -> Result<String, CliError> {
    let name = name_of(&args.folder);
    let mut files: Vec<(String, Vec<u8>)> =
        TABLES.map(|(file, text)| (file.to_owned(), text.as_bytes().to_vec())).into();
    let described = resources(&read(&files));
    let json = serde_json::to_string_pretty(&described).map_err(|error| CliError::new(error.to_string()))?;
    let package = PACKAGE.replace("{{name}}", &name).replace("{{resources}}", &json.replace('\n', "\n  "));
    let readme = README.replace("{{name}}", &name).replace("{{tables}}", tables(&described).trim_end());
    files.push((DESCRIPTOR.to_owned(), package.into_bytes()));
    files.push(("README.md".to_owned(), readme.into_bytes()));
    write_folder(&args.folder, &files)?;
    let folder = args.folder.display();
    Ok(format!(
        "The folder {folder} holds an invented example; README.md in it explains the tables.\n\
         Next: detente check {folder}, detente page {folder} --output {name}.html\n"
    ))
}

/// The dataset's name: that of the folder, as the standard has names.
fn name_of(folder: &Path) -> String {
    let folder = folder.components().next_back().map(|part| part.as_os_str().to_string_lossy().to_lowercase());
    let parts = folder.as_deref().unwrap_or_default().split(|letter: char| !letter.is_ascii_alphanumeric());
    let name: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    if name.is_empty() { "example".to_owned() } else { name.join("-") }
}

/// What each column of each table holds, as Markdown.
fn tables(described: &[Resource]) -> String {
    let mut text = String::new();
    // Writing to a String cannot fail.
    for table in described {
        let _ =
            writeln!(text, "## {}\n\n{}\n\n| column | what it holds |\n| --- | --- |", table.path, table.description);
        for field in &table.schema.fields {
            let needed = if field.constraints.required == Some(true) { " (needed)" } else { "" };
            let _ = writeln!(text, "| `{}`{needed} | {} |", field.name, field.description);
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_names_its_dataset() {
        for (folder, name) in [("demo", "demo"), ("/x/My Data (2)/", "my-data-2"), (".", "example"), ("é", "example")]
        {
            assert_eq!(name_of(Path::new(folder)), name, "{folder}");
        }
    }
}
