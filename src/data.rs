//! Who the actors are, how they stood to one another, and who says so.

mod act;
mod actor;
#[cfg(not(target_arch = "wasm32"))]
mod alike;
mod check;
mod combine;
mod confidence;
mod dataset;
#[cfg(not(target_arch = "wasm32"))]
mod draft;
mod dyad;
#[cfg(not(target_arch = "wasm32"))]
mod effective;
mod era;
mod escape;
mod event;
mod groups;
mod joined;
#[cfg_attr(
    target_arch = "wasm32",
    allow(dead_code, reason = "some limits are those of files, which the page reads none of")
)]
mod limits;
#[cfg(not(target_arch = "wasm32"))]
mod mapping;
#[cfg(not(target_arch = "wasm32"))]
mod mend;
#[cfg(not(target_arch = "wasm32"))]
mod numerals;
mod order;
mod pack;
#[cfg(not(target_arch = "wasm32"))]
mod problem;
#[cfg(not(target_arch = "wasm32"))]
mod read;
#[cfg(not(target_arch = "wasm32"))]
mod report;
mod rules;
mod rungs;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
mod search;
#[cfg(not(target_arch = "wasm32"))]
mod suggestion;
mod tables;
mod text_columns;
mod texts;
mod tie;
#[cfg(not(target_arch = "wasm32"))]
mod validate;
#[cfg(not(target_arch = "wasm32"))]
mod write;

pub use act::{Act, ActKind};
pub use actor::{Actor, ActorId, ActorKind, ByProminence, Position, Prominence, Region};
pub use combine::Combine;
pub use confidence::Confidence;
pub use dataset::Dataset;
#[cfg(not(target_arch = "wasm32"))]
pub use draft::Draft;
pub use dyad::Dyad;
pub use era::Era;
pub use escape::escape;
pub use event::{Effect, Event, EventId};
pub use joined::joined;
pub use limits::Limit;
#[cfg(not(target_arch = "wasm32"))]
pub use limits::Limits;
#[cfg(not(target_arch = "wasm32"))]
pub use mapping::{ColumnReading, Form, MEANINGS, Mapping, ReadOptions, TooLarge, WordReading};
#[cfg(not(target_arch = "wasm32"))]
pub use mend::{Mended, mend};
pub use order::{order, sorted};
#[cfg(not(target_arch = "wasm32"))]
pub use problem::{Location, Problem, ProblemKind};
#[cfg(not(target_arch = "wasm32"))]
pub use read::{is_pack, read, read_any};
#[cfg(not(target_arch = "wasm32"))]
pub use report::{Report, ReportText, visible};
pub use rules::{Rule, UnpackError, is_web_address};
pub use rungs::Rungs;
#[cfg(not(target_arch = "wasm32"))]
pub use schema::{
    Constraints, DESCRIPTOR, Field, ForeignKey, Reference, Resource, TableSchema, json_schema, limits_in_words,
    resources, tables_in_words,
};
pub use search::{Found, fold, occurrences, search};
pub use tables::{Centre, DatasetInfo, Placement, Rung, Tables, YearLine};
pub use text_columns::TextColumns;
pub use texts::{
    About, ActText, Chapter, Claim, EraText, EventText, Figure, LaterReason, PageText, ReviewedWork, Section, Source,
    SourceId, Texts, TieText, Verdict,
};
pub use tie::{Stance, Tie, TieId};
#[cfg(not(target_arch = "wasm32"))]
pub use validate::validate;
#[cfg(not(target_arch = "wasm32"))]
pub use write::{Written, edge_list, gexf, not_packed, plain_json, table_folder};
