//! Rules that hold between rows, one function each, named by what they demand.

use super::super::rules::{overlaps, rings};
use super::super::schema::SOURCES;
use super::super::suggestion::quote;
use super::super::{ActorId, ProblemKind, Tie};
use super::facts::{ActorRow, TieRow, cell_of};
use super::fields::Fields;
use crate::time::Date;

/// Positions make the picture only where every actor has one.
pub(super) fn every_actor_has_a_position_or_none(fields: &mut Fields<'_>, actors: &[ActorRow<'_>]) {
    let mut without = actors.iter().filter(|row| row.actor.position.is_none());
    let Some(first) = without.next() else { return };
    let lacking = without.count() + 1;
    let Some(cell) = cell_of(first.row, "x").filter(|_| lacking < actors.len()) else { return };
    let message = format!("positions are not used: {lacking} of {} actors have none", actors.len());
    let problem = cell.problem(ProblemKind::UnusedPosition, cell.text, message);
    fields.report(problem.hint("give every actor `x` and `y`; until then they stand on rings"));
}

/// No actor succeeds itself, however many lie between. Each ring is reported where it closes.
pub(super) fn successors_form_no_ring(fields: &mut Fields<'_>, actors: &[ActorRow<'_>]) {
    let successors: Vec<&[ActorId]> = actors.iter().map(|row| row.actor.successors.as_slice()).collect();
    for (at, next) in rings(&successors) {
        let Some(cell) = actors[at].row.cell("successor") else { continue };
        let (code, other) = (&actors[at].actor.code, &actors[next].actor.code);
        let message = if at == next {
            format!("{} succeeds itself", quote(code))
        } else {
            format!("{} leads back to {}", quote(code), quote(other))
        };
        let part = cell.text.split_whitespace().find(|part| part == other).unwrap_or(cell.text);
        let line = actors[next].row.cell("successor").map_or(0, |cell| cell.line());
        let problem = cell.problem(ProblemKind::SuccessorRing, part, message);
        let note = format!("the successors of {} are in line {line}", quote(other));
        fields.report(problem.note(note).hint("a successor comes after; leave out the one that leads back"));
    }
}

/// At any time a dyad has one stance at most.
pub(super) fn spells_of_a_dyad_do_not_overlap(fields: &mut Fields<'_>, rows: &[TieRow<'_>]) {
    let rows: Vec<&TieRow<'_>> = rows.iter().filter(|row| row.is_valid).collect();
    let ties: Vec<&Tie> = rows.iter().map(|row| &row.tie).collect();
    for (earlier, later) in overlaps(&ties) {
        overlap(fields, rows[earlier], rows[later]);
    }
}

fn overlap(fields: &mut Fields<'_>, earlier: &TieRow<'_>, later: &TieRow<'_>) {
    let name = |column: &str| later.row.cell(column).map_or("", |cell| cell.text);
    let from = later.tie.spell.from;
    let message = format!("`{}`–`{}` has two stances at once from {from}", name("a"), name("b"));
    let Some(cell) = later.row.cell("from") else { return };
    let (line, other) = (earlier.row.cell("from").map_or(0, |cell| cell.line()), &earlier.tie);
    let note = format!("the other is in line {line}: stance {} {}", other.stance.value(), other.spell);
    let hint = if other.spell.from.instant() < from.instant() {
        format!("end the earlier spell with `to` = {from}, or begin this one later")
    } else {
        "both begin on one day: unite them, or correct one".to_owned()
    };
    fields.report(cell.problem(ProblemKind::OverlappingSpells, cell.text, message).note(note).hint(hint));
}

/// A tie lies within the lives of both its actors.
pub(super) fn actors_exist_while_they_are_tied(fields: &mut Fields<'_>, actors: &[ActorRow<'_>], ties: &[TieRow<'_>]) {
    for row in ties.iter().filter(|row| row.is_valid) {
        for id in [row.tie.a, row.tie.b] {
            let Some(actor) = actors.get(id.index()).map(|row| &row.actor) else { continue };
            let spell = row.tie.spell;
            let too_early = actor.from.filter(|from| spell.from.instant() < from.instant());
            let end = spell.to.map_or(f64::MAX, Date::instant);
            let too_late = actor.to.filter(|to| end > to.instant());
            let (column, message) = match (too_early, too_late) {
                (Some(from), _) => {
                    ("from", format!("`{}` exists only from {from}; the tie begins {}", actor.code, spell.from))
                }
                (_, Some(to)) => match spell.to {
                    Some(end) => ("to", format!("`{}` exists only to {to}; the tie ends {end}", actor.code)),
                    None => ("to", format!("`{}` exists only to {to}; the tie has no end", actor.code)),
                },
                _ => continue,
            };
            let Some(cell) = cell_of(row.row, column) else { continue };
            let problem = cell.problem(ProblemKind::TieOutsideLife, cell.text, message);
            fields.report(problem.hint("clip the spell, or correct the actor's `from` and `to` in actors.csv"));
        }
    }
}

/// Every tie names an event or a source.
pub(super) fn every_tie_has_a_source<'d>(fields: &mut Fields<'d>, ties: &[TieRow<'d>]) {
    for row in ties {
        fields.has_a_source(row.row, "this tie", row.tie.events.is_empty() && row.text.sources.is_empty());
    }
}

/// A source that nothing cites may be a slip; it does no harm.
pub(super) fn every_source_is_cited(fields: &mut Fields<'_>) {
    for row in fields.rows(&SOURCES) {
        let cited = fields.index.cited.get(row.index).copied().unwrap_or(true);
        let Some(cell) = row.cell("id").filter(|cell| !cited && !cell.text.is_empty()) else { continue };
        // Of an id given twice the first row counts, and the second has been reported already.
        if fields.index.sources.find(cell.text).map(usize::from) == Some(row.index) {
            let message = format!("nothing cites {}", quote(cell.text));
            let problem = cell.problem(ProblemKind::UnusedSource, cell.text, message);
            fields.report(problem.hint("cite it where it is used, or delete the row"));
        }
    }
}
