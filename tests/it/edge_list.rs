//! One table of ties with the column names that people use: what is understood, what is refused, what is shown of it.

use detente::data::{Dataset, Form, Mapping, Problem, ProblemKind, ReadOptions, Report, read_any, validate};
use expect_test::expect;

/// One file with options, read and checked.
pub(crate) fn read_one(name: &str, text: &str, options: &ReadOptions) -> (Result<(Dataset, Report), Report>, Mapping) {
    let draft = read_any(&[(name.to_owned(), text.as_bytes().to_vec())], options);
    (validate(&draft, &[]), draft.mapping().clone())
}

pub(crate) fn with_ego(ego: &str) -> ReadOptions {
    ReadOptions { ego: Some(ego.to_owned()), ..ReadOptions::default() }
}

/// The dataset of a table that must be right.
pub(crate) fn dataset(text: &str, options: &ReadOptions) -> (Dataset, Mapping) {
    let (read, mapping) = read_one("alliances.csv", text, options);
    let (dataset, _) = read.unwrap_or_else(|report| panic!("{report}"));
    (dataset, mapping)
}

/// Every tie in a line: names, spell, stance.
pub(crate) fn ties(dataset: &Dataset) -> Vec<String> {
    let name = |id| dataset.actor(id).short_name.clone();
    let line = |tie: &detente::data::Tie| format!("{} – {} {} {}", name(tie.a), name(tie.b), tie.spell, tie.stance);
    dataset.tables().ties.iter().map(line).collect()
}

fn errors(text: &str, options: &ReadOptions) -> Vec<Problem> {
    let (read, _) = read_one("alliances.csv", text, options);
    let report = read.err().unwrap_or_default();
    report.problems.into_iter().filter(|problem| !problem.allowed).collect()
}

const ALLIANCES: &str = "source,target,start,end,type\n\
    United Kingdom,Portugal,1816,2012,defense\n\
    United Kingdom,Sweden,1816,1911,entente\n\
    Hanover,Bavaria,1838,1848,defense\n\
    Austria-Hungary,Two Sicilies,1816,1820,defense\n";

