//! How many states have relations with the ego, and with its rival; without an ego, how many ties hold.

use crate::data::{ActorId, Dataset, joined};
use crate::moment::Moment;

use super::row::name;
use super::standing::stance_name;
use super::tally::by_stance;

/// The counts in a sentence: `46 states have relations with North Korea, 7 with South Korea.`
///
/// Empty where the dataset has an ego and does not count relations.
pub fn counts(dataset: &Dataset, moment: &Moment) -> String {
    let mut pieces = count_pieces(dataset, moment);
    for (index, none) in [(1, "No"), (3, "none")] {
        if let Some(number) = pieces.get_mut(index).filter(|number| *number == "0") {
            none.clone_into(number);
        }
    }
    joined(&pieces, "")
}

/// The same sentence in pieces, other text and numbers by turns, beginning with other text.
///
/// Without an ego it says how many ties hold, and how many of each stance: `40 relations hold: ally 12, at war 3.`
pub fn count_pieces(dataset: &Dataset, moment: &Moment) -> Vec<String> {
    let info = dataset.info();
    let mut pieces = Pieces::default();
    if let Some(ego) = dataset.ego() {
        if !info.counts_relations {
            return Vec::new();
        }
        let counts = moment.counts();
        pieces.number(counts.ego);
        let have = if counts.ego == 1 { " state has" } else { " states have" };
        pieces.words(&[have, " relations with ", name(dataset, ego)]);
        if let Some(rival) = info.rival {
            pieces.words(&[", "]);
            pieces.number(counts.rival);
            pieces.words(&[" with ", name(dataset, rival)]);
        }
    } else {
        let numbers = by_stance(dataset, moment, None);
        let all = numbers.iter().map(|(_, number)| number).sum();
        pieces.number(all);
        pieces.words(&[if all == 1 { " relation holds" } else { " relations hold" }]);
        let mut mark = ": ";
        for (stance, number) in numbers {
            pieces.words(&[mark, stance_name(dataset, stance), " "]);
            pieces.number(number);
            mark = ", ";
        }
    }
    pieces.words(&["."]);
    pieces.told.push(pieces.words);
    pieces.told
}

/// Other text and numbers by turns.
#[derive(Default)]
struct Pieces {
    told: Vec<String>,
    /// The text since the last number.
    words: String,
}

impl Pieces {
    #[inline(never)]
    fn words(&mut self, parts: &[&str]) {
        for part in parts {
            self.words.push_str(part);
        }
    }

    #[inline(never)]
    fn number(&mut self, number: u32) {
        self.told.push(core::mem::take(&mut self.words));
        self.told.push(number.to_string());
    }
}

/// How many ties that hold lie outside of the picture, in a sentence: round an ego, those of two of whom one has no place
/// in it. Empty where none does.
pub fn outside(dataset: &Dataset, moment: &Moment) -> String {
    let is_shown = |actor: ActorId| moment.standing(actor).is_some() || moment.is_telling_absence(actor);
    let mut outside = 0;
    if dataset.is_centred() {
        for (dyad, _) in moment.ties_among_others(dataset) {
            let [a, b] = dyad.both();
            outside += usize::from(!is_shown(a) || !is_shown(b));
        }
    }
    match outside {
        0 => String::new(),
        1 => "1 relation of two others lies outside of the picture.".to_owned(),
        _ => format!("{outside} relations of two others lie outside of the picture."),
    }
}
