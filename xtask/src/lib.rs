//! The library behind `cargo xtask`: it builds, serves, tests and measures the page.
//!
//! The browser tests use it too: [`site::Site`] is a built page in memory, [`server::Server`] serves it, [`chromium`]
//! finds the browser, [`hosts`] builds pages that embed the view, [`payload`] weighs what a reader downloads.

#![allow(clippy::missing_errors_doc, reason = "every error is a sentence for the user of the command")]
#![allow(clippy::disallowed_methods, reason = "a build reads the clock; only pictures must not")]

pub mod aggregate;
pub mod apt;
pub mod assemble;
pub mod bundle;
pub mod chromium;
pub mod command;
pub mod compress;
pub mod engine;
pub mod esbuild;
pub mod hosts;
pub mod interface;
pub mod judges;
pub mod likeness;
pub mod npm;
pub mod outcomes;
pub mod package;
pub mod payload;
mod places;
pub mod plan;
pub mod process;
pub mod progress;
pub mod python;
pub mod server;
pub mod short_names;
pub mod site;
pub mod split;
pub mod statics;
pub mod viewer;
pub mod wasm;
pub mod wasm_opt;
pub mod watch;
pub mod workspace;
