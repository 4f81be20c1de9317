//! Dates as other tables write them, made into those of the format where they allow one reading.

use super::super::validate::dates;
use super::synonyms::squashed;
use crate::time::Date;

/// What stands for nothing.
const NOTHING: [&str; 9] = ["na", "n/a", "nan", "null", "none", ".", "..", "-", "?"];
/// What stands for a year that is not known, or has not come, in the common collections of conflicts.
const UNKNOWN: [&str; 3] = ["-9", "-8", "-7"];
/// What stands for an end that has not come.
const LASTING: [&str; 7] = ["ongoing", "present", "now", "open", "current", "today", "infinity"];

/// Whether a text is a date, or becomes one; a number of fewer than four digits is rather a code.
pub(super) fn is_date(text: &str) -> bool {
    let has_year = text.len() >= 4 && text.bytes().take(4).all(|byte| byte.is_ascii_digit());
    has_year && parse(&plain(text)).is_some()
}

/// The date that a text is, if it is one; of `../1816` and `2012/..` the date in it.
pub(super) fn parse(text: &str) -> Option<Date> {
    let text = text.strip_prefix(dates::BEFORE).or_else(|| text.strip_suffix(dates::AFTER)).unwrap_or(text);
    dates::parse(text).ok()
}

/// Whether a text stands for nothing.
pub(super) fn is_nothing(text: &str) -> bool {
    text.is_empty() || NOTHING.contains(&text.to_lowercase().as_str())
}

/// A date as the format has it: `1816.0` is 1816, `850` is 0850, `1952/3/4` is 1952-03-04, a year with a fraction the
/// day at that share of it. What allows no single reading stays as it is, to be reported.
pub(super) fn plain(text: &str) -> String {
    let text = text.trim();
    let low = text.to_lowercase();
    if is_nothing(text) || UNKNOWN.contains(&text) || LASTING.contains(&low.as_str()) || low == "-infinity" {
        return String::new();
    }
    year_first(text).or_else(|| number(text)).or_else(|| eight_digits(text)).unwrap_or_else(|| text.to_owned())
}

/// `19520304`, where it is a day.
fn eight_digits(text: &str) -> Option<String> {
    let is_number = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    let (year, day) = text.split_at_checked(4).filter(|_| is_number)?;
    let date = format!("{year}-{}-{}", &day[..2], &day[2..]);
    (year >= "1000" && parse(&date).is_some()).then_some(date)
}

/// Years from the first to the last, as `1950-1953`, or as `1950-` where they go on.
pub(super) fn years(text: &str) -> Option<(String, String)> {
    let (first, last) = text.trim().split_once(['-', '–', '—', '/'])?;
    let (first, last) = (first.trim(), last.trim());
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    // `1961-12` is a month, and of `1961/62` nobody knows.
    let is_last = is_year(last) || plain(last).is_empty();
    (is_year(first) && is_last).then(|| (first.to_owned(), plain(last)))
}

/// `1952/3/4` and `1952-3-4`.
fn year_first(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['/', '-']).collect();
    let [year, month, day] = parts[..] else { return None };
    let is_number = |part: &&str, longest: usize| {
        !part.is_empty() && part.len() <= longest && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    (year.len() == 4 && is_number(&year, 4) && is_number(&month, 2) && is_number(&day, 2))
        .then(|| format!("{year}-{month:0>2}-{day:0>2}"))
}

/// A year as a number, whole or with a fraction.
pub(super) fn number(text: &str) -> Option<String> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 4 || !digits(whole) || !digits(fraction) {
        return None;
    }
    let year: i16 = whole.parse().ok()?;
    if fraction.bytes().all(|byte| byte == b'0') {
        return Some(format!("{year:04}"));
    }
    let share: f64 = format!("0.{fraction}").parse().ok()?;
    day_at(year, share).map(|date| date.to_string())
}

/// The day at a share of a year.
fn day_at(year: i16, share: f64) -> Option<Date> {
    let first = Date::from_ymd(year, 1, 1).ok()?;
    let length = if Date::from_ymd(year, 2, 29).is_ok() { 366.0 } else { 365.0 };
    let days = libm::round(share * length) as usize;
    Some((0..days.min(365)).fold(first, |day, _| day.following()))
}

/// A date of a year, a month and a day in fields of their own: as far as they are given.
pub(super) fn composed(year: &str, month: Option<&str>, day: Option<&str>) -> String {
    let part = |part: Option<&str>| part.and_then(whole).filter(|number| *number > 0);
    let year = plain(year);
    if year.len() != 4 {
        return year;
    }
    match (part(month), part(day)) {
        (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year}-{month:02}"),
        (None, _) => year,
    }
}

/// A whole number, also where a spreadsheet or another program wrote `7.0`.
fn whole(text: &str) -> Option<i32> {
    let (whole, fraction) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    whole.parse().ok().filter(|_| fraction.bytes().all(|byte| byte == b'0'))
}

/// One interval of Gephi's: its first day, and its last day or the first day after it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Interval {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) until: String,
}

