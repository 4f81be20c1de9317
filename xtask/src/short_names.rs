//! Short names for what passes between a module and its glue: those that wasm-bindgen gives end in hashes, which nothing
//! can compress, or say once more what the methods of the glue are called.

use anyhow::{Context as _, Result};
use walrus::ModuleConfig;

/// How many digits a hash has.
const DIGITS: usize = 16;

/// Names imports that end in a hash, and the methods of the class, whose names begin with `class`, by their numbers, in the
/// module and in the glue alike.
///
/// # Errors
///
/// When the module cannot be read, or imports or exports something that the glue does not have.
pub fn shorten(wasm: &[u8], glue: &str, class: &str) -> Result<(Vec<u8>, String)> {
    let mut config = ModuleConfig::new();
    let mut module = config
        .generate_producers_section(false)
        .generate_name_section(false)
        .parse(wasm)
        .context("cannot read the wasm")?;
    let mut glue = glue.to_owned();
    for (number, import) in module.imports.iter_mut().filter(|import| has_hash(&import.name)).enumerate() {
        let short = format!("w{number}");
        anyhow::ensure!(glue.matches(&import.name).count() == 1, "the glue does not have {} once", import.name);
        glue = glue.replace(&import.name, &short);
        import.name = short;
    }
    for (number, export) in module.exports.iter_mut().filter(|export| export.name.starts_with(class)).enumerate() {
        let short = format!("d{number}");
        let call = format!(".{}(", export.name);
        anyhow::ensure!(glue.contains(&call), "the glue does not call {}", export.name);
        glue = glue.replace(&call, &format!(".{short}("));
        export.name = short;
    }
    Ok((module.emit_wasm(), glue))
}

fn has_hash(name: &str) -> bool {
    let hash = name.rsplit('_').next().unwrap_or_default();
    name.starts_with("__wb") && hash.len() == DIGITS && hash.bytes().all(|digit| digit.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use walrus::Module;

    use super::*;

    /// A module that imports functions of these names from its glue.
    fn importing(names: &[&str]) -> Vec<u8> {
        let mut module = Module::default();
        let kind = module.types.add(&[], &[]);
        for name in names {
            let (function, _) = module.add_import_func("./glue.js", name, kind);
            module.exports.add(name, function);
        }
        module.emit_wasm()
    }

    #[test]
    fn what_ends_in_a_hash_gets_a_number_in_both() {
        let wasm = importing(&["__wbg_arc_df3f7eb77e59876f", "__wbindgen_throw", "__wbg_new_37eb45aaf5eeb820"]);
        let glue = "({ __wbg_arc_df3f7eb77e59876f: 1, __wbindgen_throw: 2, __wbg_new_37eb45aaf5eeb820: 3 })";
        let (wasm, glue) = shorten(&wasm, glue, "detente_").expect("shortened");
        assert_eq!(glue, "({ w0: 1, __wbindgen_throw: 2, w1: 3 })");
        let module = Module::from_buffer(&wasm).expect("a module");
        let names: Vec<_> = module.imports.iter().map(|import| import.name.as_str()).collect();
        assert_eq!(names, ["w0", "__wbindgen_throw", "w1"]);
    }

    #[test]
    fn a_method_gets_a_number_and_one_whose_name_begins_so_another() {
        let wasm = importing(&["detente_go", "detente_goTimeline"]);
        let glue = "go(e) { return wasm.detente_go(e); } goTimeline(e) { return wasm.detente_goTimeline(e); }";
        let (wasm, glue) = shorten(&wasm, glue, "detente_").expect("shortened");
        assert_eq!(glue, "go(e) { return wasm.d0(e); } goTimeline(e) { return wasm.d1(e); }");
        let module = Module::from_buffer(&wasm).expect("a module");
        let names: Vec<_> = module.exports.iter().map(|export| export.name.as_str()).collect();
        assert_eq!(names, ["d0", "d1"]);
    }

    #[test]
    fn what_the_glue_does_not_have_is_an_error() {
        let error =
            shorten(&importing(&["__wbg_arc_df3f7eb77e59876f"]), "({})", "detente_").expect_err("nothing there");
        assert!(error.to_string().contains("__wbg_arc_df3f7eb77e59876f"), "{error}");
    }
}
