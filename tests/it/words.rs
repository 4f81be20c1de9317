//! What a reader reads, as kept: goldens in JSON of everything that crosses to the page, for datasets that differ.

use core::fmt::Write as _;
use std::path::PathBuf;

use detente::data::{Dataset, Dyad, read, validate};
use detente::layout::{Focus, Layout};
use detente::moment::Moment;
use detente::time::Playhead;
use detente::words::{self, Row, Topic};
use expect_test::expect_file;
use serde_json::{Map, Value, json};

use crate::dataset::files;

/// A dataset and what of it is kept.
struct Kept {
    folder: &'static str,
    years: &'static [i16],
    /// Who is in focus, at the end of which year.
    cards: &'static [(&'static str, i16)],
    compared: [i16; 2],
    queries: &'static [&'static str],
}

/// Every dataset whose words are kept, each in a folder of its own below `tests/words`.
#[rustfmt::skip]
const KEPT: [Kept; 3] = [
    Kept { folder: "data/north-korea", years: &[1945, 1950, 1953, 1957, 1972, 1974, 1994, 2018, 2025], cards: &[("GUY", 1950), ("GUY", 1980), ("CUB", 1972), ("EGY", 1950), ("RUS", 1950), ("CHN-SUN", 1951), ("KOR", 1953), ("CHN", 1994), ("USA", 2018), ("JPN", 1972), ("VNM", 2025), ("IRN", 1994), ("AGO", 2025), ("IAE", 2018)], compared: [1972, 1975], queries: &["sunshine", "Sov", "1994", "zzz"] },
    Kept { folder: "tests/data/german-empire", years: &[1879, 1904, 1914, 1918], cards: &[("RUS", 1890), ("FRA", 1904), ("SRB", 1914), ("RUS-FRA", 1894)], compared: [1879, 1904], queries: &["alliance", "Brit", "1914"] },
    Kept { folder: "tests/data/good", years: &[1950, 1952], cards: &[("BBB", 1952), ("CCC", 1960), ("BBB-CCC", 1952)], compared: [1950, 1960], queries: &["war", "A"] },
];

struct World {
    dataset: Dataset,
    layout: Layout,
}

impl World {
    fn of(kept: &Kept) -> Self {
        let (dataset, _) = validate(&read(&files(kept.folder)), &[]).unwrap_or_else(|report| panic!("{report}"));
        Self { layout: Layout::solve(&dataset), dataset }
    }

    fn at(&self, year: i16) -> Moment {
        Moment::at(&self.dataset, Playhead::end_of(year))
    }
}

/// A value without what is empty: no texts, no lists, no `false`, nothing that is not there.
fn full(value: Value) -> Value {
    let is_full = |value: &Value| match value {
        Value::Null | Value::Bool(false) => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(list) => !list.is_empty(),
        _ => true,
    };
    match value {
        Value::Object(fields) => {
            let fields = fields.into_iter().map(|(name, value)| (name, full(value)));
            Value::Object(fields.filter(|(_, value)| is_full(value)).collect())
        }
        Value::Array(list) => Value::Array(list.into_iter().map(full).collect()),
        other => other,
    }
}

/// JSON with a row to a line, so that a difference shows which row it is.
fn printed(value: &Value, indent: usize, text: &mut String) {
    let is_row = |fields: &Map<String, Value>| {
        !["rows", "row", "sections", "heading"].iter().any(|name| fields.contains_key(*name))
    };
    let pad = |indent: usize| format!("\n{}", "  ".repeat(indent));
    match value {
        Value::Object(fields) if !is_row(fields) || indent == 0 => {
            text.push('{');
            for (index, (name, value)) in fields.iter().enumerate() {
                text.push_str(if index == 0 { "" } else { "," });
                let _ = write!(text, "{}\"{name}\": ", pad(indent + 1));
                printed(value, indent + 1, text);
            }
            let _ = write!(text, "{}}}", pad(indent));
        }
        Value::Array(list) if list.iter().any(|value| value.is_object() || value.is_array()) => {
            text.push('[');
            for (index, value) in list.iter().enumerate() {
                text.push_str(if index == 0 { "" } else { "," });
                text.push_str(&pad(indent + 1));
                printed(value, indent + 1, text);
            }
            let _ = write!(text, "{}]", pad(indent));
        }
        other => text.push_str(&other.to_string()),
    }
}

