//! `pack` and `texts`: from tables to what the page loads.

use std::path::{Path, PathBuf};

use detente::data::Dataset;
use detente::render::{texts_json, translations_json};
use detente::words::TABLES;

use crate::args::{DatasetArgs, MessagesArgs, PackArgs, TextsArgs};
use crate::error::CliError;
use crate::files::{make_folder, write};
use crate::input::STANDARD;
use crate::progress::steps;
use crate::resolve::{dataset, dataset_behind};

pub(super) fn pack(args: &PackArgs) -> Result<String, CliError> {
    let bar = steps("reads and checks");
    let dataset = dataset_behind(&args.dataset, &bar)?;
    bar.set_message("packs");
    write(&args.output, &packed(&dataset, &args.dataset)?).map(|()| String::new())
}

/// The dataset as a pack. With limits beyond those of the format a page might refuse it: then nothing is written.
///
/// # Errors
/// When a page would refuse it.
pub(super) fn packed(dataset: &Dataset, args: &DatasetArgs) -> Result<Vec<u8>, CliError> {
    let pack = detente::layout::pack(dataset);
    if !args.limit.is_empty()
        && let Err(error) = Dataset::unpack(&pack)
    {
        let message = "No page can show this dataset: it is larger than the limits of docs/format.md allow";
        return Err(CliError::new(format!(
            "{message} ({error}). --limit holds for checks, pictures and tables alone."
        )));
    }
    Ok(pack)
}

pub(super) fn messages(args: &MessagesArgs) -> Result<String, CliError> {
    make_folder(&args.output)?;
    for table in &TABLES[1..] {
        let code = table.split(' ').next().unwrap_or_default();
        write(&args.output.join(format!("messages-{code}.txt")), table.as_bytes())?;
    }
    Ok(String::new())
}

pub(super) fn texts(args: &TextsArgs) -> Result<String, CliError> {
    let dataset = dataset(&args.dataset)?;
    write(&args.output, &texts_json(&dataset))?;
    // Standard output has room for one file.
    let translations = if args.output.as_os_str() == STANDARD { Vec::new() } else { translations_json(&dataset) };
    for (language, texts) in translations {
        write(&translated(&args.output, &language), &texts)?;
    }
    Ok(String::new())
}

/// Where the texts of a language stand beside the others: `my-data-it.json` beside `my-data.json`.
pub(super) fn translated(file: &Path, language: &str) -> PathBuf {
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    let ending = file.extension().map_or(String::new(), |ending| format!(".{}", ending.to_string_lossy()));
    file.with_file_name(format!("{name}-{language}{ending}"))
}
