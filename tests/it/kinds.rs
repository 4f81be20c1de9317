//! Others of the kinds in `cases`: heads in other languages, titles above heads, further forms of dates and of Gephi's
//! tables; what each is read as, or what is said of it.

use detente::data::{Dataset, Mapping, ReadOptions, Report, read_any, validate};

use crate::edge_list::{read_one, ties, with_ego};
use crate::readers::{are_good, delimited, is_table, rewritten};

type Read = (Result<(Dataset, Report), Report>, Mapping);

fn one(text: &str) -> Read {
    read_one("x.csv", text, &ReadOptions::default())
}

fn all(files: &[(&str, &str)]) -> Read {
    let files: Vec<(String, Vec<u8>)> =
        files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    let draft = read_any(&files, &ReadOptions::default());
    (validate(&draft, &[]), draft.mapping().clone())
}

fn ties_of((read, mapping): &Read) -> Vec<String> {
    match read {
        Ok((dataset, _)) => ties(dataset),
        Err(report) => panic!("{mapping}{report}"),
    }
}

/// The codes and hints of what is wrong, and of nothing else.
fn wrong((read, _): &Read) -> Vec<(&'static str, String)> {
    let problems = read.as_ref().err().map(|report| report.problems.clone()).unwrap_or_default();
    problems.into_iter().filter(|one| !one.allowed).map(|one| (one.kind.code(), one.hint)).collect()
}

#[test]
fn heads_in_other_languages_are_understood() {
    for text in [
        "Quelle;Ziel;Von;Bis;Art\nA;B;1894;1917;Bündnis\n",
        "Von;Nach;Beginn;Ende;Typ\nA;B;1894;1917;Allianz\n",
        "Staat A;Staat B;Seit;Bis;Beziehung\nA;B;1894;1917;3\n",
        "Land 1;Land 2;Startjahr;Endjahr;Art\nA;B;1894;1917;verbündet\n",
        "pays1;pays2;début;fin;type\nA;B;1894;1917;alliance\n",
        "État A;État B;Début;Fin;Type\nA;B;1894;1917;allié\n",
        "origen,destino,inicio,fin,tipo\nA,B,1894,1917,alianza\n",
        "stato1,stato2,inizio,fine,tipo\nA,B,1894,1917,alleanza\n",
        "mem1,mem2,begyr,endyr,defense\nA,B,1894,1917,1\n",
        "statea,stateb,strtday,strtmnth,strtyr,endyr,type\nA,B,-9,-9,1894,1917,ally\n",
        ",source,target,start,end,stance\n0,A,B,1894.0,1917.0,3.0\n",
        "source,target,start,end,xx_defense,xx_neutral\nA,B,1894,1917,1,1\n",
        "source,target,period,type\nA,B,1894-1917,ally\n",
        "source,target,years,type\nA,B,1894 – 1917,ally\n",
    ] {
        assert_eq!(ties_of(&one(text)), ["A – B [1894, 1918) +3"], "{text}");
    }
    let days = one("source,target,start,end,type\nA,B,19500625,19530727,war\n");
    assert_eq!(ties_of(&days), ["A – B [1950-06-25, 1953-07-28) −3"]);
    // A weight with a decimal comma is named, and not read as ten times as much.
    let commas = one("source;target;année;poids\nA;B;2001;12,5\n");
    assert_eq!(wrong(&commas)[0].0, "bad-number");
}

#[test]
fn titles_and_comments_above_a_head_are_left_out_with_a_warning() {
    for (text, above) in [
        ("Pacts of Europe,,,,\n,,,,\nsource,target,start,end,type\nA,B,1894,1917,ally\n", "1 line"),
        ("Pacts of Europe\n\nsource;target;start;end;type\nA;B;1894;1917;ally\n", "1 line"),
        ("# made, by hand\r\n# in 2020\r\nsource,target,start,end,type\r\nA,B,1894,1917,ally\r\n", "2 lines"),
    ] {
        let read = one(text);
        assert_eq!(ties_of(&read), ["A – B [1894, 1918) +3"], "{text}");
        let (_, report) = read.0.expect("read");
        let said: Vec<&str> = report.problems.iter().map(|one| one.message.as_str()).collect();
        assert!(said.contains(&format!("{above} above the names of the columns: not read").as_str()), "{report}");
    }
    // Places are those of the file.
    let problem = one("Pacts\n\nsource,target,start,end,type\nA,B,soon,,ally\n").0.expect_err("a wrong date");
    let place = |at: usize| (problem.problems[at].location.line, problem.problems[at].location.column);
    assert!((0..problem.problems.len()).any(|at| place(at) == (4, 5)), "{problem}");
}

