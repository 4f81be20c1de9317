//! `cards`: share pages, one a year, with a picture for sites that preview links.

use detente::render::{Pixels, SharePage};
use detente::scene::View;

use crate::args::CardsArgs;
use crate::error::CliError;
use crate::files::{make_folder, write};
use crate::progress::bar;
use crate::resolve::{dataset, every_year, many_years, theme, year};

use super::picture::Pictures;

pub(super) fn cards(args: &CardsArgs) -> Result<String, CliError> {
    let dataset = dataset(&args.dataset)?;
    let years = match (many_years(&dataset, &args.years)?, &args.years.year) {
        (Some(years), _) => years,
        (None, Some(one)) => vec![year(&dataset, Some(one))?],
        (None, None) => every_year(&dataset),
    };
    let view = View::new(f64::from(SharePage::SIZE.0), f64::from(SharePage::SIZE.1), theme(args.theme));
    let pictures = Pictures::new(dataset, view, true);
    let pixels = Pixels::default();
    let base = args.base.as_deref().unwrap_or_default();
    let folder = args.output.join("share");
    make_folder(&folder)?;
    write(&folder.join("share.css"), SharePage::STYLE.as_bytes())?;
    let bar = bar(years.len());
    for year in years {
        let id = pictures.dataset.info().step_id(year);
        bar.set_message(id.to_string());
        let card = SharePage::of(&pictures.dataset, year, base);
        write(&folder.join(format!("{id}.png")), &pictures.bytes(year, Some(&pixels))?)?;
        write(&folder.join(format!("{id}.oembed.json")), card.oembed().as_bytes())?;
        write(&folder.join(format!("{id}.html")), card.page().as_bytes())?;
        bar.inc(1);
    }
    Ok(String::new())
}
