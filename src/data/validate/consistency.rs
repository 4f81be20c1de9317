//! Rules that hold between rows, one function each, named by what they demand.

use super::super::draft::Step;
use super::super::effective::overlaps;
use super::super::rules::rings;
use super::super::schema::{SOURCES, TIES};
use super::super::suggestion::quote;
use super::super::{ActorId, DatasetInfo, ProblemKind, Tie};
use super::facts::{ActorRow, TieRow, cell_of};
use super::fields::{Fields, Several};
use crate::time::{Date, Spell};

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
        let Some(there) = actors[next].row.cell("successor") else { continue };
        let line = there.line();
        let problem = cell.problem(ProblemKind::SuccessorRing, part, message).other(there.location());
        let note = format!("the successors of {} are in line {line}", quote(other));
        fields.report(problem.note(note).hint("a successor comes after; leave out the one that leads back"));
    }
}

/// At any time a dyad has one stance at most, unless the descriptor says how several count together. Where it says
/// nothing, several treaties at once are a warning, but a tie on good terms beside one on bad terms contradicts it;
/// without a descriptor the strongest counts, and only the contradiction is a warning.
pub(super) fn spells_of_a_dyad_do_not_overlap(fields: &mut Fields<'_>, rows: &[TieRow<'_>]) {
    if fields.several == Several::Combined {
        return;
    }
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
    let (Some(cell), Some(there)) = (later.row.cell("from"), earlier.row.cell("from")) else { return };
    let (line, other) = (there.line(), &earlier.tie);
    let note = format!("the other is in line {line}: stance {} {}", other.stance.value(), other.spell);
    let mend = if other.spell.from.instant() < from.instant() {
        format!("end the earlier spell with `to` = {from}, or begin this one later")
    } else {
        "both begin on one day: unite them, or correct one".to_owned()
    };
    let hint = format!(
        "{mend}; where both are meant, let `combine` in `detente` say which counts: \"strongest\", \"latest\" or \"sum\""
    );
    let problem = cell.problem(ProblemKind::OverlappingSpells, cell.text, message).other(there.location());
    let [one, next] = [earlier, later].map(|row| row.tie.stance.value().signum());
    let (contradicts, is_derived) = (one * next < 0, fields.draft.is_derived);
    if fields.several == Several::Refused || (contradicts && !is_derived) {
        fields.report(problem.note(note).hint(hint));
        return;
    }
    fields.several = Several::Strongest;
    if contradicts || !is_derived {
        let mut problem = problem.note(format!("{note}; the stronger counts")).hint(hint);
        problem.allowed = true;
        fields.report(problem);
    }
}

/// A tie lies within the lives of both its actors, as far as the dates tell: a vague one may mean any of its days.
pub(super) fn actors_exist_while_they_are_tied(fields: &mut Fields<'_>, actors: &[ActorRow<'_>], ties: &[TieRow<'_>]) {
    for row in ties.iter().filter(|row| row.is_valid) {
        for id in [row.tie.a, row.tie.b] {
            let Some(ActorRow { actor, row: life, .. }) = actors.get(id.index()) else { continue };
            let spell = row.tie.spell;
            let too_early = actor.from.filter(|from| spell.from.instant_after() <= from.instant());
            let end = spell.to.map_or(f64::MAX, Date::instant);
            let too_late = actor.to.filter(|to| end >= to.instant_after());
            let last = row.row.cell("until").filter(|cell| !cell.text.is_empty());
            let (column, date, message) = match (too_early, too_late) {
                (Some(from), _) => {
                    let message = format!("`{}` exists only from {from}; the tie begins {}", actor.code, spell.from);
                    ("from", from, message)
                }
                (_, Some(to)) => {
                    let end = match (last, spell.to) {
                        (Some(last), _) => format!("holds until {}", last.text),
                        (None, Some(end)) => format!("ends {end}"),
                        (None, None) => "has no end".to_owned(),
                    };
                    ("to", to, format!("`{}` exists only to {to}; the tie {end}", actor.code))
                }
                _ => continue,
            };
            let at = if column == "to" { last } else { None };
            let Some(cell) = at.or_else(|| cell_of(row.row, column)) else { continue };
            let mut problem = cell.problem(ProblemKind::TieOutsideLife, cell.text, message);
            problem.other = cell_of(*life, column).map(|cell| cell.location());
            let hint = format!("clip the spell: `{column}` = {date}; or correct `{column}` of the actor in actors.csv");
            fields.report(problem.hint(hint));
        }
    }
}

