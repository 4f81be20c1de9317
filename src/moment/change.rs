//! What a year changed, most consequential first.
//!
//! The order is editorial: each change has a weight in points, and the list is sorted by it. A point has no meaning
//! outside of this file; the factors were set so that the list of every year begins with what its line tells, and
//! then names war, alliance and treaties of principals before embassies of small states.
//! `tests/it/changes.rs` keeps the first three of ten years.

use crate::data::{
    ActKind, ActorId, ActorKind, ByProminence, Confidence, Dataset, Dyad, EventId, Prominence, Stance, TieId, sorted,
};
use crate::time::{Date, Playhead};

use super::Moment;

/// What sort of change it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// Something happened.
    Event(EventId),
    /// A dyad's stance turned and no event of that year says so.
    StanceChange {
        /// The tie that began.
        tie: TieId,
        /// The stance at the end of the year before.
        before: Option<Stance>,
    },
    /// Relations were opened, broken or taken up again, and neither an event nor a turn tells it: index into the acts.
    Act(usize),
}

/// One thing that changed in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What it is.
    pub kind: ChangeKind,
    /// When.
    pub date: Date,
    /// Whom it concerns, without the ego.
    pub actors: Vec<ActorId>,
    /// Colder (−) or warmer (+), −2 to +2.
    pub tone: i8,
    /// How much it matters, in points: the list's order.
    pub weight: u32,
    /// How sure the record is.
    pub confidence: Confidence,
}

/// Points of an event for each step of its effects in all, up to so many steps: summits touch many at once.
const EFFECT_STEP: u32 = 4;
const MOST_STEPS: u32 = 8;
/// Points of an event for each step by which it changed a relation with the ego, for each principal of the two; where
/// there is no ego, any relation.
const EGO_STEP: u32 = 6;
/// Points of an event for each principal whose relation with another than the ego it changed, whatever the step:
/// what others do to one another is the background of the story.
const ASIDE: u32 = 2;
/// Points of the first event that the year's line tells; of each further one so many less, down to the tenth.
/// More than any other change can have, so that the list begins as the line does.
const HEADLINE: u32 = 1000;
const NEXT_HEADLINE: u32 = 100;
const LAST_HEADLINE: u32 = 9;
/// Points of a stance that no event explains: for itself, and for each rung it moved.
const STANCE_CHANGE: u32 = 1;
const RUNG: u32 = 3;
/// By how much a change without an event counts more, by whom it concerns.
const FACTORS: ByProminence<u32> = ByProminence { principal: 3, named: 2, minor: 1 };
/// Points of a change beyond which it makes its year no fuller for the clock of play.
const FULL_CHANGE: u32 = 60;
/// Points of the fullest year for the clock of play: four full changes.
const FULL_YEAR: u32 = 240;

/// What changed from the end of the year before to the end of `year`, most consequential first.
pub fn changes(dataset: &Dataset, year: i16) -> Vec<Change> {
    let headline = dataset.year_line(year).map_or(&[][..], |line| &line.events);
    let mut list: Vec<Change> = dataset
        .event_ids()
        .filter(|id| dataset.event(*id).date.step() == year)
        .map(|id| of_event(dataset, id, headline))
        .collect();
    let mut told = vec![0_u8; dataset.actors().len()];
    for change in &list {
        for actor in &change.actors {
            told[actor.index()] = 1;
        }
    }

    let before = Moment::at(dataset, Playhead::end_of(year.saturating_sub(1)));
    let now = Moment::at(dataset, Playhead::end_of(year));
    let mut quiet = Vec::new();
    let mut turn = |id: TieId, actors: Vec<ActorId>, earlier: Option<Stance>| {
        let tie = dataset.tie(id);
        let mut events = dataset.tie(dataset.row(id)).events.iter();
        let is_new = tie.spell.from.step() == year && earlier != Some(tie.stance);
        if is_new && !events.any(|id| dataset.event(*id).date.step() == year) {
            for actor in &actors {
                told[actor.index()] = 1;
            }
            quiet.push(of_turn(dataset, id, actors, earlier));
        }
    };
    let ego = dataset.ego();
    for (actor, standing) in now.alters() {
        if let super::Basis::Tie(tie) = standing.basis {
            turn(tie, vec![actor], before.standing(actor).map(|standing| standing.stance));
        }
    }
    if ego.is_none() {
        for (dyad, tie) in now.ties(dataset) {
            turn(tie, dyad.both().to_vec(), before.tie(dataset, dyad).map(|tie| dataset.tie(tie).stance));
        }
    }
    for (index, act) in dataset.tables().acts.iter().enumerate() {
        let matters = Some(act.toward) == ego && act.date.step() == year;
        if matters && told[act.actor.index()] == 0 {
            let change = of_act(dataset, index);
            told[act.actor.index()] = change.is_some().into();
            quiet.extend(change);
        }
    }
    list.extend(quiet);
    sorted(list, &|a, b| b.weight.cmp(&a.weight).then(a.date.cmp(&b.date)))
}

