//! The scene in words: for the slider, the live region, the picture's description and the list of changes.

use core::fmt::Write as _;

use crate::data::{ActKind, ActorId, Dataset, Prominence, Stance, sorted};
use crate::moment::{Basis, Change, ChangeKind, Moment};

/// The length a live region should not exceed, in characters.
const ANNOUNCEMENT: usize = 150;

/// A stance's name in this dataset.
pub fn stance_name(dataset: &Dataset, stance: Stance) -> &str {
    dataset.info().stance_name(stance)
}

/// A sentence for the slider: `1972: First North-South joint statement; 46 states have relations with North Korea`.
pub fn value_text(dataset: &Dataset, moment: &Moment) -> String {
    let year = moment.playhead().shown_year();
    let line = dataset.year_line(year).map_or(String::new(), |line| format!(" {};", line.line.trim_end_matches('.')));
    format!("{year}:{line} {}", counts(dataset, moment))
}

fn counts(dataset: &Dataset, moment: &Moment) -> String {
    let info = dataset.info();
    let counts = moment.counts();
    let ego = &dataset.actor(info.ego).short_name;
    let states = |count: u32| if count == 1 { "1 state has".to_owned() } else { format!("{count} states have") };
    let with_rival = info.rival.map(|rival| format!(", {} with {}", counts.rival, dataset.actor(rival).short_name));
    format!("{} relations with {ego}{}", states(counts.ego), with_rival.unwrap_or_default())
}

/// What to say when a year settles: the year and the weightiest changes, no longer than a live region should be.
pub fn announcement(dataset: &Dataset, year: i16, changes: &[Change]) -> String {
    let mut text = match changes.len() {
        0 => format!("{year}: no change."),
        1 => format!("{year}, 1 change."),
        many => format!("{year}, {many} changes."),
    };
    for change in changes {
        let line = change_line(dataset, change);
        if text.chars().count() + line.chars().count() + 2 > ANNOUNCEMENT {
            break;
        }
        text.push(' ');
        text.push_str(line.trim_end_matches('.'));
        text.push('.');
    }
    text
}

/// A change in one line.
pub fn change_line(dataset: &Dataset, change: &Change) -> String {
    let name = |actor: ActorId| dataset.actor(actor).short_name.as_str();
    match change.kind {
        ChangeKind::Event(id) => dataset.event(id).title.clone(),
        ChangeKind::StanceChange { tie, before } => {
            let tie = dataset.tie(tie);
            let other = tie.dyad().other(dataset.info().ego).unwrap_or(tie.b);
            let now = stance_name(dataset, tie.stance);
            match before {
                Some(before) => format!("{}: from {} to {now}", name(other), stance_name(dataset, before)),
                None => format!("{}: now {now}", name(other)),
            }
        }
        ChangeKind::Act(index) => {
            let act = &dataset.tables().acts[index];
            let (actor, toward) = (name(act.actor), name(act.toward));
            match act.kind {
                ActKind::Established => format!("{actor} opens relations with {toward}"),
                ActKind::Suspended => format!("{actor} suspends relations with {toward}"),
                ActKind::Severed => format!("{actor} breaks off relations with {toward}"),
                ActKind::Restored => format!("{actor} restores relations with {toward}"),
                ActKind::EmbassyOpened => format!("An embassy opens: {actor} and {toward}"),
                ActKind::EmbassyClosed => format!("An embassy closes: {actor} and {toward}"),
            }
        }
    }
}

/// How an actor stands, in a sentence: `China: partner since 28 May 2018`.
pub fn sentence(dataset: &Dataset, moment: &Moment, actor: ActorId) -> String {
    let name = &dataset.actor(actor).short_name;
    match moment.standing(actor) {
        Some(standing) => {
            let formal = matches!(standing.basis, Basis::Act(_));
            let stance = if formal { "formal relations" } else { stance_name(dataset, standing.stance) };
            format!("{name}: {stance} since {}", standing.since.in_words())
        }
        None => format!("{name}: no relations"),
    }
}

/// What the picture shows, as a paragraph: the counts, then each rung with the names worth naming.
pub fn description(dataset: &Dataset, moment: &Moment) -> String {
    let year = moment.playhead().shown_year();
    let ego = &dataset.actor(dataset.info().ego).short_name;
    let mut text = format!("{ego} and its partners at the end of {year}: {}.", counts(dataset, moment));
    for stance in Stance::LADDER {
        let on_ring: Vec<ActorId> =
            moment.alters().filter(|(_, standing)| standing.stance == stance).map(|(actor, _)| actor).collect();
        if on_ring.is_empty() {
            continue;
        }
        let prominence = |actor: &ActorId| dataset.actor(*actor).prominence;
        let on_ring = sorted(on_ring, &|a, b| prominence(a).cmp(&prominence(b)));
        let named: Vec<&str> = on_ring
            .iter()
            .filter(|actor| dataset.actor(**actor).prominence != Prominence::Minor || on_ring.len() <= 6)
            .map(|actor| dataset.actor(*actor).short_name.as_str())
            .take(8)
            .collect();
        let others = on_ring.len() - named.len();
        let list = match (named.as_slice(), others) {
            ([], 1) => "1 actor".to_owned(),
            ([], others) => format!("{others} actors"),
            (names, 0) => and(names),
            (names, others) => format!("{} and {others} more", names.join(", ")),
        };
        let mut name = stance_name(dataset, stance).to_owned();
        if let Some(first) = name.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        // Writing to a String cannot fail.
        let _ = write!(text, " {name}: {list}.");
    }
    text
}

fn and(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}
