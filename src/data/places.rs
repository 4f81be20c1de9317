//! Where the texts of a dataset stand that readers read, and how those of another language take their place.

use super::rules::is_text;
use super::translation::{CountryName, Translation, apart};
use super::{Tables, Texts};

/// Goes over texts of one kind, in the order of the dataset.
pub(super) type Walk = fn(&mut Tables, &mut Texts, &mut dyn FnMut(&mut String));

/// Every text that readers read, by the table and column or the key of the descriptor in which it stands.
pub(super) const PLACES: [(&str, Walk); 35] = [
    ("title", |tables, _, each| each(&mut tables.info.title)),
    ("subtitle", |tables, _, each| each(&mut tables.info.subtitle)),
    ("stances.name", |tables, _, each| tables.info.ladder.iter_mut().for_each(|rung| each(&mut rung.name))),
    ("stances.meaning", |_, texts, each| texts.about.meanings.iter_mut().for_each(each)),
    ("stances.rule", |_, texts, each| texts.about.rules.iter_mut().for_each(each)),
    ("weight.name", |_, texts, each| each(&mut texts.about.weight[0])),
    ("weight.unit", |_, texts, each| each(&mut texts.about.weight[1])),
    ("actors.short_name", |tables, _, each| tables.actors.iter_mut().for_each(|actor| each(&mut actor.short_name))),
    ("actors.name", |_, texts, each| texts.names.iter_mut().for_each(each)),
    (ALSO, |_, texts, each| texts.aliases.iter_mut().for_each(each)),
    ("ties.why", |_, texts, each| texts.ties.iter_mut().for_each(|tie| each(&mut tie.why))),
    ("ties.alternative_reason", |_, texts, each| {
        texts.ties.iter_mut().for_each(|tie| each(&mut tie.alternative_reason));
    }),
    ("reasons.why", |_, texts, each| texts.reasons.iter_mut().for_each(|reason| each(&mut reason.why))),
    ("acts.note", |_, texts, each| texts.acts.iter_mut().for_each(|act| each(&mut act.note))),
    ("events.title", |tables, _, each| tables.events.iter_mut().for_each(|event| each(&mut event.title))),
    ("events.summary", |_, texts, each| texts.events.iter_mut().for_each(|event| each(&mut event.summary))),
    ("years.line", |tables, _, each| tables.years.iter_mut().for_each(|year| each(&mut year.line))),
    ("eras.kind", |tables, _, each| tables.eras.iter_mut().for_each(|era| each(&mut era.kind))),
    ("eras.title", |tables, _, each| tables.eras.iter_mut().for_each(|era| each(&mut era.title))),
    ("figures.measure", |_, texts, each| texts.figures.iter_mut().for_each(|figure| each(&mut figure.measure))),
    ("figures.unit", |_, texts, each| texts.figures.iter_mut().for_each(|figure| each(&mut figure.unit))),
    // From here on what the view does not show, and its files do not hold.
    ("sections.title", |_, texts, each| texts.sections.iter_mut().for_each(|section| each(&mut section.title))),
    ("chapters.title", |_, texts, each| texts.chapters.iter_mut().for_each(|chapter| each(&mut chapter.title))),
    ("chapters.text", |_, texts, each| texts.chapters.iter_mut().for_each(|chapter| each(&mut chapter.text))),
    ("chapters.aside", |_, texts, each| texts.chapters.iter_mut().for_each(|chapter| each(&mut chapter.aside))),
    ("claims.claim", |_, texts, each| texts.claims.iter_mut().for_each(|claim| each(&mut claim.claim))),
    ("claims.record", |_, texts, each| texts.claims.iter_mut().for_each(|claim| each(&mut claim.record))),
    ("pages.title", |_, texts, each| texts.about.pages.iter_mut().for_each(|page| each(&mut page.title))),
    ("pages.description", |_, texts, each| texts.about.pages.iter_mut().for_each(|page| each(&mut page.description))),
    ("pages.heading", |_, texts, each| texts.about.pages.iter_mut().for_each(|page| each(&mut page.heading))),
    ("pages.lede", |_, texts, each| texts.about.pages.iter_mut().for_each(|page| each(&mut page.lede))),
    ("reviewed_work.name", |_, texts, each| {
        texts.about.reviewed_work.iter_mut().for_each(|work| each(&mut work.name));
    }),
    ("reviewed_work.title", |_, texts, each| {
        texts.about.reviewed_work.iter_mut().for_each(|work| each(&mut work.title));
    }),
    ("reviewed_work.publisher", |_, texts, each| {
        texts.about.reviewed_work.iter_mut().for_each(|work| each(&mut work.publisher));
    }),
    ("reviewed_work.published", |_, texts, each| {
        texts.about.reviewed_work.iter_mut().for_each(|work| each(&mut work.published));
    }),
];

