//! The law of packs: what `Dataset::unpack` accepts can be laid out, drawn, described and played in every year without
//! a panic, and a pack that breaks a rule is refused.

use std::sync::LazyLock;

use detente::bundled;
use detente::data::{
    Act, ActText, ActorId, Confidence, Dataset, Dyad, Effect, Era, EraText, Event, EventId, EventText, Prominence,
    Region, Rule, Stance, Tables, Texts, Tie, TieText, UnpackError, YearLine, read, validate,
};
use detente::layout::{EgoLayout, Focus};
use detente::moment::{Moment, changes, intensity, ongoing};
use detente::render::{SharePage, html_sources, html_story, html_table, svg};
use detente::scene::{Mark, Palette, Scene, Theme, Timeline, Track, View, at_rest, background, poster};
use detente::time::{Date, Playhead, Spell};
use detente::viewer::{Command, Viewer};
use detente::words::{self, Topic};
use proptest::prelude::*;
use proptest::sample::select;

use crate::dataset::files;
use crate::viewer::{Act as Step, act as step};

/// The tables of the small dataset, of the second, and of the first.
static REAL: LazyLock<[Tables; 3]> = LazyLock::new(|| {
    let open = |folder| match validate(&read(&files(folder)), &[]) {
        Ok((dataset, _)) => dataset.tables().clone(),
        Err(report) => panic!("{report}"),
    };
    [open("tests/data/good"), open("tests/data/german-empire"), bundled::dataset().tables().clone()]
});

/// Ids of actors, more than any of the datasets has; none can be made without a dataset.
static IDS: LazyLock<Vec<ActorId>> = LazyLock::new(|| {
    let mut tables = REAL[0].clone();
    crowd(&mut tables, 2000);
    Dataset::unpack(&tables.pack()).expect("a crowd").actor_ids().collect()
});

/// Ids of events, more than the small and the second dataset have.
static EVENTS: LazyLock<Vec<EventId>> = LazyLock::new(|| bundled::dataset().event_ids().collect());

/// Adds so many actors of one name, all in one place, each tied to the ego.
fn crowd(tables: &mut Tables, count: usize) {
    for index in 0..count {
        let mut actor = tables.actors[0].clone();
        actor.code = format!("X{index}");
        actor.short_name = "The same name".to_owned();
        actor.successors.clear();
        (actor.from, actor.to) = (None, None);
        actor.prominence = [Prominence::Principal, Prominence::Named, Prominence::Minor][(index % 40).min(2)];
        tables.actors.push(actor);
    }
}

/// One change, with what it may need; rows are chosen modulo their number.
#[derive(Clone, Debug)]
struct Change {
    what: usize,
    rows: [usize; 3],
    dates: [Date; 2],
    open: bool,
    years: [i16; 2],
    number: f32,
    change: i8,
    text: String,
}

fn year() -> impl Strategy<Value = i16> {
    prop_oneof![
        6 => 1870..1965_i16,
        1 => select(vec![i16::MIN, -9999, -1, 0, 1, 9999, 10_000, i16::MAX]),
        1 => any::<i16>(),
    ]
}

fn date() -> impl Strategy<Value = Date> {
    (year(), 0..14_u8, 0..33_u8)
        .prop_map(|(year, month, day)| Date::from_ymd(year, month, day).unwrap_or(Date::from_year(year)))
}

fn degrees() -> impl Strategy<Value = f32> {
    prop_oneof![
        4 => -180.0..360.0_f32,
        1 => select(vec![f32::NAN, f32::INFINITY, f32::NEG_INFINITY, f32::MAX, -0.0, 180.0, 360.0, 359.9999, -1e30]),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "\\PC{1,12}",
        1 => select(vec!["", " ", "\u{0}", "\u{202e}x", "\n", "A", "é\u{301}", "<b>&\"", "한국", "-", ".", "…"])
            .prop_map(str::to_owned),
        1 => (1..900_usize).prop_map(|length| "W".repeat(length)),
    ]
}

fn change() -> impl Strategy<Value = Change> {
    let what = (0..KINDS, [any::<usize>(), any::<usize>(), any::<usize>()]);
    let when = ([date(), date()], any::<bool>(), [year(), year()]);
    (what, when, degrees(), -3..=3_i8, text()).prop_map(|((what, rows), (dates, open, years), number, change, text)| {
        Change { what, rows, dates, open, years, number, change, text }
    })
}

/// How many kinds of changes [`Change::make`] knows.
const KINDS: usize = 24;

