//! The viewer: no command breaks it, what it shows follows from its state, and what it calls fresh has not changed.

use detente::bundled;
use detente::data::Dataset;
use detente::layout::Layout;
use detente::moment::{Counts, Moment};
use detente::scene::{Datum, Direction, Leap, Mark, Point, Scene, Theme};
use detente::time::Playhead;
use detente::viewer::{Animator, Command, Subject, Surfaces, Tip, Update, Viewer};
use detente::words;
use proptest::prelude::*;

use crate::dataset::whole;

/// One thing done to a viewer.
#[derive(Clone, Debug)]
pub(crate) enum Act {
    Command(Command<'static>),
    Frame(f64),
}

const CODES: [&str; 8] = ["KOR", "CHN", "SUN", "CHN-SUN", "JPN-KOR", "PRK", "XXX", "-"];
const TEXTS: [&str; 6] = ["1972", "197", "", "2025 ", "-1", "nineteen"];

/// Numbers as they come, and as nobody expects them.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => 1940.0..2030.0_f64,
        4 => -50.0..900.0_f64,
        1 => proptest::sample::select(vec![
            f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.0, -0.0, 1e-300, 1e300, -1e300, f64::MAX, f64::MIN,
        ]),
    ]
}

fn year() -> impl Strategy<Value = i32> {
    prop_oneof![6 => 1944..2027, 1 => any::<i32>()]
}

fn settings() -> impl Strategy<Value = Command<'static>> {
    let bool = any::<bool>;
    prop_oneof![
        (number(), number(), number(), number()).prop_map(|(width, height, strip_width, strip_height)| {
            Command::Resize { width, height, strip_width, strip_height }
        }),
        (number(), number(), number()).prop_map(|(width, left, right)| Command::LayoutTimeline { width, left, right }),
        bool().prop_map(|dark| Command::Theme(if dark { Theme::Dark } else { Theme::Light })),
        bool().prop_map(Command::ReducedMotion),
        bool().prop_map(Command::Paper),
        bool().prop_map(Command::Loop),
        number().prop_map(Command::Speed),
    ]
}

fn moves() -> impl Strategy<Value = Command<'static>> {
    prop_oneof![
        number().prop_map(Command::Scrub),
        number().prop_map(Command::Go),
        number().prop_map(Command::Jump),
        number().prop_map(Command::Step),
        (-12..12_i32).prop_map(|years| Command::Step(f64::from(years))),
        (number(), number()).prop_map(|(by, width)| Command::Drag { by, width }),
        (number(), number()).prop_map(|(from, to)| Command::PlayFrom { from, to }),
        number().prop_map(Command::ScrubTimeline),
        number().prop_map(Command::GoTimeline),
        (proptest::sample::select(&TEXTS[..]), any::<bool>()).prop_map(|(text, done)| Command::Typed { text, done }),
        any::<bool>().prop_map(|backward| Command::NextChange { backward }),
        Just(Command::Release),
        Just(Command::Play),
        Just(Command::Pause),
        Just(Command::TogglePlay),
    ]
}

fn choices() -> impl Strategy<Value = Command<'static>> {
    let place = || (number(), number(), number());
    prop_oneof![
        proptest::option::of(proptest::sample::select(&CODES[..])).prop_map(Command::Focus),
        proptest::option::of(year()).prop_map(Command::Compare),
        (0..300_usize).prop_map(Command::GoToEvent),
        place().prop_map(|(x, y, reach)| Command::Point { x, y, reach }),
        (place(), any::<bool>()).prop_map(|((x, y, reach), keep_tip)| Command::Pick { x, y, reach, keep_tip }),
        (0.0..700.0_f64, 0.0..600.0_f64).prop_map(|(x, y)| Command::Point { x, y, reach: 20.0 }),
        (0.0..900.0_f64, 0.0..500.0_f64).prop_map(|(x, y)| Command::PointTimeline { x, y }),
        (number(), number()).prop_map(|(x, y)| Command::PointTimeline { x, y }),
        Just(Command::PickPointed),
        Just(Command::Leave),
        Just(Command::LeaveTimeline),
        proptest::sample::select(&LEAPS[..]).prop_map(Command::LeapTimeline),
        Just(Command::PickTimeline),
        any::<bool>().prop_map(Command::UnfoldEras),
        proptest::sample::select(vec![
            Direction::Clockwise,
            Direction::Counterclockwise,
            Direction::Inward,
            Direction::Outward,
        ])
        .prop_map(Command::Navigate),
        Just(Command::AddYear),
        Just(Command::ResetYears),
        year().prop_map(Command::RemoveYear),
    ]
}

