//! What is doubtful about a fact.

use crate::data::Confidence;
use crate::time::Date;

/// What is doubtful about a fact since a date, in a few words without a full stop; empty when it is on record.
///
/// What the words stand for is said once, in [`how_to_read`](super::how_to_read).
pub fn doubt(confidence: Confidence, since: Date) -> &'static str {
    match confidence {
        Confidence::Low => "uncertain",
        Confidence::Medium if since.is_doubtful() => "less certain, and so is the date",
        Confidence::Medium => "less certain",
        Confidence::High if since.is_doubtful() => "date uncertain",
        Confidence::High => "",
    }
}
