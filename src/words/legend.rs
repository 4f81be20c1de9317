//! What the marks, lines and rows of the pictures mean.

use crate::data::{Confidence, Dataset, Stance};

use super::row::name;
use super::standing::stance_name;
use super::{absent, capitalised};

/// When a hollow mark is shown, in a sentence; `None` for a dataset that has none.
pub fn absence(dataset: &Dataset) -> Option<String> {
    let info = dataset.info();
    if dataset.tables().acts.is_empty() || dataset.has_positions() {
        return None;
    }
    let ego = name(dataset, info.ego);
    let mut text = format!("{} with {ego}: they were broken off", absent(dataset));
    if let Some(rival) = info.rival {
        text.push_str(", or the state has relations with ");
        text.push_str(name(dataset, rival));
        text.push_str(" alone");
    }
    Some(text)
}

/// The signs of the network beside its colours, each with what it means: those that the dataset has.
///
/// A sign's name is for styles; a page draws it.
pub fn signs(dataset: &Dataset) -> Vec<(&'static str, &'static str)> {
    let mut signs = vec![("ring", "changed this year")];
    let tables = dataset.tables();
    for (sign, confidence, words) in
        [("point", Confidence::Medium, "less certain"), ("hole", Confidence::Low, "uncertain")]
    {
        if tables.ties.iter().any(|tie| tie.confidence == confidence) {
            signs.push((sign, words));
        }
    }
    let ego = dataset.info().ego;
    let others = || tables.ties.iter().filter(|tie| tie.dyad().other(ego).is_none());
    if others().next().is_some() {
        signs.push(("curve", if dataset.has_positions() { "between two" } else { "between others" }));
    }
    if others().any(|tie| tie.stance < Stance::DISTANT) {
        signs.push(("dashes", "on bad terms"));
    }
    signs
}

/// What marks and lines mean beyond their colour: a term and its words, in the order in which they are read.
///
/// What a dataset does not have is left out; the meanings of its stances travel with its texts.
pub fn how_to_read(dataset: &Dataset) -> Vec<[String; 2]> {
    let mut rows: Vec<[String; 2]> = Vec::new();
    let mut add = |term: &str, words: &str| rows.push([capitalised(term), words.to_owned()]);
    let (ego, given) = (dataset.info().ego, dataset.has_positions());
    if given {
        add("Place", "every actor stays in one place, which the dataset gives");
        let ego = name(dataset, ego);
        add(
            "Colour of a mark",
            &format!("how it stands to {ego}, whose own mark is the largest; grey where that is not coded"),
        );
    } else {
        add(
            "Distance",
            "the nearer the centre, the warmer the relations; every country stays in the same direction from the centre",
        );
    }
    for stance in Stance::LADDER {
        let words = meaning(dataset, stance);
        if !words.is_empty() {
            add(stance_name(dataset, stance), words);
        }
        let rule = dataset.texts().map_or("", |texts| &texts.about.rules[stance.ring()]);
        if !rule.is_empty() {
            add(&format!("Rule for “{}”", stance_name(dataset, stance)), rule);
        }
    }
    add("Size of a mark", "the principal actors, then those with a story of their own, then all others");
    add("Ring round a mark", "it changed this year");
    let tables = dataset.tables();
    for (sign, words) in signs_of_doubt(dataset) {
        add(sign, words);
    }
    if let Some(words) = absence(dataset) {
        add("Hollow dot", &words);
    }
    if given {
        add("Line", "how two stood to each other; where lines are few, dashed if they were on bad terms");
    } else if tables.ties.iter().any(|tie| tie.dyad().other(ego).is_none()) {
        add("Curved line", "how two others stood to each other; dashed where they were on bad terms");
    }
    add("Bars under the slider", "how much happened that year: upwards for the better, downwards for the worse");
    if !given {
        add("Years on a line", "when the country in focus first, and last, came to stand on that ring");
    }
    add("Timeline", &steps(dataset));
    add("Triangles in the timeline", TRIANGLES);
    rows
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
    let ties = &dataset.tables().ties;
    let shown = [
        ties.iter().any(|tie| tie.confidence == Confidence::Low),
        ties.iter().any(|tie| tie.confidence == Confidence::Medium),
        ties.iter().any(|tie| tie.alternative.is_some()),
    ];
    SIGNS.into_iter().zip(shown).filter_map(|(sign, is_shown)| is_shown.then_some(sign))
}

/// How the steps of the timeline are read, in a sentence.
fn steps(dataset: &Dataset) -> String {
    let line = stance_name(dataset, Stance::DISTANT);
    format!(
        "its line is “{line}”; above it warmer, below it colder, the taller the stronger; in a gap no stance is coded; \
         pale is less sure, stripes are uncertain"
    )
}

const TRIANGLES: &str =
    "events: upwards for the better, downwards for the worse, a disc for neither; large where much changed";

/// What a stance means in this dataset; empty when it does not say, or its texts are not there yet.
pub(super) fn meaning(dataset: &Dataset, stance: Stance) -> &str {
    dataset.texts().map_or("", |texts| &texts.about.meanings[stance.ring()])
}
