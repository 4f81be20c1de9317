//! The picture as a table.

use serde::Serialize;

use crate::data::{Dataset, TieId, order, sorted};
use crate::moment::Moment;

use super::counts::outside;
use super::date::end_of;
use super::legend::absence;
use super::messages as say;
use super::picture::by_rank;
use super::row::{MOST_ROWS, pair_code, pair_name, titled};
use super::standing::{bare, since_when, spell, start, tell_basis};
use super::{Row, capitalised, sentence_of};

/// Everyone in the picture of a moment, or of very many the most prominent.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Table<'a> {
    /// What the table holds.
    pub caption: String,
    /// The heads of the columns: a row's title, how, when and text.
    pub columns: [&'static str; 4],
    /// Warmest first, within a stance the most prominent first; at the end those who are drawn because they have none.
    pub rows: Vec<Row<'a>>,
}

/// Everyone who is drawn at the moment, or without an ego every tie that holds, with its number, since when and why; without sources.
pub fn table<'a>(dataset: &'a Dataset, moment: &Moment) -> Table<'a> {
    let Some(ego) = dataset.ego() else { return of_ties(dataset, moment) };
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
        let doubt = sentence_of(dataset, &capitalised(row.doubt));
        for more in [&row.alternative, &doubt] {
            if !more.is_empty() {
                row.text.push(' ');
                row.text.push_str(more);
            }
        }
        row.how = say::table_stance(dataset, &row.how, &standing.stance.to_string());
        row.when = since_when(dataset, standing).in_words(dataset);
        rows.push(row);
    }
    let absent: Vec<_> = moment.absent().filter(|id| *id != ego).collect();
    let why = absence(dataset).map(|why| sentence_of(dataset, &capitalised(&why))).unwrap_or_default();
    let names = |one: usize, other: usize| {
        let [one, other] = [one, other].map(|index| dataset.actor(absent[index]));
        one.prominence.cmp(&other.prominence).then_with(|| one.short_name.cmp(&other.short_name))
    };
    for index in order(absent.len(), &|a, b| names(a, b)).into_iter().take(MOST_ROWS - rows.len()) {
        rows.push(bare(dataset, absent[index], None, &why));
    }
    let end = end_of(dataset, moment.playhead().shown_year());
    let all = alters.len() + absent.len();
    let mut caption = titled(dataset, say::table_caption(dataset, &end, all as i32), all);
    let outside = outside(dataset, moment);
    if !outside.is_empty() {
        caption = say::table_caption_outside(dataset, &caption, outside.trim_end_matches('.'));
    }
    Table { caption, columns: columns(dataset, say::TABLE_ACTOR.of(dataset)), rows }
}

/// The heads of the columns, after that of the first.
fn columns(dataset: &Dataset, first: &'static str) -> [&'static str; 4] {
    [first, say::TABLE_STANCE_HEAD.of(dataset), say::TABLE_SINCE.of(dataset), say::TABLE_WHY.of(dataset)]
}

/// The ties that hold, warmest first; of very many, those of the most prominent.
fn of_ties<'a>(dataset: &'a Dataset, moment: &Moment) -> Table<'a> {
    let mut ties = by_rank(dataset, moment);
    let all = ties.len();
    ties.truncate(MOST_ROWS);
    let ties = sorted(ties, &|a, b| dataset.tie(*b).stance.cmp(&dataset.tie(*a).stance));
    let playhead = moment.playhead();
    let end = end_of(dataset, playhead.shown_year());
    let row = |id: TieId| {
        let tie = dataset.tie(id);
        let title = pair_name(dataset, tie);
        let mut row =
            spell(dataset, id, &pair_code(dataset, tie), &title, start(dataset, id).0.in_words(dataset), playhead);
        row.sources = Vec::new();
        row.how = say::table_stance(dataset, &row.how, &tie.stance.to_string());
        row
    };
    Table {
        caption: titled(dataset, say::table_caption_ties(dataset, &end, all as i32), all),
        columns: columns(dataset, say::TABLE_RELATION.of(dataset)),
        rows: ties.into_iter().map(row).collect(),
    }
}
