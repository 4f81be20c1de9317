//! The picture in words for those who cannot see it: plain sentences, also about whoever is in focus.

use core::fmt::Write as _;

use crate::data::{Confidence, Dataset, Stance};
use crate::layout::EgoLayout;
use crate::moment::{Basis, Moment};

use super::{Focus, description, stance_name};

/// How whoever is in focus stands at a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct FocusWords {
    /// Who: `South Korea`, or `China and Soviet Union`.
    pub who: String,
    /// How: `hostile`, `formal relations`, `no relations`.
    pub how: String,
    /// The stance, if there is one.
    pub stance: Option<Stance>,
    /// Since when, as a date in words; empty without a tie.
    pub since: String,
    /// Why, in a sentence; empty when the texts do not say.
    pub why: String,
    /// Whether the record is doubtful.
    pub doubtful: bool,
}

/// How whoever is in focus stands at the moment; `None` for nobody. A place is named by whoever holds it then.
pub fn focus_words(dataset: &Dataset, layout: &EgoLayout, moment: &Moment, focus: Focus) -> Option<FocusWords> {
    let playhead = moment.playhead();
    let holder = |actor| layout.of(actor).and_then(|place| layout.slot(place).holder(dataset, playhead));
    let name = |actor| dataset.actor(actor).short_name.as_str();
    let why = |tie: usize| dataset.texts().and_then(|texts| texts.ties.get(tie)).map_or("", |text| &text.why);
    let words = |who: String, how: &str| FocusWords {
        who,
        how: how.to_owned(),
        stance: None,
        since: String::new(),
        why: String::new(),
        doubtful: false,
    };
    match focus {
        Focus::Nobody => None,
        Focus::Actor(asked) => {
            let Some(actor) = holder(asked).or_else(|| dataset.actor(asked).exists(playhead).then_some(asked)) else {
                let later = dataset.actor(asked).from.is_some_and(|from| from.instant() >= playhead.instant());
                let how = if later { "does not exist yet" } else { "no longer exists" };
                return Some(words(name(asked).to_owned(), how));
            };
            let who = name(actor).to_owned();
            let Some(standing) = moment.standing(actor) else { return Some(words(who, "no relations")) };
            let (how, why) = match standing.basis {
                Basis::Tie(tie) => (stance_name(dataset, standing.stance), why(tie.index())),
                Basis::Act(_) => ("formal relations", ""),
            };
            Some(FocusWords {
                stance: Some(standing.stance),
                since: standing.since.in_words(),
                why: why.to_owned(),
                doubtful: standing.confidence == Confidence::Low,
                ..words(who, how)
            })
        }
        Focus::Tie(dyad) => {
            let ends = dyad.both().map(|end| holder(end).unwrap_or(end));
            let who = format!("{} and {}", name(ends[0]), name(ends[1]));
            let ties = moment.ties_among_others(dataset);
            let found = ties.into_iter().find(|(other, _)| ends.iter().all(|end| other.other(*end).is_some()));
            let Some((_, id)) = found else { return Some(words(who, "no tie on record")) };
            let tie = dataset.tie(id);
            Some(FocusWords {
                stance: Some(tie.stance),
                since: tie.spell.from.in_words(),
                why: why(id.index()).to_owned(),
                doubtful: tie.confidence == Confidence::Low,
                ..words(who, stance_name(dataset, tie.stance))
            })
        }
    }
}

/// What the picture shows, as alternative text: [`description`], and how whoever is in focus stands, since when and why.
pub fn alt_text(dataset: &Dataset, layout: &EgoLayout, moment: &Moment, focus: Focus) -> String {
    let mut text = description(dataset, moment);
    let Some(words) = focus_words(dataset, layout, moment, focus) else { return text };
    // Writing to a String cannot fail.
    let _ = write!(text, " In focus: {}, {}", words.who, words.how);
    if !words.since.is_empty() {
        let _ = write!(text, " since {}", words.since);
    }
    text.push('.');
    if !words.why.is_empty() {
        let _ = write!(text, " {}.", words.why.trim_end_matches('.'));
    }
    if words.doubtful {
        text.push_str(" The record is doubtful.");
    }
    text
}

/// As much of a text as `most` characters hold, to the end of a sentence where one ends, or else of a word.
pub fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut = text.char_indices().nth(most.saturating_sub(1)).map_or(text.len(), |(at, _)| at);
    let head = &text[..cut];
    match head.rfind(". ") {
        Some(end) => head[..=end].to_owned(),
        None => format!("{}…", head.rsplit_once(' ').map_or(head, |(words, _)| words)),
    }
}
