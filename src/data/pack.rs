//! The packed dataset: column after column, numbers as variable-length integers.
//!
//! A derived binary format would do as well, but its readers cost the page 7 kB more than these few
//! functions, and rows one after the other compress 5 kB worse than columns. For the same reason dates are three
//! columns, years and ids of events are differences to the one before, and lists are their lengths, then their entries.

mod blank;
mod codec;
mod dates;
mod ladder;
mod places;
mod weights;

use core::ops::RangeInclusive;

use super::act::{Act, ActKind};
use super::actor::{Actor, ActorId, ActorKind, Prominence, Region};
use super::combine::Combine;
use super::confidence::Confidence;
use super::dyad::Dyad;
use super::era::Era;
use super::event::Event;
use super::limits;
use super::rules::{LONGITUDE, Rule, UnpackError};
use super::tables::{DatasetInfo, Tables, YearLine};
use super::tie::Tie;
use crate::time::{Calendar, Step};
use codec::{Codec, Reader, Writer};

/// The first number of a pack: the version of the format.
const VERSION: i64 = 11;
/// How finely degrees are kept.
const THOUSANDTHS: f64 = 1000.0;

/// Every region of a pack, in the order of the numbers that stand for them.
const REGIONS: [((), Region); 8] = [
    ((), Region::Africa),
    ((), Region::Asia),
    ((), Region::Europe),
    ((), Region::NorthAmerica),
    ((), Region::SouthAmerica),
    ((), Region::Oceania),
    ((), Region::Body),
    ((), Region::Unstated),
];

impl Tables {
    /// The tables packed small, whether they are valid or not: whoever opens the pack checks them.
    ///
    /// A page needs the layout beside them: [`crate::layout::pack`].
    pub fn pack(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        walk(&mut writer, &mut self.clone());
        writer.bytes
    }
}

/// The tables of a pack. Each value is one that a table may hold; what must hold between them is not checked here.
///
/// # Errors
/// When the bytes are no pack of this version, or a text has hidden characters or is too long.
pub(super) fn unpack(bytes: &[u8]) -> Result<Tables, UnpackError> {
    let mut reader = Reader { bytes, malformed: false, bad_text: false };
    let mut tables = Tables::default();
    let is_valid = walk(&mut reader, &mut tables);
    if !is_valid || reader.malformed || !reader.bytes.is_empty() {
        return Err(UnpackError::Form);
    }
    if reader.bad_text { Err(UnpackError::Rule(Rule::Text)) } else { Ok(tables) }
}

/// Every value of a pack in its order. Whether each was of its kind.
fn walk(codec: &mut dyn Codec, tables: &mut Tables) -> bool {
    let mut version = VERSION;
    codec.number(&mut version);
    let mut fields =
        Fields { codec, is_valid: version == VERSION, calendar: Calendar::default(), dates: Vec::new(), last: 0 };
    if fields.is_valid {
        fields.info(&mut tables.info);
        fields.actors(&mut tables.actors);
        fields.all_ties(tables);
        fields.acts(&mut tables.acts);
        fields.events(&mut tables.events);
        fields.years(&mut tables.years);
        fields.eras(&mut tables.eras);
        fields.placements(&mut tables.placements);
        fields.centres(&mut tables.centres);
        fields.positions(&mut tables.positions);
    }
    fields.is_valid
}

/// Converts between plain numbers and what they stand for.
struct Fields<'p> {
    codec: &'p mut dyn Codec,
    is_valid: bool,
    /// How the dataset counts time.
    calendar: Calendar,
    /// A column of dates as numbers, the first row last: month and doubts (−1 for no date), year, day.
    dates: Vec<[i64; 3]>,
    /// The number before, in a column of differences.
    last: i64,
}

/// One column: a value of each row.
macro_rules! column {
    ($fields:ident, $rows:ident, $kind:ident, $($field:tt).+) => {
        for row in $rows.iter_mut() {
            $fields.$kind(&mut row.$($field).+);
        }
    };
}

/// One column of dates.
macro_rules! dates {
    ($fields:ident, $rows:ident, $($field:tt).+) => {
        for row in $rows.iter() {
            $fields.queue_date(Some(row.$($field).+));
        }
        $fields.dates();
        for row in $rows.iter_mut() {
            $fields.date(&mut row.$($field).+);
        }
    };
}

