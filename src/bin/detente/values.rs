//! Values of arguments that have a form of their own: sizes, lists of years, addresses.

use std::collections::BTreeSet;

/// The least and the greatest width or height of a picture, in CSS pixels.
pub(crate) const PIXELS: (u16, u16) = (40, 8192);

const FORM_OF_SIZE: &str = "expected WIDTHxHEIGHT, such as 1200x675";
const FORM_OF_YEARS: &str = "expected years, such as 1950,1972-1975";
const FORM_OF_ADDRESS: &str = "expected an address, such as https://example.org/detente/";

/// Width and height in CSS pixels.
pub(crate) type Size = (u16, u16);

/// Spans of years, each with its first and last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct YearList(Vec<(i16, i16)>);

impl YearList {
    /// Every year in order, each once.
    pub(crate) fn years(&self) -> BTreeSet<i16> {
        self.0.iter().flat_map(|(first, last)| *first..=*last).collect()
    }
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

/// Parses `1950,1972-1975`.
pub(crate) fn year_list(text: &str) -> Result<YearList, String> {
    let span = |part: &str| {
        let (first, last) = part.split_once(['-', '–']).unwrap_or((part, part));
        let year = |text: &str| text.trim().parse::<i16>().map_err(|_| FORM_OF_YEARS.to_owned());
        let (first, last) = (year(first)?, year(last)?);
        if first <= last { Ok((first, last)) } else { Err(format!("{first} is after {last}")) }
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

#[cfg(test)]
mod tests {
    use super::*;

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
        let years = |text: &str| year_list(text).map(|list| list.years().into_iter().collect::<Vec<_>>());
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
