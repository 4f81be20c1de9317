//! What is doubtful about a fact.

use super::messages as say;
use crate::data::{Confidence, Dataset};
use crate::time::Date;

/// What is doubtful about a fact since a date, in a few words without a full stop; empty when it is on record.
///
/// What the words stand for is said once, in [`how_to_read`](super::how_to_read).
pub fn doubt(dataset: &Dataset, confidence: Confidence, since: Date) -> &'static str {
    match confidence {
        Confidence::Low => say::doubt_low(dataset),
        Confidence::Medium if since.is_doubtful() => say::doubt_medium_and_date(dataset),
        Confidence::Medium => say::doubt_medium(dataset),
        Confidence::High if since.is_doubtful() => say::doubt_date(dataset),
        Confidence::High => "",
    }
}
