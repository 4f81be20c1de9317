//! Networks in one file: JSON, GEXF as Gephi writes it, `GraphML`; and one network in every form.

use detente::data::{Dataset, Form, Mapping, ReadOptions, Report, json_schema, read_any, validate};
use detente::layout::Layout;
use detente::render::svg;
use detente::scene::{Palette, Theme, View, at_rest};
use expect_test::expect_file;

use crate::edge_list::{read_one, ties, with_ego};

fn read(name: &str, text: &str, options: &ReadOptions) -> (Dataset, Mapping) {
    let (read, mapping) = read_one(name, text, options);
    let (dataset, _) = read.unwrap_or_else(|report| panic!("{report}"));
    (dataset, mapping)
}

fn report(name: &str, text: &str, options: &ReadOptions) -> Report {
    read_one(name, text, options).0.map_or_else(|report| report, |(_, report)| report)
}

/// What is wrong, with its place.
fn errors(report: &Report) -> Vec<(&'static str, usize, usize)> {
    let wrong = report.problems.iter().filter(|problem| !problem.allowed);
    wrong.map(|problem| (problem.kind.code(), problem.location.line, problem.location.column)).collect()
}

const GEXF: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta lastmodifieddate="2026-11-27"><creator>Gephi 0.10</creator></meta>
  <graph defaultedgetype="undirected" mode="dynamic" timeformat="date" timerepresentation="interval" start="1950-01-01">
    <attributes class="node" mode="static">
      <attribute id="region" title="region" type="string"/>
    </attributes>
    <attributes class="edge" mode="static">
      <attribute id="reason" title="why" type="string"><default>A treaty.</default></attribute>
    </attributes>
    <attributes class="edge" mode="dynamic">
      <attribute id="stance" title="stance" type="integer"/>
    </attributes>
    <nodes>
      <node id="0" label="Aland"><attvalues><attvalue for="region" value="Europe"/></attvalues></node>
      <node id="1" label="Bland" start="1949-05-01" end="1958-12-31"/>
      <node id="2" label="C and D"/>
    </nodes>
    <edges>
      <edge id="0" source="0" target="1" weight="1.0">
        <attvalues>
          <attvalue for="stance" value="2" start="1950-06-25" endopen="1953-07-27"/>
          <attvalue for="stance" value="-1" start="1953-07-27" end="1957-12-31"/>
        </attvalues>
      </edge>
      <edge id="1" source="0" target="2">
        <spells><spell start="1951-01-01" end="1951-12-31"/><spell start="1953-01-01" endopen="1954-01-01"/></spells>
        <attvalues><attvalue for="stance" value="1"/><attvalue for="reason" value="A &amp; B."/></attvalues>
      </edge>
      <edge id="2" source="1" target="2" end="1952-12-31"><attvalues><attvalue for="stance" value="0"/></attvalues></edge>
    </edges>
  </graph>
</gexf>
"#;

#[test]
fn a_graph_of_gephis_is_a_dataset() {
    let (dataset, mapping) = read("network.gexf", GEXF, &with_ego("Aland"));
    assert_eq!(mapping.form, Form::Gexf);
    assert_eq!(
        ties(&dataset),
        [
            "Aland – Bland [1950-06-25, 1953-07-27) +2",
            "Aland – Bland [1953-07-27, 1958-01-01) −1",
            "Aland – C and D [1951-01-01, 1952-01-01) +1",
            "Aland – C and D [1953-01-01, 1954-01-01) +1",
            "Bland – C and D [1950-01-01, 1953-01-01) 0",
        ]
    );
    let actor = dataset.actor(dataset.find("1").expect("an actor"));
    assert_eq!(actor.from.map(|date| date.to_string()).as_deref(), Some("1949-05-01"));
    assert_eq!(actor.to.map(|date| date.to_string()).as_deref(), Some("1959-01-01"));
    let why: Vec<&str> = dataset.texts().expect("texts").ties.iter().map(|tie| tie.why.as_str()).collect();
    assert_eq!(why[1..3], ["A treaty.", "A & B."]);
    // The older form says the same in another namespace.
    let older = GEXF.replace("gexf.net/1.3", "www.gexf.net/1.2draft").replace("version=\"1.3\"", "version=\"1.2\"");
    assert_eq!(read("network.gexf", &older, &with_ego("Aland")).0.tables(), dataset.tables());
}