/// One column of dates that may be missing.
macro_rules! open_dates {
    ($fields:ident, $rows:ident, $($field:tt).+) => {
        for row in $rows.iter() {
            $fields.queue_date(row.$($field).+);
        }
        $fields.dates();
        for row in $rows.iter_mut() {
            row.$($field).+ = $fields.open_date();
        }
    };
}

/// One column of lists of ids: how long each is, then the ids, or their differences.
macro_rules! lists {
    ($fields:ident, $rows:ident, $kind:ident, $field:ident) => {
        column!($fields, $rows, list, $field);
        $fields.last = 0;
        for row in $rows.iter_mut() {
            for id in &mut row.$field {
                $fields.$kind(&mut id.0);
            }
        }
    };
}

impl Fields<'_> {
    fn number<T: TryFrom<i64> + Into<i64> + Copy>(&mut self, value: &mut T) {
        let mut number = (*value).into();
        self.codec.number(&mut number);
        self.narrow(value, number);
    }

    fn narrow<T: TryFrom<i64>>(&mut self, value: &mut T, number: i64) {
        match T::try_from(number) {
            Ok(number) => *value = number,
            Err(_) => self.is_valid = false,
        }
    }

    fn text(&mut self, value: &mut String) {
        self.codec.text(value);
    }

    /// A table's length, and rows to be filled.
    fn rows<T: Default + Clone>(&mut self, rows: &mut Vec<T>) {
        self.entries(rows, 3 * limits::TIES);
    }

    /// The length of a list in a field, and entries to be filled.
    fn list<T: Default + Clone>(&mut self, list: &mut Vec<T>) {
        self.entries(list, limits::LIST);
    }

    fn entries<T: Default + Clone>(&mut self, entries: &mut Vec<T>, most: usize) {
        let length = self.codec.length(entries.len(), most);
        entries.resize(length, T::default());
    }

    fn one_of<T: Copy + PartialEq, N>(&mut self, value: &mut T, all: &[(N, T)]) {
        let mut place = all.iter().position(|(_, other)| other == value).unwrap_or(0) as i64;
        self.codec.number(&mut place);
        match usize::try_from(place).ok().and_then(|place| all.get(place)) {
            Some((_, found)) => *value = *found,
            None => self.is_valid = false,
        }
    }

    fn actor(&mut self, value: &mut ActorId) {
        self.number(&mut value.0);
    }

    /// An actor that may be missing.
    fn open_actor(&mut self, value: &mut Option<ActorId>) {
        let mut is_there = value.is_some();
        self.flag(&mut is_there);
        let mut actor = value.unwrap_or_default();
        self.actor(&mut actor);
        *value = is_there.then_some(actor);
    }

    /// A number of a column of differences.
    #[inline(never)]
    fn ascending(&mut self, value: &mut u16) {
        let mut number = i64::from(*value);
        self.difference(&mut number);
        self.narrow(value, number);
    }

    fn difference(&mut self, value: &mut i64) {
        let mut difference = value.wrapping_sub(self.last);
        self.codec.number(&mut difference);
        self.last = self.last.wrapping_add(difference);
        *value = self.last;
    }

    fn confidence(&mut self, value: &mut Confidence) {
        self.one_of(value, &Confidence::NAMES);
    }

    /// A fraction as a whole number of parts, within a range. What is no number is packed as one that is out of every range.
    fn fraction(&mut self, value: &mut f32, parts: f64, range: &RangeInclusive<f64>) {
        let count = libm::round(f64::from(*value) * parts);
        let mut number = if count.is_nan() { i64::MAX } else { count as i64 };
        self.codec.number(&mut number);
        let fraction = number as f64 / parts;
        self.is_valid &= range.contains(&fraction);
        *value = fraction as f32;
    }

    fn longitude(&mut self, value: &mut f32) {
        self.fraction(value, THOUSANDTHS, &LONGITUDE);
    }

    fn flag(&mut self, value: &mut bool) {
        const FLAGS: [((), bool); 2] = [((), false), ((), true)];
        self.one_of(value, &FLAGS);
    }

    fn info(&mut self, info: &mut DatasetInfo) {
        for text in [&mut info.name, &mut info.version, &mut info.title, &mut info.subtitle] {
            self.text(text);
        }
        let mut published = info.published.unwrap_or(0);
        self.number(&mut published);
        info.published = (published != 0).then_some(published);
        self.open_actor(&mut info.ego);
        self.open_actor(&mut info.rival);
        let mut step = info.calendar.step as i16;
        self.number(&mut step);
        match Step::of(step) {
            Some(step) => info.calendar.step = step,
            None => self.is_valid = false,
        }
        self.number(&mut info.calendar.origin);
        self.number(&mut info.first_year);
        self.number(&mut info.last_year);
        self.calendar = info.calendar;
        self.ladder(&mut info.ladder);
        self.one_of(&mut info.combine, &Combine::NAMES);
        self.stance(&mut info.implied_stance);
        self.flag(&mut info.counts_relations);
        self.rows(&mut info.turning_points);
        for year in &mut info.turning_points {
            self.number(year);
        }
    }

    fn actors(&mut self, rows: &mut Vec<Actor>) {
        self.rows(rows);
        column!(self, rows, text, code);
        column!(self, rows, text, short_name);
        for row in rows.iter_mut() {
            self.one_of(&mut row.kind, &ActorKind::NAMES);
        }
        for row in rows.iter_mut() {
            self.one_of(&mut row.region, &REGIONS);
        }
        open_dates!(self, rows, from);
        open_dates!(self, rows, to);
        lists!(self, rows, number, successors);
        for row in rows.iter_mut() {
            self.one_of(&mut row.prominence, &Prominence::NAMES);
        }
        for row in rows.iter_mut() {
            self.place(row);
        }
        column!(self, rows, longitude, lon);
    }

    fn ties(&mut self, rows: &mut Vec<Tie>) {
        self.rows(rows);
        column!(self, rows, actor, a);
        column!(self, rows, actor, b);
        dates!(self, rows, spell.from);
        open_dates!(self, rows, spell.to);
        column!(self, rows, stance, stance);
        column!(self, rows, open_stance, alternative);
        for row in rows.iter_mut() {
            self.manner(row);
        }
        for row in rows.iter_mut() {
            self.weight(row);
        }
        lists!(self, rows, ascending, events);
    }

    fn acts(&mut self, rows: &mut Vec<Act>) {
        self.rows(rows);
        column!(self, rows, actor, actor);
        column!(self, rows, actor, toward);
        dates!(self, rows, date);
        for row in rows.iter_mut() {
            self.one_of(&mut row.kind, &ActKind::NAMES);
        }
        column!(self, rows, confidence, confidence);
    }

    fn events(&mut self, rows: &mut Vec<Event>) {
        self.rows(rows);
        dates!(self, rows, date);
        open_dates!(self, rows, until);
        lists!(self, rows, number, actors);
        column!(self, rows, confidence, confidence);
        column!(self, rows, list, effects);
        self.effects(rows);
        column!(self, rows, text, title);
    }

    /// The effects of all events: the lower places of their dyads, then the higher, then the changes.
    fn effects(&mut self, events: &mut [Event]) {
        let mut pairs = Vec::new();
        for event in events.iter() {
            for effect in &event.effects {
                pairs.push(effect.dyad.both());
            }
        }
        for end in 0..2 {
            for pair in &mut pairs {
                self.actor(&mut pair[end]);
            }
        }
        pairs.reverse();
        for event in events {
            for effect in &mut event.effects {
                self.number(&mut effect.change);
                let dyad = pairs.pop().and_then(|[a, b]| Dyad::new(a, b));
                self.is_valid &= dyad.is_some();
                effect.dyad = dyad.unwrap_or(Dyad::UNSET);
            }
        }
    }

    fn years(&mut self, rows: &mut Vec<YearLine>) {
        self.rows(rows);
        self.last = 0;
        for row in rows.iter_mut() {
            let mut year = row.year.into();
            self.difference(&mut year);
            self.narrow(&mut row.year, year);
        }
        lists!(self, rows, ascending, events);
        column!(self, rows, text, line);
    }

    fn eras(&mut self, rows: &mut Vec<Era>) {
        self.rows(rows);
        column!(self, rows, text, kind);
        column!(self, rows, text, title);
        dates!(self, rows, spell.from);
        open_dates!(self, rows, spell.to);
    }
}
