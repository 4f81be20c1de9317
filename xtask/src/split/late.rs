//! What of the program comes after the first frame. This is the one place that says so.
//!
//! The first part is what shows a year and moves to another: pack, layout, network, strip, playback. Everything that is
//! called by late functions alone is late too and need not be named.

use std::collections::BTreeSet;

use anyhow::{Result, bail};

use super::names;

/// Methods of the exported class that scripts call only once the late part is there, by name.
const METHODS: [&str; 49] = [
    "addYear",
    "attach",
    "card",
    "centre",
    "centred",
    "citation",
    "column",
    "cursor",
    "cursorName",
    "differences",
    "erasUnfolded",
    "goTimeline",
    "goToEvent",
    "howToRead",
    "layoutTimeline",
    "leapTimeline",
    "leaveTimeline",
    "navigate",
    "pick",
    "pickPointed",
    "pickTimeline",
    "placeTip",
    "plot",
    "point",
    "pointTimeline",
    "printout",
    "removeYear",
    "resetYears",
    "rowLevel",
    "rowStance",
    "scrubTimeline",
    "search",
    "selectedEvent",
    "shot",
    "smallMultiples",
    "speak",
    "steps",
    "still",
    "svg",
    "table",
    "timelineHeight",
    "timelineKey",
    "timelineOutline",
    "timelinePieces",
    "timelineRows",
    "tip",
    "tipOn",
    "unfoldEras",
    "yearText",
];

/// Functions, by the beginning of their path, that functions of the first part call only after a late method has been
/// called: the timeline is drawn in a frame once it was laid out, nothing is under the pointer before it pointed, and
/// nobody is put in the centre before a card is read.
const FUNCTIONS: [&str; 6] = [
    "detente::scene::hit::",
    "detente::scene::navigate::",
    "detente::scene::plot::",
    "detente::scene::timeline::",
    "detente::viewer::centre::",
    "detente::web::plotted::",
];

/// Whether the function or export of that name comes late.
pub fn is_late(name: &str) -> bool {
    METHODS.iter().any(|method| is_method(name, method)) || FUNCTIONS.iter().any(|path| in_path(name, path))
}

/// Whether an export is a method of the exported class; in a linked module the hash of the crate follows its name.
fn is_method(name: &str, method: &str) -> bool {
    let rest = name.strip_prefix("detente_").and_then(|name| name.strip_prefix(method));
    rest.is_some_and(|rest| rest.is_empty() || (rest.len() == 17 && rest.starts_with('_')))
}

/// Whether a function belongs to a path, as `path::of` and as a method, `<path::Type>::of` or `<path::Type as Trait>::of`.
fn in_path(name: &str, path: &str) -> bool {
    name.trim_start_matches('<').starts_with(path)
}

/// Whether every name here stands for something in the linked module: one that was renamed would come first unnoticed.
///
/// # Errors
///
/// With the first name that stands for nothing.
pub fn check(linked: &[u8]) -> Result<()> {
    let names: BTreeSet<String> = names(linked)?;
    if let Some(method) = METHODS.iter().find(|method| !names.iter().any(|name| is_method(name, method))) {
        bail!("the core exports no `{method}`, which xtask/src/split/late.rs names.");
    }
    match FUNCTIONS.iter().find(|path| !names.iter().any(|name| in_path(name, path))) {
        None => Ok(()),
        Some(path) => bail!("the core has no function in `{path}`, which xtask/src/split/late.rs names."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_before_and_after_the_glue_is_made() {
        for name in ["detente_card", "detente_card_0123456789abcdef", "detente::scene::timeline::plan::Timeline::lay"] {
            assert!(is_late(name), "{name}");
        }
        assert!(is_late("<detente::scene::timeline::plan::Plan as core::fmt::Debug>::fmt"));
        for name in
            ["detente_frame", "detente_card_of", "detente_cardinal", "detente::scene::time", "detente::words::card"]
        {
            assert!(!is_late(name), "{name}");
        }
    }

    #[test]
    fn a_name_that_stands_for_nothing_is_noticed() {
        let error = check(b"\0asm\x01\0\0\0").expect_err("an empty module").to_string();
        assert_eq!(error, "the core exports no `addYear`, which xtask/src/split/late.rs names.");
    }
}
