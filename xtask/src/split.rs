//! Cuts a wasm module in two: what is needed first, and a second part that is loaded later into the same memory.
//!
//! Both parts share memory, table and globals, so nothing is there twice. Where the first part calls a late function it
//! has a small one in its place, which calls through a slot of the table; the second part fills the slots. Constants
//! that only late functions read come with the second part too.
//!
//! `wasm-split` of binaryen cuts functions in the same way, but npm's package of binaryen does not have it and Debian's
//! is years old; it also keeps everything in the first part whose address is taken, and all constants.

mod first;
mod graph;
pub mod late;
mod linked;
mod references;
mod second;
mod shared;

use std::collections::BTreeSet;

use anyhow::{Context as _, Result, bail};
use walrus::{ExportItem, FunctionId, Module, ModuleConfig};

pub use self::linked::{names, without_relocations};
pub use self::references::{LateOnly, late_only};

use self::graph::{Graph, Number};

/// A module in two parts.
#[derive(Clone, Debug)]
pub struct Split {
    /// What is loaded first; it works alone, as long as nothing late is called.
    pub first: Vec<u8>,
    /// What is loaded later. It imports everything from the exports of the first part's instance, as module `a`.
    pub late: Vec<u8>,
    /// Names of the functions in the second part, each with its number of instructions.
    pub moved: Vec<(String, u64)>,
}

/// Cuts a module at the functions whose names, or whose exports' names, pass.
///
/// # Errors
///
/// When the module cannot be read, or nothing would be late.
pub fn split(wasm: &[u8], late_only: &LateOnly, is_late: impl Fn(&str) -> bool) -> Result<Split> {
    let (mut first, mut late) = (parse(wasm)?, parse(wasm)?);
    let cut = Graph::of(&first)?.cut(&wanted(&first, is_late), &late_only.slots);
    if cut.entries.is_empty() {
        bail!("nothing of the module is late.");
    }
    let moved = first.funcs.iter_local().filter(|(id, _)| cut.late.contains(&id.index()));
    let moved = moved.map(|(id, function)| (first.funcs.get(id).name.clone().unwrap_or_default(), function.size()));
    let moved = moved.collect();
    let slots = first::make(&mut first, &cut, &late_only.data)?;
    second::make(&mut late, &cut, &late_only.data, slots)?;
    Ok(Split { first: first.emit_wasm(), late: late.emit_wasm(), moved })
}

fn parse(wasm: &[u8]) -> Result<Module> {
    ModuleConfig::new()
        .generate_producers_section(false)
        .generate_name_section(false)
        .parse(wasm)
        .context("cannot read the wasm")
}

/// The functions at which to cut.
fn wanted(module: &Module, is_late: impl Fn(&str) -> bool) -> BTreeSet<Number> {
    let named = |id: FunctionId| module.funcs.get(id).name.as_deref();
    let mut wanted: BTreeSet<Number> = module
        .funcs
        .iter_local()
        .filter(|(id, _)| named(*id).is_some_and(&is_late))
        .map(|(id, _)| id.index())
        .collect();
    for export in module.exports.iter() {
        if let ExportItem::Function(id) = export.item
            && is_late(&export.name)
        {
            wanted.insert(id.index());
        }
    }
    wanted
}

#[cfg(test)]
mod tests {
    use walrus::ir::Value;
    use walrus::{ConstExpr, DataKind, ElementItems, ElementKind, FunctionBuilder, RefType, ValType};

    use super::*;

    /// `show` calls `card` and `help`; `card` calls `help` and reads at 1004; the table has `help` and `deep`, in slots
    /// 1 and 2.
    fn whole() -> Vec<u8> {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        let data = DataKind::Active { memory, offset: ConstExpr::Value(Value::I32(1000)) };
        let data = module.data.add(data, b"firstlate".to_vec());
        module.memories.get_mut(memory).data_segments.insert(data);
        let function = |module: &mut Module, name: &str, callees: &[FunctionId]| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[ValType::I32]);
            let arg = module.locals.add(ValType::I32);
            builder.name(name.to_owned()).func_body().local_get(arg);
            for callee in callees {
                builder.func_body().call(*callee);
            }
            builder.finish(vec![arg], &mut module.funcs)
        };
        let help = function(&mut module, "help", &[]);
        let deep = function(&mut module, "deep", &[]);
        let card = function(&mut module, "card", &[help]);
        let show = function(&mut module, "show", &[card, help]);
        let table = module.tables.add_local(false, 3, Some(3), RefType::FUNCREF);
        let kind = ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(1)) };
        let element = module.elements.add(kind, ElementItems::Functions(vec![help, deep]));
        module.tables.get_mut(table).elem_segments.insert(element);
        module.exports.add("show", show);
        module.exports.add("card", card);
        module.emit_wasm()
    }

    #[test]
    fn the_second_part_imports_what_the_first_exports_and_fills_its_slots() {
        let only = LateOnly { slots: [2].into(), data: std::iter::once(1005..1009).collect() };
        let split = split(&whole(), &only, |name| name == "card").expect("cut");
        let mut moved: Vec<&str> = split.moved.iter().map(|(name, _)| name.as_str()).collect();
        moved.sort_unstable();
        assert_eq!(moved, ["card", "deep"]);

        let first = Module::from_buffer(&split.first).expect("a module");
        let exports: Vec<_> = first.exports.iter().map(|export| export.name.as_str()).collect();
        assert_eq!(exports, ["show", "card", "0", "1", "2"], "the function, the memory and the table are shared");
        assert_eq!(first.funcs.iter_local().count(), 3, "show, help, and what is in the place of card");
        let late = Module::from_buffer(&split.late).expect("a module");
        let imports: Vec<_> =
            late.imports.iter().map(|import| (import.module.as_str(), import.name.as_str())).collect();
        assert_eq!(imports, [("a", "0"), ("a", "1"), ("a", "2")]);
        assert_eq!(late.funcs.iter_local().count(), 2);

        // One more slot than before, for card; that of deep and the new one are filled.
        for module in [&first, &late] {
            let table = module.tables.iter().next().expect("a table");
            assert_eq!((table.initial, table.maximum), (4, Some(4)));
        }
        assert_eq!(graph::slots(&late).expect("slots").iter().map(|(slot, _)| *slot).collect::<Vec<_>>(), [2, 3]);
        let bytes = |module: &Module| module.data.iter().map(|data| data.value.clone()).collect::<Vec<_>>();
        assert_eq!(bytes(&first), [b"first\0\0\0\0".to_vec()]);
        assert_eq!(bytes(&late), [b"late".to_vec()]);
    }

    #[test]
    fn a_module_without_anything_late_is_refused() {
        let error = split(&whole(), &LateOnly::default(), |_| false).expect_err("nothing late").to_string();
        assert_eq!(error, "nothing of the module is late.");
    }
}
