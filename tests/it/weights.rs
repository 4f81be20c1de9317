//! Weights, directions, groups and censored ends: what they make of a picture and of words, and what a wrong one is told.

use detente::data::{
    Dataset, Dyad, Form, Mapping, ReadOptions, Tie, TieDirection, edge_list, gexf, plain_json, read, read_any,
    table_folder, validate,
};
use detente::layout::{Focus, Layout};
use detente::moment::Moment;
use detente::scene::{Datum, Mark, Theme, View, at_rest};
use detente::time::Playhead;
use detente::words;
use expect_test::{Expect, expect};

use crate::dataset::files;

fn named(files: &[(&str, &str)]) -> Vec<(String, Vec<u8>)> {
    files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
}

fn descriptor(own: &str) -> String {
    format!(
        "{{\"name\":\"made\",\"version\":\"1\",\"title\":\"Made\",\"detente\":{{\n{own}\"first_year\":1950,\"last_year\":1959}}}}"
    )
}

/// A dataset of these ties and of what the descriptor says.
fn made(own: &str, ties: &str) -> Result<Dataset, String> {
    let descriptor = descriptor(own);
    let files = named(&[("datapackage.json", &descriptor), ("ties.csv", ties)]);
    validate(&read(&files), &[]).map(|(dataset, _)| dataset).map_err(|report| report.to_string())
}

fn good(own: &str, ties: &str) -> Dataset {
    made(own, ties).unwrap_or_else(|report| panic!("{report}"))
}

/// One file that is a dataset by itself.
fn one(name: &str, text: &str) -> (Dataset, Mapping) {
    let draft = read_any(&named(&[(name, text)]), &ReadOptions::default());
    let (dataset, _) = validate(&draft, &[]).unwrap_or_else(|report| panic!("{report}"));
    (dataset, draft.mapping().clone())
}

fn example() -> Dataset {
    validate(&read(&files("examples/trade")), &[]).unwrap_or_else(|report| panic!("{report}")).0
}

/// Stance, weight and direction of every tie that holds, in the order of dyads and days.
fn told(dataset: &Dataset) -> Vec<String> {
    dataset.ties().into_iter().map(|tie| tell(dataset, tie)).collect()
}

fn tell(dataset: &Dataset, tie: &Tie) -> String {
    let code = |id| dataset.actor(id).code.as_str();
    let way = match tie.manner.direction() {
        TieDirection::Both => "–",
        TieDirection::AToB => "→",
        TieDirection::BToA => "←",
    };
    let weight = tie.weight.map_or_else(|| "none".to_owned(), |weight| weight.to_string());
    format!("{}{way}{} {} {}: {weight}", code(tie.a), code(tie.b), tie.spell, tie.stance.value())
}

/// The first problem of a wrong dataset.
fn refused(own: &str, ties: &str, expected: &Expect) {
    let descriptor = descriptor(own);
    let files = named(&[("datapackage.json", &descriptor), ("ties.csv", ties)]);
    let report = validate(&read(&files), &[]).expect_err("wrong");
    let problem = report.problems.iter().find(|problem| !problem.allowed).expect("an error");
    expected.assert_eq(&problem.to_string());
    assert_eq!(report.errors(), 1, "{report}");
}

/// The widths of lines and the heads of arrows in a picture, by the codes of the two.
fn lines(dataset: &Dataset, year: i16, view: &View) -> (Vec<(String, f64)>, Vec<String>) {
    let scene = at_rest(dataset, &Layout::solve(dataset), year, view);
    let (mut widths, mut heads) = (Vec::new(), Vec::new());
    for mark in &scene.marks {
        let Mark::Path { points, width, datum: Datum::Tie(id), .. } = mark else { continue };
        let [a, b] = dataset.tie(*id).dyad().both().map(|end| dataset.actor(end).code.as_str());
        if points.len() == 3 {
            heads.push(format!("{a}-{b}"));
        } else {
            widths.push((format!("{a}-{b}"), *width));
        }
    }
    (widths, heads)
}

