//! All claims that the dataset examines: what each says, what the record shows, and who says so.

use core::fmt::Write as _;

use crate::data::{Claim, Dataset, SourceId, Texts, Verdict};
use crate::words::{counted, site_said_and_shown};

use super::links;
use crate::data::escape;

/// The name of a verdict for scripts and styles.
pub(super) const fn verdict_word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Confirmed => "confirmed",
        Verdict::Imprecise => "imprecise",
        Verdict::Unsupported => "unsupported",
        Verdict::Wrong => "wrong",
    }
}

/// `What the article said, what the record shows`; without a reviewed work, claims in general.
pub(super) fn said_and_shown(dataset: &Dataset) -> String {
    let work = dataset.texts().and_then(|texts| texts.about.reviewed_work.as_ref());
    site_said_and_shown(dataset, work.map_or("", |work| &work.name))
}

/// Every claim by section, under a sentence that counts them.
pub fn html_claims(dataset: &Dataset) -> String {
    let mut text = String::new();
    let Some(texts) = dataset.texts() else { return text };
    let of = |verdict: Verdict, what: &str| {
        let count = texts.claims.iter().filter(|claim| claim.verdict == verdict).count();
        format!(" <b>{count}</b> {} {what}", if count == 1 { "is" } else { "are" })
    };
    let confirmed = texts.claims.iter().filter(|claim| claim.verdict == Verdict::Confirmed).count();
    let _ = writeln!(
        text,
        "<p class=\"counts\">Of {} the record confirms <b>{confirmed}</b> (a judgement, where it bears out the facts);{},{} and{}.</p>",
        counted(texts.claims.len(), "claim"),
        of(Verdict::Imprecise, "imprecise (right in substance, not in a date, a scope or a word)"),
        of(Verdict::Unsupported, "unsupported (nothing on record bears it out or disproves it)"),
        of(Verdict::Wrong, "wrong"),
    );
    let mut sections: Vec<(&str, &str)> =
        texts.sections.iter().map(|section| (section.id.as_str(), section.title.as_str())).collect();
    for claim in &texts.claims {
        if !sections.iter().any(|(id, _)| *id == claim.section) {
            sections.push((&claim.section, if claim.section.is_empty() { "Further claims" } else { &claim.section }));
        }
    }
    for (id, title) in sections {
        let claims: Vec<&Claim> = texts.claims.iter().filter(|claim| claim.section == id).collect();
        if claims.is_empty() {
            continue;
        }
        let _ = writeln!(text, "<section class=\"part\" data-section=\"{}\">\n<h2>{}</h2>", escape(id), escape(title));
        for claim in claims {
            one(dataset, texts, claim, &mut text);
        }
        text.push_str("</section>\n");
    }
    text
}

fn one(dataset: &Dataset, texts: &Texts, claim: &Claim, text: &mut String) {
    let (number, verdict) = (escape(&claim.number), verdict_word(claim.verdict));
    let _ = writeln!(
        text,
        "<article class=\"claim\" id=\"claim-{number}\" data-verdict=\"{verdict}\" data-section=\"{}\">\n\
         <div><p class=\"head\"><a class=\"number\" href=\"#claim-{number}\">{number}</a> <span class=\"verdict {verdict}\">{verdict}</span></p>\n\
         <h3>{}</h3></div>\n<div>",
        escape(&claim.section),
        escape(&claim.claim),
    );
    if !claim.record.is_empty() {
        let _ = writeln!(text, "<p><b>The record:</b> {}</p>", escape(&claim.record));
    }
    let carriers: Vec<String> = claim
        .events
        .iter()
        .map(|id| format!("{} ({})", links::event(dataset, *id), dataset.event(*id).date.year()))
        .chain(claim.ties.iter().map(|id| links::tie(dataset, *id)))
        .collect();
    if !carriers.is_empty() {
        let _ = writeln!(text, "<p class=\"carried\">In the picture: {}</p>", carriers.join("; "));
    }
    let steps: Vec<String> = texts
        .chapters
        .iter()
        .filter(|chapter| chapter.claims.contains(&claim.number))
        .map(|chapter| format!("<a href=\"story.html#{}\">{}</a>", escape(&chapter.id), escape(&chapter.title)))
        .collect();
    if !steps.is_empty() {
        let _ = writeln!(text, "<p class=\"carried\">In the story: {}</p>", steps.join("; "));
    }
    let mut cited: Vec<SourceId> = claim.sources.clone();
    for id in &claim.events {
        cited.extend(&texts.events[id.index()].sources);
    }
    for id in &claim.ties {
        cited.extend(&texts.ties[id.index()].sources);
    }
    text.push_str(&links::sources(dataset, &cited));
    text.push_str("\n</div>\n</article>\n");
}
