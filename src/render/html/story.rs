//! The story as an article: sections, steps, what each rests on, and where a reviewed work differs.

use core::fmt::Write as _;

use crate::data::{Chapter, Claim, Dataset, SourceId, Verdict};
use crate::layout::Layout;
use crate::moment::Moment;
use crate::time::Playhead;
use crate::words::{
    capitalised, date_words, description, doubt, end_of, site_covers, site_next, site_play, site_previous,
    site_rests_on, site_section, site_skip, site_skip_story, site_step_of, site_steps, site_verdict, step_name,
};

use super::claims::{said_and_shown, verdict_word};
use super::figures::figures;
use super::links;
use crate::data::escape;

/// Size of a step's still picture, in CSS pixels.
const STILL: (u16, u16) = (640, 576);

/// Stands in a message for what is no text; no text of a dataset holds it.
pub(super) const PLACE: &str = "\u{2060}";

/// What the script of the story says, as attributes of the element of its steps: `data-next="Next ›"`. In `data-step-of`
/// and `data-play` numbers belong in the place of `{0}` and `{1}`.
pub(super) fn story_words(dataset: &Dataset) -> String {
    let words = [
        ("previous", site_previous(dataset).to_owned()),
        ("next", site_next(dataset).to_owned()),
        ("section", site_section(dataset).to_owned()),
        ("steps", site_steps(dataset).to_owned()),
        ("skip", site_skip(dataset).to_owned()),
        ("skip-story", site_skip_story(dataset).to_owned()),
        ("step-of", site_step_of(dataset, "{0}", "{1}")),
        ("play", site_play(dataset, "{0}", "{1}")),
        ("picture", links::picture(dataset)),
    ];
    words.iter().fold(String::new(), |all, (name, text)| all + &format!(" data-{name}=\"{}\"", escape(text)))
}

/// The story, step by step, each with its still picture under `story/` and what was measured in its years, for any page
/// to frame.
///
/// A step carries its years, focus and year to compare as `data-` attributes, so that a script can show them.
pub fn html_story(dataset: &Dataset) -> String {
    let mut text = String::new();
    let Some(texts) = dataset.texts() else { return text };
    let mut part = "";
    let layout = Layout::solve(dataset);
    for chapter in &texts.chapters {
        if chapter.section != part {
            if !part.is_empty() {
                text.push_str("</section>\n");
            }
            part = &chapter.section;
            let title = texts.sections.iter().find(|section| section.id == part).map_or(part, |section| &section.title);
            let _ = writeln!(text, "<section class=\"part\" id=\"part-{}\">\n<h2>{}</h2>", escape(part), escape(title));
        }
        step(dataset, &layout, chapter, &mut text);
    }
    if !part.is_empty() {
        text.push_str("</section>\n");
    }
    text
}

/// The years of a step: `1998–2007`, or the one.
fn years(dataset: &Dataset, chapter: &Chapter) -> String {
    let name = |step: i16| step_name(dataset, step);
    if chapter.from == chapter.to {
        name(chapter.to)
    } else if dataset.info().calendar.counts_years() {
        format!("{}–{}", chapter.from, chapter.to)
    } else {
        format!("{} – {}", name(chapter.from), name(chapter.to))
    }
}

fn step(dataset: &Dataset, layout: &Layout, chapter: &Chapter, text: &mut String) {
    let focus: Vec<&str> = chapter.focus.iter().map(|actor| dataset.actor(*actor).code.as_str()).collect();
    let compare = chapter.compare.map_or(String::new(), |year| dataset.info().step_id(year).to_string());
    let (id, title) = (escape(&chapter.id), escape(&chapter.title));
    let _ = writeln!(
        text,
        "<section class=\"step\" id=\"{id}\" data-from=\"{}\" data-to=\"{}\" data-focus=\"{}\" data-compare=\"{compare}\">\n\
         <p class=\"when\">{}</p>\n<h3><a href=\"#{id}\">{title}</a></h3>\n<p>{}</p>",
        dataset.info().step_id(chapter.from),
        dataset.info().step_id(chapter.to),
        escape(&focus.join("-")),
        years(dataset, chapter),
        escape(&chapter.text),
    );
    still(dataset, chapter, text);
    figures(dataset, layout, chapter, text);
    aside(dataset, chapter, text);
    rests(dataset, chapter, text);
    text.push_str("</section>\n");
}

