//! Makes the second part: what is late, with everything else from the first part's instance.

use std::collections::BTreeMap;
use std::ops::Range;

use anyhow::Result;
use walrus::ir::Value;
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, FunctionId, FunctionKind, GlobalKind, ImportedFunction, Module,
    TableId,
};

use super::graph::Cut;
use super::shared::{SHARED, functions, memory, shared_name, state, table, widen, within};

/// Takes everything out but what is late; `slots` is the first slot of the entries.
pub(super) fn make(module: &mut Module, cut: &Cut, late_data: &[Range<u32>], slots: u32) -> Result<()> {
    let main = table(module)?;
    let ids = functions(module);
    let data = memory(module)?;
    empty(module);
    import(module, cut);
    widen(module, main, cut.entries.len());
    for (_, memory, address, bytes) in data {
        for range in within(late_data, address, bytes.len()) {
            let offset = ConstExpr::Value(Value::I32((address + range.start as u32) as i32));
            let id = module.data.add(DataKind::Active { memory, offset }, bytes[range].to_vec());
            module.memories.get_mut(memory).data_segments.insert(id);
        }
    }
    let mut filled: BTreeMap<u32, FunctionId> = cut.slots.iter().map(|(slot, number)| (*slot, ids[number])).collect();
    filled.extend((slots..).zip(cut.entries.iter().map(|number| ids[number])));
    fill(module, main, &filled);
    walrus::passes::gc::run(module);
    Ok(())
}

fn empty(module: &mut Module) {
    module.start = None;
    for id in module.exports.iter().map(walrus::Export::id).collect::<Vec<_>>() {
        module.exports.delete(id);
    }
    for id in module.imports.iter().map(walrus::Import::id).collect::<Vec<_>>() {
        module.imports.delete(id);
    }
    for id in module.data.iter().map(walrus::Data::id).collect::<Vec<_>>() {
        module.data.delete(id);
    }
    for id in module.elements.iter().map(walrus::Element::id).collect::<Vec<_>>() {
        module.elements.delete(id);
    }
}

/// Imports what the first part exports, under the same names in the same order.
fn import(module: &mut Module, cut: &Cut) {
    let ids = functions(module);
    let (memories, tables, globals) = state(module);
    let mut names = (0..).map(shared_name);
    let mut next = || names.next().unwrap_or_default();
    for number in &cut.shared {
        let id = ids[number];
        let ty = module.funcs.get(id).ty();
        let import = module.imports.add(SHARED, &next(), id);
        module.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
    for id in memories {
        let import = module.imports.add(SHARED, &next(), id);
        let memory = module.memories.get_mut(id);
        memory.import = Some(import);
        memory.data_segments.clear();
    }
    for id in tables {
        let import = module.imports.add(SHARED, &next(), id);
        let table = module.tables.get_mut(id);
        table.import = Some(import);
        table.elem_segments.clear();
    }
    for id in globals {
        let import = module.imports.add(SHARED, &next(), id);
        module.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
}

/// Fills slots of the table, those that follow one another by one list.
fn fill(module: &mut Module, table: TableId, slots: &BTreeMap<u32, FunctionId>) {
    let mut lists: Vec<(u32, Vec<FunctionId>)> = Vec::new();
    for (slot, id) in slots {
        match lists.last_mut() {
            Some((first, list)) if *first + list.len() as u32 == *slot => list.push(*id),
            _ => lists.push((*slot, vec![*id])),
        }
    }
    for (first, list) in lists {
        let kind = ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(first as i32)) };
        let id = module.elements.add(kind, ElementItems::Functions(list));
        module.tables.get_mut(table).elem_segments.insert(id);
    }
}
