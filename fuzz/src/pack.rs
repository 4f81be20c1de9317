//! Packs of the seed's tables with values added and changed, valid or not, and then of changed bytes.

mod repair;

use std::sync::LazyLock;

use arbitrary::Arbitrary;
use detente::data::{
    Act, ActKind, Actor, ActorId, ActorKind, Censoring, Combine, Confidence, Dataset, Dyad, Effect, Era, Event,
    EventId, Manner, Position, Prominence, Region, Stance, Tables, Tie, TieDirection, Weight, YearLine,
};
use detente::time::{Date, Spell};
use detente::viewer::Viewer;

use crate::asks::Few;
use crate::{Ask, DateInput, play, seed};

/// Changes of the tables and of the pack's bytes, and what is then asked of the viewer.
#[derive(Arbitrary, Debug)]
pub struct Input {
    // First, since bytes that have run out ask for nothing.
    asks: Few<Ask>,
    changes: Few<Change>,
    /// Whether the tables stay as changed, and what follows is applied: a quarter of all inputs.
    damage: u8,
    bytes: Vec<(u16, u8)>,
    cut: Option<u16>,
}

/// A row added, or a value changed.
#[derive(Arbitrary, Debug)]
enum Change {
    Actor {
        from: Option<DateInput>,
        to: Option<DateInput>,
        successors: Vec<u8>,
        kind: u8,
        bearing: Option<i16>,
    },
    Tie {
        a: u8,
        b: u8,
        from: DateInput,
        to: Option<DateInput>,
        stance: i8,
        alternative: Option<i8>,
        confidence: u8,
        events: Vec<u8>,
    },
    Act {
        actor: u8,
        toward: u8,
        date: DateInput,
        kind: u8,
    },
    Event {
        date: DateInput,
        until: Option<DateInput>,
        actors: Vec<u8>,
        effect: Option<(u8, u8, i8)>,
    },
    Year {
        year: u8,
        line: String,
        events: Vec<u8>,
    },
    Era {
        kind: bool,
        title: String,
        from: DateInput,
        to: Option<DateInput>,
    },
    Info {
        ego: u8,
        rival: Option<u8>,
        implied: i8,
        counts: bool,
        published: i16,
        combine: u8,
    },
    Span {
        first: i16,
        years: u16,
    },
    TurningPoint(i16),
    Title(String),
    Longitude {
        actor: u8,
        degrees: f32,
    },
    /// A position for everyone, or for so many.
    Positions {
        x: f32,
        y: f32,
        most: Option<u8>,
    },
    Clear(u8),
}

/// Ids cannot be made outside the library: these are the first dataset's, more than the changed tables hold.
static IDS: LazyLock<(Vec<ActorId>, Vec<EventId>)> = LazyLock::new(|| {
    let dataset = detente::bundled::dataset();
    (dataset.actor_ids().take(16).collect(), dataset.event_ids().take(16).collect())
});

static SEED: LazyLock<Tables> = LazyLock::new(seed::tables);

fn actor(place: u8) -> ActorId {
    IDS.0[usize::from(place) % IDS.0.len()]
}

fn actors(places: &[u8]) -> Vec<ActorId> {
    places.iter().take(3).map(|place| actor(*place)).collect()
}

fn event(place: u8) -> EventId {
    IDS.1[usize::from(place) % IDS.1.len()]
}

fn events(places: &[u8]) -> Vec<EventId> {
    places.iter().take(3).map(|place| event(*place)).collect()
}

fn stance(value: i8) -> Stance {
    Stance::new(value % 4).unwrap_or(Stance::DISTANT)
}

fn one_of<T: Copy, N>(all: &[(N, T)], place: u8) -> T {
    all[usize::from(place) % all.len()].1
}

impl Change {
    fn apply(&self, tables: &mut Tables) {
        match self {
            Self::Actor { .. } | Self::Tie { .. } | Self::Act { .. } | Self::Event { .. } => self.add(tables),
            Self::Year { year, line, events: places } => {
                let year = 1945 + i16::from(*year % 20);
                tables.years.push(YearLine { year, line: line.clone(), events: events(places) });
            }
            Self::Era { kind, title, from, to } => {
                let kind = if *kind { "leader" } else { "war" }.to_owned();
                let spell = Spell { from: from.date(), to: to.map(DateInput::date) };
                tables.eras.push(Era { kind, title: title.clone(), spell });
            }
            Self::Info { ego, rival, implied, counts, published, combine } => {
                let info = &mut tables.info;
                // Now and then nobody.
                info.ego = (*ego < 240).then(|| actor(*ego));
                info.rival = rival.map(actor);
                info.implied_stance = stance(*implied);
                info.counts_relations = *counts;
                info.published = Some(*published);
                info.combine = one_of(&Combine::NAMES, *combine);
            }
            Self::Span { first, years } => {
                tables.info.first_year = *first;
                tables.info.last_year = first.saturating_add_unsigned(*years % 2048);
            }
            Self::TurningPoint(year) => tables.info.turning_points.push(*year),
            Self::Title(title) => tables.info.title.clone_from(title),
            Self::Longitude { actor, degrees } => {
                let count = tables.actors.len().max(1);
                if let Some(row) = tables.actors.get_mut(usize::from(*actor) % count) {
                    row.lon = *degrees;
                }
            }
            Self::Positions { x, y, most } => {
                for row in tables.actors.iter_mut().take(most.map_or(usize::MAX, usize::from)) {
                    row.position = Some(Position { x: *x, y: *y });
                }
            }
            Self::Clear(table) => match table % 5 {
                0 => tables.actors.clear(),
                1 => tables.ties.clear(),
                2 => tables.acts.clear(),
                3 => tables.events.clear(),
                _ => tables.eras.clear(),
            },
        }
    }