fn still(dataset: &Dataset, chapter: &Chapter, text: &mut String) {
    let (id, (width, height)) = (escape(&chapter.id), STILL);
    let alt = description(dataset, &Moment::at(dataset, Playhead::end_of(chapter.to)));
    let _ = writeln!(
        text,
        "<figure class=\"still\"><picture><source srcset=\"story/{id}-dark.svg\" media=\"screen and (prefers-color-scheme: dark)\">\
         <img src=\"story/{id}-light.svg\" loading=\"lazy\" width=\"{width}\" height=\"{height}\" alt=\"{}\"></picture>\
         <figcaption>{}</figcaption></figure>",
        escape(&alt),
        escape(&capitalised(&end_of(dataset, chapter.to))),
    );
}

fn claims_of<'a>(dataset: &'a Dataset, chapter: &'a Chapter) -> impl Iterator<Item = &'a Claim> {
    let all = dataset.texts().map_or(&[][..], |texts| &texts.claims);
    chapter.claims.iter().filter_map(|number| all.iter().find(|claim| claim.number == *number))
}

/// What the reviewed work said and what the record shows, where they differ.
fn aside(dataset: &Dataset, chapter: &Chapter, text: &mut String) {
    let differ: Vec<&Claim> = claims_of(dataset, chapter).filter(|claim| claim.verdict != Verdict::Confirmed).collect();
    if differ.is_empty() && chapter.aside.is_empty() {
        return;
    }
    let summary = said_and_shown(dataset);
    let _ = writeln!(text, "<details class=\"aside\"><summary>{}</summary>", escape(&summary));
    if !chapter.aside.is_empty() {
        let _ = writeln!(text, "<p>{}</p>", escape(&chapter.aside));
    }
    if !differ.is_empty() {
        text.push_str("<dl>\n");
        for claim in differ {
            let (number, verdict) = (escape(&claim.number), verdict_word(claim.verdict));
            let _ = writeln!(
                text,
                "<dt>{} <a class=\"verdict {verdict}\" href=\"claims.html#claim-{number}\">{}</a></dt><dd>{}</dd>",
                escape(&claim.claim),
                escape(&site_verdict(dataset, verdict)),
                escape(&claim.record),
            );
        }
        text.push_str("</dl>\n");
    }
    text.push_str("</details>\n");
}

/// The events a step rests on, each with its sources, and the claims it covers.
fn rests(dataset: &Dataset, chapter: &Chapter, text: &mut String) {
    let Some(texts) = dataset.texts() else { return };
    let mut cited: Vec<SourceId> = Vec::new();
    for event in &chapter.events {
        cited.extend(&texts.events[event.index()].sources);
    }
    cited.sort_unstable();
    cited.dedup();
    let _ = writeln!(
        text,
        "<details class=\"rests\"><summary>{}</summary>\n<ul>",
        escape(&site_rests_on(dataset, chapter.events.len() as i32, cited.len() as i32)),
    );
    for id in &chapter.events {
        let event = dataset.event(*id);
        let doubt = doubt(dataset, event.confidence, event.date);
        let doubt = if doubt.is_empty() { String::new() } else { format!(" <em>({doubt})</em>") };
        let _ = writeln!(
            text,
            "<li><span class=\"when\">{}</span> {}{doubt}{}</li>",
            escape(&date_words(dataset, event.date)),
            links::event(dataset, *id),
            links::sources(dataset, &texts.events[id.index()].sources),
        );
    }
    text.push_str("</ul>\n");
    let claims: Vec<String> = claims_of(dataset, chapter)
        .map(|claim| format!("<a href=\"claims.html#claim-{0}\">{0}</a>", escape(&claim.number)))
        .collect();
    if !claims.is_empty() {
        let work = dataset.texts().and_then(|texts| texts.about.reviewed_work.as_ref());
        // The links are put in where the message, which is text, has their place.
        let covers = escape(&site_covers(dataset, work.map_or("", |work| &work.name), PLACE));
        let _ = writeln!(text, "<p>{}</p>", covers.replacen(PLACE, &claims.join(", "), 1));
    }
    text.push_str("</details>\n");
}
