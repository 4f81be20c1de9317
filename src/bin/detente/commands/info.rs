//! `info`: what a dataset is called, which years it covers, and which of them stand out.

use std::cmp::Reverse;
use std::ops::Range;

use detente::data::{Dataset, StepId};
use detente::moment::changes;
use serde::Serialize;

use crate::args::InfoArgs;
use crate::error::CliError;
use crate::resolve::dataset;

/// Where the descriptor names no turning points, how many years stand out beside the first and the last: as many as a reader looks through in a row of pictures.
const HIGHLIGHTS: usize = 9;
/// What a single change counts at most, as in `moment::pace`: one large event must not outweigh a year of many.
const LARGEST_CHANGE: u32 = 60;

#[derive(Serialize)]
struct Info<'a> {
    /// The machine name in the descriptor.
    name: &'a str,
    title: &'a str,
    /// The first and the last year; months or days as `1914-07` or `1914-07-28`, where the dataset counts those.
    first_year: StepId,
    last_year: StepId,
    /// What the dataset counts: `year`, `month` or `day`.
    step: &'a str,
    /// The first year, the last, and the turning points or else the years with the largest changes, in order.
    highlights: Vec<StepId>,
}

pub(super) fn info(args: &InfoArgs) -> Result<String, CliError> {
    let dataset = dataset(&args.dataset)?;
    let descriptor = dataset.info();
    let info = Info {
        name: &descriptor.name,
        title: &descriptor.title,
        first_year: descriptor.step_id(descriptor.first_year),
        last_year: descriptor.step_id(descriptor.last_year),
        step: descriptor.calendar.step.name(),
        highlights: highlights(&dataset).into_iter().map(|step| descriptor.step_id(step)).collect(),
    };
    let json = serde_json::to_string_pretty(&info).map_err(|error| CliError::new(error.to_string()))?;
    Ok(json + "\n")
}

/// How much changed in a year, in the unit of the changes' weights.
fn change_weight(dataset: &Dataset, year: i16) -> u32 {
    changes(dataset, year).iter().map(|change| change.weight.min(LARGEST_CHANGE)).sum()
}

/// The years worth a picture of their own, in order.
fn highlights(dataset: &Dataset) -> Vec<i16> {
    let info = dataset.info();
    let mut years = info.turning_points.clone();
    if years.is_empty() {
        years = heaviest(info.first_year + 1..info.last_year, |year| change_weight(dataset, year));
    }
    years.extend([info.first_year, info.last_year]);
    years.sort_unstable();
    years.dedup();
    years
}

/// The years with the largest weights above 0, the heaviest first; of equals the earlier.
fn heaviest(years: Range<i16>, weight: impl Fn(i16) -> u32) -> Vec<i16> {
    let weighed = years.map(|year| (Reverse(weight(year)), year));
    let mut weighed: Vec<_> = weighed.filter(|(Reverse(weight), _)| *weight > 0).collect();
    weighed.sort_unstable();
    weighed.into_iter().take(HIGHLIGHTS).map(|(_, year)| year).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_years_that_changed_most_stand_out() {
        let weight = |year: i16| if year % 10 == 0 { 5 } else { 7 * u32::from(year == 1914) };
        assert_eq!(heaviest(1891..1951, weight), [1914, 1900, 1910, 1920, 1930, 1940, 1950]);
        // Of equals the earlier ones, and not too many.
        let years = heaviest(1801..1900, |_| 1);
        assert_eq!((years.len(), years[0], years[8]), (HIGHLIGHTS, 1801, 1809));
        assert_eq!(heaviest(1990..1990, |_| 1), [0_i16; 0]);
    }
}
