//! What each function and each piece of data of a linked module refers to, from the relocations that the linker keeps
//! with `--emit-relocs`, and what of it all is needed first.
//!
//! In the finished module an address is a number like any other; here it is still known what it stands for.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use anyhow::{Result, bail};

use super::linked::{Linked, Place, Symbol};

/// What only late functions refer to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LateOnly {
    /// Slots of the table.
    pub slots: BTreeSet<u32>,
    /// Addresses of constants and other initialised memory, in order, none touching the next.
    pub data: Vec<Range<u32>>,
}

/// A function or a piece of data, by its number among those of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Item {
    Function(u32),
    Data(usize),
}

/// What only late functions refer to, in a linked module with relocations; `is_late` says which functions are.
///
/// # Errors
///
/// When the module cannot be read or has no relocations.
pub fn late_only(linked: &[u8], is_late: impl Fn(&str) -> bool) -> Result<LateOnly> {
    let linked = Linked::read(linked)?;
    if linked.relocations.is_empty() {
        bail!("the linked module has no relocations; the linker must run with --emit-relocs.");
    }
    let edges = linked.edges();
    let first = linked.first(&edges, is_late);
    Ok(LateOnly { slots: linked.late_slots(&edges, &first), data: linked.late_data(&first) })
}

/// By item: what it refers to, and whether it takes its address.
type Edges = BTreeMap<Item, BTreeSet<(Item, bool)>>;

impl Linked {
    /// The piece of data or the function in which a relocation is.
    fn owners(&self, place: Place, offset: usize, by_place: &[(Range<usize>, usize)]) -> Vec<Item> {
        match place {
            Place::Code => {
                let index = self.bodies.partition_point(|(range, _)| range.end <= offset);
                self.bodies
                    .get(index)
                    .filter(|(range, _)| range.contains(&offset))
                    .map(|(_, number)| Item::Function(*number))
                    .into_iter()
                    .collect()
            }
            Place::Data => by_place
                .iter()
                .filter(|(range, _)| range.contains(&offset))
                .map(|(_, index)| Item::Data(*index))
                .collect(),
        }
    }

    fn edges(&self) -> Edges {
        let by_place: Vec<(Range<usize>, usize)> = self
            .symbols
            .iter()
            .enumerate()
            .filter_map(|(index, symbol)| match symbol {
                Symbol::Data(segment, offset, size) => {
                    let start = self.segments.get(*segment)?.1.start + *offset as usize;
                    Some((start..start + *size as usize, index))
                }
                _ => None,
            })
            .collect();
        let mut edges = Edges::new();
        for (place, relocation) in &self.relocations {
            let to = match self.symbols.get(relocation.symbol) {
                Some(Symbol::Function(number)) => Item::Function(*number),
                Some(Symbol::Data(..)) => Item::Data(relocation.symbol),
                _ => continue,
            };
            for owner in self.owners(*place, relocation.offset, &by_place) {
                edges.entry(owner).or_default().insert((to, relocation.taken));
            }
        }
        edges
    }

    /// What can be reached without a late function.
    fn first(&self, edges: &Edges, is_late: impl Fn(&str) -> bool) -> BTreeSet<Item> {
        // What describes the exports runs while the glue is made, and is gone from what is published.
        let exported =
            self.exports.iter().filter(|(name, _)| !name.starts_with("__wbindgen_describe") && !is_late(name));
        let mut waiting: Vec<Item> = exported.map(|(_, number)| Item::Function(*number)).collect();
        waiting.extend(self.start.map(Item::Function));
        let mut first = BTreeSet::new();
        while let Some(item) = waiting.pop() {
            let late =
                matches!(item, Item::Function(number) if self.names.get(&number).is_some_and(|name| is_late(name)));
            if !late && first.insert(item) {
                waiting.extend(edges.get(&item).into_iter().flatten().map(|(to, _)| *to));
            }
        }
        first
    }

    fn late_slots(&self, edges: &Edges, first: &BTreeSet<Item>) -> BTreeSet<u32> {
        let taken: BTreeSet<Item> = first
            .iter()
            .filter_map(|item| edges.get(item))
            .flatten()
            .filter(|(_, taken)| *taken)
            .map(|(to, _)| *to)
            .collect();
        let late = self.slots.iter().filter(|(number, _)| !taken.contains(&Item::Function(**number)));
        late.flat_map(|(_, slots)| slots).copied().collect()
    }

