//! Files as other programs write them, and a table of alliances in the columns of a public one: each is read, checked and
//! drawn, and what is not understood is listed.

use std::path::{Path, PathBuf};

use detente::data::{Dataset, Form, ReadOptions, read_any, validate};
use detente::layout::Layout;
use detente::render::svg;
use detente::scene::{Palette, Theme, View, at_rest};
use expect_test::expect_file;

use crate::edge_list::ties;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/others")
}

/// How a file was understood, what is reported of it, and the dataset, where there are no errors.
fn read(name: &str, bytes: Vec<u8>, options: &ReadOptions) -> (String, Form, Option<Dataset>) {
    let draft = read_any(&[(name.to_owned(), bytes)], options);
    let checked = validate(&draft, &[]);
    let (Ok((_, report)) | Err(report)) = &checked;
    let told = format!("{}\n{report}", draft.mapping());
    (told, draft.mapping().form, checked.ok().map(|(dataset, _)| dataset))
}

/// A picture of each tenth year, well formed, with what is drawn in it.
fn draw(dataset: &Dataset) -> usize {
    let (first, last) = (dataset.info().first_year, dataset.info().last_year);
    let layout = Layout::solve(dataset);
    let marks = (first..=last).step_by(10).map(|year| {
        let scene = at_rest(dataset, &layout, year, &View::new(800.0, 600.0, Theme::Light));
        let picture = svg(&[&scene], Palette::paper(Theme::Light), "title", "text");
        roxmltree::Document::parse(&picture).unwrap_or_else(|error| panic!("{year}: {error}"));
        scene.marks.len()
    });
    marks.max().unwrap_or_default()
}

/// A file, its form, and how many actors and ties it has.
type Outcome = (&'static str, Form, Option<(usize, usize)>);

/// Actors and ties of each; none where dates are written in a way that could mean something else.
const FILES: [Outcome; 10] = [
    ("gephi-open-intervals.gexf", Form::Gexf, Some((2, 3))),
    ("gephi-web-network.gexf", Form::Gexf, Some((4, 5))),
    ("gexf-dynamics.gexf", Form::Gexf, Some((4, 5))),
    ("gexf-edge-weight.gexf", Form::Gexf, Some((4, 6))),
    ("gnumeric.csv", Form::EdgeList, Some((16, 84))),
    ("gnumeric-german.csv", Form::EdgeList, None),
    ("gnumeric-serial-days.csv", Form::EdgeList, None),
    ("igraph.graphml", Form::Graphml, Some((6, 95))),
    ("networkx.gexf", Form::Gexf, Some((6, 95))),
    ("networkx.graphml", Form::Graphml, Some((6, 95))),
];

#[test]
fn each_is_read_and_drawn_and_what_is_not_understood_is_listed() {
    let mut names: Vec<String> = std::fs::read_dir(folder())
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| [".csv", ".gexf", ".graphml"].iter().any(|ending| name.ends_with(ending)))
        .collect();
    names.sort();
    let mut expected = FILES.map(|(name, ..)| name);
    expected.sort_unstable();
    assert_eq!(names, expected);
    for (name, form, size) in FILES {
        // A graph without time has to be told its years.
        let span = (name == "gephi-web-network.gexf").then_some((2009, 2010));
        let bytes = std::fs::read(folder().join(name)).expect("a file");
        let (told, found, dataset) = read(name, bytes, &ReadOptions { span, ..ReadOptions::default() });
        assert_eq!(found, form, "{name}");
        expect_file![folder().join(name).with_extension(format!("{}.txt", form_ending(name)))].assert_eq(&told);
        let counted = dataset.as_ref().map(|dataset| (dataset.actors().len(), dataset.tables().ties.len()));
        assert_eq!(counted, size, "{name}: {told}");
        if let (Some(dataset), Some((actors, _))) = (dataset, size) {
            assert!(draw(&dataset) > actors, "{name}");
        }
    }
}

fn form_ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// One network is the same whichever of the programs wrote it.
#[test]
fn three_programs_tell_the_same_ties() {
    let of = |name: &str| {
        let bytes = std::fs::read(folder().join(name)).expect("a file");
        let dataset = read(name, bytes, &ReadOptions::default()).2.unwrap_or_else(|| panic!("{name}"));
        let mut all: Vec<String> = ties(&dataset)
            .iter()
            .map(|tie| {
                // In no order of the two.
                let (pair, rest) = tie.split_once(" [").expect("a spell");
                let mut pair: Vec<&str> = pair.split(" – ").collect();
                pair.sort_unstable();
                format!("{} [{rest}", pair.join(" – "))
            })
            .collect();
        all.sort();
        all
    };
    let expected = of("networkx.gexf");
    assert_eq!(of("networkx.graphml"), expected);
    // igraph has no labels beside the names.
    assert_eq!(of("igraph.graphml").len(), expected.len());
}

/// Rows as in `alliance_v4.1_by_dyad_yearly.csv` of the Correlates of War project: its columns, a row for each dyad, alliance
/// and year, with states and years of our own.
fn dyad_years() -> (String, usize, usize) {
    let mut table =
        "version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,dyad_end_day,\
        dyad_end_month,dyad_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente,year,version\n"
            .to_owned();
    let (mut rows, alliances) = (0, 400);
    for alliance in 0..alliances {
        let (a, b) = (alliance % 40, 40 + alliance / 5 % 60);
        let first = 1816 + alliance * 37 % 150;
        // Some of them hold to the end of the record.
        let last = if alliance % 10 == 0 { 2012 - alliance % 20 / 10 } else { first + 5 + alliance * 11 % 40 };
        // What was in force when the record was closed has no end.
        let end = if last == 2012 { ",,".to_owned() } else { format!("31,12,{last}") };
        let kinds = [alliance % 3 == 0, alliance % 3 == 1, alliance % 3 == 2, alliance % 2 == 0].map(u8::from);
        let [defense, neutrality, nonaggression, entente] = kinds;
        for year in first..=last {
            let row = format!(
                "{},{},\"State {a}\",{},\"State {b}\",1,1,{first},{end},{},{},{defense},{neutrality},{nonaggression},{entente},{year},4.1\n",
                alliance + 1,
                2 + a,
                2 + b,
                u8::from(first == 1816),
                u8::from(last == 2012),
            );
            table += &row;
            rows += 1;
        }
    }
    (table, rows, alliances)
}

#[test]
fn a_table_of_alliances_by_dyad_and_year_is_read() {
    let (table, rows, alliances) = dyad_years();
    assert!(rows > 10_000, "{rows}");
    let (told, form, dataset) = read("alliances.csv", table.into_bytes(), &ReadOptions::default());
    expect_file![folder().join("alliances-by-dyad-year.txt")].assert_eq(&told);
    let dataset = dataset.unwrap_or_else(|| panic!("{told}"));
    assert_eq!((form, dataset.actors().len()), (Form::EdgeList, 100));
    // The rows of an alliance are one tie.
    assert_eq!(dataset.tables().ties.len(), alliances, "{told}");
    assert_eq!((dataset.info().first_year, dataset.info().last_year), (1816, 2011));
    assert!(draw(&dataset) > 100);
    // The end of an alliance in force is not known.
    let open = dataset.tables().ties.iter().filter(|tie| tie.spell.to.is_none()).count();
    assert!(open > 0 && open < alliances, "{open}");
}
