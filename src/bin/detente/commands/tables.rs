//! `check`, `pack` and `texts`: from tables to a report or to what the page loads.

use detente::data::TextColumns;

use crate::args::{CheckArgs, PackArgs, TextsArgs};
use crate::error::CliError;
use crate::files::{open, write};
use crate::resolve::dataset;

pub(super) fn check(args: &CheckArgs) -> Result<String, CliError> {
    let (report, passed) = match open(&args.dataset.folder, &args.dataset.allow)? {
        Ok((_, report)) => (report, true),
        Err(report) => (report, false),
    };
    let text = if args.json {
        serde_json::to_string_pretty(&report).map_err(|error| CliError::new(error.to_string()))? + "\n"
    } else {
        report.to_string()
    };
    if passed { Ok(text) } else { Err(CliError::report(text)) }
}

pub(super) fn pack(args: &PackArgs) -> Result<String, CliError> {
    write(&args.output, &detente::layout::pack(&dataset(&args.dataset)?)).map(|()| String::new())
}

pub(super) fn texts(args: &TextsArgs) -> Result<String, CliError> {
    let dataset = dataset(&args.dataset)?;
    let columns = dataset.texts().map(TextColumns::of).unwrap_or_default();
    let json = serde_json::to_vec(&columns).map_err(|error| CliError::new(error.to_string()))?;
    write(&args.output, &json).map(|()| String::new())
}
