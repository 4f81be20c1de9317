//! A whole page of the site: a template with everything that the dataset says in it.

use core::fmt::Write as _;

use crate::data::{Dataset, PageText, Texts};
use crate::moment::Moment;
use crate::time::Playhead;
#[cfg(not(target_arch = "wasm32"))]
use crate::words;
use crate::words::{
    description, full_title, how_to_see, site_data, site_judgement, site_page, site_pages, site_record_ends,
    site_sources, site_story, site_story_lede, site_texts_in, site_the, site_title, step_name,
};

use super::claims::said_and_shown;
use super::languages::{self, USUAL, is_foreign};
use super::links::{self, html_pages};
use super::stills::{last, others, picture_alt};
use super::story::{PLACE, story_words};
use super::tale;
use super::{html_claims, html_sources, html_story, html_table};
use crate::data::escape;

/// What stands about a name in a template: as a comment where text stands, in braces within an attribute.
const MARKS: [(&str, &str); 2] = [("<!--detente:", "-->"), ("{{", "}}")];

/// The page `id` (`index`, `story`, `claims`, `sources`, `embed`, or `dataset`, which stands in another's site), made of
/// a template. All text is escaped.
///
/// In the template `<!--detente:NAME-->`, and within attributes `{{NAME}}`, stand for:
///
/// - `title`, `heading`, `lede`: the page's own texts, or such as are made from the dataset's title;
/// - `description-meta`: the element for search engines, if there is a text for it;
/// - `name`: the name of the dataset, of which files beside a page are called;
/// - `nav`: links to the pages that this dataset has; `tale`: on the first page, the way into story and claims;
/// - `footer`: what a stance is, where the record ends, who made the data, under which licence;
/// - `still`: the last year with its picture; `stills`: every other year with its own;
/// - `picture-alt`: the picture of the last year in a sentence; `description`, `table`: the same at length;
/// - `alternates`: links to the first page in other languages, and what it fetches for its own; `view-attributes`: what the
///   view is to know of that; `texts-in`: a sentence, where texts of the page are in another language than its own;
/// - `elsewhere`: the way to the workbench, and in a comment the sentence about another dataset, with `{0}` for the link;
/// - `skip-to|Skip to` and the like: a message of the site, with its English for a program that has no others;
/// - `story`, `claims`, `sources`: what [`html_story`], [`html_claims`] and [`html_sources`] make.
///
/// A name that is not among these is left as it stands.
pub fn html_page(template: &str, dataset: &Dataset, id: &str) -> String {
    let own = texts_of(dataset, id);
    filled(template, &|name| {
        Some(match name {
            "nav" => nav(dataset, id),
            "tale" => tale::tale(dataset),
            "elsewhere" => tale::elsewhere(dataset),
            "alternates" => languages::alternates(dataset),
            "view-attributes" => languages::view_attributes(dataset),
            "footer" if id == "embed" => embed_footer(dataset, &own),
            "stills" => others(dataset),
            "picture-alt" => escape(&picture_alt(dataset, dataset.info().last_year)),
            "story" => html_story(dataset),
            "story-words" => story_words(dataset),
            "claims" => html_claims(dataset),
            "sources" => html_sources(dataset),
            "texts-in" => texts_in(dataset),
            name => return alone(dataset, &own, name).or_else(|| said(dataset, name)),
        })
    })
}

/// The first page of a dataset where there are no others, made of a part of a template. A program that makes no other
/// page has no code for them.
#[cfg(feature = "single-file")]
pub(super) fn first_page(template: &str, dataset: &Dataset) -> String {
    let own = texts_of(dataset, "index");
    filled(template, &|name| alone(dataset, &own, name).or_else(|| said(dataset, name)))
}

/// What a name stands for on a page that leads to no other.
fn alone(dataset: &Dataset, own: &PageText, name: &str) -> Option<String> {
    let end = || Moment::at(dataset, Playhead::end_of(dataset.info().last_year));
    Some(match name {
        "title" => escape(&own.title),
        "name" => escape(&dataset.info().name),
        "heading" => escape(&own.heading),
        "lede" => lede(&own.lede),
        "description-meta" if own.description.is_empty() => String::new(),
        "description-meta" => format!("<meta name=\"description\" content=\"{}\">", escape(&own.description)),
        "footer" => footer(dataset),
        "still" => last(dataset),
        "description" => escape(&description(dataset, &end())),
        "table" => html_table(dataset, &end()),
        _ => return None,
    })
}

