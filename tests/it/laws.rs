//! Laws of reading and packing, tried on generated tables and on bytes of any sort.

use arbitrary::Unstructured;
use detente::bundled;
use detente::data::{Dataset, Found, ProblemKind, TextColumns, Texts, fold, occurrences, read, search, validate};
use proptest::prelude::*;

use crate::dataset::{files, whole};
use crate::diagnostics::{report_of, with};
use crate::generated;

/// Folders without a mistake, with everything a folder may have.
pub(crate) fn folders() -> impl Strategy<Value = Folder> {
    let bytes = proptest::collection::vec(any::<u8>(), 0..900);
    bytes.prop_map(|bytes| Folder(generated::folder(&mut Unstructured::new(&bytes))))
}

/// A folder that is printed as text.
pub(crate) struct Folder(pub(crate) Vec<(String, Vec<u8>)>);

impl std::fmt::Debug for Folder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|(name, bytes)| writeln!(f, "{name}\n{}", String::from_utf8_lossy(bytes)))
    }
}

/// What the page does with the file of texts: each column handed over as one text.
fn travelled(texts: &Texts) -> Texts {
    let json = serde_json::to_value(TextColumns::of(texts)).expect("json");
    let mut columns = TextColumns::default();
    for (name, values) in json.as_object().expect("columns") {
        let values = values.as_array().expect("a list").iter().map(|value| value.as_str().expect("a text"));
        let joined: String = values.flat_map(|value| [value, "\u{1f}"]).collect();
        columns.fill(name, &joined);
    }
    columns.fill("of a later version", "unknown");
    columns.into_texts().expect("texts")
}

#[test]
fn the_first_dataset_survives_packing() {
    let dataset = whole();
    assert_eq!(Dataset::unpack(&dataset.tables().pack()).expect("a pack").tables(), dataset.tables());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn good_tables_have_no_problem_and_survive_packing(Folder(files) in folders()) {
        let Ok((dataset, report)) = validate(&read(&files), &[]) else {
            return Err(TestCaseError::fail(report_of(&files).to_string()));
        };
        // Dates may lie outside the span or have no support, and nothing need cite the one source.
        let harmless = [
            ProblemKind::OutsideYears,
            ProblemKind::ActOutsideLife,
            ProblemKind::EmptyPicture,
            ProblemKind::MissingSource,
            ProblemKind::UnusedSource,
            ProblemKind::UnsupportedDate,
            ProblemKind::UnusedPosition,
        ];
        prop_assert!(report.kinds().iter().all(|kind| harmless.contains(kind)), "{}", report);
        let pack = dataset.tables().pack();
        let opened = Dataset::unpack(&pack).expect("a pack");
        prop_assert_eq!(opened.tables(), dataset.tables());
        prop_assert_eq!(opened.tables().pack(), pack);
        prop_assert!(dataset.events().windows(2).all(|pair| pair[0].date <= pair[1].date));
    }

    /// Everything travels but what no page reads: fragile addresses, the story, ids of eras and sources, the licence's address.
    #[test]
    fn the_texts_survive_their_journey(Folder(files) in folders()) {
        let (dataset, _) = validate(&read(&files), &[]).expect("good tables");
        let texts = dataset.texts().expect("texts");
        let mut opened = Dataset::unpack(&dataset.tables().pack()).expect("a pack");
        opened.attach(travelled(texts)).expect("its own texts");
        let mut expected = texts.clone();
        (expected.sections, expected.chapters, expected.claims) = Default::default();
        expected.eras.iter_mut().for_each(|era| era.id.clear());
        expected.events.iter_mut().for_each(|event| event.id.clear());
        expected.about.created.clear();
        expected.sources.iter_mut().for_each(|source| {
            source.fragile.clear();
            source.id.clear();
        });
        expected.about.license_url.clear();
        prop_assert_eq!(opened.texts(), Some(&expected));
    }

    /// Wherever a value goes wrong, the report points at it.
    #[test]
    fn a_mistake_is_found_where_it_was_made(Folder(files) in folders(), which in any::<prop::sample::Index>()) {
        let mut files = files;
        let (_, bytes) = files.iter_mut().find(|(name, _)| name == "events.csv").expect("a table");
        let text = String::from_utf8(bytes.clone()).expect("text");
        let ends: Vec<usize> = text.match_indices(",report,").map(|(at, _)| at + 1).collect();
        prop_assume!(!ends.is_empty());
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
                let again = Dataset::unpack(&dataset.tables().pack()).expect("a pack");
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
        let found = search(dataset, &text, most, &|step| vec![step.to_string()]);
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
                    format!("{} {} {}", dataset.event(id).title, event.summary, dataset.event(id).date.year())
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
            let again = Dataset::unpack(&dataset.tables().pack()).expect("a pack");
                prop_assert_eq!(again.tables(), dataset.tables());
        }
    }
}
