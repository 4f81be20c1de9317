//! Searching the first dataset: what a reader would type, and what nobody should.

use detente::bundled;
use detente::data::{Dataset, Found, search};

use crate::dataset::whole;

/// Steps of these datasets are years, found by their numbers.
fn id(step: i16) -> Vec<String> {
    vec![step.to_string()]
}

/// What was found, in words.
fn names(dataset: &Dataset, query: &str) -> Vec<String> {
    let name = |found: Found| match found {
        Found::Year(year) => year.to_string(),
        Found::Actor(id) => dataset.actor(id).short_name.clone(),
        Found::Event(id) => format!("{}: {}", dataset.event(id).date.year(), dataset.event(id).title),
    };
    search(dataset, query, 20, &id).into_iter().map(name).collect()
}

#[test]
fn the_best_fit_comes_first() {
    let dataset = whole();
    let first = |query: &str| names(&dataset, query).first().cloned().unwrap_or_default();
    assert_eq!(first("sunshine"), "1998: Kim Dae-jung announces the Sunshine Policy");
    assert_eq!(first("Cuba"), "Cuba");
    assert_eq!(first("1994"), "1994");
    assert_eq!(first("soviet"), "Soviet Union");
    assert_eq!(first("cote d'ivoire"), "Ivory Coast");
    assert_eq!(first("IVOIRE"), "Ivory Coast");
    assert_eq!(first("usa"), "United States");
    assert_eq!(first("korea south"), "South Korea");
    assert_eq!(first("sao tome"), first("São Tomé"));
    assert!(first("Kaesong").contains("Kaesong"), "{}", first("Kaesong"));
    assert!(names(&dataset, "kaesong").len() > 3);
}

#[test]
fn what_people_call_them_is_found() {
    let dataset = whole();
    let first = |query: &str| names(&dataset, query).first().cloned().unwrap_or_default();
    for (query, name) in [
        ("uk", "United Kingdom"),
        ("Britain", "United Kingdom"),
        ("england", "United Kingdom"),
        ("ussr", "Soviet Union"),
        ("us", "United States"),
        ("dprk", "North Korea"),
        ("holland", "Netherlands"),
        ("burma", "Myanmar"),
        ("east timor", "Timor-Leste"),
    ] {
        assert_eq!(first(query), name, "{query}");
    }
    assert!(!names(&dataset, "uk").iter().any(|name| name.contains("Sukarno")), "short words begin words");
}

#[test]
fn three_digits_are_a_decade_and_two_are_nothing() {
    let dataset = bundled::dataset();
    let years = |query: &str| search(&dataset, query, 99, &id).iter().filter(|it| matches!(it, Found::Year(_))).count();
    assert_eq!(
        [years("199"), years("194"), years("1994"), years("19"), years("2031"), years("-1994")],
        [10, 5, 1, 0, 0, 1]
    );
    assert_eq!(names(&dataset, "199")[0], "1990");
    let whole = whole();
    let named = search(&whole, "199", 999, &id).iter().filter(|it| matches!(it, Found::Actor(_))).count();
    assert_eq!(named, 0, "dates in full names are no answer");
}

#[test]
fn without_the_texts_names_and_titles_are_found() {
    let dataset = bundled::dataset();
    assert_eq!(names(&dataset, "sunshine"), ["1998: Kim Dae-jung announces the Sunshine Policy"]);
    assert_eq!(names(&dataset, "ivory"), ["Ivory Coast"]);
    assert_eq!(names(&dataset, "ivoire"), Vec::<String>::new());
}

#[test]
fn nothing_is_found_by_nothing_or_nonsense() {
    let dataset = whole();
    let long = "sunshine ".repeat(20_000) + "zzz";
    for query in ["", "  ", "'", "’ ’", "–", "()[]{}.*+?^$|\\", "<b>qqq</b>", "zzyzx", "\0\u{202e}", "ﷺ", &long]
    {
        assert_eq!(search(&dataset, query, 20, &id), [], "{query:.40}");
    }
    assert_eq!(search(&dataset, "korea", 0, &id), []);
    assert_eq!(search(&dataset, "korea", 7, &id).len(), 7);
}

#[test]
fn only_what_a_year_shows_is_found() {
    let dataset = whole();
    assert_eq!(names(&dataset, "Shimonoseki"), Vec::<String>::new());
    assert!(dataset.find("XKO").is_some(), "Korea before its division");
    assert_eq!(names(&dataset, "korea")[..2], ["North Korea", "South Korea"]);
}
