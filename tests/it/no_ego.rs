//! Networks without a centre: everyone keeps one place that follows from the ties of all years, and any actor can be
//! made the ego.

use std::collections::BTreeSet;

use detente::data::{ActorId, Dataset, TieId, read, validate};
use detente::layout::{Focus, Layout, LayoutKind, pack};
use detente::moment::{Moment, changes};
use detente::render::{html_page, svg};
use detente::scene::{
    Datum, Mark, Palette, Point, Scene, Theme, Timeline, Track, View, at_rest, background, poster, small_multiple,
};
use detente::time::Playhead;
use detente::viewer::{Command, Viewer};
use detente::words;

use crate::dataset::files;
use crate::diagnostics::{changed, report_of};
use crate::second_dataset::open;

/// Rows of actors, then rows of ties: `a,b,from,to,stance`.
fn network(actors: &[&str], ties: &[String]) -> Dataset {
    let mut files = files("tests/cases/no-ego");
    files.retain(|(name, _)| ["datapackage.json", "sources.csv"].contains(&name.as_str()));
    files.push(("actors.csv".to_owned(), format!("id,region\n{}\n", actors.join("\n")).into_bytes()));
    files.push(("ties.csv".to_owned(), format!("a,b,from,to,stance\n{}\n", ties.join("\n")).into_bytes()));
    match validate(&read(&files), &[]) {
        Ok((dataset, _)) => dataset,
        Err(report) => panic!("{report}"),
    }
}

/// The dataset of the great powers, which names no ego.
pub(crate) fn great_powers() -> Dataset {
    open("data/great-powers")
}

fn view() -> View {
    View::new(745.0, 578.0, Theme::Light)
}

/// Discs without the rings around them: of each actor the smallest that is filled.
fn discs(scene: &Scene) -> Vec<(ActorId, Point, f64)> {
    let disc = |mark: &Mark| match mark {
        Mark::Disc { at, radius, fill, datum: Datum::Actor(actor), .. } if fill.alpha > 0.0 => {
            Some((*actor, *at, *radius))
        }
        _ => None,
    };
    scene.marks.iter().filter_map(disc).collect()
}

fn lines(scene: &Scene) -> Vec<TieId> {
    let line = |mark: &Mark| if let Datum::Tie(tie) = mark.datum() { Some(tie) } else { None };
    scene.marks.iter().filter_map(line).collect()
}

fn assert_apart(scene: &Scene) {
    let discs = discs(scene);
    for (index, (one, at, radius)) in discs.iter().enumerate() {
        for (other, there, reach) in &discs[index + 1..] {
            assert!(one == other || at.distance(*there) >= radius + reach, "{one:?} at {at} and {other:?} at {there}");
        }
    }
}

#[test]
fn a_dataset_that_names_no_ego_is_a_network_without_a_centre() {
    let dataset = open("tests/cases/no-ego");
    let layout = Layout::solve(&dataset);
    assert_eq!((dataset.ego(), layout.kind(), layout.ego()), (None, LayoutKind::Solved, None));
    for year in 1900..=1939 {
        let scene = at_rest(&dataset, &layout, year, &view());
        let moment = Moment::at(&dataset, Playhead::end_of(year));
        assert_eq!(lines(&scene), moment.ties(&dataset).map(|(_, tie)| tie).collect::<Vec<_>>(), "{year}");
        assert_eq!(discs(&scene).len(), 4, "{year}");
    }
    assert_eq!(background(&dataset, &view()).marks, []);
    let scene = at_rest(&dataset, &layout, 1913, &view());
    let picture = svg(&[&scene], Palette::paper(Theme::Light), "title", "text");
    assert!(picture.contains("Borduria"), "{picture}");
    assert!(html_page(include_str!("../../www/index.html"), &dataset, "index").contains("each always in one place"));
}

#[test]
fn everyone_keeps_one_place_in_every_year_and_no_disc_covers_another() {
    for dataset in [great_powers(), open("tests/cases/no-ego")] {
        let layout = Layout::solve(&dataset);
        let mut viewer = Viewer::new(dataset.clone(), layout);
        viewer.apply(Command::Resize { width: 296.0, height: 296.0, strip_width: 280.0, strip_height: 58.0 });
        let mut places = vec![None; dataset.actors().len()];
        let info = dataset.info();
        for quarter in 0..=4 * (info.last_year - info.first_year) {
            viewer.apply(Command::Scrub(f64::from(info.first_year) + f64::from(quarter) / 4.0));
            for (actor, at, radius) in discs(viewer.network_scene()) {
                let place = places[actor.index()].get_or_insert((at, radius));
                assert_eq!(*place, (at, radius), "{}", dataset.actor(actor).code);
            }
            assert_apart(viewer.network_scene());
        }
    }
}

