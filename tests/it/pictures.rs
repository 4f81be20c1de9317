//! The right picture: goldens as SVG and as printout, and laws that hold for every year.

use std::path::PathBuf;

use detente::bundled;
use detente::data::Confidence;
use detente::layout::{Focus, Layout};
use detente::moment::Moment;
use detente::render::{Device, Recorder, paint, svg};
use detente::scene::{
    Color, Datum, Keyframe, Mark, Palette, Point, RadialScale, Scene, Size, Theme, Transition, View, at_rest,
    background, compose, hit, poster, strip, text_width,
};
use detente::time::Playhead;
use detente::words::description;
use expect_test::expect_file;
use proptest::prelude::*;

/// The years whose pictures are kept.
const YEARS: [i16; 5] = [1951, 1972, 2001, 2018, 2024];

fn golden(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/pictures").join(name)
}

#[test]
fn the_pictures_are_as_kept() {
    let dataset = bundled::dataset();
    let layout = Layout::solve(&dataset);
    let view = View::new(780.0, 600.0, Theme::Light);
    for year in YEARS {
        let scene = at_rest(&dataset, &layout, year, &view);
        let words = description(&dataset, &Moment::at(&dataset, Playhead::end_of(year)));
        let title = format!("{} at the end of {year}", dataset.info().title);
        let picture = svg(&[&background(&dataset, &view), &scene], Palette::paper(view.theme), &title, &words);
        expect_file![golden(&format!("{year}.svg"))].assert_eq(&picture);
        expect_file![golden(&format!("{year}.txt"))].assert_eq(&scene.printout(&dataset));
    }
}

/// Each way to look at a picture, in a year with few marks.
#[test]
fn the_ways_to_look_are_as_kept() {
    let dataset = bundled::dataset();
    let layout = Layout::solve(&dataset);
    let light = View::new(780.0, 600.0, Theme::Light);
    let focus = |code: &str| View { focus: Focus::find(&dataset, code), ..light.clone() };
    let rest = |year: i16, view: &View| at_rest(&dataset, &layout, year, view);
    let small = View { small: true, ..View::new(190.0, 190.0, Theme::Light) };
    let large = View { focus: Focus::find(&dataset, "KOR"), ..View::new(1200.0, 675.0, Theme::Light) };
    let kept = [
        // At the end of June 1950, five days into the war.
        ("mid-year", between(&dataset, &layout, 1949.0 + 181.0 / 365.0, &light)),
        ("dark", rest(1951, &View { theme: Theme::Dark, ..light.clone() })),
        ("small", rest(1951, &small)),
        ("focus-actor", rest(1951, &focus("CHN"))),
        ("focus-tie", rest(1963, &focus("CHN-SUN"))),
        ("compared", rest(1972, &View { compare: Some(1951), ..light.clone() })),
        ("poster", poster(&dataset, &layout, 1951, &large)),
    ];
    for (name, scene) in kept {
        expect_file![golden(&format!("{name}.txt"))].assert_eq(&scene.printout(&dataset));
    }
}

/// Frames of everything that is read or pointed at must lie inside the picture; labels must not cover one another.
#[test]
fn no_label_is_cut_or_overlaps_another_and_no_mark_leaves_the_picture() {
    let dataset = bundled::dataset();
    let layout = Layout::solve(&dataset);
    for (width, height) in [(780.0, 604.0), (336.0, 336.0), (296.0, 296.0), (1500.0, 1160.0)] {
        let view = View::new(width, height, Theme::Light);
        for year in 1945..=2025 {
            let scene = at_rest(&dataset, &layout, year, &view);
            let mut frames: Vec<(String, [f64; 4])> = Vec::new();
            for mark in &scene.marks {
                match mark {
                    Mark::Disc { at, radius, .. } => {
                        let inside = at.x - radius >= 0.0
                            && at.x + radius <= width
                            && at.y - radius >= 0.0
                            && at.y + radius <= height;
                        assert!(inside, "{year} at {width}: {mark:?}");
                    }
                    Mark::Label { text, datum: Datum::Actor(actor), .. } if Some(*actor) != dataset.ego() => {
                        frames.push((text.clone(), frame(mark)));
                    }
                    _ => {}
                }
            }
            for (index, (text, [left, top, right, bottom])) in frames.iter().enumerate() {
                assert!(*left >= 0.0 && *top >= 0.0, "{year} at {width}: {text} is cut");
                assert!(*right <= width && *bottom <= height, "{year} at {width}: {text} is cut");
                for (other, [l, t, r, b]) in &frames[..index] {
                    let apart = right <= l || r <= left || bottom <= t || b <= top;
                    assert!(apart, "{year} at {width}: {text} covers {other}");
                }
            }
        }
    }
}