/// Something is tied in the first year and in the last, so that no end of the slider shows an empty picture.
pub(super) fn no_end_of_the_span_is_empty(fields: &mut Fields<'_>, ties: &[TieRow<'_>], acts: &[Date]) {
    let Some((first, last)) = fields.span else { return };
    if fields.draft.table(TIES.file).is_none() || ties.iter().any(|row| !row.is_valid) {
        return;
    }
    let spells = || ties.iter().map(|row| row.tie.spell);
    let begun = spells().map(|spell| spell.from).chain(acts.iter().copied()).map(Date::step).min();
    // What acts put in force may last; only ties are known to have ended.
    let lasts = spells().any(|spell| spell.to.is_none()) || !acts.is_empty();
    // An end on New Year's Day leaves nothing of its year.
    let ended = spells().filter_map(|spell| spell.to).map(|to| libm::ceil(to.instant()) as i16 - 1).max();
    let calendar = fields.calendar;
    let named = |step: i16| DatasetInfo { calendar, ..DatasetInfo::default() }.step_id(step);
    let keys = if calendar.counts_years() { "first_year and last_year" } else { "`span`" };
    let step = calendar.step.name();
    let mut warn = |message: String, hint: String| {
        let problem = fields.draft.descriptor_problem(ProblemKind::EmptyPicture, &[Step::key("detente")], message);
        fields.report(problem.hint(hint));
    };
    match begun {
        None => warn("nobody is tied to anybody: every picture is empty".into(), "add rows to ties.csv".into()),
        Some(begun) if begun > last => {
            let hint = format!("correct {keys}, or the dates");
            warn(
                format!(
                    "the first tie begins in {}, after the last {step} {}: every picture is empty",
                    named(begun),
                    named(last)
                ),
                hint,
            );
        }
        Some(begun) if begun > first => {
            let hint = format!("begin the span in {}, or add what held before", named(begun));
            warn(format!("nothing is tied from {} to {}: the picture is empty", named(first), named(begun - 1)), hint);
        }
        Some(_) => {}
    }
    let gap = if lasts { None } else { gap(spells(), first, last) };
    if let Some((from, to)) = gap {
        let hint = format!("add what held in those years, or end the span in {}", from - 1);
        warn(format!("nothing is tied from {from} to {to}: the picture is empty"), hint);
    }
    if let Some(ended) = ended.filter(|ended| !lasts && *ended < first && begun.is_some()) {
        let hint = format!("correct {keys}, or the dates");
        warn(
            format!(
                "the last tie ends in {}, before the first {step} {}: every picture is empty",
                named(ended),
                named(first)
            ),
            hint,
        );
    } else if let Some(ended) = ended.filter(|ended| !lasts && *ended < last && begun.is_some()) {
        let hint = format!("end the span in {}, or leave `to` empty where a tie lasts", named(ended));
        warn(format!("nothing is tied after {}: from then on the picture is empty", named(ended)), hint);
    }
}

/// The first whole years of a span between two ties of which none is touched by any; all spells have ends.
fn gap(spells: impl Iterator<Item = Spell>, first: i16, last: i16) -> Option<(i16, i16)> {
    let mut years: Vec<(i16, i16)> =
        spells.filter_map(|spell| Some((spell.from.year(), libm::ceil(spell.to?.instant()) as i16 - 1))).collect();
    years.sort_unstable();
    let mut tied = years.first()?.1;
    for (from, to) in years {
        let between = ((tied + 1).max(first), (from - 1).min(last));
        if between.0 <= between.1 && tied >= first {
            return Some(between);
        }
        tied = tied.max(to);
    }
    None
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
