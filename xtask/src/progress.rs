//! Numbered steps, each with how long it took.

use std::fmt;
use std::time::{Duration, Instant};

use anyhow::Result;

/// Counts the steps of a longer task aloud.
#[derive(Debug)]
pub struct Progress {
    done: usize,
    total: usize,
}

impl Progress {
    /// A task of so many steps.
    pub const fn of(total: usize) -> Self {
        Self { done: 0, total }
    }

    /// Does one step and says how long it took.
    pub fn step<T>(&mut self, what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        self.done += 1;
        println!("[{}/{}] {what}", self.done, self.total);
        let start = Instant::now();
        let result = work();
        let mark = if result.is_ok() { "done" } else { "failed" };
        println!("      {mark} in {}", Seconds(start.elapsed()));
        result
    }
}

/// A duration in words: `0.4 s`, `1 min 12 s`.
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
    fn says_durations() {
        assert_eq!(Seconds(Duration::from_millis(449)).to_string(), "0.4 s");
        assert_eq!(Seconds(Duration::from_secs(72)).to_string(), "1 min 12 s");
    }
}
