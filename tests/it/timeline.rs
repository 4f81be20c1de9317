//! The whole span at once: timeline, eras, curves, a second year as compared, trails and plots.

use detente::data::{ActorId, Confidence, Dataset, Stance};
use detente::layout::{Focus, Layout, differences, holders};
use detente::moment::{Basis, Moment};
use detente::render::svg;
use detente::scene::{Datum, Mark, Palette, Point, Scene, Theme, Timeline, Track, View, at_rest};
use detente::time::Playhead;
use detente::words::measures;
use expect_test::expect_file;

use crate::dataset::whole;

const TRACK: Track = Track { width: 1230.0, left: 184.0, right: 1084.0 };

fn world() -> (Dataset, Layout) {
    let dataset = whole();
    let layout = Layout::solve(&dataset);
    (dataset, layout)
}

fn lay(dataset: &Dataset, layout: &Layout, focus: &str) -> Timeline {
    Timeline::lay(dataset, layout, Focus::find(dataset, focus), TRACK, true)
}

fn labels(timeline: &Timeline) -> Vec<(&str, bool)> {
    timeline.rows().iter().map(|row| (row.label.as_str(), row.chosen)).collect()
}

const PRINCIPALS: [&str; 5] = ["South Korea", "China", "Japan", "Soviet Union / Russia", "United States"];

#[test]
fn there_is_a_row_for_each_principal_and_for_whoever_else_is_in_focus() {
    let (dataset, layout) = world();
    assert_eq!(labels(&lay(&dataset, &layout, "")), PRINCIPALS.map(|label| (label, false)));
    for (focus, label) in
        [("CUB", "Cuba"), ("CHN-SUN", "China – Soviet Union / Russia"), ("JPN-KOR", "South Korea – Japan")]
    {
        let timeline = lay(&dataset, &layout, focus);
        assert_eq!(labels(&timeline)[0], (label, true));
        assert_eq!(timeline.rows().len(), 6);
    }
    // A principal has its row already, whichever holder of the place is meant.
    for focus in ["RUS", "SUN"] {
        let timeline = lay(&dataset, &layout, focus);
        let chosen: Vec<_> = labels(&timeline).into_iter().filter(|(_, chosen)| *chosen).collect();
        assert_eq!(chosen, [("Soviet Union / Russia", true)]);
        assert_eq!(timeline.rows().len(), 5);
    }
}

#[test]
fn a_ribbon_says_what_the_network_says_at_the_end_of_every_year() {
    let (dataset, layout) = world();
    let timeline = lay(&dataset, &layout, "");
    let view = View::new(10.0, 10.0, Theme::Light);
    let scene = timeline.scene(&dataset, &view);
    let mut seen = 0;
    for year in 1945..=2025 {
        let end = Playhead::end_of(year);
        let moment = Moment::at(&dataset, end);
        // A hair inside the year's last day.
        let x = timeline.cursor(Playhead::new(f64::from(year) - 0.001));
        for row in timeline.rows() {
            let place: Vec<ActorId> = holders(&layout, row.ends[0]);
            let standing = place.iter().find_map(|actor| moment.standing(*actor));
            let tie = standing.and_then(|standing| match standing.basis {
                Basis::Tie(tie) => Some(tie),
                Basis::Act(_) => None,
            });
            assert_eq!(row.tie_at(&dataset, end), tie, "{} in {year}", row.label);
            let Some(tie) = tie else { continue };
            // Spells that follow one another with the same stance are one step.
            let drawn = scene.marks.iter().any(|mark| match mark {
                Mark::Area { points, color, datum: Datum::Tie(_) } => {
                    let across = points.iter().map(|point| point.x);
                    (row.top..row.top + row.height).contains(&points[0].y)
                        && color.alpha > 0.9
                        && *color == Palette::of(Theme::Light, dataset.info()).stance(dataset.tie(tie).stance)
                        && across.clone().fold(f64::MAX, f64::min) <= x + 0.2
                        && across.fold(0.0, f64::max) >= x - 0.2
                }
                _ => false,
            });
            assert!(drawn || dataset.tie(tie).confidence == Confidence::Low, "{} in {year}", row.label);
            seen += 1;
        }
    }
    assert!(seen > 350, "{seen}");
}

