//! The table tells what is drawn: for every year, exactly those who are in the picture, from ring to ring as they stand
//! there. The tree of the page is made of the same rows.

use std::collections::BTreeMap;

use detente::bundled;
use detente::data::{Dataset, read, validate};
use detente::layout::Layout;
use detente::moment::Moment;
use detente::scene::{Datum, Mark, Palette, Point, RadialScale, Scene, Theme, View, at_rest};
use detente::time::Playhead;
use detente::words::{Table, table};
use proptest::prelude::*;

use crate::laws::{Folder, folders};
use crate::no_ego::great_powers;
use crate::second_dataset::{german_empire, open};

/// Of more rows a table tells the most prominent.
const MOST: usize = 250;

/// What stands in the place of a stance where there is none.
const NONE: i8 = i8::MIN;

/// Who is drawn, by the id, and the stance of the ring where; an empty disc has none: the actors round an ego, or the ties
/// between all.
fn drawn(dataset: &Dataset, view: &View, scene: &Scene) -> BTreeMap<String, i8> {
    let scale = RadialScale::fit(view.size, dataset.rungs());
    let ring = |at: Point, empty: bool| {
        let band = scale.band_at(at.distance(scale.centre)).filter(|_| !empty);
        band.map_or(NONE, detente::data::Stance::value)
    };
    let backdrop = Palette::paper(view.theme);
    let mut all = BTreeMap::new();
    for mark in &scene.marks {
        match mark {
            Mark::Disc { at, fill, datum: Datum::Actor(actor), .. }
                if fill.alpha > 0.99 && dataset.ego().is_some_and(|ego| ego != *actor) =>
            {
                let empty = fill.alpha(1.0) == backdrop;
                all.entry(dataset.actor(*actor).code.clone()).or_insert_with(|| ring(*at, empty));
            }
            Mark::Path { datum: Datum::Tie(id), .. } if dataset.ego().is_none() => {
                let tie = dataset.tie(*id);
                let [a, b] = tie.dyad().both().map(|end| dataset.actor(end).code.clone());
                all.insert(format!("{a}-{b}"), tie.stance.value());
            }
            _ => {}
        }
    }
    all
}

/// Who is told, by the id, and the stance.
fn told(table: &Table<'_>) -> BTreeMap<String, i8> {
    let key = |id: &str| {
        let mut ends: Vec<&str> = id.split('-').collect();
        ends.sort_unstable();
        ends.join("-")
    };
    table.rows.iter().map(|row| (key(&row.id), row.stance.unwrap_or(NONE))).collect()
}

/// What differs between picture and table in any year; empty where nothing does.
fn difference(dataset: &Dataset, change: impl Fn(&mut BTreeMap<String, i8>)) -> Option<String> {
    let layout = Layout::solve(dataset);
    let view = View::new(780.0, 604.0, Theme::Light);
    for year in dataset.info().first_year..=dataset.info().last_year {
        let mut drawn: BTreeMap<String, i8> = drawn(dataset, &view, &at_rest(dataset, &layout, year, &view))
            .into_iter()
            .map(|(id, stance)| {
                let mut ends: Vec<&str> = id.split('-').collect();
                ends.sort_unstable();
                (ends.join("-"), stance)
            })
            .collect();
        change(&mut drawn);
        let table = table(dataset, &Moment::at(dataset, Playhead::end_of(year)));
        if table.rows.windows(2).any(|pair| pair[0].stance < pair[1].stance) {
            return Some(format!("{year}: the rows are not from the warmest ring to the coldest"));
        }
        let told = told(&table);
        // Where everyone keeps a given place, all are drawn whatever they have to do with the ego; those who have are told.
        if dataset.ego().is_some() && layout.is_fixed() {
            if let Some(id) = told.keys().find(|id| !drawn.contains_key(*id)) {
                return Some(format!("{year}: {id} is told and not drawn"));
            }
            continue;
        }
        let whole = drawn.len() <= MOST;
        let same = if whole { told == drawn } else { told.iter().all(|(id, stance)| drawn.get(id) == Some(stance)) };
        if !same || table.rows.len() != drawn.len().min(MOST) {
            let missing: Vec<_> = drawn.iter().filter(|(id, stance)| told.get(*id) != Some(stance)).collect();
            let more: Vec<_> = told.iter().filter(|(id, stance)| drawn.get(*id) != Some(stance)).collect();
            return Some(format!("{year}: drawn and not told {missing:?}, told and not drawn {more:?}"));
        }
    }
    None
}

#[test]
fn the_table_tells_what_is_drawn_in_every_year() {
    let datasets = [
        bundled::dataset(),
        german_empire(),
        great_powers(),
        open("examples/trade"),
        open("examples/july-crisis"),
        open("tests/data/good"),
    ];
    for dataset in datasets {
        assert_eq!(difference(&dataset, |_| ()), None, "{}", dataset.info().title);
    }
}

#[test]
fn a_picture_with_one_more_or_another_ring_is_noticed() {
    let dataset = bundled::dataset();
    let missing = difference(&dataset, |drawn| drop(drawn.pop_first()));
    assert!(missing.is_some_and(|said| said.contains("told and not drawn")));
    let moved = difference(&dataset, |drawn| drawn.values_mut().take(1).for_each(|stance| *stance += 1));
    assert!(moved.is_some_and(|said| said.contains("drawn and not told")));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_table_tells_what_is_drawn_of_made_datasets(Folder(files) in folders()) {
        let (dataset, _) = validate(&read(&files), &[]).expect("good tables");
        prop_assert_eq!(difference(&dataset, |_| ()), None);
    }
}
