//! Every sentence and every row that a reader reads, each in one wording; without colours and coordinates.
//!
//! What a dataset does not say is left out: no counts of relations without acts, nothing of a rival or
//! a reviewed work where it names none.

use crate::data::Dataset;

mod act;
mod card;
mod citation;
mod counts;
mod date;
mod difference;
mod doubt;
mod figures;
#[cfg(any(feature = "workbench", test))]
mod json;
mod legend;
mod message;
#[cfg_attr(not(target_arch = "wasm32"), deny(dead_code))]
#[cfg_attr(target_arch = "wasm32", allow(dead_code, reason = "some messages are for native pages and the workbench"))]
#[allow(clippy::pedantic, reason = "the build writes it")]
mod messages;
mod outline;
mod picture;
mod row;
mod search;
mod standing;
mod strength;
mod table;
mod tally;
mod timeline;
mod tip;
mod year;

pub use card::{Card, card};
pub use citation::{Citation, citation};
pub use counts::{count_pieces, counts, outside};
pub use date::end_of;
pub use date::{date_words, in_step, short_step_name, span_words, step_name, step_names};
pub use difference::{Differences, difference_words};
pub use doubt::doubt;
pub use figures::{Measure, Series, measures, percent, thousands};
#[cfg(feature = "workbench")]
pub use json::json;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
pub use legend::how_to_see;
pub use legend::{absence, how_to_read, signs};
pub use messages::language_of;
#[cfg(not(target_arch = "wasm32"))]
pub use messages::{TABLES, language};
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
pub use messages::{
    site_covers, site_data, site_judgement, site_last_table, site_network, site_next, site_no_script,
    site_other_network, site_own_network, site_own_network_link, site_page, site_pages, site_picture, site_play,
    site_poster_at_end, site_poster_states, site_previous, site_record_ends, site_rests_on, site_said_and_shown,
    site_section, site_skip, site_skip_changes, site_skip_compare, site_skip_date, site_skip_search, site_skip_story,
    site_skip_table, site_skip_to, site_sources, site_step_of, site_steps, site_story, site_story_lede, site_tale,
    site_tale_claims, site_tale_claims_link, site_tale_story, site_tale_story_link, site_texts_in, site_the,
    site_title, site_values, site_verdict,
};
pub use outline::{Outline, full_title, outline};
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
pub use picture::{alt_text, shortened, timeline_description};
pub use picture::{description, picture_title};
pub use row::{Name, Row, Section, SourceRow, source_row};
pub use search::{Search, search_words};
pub use standing::{absent, focus_name, in_focus, sentence, span, stance_name, standing};
pub use table::{Table, table};
pub use timeline::{curves_head, key_to_timeline, place_name, timeline_row};
pub use tip::{Tip, Topic, tip};
pub use year::{Now, Year, change_line, headline, now, value_text, year, year_wanted};

/// A text that begins with a capital letter, if its first letter is one of the Latin alphabet without accent.
pub fn capitalised(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// A text that ends with one full stop; an empty one stays empty.
pub fn sentence_of(dataset: &Dataset, text: &str) -> String {
    let text = text.trim_end_matches('.');
    if text.is_empty() { String::new() } else { messages::full_stop(dataset, text) }
}

/// A list of what a language puts between two of it, longer by one.
fn list(dataset: &Dataset, all: &mut String, next: &str) {
    *all = if all.is_empty() { next.to_owned() } else { messages::list_next(dataset, all, next) };
}

/// A number of things: `1 actor`, `46 actors`.
pub fn counted(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}
