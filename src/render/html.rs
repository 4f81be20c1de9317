//! What the site says without a script: the picture as a table, the story, the claims, the sources, and whole pages.
//!
//! Everything of the dataset is escaped; nothing of it becomes markup.

mod claims;
mod figures;
mod languages;
mod links;
mod page;
mod share_page;
#[cfg(feature = "single-file")]
mod single;
mod sources;
mod stills;
mod story;
mod tale;

pub use claims::html_claims;
pub use languages::{html_in_language, html_index_name, html_indexes, html_stories, html_story_name};
pub use links::html_pages;
pub use page::html_page;
pub use share_page::SharePage;
#[cfg(feature = "single-file")]
pub use single::{html_single, texts_json, translations_json, whole_texts_json};
pub use sources::{Coverage, coverage, html_sources, malformed};
pub use story::html_story;

use core::fmt::Write as _;

use crate::data::Dataset;
use crate::moment::Moment;
use crate::words::table;

use crate::data::escape;

/// Everyone who has a tie at the moment, warmest first: actor, stance, since, why.
///
/// Names and reasons are escaped; nothing of the dataset becomes markup.
pub fn html_table(dataset: &Dataset, moment: &Moment) -> String {
    let table = table(dataset, moment);
    let mut text = format!("<table>\n<caption>{}</caption>\n<thead><tr>", escape(&table.caption));
    for name in table.columns {
        let _ = write!(text, "<th scope=\"col\">{name}</th>");
    }
    text.push_str("</tr></thead>\n<tbody>\n");
    for row in table.rows {
        let [title, how, when, why] = [&row.title, &row.how, &row.when, &row.text].map(|text| escape(text));
        let _ = writeln!(text, "<tr><th scope=\"row\">{title}</th><td>{how}</td><td>{when}</td><td>{why}</td></tr>");
    }
    text.push_str("</tbody>\n</table>\n");
    text
}
