//! What can be wrong with tables: the catalogue, and one finding of it with its location.

use serde::Serialize;
use strum::{EnumMessage, EnumString, IntoStaticStr, VariantArray};

/// What a rule demands and a table lacks. Each kind has a stable code that people can search for.
#[derive(
    Clone, Copy, Debug, EnumMessage, EnumString, Eq, IntoStaticStr, Ord, PartialEq, PartialOrd, Serialize, VariantArray,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ProblemKind {
    /// A required table or the descriptor is not there.
    MissingFile,
    /// A CSV file whose name is that of no table: it is not read.
    UnknownFile,
    /// A file holds something else than a table, JSON or a graph: a workbook, compressed data, a page.
    WrongFormat,
    /// A packed dataset that cannot be opened, or texts that do not belong to it.
    BadPack,
    /// The bytes are not UTF-8.
    BadUtf8,
    /// The descriptor is not the JSON it should be.
    BadDescriptor,
    /// The dataset is written for a later version of the format.
    NewerFormat,
    /// A key of the descriptor stands twice in one object.
    DuplicateKey,
    /// A table lacks a column it needs.
    MissingColumn,
    /// A table has a column that the schema does not know.
    UnknownColumn,
    /// A name in a head that is no column's, but is understood as one.
    ForgivenColumn,
    /// A column stands twice.
    DuplicateColumn,
    /// A row has more or fewer fields than the head.
    WrongFieldCount,
    /// A quoted field that is never closed.
    UnclosedQuote,
    /// A quote within a field that is not enclosed in quotes: readers of CSV understand it in different ways.
    StrayQuote,
    /// A field that must say something is empty.
    EmptyField,
    /// A text holds characters that cannot be seen, or that turn the direction of reading.
    ControlCharacter,
    /// A table, a text or a number of rows is larger than the limit.
    LimitExceeded,
    /// An id with a character that separates ids.
    BadId,
    /// An id is given to two rows.
    DuplicateId,
    /// Two ids that look the same, or one with a character that looks like another.
    LookAlikeId,
    /// Two stances have one name.
    DuplicateStance,
    /// No actor has that id.
    UnknownActor,
    /// No event has that id.
    UnknownEvent,
    /// No tie has that id.
    UnknownTie,
    /// No source has that id.
    UnknownSource,
    /// No claim has that number.
    UnknownClaim,
    /// A word is none of those allowed in its column.
    UnknownWord,
    /// Not a date.
    BadDate,
    /// Not a number, or out of range.
    BadNumber,
    /// Not a rung of the ladder, by its number or its name.
    BadStance,
    /// Another stance that is the same, or lacks its reason, or the reason lacks the stance.
    BadAlternative,
    /// Not an effect such as `USA:-2` or `CHN-JPN:+1`.
    BadEffect,
    /// Not an address on the web.
    BadAddress,
    /// `to` is not after `from`.
    TerminusBeforeOnset,
    /// A spell has both an exclusive and an inclusive end.
    TwoEnds,
    /// Two spells of one dyad share a day.
    OverlappingSpells,
    /// A tie of an actor with itself.
    SameActorTwice,
    /// A later reason whose year does not come after the spell's first, or comes after its end.
    ReasonOutsideSpell,
    /// A tie when one of its actors does not exist.
    TieOutsideLife,
    /// An act of an actor before it existed, or after.
    ActOutsideLife,
    /// A fact without a source.
    MissingSource,
    /// Actors succeed one another in a ring.
    SuccessorRing,
    /// Some actors have a position and others none: no position is used.
    UnusedPosition,
    /// A row that no year of the dataset shows.
    OutsideYears,
    /// No tie holds in the first years, in the last, or in any.
    EmptyPicture,
    /// A source that nothing cites.
    UnusedSource,
    /// A spell begins on the first day of a month, and nothing on file happened on that day.
    UnsupportedDate,
    /// Something of high confidence rests on an encyclopedia alone.
    EncyclopediaAlone,
    /// A reason names a year after the one that shows it first.
    LaterYear,
    /// `resources` in the descriptor describe the tables as they are not.
    ResourceMismatch,
}

