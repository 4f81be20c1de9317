//! What a page needs to set itself up.

use serde::Serialize;

use crate::data::Dataset;

use super::absent;
use super::date::span_words;
use super::legend::{absence, signs};
use super::messages as say;
use super::standing::stance_name;

/// What a page needs to set itself up.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Outline<'a> {
    /// The dataset's title.
    pub title: &'a str,
    /// First year of the slider.
    pub first: i16,
    /// Last year of the slider.
    pub last: i16,
    /// What the last year is called where one is typed.
    pub last_id: String,
    /// What the slider counts: `year`, `month` or `day`.
    pub step: &'static str,
    /// The rungs on which somebody stands at some time, warmest first: the number, the higher the warmer, and the name.
    pub stances: Vec<(i8, &'a str)>,
    /// Whether stances are those of lines, because there is no ego.
    pub lines: bool,
    /// What a hollow mark is called and means, where there are any.
    pub absence: Option<(&'static str, String)>,
    /// The other signs of the network with their words: see [`super::signs`].
    pub signs: Vec<(&'static str, &'static str)>,
}

/// A dataset's title with its span: `North Korea’s friends and foes, 1945–2025`.
pub fn full_title(dataset: &Dataset) -> String {
    say::title_and_span(dataset, &dataset.info().title, &span_words(dataset))
}

/// What a page needs to set itself up.
pub fn outline(dataset: &Dataset) -> Outline<'_> {
    let info = dataset.info();
    Outline {
        title: &info.title,
        first: info.first_year,
        last: info.last_year,
        last_id: info.step_text(info.last_year),
        step: info.calendar.step.name(),
        stances: dataset
            .rungs()
            .list()
            .into_iter()
            .map(|stance| (stance.value(), stance_name(dataset, stance)))
            .collect(),
        lines: dataset.ego().is_none(),
        absence: absence(dataset).map(|meaning| (absent(dataset), meaning)),
        signs: signs(dataset),
    }
}
