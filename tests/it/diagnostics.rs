//! Every mistake is reported well: one small wrong dataset for each kind of problem, with its report beside it.
//!
//! A folder in `tests/data/` holds only the tables that differ from those of `tests/data/good/`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use detente::data::{ProblemKind, Report, is_pack, read, validate};
use expect_test::{expect, expect_file};

use crate::dataset::files;

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data")
}

/// The good dataset with a case's tables in the place of its own; one that reads `(missing)` is left out.
pub(crate) fn case(name: &str) -> Vec<(String, Vec<u8>)> {
    let mut all = files("tests/data/good");
    let own = files(&format!("tests/data/{name}"));
    // A pack stands alone.
    if own.iter().any(|(_, bytes)| is_pack(bytes)) {
        return own;
    }
    for (file, bytes) in own {
        all.retain(|(other, _)| *other != file);
        if bytes != b"(missing)\n" {
            all.push((file, bytes));
        }
    }
    all
}

fn report(name: &str) -> Report {
    report_of(&case(name))
}

pub(crate) fn report_of(files: &[(String, Vec<u8>)]) -> Report {
    match validate(&read(files), &[]) {
        Ok((_, report)) | Err(report) => report,
    }
}

/// The good dataset with some tables changed by a function of their text.
pub(crate) fn changed(tables: &[&str], change: impl Fn(&str) -> String) -> Vec<(String, Vec<u8>)> {
    let mut all = files("tests/data/good");
    for (name, bytes) in &mut all {
        if tables.contains(&name.as_str()) {
            *bytes = change(std::str::from_utf8(bytes).expect("text")).into_bytes();
        }
    }
    all
}

/// The good dataset with one table instead of its own.
pub(crate) fn with(table: &str, text: &str) -> Vec<(String, Vec<u8>)> {
    let mut all = files("tests/data/good");
    all.retain(|(name, _)| name != table);
    all.push((table.to_owned(), text.as_bytes().to_vec()));
    all
}

fn codes(report: &Report) -> Vec<&'static str> {
    report.problems.iter().map(|problem| problem.kind.code()).collect()
}

pub(crate) fn cases() -> Vec<String> {
    let entries = std::fs::read_dir(data()).expect("a folder").map(|entry| entry.expect("an entry").path());
    let folders = entries.filter(|path| path.is_dir());
    let mut names: Vec<String> =
        folders.map(|path| path.file_name().expect("a name").to_string_lossy().into_owned()).collect();
    names.retain(|name| !["good", "german-empire", "two-languages"].contains(&name.as_str()));
    names.sort();
    names
}

#[test]
fn the_good_dataset_has_no_problem() {
    let (dataset, report) = validate(&read(&files("tests/data/good")), &[]).unwrap_or_else(|report| panic!("{report}"));
    assert_eq!(report.problems, []);
    assert_eq!(dataset.actors().len(), 3);
}

#[test]
fn every_case_reports_what_stands_beside_it() {
    for name in cases() {
        let report = report(&name);
        expect_file![data().join(&name).join("report.txt")].assert_eq(&report.to_string());
    }
}

#[test]
fn every_case_is_named_by_the_kind_it_shows() {
    for name in cases().iter().filter(|name| *name != "everything-at-once") {
        let kind = ProblemKind::of_code(name).unwrap_or_else(|| panic!("`{name}` is no code"));
        assert!(report(name).kinds().contains(&kind), "{name}");
    }
}

#[test]
fn every_kind_of_problem_has_a_case() {
    let shown: BTreeSet<String> = cases().into_iter().collect();
    let lacking: Vec<&str> =
        ProblemKind::ALL.iter().map(|kind| kind.code()).filter(|code| !shown.contains(*code)).collect();
    assert_eq!(lacking, Vec::<&str>::new());
}

#[test]
fn what_points_at_a_place_names_line_column_and_what_to_do() {
    for name in
        ["unknown-actor", "overlapping-spells", "bad-date", "missing-source", "terminus-before-onset", "bad-stance"]
    {
        for problem in report(name).problems {
            assert!(problem.location.line > 0 && problem.location.column > 0, "{name}: {problem}");
            assert!(!problem.location.field.is_empty() && !problem.hint.is_empty(), "{name}: {problem}");
        }
    }
}

