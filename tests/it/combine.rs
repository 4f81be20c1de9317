//! Several ties of one dyad at once: which stance is shown, and that nothing of the others is lost.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use detente::data::{Combine, Dataset, Dyad, ProblemKind, Stance, Tie, TieId, read, validate};
use detente::layout::{Focus, Layout};
use detente::moment::Moment;
use detente::scene::{Datum, Mark, Theme, View, at_rest};
use detente::time::{Date, Playhead};
use detente::words;
use proptest::prelude::*;

use crate::diagnostics::changed;

const DESCRIPTOR: &str = "datapackage.json";

/// A dataset of these rows, `a,b,from,to,stance,confidence`, combined as the descriptor says; without `combine` for "".
fn made(combine: &str, rows: &str) -> Result<Dataset, String> {
    let combine = if combine.is_empty() { String::new() } else { format!("\"combine\": \"{combine}\",") };
    let stances: Vec<String> =
        (-3..=3).map(|value| format!("{{\"value\":{value},\"name\":\"rung {value}\"}}")).collect();
    let descriptor = format!(
        "{{\"name\":\"made\",\"version\":\"1\",\"title\":\"Made\",\"detente\":{{\"ego\":\"aa\",{combine}\
         \"first_year\":1900,\"last_year\":1939,\"stances\":[{}]}}}}",
        stances.join(",")
    );
    let ties = format!("a,b,from,to,stance,confidence,why,sources\n{rows}");
    let sources = "id,title,url\none,One,https://example.org/1\ntwo,Two,https://example.org/2\n";
    let files = [
        (DESCRIPTOR, descriptor.as_str()),
        ("actors.csv", "id\naa\nbb\ncc\n"),
        ("ties.csv", &ties),
        ("sources.csv", sources),
    ];
    let files: Vec<_> = files.into_iter().map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).collect();
    validate(&read(&files), &[]).map(|(dataset, _)| dataset).map_err(|report| report.to_string())
}

fn dyad(dataset: &Dataset, a: &str, b: &str) -> Dyad {
    let find = |code| dataset.find(code).unwrap_or_else(|| panic!("no {code}"));
    Dyad::new(find(a), find(b)).expect("two")
}

/// The ties of a dyad as `stance [from, to)`.
fn told(dataset: &Dataset, dyad: Dyad) -> Vec<String> {
    let tell = |id| format!("{} {}", dataset.tie(id).stance.value(), dataset.tie(id).spell);
    dataset.ties_between(dyad).map(tell).collect()
}

const TREATIES: &str = "aa,bb,1900,1914,1,high,A treaty.,one\nbb,aa,1905-03,1910,3,high,Another treaty.,two\n";

#[test]
fn of_two_treaties_one_is_shown() {
    for (combine, expected) in [
        ("strongest", ["1 [1900, 1905-03)", "3 [1905-03, 1910)", "1 [1910, 1914)"]),
        ("latest", ["1 [1900, 1905-03)", "3 [1905-03, 1910)", "1 [1910, 1914)"]),
        // Together they would be a rung beyond the ladder.
        ("sum", ["1 [1900, 1905-03)", "3 [1905-03, 1910)", "1 [1910, 1914)"]),
    ] {
        let dataset = made(combine, TREATIES).expect("a dataset");
        let dyad = dyad(&dataset, "aa", "bb");
        assert_eq!(told(&dataset, dyad), expected, "{combine}");
        assert_eq!(dataset.rows_between(dyad).len(), 2, "{combine}");
        assert_eq!(Dataset::unpack(&dataset.tables().pack()).expect("a pack").tables(), dataset.tables());
    }
}

#[test]
fn an_overlap_that_is_refused_is_an_error_that_names_the_rules() {
    let report = made("error", TREATIES).expect_err("two at once");
    for word in ["overlapping-spells", "`combine`", "\"strongest\"", "\"latest\"", "\"sum\""] {
        assert!(report.contains(word), "{word} in {report}");
    }
    let report = made("strongst", TREATIES).expect_err("no such rule");
    assert!(report.contains("did you mean `strongest`?") && !report.contains("overlapping"), "{report}");
    assert!(made("no rule at all", TREATIES).expect_err("no such rule").contains("`strongest`, `latest`, `sum`"));
}