#[test]
fn places_of_a_graph_are_those_of_the_file() {
    let wrong = GEXF
        .replace("value=\"2\"", "value=\"9\"")
        .replace("1951-01-01", "1.2.1951")
        .replace("target=\"1\"", "target=\"7\"");
    let found = errors(&report("network.gexf", &wrong, &with_ego("Aland")));
    let place = |text: &str| {
        let at = wrong.find(text).expect("it is there") + text.find('"').expect("a quote") + 1;
        (wrong[..at].lines().count(), wrong[..at].lines().last().unwrap_or_default().chars().count() + 1)
    };
    let (actor, stance, date) = (place("target=\"7\""), place("value=\"9\""), place("start=\"1.2.1951\""));
    assert_eq!(
        found,
        [
            ("unknown-actor", actor.0, actor.1),
            ("unknown-actor", actor.0, actor.1),
            ("unknown-word", stance.0, stance.1),
            ("bad-date", date.0, date.1),
        ]
    );
}

#[test]
fn places_in_the_picture_are_kept_where_every_node_has_one() {
    let mut text = GEXF.replace("</attvalues></node>", "</attvalues><viz:position x=\"-50\" y=\"100\"/></node>");
    assert!(!read("network.gexf", &text, &with_ego("Aland")).0.has_positions());
    for (place, end) in [("150", "end=\"1958-12-31\"/>"), ("50", "label=\"C and D\"/>")] {
        let open = end.replace("/>", &format!("><viz:position x=\"{place}\" y=\"0\"/></node>"));
        text = text.replacen(end, &open, 1);
    }
    let (dataset, _) = read("network.gexf", &text, &with_ego("Aland"));
    let places: Vec<(f32, f32)> =
        dataset.actors().iter().filter_map(|actor| actor.position).map(|place| (place.x, place.y)).collect();
    assert_eq!(places, [(0.0, 0.25), (1.0, 0.75), (0.5, 0.75)]);
}

#[test]
fn intervals_and_points_of_time_are_read() {
    let graph = |edge: &str| {
        format!(
            "<gexf version=\"1.3\"><graph mode=\"dynamic\" timeformat=\"double\"><nodes><node id=\"a\" label=\"A\"/>\
             <node id=\"b\" label=\"B\"/></nodes><edges><edge source=\"a\" target=\"b\" {edge}/></edges></graph></gexf>"
        )
    };
    for (edge, told) in [
        (
            "intervals=\"&lt;[1950.0, 1951.0]; [1953.0, 1955.0)&gt;\"",
            &["A – B [1950, 1952) +1", "A – B [1953, 1955) +1"][..],
        ),
        ("timestamps=\"&lt;[1950.0, 1952.0]&gt;\"", &["A – B [1950, 1951) +1", "A – B [1952, 1953) +1"][..]),
        ("timestamp=\"1950\"", &["A – B [1950, 1951) +1"][..]),
        ("start=\"1950.5\" end=\"Infinity\"", &["A – B [1950-07-03, ) +1"][..]),
    ] {
        let (dataset, _) = read("x.gexf", &graph(edge), &with_ego("A"));
        assert_eq!(ties(&dataset), told, "{edge}");
    }
}

