//! Rows of the tables that are read: years, eras, claims, chapters, figures, and former ids.

use std::collections::BTreeMap;

use serde_json::Value;

use super::super::draft::{Cell, Row, Step};
use super::super::schema::{ALIASES, CHAPTERS, CLAIMS, ERAS, FIGURES, YEARS};
use super::super::suggestion::{did_you_mean, nearest, quote};
use super::super::{ActorId, Chapter, Claim, Era, EraText, Figure, ProblemKind, Section, Verdict, YearLine, sorted};
use super::fields::Fields;
use crate::time::{Date, Spell};

/// The years in one line each, by year.
pub(super) fn years(fields: &mut Fields<'_>) -> Vec<YearLine> {
    let mut years: Vec<YearLine> = Vec::new();
    let mut rows: BTreeMap<i16, Row<'_>> = BTreeMap::new();
    for row in fields.rows(&YEARS) {
        let line = fields.text(row, "line");
        let events = fields.event_list(row, "events");
        let Some(year) = fields.shown_year(row, "year") else { continue };
        match (rows.insert(year, row), row.cell("year")) {
            // The same text twice has been reported as an id given twice.
            (Some(first), Some(cell)) if first.cell("year").is_none_or(|other| other.text != cell.text) => {
                let Some(there) = first.cell("year") else { continue };
                let message = format!("the {} {} is given twice", fields.calendar.step.name(), fields.step_id(year));
                let note = format!("the other is in line {}", there.line());
                let problem = cell.problem(ProblemKind::DuplicateId, cell.text, message).other(there.location());
                fields.report(problem.note(note).hint("unite the two rows"));
            }
            _ => years.push(YearLine { year, line, events }),
        }
    }
    sorted(years, &|a, b| a.year.cmp(&b.year))
}

pub(super) fn eras(fields: &mut Fields<'_>) -> Vec<(Era, EraText)> {
    let mut eras = Vec::new();
    for row in fields.rows(&ERAS) {
        let id = fields.text(row, "id");
        let kind = fields.text(row, "kind");
        let title = fields.text(row, "title");
        let (from, to) = fields.interval(row).unwrap_or_default();
        fields.is_not_after_the_end(row, "from", from);
        let source = fields.required_source(row, "source");
        let spell = Spell { from: from.unwrap_or(Date::from_year(0)), to };
        eras.push((Era { kind, title, spell }, EraText { id, source }));
    }
    eras
}

/// The parts of the story, as `detente.sections` of the descriptor names them.
pub(super) fn sections(fields: &mut Fields<'_>) -> Vec<Section> {
    let draft = fields.draft;
    let list = draft.descriptor.as_ref().and_then(|package| package.get("detente")?.get("sections"));
    let Some(list) = list else { return Vec::new() };
    let text = |one: &Value, key: &str| {
        one.get(key).and_then(Value::as_str).filter(|text| !text.trim().is_empty()).map(str::to_owned)
    };
    let read = |one: &Value| Some(Section { id: text(one, "id")?, title: text(one, "title")? });
    let sections: Option<Vec<Section>> = list.as_array().and_then(|list| list.iter().map(read).collect());
    sections.unwrap_or_else(|| {
        let message = "`sections` in `detente` does not say what it must".to_owned();
        let path = ["detente", "sections"].map(Step::key);
        let mut problem = draft.descriptor_problem(ProblemKind::BadDescriptor, &path, message);
        "sections".clone_into(&mut problem.location.field);
        fields.report(problem.hint("it must be a list of objects with `id` and `title`"));
        Vec::new()
    })
}

/// The section a row belongs to; where the descriptor names sections, one of them.
fn section<'d>(fields: &mut Fields<'d>, row: Row<'d>, sections: &[Section]) -> String {
    let Some(cell) = fields.cell(row, "section") else { return String::new() };
    if !sections.is_empty() && sections.iter().all(|section| section.id != cell.text) {
        let all: Vec<&str> = sections.iter().map(|section| section.id.as_str()).collect();
        let near = nearest(cell.text, all.iter().copied());
        let hint = did_you_mean(near, format!("`sections` in the descriptor has {}", all.join(", ")));
        let message = format!("{} is no section", quote(cell.text));
        fields.report(cell.problem(ProblemKind::UnknownWord, cell.text, message).hint(hint));
    }
    cell.text.to_owned()
}

