//! Datasets that count months or days: the July crisis of 1914, made of rows of `data/great-powers`.

use std::collections::BTreeSet;

use detente::data::{ActorId, Dataset, Dyad, read, validate};
use detente::layout::{Focus, Layout, pack};
use detente::moment::{Moment, changes};
use detente::render::{SharePage, html_page, svg};
use detente::scene::{Mark, Palette, Size, Theme, Timeline, Track, View, at_rest, background, poster};
use detente::time::{Date, Playhead, Step};
use detente::viewer::{Command, Viewer};
use detente::words;
use expect_test::expect_file;

use crate::dataset::files;

/// The July crisis in steps of that name.
fn crisis(step: &str) -> Dataset {
    let mut files = files("examples/july-crisis");
    let (_, descriptor) = files.iter_mut().find(|(name, _)| name == "datapackage.json").expect("a descriptor");
    let mut package: serde_json::Value = serde_json::from_slice(descriptor).expect("JSON");
    let own = package["detente"].as_object_mut().expect("an object");
    own.insert("step".to_owned(), step.into());
    if step == "month" {
        own.insert("turning_points".to_owned(), serde_json::json!(["1914-07", "1914-08"]));
    } else if step == "year" {
        own.remove("turning_points");
    }
    *descriptor = package.to_string().into_bytes();
    match validate(&read(&files), &[]) {
        Ok((dataset, report)) => {
            assert_eq!(report.problems, [], "{step}");
            dataset
        }
        Err(report) => panic!("{report}"),
    }
}

fn step(dataset: &Dataset, id: &str) -> i16 {
    dataset.info().step_named(id).unwrap_or_else(|| panic!("{id}"))
}

fn at(dataset: &Dataset, id: &str) -> Moment {
    Moment::at(dataset, Playhead::end_of(step(dataset, id)))
}

fn dyad(dataset: &Dataset, a: &str, b: &str) -> Dyad {
    let actor = |code: &str| -> ActorId {
        let place = dataset.actors().iter().position(|actor| actor.code == code);
        dataset.actor_ids().nth(place.expect("an actor")).expect("an actor")
    };
    Dyad::new(actor(a), actor(b)).expect("two")
}

fn stance(dataset: &Dataset, id: &str, a: &str, b: &str) -> i8 {
    let tie = at(dataset, id).tie(dataset, dyad(dataset, a, b)).expect("a tie");
    dataset.tie(tie).stance.value()
}

#[test]
fn every_row_is_one_of_the_great_powers() {
    for table in ["actors.csv", "ties.csv", "events.csv", "eras.csv", "sources.csv"] {
        let lines = |folder: &str| -> BTreeSet<Vec<String>> {
            let text = files(folder).into_iter().find(|(name, _)| name == table).expect("a table").1;
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&text[..]);
            reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
        };
        let (own, all) = (lines("examples/july-crisis"), lines("data/great-powers"));
        assert!(own.len() > 3 && own.is_subset(&all), "{table}: {:?}", own.difference(&all).next());
    }
}

#[test]
fn the_span_has_as_many_steps_as_it_has_months_and_days() {
    for (name, first, last, count) in
        [("year", "1914", "1914", 1), ("month", "1914-06", "1914-12", 7), ("day", "1914-06-01", "1914-12-31", 214)]
    {
        let dataset = crisis(name);
        let info = dataset.info();
        assert_eq!(info.last_year - info.first_year + 1, count, "{name}");
        let ids = [info.first_year, info.last_year].map(|step| info.step_id(step).to_string());
        assert_eq!(ids, [first, last]);
        // The steps lie one behind the other, each as long as the next.
        for step in info.first_year..=info.last_year {
            let date = info.calendar.date(step);
            assert_eq!((date.instant(), date.instant_after()), (f64::from(step), f64::from(step) + 1.0));
            assert_eq!(info.step_named(&date.to_string()), Some(step));
        }
    }
}

