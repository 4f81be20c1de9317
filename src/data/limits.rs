//! How large a dataset may be, so that no input makes a reader's machine wait.

/// The largest file, in bytes.
pub const BYTES: usize = 16 * 1024 * 1024;
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
/// The most ids in one field.
pub(super) const LIST: usize = 200;
/// The longest text of a field, in characters.
pub(super) const TEXT: usize = 10_000;
/// The longest name or id, in characters.
pub(super) const NAME: usize = 500;
/// The deepest nesting of the descriptor.
pub(super) const DEPTH: usize = 64;
/// The most problems that are listed; the rest is counted.
pub(super) const PROBLEMS: usize = 10_000;
