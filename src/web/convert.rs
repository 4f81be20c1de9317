//! What crosses to JavaScript: plain data, camelCase, in the reader's words.
#![allow(clippy::struct_field_names, reason = "the fields are JavaScript's, named for its reader")]

use serde::Serialize;

/// What the element needs to set itself up.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Outline<'a> {
    pub(super) title: &'a str,
    pub(super) subtitle: &'a str,
    pub(super) first: i16,
    pub(super) last: i16,
    pub(super) version: &'a str,
    pub(super) published: Option<i16>,
    pub(super) stances: Vec<StanceName<'a>>,
    pub(super) ego_name: &'a str,
    pub(super) rival_name: Option<&'a str>,
    pub(super) actors: Vec<Name<'a>>,
    pub(super) lines: Vec<&'a str>,
}

#[derive(Serialize)]
pub(super) struct StanceName<'a> {
    pub(super) value: i8,
    pub(super) name: &'a str,
}

#[derive(Serialize)]
pub(super) struct Name<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Year<'a> {
    pub(super) year: i16,
    pub(super) line: &'a str,
    pub(super) counts: Vec<Count<'a>>,
    pub(super) value_text: String,
    pub(super) announcement: String,
    pub(super) description: String,
    pub(super) changes: Vec<ChangeRow<'a>>,
    pub(super) ongoing: Vec<ChangeRow<'a>>,
}

#[derive(Serialize)]
pub(super) struct Count<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) count: u32,
}

#[derive(Serialize)]
pub(super) struct ChangeRow<'a> {
    pub(super) id: String,
    pub(super) date: String,
    pub(super) tone: i8,
    pub(super) color: String,
    pub(super) title: String,
    pub(super) summary: &'a str,
    pub(super) actors: Vec<Name<'a>>,
    pub(super) sources: Vec<SourceRow<'a>>,
    pub(super) confidence: &'static str,
    pub(super) kind: &'static str,
    pub(super) label: String,
}

#[derive(Serialize)]
pub(super) struct SourceRow<'a> {
    pub(super) title: &'a str,
    pub(super) publisher: &'a str,
    pub(super) url: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct TableRow<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) stance: i8,
    pub(super) stance_name: &'a str,
    pub(super) since: String,
    pub(super) why: String,
    pub(super) confidence: &'static str,
    pub(super) color: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Card<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) full_name: &'a str,
    pub(super) others: String,
    pub(super) place: Option<[f64; 2]>,
    pub(super) stance: Option<i8>,
    pub(super) stance_name: &'a str,
    pub(super) since: String,
    pub(super) why: String,
    pub(super) confidence: &'static str,
    pub(super) doubt: &'static str,
    pub(super) color: String,
    pub(super) sources: Vec<SourceRow<'a>>,
    pub(super) spells: Vec<SpellRow<'a>>,
    pub(super) acts: Vec<ActRow<'a>>,
    pub(super) events: Vec<EventRow<'a>>,
    pub(super) links: Vec<LinkRow<'a>>,
    pub(super) plots: Vec<PlotRow<'a>>,
}

#[derive(Serialize)]
pub(super) struct EventRow<'a> {
    pub(super) index: usize,
    pub(super) date: String,
    pub(super) year: i16,
    pub(super) title: &'a str,
    pub(super) color: String,
    pub(super) confidence: &'static str,
}

/// A tie with another than the ego.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct LinkRow<'a> {
    pub(super) id: String,
    pub(super) name: &'a str,
    pub(super) stance: i8,
    pub(super) stance_name: &'a str,
    pub(super) color: String,
}

#[derive(Serialize)]
pub(super) struct PlotRow<'a> {
    pub(super) title: &'a str,
    pub(super) unit: &'a str,
    pub(super) share: bool,
    pub(super) figures: Vec<FigureRow>,
    pub(super) sources: Vec<SourceRow<'a>>,
}

#[derive(Serialize)]
pub(super) struct FigureRow {
    pub(super) year: i16,
    pub(super) value: f64,
    /// What it measures, when that is not what the plot is named for.
    pub(super) basis: String,
    pub(super) confidence: &'static str,
}

/// A row of the timeline, and how its two stand at the end of the shown year.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct TimelineRowState<'a> {
    pub(super) top: f64,
    pub(super) height: f64,
    pub(super) focus: String,
    pub(super) stance_name: &'a str,
    pub(super) color: String,
}

/// What the pointer is on among the timeline.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Tip<'a> {
    pub(super) title: String,
    pub(super) detail: String,
    pub(super) text: &'a str,
    pub(super) color: String,
    pub(super) sources: Vec<SourceRow<'a>>,
    pub(super) doubt: &'static str,
}

/// How an actor stands otherwise than in another year.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct DifferenceRow<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) group: &'static str,
    pub(super) steps: i8,
    pub(super) then: &'a str,
    pub(super) now: &'a str,
    pub(super) color: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SpellRow<'a> {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) stance: i8,
    pub(super) stance_name: &'a str,
    pub(super) why: &'a str,
    pub(super) color: String,
    pub(super) current: bool,
    pub(super) confidence: &'static str,
    pub(super) sources: Vec<SourceRow<'a>>,
}

#[derive(Serialize)]
pub(super) struct ActRow<'a> {
    pub(super) date: String,
    pub(super) text: String,
    pub(super) confidence: &'static str,
    pub(super) source: Option<SourceRow<'a>>,
}