#[test]
fn no_spell_has_a_gap_and_none_is_without_its_colour() {
    let (dataset, layout) = world();
    let timeline = lay(&dataset, &layout, "");
    let scene = timeline.scene(&dataset, &View::new(10.0, 10.0, Theme::Light));
    let mut seen = 0;
    for month in 0..80 * 12 {
        let playhead = Playhead::new(1945.0 + f64::from(month) / 12.0 + 0.02);
        let x = timeline.cursor(playhead);
        for row in timeline.rows() {
            let Some(tie) = row.tie_at(&dataset, playhead) else { continue };
            let stance = Palette::of(Theme::Light, dataset.info()).stance(dataset.tie(tie).stance);
            let drawn = scene.marks.iter().any(|mark| match mark {
                Mark::Area { points, color, datum: Datum::Tie(_) } => {
                    let across = points.iter().map(|point| point.x);
                    color.alpha(1.0) == stance
                        && (row.top..row.top + row.height).contains(&points[0].y)
                        && across.clone().fold(f64::MAX, f64::min) <= x
                        && across.fold(0.0, f64::max) >= x
                }
                _ => false,
            });
            assert!(drawn, "{} at {}", row.label, playhead.year());
            seen += 1;
        }
    }
    assert!(seen > 4000, "{seen}");
}

#[test]
fn friends_stand_above_the_line_and_foes_below() {
    let (dataset, layout) = world();
    let timeline = lay(&dataset, &layout, "");
    let scene = timeline.scene(&dataset, &View::new(10.0, 10.0, Theme::Dark));
    for row in timeline.rows() {
        for mark in &scene.marks {
            let Mark::Area { points, datum: Datum::Tie(id), .. } = mark else { continue };
            let within = points.iter().all(|point| (row.top..=row.top + row.height).contains(&point.y));
            let stance = dataset.tie(*id).stance;
            if within && stance > Stance::DISTANT {
                assert!(points.iter().all(|point| point.y <= row.line + 0.1), "{}", dataset.tie_name(*id));
            } else if within && stance < Stance::DISTANT {
                assert!(points.iter().all(|point| point.y >= row.line - 0.1), "{}", dataset.tie_name(*id));
            }
        }
    }
}

#[test]
fn what_was_drawn_is_found_under_the_pointer() {
    let (dataset, layout) = world();
    let timeline = lay(&dataset, &layout, "CUB");
    let scene = timeline.scene(&dataset, &View::new(10.0, 10.0, Theme::Light));
    let (mut eras, mut ties) = (0, 0);
    for mark in &scene.marks {
        match mark {
            Mark::Label { at, datum: Datum::Era(index), .. } => {
                assert_eq!(timeline.hit(&dataset, Point { x: at.x + 3.0, y: at.y }), Some(Datum::Era(*index)));
                eras += 1;
            }
            Mark::Area { points, color, datum: Datum::Tie(id), .. }
                if color.alpha == 1.0 && points[2].x - points[1].x > 4.0 =>
            {
                let at = Point { x: f64::midpoint(points[1].x, points[2].x), y: points[0].y.min(points[1].y) + 0.2 };
                if let Some(Datum::Tie(found)) = timeline.hit(&dataset, at) {
                    // Spells that follow one another with the same stance are one step.
                    let [found, drawn] = [found, *id].map(|id| dataset.tie(id));
                    assert_eq!(found.stance, drawn.stance);
                    ties += 1;
                }
            }
            _ => {}
        }
    }
    assert!(eras == 25 && ties > 60, "{eras} eras, {ties} ties");
    for position in [1945.0, 1972.0, 2013.4, 2025.0] {
        let back = timeline.position(timeline.cursor(Playhead::new(position)));
        assert!((back - position).abs() < 0.01, "{position} becomes {back}");
    }
}

#[test]
fn a_doubtful_stretch_is_striped_and_a_vague_date_slants() {
    let (dataset, layout) = world();
    let (mut striped, mut slanted) = (0, 0);
    let is_told = |tie: &detente::data::Tie| {
        tie.confidence == Confidence::Low || tie.spell.from.instant_after() - tie.spell.from.instant() > 0.9
    };
    let told: std::collections::BTreeSet<ActorId> =
        dataset.tables().ties.iter().filter(|tie| is_told(tie)).flat_map(|tie| [tie.a, tie.b]).collect();
    for actor in told {
        let timeline = lay(&dataset, &layout, &dataset.actor(actor).code);
        let scene = timeline.scene(&dataset, &View::new(10.0, 10.0, Theme::Light));
        for (id, tie) in dataset.tables().ties.iter().enumerate() {
            let areas: Vec<&Vec<Point>> = scene
                .marks
                .iter()
                .filter_map(|mark| match mark {
                    Mark::Area { points, datum: Datum::Tie(other), .. } if other.index() == id => Some(points),
                    _ => None,
                })
                .collect();
            if tie.confidence == Confidence::Low && areas.len() > 3 {
                striped += 1;
            }
            if areas.iter().any(|points| points.len() == 4 && points[1].x - points[0].x > 3.0) {
                assert!(tie.spell.from.instant_after() - tie.spell.from.instant() > 0.9, "{}", tie.spell);
                slanted += 1;
            }
        }
    }
    assert!(striped >= 10, "{striped}");
    assert!(slanted >= 1, "{slanted}");
}

