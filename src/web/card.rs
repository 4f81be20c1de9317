//! All that is known of whoever is in focus: an actor, or the tie of two others.

use crate::data::{ActKind, ActorId, Confidence, Dataset, Dyad, Source, TieId, sorted};
use crate::layout::EgoLayout;
use crate::moment::{Basis, Moment, events_between};
use crate::scene::{Datum, Focus, Mark, Palette, Plot, Point, Scene, Theme, holders, plots, stance_name, ties_between};
use crate::time::Date;

use super::convert::{ActRow, Card, EventRow, FigureRow, LinkRow, PlotRow, SpellRow};
use super::reading::{css, name, source_row, tone, why};

/// What a card is written from.
pub(super) struct CardContext<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) layout: &'a EgoLayout,
    pub(super) moment: &'a Moment,
    pub(super) theme: Theme,
}

impl<'a> CardContext<'a> {
    /// The card of an actor, or of whoever holds its place in the shown year.
    pub(super) fn actor(&self, asked: ActorId, scene: &Scene) -> Card<'a> {
        let (dataset, moment) = (self.dataset, self.moment);
        let ego = dataset.info().ego;
        let chain = holders(self.layout, asked);
        let present = chain.iter().copied().find(|actor| dataset.actor(*actor).exists(moment.playhead()));
        let id = present.unwrap_or(asked);
        let actor = dataset.actor(id);
        let standing = moment.standing(id);
        let current = standing.and_then(|standing| match standing.basis {
            Basis::Tie(tie) => Some(tie),
            Basis::Act(_) => None,
        });
        let sources = match standing.map(|standing| standing.basis) {
            Some(Basis::Tie(tie)) => dataset.sources_of_tie(tie),
            Some(Basis::Act(act)) => act_source(dataset, act).into_iter().collect(),
            None => Vec::new(),
        };
        let others = chain.iter().filter(|other| **other != id);
        let others: Vec<&str> = others.map(|other| dataset.actor(*other).short_name.as_str()).collect();
        let acts = chain.iter().flat_map(|holder| dataset.acts_toward(*holder, ego));
        Card {
            id: &actor.code,
            name: &actor.short_name,
            full_name: dataset.texts().and_then(|texts| texts.names.get(id.index())).unwrap_or(&actor.short_name),
            others: others.join(", "),
            place: place_of(scene, |datum| datum == Datum::Actor(id)),
            stance: standing.map(|standing| standing.stance.value()),
            stance_name: standing.map_or("no relations", |standing| stance_name(dataset, standing.stance)),
            since: standing.map_or(String::new(), |standing| standing.since.in_words()),
            why: standing.map_or_else(|| self.absence(id), |standing| why(dataset, standing.basis)),
            confidence: standing.map_or(Confidence::High, |standing| standing.confidence).name(),
            doubt: standing.map_or("", |standing| doubt(standing.confidence, standing.since)),
            color: css(standing
                .map_or(Palette::of(self.theme).absent, |standing| Palette::of(self.theme).stance(standing.stance))),
            sources: sources.into_iter().map(source_row).collect(),
            spells: self.spells(ties_between(dataset, self.layout, asked, ego), current),
            acts: acts.map(|(index, act)| act_row(dataset, index, act.date)).collect(),
            events: self.events(&chain, &[ego]),
            links: self.links(&chain),
            plots: plots(dataset, self.layout, asked).iter().map(|plot| self.plot(plot)).collect(),
        }
    }

    /// The card of the tie between two others.
    pub(super) fn tie(&self, dyad: Dyad, code: &'a str, title: &'a str, scene: &Scene) -> Card<'a> {
        let dataset = self.dataset;
        let [a, b] = dyad.both();
        let ties = ties_between(dataset, self.layout, a, b);
        let holds = |id: &&TieId| dataset.tie(**id).spell.holds(self.moment.playhead());
        let current = ties.iter().find(holds).copied();
        let tie = current.map(|id| dataset.tie(id));
        let why = current.and_then(|id| Some(dataset.texts()?.ties.get(id.index())?.why.clone()));
        let (these, those) = (holders(self.layout, a), holders(self.layout, b));
        Card {
            id: code,
            name: title,
            full_name: title,
            others: String::new(),
            place: place_of(scene, |datum| current.is_some_and(|id| datum == Datum::Tie(id))),
            stance: tie.map(|tie| tie.stance.value()),
            stance_name: tie.map_or("nothing on record", |tie| stance_name(dataset, tie.stance)),
            since: tie.map_or(String::new(), |tie| tie.spell.from.in_words()),
            why: why.unwrap_or_default(),
            confidence: tie.map_or(Confidence::High, |tie| tie.confidence).name(),
            doubt: tie.map_or("", |tie| doubt(tie.confidence, tie.spell.from)),
            color: css(tie.map_or(Palette::of(self.theme).absent, |tie| Palette::of(self.theme).stance(tie.stance))),
            sources: current
                .map_or_else(Vec::new, |id| dataset.sources_of_tie(id).into_iter().map(source_row).collect()),
            spells: self.spells(ties, current),
            acts: Vec::new(),
            events: self.events(&these, &those),
            links: Vec::new(),
            plots: Vec::new(),
        }
    }

    fn spells(&self, ties: Vec<TieId>, current: Option<TieId>) -> Vec<SpellRow<'a>> {
        let dataset = self.dataset;
        let row = |id: TieId| {
            let tie = dataset.tie(id);
            SpellRow {
                from: tie.spell.from.in_words(),
                to: tie.spell.to.map_or(String::new(), Date::in_words),
                stance: tie.stance.value(),
                stance_name: stance_name(dataset, tie.stance),
                why: dataset.texts().and_then(|texts| texts.ties.get(id.index())).map_or("", |text| &text.why),
                color: css(Palette::of(self.theme).stance(tie.stance)),
                current: current == Some(id),
                confidence: tie.confidence.name(),
                sources: dataset.sources_of_tie(id).into_iter().map(source_row).collect(),
            }
        };
        ties.into_iter().map(row).collect()
    }

    /// What happened between one place and another: effects on their relation, or both among those who took part.
    fn events(&self, these: &[ActorId], those: &[ActorId]) -> Vec<EventRow<'a>> {
        let dataset = self.dataset;
        let rows = events_between(dataset, these, those).into_iter();
        rows.map(|(id, change)| {
            let event = dataset.event(id);
            EventRow {
                index: id.index(),
                date: event.date.in_words(),
                year: event.date.year(),
                title: &event.title,
                color: tone(change.unwrap_or(0), self.theme),
                confidence: event.confidence.name(),
            }
        })
        .collect()
    }

    /// The ties with others than the ego at the shown year.
    fn links(&self, chain: &[ActorId]) -> Vec<LinkRow<'a>> {
        let dataset = self.dataset;
        let mut rows = Vec::new();
        for (dyad, id) in self.moment.ties_among_others(dataset) {
            let Some((own, other)) = chain.iter().find_map(|own| Some((*own, dyad.other(*own)?))) else { continue };
            let tie = dataset.tie(id);
            rows.push(LinkRow {
                id: format!("{}-{}", dataset.actor(own).code, dataset.actor(other).code),
                name: name(dataset, other).name,
                stance_name: stance_name(dataset, tie.stance),
                color: css(Palette::of(self.theme).stance(tie.stance)),
                stance: tie.stance.value(),
            });
        }
        sorted(rows, &|a, b| b.stance.cmp(&a.stance))
    }

    fn plot(&self, plot: &Plot<'a>) -> PlotRow<'a> {
        let texts = self.dataset.texts();
        let mut sources: Vec<&Source> = Vec::new();
        for id in plot.figures.iter().filter_map(|figure| figure.source) {
            if let Some(source) = texts.and_then(|texts| texts.sources.get(id.index()))
                && !sources.iter().any(|other| other.id == source.id)
            {
                sources.push(source);
            }
        }
        let row = |figure: &&crate::data::Figure| FigureRow {
            year: figure.year,
            value: figure.value,
            basis: if figure.measure == plot.title { String::new() } else { figure.measure.clone() },
            confidence: figure.confidence.name(),
        };
        PlotRow {
            title: plot.title,
            unit: plot.unit,
            share: plot.is_share(),
            figures: plot.figures.iter().map(row).collect(),
            sources: sources.into_iter().map(source_row).collect(),
        }
    }

    fn absence(&self, id: ActorId) -> String {
        let (dataset, moment) = (self.dataset, self.moment);
        let info = dataset.info();
        let name = |id: ActorId| dataset.actor(id).short_name.as_str();
        if !dataset.actor(id).exists(moment.playhead()) {
            return format!("{} does not exist at the end of {}.", name(id), moment.playhead().shown_year());
        }
        let with_rival = info.rival.filter(|rival| dataset.in_force(id, *rival, moment.playhead()).is_some());
        match with_rival {
            Some(rival) => format!("It has relations with {}, none with {}.", name(rival), name(info.ego)),
            None => format!("It has no relations with {}.", name(info.ego)),
        }
    }
}

