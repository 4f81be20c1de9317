//! The rules that every dataset keeps, one function each.
//!
//! Validation applies them to tables and adds where the mistake stands and what to do;
//! unpacking applies the same functions and says only which rule is broken.

use core::fmt;
use core::ops::RangeInclusive;

use super::{ActorId, limits};
use crate::time::{Date, Spell};

/// Why a pack cannot be opened, or texts cannot be attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnpackError {
    /// The bytes are no pack of this version.
    Form,
    /// A reference points nowhere: what it should point at.
    Reference(&'static str),
    /// A rule that tables must keep is broken.
    Rule(Rule),
}

/// A rule that tables must keep, as far as the types do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// No table and no list is longer than its limit.
    Length,
    /// A text has no hidden characters, and is neither empty where it is needed nor too long.
    Text,
    /// A number lies in its range.
    Number,
    /// The first year is not after the last, and the span has at most `LONGEST_SPAN` years.
    Span,
    /// A code names one actor and holds no character that separates codes; a name of a stance names one stance.
    Code,
    /// The ego and its rival, and the two of a tie, an act or a figure, are not the same.
    Pair,
    /// Whatever has an end ends after it begins.
    Interval,
    /// At any time a dyad has one stance at most, unless the dataset says how several count together.
    Overlap,
    /// Another stance of a tie differs from its own, and has a reason.
    Alternative,
    /// A later reason of a spell belongs to a year after its first.
    Reason,
    /// No actor succeeds itself, however many lie between.
    Ring,
    /// Events and years are in the order of time, each year once; later reasons in that of their ties and years.
    Order,
    /// An address is on the web.
    Address,
}

impl fmt::Display for UnpackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self {
            Self::Form => {
                return f.write_str("this is no dataset packed by this version of Détente; pack it again");
            }
            Self::Reference(what) => {
                f.write_str("the packed dataset refers to ")?;
                f.write_str(what)?;
                return f.write_str(" that it does not hold");
            }
            Self::Rule(rule) => match rule {
                Rule::Length => "a table or list that is too long",
                Rule::Text => "a text that is empty, too long or has hidden characters",
                Rule::Number => "a number out of range",
                Rule::Span => "a span of years that is no span",
                Rule::Code => "a code or name that is malformed or given twice",
                Rule::Pair => "an actor paired with itself",
                Rule::Interval => "an end that is not after its beginning",
                Rule::Overlap => "two stances of one dyad at once",
                Rule::Alternative => "another stance that is the same or has no reason",
                Rule::Reason => "a reason outside of its spell",
                Rule::Ring => "actors that succeed one another in a ring",
                Rule::Order => "events, years or reasons out of order",
                Rule::Address => "an address that is not on the web",
            },
        };
        f.write_str("the packed dataset holds ")?;
        f.write_str(what)
    }
}

impl std::error::Error for UnpackError {}

/// The most years from the first to the last.
pub(super) const LONGEST_SPAN: i16 = 2000;
/// How many rungs a ladder has.
pub(super) const RUNGS: RangeInclusive<usize> = 2..=9;
/// The years that a table may name.
pub(super) const YEARS: RangeInclusive<i16> = -9999..=9999;
/// Degrees east.
pub(super) const LONGITUDE: RangeInclusive<f64> = -180.0..=180.0;
/// Degrees clockwise from the top.
pub(super) const BEARING: RangeInclusive<f64> = 0.0..=360.0;
/// From one side of the unit square to the other.
pub(super) const SHARE: RangeInclusive<f64> = 0.0..=1.0;
/// What an event may do to a dyad, from much colder to much warmer.
pub(super) const CHANGE: RangeInclusive<i8> = -2..=2;
/// What separates codes: a hyphen joins two actors, an at sign makes the name of a tie, a colon an effect.
pub(super) const SEPARATORS: &str = "-@:";