impl Change {
    /// An actor's id; now and then one that the tables do not have.
    fn actor(&self, tables: &Tables, place: usize) -> ActorId {
        let row = self.rows[place];
        if row % 50 == 49 { IDS[row % IDS.len()] } else { IDS[row % tables.actors.len().max(1)] }
    }

    fn event(&self, tables: &Tables) -> EventId {
        let row = self.rows[2];
        if row % 50 == 49 { EVENTS[row % EVENTS.len()] } else { EVENTS[row % tables.events.len().max(1)] }
    }

    fn row<'a, T>(&self, rows: &'a mut [T]) -> Option<&'a mut T> {
        let count = rows.len().max(1);
        rows.get_mut(self.rows[0] % count)
    }

    fn spell(&self) -> Spell {
        Spell { from: self.dates[0], to: (!self.open).then_some(self.dates[1]) }
    }

    fn make(&self, tables: &mut Tables) {
        match self.what {
            0..8 => self.of_info_or_actor(tables),
            8..16 => self.of_relations(tables),
            _ => self.of_events(tables),
        }
    }

    fn of_info_or_actor(&self, tables: &mut Tables) {
        let (one, two) = (self.actor(tables, 0), self.actor(tables, 1));
        let info = &mut tables.info;
        match self.what {
            0 if self.open => [info.first_year, info.last_year] = self.years,
            0 => {
                // A span of any length, at the ends of what years there are too.
                let length = [0, 1, 30, 200, 2000, 2001][self.rows[0] % 6];
                info.first_year = self.years[0].clamp(-9999, 9999 - length);
                info.last_year = info.first_year + length;
                info.turning_points.clear();
            }
            1 => info.turning_points = self.years.to_vec(),
            2 if self.open => info.ego = one,
            2 => info.rival = (self.change > 0).then_some(two),
            3 => {
                info.counts_relations = self.open;
                info.implied_stance = Stance::new(self.change).unwrap_or_default();
                info.published = Some(self.years[0]);
            }
            4 => {
                info.title.clone_from(&self.text);
                info.stances[self.rows[0] % 7].clone_from(&self.text);
            }
            5 => {
                let regions = Region::NAMES;
                if let Some(actor) = self.row(&mut tables.actors) {
                    actor.lon = self.number;
                    actor.bearing = self.open.then_some(self.number.abs());
                    actor.region = regions[self.rows[1] % regions.len()].1;
                    actor.prominence = Prominence::NAMES[self.rows[2] % 3].1;
                }
            }
            6 => {
                if let Some(actor) = self.row(&mut tables.actors) {
                    actor.successors = if self.change > 2 { vec![two; 150] } else { vec![two] };
                    (actor.from, actor.to) = ((self.change > 0).then_some(self.dates[0]), self.spell().to);
                }
            }
            _ => {
                if let Some(actor) = self.row(&mut tables.actors) {
                    actor.short_name.clone_from(&self.text);
                    actor.code = if self.open { format!("{}{}", self.text, self.rows[1]) } else { actor.code.clone() };
                }
            }
        }
    }

    fn of_relations(&self, tables: &mut Tables) {
        let (one, two, event) = (self.actor(tables, 0), self.actor(tables, 1), self.event(tables));
        let ego = tables.info.ego;
        let stance = Stance::new(self.change).unwrap_or_default();
        match self.what {
            8 => tables.ties.push(Tie { a: one, b: two, spell: self.spell(), stance, ..Tie::default() }),
            9 => {
                if let Some(tie) = self.row(&mut tables.ties) {
                    (tie.spell, tie.confidence) = (self.spell(), Confidence::NAMES[self.rows[1] % 3].1);
                    tie.events = vec![event];
                }
            }
            10 => tables.ties.retain(|tie| tie.a != ego && tie.b != ego),
            11 => tables.ties.clear(),
            12 => {
                // Each successor begins as its forerunner ends.
                let mut place = 0;
                for actor in tables.actors.iter_mut().take(3) {
                    place += 1;
                    (actor.from, actor.to) = (Some(self.dates[0]), Some(self.dates[1]));
                    actor.successors = vec![IDS[place]];
                }
            }
            13 => {
                let kinds = detente::data::ActKind::NAMES;
                for (_, kind) in kinds {
                    let (actor, toward) = if self.open { (one, ego) } else { (one, two) };
                    tables.acts.push(Act { actor, toward, date: self.dates[0], kind, ..Act::default() });
                }
            }
            14 => tables.acts.clear(),
            _ if self.open => crowd(tables, self.rows[0] % 60),
            _ => {
                tables.actors.retain_mut({
                    let mut place = 0;
                    move |_| {
                        place += 1;
                        place - 1 == ego.index()
                    }
                });
                tables.actors.iter_mut().for_each(|actor| actor.successors.clear());
                tables.info.ego = IDS[0];
                (tables.info.rival, tables.info.counts_relations) = (None, false);
                (tables.ties, tables.acts, tables.events) = (Vec::new(), Vec::new(), Vec::new());
                tables.years.clear();
            }
        }
    }

    fn of_events(&self, tables: &mut Tables) {
        let (one, two) = (self.actor(tables, 0), self.actor(tables, 1));
        match self.what {
            16 => {
                let dyad = Dyad::new(one, two);
                let effects = dyad.map(|dyad| Effect { dyad, change: self.change });
                let place = tables.events.partition_point(|event| event.date <= self.dates[0]);
                let event = Event {
                    date: self.dates[0],
                    until: self.spell().to,
                    actors: vec![one, two, one],
                    title: self.text.clone(),
                    effects: effects
                        .into_iter()
                        .cycle()
                        .take(self.rows[2] % 200 * usize::from(dyad.is_some()))
                        .collect(),
                    ..Event::default()
                };
                tables.events.insert(place, event);
            }
            17 => {
                if let Some(event) = self.row(&mut tables.events) {
                    event.until = self.spell().to;
                    event.actors.clear();
                }
            }
            18 => {
                if let Some(event) = self.row(&mut tables.events) {
                    event.title.clone_from(&self.text);
                }
            }
            19 => {
                if let Some(event) = self.row(&mut tables.events) {
                    event.date = self.dates[0];
                }
            }
            20 => {
                tables.events.clear();
                tables.ties.iter_mut().for_each(|tie| tie.events.clear());
                tables.years.iter_mut().for_each(|year| year.events.clear());
            }
            21 => {
                let place = tables.years.partition_point(|year| year.year < self.years[0]);
                let line = YearLine { year: self.years[0], line: self.text.clone(), ..YearLine::default() };
                tables.years.insert(place, line);
            }
            22 => tables.years.clear(),
            _ => {
                for _ in 0..=self.rows[1] % 30 {
                    let kind = if self.open { "war".to_owned() } else { self.text.clone() };
                    tables.eras.push(Era { kind, title: self.text.clone(), spell: self.spell() });
                }
            }
        }
    }
}