/// A label's frame by the widths of its letters.
fn frame(mark: &Mark) -> [f64; 4] {
    let Mark::Label { text, at, anchor, size, bold, .. } = mark else { return [0.0; 4] };
    let width = text_width(text, *size, *bold);
    let left = match anchor {
        detente::scene::Anchor::Start => at.x,
        detente::scene::Anchor::Middle => at.x - width / 2.0,
        detente::scene::Anchor::End => at.x - width,
    };
    [left, at.y - size * 0.5, left + width, at.y + size * 0.5]
}

#[test]
fn principals_are_always_named() {
    let dataset = bundled::dataset();
    let layout = Layout::solve(&dataset);
    for (width, height) in [(780.0, 604.0), (336.0, 336.0)] {
        let view = View::new(width, height, Theme::Light);
        for year in 1949..=2025 {
            let scene = at_rest(&dataset, &layout, year, &view);
            for code in ["CHN", "KOR", "JPN", "USA"] {
                let actor = dataset.find(code).expect("a principal");
                let named = scene
                    .marks
                    .iter()
                    .any(|mark| matches!(mark, Mark::Label { datum: Datum::Actor(other), .. } if *other == actor));
                assert!(named, "{code} in {year} at {width}");
            }
        }
    }
}

#[test]
fn everyone_with_a_tie_is_drawn_on_the_ring_of_the_stance() {
    let dataset = bundled::dataset();
    let layout = Layout::solve(&dataset);
    let view = View::new(780.0, 604.0, Theme::Light);
    let rings = RadialScale::fit(view.size, dataset.rungs());
    for year in 1945..=2025 {
        let moment = Moment::at(&dataset, Playhead::end_of(year));
        let scene = at_rest(&dataset, &layout, year, &view);
        for (actor, standing) in moment.alters() {
            let color = Palette::of(view.theme, dataset.info()).stance(standing.stance);
            let disc = scene.marks.iter().find_map(|mark| match mark {
                Mark::Disc { at, fill, datum: Datum::Actor(other), .. } if *other == actor && *fill == color => {
                    Some(*at)
                }
                _ => None,
            });
            let at = disc.unwrap_or_else(|| panic!("{} in {year} is not drawn", dataset.actor(actor).code));
            let band = rings.band_at(at.distance(rings.centre));
            assert_eq!(band, Some(standing.stance), "{} in {year}", dataset.actor(actor).code);
        }
    }
}

#[test]
fn a_bearing_is_the_same_in_all_years() {
    let dataset = bundled::dataset();
    let layout = Layout::solve(&dataset);
    let view = View::new(780.0, 604.0, Theme::Light);
    let centre = RadialScale::fit(view.size, dataset.rungs()).centre;
    let mut seen = std::collections::BTreeMap::new();
    for year in 1945..=2025 {
        for mark in at_rest(&dataset, &layout, year, &view).marks {
            if let Mark::Disc { at, datum: Datum::Actor(actor), .. } = mark
                && at.distance(centre) > 1.0
            {
                let bearing = libm::atan2(at.x - centre.x, centre.y - at.y).to_degrees();
                let first = *seen.entry(actor).or_insert(bearing);
                assert!((first - bearing).abs() < 1e-6, "{} in {year}", dataset.actor(actor).code);
            }
        }
    }
}

fn between(dataset: &detente::data::Dataset, layout: &Layout, position: f64, view: &View) -> Scene {
    let playhead = Playhead::new(position);
    let year = playhead.shown_year();
    let set = |year| Keyframe::at(dataset, layout, &Moment::at(dataset, Playhead::end_of(year)), view);
    let (before, after) = (set(year - 1), set(year));
    let keyframes = Transition { before: &before, after: &after, compared: None };
    compose(dataset, layout, &Moment::at(dataset, playhead), keyframes, view)
}

