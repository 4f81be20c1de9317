//! A dataset: tables and texts that keep every rule, with the indices that questions need.

#[cfg(not(target_arch = "wasm32"))]
use super::Limits;
use super::check::{check, check_texts};
use super::groups::Groups;
use super::rules::{Rule, UnpackError};
use super::tables::{DatasetInfo, Placement, Tables, YearLine};
use super::{
    Act, Actor, ActorId, Dyad, Era, Event, EventId, LaterReason, Rungs, Source, SourceId, Texts, Tie, TieId, order,
    pack,
};
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
    /// The ties of each dyad, earliest first: rows, or the effective ties in their place.
    ties: Groups,
    /// The acts of one actor toward another, earliest first.
    acts: Groups,
    /// Each actor's forerunners.
    forerunners: Vec<Vec<ActorId>>,
    /// Whom a reader put in the centre of a network without one.
    centre: Option<ActorId>,
}

impl Dataset {
    /// A dataset of these tables. `texts` may come later, by [`Dataset::attach`].
    ///
    /// # Errors
    /// The first rule that the tables or the texts break.
    pub(super) fn new(
        tables: Tables,
        texts: Option<Texts>,
        #[cfg(not(target_arch = "wasm32"))] limits: Limits,
    ) -> Result<Self, UnpackError> {
        check(
            &tables,
            #[cfg(not(target_arch = "wasm32"))]
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
        let mut dataset = Self { tables, texts: None, rungs: Rungs::default(), ties, acts, forerunners, centre: None };
        dataset.rungs = dataset.occurring();
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
        Self::new(
            pack::unpack(bytes)?,
            None,
            #[cfg(not(target_arch = "wasm32"))]
            Limits::default(),
        )
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

    /// The rungs of the ladder that are drawn: those on which somebody stands at some time.
    pub const fn rungs(&self) -> Rungs {
        self.rungs
    }

    /// The rungs of all ties; where there are acts, those that they imply and on which the lack of relations is shown.
    /// The whole ladder, where there is nothing at all.
    fn occurring(&self) -> Rungs {
        let (info, mut rungs) = (self.info(), Rungs::default());
        for tie in self.ties() {
            rungs.add(tie.stance);
        }
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

    /// The row of the table on which a tie rests: itself, or the row that leads in an effective tie.
    pub fn row(&self, id: TieId) -> TieId {
        let beyond = id.index().checked_sub(self.tables.ties.len());
        beyond.and_then(|place| self.tables.leads.get(place)).map_or(id, |lead| *lead)
    }

    /// The row on which a tie rests and then, earliest first, the rows beside it: of an effective tie those of its dyad
    /// that hold at the playhead or, where the tie itself does not hold then, share a day with it.
    #[inline(never)]
    pub fn rows_of(&self, id: TieId, playhead: Playhead) -> Vec<TieId> {
        let lead = self.row(id);
        let mut rows = vec![lead];
        if lead != id {
            let own = self.tie(id).spell;
            for row in self.rows_between(self.tie(id).dyad()) {
                let spell = self.tie(row).spell;
                let is_beside = if own.holds(playhead) { spell.holds(playhead) } else { spell.overlaps(&own) };
                if row != lead && is_beside {
                    rows.push(row);
                }
            }
        }
        rows
    }

    /// The rows of a dyad as the table has them, earliest first; they may overlap.
    #[inline(never)]
    pub fn rows_between(&self, dyad: Dyad) -> Vec<TieId> {
        let ties = self.ties.of_key(pair(dyad));
        let rows = &self.tables.ties;
        let mut found: Vec<u32> = ties.to_vec();
        // Where the first is a row, all are.
        if ties.first().is_some_and(|first| *first as usize >= rows.len()) {
            found.clear();
            for (index, row) in rows.iter().enumerate() {
                if row.dyad() == dyad {
                    found.push(index as u32);
                }
            }
        }
        let from = |at: usize| rows[found[at] as usize].spell.from;
        let sorted = order(found.len(), &|a, b| from(a).cmp(&from(b)));
        sorted.into_iter().map(|at| TieId(found[at])).collect()
    }

    /// How the row on which a tie rests is named: `PRK-CHN@1949-10-06`.
    pub fn tie_name(&self, id: TieId) -> String {
        let tie = self.tie(self.row(id));
        format!("{}-{}@{}", self.actor(tie.a).code, self.actor(tie.b).code, tie.spell.from)
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

    /// The later reasons of a row that belong to a year no later than `year`, earliest first.
    pub fn reasons_until(&self, row: TieId, year: i16) -> impl Iterator<Item = &LaterReason> {
        let all = self.texts.as_ref().map_or(&[][..], |texts| &texts.reasons);
        // They are in the order of the ties.
        let first = all.partition_point(|reason| reason.tie < row);
        all[first..].iter().take_while(move |reason| reason.tie == row && reason.year <= year)
    }

    /// The documents behind rows as their reasons stand in `year`: their own, those of their events, those of their
    /// later reasons, each once.
    #[inline(never)]
    pub fn sources_of_rows(&self, rows: &[TieId], year: i16) -> Vec<&Source> {
        let Some(texts) = &self.texts else { return Vec::new() };
        let mut ids: Vec<SourceId> = Vec::new();
        for row in rows {
            ids.extend_from_slice(&texts.ties[row.index()].sources);
            for event in &self.tie(*row).events {
                ids.extend_from_slice(&texts.events[event.index()].sources);
            }
            for reason in self.reasons_until(*row, year) {
                ids.extend_from_slice(&reason.sources);
            }
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
