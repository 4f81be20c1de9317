//! `page`: one HTML file with the viewer and the dataset inside.

use std::fs;
use std::io::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use detente::data::TextColumns;
use detente::render::html_page;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::args::PageArgs;
use crate::error::CliError;
use crate::files::write;
use crate::input::cannot_read;
use crate::progress::steps;
use crate::resolve::dataset_behind;

use super::tables::packed;

/// The viewer that the program was built with; empty if it was built without one.
const VIEWER: &str = include_str!(concat!(env!("OUT_DIR"), "/viewer.html"));

/// Where the data belongs in the viewer.
const PACK: &str = "{{pack}}";
const TEXTS: &str = "{{texts}}";

pub(super) fn page(args: &PageArgs) -> Result<String, CliError> {
    let viewer = match &args.viewer {
        Some(file) => fs::read_to_string(file).map_err(|error| cannot_read(file, &error))?,
        None => VIEWER.to_owned(),
    };
    if viewer.is_empty() {
        return Err(CliError::new(
            "This detente was built without the viewer that a page needs. In the repository, `cargo xtask install` \
             installs one with it; or name the viewer-template.txt of a built site with --viewer.",
        ));
    }
    if !viewer.contains(PACK) || !viewer.contains(TEXTS) {
        let name = args.viewer.as_ref().map_or("The viewer".into(), |file| file.display().to_string());
        return Err(CliError::unreadable(format!("{name} is no viewer-template.txt: it has no place for data.")));
    }
    let bar = steps("reads and checks");
    let dataset = dataset_behind(&args.dataset, &bar)?;
    bar.set_message("lays out and packs");
    let columns = dataset.texts().map(TextColumns::of).unwrap_or_default();
    let texts = serde_json::to_vec(&columns).map_err(|error| CliError::new(error.to_string()))?;
    let pack = packed(&dataset, &args.dataset)?;
    bar.set_message("makes the page");
    let data = [(PACK, inlined(&pack)?), (TEXTS, inlined(&texts)?)];
    let page = filled(&viewer, &data, &|part| html_page(part, &dataset, "index"));
    write(&args.output, page.as_bytes()).map(|()| String::new())
}

/// The viewer with data in its scripts and words between them. A text of the dataset may look like a mark for data,
/// and a script like one for words: neither is taken for it.
fn filled(viewer: &str, data: &[(&str, String)], words: &dyn Fn(&str) -> String) -> String {
    let mut page = String::with_capacity(viewer.len() * 2);
    let mut rest = viewer;
    while let Some((before, script)) = rest.split_once("<script") {
        let (script, after) = script.split_once("</script>").unwrap_or((script, ""));
        let script = data.iter().fold(script.to_owned(), |script, (mark, data)| script.replacen(mark, data, 1));
        page.extend([&words(before), "<script", &script, "</script>"]);
        rest = after;
    }
    page + &words(rest)
}

/// Bytes as an element holds them: compressed, in letters that are never markup.
fn inlined(bytes: &[u8]) -> Result<String, CliError> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let packed = encoder.write_all(bytes).and_then(|()| encoder.finish());
    packed.map(|bytes| BASE64.encode(bytes)).map_err(|error| CliError::new(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_data_do_not_meet() {
        let viewer = "<b>{{w}}</b><script a>{{w}} {{pack}}</script>{{w}}<script>x</script>";
        let data = [(PACK, "QUJD".to_owned())];
        let page = filled(viewer, &data, &|part| part.replace("{{w}}", "{{pack}}"));
        assert_eq!(page, "<b>{{pack}}</b><script a>{{w}} QUJD</script>{{pack}}<script>x</script>");
    }
}