/// Texts as short as they may be.
fn texts(tables: &Tables) -> Texts {
    Texts {
        names: vec![String::new(); tables.actors.len()],
        aliases: vec![String::new(); tables.actors.len()],
        ties: vec![TieText::default(); tables.ties.len()],
        acts: vec![ActText::default(); tables.acts.len()],
        events: vec![EventText::default(); tables.events.len()],
        eras: vec![EraText::default(); tables.eras.len()],
        ..Texts::default()
    }
}

/// Whether everything in a scene stands somewhere.
fn check_scene(scene: &Scene) {
    let is_finite = |point: &detente::scene::Point| point.x.is_finite() && point.y.is_finite();
    for mark in &scene.marks {
        let holds = match mark {
            Mark::Path { points, width, .. } => points.iter().all(is_finite) && width.is_finite(),
            Mark::Area { points, .. } => points.iter().all(is_finite),
            Mark::Disc { at, radius, .. } => is_finite(at) && radius.is_finite() && *radius >= 0.0,
            Mark::Label { at, size, .. } => is_finite(at) && size.is_finite(),
        };
        assert!(holds, "{mark:?}");
    }
}

/// Nobody, a few actors, and a few ties among others.
fn focuses(dataset: &Dataset) -> Vec<Focus> {
    let ego = dataset.info().ego;
    let actors = dataset.actor_ids().filter(|actor| *actor != ego).map(Focus::Actor);
    let ties = dataset.dyads().map(|(dyad, _)| dyad).filter(|dyad| dyad.other(ego).is_none()).map(Focus::Tie);
    core::iter::once(Focus::Nobody).chain(actors.take(2)).chain(ties.take(1)).collect()
}

