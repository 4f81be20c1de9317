//! `docs/format.md` is what the program reads by: tables, limits and problems are written from the code.

use std::fs;
use std::path::Path;

use detente::data::{ProblemKind, limits_in_words, tables_in_words};
use expect_test::expect_file;

use crate::dataset::files;
use crate::diagnostics::report_of;

/// Where the example of a table is taken from: the first of these that has it.
const EXAMPLES: [&str; 2] = ["tests/data/good", "data/north-korea"];
/// No example has more lines.
const LINES: usize = 4;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The example of a table that none of them has; it belongs to the first.
const MEMBERS: (&str, &str) =
    ("members.csv", "group,actor,from,to,sources\nA pact,BBB,1950-03,1955,report\nA pact,CCC,1950,1955,report");

/// The first lines of a table.
fn example(file: &str) -> String {
    if file == MEMBERS.0 {
        return MEMBERS.1.to_owned();
    }
    let path = EXAMPLES.into_iter().map(|folder| root().join(folder).join(file)).find(|path| path.is_file());
    let text = fs::read_to_string(path.unwrap_or_else(|| panic!("no dataset has {file}"))).expect("text");
    text.lines().take(LINES).collect::<Vec<_>>().join("\n")
}

/// A section for each code: what it means, whether it can be allowed, and a report of it.
fn problems() -> String {
    let section = |kind: &ProblemKind| {
        let code = kind.code();
        let severity = match (kind.is_warning(), kind.can_be_allowed()) {
            (true, _) => "A warning.",
            (false, true) => "An error that can be allowed by name.",
            (false, false) => "An error.",
        };
        let report = fs::read_to_string(root().join("tests/data").join(code).join("report.txt")).expect("a report");
        // A report may hold backticks, but no line of three.
        format!("### {code}\n\n{}\n{severity}\n\n```text\n{}\n```\n", kind.meaning(), report.trim_end())
    };
    ProblemKind::ALL.iter().map(section).collect::<Vec<_>>().join("\n")
}

/// The text with what stands between the marks of a part replaced.
fn with_part(text: &str, part: &str, by: &str) -> String {
    let (open, close) = (format!("<!-- {part} -->\n"), format!("<!-- /{part} -->"));
    let (before, rest) = text.split_once(&open).unwrap_or_else(|| panic!("no {open}"));
    let (_, after) = rest.split_once(&close).unwrap_or_else(|| panic!("no {close}"));
    format!("{before}{open}{}\n{close}{after}", by.trim_end())
}

/// `UPDATE_EXPECT=1` writes it anew.
#[test]
fn the_documentation_is_that_of_the_code() {
    let path = root().join("docs/format.md");
    let text = fs::read_to_string(&path).expect("text");
    let descriptor = fs::read_to_string(root().join("tests/data/good/datapackage.json")).expect("text");
    let text = with_part(&text, "tables", &format!("\n{}", tables_in_words(&example)));
    let text = with_part(&text, "limits", &format!("\n{}", limits_in_words()));
    let text = with_part(&text, "problems", &format!("\n{}", problems()));
    let text = with_part(&text, "descriptor", &format!("\n```json datapackage.json\n{}\n```\n", descriptor.trim_end()));
    expect_file![path].assert_eq(&text);
}

/// The tables of the documentation: file and text.
fn documented() -> Vec<(String, String)> {
    let text = fs::read_to_string(root().join("docs/format.md")).expect("text");
    let blocks = text.split("\n```csv ").skip(1).filter_map(|rest| rest.split_once('\n'));
    blocks
        .map(|(file, rest)| (file.to_owned(), rest.split("\n```").next().unwrap_or_default().to_owned() + "\n"))
        .collect()
}

#[test]
fn the_examples_of_the_documentation_are_read() {
    let tables = documented();
    assert!(tables.len() > 10, "{tables:?}");
    for (file, text) in tables {
        let folder = EXAMPLES.into_iter().find(|folder| root().join(folder).join(&file).is_file());
        let mut all = files(folder.unwrap_or(EXAMPLES[0]));
        let rows = text.lines().count() - 1;
        all.retain(|(name, _)| *name != file);
        all.push((file.clone(), text.into_bytes()));
        let report = report_of(&all);
        // Where rows are left out, others may miss them; what stands in the example is right.
        let own = report.problems.iter().filter(|problem| problem.location.file == file && !problem.allowed);
        assert_eq!(own.map(ToString::to_string).collect::<Vec<_>>(), Vec::<String>::new(), "{file}");
        assert!(report.rows.contains(&(file.clone(), rows)), "{file}: {:?}", report.rows);
    }
}