#[test]
fn the_difference_of_two_years_is_counted_from_the_standings_alone() {
    let (dataset, layout) = world();
    let at = |year| Moment::at(&dataset, Playhead::end_of(year));
    let (then, now) = (at(1972), at(2024));
    let list = differences(&dataset, &layout, &then, &now);
    let groups = |steps: fn(i8) -> bool| list.iter().filter(|one| one.steps().is_some_and(steps)).count();
    let (nearer, farther) = (groups(|steps| steps > 0), groups(|steps| steps < 0));
    let came = list.iter().filter(|one| one.then.is_none()).count();
    let went = list.iter().filter(|one| one.now.is_none()).count();
    assert_eq!(nearer + farther + came + went, list.len());

    // By hand, actor by actor; whoever has an heir or a forerunner is left to the places.
    let alone = |actor: ActorId| layout.of(actor).is_some_and(|place| layout.slot(place).holders.len() == 1);
    for actor in dataset.actor_ids().filter(|actor| alone(*actor)) {
        let stance = |moment: &Moment| moment.standing(actor).map(|standing| standing.stance);
        let found = list.iter().find(|one| one.actor == actor);
        let expected = (stance(&then) != stance(&now)).then(|| (stance(&then), stance(&now)));
        assert_eq!(found.map(|one| (one.then, one.now)), expected, "{}", dataset.actor(actor).code);
    }
    let of = |code: &str| list.iter().find(|one| dataset.actor(one.actor).code == code);
    assert_eq!(of("RUS").map(|one| (one.then, one.now)), Some((Stance::new(2), Stance::new(3))));
    assert!(of("SUN").is_none(), "the Soviet Union's place is Russia's");
    assert_eq!(differences(&dataset, &layout, &now, &now), []);
    // There and back is the same list with the signs turned.
    let back = differences(&dataset, &layout, &now, &then);
    assert_eq!(back.len(), list.len());
    assert_eq!(back.iter().filter(|one| one.steps().is_some_and(|steps| steps < 0)).count(), nearer);
}

#[test]
fn a_ghost_stands_where_somebody_stood_who_stands_elsewhere_now() {
    let (dataset, layout) = world();
    let view = View { compare: Some(1972), ..View::new(780.0, 604.0, Theme::Light) };
    let scene = at_rest(&dataset, &layout, 2024, &view);
    let at = |year| Moment::at(&dataset, Playhead::end_of(year));
    let list = differences(&dataset, &layout, &at(1972), &at(2024));
    let expected = list.iter().filter(|one| one.then.is_some()).count();
    let ghosts = scene.marks.iter().filter(|mark| matches!(mark, Mark::Disc { datum: Datum::Compared(_), .. })).count();
    assert_eq!(ghosts, expected);
    let none = at_rest(&dataset, &layout, 2024, &View { compare: Some(2024), ..view });
    assert!(!none.marks.iter().any(|mark| matches!(mark, Mark::Disc { datum: Datum::Compared(_), .. })));
}

fn words(scene: &Scene) -> Vec<&str> {
    scene
        .marks
        .iter()
        .filter_map(|mark| if let Mark::Label { text, .. } = mark { Some(text.as_str()) } else { None })
        .collect()
}

#[test]
fn the_focused_actor_leaves_a_trail_with_years() {
    let (dataset, layout) = world();
    let plain = View::new(780.0, 604.0, Theme::Light);
    let view = View { focus: Focus::find(&dataset, "JPN"), ..plain.clone() };
    let scene = at_rest(&dataset, &layout, 2024, &view);
    let years: Vec<&str> =
        words(&scene).into_iter().filter(|text| text.starts_with("19") || text.starts_with("20")).collect();
    // Hostile now; it was at other times strained, distant and cordial.
    assert_eq!(years, ["1990–1992", "2002–2006", "2014–2016"]);
    // What comes later does not show.
    let earlier = at_rest(&dataset, &layout, 1960, &view);
    let years: Vec<&str> = words(&earlier).into_iter().filter(|text| text.starts_with(['1', '2'])).collect();
    assert_eq!(years, ["1945–1950", "1950–1955"]);
    assert!(!words(&at_rest(&dataset, &layout, 2024, &plain)).iter().any(|text| text.starts_with("19")));
}

