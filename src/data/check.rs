//! Whether tables, and the texts that belong to them, are a dataset: references, and the rules between values.
//!
//! What a single value must be is checked where it is read: by the cells of a table, or by the reader of a pack.
//! Written as plain loops that remember the first error: chains of iterators that return it cost the page more.

use super::rules::{
    CHANGE, RUNGS, Rule, SEPARATORS, UnpackError, YEARS, is_interval, is_later_within, is_span, is_web_address,
    longer_than, rings, separator,
};
use super::{ActorId, EventId, Limit, Rung, SourceId, Tables, Texts, Tie, limits, order};
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
use super::{Limits, TieId};
use crate::time::Spell;

/// Whether tables are a dataset.
///
/// # Errors
/// The first rule that they break.
pub(super) fn check(
    tables: &Tables,
    #[cfg(any(feature = "workbench", not(target_arch = "wasm32")))] limits: Limits,
) -> Result<(), UnpackError> {
    let mut check = Check {
        tables,
        error: None,
        #[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
        limits,
    };
    check.sizes();
    check.info();
    check.actors();
    check.ties();
    check.acts();
    check.events();
    check.years_and_eras();
    // This follows references.
    if check.error.is_none() {
        let successors: Vec<&[ActorId]> = tables.actors.iter().map(|actor| actor.successors.as_slice()).collect();
        check.demand(Rule::Ring, rings(&successors).is_empty());
    }
    check.error.map_or(Ok(()), Err)
}

/// Whether texts belong to tables.
///
/// # Errors
/// When a table of texts has more or fewer rows than it should, a reference points nowhere, or a rule is broken.
pub(super) fn check_texts(tables: &Tables, texts: &Texts) -> Result<(), UnpackError> {
    let mut check = Check {
        tables,
        error: None,
        #[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
        limits: Limits::default(),
    };
    check.texts(texts);
    #[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
    check.story(texts);
    check.error.map_or(Ok(()), Err)
}

struct Check<'a> {
    tables: &'a Tables,
    /// The first that was found.
    error: Option<UnpackError>,
    /// A page has those of the format; reading tables may set others.
    #[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
    limits: Limits,
}

