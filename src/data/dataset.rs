//! A dataset: tables and texts that keep every rule, with the indices that questions need.

use super::check::{check, check_texts};
use super::rules::UnpackError;
use super::tables::{DatasetInfo, Tables, YearLine};
use super::{
    Act, Actor, ActorId, Dyad, Era, Event, EventId, LaterReason, Source, SourceId, Texts, Tie, TieId, order, pack,
};
use crate::time::{Date, Playhead};

/// Everything known, checked: a dataset that breaks a rule cannot be made.
///
/// It comes from tables, by [`super::validate()`], or from a pack, by [`Dataset::unpack`]; it can only be read.
#[derive(Clone, Debug)]
pub struct Dataset {
    tables: Tables,
    texts: Option<Texts>,
    /// The ties of each dyad, earliest first.
    ties: Groups,
    /// The acts of one actor toward another, earliest first.
    acts: Groups,
    /// Each actor's forerunners.
    forerunners: Vec<Vec<ActorId>>,
}

impl Dataset {
    /// A dataset of these tables. `texts` may come later, by [`Dataset::attach`].
    ///
    /// # Errors
    /// The first rule that the tables or the texts break.
    pub(super) fn new(tables: Tables, texts: Option<Texts>) -> Result<Self, UnpackError> {
        check(&tables)?;
        let ties = Groups::of(tables.ties.len(), &|index| pair(tables.ties[index].dyad()), &|index| {
            tables.ties[index].spell.from
        });
        let acts =
            Groups::of(tables.acts.len(), &|index| directed(&tables.acts[index]), &|index| tables.acts[index].date);
        let mut forerunners = vec![Vec::new(); tables.actors.len()];
        for (index, actor) in tables.actors.iter().enumerate() {
            for successor in &actor.successors {
                forerunners[successor.index()].push(ActorId(index as u16));
            }
        }
        let mut dataset = Self { tables, texts: None, ties, acts, forerunners };
        if let Some(texts) = texts {
            dataset.attach(texts)?;
        }
        Ok(dataset)
    }

    /// Opens a pack made by [`crate::layout::pack`] or [`Tables::pack`]. It is checked as tables are.
    ///
    /// # Errors
    /// When the bytes are no such pack, or the first rule that their tables break.
    pub fn unpack(bytes: &[u8]) -> Result<Self, UnpackError> {
        Self::new(pack::unpack(bytes)?, None)
    }

    /// Adds the long texts.
    ///
    /// # Errors
    /// When they belong to another dataset, or the first rule that they break.
    pub fn attach(&mut self, texts: Texts) -> Result<(), UnpackError> {
        check_texts(&self.tables, &texts)?;
        self.texts = Some(texts);
        Ok(())
    }

    /// What holds for the dataset as a whole.
    pub const fn info(&self) -> &DatasetInfo {
        &self.tables.info
    }

    /// Everything that is drawn.
    pub const fn tables(&self) -> &Tables {
        &self.tables
    }

    /// The long texts, once they are there.
    pub const fn texts(&self) -> Option<&Texts> {
        self.texts.as_ref()
    }

    /// Every actor, in the order of the table.
    pub fn actors(&self) -> &[Actor] {
        &self.tables.actors
    }

    /// The places of all actors, in the order of the table.
    pub fn actor_ids(&self) -> impl Iterator<Item = ActorId> + use<> {
        (0..self.tables.actors.len() as u16).map(ActorId)
    }

    /// One actor.
    pub fn actor(&self, id: ActorId) -> &Actor {
        &self.tables.actors[id.index()]
    }

    /// Whether every actor has a position of its own.
    pub fn has_positions(&self) -> bool {
        self.tables.actors.iter().all(|actor| actor.position.is_some())
    }

    /// The actor with that code.
    pub fn find(&self, code: &str) -> Option<ActorId> {
        self.tables.actors.iter().position(|actor| actor.code == code).map(|index| ActorId(index as u16))
    }

    /// One tie.
    pub fn tie(&self, id: TieId) -> &Tie {
        &self.tables.ties[id.index()]
    }

    /// How a tie is named: `PRK-CHN@1949-10-06`.
    pub fn tie_name(&self, id: TieId) -> String {
        let tie = self.tie(id);
        format!("{}-{}@{}", self.actor(tie.a).code, self.actor(tie.b).code, tie.spell.from)
    }

