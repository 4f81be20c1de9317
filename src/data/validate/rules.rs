//! Rules that hold between rows, one function each, named by what they demand.

use std::collections::BTreeMap;

use super::super::draft::Cell;
use super::super::suggestion::quote;
use super::super::{DatasetInfo, Dyad, ProblemKind};
use super::facts::{ActorRow, TieRow};
use super::fields::Fields;
use crate::time::Date;

/// No actor succeeds itself, however many lie between. Each ring is reported where it closes.
pub(super) fn successors_form_no_ring(fields: &mut Fields<'_>, actors: &[ActorRow<'_>]) {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        No,
        OnTheWay,
        Done,
    }
    let mut seen = vec![Seen::No; actors.len()];
    for start in 0..actors.len() {
        // The way from `start`: each actor with how many of its successors were followed.
        let mut way = vec![(start, 0)];
        while let Some((at, followed)) = way.pop() {
            if seen[at] == Seen::Done {
                continue;
            }
            seen[at] = Seen::OnTheWay;
            let Some(next) = actors[at].actor.successors.get(followed).map(|next| next.index()) else {
                seen[at] = Seen::Done;
                continue;
            };
            way.push((at, followed + 1));
            match seen.get(next) {
                Some(Seen::No) => way.push((next, 0)),
                Some(Seen::OnTheWay) => {
                    let Some(cell) = actors[at].successors else { continue };
                    let (code, other) = (&actors[at].actor.code, &actors[next].actor.code);
                    let message = if at == next {
                        format!("{} succeeds itself", quote(code))
                    } else {
                        format!("{} leads back to {}", quote(code), quote(other))
                    };
                    let part = cell.text.split_whitespace().find(|part| part == other).unwrap_or(cell.text);
                    let line = actors[next].successors.map_or(0, |cell| cell.line());
                    let problem = cell.problem(ProblemKind::SuccessorRing, part, message);
                    let note = format!("the successors of {} are in line {line}", quote(other));
                    fields
                        .report(problem.note(note).hint("a successor comes after; leave out the one that leads back"));
                }
                _ => {}
            }
        }
    }
}

/// At any time a dyad has one stance at most.
pub(super) fn spells_of_a_dyad_do_not_overlap(fields: &mut Fields<'_>, ties: &[TieRow<'_>]) {
    let mut by_dyad: BTreeMap<Dyad, Vec<&TieRow<'_>>> = BTreeMap::new();
    for row in ties.iter().filter(|row| row.sound) {
        by_dyad.entry(row.tie.dyad()).or_default().push(row);
    }
    let end = |row: &TieRow<'_>| row.tie.spell.to.map_or(f64::MAX, Date::instant);
    for rows in by_dyad.values_mut() {
        rows.sort_by_key(|row| row.tie.spell.from);
        let mut rows = rows.iter();
        // Of those that began before, the one that ends last: it need not be the neighbour.
        let Some(mut longest) = rows.next() else { continue };
        for later in rows {
            if longest.tie.spell.overlaps(&later.tie.spell) {
                overlap(fields, longest, later);
            }
            if end(later) > end(longest) {
                longest = later;
            }
        }
    }
}

fn overlap(fields: &mut Fields<'_>, earlier: &TieRow<'_>, later: &TieRow<'_>) {
    let name = |column: &str| later.from.table.cell(later.from.row, column).map_or("", |cell| cell.text);
    let from = later.tie.spell.from;
    let message = format!("`{}`–`{}` has two stances at once from {from}", name("a"), name("b"));
    let other = &earlier.tie;
    let note = format!("the other is in line {}: stance {} {}", earlier.from.line(), other.stance.value(), other.spell);
    let hint = if earlier.tie.spell.from.instant() < from.instant() {
        format!("end the earlier spell with `to` = {from}, or begin this one later")
    } else {
        "both begin on one day: unite them, or correct one".to_owned()
    };
    let problem = later.from.problem(ProblemKind::OverlappingSpells, later.from.text, message);
    fields.report(problem.note(note).hint(hint));
}

