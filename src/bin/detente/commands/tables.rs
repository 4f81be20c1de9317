//! `pack` and `texts`: from tables to what the page loads.

use detente::data::{Dataset, TextColumns};

use crate::args::{PackArgs, TextsArgs};
use crate::error::CliError;
use crate::files::write;
use crate::resolve::dataset;

pub(super) fn pack(args: &PackArgs) -> Result<String, CliError> {
    write(&args.output, &detente::layout::pack(&dataset(&args.dataset)?)).map(|()| String::new())
}

pub(super) fn texts(args: &TextsArgs) -> Result<String, CliError> {
    write(&args.output, &text_columns(&dataset(&args.dataset)?)?).map(|()| String::new())
}

/// The long texts, as a page fetches them.
pub(super) fn text_columns(dataset: &Dataset) -> Result<Vec<u8>, CliError> {
    let columns = dataset.texts().map(TextColumns::of).unwrap_or_default();
    serde_json::to_vec(&columns).map_err(|error| CliError::new(error.to_string()))
}
