//! How everyone stands to the ego, and to one another, at one playhead.

use crate::data::{ActorId, ActorKind, Confidence, Dataset, Dyad, Stance, TieId};
use crate::time::{Date, Playhead};

/// What a standing rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A spell of the dataset.
    Tie(TieId),
    /// A diplomatic act in force where no spell says otherwise, as an index into the acts.
    Act(usize),
}

/// How an actor stands to the ego.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// The rung of the ladder.
    pub stance: Stance,
    /// Since when.
    pub since: Date,
    /// How sure that is.
    pub confidence: Confidence,
    /// What it rests on.
    pub basis: Basis,
}

/// How many states have relations in force.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// With the ego.
    pub ego: u32,
    /// With its rival, where the dataset names one.
    pub rival: u32,
}

/// What holds at a playhead.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    playhead: Playhead,
    standings: Vec<Option<Standing>>,
    absences: Vec<bool>,
    counts: Counts,
}

impl Moment {
    /// What holds in `dataset` at `playhead`.
    pub fn at(dataset: &Dataset, playhead: Playhead) -> Self {
        let ego = dataset.ego();
        let mut counts = Counts::default();
        let mut standings = Vec::with_capacity(dataset.actors().len());
        let mut absences = Vec::with_capacity(dataset.actors().len());
        for id in dataset.actor_ids() {
            let is_state = dataset.actor(id).kind == ActorKind::State;
            counts.ego += u32::from(is_state && ego.is_some_and(|ego| dataset.in_force(id, ego, playhead).is_some()));
            counts.rival += u32::from(is_state && is_tied_to_rival(dataset, id, playhead));
            let (standing, is_absence) = standing_of(dataset, id, playhead);
            absences.push(is_absence);
            standings.push(standing);
        }
        Self { playhead, standings, absences, counts }
    }

    /// The point in time.
    pub const fn playhead(&self) -> Playhead {
        self.playhead
    }

    /// How an actor stands to the ego; `None` when they have no tie, or there is no ego.
    pub fn standing(&self, actor: ActorId) -> Option<&Standing> {
        self.standings.get(actor.index()).and_then(Option::as_ref)
    }

    /// Whether an actor's lack of relations says something:
    /// it broke them off, or it has relations with the rival alone.
    pub fn is_telling_absence(&self, actor: ActorId) -> bool {
        self.absences.get(actor.index()).copied().unwrap_or(false)
    }

    /// Everyone whose lack of relations says something: they are drawn with an empty disc.
    pub fn absent(&self) -> impl Iterator<Item = ActorId> {
        self.absences.iter().enumerate().filter(|(_, absent)| **absent).map(|(index, _)| ActorId(index as u16))
    }

    /// How many states have relations in force.
    pub const fn counts(&self) -> Counts {
        self.counts
    }

    /// Everyone with a tie to the ego.
    pub fn alters(&self) -> impl Iterator<Item = (ActorId, &Standing)> {
        self.standings
            .iter()
            .enumerate()
            .filter_map(|(index, standing)| standing.as_ref().map(|standing| (ActorId(index as u16), standing)))
    }

    /// Every dyad with its tie that holds at the playhead, in their order.
    pub fn ties<'a>(&self, dataset: &'a Dataset) -> impl Iterator<Item = (Dyad, TieId)> + use<'a> {
        let playhead = self.playhead;
        dataset.dyads().filter_map(move |(dyad, ties)| holding(dataset, ties, playhead).map(|tie| (dyad, tie)))
    }

    /// The tie of two that holds at the playhead.
    pub fn tie(&self, dataset: &Dataset, dyad: Dyad) -> Option<TieId> {
        holding(dataset, dataset.ties_between(dyad), self.playhead)
    }

    /// The ties between others than the ego, where there is one, that hold at the playhead.
    pub fn ties_among_others(&self, dataset: &Dataset) -> Vec<(Dyad, TieId)> {
        self.ties(dataset).filter(|(dyad, _)| dataset.alter(*dyad).is_none()).collect()
    }
}

/// How one actor stands to the ego at a playhead, and whether its lack of relations says something:
/// what [`Moment::standing`] and [`Moment::is_telling_absence`] say of it.
pub fn standing_of(dataset: &Dataset, actor: ActorId, playhead: Playhead) -> (Option<Standing>, bool) {
    let standing = standing(dataset, actor, playhead);
    let is_absence = standing.is_none()
        && dataset.actor(actor).kind == ActorKind::State
        && (is_tied_to_rival(dataset, actor, playhead) || broke_off(dataset, actor, playhead));
    (standing, is_absence)
}

fn is_tied_to_rival(dataset: &Dataset, actor: ActorId, playhead: Playhead) -> bool {
    dataset.info().rival.is_some_and(|rival| dataset.in_force(actor, rival, playhead).is_some())
}

fn holding(dataset: &Dataset, mut ties: impl Iterator<Item = TieId>, playhead: Playhead) -> Option<TieId> {
    ties.find(|id| dataset.tie(*id).spell.holds(playhead))
}

fn standing(dataset: &Dataset, actor: ActorId, playhead: Playhead) -> Option<Standing> {
    let ego = dataset.ego()?;
    let dyad = Dyad::new(actor, ego)?;
    if !dataset.actor(actor).exists(playhead) {
        return None;
    }
    if let Some(id) = holding(dataset, dataset.ties_between(dyad), playhead) {
        let tie = dataset.tie(id);
        return Some(Standing {
            stance: tie.stance,
            since: tie.spell.from,
            confidence: tie.confidence,
            basis: Basis::Tie(id),
        });
    }
    let (index, act) = dataset.in_force(actor, ego, playhead)?;
    // After a spell ended with relations still in force, the implied stance dates from its end.
    let ended = dataset.ties_between(dyad).filter_map(|id| dataset.tie(id).spell.to);
    let ended = ended.filter(|to| to.instant() < playhead.instant()).max();
    Some(Standing {
        stance: dataset.info().implied_stance,
        since: ended.map_or(act.date, |ended| ended.max(act.date)),
        confidence: act.confidence,
        basis: Basis::Act(index),
    })
}

fn broke_off(dataset: &Dataset, actor: ActorId, playhead: Playhead) -> bool {
    let Some(ego) = dataset.ego() else { return false };
    dataset.actor(actor).exists(playhead)
        && dataset
            .acts_toward(actor, ego)
            .filter(|(_, act)| act.date.instant() < playhead.instant())
            .filter_map(|(_, act)| act.kind.puts_in_force())
            .next_back()
            == Some(false)
}
