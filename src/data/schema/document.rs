//! The schema in words: every table with its columns, and every limit, as Markdown for `docs/format.md`.

use core::fmt::Write as _;

use super::{Column, Kind, Need, SCHEMAS, Schema};
use crate::data::{Limit, limits};

/// Every table with what its columns hold.
pub fn tables_in_words(example: &dyn Fn(&str) -> String) -> String {
    let mut text = String::new();
    // Writing to a String cannot fail.
    for schema in SCHEMAS {
        let Schema { file, description, most_rows, key, .. } = schema;
        let key = if key.is_empty() { String::new() } else { format!(" No two rows have the same `{key}`.") };
        let _ = writeln!(text, "### {file}\n\n{description}\nIt has at most {} rows.{key}\n", grouped(*most_rows));
        text.push_str("| column | needed | what it is | what it says |\n| --- | --- | --- | --- |\n");
        for column in schema.columns {
            let Column { name, kind, need, description, .. } = column;
            let needed = match need {
                Need::Optional => "",
                Need::Column => "the column",
                Need::Value => "every row",
            };
            let _ =
                writeln!(text, "| `{name}` | {needed} | {} | {} |", in_words(kind), description.replace('|', "\\|"));
        }
        let read = schema.columns.iter().filter(|column| column.is_read);
        let read: Vec<String> = read.map(|column| format!("`{}`", column.name)).collect();
        if !read.is_empty() {
            let _ = writeln!(
                text,
                "\nMay have translations, such as `{}_it`: {}.",
                read[0].trim_matches('`'),
                read.join(", ")
            );
        }
        let _ = writeln!(text, "\n```csv {file}\n{}\n```\n", example(file).trim_end());
    }
    text
}

/// Every limit with what it limits, how the command line calls it, and how far it can be raised.
pub fn limits_in_words() -> String {
    let fixed = [
        ("rows of any other table", limits::ROWS),
        ("steps (years, months or days) after the first", crate::data::rules::LONGEST_SPAN as usize),
        ("problems that are listed; the rest is counted", limits::PROBLEMS),
    ];
    let mut text = String::from("| what | at most | name | can be raised to |\n| --- | --- | --- | --- |\n");
    for limit in Limit::ALL {
        let [usual, ceiling] = [limit.usual(), limit.ceiling()].map(grouped);
        let _ = writeln!(text, "| {} | {usual} | `{}` | {ceiling} |", limit.meaning(), limit.key());
    }
    for (what, most) in fixed {
        let _ = writeln!(text, "| {what} | {} | | |", grouped(most));
    }
    text
}

/// What the values of a column are.
fn in_words(kind: &Kind) -> String {
    let listed = |words: &[&str]| words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    match kind {
        Kind::Name => "a short text".to_owned(),
        Kind::Text => "a text".to_owned(),
        Kind::Date => "a date".to_owned(),
        Kind::Year => "a year; a date where `step` is month or day".to_owned(),
        Kind::WholeNumber(range) => format!("a whole number from {} to {}", range.start(), range.end()),
        Kind::WholeNumbers(range) => {
            format!("whole numbers from {} to {}, separated by blanks", range.start(), range.end())
        }
        Kind::Number(range) if range.end().abs() < 1e6 => format!("a number from {} to {}", range.start(), range.end()),
        Kind::Number(_) => "a number".to_owned(),
        Kind::Words(words) => format!("one of {}", listed(words)),
        Kind::Stance => "a stance".to_owned(),
        Kind::Effects => "effects, separated by blanks".to_owned(),
        Kind::Address => "an address on the web".to_owned(),
        Kind::Key(file) => format!("a row of `{file}`, by its key"),
        Kind::Keys(file) => format!("rows of `{file}`, by their keys, separated by blanks"),
        Kind::Tie => "the name of a tie".to_owned(),
        Kind::Evidence => "keys of events and names of ties, separated by blanks".to_owned(),
        Kind::Focus => "nothing, an actor, or two joined by a hyphen".to_owned(),
    }
}

/// A number with commas between thousands.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_apart() {
        assert_eq!([0, 999, 1000, 16_777_216].map(grouped), ["0", "999", "1,000", "16,777,216"]);
    }
}
