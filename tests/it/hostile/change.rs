//! Changes of tables, at random: extreme and contradictory values, most of which break a rule.

use detente::data::{
    Act, ActKind, ActorId, Combine, Confidence, Dyad, Effect, Era, Event, EventId, Prominence, Region, Stance, Tables,
    Tie, YearLine,
};
use detente::time::{Date, Spell};
use proptest::prelude::*;
use proptest::sample::select;

use super::{EVENTS, IDS};

/// Adds so many actors of one name, all in one place, each tied to the ego.
pub(super) fn crowd(tables: &mut Tables, count: usize) {
    for index in 0..count {
        let mut actor = tables.actors[0].clone();
        actor.code = format!("X{index}");
        "The same name".clone_into(&mut actor.short_name);
        actor.successors.clear();
        (actor.from, actor.to) = (None, None);
        actor.prominence = [Prominence::Principal, Prominence::Named, Prominence::Minor][(index % 40).min(2)];
        tables.actors.push(actor);
    }
}

/// One change, with what it may need; rows are chosen modulo their number.
#[derive(Clone, Debug)]
pub(super) struct Change {
    what: usize,
    rows: [usize; 3],
    dates: [Date; 2],
    open: bool,
    years: [i16; 2],
    number: f32,
    steps: i8,
    text: String,
}

fn year() -> impl Strategy<Value = i16> {
    prop_oneof![
        6 => 1870..1965_i16,
        1 => select(vec![i16::MIN, -9999, -1, 0, 1, 9999, 10_000, i16::MAX]),
        1 => any::<i16>(),
    ]
}

fn date() -> impl Strategy<Value = Date> {
    (year(), 0..14_u8, 0..33_u8)
        .prop_map(|(year, month, day)| Date::from_ymd(year, month, day).unwrap_or(Date::from_year(year)))
}

fn degrees() -> impl Strategy<Value = f32> {
    prop_oneof![
        4 => -180.0..360.0_f32,
        1 => select(vec![f32::NAN, f32::INFINITY, f32::NEG_INFINITY, f32::MAX, -0.0, 180.0, 360.0, 359.9999, -1e30]),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "\\PC{1,12}",
        1 => select(vec!["", " ", "\u{0}", "\u{202e}x", "\n", "A", "é\u{301}", "<b>&\"", "한국", "-", ".", "…"])
            .prop_map(str::to_owned),
        1 => (1..900_usize).prop_map(|length| "W".repeat(length)),
    ]
}

pub(super) fn change() -> impl Strategy<Value = Change> {
    let what = (0..KINDS, [any::<usize>(), any::<usize>(), any::<usize>()]);
    let when = ([date(), date()], any::<bool>(), [year(), year()]);
    (what, when, degrees(), -3..=3_i8, text()).prop_map(|((what, rows), (dates, open, years), number, steps, text)| {
        Change { what, rows, dates, open, years, number, steps, text }
    })
}

/// How many kinds of changes [`Change::make`] knows.
const KINDS: usize = 24;

impl Change {
    /// An actor's id; now and then one that the tables do not have.
    fn actor(&self, tables: &Tables, place: usize) -> ActorId {
        let row = self.rows[place];
        if row % 50 == 49 { IDS[row % IDS.len()] } else { IDS[row % tables.actors.len().max(1)] }
    }

    fn event(&self, tables: &Tables) -> EventId {
        let row = self.rows[2];
        if row % 50 == 49 { EVENTS[row % EVENTS.len()] } else { EVENTS[row % tables.events.len().max(1)] }
    }