/// A tie lies within the lives of both its actors.
pub(super) fn actors_exist_while_they_are_tied(fields: &mut Fields<'_>, actors: &[ActorRow<'_>], ties: &[TieRow<'_>]) {
    for row in ties.iter().filter(|row| row.sound) {
        for id in [row.tie.a, row.tie.b] {
            let Some(actor) = actors.get(id.index()).map(|row| &row.actor) else { continue };
            let spell = row.tie.spell;
            let too_early = actor.from.filter(|from| spell.from.instant() < from.instant());
            let end = spell.to.map_or(f64::MAX, Date::instant);
            let too_late = actor.to.filter(|to| end > to.instant());
            let cell = |column: &str| row.from.table.cell(row.from.row, column).unwrap_or(row.from);
            let (cell, message) = match (too_early, too_late) {
                (Some(from), _) => {
                    (row.from, format!("`{}` exists only from {from}; the tie begins {}", actor.code, spell.from))
                }
                (_, Some(to)) => match spell.to {
                    Some(end) => (cell("to"), format!("`{}` exists only to {to}; the tie ends {end}", actor.code)),
                    None => (cell("to"), format!("`{}` exists only to {to}; the tie has no end", actor.code)),
                },
                _ => continue,
            };
            let problem = cell.problem(ProblemKind::TieOutsideLife, cell.text, message);
            fields.report(problem.hint("clip the spell, or correct the actor's `from` and `to` in actors.csv"));
        }
    }
}

/// Every tie names an event or a source.
pub(super) fn every_tie_has_a_source(fields: &mut Fields<'_>, ties: &[TieRow<'_>]) {
    for row in ties.iter().filter(|row| row.tie.events.is_empty() && row.text.sources.is_empty()) {
        let cell = row.from.table.cell(row.from.row, "sources").unwrap_or(row.from);
        // Something is named and is unknown: that has been reported already.
        let named = ["events", "sources"].into_iter().filter_map(|column| cell.table.cell(cell.row, column));
        if named.into_iter().any(|cell| !cell.text.is_empty()) {
            continue;
        }
        let problem =
            cell.problem(ProblemKind::MissingSource, "", "this tie names neither an event nor a source".into());
        fields.report(problem.hint("name at least one id of events.csv or sources.csv"));
    }
}

/// A source that nothing cites is a slip, though no harm.
pub(super) fn every_source_is_cited(fields: &mut Fields<'_>) {
    for (table, row) in fields.rows("sources.csv") {
        let cited = fields.known.cited.get(row).copied().unwrap_or(true);
        let Some(cell) = table.cell(row, "id").filter(|cell| !cited && !cell.text.is_empty()) else { continue };
        // Of an id given twice the first row counts, and the second has been reported already.
        if fields.known.sources.find(cell.text).map(usize::from) == Some(row) {
            let message = format!("nothing cites {}", quote(cell.text));
            let problem = cell.problem(ProblemKind::UnusedSource, cell.text, message);
            fields.report(problem.hint("cite it where it is used, or delete the row"));
        }
    }
}

/// What lies after the last year, or tells of a year outside, is never shown. What came before may explain the rest.
pub(super) fn every_row_has_a_year_that_shows_it(fields: &mut Fields<'_>, info: &DatasetInfo) {
    type Test<'a> = &'a dyn Fn(Cell<'_>) -> bool;
    let (first, last) = (info.first_year, info.last_year);
    let after = |cell: Cell<'_>| cell.text.parse::<Date>().is_ok_and(|date| date.year() > last);
    let outside = |cell: Cell<'_>| cell.text.parse::<i16>().is_ok_and(|year| !(first..=last).contains(&year));
    let columns: [(&str, &str, Test<'_>); 8] = [
        ("ties.csv", "from", &after),
        ("acts.csv", "date", &after),
        ("events.csv", "date", &after),
        ("eras.csv", "from", &after),
        ("years.csv", "year", &outside),
        ("chapters.csv", "from", &outside),
        ("chapters.csv", "to", &outside),
        ("chapters.csv", "compare", &outside),
    ];
    for (file, column, is_off) in columns {
        for (table, row) in fields.rows(file) {
            let Some(cell) = table.cell(row, column).filter(|cell| is_off(*cell)) else { continue };
            let message = format!("the dataset shows {first} to {last}; {} lies outside", quote(cell.text));
            let problem = cell.problem(ProblemKind::OutsideYears, cell.text, message);
            fields.report(problem.hint("correct it, or change first_year and last_year in datapackage.json"));
        }
    }
}