#[test]
fn plots_have_a_bar_or_a_dot_for_each_figure_and_nothing_for_the_years_between() {
    let (dataset, layout) = world();
    let view = View::new(400.0, 132.0, Theme::Light);
    let mut seen = 0;
    for code in ["CHN", "KOR", "JPN", "RUS", "USA", "CUB"] {
        let actor = dataset.find(code).expect("an actor");
        for plot in measures(&dataset, &layout, actor) {
            assert!(!plot.unit.is_empty() && plot.figures.iter().all(|figure| figure.unit == plot.unit));
            assert!(plot.figures.is_sorted_by_key(|figure| figure.year));
            let scene = plot.scene(&dataset, &view);
            let marks = |is: fn(&Mark) -> bool| scene.marks.iter().filter(|mark| is(mark)).count();
            let (bars, dots) =
                (marks(|mark| matches!(mark, Mark::Area { .. })), marks(|mark| matches!(mark, Mark::Disc { .. })));
            assert_eq!(bars + dots, plot.figures.len(), "{code}: {}", plot.title);
            if plot.is_share() {
                let follow = plot.figures.windows(2).filter(|pair| pair[1].year - pair[0].year == 1).count();
                let lines = marks(|mark| matches!(mark, Mark::Path { width, .. } if *width > 1.5));
                assert_eq!(lines, follow, "{code}: a line across a gap, or a gap without need");
            }
            seen += 1;
        }
    }
    assert!(seen >= 10, "{seen} plots");
}

#[test]
fn a_year_without_a_figure_is_a_gap_in_the_line() {
    let (dataset, layout) = world();
    let view = View::new(400.0, 132.0, Theme::Light);
    let cuba = dataset.find("CUB").expect("Cuba");
    let mut plot = measures(&dataset, &layout, cuba).remove(0);
    let lines = |scene: &Scene| {
        scene.marks.iter().filter(|mark| matches!(mark, Mark::Path { width, .. } if *width > 1.5)).count()
    };
    let whole = lines(&plot.scene(&dataset, &view));
    assert_eq!(whole + 1, plot.figures.len());
    plot.figures.remove(10);
    assert_eq!(lines(&plot.scene(&dataset, &view)), whole - 2, "nothing is drawn across");
}

#[test]
fn the_timeline_is_as_kept() {
    let (dataset, layout) = world();
    let view = View::new(10.0, 10.0, Theme::Light);
    let scene = lay(&dataset, &layout, "").scene(&dataset, &view);
    let text = svg(&[&scene], Palette::paper(view.theme), "Timeline", "The principals, 1945–2025.");
    expect_file![concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pictures/timeline.svg")].assert_eq(&text);
}

#[test]
fn another_defensible_coding_is_the_dashed_outline_of_its_step() {
    let (dataset, layout) = world();
    let timeline = lay(&dataset, &layout, "");
    let scene = timeline.scene(&dataset, &View::new(10.0, 10.0, Theme::Light));
    let mut seen = 0;
    for (index, tie) in dataset.tables().ties.iter().enumerate() {
        let dashed: Vec<&Vec<Point>> = scene
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Path { points, dash: Some(_), datum: Datum::Tie(id), .. } if id.index() == index => Some(points),
                _ => None,
            })
            .collect();
        let row = timeline.rows().iter().find(|row| {
            let places = row.ends.iter().flat_map(|end| holders(&layout, *end)).collect::<Vec<_>>();
            dataset.alter(tie.dyad()).is_some_and(|other| places.contains(&other))
        });
        let expected = row.and_then(|row| Some([tie.stance, tie.alternative?].map(|stance| row.level(stance))));
        assert_eq!(dashed.len(), usize::from(expected.is_some()), "{:?}", tie.spell);
        if let (Some(points), Some([own, other])) = (dashed.first(), expected) {
            assert!(points.iter().map(|point| point.y).eq([own, other, other, own]));
            seen += 1;
        }
    }
    assert!(seen >= 2, "{seen}");
}