/// Whether a slider can run from `first` to `last`.
pub(super) fn is_span(first: i16, last: i16) -> bool {
    YEARS.contains(&first) && YEARS.contains(&last) && first <= last && last - first <= LONGEST_SPAN
}

/// Whether `to`, the first day on which something no longer held, is after `from`. Either may be open.
pub(super) fn is_interval(from: Option<Date>, to: Option<Date>) -> bool {
    from.zip(to).is_none_or(|(from, to)| from.instant() < to.instant())
}

/// Whether a year comes after the one in which a spell begins, and begins before the spell ends.
pub(super) fn is_later_within(spell: Spell, year: i16) -> bool {
    year > spell.from.step() && spell.to.is_none_or(|to| f64::from(year) < to.instant())
}

/// The first name that one before it has too, whatever the case of its letters.
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
pub(super) fn twice(names: &[&str]) -> Option<usize> {
    (1..names.len()).find(|at| names[..*at].iter().any(|name| name.eq_ignore_ascii_case(names[*at])))
}

/// The first hidden character of a text other than a line break, and how many characters stand before it.
///
/// Hidden are control characters, the controls of bidirectional text, and what has no width.
pub(super) fn hidden(text: &str) -> Option<(usize, char)> {
    text.chars().enumerate().find(|(_, letter)| is_hidden(*letter) && !matches!(letter, '\n' | '\r'))
}

/// Whether a character cannot be seen, turns the direction of reading, or is none: XML, and so SVG, cannot hold
/// U+FFFE and U+FFFF.
pub(super) fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || u32::from(letter) & 0xfffe == 0xfffe
        || matches!(
            letter,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}'
                | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
                | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
        )
}

/// How many characters a text has, if they are more than `limit`.
pub(super) fn longer_than(limit: usize, text: &str) -> Option<usize> {
    // As many bytes are at most as many characters, of which each has one byte that continues no other.
    let count = || text.bytes().filter(|byte| byte & 0xc0 != 0x80).count();
    (text.len() > limit).then(count).filter(|length| *length > limit)
}

/// Whether a value of a pack or of a column of texts may stand: visible, and no longer than any text.
pub(super) fn is_text(text: &str) -> bool {
    hidden(text).is_none() && longer_than(limits::TEXT, text).is_none()
}

/// The first character of an id that separates ids: a blank, or one of `separators`.
pub(super) fn separator(id: &str, separators: &str) -> Option<char> {
    id.chars().find(|letter| letter.is_whitespace() || separators.chars().any(|other| other == *letter))
}

/// Whether a text is an address on the web: `http` or `https`, a host with a dot, and no blank, quote or control character.
pub fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    host.is_some_and(|host| host.bytes().any(|byte| byte == b'.') && !host.contains(['@', '\\']))
        && !text
            .contains(|l: char| l.is_whitespace() || l.is_control() || "\"<>\\^`{|}".chars().any(|other| other == l))
}

/// Where following successors leads back, as indices: the actor, and which of its successors was passed on the way to it.
pub(super) fn rings(successors: &[&[ActorId]]) -> Vec<(usize, usize)> {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        No,
        OnTheWay,
        Done,
    }
    let mut found = Vec::new();
    let mut seen = vec![Seen::No; successors.len()];
    for start in 0..successors.len() {
        // The way from `start`: each actor with how many of its successors were followed.
        let mut way = vec![(start, 0)];
        while let Some((at, followed)) = way.pop() {
            if seen[at] == Seen::Done {
                continue;
            }
            seen[at] = Seen::OnTheWay;
            let Some(next) = successors[at].get(followed).map(|next| next.index()) else {
                seen[at] = Seen::Done;
                continue;
            };
            way.push((at, followed + 1));
            match seen.get(next) {
                Some(Seen::No) => way.push((next, 0)),
                Some(Seen::OnTheWay) => found.push((at, next)),
                _ => {}
            }
        }
    }
    found
}
