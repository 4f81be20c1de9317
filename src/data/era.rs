//! A named stretch of time: who led, which war, which policy.

use crate::time::{Date, Spell};

/// A named stretch of time. Eras may overlap. Its source travels in [`super::Texts`].
#[derive(Clone, Debug, PartialEq)]
pub struct Era {
    /// What sort of stretch: eras of a kind share a lane.
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
