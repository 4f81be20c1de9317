//! What is doubtful about a fact.

use crate::data::Confidence;
use crate::time::Date;

/// What is doubtful about a fact since a date, in a sentence; empty when it is on record.
pub fn doubt(confidence: Confidence, since: Date) -> &'static str {
    match confidence {
        Confidence::Low => "Uncertain: a guess or a single weak source.",
        _ if since.is_doubtful() => "The date is uncertain.",
        Confidence::Medium => "A judgement on the sources.",
        Confidence::High => "",
    }
}
