//! Values of arguments that have a form of their own: sizes, lists of years, addresses.

use std::collections::BTreeSet;

use detente::data::{Limit, Limits, MEANINGS, Stance};
use detente::language::Language;
use detente::time::Date;

/// The least and the greatest width or height of a picture, in CSS pixels.
pub(crate) const PIXELS: (u16, u16) = (40, 8192);

const FORM_OF_LANGUAGE: &str = "expected en, it, ko or ar";
const FORM_OF_SIZE: &str = "expected WIDTHxHEIGHT, such as 1200x675";
const FORM_OF_YEARS: &str = "expected years, such as 1950,1972-1975, or months or days, such as 1914-07/1914-09";
const FORM_OF_STEP: &str = "expected a year, a month or a day, such as 1972, 1914-07 or 1914-08-04";
const FORM_OF_KIND: &str = "expected WORD=STANCE, with the number of a stance of the ladder";
const FORM_OF_SPAN: &str = "expected the first and the last year, such as 1900-1950";
const FORM_OF_LIMIT: &str = "expected NAME=NUMBER, such as ties=500000 or bytes=64MiB";
const FORM_OF_ADDRESS: &str = "expected an address, such as https://example.org/detente/";

/// Width and height in CSS pixels.
pub(crate) type Size = (u16, u16);

/// A year, a month or a day, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StepText(pub(crate) String);

/// Spans of years, months or days, each with its first and last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct YearList(Vec<(StepText, StepText)>);

impl YearList {
    /// Every step in order, each once; `number` finds the number of one.
    pub(crate) fn steps<E>(&self, number: impl Fn(&StepText) -> Result<i16, E>) -> Result<BTreeSet<i16>, E> {
        let mut steps = BTreeSet::new();
        for (first, last) in &self.0 {
            steps.extend(number(first)?..=number(last)?);
        }
        Ok(steps)
    }
}

/// A year, which may have any number of digits and a sign, or a month or day.
fn date(text: &str) -> Option<Date> {
    let text = text.trim();
    text.parse().map(Date::from_year).ok().or_else(|| text.parse().ok())
}

/// Parses `1972`, `1914-07` or `1914-08-04`.
pub(crate) fn step(text: &str) -> Result<StepText, String> {
    let text = text.trim();
    date(text).map(|_| StepText(text.to_owned())).ok_or_else(|| FORM_OF_STEP.to_owned())
}

/// Parses the code of a language: `it`.
pub(crate) fn language(text: &str) -> Result<Language, String> {
    detente::words::language(text.trim()).ok_or_else(|| FORM_OF_LANGUAGE.to_owned())
}

/// Parses `1200x675`.
pub(crate) fn size(text: &str) -> Result<Size, String> {
    let (width, height) = text.split_once(['x', '×']).ok_or(FORM_OF_SIZE)?;
    let pixels = |text: &str| text.parse::<u16>().map_err(|_| FORM_OF_SIZE.to_owned());
    let (width, height) = (pixels(width)?, pixels(height)?);
    let (least, greatest) = PIXELS;
    if [width, height].iter().all(|pixels| (least..=greatest).contains(pixels)) {
        Ok((width, height))
    } else {
        Err(format!("width and height go from {least} to {greatest}"))
    }
}

/// Parses `1950,1972-1975` or `1914-07/1914-09`.
pub(crate) fn year_list(text: &str) -> Result<YearList, String> {
    let span = |part: &str| {
        let (first, last) = match part.split_once('/') {
            Some(ends) => ends,
            // `1914-07` is a month, `1972-1975` are years.
            None if date(part).is_some() => (part, part),
            None => part.split_once(['-', '–']).ok_or_else(|| FORM_OF_YEARS.to_owned())?,
        };
        let [first, last] = [first, last].map(str::trim);
        let end = |text: &str| date(text).ok_or_else(|| FORM_OF_YEARS.to_owned());
        if end(first)? <= end(last)? {
            Ok((StepText(first.to_owned()), StepText(last.to_owned())))
        } else {
            Err(format!("{first} is after {last}"))
        }
    };
    text.split(',').map(span).collect::<Result<_, _>>().map(YearList)
}

/// Parses an address under which pages are published; it ends with one slash.
pub(crate) fn base_address(text: &str) -> Result<String, String> {
    let is_plain = |rest: &str| {
        !rest.is_empty() && !rest.contains(|letter: char| letter.is_whitespace() || "?#<>\"".contains(letter))
    };
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    if rest.is_some_and(is_plain) {
        Ok(format!("{}/", text.trim_end_matches('/')))
    } else {
        Err(FORM_OF_ADDRESS.to_owned())
    }
}

/// Parses `label=why`: a column's name and what it is read as.
pub(crate) fn column(text: &str) -> Result<(String, String), String> {
    let all = || format!("expected NAME=MEANING; the meanings are {}, and - for nothing", MEANINGS.join(", "));
    let (name, meaning) = text.rsplit_once('=').ok_or_else(all)?;
    let is_known = meaning == "-" || MEANINGS.contains(&meaning);
    if is_known && !name.is_empty() { Ok((name.to_owned(), meaning.to_owned())) } else { Err(all()) }
}