#[test]
fn every_form_of_a_line_that_names_the_separator_is_heeded() {
    for line in ["SEP=;\n", "sep = ;\r\n", "sep=;;;;;;\r\n", "\u{feff}sep=;\r\n"] {
        let change = |text: &str| format!("{line}{}", delimited(text, b';')).into_bytes();
        are_good(&rewritten(|name, text| if is_table(name) { change(text) } else { text.into() }));
    }
    // A separator that parts no head is not the one that was used.
    are_good(&rewritten(|name, text| if is_table(name) { format!("sep=;\n{text}") } else { text.into() }.into_bytes()));
}

#[test]
fn empty_fields_at_the_ends_of_lines_are_nothing() {
    let lines = |text: &str, head: &str, rows: &str| -> String {
        text.lines().enumerate().map(|(at, line)| line.to_owned() + if at == 0 { head } else { rows } + "\n").collect()
    };
    for (head, rows) in [(",,,", ",,,"), (",,,", "")] {
        let change = |text: &str| lines(text, head, rows);
        are_good(&rewritten(|name, text| if is_table(name) { change(text) } else { text.into() }.into_bytes()));
    }
    let read = one("source,target,start,end,type\nA,B,1894,1917,ally,,\nA,C,1894,1917,war,,\n");
    assert_eq!(ties_of(&read).len(), 2);
    // A comma too many within one row is no empty field at its end.
    let read = one("source,target,start,end,type,label\nA,B,1894,1917,ally,one, two\nA,C,1894,1917,war,\n");
    assert_eq!(wrong(&read)[0].0, "wrong-field-count");
}

#[test]
fn what_is_refused_says_what_to_do() {
    let dated = |date: &str| one(&format!("source,target,start,type\nA,B,\"{date}\",war\n"));
    for (date, hint) in [
        ("c. 1951", "write 1951, or 1951~ for about 1951"),
        ("1951s", "write 1951, or 1951~ for about 1951"),
        ("1951/1952", "write one date: 1951, or 1951~ for about 1951"),
        ("-431", "years before 0001 are not read"),
        ("18439", "this may be a spreadsheet's number of a day: format the column as text, and write 1972-07-04"),
        ("1.2.1961", "write 1961-02-01 if the day comes first, 1961-01-02 if the month does"),
        ("25 June 1950", "write 1950-06-25"),
        ("_:b12", "this stands for a date that is not known: leave the field empty where it may be"),
    ] {
        // That no year is known is no fault of its own.
        assert_eq!(wrong(&dated(date)), [("bad-date", hint.to_owned())], "{date}");
    }
    let values = one("France,Russia,1894,1917,alliance\n");
    let hint = "the first line must name the columns, such as a,b,from,to,stance: it seems to hold values";
    assert_eq!(wrong(&values), [("missing-column", hint.to_owned())]);
    let graph = "<gexf version=\"1.3\"><graph><nodes><node id=\"A\"/></nodes></graph></gexf>";
    let empty = read_one("x.gexf", graph, &ReadOptions::default());
    let hint = "add edges, each with `source`, `target` and `start`";
    assert_eq!(wrong(&empty), [("empty-field", hint.to_owned())]);
}

