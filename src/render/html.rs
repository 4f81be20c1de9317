//! What the page says without a script: the picture as a table, the story, the claims and the sources.
//!
//! Everything of the dataset is escaped; nothing of it becomes markup.

mod card;
mod claims;
mod links;
mod sources;
mod story;

pub use card::Card;
pub use claims::html_claims;
pub use sources::{Coverage, coverage, html_sources, malformed};
pub use story::html_story;

use core::fmt::Write as _;

use crate::data::Dataset;
use crate::moment::{Basis, Moment};
use crate::scene::stance_name;

use super::svg::escape;

/// Everyone who has a tie at the moment, warmest first: actor, stance, since, why.
///
/// Names and reasons are escaped; nothing of the dataset becomes markup.
pub fn html_table(dataset: &Dataset, moment: &Moment) -> String {
    let mut text = String::from("<table>\n<thead><tr>");
    for name in ["Actor", "Stance", "Since", "Why"] {
        let _ = write!(text, "<th scope=\"col\">{name}</th>");
    }
    text.push_str("</tr></thead>\n<tbody>\n");
    let alters = crate::data::sorted(moment.alters().collect(), &|a, b| {
        let rank = |id: crate::data::ActorId| (dataset.actor(id).prominence, &dataset.actor(id).short_name);
        b.1.stance.cmp(&a.1.stance).then_with(|| rank(a.0).cmp(&rank(b.0)))
    });
    for (id, standing) in alters {
        let why = match standing.basis {
            Basis::Tie(tie) => dataset.texts().and_then(|texts| texts.ties.get(tie.index())),
            Basis::Act(_) => None,
        };
        let _ = writeln!(
            text,
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>",
            escape(&dataset.actor(id).short_name),
            escape(stance_name(dataset, standing.stance)),
            escape(&standing.since.in_words()),
            why.map_or_else(|| "Relations on paper.".to_owned(), |text| escape(&text.why)),
        );
    }
    text.push_str("</tbody>\n</table>\n");
    text
}
