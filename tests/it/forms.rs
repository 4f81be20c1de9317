//! The other forms: Gephi's two tables, members of groups, folders without actors or descriptor, JSON.

use detente::data::{Form, ReadOptions, Report, read_any, validate};
use expect_test::expect;

use crate::edge_list::{ties, with_ego};

fn files(all: &[(&str, &str)]) -> Vec<(String, Vec<u8>)> {
    all.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
}

fn read(all: &[(&str, &str)], options: &ReadOptions) -> (detente::data::Dataset, detente::data::Mapping) {
    let draft = read_any(&files(all), options);
    let (dataset, _) = validate(&draft, &[]).unwrap_or_else(|report| panic!("{report}"));
    (dataset, draft.mapping().clone())
}

fn report(all: &[(&str, &str)], options: &ReadOptions) -> Report {
    match validate(&read_any(&files(all), options), &[]) {
        Ok((_, report)) | Err(report) => report,
    }
}

const NODES: &str = "Id,Label,Timeset\nA,Aland,\nB,Bland,\"<[1949.0, 1958.0]>\"\n";
const EDGES: &str = "Source,Target,Type,Year,Weight\nA,B,Undirected,1952,1\n";

#[test]
fn gephis_two_tables_are_a_dataset() {
    let (dataset, mapping) = read(&[("nodes.csv", NODES), ("edges.csv", EDGES)], &with_ego("A"));
    assert_eq!(ties(&dataset), ["Aland – Bland [1952, 1953) +1"]);
    let life = |code: &str| {
        let actor = dataset.actor(dataset.find(code).expect("an actor"));
        (actor.from.map(|date| date.to_string()), actor.to.map(|date| date.to_string()))
    };
    assert_eq!(life("A"), (None, None));
    assert_eq!(life("B"), (Some("1949".to_owned()), Some("1959".to_owned())));
    assert_eq!(mapping.form, Form::NodesAndEdges);
    expect![[r"
        read as a table of nodes and a table of edges:
          nodes.csv: `Id` is read as `id`
          nodes.csv: `Label` is read as `name`
          nodes.csv: `Timeset` is read as `from` (and until: from the first interval to the last)
          edges.csv: `Source` is read as `a` (the two actors, in no order)
          edges.csv: `Target` is read as `b` (the two actors, in no order)
          edges.csv: `Type` is read as `direction` (directed is a-to-b, undirected both ways)
          edges.csv: `Year` is read as `year` (one year; years that follow one another are joined)
          edges.csv: `Weight` is read as `weight` (a larger number is a stronger tie)
          edges.csv: a weight above 0 in `Weight` is the stance 1; below 0 the same with a minus
          of ties of one dyad that hold at the same time the strongest counts
    "]]
    .assert_eq(&mapping.to_string());
}

#[test]
fn intervals_of_an_edge_are_ties() {
    let edges = "Source,Target,Interval,Weight\nn 1,n-2,\"<[1950.0, 1952.0]; [1960.0, 1962.0)>\",1\n";
    let nodes = "Id,Label\nn 1,One\nn-2,Two\n";
    let (dataset, _) = read(&[("a.csv", edges), ("b.csv", nodes)], &with_ego("One"));
    assert_eq!(ties(&dataset), ["One – Two [1950, 1953) +1", "One – Two [1960, 1962) +1"]);
    let codes: Vec<&str> = dataset.actors().iter().map(|actor| actor.code.as_str()).collect();
    assert_eq!(codes, ["n_1", "n_2"]);
}

#[test]
fn an_edge_of_an_unknown_node_is_reported_at_its_place() {
    let report = report(&[("nodes.csv", NODES), ("edges.csv", "Source,Target,Year\nA,C,1952\n")], &with_ego("A"));
    let problem = report.problems.iter().find(|problem| problem.kind.code() == "unknown-actor").expect("reported");
    assert_eq!((problem.location.file.as_str(), problem.location.line, problem.location.column), ("edges.csv", 2, 3));
}

const MEMBERS: &str = "group,actor,from,until,side\n\
    Pact,A,1950,1960,\nPact,B,1955,,\nPact,C,1961,,\n\
    War,A,1939-09-01,1945-05-08,one\nWar,B,1940,1943,two\nWar,D,1941,,two\n";

#[test]
fn members_are_allies_within_and_foes_across() {
    let (dataset, _) = read(&[("members.csv", MEMBERS)], &with_ego("A"));
    let mut found = ties(&dataset);
    found.sort();
    assert_eq!(
        found,
        [
            "A – B [1940, 1944) −3",
            "A – B [1955, 1961) +3",
            "A – D [1941, 1945-05-09) −3",
            "B – C [1961, ) +3",
            "B – D [1941, 1944) +3",
        ]
    );
    let (dataset, _) =
        read(&[("members.csv", MEMBERS), ("ties.csv", "a,b,from,to,stance\nA,E,1950,1951,2\n")], &with_ego("A"));
    assert_eq!(dataset.tables().ties.len(), 6);
    assert_eq!(dataset.actors().len(), 5);
}

#[test]
fn a_wrong_row_of_members_is_reported_once() {
    let text = "group,actor,from,side\nPact,A,1950,\nPact,B,soon,\nPact,C,1950,\nPact,D,1951,east\n,E,1950,\n";
    let report = report(&[("members.csv", text)], &with_ego("A"));
    let said: Vec<(&str, usize)> = report
        .problems
        .iter()
        .filter(|problem| !problem.allowed)
        .map(|problem| (problem.kind.code(), problem.location.line))
        .collect();
    assert_eq!(said, [("bad-date", 3), ("empty-field", 5), ("empty-field", 6)], "{report}");
    let actors = "id\nA\nB\nC\n";
    let report = self::report(
        &[("members.csv", "group,actor,from\nP,A,1950\nP,X,1950\nP,B,1950\n"), ("actors.csv", actors)],
        &with_ego("A"),
    );
    let said: Vec<&str> = report.problems.iter().filter(|p| !p.allowed).map(|p| p.kind.code()).collect();
    assert_eq!(said, ["unknown-actor"], "{report}");
}

#[test]
fn ties_need_neither_actors_nor_descriptor() {
    let ties_table = "a,b,from,to,stance\nAustria-Hungary,B,1950,1953,2\nB,C,1951,,-2\n";
    let (dataset, mapping) =
        read(&[("ties.csv", ties_table)], &ReadOptions { name: Some("my-data".into()), ..with_ego("B") });
    assert_eq!(ties(&dataset), ["Austria-Hungary – B [1950, 1953) +2", "B – C [1951, ) −2"]);
    assert_eq!(dataset.info().title, "My data");
    assert_eq!((dataset.info().first_year, dataset.info().last_year), (1950, 1952));
    assert!(mapping.to_string().contains("they are the 3 whom the ties name"), "{mapping}");
    // What a descriptor leaves out is filled in.
    let descriptor = r#"{ "detente": { "ego": "B", "first_year": 1949 } }"#;
    let (dataset, _) = read(&[("ties.csv", ties_table), ("datapackage.json", descriptor)], &ReadOptions::default());
    assert_eq!((dataset.info().first_year, dataset.info().last_year), (1949, 1952));
}

#[test]
fn two_tables_of_ties_are_not_mixed() {
    let report =
        report(&[("x.csv", "a,b,year\nA,B,1950\n"), ("ties-of-b.csv", "a,b,year\nA,B,1951\n")], &with_ego("A"));
    let unread = report.problems.iter().find(|problem| problem.kind.code() == "unknown-file").expect("reported");
    assert_eq!((unread.location.file.as_str(), unread.note.as_str()), ("x.csv", "the table of ties is ties-of-b.csv"));
}

#[test]
fn a_table_of_wars_with_sides_is_a_table_of_members() {
    let text = "WarNum,WarName,ccode,StateName,Side,StartMonth1,StartDay1,StartYear1,EndMonth1,EndDay1,EndYear1,Deaths\n\
        1,War of X,2,Aland,1,4,7,1823,11,13,1823,400\n1,War of X,3,Bland,2,4,7,1823,11,-9,1823,600\n\
        1,War of X,4,Cland,1,4,7,1823,-9,-9,-7,\n";
    let (dataset, mapping) = read(&[("wars.csv", text)], &with_ego("Aland"));
    assert_eq!(
        ties(&dataset),
        [
            "Aland – Bland [1823-04-07, 1823-11-14) −3",
            "Aland – Cland [1823-04-07, 1823-11-14) +3",
            "Bland – Cland [1823-04-07, 1823-12) −3",
        ]
    );
    assert_eq!(dataset.texts().expect("texts").ties[0].group, "War of X");
    assert!(mapping.to_string().starts_with("read as a table of members:"), "{mapping}");
    assert!(mapping.to_string().contains("`Deaths` is not read"), "{mapping}");
    // A wrong value stands where it is written.
    let report = report(&[("wars.csv", &text.replace("7,1823,-9", "7,MDCCCXXIII,-9"))], &with_ego("Aland"));
    let problem = report.problems.iter().find(|problem| !problem.allowed).expect("reported");
    assert_eq!((problem.location.line, problem.location.column), (4, 26), "{report}");
}

#[test]
fn what_a_table_holds_counts_more_than_its_name() {
    for name in ["years.csv", "members.csv", "events.csv", "figures.csv", "acts.csv"] {
        let (dataset, mapping) = read(&[(name, "state1,state2,year,type\nA,B,1950,defense\n")], &with_ego("A"));
        assert_eq!(
            (ties(&dataset), mapping.form),
            (vec!["A – B [1950, 1951) +3".to_owned()], Form::EdgeList),
            "{name}"
        );
    }
    let members = "alliance,member,since\nPact,A,1950\nPact,B,1951\n";
    for name in ["members.csv", "nato.tsv", "years.csv"] {
        let (dataset, mapping) = read(&[(name, members)], &with_ego("A"));
        assert_eq!((ties(&dataset), mapping.form), (vec!["A – B [1951, ) +3".to_owned()], Form::Members), "{name}");
    }
    // A descriptor alone lacks no more than the ties.
    let report = report(
        &[("datapackage.json", "{ \"detente\": { \"ego\": \"A\" } }"), ("eras.csv", "id,kind,title,from\n")],
        &with_ego("A"),
    );
    let wrong: Vec<&str> = report.problems.iter().filter(|p| !p.allowed).map(|p| p.kind.code()).collect();
    assert_eq!(wrong, ["missing-file"], "{report}");
}
