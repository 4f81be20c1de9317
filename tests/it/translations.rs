//! Texts of a dataset in several languages: read, packed, shown in the language asked for, marked where they are not in it.

use detente::data::{Dataset, ProblemKind, TextColumns, read, table_folder, validate};
use detente::language::Language;
use detente::layout::{Focus, Layout, pack};
use detente::moment::Moment;
use detente::render::{texts_json, translations_json, whole_texts_json};
use detente::time::Playhead;
use detente::words::{self, language};
use serde_json::Value;

use crate::dataset::files;
use crate::second_dataset::open;

const FOLDER: &str = "tests/data/two-languages";

fn in_language(folder: &str, code: &str) -> Dataset {
    let mut dataset = open(folder);
    dataset.read_in(language(code).expect("a language"));
    dataset
}

/// A text of the dataset's own language, as it stands among words of another.
fn apart(text: &str) -> String {
    format!("\u{2066}{text}\u{2069}")
}

/// Everything that is told of a year, and of each actor in it.
fn told(dataset: &Dataset, year: i16) -> Value {
    let (layout, moment) = (Layout::solve(dataset), Moment::at(dataset, Playhead::end_of(year)));
    let cards = dataset.actor_ids().map(|actor| words::card(dataset, &layout, &moment, Focus::Actor(actor)));
    serde_json::json!({
        "outline": words::outline(dataset), "year": words::year(dataset, &moment), "now": words::now(dataset, &moment),
        "cards": cards.collect::<Vec<_>>(), "read": words::how_to_read(dataset),
    })
}

/// The dataset as a page has it: unpacked, with columns of texts, and then those of a language.
fn travelled(dataset: &Dataset, code: &str) -> Dataset {
    let mut there = Dataset::unpack(&pack(dataset)).expect("a pack");
    there.read_in(language(code).expect("a language"));
    let list = |value: &Value| -> String {
        value
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .fold(String::new(), |all, text| all + text + "\u{1f}")
    };
    let columns: Value = serde_json::from_slice(&texts_json(dataset)).expect("JSON");
    let mut filled = TextColumns::default();
    for (name, values) in columns.as_object().expect("columns") {
        filled.fill(name, &list(values));
    }
    there.attach(filled.into_texts().expect("texts")).expect("its own texts");
    for (language, places) in translations_json(dataset) {
        let places: Value = serde_json::from_slice(&places).expect("JSON");
        for (place, values) in places.as_object().expect("places") {
            there.translate_place(&language, place, &list(values));
        }
    }
    there.name_countries(Vec::new());
    there
}

#[test]
fn a_dataset_is_read_in_its_languages() {
    let mut dataset = open(FOLDER);
    let own = dataset.clone();
    assert_eq!(dataset.own_language(), "it");
    dataset.read_in(Language::ENGLISH);
    let info = dataset.info();
    assert_eq!(info.title, "Three invented cities");
    assert_eq!(info.subtitle, apart("Più vicino, più amico."));
    let names: Vec<&str> = info.ladder.iter().map(|rung| rung.name.as_str()).collect();
    assert_eq!(names, ["friend", "neutral", &apart("nemica")]);
    // A full name stands for the short one where that is not translated.
    let names: Vec<&str> = dataset.actors().iter().map(|actor| actor.short_name.as_str()).collect();
    assert_eq!(names, ["Dawn", "Mist", &apart("Cima")]);
    // Events stand by date, and not as in their table.
    let titles: Vec<&str> = dataset.events().iter().map(|event| event.title.as_str()).collect();
    assert_eq!(titles, [&apart("Un patto è firmato"), "The pact is broken"]);
    assert_eq!(dataset.foreign(), "it");
    let texts = dataset.texts().expect("texts");
    assert_eq!([&texts.ties[0].why, &texts.ties[1].why], ["A pact.", &apart("Il patto è rotto.")]);
    assert_eq!(texts.events[0].summary, "");

    // In its own language nothing is marked, whatever it was read in before.
    for code in ["ar", "en", "ko", "it"] {
        dataset.read_in(language(code).expect("a language"));
    }
    assert_eq!((dataset.tables(), dataset.texts()), (own.tables(), own.texts()));
    assert_eq!(dataset.foreign(), "");
}

