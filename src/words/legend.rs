//! What the marks, lines and rows of the pictures mean.

use crate::data::{About, Combine, Confidence, Dataset, Region, Stance};

use super::capitalised;
use super::message::Fixed;
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

/// Every region that has a colour, with its sign and its name.
const REGIONS: [(Region, &str, Fixed); 7] = [
    (Region::Africa, "region0", say::REGION_AFRICA),
    (Region::Asia, "region1", say::REGION_ASIA),
    (Region::Europe, "region2", say::REGION_EUROPE),
    (Region::NorthAmerica, "region3", say::REGION_NORTH_AMERICA),
    (Region::SouthAmerica, "region4", say::REGION_SOUTH_AMERICA),
    (Region::Oceania, "region5", say::REGION_OCEANIA),
    (Region::Body, "region6", say::REGION_BODY),
];

/// The signs of the network beside its colours, each with what it means: those that the dataset has.
///
/// A sign's name is for styles; a page draws it.
pub fn signs(dataset: &Dataset) -> Vec<(&'static str, &'static str)> {
    let has_ego = dataset.ego().is_some();
    let mut signs = Vec::new();
    let mut add = |is_shown: bool, sign: &'static str, words: Fixed| {
        if is_shown {
            signs.push((sign, words.of(dataset)));
        }
    };
    // Whoever states no region is no sign.
    for (region, sign, words) in REGIONS {
        add(!has_ego && dataset.actors().iter().any(|actor| actor.region == region), sign, words);
    }
    let [mut medium, mut low, mut others, mut bad] = [false; 4];
    for tie in dataset.ties() {
        let is_other = dataset.alter(tie.dyad()).is_none();
        medium |= tie.confidence == Confidence::Medium;
        low |= tie.confidence == Confidence::Low;
        others |= is_other;
        bad |= is_other && tie.stance < Stance::DISTANT;
    }
    let ring = [say::SIGN_RING_YEAR, say::SIGN_RING_MONTH, say::SIGN_RING_DAY];
    add(has_ego, "ring", ring[dataset.info().calendar.step as usize]);
    add(has_ego && medium, "point", say::DOUBT_MEDIUM);
    add(has_ego && low, "hole", say::DOUBT_LOW);
    add(has_ego && others, "curve", if dataset.is_centred() { say::SIGN_OTHERS } else { say::SIGN_TWO });
    add(bad, "dashes", say::SIGN_DASHES);
    signs
}

/// What marks and lines mean beyond their colour: a term and its words, in the order in which they are read.
///
/// What a dataset does not have is left out; the meanings of its stances travel with its texts.
pub fn how_to_read(dataset: &Dataset) -> Vec<[String; 2]> {
    let step = dataset.info().calendar.step.name();
    let mut key = Key { dataset, rows: Vec::new() };
    let fixed = !dataset.is_centred();
    if fixed {
        let given = dataset.has_positions();
        key.says(say::READ_PLACE, if given { say::READ_PLACE_GIVEN } else { say::READ_PLACE_SOLVED });
        key.tells(say::READ_COLOUR, &colour_of_marks(dataset));
    } else {
        key.says(say::READ_DISTANCE, say::READ_DISTANCE_WORDS);
    }
    of_rungs(&mut key);
    if dataset.ego().is_some() {
        key.says(say::READ_SIZE, say::READ_SIZE_EGO);
        key.tells(say::READ_RING, &say::read_ring_words(dataset, step));
    } else {
        key.says(say::READ_SIZE, say::READ_SIZE_TIES);
    }
    of_doubt(&mut key);
    if let Some(words) = absence(dataset) {
        key.tells(say::READ_HOLLOW, &words);
    }
    of_lines(&mut key);
    key.tells(say::READ_BARS, &say::read_bars_words(dataset, step));
    if !fixed {
        key.add(&say::read_trail(dataset, step), say::READ_TRAIL_WORDS.of(dataset));
    }
    key.tells(say::READ_TIMELINE, &say::read_timeline_words(dataset, line(dataset)));
    key.says(say::READ_TRIANGLES, say::READ_TRIANGLES_WORDS);
    key.rows
}

/// Terms with their words.
struct Key<'a> {
    dataset: &'a Dataset,
    rows: Vec<[String; 2]>,
}

