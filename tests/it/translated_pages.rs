//! First pages in other languages: whole, in their language, and leading to one another.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use crate::command::{detente, folder, out};

/// Pages by their names.
type Pages = BTreeMap<String, String>;

/// What is Latin in every language: a licence, names, numbers of claims.
const LATIN: [&str; 4] = ["CC BY", "Détente contributors", "KEDO", "ASEAN"];

/// Those of the first dataset.
static FIRST: LazyLock<Pages> = LazyLock::new(|| made("data/north-korea", "pages-of-the-first"));

fn made(dataset: &str, place: &str) -> Pages {
    let site = folder(place);
    let (code, _, complained) =
        out(&detente(&["pages", dataset, "--templates", "www", "--output", site.to_str().expect("text")]));
    assert_eq!(code, Some(0), "{complained}");
    let entries = fs::read_dir(&site).expect("a folder").map(|entry| entry.expect("an entry").path());
    let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
    entries.map(|path| (name(&path), fs::read_to_string(&path).expect("text"))).collect()
}

/// What stands between two texts, each time.
fn between<'a>(text: &'a str, from: &str, to: &str) -> Vec<&'a str> {
    text.split(from).skip(1).map(|rest| rest.split_once(to).map_or(rest, |(inside, _)| inside)).collect()
}

/// A text without what stands between two others, and without these.
fn without(text: &str, from: &str, to: &str) -> String {
    let mut parts = text.split(from);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + " " + part.split_once(to).map_or("", |(_, rest)| rest))
}

/// What a page says in its own language: its texts and the attributes that are read, without what says another.
fn words(page: &str) -> String {
    let attributes = ["aria-label=\"", "name=\"description\" content=\"", "alt=\"", "<title>"].map(|name| {
        let end = if name == "<title>" { "</title>" } else { "\"" };
        between(page, name, end).join("\n")
    });
    let mut text = page.to_owned();
    for (from, to) in [("<!--", "-->"), ("<head>", "</head>"), ("<svg", "</svg>"), ("<script", "</script>")] {
        text = without(&text, from, to);
    }
    text = without(&text, "<span lang=\"", "</span>");
    let attributes = without(&without(&attributes.join("\n"), "\u{2066}", "\u{2069}"), "\u{2067}", "\u{2069}");
    without(&text, "<", ">") + "\n" + &attributes
}

/// Words of a page that are not in its language: English of the templates, or where another script is written any Latin.
fn untranslated(code: &str, page: &str) -> Vec<String> {
    let said = words(page);
    if code == "it" {
        let english =
            ["The ", "Skip ", "Search", "What changed", "Compare", "browser runs", "Everyone", "Data:", " in the "];
        return english.iter().filter(|text| said.contains(**text)).map(|text| (*text).to_owned()).collect();
    }
    let said = LATIN.iter().fold(said, |said, name| said.replace(name, ""));
    let runs = said.split(|letter: char| !letter.is_ascii_alphabetic()).filter(|run| run.len() > 2);
    runs.map(str::to_owned).collect()
}

/// What is wrong with the first pages of a site.
fn faults(pages: &Pages) -> Vec<String> {
    let mut found = Vec::new();
    let codes: Vec<&str> = pages.keys().filter_map(|name| name.strip_prefix("index-")?.strip_suffix(".html")).collect();
    let mut all: Vec<(String, String)> = [("en", "en"), ("x-default", "en")]
        .into_iter()
        .chain(codes.iter().map(|code| (*code, *code)))
        .map(|(code, to)| (code.to_owned(), if to == "en" { "./".to_owned() } else { format!("index-{to}.html") }))
        .collect();
    all.sort();
    for (code, name) in
        codes.iter().map(|code| (*code, format!("index-{code}.html"))).chain([("en", "index.html".into())])
    {
        let page = &pages[&name];
        let mut add = |what: String| found.push(format!("{name}: {what}"));
        let html =
            if code == "ar" { "<html lang=\"ar\" dir=\"rtl\">".to_owned() } else { format!("<html lang=\"{code}\">") };
        if !page.contains(&html) {
            add(format!("does not begin with {html}"));
        }
        if code != "en" && !page.contains(&format!("<detente-view address lang=\"{code}\" data-wordless>")) {
            add("the view is in another language".into());
        }
        let mut links: Vec<(String, String)> = between(page, "<link rel=\"alternate\" hreflang=\"", ">")
            .iter()
            .filter_map(|link| link.split_once("\" href=\""))
            .map(|(code, address)| (code.to_owned(), address.trim_end_matches('"').to_owned()))
            .collect();
        links.sort();
        if links != all {
            add(format!("leads to {links:?}"));
        }
        for mark in ["<!--detente:", "{{", "}}"].iter().filter(|mark| page.contains(**mark)) {
            add(format!("{mark} is left"));
        }
        if code != "en" {
            let left = untranslated(code, page);
            if !left.is_empty() {
                add(format!("not translated: {left:?}"));
            }
        }
        for link in between(page, "<a href=\"", ">") {
            let (address, rest) = link.split_once('"').unwrap_or_default();
            let file = address.split('#').next().unwrap_or_default();
            if file.contains(':') {
                continue;
            }
            // The workbench is the same for every dataset; the build puts it beside the pages.
            let Some(to) = pages.get(if file == "./" { "index.html" } else { file }) else {
                if file != "workbench.html" {
                    add(format!("leads to {address}, which is not there"));
                }
                continue;
            };
            let language = between(to, "<html lang=\"", "\"")[0];
            let says = between(rest, "hreflang=\"", "\"").first().copied().unwrap_or(code);
            if says != language {
                add(format!("{address} is in {language}, and the link says {says}"));
            }
        }
    }
    found
}

