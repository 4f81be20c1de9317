//! One file with the viewer and a dataset inside.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use crate::data::{Dataset, TextColumns};
use crate::layout::pack;

use super::super::archive::gzip;
use super::page::first_page;

/// Where the data belongs in the viewer.
const PACK: &str = "{{pack}}";
const TEXTS: &str = "{{texts}}";

/// The page `viewer-template.txt` of a built site with a dataset and its words inside; `None` when `viewer` is no such
/// page, because it has no place for data.
pub fn html_single(viewer: &str, dataset: &Dataset) -> Option<String> {
    if !viewer.contains(PACK) || !viewer.contains(TEXTS) {
        return None;
    }
    let data = [(PACK, inlined(&pack(dataset))), (TEXTS, inlined(&texts_json(dataset)))];
    Some(filled(viewer, &data, &|part| first_page(part, dataset)))
}

/// The long texts of a dataset as a page fetches them: one JSON object of columns.
pub fn texts_json(dataset: &Dataset) -> Vec<u8> {
    let columns = dataset.texts().map(TextColumns::of).unwrap_or_default();
    // Columns of strings can always be written.
    serde_json::to_vec(&columns).unwrap_or_default()
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
fn inlined(bytes: &[u8]) -> String {
    BASE64.encode(gzip(bytes))
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