impl Key<'_> {
    #[inline(never)]
    fn says(&mut self, term: Fixed, words: Fixed) {
        self.add(term.of(self.dataset), words.of(self.dataset));
    }

    #[inline(never)]
    fn tells(&mut self, term: Fixed, words: &str) {
        self.add(term.of(self.dataset), words);
    }

    #[inline(never)]
    fn add(&mut self, term: &str, words: &str) {
        self.rows.push([capitalised(term), words.to_owned()]);
    }
}

/// What lines mean: their shape, their width, their heads, and which of several ties they show.
fn of_lines(key: &mut Key<'_>) {
    let dataset = key.dataset;
    let ties = dataset.ties();
    if !dataset.is_centred() {
        key.says(say::READ_LINE, say::READ_LINE_WORDS);
        if dataset.ego().is_none() && ties.iter().any(|tie| tie.confidence == Confidence::Low) {
            key.says(say::READ_PALE_LINE, say::READ_HOLE_WORDS);
        }
    } else if ties.iter().any(|tie| dataset.alter(tie.dyad()).is_none()) {
        key.says(say::READ_CURVE, say::READ_CURVE_WORDS);
    }
    if let Some(words) = width(dataset) {
        key.tells(say::READ_WIDTH, &words);
    }
    if has_arrows(dataset) {
        key.says(say::READ_ARROW, say::READ_ARROW_WORDS);
    }
    match dataset.info().combine {
        Combine::Error => {}
        Combine::Strongest => key.says(say::READ_SEVERAL, say::READ_SEVERAL_STRONGEST),
        Combine::Latest => key.says(say::READ_SEVERAL, say::READ_SEVERAL_LATEST),
        Combine::Sum => key.says(say::READ_SEVERAL, say::READ_SEVERAL_SUM),
    }
}

/// What each rung means, from which weight on a tie stands on it, and by which rule it is coded, as far as the dataset says.
fn of_rungs(key: &mut Key<'_>) {
    let dataset = key.dataset;
    for stance in dataset.rungs().list() {
        let name = stance_name(dataset, stance);
        let words = meaning(dataset, stance);
        if !words.is_empty() {
            key.add(name, words);
        }
        let least = of_rung(dataset, stance, |about| &about.thresholds);
        if !least.is_empty() {
            key.add(name, &say::read_threshold(dataset, unit(dataset), least));
        }
        let rule = of_rung(dataset, stance, |about| &about.rules);
        if !rule.is_empty() {
            key.add(&say::read_rule(dataset, name), rule);
        }
    }
}

/// What a mark's colour says where everyone keeps one place.
fn colour_of_marks(dataset: &Dataset) -> String {
    match dataset.ego().map(|ego| name(dataset, ego)) {
        Some(ego) => say::read_colour_ego(dataset, ego),
        None => say::READ_COLOUR_REGION.of(dataset).to_owned(),
    }
}

/// The signs by which marks and the timeline show that the record is less sure, as far as the dataset has them.
fn of_doubt(key: &mut Key<'_>) {
    let dataset = key.dataset;
    let ties = dataset.ties();
    // Without an ego marks say nothing of how two stand.
    let in_marks = |confidence| dataset.ego().is_some() && ties.iter().any(|tie| tie.confidence == confidence);
    if in_marks(Confidence::Low) {
        key.says(say::READ_HOLE, say::READ_HOLE_WORDS);
    }
    if in_marks(Confidence::Medium) {
        key.says(say::READ_POINT, say::READ_POINT_WORDS);
    }
    if ties.iter().any(|tie| tie.alternative.is_some()) {
        key.says(say::READ_ALTERNATIVE, say::READ_ALTERNATIVE_WORDS);
    }
}

/// What a stance means in this dataset; empty when it does not say, or its texts are not there yet.
fn meaning(dataset: &Dataset, stance: Stance) -> &str {
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
        None if dataset.has_positions() => say::SEE_LINES.of(dataset).to_owned(),
        None => say::SEE_PLACES.of(dataset).to_owned(),
    };
    if dataset.has_weights() {
        text.push(' ');
        text.push_str(&say::see_width(dataset, unit(dataset), super::strength::measure(dataset)));
    }
    text
}
