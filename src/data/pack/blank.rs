//! Rows to be filled when a pack is read.

use super::super::act::{Act, ActKind};
use super::super::actor::{Actor, ActorId, ActorKind, Prominence, Region};
use super::super::confidence::Confidence;
use super::super::dyad::Dyad;
use super::super::event::{Effect, Event};
use super::super::tie::{Manner, Stance, Tie};
use crate::time::{Date, Spell};

impl Default for Actor {
    fn default() -> Self {
        Self {
            code: String::new(),
            short_name: String::new(),
            kind: ActorKind::State,
            region: Region::Body,
            from: None,
            to: None,
            successors: Vec::new(),
            prominence: Prominence::Minor,
            bearing: None,
            position: None,
            lon: 0.0,
        }
    }
}

impl Default for Tie {
    fn default() -> Self {
        let spell = Spell { from: Date::from_year(1), to: None };
        let (a, b) = (ActorId(0), ActorId(1));
        Self {
            a,
            b,
            spell,
            stance: Stance::DISTANT,
            alternative: None,
            confidence: Confidence::High,
            weight: None,
            manner: Manner::default(),
            events: Vec::new(),
        }
    }
}

impl Default for Act {
    fn default() -> Self {
        Self {
            actor: ActorId(0),
            toward: ActorId(0),
            date: Date::from_year(1),
            kind: ActKind::Established,
            confidence: Confidence::High,
        }
    }
}

impl Default for Event {
    fn default() -> Self {
        Self {
            date: Date::from_year(1),
            until: None,
            actors: Vec::new(),
            title: String::new(),
            effects: Vec::new(),
            confidence: Confidence::High,
        }
    }
}

impl Default for Effect {
    fn default() -> Self {
        Self { dyad: Dyad::UNSET, change: 0 }
    }
}