/// What goes on in a year in which nothing begins: the earlier events its line rests on.
pub fn ongoing(dataset: &Dataset, year: i16) -> Vec<Change> {
    let events = dataset.year_line(year).map_or(&[][..], |line| &line.events);
    let earlier = events.iter().filter(|id| dataset.event(**id).date.step() < year);
    earlier.map(|id| of_event(dataset, *id, &[])).collect()
}

/// How much a year changes, 0 to 1: what play dwells on.
pub fn intensity(dataset: &Dataset, year: i16) -> f64 {
    let points: u32 = changes(dataset, year).iter().map(|change| change.weight.min(FULL_CHANGE)).sum();
    (f64::from(points) / f64::from(FULL_YEAR)).min(1.0)
}

fn of_event(dataset: &Dataset, id: EventId, headline: &[EventId]) -> Change {
    let ego = dataset.ego();
    let event = dataset.event(id);
    let mut weight = EFFECT_STEP * event.weight().min(MOST_STEPS);
    // What the year's line tells leads its list, in the line's own order.
    if let Some(place) = headline.iter().position(|other| *other == id) {
        weight += HEADLINE - NEXT_HEADLINE * (place as u32).min(LAST_HEADLINE);
    }
    // The strongest effect gives the tone; of equals, the one named first.
    let (mut tone, mut aside) = (0_i8, 0_i8);
    for effect in &event.effects {
        let is_principal = |actor: &&ActorId| dataset.actor(**actor).prominence == Prominence::Principal;
        let principals = effect.dyad.both().iter().filter(is_principal).count() as u32;
        let strongest = if ego.is_none_or(|ego| effect.dyad.other(ego).is_some()) {
            weight += EGO_STEP * principals * u32::from(effect.change.unsigned_abs());
            &mut tone
        } else {
            weight += ASIDE * principals;
            &mut aside
        };
        if effect.change.unsigned_abs() > strongest.unsigned_abs() {
            *strongest = effect.change;
        }
    }
    if tone == 0 {
        tone = aside;
    }
    Change {
        kind: ChangeKind::Event(id),
        date: event.date,
        actors: event.actors.iter().copied().filter(|actor| Some(*actor) != ego).collect(),
        tone: tone.clamp(-2, 2),
        weight,
        confidence: event.confidence,
    }
}

fn of_turn(dataset: &Dataset, id: TieId, actors: Vec<ActorId>, before: Option<Stance>) -> Change {
    let tie = dataset.tie(id);
    let step = i32::from(tie.stance.value()) - before.map_or(0, |stance| i32::from(stance.value()));
    // Of two, the lesser counts.
    let prominence = actors.iter().map(|actor| dataset.actor(*actor).prominence).max().unwrap_or_default();
    let factor = FACTORS.of(prominence);
    Change {
        kind: ChangeKind::StanceChange { tie: id, before },
        date: tie.spell.from,
        actors,
        tone: step.clamp(-2, 2) as i8,
        weight: factor * (STANCE_CHANGE + RUNG * step.unsigned_abs()),
        confidence: tie.confidence,
    }
}

fn of_act(dataset: &Dataset, index: usize) -> Option<Change> {
    let act = &dataset.tables().acts[index];
    let actor = dataset.actor(act.actor);
    if actor.kind != ActorKind::State {
        return None;
    }
    // What is broken off matters more than what is taken up, an embassy less than the relations it stands for.
    let (tone, points) = match act.kind {
        ActKind::Established | ActKind::Restored => (1, 3),
        ActKind::Severed => (-2, 5),
        ActKind::Suspended => (-1, 4),
        ActKind::EmbassyOpened => (1, 2),
        ActKind::EmbassyClosed => (-1, 2),
    };
    Dyad::new(act.actor, act.toward)?;
    Some(Change {
        kind: ChangeKind::Act(index),
        date: act.date,
        actors: vec![act.actor],
        tone,
        weight: points * FACTORS.of(actor.prominence),
        confidence: act.confidence,
    })
}
