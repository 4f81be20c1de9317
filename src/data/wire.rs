//! The long texts as they travel: one JSON object of columns, so that any host compresses it
//! and the page needs no more code to read it than for a list of lines.

use serde::Serialize;

use super::texts::{ActText, EraText, EventText, Figure, Source, SourceId, Texts, TieText};
use super::{ActorId, Confidence};

/// The long texts as columns: a table's nth value belongs to its nth row.
///
/// Lists of sources are indices into the source columns, separated by spaces.
/// Columns that a reader does not know are skipped.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the names say it: table, then column")]
pub struct Columns {
    pub actor_name: Vec<String>,
    pub actor_also: Vec<String>,
    pub tie_why: Vec<String>,
    pub tie_sources: Vec<String>,
    pub act_note: Vec<String>,
    pub act_source: Vec<String>,
    pub event_id: Vec<String>,
    pub event_summary: Vec<String>,
    pub event_sources: Vec<String>,
    pub era_source: Vec<String>,
    /// Two actors, the year, the value in ten-thousandths, the source and the confidence, as numbers.
    pub figure: Vec<String>,
    pub figure_measure: Vec<String>,
    pub figure_unit: Vec<String>,
    pub source_id: Vec<String>,
    pub source_title: Vec<String>,
    pub source_publisher: Vec<String>,
    pub source_url: Vec<String>,
}

impl Columns {
    /// The columns the page reads.
    pub fn of(texts: &Texts) -> Self {
        let list = |ids: &[SourceId]| {
            let numbers: Vec<String> = ids.iter().map(|id| id.index().to_string()).collect();
            numbers.join(" ")
        };
        Self {
            actor_name: texts.names.clone(),
            actor_also: texts.aliases.clone(),
            tie_why: texts.ties.iter().map(|tie| tie.why.clone()).collect(),
            tie_sources: texts.ties.iter().map(|tie| list(&tie.sources)).collect(),
            act_note: texts.acts.iter().map(|act| act.note.clone()).collect(),
            act_source: texts.acts.iter().map(|act| list(act.source.as_slice())).collect(),
            event_id: texts.events.iter().map(|event| event.id.clone()).collect(),
            event_summary: texts.events.iter().map(|event| event.summary.clone()).collect(),
            event_sources: texts.events.iter().map(|event| list(&event.sources)).collect(),
            era_source: texts.eras.iter().map(|era| list(era.source.as_slice())).collect(),
            figure: texts.figures.iter().map(figure_numbers).collect(),
            figure_measure: texts.figures.iter().map(|figure| figure.measure.clone()).collect(),
            figure_unit: texts.figures.iter().map(|figure| figure.unit.clone()).collect(),
            source_id: texts.sources.iter().map(|source| source.id.clone()).collect(),
            source_title: texts.sources.iter().map(|source| source.title.clone()).collect(),
            source_publisher: texts.sources.iter().map(|source| source.publisher.clone()).collect(),
            source_url: texts.sources.iter().map(|source| source.url.clone()).collect(),
        }
    }

    /// Fills the column of that name, if there is one: value after value, each ended by [`Columns::END`].
    ///
    /// A page reads the file by itself and hands each column over as one text:
    /// reading the JSON here would cost it 10 kB of code.
    pub fn fill(&mut self, name: &str, values: &str) {
        let column = match name {
            "actor_name" => &mut self.actor_name,
            "actor_also" => &mut self.actor_also,
            "tie_why" => &mut self.tie_why,
            "tie_sources" => &mut self.tie_sources,
            "act_note" => &mut self.act_note,
            "act_source" => &mut self.act_source,
            "event_id" => &mut self.event_id,
            "event_summary" => &mut self.event_summary,
            "event_sources" => &mut self.event_sources,
            "era_source" => &mut self.era_source,
            "figure" => &mut self.figure,
            "figure_measure" => &mut self.figure_measure,
            "figure_unit" => &mut self.figure_unit,
            "source_id" => &mut self.source_id,
            "source_title" => &mut self.source_title,
            "source_publisher" => &mut self.source_publisher,
            "source_url" => &mut self.source_url,
            _ => return,
        };
        *column = values.split_terminator(Self::END).map(str::to_owned).collect();
    }

    /// Ends each value of a column; no text holds it, for control characters are refused.
    pub const END: char = '\u{1f}';

    /// The texts these columns hold. Columns of different length lose their surplus.
    pub fn into_texts(self) -> Texts {
        let ties = self.tie_why.into_iter().zip(self.tie_sources);
        let acts = self.act_note.into_iter().zip(self.act_source);
        let events = self.event_id.into_iter().zip(self.event_summary).zip(self.event_sources);
        let figures = self.figure.into_iter().zip(self.figure_measure).zip(self.figure_unit);
        let sources = self.source_id.into_iter().zip(self.source_title);
        let places = self.source_publisher.into_iter().zip(self.source_url);
        Texts {
            names: self.actor_name,
            aliases: self.actor_also,
            ties: ties.map(|(why, list)| TieText { why, sources: ids(&list), paragraphs: Vec::new() }).collect(),
            acts: acts.map(|(note, list)| ActText { note, source: ids(&list).first().copied() }).collect(),
            events: events
                .map(|((id, summary), list)| EventText { id, summary, sources: ids(&list), paragraphs: Vec::new() })
                .collect(),
            eras: self
                .era_source
                .iter()
                .map(|list| EraText { id: String::new(), source: ids(list).first().copied() })
                .collect(),
            figures: figures.filter_map(|((numbers, measure), unit)| figure(&numbers, measure, unit)).collect(),
            sources: sources
                .zip(places)
                .map(|((id, title), (publisher, url))| Source { id, title, publisher, url, fragile: String::new() })
                .collect(),
            ..Texts::default()
        }
    }
}

fn ids(list: &str) -> Vec<SourceId> {
    list.split(' ').filter_map(|number| number.parse().ok().map(SourceId)).collect()
}

/// The parts of a value that travel.
const FINEST: f64 = 10_000.0;

fn figure_numbers(figure: &Figure) -> String {
    let value = libm::round(figure.value * FINEST) as i64;
    let source = figure.source.map_or(-1, |id| i64::from(id.0));
    let numbers =
        [i64::from(figure.a.0), i64::from(figure.b.0), i64::from(figure.year), value, source, figure.confidence as i64];
    numbers.map(|number| number.to_string()).join(" ")
}

fn figure(numbers: &str, measure: String, unit: String) -> Option<Figure> {
    let mut numbers = numbers.split(' ').filter_map(|number| number.parse::<i64>().ok());
    let mut next = || numbers.next();
    let actor = |number: i64| u16::try_from(number).ok().map(ActorId);
    Some(Figure {
        a: actor(next()?)?,
        b: actor(next()?)?,
        year: i16::try_from(next()?).ok()?,
        measure,
        unit,
        value: next()? as f64 / FINEST,
        source: u16::try_from(next()?).ok().map(SourceId),
        confidence: *[Confidence::Low, Confidence::Medium, Confidence::High].get(usize::try_from(next()?).ok()?)?,
    })
}
