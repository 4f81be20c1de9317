//! Messages filled with what they tell. `build/messages/encode.rs` describes how a message is written.

use core::str::Chars;

use crate::language::Language;

/// What stands in a message for a variable.
#[derive(Clone, Copy, Debug)]
pub(super) enum Value<'a> {
    /// A text, of a dataset or of another message.
    Text(&'a str),
    /// A whole number, by which a message may count.
    Number(i32),
}

/// A choice by a variable.
const CHOICE: char = '\u{e}';
/// A choice by the end of a variable.
const BY_END: char = '\u{f}';
/// The end of the last case of a choice.
const END: char = '\u{12}';
/// Stands on either side of a number that is to be told apart.
pub(super) const MARK: char = '\u{7f}';

/// A message in a language, filled.
#[inline(never)]
pub(super) fn say(language: Language, message: &'static str, values: &[Value<'_>]) -> String {
    let mut text = String::new();
    fill(&mut text, &mut language.message(message).chars(), language, values);
    text
}

/// Writes a message up to its end, or that of a key, a case or a choice, which it returns.
fn fill(text: &mut String, letters: &mut Chars<'_>, language: Language, values: &[Value<'_>]) -> char {
    while let Some(letter) = letters.next() {
        match letter {
            ' '.. => text.push(letter),
            CHOICE | BY_END => {
                let value = value(values, letters.next());
                let mut is_chosen = false;
                loop {
                    // Every key and every case is written, and taken back unless it is the one.
                    let start = text.len();
                    if fill(text, letters, language, values) == END {
                        break;
                    }
                    let is_it = !is_chosen && is_key(language, value, letter, text.get(start..).unwrap_or_default());
                    text.truncate(start);
                    fill(text, letters, language, values);
                    if is_it {
                        is_chosen = true;
                    } else {
                        text.truncate(start);
                    }
                }
            }
            '\u{1}'..='\u{8}' => match value(values, Some(letter)) {
                Value::Text(part) => text.push_str(part),
                Value::Number(number) => text.push_str(&number.to_string()),
            },
            _ => return letter,
        }
    }
    END
}

/// The value of a variable.
fn value<'a>(values: &[Value<'a>], variable: Option<char>) -> Value<'a> {
    let place = (variable.unwrap_or_default() as usize).wrapping_sub(1);
    values.get(place).copied().unwrap_or(Value::Text(""))
}

/// Whether a case with that key is taken for a value.
fn is_key(language: Language, value: Value<'_>, choice: char, key: &str) -> bool {
    match value {
        _ if key == "*" => true,
        Value::Text(text) if choice == BY_END => text.chars().next_back().is_some_and(|last| key == end(last)),
        Value::Text(text) => key == text,
        Value::Number(number) => key.chars().next().is_some_and(|key| {
            key == language.plural(number) || u32::from(key).wrapping_sub('0'.into()) == number as u32
        }),
    }
}

/// What a letter of the Korean alphabet ends in, which decides on the form of the particle after it.
fn end(letter: char) -> &'static str {
    match u32::from(letter).wrapping_sub(0xac00) {
        11_172.. => "",
        syllable if syllable % 28 == 0 => "v",
        _ => "c",
    }
}

/// A text in pieces, other text and marked numbers by turns, beginning with other text.
pub(super) fn pieces(text: &str) -> Vec<String> {
    text.split(MARK).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(message: &'static str, values: &[Value<'_>]) -> String {
        say(Language::ENGLISH, message, values)
    }

    #[test]
    fn variables_stand_in_their_places() {
        assert_eq!(said(" \u{2}, \u{1}.", &[Value::Text("a"), Value::Number(-12)]), "-12, a.");
        // A value is text, whatever letters it has.
        assert_eq!(said(" \u{1}", &[Value::Text("\u{1}\u{e}")]), "\u{1}\u{e}");
        // A message of another program could name a variable that is not there.
        assert_eq!(said(" <\u{8}>", &[]), "<>");
    }

    #[test]
    fn the_first_case_that_fits_is_taken_alone() {
        let message = " [\u{e}\u{1}1\u{10}one\u{11}<\u{10}twelve\u{11}*\u{10}\u{1} of \u{e}\u{2}\u{10}none\u{11}x\u{10}X\u{11}*\u{10}?\u{11}\u{12}\u{11}\u{12}]";
        let said = |number, text| said(message, &[Value::Number(number), Value::Text(text)]);
        assert_eq!([said(1, "x"), said(12, "x"), said(-1, "x")], ["[one]", "[twelve]", "[-1 of X]"]);
        assert_eq!([said(2, ""), said(2, "*"), said(61, "xx")], ["[2 of none]", "[2 of ?]", "[61 of ?]"]);
    }

    #[test]
    fn arabic_counts_by_few_and_many() {
        let table = "ar \n\u{e}\u{1}0\u{10}0\u{11}f\u{10}f\u{11}m\u{10}m\u{11}*\u{10}o\u{11}\u{12}";
        let arabic = Language::of_table(table, "").expect("a table");
        let said = [0, 1, 3, 10, 11, 99, 100, 102, 103, 111].map(|number| say(arabic, " ", &[Value::Number(number)]));
        assert_eq!(said, ["0", "o", "f", "f", "m", "m", "o", "o", "f", "m"]);
    }

    #[test]
    fn a_particle_follows_the_end_of_a_name() {
        let message = " \u{1}\u{f}\u{1}c\u{10}과\u{11}v\u{10}와\u{11}*\u{10}와(과)\u{11}\u{12}";
        let said = ["북한", "러시아", "NATO", ""].map(|name| said(message, &[Value::Text(name)]));
        assert_eq!(said, ["북한과", "러시아와", "NATO와(과)", "와(과)"]);
    }

    #[test]
    fn pieces_are_text_and_marked_numbers_by_turns() {
        assert_eq!(pieces("\u{7f}46\u{7f} states, \u{7f}7\u{7f} with"), ["", "46", " states, ", "7", " with"]);
        assert_eq!(pieces("none"), ["none"]);
    }
}