#[test]
fn gephis_tables_are_understood_however_they_are_written() {
    let nodes = "ID,LABEL\nA,Aland\nB,Bland\n";
    for (nodes, edges) in [
        (nodes, "SOURCE,TARGET,TYPE,ID,LABEL,TIMESET,WEIGHT\nA,B,Undirected,0,,\"<[1952.0, 1953.0]>\",1.0\n"),
        (nodes, "source;target;type;interval;weight\nA;B;Undirected;<[1952.0, 1954.0)>;1.0\n"),
        (nodes, "Source,Target,Type,Timestamps,Weight\nA,B,Undirected,\"<[1952.0]>\",1\nA,B,Undirected,1953,1\n"),
        ("name,title\nA,Aland\nB,Bland\n", "from,to,year,weight\nA,B,1952,1\nA,B,1953,1\n"),
        ("code,country\nA,Aland\nB,Bland\n", "code1,code2,start,end,stance\nA,B,1952,1953,1\n"),
    ] {
        let read = all(&[("x [Nodes].csv", nodes), ("x [Edges].csv", edges)]);
        let found = ties_of(&read);
        assert!(found[0].starts_with("Aland – Bland [1952, 195"), "{edges}: {found:?}");
        assert!(found.last().is_some_and(|last| last.contains("1954)")), "{edges}: {found:?}");
    }
    // Of more than two times in brackets each is a point.
    let read =
        all(&[("nodes.csv", nodes), ("edges.csv", "Source,Target,Timeset\nA,B,\"<[1952.0, 1955.0, 1957.0]>\"\n")]);
    let years = ["1952, 1953", "1955, 1956", "1957, 1958"].map(|years| format!("Aland – Bland [{years}) +1"));
    assert_eq!(ties_of(&read), years);
}

#[test]
fn years_in_which_nobody_is_tied_are_said_wherever_they_are() {
    let read = one("source,target,start,end,type\nA,B,1950,1952,ally\nA,B,1957,1958,war\n");
    let (_, report) = read.0.expect("read");
    let said: Vec<&str> = report.problems.iter().map(|one| one.message.as_str()).collect();
    assert!(said.contains(&"nothing is tied from 1953 to 1956: the picture is empty"), "{report}");
}

#[test]
fn a_key_given_twice_is_found_in_any_spelling() {
    let text = r#"{ "detente": { "ego": "A", "\u0065go": "B" }, "ties": [{ "a": "A", "b": "B", "from": 1950, "stance": 1 }] }"#;
    let read = read_one("x.json", text, &ReadOptions::default());
    assert!(wrong(&read).iter().any(|(code, _)| *code == "duplicate-key"));
}

const GRAPH: &str = r#"<gexf xmlns="http://gexf.net/1.2draft" version="1.2"><graph mode="dynamic" timeformat="date">
<nodes><node id="1" label="A" start="1950" end="1960"/><node id="2" label="B"/><node id="3" label="C">
<slices><slice start="1940" end="1944"/></slices></node></nodes><edges>
<edge source="1" target="2" start="1945" weight="2"/>
<edge source="2" target="1" end="1955"/>
<edge source="1" target="1" start="1950"/>
<edge source="1" target="3" start="1950"/>
</edges></graph></gexf>"#;

#[test]
fn a_graph_says_what_it_leaves_to_be_understood() {
    let (read, mapping) = read_one("x.gexf", GRAPH, &with_ego("A"));
    let (dataset, _) = read.unwrap_or_else(|report| panic!("{report}"));
    let spells =
        |dataset: &Dataset| ties(dataset).iter().map(|tie| tie[..tie.len() - 3].to_owned()).collect::<Vec<_>>();
    assert_eq!(spells(&dataset), ["A – B [1950, 1961)", "B – A [1950, 1956)"]);
    for rule in [
        "1 edge from a node to itself: not read",
        "2 edges without a weight: it is 1",
        "1 tie while one of the actors is not there: not read",
        "2 ties read as long as both actors are there",
    ] {
        assert!(mapping.rules.iter().any(|said| said.ends_with(rule)), "{rule}: {mapping}");
    }
    // Without the node's beginning the edge begins with the graph.
    let (read, mapping) = read_one("x.gexf", &GRAPH.replace("start=\"1950\" end=\"1960\"", ""), &with_ego("A"));
    let (dataset, _) = read.unwrap_or_else(|report| panic!("{report}"));
    assert_eq!(spells(&dataset)[1], "B – A [1940, 1956)");
    assert!(mapping.to_string().contains("1 tie without a beginning: from 1940 on"), "{mapping}");
}
