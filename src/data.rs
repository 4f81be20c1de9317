//! Who the actors are, how they stood to one another, and who says so.

mod act;
mod actor;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
mod alike;
mod check;
mod combine;
mod confidence;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
mod correction;
mod dataset;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
mod draft;
mod dyad;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
mod effective;
mod era;
mod escape;
mod event;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
mod grid;
mod groups;
mod joined;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
mod language_codes;
#[cfg_attr(
    target_arch = "wasm32",
    allow(dead_code, reason = "some limits are those of files, which the page reads none of")
)]
mod limits;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
mod map;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
mod mapping;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
mod mend;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
mod numerals;
mod order;
mod pack;
mod places;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
mod problem;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
mod read;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
mod report;
mod rules;
mod rungs;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
mod schema;
mod search;
mod span;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
mod suggestion;
mod tables;
mod text_columns;
mod texts;
mod tie;
mod translation;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
mod validate;
mod weight;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
mod write;

pub use act::{Act, ActKind};
pub use actor::{Actor, ActorId, ActorKind, ByProminence, Position, Prominence, Region};
pub use combine::Combine;
pub use confidence::Confidence;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
pub use correction::correction;
pub use dataset::Dataset;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
pub use draft::Draft;
pub use dyad::Dyad;
pub use era::Era;
pub use escape::escape;
pub use event::{Effect, Event, EventId};
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
pub use grid::{Grid, GridPlace};
pub use joined::joined;
pub use limits::Limit;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
pub use limits::Limits;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
pub use mapping::{ColumnReading, Form, MEANINGS, Mapping, ReadOptions, TooLarge, WordReading};
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
pub use mend::{Mended, mend};
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
pub use numerals::float as decimal;
pub use order::{arrange, order, sorted};
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
pub use problem::{Location, Problem, ProblemKind};
#[cfg(feature = "workbench")]
pub use read::are_ties_alone;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
pub use read::{is_pack, read, read_any};
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
pub use report::{Report, ReportText, visible};
pub use rules::{Rule, UnpackError, is_web_address};
pub use rungs::Rungs;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
pub use schema::{
    Constraints, DESCRIPTOR, Field, ForeignKey, Reference, Resource, TableSchema, json_schema, limits_in_words,
    resources, tables_in_words,
};
pub use search::{Found, fold, occurrences, search};
pub use span::StepId;
pub use tables::{Centre, DatasetInfo, Placement, Rung, Tables, YearLine};
pub use text_columns::TextColumns;
pub use texts::{
    About, ActText, Chapter, Claim, EraText, EventText, Figure, LaterReason, PageText, ReviewedWork, Section, Source,
    SourceId, Texts, TieText, Verdict,
};
pub use tie::{Censoring, Manner, Stance, Tie, TieDirection, TieId};
pub use translation::{CountryName, Translation};
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
pub use validate::validate;
pub use weight::Weight;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
pub use write::{Written, edge_list, gexf, not_packed, plain_json, table_folder};
