//! The picture as a table.

use serde::Serialize;

use crate::data::{Dataset, sorted};
use crate::moment::Moment;

use super::standing::{bare, reason};
use super::{Row, counted};

/// Everyone who has a stance at a moment.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Table<'a> {
    /// What the table holds.
    pub caption: String,
    /// The heads of the columns: a row's title, how, when and text.
    pub columns: [&'static str; 4],
    /// Warmest first, within a stance the most prominent first.
    pub rows: Vec<Row<'a>>,
}

/// Everyone who has a stance at the moment, with its number, since when and why; without sources.
pub fn table<'a>(dataset: &'a Dataset, moment: &Moment) -> Table<'a> {
    let alters = sorted(moment.alters().collect(), &|(a, one), (b, other)| {
        let (a, b) = (dataset.actor(*a), dataset.actor(*b));
        let names = a.prominence.cmp(&b.prominence).then_with(|| a.short_name.cmp(&b.short_name));
        other.stance.cmp(&one.stance).then(names)
    });
    let rows: Vec<Row<'a>> = alters
        .into_iter()
        .map(|(id, standing)| {
            let row = bare(dataset, id, Some(standing));
            Row {
                how: format!("{} ({})", row.how, standing.stance),
                when: standing.since.in_words(),
                text: reason(dataset, standing.basis),
                ..row
            }
        })
        .collect();
    Table {
        caption: format!("At the end of {}: {}", moment.playhead().shown_year(), counted(rows.len(), "actor")),
        columns: ["Actor", "Stance", "Since", "Why"],
        rows,
    }
}
