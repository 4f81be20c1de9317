//! Tables as people write them: spreadsheets, query services, other programs.

use detente::data::{Problem, Report, read, validate};

use crate::dataset::files;
use crate::diagnostics::{changed, report_of, with};

/// The tables of the good dataset, each changed by a function of its text into bytes.
pub(crate) fn rewritten(change: impl Fn(&str, &str) -> Vec<u8>) -> Vec<(String, Vec<u8>)> {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    files("tests/data/good").into_iter().map(|(name, bytes)| (name.clone(), change(&name, &text(bytes)))).collect()
}

/// Asserts that files are read as the good dataset, without a word.
pub(crate) fn are_good(files: &[(String, Vec<u8>)]) {
    let good = validate(&read(&self::files("tests/data/good")), &[]).expect("good").0;
    let (dataset, report) = validate(&read(files), &[]).unwrap_or_else(|report| panic!("{report}"));
    assert_eq!(report.problems, []);
    assert_eq!(dataset.tables(), good.tables());
}

/// The table written with another delimiter.
pub(crate) fn delimited(text: &str, delimiter: u8) -> String {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    for record in csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes()).into_records() {
        writer.write_record(&record.expect("a record")).expect("written");
    }
    String::from_utf8(writer.into_inner().expect("bytes")).expect("text")
}

pub(crate) fn is_table(name: &str) -> bool {
    name.strip_suffix(".csv").is_some()
}

fn only(report: &Report) -> &Problem {
    assert_eq!(report.problems.len(), 1, "{report}");
    &report.problems[0]
}

#[test]
fn any_delimiter_is_found() {
    for delimiter in [b';', b'\t', b'|'] {
        let change = |name: &str, text: &str| if is_table(name) { delimited(text, delimiter) } else { text.to_owned() };
        are_good(&rewritten(|name, text| change(name, text).into_bytes()));
    }
}

#[test]
fn a_line_that_names_the_delimiter_is_heeded() {
    for (line, delimiter) in [("sep=,\n", b','), ("sep=;\r\n", b';'), ("\"sep=;\"\n", b';'), ("sep=\t\n", b'\t')] {
        let change = |text: &str| format!("{line}{}", delimited(text, delimiter)).into_bytes();
        are_good(&rewritten(|name, text| if is_table(name) { change(text) } else { text.into() }));
    }
}

#[test]
fn places_are_right_behind_any_delimiter() {
    let ties = "sep=;\na;b;from;to;stance;why;sources\nAAA;BBB;1950;;2;\"one; two\";report\nAAA;CCC;1950;;9;;report\n";
    let report = report_of(&with("ties.csv", ties));
    let problem = report.problems.iter().find(|problem| problem.kind.code() == "bad-stance").expect("reported");
    assert_eq!((problem.location.line, problem.location.column, problem.before), (4, 15, 14));
}

