//! Dates as tables hold them: those of the format, those that allow one reading, and hints for the rest.

use crate::time::{Date, DateError};

/// What stands before the date of a beginning that may have been earlier, and after that of an end that may have been
/// later: open intervals of EDTF (ISO 8601-2).
pub(in super::super) const BEFORE: &str = "../";
pub(in super::super) const AFTER: &str = "/..";
/// An end that is not known.
pub(in super::super) const UNKNOWN: &str = "..";

/// A date of the format, or one that only looks different: `+1951-00-00T00:00:00Z` says 1951 and no more.
pub(in super::super) fn parse(text: &str) -> Result<Date, DateError> {
    text.parse().or_else(|error| without_time(text).map_or(Err(error), str::parse))
}

/// The date in a point of time of ISO 8601, of RDF or of Wikidata, as far as it is given: parts of zeros are not.
fn without_time(text: &str) -> Option<&str> {
    // As RDF writes a value with its type: `"1951-05-07T00:00:00Z"^^xsd:dateTime`.
    let text = text.split_once("^^").map_or(text, |(value, _)| value.trim_matches('"'));
    let (date, time) = text.split_once(['T', ' ']).unwrap_or((text.strip_suffix('Z').unwrap_or(text), "Z"));
    let is_time = time == "Z" || is_time(time);
    let date = date.strip_prefix('+').unwrap_or(date);
    // Years were written with eleven digits.
    let zeros = date.find('-').map_or(0, |end| end.saturating_sub(4));
    let date = date.split_at_checked(zeros).filter(|(front, _)| front.bytes().all(|byte| byte == b'0'));
    let (_, date) = date?;
    let date = date.strip_suffix("-00").unwrap_or(date);
    let date = date.strip_suffix("-00").unwrap_or(date);
    is_time.then_some(date)
}

/// Whether a text is a time of ISO 8601, with an offset or without: `24:00`, `07:30:59.5+09:00`.
fn is_time(text: &str) -> bool {
    let end = text.find(['Z', '+', '-']).unwrap_or(text.len());
    let (time, offset) = text.split_at(end);
    let number = |part: &str, most: u8| {
        let whole = part.split('.').next().unwrap_or_default();
        let is_digits = part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        whole.len() == 2 && is_digits && whole.parse::<u8>().is_ok_and(|number| number <= most)
    };
    let mut parts = time.split(':');
    let is_clock = parts.next().is_some_and(|hour| number(hour, 24)) && parts.all(|part| number(part, 60));
    is_clock && offset.bytes().all(|byte| byte.is_ascii_digit() || b":Z+-".contains(&byte))
}

/// What to write in the place of a text that is no date, as far as one can tell.
pub(super) fn hint(text: &str) -> String {
    match readings(text) {
        [Some(one), Some(other)] if one != other => {
            return format!("write {one} if the day comes first, {other} if the month does");
        }
        [Some(date), _] | [_, Some(date)] => return format!("write {date}"),
        [None, None] => {}
    }
    // A day as spreadsheets count them, from the end of 1899.
    if text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return "this may be a spreadsheet's number of a day: format the column as text, and write 1972-07-04"
            .to_owned();
    }
    if text.starts_with(['-', '−']) && text.bytes().any(|byte| byte.is_ascii_digit()) {
        return "years before 0001 are not read".to_owned();
    }
    if text.contains("genid") || text.starts_with("_:") {
        return "this stands for a date that is not known: leave the field empty where it may be".to_owned();
    }
    vague(text).unwrap_or_else(|| GENERAL.to_owned())
}

/// What to write for words and ranges round a year, such as `c. 1951`, `1950s`, `1951/52`.
fn vague(text: &str) -> Option<String> {
    let is_year = |part: &&str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    let numbers = text.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty());
    let years: Vec<&str> = numbers.clone().filter(is_year).collect();
    let is_alone = numbers.count() == years.len();
    match years[..] {
        [year] if is_alone && text.len() > 4 => Some(format!("write {year}, or {year}~ for about {year}")),
        [year, _] if is_alone => Some(format!("write one date: {year}, or {year}~ for about {year}")),
        _ => None,
    }
}

/// The date that a text means, if it is no date of the format and can be read in one way only.
pub(in super::super) fn only_reading(text: &str) -> Option<Date> {
    match readings(text) {
        [Some(one), Some(other)] => (one == other).then_some(one),
        [one, other] => one.or(other),
    }
}