const LEAPS: [Leap; 6] = [Leap::Earlier, Leap::Later, Leap::Up, Leap::Down, Leap::First, Leap::Last];

pub(crate) fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        1 => settings().prop_map(Act::Command),
        3 => moves().prop_map(Act::Command),
        3 => choices().prop_map(Act::Command),
        3 => prop_oneof![4 => 0.0..120.0_f64, 1 => number()].prop_map(Act::Frame),
    ]
}

const SIZED: Command<'static> = Command::Resize { width: 640.0, height: 500.0, strip_width: 500.0, strip_height: 58.0 };
const LAID: Command<'static> = Command::LayoutTimeline { width: 900.0, left: 150.0, right: 880.0 };

/// A viewer that has been sized as a page sizes it.
fn opened(dataset: Dataset) -> Viewer {
    let layout = Layout::solve(&dataset);
    let mut viewer = Viewer::new(dataset, layout);
    viewer.apply(SIZED);
    viewer.apply(LAID);
    viewer
}

/// Everything that a reader can see of a viewer, each with the bit that must be set when it differs.
#[derive(Clone, Debug, PartialEq)]
struct Seen {
    scenes: (Scene, Scene, Scene, Option<Scene>),
    frame: (f64, i16, i16, bool, bool, f64, f64, Counts),
    year: (String, Option<usize>),
    card: String,
    differences: String,
    table: String,
    rows: String,
    multiples: (Vec<i16>, Vec<Scene>),
    theme: Theme,
    plots: Option<Scene>,
    tip: Option<(Subject, String)>,
    tip_at: Option<Point>,
    focus: String,
    compare: Option<i16>,
}

fn seen(viewer: &mut Viewer) -> Seen {
    let counts = viewer.counts();
    let network = viewer.network_scene().clone();
    let viewer = &*viewer;
    let (dataset, layout, view, end) = (viewer.dataset(), viewer.layout(), viewer.view(), viewer.year_end());
    let (year, playback) = (viewer.shown_year(), viewer.playback());
    let focus = view.focus.code(dataset);
    let compared = view.compare.map(|year| Moment::at(dataset, Playhead::end_of(year)));
    let position = viewer.playhead().year();
    Seen {
        scenes: (viewer.background_scene(), network, viewer.strip_scene(), viewer.timeline_scene()),
        frame: (
            position,
            year,
            playback.destination(),
            playback.is_playing(),
            playback.is_moving(),
            playback.progress(),
            viewer.cursor(),
            counts,
        ),
        year: (format!("{:?}", words::year(dataset, &end)), viewer.selected().map(detente::data::EventId::index)),
        card: format!("{:?}", words::card(dataset, layout, &end, view.focus)),
        differences: format!("{:?}", compared.map(|then| words::difference_words(dataset, layout, &then, &end))),
        table: format!("{:?}", words::table(dataset, &end)),
        rows: viewer.timeline().map_or(String::new(), |timeline| {
            let row =
                |row: &detente::scene::TimelineRow| (row.top, row.label.clone(), row.tie_at(dataset, end.playhead()));
            format!("{} {:?}", timeline.size.height, timeline.rows().iter().map(row).collect::<Vec<_>>())
        }),
        multiples: (viewer.years().to_vec(), vec![viewer.still_scene(1972, 120.0, 120.0)]),
        theme: view.theme,
        plots: viewer.plot_scene(0, 300.0, 100.0),
        tip: viewer.tip().map(|tip| {
            let told = match tip.subject {
                Subject::Network(focus) => format!("{:?}", words::standing(dataset, layout, &end, focus)),
                Subject::Timeline(datum) => datum.name(dataset),
            };
            (tip.subject, told)
        }),
        tip_at: viewer.tip().map(|tip| tip.at),
        focus,
        compare: view.compare,
    }
}

