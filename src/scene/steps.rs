//! Which steps of the span are named along a scale.

use crate::data::DatasetInfo;
use crate::time::Calendar;

use super::Axis;

/// Round steps of the span, at most so many: years of round numbers, or months or days.
pub fn round_steps(info: &DatasetInfo, most: usize) -> Vec<i16> {
    if info.calendar.counts_years() {
        let years = Axis::new((f64::from(info.first_year), f64::from(info.last_year)), (0.0, 1.0)).ticks(most);
        return years.into_iter().map(|year| year as i16).collect();
    }
    // The first days of weeks, months and years.
    let mut round: Vec<i16> = Vec::new();
    for coarseness in 0..=COARSEST {
        round.clear();
        for step in info.first_year..=info.last_year {
            if is_round(info.calendar, step, coarseness) {
                round.push(step);
            }
        }
        if round.len() <= most {
            break;
        }
    }
    round
}

/// Every how many months those of the coarser names are.
const MONTHS: [i32; 7] = [1, 3, 6, 12, 60, 120, 600];
const COARSEST: usize = MONTHS.len() + 2;

/// Whether a month or day is as round as that.
fn is_round(calendar: Calendar, step: i16, coarseness: usize) -> bool {
    let date = calendar.date(step);
    let day = date.day().max(1);
    match coarseness {
        0 => true,
        1 => day % 7 == 1 && day < 28,
        2 => day == 1 || day == 15,
        _ => {
            let month = i32::from(date.year()) * 12 + i32::from(date.month()) - 1;
            day == 1 && month % MONTHS[coarseness - 3] == 0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Step;

    fn named(step: Step, last: i16, most: usize) -> Vec<String> {
        let calendar = Calendar { step, origin: 1914 };
        let info = DatasetInfo { calendar, last_year: last, ..DatasetInfo::default() };
        round_steps(&info, most).into_iter().map(|step| calendar.date(step).to_string()).collect()
    }

    #[test]
    fn as_many_steps_are_named_as_there_is_room_for() {
        assert_eq!(named(Step::Month, 5, 6).len(), 6);
        assert_eq!(named(Step::Month, 11, 6), ["1914-01", "1914-04", "1914-07", "1914-10"]);
        assert_eq!(named(Step::Month, 35, 3), ["1914-01", "1915-01", "1916-01"]);
        assert_eq!(named(Step::Day, 58, 6), ["1914-01-01", "1914-01-15", "1914-02-01", "1914-02-15"]);
        assert_eq!(named(Step::Day, 89, 3), ["1914-01-01", "1914-02-01", "1914-03-01"]);
        assert_eq!(named(Step::Day, 13, 2), ["1914-01-01", "1914-01-08"]);
    }

    #[test]
    fn no_span_has_more_names_than_there_is_room_for() {
        for step in [Step::Month, Step::Day] {
            for last in [0, 1, 40, 400, 2000] {
                assert!(named(step, last, 6).len() <= 6, "{step:?} {last}");
            }
        }
    }
}
