//! A year: its line, what it changed, and what is said when it settles.

use serde::Serialize;

use crate::data::Dataset;
use crate::moment::{Change, ChangeKind, Moment, changes, ongoing};

use super::act::{act_line, act_note, act_source};
use super::counts::{counted, counts};
use super::date::{date_words, end_of, in_step, step_name};
use super::doubt::doubt;
use super::message::pieces;
use super::messages as say;
use super::row::{MOST_ROWS, name, pair_name, source_rows, sources_of, titled};
use super::standing::{alternative, stance_name, why};
use super::{Row, description, sentence_of};

/// The length a live region should not exceed, in characters.
const ANNOUNCEMENT: usize = 150;

/// What stands above everything while the playhead moves.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Now<'a> {
    /// The shown year.
    pub year: i16,
    /// The year in one line; may be empty.
    pub line: &'a str,
    /// [`count_pieces`](super::count_pieces), of the end of the year.
    pub counts: Vec<String>,
}

/// Everything to read about a year.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Year<'a> {
    /// The year.
    pub year: i16,
    /// Above the rows.
    pub heading: String,
    /// What it changed; where nothing began, what goes on.
    pub rows: Vec<Row<'a>>,
    /// The slider's value in words.
    pub value_text: String,
    /// What is said when the year settles.
    pub announcement: String,
    /// What the picture shows, as a paragraph.
    pub description: String,
    /// What the picture is called.
    pub network: String,
}

/// The year in one line; empty when the dataset has none.
pub fn headline(dataset: &Dataset, year: i16) -> &str {
    dataset.year_line(year).map_or("", |line| &line.line)
}

/// What is asked for when a reader typed no year of the span.
pub fn year_wanted(dataset: &Dataset) -> String {
    let info = dataset.info();
    let (first, last) = (info.step_text(info.first_year), info.step_text(info.last_year));
    say::year_wanted(dataset, info.calendar.step.name(), &first, &last)
}

/// The year's line and the counts at a moment.
pub fn now<'a>(dataset: &'a Dataset, moment: &Moment) -> Now<'a> {
    let year = moment.playhead().shown_year();
    let mut counts = counted(dataset, moment, "yes");
    if !counts.is_empty() {
        // The year alone does not tell which of its days the picture shows.
        counts = say::year_counts(dataset, dataset.info().calendar.step.name(), &counts);
    }
    Now { year, line: headline(dataset, year), counts: if counts.is_empty() { Vec::new() } else { pieces(&counts) } }
}

/// Everything to read about the year at whose end the moment stands.
pub fn year<'a>(dataset: &'a Dataset, moment: &Moment) -> Year<'a> {
    let year = moment.playhead().shown_year();
    let changed = changes(dataset, year);
    let still = if changed.is_empty() { ongoing(dataset, year) } else { Vec::new() };
    let when = in_step(dataset, year);
    let heading = match (changed.len(), still.len()) {
        (0, 0) => say::year_nothing_changed(dataset, &when),
        (0, _) => say::year_nothing_began(dataset, &when),
        (1 | 2, _) => say::year_changed(dataset, &when),
        (all, _) => titled(dataset, say::year_changed_most(dataset, &when), all),
    };
    // One of the two is empty.
    let shown = if still.is_empty() { &changed } else { &still };
    let shown = &shown[..shown.len().min(MOST_ROWS)];
    Year {
        year,
        heading,
        value_text: value_text(dataset, moment),
        announcement: announcement(dataset, year, &changed),
        description: description(dataset, moment),
        network: say::year_network(dataset, &end_of(dataset, year)),
        rows: shown.iter().map(|change| row(dataset, change, year)).collect(),
    }
}

/// The slider's value: `1972: The first North-South joint statement. 46 states have relations with North Korea.`
pub fn value_text(dataset: &Dataset, moment: &Moment) -> String {
    let year = moment.playhead().shown_year();
    let line = sentence_of(dataset, headline(dataset, year));
    say::year_value(dataset, &step_name(dataset, year), &line, &counts(dataset, moment))
}

/// The year and its weightiest changes, no longer than a live region should be.
fn announcement(dataset: &Dataset, year: i16, changes: &[Change]) -> String {
    let mut text = say::year_changes(dataset, changes.len() as i32, &step_name(dataset, year));
    for change in changes {
        let line = sentence_of(dataset, &change_line(dataset, change));
        if text.chars().count() + line.chars().count() >= ANNOUNCEMENT {
            break;
        }
        text.push(' ');
        text.push_str(&line);
    }
    text
}

/// A change in one line: `China: distant, before that strained`.
pub fn change_line(dataset: &Dataset, change: &Change) -> String {
    match change.kind {
        ChangeKind::Event(id) => dataset.event(id).title.clone(),
        ChangeKind::StanceChange { tie, before } => {
            let tie = dataset.tie(tie);
            let other = match dataset.alter(tie.dyad()) {
                Some(alter) => name(dataset, alter).to_owned(),
                None => pair_name(dataset, tie),
            };
            // That nothing is coded before does not say that there were no relations.
            let before = before.map_or(say::NOT_CODED.of(dataset), |stance| stance_name(dataset, stance));
            say::change_stance(dataset, &other, stance_name(dataset, tie.stance), before)
        }
        ChangeKind::Act(index) => act_line(dataset, &dataset.tables().acts[index]),
    }
}

fn row<'a>(dataset: &'a Dataset, change: &Change, year: i16) -> Row<'a> {
    let (id, text, sources) = match change.kind {
        ChangeKind::Event(event) => {
            let text = dataset.texts().and_then(|texts| texts.events.get(event.index()));
            let sources = text.map_or(&[][..], |text| &text.sources);
            let summary = text.map_or("", |text| &text.summary);
            (format!("event-{}", event.index()), summary, sources_of(dataset, sources))
        }
        ChangeKind::StanceChange { tie, .. } => (format!("tie-{}", tie.index()), "", Vec::new()),
        ChangeKind::Act(act) => (format!("act-{act}"), act_note(dataset, act), act_source(dataset, act)),
    };
    let title = change_line(dataset, change);
    let mut row = Row::new(&id, &title, bearing(dataset, change.tone), date_words(dataset, change.date), text);
    row.doubt = doubt(dataset, change.confidence, change.date);
    row.tone = Some(change.tone);
    row.sources = sources;
    if let ChangeKind::StanceChange { tie, .. } = change.kind {
        let lead = dataset.row(tie);
        row.text = why(dataset, lead, year);
        row.alternative = alternative(dataset, tie);
        row.sources = source_rows(dataset, dataset.sources_of_rows(&[lead], year));
    }
    row.concern(dataset, &change.actors);
    row
}

/// What a change does to a relation.
fn bearing(dataset: &Dataset, tone: i8) -> &'static str {
    let words = match tone {
        2.. => say::CHANGE_MUCH_WARMER,
        1 => say::CHANGE_WARMER,
        0 => return "",
        -1 => say::CHANGE_COLDER,
        _ => say::CHANGE_MUCH_COLDER,
    };
    words.of(dataset)
}
