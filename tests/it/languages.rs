//! Words in other languages: expected texts, and proof that no sentence is made beside the message files.

use core::fmt::Write as _;
use std::collections::BTreeSet;
use std::path::Path;

use detente::data::{Dataset, Dyad};
use detente::language::Language;
use detente::layout::{Focus, Layout};
use detente::moment::Moment;
use detente::time::Playhead;
use detente::words::{self, TABLES, Topic};
use expect_test::expect_file;
use serde_json::{Value, json};

use crate::dataset::files;
use crate::second_dataset::open;

/// Folders of datasets that differ: an ego with a rival and acts, an ego alone, none, weights and directions, days.
const FOLDERS: [&str; 6] = [
    "data/north-korea",
    "tests/data/german-empire",
    "tests/data/good",
    "data/great-powers",
    "examples/trade",
    "examples/july-crisis",
];

/// Everything that `crate::words` says of a dataset at the end of a step, and of who is in focus.
fn said(dataset: &Dataset, layout: &Layout, step: i16, then: i16, focuses: &[Focus]) -> Vec<Value> {
    let [now, then] = [step, then].map(|step| Moment::at(dataset, Playhead::end_of(step)));
    let mut all = vec![
        json!({ "now": words::now(dataset, &now), "year": words::year(dataset, &now) }),
        json!({ "table": words::table(dataset, &now) }),
        json!({ "differences": words::difference_words(dataset, layout, &then, &now) }),
        json!({ "tip": words::tip(dataset, layout, &now, Topic::Year(step)) }),
        json!({ "title": words::picture_title(dataset, step), "outside": words::outside(dataset, &now) }),
    ];
    for focus in focuses {
        let compared = Some(then.playhead().shown_year());
        all.push(json!({
            "card": words::card(dataset, layout, &now, *focus),
            "tip": words::tip(dataset, layout, &now, Topic::Standing(*focus)),
            "citation": words::citation(dataset, step, compared, *focus).text,
            "alt": words::alt_text(dataset, layout, &now, *focus),
        }));
    }
    all
}

/// What is said of a dataset as a whole.
fn once(dataset: &Dataset, layout: &Layout) -> Vec<Value> {
    let info = dataset.info();
    let last = Moment::at(dataset, Playhead::end_of(info.last_year));
    let mut all = vec![
        json!({ "outline": words::outline(dataset), "howToRead": words::how_to_read(dataset) }),
        json!({ "see": words::how_to_see(dataset), "timeline": words::timeline_description(dataset) }),
        json!({ "key": words::key_to_timeline(dataset), "wanted": words::year_wanted(dataset) }),
        json!({ "search": words::search_words(dataset, "zzz", info.last_year) }),
    ];
    for query in ["a", "19", "war"] {
        all.push(json!({ "search": words::search_words(dataset, query, info.last_year) }));
    }
    for (dyad, ties) in dataset.dyads().take(40) {
        let row = words::timeline_row(dataset, &dyad.both(), &words::place_name(dataset, layout, &dyad.both()), None);
        all.push(json!({ "row": row }));
        for tie in ties {
            all.push(json!({ "tip": words::tip(dataset, layout, &last, Topic::Spell(tie)) }));
        }
    }
    for event in dataset.event_ids() {
        for others in 0..=2 {
            all.push(json!({ "tip": words::tip(dataset, layout, &last, Topic::Event(event, others)) }));
        }
    }
    for era in 0..dataset.eras().len() {
        all.push(json!({ "tip": words::tip(dataset, layout, &last, Topic::Era(era)) }));
    }
    all
}

/// English in which every message stands between brackets.
fn bracketed() -> Language {
    let mut lines = TABLES[0].lines();
    let mut table = lines.next().unwrap_or_default().replacen("en", "xx", 1);
    lines.for_each(|message| write!(table, "\n⟦{message}⟧").expect("a text"));
    words::language_of(table.leak()).expect("a table of this program")
}

/// What of a text stands outside of all brackets.
fn outside(text: &str) -> String {
    let (mut depth, mut found) = (0, String::new());
    for letter in text.chars() {
        match letter {
            '⟦' => depth += 1,
            '⟧' => depth -= 1,
            _ if depth == 0 => found.push(letter),
            _ => {}
        }
        // A cut between texts, so that what stands on both sides of a message is not taken for one.
        if depth == 0 && letter == '⟧' {
            found.push('\n');
        }
    }
    assert_eq!(depth, 0, "brackets of {text}");
    found
}

/// The texts that are read, of a value that crosses to the page: not those that name something for scripts and styles.
fn read_texts(value: &Value, found: &mut Vec<String>) {
    const NAMES: [&str; 9] = ["id", "kind", "url", "step", "lastId", "pieces", "key", "version", "network"];
    match value {
        // What keeps a dataset's own texts apart is no letter of theirs.
        Value::String(text) => found.push(text.replace(['\u{2066}', '\u{2069}'], "")),
        Value::Array(list) => list.iter().for_each(|value| read_texts(value, found)),
        Value::Object(fields) => {
            for (name, value) in fields {
                match (name.as_str(), value) {
                    // One text, cut in pieces.
                    ("counts", Value::Array(list)) => found.push(list.iter().filter_map(Value::as_str).collect()),
                    // The name of a style, and words.
                    ("signs", Value::Array(list)) => list.iter().for_each(|sign| read_texts(&sign[1], found)),
                    ("network", _) => read_texts(value, found),
                    (name, _) if NAMES.contains(&name) => {}
                    _ => read_texts(value, found),
                }
            }
        }
        _ => {}
    }
}

