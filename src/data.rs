//! Who the actors are, how they stood to one another, and who says so.

mod act;
mod actor;
mod dataset;
#[cfg(not(target_arch = "wasm32"))]
mod draft;
mod era;
mod event;
#[cfg(not(target_arch = "wasm32"))]
mod limits;
mod order;
mod pack;
#[cfg(not(target_arch = "wasm32"))]
mod problem;
#[cfg(not(target_arch = "wasm32"))]
mod read;
#[cfg(not(target_arch = "wasm32"))]
mod report;
mod search;
#[cfg(not(target_arch = "wasm32"))]
mod suggestion;
mod texts;
mod tie;
#[cfg(not(target_arch = "wasm32"))]
mod validate;
mod wire;

pub use act::{Act, ActKind};
pub use actor::{Actor, ActorId, ActorKind, ByProminence, Prominence, Region};
pub use dataset::{Dataset, DatasetInfo, Tables, UnpackError, YearLine};
#[cfg(not(target_arch = "wasm32"))]
pub use draft::Draft;
pub use era::Era;
pub use event::{Effect, Event, EventId};
pub use order::{order, sorted};
#[cfg(not(target_arch = "wasm32"))]
pub use problem::{Location, Problem, ProblemKind};
#[cfg(not(target_arch = "wasm32"))]
pub use read::{DESCRIPTOR, read};
#[cfg(not(target_arch = "wasm32"))]
pub use report::Report;
pub use search::{Found, fold, occurrences, search};
pub use texts::{
    About, ActText, Chapter, Claim, EraText, EventText, Figure, PageText, ReviewedWork, Section, Source, SourceId,
    Texts, TieText, Verdict,
};
pub use tie::{Confidence, Dyad, Stance, Tie, TieId};
#[cfg(not(target_arch = "wasm32"))]
pub use validate::validate;
pub use wire::Columns;