    /// The ties of a dyad, earliest first.
    pub fn ties_between(&self, dyad: Dyad) -> impl DoubleEndedIterator<Item = TieId> + use<'_> {
        self.ties.of_key(pair(dyad)).iter().map(|index| TieId(*index))
    }

    /// Every dyad that has a tie at some time, with its ties, earliest first.
    pub fn dyads(&self) -> impl Iterator<Item = (Dyad, impl Iterator<Item = TieId> + use<'_>)> {
        self.ties.iter().filter_map(|((low, high), ties)| {
            Some((Dyad::new(ActorId(low), ActorId(high))?, ties.iter().map(|index| TieId(*index))))
        })
    }

    /// What `actor` did towards `toward`, earliest first, with each act's place.
    pub fn acts_toward(&self, actor: ActorId, toward: ActorId) -> impl DoubleEndedIterator<Item = (usize, &Act)> {
        self.acts.of_key((actor.0, toward.0)).iter().map(|index| (*index as usize, &self.tables.acts[*index as usize]))
    }

    /// The act by which `actor` has relations with `toward` in force at the playhead, with its place.
    ///
    /// The last act decides; an act between two who do not both exist is not in force.
    pub fn in_force(&self, actor: ActorId, toward: ActorId, playhead: Playhead) -> Option<(usize, &Act)> {
        if !self.actor(actor).exists(playhead) || !self.actor(toward).exists(playhead) {
            return None;
        }
        let instant = playhead.instant();
        self.acts_toward(actor, toward)
            .rfind(|(_, act)| act.date.instant() < instant && act.kind.puts_in_force().is_some())
            .filter(|(_, act)| act.kind.puts_in_force() == Some(true))
    }

    /// Every event, by date.
    pub fn events(&self) -> &[Event] {
        &self.tables.events
    }

    /// One event.
    pub fn event(&self, id: EventId) -> &Event {
        &self.tables.events[id.index()]
    }

    /// The places of all events, by date.
    pub fn event_ids(&self) -> impl Iterator<Item = EventId> + use<> {
        (0..self.tables.events.len() as u16).map(EventId)
    }

    /// Named periods, in the order of the table.
    pub fn eras(&self) -> &[Era] {
        &self.tables.eras
    }

    /// The year in one line.
    pub fn year_line(&self, year: i16) -> Option<&YearLine> {
        self.tables.years.iter().find(|line| line.year == year)
    }

    /// Who stood in this actor's place before it.
    pub fn forerunners(&self, id: ActorId) -> &[ActorId] {
        &self.forerunners[id.index()]
    }

    /// The later reasons of a tie that belong to a year no later than `year`, earliest first.
    pub fn reasons_until(&self, id: TieId, year: i16) -> impl Iterator<Item = &LaterReason> {
        let all = self.texts.as_ref().map_or(&[][..], |texts| &texts.reasons);
        // They are in the order of the ties.
        let first = all.partition_point(|reason| reason.tie < id);
        all[first..].iter().take_while(move |reason| reason.tie == id && reason.year <= year)
    }

    /// The documents behind a tie as its reasons stand in `year`: its own, those of its events, those of its later
    /// reasons, each once.
    #[inline(never)]
    pub fn sources_of_tie(&self, id: TieId, year: i16) -> Vec<&Source> {
        let Some(texts) = &self.texts else { return Vec::new() };
        let mut ids: Vec<SourceId> = texts.ties[id.index()].sources.clone();
        for event in &self.tie(id).events {
            ids.extend_from_slice(&texts.events[event.index()].sources);
        }
        for reason in self.reasons_until(id, year) {
            ids.extend_from_slice(&reason.sources);
        }
        let mut seen = Vec::new();
        ids.retain(|id| {
            !seen.contains(id) && {
                seen.push(*id);
                true
            }
        });
        ids.iter().filter_map(|id| texts.sources.get(id.index())).collect()
    }
}

/// Indices grouped by a pair of actors, each group by date.
#[derive(Clone, Debug)]
struct Groups {
    indices: Vec<u32>,
    /// Each pair with where its group starts, in order.
    starts: Vec<((u16, u16), usize)>,
}

impl Groups {
    fn of(count: usize, key: &dyn Fn(usize) -> (u16, u16), date: &dyn Fn(usize) -> Date) -> Self {
        let sorted = order(count, &|a, b| key(a).cmp(&key(b)).then_with(|| date(a).cmp(&date(b))));
        let mut starts: Vec<((u16, u16), usize)> = Vec::new();
        for (place, index) in sorted.iter().enumerate() {
            if starts.last().is_none_or(|(last, _)| *last != key(*index)) {
                starts.push((key(*index), place));
            }
        }
        Self { indices: sorted.into_iter().map(|index| index as u32).collect(), starts }
    }

    fn of_key(&self, key: (u16, u16)) -> &[u32] {
        self.starts.binary_search_by_key(&key, |(key, _)| *key).map_or(&[], |place| self.group(place))
    }

    fn group(&self, place: usize) -> &[u32] {
        let end = self.starts.get(place + 1).map_or(self.indices.len(), |(_, start)| *start);
        &self.indices[self.starts[place].1..end]
    }

    fn iter(&self) -> impl Iterator<Item = ((u16, u16), &[u32])> {
        self.starts.iter().enumerate().map(|(place, (key, _))| (*key, self.group(place)))
    }
}

fn pair(dyad: Dyad) -> (u16, u16) {
    let [low, high] = dyad.both();
    (low.0, high.0)
}

fn directed(act: &Act) -> (u16, u16) {
    (act.actor.0, act.toward.0)
}