/// What differs although an update does not say so; `surfaces` are those that were drawn since.
fn unsaid(before: &Seen, now: &Seen, update: Update) -> Vec<&'static str> {
    let tip = Update::TIP;
    let checks = [
        ("a scene", before.scenes != now.scenes, Update::NETWORK),
        ("the frame", before.frame != now.frame, Update::FRAME),
        ("the year", before.year != now.year, Update::YEAR),
        ("the year changed", before.frame.1 != now.frame.1, Update::YEAR_CHANGED),
        ("the card", before.card != now.card, Update::CARD),
        ("the differences", before.differences != now.differences, Update::DIFFERENCES),
        ("the table", before.table != now.table, Update::TABLE),
        ("the timeline’s rows", before.rows != now.rows, Update::TIMELINE_ROWS),
        ("the small multiples", before.multiples != now.multiples, Update::SMALL_MULTIPLES),
        ("the theme", before.theme != now.theme, Update::PALETTE),
        ("the plots", before.plots != now.plots, Update::PLOTS),
        ("the tip", before.tip != now.tip, tip),
        ("the focus", before.focus != now.focus, Update::FOCUS_CHANGED),
        ("the compared year", before.compare != now.compare, Update::COMPARE_CHANGED),
    ];
    let mut unsaid: Vec<&str> =
        checks.iter().filter(|(_, differs, part)| *differs && !update.has(*part)).map(|(what, ..)| *what).collect();
    if before.tip_at != now.tip_at && !update.has(tip) && !update.has(Update::TIP_MOVED) {
        unsaid.push("the tip’s place");
    }
    // What was dispatched did happen.
    for (what, same, part) in [
        ("no other year", before.frame.1 == now.frame.1, Update::YEAR_CHANGED),
        ("no other focus", before.focus == now.focus, Update::FOCUS_CHANGED),
        ("no other compared year", before.compare == now.compare, Update::COMPARE_CHANGED),
        ("it does not move", !now.frame.4, Update::MOVING),
    ] {
        if same && update.has(part) {
            unsaid.push(what);
        }
    }
    unsaid
}

