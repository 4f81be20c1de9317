//! One report in every form: the same problems in the same order, and nothing that commands a terminal.

use std::fs;
use std::path::{Path, PathBuf};

use boon::{Compiler, SchemaIndex, Schemas};
use detente::data::ProblemKind;
use serde_json::Value;

use crate::command::{detente, folder, out};
use crate::dataset::files;
use crate::diagnostics::{case, cases};

/// A case as a folder of its own: the good tables with those of the case in their place.
fn written(test: &str, name: &str) -> PathBuf {
    let path = folder(&format!("forms-{test}-{name}"));
    for (file, bytes) in case(name) {
        fs::write(path.join(file), bytes).expect("a file");
    }
    path
}

fn report(path: &Path, format: &str) -> (Option<i32>, String) {
    let (code, said, complained) = out(&detente(&["check", path.to_str().expect("text"), "--format", format]));
    assert_eq!(complained, "", "{format}");
    (code, said)
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// What every form says of a problem: code, severity, file, line, column.
type Said = (String, bool, String, u64, u64);

fn said_by_json(report: &Value) -> Vec<Said> {
    let problems = report["problems"].as_array().expect("problems").iter();
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    problems
        .map(|problem| {
            let place = &problem["location"];
            let number = |name: &str| place[name].as_u64().expect("a number");
            let allowed = problem["allowed"].as_bool().expect("a flag");
            (text(&problem["code"]), allowed, text(&place["file"]), number("line"), number("column"))
        })
        .collect()
}

fn said_by_sarif(report: &Value) -> Vec<Said> {
    let results = report["runs"][0]["results"].as_array().expect("results").iter();
    let rules = &report["runs"][0]["tool"]["driver"]["rules"];
    results
        .map(|result| {
            let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().expect("a place")).expect("small")]["id"];
            assert_eq!(rule, &result["ruleId"]);
            let place = &result["locations"][0]["physicalLocation"];
            let number = |name: &str| place["region"][name].as_u64().unwrap_or_default();
            let uri = place["artifactLocation"]["uri"].as_str().expect("a reference");
            let file = uri.strip_prefix("file://").unwrap_or(uri).to_owned();
            let code = result["ruleId"].as_str().expect("a code").to_owned();
            (code, result["level"] == "warning", file, number("startLine"), number("startColumn"))
        })
        .collect()
}

fn said_by_github(report: &str) -> Vec<Said> {
    let commands = report.lines().filter_map(|line| line.strip_prefix("::"));
    commands
        .map(|command| {
            let (head, _) = command.split_once("::").expect("a message");
            let (severity, properties) = head.split_once(' ').expect("properties");
            let property = |name: &str| {
                let found = properties.split(',').find_map(|one| one.strip_prefix(name)?.strip_prefix('='));
                found.unwrap_or_default().to_owned()
            };
            let number = |name: &str| property(name).parse().unwrap_or_default();
            let code = property("title").split(' ').next().unwrap_or_default().to_owned();
            (code, severity == "warning", property("file"), number("line"), number("col"))
        })
        .collect()
}

fn said_by_text(report: &str) -> Vec<Said> {
    let mut lines = report.lines();
    let mut said = Vec::new();
    while let Some(line) = lines.next() {
        let Some((severity, rest)) = line.split_once('[').filter(|(word, _)| ["error", "warning"].contains(word))
        else {
            continue;
        };
        let code = rest.split(']').next().expect("a code").to_owned();
        let place = lines.next().and_then(|line| line.strip_prefix("  --> ")).expect("a place");
        let mut parts = place.split(" (").next().expect("an address").split(':');
        let file = parts.next().expect("a file").to_owned();
        let mut number = || parts.next().map_or(0, |part| part.parse().expect("a number"));
        said.push((code, severity == "warning", file, number(), number()));
    }
    said
}

