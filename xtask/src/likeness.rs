//! Functions of a module in an order in which like stand beside like: the same code, which compresses better.

use anyhow::{Context as _, Result};
use walrus::{FunctionId, ModuleConfig};
use wasmparser::{Parser, Payload};

/// Names every function by its place among all: by type, then by the bytes of its body. `wasm-opt` sorts by such names.
///
/// # Errors
///
/// When the module cannot be read.
pub fn name_by_likeness(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut config = ModuleConfig::new();
    let mut module = config.generate_producers_section(false).parse(wasm).context("cannot read the wasm")?;
    let mut bodies: Vec<&[u8]> = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::CodeSectionEntry(body) = payload? {
            bodies.push(&wasm[body.range()]);
        }
    }
    let known = module.funcs.iter_local().map(|(id, function)| (function.ty().index(), id));
    let mut functions: Vec<(usize, &[u8], FunctionId)> =
        known.zip(bodies).map(|((kind, id), body)| (kind, body, id)).collect();
    functions.sort_by_key(|(kind, body, _)| (*kind, *body));
    for (place, (.., id)) in functions.into_iter().enumerate() {
        module.funcs.get_mut(id).name = Some(format!("{place:06}"));
    }
    Ok(module.emit_wasm())
}

#[cfg(test)]
mod tests {
    use walrus::{FunctionBuilder, Module, ValType};

    use super::*;

    #[test]
    fn like_bodies_follow_one_another() {
        let mut module = Module::default();
        for (name, result) in [("a", 7), ("b", 3), ("c", 7), ("d", 3)] {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
            builder.func_body().i32_const(result);
            let function = builder.finish(Vec::new(), &mut module.funcs);
            module.exports.add(name, function);
        }
        let named = Module::from_buffer(&name_by_likeness(&module.emit_wasm()).expect("named")).expect("a module");
        let place = |export: &str| {
            let function = named.exports.get_func(export).expect("a function");
            named.funcs.get(function).name.clone().expect("a name")
        };
        assert!(place("b").max(place("d")) < place("a").min(place("c")));
        assert_eq!(place("a").len(), 6);
    }
}
