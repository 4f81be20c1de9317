//! Dates as tables hold them: those of the format, those that allow one reading, and hints for the rest.

use crate::time::{Date, DateError};

/// A date of the format, or one that only looks different: `+1951-00-00T00:00:00Z` says 1951 and no more.
pub(in super::super) fn parse(text: &str) -> Result<Date, DateError> {
    text.parse().or_else(|error| without_time(text).map_or(Err(error), str::parse))
}

/// The date in a point of time of ISO 8601 or of Wikidata, as far as it is given: parts of zeros are not.
fn without_time(text: &str) -> Option<&str> {
    let (date, time) = text.split_once(['T', ' '])?;
    let is_time = !time.is_empty() && time.bytes().all(|byte| byte.is_ascii_digit() || b":.Z+-".contains(&byte));
    let date = date.strip_prefix('+').unwrap_or(date);
    let date = date.strip_suffix("-00").unwrap_or(date);
    let date = date.strip_suffix("-00").unwrap_or(date);
    is_time.then_some(date)
}

/// What to write in the place of a text that is no date, as far as one can tell.
pub(super) fn hint(text: &str) -> String {
    let parts: Vec<&str> = text.split(['.', '/', '-']).map(str::trim).collect();
    if let [first, second, year] = parts[..]
        && year.len() == 4
        && let (Ok(first), Ok(second), Ok(year)) = (first.parse(), second.parse(), year.parse())
    {
        let [day_first, month_first] =
            [(second, first), (first, second)].map(|(month, day)| Date::from_ymd(year, month, day).ok());
        return match (day_first, month_first) {
            (Some(one), Some(other)) if one != other => {
                format!("write {one} if the day comes first, {other} if the month does")
            }
            (Some(date), _) | (_, Some(date)) => format!("write {date}"),
            (None, None) => GENERAL.to_owned(),
        };
    }
    // A day as spreadsheets count them, from the end of 1899.
    if text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return "this may be a spreadsheet's number of a day: format the column as text, and write 1972-07-04"
            .to_owned();
    }
    GENERAL.to_owned()
}

const GENERAL: &str = "write 1972, 1972-07 or 1972-07-04; add ~ for about, ? for uncertain";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_of_time_is_read_as_far_as_it_is_precise() {
        let read = |text: &str| parse(text).map(|date| date.to_string());
        assert_eq!(read("+1951-00-00T00:00:00Z").as_deref(), Ok("1951"));
        assert_eq!(read("1951-06-00T00:00:00Z").as_deref(), Ok("1951-06"));
        assert_eq!(read("1951-06-07 00:00:00").as_deref(), Ok("1951-06-07"));
        assert_eq!(read("1951-06-07Tuesday"), Err(DateError::Form));
        assert_eq!(read("1951-13-01T00:00:00Z"), Err(DateError::Month));
    }

    #[test]
    fn a_date_of_two_readings_is_never_guessed() {
        assert_eq!(hint("1.2.1961"), "write 1961-02-01 if the day comes first, 1961-01-02 if the month does");
        assert_eq!(hint("25/12/1961"), "write 1961-12-25");
        assert_eq!(hint("12/25/1961"), "write 1961-12-25");
        assert_eq!(hint("3.3.1961"), "write 1961-03-03");
        assert!(hint("22290").contains("spreadsheet"));
        assert_eq!(hint("soon"), GENERAL);
    }
}
