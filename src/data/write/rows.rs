//! The rows of each table, made again of a dataset.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::super::places::added::columns;
use super::super::validate::dates::{AFTER, BEFORE, UNKNOWN};
use super::super::{
    Act, ActKind, ActText, Actor, ActorId, ActorKind, Chapter, Claim, Confidence, Dataset, Effect, Era, EventId,
    EventText, Figure, LaterReason, Prominence, Region, Source, SourceId, Stance, Texts, Tie, TieDirection, TieId,
    TieText, Verdict, YearLine,
};
use crate::time::Date;

/// A table: the columns that hold anything, and as many values in each row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sheet {
    pub(super) file: &'static str,
    pub(super) columns: Vec<Cow<'static, str>>,
    pub(super) rows: Vec<Vec<String>>,
}

impl Sheet {
    /// A table of rows; columns in which nothing stands are left out, but for the first `needed`.
    fn of(
        file: &'static str,
        columns: &[&'static str],
        needed: usize,
        rows: impl Iterator<Item = Vec<String>>,
    ) -> Self {
        let rows: Vec<Vec<String>> = rows.collect();
        let is_kept = |column: usize| column < needed || rows.iter().any(|row| !row[column].is_empty());
        let kept: Vec<usize> = (0..columns.len()).filter(|column| is_kept(*column)).collect();
        Self {
            file,
            columns: kept.iter().map(|column| Cow::Borrowed(columns[*column])).collect(),
            rows: rows.iter().map(|row| kept.iter().map(|column| row[*column].clone()).collect()).collect(),
        }
    }

    /// Adds the columns of other languages, whose values stand in the order of the rows.
    fn translate(&mut self, texts: &Texts) {
        for (name, values) in columns(texts, self.file.trim_end_matches(".csv")) {
            self.columns.push(Cow::Owned(name));
            for (index, row) in self.rows.iter_mut().enumerate() {
                row.push(values.get(index).cloned().unwrap_or_default());
            }
        }
    }
}

/// Every table that has rows, in the order of the schema; actors and ties always.
pub(super) fn sheets(dataset: &Dataset) -> Vec<Sheet> {
    let none = Texts::default();
    let texts = dataset.texts().unwrap_or(&none);
    let names = Names { dataset, texts, has_event_ids: has_event_ids(dataset) };
    let mut sheets = vec![names.actors(), names.ties()];
    let further = [
        names.reasons(),
        names.acts(),
        names.events(),
        names.sources(),
        names.years(),
        names.eras(),
        names.claims(),
        names.chapters(),
        names.figures(),
    ];
    sheets.extend(further.into_iter().filter(|sheet| !sheet.rows.is_empty()));
    for sheet in &mut sheets {
        sheet.translate(texts);
    }
    sheets
}

/// Whether every event has the id of its table: texts that travelled as columns hold none.
pub(super) fn has_event_ids(dataset: &Dataset) -> bool {
    let texts = dataset.texts().map_or(&[][..], |texts| &texts.events);
    let given: BTreeSet<&str> = texts.iter().map(|event| event.id.as_str()).collect();
    given.len() == dataset.tables().events.len() && !given.contains("")
}

/// The word of a value in the tables; empty when there is none.
pub(super) fn word<T: PartialEq>(names: &[(&'static str, T)], value: &T) -> &'static str {
    names.iter().find(|(_, other)| other == value).map_or("", |(name, _)| name)
}

/// What rows call things.
struct Names<'a> {
    dataset: &'a Dataset,
    texts: &'a Texts,
    has_event_ids: bool,
}

fn date(date: Option<Date>) -> String {
    date.map_or(String::new(), |date| date.to_string())
}

/// The first day of a tie, as a table has it.
fn from(tie: &Tie) -> String {
    format!("{}{}", if tie.manner.censoring().from { BEFORE } else { "" }, tie.spell.from)
}

/// The first day on which a tie no longer held, as a table has it.
fn to(tie: &Tie) -> String {
    match tie.spell.to {
        None if tie.manner.censoring().end_unknown => UNKNOWN.to_owned(),
        Some(to) if tie.manner.censoring().to => format!("{to}{AFTER}"),
        to => date(to),
    }
}

fn number<T: ToString>(value: Option<T>) -> String {
    value.map_or(String::new(), |value| value.to_string())
}

fn confidence(confidence: Confidence) -> String {
    // What a table does not say is of high confidence.
    let said = Some(confidence).filter(|confidence| *confidence != Confidence::High);
    said.map_or(String::new(), |confidence| word(&Confidence::NAMES, &confidence).to_owned())
}

fn list(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(" ")
}

impl Names<'_> {
    /// The id of an event. Where the texts travelled as columns, which hold no ids, its place in time.
    fn event(&self, id: EventId) -> String {
        let text = self.texts.events.get(id.index()).filter(|_| self.has_event_ids);
        text.map_or_else(|| format!("event-{}", id.index() + 1), |text| text.id.clone())
    }

    fn events_of(&self, events: &[EventId]) -> String {
        list(events.iter().map(|id| self.event(*id)))
    }

    fn actor(&self, id: ActorId) -> String {
        self.dataset.actor(id).code.clone()
    }

    fn source(&self, id: SourceId) -> String {
        let source = self.texts.sources.get(id.index());
        // Texts that travelled as columns hold no ids.
        let numbered = || format!("source-{}", id.index() + 1);
        source.map_or_else(String::new, |source| if source.id.is_empty() { numbered() } else { source.id.clone() })
    }

    fn sources_of(&self, sources: &[SourceId]) -> String {
        list(sources.iter().map(|id| self.source(*id)))
    }

    fn tie(&self, id: TieId) -> String {
        self.dataset.tie_name(id)
    }

    fn actors(&self) -> Sheet {
        const COLUMNS: [&str; 14] = [
            "id",
            "name",
            "short_name",
            "also",
            "kind",
            "region",
            "from",
            "to",
            "successor",
            "prominence",
            "bearing",
            "x",
            "y",
            "lon",
        ];
        // A longitude that no row says is 0.
        let has_longitudes = self.dataset.actors().iter().any(|actor| actor.lon != 0.0);
        let row = |(index, actor): (usize, &Actor)| {
            let text = |texts: &[String]| texts.get(index).cloned().unwrap_or_default();
            vec![
                actor.code.clone(),
                text(&self.texts.names),
                actor.short_name.clone(),
                text(&self.texts.aliases),
                word(&ActorKind::NAMES, &actor.kind).to_owned(),
                word(&Region::NAMES, &actor.region).to_owned(),
                date(actor.from),
                date(actor.to),
                list(actor.successors.iter().map(|id| self.actor(*id))),
                word(&Prominence::NAMES, &actor.prominence).to_owned(),
                number(actor.bearing),
                number(actor.position.map(|position| position.x)),
                number(actor.position.map(|position| position.y)),
                number(has_longitudes.then_some(actor.lon)),
            ]
        };
        Sheet::of("actors.csv", &COLUMNS, 1, self.dataset.actors().iter().enumerate().map(row))
    }

    fn ties(&self) -> Sheet {
        const COLUMNS: [&str; 14] = [
            "a",
            "b",
            "from",
            "to",
            "stance",
            "weight",
            "direction",
            "group",
            "why",
            "alternative",
            "alternative_reason",
            "events",
            "sources",
            "confidence",
        ];
        let none = TieText::default();
        let ties = self.dataset.tables().ties.iter().enumerate();
        let row = |(index, tie): (usize, &Tie)| {
            let text = self.texts.ties.get(index).unwrap_or(&none);
            vec![
                self.actor(tie.a),
                self.actor(tie.b),
                from(tie),
                to(tie),
                tie.stance.value().to_string(),
                number(tie.weight),
                // Both ways is not said.
                Some(tie.manner.direction())
                    .filter(|way| *way != TieDirection::Both)
                    .map_or("", |way| word(&TieDirection::NAMES, &way))
                    .to_owned(),
                text.group.clone(),
                text.why.clone(),
                number(tie.alternative.map(Stance::value)),
                text.alternative_reason.clone(),
                self.events_of(&tie.events),
                self.sources_of(&text.sources),
                confidence(tie.confidence),
            ]
        };
        Sheet::of("ties.csv", &COLUMNS, 5, ties.map(row))
    }

    fn reasons(&self) -> Sheet {
        let row = |reason: &LaterReason| {
            vec![self.tie(reason.tie), self.step(reason.year), reason.why.clone(), self.sources_of(&reason.sources)]
        };
        let rows = self.texts.reasons.iter().map(row);
        Sheet::of("reasons.csv", &["tie", "year", "why", "sources"], 3, rows)
    }

    fn acts(&self) -> Sheet {
        const COLUMNS: [&str; 7] = ["actor", "toward", "date", "act", "note", "source", "confidence"];
        let none = ActText::default();
        let row = |(index, act): (usize, &Act)| {
            let text = self.texts.acts.get(index).unwrap_or(&none);
            vec![
                self.actor(act.actor),
                self.actor(act.toward),
                act.date.to_string(),
                word(&ActKind::NAMES, &act.kind).to_owned(),
                text.note.clone(),
                text.source.map_or(String::new(), |id| self.source(id)),
                confidence(act.confidence),
            ]
        };
        Sheet::of("acts.csv", &COLUMNS, 4, self.dataset.tables().acts.iter().enumerate().map(row))
    }

    fn events(&self) -> Sheet {
        const COLUMNS: [&str; 9] =
            ["id", "date", "until", "actors", "title", "summary", "effect", "sources", "confidence"];
        let none = EventText::default();
        let ego = self.dataset.info().ego;
        let effect = |effect: &Effect| {
            let [low, high] = effect.dyad.both();
            let whom = match (Some(low) == ego, Some(high) == ego) {
                (true, _) => self.actor(high),
                (_, true) => self.actor(low),
                _ => format!("{}-{}", self.actor(low), self.actor(high)),
            };
            format!("{whom}:{}", effect.change)
        };
        let row = |id: EventId| {
            let event = self.dataset.event(id);
            let text = self.texts.events.get(id.index()).unwrap_or(&none);
            vec![
                self.event(id),
                event.date.to_string(),
                date(event.until),
                list(event.actors.iter().map(|id| self.actor(*id))),
                event.title.clone(),
                text.summary.clone(),
                list(event.effects.iter().map(effect)),
                self.sources_of(&text.sources),
                confidence(event.confidence),
            ]
        };
        Sheet::of("events.csv", &COLUMNS, 2, self.dataset.event_ids().map(row))
    }

    fn sources(&self) -> Sheet {
        let row = |(index, source): (usize, &Source)| {
            let id = self.source(SourceId(index as u16));
            [&id, &source.title, &source.publisher, &source.url, &source.fragile].map(String::clone).to_vec()
        };
        let rows = self.texts.sources.iter().enumerate().map(row);
        Sheet::of("sources.csv", &["id", "title", "publisher", "url", "fragile"], 2, rows)
    }

    fn step(&self, step: i16) -> String {
        self.dataset.info().step_id(step).to_string()
    }

    fn years(&self) -> Sheet {
        let row = |year: &YearLine| vec![self.step(year.year), year.line.clone(), self.events_of(&year.events)];
        let rows = self.dataset.tables().years.iter().map(row);
        Sheet::of("years.csv", &["year", "line", "events"], 2, rows)
    }

    fn eras(&self) -> Sheet {
        const COLUMNS: [&str; 6] = ["id", "kind", "title", "from", "to", "source"];
        // Ids come with the texts, unless those travelled as columns.
        let given: BTreeSet<&str> = self.texts.eras.iter().map(|era| era.id.as_str()).collect();
        let has_ids = given.len() == self.dataset.eras().len() && !given.contains("");
        let row = |(index, era): (usize, &Era)| {
            let text = self.texts.eras.get(index);
            let id = text.filter(|_| has_ids).map_or_else(|| format!("era-{}", index + 1), |text| text.id.clone());
            let source = text.and_then(|text| text.source).map_or(String::new(), |id| self.source(id));
            vec![id, era.kind.clone(), era.title.clone(), era.spell.from.to_string(), date(era.spell.to), source]
        };
        Sheet::of("eras.csv", &COLUMNS, 4, self.dataset.eras().iter().enumerate().map(row))
    }

    fn claims(&self) -> Sheet {
        const COLUMNS: [&str; 7] = ["number", "claim", "carried_by", "verdict", "record", "section", "sources"];
        let row = |claim: &Claim| {
            let events = claim.events.iter().map(|id| self.event(*id));
            vec![
                claim.number.clone(),
                claim.claim.clone(),
                list(events.chain(claim.ties.iter().map(|id| self.tie(*id)))),
                word(&Verdict::NAMES, &claim.verdict).to_owned(),
                claim.record.clone(),
                claim.section.clone(),
                self.sources_of(&claim.sources),
            ]
        };
        Sheet::of("claims.csv", &COLUMNS, 5, self.texts.claims.iter().map(row))
    }

    fn chapters(&self) -> Sheet {
        const COLUMNS: [&str; 11] =
            ["id", "section", "title", "from", "to", "focus", "text", "compare", "aside", "events", "claims"];
        let row = |chapter: &Chapter| {
            let focus: Vec<String> = chapter.focus.iter().map(|id| self.actor(*id)).collect();
            vec![
                chapter.id.clone(),
                chapter.section.clone(),
                chapter.title.clone(),
                self.step(chapter.from),
                self.step(chapter.to),
                focus.join("-"),
                chapter.text.clone(),
                chapter.compare.map_or(String::new(), |step| self.step(step)),
                chapter.aside.clone(),
                self.events_of(&chapter.events),
                chapter.claims.join(" "),
            ]
        };
        Sheet::of("chapters.csv", &COLUMNS, 7, self.texts.chapters.iter().map(row))
    }

    fn figures(&self) -> Sheet {
        const COLUMNS: [&str; 8] = ["a", "b", "year", "measure", "unit", "value", "source", "confidence"];
        let row = |figure: &Figure| {
            vec![
                self.actor(figure.a),
                self.actor(figure.b),
                self.step(figure.year),
                figure.measure.clone(),
                figure.unit.clone(),
                figure.value.to_string(),
                figure.source.map_or(String::new(), |id| self.source(id)),
                confidence(figure.confidence),
            ]
        };
        Sheet::of("figures.csv", &COLUMNS, 6, self.texts.figures.iter().map(row))
    }
}
