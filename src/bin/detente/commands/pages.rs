//! `pages` and `table`: HTML that needs no script.

use std::fs;

use detente::moment::Moment;
use detente::render::{html_page, html_pages, html_table};
use detente::time::Playhead;

use crate::args::{PagesArgs, TableArgs};
use crate::error::CliError;
use crate::files::{make_folder, write};
use crate::resolve::{dataset, year};

/// The page for frames; every dataset has it.
const EMBED: &str = "embed";

pub(super) fn table(args: &TableArgs) -> Result<String, CliError> {
    let dataset = dataset(&args.dataset)?;
    let year = year(&dataset, args.year.year)?;
    Ok(html_table(&dataset, &Moment::at(&dataset, Playhead::end_of(year))))
}

pub(super) fn pages(args: &PagesArgs) -> Result<String, CliError> {
    let dataset = dataset(&args.dataset)?;
    make_folder(&args.output)?;
    for id in html_pages(&dataset).into_iter().chain([EMBED]) {
        let name = format!("{id}.html");
        let path = args.templates.join(&name);
        let template = fs::read_to_string(&path).map_err(|error| {
            CliError::unreadable(format!("The template {} cannot be read: {error}.", path.display()))
        })?;
        write(&args.output.join(name), html_page(&template, &dataset, id).as_bytes())?;
    }
    Ok(String::new())
}