#[test]
fn first_pages_are_in_their_language_and_lead_to_one_another() {
    let two = made("tests/data/two-languages", "pages-in-two-languages");
    let one = made("tests/data/german-empire", "pages-in-one-language");
    for (dataset, pages, expected) in [
        ("the first", &*FIRST, &["index-ar.html", "index-it.html", "index-ko.html", "index.html"][..]),
        ("another in Italian", &two, &["index-ar.html", "index-it.html", "index.html"][..]),
        ("one in English", &one, &["index.html"][..]),
    ] {
        let names: Vec<&str> = pages.keys().map(String::as_str).filter(|name| name.starts_with("index")).collect();
        assert_eq!(names, expected);
        if expected.len() > 1 {
            assert_eq!(faults(pages), Vec::<String>::new(), "{dataset}");
        } else {
            assert!(!pages["index.html"].contains("hreflang") && !pages["index.html"].contains("data-wordless"));
        }
    }
}

#[test]
fn what_is_wrong_with_a_page_in_another_language_is_found() {
    let pages = &*FIRST;
    for (page, from, to, expected) in [
        ("index-ko.html", "<html lang=\"ko\">", "<html lang=\"en\">", "does not begin with"),
        ("index-ar.html", " dir=\"rtl\">", ">", "does not begin with"),
        ("index-ko.html", "address lang=\"ko\"", "address", "the view is in another language"),
        ("index-ko.html", ">검색<", ">Search<", "not translated: [\"Search\"]"),
        ("index-ar.html", "aria-label=\"الصفحات\"", "aria-label=\"Pages\"", "not translated: [\"Pages\"]"),
        ("index-it.html", ">Cerca<", ">Search<", "not translated: [\"Search\"]"),
        ("index-ko.html", "<span lang=\"en\" dir=\"ltr\">", "", "not translated"),
        ("index-ar.html", "<link rel=\"alternate\" hreflang=\"it\" href=\"index-it.html\">", "", "leads to ["),
        (
            "index.html",
            "hreflang=\"ko\" href=\"index-ko.html\"",
            "hreflang=\"ko\" href=\"index-it.html\"",
            "leads to [",
        ),
        ("index-it.html", "story-it.html", "story-fr.html", "which is not there"),
        ("index-ko.html", "story.html\" hreflang=\"en\"", "story.html\"", "is in en, and the link says ko"),
    ] {
        let mut wrong = pages.clone();
        let text = wrong.get_mut(page).expect("a page");
        assert!(text.contains(from), "{page}: {from}");
        *text = text.replacen(from, to, 1);
        let found = faults(&wrong);
        assert!(found.iter().any(|fault| fault.starts_with(page) && fault.contains(expected)), "{from}: {found:?}");
    }
}

#[test]
fn the_english_in_a_template_is_that_of_the_messages() {
    // Where a program has no messages of the pages, the template's own words stand.
    let template = fs::read_to_string("www/index.html").expect("the template");
    let pages = &*FIRST;
    let words = between(&template, "{{", "}}");
    assert!(words.len() > 6);
    for word in words {
        let (name, english) = word.split_once('|').expect("a name and English");
        let (before, after) = template.split_once(&format!("{{{{{word}}}}}")).expect("there");
        let (before, after) = (&before[before.len() - 12..], &after[..5]);
        assert!(pages["index.html"].contains(&format!("{before}{english}{after}")), "{name}: {english}");
        assert!(!pages["index-ko.html"].contains(&format!("{before}{english}{after}")), "{name} is a message");
    }
}
