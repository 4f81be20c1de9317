//! Who stands otherwise than at the end of another year.

use serde::Serialize;

use crate::data::{Dataset, Stance};
use crate::layout::{Layout, differences};
use crate::moment::Moment;
use crate::time::Step;

use super::date::step_name;
use super::row::{MOST_ROWS, Row, Section, pair_code, pair_name, push, titled};
use super::standing::{absent, stance_name};

/// Who stands otherwise, in groups.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Differences<'a> {
    /// What the way back is called.
    pub alone: String,
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
        let (then, now) = (difference.then, difference.now);
        let actor = dataset.actor(difference.actor);
        push(&mut sections, kind(then, now), "", row(dataset, (&actor.code, &actor.short_name), then, now));
    }
    if dataset.ego().is_none() {
        sections = between_two(dataset, then, now);
    }
    for section in &mut sections {
        let all = section.rows.len();
        section.title = titled(dataset, format!("{all} {}", heading(dataset, section.kind)), all);
        section.rows.truncate(MOST_ROWS);
    }
    let name = |moment: &Moment| step_name(dataset, moment.playhead().shown_year());
    let (then, now) = (name(then), name(now));
    Differences {
        alone: format!("‹ This {} alone", dataset.info().calendar.step.name()),
        heading: format!("From the end of {then} to the end of {now}"),
        note: if sections.is_empty() {
            "Nobody’s relations differ."
        } else if dataset.ego().is_none() {
            match dataset.info().calendar.step {
                Step::Year => "The picture shows the lines of the shown year.",
                Step::Month => "The picture shows the lines of the shown month.",
                Step::Day => "The picture shows the lines of the shown day.",
            }
        } else {
            "In the picture, an empty ring marks the place then, and a dotted line the way to the place now."
        },
        sections,
    }
}

/// Without an ego: which relations of two differ.
fn between_two<'a>(dataset: &'a Dataset, then: &Moment, now: &Moment) -> Vec<Section<'a>> {
    let mut sections: Vec<Section<'a>> = Vec::new();
    for group in ["nearer", "farther", "came", "went"] {
        for (dyad, _) in dataset.dyads() {
            let [was, is] = [then, now].map(|moment| moment.tie(dataset, dyad));
            let Some(tie) = is.or(was).map(|tie| dataset.tie(tie)) else { continue };
            let [was, is] = [was, is].map(|tie| tie.map(|tie| dataset.tie(tie).stance));
            if was != is && kind(was, is) == group {
                let row = row(dataset, (&pair_code(dataset, tie), &pair_name(dataset, tie)), was, is);
                push(&mut sections, group, "", row);
            }
        }
    }
    sections
}

fn kind(then: Option<Stance>, now: Option<Stance>) -> &'static str {
    match (then, now) {
        (Some(then), Some(now)) if now > then => "nearer",
        (Some(_), Some(_)) => "farther",
        (None, _) => "came",
        (Some(_), None) => "went",
    }
}

fn heading(dataset: &Dataset, kind: &str) -> &'static str {
    let knows_relations = !dataset.tables().acts.is_empty();
    let of_two = dataset.ego().is_none();
    match kind {
        "nearer" if of_two => "grew warmer",
        "farther" if of_two => "grew colder",
        "nearer" => "came nearer",
        "farther" => "moved away",
        "came" if knows_relations => "opened relations or appeared",
        "came" => "came on record",
        _ if knows_relations => "ended relations or vanished",
        _ => "are no longer on record",
    }
}

fn row<'a>(dataset: &Dataset, (id, title): (&str, &str), then: Option<Stance>, now: Option<Stance>) -> Row<'a> {
    let stance = |stance: Stance| stance_name(dataset, stance);
    let how = match (then, now) {
        (Some(then), Some(now)) => format!("{} → {}", stance(then), stance(now)),
        (None, Some(now)) => stance(now).to_owned(),
        (Some(then), None) => format!("was {}", stance(then)),
        (None, None) => absent(dataset).to_owned(),
    };
    let mut row = Row::new(id, title, &how, String::new(), "");
    row.stance = now.map(Stance::value);
    row
}
