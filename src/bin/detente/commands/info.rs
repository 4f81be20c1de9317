//! `info`: what a dataset is called, which years it covers, and which of them stand out.

use std::cmp::Reverse;

use detente::data::Dataset;
use detente::moment::changes;
use serde::Serialize;

use crate::args::InfoArgs;
use crate::error::CliError;
use crate::resolve::dataset;

/// How many years stand out beside the first and the last: as many as a reader looks through in a row of pictures.
const HIGHLIGHTS: usize = 9;
/// What a single change counts at most, as in `moment::pace`: one large event must not outweigh a year of many.
const LARGEST_CHANGE: u32 = 60;

#[derive(Serialize)]
struct Info<'a> {
    /// The machine name in the descriptor.
    name: &'a str,
    title: &'a str,
    first_year: i16,
    last_year: i16,
    /// The first year, the last, and those with the largest changes, in order.
    highlights: Vec<i16>,
}

pub(super) fn info(args: &InfoArgs) -> Result<String, CliError> {
    let dataset = dataset(&args.dataset)?;
    let rules = dataset.rules();
    let info = Info {
        name: &rules.name,
        title: &rules.title,
        first_year: rules.first_year,
        last_year: rules.last_year,
        highlights: highlights(rules.first_year, rules.last_year, |year| change_weight(&dataset, year)),
    };
    let json = serde_json::to_string_pretty(&info).map_err(|error| CliError::new(error.to_string()))?;
    Ok(json + "\n")
}

/// How much changed in a year, in the unit of the changes' weights.
fn change_weight(dataset: &Dataset, year: i16) -> u32 {
    changes(dataset, year).iter().map(|change| change.weight.min(LARGEST_CHANGE)).sum()
}

/// The first year, the last, and of those between the ones with the largest weights above 0; of equals the earlier.
fn highlights(first: i16, last: i16, weight: impl Fn(i16) -> u32) -> Vec<i16> {
    let mut between: Vec<(Reverse<u32>, i16)> = (first + 1..last)
        .map(|year| (Reverse(weight(year)), year))
        .filter(|(Reverse(weight), _)| *weight > 0)
        .collect();
    between.sort_unstable();
    let mut years: Vec<i16> = between.into_iter().take(HIGHLIGHTS).map(|(_, year)| year).collect();
    years.extend([first, last]);
    years.sort_unstable();
    years.dedup();
    years
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_years_that_changed_most_stand_out() {
        let weight = |year: i16| if year % 10 == 0 { 5 } else { u32::from(year == 1914) };
        assert_eq!(highlights(1890, 1951, weight), [1890, 1900, 1910, 1914, 1920, 1930, 1940, 1950, 1951]);
        // Of equals the earlier ones, and never more than nine between the first and the last.
        let years = highlights(1800, 1900, |_| 1);
        assert_eq!((years.len(), years[1], years[9], years[10]), (11, 1801, 1809, 1900));
        assert_eq!(highlights(1990, 1990, |_| 0), [1990]);
    }
}
