//! The picture of a year as SVG or PNG, and its alternative text.

use detente::data::Dataset;
use detente::layout::{Focus, Layout};
use detente::moment::Moment;
use detente::render::{Pixels, svg};
use detente::scene::{Palette, View, at_rest, background, poster};
use detente::time::Playhead;
use detente::words::{alt_text, picture_title};

use crate::error::CliError;
use crate::resolve::laid_out;

/// What the pictures of a command share.
pub(super) struct Pictures {
    pub(super) dataset: Dataset,
    pub(super) layout: Layout,
    pub(super) view: View,
    /// With title, year, sentence and counts.
    pub(super) poster: bool,
}

impl Pictures {
    pub(super) fn new(dataset: Dataset, view: View, poster: bool) -> Self {
        Self { layout: laid_out(&dataset), dataset, view, poster }
    }

    /// The picture of a year's end.
    pub(super) fn svg(&self, year: i16) -> String {
        let Self { dataset, layout, view, .. } = self;
        let layers = if self.poster {
            vec![poster(dataset, layout, year, view)]
        } else {
            vec![background(dataset, view), at_rest(dataset, layout, year, view)]
        };
        let title = picture_title(dataset, year);
        let text = alternative(dataset, layout, year, view.focus);
        svg(&layers.iter().collect::<Vec<_>>(), Palette::paper(view.theme), &title, &text)
    }

    /// The picture of a year's end, as PNG when there is a renderer of pixels.
    pub(super) fn bytes(&self, year: i16, pixels: Option<&Pixels>) -> Result<Vec<u8>, CliError> {
        let picture = self.svg(year);
        match pixels {
            Some(pixels) => pixels.png(&picture).map_err(|error| CliError::new(format!("{error}."))),
            None => Ok(picture.into_bytes()),
        }
    }
}

/// The alternative text of the picture of a year's end.
pub(super) fn alternative(dataset: &Dataset, layout: &Layout, year: i16, focus: Focus) -> String {
    alt_text(dataset, layout, &Moment::at(dataset, Playhead::end_of(year)), focus)
}
