//! What is doubtful about a fact.

use crate::data::Confidence;
use crate::time::Date;

/// What is doubtful about a fact since a date, in a sentence; empty when it is on record.
pub fn doubt(confidence: Confidence, since: Date) -> &'static str {
    match confidence {
        Confidence::Low => "Uncertain: a guess or a single weak source.",
        Confidence::Medium if since.is_doubtful() => {
            "Less certain, its date too: a judgement, or an encyclopedia alone."
        }
        Confidence::Medium => "Less certain: a judgement, or an encyclopedia alone.",
        Confidence::High if since.is_doubtful() => "The date is uncertain.",
        Confidence::High => "",
    }
}