#[test]
fn graphml_needs_a_span_or_data_with_dates() {
    let graph = |data: &str| {
        format!(
            "<?xml version=\"1.0\"?><graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\
             <key id=\"d0\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\
             <key id=\"d1\" for=\"edge\" attr.name=\"type\" attr.type=\"string\"/>\
             <key id=\"d2\" for=\"edge\" attr.name=\"start\" attr.type=\"int\"/>\
             <graph edgedefault=\"undirected\"><node id=\"n0\"><data key=\"d0\">Aland</data></node><node id=\"n1\"/>\
             <edge source=\"n0\" target=\"n1\"><data key=\"d1\">alliance</data>{data}</edge></graph></graphml>"
        )
    };
    let span = Some((1950, 1955));
    let (dataset, mapping) = read("x.graphml", &graph(""), &ReadOptions { span, ..with_ego("Aland") });
    assert_eq!((ties(&dataset), mapping.form), (vec!["Aland – n1 [1950, ) +3".to_owned()], Form::Graphml));
    assert_eq!((dataset.info().first_year, dataset.info().last_year), (1950, 1955));
    let (dataset, _) = read("x.graphml", &graph("<data key=\"d2\">1951</data>"), &with_ego("Aland"));
    assert_eq!(ties(&dataset), ["Aland – n1 [1951, ) +3"]);
    assert_eq!(errors(&report("x.graphml", &graph(""), &with_ego("Aland")))[0].0, "missing-column");
}

#[test]
fn xml_that_could_grow_is_refused() {
    let bomb =
        "<?xml version=\"1.0\"?>\n<!DOCTYPE gexf [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n<gexf>&b;</gexf>";
    let report = report("x.gexf", bomb, &with_ego("A"));
    assert_eq!(report.problems[0].location.line, 2, "{report}");
    assert_eq!(errors(&report).len(), 1, "{report}");
    for text in ["<gexf>", "<html></html>", "<", "<gexf><graph/></gexf>", "<gexf/>"] {
        assert_eq!(errors(&self::report("x.gexf", text, &with_ego("A"))).len(), 1, "{text}");
    }
    let deep = "<gexf>".repeat(100_000) + &"</gexf>".repeat(100_000);
    assert!(!errors(&self::report("x.gexf", &deep, &with_ego("A"))).is_empty());
    let wide = format!("<gexf>{}</gexf>", "<a/>".repeat(2_000_001));
    assert_eq!(errors(&self::report("x.gexf", &wide, &with_ego("A")))[0].0, "limit-exceeded");
}

const JSON: &str = r#"{
  "title": "Mine",
  "detente": { "ego": "A", "last_year": 1960 },
  "actors": [ { "id": "A", "short_name": "Aland", "lon": 12.5 }, { "id": "B", "name": null, "prominence": 1 } ],
  "events": [ { "id": "war", "date": "1950-06-25", "title": "A \"war\"", "actors": ["A", "B"], "sources": "x" } ],
  "sources": [ { "id": "x", "title": "X" } ],
  "ties": [
    { "a": "A", "b": "B", "from": 1950, "to": "1953-07-27", "stance": "at war", "events": ["war"], "sources": ["x"] },
    { "a": "B", "b": "A", "stance": 1, "from": "1953-07-27" }
  ]
}"#;

#[test]
fn json_written_by_hand_is_a_dataset() {
    let (dataset, mapping) = read("mine.json", JSON, &ReadOptions::default());
    assert_eq!(mapping.form, Form::Json);
    assert_eq!(ties(&dataset), ["Aland – B [1950, 1953-07-27) −3", "B – Aland [1953-07-27, ) +1"]);
    assert_eq!((dataset.info().title.as_str(), dataset.info().last_year), ("Mine", 1960));
    assert_eq!(dataset.events()[0].actors.len(), 2);
    // Actors and descriptor may be missing, and a kind may stand in the place of a stance.
    let bare = r#"{"ties": [{"source": "North-South", "target": "B", "year": 1950, "type": "alliance"}]}"#;
    let (dataset, _) = read("my-net.json", bare, &with_ego("North-South"));
    assert_eq!(
        (ties(&dataset), dataset.info().title.as_str()),
        (vec!["North-South – B [1950, 1951) +3".to_owned()], "My net")
    );
}