#[test]
fn utf_16_is_read_with_its_mark_and_without() {
    for mark in ["\u{feff}", ""] {
        let little = |text: &str| format!("{mark}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big = |text: &str| format!("{mark}{text}").encode_utf16().flat_map(u16::to_be_bytes).collect();
        are_good(&rewritten(|_, text| little(text)));
        are_good(&rewritten(|_, text| big(text)));
    }
}

#[test]
fn half_a_character_of_utf_16_is_named_with_its_place() {
    let mut all = files("tests/data/good");
    for (name, bytes) in &mut all {
        if name == "years.csv" || name == "sources.csv" {
            let text = String::from_utf8(bytes.clone()).expect("text");
            *bytes = [vec![0xff, 0xfe], text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat();
            bytes.pop();
        }
    }
    let report = report_of(&all);
    let problem = only(&report);
    assert_eq!((problem.kind.code(), problem.location.line), ("bad-utf8", 2), "{report}");
}

#[test]
fn the_spelling_of_a_head_is_forgiven_with_a_warning() {
    let files = changed(&["ties.csv"], |text| text.replacen("a,b,from,to,stance", "A, b ,From,TO,Stance (-3..3)", 1));
    let report = report_of(&files);
    assert!(report.is_passable(), "{report}");
    let said: Vec<&str> = report.problems.iter().map(|problem| problem.hint.as_str()).collect();
    assert_eq!(said, ["write `a`", "write `from`", "write `to`", "write `stance`"]);
}

#[test]
fn columns_without_name_and_values_are_nothing() {
    let all = changed(&["ties.csv"], |text| text.lines().map(|line| line.to_owned() + ",,,\n").collect());
    are_good(&all);
    let all = changed(&["ties.csv"], |text| {
        text.lines()
            .enumerate()
            .fold(String::new(), |text, (index, line)| text + line + if index == 1 { ",x\n" } else { ",\n" })
    });
    assert_eq!(only(&report_of(&all)).message, "a column with values has no name");
}

#[test]
fn thousands_of_unknown_columns_are_refused_at_once() {
    let more = |count: usize| (0..count).fold(String::new(), |text, index| text + ",column" + &index.to_string());
    let all = changed(&["ties.csv"], |text| text.lines().map(|line| line.to_owned() + &more(8000) + "\n").collect());
    let report = report_of(&all);
    assert!(report.problems.iter().any(|problem| problem.message == "the table has 8010 columns; the limit is 1000"));
    // As many as are allowed are reported up to a number that somebody reads.
    let all = changed(&["ties.csv"], |text| text.lines().map(|line| line.to_owned() + &more(900) + "\n").collect());
    let report = report_of(&all);
    assert_eq!(report.problems.len(), 51, "{report}");
}

#[test]
fn names_of_stances_are_as_good_as_numbers() {
    are_good(&changed(&["ties.csv"], |text| text.replace(",-3,", ",at war,").replace(",2,", ",Partner,")));
}

#[test]
fn an_inclusive_end_is_the_day_before_the_exclusive_one() {
    are_good(&changed(&["ties.csv"], |text| {
        text.replacen("from,to,", "from,until,", 1)
            .replace("1953-07-27,-3", "1953-07-26,-3")
            .replace("1958-12-26", "1958-12-25")
    }));
}

#[test]
fn a_year_alone_may_be_beginning_and_end() {
    let report = report_of(&with(
        "ties.csv",
        "a,b,from,to,stance,sources\nAAA,BBB,1950,1950,2,report\nAAA,CCC,1951-03,1951,1,report\n",
    ));
    assert!(report.problems.iter().all(|problem| problem.kind.code() != "terminus-before-onset"), "{report}");
    let report = report_of(&with("ties.csv", "a,b,from,to,stance,sources\nAAA,BBB,1950-06-01,1950-06-01,2,report\n"));
    assert!(report.problems.iter().any(|problem| problem.kind.code() == "terminus-before-onset"), "{report}");
}

#[test]
fn a_vague_end_of_a_life_may_be_any_of_its_days() {
    let of = |life: &str, tie: &str| {
        let all = changed(&["actors.csv"], |text| text.replace("1958-12-26", life));
        let ties = format!("a,b,from,to,stance,sources\nAAA,CCC,1949,{tie},2,report\n");
        let all =
            all.into_iter().filter(|(name, _)| name != "ties.csv" && name != "claims.csv" && name != "chapters.csv");
        let all: Vec<_> = all.chain([("ties.csv".to_owned(), ties.into_bytes())]).collect();
        report_of(&all).kinds().iter().all(|kind| kind.code() != "tie-outside-life")
    };
    assert!(of("1958-12", "1958-12-03") && of("1958", "1958-12-31") && of("1958-12-26", "1958-12"));
    assert!(!of("1958-12", "1959-01-01") && !of("1958-12-26", "1958-12-27"));
}

#[test]
fn facts_without_sources_are_a_warning_for_each_table_unless_they_are_demanded() {
    let ties = "a,b,from,to,stance\nAAA,BBB,1950,1952,2\nAAA,BBB,1952,,1\n";
    let lenient = |text: &str| text.replace("\"sources_required\": true,", "");
    let mut all = with("ties.csv", ties);
    all.retain(|(name, _)| !matches!(name.as_str(), "claims.csv" | "chapters.csv"));
    let of_ties = |report: &Report| {
        let problems = report.problems.iter().filter(|problem| problem.location.file == "ties.csv");
        problems.map(|problem| problem.message.clone()).collect::<Vec<String>>()
    };
    assert_eq!(of_ties(&report_of(&all)), ["this tie names neither an event nor a source"; 2]);
    for (name, bytes) in &mut all {
        if name == "datapackage.json" {
            *bytes = lenient(std::str::from_utf8(bytes).expect("text")).into_bytes();
        }
    }
    let report = report_of(&all);
    assert_eq!(of_ties(&report), ["2 rows have no source; this is the first"]);
}
