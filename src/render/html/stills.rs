//! The still pictures that stand in a page until the view is ready, and for ever where no script runs: one for each
//! year, of which the address chooses one.

use core::fmt::Write as _;

use crate::data::Dataset;
use crate::layout::Layout;
use crate::moment::Moment;
use crate::scene::{Theme, View, at_rest, background};
use crate::time::Playhead;
use crate::words::{end_of, now, short_step_name, site_network, site_picture};

use super::super::svg::svg_of_both;
use crate::data::escape;

/// Width and height of a still picture on a wide screen, in CSS pixels: of the shape that the live one has, and never
/// shown narrower (`www/still.css`), so that its type is large enough.
const WIDE: (f64, f64) = (700.0, 603.0);
/// The same on the narrowest phone, where fewer names find room; on others it grows with the window, and its type too.
const PHONE: (f64, f64) = (296.0, 296.0);
/// What a still picture shows, in a sentence.
pub(super) fn picture_alt(dataset: &Dataset, year: i16) -> String {
    let end = end_of(dataset, year);
    if let Some(ego) = dataset.ego().filter(|_| dataset.is_centred()) {
        let ego = &dataset.actor(ego).short_name;
        return site_picture(dataset, ego, &end);
    }
    site_network(dataset, dataset.actors().len() as i32, &end)
}

/// The last year: its number, line and counts, and its picture as part of the page, in both themes and sizes.
pub(super) fn last(dataset: &Dataset) -> String {
    let (layout, year) = (Layout::solve(dataset), dataset.info().last_year);
    let label = picture_alt(dataset, year);
    let mut pictures = String::new();
    for (class, (width, height)) in [("wide", WIDE), ("phone", PHONE)] {
        let [light, dark] = [Theme::Light, Theme::Dark].map(|theme| {
            let view = View::new(width, height, theme);
            [background(dataset, &view), at_rest(dataset, &layout, year, &view)]
        });
        let picture = svg_of_both(&[&light[0], &light[1]], &[&dark[0], &dark[1]], class, &label);
        let _ = writeln!(pictures, "{}", picture.unwrap_or_default());
    }
    // Where a browser does not know colours for both themes, the file takes the place of the drawing.
    let _ = write!(pictures, "{}", place(&label));
    figure(dataset, year, "still last", &pictures)
}

/// Every other year: the same, with the picture as files that are fetched once the address has chosen the year.
pub(super) fn others(dataset: &Dataset) -> String {
    let info = dataset.info();
    let one = |year| figure(dataset, year, "still", &place(&picture_alt(dataset, year)));
    (info.first_year..info.last_year).map(one).collect()
}

/// The place of a year's picture, which the styles fill with the file for theme and size.
fn place(alt: &str) -> String {
    format!("<div class=\"picture\" role=\"img\" aria-label=\"{}\"></div>\n", escape(alt))
}

fn figure(dataset: &Dataset, year: i16, class: &str, picture: &str) -> String {
    let moment = Moment::at(dataset, Playhead::end_of(year));
    let now = now(dataset, &moment);
    let info = dataset.info();
    let (id, name) = (info.step_id(year), short_step_name(dataset, year));
    // Longer names than that of a year are set smaller.
    let step = if info.calendar.counts_years() {
        String::new()
    } else {
        format!(" data-step=\"{}\"", info.calendar.step.name())
    };
    let mut counts = String::new();
    for (index, piece) in now.counts.iter().enumerate() {
        let piece = escape(piece);
        let _ = if index % 2 == 1 { write!(counts, "<b>{piece}</b>") } else { write!(counts, "{piece}") };
    }
    format!(
        "<figure class=\"{class}\" id=\"year={id}\"{step}>\n<div class=\"now\"><p class=\"year\">{name}</p><p class=\"line\">{}</p>\
         <p class=\"counts\">{counts}</p></div>\n{picture}</figure>\n",
        escape(now.line),
    )
}