/// Whether a text is one of the dataset's own: it stands in its files, but for case and white space.
fn is_own(text: &str, own: &str) -> bool {
    let text = folded(text);
    text.chars().all(|letter| !letter.is_alphabetic()) || own.contains(&text)
}

fn folded(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ").replace("\"\"", "\"")
}

#[test]
fn no_sentence_is_made_beside_the_messages() {
    let brackets = bracketed();
    let mut texts = 0;
    for folder in FOLDERS {
        let mut dataset = open(folder);
        dataset.read_in(brackets);
        let layout = Layout::solve(&dataset);
        let own: String =
            files(folder).iter().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned() + "\n").collect();
        let own = folded(&own);
        let info = dataset.info();
        let (first, last) = (info.first_year, info.last_year);
        let actors = dataset.actor_ids().filter(|actor| Some(*actor) != dataset.ego()).take(30).map(Focus::Actor);
        let focuses: Vec<Focus> = actors.chain(dataset.dyads().take(20).map(|(dyad, _)| Focus::Tie(dyad))).collect();
        let mut all = once(&dataset, &layout);
        let apart = ((last - first) / 6).max(1) as usize;
        for step in (first..=last).step_by(apart) {
            all.extend(said(&dataset, &layout, step, first, &focuses));
        }
        let mut read = Vec::new();
        for value in &all {
            read_texts(value, &mut read);
        }
        texts += read.len();
        // Most are said again at every step.
        for text in read.into_iter().collect::<BTreeSet<_>>() {
            for rest in outside(&text).split('\n') {
                // Texts of a dataset follow one another, each with its full stop.
                let is_whole = is_own(rest.trim(), &own);
                assert!(is_whole || rest.split(". ").all(|part| is_own(part.trim(), &own)), "{rest:?} in {text:?}");
            }
        }
    }
    assert!(texts > 10_000, "{texts} texts");
}

#[test]
fn a_sentence_beside_the_messages_is_noticed() {
    let own = folded("China,ally\n\"North Korea\"");
    assert!(is_own("Ally", &own) && is_own("North  Korea", &own) && is_own("12 (", &own));
    assert!(!is_own("ally since", &own));
    assert_eq!(outside("⟦a ⟦b⟧ c⟧China ⟦d⟧"), "\nChina \n");
}

/// What is expected of a language: a few texts of the first dataset, and of one of days.
fn expected(code: &str) -> String {
    let language = words::language(code).expect("a language");
    let mut text = String::new();
    let mut add = |folder: &str, steps: &[(&str, &str)]| {
        let mut dataset = open(folder);
        dataset.read_in(language);
        let layout = Layout::solve(&dataset);
        let mut line = |name: &str, value: &str| writeln!(text, "{name}: {value}").expect("a text");
        line("dataset", &words::full_title(&dataset));
        line("see", &words::how_to_see(&dataset));
        line("key", &words::key_to_timeline(&dataset));
        line("wanted", &words::year_wanted(&dataset));
        for [term, words] in words::how_to_read(&dataset) {
            line("read", &format!("{term}: {words}"));
        }
        for (id, focus) in steps {
            let step = dataset.info().calendar.step_of(id.parse().expect("a date"));
            let moment = Moment::at(&dataset, Playhead::end_of(step));
            let focus = Focus::find(&dataset, focus);
            line("\nyear", &words::value_text(&dataset, &moment));
            line("counts", &words::now(&dataset, &moment).counts.join("|"));
            let year = words::year(&dataset, &moment);
            line("heading", &year.heading);
            line("announcement", &year.announcement);
            line("alt", &words::alt_text(&dataset, &layout, &moment, focus));
            line("citation", &words::citation(&dataset, step, Some(step - 3), focus).text);
            line("table", &words::table(&dataset, &moment).caption);
            let card = words::card(&dataset, &layout, &moment, focus);
            for section in card.iter().flat_map(|card| &card.sections) {
                line("section", &section.title);
                for row in section.rows.iter().take(2) {
                    line("  row", &words::sentence(&dataset, row));
                }
            }
            let then = Moment::at(&dataset, Playhead::end_of(step - 3));
            let differences = words::difference_words(&dataset, &layout, &then, &moment);
            line("difference", &differences.heading);
            differences.sections.iter().for_each(|section| line("  difference", &section.title));
        }
    };
    let years = [
        ("1949", "CHN"),
        ("1950", "EGY"),
        ("1953", "CHN-SUN"),
        ("1972", "KOR"),
        ("1994", "CHN"),
        ("2018", "USA"),
        ("2025", "VNM"),
    ];
    add("data/north-korea", &years);
    add("examples/july-crisis", &[("1914-07-05", "DEU-RUS"), ("1914-08-08", "DEU-RUS")]);
    text
}

#[test]
fn other_languages_say_what_is_expected() {
    for code in ["it", "ko", "ar"] {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/words/languages/{code}.txt"));
        expect_file![file].assert_eq(&expected(code));
    }
}

#[test]
fn dyads_are_named_in_every_language() {
    let mut dataset = open("tests/data/german-empire");
    let find = |code: &str| dataset.find(code).expect("an actor");
    let focus = Focus::Tie(Dyad::new(find("RUS"), find("FRA")).expect("two"));
    let names = ["en", "ar"].map(|code| {
        dataset.read_in(words::language(code).expect("a language"));
        words::focus_name(&dataset, focus)
    });
    assert_eq!(names[0].split(" – ").count(), 2);
    assert_eq!(
        names[1].matches(['\u{2068}', '\u{2066}']).count(),
        4,
        "names that run from left to right are kept apart"
    );
}
