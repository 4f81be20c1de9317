//! Datasets whose actors bring positions: discs stand there in every year, and no line is drawn that does not hold.

use std::collections::BTreeSet;

use detente::data::{ActorId, Dataset, ProblemKind, TieId, read, validate};
use detente::layout::{Focus, Layout, pack};
use detente::moment::Moment;
use detente::scene::{
    Datum, Direction, Keyframe, Mark, Point, RadialScale, Scene, Theme, Transition, View, at_rest, background, compose,
    hit, navigate, poster, small_multiple,
};
use detente::time::Playhead;
use detente::viewer::{Command, Viewer};

use crate::diagnostics::{changed, report_of};
use crate::made::{Files, with_positions};

pub(crate) fn dataset(files: &Files) -> Dataset {
    validate(&read(files), &[]).unwrap_or_else(|report| panic!("{report}")).0
}

fn small() -> Dataset {
    dataset(&with_positions(24, 60))
}

fn view() -> View {
    View::new(745.0, 578.0, Theme::Light)
}

fn discs(scene: &Scene) -> impl Iterator<Item = (ActorId, Point, f64)> {
    scene.marks.iter().filter_map(|mark| match mark {
        Mark::Disc { at, radius, datum: Datum::Actor(actor), .. } => Some((*actor, *at, *radius)),
        _ => None,
    })
}

fn lines(scene: &Scene) -> impl Iterator<Item = (TieId, &[Point], f64)> {
    scene.marks.iter().filter_map(|mark| match mark {
        Mark::Path { points, color, datum: Datum::Tie(tie), .. } => Some((*tie, points.as_slice(), color.alpha)),
        _ => None,
    })
}

/// Where an actor's position lies in a picture.
fn place(dataset: &Dataset, actor: ActorId, view: &View) -> Point {
    let (position, scale) =
        (dataset.actor(actor).position.expect("a position"), RadialScale::fit(view.size, dataset.rungs()));
    let along = |share: f32| (f64::from(share) * 2.0 - 1.0) * scale.half_square();
    Point { x: scale.centre.x + along(position.x), y: scale.centre.y + along(position.y) }
}

#[test]
fn every_disc_stands_at_its_position_in_every_year_and_on_the_way() {
    let (dataset, view) = (small(), view());
    let layout = Layout::solve(&dataset);
    let mut viewer = Viewer::new(dataset.clone(), layout);
    viewer.apply(Command::Resize { width: 745.0, height: 578.0, strip_width: 700.0, strip_height: 58.0 });
    for quarter in 0..=320_u16 {
        viewer.apply(Command::Scrub(1945.0 + f64::from(quarter) / 4.0));
        let scene = viewer.network_scene();
        let mut seen = BTreeSet::new();
        for (actor, at, _) in discs(scene) {
            assert!(at.distance(place(&dataset, actor, &view)) < 1e-3, "{} at {at}", dataset.actor(actor).code);
            seen.insert(actor);
        }
        assert_eq!(seen.len(), dataset.actors().len(), "everyone is there");
        let is_within = |at: f64, radius: f64, side: f64| at >= radius && at + radius <= side;
        for (_, at, radius) in discs(scene) {
            assert!(radius > 1.0 && is_within(at.x, radius, 745.0) && is_within(at.y, radius, 578.0), "{at}");
        }
    }
}

#[test]
fn a_year_at_rest_shows_the_ties_that_hold_and_no_other() {
    let (dataset, view) = (small(), view());
    let layout = Layout::solve(&dataset);
    let mut differ = BTreeSet::new();
    for year in 1945..=2025 {
        let scene = at_rest(&dataset, &layout, year, &view);
        let shown: Vec<TieId> = lines(&scene).map(|(tie, ..)| tie).collect();
        let moment = Moment::at(&dataset, Playhead::end_of(year));
        let held: Vec<TieId> = moment.ties(&dataset).map(|(_, tie)| tie).collect();
        assert_eq!(shown, held, "{year}");
        for (tie, points, alpha) in lines(&scene) {
            let ends = dataset.tie(tie).dyad().both().map(|end| place(&dataset, end, &view));
            assert!(points.len() == 2 && points.iter().zip(ends).all(|(at, end)| at.distance(end) < 1e-3), "{year}");
            assert!(alpha > 0.06, "{year}: it cannot be seen or pointed at");
        }
        differ.insert(shown);
    }
    assert!(differ.len() > 40, "ties come and go");
}

