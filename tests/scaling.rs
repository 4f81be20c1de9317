//! Nothing costs the square of a dataset: four times as large, each step takes little more than four times as long.
//!
//! A cost of n log n takes 4.7 times as long, a square sixteen times. What is compared is time on the processor within
//! one run; a step that seems to take longer is tried again.

use std::hint::black_box;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::Instant;

use detente::data::{Dataset, read, search, validate};
use detente::layout::{Focus, Layout, differences, pack};
use detente::moment::{Moment, changes};
use detente::scene::{Datum, Direction, Mark, Point, hit, navigate};
use detente::time::Playhead;
use detente::viewer::{Command, Viewer};
use detente::words::{card, outline, table, year};

#[path = "browser/src/generate/tables.rs"]
#[allow(dead_code, reason = "other tests make others of them")]
mod made;

use made::Files;

/// How much longer a dataset four times as large may take.
const MOST: f64 = 10.0;
/// How often a step is tried before it counts as slow.
const TRIES: usize = 4;

/// So much time on the processor, in milliseconds, tells how long something takes: the system counts it by its own ticks.
const ENOUGH: f64 = 50.0;

/// Milliseconds that this thread has had the processor, where the system tells; or else that have passed.
fn clock() -> f64 {
    #[allow(clippy::disallowed_methods, reason = "it is time that is measured")]
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let passed = START.elapsed().as_secs_f64() * 1e3;
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|text| text.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or(passed, |nanoseconds| nanoseconds / 1e6)
}

/// How long something takes, in milliseconds.
fn time<T>(mut work: impl FnMut() -> T) -> f64 {
    let (before, mut count) = (clock(), 0_u32);
    loop {
        black_box(work());
        count += 1;
        let spent = clock() - before;
        if spent >= ENOUGH {
            return spent / f64::from(count);
        }
    }
}

/// A dataset of one size with all that the steps need.
struct Subject {
    files: Files,
    dataset: Dataset,
    packed: Vec<u8>,
    layout: Layout,
    viewer: Viewer,
}

impl Subject {
    fn of(files: Files) -> Self {
        let (dataset, _) = validate(&read(&files), &[]).unwrap_or_else(|report| panic!("{report}"));
        let packed = pack(&dataset);
        let opened = Dataset::unpack(&packed).expect("a pack");
        let layout = Layout::placed(&opened).expect("a layout");
        let mut viewer = Viewer::new(opened, layout.clone());
        viewer.apply(Command::Resize { width: 745.0, height: 578.0, strip_width: 700.0, strip_height: 58.0 });
        viewer.apply(Command::Jump(1972.0));
        Self { files, dataset, packed, layout, viewer }
    }

    fn moment(&self, year: i16) -> Moment {
        Moment::at(&self.dataset, Playhead::end_of(year))
    }

    /// Composes the picture anew after a command.
    fn shown(&mut self, commands: &[Command<'_>]) -> usize {
        let marks = commands.iter().map(|command| {
            self.viewer.apply(*command);
            self.viewer.network_scene().marks.len()
        });
        marks.sum()
    }
}

type Step = (&'static str, fn(&mut Subject) -> f64);

const STEPS: [Step; 14] = [
    ("checking the tables", |subject| time(|| validate(&read(&subject.files), &[]).is_ok())),
    ("solving the layout", |subject| time(|| pack(&subject.dataset).len())),
    ("opening the pack", |subject| time(|| Dataset::unpack(&subject.packed).map(|dataset| Layout::placed(&dataset)))),
    ("a year's keyframe and picture", |subject| {
        let resize = |width: f64| Command::Resize { width, height: 578.0, strip_width: 700.0, strip_height: 58.0 };
        time(|| subject.shown(&[resize(744.0), resize(745.0)]))
    }),
    ("steps within a year", |subject| time(|| subject.shown(&[1971.2, 1971.4, 1971.6, 1971.8].map(Command::Scrub)))),
    ("somebody in focus", |subject| time(|| subject.shown(&[Command::Focus(Some("A7")), Command::Focus(None)]))),
    ("comparing", |subject| time(|| subject.shown(&[Command::Compare(Some(1950)), Command::Compare(None)]))),
    ("a small multiple", |subject| time(|| subject.viewer.still_scene(1950, 200.0, 180.0).marks.len())),
    ("what is under the pointer", |subject| {
        let scene = subject.viewer.network_scene().clone();
        time(|| (0..100).filter_map(|x| hit(&scene, Point { x: f64::from(x) * 7.0, y: 300.0 }, 5.0)).count())
    }),
    ("the arrow keys", |subject| {
        let (ego, fixed) = (subject.dataset.ego(), subject.layout.is_fixed());
        let seven = subject.dataset.find("A7");
        let scene = subject.viewer.network_scene().clone();
        time(|| navigate(&scene, ego, fixed, seven, Direction::Clockwise))
    }),
    ("what a year changed", |subject| time(|| changes(&subject.dataset, 1972).len())),
    ("the differences of two years", |subject| {
        time(|| differences(&subject.dataset, &subject.layout, &subject.moment(1950), &subject.moment(1972)).len())
    }),
    ("what is read", |subject| {
        time(|| {
            let (dataset, moment) = (&subject.dataset, subject.moment(1972));
            let seven = Focus::find(dataset, "A7");
            let card = card(dataset, &subject.layout, &moment, seven);
            (
                table(dataset, &moment).rows.len(),
                year(dataset, &moment).rows.len(),
                outline(dataset).signs,
                card.is_some(),
            )
        })
    }),
    ("the search", |subject| {
        time(|| search(&subject.dataset, "actor number 77", 24, &|step| vec![step.to_string()]).len())
    }),
];

fn grows_no_faster(small: Files, large: Files) {
    // One after the other, or they would take time from one another.
    static TURN: Mutex<()> = Mutex::new(());
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let (mut small, mut large) = (Subject::of(small), Subject::of(large));
    for (name, step) in STEPS {
        let mut times = 1.0;
        for _ in 0..TRIES {
            times = step(&mut large) / step(&mut small);
            if times <= MOST {
                break;
            }
        }
        assert!(times <= MOST, "{name} takes {times:.1} times as long for a dataset four times as large");
    }
}

#[test]
fn a_star_costs_little_more_than_its_size() {
    grows_no_faster(made::star(1_000), made::star(4_000));
}

#[test]
fn a_network_with_positions_costs_little_more_than_its_size() {
    grows_no_faster(made::with_positions(1_250, 4_000), made::with_positions(5_000, 16_000));
}

#[test]
fn a_ring_of_many_ties_costs_little_more_than_its_ties() {
    grows_no_faster(made::round_the_ego(500, 2_400), made::round_the_ego(2_000, 9_600));
}

#[test]
fn a_picture_of_thousands_names_as_many_as_there_is_room_for() {
    let mut subject = Subject::of(made::star(5_000));
    let scene = subject.viewer.network_scene();
    let count = |is_it: fn(&Mark) -> bool| scene.marks.iter().filter(|mark| is_it(mark)).count();
    assert!(count(|mark| matches!(mark, Mark::Disc { datum: Datum::Actor(_), .. })) >= 5_000);
    assert!((8..200).contains(&count(|mark| matches!(mark, Mark::Label { .. }))));
    // Lines of two points each, none dashed.
    assert!(
        scene
            .marks
            .iter()
            .all(|mark| !matches!(mark, Mark::Path { points, dash, .. } if points.len() > 2 || dash.is_some()))
    );
}