#[test]
fn places_of_json_are_those_of_the_file() {
    let wrong = JSON
        .replace("\"at war\"", "\"at peace\"")
        .replace("\"A\", \"b\": \"B\", \"from\": 1950", "\"A\", \"b\": \"Z\", \"from\": 1950")
        .replace("\"lon\": 12.5", "\"lon\": 1250")
        .replace("\"prominence\"", "\"prominance\"")
        .replace("\"last_year\": 1960", "\"last_year\": \"x\"");
    assert_eq!(
        errors(&report("mine.json", &wrong, &ReadOptions::default())),
        [
            ("bad-descriptor", 3, 41),
            ("bad-number", 4, 58),
            ("unknown-column", 4, 94),
            ("unknown-actor", 8, 23),
            ("bad-stance", 8, 72),
        ]
    );
    for (text, place) in [
        ("{\"ties\": [[1]]}", ("bad-descriptor", 1, 11)),
        ("{\"ties\": 5}", ("bad-descriptor", 1, 10)),
        ("{\"ties\": [{\"a\": {\"x\": 1}}]}", ("bad-descriptor", 1, 17)),
        ("{\"ties\": [}", ("bad-descriptor", 1, 11)),
        ("{\"ties\": [{}, {}], \"ties\": []}", ("duplicate-key", 1, 20)),
    ] {
        assert!(errors(&report("x.json", text, &with_ego("A"))).contains(&place), "{text}");
    }
    let deep = "{\"ties\": ".to_owned() + &"[".repeat(100_000);
    assert_eq!(errors(&report("x.json", &deep, &with_ego("A")))[0].0, "limit-exceeded");
}

#[test]
fn the_published_schema_of_json_is_that_of_the_code() {
    let schema = serde_json::to_string_pretty(&json_schema()).expect("JSON") + "\n";
    expect_file!["../../docs/dataset.schema.json"].assert_eq(&schema);
}

/// A form with its files.
type Told = (&'static str, Vec<(&'static str, String)>);

