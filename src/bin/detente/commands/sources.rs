//! `sources`: what is wrong with the sources' addresses, and how much rests on one source alone.

use core::fmt::Write as _;

use detente::data::Dataset;
use detente::render::{coverage, malformed};

use crate::args::SourcesArgs;
use crate::error::CliError;
use crate::resolve::dataset;

pub(super) fn sources(args: &SourcesArgs) -> Result<String, CliError> {
    let dataset = dataset(&args.dataset)?;
    let (text, wrong) = report(&dataset);
    if wrong == 0 { Ok(text) } else { Err(CliError::report(text)) }
}

/// The report, and how many addresses are malformed.
fn report(dataset: &Dataset) -> (String, usize) {
    let all = dataset.texts().map_or(&[][..], |texts| &texts.sources);
    let mut text = String::new();
    let mut wrong = 0;
    // Writing to a String cannot fail.
    for source in all {
        if let Some(reason) = malformed(&source.url) {
            wrong += 1;
            let _ = writeln!(text, "malformed  {}: {}\n           {reason}", source.id, source.url);
        }
    }
    for source in all.iter().filter(|source| !source.fragile.is_empty()) {
        let _ = writeln!(text, "fragile    {}: {}\n           {}", source.id, source.url, source.fragile);
    }
    let fragile = all.iter().filter(|source| !source.fragile.is_empty()).count();
    let offline = all.iter().filter(|source| source.url.is_empty()).count();
    let _ = writeln!(text, "\n{} sources: {wrong} malformed, {fragile} fragile, {offline} not on the web.", all.len());
    for (name, coverage) in ["spells", "events", "acts"].into_iter().zip(coverage(dataset)) {
        let _ = writeln!(
            text,
            "{} {name}: {} rest on one source, {} on none.",
            coverage.facts, coverage.single, coverage.none
        );
    }
    (text, wrong)
}
