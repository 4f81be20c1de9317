//! The picture as a table.

use serde::Serialize;

use crate::data::{Dataset, order, sorted};
use crate::moment::Moment;

use super::row::{MOST_ROWS, of_all};
use super::standing::{bare, since_when, tell_basis};
use super::{Row, capitalised, sentence_of};

/// Everyone who has a stance at a moment, or of very many the most prominent.
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
    // Of very many, the most prominent.
    let prominence = |index: usize| dataset.actor(alters[index].0).prominence;
    let mut told = order(alters.len(), &|a, b| prominence(a).cmp(&prominence(b)).then_with(|| warmest_first(a, b)));
    told.truncate(MOST_ROWS);
    let mut rows: Vec<Row<'a>> = Vec::with_capacity(told.len());
    for index in sorted(told, &|a, b| warmest_first(*a, *b)) {
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
        caption: format!(
            "States and bodies at the end of {}: {}{}",
            moment.playhead().shown_year(),
            alters.len(),
            of_all(alters.len())
        ),
        columns: ["Actor", "Stance", "Since", "Why"],
        rows,
    }
}
