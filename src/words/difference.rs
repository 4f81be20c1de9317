//! Who stands otherwise than at the end of another year.

use serde::Serialize;

use crate::data::{Dataset, Stance};
use crate::layout::{Layout, differences};
use crate::moment::Moment;

use super::date::end_of;
use super::messages as say;
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
    pub note: String,
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
        section.title = titled(dataset, heading(dataset, section.kind, all as i32), all);
        section.rows.truncate(MOST_ROWS);
    }
    let end = |moment: &Moment| end_of(dataset, moment.playhead().shown_year());
    let step = dataset.info().calendar.step.name();
    Differences {
        alone: say::difference_alone(dataset, step),
        heading: say::difference_heading(dataset, &end(then), &end(now)),
        note: if sections.is_empty() {
            say::DIFFERENCE_NONE.of(dataset).to_owned()
        } else if dataset.ego().is_none() {
            say::difference_lines(dataset, step)
        } else {
            say::DIFFERENCE_MARKS.of(dataset).to_owned()
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

fn heading(dataset: &Dataset, kind: &str, all: i32) -> String {
    let knows_relations = !dataset.tables().acts.is_empty();
    let of_two = dataset.ego().is_none();
    match kind {
        "nearer" if of_two => say::difference_warmer(dataset, all),
        "farther" if of_two => say::difference_colder(dataset, all),
        "nearer" => say::difference_nearer(dataset, all),
        "farther" => say::difference_farther(dataset, all),
        "came" if knows_relations => say::difference_opened(dataset, all),
        "came" => say::difference_came(dataset, all),
        _ if knows_relations => say::difference_ended(dataset, all),
        _ => say::difference_went(dataset, all),
    }
}

fn row<'a>(dataset: &Dataset, (id, title): (&str, &str), then: Option<Stance>, now: Option<Stance>) -> Row<'a> {
    let stance = |stance: Stance| stance_name(dataset, stance);
    let how = match (then, now) {
        (Some(then), Some(now)) => say::difference_stances(dataset, stance(then), stance(now)),
        (None, Some(now)) => stance(now).to_owned(),
        (Some(then), None) => say::difference_was(dataset, stance(then)),
        (None, None) => absent(dataset).to_owned(),
    };
    let mut row = Row::new(id, title, &how, String::new(), "");
    row.stance = now.map(Stance::value);
    row
}