#[test]
fn without_a_rule_the_strongest_counts_but_nobody_is_on_good_and_on_bad_terms() {
    let dataset = made("", TREATIES).expect("a dataset");
    assert_eq!(dataset.info().combine, Combine::Strongest);
    assert_eq!(dataset.tables(), made("strongest", TREATIES).expect("a dataset").tables());
    assert_eq!(made("", "aa,bb,1900,1914,1,high,A treaty.,one\n").expect("one").info().combine, Combine::Error);
    let both = "aa,bb,1900,1914,1,high,A treaty.,one\nbb,aa,1905-03,1910,-3,high,War.,two\n";
    let report = made("", both).expect_err("a contradiction");
    assert!(report.contains("error[overlapping-spells]") && report.contains("`combine`"), "{report}");
}

#[test]
fn the_rules_differ_where_they_must() {
    // An alliance, beside it for two years a war, and for four a distant understanding that begins last.
    let rows = "aa,bb,1900,1920,3,high,,one\naa,bb,1905,1907,-3,low,,one\naa,bb,1906,1910,0,medium,,one\n";
    for (combine, expected) in [
        ("strongest", vec!["3 [1900, 1905)", "-3 [1905, 1907)", "3 [1907, 1920)"]),
        ("latest", vec!["3 [1900, 1905)", "-3 [1905, 1906)", "0 [1906, 1910)", "3 [1910, 1920)"]),
        ("sum", vec!["3 [1900, 1905)", "0 [1905, 1906)", "0 [1906, 1907)", "3 [1907, 1910)", "3 [1910, 1920)"]),
    ] {
        let dataset = made(combine, rows).expect("a dataset");
        assert_eq!(told(&dataset, dyad(&dataset, "aa", "bb")), expected, "{combine}");
    }
}

#[test]
fn what_is_shown_of_one_row_is_one_tie() {
    // Weaker ties that come and go beside it do not cut it.
    let rows = "aa,bb,1900,1930,2,high,,one\naa,bb,1905,1907,1,high,,one\naa,bb,1906,1910,-1,high,,one\n";
    let dataset = made("strongest", rows).expect("a dataset");
    assert_eq!(told(&dataset, dyad(&dataset, "aa", "bb")), ["2 [1900, 1930)"]);
    // Where nothing holds, nothing is shown, and dates keep the doubt of the row that leads.
    let rows = "aa,bb,1900~,1905,2,high,,one\naa,bb,1904-01-01,1905-01-01,1,high,,one\naa,bb,1907,,1,high,,one\n";
    let dataset = made("strongest", rows).expect("a dataset");
    assert_eq!(told(&dataset, dyad(&dataset, "aa", "bb")), ["2 [1900~, 1905)", "1 [1907, )"]);
}

#[test]
fn card_tip_and_table_tell_of_every_tie_in_force() {
    let dataset = made("strongest", TREATIES).expect("a dataset");
    let layout = Layout::solve(&dataset);
    let moment = Moment::at(&dataset, Playhead::end_of(1907));
    let other = Focus::Actor(dataset.find("bb").expect("bb"));
    let card = words::card(&dataset, &layout, &moment, other).expect("a card");
    let text = "Another treaty. Also in force: rung 1, 1900 – 1914. A treaty.";
    assert_eq!(card.row.text, text);
    let sources: Vec<&str> = card.row.sources.iter().map(|source| source.title).collect();
    assert_eq!(sources, ["Two", "One"]);
    let spells = card.sections.iter().find(|section| section.kind == "spells").expect("spells");
    let spells: Vec<_> =
        spells.rows.iter().map(|row| (row.how.as_str(), row.when.as_str(), row.text.as_str(), row.current)).collect();
    let [one, two] = [("rung 1", "1900 – 1914", "A treaty."), ("rung 3", "March 1905 – 1910", "Another treaty.")];
    assert_eq!(spells, [(one.0, one.1, one.2, true), (two.0, two.1, two.2, true)]);
    assert_eq!(words::tip(&dataset, &layout, &moment, words::Topic::Standing(other)).expect("a tip").row.text, text);
    assert_eq!(words::table(&dataset, &moment).rows[0].text, text);
    // The step of the timeline says the same, also from a year in which it does not hold.
    let step = dataset.ties_between(dyad(&dataset, "aa", "bb")).nth(1).expect("the second");
    let later = Moment::at(&dataset, Playhead::end_of(1930));
    let tip = words::tip(&dataset, &layout, &later, words::Topic::Spell(step)).expect("a tip");
    assert_eq!((tip.row.when.as_str(), tip.row.text.as_str()), ("March 1905 – 1910", text));
    // Alone, a row stands for itself.
    let alone = Moment::at(&dataset, Playhead::end_of(1903));
    assert_eq!(words::standing(&dataset, &layout, &alone, other).expect("a standing").text, "A treaty.");
}

