//! The packed dataset: column after column, numbers as variable-length integers.
//!
//! A derived binary format would do as well, but its readers cost the page 7 kB more than these few
//! functions, and rows one after the other compress 5 kB worse than columns.

use super::act::{Act, ActKind};
use super::actor::{Actor, ActorId, ActorKind, Prominence, Region};
use super::dataset::{DatasetInfo, Tables, UnpackError, YearLine};
use super::era::Era;
use super::event::{Effect, Event, EventId};
use super::tie::{Confidence, Dyad, Stance, Tie};
use crate::time::{Date, Spell};

/// The first byte of a pack: the version of the format.
const VERSION: i64 = 4;
/// No list is longer; a malformed pack asks for no more memory than this many rows.
const LONGEST: usize = 65_535;

/// Goes over a pack, writing or reading each value in turn, so that one description of the format does both.
trait Codec {
    /// A whole number.
    fn number(&mut self, value: &mut i64);
    /// A text.
    fn text(&mut self, value: &mut String);
    /// The length of a list.
    fn length(&mut self, value: usize) -> usize;
}

#[derive(Default)]
struct Writer {
    bytes: Vec<u8>,
}

struct Reader<'a> {
    bytes: &'a [u8],
    malformed: bool,
}

impl Codec for Writer {
    fn number(&mut self, value: &mut i64) {
        // Zigzag: small numbers of either sign are short.
        let mut rest = ((*value << 1) ^ (*value >> 63)).cast_unsigned();
        while rest >= 0x80 {
            self.bytes.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        self.bytes.push(rest as u8);
    }

    fn text(&mut self, value: &mut String) {
        self.length(value.len());
        self.bytes.extend_from_slice(value.as_bytes());
    }

    fn length(&mut self, value: usize) -> usize {
        self.number(&mut (value as i64));
        value
    }
}

impl Codec for Reader<'_> {
    fn number(&mut self, value: &mut i64) {
        let (mut number, mut shift) = (0_u64, 0);
        loop {
            let Some((byte, rest)) = self.bytes.split_first() else {
                self.malformed = true;
                return;
            };
            self.bytes = rest;
            number |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 || shift > 56 {
                break;
            }
        }
        *value = (number >> 1).cast_signed() ^ -(number & 1).cast_signed();
    }

    fn text(&mut self, value: &mut String) {
        let length = self.length(0);
        match self.bytes.split_at_checked(length) {
            Some((text, rest)) => {
                self.bytes = rest;
                match core::str::from_utf8(text) {
                    Ok(text) => text.clone_into(value),
                    Err(_) => self.malformed = true,
                }
            }
            None => self.malformed = true,
        }
    }

    fn length(&mut self, _: usize) -> usize {
        let mut length = 0;
        self.number(&mut length);
        let length = usize::try_from(length).unwrap_or(LONGEST + 1);
        if length > LONGEST {
            self.malformed = true;
            return 0;
        }
        length
    }
}

/// Packs tables.
pub(super) fn pack(tables: &Tables) -> Vec<u8> {
    let mut writer = Writer::default();
    walk(&mut writer, &mut tables.clone());
    writer.bytes
}

/// Opens a pack.
pub(super) fn unpack(bytes: &[u8]) -> Result<Tables, UnpackError> {
    let mut reader = Reader { bytes, malformed: false };
    let mut tables = Tables::default();
    let is_valid = walk(&mut reader, &mut tables);
    if is_valid && !reader.malformed && reader.bytes.is_empty() { Ok(tables) } else { Err(UnpackError::Form) }
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
    }
    fields.is_valid
}

/// Casts plain numbers into what they stand for.
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

    /// A list's length, and rows to be filled.
    fn rows<T: Default + Clone>(&mut self, rows: &mut Vec<T>) {
        let length = self.codec.length(rows.len());
        rows.resize(length, T::default());
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
        self.rows(list);
        for id in list.iter_mut() {
            self.actor(id);
        }
    }

    fn event_list(&mut self, list: &mut Vec<EventId>) {
        self.rows(list);
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

    /// Degrees to a thousandth.
    fn degrees(&mut self, value: &mut f32) {
        let mut number = libm::round(f64::from(*value) * 1000.0) as i64;
        self.codec.number(&mut number);
        *value = (number as f64 / 1000.0) as f32;
    }

    fn open_degrees(&mut self, value: &mut Option<f32>) {
        // A bearing is never negative.
        let mut degrees = value.unwrap_or(-1.0);
        self.degrees(&mut degrees);
        *value = (degrees >= 0.0).then_some(degrees);
    }

    fn info(&mut self, info: &mut DatasetInfo) {
        for text in [&mut info.name, &mut info.version, &mut info.title, &mut info.subtitle] {
            self.text(text);
        }
        let mut published = info.published.unwrap_or(0);
        self.number(&mut published);
        info.published = (published != 0).then_some(published);
        self.actor(&mut info.ego);
        let mut rival = info.rival.map_or(-1, |rival| i32::from(rival.0));
        self.number(&mut rival);
        info.rival = u16::try_from(rival).ok().map(ActorId);
        self.number(&mut info.first_year);
        self.number(&mut info.last_year);
        for name in &mut info.stances {
            self.text(name);
        }
        self.stance(&mut info.implied_stance);
        let mut counts_relations = u8::from(info.counts_relations);
        self.number(&mut counts_relations);
        info.counts_relations = counts_relations == 1;
        self.rows(&mut info.turning_points);
        for year in &mut info.turning_points {
            self.number(year);
        }
        self.rows(&mut info.event_kinds);
        for kind in &mut info.event_kinds {
            self.text(kind);
        }
    }

    fn actors(&mut self, rows: &mut Vec<Actor>) {
        const KINDS: [((), ActorKind); 2] = [((), ActorKind::State), ((), ActorKind::Body)];
        self.rows(rows);
        column!(self, rows, text, code);
        column!(self, rows, text, short_name);
        for row in rows.iter_mut() {
            self.one_of(&mut row.kind, &KINDS);
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
        column!(self, rows, open_degrees, bearing);
        column!(self, rows, degrees, lon);
        column!(self, rows, degrees, lat);
    }

    fn ties(&mut self, rows: &mut Vec<Tie>) {
        self.rows(rows);
        column!(self, rows, actor, a);
        column!(self, rows, actor, b);
        column!(self, rows, date, spell.from);
        column!(self, rows, open_date, spell.to);
        column!(self, rows, stance, stance);
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
        column!(self, rows, number, kind);
        column!(self, rows, actor_list, actors);
        column!(self, rows, confidence, confidence);
        for row in rows.iter_mut() {
            self.rows(&mut row.effects);
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
            lat: 0.0,
        }
    }
}

impl Default for Tie {
    fn default() -> Self {
        let spell = Spell { from: Date::from_year(1), to: None };
        let (a, b) = (ActorId(0), ActorId(1));
        Self { a, b, spell, stance: Stance::DISTANT, confidence: Confidence::High, events: Vec::new() }
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
            kind: 0,
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
