//! What of a program comes late. This is the one place that says so.
//!
//! The first part of the viewer is what shows a year and moves to another: pack, layout, network, strip, playback. That
//! of the workbench reads tables of ties, actors and members, checks and corrects them. Everything that is called by
//! late functions alone is late too and need not be named.

use std::collections::BTreeSet;

use anyhow::{Result, bail};

use super::names;

/// What of one program comes late.
#[derive(Clone, Copy, Debug)]
pub struct Late {
    /// The beginning of the names of the exported class's methods.
    class: &'static str,
    /// Methods of the exported class that scripts call only once the late part is there, by name.
    methods: &'static [&'static str],
    /// Functions, by the beginning of their path, that functions of the first part call only when the late part is there.
    functions: &'static [&'static str],
}

/// The viewer: what is read, searched, pointed at and compared.
///
/// The timeline is drawn in a frame once it was laid out, nothing is under the pointer before it pointed, and nobody is
/// put in the centre before a card is read.
pub const VIEWER: Late = Late {
    class: "detente_",
    methods: &[
        "addYear",
        "attach",
        "card",
        "cardOf",
        "centre",
        "centred",
        "citation",
        "column",
        "cursor",
        "cursorName",
        "differences",
        "erasUnfolded",
        "fewColors",
        "foreign",
        "goTimeline",
        "goToEvent",
        "howToRead",
        "layoutTimeline",
        "leapTimeline",
        "leaveTimeline",
        "navigate",
        "ownLanguage",
        "pick",
        "pickPointed",
        "pickTimeline",
        "pinch",
        "placeTip",
        "plot",
        "point",
        "pointTimeline",
        "printout",
        "removeYear",
        "renamed",
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
        "translate",
        "unfoldEras",
        "unzoom",
        "valueText",
        "yearText",
        "zoomed",
    ],
    functions: &[
        "detente::data::dataset::reading::",
        "detente::data::places::",
        "detente::data::translation::",
        "detente::scene::hit::",
        "detente::scene::navigate::",
        "detente::scene::plot::",
        "detente::scene::timeline::",
        "detente::viewer::centre::",
        "detente::viewer::zoom::",
        "detente::web::plotted::",
    ],
};

/// The workbench: what becomes of a dataset, and all that is read beside tables of ties, actors and members, which is
/// read only where `Workbench::needsAll` says so.
pub const WORKBENCH: Late = Late {
    class: "workbench_",
    methods: &["convert", "pack", "package", "page", "picture", "reportJson", "texts"],
    functions: &[
        "detente::data::draft::json::locate_nearest",
        "detente::data::read::descriptor::parse",
        "detente::data::read::graphs::read",
        "detente::data::read::json::read",
        "detente::data::read::packed::open",
        "detente::data::validate::evidence::Evidence::high_rests_on_more_than_an_encyclopedia",
        "detente::data::validate::facts::acts",
        "detente::data::validate::facts::events",
        "detente::data::validate::facts::sources",
        "detente::data::validate::reasons::reasons",
        "detente::data::validate::story::",
    ],
};

impl Late {
    /// The beginning of the names of the exported class's methods.
    pub const fn class(&self) -> &'static str {
        self.class
    }

    /// Whether the function or export of that name comes late.
    pub fn has(&self, name: &str) -> bool {
        self.methods.iter().any(|method| self.is_method(name, method))
            || self.functions.iter().any(|path| in_path(name, path))
    }

    /// Whether an export is a method of the exported class; in a linked module the hash of the crate follows its name.
    fn is_method(&self, name: &str, method: &str) -> bool {
        let rest = name.strip_prefix(self.class).and_then(|name| name.strip_prefix(method));
        rest.is_some_and(|rest| rest.is_empty() || (rest.len() == 17 && rest.starts_with('_')))
    }

    /// Whether every name here stands for something in the linked module: one that was renamed would come first
    /// unnoticed.
    ///
    /// # Errors
    ///
    /// With the first name that stands for nothing.
    pub fn check(&self, linked: &[u8]) -> Result<()> {
        let names: BTreeSet<String> = names(linked)?;
        if let Some(method) = self.methods.iter().find(|method| !names.iter().any(|name| self.is_method(name, method)))
        {
            bail!("the core exports no `{method}`, which xtask/src/split/late.rs names.");
        }
        match self.functions.iter().find(|path| !names.iter().any(|name| in_path(name, path))) {
            None => Ok(()),
            Some(path) => bail!("the core has no function in `{path}`, which xtask/src/split/late.rs names."),
        }
    }
}

/// Whether a function belongs to a path: as `path::of`, as a method, `<path::Type>::of` or `<path::Type as Trait>::of`, or
/// by its own name, after which its hash may follow.
fn in_path(name: &str, path: &str) -> bool {
    let rest = name.trim_start_matches('<').strip_prefix(path);
    rest.is_some_and(|rest| path.ends_with("::") || rest.is_empty() || rest.starts_with("::"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_before_and_after_the_glue_is_made() {
        for name in ["detente_card", "detente_card_0123456789abcdef", "detente::scene::timeline::plan::Timeline::lay"] {
            assert!(VIEWER.has(name), "{name}");
        }
        assert!(VIEWER.has("<detente::scene::timeline::plan::Plan as core::fmt::Debug>::fmt"));
        for name in
            ["detente_frame", "detente_card_of", "detente_cardinal", "detente::scene::time", "detente::words::card"]
        {
            assert!(!VIEWER.has(name), "{name}");
        }
        for name in ["workbench_pack", "detente::data::read::graphs::read", "detente::data::read::graphs::read::h01"] {
            assert!(WORKBENCH.has(name), "{name}");
        }
        for name in ["workbench_read", "detente_card", "detente::data::read::graphs::readable::h01"] {
            assert!(!WORKBENCH.has(name), "{name}");
        }
    }

    #[test]
    fn a_name_that_stands_for_nothing_is_noticed() {
        let error = VIEWER.check(b"\0asm\x01\0\0\0").expect_err("an empty module").to_string();
        assert_eq!(error, "the core exports no `addYear`, which xtask/src/split/late.rs names.");
    }
}
