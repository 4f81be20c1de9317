//! Reads a module as the linker wrote it with `--emit-relocs`.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use anyhow::{Context as _, Result, bail};
use rustc_demangle::demangle;
use wasmparser::{
    BinaryReader, DataKind, ElementItems, ElementKind, ExternalKind, KnownCustom, Linking, Operator, Parser, Payload,
    RelocSectionReader, RelocationType, SymbolInfo, TypeRef,
};

/// What is read of a linked module.
#[derive(Debug, Default)]
pub(super) struct Linked {
    pub(super) imported: u32,
    /// Where each function's body is, from the start of the code section, by its number.
    pub(super) bodies: Vec<(Range<usize>, u32)>,
    pub(super) names: BTreeMap<u32, String>,
    /// Functions that can be called from outside.
    pub(super) exports: Vec<(String, u32)>,
    pub(super) start: Option<u32>,
    /// By function: its slots in the table.
    pub(super) slots: BTreeMap<u32, Vec<u32>>,
    /// Address of each data segment and where its bytes are, from the start of the data section.
    pub(super) segments: Vec<(u32, Range<usize>)>,
    pub(super) symbols: Vec<Symbol>,
    pub(super) code: usize,
    pub(super) data: usize,
    pub(super) relocations: Vec<(Place, Relocation)>,
}

/// In which section a relocation is, by where that starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Code,
    Data,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Relocation {
    pub(super) offset: usize,
    pub(super) symbol: usize,
    /// Whether the address of a function is taken, rather than the function called.
    pub(super) taken: bool,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Symbol {
    Function(u32),
    /// The segment, and the place in it.
    Data(usize, u32, u32),
    Other,
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

impl Linked {
    pub(super) fn read(bytes: &[u8]) -> Result<Self> {
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
                    linked.read_custom(&section.as_known(), section.name(), section.data(), section.data_offset())?;
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
                self.read_relocations(place, &RelocSectionReader::new(BinaryReader::new(data, at))?)?;
            }
        }
        Ok(())
    }

    fn read_relocations(&mut self, place: Place, section: &RelocSectionReader<'_>) -> Result<()> {
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
}

fn constant(expression: &wasmparser::ConstExpr<'_>) -> Result<u32> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value as u32),
        _ => bail!("the linked module has an address that is no number."),
    }
}
