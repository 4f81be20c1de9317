//! Malformed inputs, a folder each in `tests/malformed/`: only the files that differ from those of `tests/data/good/`,
//! with the report beside them.

use std::path::{Path, PathBuf};

use detente::data::{Report, read, validate};
use expect_test::expect_file;

use crate::dataset::files;

/// What each is refused for, or warned of; its report may hold more. Writing the reports anew does not change this.
const VERDICTS: &[(&str, &[&str])] = &[
    (
        "bad-address",
        &[
            "address-data",
            "address-file",
            "address-line-break",
            "address-script-after-tab",
            "address-script-in-capitals",
            "address-user-and-password",
            "address-vbscript",
            "address-without-scheme",
        ],
    ),
    (
        "bad-date",
        &[
            "chapter-of-months-among-days",
            "chapter-of-years-among-months",
            "date-american",
            "date-arabic-digits",
            "date-dashes",
            "date-february-29-1900",
            "date-february-30",
            "date-interval",
            "date-month-13",
            "date-month-zero",
            "date-nan",
            "date-spreadsheet-number",
            "date-two-digit-year",
            "date-word",
            "date-year-beyond-9999",
            "year-fraction",
            "year-of-300-digits",
        ],
    ),
    (
        "bad-descriptor",
        &[
            "descriptor-comment",
            "descriptor-empty",
            "descriptor-exponent-400",
            "descriptor-list",
            "descriptor-nan",
            "descriptor-null",
            "descriptor-span-of-millennia",
            "descriptor-trailing-comma",
            "descriptor-year-of-300-digits",
            "descriptor-years-backwards",
            "half-a-descriptor",
            "span-backwards",
            "span-not-a-text",
            "span-of-no-dates",
            "span-twice",
            "step-not-a-text",
            "step-too-fine",
            "step-unknown",
            "turning-points-outside-the-span",
        ],
    ),
    ("bad-id", &["id-no-break-space", "id-with-colon"]),
    (
        "bad-number",
        &[
            "bearing-negative-infinite",
            "figure-infinite",
            "figure-nan",
            "figure-thousands",
            "latitude-infinite",
            "longitude-beyond-180",
            "longitude-decimal-comma",
            "longitude-degree-sign",
            "longitude-exponent-999",
            "longitude-full-width-digits",
            "longitude-hexadecimal",
            "longitude-nan",
        ],
    ),
    ("bad-stance", &["stance-beyond-3", "stance-fraction", "stance-infinite", "stance-name-misspelt", "stance-nan"]),
    (
        "bad-utf8",
        &[
            "bytes-lone-continuation",
            "bytes-overlong",
            "bytes-surrogate",
            "character-cut-in-half",
            "compressed-as-csv",
            "latin-1",
            "utf-16-cut-in-half",
            "utf-16-lone-surrogate",
            "workbook-as-csv",
        ],
    ),
    (
        "control-character",
        &[
            "address-override",
            "bell-in-id",
            "byte-order-mark-in-name",
            "escape-in-name",
            "id-zero-width",
            "isolate-in-event",
            "line-separator-in-why",
            "nul-in-name",
            "override-in-name",
            "tag-characters-in-name",
        ],
    ),
    ("duplicate-column", &["column-twice"]),
    ("duplicate-id", &["id-twice", "id-twice-in-events"]),
    ("duplicate-key", &["descriptor-key-twice"]),
    ("empty-field", &["id-empty", "stance-empty"]),
    ("limit-exceeded", &["descriptor-100-deep"]),
    ("look-alike-id", &["id-greek-letter", "id-other-case", "id-zero-for-o"]),
    ("missing-column", &["file-empty", "json-as-csv", "page-as-csv", "utf-32"]),
    (
        "overlapping-spells",
        &["spell-contradicts-open-end", "spell-overlaps-a-day", "spell-reversed-dyad", "spell-twice"],
    ),
    ("resource-mismatch", &["resource-archive-elsewhere", "resource-outside-the-folder"]),
    (
        "same-actor-twice",
        &["act-toward-itself", "event-effect-with-itself", "tie-with-itself", "tie-with-itself-by-blank"],
    ),
    ("successor-ring", &["successor-itself", "successor-ring-of-three"]),
    ("terminus-before-onset", &["life-backwards", "spell-backwards", "spell-empty"]),
    ("tie-outside-life", &["tie-after-actor", "tie-before-actor", "tie-open-after-actor"]),
    ("unclosed-quote", &["half-a-quote"]),
    ("unknown-actor", &["successor-unknown"]),
    ("unknown-tie", &["head-alone"]),
    ("unknown-word", &["prominence-four", "prominence-fraction"]),
    ("wrong-field-count", &["delimiters-mixed", "half-a-row"]),
    ("outside-years", &["date-after-the-span"]),
];

/// Those of which nothing is said, though something should be, but for a quote in the middle of a field, which is clear.
const ACCEPTED: &[&str] = &[
    "act-before-actor",
    "address-of-this-machine",
    "id-full-width",
    "id-two-forms-of-a-letter",
    "quote-in-the-middle",
    "soft-hyphen-in-name",
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/malformed")
}

fn report(name: &str) -> Report {
    let mut all = files("tests/data/good");
    for (file, bytes) in files(&format!("tests/malformed/{name}")) {
        all.retain(|(other, _)| *other != file);
        all.push((file, bytes));
    }
    match validate(&read(&all), &[]) {
        Ok((_, report)) | Err(report) => report,
    }
}

fn names() -> Vec<String> {
    let entries = std::fs::read_dir(folder()).expect("a folder").map(|entry| entry.expect("an entry"));
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn each_reports_what_stands_beside_it() {
    for name in names() {
        expect_file![folder().join(&name).join("report.txt")].assert_eq(&report(&name).to_string());
    }
}

#[test]
fn each_has_its_verdict() {
    let refused = VERDICTS.iter().flat_map(|(_, names)| names.iter());
    let mut judged: Vec<&str> = refused.chain(ACCEPTED).copied().collect();
    judged.sort_unstable();
    assert_eq!(judged, names());
    for (code, names) in VERDICTS {
        for name in *names {
            let report = report(name);
            assert!(report.kinds().iter().any(|kind| kind.code() == *code), "{name}: {report}");
        }
    }
    for name in ACCEPTED {
        let report = report(name);
        assert!(report.problems.is_empty(), "move {name} to the verdicts: {report}");
    }
}

#[test]
fn each_report_commands_no_terminal() {
    for name in names() {
        let text = report(&name).to_string();
        let hidden = text.chars().find(|letter| letter.is_control() && *letter != '\n');
        assert_eq!(hidden, None, "{name}: {text}");
    }
}
