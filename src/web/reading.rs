//! What the page reads about a year and about an actor.

use crate::data::{ActKind, ActorId, Confidence, Dataset, Source, Stance, sorted};
use crate::moment::{Basis, Change, Matter, Moment, changes, ongoing};
use crate::scene::{
    Color, Datum, Mark, Palette, Scene, Theme, announcement, change_line, description, stance_name, value_text,
};
use crate::time::Playhead;

use super::convert::{ActRow, Card, ChangeRow, Count, Name, Outline, SourceRow, SpellRow, StanceName, TableRow, Year};

pub(super) fn outline(dataset: &Dataset) -> Outline<'_> {
    let rules = dataset.rules();
    let name = |id: ActorId| dataset.actor(id).short_name.as_str();
    Outline {
        title: &rules.title,
        subtitle: &rules.subtitle,
        first: rules.first_year,
        last: rules.last_year,
        version: &rules.version,
        published: rules.published,
        stances: Stance::LADDER
            .iter()
            .map(|stance| StanceName { value: stance.value(), name: stance_name(dataset, *stance) })
            .collect(),
        ego_name: name(rules.ego),
        rival_name: rules.rival.map(name),
        actors: dataset.actors().iter().map(|actor| Name { id: &actor.code, name: &actor.short_name }).collect(),
        lines: (rules.first_year..=rules.last_year)
            .map(|year| dataset.year_line(year).map_or("", |line| &line.line))
            .collect(),
    }
}

pub(super) fn year(dataset: &Dataset, year: i16, theme: Theme) -> Year<'_> {
    let rules = dataset.rules();
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
        counts: [count(rules.ego, counts.ego)]
            .into_iter()
            .chain(rules.rival.map(|rival| count(rival, counts.rival)))
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
    let (id, kind, summary, sources) = match change.matter {
        Matter::Event(event) => {
            let text = texts.and_then(|texts| texts.events.get(event.index()));
            let sources =
                text.map(|text| text.sources.iter().filter_map(|id| texts?.sources.get(id.index())).collect());
            (format!("event-{}", event.index()), "event", text.map_or("", |text| &text.summary), sources)
        }
        Matter::Turn { tie, .. } => {
            let why = texts.and_then(|texts| texts.ties.get(tie.index())).map_or("", |text| &text.why);
            (format!("tie-{}", tie.index()), "turn", why, Some(dataset.sources_of_tie(tie)))
        }
        Matter::Act(act) => {
            let text = texts.and_then(|texts| texts.acts.get(act));
            let source = text.and_then(|text| texts?.sources.get(text.source?.index()));
            (format!("act-{act}"), "act", text.map_or("", |text| &text.note), source.map(|source| vec![source]))
        }
    };
    let palette = Palette::of(theme);
    let color = match change.tone {
        2.. => palette.stance(Stance::PARTNER),
        1 => palette.stance(Stance::CORDIAL),
        0 => palette.stance(Stance::DISTANT),
        -1 => palette.stance(Stance::STRAINED),
        _ => palette.stance(Stance::HOSTILE),
    };
    ChangeRow {
        id,
        date: change.date.in_words(),
        tone: change.tone,
        color: css(color),
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

pub(super) fn table<'a>(dataset: &'a Dataset, moment: &Moment, theme: Theme) -> Vec<TableRow<'a>> {
    let mut rows: Vec<(Stance, u8, &str, TableRow<'a>)> = Vec::new();
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
fn why(dataset: &Dataset, basis: Basis) -> String {
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

pub(super) fn card<'a>(dataset: &'a Dataset, moment: &Moment, id: ActorId, scene: &Scene, theme: Theme) -> Card<'a> {
    let ego = dataset.rules().ego;
    let actor = dataset.actor(id);
    let palette = Palette::of(theme);
    let standing = moment.standing(id);
    let place = scene.marks.iter().find_map(|mark| match mark {
        Mark::Disc { at, datum: Datum::Actor(other), .. } if *other == id => Some(*at),
        _ => None,
    });
    let sources = match standing.map(|standing| standing.basis) {
        Some(Basis::Tie(tie)) => dataset.sources_of_tie(tie),
        Some(Basis::Act(act)) => act_source(dataset, act).into_iter().collect(),
        None => Vec::new(),
    };
    let current = standing.and_then(|standing| match standing.basis {
        Basis::Tie(tie) => Some(tie),
        Basis::Act(_) => None,
    });
    let ties = crate::data::Dyad::new(id, ego).into_iter().flat_map(|dyad| dataset.ties_between(dyad));
    Card {
        id: &actor.code,
        name: &actor.short_name,
        full_name: dataset.texts().and_then(|texts| texts.names.get(id.index())).unwrap_or(&actor.short_name),
        x: place.map(|at| at.x),
        y: place.map(|at| at.y),
        stance: standing.map(|standing| standing.stance.value()),
        stance_name: standing.map_or("no relations", |standing| stance_name(dataset, standing.stance)).to_owned(),
        since: standing.map_or(String::new(), |standing| standing.since.in_words()),
        why: standing.map_or_else(|| absence(dataset, moment, id), |standing| why(dataset, standing.basis)),
        confidence: standing.map_or(Confidence::High, |standing| standing.confidence).name(),
        doubt: standing.map_or(String::new(), |standing| doubt(standing.confidence, standing.since.is_doubtful())),
        color: css(standing.map_or(palette.absent, |standing| palette.stance(standing.stance))),
        sources: sources.into_iter().map(source_row).collect(),
        spells: ties
            .map(|tie_id| {
                let tie = dataset.tie(tie_id);
                let text = dataset.texts().and_then(|texts| texts.ties.get(tie_id.index()));
                SpellRow {
                    from: tie.spell.from.in_words(),
                    to: tie.spell.to.map_or(String::new(), crate::time::Date::in_words),
                    stance: tie.stance.value(),
                    stance_name: stance_name(dataset, tie.stance),
                    why: text.map_or("", |text| &text.why),
                    color: css(palette.stance(tie.stance)),
                    current: current == Some(tie_id),
                    confidence: tie.confidence.name(),
                    sources: dataset.sources_of_tie(tie_id).into_iter().map(source_row).collect(),
                }
            })
            .collect(),
        acts: dataset.acts_toward(id, ego).map(|(index, act)| act_row(dataset, index, act.date.in_words())).collect(),
    }
}

