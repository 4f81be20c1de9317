//! Malformed inputs, a folder each in `tests/malformed/`, with the report beside them: only the files that differ from
//! those of `tests/data/good/`, or for the other forms, by which their names begin, all there are.

use std::path::{Path, PathBuf};

use detente::data::Report;
use expect_test::expect_file;
use serde_json::Value;

use crate::command::{command, out};
use crate::inputs::{self, given};

/// What each is refused for, or warned of; its report may hold more. Writing the reports anew does not change this.
const VERDICTS: &[(&str, &[&str])] = &[
    ("act-outside-life", &["act-after-actor", "act-before-actor", "act-toward-before-actor"]),
    (
        "bad-address",
        &[
            "address-backslash",
            "address-blob",
            "address-data",
            "address-file",
            "address-host-without-dot",
            "address-javascript",
            "address-javascript-encoded",
            "address-line-break",
            "address-local-network",
            "address-localhost",
            "address-mail",
            "address-metadata-service",
            "address-of-licence",
            "address-of-this-machine",
            "address-protocol-relative",
            "address-quote",
            "address-script-after-tab",
            "address-script-in-capitals",
            "address-short-number",
            "address-six",
            "address-user-and-password",
            "address-vbscript",
            "address-without-scheme",
            "json-address",
        ],
    ),
    ("bad-alternative", &["alternative-without-reason"]),
    (
        "bad-date",
        &[
            "chapter-of-months-among-days",
            "chapter-of-years-among-months",
            "date-american",
            "date-arabic-digits",
            "date-before-christ",
            "date-dashes",
            "date-decimal-comma",
            "date-february-29-1900",
            "date-february-30",
            "date-hour-24",
            "date-infinite",
            "date-interval",
            "date-month-13",
            "date-month-zero",
            "date-nan",
            "date-negative-year",
            "date-quarter",
            "date-spreadsheet-number",
            "date-two-digit-year",
            "date-week",
            "date-word",
            "date-year-beyond-9999",
            "edges-date-300-digits",
            "edges-dates-day-first",
            "edges-spells-broken",
            "gephi-interval-broken",
            "gexf-start-in-words",
            "gexf-year-300-digits",
            "graphml-date-of-two-readings",
            "head-in-two-lines",
            "json-bad-date",
            "json-year-300-digits",
            "members-date-word",
            "year-fraction",
            "year-of-300-digits",
        ],
    ),
    (
        "bad-descriptor",
        &[
            "combine-unknown",
            "descriptor-comment",
            "descriptor-data-address",
            "descriptor-empty",
            "descriptor-exponent-400",
            "descriptor-infinite",
            "descriptor-line-break-in-text",
            "descriptor-list",
            "descriptor-nan",
            "descriptor-null",
            "descriptor-number",
            "descriptor-python",
            "descriptor-single-quotes",
            "descriptor-span-of-millennia",
            "descriptor-text",
            "descriptor-trailing-comma",
            "descriptor-two-objects",
            "descriptor-year-of-300-digits",
            "descriptor-years-backwards",
            "ego-number",
            "first-year-fraction",
            "first-year-text",
            "format-fraction",
            "format-list",
            "format-negative",
            "format-null",
            "format-text",
            "format-zero",
            "gexf-control-by-number",
            "gexf-document-type",
            "gexf-entity-of-a-file",
            "gexf-half",
            "gexf-two-attributes-of-one-name",
            "gexf-undeclared-entity",
            "graphml-document-type",
            "graphml-half",
            "half-a-descriptor",
            "json-comment",
            "json-half",
            "json-lone-surrogate",
            "json-nan",
            "json-nested-value",
            "json-number-huge",
            "json-row-is-a-list",
            "json-ties-object",
            "rival-is-ego",
            "sources-required-text",
            "stances-one",
            "title-number",
            "title-of-501-characters",
            "turning-points-outside",
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
    ("bad-effect", &["event-effect-beyond-2", "event-effect-huge"]),
    ("bad-id", &["id-at-sign", "id-no-break-space", "id-with-colon"]),
    (
        "bad-number",
        &[
            "bearing-361",
            "bearing-negative-infinite",
            "edges-infinite-weight",
            "edges-weight-decimal-comma",
            "edges-weight-exponent",
            "edges-weight-thousands",
            "figure-decimal-comma",
            "figure-infinite",
            "figure-nan",
            "figure-percent",
            "figure-points-for-thousands",
            "figure-thousands",
            "figure-year-thousands",
            "gephi-weight-decimal-comma",
            "gexf-weight-infinite",
            "latitude-beyond-90",
            "latitude-infinite",
            "longitude-beyond-180",
            "longitude-decimal-comma",
            "longitude-degree-sign",
            "longitude-exponent-999",
            "longitude-full-width-digits",
            "longitude-hexadecimal",
            "longitude-nan",
            "longitude-of-a-map-grid",
            "longitude-thin-space",
            "longitude-to-360",
            "paragraph-fraction",
            "paragraph-negative",
        ],
    ),
    ("bad-pack", &["pack-beside-tables", "pack-half", "pack-of-another-version"]),
    (
        "bad-stance",
        &[
            "json-prototype",
            "json-true-as-stance",
            "stance-beyond-3",
            "stance-decimal-comma",
            "stance-fraction",
            "stance-infinite",
            "stance-name-misspelt",
            "stance-nan",
            "stance-of-100-digits",
            "stance-thousands",
        ],
    ),
    (
        "bad-utf8",
        &[
            "bytes-lone-continuation",
            "bytes-overlong",
            "bytes-surrogate",
            "character-cut-in-half",
            "edges-latin-1",
            "edges-utf-16-cut",
            "gexf-latin-1",
            "half-a-surrogate-in-utf-8",
            "json-bad-utf-8",
            "latin-1",
            "utf-16-cut-in-half",
            "utf-16-lone-surrogate",
            "utf-16-without-mark-cut",
            "utf-32",
            "utf-32-big",
            "windows-1252-quotes",
        ],
    ),
    (
        "control-character",
        &[
            "address-override",
            "bell-in-id",
            "byte-order-mark-in-name",
            "edges-control-characters",
            "edges-nul",
            "escape-in-name",
            "gephi-label-hidden",
            "gexf-override",
            "id-soft-hyphen",
            "id-zero-width",
            "isolate-in-event",
            "json-nul-escape",
            "json-override",
            "line-separator-in-why",
            "members-control-character",
            "name-of-nothing-visible",
            "nul-in-name",
            "override-in-name",
            "soft-hyphen-in-name",
            "tag-characters-in-name",
            "title-override",
        ],
    ),
    ("duplicate-column", &["column-twice"]),
    (
        "duplicate-id",
        &[
            "edges-accents",
            "gephi-node-twice",
            "gexf-node-twice",
            "graphml-node-twice",
            "id-hangul-in-parts",
            "id-twice",
            "id-twice-in-events",
            "id-twice-in-sources",
            "id-two-forms-of-a-letter",
        ],
    ),
    ("duplicate-key", &["descriptor-key-twice", "json-key-twice"]),
    (
        "empty-field",
        &[
            "edges-empty-actor",
            "edges-head-alone",
            "edges-nan-weight",
            "gexf-1000-deep",
            "gexf-no-edges",
            "gexf-no-graph",
            "gexf-stance-nan",
            "graphml-no-edges",
            "id-empty",
            "members-actor-empty",
            "members-alone",
            "members-group-empty",
            "stance-empty",
        ],
    ),
    (
        "limit-exceeded",
        &[
            "columns-1001",
            "descriptor-100-deep",
            "descriptor-1000-deep",
            "gexf-attributes-1001",
            "id-of-501-characters",
            "json-1000-deep",
            "line-of-20000-letters",
            "list-of-201-sources",
            "members-too-many-ties",
        ],
    ),
    (
        "look-alike-id",
        &[
            "edges-look-alike",
            "id-circled",
            "id-cyrillic-among-latin",
            "id-full-width",
            "id-greek-letter",
            "id-joiner",
            "id-mathematical",
            "id-other-case",
            "id-zero-for-o",
            "members-look-alike",
        ],
    ),
    (
        "missing-column",
        &[
            "edges-empty",
            "edges-no-head",
            "edges-one-column",
            "file-empty",
            "graphml-without-target",
            "members-missing-column",
        ],
    ),
    ("missing-file", &["json-empty-object", "json-unknown-table"]),
    ("newer-format", &["format-2", "format-later-by-far", "json-format-2"]),
    (
        "overlapping-spells",
        &[
            "edges-contradiction",
            "spell-contradicts-open-end",
            "spell-inside-another",
            "spell-overlaps-a-day",
            "spell-reversed-dyad",
            "spell-twice",
        ],
    ),
    (
        "resource-mismatch",
        &[
            "resource-archive-elsewhere",
            "resource-data-address",
            "resource-data-inline",
            "resource-in-parts",
            "resource-outside-the-folder",
        ],
    ),
    (
        "same-actor-twice",
        &[
            "act-toward-itself",
            "edges-self-tie",
            "event-effect-with-itself",
            "figure-with-itself",
            "gephi-self-tie",
            "gexf-self-tie",
            "graphml-self-tie",
            "json-self-tie",
            "tie-with-itself",
            "tie-with-itself-by-blank",
        ],
    ),
    ("stray-quote", &["quote-after-a-quoted-field", "quote-in-the-middle", "quote-inches"]),
    (
        "successor-ring",
        &["json-successor-ring", "successor-itself", "successor-ring-of-three", "successor-ring-of-two"],
    ),
    (
        "terminus-before-onset",
        &[
            "edges-end-before-start",
            "event-until-before-date",
            "gexf-end-before-start",
            "life-backwards",
            "members-end-before-start",
            "spell-backwards",
            "spell-empty",
            "spell-of-a-millennium-backwards",
        ],
    ),
    ("tie-outside-life", &["gexf-tie-before-node", "tie-after-actor", "tie-before-actor", "tie-open-after-actor"]),
    ("two-ends", &["members-two-ends", "spell-both-ends"]),
    ("unclosed-quote", &["edges-half-a-quote", "half-a-quote"]),
    (
        "unknown-actor",
        &[
            "ego-unknown",
            "gephi-unknown-node",
            "gexf-unknown-node",
            "graphml-unknown-node",
            "id-accent-apart-in-a-tie",
            "id-look-alike-in-a-tie",
            "successor-unknown",
        ],
    ),
    ("unknown-claim", &["chapter-of-unknown-claim"]),
    ("unknown-file", &["table-of-no-name"]),
    ("unknown-tie", &["claim-of-unknown-tie", "head-alone", "title-above-the-head"]),
    (
        "unknown-word",
        &["edges-stance-beyond", "edges-unknown-word", "gexf-stance-beyond", "prominence-four", "prominence-fraction"],
    ),
    ("wrong-field-count", &["delimiters-mixed", "edges-half-a-row", "half-a-row"]),
    (
        "wrong-format",
        &[
            "archive-as-csv",
            "archive-that-grows",
            "compressed-as-csv",
            "database-as-csv",
            "document-as-csv",
            "edges-gzip",
            "edges-page",
            "edges-workbook",
            "gephi-nodes-workbook",
            "gexf-gzip",
            "graph-as-csv",
            "graphml-other-root",
            "gzip-as-csv",
            "gzip-as-descriptor",
            "json-list",
            "list-as-csv",
            "object-as-csv",
            "page-as-csv",
            "page-as-descriptor",
            "page-fragment-as-csv",
            "parquet-as-csv",
            "pdf-as-csv",
            "picture-as-csv",
            "workbook-as-csv",
            "workbook-as-descriptor",
            "workbook-ods",
            "workbook-xls",
            "workbook-xlsx",
            "xml-as-csv",
        ],
    ),
    ("outside-years", &["date-after-the-span"]),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn folder() -> PathBuf {
    root().join("tests/malformed")
}

fn report(name: &str) -> Report {
    crate::diagnostics::report_of(&given(root(), name))
}

fn names() -> Vec<String> {
    inputs::names(root())
}

#[test]
fn each_reports_what_stands_beside_it() {
    for name in names() {
        expect_file![folder().join(&name).join("report.txt")].assert_eq(&report(&name).to_string());
    }
}

#[test]
fn each_has_its_verdict() {
    let mut judged: Vec<&str> = VERDICTS.iter().flat_map(|(_, names)| names.iter()).copied().collect();
    judged.sort_unstable();
    assert_eq!(judged, names());
    assert!(judged.len() >= 200, "{}", judged.len());
    for (code, names) in VERDICTS {
        for name in *names {
            let report = report(name);
            assert!(report.kinds().iter().any(|kind| kind.code() == *code), "{name}: {report}");
        }
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

/// What the command line says of the files of an input, in one of its formats: its answer and its report, with places
/// as they are in the folder.
fn said(folder: &Path, files: &[inputs::File], format: &str) -> (Option<i32>, String) {
    // One file is named by itself, as its form may be none that a folder holds.
    let path = if let [(file, _)] = files { folder.join(file) } else { folder.to_owned() };
    let path = path.to_str().expect("text");
    let (code, said, _) = out(&command(&["check", path, "--format", format]).output().expect("it runs"));
    (code, said.replace(&format!("{}/", folder.display()), ""))
}

/// A problem as text, in lines, from what its JSON says.
fn problem_told(problem: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    let number = |value: &Value| usize::try_from(value.as_u64().expect("a number")).expect("small");
    let severity = if problem["allowed"] == true { "warning" } else { "error" };
    let place = &problem["location"];
    let (line, column) = (number(&place["line"]), number(&place["column"]));
    let numbers = [line, column].into_iter().take_while(|number| *number > 0);
    let address = numbers.fold(text(&place["file"]), |address, number| format!("{address}:{number}"));
    let field = if place["field"] == "" { String::new() } else { format!(" ({})", text(&place["field"])) };
    let mut lines = vec![
        format!("{severity}[{}]: {}", text(&problem["code"]), text(&problem["message"])),
        format!("  --> {address}{field}"),
    ];
    if problem["excerpt"] != "" {
        let margin = " ".repeat(line.to_string().len());
        lines.extend([format!("{margin} |"), format!("{line} | {}", text(&problem["excerpt"]))]);
        if column > 0 {
            let (before, width) = (number(&problem["before"]), number(&problem["width"]));
            lines.push(format!("{margin} | {}{}", " ".repeat(before), "^".repeat(width)));
        }
    }
    let told = ["note", "hint"].into_iter().filter(|name| problem[*name] != "");
    lines.extend(told.map(|name| format!("  {name}: {}", text(&problem[name]))));
    lines.push(String::new());
    lines
}

/// A report as text, from what its JSON says.
fn told(report: &Value) -> String {
    let number = |value: &Value| value.as_u64().expect("a number");
    let mut lines: Vec<String> =
        report["problems"].as_array().expect("problems").iter().flat_map(problem_told).collect();
    let counted = |name: &str, one: &str| match number(&report[name]) {
        0 => format!("no {one}s"),
        1 => format!("1 {one}"),
        count => format!("{count} {one}s"),
    };
    let row = |one: &Value| format!("{} {}", one["file"].as_str().expect("text"), number(&one["rows"]));
    let rows: Vec<String> = report["rows"].as_array().expect("rows").iter().map(row).collect();
    let rows = if rows.is_empty() { String::new() } else { format!("; rows read: {}", rows.join(", ")) };
    lines.push(format!("{}, {}{rows}\n", counted("errors", "error"), counted("warnings", "warning")));
    lines.join("\n")
}

/// In a folder the command line passes over a file that is neither table nor text.
const OTHERWISE_IN_A_FOLDER: [&str; 1] = ["pack-beside-tables"];

#[test]
fn the_command_line_says_the_same_as_text_and_as_json() {
    let names = names();
    assert_eq!(names.len(), inputs::COUNT);
    for name in names {
        let folder = crate::command::folder(&format!("malformed-{name}"));
        let files = given(root(), &name);
        for (file, bytes) in &files {
            std::fs::write(folder.join(file), bytes).expect("a file");
        }
        let (code, as_text) = said(&folder, &files, "text");
        let (json_code, as_json) = said(&folder, &files, "json");
        let json: Value = serde_json::from_str(&as_json).unwrap_or_else(|error| panic!("{name}: {error}: {as_json}"));
        assert_eq!(told(&json), as_text, "{name}");
        let wrong = json["errors"].as_u64().expect("a number") > 0;
        assert_eq!((code, json_code), (Some(i32::from(wrong)), Some(i32::from(wrong))), "{name}");
        let golden = std::fs::read_to_string(self::folder().join(&name).join("report.txt")).expect("a report");
        assert_eq!(as_text == golden, !OTHERWISE_IN_A_FOLDER.contains(&name.as_str()), "{name}: {as_text}");
        assert_eq!(as_json == report(&name).json().expect("JSON"), as_text == golden, "{name}: {as_json}");
        std::fs::remove_dir_all(folder).expect("removed");
    }
}