#[test]
fn a_day_shows_what_held_at_its_end() {
    let days = crisis("day");
    // Germany declares war on Russia on 1 August, and had handed it an ultimatum on 31 July.
    let of_july = ["1914-07-30", "1914-07-31", "1914-08-01"].map(|day| stance(&days, day, "DEU", "RUS"));
    assert_eq!(of_july, [-1, -2, -3]);
    assert_eq!(["1914-07-27", "1914-07-28"].map(|day| stance(&days, day, "AUH", "SRB")), [-2, -3]);
    assert_eq!(["1914-08-03", "1914-08-04"].map(|day| stance(&days, day, "DEU", "GBR")), [-1, -3]);
}

#[test]
fn a_month_shows_what_held_at_its_end_and_moves_through_its_days() {
    let months = crisis("month");
    assert_eq!(["1914-06", "1914-07", "1914-08"].map(|month| stance(&months, month, "AUH", "SRB")), [-2, -3, -3]);
    assert_eq!(["1914-07", "1914-08"].map(|month| stance(&months, month, "DEU", "GBR")), [-1, -3]);
    // On the way from the end of June to that of July the war of the 28th has not begun before its day.
    let june = f64::from(step(&months, "1914-06"));
    let holds = |share: f64| {
        let moment = Moment::at(&months, Playhead::new(june + share));
        moment.tie(&months, dyad(&months, "AUH", "SRB")).map(|tie| months.tie(tie).stance.value())
    };
    assert_eq!((holds(0.5), holds(26.9 / 31.0), holds(27.1 / 31.0)), (Some(-2), Some(-2), Some(-3)));
}

#[test]
fn all_steps_together_change_what_all_days_change() {
    let (days, months) = (crisis("day"), crisis("month"));
    for month in months.info().first_year..=months.info().last_year {
        let of_month = changes(&months, month).len();
        let first = months.info().calendar.date(month);
        let within = |day: &i16| {
            let date = days.info().calendar.date(*day);
            (date.year(), date.month()) == (first.year(), first.month())
        };
        let all = days.info().first_year..=days.info().last_year;
        let of_days: usize = all.filter(within).map(|day| changes(&days, day).len()).sum();
        assert!(of_days >= of_month, "{first}: {of_days} {of_month}");
        assert_eq!(of_month > 0, first.to_string().as_str() < "1914-12", "{first}: {of_month}");
    }
    let quiet = step(&days, "1914-06-15");
    assert_eq!(changes(&days, quiet), []);
    assert!(changes(&days, step(&days, "1914-08-04")).len() >= 2);
}

#[test]
fn words_name_the_month_and_the_day() {
    for (name, id, expected) in [
        (
            "month",
            "1914-07",
            ["July 1914", "What changed in July 1914, most consequential first", "At the month’s end "],
        ),
        ("day", "1914-08-04", ["4 August 1914", "What changed on 4 August 1914", "At the day’s end "]),
    ] {
        let dataset = crisis(name);
        let moment = at(&dataset, id);
        let year = words::year(&dataset, &moment);
        let said = [
            words::step_name(&dataset, year.year),
            year.heading.clone(),
            words::now(&dataset, &moment).counts.first().cloned().unwrap_or_default(),
        ];
        assert_eq!(said, expected);
        assert!(year.value_text.starts_with(&format!("{}: ", expected[0])), "{}", year.value_text);
        assert!(year.announcement.starts_with(&format!("{}: ", expected[0])), "{}", year.announcement);
        assert!(year.description.contains(&format!("at the end of {}", expected[0])), "{}", year.description);
        assert_eq!(year.network, format!("Network at the end of {}", expected[0]));
    }
    let days = crisis("day");
    let still = words::year(&days, &at(&days, "1914-06-15"));
    assert_eq!(still.heading, "Nothing on record changed on 15 June 1914");
    assert_eq!(words::year_wanted(&days), "A day from 1914-06-01 to 1914-12-31, please.");
    assert_eq!(words::full_title(&days), "The July crisis, 1 June 1914 – 31 December 1914");
    let layout = Layout::solve(&days);
    let card = words::card(&days, &layout, &at(&days, "1914-08-04"), Focus::find(&days, "DEU-RUS"));
    let row = card.expect("a card").row;
    assert!(row.when.starts_with("since 1 August 1914"), "{}", row.when);
}