fn act_row(dataset: &Dataset, index: usize, date: String) -> ActRow<'_> {
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
    ActRow { date, text, source: act_source(dataset, index).map(source_row) }
}

fn act_source(dataset: &Dataset, index: usize) -> Option<&Source> {
    let texts = dataset.texts()?;
    texts.sources.get(texts.acts.get(index)?.source?.index())
}

fn absence(dataset: &Dataset, moment: &Moment, id: ActorId) -> String {
    let rules = dataset.rules();
    let name = |id: ActorId| dataset.actor(id).short_name.as_str();
    if !dataset.actor(id).exists(moment.playhead()) {
        return format!("{} does not exist at the end of {}.", name(id), moment.playhead().shown_year());
    }
    let with_rival = rules.rival.filter(|rival| dataset.in_force(id, *rival, moment.playhead()).is_some());
    match with_rival {
        Some(rival) => format!("It has relations with {}, none with {}.", name(rival), name(rules.ego)),
        None => format!("It has no relations with {}.", name(rules.ego)),
    }
}

fn doubt(confidence: Confidence, date: bool) -> String {
    match (confidence, date) {
        (Confidence::Low, _) => "A guess, or a single weak source.".to_owned(),
        (_, true) => "The date is uncertain.".to_owned(),
        (Confidence::Medium, _) => "A judgement on the sources.".to_owned(),
        (Confidence::High, _) => String::new(),
    }
}

fn name(dataset: &Dataset, id: ActorId) -> Name<'_> {
    let actor = dataset.actor(id);
    Name { id: &actor.code, name: &actor.short_name }
}

fn source_row(source: &Source) -> SourceRow<'_> {
    SourceRow { title: &source.title, publisher: &source.publisher, url: &source.url }
}

fn css(color: Color) -> String {
    format!("#{:02x}{:02x}{:02x}", color.red, color.green, color.blue)
}
