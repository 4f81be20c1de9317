//! What `cargo xtask` is made of: it builds, serves, tests and measures the page.
//!
//! It is a library as well, so that the browser tests serve and find things the same way:
//! [`site::Site`] is a built page in memory, [`server::Server`] answers for it,
//! [`chromium`] finds the browser, [`hosts`] builds pages of others that embed the view,
//! [`payload`] weighs what a reader downloads.

#![allow(clippy::missing_errors_doc, reason = "every error is a sentence for whoever typed the command")]
#![allow(clippy::disallowed_methods, reason = "a build reads the clock; only pictures must not")]

pub mod apt;
pub mod bundle;
pub mod chromium;
pub mod command;
pub mod hosts;
pub mod house;
pub mod interface;
pub mod optimise;
pub mod package;
pub mod payload;
pub mod press;
pub mod process;
pub mod progress;
pub mod server;
pub mod site;
pub mod statics;
pub mod wasm;
pub mod watch;