#[test]
fn an_edge_list_with_names_people_use_is_a_dataset() {
    let (dataset, mapping) = dataset(ALLIANCES, &with_ego("United Kingdom"));
    assert_eq!(
        ties(&dataset),
        [
            "United Kingdom – Portugal [1816, 2013) +3",
            "United Kingdom – Sweden [1816, 1912) +2",
            "Hanover – Bavaria [1838, 1849) +3",
            "Austria-Hungary – Two Sicilies [1816, 1821) +3",
        ]
    );
    let codes: Vec<&str> = dataset.actors().iter().map(|actor| actor.code.as_str()).collect();
    assert_eq!(
        codes,
        ["United_Kingdom", "Portugal", "Sweden", "Hanover", "Bavaria", "Austria_Hungary", "Two_Sicilies"]
    );
    let info = dataset.info();
    assert_eq!((info.title.as_str(), info.name.as_str()), ("Alliances", "alliances"));
    assert_eq!((info.first_year, info.last_year), (1816, 2012));
    assert_eq!(info.ego.map(|ego| dataset.actor(ego).short_name.as_str()), Some("United Kingdom"));
    assert_eq!(mapping.form, Form::EdgeList);
    expect![[r"
        read as an edge list:
          alliances.csv: `source` is read as `a` (the two actors, in no order)
          alliances.csv: `target` is read as `b` (the two actors, in no order)
          alliances.csv: `start` is read as `from`
          alliances.csv: `end` is read as `until` (the last day, month or year on which it held)
          alliances.csv: `type` is read as `kind` (each word or number means a stance)
          alliances.csv: the word `defense` is read as the stance 3 (3 rows)
          alliances.csv: the word `entente` is read as the stance 2 (1 row)
          no table tells the actors: they are the 7 whom the ties name
          of ties of one dyad that hold at the same time the strongest counts
    "]]
    .assert_eq(&mapping.to_string());
}

#[test]
fn the_columns_are_decided_as_a_whole() {
    let one = ["A – B [1950, 1953) +2"];
    for (head, row) in [
        ("a,b,from,until,stance", "A,B,1950,1952,2"),
        ("a,b,from,to,stance", "A,B,1950,1953,partner"),
        ("source,target,from,to,stance", "A,B,1950,1953,2"),
        ("Source;Target;Begin;End;Kind", "A;B;1950;1952;entente"),
        ("country1\tcountry2\tsince\tuntil\trelation", "A\tB\t1950\t1952\t2"),
        ("state_a,state_b,start_year,end_year,type", "A,B,1950,1952,consultation"),
        ("ccode1,state_name1,ccode2,state_name2,styear,endyear,stance", "2,A,20,B,1950,1952,2"),
        ("from,to,start,end,type", "A,B,1950,1952,entente"),
        ("From,To,Year,Type", "A,B,1950,entente\nB,A,1951,entente\nA,B,1952,Entente\nA,B,1951,entente"),
        ("sender,receiver,start date,end date,stance", "A,B,1950.0,1952.0,+2"),
        ("id,Member 1,Member 2,valid from,valid until,stance (-3..3)", "7,A,B,1950,1952,2"),
        ("a,b,start_day,start_month,start_year,end_year,stance", "A,B,NA,NA,1950,1952,2"),
        (
            "version,state_name1,state_name2,year,defense,neutrality,entente",
            "1,A,B,1950,0,1,1\n1,A,B,1951,0,0,1\n1,A,B,1952,0,0,1",
        ),
    ] {
        let (dataset, _) = dataset(&format!("{head}\n{row}\n"), &with_ego("A"));
        assert_eq!(ties(&dataset), one, "{head}");
    }
}

#[test]
fn dates_in_three_columns_are_one() {
    let head = "state_name1,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,dyad_end_day,dyad_end_month,\
        dyad_end_year,version,defense,neutrality";
    let rows = "A,B,4,7,1950,3,8,1952,0,1,0\nA,C,4,7,1950,,,,0,1,0\n";
    let (dataset, mapping) = dataset(&format!("{head}\n{rows}"), &with_ego("A"));
    assert_eq!(ties(&dataset), ["A – B [1950-07-04, 1952-08-04) +3", "A – C [1950-07-04, ) +3"]);
    // What is not understood is listed.
    assert!(mapping.to_string().contains("`version` is not read"), "{mapping}");
}

#[test]
fn years_that_follow_one_another_are_joined() {
    let rows = "1950,B,2\n1951,B,2\n1953,B,2\n1951,C,1\n1950,C,1\n1952,B,1\n";
    let text: String = rows.lines().fold("year,country1,country2,stance\n".to_owned(), |text, row| {
        let parts: Vec<&str> = row.split(',').collect();
        text + &format!("{},A,{},{}\n", parts[0], parts[1], parts[2])
    });
    let (dataset, mapping) = dataset(&text, &with_ego("A"));
    assert_eq!(
        ties(&dataset),
        ["A – B [1950, 1952) +2", "A – B [1953, 1954) +2", "A – C [1950, 1952) +1", "A – B [1952, 1953) +1"]
    );
    assert!(mapping.to_string().contains("6 rows of single years are joined to 4 ties"), "{mapping}");
}

#[test]
fn a_word_that_means_no_stance_is_reported_once_with_what_to_do() {
    let text = "source,target,start,type\nA,B,1950,dynastic\nA,C,1950,Dynastic\nB,C,1951,spiritual\nC,D,1952,war\n";
    let found = errors(text, &with_ego("A"));
    assert_eq!(found.iter().map(|problem| problem.kind).collect::<Vec<_>>(), [ProblemKind::UnknownWord; 2]);
    expect![[r#"
        error[unknown-word]: `dynastic` means no stance; it stands in 2 rows
          --> alliances.csv:2:10 (type)
          |
        2 | A,B,1950,dynastic
          |          ^^^^^^^^
          note: the same is true of spiritual
          hint: say in datapackage.json which stance it is, -3 to 3: "detente": { "kinds": { "dynastic": 2 } }
    "#]]
    .assert_eq(&found[0].to_string());
    let kinds = vec![("Dynastic".to_owned(), 2), ("spiritual".to_owned(), 1)];
    let (dataset, _) = dataset(text, &ReadOptions { kinds, ..with_ego("A") });
    assert_eq!(ties(&dataset)[..3], ["A – B [1950, ) +2", "A – C [1950, ) +2", "B – C [1951, ) +1"]);
}

#[test]
fn a_descriptor_beside_the_table_says_what_is_meant() {
    let table = "x,y,when,how\nA,B,1950,warm\nB,C,1951,cold\n";
    let descriptor = r#"{ "title": "Mine", "detente": { "ego": "B",
        "columns": { "x": "a", "y": "b", "when": "from", "how": "kind" }, "kinds": { "warm": "ally", "cold": -2 } } }"#;
    let files = [("mine.csv", table), ("datapackage.json", descriptor)];
    let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    let (dataset, _) =
        validate(&read_any(&files, &ReadOptions::default()), &[]).unwrap_or_else(|report| panic!("{report}"));
    assert_eq!(ties(&dataset), ["A – B [1950, ) +3", "B – C [1951, ) −2"]);
    assert_eq!(dataset.info().title, "Mine");
    let wrong = descriptor.replace("\"ally\"", "\"hot\"").replace("\"kind\"", "\"sort\"");
    let files = [("mine.csv", table), ("datapackage.json", wrong.as_str())];
    let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    let report = validate(&read_any(&files, &ReadOptions::default()), &[]).expect_err("wrong");
    let said = report.to_string();
    assert!(
        said.contains("datapackage.json:2:94 (kinds)") && said.contains("`how` cannot be read as `sort`"),
        "{said}"
    );
}

#[test]
fn weights_are_parted_by_thresholds() {
    let text = "from,to,year,value\nA,B,1950,10\nA,C,1950,20\nA,D,1950,30\nA,E,1950,-20\nB,C,1950,0\n";
    let (dataset, mapping) = dataset(text, &with_ego("A"));
    let stances: Vec<i8> = dataset.tables().ties.iter().map(|tie| tie.stance.value()).collect();
    assert_eq!(stances, [1, 2, 3, -2, 0]);
    let names: Vec<&str> = dataset.info().ladder.iter().map(|rung| rung.name.as_str()).collect();
    assert_eq!(names[..3], ["weight from 30", "weight 20 to 30", "weight 0 to 20"]);
    let rule = "alliances.csv: a weight above 0 in `value` is the stance 1, from 20 on 2, from 30 on 3; below 0 the same with a minus";
    assert!(mapping.rules.contains(&rule.to_owned()), "{mapping}");
    let thresholds = vec![30.0];
    let (given, _) = self::dataset(text, &ReadOptions { thresholds, ..with_ego("A") });
    assert_eq!(given.tables().ties.iter().map(|tie| tie.stance.value()).collect::<Vec<_>>(), [1, 1, 2, -1, 0]);
}

#[test]
fn ties_without_a_measure_are_alike() {
    let (dataset, mapping) = dataset("country1,country2,start,remark\nA,B,1950,x\nA,C,1951,y\n", &with_ego("A"));
    assert_eq!(ties(&dataset), ["A – B [1950, ) +1", "A – C [1951, ) +1"]);
    assert_eq!((dataset.info().ladder[0].name.as_str(), dataset.info().ladder[0].tone), ("tied", 0));
    assert_eq!(dataset.rungs().count(), 1);
    assert!(mapping.to_string().contains("`remark` is not read (nothing is drawn of it)"), "{mapping}");
}

#[test]
fn habits_of_spreadsheets_are_read_or_named_and_never_guessed() {
    let text = "\u{feff}Land1;country1;country2;start;end;value\r\nx;A;B;1.2.1961;27.07.1963;0,5\r\nx;A;C;1949;;3\r\n";
    let found = errors(text, &with_ego("A"));
    let said: Vec<(usize, usize, &str, &str)> = found
        .iter()
        .map(|p| (p.location.line, p.location.column, p.location.field.as_str(), p.hint.as_str()))
        .collect();
    assert_eq!(
        said,
        [
            (2, 7, "start", "write 1961-02-01 if the day comes first, 1961-01-02 if the month does"),
            (2, 16, "end", "write 1963-07-27"),
            (2, 27, "value", "the comma stands before decimals: write a point, 0.5"),
        ]
    );
    let (dataset, _) = dataset("sep=;\na;b;start;stance\nA;B;1961;2\n", &with_ego("A"));
    assert_eq!(ties(&dataset), ["A – B [1961, ) +2"]);
}

#[test]
fn places_are_those_of_the_file() {
    let text = "\"note\",\"source, or so\",target,start,stance\nx,\"A\",\"A\",1950,2\nx,\"A\",,1950,9\n";
    let columns = vec![("source, or so".to_owned(), "a".to_owned()), ("target".to_owned(), "b".to_owned())];
    let found = errors(text, &ReadOptions { columns, ..with_ego("A") });
    let said: Vec<(&str, usize, usize, &str)> =
        found.iter().map(|p| (p.kind.code(), p.location.line, p.location.column, p.location.field.as_str())).collect();
    assert_eq!(
        said,
        [("same-actor-twice", 2, 8, "target"), ("empty-field", 3, 7, "target"), ("unknown-word", 3, 13, "stance")]
    );
    // A joined tie ends in another row than it begins in.
    let text = "year,a,b,stance,confidence\n1950,A,B,1,high\n1951,A,B,1,high\n";
    assert_eq!(ties(&dataset(text, &with_ego("A")).0), ["A – B [1950, 1952) +1"]);
}

#[test]
fn what_is_missing_is_named() {
    let hint = |text: &str| {
        let found = errors(text, &with_ego("A"));
        assert_eq!(found.len(), 1, "{found:?}");
        (found[0].kind.code(), found[0].hint.clone())
    };
    let (kind, said) = hint("source,targett,start\nA,B,1950\n");
    assert_eq!((kind, said.as_str()), ("missing-column", "`targett` may be meant; call it `target`"));
    let (kind, said) = hint("who,whom,start\nA,B,1950\n");
    assert_eq!((kind, said.as_str()), ("missing-column", "call them `a` and `b`, or `source` and `target`"));
    let (kind, said) = hint("source,target,stance\nA,B,2\n");
    assert!(kind == "missing-column" && said.starts_with("add `from`"), "{said}");
    let (kind, _) = hint("source,target,start,stance\n");
    assert_eq!(kind, "empty-field");
    let (kind, _) = hint("");
    assert_eq!(kind, "missing-column");
    // Without dates the span is the caller's.
    let span = Some((1950, 1952));
    let (dataset, _) = dataset("source,target,stance\nA,B,2\n", &ReadOptions { span, ..with_ego("A") });
    assert_eq!(ties(&dataset), ["A – B [1950, ) +2"]);
    assert_eq!((dataset.info().first_year, dataset.info().last_year), (1950, 1952));
}

#[test]
fn limits_hold_before_and_after_years_are_joined() {
    let years = |rows: usize| {
        (0..rows).fold("a,b,year,stance\n".to_owned(), |text, row| {
            text + &format!("A,B{},{},1\n", row / 1000, 1000 + row % 1000)
        })
    };
    let (read, _) = read_one("dyads.csv", &years(150_000), &with_ego("A"));
    let (dataset, _) = read.unwrap_or_else(|report| panic!("{report}"));
    assert_eq!(dataset.tables().ties.len(), 150);
    let kinds = |text: &str| read_one("x.csv", text, &with_ego("A")).0.err().unwrap_or_default().kinds();
    assert!(kinds(&years(400_001)).contains(&ProblemKind::LimitExceeded));
    let spells = "a,b,start,end,stance\n".to_owned() + &"A,B,1950,1950,1\n".repeat(100_001);
    assert!(kinds(&spells).contains(&ProblemKind::LimitExceeded));
    let actors = (0..20_001).fold("a,b,start,stance\n".to_owned(), |text, row| text + &format!("A,B{row},1950,1\n"));
    assert!(kinds(&actors).contains(&ProblemKind::LimitExceeded));
}