#[test]
fn all_problems_are_reported_at_once() {
    let report = report("everything-at-once");
    assert!(report.kinds().len() >= 6, "{report}");
    assert!(report.errors() >= 8, "{report}");
}

#[test]
fn what_is_allowed_by_name_becomes_a_warning() {
    let draft = read(&case("missing-source"));
    assert!(validate(&draft, &[]).is_err());
    let (_, report) = validate(&draft, &[ProblemKind::MissingSource]).unwrap_or_else(|report| panic!("{report}"));
    assert!(report.errors() == 0 && !report.problems.is_empty());
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    let plain = validate(&read(&files("tests/data/good")), &[]).expect("good").0;
    let windows: Vec<(String, Vec<u8>)> = files("tests/data/good")
        .into_iter()
        .map(|(name, bytes)| {
            let text = String::from_utf8(bytes).expect("text").replace('\n', "\r\n");
            (name, format!("\u{feff}{text}").into_bytes())
        })
        .collect();
    assert_eq!(validate(&read(&windows), &[]).expect("good").0.tables(), plain.tables());
}

#[test]
fn a_report_commands_no_terminal() {
    let mut all = case("unknown-actor");
    for (name, bytes) in &mut all {
        if name == "ties.csv" {
            let text = String::from_utf8(bytes.clone()).expect("text");
            *bytes = text.replace("BBX", "\u{1b}[31mBBX\u{202e}").into_bytes();
        }
    }
    let Err(report) = validate(&read(&all), &[]) else { panic!("it is wrong") };
    let text = report.to_string();
    assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'), "{text}");
}

const TIES: &str = "a,b,from,to,stance,why,events,sources,confidence\n";
const ACTORS: &str = "id,name,short_name,kind,region,from,to,successor,prominence,lon,lat\n";

#[test]
fn columns_are_right_behind_quotes_and_line_breaks() {
    let rows = "AAA,\"BBB\",1950,1951,1,\"Said \"\"no\"\",\nthen yes.\",war-1950 war-19,\"report repor\",high\n\n  AAA,é\"é,1952,,1,x,,report,hihg\n";
    for breaks in ["\n", "\r\n", "\r"] {
        let report = report_of(&with("ties.csv", &(TIES.to_owned() + rows).replace('\n', breaks)));
        let ties = report.problems.iter().map(|problem| &problem.location).filter(|place| place.file == "ties.csv");
        let places: Vec<(usize, usize, &str)> =
            ties.map(|place| (place.line, place.column, place.field.as_str())).collect();
        let expected = [(3, 21, "events"), (3, 36, "sources"), (5, 7, "b"), (5, 8, ""), (5, 29, "confidence")];
        assert_eq!(places, expected, "{breaks:?}: {report}");
    }
}

