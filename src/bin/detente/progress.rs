//! A bar for tasks of many pictures.

use indicatif::{ProgressBar, ProgressStyle};

/// The bar, how many of how many, and what is being done.
const TEMPLATE: &str = "{bar:24} {pos}/{len} {msg}";

/// A bar on standard error that is removed when it is dropped; it shows nothing where that is no terminal.
pub(crate) fn bar(total: usize) -> ProgressBar {
    let bar = ProgressBar::new(total as u64).with_finish(indicatif::ProgressFinish::AndClear);
    match ProgressStyle::with_template(TEMPLATE) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_is_valid() {
        assert!(ProgressStyle::with_template(TEMPLATE).is_ok());
    }
}
