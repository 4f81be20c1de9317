//! How strong a tie is, which way it points, and what is not known of its ends.

use crate::data::{Dataset, Tie, TieDirection, Weight};
use crate::time::{Date, Playhead, Precision};

use super::capitalised;
use super::date::{date_words, step_name};
use super::figures::thousands;
use super::row::name;

/// A weight in digits, with its unit where there is one: `1,200.5 million dollars`.
pub(super) fn measured(dataset: &Dataset, weight: Weight) -> String {
    let (mut whole, decimals) = weight.parts();
    let mut fraction = String::new();
    for _ in 0..decimals {
        fraction.insert(0, char::from(b'0' + (whole % 10) as u8));
        whole /= 10;
    }
    let mut text = thousands(whole);
    for (mark, part) in [(".", fraction.as_str()), (" ", unit(dataset))] {
        if !part.is_empty() {
            text.push_str(mark);
            text.push_str(part);
        }
    }
    text
}

/// In what weights are measured; may be empty.
pub(super) fn unit(dataset: &Dataset) -> &str {
    dataset.texts().map_or("", |texts| &texts.about.weight[1])
}

/// What is measured.
pub(super) fn measure(dataset: &Dataset) -> &str {
    dataset.texts().map(|texts| texts.about.weight[0].as_str()).filter(|name| !name.is_empty()).unwrap_or("weight")
}

/// What is measured, and how much: `trade of 1,200 million dollars`; empty for a tie without weight.
pub(super) fn weight(dataset: &Dataset, tie: &Tie) -> String {
    let Some(weight) = tie.weight else { return String::new() };
    let mut text = measure(dataset).to_owned();
    text.push_str(" of ");
    text.push_str(&measured(dataset, weight));
    text
}

/// Weight and direction of a tie in sentences, each with a blank after it: `Trade of 1,200 million dollars in 1972. `;
/// empty where it has neither.
#[inline(never)]
pub(super) fn strength(dataset: &Dataset, tie: &Tie, playhead: Playhead) -> String {
    let mut text = capitalised(&weight(dataset, tie));
    if !text.is_empty() {
        // Another year may have another weight.
        if tie.spell.holds(playhead) {
            text.push_str(" in ");
            text.push_str(&step_name(dataset, playhead.shown_year()));
        }
        text.push_str(". ");
    }
    let ends = match tie.manner.direction() {
        TieDirection::Both => return text,
        TieDirection::AToB => [tie.a, tie.b],
        TieDirection::BToA => [tie.b, tie.a],
    };
    for part in ["From ", name(dataset, ends[0]), " to ", name(dataset, ends[1]), ". "] {
        text.push_str(part);
    }
    text
}

/// From when to when a tie held, as far as the record shows it: `1816 or before – 1953`, `since 1950, end unknown`.
#[inline(never)]
pub(super) fn span_of(dataset: &Dataset, tie: &Tie) -> String {
    let mut text = first_day(dataset, tie.spell.from, tie.manner.censoring().from);
    match tie.spell.to {
        None => {
            text.insert_str(0, "since ");
            if tie.manner.censoring().end_unknown {
                text.push_str(", end unknown");
            }
        }
        Some(to) if tie.manner.censoring().to && to.precision() == Precision::Year => {
            text.push_str(", still at the end of ");
            text.push_str(&(to.year() - 1).to_string());
        }
        Some(to) => {
            text.push_str(" – ");
            text.push_str(&date_words(dataset, to));
            if tie.manner.censoring().to {
                text.push_str(" or later");
            }
        }
    }
    text
}

/// A first day in words, which may be one of the record and not of the tie.
pub(super) fn first_day(dataset: &Dataset, date: Date, is_censored: bool) -> String {
    let mut text = date_words(dataset, date);
    if is_censored {
        text.push_str(" or before");
    }
    text
}

/// What the width of a line means, where the dataset has weights.
pub(super) fn width(dataset: &Dataset) -> Option<String> {
    let heaviest = dataset.ties().iter().filter_map(|tie| tie.weight).fold(None, |most: Option<Weight>, weight| {
        most.filter(|most| most.value() >= weight.value()).or(Some(weight))
    })?;
    Some(format!(
        "{}, as its square root; the widest is {}, and a tie without a number has the thinnest",
        measure(dataset),
        measured(dataset, heaviest)
    ))
}

/// What an arrow head means, where a tie of the dataset points one way.
pub(super) fn arrows(dataset: &Dataset) -> Option<&'static str> {
    let points = |tie: &&Tie| tie.manner.direction() != TieDirection::Both;
    dataset
        .ties()
        .into_iter()
        .any(|tie| points(&tie))
        .then_some("the tie goes that way only; where lines are many, none is drawn but of those in focus")
}