/// Everything that can be asked of a year with somebody in focus.
fn look(dataset: &Dataset, layout: &EgoLayout, year: i16, focus: Focus) {
    let moment = Moment::at(dataset, Playhead::end_of(year));
    let then = Moment::at(dataset, Playhead::end_of(dataset.info().first_year));
    let view = View { focus, compare: Some(dataset.info().first_year), ..View::new(300.0, 200.0, Theme::Dark) };
    let network = at_rest(dataset, layout, year, &view);
    let rings = background(dataset, &view);
    let printed = poster(dataset, layout, year, &View { size: detente::scene::SMALLEST_POSTER, ..view.clone() });
    for scene in [&network, &rings, &printed] {
        check_scene(scene);
    }
    let title = words::picture_title(dataset, year);
    let text = words::alt_text(dataset, layout, &moment, focus);
    let _ = svg(&[&rings, &network], Palette::of(Theme::Dark).background, &title, &text);
    let _ = (words::table(dataset, &moment), html_table(dataset, &moment));
    let _ = words::difference_words(dataset, layout, &then, &moment);
    let _ = words::card(dataset, layout, &moment, focus);
    let _ = words::citation(dataset, year, Some(year), focus);
    let topics = [Topic::Standing(focus), Topic::Era(0), Topic::Year(year)];
    let events = dataset.event_ids().take(3).map(Topic::Event);
    let spells = dataset.dyads().flat_map(|(_, ties)| ties).take(3).map(Topic::Spell);
    for topic in topics.into_iter().chain(events).chain(spells) {
        let _ = words::tip(dataset, layout, &moment, topic);
    }
    let page = SharePage::of(dataset, year, "https://example.org/");
    let _ = (page.page(), page.oembed());
}

fn lay(dataset: &Dataset, layout: &EgoLayout, focus: Focus) {
    for track in [Track { width: 900.0, left: 150.0, right: 880.0 }, Track { width: 2.0, left: 1.0, right: 1.0 }] {
        let timeline = Timeline::lay(dataset, layout, focus, track);
        check_scene(&timeline.scene(dataset, &View { focus, ..View::new(900.0, 400.0, Theme::Light) }));
        for row in timeline.rows().iter().take(20) {
            let tie = row.tie_at(dataset, Playhead::end_of(dataset.info().last_year));
            let _ = words::timeline_row(dataset, &row.ends, &row.label, tie);
        }
    }
    if let Focus::Actor(actor) = focus {
        for measure in words::measures(dataset, layout, actor) {
            check_scene(&measure.scene(dataset, &View::new(300.0, 100.0, Theme::Light)));
        }
    }
}

/// The viewer through steps of any sort, then through the span, year by year.
fn play(dataset: &Dataset, steps: &[Step]) {
    let mut viewer = Viewer::new(dataset.clone());
    for step in steps {
        match step {
            Step::Command(command) => drop(viewer.apply(*command)),
            Step::Frame(now) => drop(viewer.frame(*now)),
        }
    }
    check_scene(&viewer.whole_scene());
    check_scene(&viewer.strip_scene());
    viewer.timeline_scene().iter().for_each(check_scene);
    viewer.plot_scene(0, 200.0, 80.0).iter().for_each(check_scene);
    viewer.apply(Command::Resize { width: 300.0, height: 200.0, strip_width: 300.0, strip_height: 40.0 });
    viewer.apply(Command::Loop(false));
    viewer.apply(Command::ReducedMotion(false));
    viewer.apply(Command::Speed(1e9));
    let info = viewer.dataset().info();
    let (first, last) = (info.first_year, info.last_year);
    viewer.apply(Command::Jump(f64::from(first)));
    viewer.apply(Command::Play);
    let mut now = 1e9;
    for _ in 0..4 {
        viewer.frame(now);
        now += 300.0;
        check_scene(viewer.network_scene());
    }
    viewer.apply(Command::Pause);
    for year in first..=last {
        viewer.apply(Command::Jump(f64::from(year)));
        let _ = (viewer.counts(), viewer.frame(now));
        let moment = viewer.year_end();
        let _ = (words::year(dataset, &moment), words::now(dataset, &moment), words::description(dataset, &moment));
        let _ = (changes(dataset, year), ongoing(dataset, year), intensity(dataset, year));
    }
}

