//! Laws of the timeline, for any dataset and width: nothing covers what it should not, and everything can be reached.

use std::fmt::Write as _;
use std::sync::LazyLock;

use detente::data::{Dataset, EventId, read, validate};
use detente::layout::{Focus, Layout};
use detente::scene::{Anchor, Datum, Leap, Mark, Point, Spot, Theme, Timeline, Track, View, text_width};
use detente::time::Playhead;
use detente::words::{stance_name, timeline_row};

use crate::dataset::{files, whole};

/// Size of the word beside a row's name, as the page sets it.
const WORD: f64 = 13.0;

/// Narrow pictures, in which the track is as wide as the picture, and wide ones with margins.
fn tracks() -> Vec<Track> {
    let narrow = [296.0, 336.0, 780.0].map(|width| Track { width, left: 11.0, right: width - 11.0 });
    let wide = [780.0, 1238.0, 1500.0].map(|width| Track { width, left: 181.0, right: width - 53.0 });
    narrow.into_iter().chain(wide).collect()
}

/// What a made dataset says of itself.
fn descriptor(first: i32, last: i32) -> String {
    let stances: Vec<String> =
        (-3..=3).map(|value| format!("{{\"value\":{value},\"name\":\"stance {value}\"}}")).collect();
    format!(
        "{{\"name\":\"made\",\"version\":\"1.0.0\",\"title\":\"Made\",\"detente\":{{\"ego\":\"EGO\",\"first_year\":{first},\"last_year\":{},\"implied_stance\":0,\"stances\":[{}]}}}}",
        last,
        stances.join(",")
    )
}

/// So many principals over so many years, with spells, events and eras that crowd and overlap, and one without any.
fn made(rows: i32, years: i32) -> Dataset {
    let (first, mut seed) = (1500, 7_u32);
    let mut number = |below: i32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        i32::try_from(seed >> 8).unwrap_or(0) % below
    };
    let mut actors =
        "id,name,short_name,kind,region,from,to,prominence,lon,lat\nEGO,Ego,Ego,state,Asia,,,1,10,50\n".to_owned();
    let mut ties = "a,b,from,to,stance,why,sources,confidence\n".to_owned();
    let mut events = "id,date,kind,actors,title,summary,effect,sources,confidence\n".to_owned();
    let mut eras = "id,kind,title,from,to,source\n".to_owned();
    for row in 0..rows {
        let (a, b) = (char::from(b'A' + (row / 26) as u8), char::from(b'A' + (row % 26) as u8));
        let name = "Kingdom of the Far Islands ".repeat(1 + row as usize % 2);
        let _ = writeln!(actors, "X{a}{b},{name}{row},{name}{row},state,Europe,,,1,{row},40");
        if row == 1 {
            continue;
        }
        let mut year = first;
        while year < first + years {
            let until = year + 1 + number(years / 6 + 1);
            let confidence = ["low", "medium", "high"][number(3) as usize];
            let _ = writeln!(ties, "EGO,X{a}{b},{year},{until},{},Why.,s,{confidence}", number(7) - 3);
            year = until + number(2);
        }
        for event in 0..30 {
            let (year, month, day) = (first + number(years), 1 + number(12), 1 + number(28));
            let (change, confidence) = (number(5) - 2, ["low", "high"][number(2) as usize]);
            let effect = if change == 0 { "0".to_owned() } else { format!("{change:+}") };
            let _ = writeln!(
                events,
                "e{row}-{event},{year}-{month:02}-{day:02},war,EGO X{a}{b},It happens,Something.,X{a}{b}:{effect},s,{confidence}"
            );
        }
    }
    for era in 0..30 {
        let from = first + number(years);
        let to = if era % 7 == 0 { String::new() } else { (from + 1 + number(years / 4 + 1)).to_string() };
        let _ =
            writeln!(eras, "era-{era},{},An era with a name of its own {era},{from},{to},s", ["reign", "war"][era % 2]);
    }
    let sources = "id,title,publisher,url\ns,A source,A press,https://example.org/\n".to_owned();
    let tables = [
        ("datapackage.json", descriptor(first, first + years)),
        ("actors.csv", actors),
        ("ties.csv", ties),
        ("events.csv", events),
        ("eras.csv", eras),
        ("sources.csv", sources),
    ];
    let tables: Vec<(String, Vec<u8>)> =
        tables.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect();
    match validate(&read(&tables), &[]) {
        Ok((dataset, _)) => dataset,
        Err(report) => panic!("{report}"),
    }
}

