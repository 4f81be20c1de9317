//! Rows of single years, joined to ties that last from the first of them to the last.

use std::collections::BTreeMap;

use super::super::arrange;
use super::super::draft::RawTable;
use super::instants::{Interval, parse};
use super::plan::Plan;
use crate::time::Date;

/// A tie that a row tells: which row, its dates and its stance. A row of several intervals tells several.
#[derive(Clone, Debug, Default)]
pub(super) struct Told {
    /// The row, and the last of those that were joined to it.
    pub(super) rows: (usize, usize),
    pub(super) dates: Interval,
    pub(super) stance: String,
}

/// What rows must have in common to be joined: the two actors in any order, the stance, and what is taken over as it is.
type Key<'t> = ([&'t str; 2], String, Vec<&'t str>);

/// The ties of rows that tell one year each. Years that follow one another are joined where the two actors, the stance
/// and the texts are the same; a year told twice counts once. What is no single year stays by itself.
pub(super) fn joined(table: &RawTable, plan: &Plan, told: &[Told]) -> Vec<Told> {
    let mut groups: BTreeMap<Key<'_>, Vec<(i16, usize)>> = BTreeMap::new();
    let mut ties: Vec<(usize, Told)> = Vec::new();
    for (index, one) in told.iter().enumerate() {
        let is_one = one.dates.from == one.dates.until;
        let Some(year) = parse(&one.dates.from).map(Date::year).filter(|_| is_one) else {
            ties.push((index, one.clone()));
            continue;
        };
        let record = &table.records[one.rows.0];
        let mut pair = [record.value(plan.a), record.value(plan.b)];
        if pair[1] < pair[0] {
            pair.swap(0, 1);
        }
        let texts = plan.passes.iter().map(|(at, _)| record.value(*at)).collect();
        groups.entry((pair, one.stance.clone(), texts)).or_default().push((year, index));
    }
    for mut years in groups.into_values() {
        arrange(&mut years, &Ord::cmp);
        let mut years = years.into_iter();
        let Some((mut last, first)) = years.next() else { continue };
        let mut tie = (first, told[first].clone());
        for (year, index) in years {
            if year > last + 1 {
                ties.push(tie);
                tie = (index, told[index].clone());
            } else if year > last {
                tie.1.rows.1 = told[index].rows.0;
                tie.1.dates.until.clone_from(&told[index].dates.until);
            }
            last = year;
        }
        ties.push(tie);
    }
    arrange(&mut ties, &|one, other| one.0.cmp(&other.0));
    ties.into_iter().map(|(_, tie)| tie).collect()
}
