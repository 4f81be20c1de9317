//! The viewer for any dataset: one page with program, script and styles inside, in which `detente page` puts the data.

use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::Digest as _;
use wasmparser::{DataKind, Operator, Parser, Payload};

use crate::compress::inlined;
use crate::esbuild::Esbuild;
use crate::site::{LATE_WASM, Site, WASM};
use crate::workspace::Workspace;

/// The sources of the page, in the place of `www/source.js`: the program is inside the script, the data in elements of
/// the page, so that the script is the same for every dataset.
const SOURCE: &str = r#"
export const inside = (text, type) => new Response(
  new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream("gzip")),
  { headers: { "content-type": type } });
const data = (id) => document.getElementById(id).textContent.trim();
export const program = async () => inside(PROGRAM, "application/wasm");
export const lateProgram = async () => inside(LATE, "application/wasm");
export const texts = async () => inside(data("detente-texts"), "application/json").json();
export const pack = async () => new Uint8Array(await inside(data("detente-pack"), "application/octet-stream").arrayBuffer());
export const painter = () => { throw new Error("a single file has no worker"); };
"#;

/// Where words in other languages come from, in the place of `www/words.js`: the page has those of its language inside,
/// and its dataset's texts in all languages.
const WORDS: &str = r#"
import { inside } from "./source.js";
export const languages = {};
export const messages = async (language) => {
  const held = document.getElementById("detente-messages").textContent.trim();
  const table = held && await inside(held, "text/plain").text();
  return table.startsWith(`${language} `) ? table : "";
};
export const translation = async () => ({});
"#;

/// Where `detente page` puts the data; what is in braces it fills in.
const DATA: &str = "<script type=\"application/octet-stream\" id=\"detente-pack\">{{pack}}</script>\n\
    <script type=\"application/octet-stream\" id=\"detente-texts\">{{texts}}</script>\n    \
    <script type=\"application/octet-stream\" id=\"detente-messages\">{{messages}}</script>\n</body>";

/// The page with marks where a dataset's words and data belong. `folder` has the scripts, ready to be bundled.
///
/// # Errors
///
/// When esbuild fails, or when `www/index.html` lacks what is replaced in it.
pub fn template(
    site: &Site,
    tool: &Esbuild,
    folder: &Path,
    workspace: &Workspace,
    dataset: Option<Range<u32>>,
) -> Result<String> {
    let read =
        |name: &str| fs::read_to_string(workspace.www().join(name)).with_context(|| format!("cannot read www/{name}"));
    let dataset = dataset.context("the program does not say where its own dataset is")?;
    let blank = without_dataset(site.require(WASM)?, dataset)?;
    let mut source = SOURCE.to_owned();
    for (constant, bytes) in [("PROGRAM", blank.as_slice()), ("LATE", site.require(LATE_WASM)?)] {
        source.extend(["const ", constant, " = \"", &inlined(bytes)?, "\";\n"]);
    }
    fs::write(folder.join("source.js"), source).context("cannot write the sources of the viewer")?;
    fs::write(folder.join("words.js"), WORDS).context("cannot write the words of the viewer")?;
    let script = |entry: &str| -> Result<String> { Ok(String::from_utf8(tool.bundle(folder, entry, &[])?.bytes)?) };
    let (script, still) = (script("define.js")?, script("still.js")?);
    let styles = [tool.minify_styles(folder, &read("page.css")?)?, tool.minify_styles(folder, &read("still.css")?)?];
    let hash = |text: &String| format!("'sha256-{}'", BASE64.encode(sha2::Sha256::digest(text)));
    let policy = format!(
        "default-src 'none'; script-src {} {} 'wasm-unsafe-eval'; style-src {} {}; img-src data:; base-uri 'none'; \
         form-action 'none'",
        hash(&script),
        hash(&still),
        hash(&styles[0]),
        hash(&styles[1]),
    );
    let mut page = read("index.html")?;
    for (from, to) in [
        (
            "<meta charset=\"utf-8\">\n",
            format!("<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n"),
        ),
        (
            "<link rel=\"icon\" href=\"icon.svg\" type=\"image/svg+xml\">",
            "<link rel=\"icon\" href=\"data:,\">".to_owned(),
        ),
        ("<link rel=\"stylesheet\" href=\"page.css\">", format!("<style>{}</style>", styles[0])),
        ("<link rel=\"stylesheet\" href=\"still.css\">", format!("<style>{}</style>", styles[1])),
        ("<script src=\"still.js\" async blocking=\"render\"></script>", format!("<script>{still}</script>")),
        ("<link rel=\"modulepreload\" href=\"define.js\">\n", String::new()),
        ("<link rel=\"modulepreload\" href=\"element.js\">\n", String::new()),
        (
            "<link rel=\"preload\" href=\"detente_bg.wasm\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n",
            String::new(),
        ),
        ("<script type=\"module\" src=\"define.js\"></script>", format!("<script type=\"module\">{script}</script>")),
        // There is one page, and one picture before the script.
        ("<!--detente:nav-->\n", String::new()),
        ("<!--detente:stills-->\n", String::new()),
        ("<!--detente:tale-->\n", String::new()),
        ("<!--detente:alternates-->\n", String::new()),
        ("<!--detente:texts-in-->\n", String::new()),
        ("<!--detente:elsewhere-->\n", String::new()),
        (
            "<detente-view address<!--detente:view-attributes-->>",
            "<detente-view address src=\"#detente-pack\" texts=\"#detente-texts\">".to_owned(),
        ),
        ("</body>", DATA.to_owned()),
    ] {
        if page.matches(from).count() != 1 {
            bail!("www/index.html does not have `{}` once, which the viewer replaces.", from.trim());
        }
        page = page.replacen(from, &to, 1);
    }
    Ok(page)
}

