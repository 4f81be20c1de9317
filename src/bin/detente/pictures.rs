//! Pictures of one year or many, as SVG or PNG, and the same in words.

use core::fmt::Write as _;
use std::path::Path;

use detente::data::Dataset;
use detente::layout::EgoLayout;
use detente::moment::Moment;
use detente::render::{Pixels, svg};
use detente::scene::{Palette, SMALLEST_POSTER, View, at_rest, background, poster};
use detente::time::Playhead;
use detente::words::{alt_text, picture_title};

use crate::command::{Ask, PICTURE, Stop, dataset, out, view, year, years};
use crate::folder::{make, write};
use crate::progress::Bar;

/// Size of a poster that nobody gave a size, in CSS pixels.
const POSTER: (f64, f64) = (1200.0, 675.0);

/// What all pictures of a command share.
pub(crate) struct Studio {
    pub(crate) dataset: Dataset,
    pub(crate) layout: EgoLayout,
    pub(crate) view: View,
    pub(crate) poster: bool,
}

impl Studio {
    fn open(ask: &Ask) -> Result<Self, Stop> {
        let dataset = dataset(ask)?;
        let view = view(ask, &dataset, if ask.poster { POSTER } else { PICTURE })?;
        let least = SMALLEST_POSTER;
        if ask.poster && (view.size.width < least.width || view.size.height < least.height) {
            return Err(Stop::usage(format!("a poster is no smaller than {}x{}", least.width, least.height)));
        }
        Ok(Self { layout: EgoLayout::solve(&dataset), dataset, view, poster: ask.poster })
    }

    /// The alternative text of a year's picture.
    pub(crate) fn words(&self, year: i16) -> String {
        let moment = Moment::at(&self.dataset, Playhead::end_of(year));
        alt_text(&self.dataset, &self.layout, &moment, self.view.focus)
    }

    /// The picture of a year.
    pub(crate) fn svg(&self, year: i16) -> String {
        let Self { dataset, layout, view, .. } = self;
        let layers = if self.poster {
            vec![poster(dataset, layout, year, view)]
        } else {
            vec![background(dataset, view), at_rest(dataset, layout, year, view)]
        };
        let title = picture_title(dataset, year);
        svg(&layers.iter().collect::<Vec<_>>(), Palette::of(view.theme).background, &title, &self.words(year))
    }

    fn bytes(&self, year: i16, pixels: Option<&Pixels>) -> Result<Vec<u8>, Stop> {
        let picture = self.svg(year);
        match pixels {
            Some(pixels) => pixels.png(&picture).map_err(|error| Stop::new(format!("{error}."))),
            None => Ok(picture.into_bytes()),
        }
    }
}

pub(crate) fn render(ask: &Ask) -> Result<String, Stop> {
    let studio = Studio::open(ask)?;
    if let Some(years) = years(ask, &studio.dataset)? {
        return render_years(ask, &studio, &years);
    }
    if ask.format.is_some() {
        return Err(Stop::usage("`--format` is for `--years`; a single picture takes it from the name of its file"));
    }
    let year = year(ask, &studio.dataset)?;
    let Some(file) = &ask.output else { return Ok(studio.svg(year)) };
    let is_png = Path::new(file).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("png"));
    out(ask, &studio.bytes(year, is_png.then(Pixels::default).as_ref())?)
}

fn render_years(ask: &Ask, studio: &Studio, years: &[i16]) -> Result<String, Stop> {
    let Some(folder) = &ask.output else {
        return Err(Stop::usage("`detente render --years` needs --output FOLDER"));
    };
    let (ending, pixels) = match ask.format.as_deref() {
        None | Some("svg") => ("svg", None),
        Some("png") => ("png", Some(Pixels::default())),
        Some(other) => return Err(Stop::usage(format!("`{other}` is no format; svg and png are"))),
    };
    make(folder)?;
    let mut bar = Bar::of(years.len());
    for year in years {
        write(&format!("{folder}/{year}.{ending}"), &studio.bytes(*year, pixels.as_ref())?)?;
        bar.step(&year.to_string());
    }
    Ok(String::new())
}

pub(crate) fn describe(ask: &Ask) -> Result<String, Stop> {
    let studio = Studio::open(ask)?;
    let Some(years) = years(ask, &studio.dataset)? else {
        return Ok(studio.words(year(ask, &studio.dataset)?) + "\n");
    };
    let mut text = String::new();
    for year in years {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{year}\t{}", studio.words(year));
    }
    Ok(text)
}