/// One network, as each form tells it.
fn network() -> Vec<Told> {
    type Row = (&'static str, &'static str, i16, i16, i8);
    let rows: [Row; 3] =
        [("Aland", "B-land", 1950, 1952, 2), ("Aland", "C", 1951, 1955, -3), ("B-land", "C", 1950, 1955, 0)];
    let table = |head: &str, row: &dyn Fn(&Row) -> String| {
        rows.iter().fold(head.to_owned(), |text, tie| text + &row(tie) + "\n")
    };
    let spells = |(a, b, from, until, stance): &Row| format!("{a},{b},{from},{until},{stance}");
    let nodes = "Id,Label\nAland,Aland\nB-land,B-land\nC,C\n";
    let years: String = rows.iter().fold("from,to,year,type\n".to_owned(), |text, (a, b, from, until, stance)| {
        (*from..=*until).fold(text, |text, year| text + &format!("{a},{b},{year},{stance}\n"))
    });
    let json = rows.map(|(a, b, from, until, stance)| {
        format!("{{\"a\": \"{a}\", \"b\": \"{b}\", \"from\": {from}, \"until\": {until}, \"stance\": {stance}}}")
    });
    let edges = rows.map(|(a, b, from, until, stance)| {
        let value = format!("<attvalues><attvalue for=\"0\" value=\"{stance}\"/></attvalues>");
        format!("<edge source=\"{a}\" target=\"{b}\" start=\"{from}\" end=\"{until}\">{value}</edge>")
    });
    let named = ["Aland", "B-land", "C"].map(|name| format!("<node id=\"{name}\" label=\"{name}\"/>"));
    let gexf = format!(
        "<gexf><graph mode=\"dynamic\"><attributes class=\"edge\"><attribute id=\"0\" title=\"stance\"/></attributes>\
         <nodes>{}</nodes><edges>{}</edges></graph></gexf>",
        named.concat(),
        edges.concat()
    );
    let data = |(key, value): (&str, String)| format!("<data key=\"{key}\">{value}</data>");
    let arcs = rows.map(|(a, b, from, until, stance)| {
        let told = [("from", from.to_string()), ("until", until.to_string()), ("stance", stance.to_string())];
        format!("<edge source=\"{a}\" target=\"{b}\">{}</edge>", told.map(data).concat())
    });
    let keys = ["from", "until", "stance"].map(|key| format!("<key id=\"{key}\" for=\"edge\" attr.name=\"{key}\"/>"));
    let graphml = format!(
        "<graphml>{}<graph>{}{}</graph></graphml>",
        keys.concat(),
        ["Aland", "B-land", "C"].map(|name| format!("<node id=\"{name}\"/>")).concat(),
        arcs.concat()
    );
    let own = ["Aland,", "B_land,B-land", "C,"].map(|row| format!("{row}\n")).concat();
    vec![
        (
            "folder",
            vec![
                ("ties.csv", table("a,b,from,until,stance\n", &spells).replace("B-land", "B_land")),
                ("actors.csv", "id,name\n".to_owned() + &own),
            ],
        ),
        ("ties alone", vec![("ties.csv", table("a,b,from,until,stance\n", &spells))]),
        ("edge list", vec![("x.csv", table("Source;Target;Start;End;Stance\n", &|tie| spells(tie).replace(',', ";")))]),
        ("years", vec![("x.tsv", years.replace(',', "\t"))]),
        (
            "Gephi",
            vec![("edges.csv", table("Source,Target,Start,End,Kind\n", &spells)), ("nodes.csv", nodes.to_owned())],
        ),
        ("JSON", vec![("x.json", format!("{{\"ties\": [{}]}}", json.join(", ")))]),
        ("GEXF", vec![("x.gexf", gexf)]),
        ("GraphML", vec![("x.graphml", graphml)]),
    ]
}

/// The picture of a year, as text.
fn picture(dataset: &Dataset, year: i16) -> String {
    let layout = Layout::solve(dataset);
    let scene = at_rest(dataset, &layout, year, &View::new(600.0, 600.0, Theme::Light));
    svg(&[&scene], Palette::paper(Theme::Light), "title", "text")
}

/// Files by their names.
type Files = Vec<(String, Vec<u8>)>;

/// A dataset as the files of its packed form: what is drawn, and its texts.
fn packed(dataset: &Dataset) -> Files {
    let texts = detente::render::texts_json(dataset);
    vec![("x.bin".to_owned(), detente::layout::pack(dataset)), ("x.json".to_owned(), texts)]
}

#[test]
fn one_network_is_the_same_dataset_in_every_form() {
    let options = ReadOptions { name: Some("The network".into()), ..with_ego("B-land") };
    let bytes = |(name, text): (&str, String)| (name.to_owned(), text.into_bytes());
    let mut forms: Vec<(&str, Files)> =
        network().into_iter().map(|(form, files)| (form, files.into_iter().map(bytes).collect())).collect();
    let open = |form: &str, files: &[(String, Vec<u8>)]| {
        let read = validate(&read_any(files, &options), &[]);
        read.unwrap_or_else(|report| panic!("{form}: {report}")).0
    };
    let first = open("folder", &forms[0].1);
    forms.push(("pack", packed(&first)));
    for (form, files) in &forms {
        let dataset = open(form, files);
        // A pack has the places as well, which the others leave to the layout.
        let mut tables = dataset.tables().clone();
        if *form == "pack" {
            assert!(!tables.placements.is_empty());
            tables.placements.clear();
        }
        assert_eq!(format!("{tables:#?}"), format!("{:#?}", first.tables()), "{form}");
        for year in [1950, 1952, 1955] {
            assert_eq!(picture(&dataset, year), picture(&first, year), "{form} {year}");
        }
        assert_eq!(&tables, first.tables(), "{form}");
        assert_eq!(dataset.texts(), first.texts(), "{form}");
        assert_eq!(packed(&dataset), packed(&first), "{form}");
    }
    assert_eq!(forms.len(), 9);
}

