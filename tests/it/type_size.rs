//! No type of any picture of the view is smaller than 12 CSS pixels where it is seen, on the narrowest phone too.

use detente::bundled;
use detente::data::Dataset;
use detente::layout::{Focus, Layout};
use detente::scene::{Mark, Scene, Size, Theme, Timeline, Track, View, at_rest, background, strip};
use detente::words::measures;

use crate::second_dataset;

/// In CSS pixels.
const LEAST: f64 = 12.0;
/// Sides of networks, from the smallest frame to a wide screen, in CSS pixels.
const SIDES: [f64; 9] = [130.0, 190.0, 260.0, 296.0, 336.0, 390.0, 560.0, 780.0, 1500.0];

/// The smallest type of the scenes, and how many labels there are.
fn smallest(scenes: &[Scene]) -> (f64, usize) {
    let labels = scenes.iter().flat_map(|scene| &scene.marks).filter_map(|mark| match mark {
        Mark::Label { size, .. } => Some(*size),
        _ => None,
    });
    labels.fold((f64::MAX, 0), |(least, count), size| (least.min(size), count + 1))
}

fn network(dataset: &Dataset, view: &View) -> Vec<Scene> {
    let layout = Layout::solve(dataset);
    let years = (dataset.info().first_year..=dataset.info().last_year).step_by(9);
    let mut scenes = vec![background(dataset, view)];
    scenes.extend(years.map(|year| at_rest(dataset, &layout, year, view)));
    scenes
}

#[test]
fn names_of_networks_are_large_enough_at_every_size() {
    for dataset in [bundled::dataset(), second_dataset::german_empire()] {
        for side in SIDES {
            for small in [false, true] {
                let focus = Focus::Actor(dataset.find("GBR").expect("an actor"));
                let view = View { small, focus, ..View::new(side, side, Theme::Light) };
                let (least, count) = smallest(&network(&dataset, &view));
                assert!(least >= LEAST, "{least} at {side}");
                assert!(small || count > 10, "{count} names at {side}");
                // A smaller least size of type is found by the same measure.
                let planted = smallest(&network(&dataset, &View { least_type: 11.0, ..view })).0;
                assert!(planted < LEAST || side > 560.0 || small, "{planted} at {side}");
            }
        }
    }
}

#[test]
fn scales_years_and_eras_are_large_enough_at_every_width() {
    let dataset = bundled::dataset();
    let layout = Layout::solve(&dataset);
    let actor = dataset.find("KOR").expect("an actor");
    for width in [296.0, 336.0, 560.0, 780.0, 1500.0] {
        let left = if width < 600.0 { 11.0 } else { 170.0 };
        let track = Track { width, left, right: width - 48.0 };
        let timeline = Timeline::lay(&dataset, &layout, Focus::Actor(actor), track, true);
        let view = View { size: Size { width, height: 60.0 }, ..View::new(width, 132.0, Theme::Light) };
        let mut scenes = vec![timeline.scene(&dataset, &view), strip(&dataset, &view)];
        let plots = measures(&dataset, &layout, actor);
        scenes.extend(plots.iter().map(|measure| measure.scene(&dataset, &View::new(width, 132.0, Theme::Light))));
        let (least, count) = smallest(&scenes);
        assert!(least >= LEAST && count > 20, "{least} of {count} at {width}");
    }
}
