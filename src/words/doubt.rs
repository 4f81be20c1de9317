//! What is doubtful about a fact.

use super::messages as say;
use crate::data::{Confidence, Dataset};
use crate::time::Date;

/// What is doubtful about a fact since a date, in a few words without a full stop; empty when it is on record.
///
/// What the words stand for is said once, in [`how_to_read`](super::how_to_read).
pub fn doubt(dataset: &Dataset, confidence: Confidence, since: Date) -> &'static str {
    let words = match confidence {
        Confidence::Low => say::DOUBT_LOW,
        Confidence::Medium if since.is_doubtful() => say::DOUBT_MEDIUM_AND_DATE,
        Confidence::Medium => say::DOUBT_MEDIUM,
        Confidence::High if since.is_doubtful() => say::DOUBT_DATE,
        Confidence::High => return "",
    };
    words.of(dataset)
}
