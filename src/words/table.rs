//! The picture as a table.

use serde::Serialize;

use crate::data::{Dataset, order};
use crate::moment::Moment;

use super::standing::{bare, since_when, tell_basis};
use super::{Row, capitalised, sentence_of};

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
    let alters: Vec<_> = moment.alters().collect();
    let warmest_first = |one: usize, other: usize| {
        let [(one, how), (other, otherwise)] = [alters[one], alters[other]];
        let (one, other) = (dataset.actor(one), dataset.actor(other));
        let names = one.prominence.cmp(&other.prominence).then_with(|| one.short_name.cmp(&other.short_name));
        otherwise.stance.cmp(&how.stance).then(names)
    };
    let mut rows: Vec<Row<'a>> = Vec::with_capacity(alters.len());
    for index in order(alters.len(), &warmest_first) {
        let (id, standing) = alters[index];
        let mut row = bare(dataset, id, Some(standing), "");
        tell_basis(dataset, moment, &mut row, id, standing.basis);
        row.sources = Vec::new();
        let doubt = sentence_of(&capitalised(row.doubt));
        for more in [&row.alternative, &doubt] {
            if !more.is_empty() {
                row.text.push(' ');
                row.text.push_str(more);
            }
        }
        row.how = format!("{} ({})", row.how, standing.stance);
        row.when = since_when(dataset, standing).in_words();
        rows.push(row);
    }
    Table {
        caption: format!("States and bodies at the end of {}: {}", moment.playhead().shown_year(), rows.len()),
        columns: ["Actor", "Stance", "Since", "Why"],
        rows,
    }
}
