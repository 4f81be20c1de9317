//! Messages as the program reads them: text, with control characters for variables and choices.
//!
//! | character | means |
//! | --- | --- |
//! | U+0001 to U+0008 | the variable of that number |
//! | U+000E, U+000F and a variable | a choice by the variable, by the end of its text |
//! | U+0010 | the end of a case's key |
//! | U+0011 | the end of a case |
//! | U+0012 | the end of a choice |
//!
//! A key is a text; an exact number the character that many after `0`; of the plural categories `zero`, `one` and `two`
//! are those numbers, as they are in all our languages, `few` is `f` and `many` is `m`; what is taken otherwise is `*`.
//! `src/words/message.rs` reads it.

use super::{Asked, By, Catalogue, Key, Node};

/// A message has no more variables.
pub const MOST_VARIABLES: usize = 8;
/// The numbers that can be keys: the character after the last stands before the letters of categories.
const MOST_EXACT: u32 = 40;

/// The parts of a message in one text.
pub fn encoded(nodes: &[Node], asked: &Asked) -> String {
    let mut text = String::new();
    encode(nodes, asked, &mut text);
    text
}

fn encode(nodes: &[Node], asked: &Asked, text: &mut String) {
    let number = |name: &str| {
        let place = asked.variables.iter().position(|(other, _)| other == name).unwrap_or_default();
        char::from(1 + place as u8)
    };
    for node in nodes {
        match node {
            Node::Text(plain) => text.push_str(plain),
            Node::Variable(name) => text.push(number(name)),
            Node::Select { variable, by, cases } => {
                text.push(if *by == By::Final { '\u{f}' } else { '\u{e}' });
                text.push(number(variable));
                for (key, inner) in cases {
                    text.push_str(&spelt(key, *by));
                    text.push('\u{10}');
                    encode(inner, asked, text);
                    text.push('\u{11}');
                }
                text.push('\u{12}');
            }
        }
    }
}

fn spelt(key: &Key, by: By) -> String {
    match key {
        Key::Default(_) => "*".to_owned(),
        Key::Is(word) if by == By::Text && word == "none" => String::new(),
        Key::Is(word) if by == By::Text => word.clone(),
        Key::Is(word) => match word.as_str() {
            "zero" => "0".to_owned(),
            "one" => "1".to_owned(),
            "two" => "2".to_owned(),
            exact => match exact.parse::<u32>() {
                Ok(number) => char::from_u32(u32::from('0') + number.min(MOST_EXACT)).unwrap_or('0').to_string(),
                // `few`, `many`, or whether a text ends in a `consonant` or a `vowel`.
                Err(_) => word.chars().take(1).collect(),
            },
        },
    }
}

/// What tells whether a table was made for a program: a number of names, variables and their order.
pub fn fingerprint(catalogue: &Catalogue) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for one in catalogue.asked.iter().chain(&catalogue.page) {
        for text in [one.name.as_str()].into_iter().chain(one.variables.iter().map(|(name, _)| name.as_str())) {
            for byte in text.bytes().chain([0]) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
    }
    format!("{:08x}", hash >> 32)
}