#[test]
fn every_form_says_the_same_in_the_same_order() {
    for name in cases() {
        let path = written("every_form_say", &name);
        let (code, text) = report(&path, "text");
        let expected = said_by_text(&text);
        assert!(!expected.is_empty(), "{name}");
        assert_eq!(code, Some(i32::from(expected.iter().any(|(_, allowed, ..)| !allowed))), "{name}");
        let (json_code, as_json) = report(&path, "json");
        let (sarif_code, as_sarif) = report(&path, "sarif");
        let (github_code, as_github) = report(&path, "github");
        assert_eq!([json_code, sarif_code, github_code], [code; 3], "{name}");
        assert_eq!(said_by_json(&json(&as_json)), expected, "{name}");
        assert_eq!(said_by_sarif(&json(&as_sarif)), expected, "{name}");
        assert_eq!(said_by_github(&as_github), expected, "{name}");
    }
}

/// The published schema, compiled; it is checked against that of its own language.
fn schema() -> (Schemas, SchemaIndex, Value) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/report.schema.json");
    let schema = json(&fs::read_to_string(path).expect("a schema"));
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource("report.json", schema.clone()).expect("a resource");
    let index = compiler.compile("report.json", &mut schemas).unwrap_or_else(|error| panic!("{error}"));
    (schemas, index, schema)
}

#[test]
fn the_published_schema_describes_every_report() {
    let (schemas, index, schema) = schema();
    for name in cases().iter().map(String::as_str).chain(["good"]) {
        let report = json(&report(&written("the_published_", name), "json").1);
        schemas.validate(&report, index).unwrap_or_else(|error| panic!("{name}: {error}"));
        let fields: Vec<&String> = report.as_object().expect("an object").keys().collect();
        let described: Vec<&String> = schema["properties"].as_object().expect("properties").keys().collect();
        assert_eq!(fields, described);
    }
    let codes: Vec<&str> = ProblemKind::ALL.iter().map(|kind| kind.code()).collect();
    assert_eq!(schema["$defs"]["problem"]["properties"]["code"]["enum"], serde_json::json!(codes));
    // It refuses what is no report.
    assert!(schemas.validate(&serde_json::json!({ "version": 1 }), index).is_err());
}

#[test]
fn the_other_end_of_a_conflict_has_its_place() {
    for (name, file, line, note) in [
        ("overlapping-spells", "ties.csv", 2, "the other is in line 2"),
        ("duplicate-id", "actors.csv", 3, "the first is in line 3"),
        ("successor-ring", "actors.csv", 3, "are in line 3"),
        ("tie-outside-life", "actors.csv", 4, ""),
    ] {
        let path = written("the_other_end_", name);
        let report = json(&report(&path, "json").1);
        let problems = report["problems"].as_array().expect("problems");
        let problem = problems.iter().find(|problem| problem["code"] == name).expect("the problem");
        let other = &problem["other"];
        assert!(other["file"].as_str().is_some_and(|other| other.ends_with(file)), "{name}: {problem}");
        assert_eq!(other["line"], line, "{name}: {problem}");
        assert!(problem["note"].as_str().is_some_and(|text| text.contains(note)), "{name}: {problem}");
        let sarif = json(&self::report(&path, "sarif").1);
        let results = sarif["runs"][0]["results"].as_array().expect("results");
        let result = results.iter().find(|result| result["ruleId"] == name).expect("the result");
        assert_eq!(result["relatedLocations"][0]["physicalLocation"]["region"]["startLine"], line, "{name}");
    }
}

