//! Small inputs of the kinds that people bring, each with its right outcome: what the command line makes of it, how it
//! was understood, and what is drawn.

use std::path::Path;

use detente::data::{ProblemKind, read_any, validate};
use detente::layout::Layout;
use detente::render::svg;
use detente::scene::{Palette, Theme, View, at_rest};
use expect_test::expect_file;

use crate::command::{command, folder, out};
use crate::dataset::files;

/// Each with the number of errors and the codes of everything that is told of it.
const OUTCOMES: [(&str, usize, &[&str]); 18] = [
    // Columns that people use are understood, and the guess is shown.
    ("edge-list", 0, &["missing-source"]),
    // A twice-named ego is refused.
    ("ego-twice", 1, &["duplicate-key"]),
    // Ten empty columns are nothing.
    ("empty-columns", 0, &["empty-picture"]),
    ("empty-years", 0, &["empty-picture"]),
    // An end after the actor's is as far as the dates tell no fault.
    ("end-after-the-actor", 0, &[]),
    // Semicolons are read; what can be read in two ways is named and not guessed.
    ("excel-german", 5, &["bad-date", "bad-stance", "unknown-tie"]),
    ("forgiven-head", 0, &["forgiven-column"]),
    ("no-ego", 0, &[]),
    ("no-ties", 0, &["empty-picture"]),
    ("nodes-and-edges", 0, &["missing-source"]),
    // What no document in XML may hold is refused, so that every picture is well formed.
    ("non-character", 2, &["control-character"]),
    ("one-stance-short", 0, &[]),
    ("overlap-two-treaties", 0, &["overlapping-spells"]),
    ("points-of-time", 0, &[]),
    ("semicolons", 0, &[]),
    ("sep-line", 0, &[]),
    ("utf-16", 0, &[]),
    ("vague-life-end", 0, &[]),
];

#[test]
fn each_has_its_outcome() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let entries = std::fs::read_dir(&root).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<String> = entries.map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort();
    assert_eq!(names, OUTCOMES.map(|(name, ..)| name));
    for (name, errors, codes) in OUTCOMES {
        let draft = read_any(&files(&format!("tests/cases/{name}")), &detente::data::ReadOptions::default());
        let outcome = validate(&draft, &[]);
        let (Ok((_, report)) | Err(report)) = &outcome;
        let mut kinds: Vec<&str> = report.kinds().iter().map(|kind| kind.code()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        assert_eq!((report.errors(), kinds.as_slice()), (errors, codes), "{name}: {report}");
        expect_file![root.join(name).join("report.txt")].assert_eq(&format!("{}{report}", draft.mapping()));
        let Ok((dataset, _)) = &outcome else { continue };
        let layout = Layout::solve(dataset);
        let info = dataset.info();
        for year in info.first_year..=info.last_year {
            let scene = at_rest(dataset, &layout, year, &View::new(600.0, 600.0, Theme::Light));
            let picture = svg(&[&scene], Palette::paper(Theme::Light), "title", "text");
            assert!(roxmltree::Document::parse(&picture).is_ok(), "{name} {year}: {picture}");
        }
    }
}

#[test]
fn the_command_line_takes_each_as_it_stands() {
    let target = folder("cases");
    for (name, errors, _) in OUTCOMES {
        let path = format!("tests/cases/{name}");
        let code = Some(i32::from(errors > 0));
        let (found, _, told) = out(&command(&["check", &path]).output().expect("the program"));
        assert_eq!(found, code, "{name}: {told}");
        let picture = target.join(format!("{name}.svg"));
        let arguments = ["render", &path, "--output", picture.to_str().expect("a path")];
        let (found, _, told) = out(&command(&arguments).output().expect("the program"));
        assert_eq!((found, picture.exists()), (code, errors == 0), "{name}: {told}");
    }
}

#[test]
fn thousands_of_unknown_columns_are_one_error() {
    let mut files = files("tests/data/good");
    let (_, table) = files.iter_mut().find(|(name, _)| name == "actors.csv").expect("actors");
    let columns: Vec<String> = (0..8000).map(|number| format!("column{number}")).collect();
    let head = format!(",{}", columns.join(","));
    let text = String::from_utf8(table.clone()).expect("text");
    *table = text.replacen('\n', &format!("{head}\n"), 1).into_bytes();
    let report = validate(&detente::data::read(&files), &[]).expect_err("too many");
    let found: Vec<(ProblemKind, &str)> =
        report.problems.iter().map(|problem| (problem.kind, problem.location.file.as_str())).collect();
    assert_eq!(found, [(ProblemKind::LimitExceeded, "actors.csv")], "{report}");
}