/// Parses `defense=3`: a word and the stance it means.
pub(crate) fn kind(text: &str) -> Result<(String, i8), String> {
    let (word, stance) = text.rsplit_once('=').ok_or(FORM_OF_KIND)?;
    let stance = stance.parse().ok().filter(|stance| Stance::new(*stance).is_some()).ok_or(FORM_OF_KIND)?;
    if word.is_empty() { Err(FORM_OF_KIND.to_owned()) } else { Ok((word.to_owned(), stance)) }
}

/// Parses `ties=500000` and `bytes=64MiB`: a limit and how much it allows.
pub(crate) fn limit(text: &str) -> Result<(Limit, usize), String> {
    const UNITS: [(&str, usize); 3] = [("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30)];
    let (key, number) = text.split_once('=').ok_or(FORM_OF_LIMIT)?;
    let limit = Limit::of_key(key)?;
    let in_bytes = matches!(limit, Limit::Bytes | Limit::Folder);
    let unit = UNITS.into_iter().filter(|_| in_bytes).find_map(|(unit, size)| Some((number.strip_suffix(unit)?, size)));
    let (digits, size) = unit.unwrap_or((number, 1));
    let digits = digits.replace([',', '_'], "");
    let most = digits.parse::<usize>().ok().and_then(|number| number.checked_mul(size)).ok_or(FORM_OF_LIMIT)?;
    Limits::default().set(limit, most)?;
    Ok((limit, most))
}

/// Parses `1900-1950`: the first and the last year.
pub(crate) fn span(text: &str) -> Result<(i16, i16), String> {
    let (first, last) = text.split_once(['-', '–']).ok_or(FORM_OF_SPAN)?;
    let year = |text: &str| text.trim().parse::<i16>().map_err(|_| FORM_OF_SPAN.to_owned());
    let (first, last) = (year(first)?, year(last)?);
    if first <= last { Ok((first, last)) } else { Err(format!("{first} is after {last}")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_words_and_spans_have_a_form() {
        assert_eq!(column("a=b=why"), Ok(("a=b".into(), "why".into())));
        assert_eq!(column("x=-"), Ok(("x".into(), "-".into())));
        for wrong in ["why", "=why", "x=reason"] {
            assert!(column(wrong).is_err_and(|error| error.contains("spells")), "{wrong}");
        }
        assert_eq!(kind("non aggression=-1"), Ok(("non aggression".into(), -1)));
        for wrong in ["x", "=1", "x=10", "x=one"] {
            assert!(kind(wrong).is_err(), "{wrong}");
        }
        assert_eq!(span("1900-1950"), Ok((1900, 1950)));
        assert_eq!(span("1950-1900"), Err("1950 is after 1900".into()));
        assert!(span("1900").is_err());
    }

    #[test]
    fn limits_are_numbers_with_a_unit_of_bytes() {
        assert_eq!(limit("ties=500000"), Ok((Limit::Ties, 500_000)));
        assert_eq!(limit("ties=500,000"), Ok((Limit::Ties, 500_000)));
        assert_eq!(limit("bytes=64MiB"), Ok((Limit::Bytes, 64 << 20)));
        for wrong in ["ties", "ties=", "ties=64MiB", "ties=-1", "bytes=1e9", "bytes=99999999999999999GiB"] {
            assert_eq!(limit(wrong), Err(FORM_OF_LIMIT.into()), "{wrong}");
        }
        assert_eq!(limit("actors=60001"), Err("`actors` goes from 1 to 60000".into()));
        assert!(limit("tie=1").is_err_and(|error| error.contains("`ties`")));
    }

    #[test]
    fn sizes_are_pixels_in_a_range() {
        assert_eq!(size("1200x675"), Ok((1200, 675)));
        assert_eq!(size("40×8192"), Ok((40, 8192)));
        for wrong in ["12", "1200x", "x", "1e3x900", "-1x900"] {
            assert_eq!(size(wrong), Err(FORM_OF_SIZE.into()), "{wrong}");
        }
        assert_eq!(size("12x900"), Err("width and height go from 40 to 8192".into()));
    }

    #[test]
    fn lists_of_years_are_sorted_and_hold_each_once() {
        let number = |step: &StepText| step.0.parse::<i16>().map_err(|error| error.to_string());
        let years = |text: &str| {
            year_list(text).and_then(|list| list.steps(number)).map(|set| set.into_iter().collect::<Vec<_>>())
        };
        assert_eq!(years("1972-1974,1950,1973"), Ok(vec![1950, 1972, 1973, 1974]));
        assert_eq!(years("1953-1951"), Err("1953 is after 1951".into()));
        for wrong in ["", "soon", "1950,", "1950-", "99999"] {
            assert_eq!(years(wrong), Err(FORM_OF_YEARS.into()), "{wrong}");
        }
    }

    #[test]
    fn addresses_are_absolute_and_end_with_one_slash() {
        assert_eq!(base_address("https://example.org/d"), Ok("https://example.org/d/".into()));
        assert_eq!(base_address("http://example.org//"), Ok("http://example.org/".into()));
        for wrong in ["example.org", "https://", "https://example.org/?a", "https://example.org/\"x", "file:///x"] {
            assert!(base_address(wrong).is_err(), "{wrong}");
        }
    }
}
