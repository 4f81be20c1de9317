//! A party to relations: a state or a body.

use crate::time::{Date, Playhead};

/// An actor's place in its dataset; made only by [`super::Dataset`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct ActorId(pub(crate) u16);

impl ActorId {
    /// The place as an index into [`super::Dataset::actors`].
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// What an actor is. Only a state counts as a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActorKind {
    /// A state, recognised or not, dissolved or not.
    State,
    /// A body of states or an organisation: the United Nations, the European Union.
    Body,
}

/// The part of the world that gives an actor its sector of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Region {
    Africa,
    Asia,
    Europe,
    NorthAmerica,
    SouthAmerica,
    Oceania,
    Body,
}

impl ActorKind {
    /// Every kind with its name in the tables.
    pub const NAMES: [(&'static str, Self); 2] = [("state", Self::State), ("body", Self::Body)];
}

impl Region {
    /// Every region with its name in the tables.
    pub const NAMES: [(&'static str, Self); 7] = [
        ("Africa", Self::Africa),
        ("Asia", Self::Asia),
        ("Europe", Self::Europe),
        ("North America", Self::NorthAmerica),
        ("South America", Self::SouthAmerica),
        ("Oceania", Self::Oceania),
        ("body", Self::Body),
    ];
}

/// How much room an actor has in the picture: size of its mark and type, width of its line, whether it is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Prominence {
    /// A partner that every reader looks for: always named, with a row of its own in the timeline.
    Principal,
    /// One with a story of its own: named where there is room.
    Named,
    /// A dot.
    #[default]
    Minor,
}

impl Prominence {
    /// Every prominence with its number in the tables.
    pub const NAMES: [(&'static str, Self); 3] = [("1", Self::Principal), ("2", Self::Named), ("3", Self::Minor)];
}

/// One value for each prominence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ByProminence<T> {
    pub principal: T,
    pub named: T,
    pub minor: T,
}

impl<T: Copy> ByProminence<T> {
    /// The value of one prominence.
    pub const fn of(&self, prominence: Prominence) -> T {
        match prominence {
            Prominence::Principal => self.principal,
            Prominence::Named => self.named,
            Prominence::Minor => self.minor,
        }
    }
}

/// A place in the unit square, from the left and from the top.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Position {
    pub x: f32,
    pub y: f32,
}

/// A party to relations: a state or a body, with its life and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    /// A short code, ISO 3166-1 alpha-3 where there is one.
    pub code: String,
    /// The name on a label.
    pub short_name: String,
    /// State or body.
    pub kind: ActorKind,
    /// Which sector of the picture it stands in.
    pub region: Region,
    /// Its first day; `None` when it is older than the dataset.
    pub from: Option<Date>,
    /// The first day on which it no longer was; `None` while it lasts.
    pub to: Option<Date>,
    /// Who takes its place.
    pub successors: Vec<ActorId>,
    /// How much room it has in the picture.
    pub prominence: Prominence,
    /// Where it stands, in degrees clockwise from the top, when the dataset says so.
    pub bearing: Option<f32>,
    /// Where it stands in the unit square, when the dataset says so.
    pub position: Option<Position>,
    /// Longitude of its capital or seat, degrees east.
    pub lon: f32,
}

impl Actor {
    /// Whether it exists at the playhead.
    pub fn exists(&self, playhead: Playhead) -> bool {
        let instant = playhead.instant();
        self.from.is_none_or(|from| from.instant() < instant) && self.to.is_none_or(|to| instant <= to.instant())
    }
}
