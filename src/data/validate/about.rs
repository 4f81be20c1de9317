//! What the descriptor says for readers: contributors, licence, meanings, the reviewed work, the pages.

use serde_json::Value;

use super::super::draft::{Draft, Step, rungs};
use super::super::language_codes::is_language;
use super::super::places::added::told;
use super::super::suggestion::quote;
use super::super::{About, DatasetInfo, PageText, ProblemKind, ReviewedWork, Rung, Section, is_web_address};
use super::fields::Fields;

/// The pages that may have texts of their own.
const PAGES: [&str; 5] = ["index", "story", "claims", "sources", "embed"];

/// Everything the descriptor says for readers. Unknown keys are left alone; a text that is no text is reported.
pub(super) fn about(fields: &mut Fields<'_>) -> About {
    let draft = fields.draft;
    let Some(package) = draft.descriptor.as_ref() else { return About::default() };
    let own = package.get("detente").unwrap_or(&Value::Null);
    let contributors = package.get("contributors").and_then(Value::as_array).into_iter().flatten();
    let authors: Vec<String> = contributors.map(|one| text(one, "title")).filter(|name| !name.is_empty()).collect();
    let license = package.get("licenses").and_then(|list| list.get(0)).unwrap_or(&Value::Null);
    let name = text(license, "name").replacen("CC-BY-", "CC BY ", 1);
    let url = text(license, "path");
    // A path within the folder is allowed there, and leads nowhere from a page.
    if url.contains(':') && !is_web_address(&url) {
        let path = [Step::key("licenses"), Step::Index(0), Step::key("path")];
        let message = format!("{} is no address on the web", quote(&url));
        let problem = draft.descriptor_problem(ProblemKind::BadAddress, &path, message);
        fields.report(problem.hint("begin it with https:// or http://"));
    }
    let [meanings, rules] = ["meaning", "rule"].map(|field| {
        let list = rungs(own);
        let of_rung = |rung: &Rung| {
            let is_it = |one: &&Value| one.get("value").and_then(Value::as_i64) == Some(rung.stance.value().into());
            list.into_iter().flatten().find(is_it).map_or_else(String::new, |rung| read(rung, field))
        };
        fields.ladder.iter().map(of_rung).collect::<Vec<String>>()
    });
    let measured = own.get("weight").unwrap_or(&Value::Null);
    About {
        language: language(fields, own),
        weight: ["name", "unit"].map(|field| read(measured, field)),
        authors: authors.join(", "),
        license: if name.is_empty() { text(license, "title") } else { name },
        license_url: if is_web_address(&url) { url } else { String::new() },
        meanings,
        rules,
        thresholds: fields
            .thresholds
            .iter()
            .map(|least| least.map_or_else(String::new, |least| least.to_string()))
            .collect(),
        reviewed_work: reviewed_work(fields, own),
        created: if super::descriptor::year_of(package).is_some() { text(package, "created") } else { String::new() },
        pages: pages(fields, own),
    }
}

/// The parts of the story, as `detente.sections` of the descriptor names them.
pub(super) fn sections(fields: &mut Fields<'_>) -> Vec<Section> {
    let draft = fields.draft;
    let list = draft.descriptor.as_ref().and_then(|package| package.get("detente")?.get("sections"));
    let Some(list) = list else { return Vec::new() };
    let text = |one: &Value, key: &str| {
        one.get(key).and_then(Value::as_str).filter(|text| !text.trim().is_empty()).map(str::to_owned)
    };
    let read = |one: &Value| {
        let mut title = text(one, "title")?;
        told(&mut title, one, "title");
        Some(Section { id: text(one, "id")?, title })
    };
    let sections: Option<Vec<Section>> = list.as_array().and_then(|list| list.iter().map(read).collect());
    sections.unwrap_or_else(|| {
        let message = "`sections` in `detente` does not say what it must".to_owned();
        let path = ["detente", "sections"].map(Step::key);
        let mut problem = draft.descriptor_problem(ProblemKind::BadDescriptor, &path, message);
        "sections".clone_into(&mut problem.location.field);
        fields.report(problem.hint("it must be a list of objects with `id` and `title`"));
        Vec::new()
    })
}

/// A text of an object, trimmed; empty when it is missing or something else.
fn text(value: &Value, field: &str) -> String {
    value.get(field).and_then(Value::as_str).unwrap_or_default().trim().to_owned()
}

/// A text that readers read, with its translations; empty when it is missing or something else.
fn read(value: &Value, field: &str) -> String {
    let mut own = text(value, field);
    told(&mut own, value, field);
    own
}

/// Adds the translations of the dataset's title and subtitle, and of the names of its stances.
pub(super) fn translate(draft: &Draft, info: &mut DatasetInfo) {
    let (Some(package), Some(own)) = (draft.descriptor.as_ref(), draft.own()) else { return };
    told(&mut info.title, own, "title");
    told(&mut info.title, package, "title");
    told(&mut info.subtitle, own, "subtitle");
    for rung in &mut info.ladder {
        let is_it = |one: &&Value| one.get("value").and_then(Value::as_i64) == Some(rung.stance.value().into());
        if let Some(one) = rungs(own).into_iter().flatten().find(is_it) {
            told(&mut rung.name, one, "name");
        }
    }
}

/// The code of the language of the dataset's texts; empty where it is not said.
fn language(fields: &mut Fields<'_>, own: &Value) -> String {
    let Some(value) = own.get("language") else { return String::new() };
    if !value.as_str().is_some_and(is_language) {
        wrong(fields, "language", "it must be the code of a language in two letters (ISO 639-1), such as \"en\"");
    }
    text(own, "language")
}

fn reviewed_work(fields: &mut Fields<'_>, own: &Value) -> Option<ReviewedWork> {
    let value = own.get("reviewed_work")?;
    let work = ReviewedWork {
        name: read(value, "name"),
        title: read(value, "title"),
        publisher: read(value, "publisher"),
        published: read(value, "published"),
    };
    if work.name.is_empty() || work.title.is_empty() {
        wrong(fields, "reviewed_work", "it must have a `name`, as sentences call it, and a `title`");
        return None;
    }
    Some(work)
}

fn pages(fields: &mut Fields<'_>, own: &Value) -> Vec<PageText> {
    let Some(value) = own.get("pages") else { return Vec::new() };
    let Some(pages) = value.as_object() else {
        wrong(fields, "pages", "it must be an object with the texts of pages by their names");
        return Vec::new();
    };
    if pages.keys().any(|id| !PAGES.contains(&id.as_str())) {
        wrong(fields, "pages", "the pages are index, story, claims, sources and embed");
    }
    let page = |(id, value): (&String, &Value)| PageText {
        id: id.clone(),
        title: read(value, "title"),
        description: read(value, "description"),
        heading: read(value, "heading"),
        lede: read(value, "lede"),
    };
    pages.iter().map(page).collect()
}

/// Reports a key of `detente` that does not say what it must.
fn wrong(fields: &mut Fields<'_>, field: &str, demand: &str) {
    let message = format!("`{field}` in `detente` does not say what it must");
    let path = ["detente", field].map(Step::key);
    let mut problem = fields.draft.descriptor_problem(ProblemKind::BadDescriptor, &path, message).hint(demand);
    field.clone_into(&mut problem.location.field);
    fields.report(problem);
}