impl Check<'_> {
    fn fail(&mut self, error: UnpackError) {
        self.error.get_or_insert(error);
    }

    #[inline(never)]
    fn demand(&mut self, rule: Rule, holds: bool) {
        if !holds {
            self.fail(UnpackError::Rule(rule));
        }
    }

    #[inline(never)]
    fn exists(&mut self, what: &'static str, index: usize, length: usize) {
        if index >= length {
            self.fail(UnpackError::Reference(what));
        }
    }

    fn actor(&mut self, id: ActorId) {
        self.exists("an actor", id.index(), self.tables.actors.len());
    }

    fn event_list(&mut self, list: &[EventId]) {
        for id in list {
            self.exists("an event", id.index(), self.tables.events.len());
        }
    }

    /// Two actors that exist and differ.
    #[inline(never)]
    fn pair(&mut self, a: ActorId, b: ActorId) {
        self.actor(a);
        self.actor(b);
        self.demand(Rule::Pair, a != b);
    }

    /// A text that must be there and is no longer than a name.
    fn name(&mut self, text: &str) {
        let is_blank = text.bytes().all(|byte| byte == b' ');
        self.demand(Rule::Text, !is_blank && longer_than(self.most(Limit::Name), text).is_none());
    }

    fn spell(&mut self, spell: Spell) {
        self.demand(Rule::Interval, is_interval(Some(spell.from), spell.to));
    }

    fn sizes(&mut self) {
        let tables = self.tables;
        for (rows, most) in [
            (tables.actors.len(), self.most(Limit::Actors)),
            (tables.ties.len(), self.most(Limit::Ties)),
            (tables.acts.len(), limits::ROWS),
            (tables.events.len(), self.most(Limit::Events)),
            (tables.years.len(), limits::ROWS),
            (tables.eras.len(), limits::ROWS),
        ] {
            self.demand(Rule::Length, rows <= most);
        }
    }

    /// How much is allowed.
    #[cfg(all(target_arch = "wasm32", not(feature = "workbench")))]
    #[inline]
    #[allow(clippy::unused_self, reason = "a page has the limits of the format and no others")]
    const fn most(&self, limit: Limit) -> usize {
        limit.usual()
    }

    /// How much is allowed.
    #[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
    const fn most(&self, limit: Limit) -> usize {
        self.limits.of(limit)
    }

    fn info(&mut self) {
        let info = &self.tables.info;
        for text in [&info.name, &info.version, &info.title] {
            self.name(text);
        }
        self.demand(Rule::Length, RUNGS.contains(&info.ladder.len()));
        for (place, rung) in info.ladder.iter().enumerate() {
            self.name(&rung.name);
            let is_new = info.ladder.iter().take(place).all(|other| !other.name.eq_ignore_ascii_case(&rung.name));
            self.demand(Rule::Code, is_new);
            let is_next = info.place(rung.stance) == place && info.has_rung(rung.stance);
            self.demand(Rule::Number, is_next && rung.tone.unsigned_abs() <= Rung::WARMEST.unsigned_abs());
        }
        self.demand(Rule::Number, info.has_rung(info.implied_stance));
        match (info.ego, info.rival) {
            (Some(ego), None) => self.actor(ego),
            (Some(ego), Some(rival)) => self.pair(ego, rival),
            (None, rival) => self.exists("an ego", 0, usize::from(rival.is_none() && !info.counts_relations)),
        }
        for centre in &self.tables.centres {
            self.actor(centre.actor);
        }
        self.demand(Rule::Span, is_span(info.first_year, info.last_year));
        let origin = info.calendar.origin;
        self.demand(Rule::Span, YEARS.contains(&origin) && (origin == 0 || !info.calendar.counts_years()));
        self.demand(Rule::Number, info.published.is_none_or(|year| year > 0));
        let mut before = None;
        for year in &info.turning_points {
            self.demand(Rule::Span, (info.first_year..=info.last_year).contains(year));
            self.demand(Rule::Order, before < Some(year));
            before = Some(year);
        }
        if info.counts_relations {
            self.exists("an act", 0, self.tables.acts.len());
        }
    }

    fn actors(&mut self) {
        let actors = &self.tables.actors;
        for actor in actors {
            self.name(&actor.code);
            self.name(&actor.short_name);
            self.demand(Rule::Code, separator(&actor.code, SEPARATORS).is_none());
            self.demand(Rule::Interval, is_interval(actor.from, actor.to));
            for successor in &actor.successors {
                self.actor(*successor);
            }
        }
        let by_code = order(actors.len(), &|a, b| actors[a].code.cmp(&actors[b].code));
        for pair in by_code.windows(2) {
            self.demand(Rule::Code, actors[pair[0]].code != actors[pair[1]].code);
        }
    }

    fn ties(&mut self) {
        for tie in &self.tables.ties {
            self.tie(tie);
        }
        for (place, tie) in self.tables.effective.iter().enumerate() {
            self.tie(tie);
            let row = self.tables.leads.get(place).and_then(|lead| self.tables.ties.get(lead.index()));
            if row.is_none_or(|row| row.dyad() != tie.dyad()) {
                self.fail(UnpackError::Reference("a leading row"));
            }
        }
    }

    #[inline(never)]
    fn tie(&mut self, tie: &Tie) {
        self.pair(tie.a, tie.b);
        self.spell(tie.spell);
        self.demand(Rule::Alternative, tie.alternative != Some(tie.stance));
        let info = &self.tables.info;
        self.demand(Rule::Number, info.has_rung(tie.stance) && info.has_rung(tie.alternative.unwrap_or(tie.stance)));
        self.event_list(&tie.events);
    }

    fn acts(&mut self) {
        for act in &self.tables.acts {
            self.pair(act.actor, act.toward);
        }
    }

    fn events(&mut self) {
        let mut before = None;
        for event in &self.tables.events {
            self.demand(Rule::Text, !event.title.is_empty());
            self.demand(Rule::Interval, event.until.is_none_or(|until| event.date <= until));
            self.demand(Rule::Order, before <= Some(event.date));
            before = Some(event.date);
            for actor in &event.actors {
                self.actor(*actor);
            }
            for effect in &event.effects {
                let [a, b] = effect.dyad.both();
                self.pair(a, b);
                self.demand(Rule::Number, CHANGE.contains(&effect.change));
            }
        }
    }

    fn years_and_eras(&mut self) {
        let mut before = None;
        for year in &self.tables.years {
            self.demand(Rule::Text, !year.line.is_empty());
            self.demand(Rule::Order, before < Some(year.year));
            before = Some(year.year);
            self.event_list(&year.events);
        }
        for era in &self.tables.eras {
            self.demand(Rule::Text, !era.kind.is_empty() && !era.title.is_empty());
            self.spell(era.spell);
        }
    }

    fn texts(&mut self, texts: &Texts) {
        let tables = self.tables;
        for (found, wanted) in [
            (texts.names.len(), tables.actors.len()),
            (texts.aliases.len(), tables.actors.len()),
            (texts.ties.len(), tables.ties.len()),
            (texts.acts.len(), tables.acts.len()),
            (texts.events.len(), tables.events.len()),
            (texts.eras.len(), tables.eras.len()),
            (texts.about.meanings.len(), tables.info.ladder.len()),
            (texts.about.rules.len(), tables.info.ladder.len()),
        ] {
            if found != wanted {
                self.fail(UnpackError::Reference("texts of facts"));
            }
        }
        let sources = texts.sources.len();
        for (text, tie) in texts.ties.iter().zip(&tables.ties) {
            self.sources(&text.sources, sources);
            self.demand(Rule::Alternative, tie.alternative.is_some() != text.alternative_reason.is_empty());
        }
        let mut before = None;
        for reason in &texts.reasons {
            self.demand(Rule::Order, before <= Some((reason.tie, reason.year)));
            before = Some((reason.tie, reason.year));
            let tie = tables.ties.get(reason.tie.index());
            self.demand(Rule::Reason, tie.is_some_and(|tie| is_later_within(tie.spell, reason.year)));
            self.sources(&reason.sources, sources);
        }
        for event in &texts.events {
            self.sources(&event.sources, sources);
        }
        for act in &texts.acts {
            self.sources(act.source.as_slice(), sources);
        }
        for era in &texts.eras {
            self.sources(era.source.as_slice(), sources);
        }
        for figure in &texts.figures {
            self.pair(figure.a, figure.b);
            self.sources(figure.source.as_slice(), sources);
        }
        for source in &texts.sources {
            self.demand(Rule::Address, source.url.is_empty() || is_web_address(&source.url));
        }
    }

    fn sources(&mut self, list: &[SourceId], length: usize) {
        for id in list {
            self.exists("a source", id.index(), length);
        }
    }

    /// What no page receives as columns.
    #[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
    fn story(&mut self, texts: &Texts) {
        for claim in &texts.claims {
            self.event_list(&claim.events);
            self.sources(&claim.sources, texts.sources.len());
            for TieId(index) in &claim.ties {
                self.exists("a tie", *index as usize, self.tables.ties.len());
            }
        }
        for chapter in &texts.chapters {
            self.event_list(&chapter.events);
            for actor in &chapter.focus {
                self.actor(*actor);
            }
        }
        let url = &texts.about.license_url;
        self.demand(Rule::Address, url.is_empty() || is_web_address(url));
    }
}