/// A message of the site by its name, which stands before its English in a template: `skip-table|Table`.
#[cfg(not(target_arch = "wasm32"))]
fn said(dataset: &Dataset, name: &str) -> Option<String> {
    let (name, english) = name.split_once('|')?;
    let text = match name {
        "skip-to" => words::site_skip_to(dataset).to_owned(),
        "skip-date" => words::site_skip_date(dataset, dataset.info().calendar.step.name()),
        "skip-search" => words::site_skip_search(dataset).to_owned(),
        "skip-changes" => words::site_skip_changes(dataset).to_owned(),
        "skip-compare" => words::site_skip_compare(dataset).to_owned(),
        "skip-table" => words::site_skip_table(dataset).to_owned(),
        "no-script" => words::site_no_script(dataset).to_owned(),
        "last-table" => words::site_last_table(dataset).to_owned(),
        _ => english.to_owned(),
    };
    Some(escape(&text))
}

/// In a browser nothing but English is written.
#[cfg(target_arch = "wasm32")]
fn said(_: &Dataset, name: &str) -> Option<String> {
    Some(name.split_once('|')?.1.to_owned())
}

/// One sentence, where texts of the page are in another language than its own.
fn texts_in(dataset: &Dataset) -> String {
    let foreign = dataset.foreign();
    if foreign.is_empty() {
        return String::new();
    }
    format!("<p class=\"why\">{}</p>", escape(&site_texts_in(dataset, foreign)))
}

/// The template with what its names stand for, in one pass: what is put in is not looked at again.
fn filled(template: &str, text_of: &dyn Fn(&str) -> Option<String>) -> String {
    let mut page = String::with_capacity(template.len() * 2);
    let mut rest = template;
    loop {
        let found = MARKS.into_iter().filter_map(|(open, close)| {
            let at = rest.find(open)?;
            let length = rest[at + open.len()..].find(close)?;
            let name = &rest[at + open.len()..at + open.len() + length];
            Some((at, name, at + open.len() + length + close.len()))
        });
        let Some((at, name, end)) = found.min() else { break };
        page.push_str(&rest[..at]);
        match text_of(name) {
            Some(text) => page.push_str(&text),
            None => page.push_str(&rest[at..end]),
        }
        rest = &rest[end..];
    }
    page.push_str(rest);
    page
}

/// The page's own texts; each that is missing is made from what the dataset says elsewhere.
fn texts_of(dataset: &Dataset, id: &str) -> PageText {
    let (info, about) = (dataset.info(), dataset.texts().map(|texts| &texts.about));
    let given = about.and_then(|about| about.pages.iter().find(|page| page.id == id)).cloned().unwrap_or_default();
    // What is made of messages is in the language of the page, which the dataset's own text may not be.
    let or = |text: String, made: &dyn Fn() -> String| {
        if !text.is_empty() && !is_foreign(&text) {
            return text;
        }
        let made = made();
        if text.is_empty() || !is_foreign(&made) { made } else { text }
    };
    let full = full_title(dataset);
    let title = || match id {
        "story" | "claims" | "sources" => site_title(dataset, id, &full),
        _ => full.clone(),
    };
    let heading = || match id {
        "story" => site_story(dataset, &info.title),
        "claims" => said_and_shown(dataset),
        "sources" => site_sources(dataset).to_owned(),
        _ => info.title.clone(),
    };
    let lede = || match id {
        "story" => {
            let steps = dataset.texts().map_or(0, |texts| texts.chapters.len());
            let [first, last] = [info.first_year, info.last_year].map(|step| step_name(dataset, step));
            site_story_lede(dataset, steps as i32, &first, &last)
        }
        "claims" => match about.and_then(|about| about.reviewed_work.as_ref()) {
            Some(work) => {
                let by = [work.publisher.as_str(), work.published.as_str()];
                let by: Vec<&str> = by.into_iter().filter(|part| !part.is_empty()).collect();
                let by = if by.is_empty() { String::new() } else { format!(" ({})", by.join(", ")) };
                format!("Each claim of “{}”{by}, checked against the record.", work.title)
            }
            None => "Each claim, checked against the record.".to_owned(),
        },
        "sources" => {
            "Every document that the picture rests on, by publisher. Links that may stop working are marked.".to_owned()
        }
        _ if info.subtitle.is_empty() || is_foreign(&info.subtitle) => how_to_see(dataset),
        _ => info.subtitle.clone(),
    };
    let lede = or(given.lede, &lede);
    PageText {
        title: or(given.title, &title),
        heading: or(given.heading, &heading),
        description: or(given.description, &|| if id == "index" { lede.clone() } else { String::new() }),
        id: given.id,
        lede,
    }
}

