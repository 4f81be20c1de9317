//! What the descriptor says for readers: contributors, licence, meanings, the reviewed work, the pages.

use serde_json::Value;

use super::super::draft::{Step, rungs};
use super::super::suggestion::quote;
use super::super::{About, PageText, ProblemKind, ReviewedWork, Rung, is_web_address};
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
            list.into_iter().flatten().find(is_it).map_or_else(String::new, |rung| text(rung, field))
        };
        fields.ladder.iter().map(of_rung).collect::<Vec<String>>()
    });
    let measured = own.get("weight").unwrap_or(&Value::Null);
    About {
        weight: ["name", "unit"].map(|field| text(measured, field)),
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

/// A text of an object, trimmed; empty when it is missing or something else.
fn text(value: &Value, field: &str) -> String {
    value.get(field).and_then(Value::as_str).unwrap_or_default().trim().to_owned()
}

fn reviewed_work(fields: &mut Fields<'_>, own: &Value) -> Option<ReviewedWork> {
    let value = own.get("reviewed_work")?;
    let work = ReviewedWork {
        name: text(value, "name"),
        title: text(value, "title"),
        publisher: text(value, "publisher"),
        published: text(value, "published"),
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
        title: text(value, "title"),
        description: text(value, "description"),
        heading: text(value, "heading"),
        lede: text(value, "lede"),
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