#[test]
fn a_tie_fades_before_it_goes_and_after_it_has_come() {
    let (dataset, view) = (small(), view());
    let layout = Layout::solve(&dataset);
    let held = |moment: &Moment| moment.ties(&dataset).map(|(_, tie)| tie).collect::<BTreeSet<TieId>>();
    let at = |year: i16| Moment::at(&dataset, Playhead::end_of(year));
    let turns = |year: &i16| {
        let [before, after] = [held(&at(*year - 1)), held(&at(*year))];
        before.difference(&after).count() > 0 && after.difference(&before).count() > 0
    };
    let year = (1946..=2025).find(turns).expect("a year in which one goes and one comes");
    let [old, new] = [year - 1, year].map(at);
    let [before, after] = [&old, &new].map(|moment| Keyframe::at(&dataset, &layout, moment, &view));
    let (held_before, held_after) = (held(&old), held(&new));
    let mut last: Option<Vec<(TieId, f64)>> = None;
    for step in 1..=50_u16 {
        let moment = Moment::at(&dataset, Playhead::new(f64::from(year - 1) + f64::from(step) / 50.0));
        let transition = Transition { before: &before, after: &after, compared: None };
        let scene = compose(&dataset, &layout, &moment, transition, &view);
        let shown: Vec<(TieId, f64)> = lines(&scene).map(|(tie, _, alpha)| (tie, alpha)).collect();
        let alpha = |list: &[(TieId, f64)], tie: TieId| {
            list.iter().find(|(other, _)| *other == tie).map_or(0.0, |(_, alpha)| *alpha)
        };
        for (tie, _) in &shown {
            assert!(held_before.contains(tie) || held_after.contains(tie), "{step}");
            if let Some(last) = &last {
                let (was, is) = (alpha(last, *tie), alpha(&shown, *tie));
                assert!((was - is).abs() < 0.06, "{step}: a line jumps from {was} to {is}");
                match (held_before.contains(tie), held_after.contains(tie)) {
                    (true, false) => assert!(is <= was),
                    (false, true) => assert!(is >= was),
                    _ => assert!((is - was).abs() < 1e-9),
                }
            }
        }
        last = Some(shown);
    }
}

#[test]
fn there_are_no_rings_and_the_ego_is_one_among_others() {
    let (dataset, view) = (small(), view());
    let layout = Layout::solve(&dataset);
    assert!(layout.is_fixed() && layout.slots().len() == dataset.actors().len());
    assert_eq!(background(&dataset, &view).marks, []);
    let scene = at_rest(&dataset, &layout, 1972, &view);
    let ego = dataset.ego().expect("an ego");
    let radius = |of_ego: bool| {
        discs(&scene).filter(|(actor, ..)| (*actor == ego) == of_ego).map(|(.., radius)| radius).fold(0.0, f64::max)
    };
    assert!(radius(true) > radius(false), "the ego's disc is the largest");
    assert!(scene.marks.iter().all(|mark| !matches!(mark, Mark::Path { datum: Datum::Actor(_), points, .. } if points[0] == RadialScale::fit(view.size, dataset.rungs()).centre)));
    // In other pictures too.
    let small = small_multiple(&dataset, &layout, 1972, &View::new(200.0, 180.0, Theme::Dark));
    assert!(lines(&small).count() > 20 && small.marks.iter().all(|mark| !matches!(mark.datum(), Datum::Ring(_))));
    let poster = poster(&dataset, &layout, 1972, &View::new(1200.0, 630.0, Theme::Light));
    assert!(lines(&poster).count() > 20 && poster.marks.iter().all(|mark| !matches!(mark.datum(), Datum::Ring(_))));
}

#[test]
fn names_cover_no_disc_and_no_other_name() {
    let (dataset, view) = (dataset(&with_positions(200, 2_000)), view());
    let layout = Layout::solve(&dataset);
    let scene = at_rest(&dataset, &layout, 1972, &view);
    let mut boxes: Vec<[f64; 4]> = Vec::new();
    for mark in &scene.marks {
        let Mark::Label { text, at, anchor, size, bold, datum, .. } = mark else { continue };
        let width = detente::scene::text_width(text, *size, *bold);
        let left = match anchor {
            detente::scene::Anchor::Start => at.x,
            detente::scene::Anchor::Middle => at.x - width / 2.0,
            detente::scene::Anchor::End => at.x - width,
        };
        let own = [left, at.y - size / 2.0, left + width, at.y + size / 2.0];
        assert!(own[0] >= 0.0 && own[2] <= view.size.width, "{text} leaves the picture");
        for other in &boxes {
            assert!(own[0] >= other[2] || other[0] >= own[2] || own[1] >= other[3] || other[1] >= own[3], "{text}");
        }
        boxes.push(own);
        for (actor, centre, radius) in discs(&scene) {
            let nearest = Point { x: centre.x.max(own[0]).min(own[2]), y: centre.y.max(own[1]).min(own[3]) };
            assert!(Datum::Actor(actor) == *datum || nearest.distance(centre) >= radius - 1e-9, "{text}");
        }
    }
    assert!(boxes.len() >= 12, "{} names", boxes.len());
}

