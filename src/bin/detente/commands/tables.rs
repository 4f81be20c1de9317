//! `pack` and `texts`: from tables to what the page loads.

use detente::render::texts_json;

use crate::args::{PackArgs, TextsArgs};
use crate::error::CliError;
use crate::files::write;
use crate::resolve::dataset;

pub(super) fn pack(args: &PackArgs) -> Result<String, CliError> {
    write(&args.output, &detente::layout::pack(&dataset(&args.dataset)?)).map(|()| String::new())
}

pub(super) fn texts(args: &TextsArgs) -> Result<String, CliError> {
    write(&args.output, &texts_json(&dataset(&args.dataset)?)).map(|()| String::new())
}
