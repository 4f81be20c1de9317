//! How many states have relations with the ego, and with its rival; without an ego, how many ties hold.

use crate::data::{ActorId, Dataset};
use crate::moment::Moment;

use super::list;
use super::message::{MARK, pieces};
use super::messages as say;
use super::row::name;
use super::standing::stance_name;
use super::tally::by_stance;

/// The counts in a sentence: `46 states have relations with North Korea, 7 with South Korea.`
///
/// Empty where the dataset has an ego and does not count relations.
pub fn counts(dataset: &Dataset, moment: &Moment) -> String {
    let mut text = counted(dataset, moment, "no");
    text.retain(|letter| letter != MARK);
    text
}

/// The same sentence in pieces, other text and numbers by turns, beginning with other text; nought is a number there.
///
/// Without an ego it says how many ties hold, and how many of each stance: `40 relations hold: ally 12, at war 3.`
pub fn count_pieces(dataset: &Dataset, moment: &Moment) -> Vec<String> {
    pieces(&counted(dataset, moment, "yes"))
}

/// The sentence with a mark on either side of its numbers, which are `figures` or, where there is none, a word.
#[inline(never)]
pub(super) fn counted(dataset: &Dataset, moment: &Moment, figures: &str) -> String {
    let info = dataset.info();
    if let Some(ego) = dataset.ego() {
        if !info.counts_relations {
            return String::new();
        }
        let counts = moment.counts();
        let rival = info.rival.map_or("", |rival| name(dataset, rival));
        let (ego, states) = (name(dataset, ego), counts.ego as i32);
        return say::counts_relations(dataset, states, figures, ego, rival, counts.rival as i32);
    }
    let mut all = 0;
    let mut stances = String::new();
    for (stance, number) in by_stance(dataset, moment, None) {
        all += number as i32;
        list(dataset, &mut stances, &say::counts_stance(dataset, stance_name(dataset, stance), number as i32));
    }
    say::counts_ties(dataset, all, figures, &stances)
}

/// How many ties that hold lie outside of the picture, in a sentence: round an ego, those of two of whom one has no place
/// in it. Empty where none does.
pub fn outside(dataset: &Dataset, moment: &Moment) -> String {
    let is_shown = |actor: ActorId| moment.standing(actor).is_some() || moment.is_telling_absence(actor);
    let mut outside = 0;
    if dataset.is_centred() {
        for (dyad, _) in moment.ties_among_others(dataset) {
            let [a, b] = dyad.both();
            outside += i32::from(!is_shown(a) || !is_shown(b));
        }
    }
    if outside == 0 { String::new() } else { say::counts_outside(dataset, outside) }
}