/// Two camps of warm ties, hostile to one another, and one who has no ties.
fn camps() -> Dataset {
    let actors =
        ["a1,Europe", "a2,Europe", "a3,Europe", "a4,Asia", "b1,Asia", "b2,Asia", "b3,Asia", "b4,Africa", "none,"];
    let mut ties = Vec::new();
    for one in 0..8 {
        for other in one + 1..8 {
            let id = |index: usize| actors[index].split(',').next().expect("an id");
            let stance = if (one < 4) == (other < 4) { 3 } else { -2 };
            ties.push(format!("{},{},1900,,{stance}", id(one), id(other)));
        }
    }
    network(&actors, &ties)
}

#[test]
fn friends_stand_near_and_foes_apart_and_whoever_has_no_ties_at_the_edge() {
    let dataset = camps();
    let layout = Layout::solve(&dataset);
    let scene = at_rest(&dataset, &layout, 1939, &View::new(600.0, 600.0, Theme::Light));
    let at = |code: &str| {
        let actor = dataset.find(code).expect("an actor");
        discs(&scene).iter().find(|(other, ..)| *other == actor).expect("a disc").1
    };
    let camp = |letter: char| (1..=4).map(move |number| format!("{letter}{number}"));
    for one in camp('a') {
        let friends = camp('a').map(|other| at(&one).distance(at(&other))).fold(0.0, f64::max);
        let foes = camp('b').map(|other| at(&one).distance(at(&other))).fold(f64::MAX, f64::min);
        assert!(friends < foes, "{one}: friends within {friends}, foes beyond {foes}");
    }
    let none = at("none");
    let from_edge = [none.x, none.y, 600.0 - none.x, 600.0 - none.y].into_iter().fold(f64::MAX, f64::min);
    assert!(from_edge < 60.0, "{none}");
}

#[test]
fn the_layout_is_the_same_each_time_and_a_pack_keeps_it() {
    for dataset in [great_powers(), camps()] {
        let layout = Layout::solve(&dataset);
        assert_eq!(layout, Layout::solve(&dataset));
        let opened = Dataset::unpack(&pack(&dataset)).expect("a pack");
        assert_eq!(Layout::placed(&opened).as_ref(), Some(&layout));
        assert_eq!(Layout::placed(&dataset), None, "tables hold none");
    }
}

/// So many actors, tied at random by so many ties of different times and stances.
fn crowd(actors: usize, ties: usize) -> Dataset {
    let mut random: u64 = 7;
    let mut next = |below: usize| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) as usize % below
    };
    let names: Vec<String> = (0..actors).map(|index| format!("n{index},Europe")).collect();
    let mut seen = BTreeSet::new();
    let mut rows = Vec::new();
    while rows.len() < ties {
        let (a, b, decade) = (next(actors), next(actors), next(4));
        if a != b && seen.insert((a.min(b), a.max(b), decade)) {
            rows.push(format!("n{a},n{b},19{decade}0,19{decade}8,{}", next(7) as i64 - 3));
        }
    }
    network(&names.iter().map(String::as_str).collect::<Vec<_>>(), &rows)
}

#[test]
fn of_very_many_each_is_held_against_pivots_and_none_covers_another() {
    let dataset = crowd(700, 1_500);
    let layout = Layout::solve(&dataset);
    assert_apart(&at_rest(&dataset, &layout, 1935, &View::new(296.0, 296.0, Theme::Light)));
}

#[test]
fn names_cover_no_disc_but_their_own() {
    let dataset = great_powers();
    let layout = Layout::solve(&dataset);
    for (width, height) in [(864.0, 744.0), (336.0, 336.0)] {
        for year in [1879, 1894, 1907, 1914] {
            let scene = at_rest(&dataset, &layout, year, &View::new(width, height, Theme::Light));
            let mut named = 0;
            for mark in &scene.marks {
                let Mark::Label { text, at, anchor, size, bold, datum, .. } = mark else { continue };
                named += 1;
                let wide = detente::scene::text_width(text, *size, *bold);
                let left = match anchor {
                    detente::scene::Anchor::Start => at.x,
                    detente::scene::Anchor::Middle => at.x - wide / 2.0,
                    detente::scene::Anchor::End => at.x - wide,
                };
                for (actor, centre, radius) in discs(&scene) {
                    let x = centre.x.max(left).min(left + wide);
                    let y = centre.y.max(at.y - size / 2.0).min(at.y + size / 2.0);
                    let free = Point { x, y }.distance(centre) >= radius - 1e-9;
                    assert!(
                        Datum::Actor(actor) == *datum || free,
                        "{year}: {text} covers {}",
                        dataset.actor(actor).code
                    );
                }
            }
            assert!(named >= 7, "{year}: {named} names");
        }
    }
}