    fn row<'a, T>(&self, rows: &'a mut [T]) -> Option<&'a mut T> {
        let count = rows.len().max(1);
        rows.get_mut(self.rows[0] % count)
    }

    fn spell(&self) -> Spell {
        Spell { from: self.dates[0], to: (!self.open).then_some(self.dates[1]) }
    }

    pub(super) fn make(&self, tables: &mut Tables) {
        match self.what {
            0..8 => self.of_info_or_actor(tables),
            8..16 => self.of_relations(tables),
            _ => self.of_events(tables),
        }
    }

    fn of_info_or_actor(&self, tables: &mut Tables) {
        let (one, two) = (self.actor(tables, 0), self.actor(tables, 1));
        let info = &mut tables.info;
        match self.what {
            0 if self.open => [info.first_year, info.last_year] = self.years,
            0 => {
                // A span of any length, at the ends of what years there are too.
                let length = [0, 1, 30, 200, 2000, 2001][self.rows[0] % 6];
                info.first_year = self.years[0].clamp(-9999, 9999 - length);
                info.last_year = info.first_year + length;
                info.turning_points.clear();
            }
            1 => info.turning_points = self.years.to_vec(),
            2 if self.open => info.ego = (self.steps > -2).then_some(one),
            2 => info.rival = (self.steps > 0).then_some(two),
            3 => {
                info.counts_relations = self.open;
                info.implied_stance = Stance::new(self.steps).unwrap_or_default();
                info.published = Some(self.years[0]);
                info.combine = Combine::NAMES[self.rows[1] % 4].1;
            }
            4 => {
                info.title.clone_from(&self.text);
                let rungs = info.ladder.len();
                info.ladder[self.rows[0] % rungs].name.clone_from(&self.text);
            }
            5 => {
                let regions = Region::NAMES;
                if let Some(actor) = self.row(&mut tables.actors) {
                    actor.lon = self.number;
                    actor.bearing = self.open.then_some(self.number.abs());
                    actor.region = regions[self.rows[1] % regions.len()].1;
                    actor.prominence = Prominence::NAMES[self.rows[2] % 3].1;
                }
            }
            6 => {
                if let Some(actor) = self.row(&mut tables.actors) {
                    actor.successors = if self.steps > 2 { vec![two; 150] } else { vec![two] };
                    (actor.from, actor.to) = ((self.steps > 0).then_some(self.dates[0]), self.spell().to);
                }
            }
            _ => {
                if let Some(actor) = self.row(&mut tables.actors) {
                    actor.short_name.clone_from(&self.text);
                    actor.code = if self.open { format!("{}{}", self.text, self.rows[1]) } else { actor.code.clone() };
                }
            }
        }
    }

    fn of_relations(&self, tables: &mut Tables) {
        let (one, two, event) = (self.actor(tables, 0), self.actor(tables, 1), self.event(tables));
        let ego = tables.info.ego;
        let stance = Stance::new(self.steps).unwrap_or_default();
        match self.what {
            8 => tables.ties.push(Tie { a: one, b: two, spell: self.spell(), stance, ..Tie::default() }),
            9 => {
                if let Some(tie) = self.row(&mut tables.ties) {
                    (tie.spell, tie.confidence) = (self.spell(), Confidence::NAMES[self.rows[1] % 3].1);
                    tie.events = vec![event];
                    tie.alternative = Stance::new(self.steps);
                }
            }
            10 => tables.ties.retain(|tie| Some(tie.a) != ego && Some(tie.b) != ego),
            11 => tables.ties.clear(),
            12 => {
                // Each successor begins as its forerunner ends.
                let mut place = 0;
                for actor in tables.actors.iter_mut().take(3) {
                    place += 1;
                    (actor.from, actor.to) = (Some(self.dates[0]), Some(self.dates[1]));
                    actor.successors = vec![IDS[place]];
                }
            }
            13 => {
                let kinds = ActKind::NAMES;
                for (_, kind) in kinds {
                    let (actor, toward) = (one, ego.filter(|_| self.open).unwrap_or(two));
                    tables.acts.push(Act { actor, toward, date: self.dates[0], kind, ..Act::default() });
                }
            }
            14 => tables.acts.clear(),
            _ if self.open => crowd(tables, self.rows[0] % 60),
            _ => {
                tables.actors.retain_mut({
                    let mut place = 0;
                    move |_| {
                        place += 1;
                        place - 1 == ego.map_or(0, ActorId::index)
                    }
                });
                tables.actors.iter_mut().for_each(|actor| actor.successors.clear());
                tables.info.ego = ego.map(|_| IDS[0]);
                (tables.info.rival, tables.info.counts_relations) = (None, false);
                (tables.ties, tables.acts, tables.events) = (Vec::new(), Vec::new(), Vec::new());
                tables.years.clear();
            }
        }
    }

    fn of_events(&self, tables: &mut Tables) {
        let (one, two) = (self.actor(tables, 0), self.actor(tables, 1));
        match self.what {
            16 => {
                let dyad = Dyad::new(one, two);
                let effects = dyad.map(|dyad| Effect { dyad, change: self.steps });
                let place = tables.events.partition_point(|event| event.date <= self.dates[0]);
                let event = Event {
                    date: self.dates[0],
                    until: self.spell().to,
                    actors: vec![one, two, one],
                    title: self.text.clone(),
                    effects: effects
                        .into_iter()
                        .cycle()
                        .take(self.rows[2] % 200 * usize::from(dyad.is_some()))
                        .collect(),
                    ..Event::default()
                };
                tables.events.insert(place, event);
            }
            17 => {
                if let Some(event) = self.row(&mut tables.events) {
                    event.until = self.spell().to;
                    event.actors.clear();
                }
            }
            18 => {
                if let Some(event) = self.row(&mut tables.events) {
                    event.title.clone_from(&self.text);
                }
            }
            19 => {
                if let Some(event) = self.row(&mut tables.events) {
                    event.date = self.dates[0];
                }
            }
            20 => {
                tables.events.clear();
                tables.ties.iter_mut().for_each(|tie| tie.events.clear());
                tables.years.iter_mut().for_each(|year| year.events.clear());
            }
            21 => {
                let place = tables.years.partition_point(|year| year.year < self.years[0]);
                let line = YearLine { year: self.years[0], line: self.text.clone(), ..YearLine::default() };
                tables.years.insert(place, line);
            }
            22 => tables.years.clear(),
            _ => {
                for _ in 0..=self.rows[1] % 30 {
                    let kind = if self.open { "war".to_owned() } else { self.text.clone() };
                    tables.eras.push(Era { kind, title: self.text.clone(), spell: self.spell() });
                }
            }
        }
    }
}
