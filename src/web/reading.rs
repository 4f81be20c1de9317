//! What the page reads about a year and about an actor.

use crate::data::{ActKind, ActorId, Dataset, Prominence, Source, Stance, sorted};
use crate::moment::{Basis, Change, ChangeKind, Moment, changes, ongoing};
use crate::scene::{Color, Palette, Theme, announcement, change_line, description, stance_name, value_text};
use crate::time::Playhead;

use super::convert::{ChangeRow, Count, Name, Outline, SourceRow, StanceName, TableRow, Year};

pub(super) fn outline(dataset: &Dataset) -> Outline<'_> {
    let info = dataset.info();
    let name = |id: ActorId| dataset.actor(id).short_name.as_str();
    Outline {
        title: &info.title,
        subtitle: &info.subtitle,
        first: info.first_year,
        last: info.last_year,
        version: &info.version,
        published: info.published,
        stances: Stance::LADDER
            .iter()
            .map(|stance| StanceName { value: stance.value(), name: stance_name(dataset, *stance) })
            .collect(),
        ego_name: name(info.ego),
        rival_name: info.rival.map(name),
        actors: dataset.actors().iter().map(|actor| Name { id: &actor.code, name: &actor.short_name }).collect(),
        lines: (info.first_year..=info.last_year)
            .map(|year| dataset.year_line(year).map_or("", |line| &line.line))
            .collect(),
    }
}

pub(super) fn year(dataset: &Dataset, year: i16, theme: Theme) -> Year<'_> {
    let info = dataset.info();
    let moment = Moment::at(dataset, Playhead::end_of(year));
    let changed = changes(dataset, year);
    let counts = moment.counts();
    let count = |id: ActorId, count: u32| {
        let actor = dataset.actor(id);
        Count { id: &actor.code, name: &actor.short_name, count }
    };
    Year {
        year,
        line: dataset.year_line(year).map_or("", |line| &line.line),
        counts: [count(info.ego, counts.ego)]
            .into_iter()
            .chain(info.rival.map(|rival| count(rival, counts.rival)))
            .collect(),
        value_text: value_text(dataset, &moment),
        announcement: announcement(dataset, year, &changed),
        description: description(dataset, &moment),
        ongoing: if changed.is_empty() { ongoing(dataset, year) } else { Vec::new() }
            .iter()
            .map(|change| row(dataset, change, theme))
            .collect(),
        changes: changed.iter().map(|change| row(dataset, change, theme)).collect(),
    }
}

fn row<'a>(dataset: &'a Dataset, change: &Change, theme: Theme) -> ChangeRow<'a> {
    let texts = dataset.texts();
    let (id, kind, summary, sources) = match change.kind {
        ChangeKind::Event(event) => {
            let text = texts.and_then(|texts| texts.events.get(event.index()));
            let sources =
                text.map(|text| text.sources.iter().filter_map(|id| texts?.sources.get(id.index())).collect());
            (format!("event-{}", event.index()), "event", text.map_or("", |text| &text.summary), sources)
        }
        ChangeKind::StanceChange { tie, .. } => {
            let why = texts.and_then(|texts| texts.ties.get(tie.index())).map_or("", |text| &text.why);
            (format!("tie-{}", tie.index()), "turn", why, Some(dataset.sources_of_tie(tie)))
        }
        ChangeKind::Act(act) => {
            let text = texts.and_then(|texts| texts.acts.get(act));
            let source = text.and_then(|text| texts?.sources.get(text.source?.index()));
            (format!("act-{act}"), "act", text.map_or("", |text| &text.note), source.map(|source| vec![source]))
        }
    };
    ChangeRow {
        id,
        date: change.date.in_words(),
        tone: change.tone,
        color: tone(change.tone, theme),
        title: change_line(dataset, change),
        summary,
        actors: change.actors.iter().map(|id| name(dataset, *id)).collect(),
        sources: sources.unwrap_or_default().into_iter().map(source_row).collect(),
        confidence: change.confidence.name(),
        kind,
        label: match change.tone {
            2.. => "much warmer",
            1 => "warmer",
            0 => "",
            -1 => "colder",
            _ => "much colder",
        }
        .to_owned(),
    }
}

/// The colour of a turn for better or worse.
pub(super) fn tone(tone: i8, theme: Theme) -> String {
    css(Palette::of(theme).tone(tone))
}

pub(super) fn table<'a>(dataset: &'a Dataset, moment: &Moment, theme: Theme) -> Vec<TableRow<'a>> {
    let mut rows: Vec<(Stance, Prominence, &str, TableRow<'a>)> = Vec::new();
    for (id, standing) in moment.alters() {
        let actor = dataset.actor(id);
        let row = TableRow {
            id: &actor.code,
            name: &actor.short_name,
            stance: standing.stance.value(),
            stance_name: stance_name(dataset, standing.stance),
            since: standing.since.in_words(),
            why: why(dataset, standing.basis),
            confidence: standing.confidence.name(),
            color: css(Palette::of(theme).stance(standing.stance)),
        };
        rows.push((standing.stance, actor.prominence, &actor.short_name, row));
    }
    let rows = sorted(rows, &|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(b.2)));
    rows.into_iter().map(|(.., row)| row).collect()
}

/// Why they stand as they do, in a sentence; without the texts, as much as is known without them.
pub(super) fn why(dataset: &Dataset, basis: Basis) -> String {
    match basis {
        Basis::Tie(tie) => {
            dataset.texts().and_then(|texts| texts.ties.get(tie.index())).map_or(String::new(), |text| text.why.clone())
        }
        Basis::Act(index) => format!("Relations {}; little beyond them is on record.", deed(dataset, index)),
    }
}

fn deed(dataset: &Dataset, index: usize) -> String {
    let act = &dataset.tables().acts[index];
    let done = match act.kind {
        ActKind::Established => "established",
        ActKind::Suspended => "suspended",
        ActKind::Severed => "broken off",
        ActKind::Restored => "restored",
        ActKind::EmbassyOpened => "served by an embassy opened",
        ActKind::EmbassyClosed => "without an embassy, closed",
    };
    format!("{done} {}", act.date.in_words())
}

pub(super) fn name(dataset: &Dataset, id: ActorId) -> Name<'_> {
    let actor = dataset.actor(id);
    Name { id: &actor.code, name: &actor.short_name }
}

pub(super) fn source_row(source: &Source) -> SourceRow<'_> {
    SourceRow { title: &source.title, publisher: &source.publisher, url: &source.url }
}

pub(super) fn css(color: Color) -> String {
    format!("#{:02x}{:02x}{:02x}", color.red, color.green, color.blue)
}