#[test]
fn nothing_jumps_from_the_last_moment_of_a_year_to_its_end() {
    let dataset = bundled::dataset();
    let layout = Layout::solve(&dataset);
    let view = View::new(780.0, 604.0, Theme::Light);
    for year in [1950, 1972, 1991, 2018] {
        let places = |scene: &Scene| -> Vec<(Datum, Point)> {
            let discs = scene.marks.iter().filter_map(|mark| match mark {
                Mark::Disc { at, fill, datum, .. } if fill.alpha > 0.9 => Some((*datum, *at)),
                _ => None,
            });
            discs.collect()
        };
        let rest = places(&at_rest(&dataset, &layout, year, &view));
        for (datum, at) in places(&between(&dataset, &layout, f64::from(year) - 0.002, &view)) {
            let near = rest.iter().any(|(other, place)| *other == datum && place.distance(at) < 1.0);
            assert!(near, "{} in {year} at {at}", datum.name(&dataset));
        }
    }
}

#[test]
fn a_turn_in_mid_year_moves_the_mark_and_switches_its_colour_on_its_day() {
    let dataset = bundled::dataset();
    let layout = Layout::solve(&dataset);
    let view = View::new(780.0, 604.0, Theme::Light);
    let korea = dataset.find("KOR").expect("South Korea");
    let disc = |position: f64| {
        let scene = between(&dataset, &layout, position, &view);
        let palette = Palette::of(view.theme, dataset.info());
        let war = palette.stance(dataset.info().ends()[1]);
        scene
            .marks
            .iter()
            .rev()
            .find_map(|mark| match mark {
                Mark::Disc { at, fill, datum: Datum::Actor(actor), .. } if *actor == korea => Some((*at, *fill == war)),
                _ => None,
            })
            .expect("a disc")
    };
    let centre = RadialScale::fit(view.size, dataset.rungs()).centre;
    // War began on 25 June 1950.
    let (may, july) = (disc(1949.0 + 150.0 / 365.0), disc(1949.0 + 200.0 / 365.0));
    assert!(!may.1 && july.1, "the colour switches on the day");
    assert!(may.0.distance(centre) < july.0.distance(centre), "the mark is on its way out");
}

#[test]
fn a_focus_makes_others_step_back_and_ties_among_principals_stand_out() {
    let dataset = bundled::dataset();
    let layout = Layout::solve(&dataset);
    let china = dataset.find("CHN");
    let plain = View::new(780.0, 604.0, Theme::Light);
    let focus = View { focus: Focus::find(&dataset, "CHN"), ..plain.clone() };
    let tie_alpha = |view: &View| {
        let scene = at_rest(&dataset, &layout, 1951, view);
        let alphas = scene.marks.iter().filter_map(|mark| match mark {
            Mark::Path { color, datum: Datum::Tie(tie), .. } if dataset.tie(*tie).dyad().other(china?).is_some() => {
                Some(color.alpha)
            }
            _ => None,
        });
        alphas.fold(0.0, f64::max)
    };
    assert!(tie_alpha(&focus) > 0.9 && tie_alpha(&plain) < 0.5);
    let mongolia = dataset.find("MNG").expect("Mongolia");
    let disc = |view: &View| {
        let scene = at_rest(&dataset, &layout, 1951, view);
        let last = scene.marks.iter().rev().find_map(|mark| match mark {
            Mark::Disc { fill, datum: Datum::Actor(actor), .. } if *actor == mongolia => Some(fill.alpha),
            _ => None,
        });
        last.expect("a disc")
    };
    assert!(disc(&focus) < 0.4 && disc(&plain) > 0.99);
}

#[test]
fn low_confidence_is_drawn_as_such() {
    let dataset = bundled::dataset();
    let layout = Layout::solve(&dataset);
    let view = View::new(780.0, 604.0, Theme::Light);
    let moment = Moment::at(&dataset, Playhead::end_of(2015));
    let (doubtful, _) = moment.alters().find(|(_, standing)| standing.confidence == Confidence::Low).expect("a guess");
    let scene = at_rest(&dataset, &layout, 2015, &view);
    let discs = |actor| {
        let all =
            scene.marks.iter().filter(|mark| matches!(mark, Mark::Disc { .. }) && mark.datum() == Datum::Actor(actor));
        all.count()
    };
    let (sure, _) = moment.alters().find(|(_, standing)| standing.confidence == Confidence::High).expect("a fact");
    assert!(discs(doubtful) > discs(sure));
}

