//! A report as workflow commands of GitHub Actions, which show each problem at its line.

use core::fmt::Write as _;

use super::super::Problem;
use super::{Report, visible};

impl Report {
    /// One command a problem: `::error file=…,line=…,col=…,title=…::message`. A summary in plain text ends it.
    pub fn github(&self) -> String {
        let mut text = String::new();
        for problem in &self.problems {
            text.push_str(&command(problem));
            text.push('\n');
        }
        let further = self.further_errors + self.further_warnings;
        if further > 0 {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "… and {further} further problems");
        }
        text.push_str(&self.summary());
        text.push('\n');
        text
    }
}

fn command(problem: &Problem) -> String {
    let location = &problem.location;
    let mut properties = vec![format!("file={}", property(&location.file))];
    let has_line = location.line > 0;
    properties.extend(has_line.then(|| format!("line={0},endLine={0}", location.line)));
    if location.column > 0 {
        properties.push(format!("col={},endColumn={}", location.column, location.column + location.length));
    }
    let field = if location.field.is_empty() { String::new() } else { format!(" ({})", location.field) };
    properties.push(format!("title={}", property(&format!("{}{field}", problem.kind.code()))));
    let notes = [("note", &problem.note), ("hint", &problem.hint)];
    let notes = notes.into_iter().filter(|(_, text)| !text.is_empty());
    let mut message = problem.message.clone();
    for (name, text) in notes {
        // Writing to a String cannot fail.
        let _ = write!(message, "\n{name}: {text}");
    }
    if let Some(other) = &problem.other {
        let _ = write!(message, "\nsee {}", other.address());
    }
    let severity = if problem.allowed { "warning" } else { "error" };
    format!("::{severity} {}::{}", properties.join(","), data(&message))
}

/// The text of a command, escaped as GitHub's own toolkit escapes it.
fn data(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(|line| visible(line).replace('%', "%25")).collect();
    lines.join("%0A")
}

/// The value of a property: colons and commas would end it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_ends_a_command_or_begins_another() {
        assert_eq!(data("100 %\n::error::x"), "100 %25%0A::error::x");
        assert_eq!(data("a\r\u{1b}[31m"), "a\u{fffd}\u{fffd}[31m");
        assert_eq!(property("a,b: c\n"), "a%2Cb%3A c%0A");
    }
}
