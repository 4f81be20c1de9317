//! Which years stand side by side as small multiples.

use crate::data::DatasetInfo;

/// With fewer turning points than this within the span, the years are spread instead.
const FEWEST_TURNING_POINTS: usize = 4;
/// How many years are spread over a span without turning points.
const SPREAD: i32 = 8;

/// The years that are worth a picture of their own, in order: the dataset's turning points within its span, or else
/// about eight years spread evenly over it.
pub fn chosen_years(info: &DatasetInfo) -> Vec<i16> {
    let (first, last) = (info.first_year, info.last_year.max(info.first_year));
    let mut years: Vec<i16> = Vec::new();
    for year in info.turning_points.iter().filter(|year| (first..=last).contains(*year)) {
        insert(&mut years, *year);
    }
    if years.len() < FEWEST_TURNING_POINTS {
        years.clear();
        let span = i32::from(last) - i32::from(first);
        for index in 0..SPREAD {
            insert(&mut years, (i32::from(first) + span * index / (SPREAD - 1)) as i16);
        }
    }
    years
}

/// Puts a year in its place, unless it is there. Whether it was put in.
pub(super) fn insert(years: &mut Vec<i16>, year: i16) -> bool {
    match years.binary_search(&year) {
        Ok(_) => false,
        Err(place) => {
            years.insert(place, year);
            true
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn info(first_year: i16, last_year: i16, turning_points: &[i16]) -> DatasetInfo {
        DatasetInfo { first_year, last_year, turning_points: turning_points.to_vec(), ..DatasetInfo::default() }
    }

    #[test]
    fn turning_points_within_the_span_are_chosen_in_order() {
        let years = chosen_years(&info(1945, 2025, &[1961, 1950, 1953, 1972, 1950, 1900]));
        assert_eq!(years, [1950, 1953, 1961, 1972]);
    }

    #[test]
    fn without_them_the_years_are_spread_from_the_first_to_the_last() {
        assert_eq!(
            chosen_years(&info(1900, 1914, &[1905, 1908, 1911])),
            [1900, 1902, 1904, 1906, 1908, 1910, 1912, 1914]
        );
        assert_eq!(chosen_years(&info(1900, 1902, &[])), [1900, 1901, 1902]);
        assert_eq!(chosen_years(&info(850, 850, &[])), [850]);
        assert_eq!(chosen_years(&info(i16::MIN, i16::MAX, &[])).len(), 8);
    }
}