    fn late_data(&self, first: &BTreeSet<Item>) -> Vec<Range<u32>> {
        // By segment: for each byte whether a symbol of the first part or of the second covers it.
        let mut ranges: Vec<Range<u32>> = Vec::new();
        for (segment, (address, bytes)) in self.segments.iter().enumerate() {
            let mut late = vec![false; bytes.len()];
            for wanted in [true, false] {
                for (index, symbol) in self.symbols.iter().enumerate() {
                    let Symbol::Data(within, offset, size) = *symbol else { continue };
                    if within == segment && first.contains(&Item::Data(index)) != wanted {
                        let end = (offset + size) as usize;
                        late[offset as usize..end].fill(wanted);
                    }
                }
            }
            for (index, _) in late.iter().enumerate().filter(|(_, late)| **late) {
                let at = address + index as u32;
                match ranges.last_mut() {
                    Some(last) if last.end == at => last.end += 1,
                    _ => ranges.push(at..at + 1),
                }
            }
        }
        ranges
    }
}

#[cfg(test)]
mod tests {
    use super::super::linked::Relocation;
    use super::*;

    /// Functions 0 (`show`, exported, first), 1 (`card`, exported, late), 2 and 3 (in the table), and a segment at 1000
    /// whose bytes 0 to 4 are read by both, 4 to 12 by `card` alone; 8 to 12 is the address of function 3.
    fn linked() -> Linked {
        let to = |offset, symbol, taken| Relocation { offset, symbol, taken };
        Linked {
            bodies: (0..4).map(|number| (number * 10..(number + 1) * 10, number as u32)).collect(),
            names: (0..).zip(["show", "card", "both", "deep"].map(str::to_owned)).collect(),
            exports: vec![("show".into(), 0), ("card".into(), 1), ("__wbindgen_describe_card".into(), 3)],
            slots: [(2, vec![1]), (3, vec![2])].into(),
            segments: vec![(1000, 50..62)],
            symbols: vec![
                Symbol::Function(0),
                Symbol::Function(1),
                Symbol::Function(2),
                Symbol::Function(3),
                Symbol::Data(0, 0, 4),
                Symbol::Data(0, 4, 4),
                Symbol::Data(0, 8, 4),
                Symbol::Other,
            ],
            relocations: vec![
                (Place::Code, to(2, 4, false)),
                (Place::Code, to(5, 2, true)),
                (Place::Code, to(12, 4, false)),
                (Place::Code, to(13, 5, false)),
                (Place::Code, to(15, 6, false)),
                (Place::Code, to(17, 7, false)),
                (Place::Data, to(58, 3, true)),
            ],
            ..Linked::default()
        }
    }

    #[test]
    fn what_only_late_functions_refer_to_is_late() {
        let linked = linked();
        let edges = linked.edges();
        let first = linked.first(&edges, |name| name == "card");
        assert_eq!(first, [Item::Function(0), Item::Function(2), Item::Data(4)].into());
        assert_eq!(linked.late_slots(&edges, &first), [2].into(), "the address of function 3 is in late data only");
        assert_eq!(linked.late_data(&first), [Range { start: 1004, end: 1012 }]);
    }

    #[test]
    fn what_two_symbols_cover_is_first_if_one_of_them_is() {
        let mut linked = linked();
        linked.symbols.push(Symbol::Data(0, 2, 4));
        let first = linked.first(&linked.edges(), |name| name == "card");
        assert_eq!(linked.late_data(&first), [Range { start: 1004, end: 1012 }], "0 to 4 is read first");
        linked.relocations.push((Place::Code, Relocation { offset: 3, symbol: 8, taken: false }));
        let first = linked.first(&linked.edges(), |name| name == "card");
        assert_eq!(linked.late_data(&first), [Range { start: 1006, end: 1012 }]);
    }

    #[test]
    fn a_module_without_relocations_is_refused() {
        let error = late_only(b"\0asm\x01\0\0\0", |_| false).expect_err("nothing to go by").to_string();
        assert!(error.starts_with("the linked module has no relocations"), "{error}");
    }
}