#[test]
fn any_actor_is_put_in_the_centre_and_the_way_back_leads_to_the_same_picture() {
    let dataset = great_powers();
    let layout = Layout::solve(&dataset);
    // As a page opens it: from a pack.
    let opened = Dataset::unpack(&pack(&dataset)).expect("a pack");
    let placed = Layout::placed(&opened).expect("a layout");
    let mut viewer = Viewer::new(opened, placed);
    viewer.apply(Command::Resize { width: 745.0, height: 578.0, strip_width: 700.0, strip_height: 58.0 });
    viewer.apply(Command::LayoutTimeline { width: 900.0, left: 120.0, right: 880.0 });
    viewer.apply(Command::Jump(1907.0));
    let before = (viewer.network_scene().clone(), viewer.timeline_scene(), viewer.strip_scene());
    assert_eq!(before.0, at_rest(&dataset, &layout, 1907, &view()));
    viewer.apply(Command::Focus(Some("DEU")));
    viewer.apply(Command::Centre(Some("DEU")));
    let germany = dataset.find("DEU").expect("Germany");
    assert_eq!((viewer.dataset().ego(), viewer.layout().ego()), (Some(germany), Some(germany)));
    assert_eq!(viewer.view().focus, Focus::Nobody);
    let centre = viewer.network_scene().marks.iter().find_map(|mark| match mark {
        Mark::Disc { at, datum: Datum::Actor(actor), .. } if *actor == germany => Some(*at),
        _ => None,
    });
    assert_eq!(centre, Some(Point { x: 372.5, y: 289.0 }));
    assert!(viewer.background_scene().marks.len() >= 7, "there are rings");
    // The same as if the descriptor had named it.
    let mut named = dataset.tables().clone();
    named.info.ego = Some(germany);
    let named = Dataset::unpack(&named.pack()).expect("a dataset");
    assert_eq!(*viewer.network_scene(), at_rest(&named, &Layout::solve(&named), 1907, &view()));
    viewer.apply(Command::Centre(None));
    let after = (viewer.network_scene().clone(), viewer.timeline_scene(), viewer.strip_scene());
    assert!(before == after, "the way back leads elsewhere");
}

#[test]
fn an_ego_that_the_dataset_names_stays_in_the_centre() {
    let dataset = open("tests/data/german-empire");
    let layout = Layout::solve(&dataset);
    let mut viewer = Viewer::new(dataset.clone(), layout);
    let other = dataset.actor_ids().find(|actor| Some(*actor) != dataset.ego()).expect("another");
    assert!(viewer.apply(Command::Centre(Some(&dataset.actor(other).code))) == detente::viewer::Update::NONE);
    assert_eq!(viewer.dataset().ego(), dataset.ego());
}

#[test]
fn what_is_read_makes_sense_without_an_ego() {
    let dataset = great_powers();
    let layout = Layout::solve(&dataset);
    let moment = Moment::at(&dataset, Playhead::end_of(1907));
    let all = moment.ties(&dataset).count();
    let counts = words::counts(&dataset, &moment);
    assert!(counts.starts_with(&format!("{all} relations hold: ")), "{counts}");
    let description = words::description(&dataset, &moment);
    assert!(description.starts_with("Relations among 16 actors at the end of 1907. "), "{description}");
    assert!(description.contains("Germany and Austria-Hungary"), "{description}");
    let table = words::table(&dataset, &moment);
    assert_eq!((table.rows.len(), table.columns[0]), (all, "Relation"));
    let russia = dataset.find("RUS").expect("Russia");
    let opened = Dataset::unpack(&pack(&dataset)).expect("a pack");
    let card = words::card(&opened, &layout, &moment, Focus::Actor(russia)).expect("a card");
    let ties = card.sections.iter().find(|section| section.kind == "ties").expect("ties");
    let of_russia = moment.ties(&dataset).filter(|(dyad, _)| dyad.other(russia).is_some()).count();
    assert_eq!(ties.rows.len(), of_russia);
    assert!(card.row.how.starts_with(&format!("{of_russia} relations: ")), "{}", card.row.how);
    assert_eq!(card.centre, "Put it in the centre");
    let year = words::year(&dataset, &moment);
    assert!(!year.rows.is_empty() && year.rows.iter().all(|row| !row.actors.is_empty()));
    let then = Moment::at(&dataset, Playhead::end_of(1894));
    let differences = words::difference_words(&dataset, &layout, &then, &moment);
    let rows = || differences.sections.iter().flat_map(|section| &section.rows);
    assert!(rows().any(|row| row.title.contains("United Kingdom") && row.title.contains("France")));
    for text in
        [description, counts, format!("{:?}", words::how_to_read(&dataset)), format!("{:?}", words::outline(&dataset))]
    {
        for word in ["centre", "ego", "nearer the"] {
            assert!(!text.to_lowercase().contains(&format!("{word} ")), "{text}");
        }
    }
}

