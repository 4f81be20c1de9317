//! What the marks, lines and rows of the pictures mean.

use crate::data::{About, Combine, Confidence, Dataset, Region, Stance};

use super::capitalised;
use super::messages as say;
use super::row::name;
use super::standing::stance_name;
use super::strength::{has_arrows, unit, width};

/// When a hollow mark is shown, in a sentence; `None` for a dataset that has none.
pub fn absence(dataset: &Dataset) -> Option<String> {
    if dataset.tables().acts.is_empty() || !dataset.is_centred() {
        return None;
    }
    let ego = name(dataset, dataset.ego()?);
    let rival = dataset.info().rival.map_or("", |rival| name(dataset, rival));
    Some(say::absence(dataset, ego, rival))
}

/// A message without variables.
type Fixed = fn(&Dataset) -> &'static str;

/// Every region that has a colour, with its sign and its name.
const REGIONS: [(Region, &str, Fixed); 7] = [
    (Region::Africa, "region0", say::region_africa),
    (Region::Asia, "region1", say::region_asia),
    (Region::Europe, "region2", say::region_europe),
    (Region::NorthAmerica, "region3", say::region_north_america),
    (Region::SouthAmerica, "region4", say::region_south_america),
    (Region::Oceania, "region5", say::region_oceania),
    (Region::Body, "region6", say::region_body),
];

/// The signs of the network beside its colours, each with what it means: those that the dataset has.
///
/// A sign's name is for styles; a page draws it.
pub fn signs(dataset: &Dataset) -> Vec<(&'static str, String)> {
    let has_ego = dataset.ego().is_some();
    let mut signs = Vec::new();
    let mut add = |is_shown: bool, sign: &'static str, words: &str| {
        if is_shown {
            signs.push((sign, words.to_owned()));
        }
    };
    // Whoever states no region is no sign.
    for (region, sign, words) in REGIONS {
        add(!has_ego && dataset.actors().iter().any(|actor| actor.region == region), sign, words(dataset));
    }
    let [mut medium, mut low, mut others, mut bad] = [false; 4];
    for tie in dataset.ties() {
        let is_other = dataset.alter(tie.dyad()).is_none();
        medium |= tie.confidence == Confidence::Medium;
        low |= tie.confidence == Confidence::Low;
        others |= is_other;
        bad |= is_other && tie.stance < Stance::DISTANT;
    }
    add(has_ego, "ring", &say::sign_ring(dataset, dataset.info().calendar.step.name()));
    add(has_ego && medium, "point", say::doubt_medium(dataset));
    add(has_ego && low, "hole", say::doubt_low(dataset));
    let others = has_ego && others;
    add(others && dataset.is_centred(), "curve", say::sign_others(dataset));
    add(others && !dataset.is_centred(), "curve", say::sign_two(dataset));
    add(bad, "dashes", say::sign_dashes(dataset));
    signs
}

/// What marks and lines mean beyond their colour: a term and its words, in the order in which they are read.
///
/// What a dataset does not have is left out; the meanings of its stances travel with its texts.
pub fn how_to_read(dataset: &Dataset) -> Vec<[String; 2]> {
    let step = dataset.info().calendar.step.name();
    let mut rows: Vec<[String; 2]> = Vec::new();
    let mut add = |term: &str, words: &str| rows.push([capitalised(term), words.to_owned()]);
    let fixed = !dataset.is_centred();
    if fixed {
        let given = dataset.has_positions();
        let words = if given { say::read_place_given(dataset) } else { say::read_place_solved(dataset) };
        add(say::read_place(dataset), words);
        add(say::read_colour(dataset), &colour_of_marks(dataset));
    } else {
        add(say::read_distance(dataset), say::read_distance_words(dataset));
    }
    for [term, words] in of_rungs(dataset) {
        add(&term, &words);
    }
    if dataset.ego().is_some() {
        add(say::read_size(dataset), say::read_size_ego(dataset));
        add(say::read_ring(dataset), &say::read_ring_words(dataset, step));
    } else {
        add(say::read_size(dataset), say::read_size_ties(dataset));
    }
    for [sign, words] in signs_of_doubt(dataset) {
        add(sign, words);
    }
    if let Some(words) = absence(dataset) {
        add(say::read_hollow(dataset), &words);
    }
    of_lines(dataset, &mut add);
    add(say::read_bars(dataset), &say::read_bars_words(dataset, step));
    if !fixed {
        add(&say::read_trail(dataset, step), say::read_trail_words(dataset));
    }
    add(say::read_timeline(dataset), &say::read_timeline_words(dataset, line(dataset)));
    add(say::read_triangles(dataset), say::read_triangles_words(dataset));
    rows
}