pub(super) fn claims(fields: &mut Fields<'_>, sections: &[Section]) -> Vec<Claim> {
    let mut claims = Vec::new();
    for row in fields.rows(&CLAIMS) {
        let number = fields.text(row, "number");
        fields.check_whole_numbers(row, "paragraph");
        let section = section(fields, row, sections);
        let claim = fields.text(row, "claim");
        let (events, ties) = fields.evidence(row, "carried_by");
        let verdict = fields.word(row, "verdict", &Verdict::NAMES);
        let record = fields.text(row, "record");
        let sources = fields.source_list(row, "sources");
        claims.push(Claim { number, section, claim, events, ties, verdict, record, sources });
    }
    claims
}

pub(super) fn chapters(fields: &mut Fields<'_>, sections: &[Section]) -> Vec<Chapter> {
    let mut chapters = Vec::new();
    for row in fields.rows(&CHAPTERS) {
        let id = fields.text(row, "id");
        let section = section(fields, row, sections);
        let title = fields.text(row, "title");
        let (from, to) = (fields.shown_year(row, "from"), fields.shown_year(row, "to"));
        if let (Some(from), Some(to), Some(cell)) = (from, to, row.cell("to"))
            && to < from
        {
            let message = format!("`to` ({}) is before `from` ({})", fields.step_id(to), fields.step_id(from));
            let problem = cell.problem(ProblemKind::TerminusBeforeOnset, cell.text, message);
            fields.report(problem.hint("a chapter's `to` is the last year it shows"));
        }
        let focus = focus(fields, row.cell("focus"));
        let compare = fields.shown_year(row, "compare");
        let text = fields.text(row, "text");
        let aside = fields.text(row, "aside");
        let events = fields.event_list(row, "events");
        let claims = fields.claim_list(row, "claims");
        let (from, to) = (from.unwrap_or_default(), to.unwrap_or_default());
        chapters.push(Chapter { id, section, title, from, to, focus, compare, text, aside, events, claims });
    }
    chapters
}

/// Nobody, one actor, or the two of a tie: `KOR`, `CHN-JPN`.
fn focus<'d>(fields: &mut Fields<'d>, cell: Option<Cell<'d>>) -> Vec<ActorId> {
    let Some(cell) = cell.filter(|cell| !cell.text.is_empty()) else { return Vec::new() };
    match cell.text.split_once('-') {
        Some((a, b)) => {
            let (a, b) = (fields.actor_in(cell, a), fields.actor_in(cell, b));
            fields.are_distinct(a, b, Some(cell));
            a.into_iter().chain(b).collect()
        }
        None => fields.actor_in(cell, cell.text).into_iter().collect(),
    }
}

pub(super) fn figures(fields: &mut Fields<'_>) -> Vec<Figure> {
    let mut figures = Vec::new();
    for row in fields.rows(&FIGURES) {
        let (a, b) = (fields.actor(row, "a"), fields.actor(row, "b"));
        fields.are_distinct(a, b, row.cell("b"));
        let year = fields.year(row, "year").unwrap_or_default();
        let measure = fields.text(row, "measure");
        let unit = fields.text(row, "unit");
        let value = fields.number(row, "value").unwrap_or_default();
        let source = fields.required_source(row, "source");
        let confidence = fields.confidence(row);
        if let (Some(a), Some(b)) = (a, b) {
            figures.push(Figure { a, b, year, measure, unit, value, source, confidence });
        }
    }
    figures
}

/// What a former id was taken into must exist.
pub(super) fn aliases(fields: &mut Fields<'_>) {
    for row in fields.rows(&ALIASES) {
        fields.text(row, "old");
        fields.evidence(row, "now");
    }
}