#[test]
fn what_is_painted_is_what_the_scene_says() {
    let at = Point { x: 10.0, y: 20.5 };
    let (red, blue) = (Color::hex(0x00ff_0000), Color::hex(0x0000_00ff).alpha(0.5));
    let datum = Datum::Year(1972);
    let scene = Scene {
        size: Size { width: 40.0, height: 30.0 },
        marks: vec![
            Mark::Path { points: vec![at, Point { x: 30.25, y: 20.5 }], width: 1.5, color: blue, dash: None, datum },
            Mark::Disc { at, radius: 3.0, fill: red, rim: Some((1.0, blue)), datum },
            Mark::Disc { at, radius: 3.0, fill: red.alpha(0.0), rim: None, datum },
        ],
    };
    let mut recorder = Recorder::new(320, 240);
    paint(&scene, Device::RECORDER, &mut recorder).expect("a recorder cannot fail");
    let expected = "path (80, 164) (242, 164) w 12 #0000ff 0.50\n\
                    circle (80, 164) r 24 fill #ff0000\n\
                    circle (80, 164) r 28 w 8 #0000ff 0.50\n";
    assert_eq!(recorder.calls(), expected);
}

#[test]
fn text_in_a_picture_is_never_markup() {
    let scene = Scene {
        size: Size { width: 40.0, height: 30.0 },
        marks: vec![Mark::Label {
            text: "<script>alert(1)</script>&\"".to_owned(),
            at: Point { x: 1.0, y: 1.0 },
            anchor: detente::scene::Anchor::Start,
            size: 10.0,
            bold: false,
            color: Color::hex(0),
            halo: None,
            datum: Datum::Year(1972),
        }],
    };
    let text = svg(&[&scene], Color::hex(0), "</title><script>", "]]><script>\u{1}");
    assert!(!text.contains("<script"), "{text}");
    assert!(!text.contains('\u{1}'));
}

#[test]
fn the_strip_has_a_bar_for_each_year_in_which_something_happened() {
    let dataset = bundled::dataset();
    let scene = strip(&dataset, &View::new(900.0, 58.0, Theme::Light));
    let bars = |year| {
        let areas = scene.marks.iter().filter(|mark| matches!(mark, Mark::Area { .. }));
        areas.filter(|mark| mark.datum() == Datum::Year(year)).count()
    };
    let ego = dataset.ego().expect("an ego");
    for year in 1945..=2025 {
        let events = dataset.events().iter().filter(|event| event.date.year() == year);
        let of_ego = events.flat_map(|event| &event.effects).filter(|effect| effect.dyad.other(ego).is_some());
        let (warm, cold): (Vec<i8>, Vec<i8>) = of_ego.map(|effect| effect.change).partition(|change| *change > 0);
        assert_eq!(bars(year), usize::from(!warm.is_empty()) + usize::from(!cold.is_empty()), "{year}");
    }
    for mark in &scene.marks {
        if let Mark::Area { points, .. } = mark {
            assert!(points.iter().all(|point| (0.0..=900.0).contains(&point.x) && (0.0..=40.0).contains(&point.y)));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// The picture at a playhead is the same whatever was looked at before.
    #[test]
    fn the_picture_does_not_depend_on_the_way_to_it(position in 1945.0..2025.0_f64, other in 1945.0..2025.0_f64) {
        let dataset = bundled::dataset();
        let layout = Layout::solve(&dataset);
        let view = View::new(500.0, 420.0, Theme::Dark);
        let first = between(&dataset, &layout, position, &view);
        let _ = between(&dataset, &layout, other, &view);
        prop_assert_eq!(first, between(&dataset, &layout, position, &view));
    }

    /// Pointing at the middle of what was drawn finds it, or what is drawn over it.
    #[test]
    fn pointing_at_a_disc_finds_it(year in 1945..=2025_i16, which in 0.0..1.0_f64) {
        let dataset = bundled::dataset();
        let layout = Layout::solve(&dataset);
        let scene = at_rest(&dataset, &layout, year, &View::new(780.0, 604.0, Theme::Light));
        let discs: Vec<(Point, Datum)> = scene.marks.iter().filter_map(|mark| match mark {
            Mark::Disc { at, datum, .. } => Some((*at, *datum)),
            _ => None,
        }).collect();
        let (at, datum) = discs[(which * discs.len() as f64) as usize];
        let found = hit(&scene, at, 0.0).expect("something");
        let over = scene.marks.iter().any(|mark| matches!(mark, Mark::Disc { at: other, radius, datum: Datum::Actor(actor), .. }
            if Datum::Actor(*actor) == found && other.distance(at) <= *radius));
        prop_assert!(over);
        prop_assert!(found == datum || discs.iter().any(|(other, of)| *of == found && other.distance(at) < 14.0));
    }
}
