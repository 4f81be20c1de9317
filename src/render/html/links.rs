//! Links of the page: to other pages, to a source, to a year with a focus, to a claim, to a step.

use core::fmt::Write as _;

use crate::data::{Dataset, EventId, Source, SourceId, TieId};
use crate::words::{source_row, span};

use crate::data::escape;

/// The pages that the site of a dataset has, in the order of their links:
/// `index`, then `story`, `claims` and `sources` where there are any.
pub fn html_pages(dataset: &Dataset) -> Vec<&'static str> {
    let has = |id: &str| {
        let Some(texts) = dataset.texts() else { return false };
        match id {
            "story" => !texts.chapters.is_empty(),
            "claims" => !texts.claims.is_empty(),
            _ => !texts.sources.is_empty(),
        }
    };
    ["index"].into_iter().chain(["story", "claims", "sources"].into_iter().filter(|id| has(id))).collect()
}

/// A source as a link; without an address, its name alone.
pub(super) fn source(dataset: &Dataset, source: &Source) -> String {
    let row = source_row(dataset, source);
    let (words, title) = (escape(&row.words), escape(row.title));
    if row.url.is_empty() {
        return format!("<cite title=\"{title}\">{words}</cite>");
    }
    format!("<a href=\"{}\" title=\"{title}\" rel=\"noopener noreferrer nofollow\">{words}</a>", escape(row.url))
}

/// A line of sources, each once.
pub(super) fn sources(dataset: &Dataset, ids: &[SourceId]) -> String {
    let Some(texts) = dataset.texts() else { return String::new() };
    let mut seen: Vec<SourceId> = Vec::new();
    let mut line = String::new();
    for id in ids {
        if !seen.contains(id) {
            seen.push(*id);
            if let Some(found) = texts.sources.get(id.index()) {
                let _ = write!(line, "{}{}", if line.is_empty() { "" } else { " " }, source(dataset, found));
            }
        }
    }
    if line.is_empty() { line } else { format!("<p class=\"sources\">{line}</p>") }
}

/// The page of the picture, in the language in which the dataset is read.
pub(super) fn picture(dataset: &Dataset) -> String {
    super::languages::index(dataset.language().code())
}

/// A way into the picture: a year and, if given, who is in focus.
pub(super) fn view(dataset: &Dataset, year: i16, focus: &str) -> String {
    let info = dataset.info();
    let year = year.clamp(info.first_year, info.last_year);
    let focus = if focus.is_empty() { String::new() } else { format!("&amp;focus={}", escape(focus)) };
    format!("{}#year={}{focus}", picture(dataset), info.step_id(year))
}

/// An event as a link to its year, with whoever it concerned most in focus.
pub(super) fn event(dataset: &Dataset, id: EventId) -> String {
    let event = dataset.event(id);
    let ego = dataset.ego();
    let other = event.effects.iter().find_map(|effect| dataset.alter(effect.dyad));
    let other = other.or_else(|| event.actors.iter().copied().find(|actor| Some(*actor) != ego));
    let focus = other.map_or("", |actor| &dataset.actor(actor).code);
    format!("<a href=\"{}\">{}</a>", view(dataset, event.date.step(), focus), escape(&event.title))
}

/// A tie as a link to the year it began: `China – North Korea, since 6 October 1949`.
pub(super) fn tie(dataset: &Dataset, id: TieId) -> String {
    let tie = dataset.tie(id);
    let name = |actor| dataset.actor(actor).short_name.as_str();
    let focus = match dataset.alter(tie.dyad()) {
        Some(other) => dataset.actor(other).code.clone(),
        None => format!("{}-{}", dataset.actor(tie.a).code, dataset.actor(tie.b).code),
    };
    let words = format!("{} – {}, {}", name(tie.a), name(tie.b), span(dataset, tie.spell));
    format!("<a href=\"{}\">{}</a>", view(dataset, tie.spell.from.step(), &focus), escape(&words))
}
