//! Makes the first part: the whole module without what is late, and with a way into it.

use std::ops::Range;

use anyhow::Result;
use walrus::{ElementItems, FunctionBuilder, FunctionKind, Module, TableId};

use super::graph::Cut;
use super::shared::{functions, memory, shared_name, state, table, widen, within};

/// Takes the late part out; the first slot of the entries.
pub(super) fn make(module: &mut Module, cut: &Cut, late_data: &[Range<u32>]) -> Result<u32> {
    let table = table(module)?;
    let slots = module.tables.get(table).initial as u32;
    open_entries(module, cut, table, slots);
    widen(module, table, cut.entries.len());
    empty_slots(module, cut);
    for (id, _, address, bytes) in memory(module)? {
        // binaryen gives names to the pieces that it makes of a segment, and stumbles over those that are there.
        module.data.get_mut(id).name = None;
        for range in within(late_data, address, bytes.len()) {
            module.data.get_mut(id).value[range].fill(0);
        }
    }
    share(module, cut);
    walrus::passes::gc::run(module);
    Ok(slots)
}

/// Puts a call through the table in the place of each entry.
fn open_entries(module: &mut Module, cut: &Cut, table: TableId, slots: u32) {
    let ids = functions(module);
    for (slot, number) in (slots..).zip(&cut.entries) {
        let id = ids[number];
        let ty = module.funcs.get(id).ty();
        let (params, results) = module.types.params_results(ty);
        let (params, results) = (params.to_vec(), results.to_vec());
        let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
        let args: Vec<_> = params.iter().map(|param| module.locals.add(*param)).collect();
        let mut body = builder.func_body();
        for arg in &args {
            body.local_get(*arg);
        }
        body.i32_const(slot as i32).call_indirect(ty, table);
        module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(args));
    }
}

/// Slots of late functions get that of the slot before, so that the table stays one list; nothing calls through them.
fn empty_slots(module: &mut Module, cut: &Cut) {
    for element in module.elements.iter_mut() {
        let ElementItems::Functions(ids) = &mut element.items else { continue };
        let late = |id: &walrus::FunctionId| cut.late.contains(&id.index()) && !cut.entries.contains(&id.index());
        let Some(mut kept) = ids.iter().find(|id| !late(id)).copied() else { continue };
        for id in ids {
            if late(id) {
                *id = kept;
            }
            kept = *id;
        }
    }
}

/// Exports what the second part uses.
fn share(module: &mut Module, cut: &Cut) {
    let ids = functions(module);
    let (memories, tables, globals) = state(module);
    let mut names = (0..).map(shared_name);
    let mut next = || names.next().unwrap_or_default();
    for number in &cut.shared {
        module.exports.add(&next(), ids[number]);
    }
    for id in memories {
        module.exports.add(&next(), id);
    }
    for id in tables {
        module.exports.add(&next(), id);
    }
    for id in globals {
        module.exports.add(&next(), id);
    }
}
