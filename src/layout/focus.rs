//! Whom the reader looks at: nobody, an actor, or the tie of two.

use crate::data::{ActorId, Dataset, Dyad, TieId, joined, sorted};

use super::Layout;

/// Whom the reader looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// Everyone alike.
    #[default]
    Nobody,
    /// One actor, and whoever held its place before and after it.
    Actor(ActorId),
    /// The relation of two others than the ego.
    Tie(Dyad),
}

impl Focus {
    /// The focus that a code names: `KOR`, `CHN-SUN`; a tie with the ego is its other end.
    /// Nobody when it names nobody, or the ego.
    pub fn find(dataset: &Dataset, code: &str) -> Self {
        let ends: Vec<ActorId> = code.split('-').filter_map(|code| dataset.find(code)).collect();
        match *ends.as_slice() {
            [one] if Some(one) != dataset.ego() && !code.bytes().any(|byte| byte == b'-') => Self::Actor(one),
            [a, b] => Dyad::new(a, b).map_or(Self::Nobody, |dyad| Self::of_dyad(dataset, dyad)),
            _ => Self::Nobody,
        }
    }

    /// The focus on the relation of two; that of a tie with the ego is its other end.
    pub fn of_dyad(dataset: &Dataset, dyad: Dyad) -> Self {
        dataset.alter(dyad).map_or(Self::Tie(dyad), Self::Actor)
    }

    /// The code that names it, empty for nobody.
    pub fn code(self, dataset: &Dataset) -> String {
        let codes: Vec<&str> = self.ends().iter().map(|actor| dataset.actor(*actor).code.as_str()).collect();
        joined(&codes, "-")
    }

    /// The actors it names.
    pub fn ends(self) -> Vec<ActorId> {
        match self {
            Self::Nobody => Vec::new(),
            Self::Actor(actor) => vec![actor],
            Self::Tie(dyad) => dyad.both().to_vec(),
        }
    }
}

/// Everyone who ever held an actor's place, earliest first; the actor alone when it has none.
pub fn holders(layout: &Layout, actor: ActorId) -> Vec<ActorId> {
    layout.of(actor).map_or_else(|| vec![actor], |place| layout.slot(place).holders.clone())
}

/// The ties between two places, whoever held them, earliest first.
pub fn ties_between(dataset: &Dataset, layout: &Layout, a: ActorId, b: ActorId) -> Vec<TieId> {
    let mut ties = Vec::new();
    for one in holders(layout, a) {
        for other in holders(layout, b) {
            ties.extend(Dyad::new(one, other).into_iter().flat_map(|dyad| dataset.ties_between(dyad)));
        }
    }
    sorted(ties, &|a, b| dataset.tie(*a).spell.from.cmp(&dataset.tie(*b).spell.from))
}