/// The intervals of a text such as `<[1949.0, 1958.0]; [1960.0, 1970.0)>`: a round bracket leaves its end out.
/// `None` when it is none.
pub(super) fn intervals(text: &str) -> Option<Vec<Interval>> {
    let inner = text.trim().trim_start_matches('<').trim_end_matches('>').trim();
    if inner.is_empty() || inner == "[]" {
        return Some(Vec::new());
    }
    let mut found = Vec::new();
    for part in inner.split(';').map(str::trim) {
        match points(part) {
            Some(points) => found.extend(points),
            None => found.push(interval(part)?),
        }
    }
    Some(found)
}

/// The intervals of a value of a column: in one of timestamps each is a point of time, with brackets or without.
pub(super) fn of_column(name: &str, text: &str) -> Option<Vec<Interval>> {
    if !squashed(name).starts_with("timestamp") {
        return intervals(text);
    }
    let text = text.trim().trim_start_matches('<').trim_end_matches('>').trim_start_matches('[').trim_end_matches(']');
    let points = text.split([',', ';']).map(|part| format!("[{}]", part.trim()));
    let points = points.map(|point| interval(&point).filter(|one| parse(&one.from).is_some()));
    points.collect()
}

/// The points of time in brackets, where there are more than the two ends of an interval: each is one by itself.
fn points(text: &str) -> Option<Vec<Interval>> {
    let inner = text.strip_prefix('[')?.strip_suffix(']')?;
    let points: Vec<String> = inner.split(',').map(|part| plain(part.trim().trim_matches('"'))).collect();
    let point = |date: &String| Interval { from: date.clone(), to: String::new(), until: date.clone() };
    (points.len() > 2).then(|| points.iter().map(point).collect())
}

fn interval(text: &str) -> Option<Interval> {
    let inner = text.strip_prefix(['[', '('])?;
    let is_open = inner.ends_with(')');
    let inner = inner.strip_suffix([']', ')'])?;
    let mut parts = inner.split(',').map(|part| plain(part.trim().trim_matches('"')));
    let from = parts.next()?;
    // A set of points of time: each is an interval by itself, which no table of ties needs.
    let end = parts.next().unwrap_or_else(|| from.clone());
    let (to, until) = if is_open { (end, String::new()) } else { (String::new(), end) };
    Some(Interval { from, to, until })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_of_one_reading_is_made_one_of_the_format() {
        for (text, date) in [
            ("1816", "1816"),
            ("1816.0", "1816"),
            ("850", "0850"),
            ("1952/3/4", "1952-03-04"),
            ("1952-3-4", "1952-03-04"),
            ("1952.5", "1952-07-02"),
            ("NA", ""),
            ("Ongoing", ""),
            ("1.2.1961", "1.2.1961"),
            ("12/2/1961", "12/2/1961"),
            ("99999", "99999"),
            ("19520304", "1952-03-04"),
            ("19521304", "19521304"),
        ] {
            assert_eq!(plain(text), date, "{text}");
        }
        assert_eq!(composed("1939", Some("9.0"), Some("1")), "1939-09-01");
        assert_eq!(composed("1939", Some("-9"), Some("1")), "1939");
        assert_eq!(composed("1939", Some("9"), None), "1939-09");
    }

    #[test]
    fn intervals_are_read_with_their_brackets() {
        let interval =
            |from: &str, to: &str, until: &str| Interval { from: from.into(), to: to.into(), until: until.into() };
        let two = intervals("<[1949.0, 1958.0]; [1960.0, 1970.0)>");
        assert_eq!(two, Some(vec![interval("1949", "", "1958"), interval("1960", "1970", "")]));
        assert_eq!(intervals("<[1949, Infinity)>"), Some(vec![interval("1949", "", "")]));
        assert_eq!(intervals("<[1950-01-02, 1951-01-01]>"), Some(vec![interval("1950-01-02", "", "1951-01-01")]));
        assert_eq!(intervals("[]"), Some(vec![]));
        assert_eq!(intervals("soon"), None);
    }

    #[test]
    fn more_than_two_times_in_brackets_are_points() {
        let points = |texts: &[&str]| -> Option<Vec<Interval>> {
            let point = |text: &&str| Interval { from: (*text).into(), to: String::new(), until: (*text).into() };
            Some(texts.iter().map(point).collect())
        };
        assert_eq!(intervals("<[1952.0, 1953.0, 1957.0]>"), points(&["1952", "1953", "1957"]));
        for text in ["1952", "<[1952.0]>", "[1952]"] {
            assert_eq!(of_column("Timestamp", text), points(&["1952"]), "{text}");
        }
        assert_eq!(of_column("Timestamps", "<[1952.0, 1953.0]>"), points(&["1952", "1953"]));
        assert_eq!(of_column("Timestamp", "soon"), None);
        assert_eq!(of_column("Timeset", "1952"), None);
    }

    #[test]
    fn years_are_a_first_and_a_last() {
        let both = |first: &str, last: &str| Some((first.to_owned(), last.to_owned()));
        assert_eq!(years("1950-1953"), both("1950", "1953"));
        assert_eq!(years("1950 – 1953"), both("1950", "1953"));
        assert_eq!(years("1961-"), both("1961", ""));
        assert_eq!(years("1961–present"), both("1961", ""));
        assert_eq!((years("1961-12"), years("1961/62"), years("1961")), (None, None, None));
    }
}
