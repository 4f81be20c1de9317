//! How large a dataset may be, so that no input makes a reader's machine wait.

#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
mod raised;

#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
pub use raised::Limits;

/// The largest file, in bytes.
pub(super) const BYTES: usize = 16 * 1024 * 1024;
/// All files of a dataset together, in bytes.
pub(super) const FOLDER: usize = 4 * BYTES;
/// The most actors.
pub(super) const ACTORS: usize = 20_000;
/// The most ties: no table is longer.
pub(super) const TIES: usize = 100_000;
/// The most rows of a table of ties that are yet to be joined to spells, or rows of members.
pub(super) const YEARLY_ROWS: usize = 400_000;
/// The most events.
pub(super) const EVENTS: usize = 50_000;
/// The most rows of any other table. Places in all tables but that of the ties are 16-bit numbers.
pub(super) const ROWS: usize = 60_000;
/// The most columns of a table.
pub(super) const COLUMNS: usize = 1000;
/// The most values of the rows of a JSON list or of a graph, those that a row leaves out among them.
pub(super) const CELLS: usize = 5_000_000;
/// The most elements and texts of a graph in XML.
pub(super) const ELEMENTS: usize = 2_000_000;
/// The most pairs of members that are looked at.
pub(super) const PAIRS: usize = 20_000_000;
/// The most ids in one field.
pub(super) const LIST: usize = 200;
/// The longest text of a field, in characters.
pub(super) const TEXT: usize = 10_000;
/// The longest name or id, in characters.
pub(super) const NAME: usize = 500;
/// The deepest nesting of the descriptor and of plain JSON.
pub(super) const DEPTH: usize = 64;
/// The most problems that are listed; the rest is counted.
pub(super) const PROBLEMS: usize = 10_000;

/// A limit that the caller can set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "`meaning` says it")]
pub enum Limit {
    Bytes,
    Folder,
    Actors,
    Ties,
    TieRows,
    Events,
    Columns,
    Cells,
    Elements,
    Pairs,
    List,
    Text,
    Name,
    Depth,
}

impl Limit {
    /// How much is allowed unless the caller sets it.
    pub const fn usual(self) -> usize {
        match self {
            Self::Bytes => BYTES,
            Self::Folder => FOLDER,
            Self::Actors => ACTORS,
            Self::Ties => TIES,
            Self::TieRows => YEARLY_ROWS,
            Self::Events => EVENTS,
            Self::Columns => COLUMNS,
            Self::Cells => CELLS,
            Self::Elements => ELEMENTS,
            Self::Pairs => PAIRS,
            Self::List => LIST,
            Self::Text => TEXT,
            Self::Name => NAME,
            Self::Depth => DEPTH,
        }
    }
}
