//! The small multiples: which years stand side by side, and that nothing covers anything in any year and size.

use detente::bundled;
use detente::data::{Dataset, Prominence};
use detente::layout::Layout;
use detente::moment::Moment;
use detente::scene::{Scene, Theme, View, small_multiple};
use detente::time::Playhead;
use detente::viewer::{Command, Viewer};

use crate::covering::{WIDER, are_apart, discs, gap, labels};
use crate::second_dataset;

/// From less than a phone's two columns, which are 146 CSS pixels wide at least, to a wide window's; and the share of
/// the principals that are named there at least: type shrinks no further than to 12 pixels.
const SIZES: [(f64, f64); 7] =
    [(130.0, 0.8), (146.0, 0.85), (160.0, 0.9), (182.0, 1.0), (228.0, 1.0), (260.0, 1.0), (340.0, 1.0)];

#[test]
fn in_a_small_multiple_no_disc_covers_another_and_principals_are_named_where_there_is_room() {
    for dataset in [bundled::dataset(), second_dataset::german_empire()] {
        let layout = Layout::solve(&dataset);
        for (size, least) in SIZES {
            let mut named = (0, 0);
            let view = View { small: true, ..View::new(size, size, Theme::Light) };
            for year in dataset.info().first_year..=dataset.info().last_year {
                let scene = small_multiple(&dataset, &layout, year, &view);
                let which = format!("{} in {year} at {size}", dataset.info().title);
                discs_are_apart(&dataset, &scene, &which);
                count_named((&dataset, &layout), year, (&scene, &which), &mut named);
                names_cover_no_principal_and_no_name(&dataset, &scene, &which);
            }
            let share = f64::from(named.0) / f64::from(named.1);
            println!("{share:.3} of the principals are named at {size} in {}", dataset.info().title);
            assert!(share >= least, "{share:.3} at {size}");
        }
    }
}

fn discs_are_apart(dataset: &Dataset, scene: &Scene, which: &str) {
    let name = |actor| &dataset.actor(actor).short_name;
    let discs = discs(scene, Theme::Light);
    for (index, disc) in discs.iter().enumerate() {
        for other in &discs[..index] {
            let apart = disc.at.distance(other.at) - disc.radius - other.radius;
            assert!(apart >= 0.4, "{which}: {} and {}, {apart}", name(disc.actor), name(other.actor));
        }
    }
}

/// Counts the principals that have a name, and all; nobody else has one.
fn count_named(
    (dataset, layout): (&Dataset, &Layout),
    year: i16,
    (scene, which): (&Scene, &str),
    (named, all): &mut (u32, u32),
) {
    // A forerunner is as prominent as its successor.
    let is_principal =
        |actor| layout.of(actor).is_some_and(|slot| layout.slot(slot).prominence == Prominence::Principal);
    let labels = labels(scene, dataset.ego().expect("an ego"), WIDER);
    assert!(labels.iter().all(|label| is_principal(label.actor)), "{which}");
    for (actor, _) in Moment::at(dataset, Playhead::end_of(year)).alters().filter(|(actor, _)| is_principal(*actor)) {
        *named += u32::from(labels.iter().any(|label| label.actor == actor));
        *all += 1;
    }
}

/// In the widest face: each stands in the picture, and is nearer to its own disc than to another principal's or tied
/// to it by a leader.
fn names_cover_no_principal_and_no_name(dataset: &Dataset, scene: &Scene, which: &str) {
    let name = |actor| &dataset.actor(actor).short_name;
    let ego = dataset.ego().expect("an ego");
    let (discs, labels) = (discs(scene, Theme::Light), labels(scene, ego, WIDER));
    for (index, label) in labels.iter().enumerate() {
        let [left, top, right, bottom] = label.frame;
        let is_inside = left >= 0.0 && top >= 0.0 && right <= scene.size.width && bottom <= scene.size.height;
        assert!(is_inside, "{which}: {} leaves the picture", name(label.actor));
        for other in &labels[..index] {
            assert!(are_apart(label.frame, other.frame), "{which}: {} over {}", name(label.actor), name(other.actor));
        }
        let own = discs.iter().find(|disc| disc.actor == label.actor).expect("a disc of its own");
        for other in discs.iter().filter(|disc| disc.actor != label.actor) {
            let is_ego = other.actor == ego;
            if is_ego || dataset.actor(other.actor).prominence == Prominence::Principal {
                let gap_to = gap(label.frame, other);
                assert!(gap_to >= 0.0, "{which}: {} covers {}", name(label.actor), name(other.actor));
                let is_told = is_ego || label.leader.is_some() || gap_to > gap(label.frame, own);
                assert!(is_told, "{which}: {}", name(label.actor));
            }
        }
    }
}

#[test]
fn the_shown_year_stands_after_the_chosen_ones_unless_it_is_one_of_them() {
    let mut viewer = Viewer::new(bundled::dataset(), Layout::solve(&bundled::dataset()));
    let chosen = viewer.years().to_vec();
    viewer.apply(Command::Jump(1951.0));
    assert_eq!(viewer.years_side_by_side(), [&chosen[..], &[1951]].concat());
    viewer.apply(Command::Jump(1972.0));
    assert_eq!(viewer.years_side_by_side(), chosen);
    viewer.apply(Command::Jump(1973.0));
    viewer.apply(Command::AddYear);
    assert_eq!(viewer.years_side_by_side(), viewer.years());
    assert_eq!(viewer.years().len(), chosen.len() + 1);
}