#[test]
fn a_pack_holds_its_own_texts_alone_and_others_come_after_it() {
    for (folder, years) in [(FOLDER, 1400..=1403), ("data/north-korea", 1971..=1972)] {
        for code in ["en", "it", "ko", "ar"] {
            let native = in_language(folder, code);
            let page = travelled(&open(folder), code);
            for year in years.clone() {
                assert_eq!(told(&page, year), told(&native, year), "{folder} in {code}, {year}");
            }
        }
    }
    // Tables without the columns of other languages make the same pack.
    let plain: Vec<(String, Vec<u8>)> = files(FOLDER)
        .into_iter()
        .map(|(name, bytes)| (name, String::from_utf8(bytes).expect("text")))
        .map(|(name, text)| (name, text.replace("_en", "_zz").replace("_ar", "_zz").into_bytes()))
        .collect();
    let (plain, report) = validate(&read(&plain), &[ProblemKind::UnknownColumn]).expect("allowed");
    assert!(report.problems.iter().any(|problem| problem.kind == ProblemKind::UnknownColumn));
    assert_eq!(pack(&plain), pack(&open(FOLDER)));
    let columns: Value = serde_json::from_slice(&texts_json(&open("tests/data/good"))).expect("JSON");
    assert!(columns.get("language").is_none() && columns.get("languages").is_none());
    let whole: Value = serde_json::from_slice(&whole_texts_json(&open(FOLDER))).expect("JSON");
    assert_eq!(whole["languages"], serde_json::json!(["ar", "en"]));
    assert_eq!(whole["translations"]["en"]["years.line"], serde_json::json!(["It begins well", ""]));
}

#[test]
fn translations_are_kept_by_conversion() {
    for folder in [FOLDER, "data/north-korea"] {
        let dataset = open(folder);
        let written = table_folder(&dataset);
        let (again, _) = validate(&read(&written.content), &[]).unwrap_or_else(|report| panic!("{report}"));
        let [one, two] = [&dataset, &again].map(|dataset| dataset.texts().expect("texts"));
        assert_eq!(one.translations, two.translations);
        assert_eq!((&one.about.language, &one.chapters), (&two.about.language, &two.chapters));
        assert!(!one.translations.is_empty());
        let json = detente::data::plain_json(&dataset).content;
        let (again, _) = validate(&read(&[("d.json".to_owned(), json.into_bytes())]), &[]).expect("valid");
        assert_eq!(again.texts().expect("texts").translations, one.translations);
    }
}

#[test]
fn what_translates_nothing_is_reported() {
    let with = |table: &str, from: &str, to: &str| {
        let mut all = files(FOLDER);
        for (_, bytes) in all.iter_mut().filter(|(name, _)| name == table) {
            let text = String::from_utf8(bytes.clone()).expect("text");
            assert!(text.contains(from));
            *bytes = text.replacen(from, to, 1).into_bytes();
        }
        let problems = validate(&read(&all), &[]).expect_err("wrong").problems;
        let problems = problems.into_iter().filter(|problem| problem.kind != ProblemKind::MissingSource);
        problems.map(|problem| (problem.kind, problem.message, problem.hint)).collect::<Vec<_>>()
    };
    let [(kind, message, hint)] = with("years.csv", "line_en", "line_xx").try_into().expect("one problem");
    assert_eq!((kind, message.as_str()), (ProblemKind::UnknownColumn, "`years.csv` has no column `line_xx`"));
    assert!(hint.contains("`xx` is no code of a language") && hint.contains("`line_it`"), "{hint}");
    let [(kind, message, hint)] = with("actors.csv", "CIM,Cima,,", "CIM,,Peak,").try_into().expect("one problem");
    assert_eq!((kind, message.as_str()), (ProblemKind::EmptyField, "`name_en` translates nothing: `name` is empty"));
    assert_eq!(hint, "write the text into `name`, or leave both empty");
    let [(kind, message, hint)] =
        with("datapackage.json", "\"language\": \"it\"", "\"language\": \"Italian\"").try_into().expect("one problem");
    assert_eq!(
        (kind, message.as_str()),
        (ProblemKind::BadDescriptor, "`language` in `detente` does not say what it must")
    );
    assert!(hint.contains("two letters"), "{hint}");
}

#[test]
fn the_first_dataset_is_in_italian() {
    let dataset = in_language("data/north-korea", "it");
    let is_own = |text: &str| text.contains('\u{2066}');
    let texts = dataset.texts().expect("texts");
    let info = dataset.info();
    let mut all: Vec<&str> = vec![&info.title, &info.subtitle];
    all.extend(info.ladder.iter().map(|rung| rung.name.as_str()));
    all.extend(dataset.actors().iter().map(|actor| actor.short_name.as_str()));
    all.extend(dataset.tables().years.iter().map(|year| year.line.as_str()));
    all.extend(dataset.eras().iter().map(|era| era.title.as_str()));
    for list in [&texts.names, &texts.about.meanings, &texts.about.rules] {
        all.extend(list.iter().map(String::as_str));
    }
    for chapter in &texts.chapters {
        all.extend([&chapter.title, &chapter.text, &chapter.aside].map(String::as_str));
    }
    for page in &texts.about.pages {
        all.extend([&page.title, &page.description, &page.heading, &page.lede].map(String::as_str));
    }
    assert!(all.len() > 600, "{} texts", all.len());
    for text in all {
        assert!(!is_own(text), "{text}");
    }
    // Events are not.
    assert!(dataset.events().iter().all(|event| is_own(&event.title)));
    assert_eq!(dataset.foreign(), "en");
}
