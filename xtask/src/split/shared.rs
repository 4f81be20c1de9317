//! What both parts of a module have: its state, under short names, and how its pieces are found.

use std::collections::BTreeMap;
use std::ops::Range;

use anyhow::{Context as _, Result, bail};
use walrus::ir::Value;
use walrus::{ConstExpr, DataId, DataKind, FunctionId, GlobalId, MemoryId, Module, TableId};

use super::graph::Number;

/// The module name under which the second part imports what the first exports.
pub(super) const SHARED: &str = "a";

/// What both parts have, under names that no export of Rust's has: short ones, because each is written twice.
pub(super) fn shared_name(index: usize) -> String {
    index.to_string()
}

/// Memories, tables and globals, which the parts share besides functions.
pub(super) fn state(module: &Module) -> (Vec<MemoryId>, Vec<TableId>, Vec<GlobalId>) {
    (
        module.memories.iter().map(walrus::Memory::id).collect(),
        module.tables.iter().map(walrus::Table::id).collect(),
        module.globals.iter().map(walrus::Global::id).collect(),
    )
}

/// The table through which functions are called.
pub(super) fn table(module: &Module) -> Result<TableId> {
    module.tables.main_function_table()?.context("the module has no table of functions")
}

pub(super) fn functions(module: &Module) -> BTreeMap<Number, FunctionId> {
    module.funcs.iter().map(|function| (function.id().index(), function.id())).collect()
}

/// Room for so many more functions.
pub(super) fn widen(module: &mut Module, id: TableId, by: usize) {
    let table = module.tables.get_mut(id);
    table.initial += by as u64;
    table.maximum = table.maximum.map(|maximum| maximum + by as u64);
}

/// Initialised memory: segment, memory, address and bytes.
pub(super) type Segment = (DataId, MemoryId, u32, Vec<u8>);

/// The initialised memory of a module.
pub(super) fn memory(module: &Module) -> Result<Vec<Segment>> {
    let segment = |data: &walrus::Data| match data.kind {
        DataKind::Active { memory, offset: ConstExpr::Value(Value::I32(address)) } => {
            Ok((data.id(), memory, address as u32, data.value.clone()))
        }
        _ => bail!("the module initialises its memory in a way that cannot be cut."),
    };
    module.data.iter().map(segment).collect()
}

/// The pieces of `wanted` that lie within a segment of that many bytes at an address, counted from its start.
pub(super) fn within(wanted: &[Range<u32>], address: u32, length: usize) -> impl Iterator<Item = Range<usize>> {
    let end = address + length as u32;
    wanted.iter().filter_map(move |range| {
        let (from, to) = (range.start.max(address), range.end.min(end));
        (from < to).then(|| (from - address) as usize..(to - address) as usize)
    })
}
