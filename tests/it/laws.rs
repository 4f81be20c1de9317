//! Laws of reading and packing, tried on generated tables and on bytes of any sort.

use std::fmt::Write as _;

use detente::bundled;
use detente::data::{Dataset, Found, ProblemKind, TextColumns, fold, occurrences, read, search, validate};
use proptest::prelude::*;

use crate::dataset::{files, whole};
use crate::diagnostics::{report_of, with};

/// A text of a field: with what a table must quote, and without blanks at its ends.
fn text() -> impl Strategy<Value = String> {
    "[A-Za-zéК가,\"\n;=+@-]{1,12}"
        .prop_map(|text| text.trim().to_owned())
        .prop_filter("a text", |text| !text.is_empty())
}

fn date() -> impl Strategy<Value = String> {
    let day = (1945..=2025_i16, 1..=12_u8, 1..=28_u8);
    (day, 0..3_u8, "[~?%]?").prop_map(|((year, month, day), precision, doubt)| match precision {
        0 => format!("{year}{doubt}"),
        1 => format!("{year}-{month:02}{doubt}"),
        _ => format!("{year}-{month:02}-{day:02}{doubt}"),
    })
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

type Facts = (Vec<(String, u32)>, Vec<(usize, String, i8, String)>, Vec<(String, String, usize)>);

/// Actors with longitudes, ties of the first actor, events.
fn facts() -> impl Strategy<Value = Facts> {
    let actors = proptest::collection::vec((text(), 0..18_000_000_u32), 2..8);
    let ties = proptest::collection::vec((0..100_usize, date(), -3..=3_i8, text()), 0..8);
    let events = proptest::collection::vec((date(), text(), 0..100_usize), 1..8);
    (actors, ties, events)
}

/// The facts as tables without a mistake: each alter has one tie at the most.
fn tables((actors, ties, events): &Facts) -> Vec<(String, Vec<u8>)> {
    let mut all = files("tests/data/good");
    all.retain(|(name, _)| name == "datapackage.json" || name == "sources.csv");
    let code = |index: usize| ["AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG"][index];
    let mut table = "id,name,short_name,kind,region,from,to,successor,prominence,lon,lat\n".to_owned();
    for (index, (name, lon)) in actors.iter().enumerate() {
        let (code, name, lon) = (code(index), quoted(name), f64::from(*lon) / 100_000.0);
        writeln!(table, "{code},{name},{name},state,Asia,,,,3,{lon},0").expect("a row");
    }
    all.push(("actors.csv".to_owned(), table.into_bytes()));
    let mut table = "a,b,from,to,stance,why,sources,confidence\n".to_owned();
    for (index, (whom, from, stance, why)) in ties.iter().enumerate() {
        if index + 1 < actors.len() {
            // The tie's own place keeps the dyads apart; `whom` turns them round.
            let (a, b) = if whom % 2 == 0 { (code(0), code(index + 1)) } else { (code(index + 1), code(0)) };
            writeln!(table, "{a},{b},{from},,{stance},{},report,low", quoted(why)).expect("a row");
        }
    }
    all.push(("ties.csv".to_owned(), table.into_bytes()));
    let mut table = "id,date,kind,actors,title,summary,effect,sources,confidence\n".to_owned();
    for (index, (date, title, whom)) in events.iter().enumerate() {
        let (whom, title) = (code(1 + whom % (actors.len() - 1)), quoted(title));
        writeln!(table, "e{index},{date},war,{whom},{title},{title},{whom}:-1,report,high").expect("a row");
    }
    all.push(("events.csv".to_owned(), table.into_bytes()));
    all
}

#[test]
fn the_first_dataset_survives_packing() {
    let dataset = whole();
    assert_eq!(Dataset::unpack(&dataset.pack()).expect("a pack").tables(), dataset.tables());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn good_tables_have_no_problem_and_survive_packing(facts in facts()) {
        let files = tables(&facts);
        let Ok((dataset, report)) = validate(&read(&files), &[]) else {
            return Err(TestCaseError::fail(report_of(&files).to_string()));
        };
        // Dates may lie after the small dataset's last year.
        prop_assert!(report.kinds().iter().all(|kind| *kind == ProblemKind::OutsideYears), "{}", report);
        let pack = dataset.pack();
        let opened = Dataset::unpack(&pack).expect("a pack");
        prop_assert_eq!(opened.tables(), dataset.tables());
        prop_assert_eq!(opened.pack(), pack);
        for (index, (name, _)) in facts.0.iter().enumerate() {
            prop_assert_eq!(&dataset.tables().actors[index].short_name, name);
        }
        prop_assert!(dataset.events().windows(2).all(|pair| pair[0].date <= pair[1].date));
    }

    #[test]
    fn the_texts_survive_their_journey(facts in facts()) {
        let (dataset, _) = validate(&read(&tables(&facts)), &[]).expect("good tables");
        let texts = dataset.texts().expect("texts");
        let json = serde_json::to_value(TextColumns::of(texts)).expect("json");
        let mut columns = TextColumns::default();
        for (name, values) in json.as_object().expect("columns") {
            // As the page does it.
            let values = values.as_array().expect("a list").iter().map(|value| value.as_str().expect("a text"));
            let joined: String = values.flat_map(|value| [value, "\u{1f}"]).collect();
            columns.fill(name, &joined);
        }
        columns.fill("of a later version", "unknown");
        let mut opened = Dataset::unpack(&dataset.pack()).expect("a pack");
        opened.attach(columns.into_texts().expect("texts")).expect("its own texts");
        let arrived = opened.texts().expect("texts");
        prop_assert_eq!((&arrived.names, &arrived.ties, &arrived.events), (&texts.names, &texts.ties, &texts.events));
        prop_assert_eq!(&arrived.acts, &texts.acts);
    }

    /// Wherever a value goes wrong, the report points at it.
    #[test]
    fn a_mistake_is_found_where_it_was_made(facts in facts(), which in any::<prop::sample::Index>()) {
        let mut files = tables(&facts);
        let (_, bytes) = files.iter_mut().find(|(name, _)| name == "events.csv").expect("a table");
        let text = String::from_utf8(bytes.clone()).expect("text");
        let ends: Vec<usize> = text.match_indices(",report,high").map(|(at, _)| at + 1).collect();
        let at = ends[which.index(ends.len())];
        let wrong = format!("{}repört{}", &text[..at], &text[at + 6..]);
        *bytes = wrong.clone().into_bytes();
        let report = report_of(&files);
        let problem = report.problems.iter().find(|problem| problem.kind == ProblemKind::UnknownSource).expect("a problem");
        let line = wrong[..at].matches('\n').count() + 1;
        let column = wrong[..at].rsplit('\n').next().expect("a line").chars().count() + 1;
        prop_assert_eq!((problem.location.line, problem.location.column), (line, column));
        let shown: String = problem.excerpt.chars().skip(problem.before).take(problem.width).collect();
        prop_assert_eq!(shown, "repört");
    }

    #[test]
    fn no_bytes_make_reading_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), which in 0..3_usize) {
        let mut all = files("tests/data/good");
        let name = ["ties.csv", "actors.csv", "datapackage.json"][which];
        all.retain(|(other, _)| other != name);
        all.push((name.to_owned(), bytes));
        let _ = validate(&read(&all), ProblemKind::ALL).map_err(|report| report.to_string());
    }

    #[test]
    fn no_change_of_a_table_makes_reading_panic(at in 0.0..1.0_f64, text in "[\\PC\\n\\r\",]{0,12}", which in 0..8_usize) {
        let mut all = files("tests/data/good");
        let names = ["ties", "actors", "events", "acts", "sources", "claims", "chapters"];
        let name = names.get(which).map_or("datapackage.json".to_owned(), |name| format!("{name}.csv"));
        for (other, bytes) in &mut all {
            if *other == name {
                let mut letters: Vec<char> = String::from_utf8_lossy(bytes).chars().collect();
                let place = (at * letters.len() as f64) as usize;
                letters.splice(place..place, text.chars());
                *bytes = letters.into_iter().collect::<String>().into_bytes();
            }
        }
        match validate(&read(&all), ProblemKind::ALL) {
            Ok((dataset, report)) => {
                prop_assert!(report.is_passable());
                let again = Dataset::unpack(&dataset.pack()).expect("a pack");
                prop_assert_eq!(again.tables(), dataset.tables());
            }
            Err(report) => prop_assert!(report.errors() > 0 && !report.to_string().is_empty()),
        }
    }

    #[test]
    fn no_text_in_a_report_commands_a_terminal(text in "[\\PC\\x00-\\x1f\\x7f-\\x9f\u{202a}-\u{202e}\u{2066}-\u{2069}]{0,30}") {
        let row = format!("{text},BBB,{text},,{text},{text},{text},{text},{text}\n");
        let report = report_of(&with("ties.csv", &format!("a,b,from,to,stance,why,events,sources,{text}\n{row}"))).to_string();
        let command = report.chars().find(|letter| {
            letter.is_control() && *letter != '\n' || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        });
        prop_assert_eq!(command, None, "{}", report);
    }

    /// Pieces of real names among text of any sort, so that something is found now and then.
    #[test]
    fn whatever_a_search_finds_has_every_word(
        text in "(\\PC{0,6}|[a-z]{1,2}|19[0-9]{1,2}|Kore|S\\u{f4}v\\u{ef}et|d\u{2019}iv)([ '\u{300}\u{2013}\\x00]|\\PC)?(\\PC{0,3}|union|[a-z]{0,2})",
        most in 0..60_usize,
    ) {
        static WHOLE: std::sync::LazyLock<Dataset> = std::sync::LazyLock::new(whole);
        let dataset = &*WHOLE;
        let texts = dataset.texts().expect("texts");
        let found = search(dataset, &text, most);
        prop_assert!(found.len() <= most);
        for one in found {
            let all = match one {
                Found::Year(year) => year.to_string(),
                Found::Actor(id) => {
                    let actor = dataset.actor(id);
                    let also = texts.aliases[id.index()].replace(';', " ");
                    format!("{} {} {} {also}", actor.short_name, texts.names[id.index()], actor.code)
                }
                Found::Event(id) => {
                    let event = &texts.events[id.index()];
                    format!("{} {} {}", dataset.event(id).title, event.summary, event.id)
                }
            };
            for word in fold(&text).split(' ') {
                prop_assert!(fold(&all).contains(word.trim_matches('\'')), "{:?} lacks {:?}", all, word);
            }
            let ranges = occurrences(&all, &text);
            prop_assert!(!ranges.is_empty());
            prop_assert!(ranges.iter().all(|range| !range.is_empty() && all.get(range.clone()).is_some()));
            prop_assert!(ranges.windows(2).all(|pair| pair[0].end < pair[1].start));
        }
        let ranges = occurrences(&text, &text);
        prop_assert!(ranges.iter().all(|range| text.get(range.clone()).is_some()));
    }

    #[test]
    fn no_bytes_make_opening_a_pack_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300), cut in 0.0..1.0_f64) {
        let _ = Dataset::unpack(&bytes);
        let mut pack = bundled::PACK.to_vec();
        let place = (cut * pack.len() as f64) as usize;
        pack.truncate(place);
        prop_assert!(Dataset::unpack(&pack).is_err());
    }

    #[test]
    fn no_change_of_a_pack_makes_opening_it_panic(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut pack = bundled::PACK.to_vec();
        let place = at.index(pack.len());
        pack[place] = byte;
        if let Ok(dataset) = Dataset::unpack(&pack) {
            // What opens is whole: it packs again to something that opens to the same.
            let again = Dataset::unpack(&dataset.pack()).expect("a pack");
                prop_assert_eq!(again.tables(), dataset.tables());
        }
    }
}
