//! What a mark stands for, and which mark is under the pointer.

use crate::data::{ActorId, Dataset, Stance, TieId};

use super::{Mark, Point, Scene};

/// What a mark stands for, so that it can be pointed at and cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Datum {
    /// A stance's ring.
    Ring(Stance),
    /// An actor; the ego too.
    Actor(ActorId),
    /// A tie between two actors.
    Tie(TieId),
    /// A year of the strip.
    Year(i16),
}

impl Datum {
    /// Its name in a printout: the stance's name, the actor's code, the tie's id, the year.
    pub fn name(self, dataset: &Dataset) -> String {
        match self {
            Self::Ring(stance) => dataset.rules().stances[stance.ring()].clone(),
            Self::Actor(id) => dataset.actor(id).code.clone(),
            Self::Tie(id) => dataset.tie_name(id),
            Self::Year(year) => year.to_string(),
        }
    }
}

/// The actor whose disc is nearest to `at`, no farther than `tolerance` CSS pixels from its rim.
///
/// Of two equally near, the one drawn later, on top.
pub fn hit(scene: &Scene, at: Point, tolerance: f64) -> Option<ActorId> {
    let mut nearest: Option<(f64, ActorId)> = None;
    for mark in &scene.marks {
        if let Mark::Disc { at: centre, radius, datum: Datum::Actor(actor), .. } = mark {
            let gap = (centre.distance(at) - radius).max(0.0);
            if gap <= tolerance && nearest.is_none_or(|(best, _)| gap <= best) {
                nearest = Some((gap, *actor));
            }
        }
    }
    nearest.map(|(_, actor)| actor)
}