/// What a focus is called: an actor's name, or the two of a tie.
pub(super) fn title(dataset: &Dataset, focus: Focus) -> String {
    let names: Vec<&str> = focus.ends().iter().map(|end| dataset.actor(*end).short_name.as_str()).collect();
    names.join(" – ")
}

fn place_of(scene: &Scene, is: impl Fn(Datum) -> bool) -> Option<[f64; 2]> {
    let point = |at: &Point| [at.x, at.y];
    scene.marks.iter().find_map(|mark| match mark {
        Mark::Disc { at, datum, .. } if is(*datum) => Some(point(at)),
        Mark::Path { points, datum, .. } if is(*datum) => points.get(points.len() / 2).map(point),
        _ => None,
    })
}

fn act_row(dataset: &Dataset, index: usize, date: Date) -> ActRow<'_> {
    let note = dataset.texts().and_then(|texts| texts.acts.get(index)).map_or("", |text| text.note.as_str());
    let act = &dataset.tables().acts[index];
    let done = match act.kind {
        ActKind::Established => "Relations established.",
        ActKind::Suspended => "Relations suspended.",
        ActKind::Severed => "Relations broken off.",
        ActKind::Restored => "Relations restored.",
        ActKind::EmbassyOpened => "Embassy opened.",
        ActKind::EmbassyClosed => "Embassy closed.",
    };
    let text = if note.is_empty() { done.to_owned() } else { format!("{done} {note}") };
    ActRow {
        date: date.in_words(),
        text,
        confidence: act.confidence.name(),
        source: act_source(dataset, index).map(source_row),
    }
}

fn act_source(dataset: &Dataset, index: usize) -> Option<&Source> {
    let texts = dataset.texts()?;
    texts.sources.get(texts.acts.get(index)?.source?.index())
}

fn doubt(confidence: Confidence, since: Date) -> &'static str {
    match confidence {
        Confidence::Low => "A guess, or a single weak source.",
        _ if since.is_doubtful() => "The date is uncertain.",
        Confidence::Medium => "A judgement on the sources.",
        Confidence::High => "",
    }
}