#[test]
fn a_sum_says_what_it_adds() {
    let rows = "aa,bb,1900,1914,2,high,A treaty.,one\nbb,aa,1905,,-1,low,A quarrel.,two\n";
    let dataset = made("sum", rows).expect("a dataset");
    let layout = Layout::solve(&dataset);
    let moment = Moment::at(&dataset, Playhead::end_of(1907));
    let row =
        words::standing(&dataset, &layout, &moment, Focus::Actor(dataset.find("bb").expect("bb"))).expect("a row");
    assert_eq!((row.how.as_str(), row.stance, row.doubt), ("rung 1", Some(1), "uncertain"));
    let told = "The sum of 2 ties. Also in force: rung -1 since 1905. A quarrel. Also in force: rung 2, 1900 – 1914. A treaty.";
    assert_eq!(row.text, told);
    let how = words::how_to_read(&dataset);
    assert!(
        how.iter().any(|[term, words]| term.starts_with("Several ties") && words.starts_with("their sum")),
        "{how:?}"
    );
}

#[test]
fn a_reason_may_not_belong_to_two_ties_of_one_name() {
    let ties = "a,b,from,to,stance,sources\nAAA,BBB,1950,,1,report\nAAA,BBB,1950,,2,report\n";
    let reasons = "tie,year,why,sources\nAAA-BBB@1950,1952,More.,report\n";
    let mut files = changed(&[DESCRIPTOR], combining);
    files.retain(|(name, _)| !["ties.csv", "claims.csv", "chapters.csv"].contains(&name.as_str()));
    let of = |files: &[(String, Vec<u8>)], ties: &str| {
        let mut files = files.to_vec();
        files.extend(
            [("ties.csv", ties), ("reasons.csv", reasons)]
                .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())),
        );
        validate(&read(&files), ProblemKind::ALL).map(|(dataset, _)| dataset).map_err(|report| report.to_string())
    };
    let report = of(&files, ties).expect_err("two of one name");
    assert!(report.contains("several ties are named `AAA-BBB@1950`"), "{report}");
    let turned = ties.replace("AAA,BBB,1950,,2", "BBB,AAA,1950,,2");
    let dataset = of(&files, &turned).expect("two names");
    let dyad = dyad(&dataset, "AAA", "BBB");
    let tie = dataset.ties_between(dyad).next().expect("a tie");
    // The reason belongs to the weaker, which is told beside the other.
    assert_eq!(dataset.tie(tie).stance.value(), 2);
    let [lead, other] = dataset.rows_of(tie, Playhead::end_of(1952))[..] else { panic!("two rows") };
    assert_eq!([lead, other].map(|row| dataset.reasons_until(row, 1952).count()), [0, 1]);
}

fn combining(descriptor: &str) -> String {
    descriptor.replacen("\"combine\": \"error\"", "\"combine\": \"strongest\"", 1)
}

/// The sources of the rows of the great powers' ties and of the events that they cite, as the tables have them.
struct Sources {
    ties: BTreeMap<String, [String; 2]>,
    events: BTreeMap<String, String>,
}

impl Sources {
    fn read() -> Self {
        let rows = |name: &str| {
            let path = format!("data/great-powers/{name}");
            let mut table = csv::Reader::from_path(path).expect("a table");
            table.deserialize::<BTreeMap<String, String>>().map(|row| row.expect("a row")).collect::<Vec<_>>()
        };
        let tie = |row: BTreeMap<String, String>| {
            (format!("{}-{}@{}", row["a"], row["b"], row["from"]), [row["sources"].clone(), row["events"].clone()])
        };
        let event = |mut row: BTreeMap<String, String>| Some((row.remove("id")?, row.remove("sources")?));
        Self {
            ties: rows("ties.csv").into_iter().map(tie).collect(),
            events: rows("events.csv").into_iter().filter_map(event).collect(),
        }
    }