#[test]
fn what_follows_from_one_mistake_is_not_reported() {
    let good_ties = "AAA,BBB,1950-06-25,1953-07-27,-3,War.,war-1950,,high\n";
    // An actor whose row is torn, or whose table is unreadable, is not unknown.
    let torn = changed(&["actors.csv"], |text| text.replace("Republic of A,A", "Republic of A, A, B"));
    assert_eq!(codes(&report_of(&torn)), ["wrong-field-count"]);
    let nameless = changed(&["actors.csv"], |text| text.replacen("id,", "code,", 1));
    assert_eq!(codes(&report_of(&nameless)), ["missing-column", "unknown-column"]);
    let empty = changed(&["actors.csv"], |_| String::new());
    assert_eq!(codes(&report_of(&empty)), ["missing-column"]);
    // A spell that cannot be read overlaps no other, nor does one of an actor that is unknown.
    let to = good_ties.replace("1953-07-27", "1953-7") + "AAA,BBB,1953-07-27,,-2,Peace.,,report,high\n";
    assert_eq!(codes(&report_of(&with("ties.csv", &(TIES.to_owned() + &to)))), ["bad-date"]);
    let unknown = good_ties.to_owned() + "XXX,BBB,1950,,-2,Peace.,,report,high\n";
    assert_eq!(codes(&report_of(&with("ties.csv", &(TIES.to_owned() + &unknown)))), ["unknown-actor"]);
    // A life that is the wrong way round bounds no tie.
    let life = changed(&["actors.csv"], |text| text.replace("1948-08-15,,", "1948-08-15,1940,"));
    assert_eq!(codes(&report_of(&life)), ["terminus-before-onset"]);
    // Without its object, the descriptor lacks that object and nothing else.
    let bare = with("datapackage.json", r#"{"name": "x", "version": "1", "title": "x", "detante": {}}"#);
    assert_eq!(codes(&report_of(&bare)), ["bad-descriptor"]);
}

#[test]
fn a_spell_is_held_against_all_that_began_before() {
    let rows = "AAA,BBB,1950,,1,Long.,,report,high\nAAA,BBB,1951,1952,1,In it.,,report,high\n\
                BBB,AAA,1953,1954,1,In it too.,,report,high\nAAA,CCC,1953,1954,1,Elsewhere.,war-1950,,high\n";
    let report = report_of(&with("ties.csv", &(TIES.to_owned() + rows)));
    let overlaps = report.problems.iter().filter(|problem| problem.kind == ProblemKind::OverlappingSpells);
    let found: Vec<(usize, &str)> = overlaps.map(|problem| (problem.location.line, problem.note.as_str())).collect();
    let note = "the other is in line 2: stance 1 [1950, )";
    assert_eq!(found, [(3, note), (4, note)]);
}

#[test]
fn a_ring_is_found_by_whichever_successor_it_runs() {
    let row = |id: &str, next: &str| format!("{id},State {id},{id},state,Asia,,,{next},3,0,0\n");
    let ring = [row("AAA", ""), row("BBB", "AAA CCC"), row("CCC", "DDD"), row("DDD", "AAA BBB"), row("EEE", "EEE")];
    let report = report_of(&with("actors.csv", &(ACTORS.to_owned() + &ring.concat())));
    let found: Vec<(usize, &str)> =
        report.problems.iter().map(|problem| (problem.location.line, problem.message.as_str())).collect();
    assert_eq!(found, [(5, "`DDD` leads back to `BBB`"), (6, "`EEE` succeeds itself")]);
    let diamond = [row("AAA", "BBB CCC"), row("BBB", "DDD"), row("CCC", "DDD"), row("DDD", "")];
    assert_eq!(codes(&report_of(&with("actors.csv", &(ACTORS.to_owned() + &diamond.concat())))), Vec::<&str>::new());
}

#[test]
fn a_number_is_a_number_and_a_year_is_whole() {
    for (lon, good) in [("-180", true), ("12.5", true), ("180.01", false), ("inf", false), ("1e2", false), ("", true)] {
        let files = changed(&["actors.csv"], |text| text.replace("125.7", lon));
        assert_eq!(report_of(&files).errors() == 0, good, "{lon}");
    }
    for (year, good) in [("1951", true), ("1951.5", false), ("-1951", true), ("19510", false), ("fifty", false)] {
        let report = report_of(&with("years.csv", &format!("year,line\n{year},A year\n")));
        assert_eq!(report.errors() == 0, good, "{year}: {report}");
    }
}

#[test]
fn an_address_is_on_the_web_and_hides_nothing() {
    for (url, good) in [
        ("", true),
        ("https://example.org", true),
        ("http://example.org/a?b=c#d", true),
        ("https://example.org/한국", true),
        ("javascript:alert(1)", false),
        ("data:text/html,x", false),
        ("//example.org", false),
        ("https://", false),
        ("https://localhost", false),
        ("https://example.org@evil.org", false),
        ("https://example.org\\@evil.org", false),
        ("https://example.org/a b", false),
        ("HTTPS://example.org", false),
    ] {
        let table = format!("id,title,url\nreport,A report,\"{url}\"\n");
        let report = report_of(&with("sources.csv", &table));
        assert_eq!(report.kinds().is_empty(), good, "{url}: {report}");
    }
}

#[test]
fn nobody_is_joined_with_itself() {
    let cases = [
        with("acts.csv", "actor,toward,date,act,source,confidence\nAAA,AAA,1950,established,report,high\n"),
        with("figures.csv", "a,b,year,measure,unit,value,source,confidence\nBBB,BBB,1950,trade,t,1,report,high\n"),
        changed(&["chapters.csv"], |text| text.replace(",BBB,", ",BBB-BBB,")),
        changed(&["events.csv"], |text| text.replace("BBB-CCC:", "CCC-CCC:")),
        changed(&["events.csv"], |text| text.replace("BBB:-2", "AAA:-2")),
    ];
    for files in cases {
        assert_eq!(codes(&report_of(&files)), ["same-actor-twice"]);
    }
}

#[test]
fn the_empty_rows_of_a_spreadsheet_are_no_rows() {
    let files = changed(&["ties.csv", "sources.csv"], |text| text.to_owned() + ",,,,\n , \n,,,,,,,,,\n");
    assert_eq!(codes(&report_of(&files)), Vec::<&str>::new());
}

#[test]
fn the_descriptor_is_believed_in_nothing() {
    let own =
        |entry: &str| changed(&["datapackage.json"], |text| text.replacen("\"ego\"", &format!("{entry}, \"ego\""), 1));
    assert_eq!(codes(&report_of(&own(r#""in_force": ["restored", "established"]"#))), Vec::<&str>::new());
    for entry in
        [r#""in_force": ["established"]"#, r#""in_force": "established""#, r#""title": 5"#, r#""subtitle": []"#]
    {
        assert_eq!(codes(&report_of(&own(entry))), ["bad-descriptor"], "{entry}");
    }
    for (from, to) in [
        ("\"rival\": \"BBB\"", "\"rival\": \"AAA\""),
        ("\"rival\": \"BBB\"", "\"rival\": 7"),
        ("\"implied_stance\": 0", "\"implied_stance\": \"0\""),
        ("\"implied_stance\": 0", "\"implied_stance\": 4"),
        ("1960", "1940"),
        ("1960", "4000"),
        ("1960", "1960.5"),
        ("\"value\": 3,", "\"value\": 4,"),
        ("\"version\": \"1.0.0\"", "\"version\": 1"),
    ] {
        let files = changed(&["datapackage.json"], |text| text.replace(from, to));
        assert_eq!(codes(&report_of(&files)), ["bad-descriptor"], "{to}");
    }
}

#[test]
fn no_text_of_the_descriptor_is_hidden_or_too_long() {
    let title = |title: &str| changed(&["datapackage.json"], |text| text.replace("A small dataset", title));
    assert_eq!(codes(&report_of(&title("A \u{202e}small dataset"))), ["control-character"]);
    assert_eq!(codes(&report_of(&title("A \\u0007small dataset"))), ["control-character"]);
    assert_eq!(codes(&report_of(&title(&"é".repeat(500)))), Vec::<&str>::new());
    assert_eq!(codes(&report_of(&title(&"é".repeat(501)))), ["bad-descriptor"]);
}

#[test]
fn a_year_is_given_once_however_it_is_written() {
    let report = report_of(&with("years.csv", "year,line\n1950,One\n+1950,Another\n"));
    assert_eq!(codes(&report), ["duplicate-id"]);
    assert_eq!(report.problems[0].note, "the other is in line 2");
}

#[test]
fn the_descriptor_is_placed_by_its_keys() {
    let descriptor = std::fs::read_to_string(data().join("good/datapackage.json")).expect("a descriptor");
    let report = |from: &str, to: &str| report_of(&with("datapackage.json", &descriptor.replace(from, to))).to_string();
    expect![[r#"
        error[unknown-actor]: no actor has the id `BBC`
          --> datapackage.json:7:14 (rival)
          |
        7 |     "rival": "BBC",
          |              ^^^^^
          hint: did you mean `BBB` (B)?

        1 error, no warnings; rows read: actors.csv 3, ties.csv 3, acts.csv 1, events.csv 1, sources.csv 1, claims.csv 1, chapters.csv 1
    "#]]
    .assert_eq(&report("\"BBB\"", "\"BBC\""));
    expect![[r#"
        error[bad-descriptor]: the descriptor lacks `first_year` in `detente`
          --> datapackage.json:5:14 (first_year)
          |
        5 |   "detente": {
          |              ^
          hint: `frist_year` may be meant; call it `first_year`

        1 error, no warnings; rows read: actors.csv 3, ties.csv 3, acts.csv 1, events.csv 1, sources.csv 1, claims.csv 1, chapters.csv 1
    "#]]
    .assert_eq(&report("first_year", "frist_year"));
    expect![[r#"
        error[bad-descriptor]: not JSON: expected `,` or `}`
          --> datapackage.json:7:5
          |
        7 |     "rival": "BBB",
          |     ^
          hint: a comma is missing before this, or a bracket

        1 error, no warnings; rows read: actors.csv 3, ties.csv 3, acts.csv 1, events.csv 1, sources.csv 1, claims.csv 1, chapters.csv 1
    "#]]
    .assert_eq(&report("\"AAA\",", "\"AAA\""));
}

#[test]
fn a_hundred_problems_are_printed_and_the_rest_is_counted() {
    let rows: String = (0..150).map(|_| "AAA,BBB,never,,9,x,,report,high\n").collect();
    let report = report_of(&with("ties.csv", &(TIES.to_owned() + &rows)));
    let text = report.to_string();
    assert_eq!(text.matches("error[").count(), 100);
    assert_eq!(report.errors(), 300 + 1);
    assert!(text.contains("\n… and 201 further problems\n\n301 errors, no warnings; "), "{text}");
}

#[test]
fn many_problems_are_counted_and_not_kept() {
    let rows: String = (0..12_000).map(|_| "AAA,BBB,never,,9,x,,report,high\n").collect();
    let report = report_of(&with("ties.csv", &(TIES.to_owned() + &rows)));
    assert_eq!((report.problems.len(), report.errors()), (10_000, 24_001));
    assert!(!report.is_passable());
}

#[test]
fn a_kind_is_called_the_same_everywhere() {
    let codes: Vec<&str> = ProblemKind::ALL.iter().map(|kind| kind.code()).collect();
    let serialised: Vec<String> =
        serde_json::from_value(serde_json::to_value(ProblemKind::ALL).expect("json")).expect("texts");
    assert_eq!(codes, serialised);
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
    for kind in ProblemKind::ALL.iter().copied() {
        assert_eq!(ProblemKind::of_code(kind.code()), Some(kind));
    }
}

#[test]
fn a_section_is_one_of_those_the_descriptor_names() {
    let sections = |list: &str| {
        changed(&["datapackage.json", "chapters.csv"], |text| {
            text.replace("\"ego\"", &format!("\"sections\": {list},\n    \"ego\"")).replace(",overview,", ",overveiw,")
        })
    };
    let found = report_of(&sections("[{ \"id\": \"overview\", \"title\": \"Overview\" }]"));
    expect![[r"
        error[unknown-word]: `overveiw` is no section
          --> chapters.csv:2:5 (section)
          |
        2 | war,overveiw,War,1950,1953,BBB,1951,There was a war.,,war-1950,1.1
          |     ^^^^^^^^
          hint: did you mean `overview`?

        1 error, no warnings; rows read: actors.csv 3, ties.csv 3, acts.csv 1, events.csv 1, sources.csv 1, claims.csv 1, chapters.csv 1
    "]]
    .assert_eq(&format!("{}\n", found.to_string().trim_end()));
    let found = report_of(&sections("[\"overview\"]"));
    assert_eq!(codes(&found), ["bad-descriptor"]);
    assert!(found.to_string().contains("a list of objects with `id` and `title`"), "{found}");
    // Without such a list any word will do.
    assert_eq!(
        codes(&report_of(&changed(&["chapters.csv"], |text| text.replace(",overview,", ",overveiw,")))),
        [""; 0]
    );
}