/// Whatever can be done with a dataset.
fn live(mut dataset: Dataset, steps: &[Step]) {
    for has_texts in [false, true] {
        if has_texts {
            dataset.attach(texts(dataset.tables())).expect("texts of these tables");
        }
        let layout = EgoLayout::solve(&dataset);
        assert!(layout.slots().iter().all(|slot| (0.0..=360.0).contains(&slot.bearing)), "{layout:?}");
        let info = dataset.info();
        let (first, last) = (info.first_year, info.last_year);
        let middle = (i32::from(first) + i32::from(last)).div_euclid(2) as i16;
        for (index, focus) in focuses(&dataset).into_iter().enumerate() {
            lay(&dataset, &layout, focus);
            look(&dataset, &layout, [first, middle, last][index % 3], focus);
        }
        let _ = (words::outline(&dataset), words::how_to_read(&dataset), words::absence(&dataset));
        let _ = (words::timeline_description(&dataset), words::year_wanted(&dataset));
        for query in ["a", "19", "war"] {
            let _ = words::search_words(&dataset, query, middle);
        }
    }
    let _ = (html_story(&dataset), html_sources(&dataset));
    play(&dataset, steps);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn whatever_unpacks_can_be_lived_with(
        which in prop_oneof![10 => Just(0_usize), 5 => Just(1_usize), 1 => Just(2_usize)],
        changes in proptest::collection::vec(change(), 0..5),
        steps in proptest::collection::vec(step(), 0..12),
    ) {
        let mut tables = REAL[which].clone();
        for change in &changes {
            // Most changes break a rule: those are refused one by one, so that what is left is as strange as it may be.
            let mut changed = tables.clone();
            change.make(&mut changed);
            if Dataset::unpack(&changed.pack()).is_ok() {
                tables = changed;
            }
        }
        live(Dataset::unpack(&tables.pack()).expect("each change was accepted"), &steps);
    }

    #[test]
    fn whatever_unpacks_of_changed_bytes_can_be_lived_with(
        which in 0..2_usize,
        bytes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut pack = REAL[which].pack();
        for (at, byte) in &bytes {
            let place = at.index(pack.len());
            pack[place] = *byte;
        }
        if let Ok(dataset) = Dataset::unpack(&pack) {
            live(dataset, &[]);
        }
    }
}

type Plant = fn(&mut Tables);