/// Does one thing; the scenes of a frame are those that it drew.
fn perform(viewer: &mut Viewer, act: &Act, clock: &mut f64) -> (Update, Surfaces) {
    match act {
        Act::Command(command) => (viewer.apply(*command), Surfaces::default()),
        Act::Frame(milliseconds) => {
            *clock += milliseconds;
            let frame = viewer.frame(*clock);
            (frame.update, frame.surfaces)
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10))]

    /// Whatever is asked for in whatever order: nothing breaks, and what is not called stale has not changed.
    #[test]
    fn what_is_not_called_stale_has_not_changed(acts in proptest::collection::vec(act(), 1..24)) {
        let mut viewer = opened(whole());
        let mut clock = 0.0;
        let mut before = seen(&mut viewer);
        let mut drawn = before.scenes.clone();
        viewer.frame(clock);
        for act in &acts {
            let (update, surfaces) = perform(&mut viewer, act, &mut clock);
            let now = seen(&mut viewer);
            if let Act::Frame(_) = act {
                // What a frame does not draw is as it was drawn last.
                let last = (&now.scenes.0, &now.scenes.1, &now.scenes.2, &now.scenes.3);
                prop_assert!(surfaces.background || *last.0 == drawn.0, "the rings: {act:?}");
                prop_assert!(surfaces.network || *last.1 == drawn.1, "the network: {act:?}");
                prop_assert!(surfaces.strip || *last.2 == drawn.2, "the strip: {act:?}");
                prop_assert!(surfaces.timeline || *last.3 == drawn.3, "the timeline: {act:?}");
                prop_assert!(!update.has(Update::NETWORK));
                drawn = now.scenes.clone();
                let update = update | Update::NETWORK;
                prop_assert_eq!(unsaid(&before, &now, update), Vec::<&str>::new(), "{:?} {:?}", act, update);
            } else {
                prop_assert_eq!(unsaid(&before, &now, update), Vec::<&str>::new(), "{:?} {:?}", act, update);
            }
            before = now;
        }
    }

    /// Nothing that was kept from an earlier state is shown: a fresh composition and a fresh layout are the same.
    #[test]
    fn what_is_shown_follows_from_the_state(acts in proptest::collection::vec(act(), 1..24)) {
        let mut viewer = opened(whole());
        let (mut clock, mut laid) = (0.0, LAID);
        for act in &acts {
            perform(&mut viewer, act, &mut clock);
            if let Act::Command(command @ Command::LayoutTimeline { .. }) = act {
                laid = *command;
            }
            let moment = Moment::at(viewer.dataset(), viewer.playhead());
            let (dataset, layout, view) = (viewer.dataset().clone(), viewer.layout().clone(), viewer.view().clone());
            let fresh = Animator::new(3).compose(&dataset, &layout, &moment, &view);
            prop_assert_eq!(viewer.network_scene(), &fresh, "{:?}", act);
            prop_assert_eq!(viewer.counts(), moment.counts(), "{:?}", act);
            let mut again = viewer.clone();
            again.apply(laid);
            prop_assert_eq!(viewer.timeline(), again.timeline(), "{:?}", act);
        }
    }

    /// The same state shows the same, by whatever way it was reached.
    #[test]
    fn the_same_state_shows_the_same(acts in proptest::collection::vec(act(), 1..40)) {
        let mut viewer = opened(whole());
        let mut clock = 0.0;
        for act in &acts {
            perform(&mut viewer, act, &mut clock);
        }
        viewer.apply(Command::Leave);
        viewer.apply(Command::LeaveTimeline);
        viewer.apply(Command::Loop(false));
        viewer.apply(Command::Paper(false));
        viewer.apply(SIZED);
        viewer.apply(LAID);
        let (view, position) = (viewer.view().clone(), viewer.playhead().year());
        let selected = viewer.selected();

        let mut other = opened(whole());
        let focus = view.focus.code(other.dataset());
        if let Some(event) = selected {
            other.apply(Command::GoToEvent(event.index()));
        }
        other.apply(Command::Theme(view.theme));
        other.apply(Command::Compare(view.compare.map(i32::from)));
        other.apply(Command::Focus(Some(&focus)));
        for year in other.years().to_vec() {
            other.apply(Command::RemoveYear(year.into()));
        }
        for year in viewer.years().to_vec() {
            other.apply(Command::Jump(year.into()));
            other.apply(Command::AddYear);
        }
        other.apply(Command::Scrub(position));
        let (mut a, mut b) = (seen(&mut viewer), seen(&mut other));
        // What moves it is not what is shown, and an event is marked only where its year is the nearest.
        for seen in [&mut a, &mut b] {
            (seen.frame.2, seen.frame.3, seen.frame.4, seen.year.1) = (0, false, false, None);
        }
        prop_assert_eq!(a, b);
    }
}

#[test]
fn paper_has_a_size_of_its_own_whatever_the_screen_is_told_meanwhile() {
    let mut viewer = opened(whole());
    let screen = (viewer.view().size, viewer.timeline().map(|timeline| timeline.size));
    viewer.apply(Command::Paper(true));
    let paper = (viewer.view().size, viewer.timeline().map(|timeline| timeline.size));
    assert!(viewer.is_on_paper() && paper != screen);
    viewer.apply(Command::Resize { width: 300.0, height: 310.0, strip_width: 280.0, strip_height: 40.0 });
    viewer.apply(Command::LayoutTimeline { width: 320.0, left: 10.0, right: 310.0 });
    assert_eq!(paper, (viewer.view().size, viewer.timeline().map(|timeline| timeline.size)));
    viewer.apply(Command::Paper(false));
    assert_eq!((viewer.view().size.width, viewer.view().size.height), (300.0, 310.0));
    assert!(!viewer.is_on_paper() && viewer.timeline().is_some_and(|timeline| timeline.size.width == 320.0));
    // A timeline that was never laid out is on paper only.
    let dataset = whole();
    let layout = Layout::solve(&dataset);
    let mut viewer = Viewer::new(dataset, layout);
    viewer.apply(Command::Paper(true));
    assert!(viewer.timeline().is_some());
    viewer.apply(Command::Paper(false));
    assert!(viewer.timeline().is_none());
}

