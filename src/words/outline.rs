//! What a page needs to set itself up.

use serde::Serialize;

use crate::data::{Dataset, Stance};

use super::absent;
use super::date::span_words;
use super::legend::{absence, meaning, signs};
use super::messages as say;
use super::row::name;
use super::standing::stance_name;

/// What a page needs to set itself up.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Outline<'a> {
    /// The dataset's title.
    pub title: &'a str,
    /// The same with its span.
    pub heading: String,
    /// First year of the slider.
    pub first: i16,
    /// Last year of the slider.
    pub last: i16,
    /// What the last year is called where one is typed.
    pub last_id: String,
    /// What the slider counts: `year`, `month` or `day`.
    pub step: &'static str,
    /// The edition.
    pub version: &'a str,
    /// The year in which it was made.
    pub published: Option<i16>,
    /// Who stands in the centre, if anybody does.
    pub ego_name: Option<&'a str>,
    /// Whose relations are counted beside the ego's.
    pub rival_name: Option<&'a str>,
    /// Whether the number of states with relations is shown.
    pub counts_relations: bool,
    /// The rungs on which somebody stands at some time, warmest first.
    pub stances: Vec<Rung<'a>>,
    /// Whether stances are those of lines, because there is no ego.
    pub lines: bool,
    /// What a hollow mark means, where there are any.
    pub absence: Option<Rung<'a>>,
    /// The other signs of the network with their words: see [`super::signs`].
    pub signs: Vec<(&'static str, &'static str)>,
}

/// An entry of the legend.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rung<'a> {
    /// Its number, the higher the warmer; the absence has none.
    pub value: Option<i8>,
    /// Its name.
    pub name: &'a str,
    /// What it means; empty when the dataset does not say, or its texts are not there yet.
    pub meaning: String,
}

/// A dataset's title with its span: `North Korea’s friends and foes, 1945–2025`.
pub fn full_title(dataset: &Dataset) -> String {
    say::title_and_span(dataset, &dataset.info().title, &span_words(dataset))
}

/// What a page needs to set itself up.
pub fn outline(dataset: &Dataset) -> Outline<'_> {
    let info = dataset.info();
    let rung = |stance: &Stance| Rung {
        value: Some(stance.value()),
        name: stance_name(dataset, *stance),
        meaning: meaning(dataset, *stance).to_owned(),
    };
    let hollow = absence(dataset);
    Outline {
        title: &info.title,
        heading: full_title(dataset),
        first: info.first_year,
        last: info.last_year,
        last_id: info.step_text(info.last_year),
        step: info.calendar.step.name(),
        version: &info.version,
        published: info.published,
        ego_name: dataset.ego().map(|ego| name(dataset, ego)),
        rival_name: info.rival.map(|rival| name(dataset, rival)),
        counts_relations: info.counts_relations,
        stances: dataset.rungs().list().iter().map(rung).collect(),
        lines: dataset.ego().is_none(),
        absence: hollow.map(|meaning| Rung { value: None, name: absent(dataset), meaning }),
        signs: signs(dataset),
    }
}
