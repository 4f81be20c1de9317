//! Share pages: one a year, with a picture, for links that show what they lead to.

use detente::layout::EgoLayout;
use detente::render::{Pixels, SharePage};
use detente::scene::View;

use crate::command::{Ask, Stop, dataset, view, year, years};
use crate::folder::{make, write};
use crate::pictures::Studio;
use crate::progress::Bar;

pub(crate) fn cards(ask: &Ask) -> Result<String, Stop> {
    let dataset = dataset(ask)?;
    let Some(folder) = &ask.output else {
        return Err(Stop::usage("`detente cards` needs --output FOLDER"));
    };
    let base = base(ask.base.as_deref())?;
    let info = dataset.info();
    let years = match (years(ask, &dataset)?, ask.year) {
        (Some(years), _) => years,
        (None, Some(_)) => vec![year(ask, &dataset)?],
        (None, None) => (info.first_year..=info.last_year).collect(),
    };
    let size = (f64::from(SharePage::SIZE.0), f64::from(SharePage::SIZE.1));
    let view = View { compare: None, ..view(&Ask { theme: ask.theme.clone(), ..Ask::default() }, &dataset, size)? };
    let studio = Studio { layout: EgoLayout::solve(&dataset), dataset, view, poster: true };
    let pixels = Pixels::default();
    let folder = format!("{folder}/share");
    make(&folder)?;
    write(&format!("{folder}/share.css"), SharePage::STYLE.as_bytes())?;
    let mut bar = Bar::of(years.len());
    for year in years {
        let picture = pixels.png(&studio.svg(year)).map_err(|error| Stop::new(format!("{error}.")))?;
        let card = SharePage::of(&studio.dataset, year, &base);
        write(&format!("{folder}/{year}.png"), &picture)?;
        write(&format!("{folder}/{year}.oembed.json"), card.oembed().as_bytes())?;
        write(&format!("{folder}/{year}.html"), card.page().as_bytes())?;
        bar.step(&year.to_string());
    }
    Ok(String::new())
}

/// The address under which the pages will stand, with a slash at its end; empty when none was given.
fn base(asked: Option<&str>) -> Result<String, Stop> {
    let Some(asked) = asked else { return Ok(String::new()) };
    let plain = |rest: &str| {
        !rest.is_empty() && !rest.contains(|letter: char| letter.is_whitespace() || "?#<>\"".contains(letter))
    };
    if asked.strip_prefix("https://").or_else(|| asked.strip_prefix("http://")).is_some_and(plain) {
        return Ok(format!("{}/", asked.trim_end_matches('/')));
    }
    Err(Stop::usage(format!("`--base` takes an address such as https://example.org/detente/, not `{asked}`")))
}
