//! A named period: a leader, a war, a policy.

use crate::time::{Date, Spell};

/// A named period. Eras may overlap. Its source travels in [`super::Texts`].
#[derive(Clone, Debug, PartialEq)]
pub struct Era {
    /// What sort of period: eras of a kind share a lane.
    pub kind: String,
    /// Its name.
    pub title: String,
    /// From when to when.
    pub spell: Spell,
}

impl Default for Era {
    fn default() -> Self {
        Self { kind: String::new(), title: String::new(), spell: Spell { from: Date::from_year(1), to: None } }
    }
}
