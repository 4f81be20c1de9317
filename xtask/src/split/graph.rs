//! The call graph of a wasm module, and what of it is needed first.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};
use walrus::ir::{Call, RefFunc, ReturnCall, Value, Visitor, dfs_in_order};
use walrus::{ConstExpr, ElementItems, ElementKind, ExportItem, FunctionId, Module};

/// The number of a function in its module.
pub(super) type Number = usize;

/// Which functions a module has, which of them each names, and where execution can enter.
#[derive(Clone, Debug, Default)]
pub(super) struct Graph {
    /// By function: the functions that it calls or takes a reference to.
    callees: BTreeMap<Number, BTreeSet<Number>>,
    /// Functions that are exported, by name.
    exports: BTreeMap<String, Number>,
    /// By slot of the table: the function in it.
    slots: BTreeMap<u32, Number>,
    start: Option<Number>,
}

/// How a module is cut in two.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cut {
    /// Late functions that the first part calls or exports: the way from the first part to the second.
    pub(super) entries: BTreeSet<Number>,
    /// Slots of the table that the second part fills with late functions.
    pub(super) slots: BTreeMap<u32, Number>,
    /// Everything that goes into the second part, the entries among them.
    pub(super) late: BTreeSet<Number>,
    /// What of the first part the second calls.
    pub(super) shared: BTreeSet<Number>,
}

impl Graph {
    pub(super) fn of(module: &Module) -> Result<Self> {
        let mut graph = Self::default();
        for (id, function) in module.funcs.iter_local() {
            let mut named = Named::default();
            dfs_in_order(&mut named, function, function.entry_block());
            graph.callees.insert(id.index(), named.0);
        }
        for export in module.exports.iter() {
            if let ExportItem::Function(id) = export.item {
                graph.exports.insert(export.name.clone(), id.index());
            }
        }
        for (slot, function) in slots(module)? {
            graph.slots.insert(slot, function.index());
        }
        graph.start = module.start.map(|id| id.index());
        Ok(graph)
    }

    /// Cuts the module where a function of `wanted` is called: what only such functions lead to is late.
    pub(super) fn cut(&self, wanted: &BTreeSet<Number>, late_slots: &BTreeSet<u32>) -> Cut {
        let mut cut = Cut::default();
        let mut first = BTreeSet::new();
        let mut waiting: Vec<Number> = self.exports.values().chain(&self.start).copied().collect();
        waiting.extend(self.slots.iter().filter(|(slot, _)| !late_slots.contains(slot)).map(|(_, number)| *number));
        while let Some(number) = waiting.pop() {
            if wanted.contains(&number) {
                cut.entries.insert(number);
            } else if first.insert(number) {
                waiting.extend(self.callees.get(&number).into_iter().flatten());
            }
        }
        // From the entries, because what is called by nobody goes into neither part.
        let mut waiting: Vec<Number> = cut.entries.iter().copied().collect();
        for slot in late_slots {
            if let Some(number) = self.slots.get(slot).filter(|number| !first.contains(number)) {
                cut.slots.insert(*slot, *number);
                waiting.push(*number);
            }
        }
        while let Some(number) = waiting.pop() {
            // An import has no body to move.
            if first.contains(&number) || !self.callees.contains_key(&number) {
                cut.shared.insert(number);
            } else if cut.late.insert(number) {
                waiting.extend(self.callees.get(&number).into_iter().flatten());
            }
        }
        cut
    }
}

/// The functions in the table of functions, by slot.
pub(super) fn slots(module: &Module) -> Result<Vec<(u32, FunctionId)>> {
    let mut slots = Vec::new();
    for element in module.elements.iter() {
        let ElementKind::Active { offset: ConstExpr::Value(Value::I32(first)), .. } = element.kind else {
            bail!("the module fills its table in a way that cannot be cut.");
        };
        let ElementItems::Functions(ids) = &element.items else {
            bail!("the module has a table of something else than functions.");
        };
        slots.extend(ids.iter().enumerate().map(|(index, id)| (first as u32 + index as u32, *id)));
    }
    Ok(slots)
}

/// The functions that instructions name.
#[derive(Debug, Default)]
struct Named(BTreeSet<Number>);

impl Visitor<'_> for Named {
    fn visit_call(&mut self, call: &Call) {
        self.0.insert(call.func.index());
    }

    fn visit_return_call(&mut self, call: &ReturnCall) {
        self.0.insert(call.func.index());
    }

    fn visit_ref_func(&mut self, reference: &RefFunc) {
        self.0.insert(reference.func.index());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What each function calls: 0 is exported, 10 and 11 are late, 20 is an import.
    fn graph(callees: &[(Number, &[Number])]) -> Graph {
        Graph {
            callees: callees.iter().map(|(number, callees)| (*number, callees.iter().copied().collect())).collect(),
            exports: [("show".to_owned(), 0)].into(),
            ..Graph::default()
        }
    }

    fn cut(graph: &Graph, late_slots: &[u32]) -> Cut {
        graph.cut(&[10, 11].into(), &late_slots.iter().copied().collect())
    }

    #[test]
    fn what_only_late_functions_call_is_late_and_what_both_call_is_shared() {
        let calls: [(Number, &[Number]); 6] =
            [(0, &[1, 2, 10]), (1, &[2]), (2, &[]), (10, &[2, 12, 20]), (12, &[12]), (13, &[])];
        let cut = cut(&graph(&calls), &[]);
        assert_eq!(cut.entries, [10].into(), "11 is called by nobody");
        assert_eq!(cut.late, [10, 12].into(), "13 is called by nobody");
        assert_eq!(cut.shared, [2, 20].into());
    }

    #[test]
    fn a_function_in_the_table_is_first_unless_only_late_functions_take_it() {
        let calls: [(Number, &[Number]); 6] = [(0, &[10]), (3, &[4]), (4, &[]), (5, &[6]), (6, &[]), (10, &[])];
        let graph = Graph { slots: [(1, 3), (2, 5), (3, 4)].into(), ..graph(&calls) };
        let cut = cut(&graph, &[2, 3]);
        assert_eq!(cut.late, [5, 6, 10].into());
        assert_eq!(cut.slots, [(2, 5)].into(), "4 is called by 3, which is first, so it stays in its slot");
    }

    #[test]
    fn a_late_function_in_the_table_is_an_entry() {
        let calls: [(Number, &[Number]); 2] = [(0, &[]), (11, &[])];
        let graph = Graph { slots: [(1, 11)].into(), start: Some(0), ..graph(&calls) };
        let cut = cut(&graph, &[]);
        assert_eq!((cut.entries, cut.late), ([11].into(), [11].into()));
    }
}
