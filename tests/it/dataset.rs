//! The first dataset against what is known: published counts, turning points, the article's claims.

use detente::bundled;
use detente::data::{Dataset, Prominence, Verdict, read, resources, validate};
use detente::layout::Layout;
use detente::moment::{Basis, Moment};
use detente::scene::{Keyframe, RadialScale, Size, Theme, View};
use detente::time::Playhead;
use expect_test::expect_file;

/// The dataset with its texts, from the tables.
pub(crate) fn whole() -> Dataset {
    match validate(&read(&files("data/north-korea")), &[]) {
        Ok((dataset, _)) => dataset,
        Err(report) => panic!("{report}"),
    }
}

/// The files of a folder below the project.
pub(crate) fn files(folder: &str) -> Vec<(String, Vec<u8>)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let endings = ["csv", "tsv", "json", "gexf", "graphml", "bin"];
    let tables = entries.filter(|path| path.extension().is_some_and(|ending| endings.iter().any(|own| ending == *own)));
    tables
        .map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, std::fs::read(path).expect("a file"))
        })
        .collect()
}

/// No warning either: no day without support, no certainty on an encyclopedia alone, no reason that tells the future.
#[test]
fn the_tables_have_nothing_to_report() {
    for folder in ["data/north-korea", "tests/data/german-empire"] {
        let report = crate::diagnostics::report_of(&files(folder));
        assert_eq!(report.problems, [], "{folder}");
    }
}

/// `UPDATE_EXPECT=1` writes them anew.
#[test]
fn the_resources_of_the_descriptors_are_those_of_the_schema() {
    for folder in ["data/north-korea", "tests/data/german-empire"] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join("datapackage.json");
        let text = std::fs::read_to_string(&path).expect("a descriptor");
        let (before, rest) = text.split_once("\n  \"resources\": [").expect("resources");
        let (_, after) = rest.split_once("\n  ]").expect("an end");
        let list = serde_json::to_string_pretty(&resources(&read(&files(folder)))).expect("plain data");
        let list = list.replace('\n', "\n  ");
        expect_file![path].assert_eq(&format!("{before}\n  \"resources\": {list}{after}"));
    }
}

#[test]
fn the_pack_in_the_program_is_the_tables() {
    assert_eq!(bundled::PACK, detente::layout::pack(&whole()));
    let mut tables = bundled::dataset().tables().clone();
    tables.placements.clear();
    for (actor, whole) in tables.actors.iter_mut().zip(whole().actors()) {
        actor.lon = whole.lon;
    }
    assert_eq!(&tables, whole().tables());
}

#[test]
fn states_with_relations_are_as_many_as_published() {
    let dataset = bundled::dataset();
    let found: Vec<(i16, u32, u32)> = COUNTS
        .iter()
        .map(|(year, ..)| {
            let counts = Moment::at(&dataset, Playhead::end_of(*year)).counts();
            (*year, counts.ego, counts.rival)
        })
        .collect();
    assert_eq!(found, COUNTS);
}

/// Year, states with relations to Pyongyang, to Seoul, at its end.
const COUNTS: [(i16, u32, u32); 11] = [
    (1948, 9, 0),
    (1955, 12, 7),
    (1960, 15, 16),
    (1970, 36, 83),
    (1975, 90, 93),
    (1980, 99, 111),
    (1990, 103, 143),
    (1991, 111, 151),
    (2001, 152, 182),
    (2018, 160, 190),
    (2025, 158, 194),
];

#[test]
fn the_principals_stand_as_the_record_says_at_the_turning_points() {
    let dataset = bundled::dataset();
    let mut differences = Vec::new();
    for (code, years) in STANCES {
        let actor = dataset.find(code).expect("a principal");
        for (year, stance) in years {
            let moment = Moment::at(&dataset, Playhead::end_of(*year));
            let found = moment.standing(actor).map(|standing| standing.stance.value());
            if found != Some(*stance) {
                differences.push(format!("{code} {year}: {stance} expected, {found:?} found"));
            }
        }
    }
    assert_eq!(differences, Vec::<String>::new());
}

type Turns = &'static [(i16, i8)];