/// The paragraph below the heading; where room is short, the page may leave out what follows its first sentence.
fn lede(text: &str) -> String {
    match text.split_once(". ") {
        Some((first, more)) => format!("{}. <span class=\"more\">{}</span>", escape(first), escape(more)),
        None => escape(text),
    }
}

fn nav(dataset: &Dataset, current: &str) -> String {
    let mut text = format!("<nav class=\"pages\" aria-label=\"{}\">\n", escape(site_pages(dataset)));
    let the = Some(site_the(dataset)).filter(|the| !the.trim().is_empty());
    let the = the.map_or(String::new(), |the| format!("<span class=\"the\">{}</span>", escape(the)));
    let language = dataset.language().code();
    for id in html_pages(dataset) {
        let (address, to) = match id {
            "index" => (links::picture(dataset), language),
            "story" => languages::story(dataset),
            _ => (format!("{id}.html"), USUAL),
        };
        let mut mark = if id == current { " aria-current=\"page\"" } else { "" }.to_owned();
        if to != language {
            mark = format!(" hreflang=\"{to}\"");
        }
        let _ = writeln!(text, "<a href=\"{address}\"{mark}>{the}{}</a>", escape(&site_page(dataset, id)));
    }
    if current == "story" {
        text.push_str(&languages::other_stories(dataset));
    }
    text.push_str("</nav>");
    text
}

fn license(texts: &Texts) -> String {
    let (name, url) = (escape(&texts.about.license), escape(&texts.about.license_url));
    if name.is_empty() || url.is_empty() {
        name
    } else {
        format!("<a href=\"{url}\" rel=\"license noopener\">{name}</a>")
    }
}

/// What a stance is, where the record ends, who made the data, under which licence.
fn footer(dataset: &Dataset) -> String {
    let mut text = String::from("<p>");
    if html_pages(dataset).contains(&"sources") {
        let _ = write!(text, "{} ", escape(site_judgement(dataset)));
    }
    let ends = site_record_ends(dataset, &step_name(dataset, dataset.info().last_year));
    let _ = write!(text, "{} ", escape(&ends));
    let title = format!("“{}”", escape(&full_title(dataset)));
    let authors = dataset.texts().map_or(String::new(), |texts| escape(&texts.about.authors));
    let license = dataset.texts().map_or(String::new(), license);
    let data = escape(&site_data(dataset, PLACE));
    text.push_str(&data.replacen(PLACE, &joined(&[authors, title, license]), 1));
    text.push_str("</p>");
    text
}

/// The same in one line, for a frame on a page of somebody else.
fn embed_footer(dataset: &Dataset, own: &PageText) -> String {
    let pages = html_pages(dataset);
    let more = match (pages.contains(&"sources"), pages.contains(&"story")) {
        (true, true) => "Every source, the story and the whole timeline",
        (true, false) => "Every source and the whole timeline",
        (false, true) => "The story and the whole timeline",
        (false, false) => "The whole timeline",
    };
    let about = dataset.texts().map(|texts| joined(&[escape(&texts.about.authors), license(texts)]));
    let about = about.filter(|text| !text.is_empty()).map_or(String::new(), |text| format!(" · Data: {text}"));
    let more = format!("<a href=\"./\" target=\"_blank\" rel=\"noopener\" data-full>{more}</a>");
    format!("{} {more}{about}", escape(&own.lede))
}

/// The parts that say something, joined by commas.
fn joined(parts: &[String]) -> String {
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_for_texts_that_are_not_looked_at_again() {
        let text_of = |name: &str| match name {
            "a" => Some("{{b}}<!--detente:b-->".to_owned()),
            "b" => Some("B".to_owned()),
            _ => None,
        };
        let template = "<p title=\"{{b}}\"><!--detente:a--></p>{{c}}<!--detente:b--> {{ <!-- -->";
        let expected = "<p title=\"B\">{{b}}<!--detente:b--></p>{{c}}B {{ <!-- -->";
        assert_eq!(filled(template, &text_of), expected);
        assert_eq!(filled("", &text_of), "");
    }
}
