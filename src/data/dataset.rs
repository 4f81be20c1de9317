//! A dataset: tables and texts that keep every rule, with the indices that questions need.

mod reading;
mod rows;

#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
use super::Limits;
use super::check::{check, check_texts};
use super::groups::Groups;
use super::rules::{Rule, UnpackError};
use super::tables::{DatasetInfo, Placement, Tables, YearLine};
use super::{
    Act, Actor, ActorId, CountryName, Dyad, Era, Event, EventId, Rungs, Texts, Tie, TieId, Translation, Weight, pack,
};
use crate::language::Language;
use crate::time::Playhead;

/// Everything known, checked: a dataset that breaks a rule cannot be made.
///
/// It comes from tables, by [`super::validate()`], or from a pack, by [`Dataset::unpack`]; it can only be read.
#[derive(Clone, Debug)]
pub struct Dataset {
    tables: Tables,
    texts: Option<Texts>,
    /// The rungs that occur.
    rungs: Rungs,
    /// The largest weight; below 0 where no tie has one.
    heaviest: f64,
    /// The ties of each dyad, earliest first: rows, or the effective ties in their place.
    ties: Groups,
    /// The acts of one actor toward another, earliest first.
    acts: Groups,
    /// Each actor's forerunners.
    forerunners: Vec<Vec<ActorId>>,
    /// Whom a reader put in the centre of a network without one.
    centre: Option<ActorId>,
    /// In which it is read.
    language: Language,
    /// Where that is not its own: its own texts, which another language's stand for.
    own_texts: Option<Translation>,
    /// What countries are called in the language in which it is read.
    countries: Vec<CountryName>,
}

impl Dataset {
    /// A dataset of these tables. `texts` may come later, by [`Dataset::attach`].
    ///
    /// # Errors
    /// The first rule that the tables or the texts break.
    pub(super) fn new(
        tables: Tables,
        texts: Option<Texts>,
        #[cfg(any(feature = "workbench", not(target_arch = "wasm32")))] limits: Limits,
    ) -> Result<Self, UnpackError> {
        check(
            &tables,
            #[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
            limits,
        )?;
        let dyad = |place: u32| pair(tie(&tables, place).dyad());
        let from = |place: u32| tie(&tables, place).spell.from;
        let rows = tables.ties.len() as u32;
        let mut held: Vec<u32> = (rows..rows + tables.effective.len() as u32).collect();
        let effective = Groups::of(&held, &dyad, &from);
        for row in 0..rows {
            if effective.of_key(dyad(row)).is_empty() {
                held.push(row);
            }
        }
        let ties = Groups::of(&held, &dyad, &from);
        for pair in ties.indices.windows(2) {
            let [one, next] = [tie(&tables, pair[0]), tie(&tables, pair[1])];
            if one.dyad() == next.dyad() && one.spell.overlaps(&next.spell) {
                return Err(UnpackError::Rule(Rule::Overlap));
            }
        }
        let acts = Groups::of(
            &(0..tables.acts.len() as u32).collect::<Vec<u32>>(),
            &|index| directed(&tables.acts[index as usize]),
            &|index| tables.acts[index as usize].date,
        );
        let mut forerunners = vec![Vec::new(); tables.actors.len()];
        for (index, actor) in tables.actors.iter().enumerate() {
            for successor in &actor.successors {
                forerunners[successor.index()].push(ActorId(index as u16));
            }
        }
        let (rungs, heaviest, language) = (Rungs::default(), -1.0, Language::ENGLISH);
        let mut dataset = Self {
            tables,
            texts: None,
            rungs,
            heaviest,
            ties,
            acts,
            forerunners,
            centre: None,
            language,
            own_texts: None,
            countries: Vec::new(),
        };
        dataset.rungs = dataset.occurring();
        if let Some(texts) = texts {
            // Not by `attach`, which comes late and takes along what translates.
            check_texts(&dataset.tables, &texts)?;
            dataset.texts = Some(texts);
        }
        Ok(dataset)
    }

    /// Opens a pack made by [`crate::layout::pack`] or [`Tables::pack`]. It is checked as tables are.
    ///
    /// # Errors
    /// When the bytes are no such pack, or the first rule that their tables break.
    pub fn unpack(bytes: &[u8]) -> Result<Self, UnpackError> {
        Self::new(
            pack::unpack(bytes)?,
            None,
            #[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
            Limits::default(),
        )
    }

    /// Adds the long texts.
    ///
    /// # Errors
    /// When they belong to another dataset, or the first rule that they break.
    pub fn attach(&mut self, texts: Texts) -> Result<(), UnpackError> {
        check_texts(&self.tables, &texts)?;
        let is_read = self.restore();
        self.texts = Some(texts);
        if is_read {
            self.translate();
        }
        Ok(())
    }

    /// The language in which it is read: English, until another is set.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// What holds for the dataset as a whole.
    pub const fn info(&self) -> &DatasetInfo {
        &self.tables.info
    }