fn rest(viewer: &mut Viewer) -> Update {
    let (mut clock, mut all) = (1e6, Update::NONE);
    for _ in 0..4000 {
        let update = viewer.frame(clock).update;
        all |= update;
        clock += 16.0;
        if !update.has(Update::MOVING) {
            return all;
        }
    }
    panic!("it never comes to rest");
}

#[test]
fn a_deliberate_step_is_one_of_the_history_and_play_is_not() {
    let mut viewer = opened(bundled::dataset());
    viewer.apply(Command::Jump(1970.0));
    let update = viewer.apply(Command::Go(1972.0));
    assert!(update.has(Update::MOVING | Update::FRAME) && !update.has(Update::HISTORY));
    let all = rest(&mut viewer);
    assert!(all.has(Update::SETTLED | Update::HISTORY | Update::YEAR | Update::YEAR_CHANGED));
    assert!(!all.has(Update::ADDRESS));

    viewer.apply(Command::Play);
    for step in 0..200 {
        viewer.frame(f64::from(step) * 50.0);
    }
    viewer.apply(Command::Pause);
    let all = rest(&mut viewer);
    assert!(all.has(Update::SETTLED | Update::ADDRESS) && !all.has(Update::HISTORY));

    let update = viewer.apply(Command::Jump(1950.0));
    assert!(update.has(Update::SETTLED | Update::YEAR));
    assert!(!update.has(Update::HISTORY) && !update.has(Update::ADDRESS));
}

#[test]
fn a_step_counts_from_where_it_is_bound_for_and_infinity_is_the_end() {
    let mut viewer = opened(bundled::dataset());
    viewer.apply(Command::Jump(1960.0));
    for (years, expected) in [(1.0, 1961), (10.0, 1971), (-1.0, 1970), (f64::INFINITY, 2025), (f64::NEG_INFINITY, 1945)]
    {
        viewer.apply(Command::Step(years));
        assert_eq!(viewer.playback().destination(), expected, "{years}");
    }
    let before = viewer.playback().clone();
    assert_eq!(viewer.apply(Command::Step(f64::NAN)), Update::MOVING);
    assert_eq!(*viewer.playback(), before);
}

#[test]
fn half_the_span_lies_across_the_picture() {
    let mut viewer = opened(bundled::dataset());
    viewer.apply(Command::Jump(2000.0));
    viewer.apply(Command::Drag { by: -64.0, width: 640.0 });
    assert!((viewer.playhead().year() - 1996.0).abs() < 1e-9);
    viewer.apply(Command::Release);
    assert_eq!(viewer.playback().destination(), 1996);
}

#[test]
fn a_typed_year_is_gone_to_and_anything_else_is_refused_in_a_sentence() {
    let mut viewer = opened(bundled::dataset());
    viewer.apply(Command::Jump(2000.0));
    assert_eq!(viewer.apply(Command::Typed { text: "195", done: false }), Update::NONE);
    assert_eq!(viewer.typed_problem(), "");
    assert!(viewer.apply(Command::Typed { text: "1950", done: false }).has(Update::MOVING));
    assert_eq!(viewer.playback().destination(), 1950);
    viewer.apply(Command::Typed { text: "1900", done: true });
    assert!(viewer.typed_problem().contains("1945 to 2025"), "{}", viewer.typed_problem());
    assert_eq!(viewer.playback().destination(), 1950);
    viewer.apply(Command::Typed { text: "", done: true });
    assert_eq!(viewer.typed_problem(), "");
}

#[test]
fn a_click_in_the_timeline_goes_to_the_year_whose_days_are_there() {
    let mut viewer = opened(bundled::dataset());
    let timeline = viewer.timeline().expect("it was laid out");
    // Between the end of 1971 and the end of 1972 lie the days of 1972.
    let x = f64::midpoint(timeline.cursor(Playhead::end_of(1971)), timeline.cursor(Playhead::end_of(1972)));
    viewer.apply(Command::GoTimeline(x));
    assert_eq!(viewer.playback().destination(), 1972);
}

