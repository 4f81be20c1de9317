//! The limits that a caller can set: what stands at one passes, one more is refused with limit, found and how to raise
//! it; files that are too large are not read.

use std::fs;
use std::io::Write as _;
use std::ops::Range;
use std::process::Stdio;

use detente::data::{Limit, ProblemKind, ReadOptions, Report, read_any, validate};

use crate::command::{command, detente, folder, out};
use crate::diagnostics::with;

type Files = Vec<(String, Vec<u8>)>;

/// The report of some files where one limit is set.
fn report(files: &Files, limit: Limit, most: usize) -> Report {
    let mut options = ReadOptions::default();
    options.limits.set(limit, most).expect("it can be set");
    match validate(&read_any(files, &options), &[]) {
        Ok((_, report)) | Err(report) => report,
    }
}

fn one(name: &str, text: String) -> Files {
    vec![(name.to_owned(), text.into_bytes())]
}

/// One piece of text for each number.
fn each(numbers: Range<usize>, piece: impl Fn(usize) -> String) -> String {
    numbers.map(piece).collect::<Vec<String>>().concat()
}

fn ties(rows: usize) -> String {
    let rows = each(0..rows, |row| format!("AAA,BBB,{},{},1,report\n", 1950 + row, 1951 + row));
    format!("a,b,from,to,stance,sources\n{rows}")
}

fn gexf(attributes: usize) -> Files {
    let attributes = each(0..attributes, |at| format!("<attribute id=\"x{at}\" title=\"x{at}\" type=\"string\"/>"));
    one(
        "x.gexf",
        format!(
            "<gexf version=\"1.3\"><graph><attributes class=\"edge\">{attributes}</attributes><nodes><node id=\"a\"/>\
             <node id=\"b\"/></nodes><edges><edge source=\"a\" target=\"b\" start=\"1950\"/></edges></graph></gexf>"
        ),
    )
}

/// A limit, a size, and what makes files of a size.
type Case = (Limit, usize, Box<dyn Fn(usize) -> Files>);

/// Each limit with a size, and files that hold as much of what it limits as they are told.
fn cases() -> Vec<Case> {
    const ACTORS: &str = "id,name,short_name,kind,region,from,to,successor,prominence,lon,lat\n";
    let actors = |size: usize| {
        let rows = each(0..size, |at| format!("A{at},A,A,state,Asia,,,,3,0,0\n"));
        with("actors.csv", &format!("{ACTORS}{rows}"))
    };
    let events = |size: usize| {
        let rows = each(0..size, |at| format!("e{at},1950,war,,x,x,report,high\n"));
        with("events.csv", &format!("id,date,kind,actors,title,summary,sources,confidence\n{rows}"))
    };
    let why = |size: usize| {
        let why = "é".repeat(size);
        with("ties.csv", &format!("a,b,from,to,stance,why,sources\nAAA,BBB,1950,1951,0,{why},report\n"))
    };
    let sources = |size: usize| {
        let sources = vec!["report"; size].join(" ");
        with("ties.csv", &format!("a,b,from,to,stance,sources\nAAA,BBB,1950,1951,0,{sources}\n"))
    };
    let years = |size: usize| {
        let rows = each(0..size, |at| format!("A,B,{},1\n", 1900 + at));
        one("x.csv", format!("source,target,year,stance\n{rows}"))
    };
    let columns = |size: usize| {
        let further = each(4..size, |at| format!(",x{at}"));
        one("x.csv", format!("source,target,start,stance{further}\nA,B,1950,1{}\n", ",".repeat(size - 4)))
    };
    // Four values in each row.
    let cells = |size: usize| {
        let rows = vec!["{\"a\": \"A\", \"b\": \"B\", \"from\": 1950, \"stance\": 1}"; size.div_ceil(4)].join(",");
        one("x.json", format!("{{\"ties\": [{rows}]}}"))
    };
    // Each member is held against those before it.
    let pairs = |size: usize| {
        let members = if size > 45 { 11 } else { 10 };
        let rows = each(0..members, |at| format!("League,A{at},1950,\n"));
        one("members.csv", format!("group,actor,from,to\n{rows}"))
    };
    let name = |size: usize| with("actors.csv", &format!("{ACTORS}AAA,{},A,state,Asia,,,,3,0,0\n", "é".repeat(size)));
    let depth = |size: usize| with("datapackage.json", &("{\"a\":".repeat(size) + "1" + &"}".repeat(size)));
    let bytes = |size: usize| {
        let table = "year,line\n1950,x\n";
        with("years.csv", &(table.to_owned() + &"\n".repeat(size - table.len())))
    };
    // Document, five elements about the nodes, and those of the attributes.
    let elements = |size: usize| gexf(size - 9);
    vec![
        (Limit::Bytes, 5000, Box::new(bytes)),
        (Limit::Actors, 5, Box::new(actors)),
        (Limit::Ties, 5, Box::new(|size| with("ties.csv", &ties(size)))),
        (Limit::TieRows, 7, Box::new(years)),
        (Limit::Events, 5, Box::new(events)),
        (Limit::Columns, 16, Box::new(columns)),
        (Limit::Cells, 40, Box::new(cells)),
        (Limit::Elements, 30, Box::new(elements)),
        (Limit::Pairs, 45, Box::new(pairs)),
        (Limit::List, 3, Box::new(sources)),
        (Limit::Text, 300, Box::new(why)),
        (Limit::Name, 60, Box::new(name)),
        (Limit::Depth, 10, Box::new(depth)),
    ]
}

