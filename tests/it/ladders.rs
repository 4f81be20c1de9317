//! Ladders of two to nine rungs: their rings, colours and words, and what a wrong one is told.

use std::fmt::Write as _;

use detente::data::{Dataset, Stance, read, validate};
use detente::layout::{Focus, Layout};
use detente::moment::Moment;
use detente::scene::{Datum, Mark, Palette, RadialScale, Size, Theme, Timeline, Track, View, at_rest, background};
use detente::time::Playhead;
use detente::words;

/// A dataset with these rungs, warmest first, as JSON after the value, and these ties, `a,b,from,to,stance`.
fn made(stances: &str, actors: &str, rows: &str) -> Result<Dataset, String> {
    let descriptor = format!(
        "{{\"name\":\"made\",\"version\":\"1\",\"title\":\"Made\",\"detente\":{{\"ego\":\"aa\",\
         \"first_year\":1900,\"last_year\":1939,\"stances\":[{stances}]}}}}"
    );
    let (actors, ties) = (format!("id\naa\n{actors}"), format!("a,b,from,to,stance\n{rows}"));
    let files = [("datapackage.json", descriptor), ("actors.csv", actors), ("ties.csv", ties)];
    let files: Vec<_> = files.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect();
    validate(&read(&files), &[]).map(|(dataset, _)| dataset).map_err(|report| report.to_string())
}

fn rung(value: i8) -> String {
    format!("{{\"value\":{value},\"name\":\"rung {value}\"}}")
}

fn rungs(values: impl Iterator<Item = i8>) -> String {
    values.map(rung).collect::<Vec<_>>().join(",")
}

fn stance(value: i8) -> Stance {
    Stance::new(value).expect("a stance")
}

/// A ladder from `worst` to `best`, and on each rung as many actors, among principals and dots.
fn full(worst: i8, best: i8) -> Dataset {
    let (mut actors, mut rows) = (String::new(), String::new());
    for value in worst..=best {
        for index in 0..6 {
            let code = format!("x{}y{index}", i16::from(value) + 9);
            let _ = writeln!(actors, "{code}");
            let _ = writeln!(rows, "aa,{code},1900,,{value}");
        }
    }
    made(&rungs(worst..=best), &actors, &rows).expect("a dataset")
}

/// Every ladder: where it begins and where it ends.
fn ladders() -> impl Iterator<Item = (i8, i8)> {
    (-9..=9_i8).flat_map(|worst| (worst + 1..=(worst + 8).min(9)).map(move |best| (worst, best)))
}

#[test]
fn every_ladder_has_a_ring_a_colour_and_a_name_for_each_rung() {
    let mut seen = 0;
    for (worst, best) in ladders().filter(|(worst, best)| (worst + best) % 3 == 0 || best - worst == 6) {
        let dataset = full(worst, best);
        let layout = Layout::solve(&dataset);
        let view = View::new(780.0, 604.0, Theme::Light);
        let scale = RadialScale::fit(view.size, dataset.rungs());
        let expected: Vec<Stance> = (worst..=best).rev().map(stance).collect();
        assert_eq!(dataset.rungs().list(), expected);
        let edges: Vec<f64> = expected.iter().map(|stance| scale.band_edge(*stance)).collect();
        assert!(edges.is_sorted_by(|a, b| a < b) && edges.last() == Some(&scale.edge), "{worst} to {best}: {edges:?}");
        let palette = Palette::of(view.theme, dataset.info());
        let mut colors: Vec<_> = expected.iter().map(|stance| palette.stance(*stance)).collect();
        colors.dedup();
        assert_eq!(colors.len(), expected.len(), "{worst} to {best}: each its own colour");
        // Everyone stands in the band of its stance, with its colour.
        let moment = Moment::at(&dataset, Playhead::end_of(1910));
        let scene = at_rest(&dataset, &layout, 1910, &view);
        for (actor, standing) in moment.alters() {
            let disc = scene.marks.iter().find_map(|mark| match mark {
                Mark::Disc { at, fill, datum: Datum::Actor(other), .. } if *other == actor => Some((*at, *fill)),
                _ => None,
            });
            let (at, fill) = disc.expect("a disc");
            assert_eq!(fill, palette.stance(standing.stance));
            let band = scale.band_at(at.distance(scale.centre));
            assert_eq!(band, Some(standing.stance), "{worst} to {best}: {}", dataset.actor(actor).code);
            seen += 1;
        }
        let names: Vec<&str> = words::outline(&dataset).stances.iter().map(|(_, name)| *name).collect();
        assert_eq!(names, expected.iter().map(|stance| format!("rung {}", stance.value())).collect::<Vec<_>>());
        assert_eq!(Dataset::unpack(&dataset.tables().pack()).expect("a pack").tables(), dataset.tables());
    }
    assert!(seen > 1000, "{seen}");
}

#[test]
fn the_steps_of_the_timeline_stay_in_their_rows() {
    for (worst, best) in [(0, 4), (-3, 2), (1, 2), (-9, -1), (1, 9), (-4, 4)] {
        let dataset = full(worst, best);
        let layout = Layout::solve(&dataset);
        let track = Track { width: 900.0, left: 150.0, right: 820.0 };
        let timeline = Timeline::lay(&dataset, &layout, Focus::Nobody, track, true);
        let row = &timeline.rows()[0];
        let [top, bottom] = dataset.info().ends().map(|end| row.level(end));
        assert!(top >= row.top && bottom <= row.top + row.height && top < bottom, "{worst} to {best}");
        let scene = timeline.scene(&dataset, &View::new(900.0, 400.0, Theme::Light));
        let says =
            |text: &str| scene.marks.iter().any(|mark| matches!(mark, Mark::Label { text: said, .. } if said == text));
        assert!(says(&format!("rung {best}")) && says(&format!("rung {worst}")), "{worst} to {best}");
        let line = if (worst..=best).contains(&0) { "The line is rung 0:" } else { "The line is 0:" };
        assert!(words::key_to_timeline(&dataset).starts_with(line), "{worst} to {best}");
    }
}

