//! The harness of the browser tests: a real browser, looking at the built page.
//!
//! A test is a visit. It gets a server and a browser of its own, which end with it, and it fails on
//! whatever the page complains about on its console:
//!
//! ```no_run
//! # use anyhow::Result;
//! # use detente_browser::{Visit, Key};
//! # async fn test() -> Result<()> {
//! Visit::to("#year=1972").run(async |page| {
//!     page.press(".slider", Key::Right).await?;
//!     page.wait_until("view.year === 1973").await
//! }).await
//! # }
//! ```
//!
//! The page is the one in `DETENTE_SITE`, or else in `dist/`; `cargo xtask test --only browser` builds
//! and names it. The browser is Chromium, or the one that `DETENTE_ENGINE` names: `firefox` or `webkit`. In every piece of JavaScript, `view` is the first `<detente-view>` and `root` its
//! shadow root; every CSS selector is looked for in that root first and then in the page.

#![allow(clippy::missing_errors_doc, reason = "every error is a sentence for whoever reads the failed test")]
#![allow(clippy::disallowed_methods, reason = "a browser is waited for by the clock")]

mod accessible;
mod bus;
mod canvas;
mod console;
mod driver;
mod floor;
mod frame;
mod generate;
mod heap;
mod input;
mod keeper;
mod media;
mod outcome;
mod page;
mod processes;
mod shift;
mod soak;
mod told;
mod visit;
mod watch;
mod wire;
mod wishes;

pub use canvas::Rgba;
pub use fantoccini::key::Key;
pub use floor::{floor, floor_marks};
pub use generate::{Made, generate};
pub use heap::{Growth, WATCH_MEMORIES, heap_growth};
pub use keeper::Keeper;
pub use outcome::LeftOut;
pub use page::{Bounds, PRELUDE, Page};
pub use processes::{Process, below as processes_below};
pub use shift::{Shift, layout_shift};
pub use soak::{Measure, Phase, Planted, Soak, Verdict, soak};
pub use visit::{POLICY, STRICT_POLICY, Visit, built_site, served_site};
pub use wishes::{Media, Screen};
pub use xtask::engine::Engine;
pub use xtask::server::{Overrides, response};

/// Ends a program: with 0, or with a sentence and 1.
pub fn conclude(program: &str, result: anyhow::Result<()>) -> std::process::ExitCode {
    let Err(error) = result else { return std::process::ExitCode::SUCCESS };
    eprintln!("{program}: {error:#}");
    std::process::ExitCode::FAILURE
}