#[test]
fn a_month_is_found_by_its_name_and_its_number() {
    let months = crisis("month");
    for query in ["july 1914", "Jul 1914", "1914-07"] {
        let found = words::search_words(&months, query, months.info().last_year);
        let first = &found.sections[0].rows[0];
        assert_eq!((first.title.as_str(), first.year), ("July 1914", Some(step(&months, "1914-07"))), "{query}");
    }
}

#[test]
fn the_pictures_are_as_kept() {
    for (name, id) in [("month", "1914-07"), ("day", "1914-08-04")] {
        let dataset = crisis(name);
        let layout = Layout::solve(&dataset);
        let view = View::new(745.0, 578.0, Theme::Light);
        let shown = step(&dataset, id);
        let scenes = [background(&dataset, &view), at_rest(&dataset, &layout, shown, &view)];
        let title = words::picture_title(&dataset, shown);
        let text = words::description(&dataset, &at(&dataset, id));
        let picture = svg(&scenes.each_ref(), Palette::paper(Theme::Light), &title, &text);
        expect_file![format!("../pictures/{id}.svg")].assert_eq(&picture);
    }
}

/// Every label of a scene.
fn labels(marks: &[Mark]) -> Vec<String> {
    let label = |mark: &Mark| if let Mark::Label { text, .. } = mark { Some(text.clone()) } else { None };
    marks.iter().filter_map(label).collect()
}

#[test]
fn the_axis_names_round_steps_and_the_strip_its_ends() {
    let timeline = |dataset: &Dataset, width: f64| {
        let track = Track { width, left: 170.0, right: width - 42.0 };
        let layout = Layout::solve(dataset);
        let timeline = Timeline::lay(dataset, &layout, Focus::Nobody, track, false);
        let scene = timeline.scene(dataset, &View::new(width, timeline.size.height, Theme::Light));
        let is_date = |text: &String| text.ends_with(" 1914");
        let names: BTreeSet<String> = labels(&scene.marks).into_iter().filter(is_date).collect();
        names.into_iter().collect::<Vec<_>>()
    };
    let months = crisis("month");
    assert_eq!(
        timeline(&months, 1200.0),
        ["Aug 1914", "Dec 1914", "Jul 1914", "Jun 1914", "Nov 1914", "Oct 1914", "Sep 1914"]
    );
    let days = crisis("day");
    let named = timeline(&days, 1200.0);
    assert!(named.contains(&"1 Aug 1914".to_owned()) && named.len() >= 7, "{named:?}");
    for (dataset, ends) in [(&months, ["Jun 1914", "Dec 1914"]), (&days, ["1 Jun 1914", "31 Dec 1914"])] {
        let mut viewer = Viewer::new(dataset.clone(), Layout::solve(dataset));
        viewer.apply(Command::Resize { width: 400.0, height: 300.0, strip_width: 300.0, strip_height: 60.0 });
        assert_eq!(labels(&viewer.strip_scene().marks), ends);
    }
}

#[test]
fn the_viewer_goes_step_by_step() {
    let days = crisis("day");
    let mut viewer = Viewer::new(days.clone(), Layout::solve(&days));
    viewer.apply(Command::ReducedMotion(true));
    let shown = |viewer: &Viewer| days.info().step_id(viewer.shown_year()).to_string();
    assert_eq!(shown(&viewer), "1914-12-31");
    let mut ask = |command: Command<'_>| {
        viewer.apply(command);
        viewer.frame(0.0);
        shown(&viewer)
    };
    assert_eq!(ask(Command::Step(f64::NEG_INFINITY)), "1914-06-01");
    assert_eq!(ask(Command::Step(1.0)), "1914-06-02");
    assert_eq!(ask(Command::Step(10.0)), "1914-06-12");
    assert_eq!(ask(Command::NextChange { backward: false }), "1914-06-28");
    assert_eq!(ask(Command::Typed { text: "1914-08-04", done: true }), "1914-08-04");
    assert_eq!(ask(Command::Typed { text: "1914-07", done: false }), "1914-08-04");
    assert_eq!(ask(Command::Typed { text: "1914-07", done: true }), "1914-07-31");
    assert_eq!(ask(Command::Typed { text: "1915-01-01", done: true }), "1914-07-31");
    assert_eq!(ask(Command::GoToEvent(days.events().len() - 1)), "1914-11-05");
    assert_eq!(ask(Command::Step(f64::INFINITY)), "1914-12-31");
}

