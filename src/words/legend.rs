//! What the marks, lines and rows of the pictures mean.

use crate::data::{About, Combine, Confidence, Dataset, Region, Stance, joined};

use super::row::name;
use super::standing::stance_name;
use super::strength::{arrows, unit, width};
use super::{absent, capitalised};

/// When a hollow mark is shown, in a sentence; `None` for a dataset that has none.
pub fn absence(dataset: &Dataset) -> Option<String> {
    if dataset.tables().acts.is_empty() || !dataset.is_centred() {
        return None;
    }
    let ego = name(dataset, dataset.ego()?);
    let mut text = format!("{} with {ego}: they were broken off", absent(dataset));
    if let Some(rival) = dataset.info().rival {
        text.push_str(", or the state has relations with ");
        text.push_str(name(dataset, rival));
        text.push_str(" alone");
    }
    Some(text)
}

/// Every region that has a colour, with its sign and its name.
const REGIONS: [(Region, &str, &str); 7] = [
    (Region::Africa, "region0", "Africa"),
    (Region::Asia, "region1", "Asia"),
    (Region::Europe, "region2", "Europe"),
    (Region::NorthAmerica, "region3", "North America"),
    (Region::SouthAmerica, "region4", "South America"),
    (Region::Oceania, "region5", "Oceania"),
    (Region::Body, "region6", "bodies of states"),
];

/// The signs of the network beside its colours, each with what it means: those that the dataset has.
///
/// A sign's name is for styles; a page draws it.
pub fn signs(dataset: &Dataset) -> Vec<(&'static str, &'static str)> {
    let has_ego = dataset.ego().is_some();
    let mut signs = Vec::new();
    let mut add = |is_shown: bool, sign: &'static str, words: &'static str| {
        if is_shown {
            signs.push((sign, words));
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
    add(has_ego, "ring", by_step(dataset, ["changed this year", "changed this month", "changed this day"]));
    add(has_ego && medium, "point", "less certain");
    add(has_ego && low, "hole", "uncertain");
    add(has_ego && others, "curve", if dataset.is_centred() { "between others" } else { "between two" });
    add(bad, "dashes", "on bad terms");
    signs
}

/// What marks and lines mean beyond their colour: a term and its words, in the order in which they are read.
///
/// What a dataset does not have is left out; the meanings of its stances travel with its texts.
pub fn how_to_read(dataset: &Dataset) -> Vec<[String; 2]> {
    let mut rows: Vec<[String; 2]> = Vec::new();
    let mut add = |term: &str, words: &str| rows.push([capitalised(term), words.to_owned()]);
    let fixed = !dataset.is_centred();
    if fixed {
        add("Place", if dataset.has_positions() { GIVEN } else { SOLVED });
        add("Colour of a mark", &colour_of_marks(dataset));
    } else {
        add(
            "Distance",
            "the nearer the centre, the warmer the relations; every country stays in the same direction from the centre",
        );
    }
    for [term, words] in of_rungs(dataset) {
        add(&term, &words);
    }
    if dataset.ego().is_some() {
        add("Size of a mark", "the principal actors, then those with a story of their own, then all others");
        add(
            "Ring round a mark",
            by_step(dataset, ["it changed this year", "it changed this month", "it changed this day"]),
        );
    } else {
        add("Size of a mark", "with how many others it had relations, in all years together");
    }
    let ties = dataset.ties();
    for (sign, words) in signs_of_doubt(dataset) {
        add(sign, words);
    }
    if let Some(words) = absence(dataset) {
        add("Hollow dot", &words);
    }
    if fixed {
        add("Line", "how two stood to each other; where lines are few, dashed if they were on bad terms");
        if dataset.ego().is_none() && ties.iter().any(|tie| tie.confidence == Confidence::Low) {
            add("Pale line", "uncertain: a guess or a single weak source");
        }
    } else if ties.iter().any(|tie| dataset.alter(tie.dyad()).is_none()) {
        add("Curved line", "how two others stood to each other; dashed where they were on bad terms");
    }
    if let Some(words) = width(dataset) {
        add("Width of a line", &words);
    }
    if let Some(words) = arrows(dataset) {
        add("Arrow head", words);
    }
    if let Some(words) = several(dataset) {
        add("Several ties of two at the same time", words);
    }
    let bars = "upwards for the better, downwards for the worse";
    add("Bars under the slider", &format!("how much happened that {}: {bars}", dataset.info().calendar.step.name()));
    if !fixed {
        add(
            by_step(dataset, ["Years on a line", "Months on a line", "Days on a line"]),
            "when the country in focus first, and last, came to stand on that ring",
        );
    }
    add("Timeline", &steps(dataset));
    add("Triangles in the timeline", TRIANGLES);
    rows
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
            let (unit, mark) = (unit(dataset), if unit(dataset).is_empty() { "" } else { " " });
            add(stance_name(dataset, stance), &joined(&["from ", least, mark, unit, " on"], ""));
        }
        let rule = of_rung(dataset, stance, |about| &about.rules);
        if !rule.is_empty() {
            add(&format!("Rule for “{}”", stance_name(dataset, stance)), rule);
        }
    }
    rows
}

