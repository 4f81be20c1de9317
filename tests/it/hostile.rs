//! The law of packs: what `Dataset::unpack` accepts can be laid out, drawn, described and played in every year without
//! a panic, and a pack that breaks a rule is refused.

mod change;
mod contradictions;

use std::sync::LazyLock;

use detente::bundled;
use detente::data::{
    About, ActText, ActorId, Dataset, EraText, EventId, EventText, Tables, Texts, Tie, TieText, read, validate,
};
use detente::layout::{Focus, Layout};
use detente::moment::{Moment, changes, intensity, ongoing};
use detente::render::{SharePage, html_sources, html_story, html_table, svg};
use detente::scene::{Mark, Palette, Scene, Theme, Timeline, Track, View, at_rest, background, poster};
use detente::time::Playhead;
use detente::viewer::{Command, Viewer};
use detente::words::{self, Topic};
use proptest::prelude::*;

use self::change::{change, crowd};
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

/// Texts as short as they may be.
fn texts(tables: &Tables) -> Texts {
    let reason = |tie: &Tie| tie.alternative.map_or("", |_| "x").to_owned();
    let tie = |tie: &Tie| TieText { alternative_reason: reason(tie), ..TieText::default() };
    Texts {
        names: vec![String::new(); tables.actors.len()],
        aliases: vec![String::new(); tables.actors.len()],
        ties: tables.ties.iter().map(tie).collect(),
        acts: vec![ActText::default(); tables.acts.len()],
        events: vec![EventText::default(); tables.events.len()],
        eras: vec![EraText::default(); tables.eras.len()],
        about: About {
            meanings: vec![String::new(); tables.info.ladder.len()],
            rules: vec![String::new(); tables.info.ladder.len()],
            ..About::default()
        },
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
    let actors = dataset.actor_ids().filter(|actor| Some(*actor) != dataset.ego()).map(Focus::Actor);
    let ties = dataset.dyads().map(|(dyad, _)| dyad).filter(|dyad| dataset.alter(*dyad).is_none()).map(Focus::Tie);
    core::iter::once(Focus::Nobody).chain(actors.take(2)).chain(ties.take(1)).collect()
}

/// Everything that can be asked of a year with somebody in focus.
fn look(dataset: &Dataset, layout: &Layout, year: i16, focus: Focus) {
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
    let _ = svg(&[&rings, &network], Palette::paper(Theme::Dark), &title, &text);
    let _ = (words::table(dataset, &moment), html_table(dataset, &moment));
    let _ = words::difference_words(dataset, layout, &then, &moment);
    let _ = words::card(dataset, layout, &moment, focus);
    let _ = words::citation(dataset, year, Some(year), focus);
    let topics = [Topic::Standing(focus), Topic::Era(0), Topic::Year(year)];
    let events = dataset.event_ids().take(3).map(|id| Topic::Event(id, 2));
    let spells = dataset.dyads().flat_map(|(_, ties)| ties).take(3).map(Topic::Spell);
    for topic in topics.into_iter().chain(events).chain(spells) {
        let _ = words::tip(dataset, layout, &moment, topic);
    }
    let page = SharePage::of(dataset, year, "https://example.org/");
    let _ = (page.page(), page.oembed());
}

fn lay(dataset: &Dataset, layout: &Layout, focus: Focus) {
    for track in [Track { width: 900.0, left: 150.0, right: 880.0 }, Track { width: 2.0, left: 1.0, right: 1.0 }] {
        let timeline = Timeline::lay(dataset, layout, focus, track, true);
        check_scene(&timeline.scene(dataset, &View { focus, ..View::new(900.0, 400.0, Theme::Light) }));
        for row in timeline.rows().iter().take(20) {
            let tie = row.tie_at(dataset, Playhead::end_of(dataset.info().last_year));
            let _ = words::timeline_row(dataset, &row.ends, &row.label, tie);
            let caption = row.caption;
            assert!([caption.left, caption.indent, caption.middle].iter().all(|length| length.is_finite()));
        }
    }
    if let Focus::Actor(actor) = focus {
        for measure in words::measures(dataset, layout, actor) {
            check_scene(&measure.scene(dataset, &View::new(300.0, 100.0, Theme::Light)));
        }
    }
}

/// The layout as the pack holds it, or else solved.
fn laid_out(dataset: &Dataset) -> Layout {
    Layout::placed(dataset).unwrap_or_else(|| Layout::solve(dataset))
}

/// The viewer through steps of any sort, then through the span, year by year.
fn play(dataset: &Dataset, steps: &[Step]) {
    let mut viewer = Viewer::new(dataset.clone(), laid_out(dataset));
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
        let layout = Layout::solve(&dataset);
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
    #![proptest_config(ProptestConfig::with_cases(64))]

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
            changed.combine();
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
        let dataset = Dataset::unpack(&REAL[which].pack()).expect("a dataset");
        let mut pack = detente::layout::pack(&dataset);
        for (at, byte) in &bytes {
            let place = at.index(pack.len());
            pack[place] = *byte;
        }
        if let Ok(dataset) = Dataset::unpack(&pack) {
            live(dataset, &[]);
        }
    }
}
