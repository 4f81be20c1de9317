//! `page`: one HTML file with the viewer and the dataset inside.

use std::fs;

use detente::render::html_single;

use crate::args::PageArgs;
use crate::error::CliError;
use crate::files::write;
use crate::input::cannot_read;
use crate::progress::steps;
use crate::resolve::dataset_behind;

use super::tables::packed;

/// The viewer that the program was built with; empty if it was built without one.
const VIEWER: &str = include_str!(concat!(env!("OUT_DIR"), "/viewer.html"));

pub(super) fn page(args: &PageArgs) -> Result<String, CliError> {
    let viewer = match &args.viewer {
        Some(file) => fs::read_to_string(file).map_err(|error| cannot_read(file, &error))?,
        None => VIEWER.to_owned(),
    };
    if viewer.is_empty() {
        return Err(CliError::new(
            "This detente was built without the viewer that a page needs. In the repository, `cargo xtask install` \
             installs one with it; or name the viewer-template.txt of a built site with --viewer.",
        ));
    }
    let bar = steps("reads and checks");
    let mut dataset = dataset_behind(&args.dataset, &bar)?;
    // Within the limits of the format any page shows it, and need not be packed to know.
    if !args.dataset.limit.is_empty() {
        packed(&dataset, &args.dataset)?;
    }
    dataset.read_in(args.language.lang);
    bar.set_message("makes the page");
    let page = html_single(&viewer, &dataset).ok_or_else(|| {
        let name = args.viewer.as_ref().map_or("The viewer".into(), |file| file.display().to_string());
        CliError::unreadable(format!("{name} is no viewer-template.txt: it has no place for data."))
    })?;
    write(&args.output, page.as_bytes()).map(|()| String::new())
}