#[test]
fn the_timeline_shows_pairs_and_those_of_whoever_is_in_focus() {
    let dataset = great_powers();
    let layout = Layout::solve(&dataset);
    let track = Track { width: 900.0, left: 120.0, right: 880.0 };
    let rows = |focus: Focus| {
        let timeline = Timeline::lay(&dataset, &layout, focus, track, true);
        timeline.rows().iter().map(|row| row.ends.clone()).collect::<Vec<_>>()
    };
    let all = rows(Focus::Nobody);
    assert!(all.len() == 12 && all.iter().all(|ends| ends.len() == 2), "{all:?}");
    let serbia = dataset.find("SRB").expect("Serbia");
    let own = rows(Focus::Actor(serbia));
    assert!(own.len() > 3 && own.iter().all(|ends| ends[0] == serbia), "{own:?}");
    let pair = Focus::find(&dataset, "JPN-USA");
    assert_eq!(rows(pair)[0], pair.ends(), "a pair in focus comes first");
}

#[test]
fn every_change_of_a_relation_is_told_once() {
    let dataset = open("tests/cases/no-ego");
    let told: Vec<String> = (1900..=1939)
        .flat_map(|year| changes(&dataset, year))
        .map(|change| words::change_line(&dataset, &change))
        .collect();
    assert!(told.iter().any(|line| line == "Borduria – Cascadia: partner, before that not coded"), "{told:#?}");
    let mut once = told.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), told.len());
}

#[test]
fn other_pictures_show_it_too() {
    let dataset = great_powers();
    let layout = Layout::solve(&dataset);
    let small = small_multiple(&dataset, &layout, 1907, &View::new(200.0, 180.0, Theme::Dark));
    let large = poster(&dataset, &layout, 1907, &View::new(1200.0, 630.0, Theme::Light));
    for scene in [&small, &large] {
        assert!(lines(scene).len() > 20 && scene.marks.iter().all(|mark| !matches!(mark.datum(), Datum::Ring(_))));
    }
    let texts = large
        .marks
        .iter()
        .filter_map(|mark| if let Mark::Label { text, .. } = mark { Some(text.as_str()) } else { None });
    let said = texts.collect::<Vec<_>>().join(" ");
    assert!(said.contains("relations hold") && !said.contains("centre"), "{said}");
}

#[test]
fn what_needs_an_ego_is_refused_where_none_is_named() {
    let without = |more: &str| {
        changed(&["datapackage.json"], |text| {
            let start = text.find("\"ego\"").expect("an ego");
            let end = start + text[start..].find(',').expect("more keys") + 1;
            format!("{}{more}{}", &text[..start], &text[end..])
        })
    };
    for (more, field) in [("", "rival"), ("\"counts_relations\": true,", "counts_relations")] {
        let report = report_of(&without(more));
        let found = report.problems.iter().find(|problem| problem.location.field == field);
        assert!(found.is_some_and(|problem| problem.hint.contains("`ego`")), "{report}");
    }
}

#[test]
fn with_an_ego_the_page_says_how_many_ties_lie_outside_of_the_picture() {
    let mut dataset = great_powers();
    let moment = |dataset: &Dataset| Moment::at(dataset, Playhead::end_of(1907));
    assert_eq!(words::outside(&dataset, &moment(&dataset)), "");
    dataset.put_in_centre(dataset.find("USA"));
    // The United States stood to Japan alone: whatever holds between others than these two lies outside.
    let now = moment(&dataset);
    let outside = now.ties_among_others(&dataset).len();
    let said = format!("{outside} relations of two others lie outside of the picture.");
    assert!(outside > 20 && now.alters().count() == 1);
    assert_eq!(words::outside(&dataset, &now), said);
    assert!(words::description(&dataset, &now).contains(&said));
    assert!(words::table(&dataset, &now).caption.contains(said.trim_end_matches('.')));
}
