//! Diplomatic acts.

use crate::data::{Act, ActKind, Dataset};

use super::date::date_words;
use super::doubt::doubt;
use super::messages as say;
use super::row::{name, sources_of};
use super::{Row, SourceRow};

/// What was done, as messages choose by it.
fn done(act: &Act) -> &'static str {
    ActKind::NAMES.iter().find(|(_, kind)| *kind == act.kind).map_or("", |(name, _)| name)
}

/// An act as a change of its year: `Cuba: relations established with North Korea`.
pub(super) fn act_line(dataset: &Dataset, act: &Act) -> String {
    say::act_line(dataset, name(dataset, act.actor), done(act), name(dataset, act.toward))
}

/// What is known of an act beyond its date.
pub(super) fn act_note(dataset: &Dataset, index: usize) -> &str {
    dataset.texts().and_then(|texts| texts.acts.get(index)).map_or("", |text| &text.note)
}

/// The document behind an act.
pub(super) fn act_source(dataset: &Dataset, index: usize) -> Vec<SourceRow<'_>> {
    let source = dataset.texts().and_then(|texts| texts.acts.get(index)?.source);
    sources_of(dataset, source.as_slice())
}

/// Why someone stands as an act in force implies.
pub(super) fn basis_of_act(dataset: &Dataset, index: usize) -> String {
    let act = &dataset.tables().acts[index];
    say::act_basis(dataset, done(act), &date_words(dataset, act.date))
}

/// An act in the list of whoever acted.
pub(super) fn act_row(dataset: &Dataset, index: usize) -> Row<'_> {
    let act = &dataset.tables().acts[index];
    let title = say::act_title(dataset, done(act));
    let mut row = Row::new("", &title, "", date_words(dataset, act.date), act_note(dataset, index));
    row.doubt = doubt(dataset, act.confidence, act.date);
    row.sources = act_source(dataset, index);
    row
}
