//! All sources: who says so, how often, and which addresses may not last.

use core::fmt::Write as _;

use crate::data::{Dataset, Source, SourceId, Texts};
use crate::words::counted;

use super::links;
use crate::data::escape;

/// How many facts of a sort there are, and on how many sources they rest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// All of them.
    pub facts: usize,
    /// Those that rest on one source alone.
    pub single: usize,
    /// Those that name none.
    pub none: usize,
}

/// The coverage of spells, events and acts, in this order.
///
/// A spell rests on its own sources and on those of the events it names; an act has room for one source only.
pub fn coverage(dataset: &Dataset) -> [Coverage; 3] {
    let mut all = [Coverage::default(); 3];
    let Some(texts) = dataset.texts() else { return all };
    let mut count = |sort: usize, mut sources: Vec<SourceId>| {
        sources.sort_unstable();
        sources.dedup();
        all[sort].facts += 1;
        all[sort].single += usize::from(sources.len() == 1);
        all[sort].none += usize::from(sources.is_empty());
    };
    for (tie, text) in dataset.tables().ties.iter().zip(&texts.ties) {
        let events = tie.events.iter().flat_map(|id| &texts.events[id.index()].sources);
        count(0, text.sources.iter().chain(events).copied().collect());
    }
    for event in &texts.events {
        count(1, event.sources.clone());
    }
    for act in &texts.acts {
        count(2, act.source.into_iter().collect());
    }
    all
}

/// What is wrong with the form of an address; `None` when nothing is. An empty one is a document that is not on the web.
pub fn malformed(url: &str) -> Option<&'static str> {
    if url.is_empty() {
        return None;
    }
    let Some(rest) = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")) else {
        return Some("it must begin with https:// or http://");
    };
    if url.chars().any(|letter| letter.is_whitespace() || letter.is_control()) {
        return Some("it holds a space or a control character; write %20 for a space");
    }
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if host.contains('@') {
        return Some("it holds a name or password before the host");
    }
    let host = host.split(':').next().unwrap_or_default();
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-')
    };
    if !host.contains('.') || !host.split('.').all(is_label) {
        return Some("its host is no name with a dot in it");
    }
    if rest.matches('(').count() != rest.matches(')').count() {
        return Some("it has a bracket without its other half, as happens when an address is cut");
    }
    None
}

/// Every source by publisher, with how many facts cite it, under a sentence that counts those with one source alone.
pub fn html_sources(dataset: &Dataset) -> String {
    let mut text = String::new();
    let Some(texts) = dataset.texts() else { return text };
    let _ = writeln!(text, "<p class=\"counts\">{}</p>", stand_behind(texts.sources.len(), coverage(dataset)));
    let cited = citations(dataset, texts);
    let mut order: Vec<usize> = (0..texts.sources.len()).collect();
    let key = |index: &usize| {
        let source = &texts.sources[*index];
        let name = if source.publisher.is_empty() { &source.title } else { &source.publisher };
        (name.to_lowercase(), source.title.to_lowercase())
    };
    order.sort_by_cached_key(key);
    text.push_str("<ul class=\"all-sources\">\n");
    for index in order {
        let source = &texts.sources[index];
        let times = cited[index];
        let _ = writeln!(
            text,
            "<li id=\"source-{}\">{}{} <span class=\"when\">{}</span>{}</li>",
            escape(&source.id),
            links::source(dataset, source),
            title(source),
            counted(times, "fact"),
            fragile(source),
        );
    }
    text.push_str("</ul>\n");
    text
}

/// How many sources stand behind how many facts, and how many facts rest on one alone; of what there is.
fn stand_behind(sources: usize, [stances, events, acts]: [Coverage; 3]) -> String {
    let there = [(stances, "stance"), (events, "event"), (acts, "diplomatic act")];
    let there: Vec<_> = there.into_iter().filter(|(coverage, _)| coverage.facts > 0).collect();
    let facts: Vec<String> = there.iter().map(|(coverage, name)| counted(coverage.facts, name)).collect();
    let mut text = counted(sources, "source");
    if let Some((last, most)) = facts.split_last() {
        let and = if most.is_empty() { String::new() } else { format!("{} and ", most.join(", ")) };
        let stand = if sources == 1 { "supports" } else { "support" };
        let _ = write!(text, " {stand} {and}{last}");
    }
    text.push('.');
    let single = there.iter().filter(|(_, name)| *name != "diplomatic act");
    let single: Vec<String> =
        single.map(|(coverage, name)| format!("<b>{}</b> of the {name}s", coverage.single)).collect();
    if !single.is_empty() {
        let _ = write!(text, " {} rest on a single source", single.join(" and "));
        text.push_str(if acts.facts > 0 && acts.single == acts.facts { "; each act names one." } else { "." });
    }
    text
}

/// The title, unless the link already says it.
fn title(source: &Source) -> String {
    let (title, publisher) = (source.title.trim(), source.publisher.trim());
    if publisher.is_empty() || publisher.ends_with("Wikipedia") || title == publisher {
        String::new()
    } else {
        format!(" <span class=\"title\">{}</span>", escape(title))
    }
}

fn fragile(source: &Source) -> String {
    if source.fragile.is_empty() {
        String::new()
    } else {
        format!(" <em>The link may stop working: {}.</em>", escape(source.fragile.trim_end_matches('.')))
    }
}

/// How many spells, events, acts, eras, claims and figures cite each source.
fn citations(dataset: &Dataset, texts: &Texts) -> Vec<usize> {
    let mut cited = vec![0; texts.sources.len()];
    let lists = (texts.ties.iter().map(|tie| tie.sources.as_slice()))
        .chain(texts.events.iter().map(|event| event.sources.as_slice()))
        .chain(texts.claims.iter().map(|claim| claim.sources.as_slice()))
        .chain(texts.acts.iter().map(|act| act.source.as_slice()))
        .chain(texts.eras.iter().map(|era| era.source.as_slice()))
        .chain(texts.figures.iter().map(|figure| figure.source.as_slice()));
    for id in lists.flatten() {
        cited[id.index()] += 1;
    }
    debug_assert_eq!(dataset.texts().map(|texts| texts.sources.len()), Some(cited.len()));
    cited
}