/// From the researched spells and the coding rules: who, then year and stance at its end.
const STANCES: [(&str, Turns); 6] = [
    (
        "CHN",
        &[
            (1949, 2),
            (1951, 3),
            (1955, 2),
            (1957, 1),
            (1961, 3),
            (1966, 0),
            (1969, -1),
            (1972, 3),
            (1976, 2),
            (1992, -1),
            (1997, 0),
            (2000, 2),
            (2007, 0),
            (2010, 2),
            (2017, -1),
            (2018, 2),
            (2022, 2),
            (2025, 2),
        ],
    ),
    (
        "SUN",
        &[
            (1948, 2),
            (1951, 3),
            (1957, 1),
            (1961, 3),
            (1963, -1),
            (1966, 2),
            (1975, 2),
            (1985, 3),
            (1989, 0),
            (1990, -1),
        ],
    ),
    (
        "RUS",
        &[
            (1991, -1),
            (1997, 0),
            (2001, 1),
            (2009, 0),
            (2014, 1),
            (2016, 0),
            (2018, 0),
            (2020, 1),
            (2023, 2),
            (2024, 3),
        ],
    ),
    (
        "KOR",
        &[
            (1948, -2),
            (1951, -3),
            (1960, -2),
            (1972, 1),
            (1980, -2),
            (1985, -1),
            (1991, 1),
            (1993, -2),
            (2000, 1),
            (2010, -2),
            (2018, 1),
            (2025, -2),
        ],
    ),
    (
        "USA",
        &[
            (1949, -1),
            (1951, -3),
            (1953, -2),
            (1972, -2),
            (1990, -1),
            (1993, -2),
            (1995, 0),
            (2000, 1),
            (2002, -2),
            (2007, 0),
            (2017, -2),
            (2018, 0),
            (2019, -1),
            (2025, -2),
        ],
    ),
    (
        "JPN",
        &[
            (1949, -1),
            (1951, -2),
            (1960, 0),
            (1968, -1),
            (1972, 0),
            (1984, -1),
            (1989, 0),
            (1990, 1),
            (1993, -1),
            (2002, 0),
            (2006, -2),
            (2014, -1),
            (2025, -2),
        ],
    ),
];

#[test]
fn the_soviet_place_passes_to_russia_at_the_end_of_1991() {
    let dataset = bundled::dataset();
    let layout = Layout::solve(&dataset);
    let [soviet, russia] = ["SUN", "RUS"].map(|code| dataset.find(code).expect("a principal"));
    let place = layout.of(soviet).expect("a place");
    assert_eq!(layout.of(russia), Some(place));
    let holder = |year| layout.slot(place).holder(&dataset, Playhead::end_of(year));
    assert_eq!((holder(1990), holder(1991)), (Some(soviet), Some(russia)));
    let before = Playhead::at_day("1991-12-25".parse().expect("a date"));
    let after = Playhead::at_day("1991-12-26".parse().expect("a date"));
    assert_eq!(layout.slot(place).holder(&dataset, before), Some(soviet));
    assert_eq!(layout.slot(place).holder(&dataset, after), Some(russia));
}

#[test]
fn formal_relations_alone_stand_on_the_distant_ring() {
    let dataset = bundled::dataset();
    let layout = Layout::solve(&dataset);
    let moment = Moment::at(&dataset, Playhead::end_of(2010));
    let barbados = dataset.find("BRB").expect("Barbados");
    let standing = moment.standing(barbados).expect("relations");
    assert!(matches!(standing.basis, Basis::Act(_)));
    let view = View::new(760.0, 700.0, Theme::Light);
    let keyframe = Keyframe::at(&dataset, &layout, &moment, &view);
    let spot = keyframe.placement(layout.of(barbados).expect("a place").index()).expect("a spot");
    let rings = RadialScale::fit(Size { width: 760.0, height: 700.0 }, dataset.rungs());
    assert_eq!(rings.band_at(spot.distance).map(detente::data::Stance::value), Some(0));
}

#[test]
fn suspended_relations_and_bodies_do_not_count() {
    let dataset = bundled::dataset();
    let (pyongyang, body) = (dataset.ego().expect("an ego"), dataset.find("EUE").expect("the European Union"));
    let moment = Playhead::end_of(2005);
    assert!(dataset.in_force(body, pyongyang, moment).is_some(), "the body has an act in force");
    let suspended = dataset.tables().acts.iter().find(|act| {
        act.kind == detente::data::ActKind::Suspended
            && act.toward == pyongyang
            && dataset.acts_toward(act.actor, pyongyang).last().is_some_and(|(_, last)| last == *act)
    });
    let suspended = suspended.expect("somebody whose relations stay suspended");
    assert_eq!(dataset.in_force(suspended.actor, pyongyang, Playhead::end_of(2025)), None);
}

#[test]
fn every_tie_every_event_and_every_act_has_a_source() {
    let dataset = whole();
    let texts = dataset.texts().expect("texts");
    for (index, text) in texts.events.iter().enumerate() {
        assert!(!text.sources.is_empty(), "event {index}: {}", dataset.events()[index].title);
    }
    for (_, ties) in dataset.dyads() {
        for tie in ties {
            assert!(!dataset.sources_of_rows(&[tie], i16::MAX).is_empty(), "{}", dataset.tie_name(tie));
            assert!(!texts.ties[tie.index()].why.is_empty(), "{}", dataset.tie_name(tie));
        }
    }
    assert!(texts.acts.iter().all(|act| act.source.is_some()));
}

/// The years of the span that a text names.
fn years_named(text: &str) -> impl Iterator<Item = i16> {
    let numbers = text.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| digits.len() == 4);
    numbers.filter_map(|digits| digits.parse().ok()).filter(|year| (1945..=2025).contains(year))
}