#[test]
fn what_is_pointed_at_is_found_and_the_arrow_keys_lead_to_the_side() {
    let (dataset, view) = (small(), view());
    let layout = Layout::solve(&dataset);
    let (scene, ego) = (at_rest(&dataset, &layout, 1972, &view), dataset.ego().expect("an ego"));
    for (actor, at, _) in discs(&scene) {
        assert_eq!(hit(&scene, at, 5.0), Some(Datum::Actor(actor)));
        for (direction, ahead) in [
            (Direction::Clockwise, (1.0, 0.0)),
            (Direction::Counterclockwise, (-1.0, 0.0)),
            (Direction::Inward, (0.0, -1.0)),
            (Direction::Outward, (0.0, 1.0)),
        ] {
            let Some(next) = (actor != ego)
                .then_some(actor)
                .and_then(|from| navigate(&scene, Some(ego), true, Some(from), direction))
            else {
                continue;
            };
            let to = place(&dataset, next, &view);
            assert!((to.x - at.x) * ahead.0 + (to.y - at.y) * ahead.1 > 0.0, "{direction:?}");
            assert_ne!(next, ego);
        }
    }
    let mut pointed = 0;
    for (tie, points, _) in lines(&scene) {
        let middle = points[0].towards(points[1], 0.37);
        pointed += usize::from(hit(&scene, middle, 5.0) == Some(Datum::Tie(tie)));
    }
    assert!(pointed > 20, "{pointed} lines");
}

#[test]
fn the_viewer_points_focuses_and_compares() {
    let dataset = small();
    let layout = Layout::solve(&dataset);
    let mut viewer = Viewer::new(dataset.clone(), layout);
    viewer.apply(Command::Resize { width: 745.0, height: 578.0, strip_width: 700.0, strip_height: 58.0 });
    viewer.apply(Command::Jump(1972.0));
    let scene = viewer.network_scene().clone();
    let (tie, points, plain) = lines(&scene).next().expect("a line");
    // The relation with the ego is that of its other end.
    let dyad = dataset.tie(tie).dyad();
    let middle = points[0].towards(points[1], 0.37);
    viewer.apply(Command::Point { x: middle.x, y: middle.y, reach: 5.0 });
    assert_eq!(viewer.view().hover, Focus::of_dyad(&dataset, dyad));
    assert!(viewer.tip().is_some());

    viewer.apply(Command::Focus(Some("A7")));
    let seven = dataset.find("A7").expect("an actor");
    for (tie, _, alpha) in lines(&viewer.network_scene().clone()) {
        let concerns = dataset.tie(tie).dyad().other(seven).is_some();
        assert!(if concerns { alpha > plain } else { alpha < plain }, "{alpha}");
    }
    viewer.apply(Command::Focus(None));
    viewer.apply(Command::Compare(Some(1950)));
    let compared = |scene: &Scene| scene.marks.iter().any(|mark| matches!(mark.datum(), Datum::Compared(_)));
    assert!(compared(viewer.network_scene()));
}

#[test]
fn a_pack_keeps_positions_and_needs_no_solved_layout() {
    let dataset = small();
    let opened = Dataset::unpack(&pack(&dataset)).expect("a pack");
    assert!(opened.tables().placements.is_empty());
    let [layout, again] = [&dataset, &opened].map(|dataset| Layout::placed(dataset).expect("a layout"));
    assert_eq!(layout, again);
}

/// The good dataset with positions for its three actors.
fn placed(positions: [&str; 3]) -> Files {
    changed(&["actors.csv"], |text| {
        let mut rows = text.lines().map(str::to_owned).collect::<Vec<String>>();
        rows[0].push_str(",x,y");
        for (row, position) in rows[1..].iter_mut().zip(positions) {
            row.push(',');
            row.push_str(position);
        }
        rows.join("\n")
    })
}

