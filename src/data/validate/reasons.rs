//! Later reasons of long spells.

use super::super::rules::is_later_within;
use super::super::schema::REASONS;
use super::super::texts::LaterReason;
use super::super::{Event, EventText, ProblemKind, SourceId, sorted};
use super::facts::TieRow;
use super::fields::Fields;

/// The later reasons by tie and year, each with the documents of its events beside its own.
pub(super) fn reasons(fields: &mut Fields<'_>, ties: &[TieRow<'_>], events: &[(Event, EventText)]) -> Vec<LaterReason> {
    let mut reasons = Vec::new();
    for row in fields.rows(&REASONS) {
        let tie = fields.tie(row, "tie");
        let year = fields.shown_year(row, "year");
        let why = fields.text(row, "why");
        let events_of_it = fields.event_list(row, "events");
        let mut sources = fields.source_list(row, "sources");
        fields.has_a_source(row, "this reason", events_of_it.is_empty() && sources.is_empty());
        for id in events_of_it {
            let of_event: &[SourceId] = events.get(id.index()).map_or(&[], |(_, text)| &text.sources);
            sources.extend(of_event);
        }
        let (Some(tie), Some(year)) = (tie, year) else { continue };
        let Some(owner) = ties.get(tie.index()).filter(|owner| owner.is_valid) else { continue };
        let spell = owner.tie.spell;
        if let Some(cell) = row.cell("year").filter(|_| !is_later_within(spell, year)) {
            let end = spell.to.map_or(String::new(), |to| format!(" to {to}"));
            let message = format!(
                "the spell lasts from {}{end}; {} is no later {} of it",
                spell.from,
                fields.step_id(year),
                fields.calendar.step.name()
            );
            let problem = cell.problem(ProblemKind::ReasonOutsideSpell, cell.text, message);
            fields.report(problem.hint("what is known in its first year stands in `why` of ties.csv"));
        }
        reasons.push(LaterReason { tie, year, why, sources });
    }
    sorted(reasons, &|a, b| a.tie.cmp(&b.tie).then(a.year.cmp(&b.year)))
}