/// What else actors are called: it is searched and not shown.
const ALSO: &str = "actors.also";
const SHORT_NAMES: &str = "actors.short_name";
/// How many of the places the view shows.
pub(super) const SHOWN: usize = 21;

impl Translation {
    /// Fills the texts of a place, such as `events.title`: value after value, each ended by U+001F. A place that this
    /// program does not know is left out.
    ///
    /// A text with hidden characters, or one that is too long, is left out.
    pub fn fill(&mut self, place: &str, values: &str) {
        let Some(index) = PLACES.iter().position(|(name, _)| *name == place) else { return };
        let mut texts = Vec::new();
        for value in values.split_terminator('\u{1f}') {
            texts.push(if is_text(value) { value.to_owned() } else { String::new() });
        }
        self.put(index, texts);
    }

    /// Whether it has texts of a place.
    #[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
    pub fn has(&self, place: &str) -> bool {
        let index = PLACES.iter().position(|(name, _)| *name == place);
        index.and_then(|index| self.places.get(index)).is_some_and(|texts| texts.iter().any(|text| !text.is_empty()))
    }

    pub(super) fn put(&mut self, index: usize, texts: Vec<String>) {
        if self.places.len() < PLACES.len() {
            self.places.resize(PLACES.len(), Vec::new());
        }
        self.places[index] = texts;
    }

    /// Exchanges its texts with those of the dataset. What it does not translate stays, apart as [`apart`] has it.
    /// Done twice, everything is as before.
    pub(super) fn exchange(&mut self, tables: &mut Tables, texts: &mut Texts, own: &str, countries: &[CountryName]) {
        let (mut codes, mut lacking) = (Vec::new(), 0);
        for actor in &tables.actors {
            codes.push(actor.code.clone());
        }
        for (index, (place, walk)) in PLACES.iter().enumerate() {
            let mut given = core::mem::take(self.places.get_mut(index).unwrap_or(&mut Vec::new())).into_iter();
            let mut kept = Vec::new();
            walk(tables, texts, &mut |text| {
                let mut translated = given.next().unwrap_or_default();
                if text.is_empty() {
                    return kept.push(String::new());
                }
                if translated.is_empty() && *place == SHORT_NAMES {
                    country(countries, codes.get(kept.len()), text).clone_into(&mut translated);
                }
                if translated.is_empty() && *place != ALSO {
                    translated = apart(text, own);
                    lacking += usize::from(index < SHOWN);
                }
                if !translated.is_empty() {
                    core::mem::swap(text, &mut translated);
                }
                kept.push(translated);
            });
            self.put(index, kept);
        }
        self.lacking = lacking;
    }

    /// Whether there are texts that the view shows and it does not translate, once it was exchanged.
    pub(super) const fn is_partial(&self) -> bool {
        self.lacking > 0
    }

    /// The short name of an actor as this translation has it, which is the dataset's own while the two are exchanged.
    pub(super) fn short_name(&self, actor: usize) -> &str {
        let index = PLACES.iter().position(|(name, _)| *name == SHORT_NAMES).unwrap_or_default();
        self.places.get(index).and_then(|names| names.get(actor)).map_or("", String::as_str)
    }
}

/// The name of a country, where the dataset calls it as the browser does: one that has another name may be another
/// state, such as one that is no more.
fn country<'n>(countries: &'n [CountryName], code: Option<&String>, own: &str) -> &'n str {
    let is_it = |country: &&CountryName| Some(&country.code) == code && country.own == own;
    countries.iter().find(is_it).map_or("", |country| &country.name)
}

#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
pub(super) mod added;
