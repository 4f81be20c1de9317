//! Rows of the tables that are read: years, eras, claims, chapters, figures, and the ids of old.

use super::super::draft::Cell;
use super::super::read::value_of;
use super::super::suggestion::{did_you_mean, nearest, quote};
use super::super::{ActorId, Chapter, Claim, Era, EraText, Figure, ProblemKind, Section, Verdict, YearLine};
use super::facts::differ;
use super::fields::Fields;
use crate::time::{Date, Spell};

pub(super) fn years(fields: &mut Fields<'_>) -> Vec<YearLine> {
    let mut years: Vec<YearLine> = Vec::new();
    for (table, row) in fields.rows("years.csv") {
        let year = fields.year(table, row, "year").unwrap_or_default();
        let line = fields.text(table, row, "line");
        let events = fields.event_list(table, row, "events");
        years.push(YearLine { year, line, events });
    }
    years
}

pub(super) fn eras(fields: &mut Fields<'_>) -> Vec<(Era, EraText)> {
    let mut eras = Vec::new();
    for (table, row) in fields.rows("eras.csv") {
        let id = fields.text(table, row, "id");
        let kind = fields.text(table, row, "kind");
        let title = fields.text(table, row, "title");
        if let Some(cell) = table.cell(row, "from").filter(|cell| cell.text.is_empty()) {
            let problem = cell.problem(ProblemKind::EmptyField, "", "`from` is empty".to_owned());
            fields.report(problem.hint("an era has a first day, however vague: 1948~"));
        }
        let (from, to) = fields.stretch(table, row).unwrap_or_default();
        let from = from.unwrap_or(Date::from_year(0));
        let source = fields.needed_sources(table, row, "source").first().copied();
        eras.push((Era { kind, title, spell: Spell { from, to } }, EraText { id, source }));
    }
    eras
}

/// The parts of the story, as `detente.sections` of the descriptor names them.
pub(super) fn sections(fields: &mut Fields<'_>) -> Vec<Section> {
    let draft = fields.draft;
    let list = draft.descriptor.as_ref().and_then(|package| package.get("detente")?.get("sections"));
    let Some(list) = list else { return Vec::new() };
    let text = |one: &serde_json::Value, key: &str| {
        one.get(key).and_then(serde_json::Value::as_str).filter(|text| !text.trim().is_empty()).map(str::to_owned)
    };
    let read = |one: &serde_json::Value| Some(Section { id: text(one, "id")?, title: text(one, "title")? });
    let sections: Option<Vec<Section>> = list.as_array().and_then(|list| list.iter().map(read).collect());
    sections.unwrap_or_else(|| {
        let span = value_of(&draft.descriptor_text.text, &["detente", "sections"]);
        let message = "`sections` in `detente` does not say what it must".to_owned();
        let mut problem = draft.descriptor_problem(ProblemKind::BadDescriptor, span, message);
        "sections".clone_into(&mut problem.location.field);
        fields.report(problem.hint("it must be a list of objects with `id` and `title`"));
        Vec::new()
    })
}

/// The section a row belongs to; where the descriptor names sections, one of them.
fn section<'d>(fields: &mut Fields<'d>, cell: Option<Cell<'d>>, sections: &[Section]) -> String {
    let Some(cell) = cell.filter(|cell| !cell.text.is_empty()) else { return String::new() };
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
    for (table, row) in fields.rows("claims.csv") {
        let number = fields.text(table, row, "number");
        let paragraph = fields.paragraph(table, row, "paragraph");
        let section = section(fields, table.cell(row, "section"), sections);
        let claim = fields.text(table, row, "claim");
        let (events, ties) = fields.carriers(table, row, "carried_by");
        let verdict = fields.word(table, row, "verdict", &Verdict::NAMES);
        let record = Fields::optional(table, row, "record");
        let sources = fields.source_list(table, row, "sources");
        claims.push(Claim { number, paragraph, section, claim, events, ties, verdict, record, sources });
    }
    claims
}

pub(super) fn chapters(fields: &mut Fields<'_>, sections: &[Section]) -> Vec<Chapter> {
    let mut chapters = Vec::new();
    for (table, row) in fields.rows("chapters.csv") {
        let id = fields.text(table, row, "id");
        fields.text(table, row, "section");
        let section = section(fields, table.cell(row, "section"), sections);
        let title = fields.text(table, row, "title");
        let (from, to) = (fields.year(table, row, "from"), fields.year(table, row, "to"));
        if let (Some(from), Some(to), Some(cell)) = (from, to, table.cell(row, "to"))
            && to < from
        {
            let message = format!("`to` ({to}) is before `from` ({from})");
            let problem = cell.problem(ProblemKind::TerminusBeforeOnset, cell.text, message);
            fields.report(problem.hint("a chapter's `to` is the last year it shows"));
        }
        let focus = focus(fields, table.cell(row, "focus"));
        let compare = table.cell(row, "compare").filter(|cell| !cell.text.is_empty());
        let compare = compare.and_then(|_| fields.year(table, row, "compare"));
        let text = fields.text(table, row, "text");
        let aside = Fields::optional(table, row, "aside");
        let events = fields.event_list(table, row, "events");
        let claims = fields.claim_list(table, row, "claims");
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
            differ(fields, a, Some(cell), b);
            a.into_iter().chain(b).collect()
        }
        None => fields.actor_in(cell, cell.text).into_iter().collect(),
    }
}

pub(super) fn figures(fields: &mut Fields<'_>) -> Vec<Figure> {
    let mut figures = Vec::new();
    for (table, row) in fields.rows("figures.csv") {
        let (a, b) = (fields.actor(table, row, "a"), fields.actor(table, row, "b"));
        differ(fields, a, table.cell(row, "b"), b);
        let year = fields.year(table, row, "year").unwrap_or_default();
        let measure = fields.text(table, row, "measure");
        let unit = fields.text(table, row, "unit");
        let value = fields.number(table, row, "value", (-1e15, 1e15));
        let source = fields.needed_sources(table, row, "source").first().copied();
        let confidence = fields.confidence(table, row);
        if let (Some(a), Some(b)) = (a, b) {
            figures.push(Figure { a, b, year, measure, unit, value, source, confidence });
        }
    }
    figures
}

/// What an id of old was taken into must exist.
pub(super) fn aliases(fields: &mut Fields<'_>) {
    for (table, row) in fields.rows("aliases.csv") {
        fields.text(table, row, "old");
        fields.carriers(table, row, "now");
    }
}