/// What lines mean: their shape, their width, their heads, and which of several ties they show.
fn of_lines(dataset: &Dataset, add: &mut dyn FnMut(&str, &str)) {
    let ties = dataset.ties();
    if !dataset.is_centred() {
        add(say::read_line(dataset), say::read_line_words(dataset));
        if dataset.ego().is_none() && ties.iter().any(|tie| tie.confidence == Confidence::Low) {
            add(say::read_pale_line(dataset), say::read_hole_words(dataset));
        }
    } else if ties.iter().any(|tie| dataset.alter(tie.dyad()).is_none()) {
        add(say::read_curve(dataset), say::read_curve_words(dataset));
    }
    if let Some(words) = width(dataset) {
        add(say::read_width(dataset), &words);
    }
    if has_arrows(dataset) {
        add(say::read_arrow(dataset), say::read_arrow_words(dataset));
    }
    if let Some(words) = several(dataset) {
        add(say::read_several(dataset), words);
    }
}

/// What each rung means, from which weight on a tie stands on it, and by which rule it is coded, as far as the dataset says.
fn of_rungs(dataset: &Dataset) -> Vec<[String; 2]> {
    let mut rows = Vec::new();
    let mut add = |term: &str, words: &str| rows.push([term.to_owned(), words.to_owned()]);
    for stance in dataset.rungs().list() {
        let words = meaning(dataset, stance);
        if !words.is_empty() {
            add(stance_name(dataset, stance), words);
        }
        let least = of_rung(dataset, stance, |about| &about.thresholds);
        if !least.is_empty() {
            add(stance_name(dataset, stance), &say::read_threshold(dataset, unit(dataset), least));
        }
        let rule = of_rung(dataset, stance, |about| &about.rules);
        if !rule.is_empty() {
            add(&say::read_rule(dataset, stance_name(dataset, stance)), rule);
        }
    }
    rows
}

/// What a mark's colour says where everyone keeps one place.
fn colour_of_marks(dataset: &Dataset) -> String {
    match dataset.ego().map(|ego| name(dataset, ego)) {
        Some(ego) => say::read_colour_ego(dataset, ego),
        None => say::read_colour_region(dataset).to_owned(),
    }
}

/// Which of several ties of two is drawn, where several may hold at the same time.
fn several(dataset: &Dataset) -> Option<&'static str> {
    match dataset.info().combine {
        Combine::Error => None,
        Combine::Strongest => Some(say::read_several_strongest(dataset)),
        Combine::Latest => Some(say::read_several_latest(dataset)),
        Combine::Sum => Some(say::read_several_sum(dataset)),
    }
}

/// The signs by which marks and the timeline show that the record is less sure, as far as the dataset has them.
fn signs_of_doubt(dataset: &Dataset) -> impl Iterator<Item = [&'static str; 2]> {
    let signs = [
        [say::read_hole(dataset), say::read_hole_words(dataset)],
        [say::read_point(dataset), say::read_point_words(dataset)],
        [say::read_alternative(dataset), say::read_alternative_words(dataset)],
    ];
    let ties = dataset.ties();
    // Without an ego marks say nothing of how two stand.
    let in_marks = |confidence| dataset.ego().is_some() && ties.iter().any(|tie| tie.confidence == confidence);
    let shown =
        [in_marks(Confidence::Low), in_marks(Confidence::Medium), ties.iter().any(|tie| tie.alternative.is_some())];
    signs.into_iter().zip(shown).filter_map(|(sign, is_shown)| is_shown.then_some(sign))
}

/// What a stance means in this dataset; empty when it does not say, or its texts are not there yet.
pub(super) fn meaning(dataset: &Dataset, stance: Stance) -> &str {
    of_rung(dataset, stance, |about| &about.meanings)
}

fn of_rung(dataset: &Dataset, stance: Stance, list: fn(&About) -> &Vec<String>) -> &str {
    let place = dataset.info().place(stance);
    dataset.texts().and_then(|texts| list(&texts.about).get(place)).map_or("", String::as_str)
}

/// What the line of the timeline is: the rung between warm and cold; empty where the ladder has none.
fn line(dataset: &Dataset) -> &str {
    if dataset.info().has_rung(Stance::DISTANT) { stance_name(dataset, Stance::DISTANT) } else { "" }
}

/// How the picture is read, in a sentence.
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
pub fn how_to_see(dataset: &Dataset) -> String {
    let mut text = match dataset.ego() {
        Some(ego) if dataset.is_centred() => say::see_centre(dataset, name(dataset, ego)),
        Some(ego) => say::see_colour(dataset, name(dataset, ego)),
        None if dataset.has_positions() => say::see_lines(dataset).to_owned(),
        None => say::see_places(dataset).to_owned(),
    };
    if dataset.has_weights() {
        text.push(' ');
        text.push_str(&say::see_width(dataset, unit(dataset), super::strength::measure(dataset)));
    }
    text
}