const TRADE: &str = "\"weight\":{\"name\":\"trade\",\"unit\":\"million dollars\"},";

#[test]
fn weights_alone_are_one_rung_and_the_widths_of_lines() {
    let dataset = example();
    assert_eq!(dataset.rungs().count(), 1);
    let rung = &dataset.info().ladder[0];
    assert_eq!((rung.name.as_str(), rung.tone), ("trade", 0));
    for (width, height, thinnest, widest) in [(960.0, 860.0, 1.0, 11.0), (360.0, 360.0, 0.5, 6.0)] {
        let (widths, heads) = lines(&dataset, 1996, &View::new(width, height, Theme::Light));
        assert_eq!(
            (widths.len(), heads.as_slice()),
            (11, ["AEL-DUN", "BRO-HAL", "ELB-FEN", "ELB-GOR"].map(str::to_owned).as_slice())
        );
        let of = |pair: &str| widths.iter().find(|(other, _)| other == pair).expect(pair).1;
        let all = |least: f64, most: f64| widths.iter().all(|(_, width)| (least..most).contains(width));
        assert!(all(thinnest, widest), "{widths:?}");
        assert!(of("AEL-BRO") > 1.5 * of("DUN-ELB") && of("DUN-ELB") > 2.0 * of("GOR-HAL"), "{widths:?}");
    }
    // The square root: what is four times as heavy is twice as wide beyond the thinnest.
    let ties = "a,b,from,weight\nA,B,1950,100\nA,C,1950,25\nB,C,1950,0\nC,D,1950,\n";
    let view = View::new(960.0, 860.0, Theme::Light);
    let (widths, _) = lines(&good(TRADE, ties), 1950, &view);
    let thinnest = widths[3].1;
    assert!((widths[2].1 - thinnest).abs() < 1e-9, "a tie without a number is as thin as one of 0");
    assert!(((widths[0].1 - thinnest) / (widths[1].1 - thinnest) - 2.0).abs() < 1e-9);
}

#[test]
fn a_weight_is_told_with_its_unit() {
    let dataset = example();
    let layout = Layout::solve(&dataset);
    let moment = Moment::at(&dataset, Playhead::end_of(1996));
    let find = |code| dataset.find(code).expect(code);
    let dyad = Dyad::new(find("AEL"), find("BRO")).expect("two");
    let card = words::card(&dataset, &layout, &moment, Focus::Tie(dyad)).expect("a card");
    assert_eq!(card.said, "Aelland – Brome in focus: trade since 1990 or before");
    assert_eq!(card.row.text, "Trade of 1,200 million dollars in 1996. Group: Northern market.");
    let spells = &card.sections[0].rows;
    let told = |at: usize| (spells[at].when.as_str(), spells[at].text.as_str());
    assert_eq!(told(0), ("1990 or before – 1991", "Trade of 420 million dollars. Group: Northern market."));
    assert_eq!(told(9), ("1999, still at the end of 1999", "Trade of 1,500 million dollars. Group: Northern market."));
    let tip = words::tip(&dataset, &layout, &moment, words::Topic::Standing(Focus::Tie(dyad))).expect("a tip");
    assert_eq!(tip.row.text, card.row.text);
    let table = words::table(&dataset, &moment);
    assert_eq!(
        (table.rows[0].title.as_str(), table.rows[0].text.as_str()),
        ("Aelland – Brome", card.row.text.as_str())
    );
    let ties = &words::card(&dataset, &layout, &moment, Focus::Actor(find("DUN"))).expect("a card").sections[0];
    let told: Vec<_> = ties.rows.iter().map(|row| (row.title.as_str(), row.text.as_str())).collect();
    assert_eq!(told[0], ("Aelland", "Trade of 12.5 million dollars"));
    let described = words::description(&dataset, &moment);
    assert!(
        described.contains("Trade: Aelland and Brome (1,200 million dollars); Aelland and Carrow (500"),
        "{described}"
    );
    let read = words::how_to_read(&dataset);
    let of = |term: &str| read.iter().find(|[other, _]| other == term).map(|[_, words]| words.as_str());
    expect![
        "trade, as its square root; the widest is 1,500 million dollars, and a tie without a number has the thinnest"
    ]
    .assert_eq(of("Width of a line").expect("a row"));
    assert!(of("Arrow head").expect("a row").starts_with("the tie goes that way only"));
    assert!(words::how_to_see(&dataset).ends_with("A line’s width is trade, in million dollars."));
    // A dataset without weights says nothing of widths.
    let plain = words::how_to_read(&crate::dataset::whole());
    assert!(plain.iter().all(|[term, _]| term != "Width of a line" && term != "Arrow head"));
}

