//! The long texts: why, who says so, and the story. They may travel after the first frame.

use super::{ActorId, Confidence, EventId, TieId, Translation};

/// A source's place in its dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceId(pub(crate) u16);

impl SourceId {
    /// The place as an index into [`Texts::sources`].
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Source {
    pub id: String,
    pub title: String,
    pub publisher: String,
    /// http or https; empty when it is not on the web.
    pub url: String,
    /// Why the address may stop working; empty when nothing speaks for that.
    pub fragile: String,
}

/// What the descriptor says for readers of the dataset as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The code of the language of the dataset's texts, such as `it`; empty where they are English.
    pub language: String,
    /// The names of its contributors, joined by commas; empty when the descriptor has none.
    pub authors: String,
    /// The licence's name, such as `CC BY 4.0`; empty when the descriptor has none.
    pub license: String,
    /// The licence's address, http or https; may be empty.
    pub license_url: String,
    /// What each rung of the ladder means, warmest first; empty where the descriptor does not say.
    pub meanings: Vec<String>,
    /// By which rule each is coded, in the same order; empty where the descriptor does not say.
    pub rules: Vec<String>,
    /// The least weight of each in digits, in the same order, where weights make rungs; else none at all.
    pub thresholds: Vec<String>,
    /// What the weights of ties measure: `trade`, and in what: `million dollars`. Either may be empty.
    pub weight: [String; 2],
    /// The work whose claims the dataset examines, if it examines one.
    pub reviewed_work: Option<ReviewedWork>,
    /// When this edition was made, as the descriptor has it; empty where it does not say, or the texts travelled as
    /// columns: then the year alone is known, from [`super::DatasetInfo::published`].
    pub created: String,
    /// The texts of the dataset's pages.
    pub pages: Vec<PageText>,
}

/// A work whose claims a dataset examines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReviewedWork {
    /// How sentences call it: `the article`, `the book`.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Who published it; may be empty.
    pub publisher: String,
    /// When, in words; may be empty.
    pub published: String,
}

/// The texts of one page of the site; an empty text is made from the dataset's title.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageText {
    /// Which page: `index`, `story`, `claims`, `sources` or `embed`.
    pub id: String,
    /// For the window's title.
    pub title: String,
    /// For search engines.
    pub description: String,
    /// The first heading.
    pub heading: String,
    /// The paragraph below it.
    pub lede: String,
}

/// Why a tie is coded as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TieText {
    /// One sentence.
    pub why: String,
    /// What several ties belong to, such as a treaty; may be empty.
    pub group: String,
    /// Who codes it as [`super::Tie::alternative`], or why it can be coded so; empty where there is none.
    pub alternative_reason: String,
    /// Its own sources, beside those of its events.
    pub sources: Vec<SourceId>,
}

/// What a spell rests on later: a further reason, shown from a year on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaterReason {
    /// The spell it belongs to.
    pub tie: TieId,
    /// The first year that shows it; after the year in which the spell begins.
    pub year: i16,
    /// One sentence.
    pub why: String,
    /// Its own sources and those of its events.
    pub sources: Vec<SourceId>,
}

/// What is known of an act beyond its date.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ActText {
    pub note: String,
    pub source: Option<SourceId>,
}

/// What is told of an event beyond its title.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct EventText {
    /// The id in its table; empty where the texts travelled as columns.
    pub id: String,
    pub summary: String,
    pub sources: Vec<SourceId>,
}

/// A part of the story, and of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Section {
    pub id: String,
    pub title: String,
}

/// A step of the story.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Chapter {
    pub id: String,
    pub section: String,
    pub title: String,
    pub from: i16,
    pub to: i16,
    /// Nobody, one actor, or the two of a tie.
    pub focus: Vec<ActorId>,
    /// A second year to hold against the first.
    pub compare: Option<i16>,
    pub text: String,
    /// What the article said and what the record shows, where they differ.
    pub aside: String,
    pub events: Vec<EventId>,
    /// Numbers of the claims it rests on.
    pub claims: Vec<String>,
}

/// What is known of an era beyond its name and span.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct EraText {
    pub id: String,
    pub source: Option<SourceId>,
}

/// What checking a claim found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verdict {
    /// The record says the same.
    #[default]
    Confirmed,
    /// Right in substance, loose in a date, scope or word.
    Imprecise,
    /// The record does not bear it out, and does not say otherwise.
    Unsupported,
    /// The record says otherwise.
    Wrong,
}

impl Verdict {
    /// Every verdict with its name in the tables.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("confirmed", Self::Confirmed),
        ("imprecise", Self::Imprecise),
        ("unsupported", Self::Unsupported),
        ("wrong", Self::Wrong),
    ];
}

/// A claim of the article, restated, and what the record shows.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, clippy::struct_field_names, reason = "the names say it, as in the table")]
pub struct Claim {
    /// Paragraph and place in it, such as `8.1`.
    pub number: String,
    /// Where in the story it belongs; empty when the table does not say.
    pub section: String,
    pub claim: String,
    /// The events that carry it.
    pub events: Vec<EventId>,
    /// The ties that carry it.
    pub ties: Vec<TieId>,
    pub verdict: Verdict,
    pub record: String,
    pub sources: Vec<SourceId>,
}

/// A number that someone measured: a year's trade, a share of votes.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Figure {
    pub a: ActorId,
    pub b: ActorId,
    pub year: i16,
    /// What was measured, and on which basis.
    pub measure: String,
    pub unit: String,
    pub value: f64,
    pub source: Option<SourceId>,
    pub confidence: Confidence,
}

/// Everything that is read rather than drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Texts {
    /// What the descriptor says of the whole.
    pub about: About,
    /// The full name of each actor, in the order of [`super::Tables::actors`].
    pub names: Vec<String>,
    /// What else each actor is called, apart by semicolons, in the same order: the search knows it.
    pub aliases: Vec<String>,
    /// One for each tie, in the order of [`super::Tables::ties`].
    pub ties: Vec<TieText>,
    /// Later reasons of long spells, by tie and year.
    pub reasons: Vec<LaterReason>,
    /// One for each act, in the order of [`super::Tables::acts`].
    pub acts: Vec<ActText>,
    /// One for each event, in the order of [`super::Tables::events`].
    pub events: Vec<EventText>,
    /// Every document, once.
    pub sources: Vec<Source>,
    /// The parts of the story, in order, where the descriptor names them.
    pub sections: Vec<Section>,
    /// The story, in order.
    pub chapters: Vec<Chapter>,
    /// One for each era, in the order of [`super::Tables::eras`].
    pub eras: Vec<EraText>,
    /// The article's claims, in order.
    pub claims: Vec<Claim>,
    /// Trade and votes.
    pub figures: Vec<Figure>,
    /// The texts of tables and descriptor in other languages, by their codes. Those that travelled as columns are
    /// without texts, which come for themselves.
    pub translations: Vec<Translation>,
}