/// Address and place in the file of each data segment of a module.
fn segments(wasm: &[u8]) -> Result<Vec<(u32, Range<usize>)>> {
    let mut found = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::DataSection(reader) = payload.context("cannot read the wasm")? else { continue };
        for data in reader {
            let data = data.context("cannot read the data of the wasm")?;
            let DataKind::Active { offset_expr, .. } = data.kind else { continue };
            let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else { continue };
            found.push((value.cast_unsigned(), data.range.end - data.data.len()..data.range.end));
        }
    }
    Ok(found)
}

/// The addresses at which one of these packs stands in a linked module, if one does.
pub fn address_of(linked: &[u8], packs: &[Vec<u8>]) -> Result<Option<Range<u32>>> {
    for (address, place) in segments(linked)? {
        let bytes = &linked[place];
        for pack in packs.iter().filter(|pack| !pack.is_empty()) {
            if let Some(at) = bytes.windows(pack.len()).position(|window| window == pack.as_slice()) {
                let from = address + u32::try_from(at)?;
                return Ok(Some(from..from + u32::try_from(pack.len())?));
            }
        }
    }
    Ok(None)
}

/// The module with zeros at these addresses: what is made for any dataset holds none of its own.
fn without_dataset(wasm: &[u8], addresses: Range<u32>) -> Result<Vec<u8>> {
    let mut blank = wasm.to_vec();
    for (address, place) in segments(wasm)? {
        for (address, at) in (address..).zip(place) {
            if addresses.contains(&address) {
                blank[at] = 0;
            }
        }
    }
    if blank == wasm {
        bail!("the program has no dataset where it should have one.");
    }
    Ok(blank)
}

#[cfg(test)]
mod tests {
    use walrus::ir::Value;
    use walrus::{ConstExpr, DataKind, Module};

    use super::*;

    fn module(segments: &[(i32, &[u8])]) -> Vec<u8> {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        for (address, bytes) in segments {
            let offset = ConstExpr::Value(Value::I32(*address));
            let data = module.data.add(DataKind::Active { memory, offset }, bytes.to_vec());
            module.memories.get_mut(memory).data_segments.insert(data);
        }
        module.exports.add("memory", memory);
        module.emit_wasm()
    }

    #[test]
    fn the_dataset_is_blanked_wherever_its_bytes_went() {
        let linked = module(&[(1000, b"before, the pack, after")]);
        let packs = [b"another".to_vec(), b"the pack".to_vec()];
        let address = address_of(&linked, &packs).expect("read").expect("found");
        assert_eq!(address, 1008..1016);
        assert_eq!(address_of(&linked, &packs[..1]).expect("read"), None);
        // An optimiser may cut a segment where there are zeros.
        let cut = module(&[(1000, b"before, the"), (1012, b"pack, after")]);
        let blank = without_dataset(&cut, address.clone()).expect("blanked");
        let text = String::from_utf8_lossy(&blank);
        assert!(text.contains("before, \0\0\0") && text.contains("\0\0\0\0, after"), "{text:?}");
        assert_eq!(blank.len(), cut.len());
        assert!(without_dataset(&module(&[(1, b"x")]), address).is_err());
    }
}