/// The datasets with their layouts, read once.
static WORLDS: LazyLock<Vec<(Dataset, Layout)>> = LazyLock::new(|| {
    let german = match validate(&read(&files("tests/data/german-empire")), &[]) {
        Ok((dataset, _)) => dataset,
        Err(report) => panic!("{report}"),
    };
    let datasets = [whole(), german, made(3, 10), made(3, 400), made(40, 10), made(40, 400)];
    let world = |dataset: Dataset| {
        let layout = Layout::solve(&dataset);
        (dataset, layout)
    };
    datasets.into_iter().map(world).collect()
});

/// Does something with the timeline of every dataset at every width, eras folded and unfolded.
fn every(mut check: impl FnMut(&Dataset, &Timeline, &str)) {
    for (dataset, layout) in WORLDS.iter() {
        for track in tracks() {
            for unfolded in [false, true] {
                let timeline =
                    Timeline::lay(dataset, layout, Focus::Nobody, track, unfolded || !Timeline::folds(track.width));
                // A wide one shows its eras at once.
                if Timeline::folds(timeline.size.width) || unfolded {
                    let title = format!("{}, {track:?}", dataset.info().title);
                    check(dataset, &timeline, &title);
                }
            }
        }
    }
}

#[derive(Clone, Copy, Debug)]
struct Frame {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Frame {
    fn around(points: &[Point]) -> Self {
        let of = |pick: fn(&Point) -> f64| {
            let ends = points.iter().map(pick);
            (ends.clone().fold(f64::MAX, f64::min), ends.fold(f64::MIN, f64::max))
        };
        let ((left, right), (top, bottom)) = (of(|point| point.x), of(|point| point.y));
        Self { left, top, right, bottom }
    }