#[test]
fn a_result_has_its_region_its_rule_and_its_help() {
    let path = written("a_result_has_i", "unknown-actor");
    let path = path.to_str().expect("text");
    let (_, said, _) =
        out(&detente(&["check", path, "--format", "sarif", "--help-address", "https://example.org/format.html"]));
    let sarif = json(&said);
    let run = &sarif["runs"][0];
    assert_eq!((&sarif["version"], &run["columnKind"]), (&"2.1.0".into(), &"unicodeCodePoints".into()));
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    assert_eq!(rules.len(), ProblemKind::ALL.len());
    for (rule, kind) in rules.iter().zip(ProblemKind::ALL) {
        assert_eq!(rule["helpUri"], format!("https://example.org/format.html#{}", kind.code()));
        assert!(rule["shortDescription"]["text"].as_str().is_some_and(|text| text.ends_with('.')), "{rule}");
    }
    let result = &run["results"][0];
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["region"], serde_json::json!({ "startLine": 3, "startColumn": 5, "endColumn": 8 }));
    let snippet = place["contextRegion"]["snippet"]["text"].as_str().expect("a snippet");
    assert_eq!(snippet.chars().skip(4).take(3).collect::<String>(), "BBX");
    assert_eq!(result["locations"][0]["logicalLocations"][0]["name"], "b");
}

#[test]
fn a_code_host_is_told_everything_in_one_line() {
    let path = written("a_code_host_is", "unknown-actor");
    let (_, said) = report(&path, "github");
    let file = path.join("ties.csv");
    let expected = format!(
        "::error file={},line=3,endLine=3,col=5,endColumn=8,title=unknown-actor (b)::no actor has the id `BBX`%0Ahint: \
         did you mean `BBB` (B)?",
        file.display()
    );
    assert_eq!(said.lines().next(), Some(expected.as_str()));
    assert!(said.lines().last().is_some_and(|line| line.starts_with("1 error, no warnings; rows read")), "{said}");
}

/// What a terminal would obey, or what turns the direction of reading.
fn commands(text: &str) -> Vec<char> {
    let harmless = |letter: &char| !letter.is_control() || *letter == '\n';
    text.chars().filter(|letter| !harmless(letter) || ('\u{202a}'..='\u{202e}').contains(letter)).collect()
}

#[test]
fn no_form_commands_a_terminal() {
    let path = folder("forms-hostile");
    for (file, bytes) in files("tests/data/good") {
        let text = String::from_utf8(bytes).expect("text");
        let text = match file.as_str() {
            "ties.csv" => text.replace("AAA,BBB", "\u{1b}[31mA\u{9b}1m,B\u{202e}B\u{7}%0A::error::"),
            "events.csv" => text.replace("kind", "k\u{1b}[2Jind"),
            _ => text,
        };
        fs::write(path.join(file), text).expect("a file");
    }
    fs::write(path.join("x\u{1b}[31m\u{202e}.csv"), "a\n").expect("a file");
    for format in ["text", "json", "sarif", "github"] {
        let (code, said) = report(&path, format);
        assert_eq!((code, commands(&said)), (Some(1), Vec::new()), "{format}: {said:?}");
    }
    // In JSON nothing is lost by it: the name of the file can be read back.
    let report = json(&report(&path, "json").1);
    let named = report["problems"].as_array().expect("problems").iter();
    let files: Vec<&str> = named.filter_map(|problem| problem["location"]["file"].as_str()).collect();
    assert!(files.iter().any(|file| file.ends_with("x\u{1b}[31m\u{202e}.csv")), "{files:?}");
    let (_, said) = self::report(&path, "github");
    assert_eq!(said.lines().filter(|line| line.starts_with("::")).count(), files.len(), "{said}");
}

#[test]
fn colours_are_for_those_who_want_them() {
    let path = written("colours_are_fo", "unknown-actor");
    let path = path.to_str().expect("text");
    let plain = out(&detente(&["check", path])).1;
    assert!(!plain.contains('\u{1b}'), "it is no terminal");
    assert_eq!(out(&detente(&["check", path, "--color", "never"])).1, plain);
    let coloured = out(&detente(&["check", path, "--color", "always"])).1;
    assert!(coloured.starts_with("\u{1b}[1;31merror[unknown-actor]\u{1b}[0m\u{1b}[1m: no actor"), "{coloured:?}");
    let mut bare = coloured;
    for code in ["1;31", "1;33", "1;34", "1", "0"] {
        bare = bare.replace(&format!("\u{1b}[{code}m"), "");
    }
    assert_eq!(bare, plain);
}