const LADDER: &str = "\"ladder\":[{\"value\":2,\"name\":\"close\",\"at_least\":1000},{\"value\":1,\"name\":\"loose\",\"at_least\":10.5},\
    {\"value\":0,\"name\":\"distant\"}],";

#[test]
fn thresholds_of_the_ladder_make_rungs_of_weights() {
    let ties = "a,b,from,weight\nA,B,1950,1000\nA,C,1950,999.9\nB,C,1950,10.5\nC,D,1950,0\n";
    let dataset = good(LADDER, ties);
    assert_eq!(
        told(&dataset),
        ["A–B [1950, ) 2: 1000", "A–C [1950, ) 1: 999.9", "B–C [1950, ) 1: 10.5", "C–D [1950, ) 0: 0"]
    );
    let read = words::how_to_read(&dataset);
    let of = |term: &str| read.iter().find(|[other, _]| other == term).map(|[_, words]| words.as_str());
    assert_eq!([of("Close"), of("Loose"), of("Distant")], [Some("from 1000 on"), Some("from 10.5 on"), None]);
    // What is called by another name than its weight is told with both.
    let moment = Moment::at(&dataset, Playhead::end_of(1950));
    assert_eq!(words::table(&dataset, &moment).rows[0].text, "Weight of 1,000 in 1950.");
}

#[test]
fn weights_of_ties_that_hold_at_once_are_added() {
    let ties =
        "a,b,from,to,weight,direction\nA,B,1950,1955,6,a-to-b\nB,A,1952,1954,6.25,a-to-b\nA,B,1953,,1000,b-to-a\n";
    let summed = good(&format!("\"combine\":\"sum\",{LADDER}"), ties);
    assert_eq!(
        told(&summed),
        [
            "A→B [1950, 1952) 0: 6",
            "B–A [1952, 1953) 1: 12.25",
            "A–B [1953, 1954) 2: 1012.25",
            "A–B [1954, 1955) 2: 1006",
            "A←B [1955, ) 2: 1000",
        ]
    );
    let moment = Moment::at(&summed, Playhead::end_of(1953));
    let text = &words::table(&summed, &moment).rows[0].text;
    expect!["Weight of 1,012.25 in 1953. The sum of 3 ties. Also in force: close, weight of 1,000 since 1953.  Also in force: distant, weight of 6, 1950 – 1955.  Also in force: distant, weight of 6.25, 1952 – 1954."]
        .assert_eq(text);
    let strongest = good(&format!("\"combine\":\"strongest\",{LADDER}"), ties);
    assert_eq!(told(&strongest)[2..], ["A–B [1953, 1955) 2: 1000", "A←B [1955, ) 2: 1000"]);
    assert_eq!(Dataset::unpack(&summed.tables().pack()).expect("a pack").tables(), summed.tables());
}

#[test]
fn presence_is_one_rung_of_neither_colour() {
    for (name, text) in
        [("ties.csv", "a,b,from\nA,B,1950\nB,C,1951\n"), ("x.csv", "source,target,start\nA,B,1950\nB,C,1951\n")]
    {
        let (dataset, mapping) = one(name, text);
        assert_eq!((dataset.rungs().count(), dataset.info().ladder[0].tone), (1, 0), "{name}");
        assert!(!dataset.has_weights());
        assert!(
            mapping.rules[0].ends_with("no column tells how they stood: every tie is of one kind, `tied`"),
            "{mapping}"
        );
    }
}

