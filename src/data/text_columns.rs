//! The long texts as they travel: one JSON object of columns, so that any host compresses it
//! and the page needs no more code to read it than for a list of lines.

use serde::ser::{Serialize, SerializeMap as _, Serializer};

use super::rules::{Rule, UnpackError, is_text};
use super::texts::{SourceId, Texts};
use super::{Confidence, limits};

/// The long texts, to be written as columns of strings or filled from them.
///
/// A table's nth value belongs to its nth row. Lists of sources are indices into the source columns,
/// separated by spaces. Columns that a reader does not know are skipped.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TextColumns {
    texts: Texts,
    broken: Option<UnpackError>,
}

/// Goes over the values of a column, writing or reading each in turn.
trait Cells {
    /// How many rows the table has, of which `present` are there already.
    fn rows(&mut self, present: usize) -> usize;
    /// The next value: a text.
    fn text(&mut self, value: &mut String);
    /// The next value: a whole number.
    fn number(&mut self, value: &mut i64);
    /// The next value: indices of sources.
    fn sources(&mut self, value: &mut Vec<SourceId>);
    /// The value read last is malformed.
    fn refuse(&mut self);
}

/// A column's name, and what goes over its values.
type Column = (&'static str, fn(&mut Texts, &mut dyn Cells));

/// Every column that the page reads, for both directions.
const COLUMNS: [Column; 34] = [
    (LANGUAGES[0], |texts, cells| fixed(std::slice::from_mut(&mut texts.about.language), cells)),
    (LANGUAGES[1], |texts, cells| {
        each(&mut texts.translations, cells, |translation, cells| cells.text(&mut translation.language));
    }),
    ("stance_meaning", |texts, cells| each(&mut texts.about.meanings, cells, |text, cells| cells.text(text))),
    ("stance_rule", |texts, cells| each(&mut texts.about.rules, cells, |text, cells| cells.text(text))),
    ("stance_at_least", |texts, cells| each(&mut texts.about.thresholds, cells, |text, cells| cells.text(text))),
    ("weight", |texts, cells| fixed(&mut texts.about.weight, cells)),
    ("authors", |texts, cells| fixed(std::slice::from_mut(&mut texts.about.authors), cells)),
    ("license", |texts, cells| fixed(std::slice::from_mut(&mut texts.about.license), cells)),
    ("actor_name", |texts, cells| each(&mut texts.names, cells, |name, cells| cells.text(name))),
    ("actor_also", |texts, cells| each(&mut texts.aliases, cells, |aliases, cells| cells.text(aliases))),
    ("tie_why", |texts, cells| each(&mut texts.ties, cells, |tie, cells| cells.text(&mut tie.why))),
    ("tie_group", |texts, cells| each(&mut texts.ties, cells, |tie, cells| cells.text(&mut tie.group))),
    ("tie_alternative", |texts, cells| {
        each(&mut texts.ties, cells, |tie, cells| cells.text(&mut tie.alternative_reason));
    }),
    ("tie_sources", |texts, cells| each(&mut texts.ties, cells, |tie, cells| cells.sources(&mut tie.sources))),
    ("reason_tie", |texts, cells| each(&mut texts.reasons, cells, |reason, cells| whole(&mut reason.tie.0, cells))),
    ("reason_year", |texts, cells| each(&mut texts.reasons, cells, |reason, cells| whole(&mut reason.year, cells))),
    ("reason_why", |texts, cells| each(&mut texts.reasons, cells, |reason, cells| cells.text(&mut reason.why))),
    ("reason_sources", |texts, cells| {
        each(&mut texts.reasons, cells, |reason, cells| cells.sources(&mut reason.sources));
    }),
    ("act_note", |texts, cells| each(&mut texts.acts, cells, |act, cells| cells.text(&mut act.note))),
    ("act_source", |texts, cells| each(&mut texts.acts, cells, |act, cells| source(&mut act.source, cells))),
    ("event_summary", |texts, cells| each(&mut texts.events, cells, |event, cells| cells.text(&mut event.summary))),
    ("event_sources", |texts, cells| each(&mut texts.events, cells, |event, cells| cells.sources(&mut event.sources))),
    ("era_source", |texts, cells| each(&mut texts.eras, cells, |era, cells| source(&mut era.source, cells))),
    ("figure_a", |texts, cells| each(&mut texts.figures, cells, |figure, cells| whole(&mut figure.a.0, cells))),
    ("figure_b", |texts, cells| each(&mut texts.figures, cells, |figure, cells| whole(&mut figure.b.0, cells))),
    ("figure_year", |texts, cells| each(&mut texts.figures, cells, |figure, cells| whole(&mut figure.year, cells))),
    ("figure_value", |texts, cells| each(&mut texts.figures, cells, |figure, cells| value(&mut figure.value, cells))),
    ("figure_source", |texts, cells| {
        each(&mut texts.figures, cells, |figure, cells| source(&mut figure.source, cells));
    }),
    ("figure_confidence", |texts, cells| {
        each(&mut texts.figures, cells, |figure, cells| confidence(&mut figure.confidence, cells));
    }),
    ("figure_measure", |texts, cells| {
        each(&mut texts.figures, cells, |figure, cells| cells.text(&mut figure.measure));
    }),
    ("figure_unit", |texts, cells| each(&mut texts.figures, cells, |figure, cells| cells.text(&mut figure.unit))),
    ("source_title", |texts, cells| each(&mut texts.sources, cells, |source, cells| cells.text(&mut source.title))),
    ("source_publisher", |texts, cells| {
        each(&mut texts.sources, cells, |source, cells| cells.text(&mut source.publisher));
    }),
    ("source_url", |texts, cells| each(&mut texts.sources, cells, |source, cells| cells.text(&mut source.url))),
];

/// The columns of the dataset's own language and of those into which it is translated, which most datasets leave out.
const LANGUAGES: [&str; 2] = ["language", "languages"];

/// One value of each row; rows that are not there yet are added.
fn each<T: Default>(rows: &mut Vec<T>, cells: &mut dyn Cells, cell: fn(&mut T, &mut dyn Cells)) {
    let count = cells.rows(rows.len());
    rows.resize_with(count, T::default);
    for row in rows {
        cell(row, cells);
    }
}

/// As many values as there are places.
fn fixed(places: &mut [String], cells: &mut dyn Cells) {
    if cells.rows(places.len()) != places.len() {
        cells.refuse();
    }
    for place in places {
        cells.text(place);
    }
}

/// A whole number of another type.
fn whole<T: TryFrom<i64> + Into<i64> + Copy>(value: &mut T, cells: &mut dyn Cells) {
    let mut number = (*value).into();
    cells.number(&mut number);
    match T::try_from(number) {
        Ok(number) => *value = number,
        Err(_) => cells.refuse(),
    }
}

fn source(value: &mut Option<SourceId>, cells: &mut dyn Cells) {
    let mut list = value.iter().copied().collect();
    cells.sources(&mut list);
    *value = list.first().copied();
}

fn confidence(value: &mut Confidence, cells: &mut dyn Cells) {
    let mut place = *value as u8;
    whole(&mut place, cells);
    match Confidence::NAMES.get(usize::from(place)) {
        Some((_, confidence)) => *value = *confidence,
        None => cells.refuse(),
    }
}

/// A measured number as a count of this fraction; finer ones do not travel.
const FINEST: f64 = 10_000.0;

fn value(value: &mut f64, cells: &mut dyn Cells) {
    let mut number = libm::round(*value * FINEST) as i64;
    cells.number(&mut number);
    *value = number as f64 / FINEST;
}

impl TextColumns {
    /// Ends each value of a column; no text holds it, for control characters are refused.
    pub const END: char = '\u{1f}';

    /// The columns of these texts.
    pub fn of(texts: &Texts) -> Self {
        Self { texts: texts.clone(), broken: None }
    }

    /// Fills the column of that name, if there is one: value after value, each ended by [`TextColumns::END`].
    ///
    /// A page reads the file by itself and hands each column over as one text:
    /// reading the JSON here would cost it 10 kB of code.
    pub fn fill(&mut self, name: &str, values: &str) {
        let Some((_, walk)) = COLUMNS.iter().find(|(other, _)| *other == name) else { return };
        let count = values.bytes().filter(|byte| *byte == Self::END as u8).count();
        let mut reader = Reader { values, count, broken: None };
        if count > limits::TIES {
            self.broken = Some(UnpackError::Rule(Rule::Length));
        } else {
            walk(&mut self.texts, &mut reader);
            self.broken = self.broken.or(reader.broken);
        }
    }

    /// The texts that the columns hold. Where columns of one table differ in length, the longest counts.
    ///
    /// # Errors
    /// When a value was malformed, had hidden characters or was too long.
    pub fn into_texts(self) -> Result<Texts, UnpackError> {
        self.broken.map_or(Ok(self.texts), Err)
    }
}

impl Serialize for TextColumns {
    /// A map of names to lists of texts.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut texts = self.texts.clone();
        let mut map = serializer.serialize_map(None)?;
        for (name, walk) in COLUMNS {
            let mut writer = Writer { values: Vec::new() };
            walk(&mut texts, &mut writer);
            if LANGUAGES.contains(&name) && writer.values.iter().all(String::is_empty) {
                continue;
            }
            map.serialize_entry(name, &writer.values)?;
        }
        map.end()
    }
}

