//! Below the picture: the way into story and claims, to the workbench and to other datasets.

use crate::data::{Dataset, escape};
use crate::words::{
    site_other_network, site_own_network, site_own_network_link, site_tale, site_tale_claims, site_tale_claims_link,
    site_tale_story, site_tale_story_link, step_name,
};

use super::languages::{self, USUAL};
use super::links::html_pages;
use super::story::PLACE;

/// The way from the picture into the story and the claims; empty for a dataset that has neither.
pub(super) fn tale(dataset: &Dataset) -> String {
    let (info, pages) = (dataset.info(), html_pages(dataset));
    let Some(texts) = dataset.texts() else { return String::new() };
    let mut sentences = Vec::new();
    let [first, last] = [info.first_year, info.last_year].map(|step| step_name(dataset, step));
    if pages.contains(&"story") {
        let (address, language) = languages::story(dataset);
        let link = languages::link(dataset, &address, language, site_tale_story_link(dataset));
        let steps = texts.chapters.len() as i32;
        sentences.push(placed(&site_tale_story(dataset, PLACE, steps, &first, &last), &link));
    }
    if pages.contains(&"claims") {
        let link = languages::link(dataset, "claims.html", USUAL, site_tale_claims_link(dataset));
        let work = texts.about.reviewed_work.as_ref().map_or("", |work| &work.title);
        sentences.push(placed(&site_tale_claims(dataset, PLACE, texts.claims.len() as i32, work), &link));
    }
    if sentences.is_empty() {
        return String::new();
    }
    let heading = site_tale(dataset);
    format!("<aside class=\"tale\">\n<h2>{heading}</h2>\n<p>{}</p>\n</aside>", sentences.join(" "))
}

/// The way to the workbench; and the sentence about another dataset, with `{0}` for the link, as the build of the site
/// wants it for each.
pub(super) fn elsewhere(dataset: &Dataset) -> String {
    let link = languages::link(dataset, "workbench.html", USUAL, site_own_network_link(dataset));
    let own = placed(&site_own_network(dataset, PLACE), &link);
    format!("<p class=\"elsewhere\">{own}</p>\n  <!--guests:{}-->", site_other_network(dataset, "{0}"))
}

/// A message with a link where it has its place for one.
fn placed(message: &str, link: &str) -> String {
    escape(message).replacen(PLACE, link, 1)
}
