//! What the descriptor says under `detente`, before it is checked.

use serde_json::Value;

use super::Draft;

impl Draft {
    /// The descriptor's object `detente`.
    pub(in super::super) fn own(&self) -> Option<&Value> {
        self.descriptor.as_ref()?.get("detente")
    }

    /// The values of the coldest rung and of the warmest: the descriptor's, or −3 and 3 where it has no ladder.
    pub(in super::super) fn ladder_ends(&self) -> [i8; 2] {
        let rungs = || self.own().and_then(rungs).into_iter().flatten();
        let values = || rungs().filter_map(|rung| i8::try_from(rung.get("value")?.as_i64()?).ok());
        [values().min().unwrap_or(-3), values().max().unwrap_or(3)]
    }
}

/// The entries of the ladder in the object `detente`, as written.
pub(in super::super) fn rungs(own: &Value) -> Option<&Vec<Value>> {
    own.get(ladder_key(own))?.as_array()
}

/// The key under which the object `detente` has the ladder: `stances`, or `ladder`.
pub(in super::super) fn ladder_key(own: &Value) -> &'static str {
    if own.get("ladder").is_some() && own.get("stances").is_none() { "ladder" } else { "stances" }
}