struct Writer {
    values: Vec<String>,
}

impl Cells for Writer {
    fn rows(&mut self, present: usize) -> usize {
        present
    }

    fn text(&mut self, value: &mut String) {
        self.values.push(value.clone());
    }

    fn number(&mut self, value: &mut i64) {
        self.values.push(value.to_string());
    }

    fn sources(&mut self, value: &mut Vec<SourceId>) {
        let numbers: Vec<String> = value.iter().map(|id| id.0.to_string()).collect();
        self.values.push(numbers.join(" "));
    }

    fn refuse(&mut self) {}
}

struct Reader<'a> {
    /// What is still to be read.
    values: &'a str,
    /// How many values the column has.
    count: usize,
    broken: Option<UnpackError>,
}

impl<'a> Reader<'a> {
    /// The next value; `None` at the end of a column that is shorter than another.
    fn next(&mut self) -> Option<&'a str> {
        let end = self.values.bytes().position(|byte| byte == TextColumns::END as u8)?;
        let value = self.values.get(..end)?;
        self.values = self.values.get(end + 1..)?;
        Some(value)
    }
}

impl Cells for Reader<'_> {
    fn rows(&mut self, present: usize) -> usize {
        present.max(self.count)
    }

    fn text(&mut self, value: &mut String) {
        if let Some(text) = self.next() {
            if !is_text(text) {
                self.broken = Some(UnpackError::Rule(Rule::Text));
            }
            text.clone_into(value);
        }
    }

    fn number(&mut self, value: &mut i64) {
        if let Some(text) = self.next() {
            match text.parse() {
                Ok(number) => *value = number,
                Err(_) => self.refuse(),
            }
        }
    }

    fn sources(&mut self, value: &mut Vec<SourceId>) {
        value.clear();
        for number in self.next().unwrap_or_default().split(' ').filter(|number| !number.is_empty()) {
            match number.parse() {
                Ok(number) => value.push(SourceId(number)),
                Err(_) => self.refuse(),
            }
        }
    }

    fn refuse(&mut self) {
        self.broken = Some(UnpackError::Form);
    }
}
