//! Who stands otherwise than at the end of another year.

use serde::Serialize;

use crate::data::{Dataset, Stance};
use crate::layout::{Difference, Layout, differences};
use crate::moment::Moment;

use super::row::{Row, Section, push};
use super::standing::{absent, stance_name};

/// Who stands otherwise, in groups.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Differences<'a> {
    /// Between which years.
    pub heading: String,
    /// How the picture shows it, or that there is nothing to show.
    pub note: &'static str,
    /// `nearer`, `farther`, `came`, `went`; only those with somebody in them.
    pub sections: Vec<Section<'a>>,
}

/// Who stands otherwise at `now` than at `then`.
pub fn difference_words<'a>(dataset: &'a Dataset, layout: &Layout, then: &Moment, now: &Moment) -> Differences<'a> {
    let mut sections: Vec<Section<'a>> = Vec::new();
    // They come in the order of the groups.
    for difference in differences(dataset, layout, then, now) {
        let (kind, row) = (kind(difference), row(dataset, difference));
        push(&mut sections, kind, "", row);
    }
    for section in &mut sections {
        section.title = format!("{} {}", section.rows.len(), heading(dataset, section.kind));
    }
    let (then, now) = (then.playhead().shown_year(), now.playhead().shown_year());
    Differences {
        heading: format!("From the end of {then} to the end of {now}"),
        note: if sections.is_empty() {
            "Nobody’s relations differ."
        } else {
            "In the picture, an empty ring marks the place then, and a dotted line the way to the place now."
        },
        sections,
    }
}

fn kind(difference: Difference) -> &'static str {
    match difference.steps() {
        Some(steps) if steps > 0 => "nearer",
        Some(_) => "farther",
        None if difference.now.is_some() => "came",
        None => "went",
    }
}

fn heading(dataset: &Dataset, kind: &str) -> &'static str {
    let knows_relations = !dataset.tables().acts.is_empty();
    match kind {
        "nearer" => "came nearer",
        "farther" => "moved away",
        "came" if knows_relations => "opened relations or appeared",
        "came" => "came on record",
        _ if knows_relations => "ended relations or vanished",
        _ => "are no longer on record",
    }
}

fn row(dataset: &Dataset, difference: Difference) -> Row<'_> {
    let stance = |stance: Stance| stance_name(dataset, stance);
    let how = match (difference.then, difference.now) {
        (Some(then), Some(now)) => format!("{} → {}", stance(then), stance(now)),
        (None, Some(now)) => stance(now).to_owned(),
        (Some(then), None) => format!("was {}", stance(then)),
        (None, None) => absent(dataset).to_owned(),
    };
    let actor = dataset.actor(difference.actor);
    let mut row = Row::new(&actor.code, &actor.short_name, &how, String::new(), "");
    row.stance = difference.now.map(Stance::value);
    row
}
