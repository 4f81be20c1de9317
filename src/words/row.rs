//! The row that every list is made of, and what it names.

use serde::Serialize;

use super::messages as say;
use crate::data::{ActorId, Dataset, Source, SourceId, Tie};

/// How many actors a row names.
const NAMES: usize = 6;

/// How many rows a list has at the most: nobody reads thousands, and a page that made them would halt.
pub(super) const MOST_ROWS: usize = 250;

/// The title of a list of so many rows, with how many of them it shows where those are not all: `…, 200 of 4999`.
pub(super) fn titled(dataset: &Dataset, title: String, all: usize) -> String {
    if all > MOST_ROWS { say::title_of_many(dataset, &title, MOST_ROWS as i32, all as i32) } else { title }
}

/// One thing to read: a change, a standing, a spell, an event, something found. What does not apply is empty.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Row<'a> {
    /// What names it in an address or a list: `KOR`, `CHN-SUN`, `event-12`.
    pub id: String,
    /// Who or what: an actor's name, an event's title, a year.
    pub title: String,
    /// How they stand, or how a change bears: `ally`, `no relations`, `warmer`.
    pub how: String,
    /// A date or a span in words: `12 October 1948`, `since 28 May 2018`.
    pub when: String,
    /// Whether that begins with “since”, which decides on what stands before it in a sentence.
    #[serde(skip)]
    pub is_since: bool,
    /// Why, or what happened, in sentences.
    pub text: String,
    /// What is doubtful, in a few words: `less certain`; empty for what is on record.
    pub doubt: &'static str,
    /// Which other stance is argued, and why, in sentences; empty where none is.
    pub alternative: String,
    /// The number of its rung.
    pub stance: Option<i8>,
    /// Colder (−2) to warmer (+2).
    pub tone: Option<i8>,
    /// The year to go to for it.
    pub year: Option<i16>,
    /// An event's place in the dataset.
    pub index: Option<usize>,
    /// Whether it holds at, or belongs to, the shown year.
    pub current: bool,
    /// Whom it concerns, a few of them.
    pub actors: Vec<Name<'a>>,
    /// How many more it concerns: `and 3 more`.
    pub more: String,
    /// The title cut in pieces, other text and what was looked for by turns, beginning with other text.
    pub pieces: Vec<String>,
    /// Who says so.
    pub sources: Vec<SourceRow<'a>>,
}

/// An actor by its code and its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Name<'a> {
    pub id: &'a str,
    pub name: &'a str,
}

/// A document as a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceRow<'a> {
    /// The words of the link.
    pub words: String,
    /// The document's title.
    pub title: &'a str,
    /// http or https; empty when it is not on the web.
    pub url: &'a str,
}

/// A heading and the rows below it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Section<'a> {
    /// What sort of rows: a name for scripts and styles.
    pub kind: &'static str,
    /// The heading.
    pub title: String,
    /// In the order in which they are read.
    pub rows: Vec<Row<'a>>,
}

/// Puts a row into the section of its kind, which is opened at the end where there is none.
pub(super) fn push<'a>(sections: &mut Vec<Section<'a>>, kind: &'static str, title: &str, row: Row<'a>) {
    match sections.iter_mut().find(|section| section.kind == kind) {
        Some(section) => section.rows.push(row),
        None => sections.push(Section { kind, title: title.to_owned(), rows: vec![row] }),
    }
}

impl<'a> Row<'a> {
    /// A row with its texts; `id`, `how`, `when` and `text` may be empty.
    ///
    /// Compiled once: filling the fields in at every place would cost the page some 5 kB of code.
    #[inline(never)]
    pub(super) fn new(id: &str, title: &str, how: &str, when: String, text: &str) -> Self {
        let [id, title, how, text] = [id, title, how, text].map(str::to_owned);
        Self { id, title, how, when, text, ..Self::default() }
    }

    /// Names whom it concerns.
    #[inline(never)]
    pub(super) fn concern(&mut self, dataset: &'a Dataset, actors: &[ActorId]) {
        self.actors = actors.iter().take(NAMES).map(|id| name_row(dataset, *id)).collect();
        if actors.len() > NAMES {
            self.more = say::row_more(dataset, (actors.len() - NAMES) as i32);
        }
    }
}

/// An actor's name, as it stands on a label.
pub(super) fn name(dataset: &Dataset, id: ActorId) -> &str {
    &dataset.actor(id).short_name
}

/// The two of a tie, as they stand on labels: `Germany – Russia`.
pub(super) fn pair_name(dataset: &Dataset, tie: &Tie) -> String {
    say::pair(dataset, name(dataset, tie.a), name(dataset, tie.b))
}

/// What names the two of a tie in an address: `DEU-RUS`.
pub(super) fn pair_code(dataset: &Dataset, tie: &Tie) -> String {
    format!("{}-{}", dataset.actor(tie.a).code, dataset.actor(tie.b).code)
}

pub(super) fn name_row(dataset: &Dataset, id: ActorId) -> Name<'_> {
    Name { id: &dataset.actor(id).code, name: name(dataset, id) }
}

/// Documents as links, in their order.
pub(super) fn source_rows<'a>(dataset: &Dataset, sources: impl IntoIterator<Item = &'a Source>) -> Vec<SourceRow<'a>> {
    sources.into_iter().map(|source| source_row(dataset, source)).collect()
}

/// The documents of those places.
pub(super) fn sources_of<'a>(dataset: &'a Dataset, ids: &[SourceId]) -> Vec<SourceRow<'a>> {
    let all = dataset.texts().map_or(&[][..], |texts| &texts.sources);
    source_rows(dataset, ids.iter().filter_map(|id| all.get(id.index())))
}

/// A document as a link named by its publisher, an encyclopedia by its article.
pub fn source_row<'a>(dataset: &Dataset, source: &'a Source) -> SourceRow<'a> {
    let Source { title, publisher, .. } = source;
    let words = if publisher.ends_with("Wikipedia") {
        let mut article = title.as_str();
        if let Some(rest) = title.strip_suffix(')').and_then(|rest| rest.strip_suffix(publisher.as_str())) {
            article = rest.strip_suffix(" (").unwrap_or(article);
        }
        say::source_article(dataset, publisher, article)
    } else if publisher.is_empty() {
        title.clone()
    } else {
        publisher.clone()
    };
    let is_link = source.url.starts_with("https://") || source.url.starts_with("http://");
    SourceRow { words, title, url: if is_link { &source.url } else { "" } }
}