#[test]
fn a_kind_and_a_weight_stand_beside_one_another() {
    let (dataset, mapping) =
        one("x.csv", "source,target,start,type,value,alliance_name\nA,B,1950,defense,2.5,Pact\nB,C,1951,war,1e3,\n");
    assert_eq!(told(&dataset), ["A–B [1950, ) 3: 2.5", "B–C [1951, ) -3: 1000"]);
    assert_eq!(dataset.texts().expect("texts").ties[0].group, "Pact");
    assert!(mapping.to_string().contains("`value` is read as `weight` (the width of the line)"), "{mapping}");
    // Where each is 1, a weight says nothing.
    let (dataset, _) = one("x.csv", "source,target,start,type,weight\nA,B,1950,defense,1\nB,C,1951,war,1\n");
    assert!(!dataset.has_weights());
}

#[test]
fn a_wrong_weight_is_refused() {
    let row = |weight: &str| format!("a,b,from,stance,weight,direction\nA,B,1950,1,{weight}\n");
    refused(
        "",
        &row("-3,"),
        &expect![[r"
            error[bad-number]: `-3` is not a number from 0 to 1000000000000000
              --> ties.csv:2:12 (weight)
              |
            2 | A,B,1950,1,-3,
              |            ^^
              hint: write a number of this range
        "]],
    );
    refused(
        "",
        &row("\"1,200\","),
        &expect![[r#"
            error[bad-number]: `1,200` is not a number from 0 to 1000000000000000
              --> ties.csv:2:13 (weight)
              |
            2 | A,B,1950,1,"1,200",
              |             ^^^^^
              hint: write 1200 if the comma parts thousands, 1.2 if it stands before decimals
        "#]],
    );
}

#[test]
fn a_weight_out_of_range_and_an_unknown_direction_are_refused() {
    let row = |weight: &str| format!("a,b,from,stance,weight,direction\nA,B,1950,1,{weight}\n");
    refused(
        "",
        &row("1e16,"),
        &expect![[r"
        error[bad-number]: `1e16` is not a number from 0 to 1000000000000000
          --> ties.csv:2:12 (weight)
          |
        2 | A,B,1950,1,1e16,
          |            ^^^^
          hint: write digits, with a point before decimals: -12.5
    "]],
    );
    refused(
        "",
        &row("5,sideways"),
        &expect![[r"
        error[unknown-word]: `sideways` is no direction
          --> ties.csv:2:14 (direction)
          |
        2 | A,B,1950,1,5,sideways
          |              ^^^^^^^^
          hint: it must be one of both, a-to-b, b-to-a
    "]],
    );
}

#[test]
fn a_wrong_weight_that_tells_the_rung_is_refused() {
    refused(
        LADDER,
        "a,b,from,weight\nA,B,1950,-3\n",
        &expect![[r"
            error[bad-number]: `-3` is not a number from 0 to 1000000000000000
              --> ties.csv:2:10 (weight)
              |
            2 | A,B,1950,-3
              |          ^^
              hint: write a number of this range
        "]],
    );
    refused(
        LADDER,
        "a,b,from,weight\nA,B,1950,\n",
        &expect![[r"
        error[empty-field]: `stance` is empty
          --> ties.csv:2:10 (weight)
          |
        2 | A,B,1950,
          |          ^
          hint: every row needs it
    "]],
    );
    refused(
        TRADE,
        "a,b,from,weight\nA,B,1950,much\n",
        &expect![[r"
        error[bad-number]: `much` is not a number from 0 to 1000000000000000
          --> ties.csv:2:10 (weight)
          |
        2 | A,B,1950,much
          |          ^^^^
          hint: write digits, with a point before decimals: -12.5
    "]],
    );
}

#[test]
fn a_wrong_description_of_weights_is_refused() {
    let ties = "a,b,from,stance\nA,B,1950,1\n";
    refused(
        "\"weight\":\"trade\",",
        ties,
        &expect![[r#"
        error[bad-descriptor]: `weight` in `detente` is `"trade"`
          --> datapackage.json:2:10 (weight)
          |
        2 | "weight":"trade","first_year":1950,"last_year":1959}}
          |          ^^^^^^^
          hint: it must be an object with a `name`, such as { "name": "trade", "unit": "million dollars" }, each a text of at most 500 characters
    "#]],
    );
    refused(
        "\"weight\":{\"unit\":\"dollars\"},",
        ties,
        &expect![[r#"
        error[bad-descriptor]: `weight` in `detente` does not say what it must
          --> datapackage.json:2:10 (weight)
          |
        2 | "weight":{"unit":"dollars"},"first_year":1950,"last_year":1959}}
          |          ^
          hint: it must be an object with a `name`, such as { "name": "trade", "unit": "million dollars" }, each a text of at most 500 characters
    "#]],
    );
}

#[test]
fn wrong_thresholds_are_refused() {
    let ties = "a,b,from,stance\nA,B,1950,1\n";
    refused(
        &LADDER.replace("1000", "10.5"),
        ties,
        &expect![[r#"
        error[bad-descriptor]: `at_least` of `loose` is `10.5`
          --> datapackage.json:2:91 (at_least)
          |
        2 | …,{"value":1,"name":"loose","at_least":10.5},{"value":0,"name":"distant"}],"first_year":1950,"last_year":1959}}
          |                                        ^^^^
          hint: it must be less than that of the next warmer rung
    "#]],
    );
    refused(
        &LADDER.replace("1000", "\"1000\""),
        ties,
        &expect![[r#"
        error[bad-descriptor]: `at_least` of `close` is `"1000"`
          --> datapackage.json:2:48 (at_least)
          |
        2 | …"value":2,"name":"close","at_least":"1000"},{"value":1,"name":"loose","at_least":10.5},{"value":0,"name":"dist…
          |                                      ^^^^^^
          hint: it must be a number from 0 to 1000000000000000, without quotes
    "#]],
    );
    refused(
        &LADDER.replace(",\"at_least\":1000", ""),
        ties,
        &expect![[r#"
        error[bad-descriptor]: `close` has no `at_least`, where others have one
          --> datapackage.json:2:11 (at_least)
          |
        2 | "ladder":[{"value":2,"name":"close"},{"value":1,"name":"loose","at_least":10.5},{"value":0,"name":"distant"}],…
          |           ^
          hint: every rung but the coldest needs one
    "#]],
    );
}

#[test]
fn ends_that_the_record_does_not_show_are_said() {
    let ties = "a,b,from,to,until,stance\nA,B,../1950,,1952/..,1\nA,C,1951,..,,1\nB,C,1950-05,1953-02-01/..,,1\nC,D,1950,,,1\n";
    let dataset = good("", ties);
    let layout = Layout::solve(&dataset);
    let moment = Moment::at(&dataset, Playhead::end_of(1951));
    let when = |a: &str, b: &str| {
        let dyad = Dyad::new(dataset.find(a).expect(a), dataset.find(b).expect(b)).expect("two");
        let card = words::card(&dataset, &layout, &moment, Focus::Tie(dyad)).expect("a card");
        [card.row.when, card.sections[0].rows[0].when.clone()]
    };
    assert_eq!(when("A", "B"), ["since 1950 or before", "1950 or before, still at the end of 1952"]);
    assert_eq!(when("A", "C"), ["since 1951, end unknown", "since 1951, end unknown"]);
    assert_eq!(when("B", "C"), ["since May 1950", "May 1950 – 1 February 1953 or later"]);
    assert_eq!(when("C", "D"), ["since 1950", "since 1950"]);
    // A tie is named by its date.
    assert_eq!(dataset.tie_name(dataset.rows_between(dataset.ties()[0].dyad())[0]), "A-B@1950");
    // As collections of alliances say it.
    let text = "state_name1,state_name2,styear,endyear,left_censor,right_censor,defense\nA,B,1816,2012,1,1,1\nA,C,1820,1830,0,0,1\n";
    let (dataset, _) = one("alliances.csv", text);
    let written = edge_list(&dataset).content;
    assert!(written.contains("A,B,../1816,2013/..,3") && written.contains("A,C,1820,1831,3"), "{written}");
    refused(
        "",
        "a,b,from,to,until,stance\nA,B,1950,..,1952,1\n",
        &expect![[r"
        error[two-ends]: `until` (1952) stands beside `to`, which says the same otherwise
          --> ties.csv:2:13 (until)
          |
        2 | A,B,1950,..,1952,1
          |             ^^^^
          hint: `to` is the first day on which it no longer held, `until` the last on which it did: delete one of them
    "]],
    );
    refused(
        "",
        "a,b,from,stance\nA,B,..,1\n",
        &expect![[r"
        error[bad-date]: `..`: not a date of the form 1972, 1972-07 or 1972-07-04
          --> ties.csv:2:5 (from)
          |
        2 | A,B,..,1
          |     ^^
          hint: write 1972, 1972-07 or 1972-07-04; add ~ for about, ? for uncertain
    "]],
    );
    refused(
        "",
        "a,b,from,to,stance\nA,B,1950,/..,1\n",
        &expect![[r"
        error[bad-date]: `/..`: not a date of the form 1972, 1972-07 or 1972-07-04
          --> ties.csv:2:10 (to)
          |
        2 | A,B,1950,/..,1
          |          ^^^
          hint: write 1972, 1972-07 or 1972-07-04; add ~ for about, ? for uncertain
    "]],
    );
}

#[test]
fn vague_dates_compare_as_intervals() {
    let life = |from: &str, to: &str, tie: &str| {
        let actors = format!("id,from,to\nA,{from},{to}\nB,,\n");
        let ties = format!("a,b,from,to,stance\nA,B,{tie},1\n");
        let descriptor = descriptor("");
        let files = named(&[("datapackage.json", &descriptor), ("actors.csv", &actors), ("ties.csv", &ties)]);
        let report = validate(&read(&files), &[]).err();
        report.map(|report| report.kinds().iter().map(|kind| kind.code()).collect::<Vec<_>>().join(" "))
    };
    for (from, to, tie) in [
        ("1951-05", "", "1951,"),
        ("1951-12-31", "", "1951,"),
        ("", "1955", "1951,1955-12-30"),
        ("", "1955-06", "1951,1955"),
        ("", "", "1951,1951"),
        ("1951", "1951", "1951-03,1951-04"),
    ] {
        assert_eq!(life(from, to, tie), None, "{from} {to} {tie}");
    }
    for (from, to, tie) in
        [("1952", "", "1951,"), ("", "1955", "1951,1956"), ("", "1955-06", "1951,1955-07"), ("1951-05", "", "1951-04,")]
    {
        assert!(life(from, to, tie).is_some_and(|codes| codes.contains("tie-outside-life")), "{from} {to} {tie}");
    }
    assert!(life("", "", "1952,1951").is_some_and(|codes| codes.contains("terminus-before-onset")));
}

#[test]
fn a_table_of_ids_alone_tells_the_actors() {
    let descriptor = descriptor("");
    let files = named(&[
        ("datapackage.json", &descriptor),
        ("actors.csv", "id\nA\nB\nC\n"),
        ("ties.csv", "a,b,from,stance\nA,B,1950,1\n"),
    ]);
    let (dataset, _) = validate(&read(&files), &[]).unwrap_or_else(|report| panic!("{report}"));
    let actor = &dataset.actors()[2];
    assert_eq!((actor.short_name.as_str(), actor.from, actor.successors.len()), ("C", None, 0));
    assert!(at_rest(&dataset, &Layout::solve(&dataset), 1950, &View::new(600.0, 500.0, Theme::Dark)).marks.len() > 3);
}

#[test]
fn members_belong_to_their_group() {
    let (dataset, mapping) = one("members.csv", "group,actor,from,to\nPact,A,../1950,..\nPact,B,1950,1955/..\n");
    assert_eq!(mapping.form, Form::Tables);
    let text = &dataset.texts().expect("texts").ties[0];
    assert_eq!((text.group.as_str(), text.why.as_str()), ("Pact", ""));
    let tie = dataset.ties()[0];
    assert_eq!((tie.spell.to_string().as_str(), tie.manner.censoring().to), ("[1950, 1955)", true));
}

#[test]
fn every_form_keeps_weight_direction_and_group() {
    let ladder = good(
        LADDER,
        "a,b,from,to,weight,direction,group\nA,B,1950,1953,1500,a-to-b,Pact\nB,A,1953,,2.5,a-to-b,\nB,C,1951,,,,Pact\n"
            .replace("B,C,1951,,,,Pact", "B,C,1951,,7,,Pact")
            .as_str(),
    );
    for dataset in [example(), ladder] {
        let told = self::told(&dataset);
        let groups = |dataset: &Dataset| -> Vec<String> {
            dataset.texts().expect("texts").ties.iter().map(|text| text.group.clone()).collect()
        };
        let written = table_folder(&dataset).content;
        let (again, _) = validate(&read(&written), &[]).unwrap_or_else(|report| panic!("{report}"));
        assert_eq!((again.tables(), again.texts()), (dataset.tables(), dataset.texts()));
        let (again, _) = one("x.json", &plain_json(&dataset).content);
        assert_eq!((again.tables(), again.texts()), (dataset.tables(), dataset.texts()));
        assert_eq!(Dataset::unpack(&dataset.tables().pack()).expect("a pack").tables(), dataset.tables());
        let (again, _) = one("x.csv", &edge_list(&dataset).content);
        assert_eq!((self::told(&again), groups(&again)), (told.clone(), groups(&dataset)));
        let graph = gexf(&dataset);
        let (again, _) = one("x.gexf", &graph.content);
        let weights = |dataset: &Dataset| -> Vec<String> {
            let weight = |tie: &Tie| tie.weight.map_or_else(String::new, |weight| weight.to_string());
            let mut all: Vec<String> = dataset.ties().into_iter().map(weight).collect();
            all.sort();
            all
        };
        let points = |dataset: &Dataset| {
            dataset.ties().into_iter().filter(|tie| tie.manner.direction() != TieDirection::Both).count()
        };
        assert_eq!((weights(&again), points(&again)), (weights(&dataset), points(&dataset)));
        let mut both = [groups(&again), groups(&dataset)];
        for groups in &mut both {
            groups.sort();
        }
        assert_eq!(both[0], both[1]);
    }
}

#[test]
fn graphs_say_which_way_their_edges_point() {
    let (dataset, _) = one(
        "x.gexf",
        r#"<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed" start="1950" end="1959"><nodes>
        <node id="A"/><node id="B"/><node id="C"/></nodes><edges><edge id="0" source="A" target="B" weight="2.5"/>
        <edge id="1" source="C" target="B" type="undirected" weight="4"/></edges></graph></gexf>"#,
    );
    assert_eq!(told(&dataset).iter().map(|tie| &tie[..5]).collect::<Vec<_>>(), ["A→B", "C–B"]);
    let graph = r#"<graphml><graph edgedefault="directed"><key id="w" for="edge" attr.name="weight"/>
        <edge source="A" target="B"><data key="w">2</data></edge>
        <edge source="B" target="C" directed="false"><data key="w">3</data></edge></graph></graphml>"#;
    let options = ReadOptions { span: Some((1950, 1959)), ..ReadOptions::default() };
    let draft = read_any(&named(&[("x.graphml", graph)]), &options);
    let (dataset, _) = validate(&draft, &[]).unwrap_or_else(|report| panic!("{report}"));
    assert_eq!(
        dataset.ties().iter().map(|tie| tie.manner.direction()).collect::<Vec<_>>(),
        [TieDirection::AToB, TieDirection::Both]
    );
}
