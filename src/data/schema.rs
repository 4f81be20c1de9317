//! The schema of the tables: which there are, and what each column holds. Everything else reads it from here.

mod document;
mod json;
mod resources;
mod tables;

pub use document::{limits_in_words, tables_in_words};
pub use json::json_schema;
pub(super) use resources::contradictions;
pub use resources::{Constraints, Field, ForeignKey, Reference, Resource, TableSchema, resources};
pub(super) use tables::{
    ACTORS, ACTS, ALIASES, CHAPTERS, CLAIMS, ERAS, EVENTS, FIGURES, MEMBERS, REASONS, SCHEMAS, SOURCES, TIES, YEARS,
};

use core::ops::RangeInclusive;

use super::language_codes::is_language;
use super::{Limit, Limits};

/// The descriptor's name in its folder.
pub const DESCRIPTOR: &str = "datapackage.json";

/// A table: its file, its columns, and how many rows it may have.
#[derive(Debug)]
pub(super) struct Schema {
    /// The file's name in its folder.
    pub(super) file: &'static str,
    /// What it holds, in a sentence.
    pub(super) description: &'static str,
    /// The most rows, unless the caller sets another limit.
    pub(super) most_rows: usize,
    /// The column that tells the rows apart; empty when none does.
    pub(super) key: &'static str,
    /// The column to show beside a key.
    pub(super) label: &'static str,
    /// What may not stand in a key besides blanks, because it separates keys.
    pub(super) separators: &'static str,
    pub(super) columns: &'static [Column],
}

/// A column of a table.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) need: Need,
    /// What it says, for whoever reads the table.
    pub(super) description: &'static str,
    /// Whether readers read it, so that it may be translated.
    pub(super) is_read: bool,
}

/// Whether a column and its values must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// The column may be missing.
    Optional,
    /// The column must be there; its values may be empty.
    Column,
    /// Every row has a value.
    Value,
}

/// What the values of a column are.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// A short text: an id or a name.
    Name,
    /// A text of any length within the limit.
    Text,
    /// A date: `1972`, `1972-07`, `1972-07-04`, with `~` or `?` after it.
    Date,
    /// A calendar year.
    Year,
    /// A whole number in a range.
    WholeNumber(RangeInclusive<i64>),
    /// Whole numbers in a range, separated by blanks.
    WholeNumbers(RangeInclusive<i64>),
    /// A number in a range.
    Number(RangeInclusive<f64>),
    /// One of these words.
    Words(&'static [&'static str]),
    /// A rung of the ladder, by its number or its name.
    Stance,
    /// Changes of dyads: `USA:-2 CHN-JPN:+1`.
    Effects,
    /// An address on the web.
    Address,
    /// The key of a row of that table.
    Key(&'static str),
    /// Keys of rows of that table, separated by blanks.
    Keys(&'static str),
    /// The name of a tie, such as `PRK-CHN@1949-10-06`.
    Tie,
    /// Keys of events, and names of ties such as `PRK-CHN@1949-10-06`, separated by blanks.
    Evidence,
    /// Nothing, an actor, or two joined by a hyphen.
    Focus,
}

impl Schema {
    /// The table's name: its file's, without the ending.
    pub(super) fn name(&self) -> &'static str {
        self.file.strip_suffix(".csv").unwrap_or(self.file)
    }

    /// The limit of its rows, if it can be set.
    pub(super) fn limit(&self) -> Option<Limit> {
        match self.file {
            file if file == ACTORS.file => Some(Limit::Actors),
            file if file == TIES.file => Some(Limit::Ties),
            file if file == EVENTS.file => Some(Limit::Events),
            _ => None,
        }
    }

    /// The most rows within these limits.
    pub(super) fn rows_within(&self, limits: &Limits) -> usize {
        self.limit().map_or(self.most_rows, |limit| limits.of(limit))
    }

    /// The column of that name.
    pub(super) fn column(&self, name: &str) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// The column that a name such as `title_it` translates, and the language.
    pub(super) fn translated<'n>(&self, name: &'n str) -> Option<(&'static Column, &'n str)> {
        let (column, language) = name.rsplit_once('_')?;
        let column = self.column(column).filter(|column| column.is_read)?;
        is_language(language).then_some((column, language))
    }

    /// The table of that file.
    pub(super) fn of(file: &str) -> Option<&'static Self> {
        SCHEMAS.into_iter().find(|schema| schema.file == file)
    }
}
