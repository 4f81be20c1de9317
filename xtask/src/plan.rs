//! What `cargo xtask bench` and `cargo xtask soak` ask of the programs that measure.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::payload::Weighed;

/// The variable that hands a [`Plan`] over, as JSON.
pub const PLAN_VARIABLE: &str = "DETENTE_BENCH";

/// What is measured, in the order in which it is.
pub const MEASURES: [&str; 12] =
    ["payload", "step", "wait", "first", "shift", "embeds", "drag", "star", "heap", "native", "load", "engines"];

/// What is to be measured, how often and beside what.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Plan {
    /// The names of measures, out of [`MEASURES`].
    pub measures: Vec<String>,
    /// Runs of each side.
    pub rounds: usize,
    /// The revision that the page was built from, with a mark where files differ from it.
    pub revision: String,
    /// What the page weighs.
    pub payload: Vec<Weighed>,
    /// Another revision, measured in the same run.
    pub against: Option<Against>,
}

/// Another revision, built.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Against {
    /// As it was named.
    pub revision: String,
    /// The folder with its page.
    pub site: PathBuf,
    /// Its command line, which packs datasets for its page.
    pub command_line: PathBuf,
    /// What its page weighs.
    pub payload: Vec<Weighed>,
}

/// The variable that hands a [`SoakPlan`] over, as JSON.
pub const SOAK_VARIABLE: &str = "DETENTE_SOAK";

/// What a soak does, in the order in which it does.
pub const PHASES: [&str; 4] = ["steps", "loads", "reconnects", "resizes"];

/// What `cargo xtask soak` asks of the program that uses the view for long.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct SoakPlan {
    /// The names of engines.
    pub engines: Vec<String>,
    /// The names of what is done, out of [`PHASES`].
    pub phases: Vec<String>,
    /// The share of a whole soak.
    pub share: f64,
    /// Whether the page keeps something of each turn, which must be found.
    pub planted: bool,
}