fn expect(kept: &Kept, name: &str, value: Value) {
    let mut text = String::new();
    printed(&full(value), 0, &mut text);
    text.push('\n');
    let dataset = kept.folder.rsplit('/').next().expect("a name");
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/words").join(dataset);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::create_dir_all(&folder).expect("a folder");
    }
    expect_file![folder.join(format!("{name}.json"))].assert_eq(&text);
}

fn value(words: impl serde::Serialize) -> Value {
    serde_json::to_value(words).expect("plain data")
}

#[test]
fn the_outline_and_how_to_read_are_as_kept() {
    for kept in &KEPT {
        let world = World::of(kept);
        let mut outline = value(words::outline(&world.dataset));
        if let Some(actors) = outline["actors"].as_array_mut() {
            actors.truncate(3);
        }
        expect(kept, "outline", json!({ "outline": outline, "howToRead": words::how_to_read(&world.dataset) }));
    }
}

#[test]
fn the_years_are_as_kept() {
    for kept in &KEPT {
        let world = World::of(kept);
        for year in kept.years {
            let moment = world.at(*year);
            let (now, year_text) = (words::now(&world.dataset, &moment), words::year(&world.dataset, &moment));
            expect(kept, &format!("year-{year}"), json!({ "now": now, "year": year_text }));
        }
    }
}

#[test]
fn the_cards_and_the_tips_of_the_network_are_as_kept() {
    for kept in &KEPT {
        let world = World::of(kept);
        let World { dataset, layout } = &world;
        for (code, year) in kept.cards {
            let (focus, moment) = (Focus::find(dataset, code), world.at(*year));
            let card = words::card(dataset, layout, &moment, focus).expect("a focus");
            let tip = words::tip(dataset, layout, &moment, Topic::Standing(focus)).expect("a focus");
            let alt = words::alt_text(dataset, layout, &moment, focus);
            let citation = words::citation(dataset, *year, Some(kept.compared[0]), focus);
            let all = json!({ "card": card, "tip": tip, "alt": alt, "citation": citation });
            expect(kept, &format!("card-{code}-{year}"), all);
        }
    }
}

#[test]
fn the_tables_are_as_kept() {
    for kept in &KEPT {
        let world = World::of(kept);
        expect(kept, "table", value(words::table(&world.dataset, &world.at(kept.years[1]))));
    }
}

#[test]
fn the_differences_are_as_kept() {
    for kept in &KEPT {
        let world = World::of(kept);
        let [then, now] = kept.compared.map(|year| world.at(year));
        let (there, none) = [(&then, &now), (&now, &now)]
            .map(|(then, now)| words::difference_words(&world.dataset, &world.layout, then, now))
            .into();
        expect(kept, "differences", json!({ "between": there, "none": none }));
    }
}

#[test]
fn what_a_search_lists_is_as_kept() {
    for kept in &KEPT {
        let world = World::of(kept);
        let found = |query: &&str| (*query).to_owned();
        let lists: Map<String, Value> = kept
            .queries
            .iter()
            .map(|query| (found(query), value(words::search_words(&world.dataset, query, kept.compared[0]))))
            .collect();
        expect(kept, "search", Value::Object(lists));
    }
}

#[test]
fn the_rows_and_the_tips_of_the_timeline_are_as_kept() {
    for kept in &KEPT {
        let world = World::of(kept);
        let World { dataset, layout } = &world;
        let moment = world.at(kept.years[1]);
        let (mut rows, mut tips): (Vec<Row<'_>>, Vec<_>) = (Vec::new(), Vec::new());
        let mut add = |topic: Topic| tips.extend(words::tip(dataset, layout, &moment, topic));
        for (code, _) in kept.cards {
            let ends = Focus::find(dataset, code).ends();
            let dyad = Dyad::new(ends[0], ends.get(1).copied().or(dataset.ego()).expect("the other")).expect("two");
            let tie = dataset.ties_between(dyad).find(|id| dataset.tie(*id).spell.holds(moment.playhead()));
            let label = words::place_name(dataset, layout, &ends);
            rows.push(words::timeline_row(dataset, &ends, &label, tie));
            dataset.ties_between(dyad).take(1).for_each(|id| add(Topic::Spell(id)));
        }
        dataset.event_ids().take(1).for_each(|id| add(Topic::Event(id, 2)));
        add(Topic::Era(0));
        add(Topic::Year(kept.years[1]));
        assert!(words::tip(dataset, layout, &moment, Topic::Standing(Focus::Nobody)).is_none());
        assert!(words::tip(dataset, layout, &moment, Topic::Era(9999)).is_none());
        expect(kept, "timeline", json!({ "rows": rows, "tips": tips }));
    }
}
