//! A dataset written in other forms: read again it is the same, and nothing in it is a formula or markup.

use std::collections::BTreeSet;

use detente::data::{
    ActorId, Dataset, ProblemKind, ReadOptions, Tie, TieDirection, edge_list, gexf, plain_json, read, read_any,
    table_folder, validate,
};
use detente::time::Date;
use proptest::prelude::*;
use roxmltree::{Document, Node};

use crate::dataset::files;
use crate::laws::{Folder, folders};

const DATASETS: [&str; 4] = ["tests/data/good", "tests/data/german-empire", "data/north-korea", "data/great-powers"];

fn dataset(files: &[(String, Vec<u8>)]) -> Dataset {
    match validate(&read(files), &[]) {
        Ok((dataset, _)) => dataset,
        Err(report) => panic!("{report}"),
    }
}

fn of_folder(folder: &str) -> Dataset {
    dataset(&files(folder))
}

fn assert_same(one: &Dataset, other: &Dataset, what: &str) {
    assert_eq!(one.tables(), other.tables(), "{what}");
    assert_eq!(one.texts(), other.texts(), "{what}");
}

/// What a file of one of the other forms is read as.
fn read_back(name: &str, text: &str, options: &ReadOptions) -> Dataset {
    match validate(&read_any(&[(name.to_owned(), text.as_bytes().to_vec())], options), &[ProblemKind::MissingSource]) {
        Ok((dataset, _)) => dataset,
        Err(report) => panic!("{report}\n{text}"),
    }
}

fn of_json(original: &Dataset) -> Dataset {
    read_back("x.json", &plain_json(original).content, &ReadOptions::default())
}

/// The rows by their dyads and days.
fn ties(dataset: &Dataset) -> Vec<(String, String, String, i8)> {
    told(dataset, dataset.tables().ties.iter())
}

/// Ties by their dyads and days: who, from which instant to which, how.
fn told<'d>(dataset: &Dataset, ties: impl Iterator<Item = &'d Tie>) -> Vec<(String, String, String, i8)> {
    let mut ties: Vec<_> = ties
        .map(|tie| {
            let mut ends = [tie.a, tie.b].map(|id| dataset.actor(id).code.as_str());
            ends.sort_unstable();
            let instant = |date: Date| format!("{:.6}", date.instant());
            let to = tie.spell.to.map_or_else(String::new, instant);
            (ends.join("-"), instant(tie.spell.from), to, tie.stance.value())
        })
        .collect();
    ties.sort();
    ties
}

/// What the forms that hold ties alone are read back as.
fn ties_survive(original: &Dataset) {
    let info = original.info();
    let options = ReadOptions {
        ego: info.ego.map(|ego| original.actor(ego).code.clone()),
        span: Some((info.first_year, info.last_year)),
        ..ReadOptions::default()
    };
    // A graph has one tie of two at a time: the one that counts.
    let shown = told(original, original.ties().into_iter());
    assert_eq!(ties(&read_back("x.gexf", &gexf(original).content, &options)), shown);
    let is_tied = |ego: ActorId| original.tables().ties.iter().any(|tie| [tie.a, tie.b].contains(&ego));
    // An edge list names no actor without a tie.
    if info.ego.is_none_or(is_tied) {
        assert_eq!(ties(&read_back("x.csv", &edge_list(original).content, &options)), ties(original));
    }
}

#[test]
fn a_dataset_survives_being_written_as_tables_and_as_json() {
    for folder in DATASETS {
        let original = of_folder(folder);
        let written = table_folder(&original);
        assert_eq!(written.left_out, Vec::<String>::new());
        assert_same(&dataset(&written.content), &original, folder);
        assert_same(&of_json(&original), &original, folder);
        ties_survive(&original);
        // What was written describes itself.
        let report = crate::diagnostics::report_of(&written.content);
        assert_eq!(report.errors(), 0, "{report}");
        let codes: Vec<&str> = report.kinds().iter().map(|kind| kind.code()).collect();
        assert!(!codes.contains(&"resource-mismatch"), "{report}");
    }
}

/// The fields of a table.
fn cells(bytes: &[u8]) -> Vec<String> {
    let reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    reader
        .into_records()
        .flat_map(|record| record.expect("a row").iter().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// Whether a spreadsheet may take a cell for a formula.
fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err()
}

fn is_table(name: &str) -> bool {
    name != "datapackage.json"
}

/// The folder with texts that begin as formulas do.
fn with_formulas(files: &[(String, Vec<u8>)]) -> Vec<(String, Vec<u8>)> {
    let changed = files.iter().map(|(name, bytes)| {
        let text = String::from_utf8(bytes.clone()).expect("text");
        let text = if is_table(name) { text.replace("\"x", "\"'=x") } else { text };
        (name.clone(), text.into_bytes())
    });
    changed.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn every_dataset_survives_every_form(Folder(files) in folders()) {
        for files in [with_formulas(&files), files] {
            let original = dataset(&files);
            let written = table_folder(&original).content;
            for (name, bytes) in written.iter().filter(|(name, _)| is_table(name)) {
                let formulas: Vec<String> = cells(bytes).into_iter().filter(|cell| is_formula(cell)).collect();
                prop_assert!(formulas.is_empty(), "{name}: {formulas:?}");
            }
            assert_same(&dataset(&written), &original, "tables");
            // A file that ties nobody is no dataset.
            if !original.tables().ties.is_empty() {
                assert_same(&of_json(&original), &original, "json");
                ties_survive(&original);
            }
            graph_is(&original, &gexf(&original).content);
        }
    }
}

fn children<'a>(node: Node<'a, 'a>, name: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.children().filter(move |child| child.has_tag_name(("http://gexf.net/1.3", name)))
}

