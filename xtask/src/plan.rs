//! What `cargo xtask bench` asks of the program that measures.

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
