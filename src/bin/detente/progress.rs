//! How far a longer task has come, for whoever watches a terminal.

use std::io::{IsTerminal as _, Write as _};

const WIDTH: usize = 24;

/// A bar on standard error while a task runs; nothing where standard error is no terminal.
pub(crate) struct Bar {
    done: usize,
    total: usize,
    shown: bool,
}

impl Bar {
    pub(crate) fn of(total: usize) -> Self {
        Self { done: 0, total, shown: total > 1 && std::io::stderr().is_terminal() }
    }

    /// One more is done; `what` names it.
    pub(crate) fn step(&mut self, what: &str) {
        self.done += 1;
        if self.shown {
            let full = WIDTH * self.done / self.total.max(1);
            let (full, rest) = ("█".repeat(full), "░".repeat(WIDTH - full.min(WIDTH)));
            // Whoever closed the terminal does not watch.
            let _ = write!(std::io::stderr(), "\r\x1b[K{full}{rest} {}/{} {what}", self.done, self.total);
        }
    }
}

impl Drop for Bar {
    /// Leaves a clean line, also for the sentence that says what went wrong.
    fn drop(&mut self) {
        if self.shown {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}
