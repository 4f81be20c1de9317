//! What was measured between an actor and the ego: trade, aid, agreement in votes.

use core::fmt::Write as _;

use serde::Serialize;

use crate::data::{ActorId, Confidence, Dataset, Figure, SourceId, sorted};
use crate::layout::{Layout, holders};

use super::date::{in_step, step_name};
use super::doubt::doubt;
use super::row::sources_of;
use super::{Row, SourceRow, capitalised, sentence_of};
use crate::time::Date;

/// Figures of one unit about one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure<'a> {
    /// What most of the figures measure.
    pub title: &'a str,
    /// The unit of all of them.
    pub unit: &'a str,
    /// By year.
    pub figures: Vec<&'a Figure>,
}

/// A measure in words: what stands about its plot, and the same as a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Series<'a> {
    /// What is measured.
    pub title: String,
    /// The unit, and how to read the plot.
    pub note: String,
    /// The plot for those who cannot see it.
    pub label: String,
    /// The heads of the table's columns: a row's title, how and text.
    pub columns: [String; 3],
    /// A figure each: the year, the value, what is to be remarked.
    pub rows: Vec<Row<'a>>,
    /// Who says so.
    pub sources: Vec<SourceRow<'a>>,
}

/// What was measured between an actor's slot and the ego, the longest measure first.
pub fn measures<'a>(dataset: &'a Dataset, layout: &Layout, actor: ActorId) -> Vec<Measure<'a>> {
    let Some(texts) = dataset.texts() else { return Vec::new() };
    let Some(ego) = dataset.ego() else { return Vec::new() };
    let holders = holders(layout, actor);
    let mut list: Vec<Measure<'a>> = Vec::new();
    for figure in &texts.figures {
        let concerns = |end: ActorId, other: ActorId| end == ego && holders.contains(&other);
        if !concerns(figure.a, figure.b) && !concerns(figure.b, figure.a) {
            continue;
        }
        let fits = |own: &&mut Measure<'a>| own.unit == figure.unit && subject(own.title) == subject(&figure.measure);
        match list.iter_mut().find(fits) {
            Some(own) => own.figures.push(figure),
            None => list.push(Measure { title: &figure.measure, unit: &figure.unit, figures: vec![figure] }),
        }
    }
    for own in &mut list {
        own.figures = sorted(core::mem::take(&mut own.figures), &|a, b| a.year.cmp(&b.year));
        let frequency = |measure: &str| own.figures.iter().filter(|figure| figure.measure == measure).count();
        let most = own.figures.iter().map(|figure| frequency(&figure.measure)).max().unwrap_or(0);
        let title = own.figures.iter().find(|figure| frequency(&figure.measure) == most);
        own.title = title.map_or(own.title, |figure| &figure.measure);
    }
    sorted(list, &|a, b| b.figures.len().cmp(&a.figures.len()))
}

/// What a measure is about, without its basis: its first two words.
fn subject(measure: &str) -> &str {
    let end = measure.match_indices(' ').nth(1).map_or(measure.len(), |(at, _)| at);
    measure.get(..end).unwrap_or_default().trim_end_matches([',', ';'])
}

impl<'a> Measure<'a> {
    /// Whether its values are shares of a whole.
    pub fn is_share(&self) -> bool {
        self.unit == "share"
    }

    /// The measure in words.
    pub fn in_words(&self, dataset: &'a Dataset) -> Series<'a> {
        let unit = if self.is_share() { "per cent" } else { self.unit };
        let mut note =
            format!("{}. A {} without a figure is a gap.", capitalised(unit), dataset.info().calendar.step.name());
        let is_doubtful = |figure: &&&Figure| figure.confidence != Confidence::High || figure.measure != self.title;
        if !self.is_share() && self.figures.iter().any(|figure| is_doubtful(&figure)) {
            note.push_str(" Paler bars are less certain.");
        }
        let title = capitalised(self.title);
        let mut label = title.clone();
        if !self.is_share() {
            label.push_str(", ");
            label.push_str(unit);
        }
        for (index, figure) in self.figures.first().into_iter().chain(self.figures.last()).enumerate() {
            label.push_str(if index == 0 { ": " } else { ", " });
            let _ = write!(label, "{} {}", self.value(figure), in_step(dataset, figure.year));
        }
        label.push_str(". The values are in the table below.");
        let mut sources: Vec<SourceId> = Vec::new();
        for id in self.figures.iter().filter_map(|figure| figure.source) {
            if !sources.contains(&id) {
                sources.push(id);
            }
        }
        let column = if self.is_share() { "Share" } else { self.unit };
        Series {
            title,
            note,
            label,
            columns: [&capitalised(dataset.info().calendar.step.name()), column, "Remark"].map(str::to_owned),
            rows: self.figures.iter().map(|figure| self.row(dataset, figure)).collect(),
            sources: sources_of(dataset, &sources),
        }
    }

    fn row(&self, dataset: &Dataset, figure: &Figure) -> Row<'a> {
        let is_named = figure.measure == self.title;
        let text = if is_named { String::new() } else { sentence_of(dataset, &capitalised(&figure.measure)) };
        let mut row = Row::new("", &step_name(dataset, figure.year), &self.value(figure), String::new(), &text);
        row.doubt = doubt(figure.confidence, Date::from_year(figure.year));
        row.year = Some(figure.year);
        row
    }

    /// `94 %`, `1,371.7`.
    fn value(&self, figure: &Figure) -> String {
        if self.is_share() {
            return format!("{} %", libm::round(figure.value * 100.0) as i64);
        }
        let tenths = libm::round(figure.value * 10.0) as i64;
        let mut text = thousands(tenths / 10);
        if tenths % 10 != 0 {
            text.push('.');
            text.push_str(&(tenths % 10).abs().to_string());
        }
        text
    }
}

/// A whole number with a comma between thousands: `12,500`.
pub fn thousands(number: i64) -> String {
    let mut text = number.to_string();
    let digits = text.len() - usize::from(number < 0);
    for place in (3..digits).step_by(3) {
        text.insert(text.len() - place - (place / 3 - 1), ',');
    }
    text
}