fn child<'a>(node: Node<'a, 'a>, name: &'static str) -> Node<'a, 'a> {
    children(node, name).next().unwrap_or_else(|| panic!("no {name}"))
}

/// A GEXF text holds the actors, the dyads, and every tie with its stance, its reason and its days.
fn graph_is(dataset: &Dataset, text: &str) {
    let document = Document::parse(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let graph = child(document.root_element(), "graph");
    let nodes: Vec<_> = children(child(graph, "nodes"), "node").collect();
    let named = |node: &Node<'_, '_>, name: &str| node.attribute(name).unwrap_or_default().to_owned();
    let ids: Vec<(String, String)> = nodes.iter().map(|node| (named(node, "id"), named(node, "label"))).collect();
    let expected: Vec<_> =
        dataset.actors().iter().map(|actor| (actor.code.clone(), actor.short_name.clone())).collect();
    assert_eq!(ids, expected);
    let edges: Vec<_> = children(child(graph, "edges"), "edge").collect();
    assert_eq!(edges.len(), dataset.dyads().count());
    for (edge, (dyad, ties)) in edges.into_iter().zip(dataset.dyads()) {
        let values: Vec<_> = children(child(edge, "attvalues"), "attvalue").collect();
        let spells: Vec<_> = children(child(edge, "spells"), "spell").collect();
        let of = |key: &str| {
            let found = values.iter().filter(|value| value.attribute("for") == Some(key));
            found.map(|value| named(value, "value")).collect::<Vec<_>>()
        };
        let ties: Vec<_> = ties
            .map(|id| (dataset.tie(id), dataset.texts().map(|texts| &texts.ties[dataset.row(id).index()])))
            .collect();
        // An edge is directed where all its ties point one way.
        let start = |tie: &Tie| match tie.manner.direction() {
            TieDirection::Both => None,
            TieDirection::AToB => Some(tie.a),
            TieDirection::BToA => Some(tie.b),
        };
        let starts: BTreeSet<_> = ties.iter().map(|(tie, _)| start(tie)).collect();
        let [low, high] = dyad.both();
        let (kind, ends) = match starts.into_iter().collect::<Vec<_>>()[..] {
            [Some(start)] if start == high => (Some("directed"), [high, low]),
            [Some(_)] => (Some("directed"), [low, high]),
            _ => (None, [low, high]),
        };
        assert_eq!(edge.attribute("type"), kind);
        assert_eq!([named(&edge, "source"), named(&edge, "target")], ends.map(|id| dataset.actor(id).code.clone()));
        let weights = ties.iter().filter_map(|(tie, _)| tie.weight).map(|weight| weight.to_string());
        assert_eq!(of("weights"), weights.collect::<Vec<_>>());
        let stances: Vec<String> = ties.iter().map(|(tie, _)| tie.stance.value().to_string()).collect();
        assert_eq!(of("stance"), stances);
        let reasons =
            ties.iter().filter_map(|(_, text)| text.map(|text| text.why.clone())).filter(|why| !why.is_empty());
        assert_eq!(of("why"), reasons.collect::<Vec<_>>());
        assert_eq!(spells.len(), ties.len());
        for (spell, (tie, _)) in spells.iter().zip(&ties) {
            let day = |name: &str| spell.attribute(name).map(|day| day.parse::<Date>().expect("a day"));
            assert_eq!(day("start").map(Date::instant), Some(tie.spell.from.instant()));
            // The end belongs to the spell: the instant after it is that of `to`.
            let (end, to) = (day("end").map(Date::instant_after), tie.spell.to.map(Date::instant));
            assert!(end.zip(to).map_or(end == to, |(end, to)| (end - to).abs() < 1e-9), "{end:?} {to:?}");
        }
    }
}

#[test]
fn a_graph_holds_what_the_dataset_says() {
    for folder in DATASETS {
        let dataset = of_folder(folder);
        let written = gexf(&dataset);
        graph_is(&dataset, &written.content);
        assert!(written.left_out.iter().any(|what| what.contains("event")), "{:?}", written.left_out);
    }
}

#[test]
fn an_edge_list_has_the_ties_and_says_what_it_lacks() {
    let dataset = of_folder("tests/data/good");
    let written = edge_list(&dataset);
    let expected = "a,b,from,to,stance,why\n\
                    AAA,BBB,1950-06-25,1953-07-27,-3,Open war.\n\
                    AAA,BBB,1953-07-27,,-2,\"Armistice, no peace.\"\n\
                    AAA,CCC,1949,1958-12-26,2,Arms and credits.\n";
    assert_eq!(written.content, expected);
    for part in ["1 event", "1 source", "1 act", "names", "`events` of the ties"] {
        assert!(written.left_out.iter().any(|what| what.starts_with(part)), "{part}: {:?}", written.left_out);
    }
}
