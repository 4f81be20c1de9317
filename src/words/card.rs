//! All that is known of whoever is in focus: an actor, or the tie of two others.

use serde::Serialize;

use crate::data::{ActorId, Dataset, Dyad, TieId, joined, order};
use crate::layout::{Focus, Layout, holders};
use crate::moment::{Basis, Moment, events_between};

use super::act::act_row;
use super::capitalised;
use super::date::{date_words, step_name};
use super::doubt::doubt;
use super::figures::{Series, measures};
use super::row::{MOST_ROWS, Row, Section, name, titled};
use super::standing::{current_tie, holder, in_focus, spell, stance_name, standing};
use super::strength::{span_of, weight};

/// All that is known of whoever is in focus.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Card<'a> {
    /// How it stands at the end of the shown year.
    pub row: Row<'a>,
    /// The full name, unless it is the name.
    pub full_name: &'a str,
    /// Who else holds the slot at other times, in a sentence.
    pub others: String,
    /// Of when the row is true.
    pub as_of: String,
    /// What is said when it comes into focus.
    pub said: String,
    /// `ties` with others, `spells`, `events` and `acts`, as far as there are any.
    pub sections: Vec<Section<'a>>,
    /// What was measured, to stand after the spells.
    pub series: Vec<Series<'a>>,
    /// What is said to put it in the centre; empty where the dataset names who stands there.
    pub centre: &'static str,
}

/// All that is known of whoever is in focus at the moment; `None` for nobody. Reasons, sources and figures come with the texts.
pub fn card<'a>(dataset: &'a Dataset, layout: &Layout, moment: &Moment, focus: Focus) -> Option<Card<'a>> {
    let row = standing(dataset, layout, moment, focus)?;
    let mut card = Card {
        as_of: format!("At the end of {}:", step_name(dataset, moment.playhead().shown_year())),
        said: in_focus(&row),
        row,
        full_name: "",
        others: String::new(),
        sections: Vec::new(),
        series: Vec::new(),
        centre: "",
    };
    let ego: Vec<ActorId> = dataset.ego().into_iter().collect();
    let writer = Writer { dataset, layout, moment };
    match focus {
        Focus::Nobody => return None,
        Focus::Actor(asked) => {
            let id = holder(dataset, layout, moment, asked);
            let chain = holders(layout, asked);
            let full = dataset.texts().and_then(|texts| texts.names.get(id.index()));
            card.full_name = full.filter(|full| **full != card.row.title).map_or("", |full| full);
            let others: Vec<&str> =
                chain.iter().filter(|other| **other != id).map(|other| name(dataset, *other)).collect();
            if !others.is_empty() {
                card.others = format!("In the same place at other times: {}", joined(&others, ", "));
            }
            let current = moment.standing(id).and_then(|standing| match standing.basis {
                Basis::Tie(tie) => Some(tie),
                Basis::Act(_) => None,
            });
            let mut acts = Vec::new();
            for (holder, ego) in chain.iter().flat_map(|holder| ego.iter().map(move |ego| (*holder, *ego))) {
                acts.extend(dataset.acts_toward(holder, ego).map(|(index, _)| act_row(dataset, index)));
            }
            let title =
                format!("How it stood to others at the end of {}", step_name(dataset, moment.playhead().shown_year()));
            card.add(dataset, "ties", title, writer.ties(&chain));
            if let [ego] = ego[..] {
                card.add_spells(dataset, writer.spells([asked, ego], current));
            }
            card.add_events(dataset, writer.events(&chain, &ego));
            card.add(dataset, "acts", "Diplomatic acts".to_owned(), acts);
            if dataset.can_be_centre(id) && dataset.ego() != Some(id) {
                card.centre = "Put it in the centre";
            }
            card.series = measures(dataset, layout, asked).iter().map(|measure| measure.in_words(dataset)).collect();
        }
        Focus::Tie(dyad) => {
            let [a, b] = dyad.both();
            card.add_spells(dataset, writer.spells([a, b], current_tie(dataset, layout, moment, [a, b])));
            card.add_events(dataset, writer.events(&holders(layout, a), &holders(layout, b)));
        }
    }
    Some(card)
}

