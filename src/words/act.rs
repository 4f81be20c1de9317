//! Diplomatic acts.

use crate::data::{Act, ActKind, Dataset};

use super::date::date_words;
use super::doubt::doubt;
use super::row::{name, sources_of};
use super::{Row, SourceRow, capitalised, sentence_of};

/// What was done. An act says between whom an embassy was, not whose: its note does.
const fn done(kind: ActKind) -> &'static str {
    match kind {
        ActKind::Established => "relations established",
        ActKind::Suspended => "relations suspended",
        ActKind::Severed => "relations broken off",
        ActKind::Restored => "relations restored",
        ActKind::EmbassyOpened => "embassy opened",
        ActKind::EmbassyClosed => "embassy closed",
    }
}

/// An act as a change of its year: `Cuba: relations established with North Korea`.
pub(super) fn act_line(dataset: &Dataset, act: &Act) -> String {
    let mut line = format!("{}: {}", name(dataset, act.actor), done(act.kind));
    if act.kind.puts_in_force().is_some() {
        line.push_str(" with ");
        line.push_str(name(dataset, act.toward));
    }
    line
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
    format!("{} {}.", capitalised(done(act.kind)), date_words(dataset, act.date))
}

/// An act in the list of whoever acted.
pub(super) fn act_row(dataset: &Dataset, index: usize) -> Row<'_> {
    let act = &dataset.tables().acts[index];
    let title = sentence_of(dataset, &capitalised(done(act.kind)));
    let mut row = Row::new("", &title, "", date_words(dataset, act.date), act_note(dataset, index));
    row.doubt = doubt(act.confidence, act.date);
    row.sources = act_source(dataset, index);
    row
}
