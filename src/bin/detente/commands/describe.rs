//! `describe` and `scene`: the picture of a year as text.

use core::fmt::Write as _;

use detente::scene::at_rest;

use crate::args::{DescribeArgs, SceneArgs};
use crate::error::CliError;
use crate::resolve::{PICTURE, dataset_in, focus, laid_out, many_years, view, year};

use super::picture::alternative;

pub(super) fn describe(args: &DescribeArgs) -> Result<String, CliError> {
    let dataset = dataset_in(&args.dataset, &args.language)?;
    let layout = laid_out(&dataset);
    let focus = focus(&dataset, &args.focus)?;
    let text = |year: i16| alternative(&dataset, &layout, year, focus);
    let Some(years) = many_years(&dataset, &args.years)? else {
        return Ok(text(year(&dataset, args.years.year.as_ref())?) + "\n");
    };
    let mut lines = String::new();
    for year in years {
        // Writing to a String cannot fail.
        let _ = writeln!(lines, "{}\t{}", dataset.info().step_id(year), text(year));
    }
    Ok(lines)
}

pub(super) fn scene(args: &SceneArgs) -> Result<String, CliError> {
    let dataset = dataset_in(&args.dataset, &args.view.language)?;
    let view = view(&dataset, &args.view, PICTURE)?;
    let scene = at_rest(&dataset, &laid_out(&dataset), year(&dataset, args.year.year.as_ref())?, &view);
    Ok(scene.printout(&dataset))
}