/// What a mark's colour says where everyone keeps one place.
fn colour_of_marks(dataset: &Dataset) -> String {
    match dataset.ego().map(|ego| name(dataset, ego)) {
        Some(ego) => format!("how it stands to {ego}, whose own mark is the largest; grey where that is not coded"),
        None => "its region; grey where none is stated".to_owned(),
    }
}

/// Which of several ties of two is drawn, where several may hold at the same time.
const fn several(dataset: &Dataset) -> Option<&'static str> {
    match dataset.info().combine {
        Combine::Error => None,
        Combine::Strongest => Some("the strongest is drawn, of two as strong the colder"),
        Combine::Latest => Some("that which began last is drawn"),
        Combine::Sum => Some("their sum is drawn, no further than the ends of the ladder"),
    }
}

/// The signs by which marks and the timeline show that the record is less sure, as far as the dataset has them.
fn signs_of_doubt(dataset: &Dataset) -> impl Iterator<Item = (&'static str, &'static str)> {
    const SIGNS: [(&str, &str); 3] = [
        ("Hole in a mark", "uncertain: a guess or a single weak source"),
        ("Point in a mark", "less certain: a judgement, or an encyclopedia alone; dots without a name show none"),
        (
            "Another reading",
            "the record supports this stance too, a dashed outline in the timeline; marks, rings and counts do not follow it",
        ),
    ];
    let ties = dataset.ties();
    // Without an ego marks say nothing of how two stand.
    let in_marks = |confidence| dataset.ego().is_some() && ties.iter().any(|tie| tie.confidence == confidence);
    let shown =
        [in_marks(Confidence::Low), in_marks(Confidence::Medium), ties.iter().any(|tie| tie.alternative.is_some())];
    SIGNS.into_iter().zip(shown).filter_map(|(sign, is_shown)| is_shown.then_some(sign))
}

/// One of three texts: for years, months or days.
fn by_step<'t>(dataset: &Dataset, texts: [&'t str; 3]) -> &'t str {
    texts[dataset.info().calendar.step as usize]
}

/// How the steps of the timeline are read, in a sentence.
fn steps(dataset: &Dataset) -> String {
    let line = line(dataset);
    format!(
        "its line is {line}; above it warmer, below it colder, the taller the stronger; in a gap no stance is coded; \
         pale is less sure, stripes are uncertain"
    )
}

const GIVEN: &str = "every actor stays in one place, which the dataset gives";
const SOLVED: &str = "every actor stays in one place; those on good terms over the years stand near each other, those on bad terms apart";
const TRIANGLES: &str =
    "events: upwards for the better, downwards for the worse, a disc for neither; large where much changed";

/// What a stance means in this dataset; empty when it does not say, or its texts are not there yet.
pub(super) fn meaning(dataset: &Dataset, stance: Stance) -> &str {
    of_rung(dataset, stance, |about| &about.meanings)
}

fn of_rung(dataset: &Dataset, stance: Stance, list: fn(&About) -> &Vec<String>) -> &str {
    let place = dataset.info().place(stance);
    dataset.texts().and_then(|texts| list(&texts.about).get(place)).map_or("", String::as_str)
}

/// What the line of the timeline is: the rung between warm and cold, or its number where the ladder has none.
fn line(dataset: &Dataset) -> String {
    let info = dataset.info();
    if info.has_rung(Stance::DISTANT) {
        format!("“{}”", stance_name(dataset, Stance::DISTANT))
    } else {
        "0".to_owned()
    }
}

/// How the picture is read, in a sentence.
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
pub fn how_to_see(dataset: &Dataset) -> String {
    let mut text = match dataset.ego() {
        Some(ego) if dataset.is_centred() => format!("The closer to the centre, the closer to {}.", name(dataset, ego)),
        Some(ego) => format!("A mark’s colour says how it stands to {}.", name(dataset, ego)),
        None if dataset.has_positions() => "A line’s colour says how two stand.".to_owned(),
        None => "Good terms draw together, and a line’s colour says how two stand.".to_owned(),
    };
    if dataset.has_weights() {
        let (unit, mark) = (unit(dataset), if unit(dataset).is_empty() { "" } else { ", in " });
        for part in [" A line’s width is ", super::strength::measure(dataset), mark, unit, "."] {
            text.push_str(part);
        }
    }
    text
}