#[test]
fn a_ladder_may_lack_a_rung_and_only_rungs_that_occur_are_drawn() {
    // −2 to 3, as a table has it whose wars are not on record.
    let ladder = rungs(-2..=3);
    let rows = "aa,bb,1900,1914,1\naa,cc,1907,1939,-1\nbb,cc,1910,1920,RUNG 2\ncc,dd,1912,,1\n";
    let dataset = made(&ladder, "bb\ncc\ndd\n", rows).expect("a dataset");
    let values: Vec<i8> = dataset.rungs().list().into_iter().map(Stance::value).collect();
    assert_eq!(values, [2, 1, -1]);
    let names: Vec<&str> = words::outline(&dataset).stances.iter().map(|(_, name)| *name).collect();
    assert_eq!(names, ["rung 2", "rung 1", "rung -1"]);
    let scene = background(&dataset, &View::new(600.0, 600.0, Theme::Light));
    let bands = scene.marks.iter().filter(|mark| matches!(mark, Mark::Disc { .. })).count();
    let labels: Vec<&str> = scene
        .marks
        .iter()
        .filter_map(|mark| if let Mark::Label { text, .. } = mark { Some(text.as_str()) } else { None })
        .collect();
    assert_eq!((bands, labels), (3, vec!["rung 2", "rung 1", "rung -1"]));
    // A number off the ladder is no stance, and the hint names its ends.
    let report = made(&ladder, "bb\n", "aa,bb,1900,,-3\n").expect_err("off the ladder");
    assert!(report.contains("`-3` is no stance") && report.contains("from -2, the worst, to 3, the best"), "{report}");
    // Without any tie the whole ladder is there.
    assert_eq!(made(&ladder, "bb\n", "").expect("a dataset").rungs().count(), 6);
}

#[test]
fn seven_rungs_have_the_rings_they_always_had() {
    let dataset = full(-3, 3);
    let scale = RadialScale::fit(Size { width: 2006.0, height: 2006.0 }, dataset.rungs());
    assert_eq!(scale.edge, 959.0);
    let share = |length: f64| length / scale.edge;
    let rings: Vec<f64> = dataset.rungs().list().into_iter().map(|stance| share(scale.radius(stance))).collect();
    let edges: Vec<f64> = dataset.rungs().list().into_iter().map(|stance| share(scale.band_edge(stance))).collect();
    let are = |found: &[f64], expected: [f64; 7]| found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-12);
    assert!(are(&rings, [0.215, 0.36, 0.5, 0.645, 0.775, 0.875, 0.965]), "{rings:?}");
    assert!(are(&edges, [0.29, 0.43, 0.565, 0.72, 0.825, 0.92, 1.0]), "{edges:?}");
}

#[test]
fn a_rung_may_have_a_tone_of_its_own() {
    let tones = |stances: &str| -> Vec<i16> {
        let dataset = made(stances, "bb\n", "aa,bb,1900,,1\n").expect("a dataset");
        dataset.info().ladder.iter().map(|rung| rung.tone).collect()
    };
    assert_eq!(tones(&rungs(-1..=2)), [200, 100, 0, -100]);
    assert_eq!(tones(&rungs(0..=4)), [300, 225, 150, 75, 0]);
    let presence = "{\"value\":1,\"name\":\"present\",\"tone\":2.5},{\"value\":0,\"name\":\"doubtful\",\"tone\":-3}";
    assert_eq!(tones(presence), [250, -300]);
    for tone in ["3.1", "-4", "\"red\"", "null"] {
        let ladder = presence.replace("2.5", tone);
        let report = made(&ladder, "bb\n", "aa,bb,1900,,1\n").expect_err("no tone");
        assert!(report.contains("`tone` of a stance is") && report.contains("from -3, the coldest colour"), "{report}");
    }
}

#[test]
fn a_wrong_ladder_is_told_what_it_must_be() {
    let valued = |values: &[&str]| {
        let rung = |(place, value): (usize, &&str)| format!("{{\"value\":{value},\"name\":\"rung {place}\"}}");
        values.iter().enumerate().map(rung).collect::<Vec<_>>().join(",")
    };
    for values in [
        &["1"][..],
        &[],
        &["1", "3"],
        &["1", "1", "2"],
        &["10", "9"],
        &["1.5", "0.5"],
        &["1", "\"2\""],
        &["-5", "-4", "-3", "-2", "-1", "0", "1", "2", "3", "4"],
    ] {
        let report = made(&valued(values), "bb\n", "aa,bb,1900,,1\n").expect_err("no ladder");
        assert!(report.contains("two to nine entries") && report.contains("1 error"), "{values:?}: {report}");
    }
    let nameless = "{\"value\":1,\"name\":\" \"},{\"value\":0,\"name\":\"none\"}";
    assert!(made(nameless, "bb\n", "aa,bb,1900,,1\n").expect_err("no name").contains("each with a `name`"));
    // In any order they are a ladder.
    assert!(made(&valued(&["0", "2", "1"]), "bb\n", "aa,bb,1900,,2\n").is_ok());
}