/// 214 days play in about the time of 120 years.
#[test]
fn a_span_of_days_plays_in_a_sensible_time() {
    let seconds = |dataset: &Dataset| {
        let mut viewer = Viewer::new(dataset.clone(), Layout::solve(dataset));
        viewer.apply(Command::Jump(f64::from(dataset.info().first_year)));
        viewer.apply(Command::Play);
        let mut now = 0.0;
        while viewer.playback().is_playing() && now < 600_000.0 {
            now += 50.0;
            viewer.frame(now);
        }
        now / 1000.0
    };
    let (days, months) = (seconds(&crisis("day")), seconds(&crisis("month")));
    assert!((20.0..100.0).contains(&days) && (2.0..30.0).contains(&months), "{days} {months}");
}

#[test]
fn a_pack_keeps_the_steps() {
    for name in ["year", "month", "day"] {
        let dataset = crisis(name);
        let opened = Dataset::unpack(&pack(&dataset)).expect("a pack");
        assert_eq!(opened.info(), dataset.info());
        for step in dataset.info().first_year..=dataset.info().last_year {
            let held = |dataset: &Dataset| Moment::at(dataset, Playhead::end_of(step)).ties(dataset).count();
            assert_eq!(held(&opened), held(&dataset), "{name} {step}");
        }
    }
    let mut tables = crisis("month").tables().clone();
    tables.info.calendar.origin = i16::MAX;
    assert!(Dataset::unpack(&tables.pack()).is_err(), "there is no year 32767");
    let mut tables = crisis("year").tables().clone();
    assert_eq!(tables.info.calendar.step, Step::Year);
    tables.info.calendar.origin = 1914;
    assert!(Dataset::unpack(&tables.pack()).is_err(), "years have their own numbers");
}

#[test]
fn pages_and_posters_name_the_step() {
    let days = crisis("day");
    let layout = Layout::solve(&days);
    let shown = step(&days, "1914-08-04");
    let view = View { size: Size { width: 1200.0, height: 630.0 }, ..View::new(1.0, 1.0, Theme::Light) };
    let scene = poster(&days, &layout, shown, &view);
    assert!(labels(&scene.marks).contains(&"4 Aug 1914".to_owned()), "{:?}", labels(&scene.marks));
    // The large name stays within the column of words.
    let wide = scene.marks.iter().find_map(|mark| match mark {
        Mark::Label { text, at, size, .. } if text == "4 Aug 1914" => {
            Some(at.x + detente::scene::text_width(text, *size, true))
        }
        _ => None,
    });
    assert!(wide.is_some_and(|right| right < 470.0), "{wide:?}");
    let share = SharePage::of(&days, shown, "").page();
    assert!(share.contains("#year=1914-08-04\"") && share.contains("See 4 August 1914 move"), "{share}");
    assert!(share.contains("<title>The July crisis, 4 August 1914</title>"), "{share}");
    let page = html_page("<!--detente:stills-->", &days, "index");
    assert!(page.contains("id=\"year=1914-07-28\" data-step=\"day\""), "{page:.400}");
    assert!(page.contains("<p class=\"year\">28 Jul 1914</p>"));
}

/// A date that is vaguer than the steps counts from its first day; one before the span lies before its first step.
#[test]
fn vague_and_early_dates_have_their_place() {
    let days = crisis("day");
    let calendar = days.info().calendar;
    let place = |text: &str| text.parse::<Date>().map(|date| calendar.step_of(date) - days.info().first_year);
    assert_eq!((place("1914-06"), place("1914"), place("1914-07")), (Ok(0), Ok(-151), Ok(30)));
    assert_eq!(place("1882-05-20").map(|step| step < 0), Ok(true));
}