    /// The ids of the sources on which a tie rests.
    fn of(&self, tie: &str) -> BTreeSet<&str> {
        let [sources, events] = &self.ties[tie];
        let of_events = events.split_whitespace().flat_map(|event| self.events[event].split_whitespace());
        sources.split_whitespace().chain(of_events).collect()
    }
}

/// Whether the picture of the end of a year has a line between two, where they are tied then.
fn is_drawn(dataset: &Dataset, layout: &Layout, year: i16, dyad: Dyad) -> bool {
    let scene = at_rest(dataset, layout, year, &View::new(600.0, 600.0, Theme::Light));
    let is_it =
        |mark: &Mark| matches!(mark, Mark::Path { datum: Datum::Tie(tie), .. } if dataset.tie(*tie).dyad() == dyad);
    scene.marks.iter().any(is_it) || Moment::at(dataset, Playhead::end_of(year)).tie(dataset, dyad).is_none()
}

#[test]
fn the_great_powers_stand_as_their_readme_says() {
    let dataset = crate::no_ego::great_powers();
    let readme = std::fs::read_to_string("data/great-powers/README.md").expect("the README");
    let (sources, layout) = (Sources::read(), Layout::solve(&dataset));
    let mut found = 0;
    for line in readme.lines() {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [day, pair, stance, _, source, ..] = cells[..] else { continue };
        let (Ok(day), Some((a, b))) = (day.parse::<Date>(), pair.split_once('–')) else { continue };
        let expected = (stance != "none").then(|| stance.replace('−', "-").parse::<i8>().expect("a stance"));
        let tie = Moment::at(&dataset, Playhead::at_day(day)).tie(&dataset, dyad(&dataset, a, b));
        assert_eq!(tie.map(|tie| dataset.tie(tie).stance.value()), expected, "{line}");
        if let Some(tie) = tie {
            let rests_on = sources.of(&dataset.tie_name(dataset.row(tie)));
            assert!(rests_on.contains(source.trim_matches('`')), "{line}: {rests_on:?}");
            assert!(is_drawn(&dataset, &layout, day.year(), dyad(&dataset, a, b)), "{line}");
        }
        found += 1;
    }
    assert_eq!(found, 41);
    // Ten rows begin while an earlier one of their dyad holds; nothing of them is lost.
    assert_eq!(dataset.tables().ties.len(), 250);
    let rows = dataset.dyads().map(|(dyad, _)| dataset.rows_between(dyad).len()).sum::<usize>();
    assert_eq!(rows, 250);
    let at = Playhead::at_day("1886-01-01".parse().expect("a day"));
    let tie = Moment::at(&dataset, at).tie(&dataset, dyad(&dataset, "AUH", "DEU")).expect("a tie");
    let names: Vec<String> = dataset.rows_of(tie, at).into_iter().map(|row| dataset.tie_name(row)).collect();
    assert_eq!(names, ["DEU-AUH@1879-10-07", "DEU-AUH@1881-06-18", "DEU-AUH@1882-05-20"]);
}

/// A row of a generated table: which of three pairs, its first year, how many years it lasts, stance and confidence.
type Row = (usize, i16, Option<i16>, i8, usize);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = (0..3_usize, 1895..1940_i16, proptest::option::of(1..30_i16), -3..=3_i8, 0..3_usize);
    proptest::collection::vec(row, 0..30)
}

fn written(rows: &[Row]) -> String {
    let pairs = ["aa,bb", "bb,aa", "bb,cc"];
    let confidences = ["low", "medium", "high"];
    let row = |(pair, from, years, stance, confidence): &Row| {
        let to = years.map_or(String::new(), |years| (from + years).to_string());
        format!("{},{from},{to},{stance},{},,one\n", pairs[*pair], confidences[*confidence])
    };
    rows.iter().map(row).collect()
}

