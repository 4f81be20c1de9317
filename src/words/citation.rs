//! What is cited: the dataset, and the view of it.

use serde::Serialize;

use crate::data::Dataset;
use crate::layout::Focus;

use super::date::end_of;
use super::messages as say;
use super::outline::full_title;
use super::standing::focus_name;

/// The parts of a citation; the address is the page's.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Citation<'a> {
    /// A key for a bibliography: `detente-1972-KOR`.
    pub key: String,
    /// Who made the dataset; empty when it does not say, or its texts are not there yet.
    pub author: &'a str,
    /// The dataset's title with its span.
    pub title: String,
    /// The year in which this edition was made.
    pub published: Option<i16>,
    /// The edition; may be empty.
    pub version: &'a str,
    /// What is seen of it.
    pub view: String,
    /// All of it, but for the address.
    pub text: String,
}

/// The citation of the end of a year, with who is in focus and the year held against it.
pub fn citation(dataset: &Dataset, year: i16, compared: Option<i16>, focus: Focus) -> Citation<'_> {
    let info = dataset.info();
    let mut key = format!("detente-{}", dataset.info().step_id(year));
    if focus != Focus::Nobody {
        key.push('-');
        key.push_str(&focus.code(dataset));
    }
    key.retain(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    let compared = compared.map(|other| end_of(dataset, other)).unwrap_or_default();
    let view = say::citation_view(dataset, &end_of(dataset, year), &compared, &focus_name(dataset, focus));
    let author = dataset.texts().map_or("", |texts| &texts.about.authors);
    let title = full_title(dataset);
    let published = info.published.map(|year| year.to_string()).unwrap_or_default();
    let text = say::citation(dataset, author, &title, &published, &info.version, &view);
    Citation { key, author, title, published: info.published, version: &info.version, view, text }
}
