//! What each function and each piece of data of a linked module refers to, from the relocations that the linker keeps
//! with `--emit-relocs`, and what of it all is needed first.
//!
//! In the finished module an address is a number like any other; here it is still known what it stands for.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use anyhow::{Context as _, Result, bail};
use rustc_demangle::demangle;
use wasmparser::{
    BinaryReader, DataKind, ElementItems, ElementKind, ExternalKind, KnownCustom, Linking, Operator, Parser, Payload,
    RelocSectionReader, RelocationType, SymbolInfo, TypeRef,
};

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

/// What is read of a linked module.
#[derive(Debug, Default)]
struct Linked {
    imported: u32,
    /// Where each function's body is, from the start of the code section, by its number.
    bodies: Vec<(Range<usize>, u32)>,
    names: BTreeMap<u32, String>,
    /// Functions that can be called from outside.
    exports: Vec<(String, u32)>,
    start: Option<u32>,
    /// By function: its slots in the table.
    slots: BTreeMap<u32, Vec<u32>>,
    /// Address of each data segment and where its bytes are, from the start of the data section.
    segments: Vec<(u32, Range<usize>)>,
    symbols: Vec<Symbol>,
    code: usize,
    data: usize,
    relocations: Vec<(Place, Relocation)>,
}

/// In which section a relocation is, by where that starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Code,
    Data,
}

#[derive(Clone, Copy, Debug)]
struct Relocation {
    offset: usize,
    symbol: usize,
    /// Whether the address of a function is taken, rather than the function called.
    taken: bool,
}

#[derive(Clone, Copy, Debug)]
enum Symbol {
    Function(u32),
    /// The segment, and the place in it.
    Data(usize, u32, u32),
    Other,
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

/// The names of a linked module's functions, as Rust spells them, and of its exports.
///
/// # Errors
///
/// When the module cannot be read.
pub fn names(linked: &[u8]) -> Result<BTreeSet<String>> {
    let linked = Linked::read(linked)?;
    Ok(linked.names.into_values().chain(linked.exports.into_iter().map(|(name, _)| name)).collect())
}

/// A linked module without what the linker says of addresses, which holds no longer once the module is changed.
///
/// # Errors
///
/// When the module cannot be read.
pub fn without_relocations(linked: &[u8]) -> Result<Vec<u8>> {
    let mut kept = Vec::with_capacity(linked.len());
    let mut done = 0;
    for payload in Parser::new(0).parse_all(linked) {
        let payload = payload.context("cannot read the linked wasm")?;
        let stale = matches!(&payload, Payload::CustomSection(section)
            if section.name() == "linking" || section.name().starts_with("reloc."));
        let end = match &payload {
            Payload::Version { range, .. } => range.end,
            payload => match payload.as_section() {
                Some((_, range)) => range.end,
                None => continue,
            },
        };
        if !stale {
            kept.extend_from_slice(&linked[done..end]);
        }
        done = end;
    }
    Ok(kept)
}

/// By item: what it refers to, and whether it takes its address.
type Edges = BTreeMap<Item, BTreeSet<(Item, bool)>>;

impl Linked {
    fn read(bytes: &[u8]) -> Result<Self> {
        let mut linked = Self::default();
        let mut types = 0;
        for payload in Parser::new(0).parse_all(bytes) {
            match payload.context("cannot read the linked wasm")? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        linked.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        let export = export?;
                        if export.kind == ExternalKind::Func {
                            linked.exports.push((export.name.to_owned(), export.index));
                        }
                    }
                }
                Payload::StartSection { func, .. } => linked.start = Some(func),
                Payload::ElementSection(section) => {
                    for element in section {
                        linked.read_element(&element?)?;
                    }
                }
                Payload::CodeSectionStart { range, .. } => linked.code = range.start,
                Payload::CodeSectionEntry(body) => {
                    let range = body.range();
                    let number = linked.imported + types;
                    types += 1;
                    linked.bodies.push((range.start - linked.code..range.end - linked.code, number));
                }
                Payload::DataSection(section) => {
                    linked.data = section.range().start;
                    for data in section {
                        linked.read_segment(&data?)?;
                    }
                }
                Payload::CustomSection(section) => {
                    linked.read_custom(&section.as_known(), section.name(), section.data(), section.data_offset())?
                }
                _ => {}
            }
        }
        Ok(linked)
    }

    fn read_element(&mut self, element: &wasmparser::Element<'_>) -> Result<()> {
        let (ElementKind::Active { offset_expr, .. }, ElementItems::Functions(functions)) =
            (&element.kind, &element.items)
        else {
            bail!("the linked module has a table that is filled in another way.");
        };
        let first = constant(offset_expr)?;
        for (index, function) in functions.clone().into_iter().enumerate() {
            self.slots.entry(function?).or_default().push(first + index as u32);
        }
        Ok(())
    }

    fn read_segment(&mut self, segment: &wasmparser::Data<'_>) -> Result<()> {
        let DataKind::Active { offset_expr, .. } = &segment.kind else {
            bail!("the linked module has data that it copies by itself.");
        };
        let end = segment.range.end - self.data;
        self.segments.push((constant(offset_expr)?, end - segment.data.len()..end));
        Ok(())
    }

    fn read_custom(&mut self, known: &KnownCustom<'_>, name: &str, data: &[u8], at: usize) -> Result<()> {
        match known {
            KnownCustom::Linking(linking) => {
                for part in linking.subsections() {
                    if let Linking::SymbolTable(symbols) = part? {
                        for symbol in symbols {
                            self.symbols.push(match symbol? {
                                SymbolInfo::Func { index, .. } => Symbol::Function(index),
                                SymbolInfo::Data { symbol: Some(place), .. } => {
                                    Symbol::Data(place.index as usize, place.offset, place.size)
                                }
                                _ => Symbol::Other,
                            });
                        }
                    }
                }
            }
            KnownCustom::Name(names) => {
                for part in names.clone() {
                    if let wasmparser::Name::Function(functions) = part? {
                        for function in functions {
                            let function = function?;
                            self.names.insert(function.index, demangle(function.name).to_string());
                        }
                    }
                }
            }
            _ => {
                let place = match name {
                    "reloc.CODE" => Place::Code,
                    "reloc.DATA" => Place::Data,
                    _ => return Ok(()),
                };
                self.read_relocations(place, RelocSectionReader::new(BinaryReader::new(data, at))?)?;
            }
        }
        Ok(())
    }

    fn read_relocations(&mut self, place: Place, section: RelocSectionReader<'_>) -> Result<()> {
        use RelocationType as Type;
        for entry in section.entries() {
            let entry = entry?;
            let taken = match entry.ty {
                Type::TableIndexSleb | Type::TableIndexI32 => true,
                Type::FunctionIndexLeb | Type::MemoryAddrLeb | Type::MemoryAddrSleb | Type::MemoryAddrI32 => false,
                Type::TypeIndexLeb | Type::GlobalIndexLeb | Type::TableNumberLeb => continue,
                other => bail!("the linked module has relocations of an unknown kind: {other:?}."),
            };
            let relocation = Relocation { offset: entry.offset as usize, symbol: entry.index as usize, taken };
            self.relocations.push((place, relocation));
        }
        Ok(())
    }

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

fn constant(expression: &wasmparser::ConstExpr<'_>) -> Result<u32> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value as u32),
        _ => bail!("the linked module has an address that is no number."),
    }
}

#[cfg(test)]
mod tests {
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