#[test]
fn a_position_is_a_pair_of_numbers_within_the_unit_square() {
    assert_eq!(report_of(&placed(["0,1", "0.25,0.5", "1,0"])).problems, []);
    for (position, kind, field) in [
        ("1.01,0.5", ProblemKind::BadNumber, "x"),
        ("0.5,-0.1", ProblemKind::BadNumber, "y"),
        ("NaN,0.5", ProblemKind::BadNumber, "x"),
        ("0.5,inf", ProblemKind::BadNumber, "y"),
        ("0.5,", ProblemKind::EmptyField, "y"),
        (",0.5", ProblemKind::EmptyField, "x"),
    ] {
        let report = report_of(&placed(["0.1,0.1", position, "0.2,0.2"]));
        let found: Vec<_> = report.problems.iter().filter(|problem| !problem.allowed).collect();
        let [problem] = found.as_slice() else { panic!("{position}: {report}") };
        let place = &problem.location;
        assert_eq!(
            (problem.kind, place.file.as_str(), place.line, place.field.as_str()),
            (kind, "actors.csv", 3, field)
        );
        assert!(place.column > 40 && !problem.hint.is_empty(), "{report}");
    }
    let lone = changed(&["actors.csv"], |text| {
        text.replace("lon,lat\n", "lon,lat,x\n").replace('\n', ",0.5\n").replacen("lon,lat,x,0.5", "lon,lat,x", 1)
    });
    let report = report_of(&lone);
    assert!(report.kinds().contains(&ProblemKind::EmptyField), "{report}");
    assert!(report.problems.iter().all(|problem| problem.location.line > 1 && problem.location.column > 0), "{report}");
}

#[test]
fn positions_of_some_actors_alone_are_said_to_be_unused() {
    let files = placed(["0.1,0.1", ",", "0.2,0.2"]);
    assert_eq!(report_of(&files).kinds(), [ProblemKind::UnusedPosition]);
    let dataset = dataset(&files);
    assert!(!Layout::solve(&dataset).is_fixed());
    assert_eq!(Dataset::unpack(&dataset.tables().pack()).expect("a pack").tables(), dataset.tables());
}

#[test]
fn while_the_year_moves_one_line_of_many_stands_for_several_and_at_rest_all_are_drawn() {
    let dataset = dataset(&with_positions(150, 9000));
    let layout = Layout::solve(&dataset);
    let mut viewer = Viewer::new(dataset.clone(), layout.clone());
    viewer.apply(Command::Resize { width: 745.0, height: 578.0, strip_width: 700.0, strip_height: 58.0 });
    let shown = |viewer: &mut Viewer, now: f64| {
        let frame = viewer.frame(now);
        let ties: BTreeSet<TieId> = lines(viewer.network_scene()).map(|(tie, ..)| tie).collect();
        (ties, frame.surfaces.network)
    };
    let whole = |year: i16| -> BTreeSet<TieId> {
        lines(&at_rest(&dataset, &layout, year, &view())).map(|(tie, ..)| tie).collect()
    };
    assert_eq!(shown(&mut viewer, 0.0).0, whole(2025), "the first picture is one at rest");
    assert_eq!(shown(&mut viewer, 16.0), (whole(2025), false));
    viewer.apply(Command::Scrub(1980.0));
    let (some, drawn) = shown(&mut viewer, 1000.0);
    let all = whole(1980);
    assert!(drawn && all.len() > 6000 && some.is_subset(&all), "{} of {}", some.len(), all.len());
    assert!((2000..=4400).contains(&some.len()), "{} of {}", some.len(), all.len());
    let strength = |scene: &Scene, tie: TieId| lines(scene).find(|(id, ..)| *id == tie).map(|(.., alpha)| alpha);
    let tie = *some.iter().next().expect("a tie");
    let rest = strength(&at_rest(&dataset, &layout, 1980, &view()), tie).expect("drawn");
    assert!(strength(viewer.network_scene(), tie).expect("drawn") > 1.9 * rest, "one stands for several");
    // A finger that rests a moment does not make it draw all.
    assert_eq!(shown(&mut viewer, 1050.0), (some, false));
    assert_eq!(shown(&mut viewer, 1130.0), (all.clone(), true));
    assert_eq!(shown(&mut viewer, 1146.0), (all, false));
}
