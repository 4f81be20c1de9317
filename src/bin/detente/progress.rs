//! Progress on standard error: a bar for tasks of many pictures, a line for those of few long steps.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// The bar, how many of how many, and what is being done.
const TEMPLATE: &str = "{bar:24} {pos}/{len} {msg}";
/// What is being done, and for how long.
const STEPS: &str = "{spinner} {msg} ({elapsed})";

/// A bar on standard error that is removed when it is dropped; it shows nothing where that is no terminal.
pub(crate) fn bar(total: usize) -> ProgressBar {
    let bar = ProgressBar::new(total as u64).with_finish(indicatif::ProgressFinish::AndClear);
    match ProgressStyle::with_template(TEMPLATE) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// What is being done, with the time that it has taken, of work that has no countable parts. It is removed when it is
/// dropped, and shows nothing where standard error is no terminal.
pub(crate) fn steps(first: &'static str) -> ProgressBar {
    let bar = ProgressBar::new_spinner().with_finish(indicatif::ProgressFinish::AndClear).with_message(first);
    bar.enable_steady_tick(Duration::from_millis(100));
    match ProgressStyle::with_template(STEPS) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_templates_are_valid() {
        assert!([TEMPLATE, STEPS].iter().all(|template| ProgressStyle::with_template(template).is_ok()));
    }
}