    /// Adds a row to one of the four tables of facts.
    fn add(&self, tables: &mut Tables) {
        match self {
            // No code is given twice.
            Self::Actor { .. } if tables.actors.len() >= seed::CODES.len() => {}
            Self::Actor { from, to, successors, kind, bearing } => {
                let code = seed::code(tables.actors.len() as u8).to_owned();
                tables.actors.push(Actor {
                    short_name: code.clone(),
                    code,
                    kind: one_of(&ActorKind::NAMES, *kind),
                    region: one_of(&Region::NAMES, *kind),
                    from: from.map(DateInput::date),
                    to: to.map(DateInput::date),
                    successors: actors(successors),
                    prominence: one_of(&Prominence::NAMES, *kind),
                    bearing: bearing.map(|degrees| f32::from(degrees % 720)),
                    position: None,
                    lon: 10.0,
                });
            }
            Self::Tie { a, b, from, to, stance: value, alternative, confidence, events: places } => {
                let [censored_from, censored_to, end_unknown] = [4, 8, 16].map(|bit| confidence & bit != 0);
                let censoring = Censoring { from: censored_from, to: censored_to, end_unknown };
                let direction = match confidence >> 5 & 3 {
                    0 => TieDirection::AToB,
                    1 => TieDirection::BToA,
                    _ => TieDirection::Both,
                };
                tables.ties.push(Tie {
                    a: actor(*a),
                    b: actor(*b),
                    spell: Spell { from: from.date(), to: to.map(DateInput::date) },
                    stance: stance(*value),
                    alternative: alternative.map(stance),
                    weight: Weight::new(f64::from(*confidence)).filter(|_| confidence & 128 != 0),
                    manner: Manner::new(direction, censoring),
                    confidence: one_of(&Confidence::NAMES, *confidence),
                    events: events(places),
                });
            }
            Self::Act { actor: who, toward, date: day, kind } => tables.acts.push(Act {
                actor: actor(*who),
                toward: actor(*toward),
                date: day.date(),
                kind: one_of(&ActKind::NAMES, *kind),
                confidence: one_of(&Confidence::NAMES, *kind),
            }),
            Self::Event { date: day, until, actors: places, effect } => {
                let effect = effect.and_then(|(a, b, change)| Some((Dyad::new(actor(a), actor(b))?, change)));
                tables.events.push(Event {
                    date: day.date(),
                    until: until.map(DateInput::date),
                    actors: actors(places),
                    title: "An event".to_owned(),
                    effects: effect.into_iter().map(|(dyad, change)| Effect { dyad, change }).collect(),
                    confidence: Confidence::High,
                });
            }
            _ => {}
        }
    }
}

impl Input {
    /// Packs the changed tables, changes the bytes, and plays what opens.
    pub fn run(&self) {
        let mut tables = SEED.clone();
        for change in &self.changes.0 {
            change.apply(&mut tables);
        }
        let is_damaged = self.damage % 4 == 3;
        if !is_damaged {
            repair::repair(&mut tables);
            tables.combine();
        }
        let mut pack = tables.pack();
        if is_damaged {
            let length = pack.len();
            for (at, byte) in self.bytes.iter().take(4) {
                pack[usize::from(*at) % length] = *byte;
            }
            if let Some(cut) = self.cut {
                pack.truncate(usize::from(cut));
            }
        }
        if let Ok(dataset) = Dataset::unpack(&pack) {
            play::play(dataset, &self.asks.0, planted);
        }
    }
}

/// The planted fault: the shown year has a tie at war, of low confidence, of an actor that ends at a date in doubt.
pub fn planted(viewer: &Viewer) -> bool {
    let (dataset, playhead) = (viewer.dataset(), viewer.year_end().playhead());
    dataset.tables().ties.iter().any(|tie| {
        let ends_in_doubt = |id| dataset.actor(id).to.is_some_and(Date::is_doubtful);
        tie.spell.holds(playhead)
            && tie.stance.value() == -3
            && tie.confidence == Confidence::Low
            && (ends_in_doubt(tie.a) || ends_in_doubt(tie.b))
    })
}
