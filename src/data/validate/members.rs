//! Rows of members: each is checked once, not with every tie that it makes.

use std::collections::BTreeMap;

use super::super::ProblemKind;
use super::super::schema::MEMBERS;
use super::super::suggestion::quote;
use super::fields::Fields;

/// Checks every row of members.
pub(super) fn members(fields: &mut Fields<'_>) {
    // Whether the first row of each group has a side, and where it stands.
    let mut groups: BTreeMap<String, (bool, usize)> = BTreeMap::new();
    for row in fields.rows(&MEMBERS) {
        let group = fields.text(row, "group");
        fields.actor(row, "actor");
        let from = fields.censored_interval(row).and_then(|(from, ..)| from);
        fields.is_not_after_the_end(row, "from", from);
        fields.source_list(row, "sources");
        let side = row.cell("side").filter(|cell| !cell.text.is_empty());
        let Some(cell) = row.cell("group").filter(|cell| !cell.text.is_empty()) else { continue };
        let (has_sides, line) = *groups.entry(group).or_insert_with(|| (side.is_some(), cell.line()));
        if has_sides != side.is_some() {
            let message = if has_sides {
                format!("a member of {} has no side, where others have one", quote(cell.text))
            } else {
                format!("a member of {} has a side, where others have none", quote(cell.text))
            };
            let at = row.cell("side").unwrap_or(cell);
            let problem = at.problem(ProblemKind::EmptyField, at.text, message);
            let note = format!("the first row of the group is in line {line}");
            fields.report(problem.note(note).hint("give every member of the group a side, or none"));
        }
    }
}
