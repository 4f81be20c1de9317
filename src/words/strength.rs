//! How strong a tie is, which way it points, and what is not known of its ends.

use crate::data::{Dataset, Tie, TieDirection, Weight};
use crate::time::{Date, Playhead, Precision};

use super::capitalised;
use super::date::{date_words, in_step, phrase, yes_or_no};
use super::figures::thousands;
use super::messages as say;
use super::row::name;

/// A weight in digits, with its unit where there is one: `1,200.5 million dollars`.
pub(super) fn measured(dataset: &Dataset, weight: Weight) -> String {
    let (mut whole, decimals) = weight.parts();
    let mut fraction = String::new();
    for _ in 0..decimals {
        fraction.insert(0, char::from(b'0' + (whole % 10) as u8));
        whole /= 10;
    }
    let mut text = thousands(dataset, whole);
    if !fraction.is_empty() {
        text.push_str(say::DECIMAL_MARK.of(dataset));
        text.push_str(&fraction);
    }
    if unit(dataset).is_empty() { text } else { say::number_and_unit(dataset, &text, unit(dataset)) }
}

/// In what weights are measured; may be empty.
pub(super) fn unit(dataset: &Dataset) -> &str {
    dataset.texts().map_or("", |texts| &texts.about.weight[1])
}

/// What is measured.
pub(super) fn measure(dataset: &Dataset) -> &str {
    dataset
        .texts()
        .map(|texts| texts.about.weight[0].as_str())
        .filter(|name| !name.is_empty())
        .unwrap_or(say::WEIGHT.of(dataset))
}

/// What is measured, and how much: `trade of 1,200 million dollars`; empty for a tie without weight.
pub(super) fn weight(dataset: &Dataset, tie: &Tie) -> String {
    let Some(weight) = tie.weight else { return String::new() };
    say::weight_of(dataset, measure(dataset), &measured(dataset, weight))
}

/// Weight and direction of a tie in sentences, each with a blank after it: `Trade of 1,200 million dollars in 1972. `;
/// empty where it has neither.
#[inline(never)]
pub(super) fn strength(dataset: &Dataset, tie: &Tie, playhead: Playhead) -> String {
    let mut text = String::new();
    if let Some(weight) = tie.weight {
        let (measure, amount) = (capitalised(measure(dataset)), measured(dataset, weight));
        // Another year may have another weight.
        text = if tie.spell.holds(playhead) {
            say::weight_in(dataset, &measure, &amount, &in_step(dataset, playhead.shown_year()))
        } else {
            say::weight_alone(dataset, &measure, &amount)
        };
        text.push(' ');
    }
    let ends = match tie.manner.direction() {
        TieDirection::Both => return text,
        TieDirection::AToB => [tie.a, tie.b],
        TieDirection::BToA => [tie.b, tie.a],
    };
    text.push_str(&say::direction(dataset, name(dataset, ends[0]), name(dataset, ends[1])));
    text.push(' ');
    text
}

/// From when to when a tie held, as far as the record shows it: `1816 or before – 1953`, `since 1950, end unknown`.
#[inline(never)]
pub(super) fn span_of(dataset: &Dataset, tie: &Tie) -> String {
    let censoring = tie.manner.censoring();
    let from = first_day(dataset, tie.spell.from, censoring.from);
    match tie.spell.to {
        None => {
            let since = since(dataset, tie.spell.from, &from);
            say::since_and_before(dataset, &since, yes_or_no(censoring.end_unknown), "")
        }
        Some(to) if censoring.to && to.precision() == Precision::Year => {
            say::still_at_end(dataset, &from, i32::from(to.year()) - 1)
        }
        Some(to) => {
            let mut end = date_words(dataset, to);
            if censoring.to {
                end = say::or_later(dataset, &end);
            }
            say::span_dates(dataset, &from, &end)
        }
    }
}

/// `since 28 May 2018`, of a date and what it is in words.
pub(super) fn since(dataset: &Dataset, date: Date, words: &str) -> String {
    phrase(dataset, date, "since", words)
}

/// A first day in words, which may be one of the record and not of the tie.
pub(super) fn first_day(dataset: &Dataset, date: Date, is_censored: bool) -> String {
    let words = date_words(dataset, date);
    if is_censored { say::or_before(dataset, &words) } else { words }
}

/// What the width of a line means, where the dataset has weights.
pub(super) fn width(dataset: &Dataset) -> Option<String> {
    let heaviest = dataset.ties().iter().filter_map(|tie| tie.weight).fold(None, |most: Option<Weight>, weight| {
        most.filter(|most| most.value() >= weight.value()).or(Some(weight))
    })?;
    Some(say::read_width_words(dataset, measure(dataset), &measured(dataset, heaviest)))
}

/// Whether a tie of the dataset points one way.
pub(super) fn has_arrows(dataset: &Dataset) -> bool {
    dataset.ties().into_iter().any(|tie| tie.manner.direction() != TieDirection::Both)
}
