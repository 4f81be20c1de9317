//! `table`, `story` and `claims`: HTML for pages that need no script.

use detente::moment::Moment;
use detente::render::{html_claims, html_story, html_table};
use detente::time::Playhead;

use crate::args::{ClaimsArgs, StoryArgs, TableArgs};
use crate::error::CliError;
use crate::resolve::{dataset, year};

pub(super) fn table(args: &TableArgs) -> Result<String, CliError> {
    let dataset = dataset(&args.dataset)?;
    let year = year(&dataset, args.year.year)?;
    Ok(html_table(&dataset, &Moment::at(&dataset, Playhead::end_of(year))))
}

pub(super) fn story(args: &StoryArgs) -> Result<String, CliError> {
    Ok(html_story(&dataset(&args.dataset)?))
}

pub(super) fn claims(args: &ClaimsArgs) -> Result<String, CliError> {
    Ok(html_claims(&dataset(&args.dataset)?))
}
