//! One file with the viewer and a dataset inside.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::Serialize;

use crate::data::{Dataset, TextColumns, Translation};
use crate::layout::pack;
#[cfg(not(target_arch = "wasm32"))]
use crate::words::TABLES;

use super::super::archive::gzip;
use super::languages::html_in_language;
use super::page::first_page;

/// Where the data belongs in the viewer.
const PACK: &str = "{{pack}}";
const TEXTS: &str = "{{texts}}";
const MESSAGES: &str = "{{messages}}";

/// The page `viewer-template.txt` of a built site with a dataset and its words inside; `None` when `viewer` is no such
/// page, because it has no place for data.
pub fn html_single(viewer: &str, dataset: &Dataset) -> Option<String> {
    if ![PACK, TEXTS, MESSAGES].iter().all(|mark| viewer.contains(mark)) {
        return None;
    }
    let code = dataset.language().code();
    // The pack is that of the dataset's own texts; the viewer puts others in their place.
    let own = dataset.unread();
    let messages = messages(code).map_or(String::new(), |table| inlined(table.as_bytes()));
    let data = [(PACK, inlined(&pack(&own))), (TEXTS, inlined(&whole_texts_json(&own))), (MESSAGES, messages)];
    Some(filled(viewer, &data, &|part| html_in_language(&first_page(part, dataset), dataset)))
}

/// The table of messages of a language other than English.
#[cfg(not(target_arch = "wasm32"))]
fn messages(code: &str) -> Option<&'static str> {
    TABLES.into_iter().skip(1).find(|table| table.split(' ').next() == Some(code))
}

/// In a browser nothing but English is written.
#[cfg(target_arch = "wasm32")]
const fn messages(_: &str) -> Option<&'static str> {
    None
}

/// The long texts with those of other languages, as the property `data` of the element takes them.
pub fn whole_texts_json(dataset: &Dataset) -> Vec<u8> {
    #[derive(Serialize)]
    struct Whole<'a> {
        #[serde(flatten)]
        columns: TextColumns,
        #[serde(skip_serializing_if = "BTreeMap::is_empty")]
        translations: BTreeMap<&'a str, &'a Translation>,
    }
    let all = dataset.texts().map_or(&[][..], |texts| &texts.translations);
    let translations = all.iter().map(|one| (one.language.as_str(), one)).collect();
    let columns = dataset.texts().map(TextColumns::of).unwrap_or_default();
    // Columns of strings can always be written.
    serde_json::to_vec(&Whole { columns, translations }).unwrap_or_default()
}

/// The texts of a dataset in each other language that it has, by its code, as a page fetches them: those that the view
/// shows.
pub fn translations_json(dataset: &Dataset) -> Vec<(String, Vec<u8>)> {
    let all = dataset.texts().map_or(&[][..], |texts| &texts.translations);
    all.iter().map(|one| (one.language.clone(), serde_json::to_vec(one).unwrap_or_default())).collect()
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
