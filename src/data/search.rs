//! Finding years, actors and events by words, whatever their case and accents.

use core::ops::Range;

use crate::time::{Calendar, Playhead};

use super::{Actor, ActorId, Dataset, Event, EventId, order};

/// Something that a search found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A year of the span.
    Year(i16),
    /// Someone who exists at the end of a year of the span, by a name or by the code.
    Actor(ActorId),
    /// Something that happened within the span, by its title, its summary or its year.
    Event(EventId),
}

/// How well a thing fits the query: the smaller, the better.
type Rank = u32;
/// The name is the query.
const EQUAL: Rank = 0;
/// The name begins with it.
const STARTS: Rank = 1;
/// Each of its words begins a word of the name.
const WORDS_START: Rank = 2;
/// The name holds each of its words.
const CONTAINS: Rank = 3;
/// Some of its words are elsewhere: in the full name, the summary, the year.
const ELSEWHERE: Rank = 4;

/// What fits every word of `query`, best first, `most` at the most.
///
/// Of those that fit equally well, years come before actors and these before events; a principal comes before
/// others, and an event that changed more before one that changed less. An empty query finds nothing.
/// Full names and summaries are searched once the long texts are there. `names` gives the names of a step.
pub fn search(dataset: &Dataset, query: &str, most: usize, names: &dyn Fn(i16) -> Vec<String>) -> Vec<Found> {
    let terms = Terms::new(query);
    if terms.words.is_empty() {
        return Vec::new();
    }
    let info = dataset.info();
    let mut all: Vec<(u32, Found)> = Vec::new();
    let mut add = |rank: Rank, kind: u32, second: u32, found: Found| {
        all.push(((rank << 16) | (kind << 12) | second, found));
    };
    for year in info.first_year..=info.last_year {
        if let Some(rank) = names(year).iter().filter_map(|name| terms.step(info.calendar, name)).min() {
            add(rank, 0, 0, Found::Year(year));
        }
    }
    let lives = |actor: &Actor| (info.first_year..=info.last_year).any(|year| actor.exists(Playhead::end_of(year)));
    for (id, actor) in dataset.actor_ids().zip(dataset.actors()) {
        // Full names tell of dates, but who types a number wants what happened then.
        let texts = dataset.texts().filter(|_| !terms.is_number());
        let full = texts.map_or("", |texts| &texts.names[id.index()]);
        let also = texts.and_then(|texts| texts.aliases.get(id.index())).map_or("", String::as_str);
        let also = format!("{also};{}", dataset.own_name(id));
        if let Some(rank) = terms.actor(actor, full, &also).filter(|_| lives(actor)) {
            add(rank, 1, actor.prominence as u32, Found::Actor(id));
        }
    }
    for (id, event) in dataset.event_ids().zip(dataset.events()) {
        let text = dataset.texts().map(|texts| &texts.events[id.index()]);
        let summary = text.map_or("", |text| &text.summary);
        if !(info.first_year..=info.last_year).contains(&event.date.step()) {
            continue;
        }
        if let Some(rank) = terms.event(event, summary) {
            // A title is a sentence: that it starts so counts among events, but not against the name of an actor.
            let (rank, late) = if rank == STARTS { (WORDS_START, 0) } else { (rank, 2048) };
            add(rank, 2, late + 2047 - event.weight().min(2047), Found::Event(id));
        }
    }
    let best = order(all.len(), &|a, b| all[a].0.cmp(&all[b].0));
    best.into_iter().take(most).map(|index| all[index].1).collect()
}

