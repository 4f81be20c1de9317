//! What ran in which engine, and what was left out there, with the reason.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::time::Instant;
use std::{env, fmt, thread};

use xtask::engine::Engine;
use xtask::outcomes::{OUTCOMES_VARIABLE, Outcome};

/// The error of what an engine or its driver does not have. A visit that ends with it is left out and not failed.
#[derive(Debug)]
pub struct LeftOut(pub String);

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for LeftOut {}

/// The error for a thing that only another engine has.
pub(crate) fn left_out(reason: impl Into<String>) -> anyhow::Error {
    LeftOut(reason.into()).into()
}

/// Notes how a visit of the running test ended, and how long it took: in the file that `cargo xtask test` names, and among what is printed.
pub(crate) fn note(engine: Engine, start: Instant, left_out: Option<String>) {
    // Each test runs in a thread of its name.
    let test = thread::current().name().unwrap_or_default().to_owned();
    if let Some(reason) = &left_out {
        println!("left out in {engine}: {reason}");
    }
    let Some(file) = env::var_os(OUTCOMES_VARIABLE) else { return };
    let outcome = Outcome { test, engine: engine.name().to_owned(), seconds: start.elapsed().as_secs_f64(), left_out };
    let Ok(line) = serde_json::to_string(&outcome) else { return };
    let written = OpenOptions::new().create(true).append(true).open(file).and_then(|mut file| writeln!(file, "{line}"));
    if let Err(error) = written {
        eprintln!("cannot note what ran: {error}");
    }
}