impl<'a> Card<'a> {
    fn add(&mut self, dataset: &Dataset, kind: &'static str, title: String, mut rows: Vec<Row<'a>>) {
        let title = titled(dataset, title, rows.len());
        rows.truncate(MOST_ROWS);
        if !rows.is_empty() {
            self.sections.push(Section { kind, title, rows });
        }
    }

    fn add_spells(&mut self, dataset: &Dataset, rows: Vec<Row<'a>>) {
        self.add(dataset, "spells", format!("How it stood over the years ({})", rows.len()), rows);
    }

    fn add_events(&mut self, dataset: &Dataset, rows: Vec<Row<'a>>) {
        let years = rows.first().and_then(|row| row.year).zip(rows.last().and_then(|row| row.year));
        let title = match years.filter(|(first, last)| first != last) {
            Some((first, last)) => format!("What happened, {first}–{last}"),
            None => "What happened".to_owned(),
        };
        self.add(dataset, "events", title, rows);
    }
}

/// What the sections of a card are written from.
struct Writer<'a, 'b> {
    dataset: &'a Dataset,
    layout: &'b Layout,
    moment: &'b Moment,
}

impl<'a> Writer<'a, '_> {
    /// The rows of the table between two places, whoever held them, earliest first; those that hold are current.
    fn spells(&self, [a, b]: [ActorId; 2], current: Option<TieId>) -> Vec<Row<'a>> {
        let (dataset, playhead) = (self.dataset, self.moment.playhead());
        let current = current.map_or_else(Vec::new, |id| dataset.rows_of(id, playhead));
        let mut found: Vec<TieId> = Vec::new();
        for one in holders(self.layout, a) {
            for other in holders(self.layout, b) {
                found.extend(Dyad::new(one, other).into_iter().flat_map(|dyad| dataset.rows_between(dyad)));
            }
        }
        let from = |at: usize| dataset.tie(found[at]).spell.from;
        let mut rows = Vec::new();
        for at in order(found.len(), &|a, b| from(a).cmp(&from(b))) {
            let id = found[at];
            let mut row = spell(dataset, id, "", "", span_of(dataset, dataset.tie(id)), playhead);
            row.current = current.contains(&id);
            rows.push(row);
        }
        rows
    }

    /// The ties with others than the ego, warmest first.
    fn ties(&self, chain: &[ActorId]) -> Vec<Row<'a>> {
        let dataset = self.dataset;
        let ties = self.moment.ties_among_others(dataset);
        let stance = |index: usize| dataset.tie(ties[index].1).stance;
        let mut rows = Vec::new();
        for index in order(ties.len(), &|a, b| stance(b).cmp(&stance(a))) {
            let dyad = ties[index].0;
            let Some((own, other)) = chain.iter().find_map(|own| Some((*own, dyad.other(*own)?))) else { continue };
            let code = format!("{}-{}", dataset.actor(own).code, dataset.actor(other).code);
            let how = stance_name(dataset, stance(index));
            let text = capitalised(&weight(dataset, dataset.tie(ties[index].1)));
            let mut row = Row::new(&code, name(dataset, other), how, String::new(), &text);
            row.stance = Some(stance(index).value());
            rows.push(row);
        }
        rows
    }

    fn events(&self, these: &[ActorId], those: &[ActorId]) -> Vec<Row<'a>> {
        let mut rows = Vec::new();
        for (id, change) in events_between(self.dataset, these, those) {
            let event = self.dataset.event(id);
            let code = format!("event-{}", id.index());
            let mut row = Row::new(&code, &event.title, "", date_words(self.dataset, event.date), "");
            row.doubt = doubt(event.confidence, event.date);
            row.tone = Some(change.unwrap_or(0));
            row.year = Some(event.date.step());
            row.index = Some(id.index());
            row.current = event.date.step() == self.moment.playhead().shown_year();
            rows.push(row);
        }
        rows
    }
}