impl ProblemKind {
    /// Every kind.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// The stable code: the variant's name in kebab case.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The kind of that code.
    pub fn of_code(code: &str) -> Option<Self> {
        code.parse().ok()
    }

    /// What is wrong, in a sentence.
    pub fn meaning(self) -> &'static str {
        self.get_documentation().unwrap_or_default()
    }

    /// Whether a dataset can be made all the same when the kind is allowed by name.
    pub const fn can_be_allowed(self) -> bool {
        self.is_warning() || matches!(self, Self::MissingSource | Self::TieOutsideLife | Self::UnknownColumn)
    }

    /// Whether it only warns.
    pub const fn is_warning(self) -> bool {
        matches!(
            self,
            Self::UnknownFile
                | Self::ForgivenColumn
                | Self::StrayQuote
                | Self::LookAlikeId
                | Self::ActOutsideLife
                | Self::UnusedPosition
                | Self::OutsideYears
                | Self::EmptyPicture
                | Self::UnusedSource
                | Self::UnsupportedDate
                | Self::EncyclopediaAlone
                | Self::LaterYear
                | Self::ResourceMismatch
        )
    }
}

/// Where something stands: a file, a line and a column counted from 1, and the field.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Location {
    /// The file's name in its folder.
    pub file: String,
    /// 0 when the file as a whole is meant.
    pub line: usize,
    /// In characters; 0 when the line as a whole is meant.
    pub column: usize,
    /// How many characters are meant, from the column on and within the line; 0 when the line as a whole is meant.
    pub length: usize,
    /// The column's name in the table's head; empty when no single field is meant.
    pub field: String,
}

/// One finding: what is wrong, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Which rule.
    #[serde(rename = "code")]
    pub kind: ProblemKind,
    /// Where.
    pub location: Location,
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
    /// The other end of a conflict, in words.
    pub note: String,
    /// Where that other end stands, when there is one.
    pub other: Option<Location>,
    /// What to do.
    pub hint: String,
    /// The line it stands in, or the part of a long line round it; empty when no line is meant.
    pub excerpt: String,
    /// How many characters of the excerpt come before what is meant.
    pub before: usize,
    /// How many characters of the excerpt are meant; 0 when the line as a whole is.
    pub width: usize,
    /// Whether it was let through: a warning, or allowed by name.
    pub allowed: bool,
}

/// No more characters of a line than these are kept.
const EXCERPT: usize = 110;

impl Problem {
    /// A problem with a file as a whole.
    pub(super) fn new(kind: ProblemKind, file: &str, message: String) -> Self {
        Self {
            kind,
            location: Location { file: file.to_owned(), ..Location::default() },
            message,
            note: String::new(),
            other: None,
            hint: String::new(),
            excerpt: String::new(),
            before: 0,
            width: 0,
            allowed: kind.is_warning(),
        }
    }

    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    pub(super) fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    pub(super) fn other(mut self, location: Location) -> Self {
        self.other = Some(location);
        self
    }

    /// Keeps the part of a line round `width` characters that follow `before` others.
    pub(super) fn show(&mut self, line: &str, before: usize, width: usize) {
        let length = line.chars().count();
        let start = before.saturating_sub(EXCERPT / 3).min(length.saturating_sub(EXCERPT));
        let part: String = line.chars().skip(start).take(EXCERPT).collect();
        let head = if start > 0 { "…" } else { "" };
        let tail = if start + EXCERPT < length { "…" } else { "" };
        self.before = before - start + head.chars().count();
        self.width = width.clamp(1, (EXCERPT + 1).saturating_sub(self.before).max(1));
        self.excerpt = format!("{head}{part}{tail}");
    }
}