#[test]
fn reasons_and_headlines_name_no_later_year() {
    let dataset = whole();
    let texts = dataset.texts().expect("texts");
    for tie in dataset.dyads().flat_map(|(_, ties)| ties) {
        let (why, from) = (&texts.ties[tie.index()].why, dataset.tie(tie).spell.from.year());
        assert!(years_named(why).all(|year| year <= from), "{}: {why}", dataset.tie_name(tie));
    }
    for line in &dataset.tables().years {
        assert!(years_named(&line.line).all(|year| year <= line.year), "{}: {}", line.year, line.line);
        assert!(line.line.matches(';').count() < 2, "{}: {}", line.year, line.line);
    }
    assert_eq!(years_named("raids from 1966, in 19 places").collect::<Vec<i16>>(), [1966], "the check can fail");
}

#[test]
fn no_tie_between_principals_rests_on_wikipedia_alone() {
    let dataset = whole();
    let is_principal = |actor| dataset.actor(actor).prominence == Prominence::Principal;
    let mut checked = 0;
    for (_, ties) in dataset.dyads().filter(|(dyad, _)| dyad.both().into_iter().all(is_principal)) {
        for tie in ties {
            let documents = dataset
                .sources_of_rows(&[tie], i16::MIN)
                .into_iter()
                .filter(|source| !source.url.contains("wikipedia.org"));
            assert!(documents.count() > 0, "{}", dataset.tie_name(tie));
            checked += 1;
        }
    }
    assert!(checked > 200, "{checked}");
}

#[test]
fn nothing_researched_is_lost() {
    let dataset = whole();
    let tables = dataset.tables();
    let texts = dataset.texts().expect("texts");
    assert_eq!(tables.acts.len(), 472);
    assert_eq!(tables.events.len(), 426);
    assert_eq!(tables.years.len(), 81);
    assert_eq!((texts.eras.len(), texts.chapters.len(), texts.claims.len()), (25, 34, 98));
    // Trade and aid, votes, and China’s share of trade.
    assert_eq!(texts.figures.len(), 107 + 558 + 16);
    assert!(tables.ties.len() >= 437);
    let years: Vec<i16> = tables.years.iter().map(|line| line.year).collect();
    assert_eq!(years, (1945..=2025).collect::<Vec<i16>>());
}

#[test]
fn the_claims_keep_their_verdicts_and_what_carries_them() {
    let dataset = whole();
    let claims = &dataset.texts().expect("texts").claims;
    let count = |verdict| claims.iter().filter(|claim| claim.verdict == verdict).count();
    assert_eq!(Verdict::NAMES.map(|(_, verdict)| count(verdict)), [42, 40, 1, 15]);
    for claim in claims {
        assert!(!claim.events.is_empty() || !claim.ties.is_empty(), "claim {}", claim.number);
        assert!(claim.verdict == Verdict::Confirmed || !claim.record.is_empty(), "claim {}", claim.number);
    }
}

#[test]
fn every_claim_is_told_by_a_chapter() {
    let dataset = whole();
    let texts = dataset.texts().expect("texts");
    for claim in &texts.claims {
        let told = texts.chapters.iter().any(|chapter| chapter.claims.contains(&claim.number));
        assert!(told, "claim {}", claim.number);
    }
}

#[test]
fn what_goes_on_began_earlier() {
    let dataset = bundled::dataset();
    let years = (1945..=2025).map(|year| (year, detente::moment::ongoing(&dataset, year)));
    let going_on: Vec<_> = years.filter(|(_, changes)| !changes.is_empty()).collect();
    assert!(!going_on.is_empty());
    for (year, changes) in going_on {
        assert!(changes.iter().all(|change| change.date.year() < year), "{year}");
    }
}

#[test]
fn what_changed_is_told_weightiest_first_and_only_once() {
    let dataset = bundled::dataset();
    for year in 1945..=2025 {
        let changes = detente::moment::changes(&dataset, year);
        assert!(!changes.is_empty(), "{year}");
        assert!(changes.windows(2).all(|pair| pair[0].weight >= pair[1].weight), "{year}");
        assert!(changes.iter().all(|change| change.date.year() == year), "{year}");
        for (index, change) in changes.iter().enumerate() {
            assert!(!changes[..index].iter().any(|other| other.kind == change.kind), "{year}");
        }
    }
}

#[test]
fn the_year_of_the_edition_travels_in_the_pack() {
    assert_eq!(whole().info().published, Some(2026));
    assert_eq!(detente::bundled::dataset().info().published, Some(2026));
    let (small, _) = validate(&read(&files("tests/data/good")), &[]).expect("good tables");
    assert_eq!(small.info().published, None, "it is not invented");
}

#[test]
fn a_pack_holds_the_layout_as_it_is_solved() {
    for dataset in [whole(), crate::second_dataset::german_empire()] {
        let opened = Dataset::unpack(&detente::layout::pack(&dataset)).expect("a pack");
        assert_eq!(Layout::placed(&opened), Some(Layout::solve(&dataset)));
        assert_eq!(Layout::placed(&dataset), None, "nothing was solved yet");
        let mut tables = opened.tables().clone();
        tables.placements.pop();
        let opened = Dataset::unpack(&tables.pack()).expect("a pack");
        assert_eq!(Layout::placed(&opened), None, "one placement is missing");
    }
}
