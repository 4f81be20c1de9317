//! The packed dataset: column after column, numbers as variable-length integers.
//!
//! A derived binary format would do as well, but its readers cost the page 7 kB more than these few
//! functions, and rows one after the other compress 5 kB worse than columns.

mod codec;

use core::ops::RangeInclusive;

use super::act::{Act, ActKind};
use super::actor::{Actor, ActorId, ActorKind, Prominence, Region};
use super::confidence::Confidence;
use super::dyad::Dyad;
use super::era::Era;
use super::event::{Effect, Event, EventId};
use super::limits;
use super::rules::{BEARING, LONGITUDE, Rule, UnpackError};
use super::tables::{DatasetInfo, Placement, Tables, YearLine};
use super::tie::{Stance, Tie};
use crate::time::{Date, Spell};
use codec::{Codec, Reader, Writer};

/// The first number of a pack: the version of the format.
const VERSION: i64 = 7;

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
    let mut fields = Fields { codec, is_valid: version == VERSION };
    if fields.is_valid {
        fields.info(&mut tables.info);
        fields.actors(&mut tables.actors);
        fields.ties(&mut tables.ties);
        fields.acts(&mut tables.acts);
        fields.events(&mut tables.events);
        fields.years(&mut tables.years);
        fields.eras(&mut tables.eras);
        fields.placements(&mut tables.placements);
    }
    fields.is_valid
}

/// Converts between plain numbers and what they stand for.
struct Fields<'p> {
    codec: &'p mut dyn Codec,
    is_valid: bool,
}

/// One column: a value of each row.
macro_rules! column {
    ($fields:ident, $rows:ident, $kind:ident, $($field:tt).+) => {
        for row in $rows.iter_mut() {
            $fields.$kind(&mut row.$($field).+);
        }
    };
}