#[test]
fn an_event_is_selected_while_its_year_is_shown_or_gone_to() {
    let mut viewer = opened(bundled::dataset());
    let event = viewer.dataset().event_ids().find(|id| viewer.dataset().event(*id).date.year() == 1972);
    let event = event.expect("an event of 1972");
    viewer.apply(Command::Focus(Some("CHN")));
    let update = viewer.apply(Command::GoToEvent(event.index()));
    assert!(update.has(Update::EVENT_SELECTED | Update::FOCUS_CHANGED | Update::YEAR | Update::MOVING));
    assert_eq!(viewer.view().focus.code(viewer.dataset()), "");
    rest(&mut viewer);
    assert_eq!((viewer.selected(), viewer.shown_year()), (Some(event), 1972));
    assert!(viewer.apply(Command::Step(1.0)).has(Update::YEAR));
    assert_eq!(viewer.selected(), None);
    assert_eq!(viewer.apply(Command::GoToEvent(usize::MAX)), Update::MOVING, "there is no such event");
}

#[test]
fn the_tip_tells_of_what_is_pointed_at_and_goes_with_a_click() {
    let mut viewer = opened(bundled::dataset());
    viewer.apply(Command::Jump(1972.0));
    let china = viewer.dataset().find("CHN").expect("China");
    let at = viewer.network_scene().marks.iter().find_map(|mark| match mark {
        Mark::Disc { at, datum: Datum::Actor(actor), .. } if *actor == china => Some(*at),
        _ => None,
    });
    let Point { x, y } = at.expect("a disc");
    let point = Command::Point { x: x + 1.0, y, reach: 5.0 };
    assert!(viewer.apply(point).has(Update::NETWORK | Update::TIP));
    assert_eq!(viewer.tip().map(|tip| tip.at), Some(Point { x, y }), "it points to the mark, not to the pointer");
    assert_eq!(viewer.apply(point), Update::NONE, "still there");
    assert!(viewer.place_tip(264.0, 100.0).is_some());
    let pick = |keep_tip| Command::Pick { x, y, reach: 5.0, keep_tip };
    assert!(viewer.apply(pick(false)).has(Update::FOCUS_CHANGED | Update::HISTORY | Update::TIP));
    assert_eq!(viewer.tip(), None);
    viewer.apply(Command::Focus(None));
    viewer.apply(pick(true));
    assert!(matches!(viewer.tip(), Some(Tip { subject: Subject::Network(_), .. })));
    viewer.apply(Command::Leave);
    assert_eq!(viewer.tip(), None);
    // By the keys, from whoever is in focus.
    assert!(viewer.apply(Command::Navigate(Direction::Clockwise)).has(Update::TIP));
    assert!(viewer.apply(Command::PickPointed).has(Update::FOCUS_CHANGED));
    assert_ne!(viewer.view().focus.code(viewer.dataset()), "CHN");
}

#[test]
fn the_years_side_by_side_are_added_taken_away_and_reset() {
    let mut viewer = opened(bundled::dataset());
    let at_first = viewer.years().to_vec();
    assert_eq!(at_first, viewer.dataset().info().turning_points);
    viewer.apply(Command::Jump(1973.0));
    assert!(viewer.apply(Command::AddYear).has(Update::SMALL_MULTIPLES));
    assert_eq!(viewer.apply(Command::AddYear), Update::NONE);
    assert!(viewer.years().contains(&1973) && viewer.years().is_sorted());
    assert!(viewer.apply(Command::RemoveYear(1950)).has(Update::SMALL_MULTIPLES));
    assert_eq!(viewer.apply(Command::RemoveYear(1950)), Update::NONE);
    assert!(viewer.apply(Command::ResetYears).has(Update::SMALL_MULTIPLES));
    assert_eq!(viewer.years(), at_first);
}

#[test]
fn what_was_attached_makes_what_is_read_stale() {
    let with_texts = whole();
    let mut viewer = opened(bundled::dataset());
    viewer.apply(Command::Focus(Some("CHN")));
    let texts = with_texts.texts().expect("texts").clone();
    let update = viewer.attach(texts).expect("they belong to it");
    assert!(update.has(Update::YEAR | Update::TABLE | Update::CARD | Update::PLOTS));
    assert!(viewer.plot_scene(0, 300.0, 100.0).is_some());
}