#[test]
fn what_stands_at_a_limit_passes_and_one_more_is_refused_with_limit_and_found() {
    let cases = cases();
    // The files together are the command line's matter.
    assert_eq!(cases.len() + 1, Limit::ALL.len());
    for (limit, most, files) in cases {
        let key = limit.key();
        let at = report(&files(most), limit, most);
        assert!(!at.kinds().contains(&ProblemKind::LimitExceeded), "{key}: {at}");
        let beyond = report(&files(most + 1), limit, most);
        let problem = beyond.problems.iter().find(|problem| problem.kind == ProblemKind::LimitExceeded);
        let problem = problem.unwrap_or_else(|| panic!("{key}: {beyond}"));
        let message = &problem.message;
        assert!(message.contains(&most.to_string()) && message.contains("limit"), "{key}: {message}");
        assert!(problem.hint.contains(&format!("--limit {key}=")), "{key}: {}", problem.hint);
        // As much more as the hint names is enough.
        let told = problem.hint.rsplit_once('=').and_then(|(_, number)| number.parse().ok()).expect("a number");
        let raised = report(&files(most + 1), limit, told);
        assert!(!raised.kinds().contains(&ProblemKind::LimitExceeded), "{key}: {raised}");
    }
}

#[test]
fn rows_that_leave_out_most_of_many_columns_are_refused_before_they_fill_the_memory() {
    let wide: Vec<String> = (0..1000).map(|at| format!("\"x{at}\": 1")).collect();
    let text = format!("{{\"ties\": [{{{}}}{}]}}", wide.join(","), ",{}".repeat(100_000));
    let found = report(&one("x.json", text), Limit::Bytes, Limit::Bytes.usual());
    assert_eq!(found.kinds(), [ProblemKind::LimitExceeded], "{found}");
    assert!(found.problems[0].message.contains("the limit is 5000000"), "{found}");
}

#[test]
fn no_depth_of_a_graph_overflows_the_stack() {
    let deep = |element: &str| {
        let (open, close) = (format!("<{element}>").repeat(100_000), format!("</{element}>").repeat(100_000));
        one("x.gexf", format!("<gexf><graph>{open}{close}</graph></gexf>"))
    };
    for element in ["nodes", "node", "spells"] {
        let report = report(&deep(element), Limit::Bytes, Limit::Bytes.usual());
        assert!(report.errors() > 0, "{report}");
    }
}

#[test]
fn standard_input_is_left_where_it_is_too_long() {
    let given = |arguments: &[&str]| {
        let mut child = command(arguments);
        let mut child =
            child.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
        let mut input = child.stdin.take().expect("its input");
        let head = b"source,target,start,stance\nA,B,1950,1\n";
        // Where it reads no further, writing fails.
        let _ = input.write_all(head).and_then(|()| input.write_all(&vec![b'\n'; 20 << 20]));
        drop(input);
        out(&child.wait_with_output().expect("it ends"))
    };
    let (code, said, _) = given(&["check", "-", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&said).expect("json");
    assert_eq!((code, &report["problems"][0]["code"]), (Some(1), &"limit-exceeded".into()), "{said}");
    let message = report["problems"][0]["message"].as_str().expect("text");
    // One byte more than the limit was read.
    assert_eq!(message, "the file has 16777217 bytes; the limit is 16777216");
    assert_eq!(report["problems"][0]["location"]["file"], "stdin");
    assert_eq!(given(&["check", "-", "--limit", "bytes=32MiB"]).0, Some(0));
}

#[test]
fn files_that_are_too_large_are_not_read() {
    let place = folder("too-large");
    for (file, bytes) in crate::dataset::files("tests/data/good") {
        fs::write(place.join(file), bytes).expect("a file");
    }
    // Of a file with holes the length alone can tell.
    fs::File::create(place.join("years.csv")).and_then(|file| file.set_len(1 << 36)).expect("a file");
    let path = place.to_str().expect("text");
    let (code, said, _) = out(&detente(&["check", path]));
    assert_eq!(code, Some(1));
    assert!(said.contains("error[limit-exceeded]: the file has 68719476736 bytes; the limit is 16777216"), "{said}");
    assert!(said.contains("takes 1073741824 at most, with --limit bytes=1073741824"), "{said}");
    fs::remove_file(place.join("years.csv")).expect("removed");
    let (code, said, _) = out(&detente(&["check", path, "--limit", "folder=1KiB"]));
    assert_eq!(code, Some(1));
    assert!(said.contains("bytes together; the limit is 1024"), "{said}");
    let (code, said, _) = out(&detente(&["check", path, "--limit", "folder=3MiB"]));
    assert_eq!(code, Some(0), "{said}");
}

#[test]
fn what_no_page_can_show_is_checked_and_drawn_but_not_packed() {
    let place = folder("raised");
    let table = place.join("x.csv");
    let long = "x".repeat(600);
    fs::write(&table, format!("source,target,start,stance\n{long},B,1950,1\n")).expect("a file");
    let path = table.to_str().expect("text");
    let run = |arguments: &[&str]| out(&detente(&[arguments, &["--limit", "name=700"]].concat()));
    assert_eq!(out(&detente(&["check", path])).0, Some(1));
    assert_eq!(run(&["check", path]).0, Some(0));
    assert_eq!(run(&["describe", path]).0, Some(0));
    let pack = place.join("x.bin");
    let (code, _, complained) = run(&["pack", path, "--output", pack.to_str().expect("text")]);
    assert_eq!(code, Some(1));
    assert!(complained.contains("No page can show this dataset"), "{complained}");
    assert!(!pack.exists());
    let (code, _, complained) = out(&detente(&["check", path, "--limit", "names=700"]));
    assert_eq!(code, Some(2));
    assert!(complained.contains("did you mean `name`?"), "{complained}");
}