/// Where the words of `query` stand in `text`, as ranges of bytes, in order and apart from one another.
pub fn occurrences(text: &str, query: &str) -> Vec<Range<usize>> {
    let mut folded = String::new();
    // For each byte of the folded text, where the letter that it comes from begins.
    let mut origins = Vec::new();
    fold_each(text, &mut |letter, at| {
        folded.push(letter);
        origins.resize(folded.len(), at);
    });
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for word in Terms::new(query).words {
        let Some(start) = place(&folded, &word) else { continue };
        let last = origins[start + word.len() - 1];
        let letter = text.get(last..).unwrap_or_default().chars().next().map_or(0, char::len_utf8);
        // What follows a letter and was folded away, such as a combining accent, belongs to it.
        let next = origins.get(start + word.len()).copied().filter(|next| *next > last);
        ranges.push(origins[start]..next.unwrap_or(last + letter));
    }
    let mut apart: Vec<Range<usize>> = Vec::new();
    for index in order(ranges.len(), &|a, b| ranges[a].start.cmp(&ranges[b].start)) {
        let range = ranges[index].clone();
        match apart.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

/// `text` without case, accents and punctuation, its words apart by one blank.
///
/// ```
/// assert_eq!(detente::data::fold("  Côte d’Ivoire: Straße–"), "cote d'ivoire strasse");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_each(text, &mut |letter, _| folded.push(letter));
    folded
}

/// The words of a query, folded.
struct Terms {
    words: Vec<String>,
    phrase: String,
}

impl Terms {
    fn new(query: &str) -> Self {
        let words: Vec<String> = fold(query)
            .split(' ')
            .map(|word| word.trim_matches('\'').to_owned())
            .filter(|word| !word.is_empty())
            .collect();
        Self { phrase: super::joined(&words, " "), words }
    }

    fn is_number(&self) -> bool {
        self.phrase.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ')
    }

    fn step(&self, calendar: Calendar, name: &str) -> Option<Rank> {
        /// A query of fewer letters would find most of a year.
        const FEWEST: usize = 3;
        if !calendar.counts_years() {
            return self.name(&fold(name)).filter(|_| self.phrase.len() >= FEWEST);
        }
        match name.strip_prefix(&self.phrase)? {
            "" => Some(EQUAL),
            // Fewer digits would be a century.
            rest if rest.len() == 1 => Some(STARTS),
            _ => None,
        }
    }

    fn actor(&self, actor: &Actor, full: &str, also: &str) -> Option<Rank> {
        let (short, full, code) = (fold(&actor.short_name), fold(full), fold(&actor.code));
        let alias = also.split(';').filter_map(|alias| self.name(&fold(alias))).min();
        if code == self.phrase || alias == Some(EQUAL) {
            return Some(EQUAL);
        }
        // The short name is the one that is read, so that part of it counts for more.
        let formal = self.name(&full).map_or(ELSEWHERE, |rank| if rank == EQUAL { EQUAL } else { rank + 1 });
        let best = self.name(&short).unwrap_or(ELSEWHERE).min(formal);
        let fits = self.all(&|word| within(&short, word) || within(&full, word) || code == word);
        if fits { Some(best) } else { alias.filter(|rank| *rank < CONTAINS).map(|rank| rank + 1) }
    }

    fn event(&self, event: &Event, summary: &str) -> Option<Rank> {
        let title = fold(&event.title);
        let is_year = |word: &str| word.parse() == Ok(event.date.year());
        self.name(&title).or_else(|| {
            let summary = fold(summary);
            let fits = self.all(&|word| within(&title, word) || within(&summary, word) || is_year(word));
            fits.then_some(ELSEWHERE)
        })
    }

    fn name(&self, name: &str) -> Option<Rank> {
        if let Some(rest) = name.strip_prefix(self.phrase.as_str()) {
            Some(if rest.is_empty() { EQUAL } else { STARTS })
        } else if self.all(&|word| word_start(name, word).is_some()) {
            Some(WORDS_START)
        } else {
            self.all(&|word| within(name, word)).then_some(CONTAINS)
        }
    }

    fn all(&self, fits: &dyn Fn(&str) -> bool) -> bool {
        self.words.iter().all(|word| fits(word))
    }
}

/// Where `word` is best seen in a folded text: at the start of a word, or else anywhere.
fn place(folded: &str, word: &str) -> Option<usize> {
    word_start(folded, word).or_else(|| find(folded, word, &|_| true))
}

fn word_start(folded: &str, word: &str) -> Option<usize> {
    let bytes = folded.as_bytes();
    find(folded, word, &|at| at == 0 || matches!(bytes[at - 1], b' ' | b'\''))
}

/// Whether a text has the word: a short one only where a word begins, for who types "uk" does not mean Sukarno.
fn within(folded: &str, word: &str) -> bool {
    if word.len() < 4 { word_start(folded, word).is_some() } else { find(folded, word, &|_| true).is_some() }
}

/// The first place of `word` that will do. Naive, because the texts are short and the searcher of `str` is large.
fn find(folded: &str, word: &str, will_do: &dyn Fn(usize) -> bool) -> Option<usize> {
    let windows = folded.as_bytes().windows(word.len().max(1));
    windows.enumerate().find(|(at, window)| *window == word.as_bytes() && will_do(*at)).map(|(at, _)| at)
}

/// What U+00C0 to U+017F become; a digit stands for an entry of [`PAIRS`], a blank for a gap.
const LATIN: &[u8; 192] = b"aaaaaa0ceeeeiiiidnooooo ouuuuy12aaaaaa0ceeeeiiiidnooooo ouuuuy1y\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii33jjkkkllllllllllnnnnnnnnnoooooo44rrrrrrsssssssstttttt\
    uuuuuuuuuuuuwwyyyzzzzzzs";
const PAIRS: [&str; 5] = ["ae", "th", "ss", "ij", "oe"];

/// Gives each letter of the folded text, with where in `text` it comes from.
///
/// By hand and for Latin letters only: tables for every script would outweigh the rest of the search.
fn fold_each(text: &str, put: &mut dyn FnMut(char, usize)) {
    let (mut begun, mut gap) = (false, None);
    for (at, letter) in text.char_indices() {
        let mut buffer = [0; 4];
        let folded: &str = match letter {
            'A'..='Z' | 'a'..='z' | '0'..='9' => letter.to_ascii_lowercase().encode_utf8(&mut buffer),
            '\'' | '`' | '\u{b4}' | '\u{2bc}' | '\u{2018}'..='\u{201b}' => "'",
            // A soft hyphen, combining accents, marks without width.
            '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{feff}' => continue,
            '\u{c0}'..='\u{17f}' => match LATIN[letter as usize - 0xc0] {
                b' ' => "",
                digit @ b'0'..=b'4' => PAIRS[usize::from(digit - b'0')],
                plain => char::from(plain).encode_utf8(&mut buffer),
            },
            '\0'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{3003}' => "",
            _ => letter.encode_utf8(&mut buffer),
        };
        if folded.is_empty() {
            gap = begun.then_some(at);
            continue;
        }
        if let Some(gap) = gap.take() {
            put(' ', gap);
        }
        begun = true;
        for letter in folded.chars() {
            put(letter, at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_punctuation_do_not_count() {
        assert_eq!(fold("São Tomé & Príncipe"), "sao tome principe");
        assert_eq!(fold("Œuvre Ærø ĲSSEL ßþ Ŧſ"), "oeuvre aero ijssel ssth ts");
        assert_eq!(fold("Cafe\u{301} — “quoted” 4×4"), "cafe quoted 4 4");
        assert_eq!(fold("Łódź Žižkov İzmir"), "lodz zizkov izmir");
        assert_eq!(fold("조선 \u{202e}Корея"), "조선 Корея");
        assert_eq!(fold(" \n–…"), "");
    }

    #[test]
    fn what_was_found_is_seen_in_the_text() {
        let seen = |text: &str, query: &str| -> Vec<String> {
            occurrences(text, query).into_iter().map(|range| text[range].to_owned()).collect()
        };
        assert_eq!(seen("Côte d’Ivoire", "COTE d'iv"), ["Côte", "d’Iv"]);
        assert_eq!(seen("the other theme", "them"), ["them"]);
        assert_eq!(seen("breathe the air", "the"), ["the"], "a word's start is seen before its middle");
        assert_eq!(seen("Straße", "stras"), ["Straß"]);
        assert_eq!(seen("Cafe\u{301}s", "cafe"), ["Cafe\u{301}"]);
        assert_eq!(seen("Cafe\u{301}", "e"), ["e"], "the accent of the last letter stays outside");
        assert_eq!(seen("Soviet Union", "sov soviet uni"), ["Soviet", "Uni"]);
        assert_eq!(seen("Cuba", "nothing"), Vec::<String>::new());
        assert_eq!(occurrences("", "a"), Vec::<Range<usize>>::new());
    }
}
