//! Pages in other languages: which there are, how they lead to one another, and what of them stands in another language.

use core::fmt::Write as _;

use crate::data::{Dataset, escape};

/// What languages call themselves.
const NAMES: [(&str, &str); 4] = [("en", "English"), ("it", "Italiano"), ("ko", "한국어"), ("ar", "العربية")];

/// The language of the site's pages, unless they say another.
pub(super) const USUAL: &str = "en";

/// What a language calls itself.
pub(super) fn name(code: &str) -> &str {
    NAMES.iter().find(|(known, _)| *known == code).map_or(code, |(_, name)| name)
}

/// The languages other than the dataset's own that its story is translated into, and that there are words in.
pub fn html_stories(dataset: &Dataset) -> Vec<&'static str> {
    let Some(texts) = dataset.texts() else { return Vec::new() };
    let codes = NAMES.into_iter().map(|(code, _)| code).filter(|code| *code != dataset.own_language());
    let has = |code: &str| texts.translations.iter().any(|one| one.language == code && one.has("chapters.text"));
    codes.filter(|code| has(code)).collect()
}

/// The name of the page with the story in such a language.
pub fn html_story_name(language: &str) -> String {
    format!("story-{language}.html")
}

/// The languages other than English that the first page is made in: those with words that the dataset has texts in.
pub fn html_indexes(dataset: &Dataset) -> Vec<&'static str> {
    let translations = dataset.texts().map_or(&[][..], |texts| &texts.translations);
    let has = |code: &str| code == dataset.own_language() || translations.iter().any(|one| one.language == code);
    NAMES.into_iter().map(|(code, _)| code).filter(|code| *code != USUAL && has(code)).collect()
}

/// The name of the first page in such a language.
pub fn html_index_name(language: &str) -> String {
    format!("index-{language}.html")
}

/// The address of the first page in a language that it is made in.
pub(super) fn index(language: &str) -> String {
    if language == USUAL { "./".to_owned() } else { html_index_name(language) }
}

/// Links to the first page in each language, for search engines and for the view; and what a page in another language
/// than English fetches for it, which comes after the program.
pub(super) fn alternates(dataset: &Dataset) -> String {
    let codes = html_indexes(dataset);
    let mut text = String::new();
    if codes.is_empty() {
        return text;
    }
    let all = [USUAL].into_iter().chain(codes).map(|code| (code, code)).chain([("x-default", USUAL)]);
    for (code, to) in all {
        let _ = writeln!(text, "<link rel=\"alternate\" hreflang=\"{code}\" href=\"{}\">", index(to));
    }
    let code = dataset.language().code();
    if code != USUAL {
        let texts = dataset.texts().map_or(&[][..], |texts| &texts.translations);
        let texts =
            texts.iter().filter(|one| one.language == code).map(|one| format!("detente-texts-{}.txt", one.language));
        for name in [format!("messages-{code}.txt")].into_iter().chain(texts) {
            let _ =
                writeln!(text, "<link rel=\"preload\" href=\"{name}\" as=\"fetch\" crossorigin fetchpriority=\"low\">");
        }
    }
    text
}

/// Attributes of the view on a page in another language than English: it waits for its words behind the still picture.
pub(super) fn view_attributes(dataset: &Dataset) -> String {
    let code = dataset.language().code();
    if code == USUAL { String::new() } else { format!(" lang=\"{code}\" data-wordless") }
}

/// A link to a page that may be in another language than the one that it is on.
pub(super) fn link(dataset: &Dataset, address: &str, language: &str, words: &str) -> String {
    let hreflang =
        if language == dataset.language().code() { String::new() } else { format!(" hreflang=\"{language}\"") };
    format!("<a href=\"{address}\"{hreflang}>{words}</a>")
}

/// The address of the story, and the language that it is in.
pub(super) fn story(dataset: &Dataset) -> (String, &'static str) {
    let language = dataset.language().code();
    match html_stories(dataset).into_iter().find(|code| *code == language && language != USUAL) {
        Some(code) => (html_story_name(code), code),
        None => ("story.html".to_owned(), USUAL),
    }
}

/// Whether a text stands in the dataset's own language, on a page in another.
pub(super) fn is_foreign(text: &str) -> bool {
    text.starts_with(['\u{2066}', '\u{2067}'])
}

/// Links of the story to itself in other languages.
pub(super) fn other_stories(dataset: &Dataset) -> String {
    let language = dataset.language().code();
    let own = dataset.own_language();
    let mut text = String::new();
    for code in [own].into_iter().chain(html_stories(dataset)).filter(|code| *code != language) {
        let address = if code == own { "story.html".to_owned() } else { html_story_name(code) };
        let _ = writeln!(text, "<a href=\"{address}\" lang=\"{code}\" hreflang=\"{code}\">{}</a>", escape(name(code)));
    }
    text
}

/// A page with its language: texts that stand in the dataset's own say so, which were apart from the words round them.
pub fn html_in_language(page: &str, dataset: &Dataset) -> String {
    let (code, own) = (dataset.language().code(), dataset.own_language());
    let direction = if code == "ar" { " dir=\"rtl\"" } else { "" };
    let page = page.replacen("<html lang=\"en\"", &format!("<html lang=\"{code}\"{direction}"), 1);
    let mut text = String::with_capacity(page.len());
    let (mut is_tag, mut is_plain, mut open) = (false, false, Vec::new());
    for (at, letter) in page.char_indices() {
        if letter == '<' {
            let tag = &page[at + 1..];
            let is_end = tag.starts_with('/');
            if ["title>", "svg"].iter().any(|name| tag.trim_start_matches('/').starts_with(name)) {
                is_plain = !is_end;
            }
        }
        // Attributes, titles and drawings hold no such elements: there the marks stay, which keep the directions apart.
        let is_text = !is_tag && !is_plain;
        match letter {
            '<' | '>' => is_tag = letter == '<',
            '\u{2066}' | '\u{2067}' if is_text => {
                let direction = if letter == '\u{2066}' { "ltr" } else { "rtl" };
                let _ = write!(text, "<span lang=\"{own}\" dir=\"{direction}\">");
                open.push("</span>");
                continue;
            }
            '\u{2068}' if is_text => open.push("\u{2069}"),
            '\u{2069}' if is_text => {
                text.push_str(open.pop().unwrap_or_default());
                continue;
            }
            _ => {}
        }
        text.push(letter);
    }
    text
}