mod hostile {
    //! Whatever the bytes: no panic, and no error without a place to look at.

    use detente::data::{ReadOptions, read_any, validate};
    use proptest::prelude::*;

    fn survives(name: &str, bytes: &[u8]) {
        let options = ReadOptions { ego: Some("A".into()), ..ReadOptions::default() };
        let draft = read_any(&[(name.to_owned(), bytes.to_vec())], &options);
        let _ = draft.mapping().to_string();
        if let Err(report) = validate(&draft, &[]) {
            assert!(report.errors() > 0, "refused without a reason: {report}");
        }
    }

    /// A text of pieces that readers look for.
    fn pieces() -> impl Strategy<Value = String> {
        const PIECES: [&str; 44] = [
            "source",
            "target",
            "from",
            "to",
            "year",
            "start",
            "end",
            "type",
            "weight",
            "a",
            "b",
            "stance",
            "timeset",
            ",",
            ",",
            ",",
            ";",
            "\n",
            "\n",
            "\n",
            "\"",
            "1950",
            "1951-02-03",
            "-3",
            "2",
            "NA",
            "<[1950, 1951]>",
            "A",
            "B",
            " ",
            "{",
            "}",
            "[",
            "]",
            ":",
            "\"ties\"",
            "<gexf>",
            "<graph>",
            "<edge source=\"A\" target=\"B\" start=\"1950\"/>",
            "</graph>",
            "</gexf>",
            "\u{feff}",
            "é",
            "members",
        ];
        proptest::collection::vec(0..PIECES.len(), 0..60)
            .prop_map(|parts| parts.into_iter().map(|at| PIECES[at]).collect())
    }

    /// A well-formed table with a head of names that are understood, in any order and number.
    fn tables() -> impl Strategy<Value = String> {
        const NAMES: [&str; 16] = [
            "source", "target", "from", "to", "year", "start", "end", "type", "weight", "stance", "a", "b", "Timeset",
            "state1", "state2", "label",
        ];
        const VALUES: [&str; 16] = [
            "A",
            "B",
            "C D",
            "1950",
            "1951",
            "1952.5",
            "1953-01-02",
            "",
            "2",
            "-3",
            "9",
            "war",
            "odd",
            "NA",
            "<[1950, 1951]>",
            "1.2.1950",
        ];
        let row = proptest::collection::vec(0..VALUES.len(), 6);
        (proptest::collection::vec(0..NAMES.len(), 6), proptest::collection::vec(row, 0..12)).prop_map(
            |(head, rows)| {
                let line = |cells: Vec<&str>| cells.join("\t") + "\n";
                let head = line(head.into_iter().map(|at| NAMES[at]).collect());
                rows.into_iter().fold(head, |text, row| text + &line(row.into_iter().map(|at| VALUES[at]).collect()))
            },
        )
    }

    proptest! {
        #[test]
        fn bytes_of_any_kind_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            for name in ["x.csv", "x.json", "x.gexf", "ties.csv", "members.csv", "x"] {
                survives(name, &bytes);
            }
        }

        #[test]
        fn texts_of_what_readers_look_for_are_survived(text in pieces()) {
            for name in ["x.csv", "x.json", "x.gexf", "ties.csv", "members.csv"] {
                survives(name, text.as_bytes());
            }
        }

        #[test]
        fn tables_of_names_that_are_understood_are_survived(text in tables()) {
            survives("x.csv", text.as_bytes());
            survives("ties.csv", text.as_bytes());
        }
    }
}