    fn overlaps(&self, other: &Self) -> bool {
        /// What two may share: an edge, drawn to a fraction of a pixel.
        const HAIR: f64 = 0.3;
        self.left + HAIR < other.right
            && other.left + HAIR < self.right
            && self.top + HAIR < other.bottom
            && other.top + HAIR < self.bottom
    }
}

/// The frame of a line of type, as tall as its capitals and descenders.
fn frame_of_text(text: &str, at: Point, anchor: Anchor, size: f64, bold: bool) -> Frame {
    let width = text_width(text, size, bold);
    let left = match anchor {
        Anchor::Start => at.x,
        Anchor::Middle => at.x - width / 2.0,
        Anchor::End => at.x - width,
    };
    Frame { left, top: at.y - size / 2.0, right: left + width, bottom: at.y + size / 2.0 }
}

/// Every line of type with its frame.
fn labels(marks: &[Mark]) -> Vec<(String, Datum, Frame)> {
    let of = |mark: &Mark| match mark {
        Mark::Label { at, anchor, size, bold, text, datum, .. } if !text.is_empty() => {
            Some((text.clone(), *datum, frame_of_text(text, *at, *anchor, *size, *bold)))
        }
        _ => None,
    };
    marks.iter().filter_map(of).collect()
}

/// What of spells (`true`) or of events is drawn, with its frame.
fn drawn(marks: &[Mark], spells: bool) -> Vec<(Datum, Frame)> {
    let is_wanted =
        |datum: &Datum| matches!(datum, Datum::Tie(_)) == spells && matches!(datum, Datum::Tie(_) | Datum::Event(_));
    let of = |mark: &Mark| match mark {
        Mark::Area { points, datum, .. } | Mark::Path { points, datum, .. } => Some((*datum, Frame::around(points))),
        Mark::Disc { at, radius, datum, .. } => {
            let corner = |by: f64| Point { x: at.x + by, y: at.y + by };
            Some((*datum, Frame::around(&[corner(-radius), corner(*radius)])))
        }
        Mark::Label { .. } => None,
    };
    marks.iter().filter_map(of).filter(|(datum, _)| is_wanted(datum)).collect()
}

#[test]
fn no_line_of_type_covers_another_or_a_step_or_an_event_or_is_cut() {
    every(|dataset, timeline, title| {
        let scene = timeline.scene(dataset, &View::new(10.0, 10.0, Theme::Light));
        let labels = labels(&scene.marks);
        let (spells, events) = (drawn(&scene.marks, true), drawn(&scene.marks, false));
        let head = timeline.head();
        for (index, (text, datum, frame)) in labels.iter().enumerate() {
            for (other, _, beside) in &labels[index + 1..] {
                assert!(!frame.overlaps(beside), "{title}: “{text}” and “{other}”: {frame:?} {beside:?}");
            }
            if !matches!(datum, Datum::Era(_)) {
                let covered = spells.iter().chain(&events).find(|(_, other)| frame.overlaps(other));
                assert!(covered.is_none(), "{title}: “{text}” on {covered:?}: {frame:?}");
            }
            assert!(frame.left >= -0.1 && frame.right <= timeline.size.width + 0.1, "{title}: “{text}” {frame:?}");
            assert!(frame.top >= 0.0 && frame.bottom <= timeline.size.height, "{title}: “{text}” {frame:?}");
            // The shown year has the head for itself.
            assert!(frame.bottom <= head.0 || frame.top >= head.1, "{title}: “{text}” in the head");
        }
        for (event, frame) in &events {
            let covered = spells.iter().find(|(_, other)| frame.overlaps(other));
            assert!(covered.is_none(), "{title}: {event:?} on {covered:?}");
            assert!(frame.bottom <= timeline.size.height, "{title}: {event:?}");
        }
    });
}

#[test]
fn the_shown_year_and_the_words_of_the_rows_have_room_in_every_year() {
    every(|dataset, timeline, title| {
        let info = dataset.info();
        for year in info.first_year..=info.last_year {
            let middle = timeline.cursor_name(Playhead::end_of(year));
            assert!(middle >= 22.0 && middle <= timeline.size.width - 22.0, "{title}: {year} at {middle}");
        }
        let scene = timeline.scene(dataset, &View::new(10.0, 10.0, Theme::Light));
        let labels = labels(&scene.marks);
        let spells = drawn(&scene.marks, true);
        let pieces = timeline.cursor_pieces();
        let (_, lines) = pieces.split_last().expect("a piece");
        for (text, _, frame) in labels.iter().filter(|(text, ..)| timeline.rows().iter().any(|row| row.label == *text))
        {
            let is_beside = frame.right < timeline.cursor(Playhead::end_of(info.first_year));
            let is_crossed = lines.iter().any(|(top, bottom)| *top < frame.bottom && frame.top < *bottom);
            assert!(is_beside || !is_crossed, "{title}: the cursor crosses “{text}”");
        }
        for row in timeline.rows() {
            let caption = row.caption;
            let uncoded = timeline_row(dataset, &row.ends, &row.label, None).how;
            let words = dataset.info().ladder.iter().map(|rung| stance_name(dataset, rung.stance));
            for word in words.chain([uncoded.as_str()]) {
                let y = caption.top + caption.middle;
                let frame = if caption.indent > 0.0 {
                    frame_of_text(word, Point { x: caption.left + caption.indent, y }, Anchor::Start, WORD, true)
                } else {
                    let x = caption.left + caption.width;
                    frame_of_text(word, Point { x, y }, Anchor::End, WORD, true)
                };
                let covered = labels.iter().find(|(_, _, other)| frame.overlaps(other));
                assert!(covered.is_none(), "{title}: “{word}” of {} on {covered:?}", row.label);
                assert!(!spells.iter().any(|(_, other)| frame.overlaps(other)), "{title}: “{word}” on a step");
                assert!(frame.left >= 0.0 && frame.right <= timeline.size.width, "{title}: “{word}” {frame:?}");
                assert!(frame.bottom <= row.top + row.height, "{title}: “{word}” below its row");
            }
        }
    });
}

#[test]
fn every_mark_of_an_event_can_be_picked_and_the_keys_reach_every_event() {
    every(|dataset, timeline, title| {
        let scene = timeline.scene(dataset, &View::new(10.0, 10.0, Theme::Light));
        for (datum, frame) in drawn(&scene.marks, false) {
            let at = Point { x: f64::midpoint(frame.left, frame.right), y: f64::midpoint(frame.top, frame.bottom) };
            assert_eq!(timeline.hit(dataset, at), Some(datum), "{title}: {frame:?}");
            let (corner, size) = timeline.outline(dataset, datum, at).expect("an event has an outline");
            assert!(corner.x <= frame.left && corner.x + size.width >= frame.right, "{title}: {frame:?}");
        }
        let go = |from: Option<Spot>, leap: Leap| timeline.leap(from, leap, 0.0);
        let mut row = go(None, Leap::First);
        let mut seen: Vec<(EventId, Point)> = Vec::new();
        while let Some(first) = row {
            let mut spot = go(Some(first), Leap::First).expect("a row has a first event");
            loop {
                let (id, at) = timeline.event_at(spot).expect("an event");
                assert_eq!(timeline.spot(id, at), Some(spot), "{title}");
                seen.push((id, at));
                let next = go(Some(spot), Leap::Later).expect("a next event");
                if next == spot {
                    break;
                }
                assert_eq!(go(Some(next), Leap::Earlier), Some(spot), "{title}: back");
                spot = next;
            }
            assert_eq!(go(Some(first), Leap::Last), Some(spot), "{title}");
            row = go(Some(first), Leap::Down)
                .filter(|below| timeline.event_at(*below).is_some_and(|(_, at)| at.y > seen[seen.len() - 1].1.y));
        }
        // Each mark says how many it stands for: together as many as the keys lead to.
        let told: usize = drawn(&scene.marks, false)
            .into_iter()
            .map(|(datum, frame)| match datum {
                Datum::Event(id) => 1 + timeline.others(id, Point { x: frame.left, y: frame.top }),
                _ => 0,
            })
            .sum();
        assert_eq!(told, seen.len(), "{title}");
        assert!(dataset.events().len() < 200 || seen.len() > 200, "{title}: {}", seen.len());
    });
}

#[test]
fn every_era_of_the_span_is_there_with_its_name_whole_or_cut() {
    every(|dataset, timeline, title| {
        let scene = timeline.scene(dataset, &View::new(10.0, 10.0, Theme::Light));
        let is_era = |mark: &&Mark| matches!(mark.datum(), Datum::Era(_));
        if Timeline::folds(timeline.size.width) && scene.marks.iter().filter(is_era).count() == 0 {
            return;
        }
        let labels = labels(&scene.marks);
        for (index, era) in dataset.eras().iter().enumerate() {
            let datum = Datum::Era(index as u16);
            let bars: Vec<Frame> = scene
                .marks
                .iter()
                .filter_map(|mark| match mark {
                    Mark::Area { points, datum: other, .. } if *other == datum => Some(Frame::around(points)),
                    _ => None,
                })
                .collect();
            let bar = bars.first().unwrap_or_else(|| panic!("{title}: no {}", era.title));
            let at = Point { x: bar.left + 0.5, y: f64::midpoint(bar.top, bar.bottom) };
            assert_eq!(timeline.hit(dataset, at), Some(datum), "{title}: {}", era.title);
            let name = labels.iter().find(|(_, other, _)| *other == datum);
            if let Some((text, ..)) = name {
                let begins = text.strip_suffix('…').is_some_and(|begin| era.title.starts_with(begin));
                assert!(*text == era.title || begins, "{title}: “{text}”");
            }
        }
    });
}

#[test]
fn the_name_of_an_era_stands_in_its_bar_or_beside_it_and_in_no_other() {
    every(|dataset, timeline, title| {
        let scene = timeline.scene(dataset, &View::new(10.0, 10.0, Theme::Light));
        let mut bars: Vec<(Datum, Frame)> = Vec::new();
        for mark in &scene.marks {
            if let Mark::Area { points, datum: datum @ Datum::Era(_), .. } = mark
                && !bars.iter().any(|(other, _)| other == datum)
            {
                bars.push((*datum, Frame::around(points)));
            }
        }
        for (text, datum, name) in labels(&scene.marks) {
            let Some((_, bar)) = bars.iter().find(|(other, _)| *other == datum) else { continue };
            let is_within = name.left >= bar.left && name.right <= bar.right;
            let beside = (name.left - bar.right).max(bar.left - name.right);
            assert!(is_within || (0.0..=6.0).contains(&beside), "{title}: “{text}” {name:?} {bar:?}");
            let other = bars.iter().find(|(other, bar)| *other != datum && bar.overlaps(&name));
            assert!(other.is_none(), "{title}: “{text}” on {other:?}");
        }
    });
}

#[test]
fn a_row_and_its_events_stand_on_one_ground() {
    every(|dataset, timeline, title| {
        let scene = timeline.scene(dataset, &View::new(10.0, 10.0, Theme::Light));
        let is_ground = |mark: &&Mark| matches!(mark, Mark::Area { datum: Datum::Year(_), .. });
        let grounds = scene.marks.iter().filter(is_ground).map(|mark| match mark {
            Mark::Area { points, .. } => Frame::around(points),
            _ => unreachable!("areas only"),
        });
        let grounds: Vec<Frame> = grounds.collect();
        assert_eq!(grounds.len(), timeline.rows().len(), "{title}");
        for (row, ground) in timeline.rows().iter().zip(&grounds) {
            let [top, bottom] = dataset.info().ends().map(|end| row.level(end));
            assert!(ground.top < top && ground.bottom > bottom, "{title}");
            assert!(ground.bottom < row.top + row.height + 5.0, "{title}: apart from what follows");
        }
        for (event, frame) in drawn(&scene.marks, false) {
            let on = grounds.iter().filter(|ground| ground.top <= frame.top && ground.bottom >= frame.bottom);
            assert_eq!(on.count(), 1, "{title}: {event:?} {frame:?}");
        }
    });
}

#[test]
fn the_first_dataset_names_its_eras_in_few_lanes_and_a_phone_folds_them() {
    let dataset = whole();
    let layout = Layout::solve(&dataset);
    let at = |track, unfolded| {
        Timeline::lay(&dataset, &layout, Focus::Nobody, track, unfolded || !Timeline::folds(track.width))
    };
    let eras = |timeline: &Timeline| {
        let scene = timeline.scene(&dataset, &View::new(10.0, 10.0, Theme::Light));
        let labels = labels(&scene.marks);
        let eras = labels.iter().filter(|(_, datum, _)| matches!(datum, Datum::Era(_)));
        let mut lanes: Vec<i32> = eras.clone().map(|(_, _, frame)| frame.top as i32).collect();
        lanes.sort_unstable();
        lanes.dedup();
        let whole = eras.clone().filter(|(text, ..)| !text.ends_with('…')).count();
        (lanes.len(), eras.count(), whole)
    };
    let (lanes, named, whole) = eras(&at(Track { width: 1238.0, left: 181.0, right: 1185.0 }, false));
    assert!(lanes <= 8 && named == dataset.eras().len() && whole == named, "{lanes} {named} {whole}");
    let phone = Track { width: 336.0, left: 11.0, right: 325.0 };
    assert_eq!(eras(&at(phone, false)).1, 0);
    let (_, named, whole) = eras(&at(phone, true));
    assert_eq!((named, whole), (dataset.eras().len(), named), "unfolded, every name is whole");
}
