//! Numbered steps with their durations, and bars for tasks of many files.

use std::fmt;
use std::time::{Duration, Instant};

use anyhow::Result;
use indicatif::{ProgressBar, ProgressStyle};

/// The bar, how many of how many, and what is being done.
const TEMPLATE: &str = "      {bar:24} {pos}/{len} {msg}";

/// The numbered steps of a task. Plain lines, because most steps run programs that print by themselves.
#[derive(Debug)]
pub struct Progress {
    done: usize,
    total: usize,
}

impl Progress {
    /// A task of so many steps.
    pub const fn new(total: usize) -> Self {
        Self { done: 0, total }
    }

    /// Runs a step and prints how long it took.
    pub fn step<T>(&mut self, what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        self.done += 1;
        println!("[{}/{}] {what}", self.done, self.total);
        let start = Instant::now();
        let result = work();
        let verdict = if result.is_ok() { "done" } else { "failed" };
        println!("      {verdict} in {}", Seconds(start.elapsed()));
        result
    }
}

/// Runs a part of a step and prints how long it took, after it: parts may run beside one another.
pub fn timed<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let start = Instant::now();
    let result = work();
    let verdict = if result.is_ok() { "done" } else { "failed" };
    println!("      {what}: {verdict} in {}", Seconds(start.elapsed()));
    result
}

/// A bar on standard error, which shows nothing where that is no terminal.
pub fn bar(total: usize) -> ProgressBar {
    let bar = ProgressBar::new(total as u64);
    match ProgressStyle::with_template(TEMPLATE) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// A duration as text: `0.4 s`, `1 min 12 s`.
#[derive(Clone, Copy, Debug)]
pub struct Seconds(pub Duration);

impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = self.0.as_secs();
        if whole < 60 {
            write!(f, "{:.1} s", self.0.as_secs_f64())
        } else {
            write!(f, "{} min {} s", whole / 60, whole % 60)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_durations() {
        assert_eq!(Seconds(Duration::from_millis(449)).to_string(), "0.4 s");
        assert_eq!(Seconds(Duration::from_secs(72)).to_string(), "1 min 12 s");
    }

    #[test]
    fn the_template_of_the_bar_is_valid() {
        assert!(ProgressStyle::with_template(TEMPLATE).is_ok());
    }
}