/// What a text may mean: with the day before the month, and with the month before the day.
///
/// A year that comes first is followed by the month. Names of months are English, whole or of three letters.
fn readings(text: &str) -> [Option<Date>; 2] {
    let parts: Vec<&str> = text.split(['.', '/', '-', ',', ' ']).filter(|part| !part.is_empty()).collect();
    let is_year = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    let number = |part: &str| part.parse::<u8>().ok().filter(|_| part.len() < 3);
    let date = |year: &str, month: Option<u8>, day: Option<u8>| {
        Date::from_ymd(year.parse().ok()?, month?, day?).ok().filter(|_| is_year(year))
    };
    let one = |date: Option<Date>| [date, None];
    match parts[..] {
        [first, second, year] if is_year(year) => match (month_named(first), month_named(second)) {
            (Some(month), None) => one(date(year, Some(month), number(second))),
            (None, Some(month)) => one(date(year, Some(month), number(first))),
            _ => [date(year, number(second), number(first)), date(year, number(first), number(second))],
        },
        [year, month, day] if is_year(year) => one(date(year, month_named(month).or(number(month)), number(day))),
        [month, year] if is_year(year) => {
            let month = month_named(month).and_then(|month| format!("{year}-{month:02}").parse().ok());
            one(month)
        }
        // `1961/2` may be two years, and `1961.2` a part of one.
        [year, month] if is_year(year) && text.contains('-') => {
            one(number(month).and_then(|month| format!("{year}-{month:02}").parse().ok()))
        }
        _ => [None, None],
    }
}

/// The month of an English name, whole or of three letters.
fn month_named(text: &str) -> Option<u8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let name = text.to_lowercase();
    let place = MONTHS.iter().position(|month| *month == name || (name.len() == 3 && month.starts_with(&name)))?;
    Some(place as u8 + 1)
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
        assert_eq!(read("\"1951-06-07T00:00:00Z\"^^xsd:dateTime").as_deref(), Ok("1951-06-07"));
        assert_eq!(read("\"1951-06-07\"^^xsd:date").as_deref(), Ok("1951-06-07"));
        assert_eq!(read("1951-06-07Z").as_deref(), Ok("1951-06-07"));
        assert_eq!(read("+00000001951-06-07T00:00:00Z").as_deref(), Ok("1951-06-07"));
        assert_eq!(read("11951-06-07T00:00:00Z"), Err(DateError::Form));
        assert_eq!(read("1951-06-07Tuesday"), Err(DateError::Form));
        assert_eq!(read("1951-06-07T24:00:00.5+09:00").as_deref(), Ok("1951-06-07"));
        for wrong in ["1951-06-07T25:00:00Z", "1951-06-07T12:61", "1951-06-07T1.2.3", "1951-06-07T-"] {
            assert_eq!(read(wrong), Err(DateError::Form), "{wrong}");
        }
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
        assert_eq!(hint("1951-13-01"), GENERAL);
        for text in ["c. 1951", "1951s", "before 1951", "spring 1951"] {
            assert_eq!(hint(text), "write 1951, or 1951~ for about 1951", "{text}");
        }
        assert_eq!(hint("1951/1952"), "write one date: 1951, or 1951~ for about 1951");
        assert_eq!(hint("-431"), "years before 0001 are not read");
    }

    #[test]
    fn a_date_of_one_reading_is_read() {
        let read = |text: &str| only_reading(text).map(|date| date.to_string());
        for (text, date) in [
            ("25.12.1961", "1961-12-25"),
            ("12/25/1961", "1961-12-25"),
            ("3.3.1961", "1961-03-03"),
            ("1961/2/1", "1961-02-01"),
            ("1961-2-1", "1961-02-01"),
            ("1961-2", "1961-02"),
            ("1 February 1961", "1961-02-01"),
            ("Feb. 1, 1961", "1961-02-01"),
            ("sep 1961", "1961-09"),
            ("1961 Feb 1", "1961-02-01"),
        ] {
            assert_eq!(read(text).as_deref(), Some(date), "{text}");
        }
        for text in
            ["1.2.1961", "30.2.1961", "1961/62", "1961/2", "1961.5", "25.12.61", "1.1.19611", "soon", "", "22290"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
