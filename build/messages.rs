//! Message files, read and checked when the program is built: `messages/LANGUAGE/*.ftl`, in a subset of Fluent's syntax.
//!
//! English is the source: its messages say which variables there are. Every other language has the same messages in the
//! files of the same names. Whatever is wrong stops the build, with the language, the file and the message.

mod check;
mod encode;
mod generate;
mod parse;

use std::collections::BTreeMap;
use std::path::Path;

pub use encode::{encoded, fingerprint};
pub use generate::{javascript, rust, table};

/// The languages, English first, each with the plural categories that the Unicode CLDR gives it for whole numbers.
///
/// Italian has `many` too, for multiples of a million alone; nothing here is counted so far.
pub const LANGUAGES: [(&str, &[&str]); 4] = [
    ("en", &["one", "other"]),
    ("it", &["one", "other"]),
    ("ko", &["other"]),
    ("ar", &["zero", "one", "two", "few", "many", "other"]),
];

/// A part of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Text as it stands.
    Text(String),
    /// What stands for a variable.
    Variable(String),
    /// One of several parts, by the value of a variable; the last is taken where no other is.
    Select { variable: String, by: By, cases: Vec<(Key, Vec<Node>)> },
}

/// What of a variable chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// A text as it is.
    Text,
    /// A number as it is, or its plural category.
    Number,
    /// Whether a text ends in a consonant or in a vowel, as far as its last letter is one of the Korean alphabet.
    Final,
}

/// When a case is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// The text, the category or the number is that; the empty text is spelt `none`.
    Is(String),
    /// None of the others, by whatever name.
    Default(String),
}

/// A message of one language.
#[derive(Clone, Debug)]
pub struct Message {
    /// The file's name, without its folder.
    pub file: String,
    /// What stands before it as a comment.
    pub comment: String,
    /// Its parts.
    pub nodes: Vec<Node>,
    /// Variables that its text says are numbers, because it counts by them or marks them.
    pub numbers: Vec<String>,
}

/// The messages of one language, by their names.
pub type Messages = BTreeMap<String, Message>;

/// A message as the program asks for it.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The file in which English has it.
    pub file: String,
    /// Its name.
    pub name: String,
    /// Its variables, in the order in which English first names them, and whether each is a number.
    pub variables: Vec<(String, bool)>,
}

/// The messages of all languages, checked.
#[derive(Debug)]
pub struct Catalogue {
    /// In the order of [`LANGUAGES`].
    pub languages: Vec<Messages>,
    /// What the program can ask for, by name; a message's place here is its number.
    pub asked: Vec<Asked>,
    /// The same for the scripts, by file and name: the messages of files whose names begin with `page`.
    pub page: Vec<Asked>,
}

/// Whether the messages of a file are those of scripts.
fn is_of_page(file: &str) -> bool {
    file.starts_with("page")
}

/// Reads and checks the messages below a folder with a folder for each language.
///
/// # Errors
/// Everything that is wrong, a line each.
pub fn read(folder: &Path) -> Result<Catalogue, String> {
    let mut problems = Vec::new();
    let mut languages = Vec::new();
    for (language, _) in LANGUAGES {
        languages.push(parse::language(&folder.join(language), language, &mut problems)?);
    }
    let all = check::check(&languages, &mut problems);
    let (mut page, mut asked): (Vec<Asked>, Vec<Asked>) = all.into_iter().partition(|one| is_of_page(&one.file));
    page.sort_by(|one, other| one.file.cmp(&other.file));
    // Last, so that the view's numbers are close together, and stay where the pages say more.
    asked.sort_by_key(|one| one.file == generate::SITE);
    if problems.is_empty() { Ok(Catalogue { languages, asked, page }) } else { Err(problems.join("\n")) }
}

/// How a problem is told.
fn problem(language: &str, file: &str, message: &str, what: &str) -> String {
    format!("messages/{language}/{file}: message `{message}`: {what}")
}

/// Every variable of some parts, in order, with how it chooses where it does.
fn uses(nodes: &[Node], found: &mut Vec<(String, Option<By>)>) {
    for node in nodes {
        match node {
            Node::Text(_) => {}
            Node::Variable(name) => found.push((name.clone(), None)),
            Node::Select { variable, by, cases } => {
                found.push((variable.clone(), Some(*by)));
                for (_, nodes) in cases {
                    uses(nodes, found);
                }
            }
        }
    }
}