/// What is wrong, how to make it of the good small tables, and the refusal.
#[rustfmt::skip]
const CONTRADICTIONS: &[(&str, Plant, UnpackError)] = &[
    ("a span that is reversed", |t| t.info.first_year = 1961, UnpackError::Rule(Rule::Span)),
    ("a span that is too long", |t| t.info.first_year = -5000, UnpackError::Rule(Rule::Span)),
    ("a span beyond all years", |t| t.info.last_year = i16::MAX, UnpackError::Rule(Rule::Span)),
    ("a turning point outside", |t| t.info.turning_points = vec![1970], UnpackError::Rule(Rule::Span)),
    ("turning points out of order", |t| t.info.turning_points = vec![1952, 1951], UnpackError::Rule(Rule::Order)),
    ("an ego that is its own rival", |t| t.info.rival = Some(t.info.ego), UnpackError::Rule(Rule::Pair)),
    ("an ego beyond the end", |t| t.info.ego = IDS[99], UnpackError::Reference("an actor")),
    ("a rival beyond the end", |t| t.info.rival = Some(IDS[99]), UnpackError::Reference("an actor")),
    ("no actors", |t| t.actors.clear(), UnpackError::Reference("an actor")),
    ("counts without acts", |t| { t.info.counts_relations = true; t.acts.clear(); }, UnpackError::Reference("an act")),
    ("a name of a stance that is empty", |t| t.info.stances[6].clear(), UnpackError::Rule(Rule::Text)),
    ("a title of blanks", |t| t.info.title = "  ".to_owned(), UnpackError::Rule(Rule::Text)),
    ("a name with a control character", |t| t.actors[1].short_name = "B\u{1b}[31m".to_owned(), UnpackError::Rule(Rule::Text)),
    ("a name that turns the direction", |t| t.actors[1].short_name = "B\u{202e}".to_owned(), UnpackError::Rule(Rule::Text)),
    ("a name that is too long", |t| t.actors[1].short_name = "B".repeat(501), UnpackError::Rule(Rule::Text)),
    ("a code given twice", |t| t.actors[1].code = t.actors[0].code.clone(), UnpackError::Rule(Rule::Code)),
    ("a code with a separator", |t| t.actors[1].code = "B-B".to_owned(), UnpackError::Rule(Rule::Code)),
    ("a longitude beyond the date line", |t| t.actors[1].lon = 180.1, UnpackError::Form),
    ("a longitude without end", |t| t.actors[1].lon = f32::INFINITY, UnpackError::Form),
    ("a longitude that is no number", |t| t.actors[1].lon = f32::NAN, UnpackError::Form),
    ("a bearing that is no number", |t| t.actors[1].bearing = Some(f32::NAN), UnpackError::Form),
    ("a bearing below zero", |t| t.actors[1].bearing = Some(-1.0), UnpackError::Form),
    ("a bearing that is huge", |t| t.actors[1].bearing = Some(f32::MAX), UnpackError::Form),
    ("a life that is reversed", |t| (t.actors[1].from, t.actors[1].to) = (Some(Date::from_year(1960)), Some(Date::from_year(1950))), UnpackError::Rule(Rule::Interval)),
    ("one that succeeds itself", |t| t.actors[1].successors = vec![IDS[1]], UnpackError::Rule(Rule::Ring)),
    ("a ring of three", |t| for (place, next) in [(0, 1), (1, 2), (2, 0)] { t.actors[place].successors = vec![IDS[next]]; }, UnpackError::Rule(Rule::Ring)),
    ("a successor beyond the end", |t| t.actors[1].successors = vec![IDS[99]], UnpackError::Reference("an actor")),
    ("too many successors", |t| t.actors[1].successors = vec![IDS[2]; 201], UnpackError::Form),
    ("a tie of one with itself", |t| t.ties[0].b = t.ties[0].a, UnpackError::Rule(Rule::Pair)),
    ("a tie with nobody", |t| t.ties[0].a = IDS[99], UnpackError::Reference("an actor")),
    ("a spell that is reversed", |t| t.ties[0].spell.to = Some(Date::from_year(1900)), UnpackError::Rule(Rule::Interval)),
    ("a spell that is empty", |t| t.ties[0].spell.to = Some(t.ties[0].spell.from), UnpackError::Rule(Rule::Interval)),
    ("a spell beyond all years", |t| t.ties[0].spell.from = Date::from_year(i16::MIN), UnpackError::Form),
    ("spells that overlap", |t| t.ties.push(Tie { a: t.ties[0].b, b: t.ties[0].a, ..t.ties[0].clone() }), UnpackError::Rule(Rule::Overlap)),
    ("a tie by no event", |t| t.ties[0].events = vec![EVENTS[99]], UnpackError::Reference("an event")),
    ("an act toward oneself", |t| t.acts[0].toward = t.acts[0].actor, UnpackError::Rule(Rule::Pair)),
    ("an act toward nobody", |t| t.acts[0].toward = IDS[99], UnpackError::Reference("an actor")),
    ("an event without title", |t| t.events[0].title.clear(), UnpackError::Rule(Rule::Text)),
    ("an event that ends before it begins", |t| t.events[0].until = Some(Date::from_year(1900)), UnpackError::Rule(Rule::Interval)),
    ("events out of order", |t| t.events.push(Event { date: Date::from_year(1900), title: "x".to_owned(), ..Event::default() }), UnpackError::Rule(Rule::Order)),
    ("an event of nobody", |t| t.events[0].actors = vec![IDS[99]], UnpackError::Reference("an actor")),
    ("an effect on nobody", |t| t.events[0].effects[0].dyad = Dyad::new(IDS[0], IDS[99]).expect("two"), UnpackError::Reference("an actor")),
    ("an effect out of range", |t| t.events[0].effects[0].change = 3, UnpackError::Rule(Rule::Number)),
    ("an effect that is extreme", |t| t.events[0].effects[0].change = i8::MIN, UnpackError::Rule(Rule::Number)),
    ("a year twice", |t| t.years = vec![YearLine { year: 1950, line: "x".to_owned(), ..YearLine::default() }; 2], UnpackError::Rule(Rule::Order)),
    ("a year without a line", |t| t.years = vec![YearLine { year: 1950, ..YearLine::default() }], UnpackError::Rule(Rule::Text)),
    ("a year by no event", |t| t.years = vec![YearLine { year: 1950, line: "x".to_owned(), events: vec![EVENTS[99]] }], UnpackError::Reference("an event")),
    ("an era without a kind", |t| t.eras = vec![Era { title: "x".to_owned(), ..Era::default() }], UnpackError::Rule(Rule::Text)),
];

#[test]
fn every_contradiction_is_refused_by_its_rule() {
    for (name, plant, refusal) in CONTRADICTIONS {
        let mut tables = REAL[0].clone();
        plant(&mut tables);
        let found = Dataset::unpack(&tables.pack()).map(|_| ());
        assert_eq!(found, Err(*refusal), "{name}");
    }
}