impl Fields<'_> {
    fn number<T: TryFrom<i64> + Into<i64> + Copy>(&mut self, value: &mut T) {
        let mut number = (*value).into();
        self.codec.number(&mut number);
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
        self.entries(rows, limits::ROWS);
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

    fn actor_list(&mut self, list: &mut Vec<ActorId>) {
        self.list(list);
        for id in list.iter_mut() {
            self.actor(id);
        }
    }

    fn event_list(&mut self, list: &mut Vec<EventId>) {
        self.list(list);
        for id in list.iter_mut() {
            self.number(&mut id.0);
        }
    }

    fn stance(&mut self, value: &mut Stance) {
        let mut number = value.value();
        self.number(&mut number);
        match Stance::new(number) {
            Some(stance) => *value = stance,
            None => self.is_valid = false,
        }
    }

    /// A stance that may be missing: its ring, counted from 1, or 0.
    fn open_stance(&mut self, value: &mut Option<Stance>) {
        let mut ring = value.map_or(0, |stance| stance.ring() as u8 + 1);
        self.number(&mut ring);
        *value = usize::from(ring).checked_sub(1).and_then(|ring| Stance::LADDER.get(ring)).copied();
        self.is_valid &= value.is_some() == (ring > 0);
    }

    fn confidence(&mut self, value: &mut Confidence) {
        self.one_of(value, &Confidence::NAMES);
    }

    fn date(&mut self, value: &mut Date) {
        let mut open = Some(*value);
        self.open_date(&mut open);
        match open {
            Some(date) => *value = date,
            None => self.is_valid = false,
        }
    }

    /// A date that may be missing: month and doubts, then year and day.
    fn open_date(&mut self, value: &mut Option<Date>) {
        let [mut head, mut year, mut day] = value.map_or([-1, 0, 0], Date::to_numbers);
        self.codec.number(&mut head);
        if head < 0 {
            *value = None;
            return;
        }
        self.codec.number(&mut year);
        self.codec.number(&mut day);
        *value = Date::from_numbers([head, year, day]);
        self.is_valid &= value.is_some();
    }

    /// Degrees to a thousandth, within a range. What is no number is packed as one that is out of every range.
    fn degrees(&mut self, value: &mut f32, range: &RangeInclusive<f64>) {
        let thousandths = libm::round(f64::from(*value) * 1000.0);
        let mut number = if thousandths.is_nan() { i64::MAX } else { thousandths as i64 };
        self.codec.number(&mut number);
        let degrees = number as f64 / 1000.0;
        self.is_valid &= range.contains(&degrees);
        *value = degrees as f32;
    }

    fn longitude(&mut self, value: &mut f32) {
        self.degrees(value, &LONGITUDE);
    }

    /// Degrees that may be missing: whether they are there, then they.
    fn open_bearing(&mut self, value: &mut Option<f32>) {
        let mut is_some = value.is_some();
        self.flag(&mut is_some);
        let mut degrees = value.unwrap_or_default();
        if is_some {
            self.degrees(&mut degrees, &BEARING);
        }
        *value = is_some.then_some(degrees);
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
        self.actor(&mut info.ego);
        let mut has_rival = info.rival.is_some();
        self.flag(&mut has_rival);
        let mut rival = info.rival.unwrap_or_default();
        self.actor(&mut rival);
        info.rival = has_rival.then_some(rival);
        self.number(&mut info.first_year);
        self.number(&mut info.last_year);
        for name in &mut info.stances {
            self.text(name);
        }
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
            self.one_of(&mut row.region, &Region::NAMES);
        }
        column!(self, rows, open_date, from);
        column!(self, rows, open_date, to);
        column!(self, rows, actor_list, successors);
        for row in rows.iter_mut() {
            self.one_of(&mut row.prominence, &Prominence::NAMES);
        }
        column!(self, rows, open_bearing, bearing);
        column!(self, rows, longitude, lon);
    }

    fn ties(&mut self, rows: &mut Vec<Tie>) {
        self.rows(rows);
        column!(self, rows, actor, a);
        column!(self, rows, actor, b);
        column!(self, rows, date, spell.from);
        column!(self, rows, open_date, spell.to);
        column!(self, rows, stance, stance);
        column!(self, rows, open_stance, alternative);
        column!(self, rows, confidence, confidence);
        column!(self, rows, event_list, events);
    }

    fn acts(&mut self, rows: &mut Vec<Act>) {
        self.rows(rows);
        column!(self, rows, actor, actor);
        column!(self, rows, actor, toward);
        column!(self, rows, date, date);
        for row in rows.iter_mut() {
            self.one_of(&mut row.kind, &ActKind::NAMES);
        }
        column!(self, rows, confidence, confidence);
    }

    fn events(&mut self, rows: &mut Vec<Event>) {
        self.rows(rows);
        column!(self, rows, date, date);
        column!(self, rows, open_date, until);
        column!(self, rows, actor_list, actors);
        column!(self, rows, confidence, confidence);
        for row in rows.iter_mut() {
            self.list(&mut row.effects);
            for effect in &mut row.effects {
                self.effect(effect);
            }
        }
        column!(self, rows, text, title);
    }

    fn effect(&mut self, effect: &mut Effect) {
        let [mut a, mut b] = effect.dyad.both();
        self.actor(&mut a);
        self.actor(&mut b);
        match Dyad::new(a, b) {
            Some(dyad) => effect.dyad = dyad,
            None => self.is_valid = false,
        }
        self.number(&mut effect.change);
    }

    fn years(&mut self, rows: &mut Vec<YearLine>) {
        self.rows(rows);
        column!(self, rows, number, year);
        column!(self, rows, event_list, events);
        column!(self, rows, text, line);
    }

    fn eras(&mut self, rows: &mut Vec<Era>) {
        self.rows(rows);
        column!(self, rows, text, kind);
        column!(self, rows, text, title);
        column!(self, rows, date, spell.from);
        column!(self, rows, open_date, spell.to);
    }

    fn placements(&mut self, rows: &mut Vec<Placement>) {
        self.rows(rows);
        column!(self, rows, number, bearing);
        column!(self, rows, number, lane);
        for row in rows.iter() {
            self.is_valid &= row.bearing <= Placement::BEARING && row.lane.abs_diff(0) <= Placement::LANE;
        }
    }
}

impl Default for Actor {
    fn default() -> Self {
        Self {
            code: String::new(),
            short_name: String::new(),
            kind: ActorKind::State,
            region: Region::Body,
            from: None,
            to: None,
            successors: Vec::new(),
            prominence: Prominence::Minor,
            bearing: None,
            lon: 0.0,
        }
    }
}

impl Default for Tie {
    fn default() -> Self {
        let spell = Spell { from: Date::from_year(1), to: None };
        let (a, b) = (ActorId(0), ActorId(1));
        Self {
            a,
            b,
            spell,
            stance: Stance::DISTANT,
            alternative: None,
            confidence: Confidence::High,
            events: Vec::new(),
        }
    }
}

impl Default for Act {
    fn default() -> Self {
        Self {
            actor: ActorId(0),
            toward: ActorId(0),
            date: Date::from_year(1),
            kind: ActKind::Established,
            confidence: Confidence::High,
        }
    }
}

impl Default for Event {
    fn default() -> Self {
        Self {
            date: Date::from_year(1),
            until: None,
            actors: Vec::new(),
            title: String::new(),
            effects: Vec::new(),
            confidence: Confidence::High,
        }
    }
}

impl Default for Effect {
    fn default() -> Self {
        Self { dyad: Dyad::UNSET, change: 0 }
    }
}
