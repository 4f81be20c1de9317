//! How many states have relations with the ego, and with its rival.

use crate::data::{Dataset, joined};
use crate::moment::Moment;

use super::row::name;

/// The counts in a sentence: `46 states have relations with North Korea, 7 with South Korea.`
///
/// Empty where the dataset does not count relations.
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
pub fn count_pieces(dataset: &Dataset, moment: &Moment) -> Vec<String> {
    let info = dataset.info();
    if !info.counts_relations {
        return Vec::new();
    }
    let counts = moment.counts();
    let mut words = String::from(if counts.ego == 1 { " state has" } else { " states have" });
    words.push_str(" relations with ");
    words.push_str(name(dataset, info.ego));
    let mut pieces = vec![String::new(), counts.ego.to_string()];
    if let Some(rival) = info.rival {
        words.push_str(", ");
        pieces.extend([words, counts.rival.to_string()]);
        words = String::from(" with ");
        words.push_str(name(dataset, rival));
    }
    words.push('.');
    pieces.push(words);
    pieces
}