    /// The rungs of the ladder that are drawn: those on which somebody stands at some time.
    pub const fn rungs(&self) -> Rungs {
        self.rungs
    }

    /// The part of the heaviest tie's weight that a tie has, from 0 to 1.
    pub fn share_of_heaviest(&self, tie: &Tie) -> f64 {
        tie.weight.map_or(0.0, Weight::value) / self.heaviest.max(f64::MIN_POSITIVE)
    }

    /// Whether a tie has a weight.
    pub const fn has_weights(&self) -> bool {
        self.heaviest >= 0.0
    }

    /// The rungs of all ties, noting the largest weight; where there are acts, those that they imply and on which the lack of relations is shown.
    /// The whole ladder, where there is nothing at all.
    fn occurring(&mut self) -> Rungs {
        let mut rungs = Rungs::default();
        let mut heaviest = self.heaviest;
        for tie in self.ties() {
            rungs.add(tie.stance);
            if let Some(weight) = tie.weight {
                heaviest = heaviest.max(weight.value());
            }
        }
        self.heaviest = heaviest;
        let info = self.info();
        if !self.tables.acts.is_empty() {
            rungs.add(info.implied_stance);
            rungs.add(info.neutral());
        }
        if rungs == Rungs::default() {
            for rung in &info.ladder {
                rungs.add(rung.stance);
            }
        }
        rungs
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

    /// Who is in the centre: the ego that the descriptor names, or whom a reader put there.
    #[inline(never)]
    pub fn ego(&self) -> Option<ActorId> {
        self.centre.or(self.tables.info.ego)
    }

    /// Puts an actor in the centre of a dataset that names no ego, or nobody. One that names an ego keeps it.
    pub fn put_in_centre(&mut self, actor: Option<ActorId>) {
        self.centre = actor.filter(|actor| self.tables.info.ego.is_none() && actor.index() < self.actors().len());
    }

    /// Where the slots round whoever is in the centre stand, as far as a pack holds it.
    pub fn placements(&self) -> &[Placement] {
        let (all, mut start) = (&self.tables.placements[..], 0);
        let Some(actor) = self.centre else { return all };
        for centre in &self.tables.centres {
            let end = start + usize::from(centre.slots);
            if centre.actor == actor {
                return all.get(start..end).unwrap_or_default();
            }
            start = end;
        }
        &[]
    }

    /// Whether a reader can put an actor in the centre.
    pub fn can_be_centre(&self, actor: ActorId) -> bool {
        self.tables.centres.iter().any(|centre| centre.actor == actor)
    }

    /// Whether everyone stands round the ego, nearer or farther by stance; otherwise everyone keeps one place.
    #[inline(never)]
    pub fn is_centred(&self) -> bool {
        self.centre.is_some() || (self.tables.info.ego.is_some() && !self.has_positions())
    }

    /// The one of two who faces the ego; nobody where the ego is neither of them.
    #[inline(never)]
    pub fn alter(&self, dyad: Dyad) -> Option<ActorId> {
        dyad.other(self.ego()?)
    }

    /// Whether every actor has a position of its own.
    pub fn has_positions(&self) -> bool {
        self.tables.actors.iter().all(|actor| actor.position.is_some())
    }

    /// The actor with that code.
    pub fn find(&self, code: &str) -> Option<ActorId> {
        self.tables.actors.iter().position(|actor| actor.code == code).map(|index| ActorId(index as u16))
    }

    /// One tie: a row of the table, or an effective tie of several rows, whose events are those of its rows.
    pub fn tie(&self, id: TieId) -> &Tie {
        tie(&self.tables, id.0)
    }

    /// The ties of a dyad, earliest first; no two hold on one day.
    pub fn ties_between(&self, dyad: Dyad) -> impl DoubleEndedIterator<Item = TieId> + use<'_> {
        self.ties.of_key(pair(dyad)).iter().map(|index| TieId(*index))
    }

    /// Every tie that holds at some time: no two of one dyad on one day.
    #[inline(never)]
    pub fn ties(&self) -> Vec<&Tie> {
        let mut ties = Vec::with_capacity(self.ties.indices.len());
        for index in &self.ties.indices {
            ties.push(self.tie(TieId(*index)));
        }
        ties
    }

    /// Every dyad that has a tie at some time, with its ties, earliest first; no two of them hold on one day.
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
}

/// A row of the table or, beyond the rows, an effective tie.
fn tie(tables: &Tables, place: u32) -> &Tie {
    let rows = &tables.ties;
    rows.get(place as usize).unwrap_or_else(|| &tables.effective[place as usize - rows.len()])
}

fn pair(dyad: Dyad) -> (u16, u16) {
    let [low, high] = dyad.both();
    (low.0, high.0)
}

fn directed(act: &Act) -> (u16, u16) {
    (act.actor.0, act.toward.0)
}