/// The rule, said anew: the stance of the rows that hold, and the rows that may lead.
fn ruled(combine: Combine, held: &[&Tie]) -> i8 {
    let value = |tie: &&&Tie| tie.stance.value();
    let strength = |tie: &&&Tie| (value(tie).abs(), -value(tie));
    match combine {
        Combine::Strongest => held.iter().max_by_key(strength).map(|tie| value(&tie)).expect("a row"),
        Combine::Latest => {
            let last = held.iter().map(|tie| tie.spell.from).max().expect("a row");
            held.iter().filter(|tie| tie.spell.from == last).max_by_key(strength).map(|tie| value(&tie)).expect("a row")
        }
        _ => held.iter().map(|tie| i32::from(tie.stance.value())).sum::<i32>().clamp(-3, 3) as i8,
    }
}

fn follows_the_rule(dataset: &Dataset) {
    let combine = dataset.info().combine;
    for (dyad, ties) in dataset.dyads() {
        let ties: Vec<TieId> = ties.collect();
        for pair in ties.windows(2) {
            let [one, next] = [pair[0], pair[1]].map(|id| dataset.tie(id));
            assert!(!one.spell.overlaps(&next.spell), "{} and {}", one.spell, next.spell);
            let is_same =
                (one.stance, one.confidence, one.alternative) == (next.stance, next.confidence, next.alternative);
            let meet = one.spell.to == Some(next.spell.from);
            assert!(!is_same || !meet || dataset.row(pair[0]) != dataset.row(pair[1]), "{}", one.spell);
        }
        for half_year in 3780..3950 {
            let playhead = Playhead::new(f64::from(half_year) / 2.0);
            let is_held = |row: &TieId| dataset.tie(*row).spell.holds(playhead);
            let held: Vec<TieId> = dataset.rows_between(dyad).into_iter().filter(is_held).collect();
            let found = Moment::at(dataset, playhead).tie(dataset, dyad);
            assert_eq!(found.is_some(), !held.is_empty());
            let Some(found) = found else { continue };
            let rows: Vec<&Tie> = held.iter().map(|row| dataset.tie(*row)).collect();
            assert_eq!(dataset.tie(found).stance.value(), ruled(combine, &rows), "{combine:?} of {rows:?}");
            let mut told = dataset.rows_of(found, playhead);
            told.sort_unstable();
            let mut all = held;
            all.sort_unstable();
            assert_eq!(told, all, "every row in force is told, and no other");
            let lead = dataset.tie(dataset.row(found));
            assert!(combine == Combine::Sum || lead.stance == dataset.tie(found).stance);
            let least = rows.iter().map(|row| row.confidence).min();
            assert!(combine != Combine::Sum || least == Some(dataset.tie(found).confidence));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn on_every_day_the_rule_says_what_is_shown(rows in rows(), combine in 1..4_usize) {
        let (name, combine) = Combine::NAMES[combine];
        let dataset = made(name, &written(&rows)).expect("a dataset");
        prop_assert_eq!(dataset.info().combine, combine);
        prop_assert_eq!(dataset.tables().ties.len(), rows.len());
        follows_the_rule(&dataset);
        // A pack gives the same ties.
        let opened = Dataset::unpack(&dataset.tables().pack()).expect("a pack");
        for (dyad, _) in dataset.dyads() {
            prop_assert_eq!(told(&opened, dyad), told(&dataset, dyad));
        }
    }
}

#[test]
fn very_many_ties_of_one_dyad_are_combined_at_once() {
    // Each begins later and ends earlier than the one before: every stretch has another set of ties.
    let mut rows = String::new();
    for index in 0..20_000_u32 {
        let day = |year: u32, index: u32| {
            format!("{:04}-{:02}-{:02}", year + index / 336, index / 28 % 12 + 1, index % 28 + 1)
        };
        let (from, to, stance) = (day(1900, index), day(1961, 20_000 - index), index % 3 + 1);
        let _ = writeln!(rows, "aa,bb,{from},{to},{stance},high,,one");
    }
    for combine in ["strongest", "latest", "sum"] {
        let dataset = made(combine, &rows).expect("a dataset");
        let dyad = dyad(&dataset, "aa", "bb");
        assert!(dataset.ties_between(dyad).count() <= 40_000);
        assert_eq!(
            dataset.tie(dataset.ties_between(dyad).next().expect("a tie")).stance,
            Stance::new(1).expect("a rung")
        );
    }
}
