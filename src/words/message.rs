//! Messages filled with what they tell. `build/messages/encode.rs` describes how a message is written.

use core::str::Bytes;

use crate::data::Dataset;
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
const CHOICE: u8 = 0xe;
/// A choice by the end of a variable.
const BY_END: u8 = 0xf;
/// The end of the last case of a choice.
const END: u8 = 0x12;
/// Stands on either side of a number that is to be told apart.
pub(super) const MARK: char = '\u{7f}';

/// A message without variables.
#[derive(Clone, Copy)]
pub(super) struct Fixed(pub(super) &'static str);

impl Fixed {
    /// The message in the language in which the dataset is read.
    pub(super) fn of(self, dataset: &Dataset) -> &'static str {
        dataset.language().message(self.0)
    }
}

/// A message in the language in which the dataset is read, filled.
#[inline(never)]
pub(super) fn say(dataset: &Dataset, message: &'static str, values: &[Value<'_>]) -> String {
    said(dataset.language(), message, values)
}

fn said(language: Language, message: &'static str, values: &[Value<'_>]) -> String {
    let mut writer = Writer { language, values, letters: language.message(message).bytes(), text: Vec::new() };
    writer.write();
    // Messages and values are text, and no character is taken apart.
    core::str::from_utf8(&writer.text).unwrap_or_default().to_owned()
}

/// Writes a message.
struct Writer<'a> {
    language: Language,
    values: &'a [Value<'a>],
    /// What is to be written.
    letters: Bytes<'a>,
    text: Vec<u8>,
}

impl<'a> Writer<'a> {
    /// Writes up to the end of the message, or that of a key, a case or a choice, which it returns.
    fn write(&mut self) -> u8 {
        while let Some(letter) = self.letters.next() {
            match letter {
                b' '.. => self.text.push(letter),
                1..=8 => match self.value(letter) {
                    Value::Text(part) => self.text.extend_from_slice(part.as_bytes()),
                    Value::Number(number) => {
                        if number < 0 {
                            self.text.push(b'-');
                        }
                        self.digits(number.unsigned_abs());
                    }
                },
                CHOICE | BY_END => self.choose(letter),
                _ => return letter,
            }
        }
        END
    }

    fn digits(&mut self, number: u32) {
        if number > 9 {
            self.digits(number / 10);
        }
        self.text.push(b'0' + (number % 10) as u8);
    }

    /// Writes one of the cases of a choice: each is written, and taken back unless it is the one.
    fn choose(&mut self, choice: u8) {
        let variable = self.letters.next().unwrap_or_default();
        let value = self.value(variable);
        let mut is_chosen = false;
        loop {
            let start = self.text.len();
            if self.write() == END {
                return;
            }
            let key = self.text.get(start..).unwrap_or_default();
            let is_it = !is_chosen && self.is_key(value, choice, key);
            self.text.truncate(start);
            self.write();
            if is_it {
                is_chosen = true;
            } else {
                self.text.truncate(start);
            }
        }
    }

    /// The value of a variable.
    fn value(&self, variable: u8) -> Value<'a> {
        self.values.get(usize::from(variable).wrapping_sub(1)).copied().unwrap_or(Value::Text(""))
    }

    /// Whether a case with that key is taken for a value.
    fn is_key(&self, value: Value<'_>, choice: u8, key: &[u8]) -> bool {
        key == b"*"
            || match value {
                Value::Text(text) if choice == BY_END => key == [end(text)],
                Value::Text(text) => key == text.as_bytes(),
                Value::Number(number) => {
                    let first = key.first().copied().unwrap_or_default();
                    first == self.language.plural(number) || i32::from(first) - i32::from(b'0') == number
                }
            }
    }
}

/// What a text ends in, if its last letter is one of the Korean alphabet, which decides on the form of the particle after
/// it: `v` for a vowel, `c` for a consonant.
fn end(text: &str) -> u8 {
    match text.chars().next_back().map_or(0, u32::from).wrapping_sub(0xac00) {
        11_172.. => 0,
        syllable if syllable % 28 == 0 => b'v',
        _ => b'c',
    }
}

/// A text in pieces, other text and marked numbers by turns, beginning with other text.
///
/// Not `split` of std, which is a kilobyte of the page.
pub(super) fn pieces(text: &str) -> Vec<String> {
    let (mut pieces, mut piece) = (Vec::new(), String::new());
    for letter in text.chars() {
        if letter == MARK {
            pieces.push(core::mem::take(&mut piece));
        } else {
            piece.push(letter);
        }
    }
    pieces.push(piece);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(message: &'static str, values: &[Value<'_>]) -> String {
        super::said(Language::ENGLISH, message, values)
    }

    #[test]
    fn variables_stand_in_their_places() {
        assert_eq!(said("  \u{2}, \u{1}.", &[Value::Text("a"), Value::Number(-12)]), "-12, a.");
        // A value is text, whatever letters it has.
        assert_eq!(said("  \u{1}", &[Value::Text("\u{1}\u{e}")]), "\u{1}\u{e}");
        // A message of another program could name a variable that is not there.
        assert_eq!(said("  <\u{8}>", &[]), "<>");
    }

    #[test]
    fn the_first_case_that_fits_is_taken_alone() {
        let message = "  [\u{e}\u{1}1\u{10}one\u{11}<\u{10}twelve\u{11}*\u{10}\u{1} of \u{e}\u{2}\u{10}none\u{11}x\u{10}X\u{11}*\u{10}?\u{11}\u{12}\u{11}\u{12}]";
        let said = |number, text| said(message, &[Value::Number(number), Value::Text(text)]);
        assert_eq!([said(1, "x"), said(12, "x"), said(-1, "x")], ["[one]", "[twelve]", "[-1 of X]"]);
        assert_eq!([said(2, ""), said(2, "*"), said(61, "xx")], ["[2 of none]", "[2 of ?]", "[61 of ?]"]);
    }

    #[test]
    fn arabic_counts_by_few_and_many() {
        let table = "ar \n\u{e}\u{1}0\u{10}0\u{11}f\u{10}f\u{11}m\u{10}m\u{11}*\u{10}o\u{11}\u{12}";
        let arabic = Language::of_table(table, "").expect("a table");
        let said =
            [0, 1, 3, 10, 11, 99, 100, 102, 103, 111].map(|number| super::said(arabic, "  ", &[Value::Number(number)]));
        assert_eq!(said, ["0", "o", "f", "f", "m", "m", "o", "o", "f", "m"]);
    }

    #[test]
    fn a_particle_follows_the_end_of_a_name() {
        let message = "  \u{1}\u{f}\u{1}c\u{10}과\u{11}v\u{10}와\u{11}*\u{10}와(과)\u{11}\u{12}";
        let said = ["북한", "러시아", "NATO", ""].map(|name| said(message, &[Value::Text(name)]));
        assert_eq!(said, ["북한과", "러시아와", "NATO와(과)", "와(과)"]);
    }

    #[test]
    fn pieces_are_text_and_marked_numbers_by_turns() {
        assert_eq!(pieces("\u{7f}46\u{7f} states, \u{7f}7\u{7f} with"), ["", "46", " states, ", "7", " with"]);
        assert_eq!(pieces("none"), ["none"]);
    }
}
