//! Everything known, checked.

use super::{Act, Actor, ActorId, Dyad, Era, Event, EventId, Source, SourceId, Stance, Texts, Tie, TieId, order};
use crate::time::{Date, Playhead};
use core::fmt;

/// What holds for the dataset as a whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DatasetInfo {
    /// A short name that can stand in a file name.
    pub name: String,
    /// The edition.
    pub version: String,
    /// The year in which this edition was made, when the descriptor says so.
    pub published: Option<i16>,
    /// The headline.
    pub title: String,
    /// One line under it.
    pub subtitle: String,
    /// Who stands in the centre.
    pub ego: ActorId,
    /// Whose relations are counted beside the ego's.
    pub rival: Option<ActorId>,
    /// First year of the slider.
    pub first_year: i16,
    /// Last year of the slider.
    pub last_year: i16,
    /// The names of the stances from +3 to −3, as [`Stance::LADDER`].
    pub stances: [String; 7],
    /// What an act in force implies where no spell says otherwise.
    pub implied_stance: Stance,
    /// Whether the number of states with relations is shown: the dataset has acts, and its descriptor says so.
    pub counts_relations: bool,
    /// The years worth a picture of their own, in order, when the descriptor names them.
    pub turning_points: Vec<i16>,
    /// The sorts of event.
    pub event_kinds: Vec<String>,
}

impl DatasetInfo {
    /// The dataset's word for a stance.
    pub fn stance_name(&self, stance: Stance) -> &str {
        &self.stances[stance.ring()]
    }
}

/// A year in one line.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct YearLine {
    pub year: i16,
    pub line: String,
    pub events: Vec<EventId>,
}

/// What is drawn: the part of a dataset that the first frame needs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tables {
    /// What holds for all of it.
    pub info: DatasetInfo,
    /// Who.
    pub actors: Vec<Actor>,
    /// How they stood.
    pub ties: Vec<Tie>,
    /// What they did about it.
    pub acts: Vec<Act>,
    /// What happened, by date.
    pub events: Vec<Event>,
    /// Each year in one line, in order.
    pub years: Vec<YearLine>,
    /// Named stretches of time, in the order of the table.
    pub eras: Vec<Era>,
}

/// Everything known, checked. It cannot be inconsistent.
///
/// It comes from tables by way of a draft, or from a pack that was made of one.
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

/// Why a pack cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnpackError {
    /// The bytes are no pack of this version.
    Form,
    /// A reference points nowhere.
    Reference(&'static str),
}

impl fmt::Display for UnpackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form => f.write_str("this is no dataset packed by this version of Détente; pack it again"),
            Self::Reference(what) => write!(f, "the packed dataset names {what} that it does not hold; pack it again"),
        }
    }
}

impl std::error::Error for UnpackError {}

impl Dataset {
    /// A dataset of checked tables. `texts` may come later, by [`Dataset::attach`].
    ///
    /// # Errors
    /// When a reference points nowhere; that is all a pack can get wrong.
    pub fn new(tables: Tables, texts: Option<Texts>) -> Result<Self, UnpackError> {
        check_references(&tables)?;
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

    /// Opens a pack made by [`Dataset::pack`].
    ///
    /// # Errors
    /// When the bytes are not such a pack.
    pub fn unpack(bytes: &[u8]) -> Result<Self, UnpackError> {
        Self::new(super::pack::unpack(bytes)?, None)
    }

    /// The part that is drawn, packed small.
    pub fn pack(&self) -> Vec<u8> {
        super::pack::pack(&self.tables)
    }

    /// Adds the long texts.
    ///
    /// # Errors
    /// When they belong to another dataset.
    pub fn attach(&mut self, texts: Texts) -> Result<(), UnpackError> {
        let tables = &self.tables;
        let found = [texts.names.len(), texts.ties.len(), texts.acts.len(), texts.events.len(), texts.eras.len()];
        if found != [tables.actors.len(), tables.ties.len(), tables.acts.len(), tables.events.len(), tables.eras.len()]
        {
            return Err(UnpackError::Reference("texts of facts"));
        }
        let cited = texts.ties.iter().flat_map(|tie| &tie.sources);
        let cited = cited.chain(texts.events.iter().flat_map(|event| &event.sources));
        let cited = cited.chain(texts.claims.iter().flat_map(|claim| &claim.sources));
        let cited = cited.chain(texts.eras.iter().filter_map(|era| era.source.as_ref()));
        let mut cited = cited.chain(texts.acts.iter().filter_map(|act| act.source.as_ref()));
        if cited.any(|source| source.index() >= texts.sources.len()) {
            return Err(UnpackError::Reference("a source"));
        }
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
        self.acts
            .of_key((actor.0, toward.0))
            .iter()
            .map(|index| (usize::from(*index), &self.tables.acts[usize::from(*index)]))
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

    /// Named stretches of time, in the order of the table.
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

    /// The documents behind a tie: its own, then those of its events, each once.
    pub fn sources_of_tie(&self, id: TieId) -> Vec<&Source> {
        let Some(texts) = &self.texts else { return Vec::new() };
        let mut ids: Vec<SourceId> = texts.ties[id.index()].sources.clone();
        for event in &self.tie(id).events {
            ids.extend(&texts.events[event.index()].sources);
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
    indices: Vec<u16>,
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
        Self { indices: sorted.into_iter().map(|index| index as u16).collect(), starts }
    }

    fn of_key(&self, key: (u16, u16)) -> &[u16] {
        self.starts.binary_search_by_key(&key, |(key, _)| *key).map_or(&[], |place| self.group(place))
    }

    fn group(&self, place: usize) -> &[u16] {
        let end = self.starts.get(place + 1).map_or(self.indices.len(), |(_, start)| *start);
        &self.indices[self.starts[place].1..end]
    }

    fn iter(&self) -> impl Iterator<Item = ((u16, u16), &[u16])> {
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

fn check_references(tables: &Tables) -> Result<(), UnpackError> {
    let actor = |id: &ActorId| id.index() < tables.actors.len();
    let event = |id: &EventId| id.index() < tables.events.len();
    let info = &tables.info;
    let actors_hold = actor(&info.ego)
        && info.rival.as_ref().is_none_or(actor)
        && tables.actors.iter().flat_map(|one| &one.successors).all(actor)
        && tables.ties.iter().all(|tie| actor(&tie.a) && actor(&tie.b) && tie.a != tie.b)
        && tables.acts.iter().all(|act| actor(&act.actor) && actor(&act.toward))
        && tables.events.iter().flat_map(|one| &one.actors).all(actor)
        && tables.events.iter().flat_map(|one| &one.effects).all(|effect| effect.dyad.both().iter().all(actor));
    if !actors_hold {
        return Err(UnpackError::Reference("an actor"));
    }
    let named = tables.ties.iter().flat_map(|tie| &tie.events);
    if !named.chain(tables.years.iter().flat_map(|year| &year.events)).all(event) {
        return Err(UnpackError::Reference("an event"));
    }
    let sizes = [tables.actors.len(), tables.ties.len(), tables.acts.len(), tables.events.len()];
    if sizes.into_iter().any(|size| size > usize::from(u16::MAX)) {
        return Err(UnpackError::Reference("more facts"));
    }
    Ok(())
}
