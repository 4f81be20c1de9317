//! What to do about a text that should be a number and is none: marks that tables of other countries have.

/// What is wrong with a text in the place of a number, and what to write. `decimals`: whether it may have any.
pub(super) fn hint(text: &str, decimals: bool) -> String {
    let text = text.trim();
    if text.contains(|letter: char| letter.is_numeric() && !letter.is_ascii()) {
        return "write the digits 0 to 9".to_owned();
    }
    if let Some(number) = text.strip_suffix(['°', '%']).map(str::trim_end).filter(|rest| is_number(rest)) {
        return format!("write the number alone: {number}");
    }
    let joined: String = text.chars().filter(|letter| !is_apart(*letter)).collect();
    if joined != text && is_number(&joined) {
        return format!("write nothing between thousands: {joined}");
    }
    commas(text, decimals).unwrap_or_else(|| {
        let how = if decimals { "write digits, with a point before decimals: -12.5" } else { "write digits alone" };
        how.to_owned()
    })
}

/// What to write in the place of a number with a comma.
fn commas(text: &str, decimals: bool) -> Option<String> {
    let plain = text.replace(',', "");
    let (pointed, point_first) = (text.replace('.', "").replacen(',', ".", 1), text.find('.') < text.find(','));
    match text.matches(',').count() {
        0 => {
            let joined = text.replace('.', "");
            (text.matches('.').count() > 1 && is_number(&joined))
                .then(|| format!("write nothing between thousands: {joined}"))
        }
        1 if text.contains('.') && point_first && is_number(&pointed) => {
            Some(format!("the comma stands before decimals: write a point, and nothing between thousands: {pointed}"))
        }
        1 if !text.contains('.') && is_number(&pointed) => {
            let digits = text.split(',').nth(1).unwrap_or_default();
            Some(match (digits.len() == 3, decimals) {
                (true, true) => {
                    let short = pointed.trim_end_matches('0').trim_end_matches('.');
                    format!("write {plain} if the comma parts thousands, {short} if it stands before decimals")
                }
                (true, false) => format!("write nothing between thousands: {plain}"),
                (false, true) => format!("the comma stands before decimals: write a point, {pointed}"),
                (false, false) => format!("the comma stands before decimals, as in {pointed}: a whole number has none"),
            })
        }
        _ => is_number(&plain).then(|| format!("write nothing between thousands: {plain}")),
    }
}

/// What some countries write between thousands, beside commas and points.
const fn is_apart(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\'' | '’' | '_')
}

/// A number in digits, with a point before decimals and perhaps an exponent; also `inf` and `nan`, as std reads them.
///
/// Of up to fifteen digits and twenty-two places it is the nearest there is, as std's is; of more it may be the next to
/// that. In the place of std's, which comes with ten kilobytes of powers.
#[allow(unreachable_pub, reason = "public with the feature `workbench` alone")]
pub fn float(text: &str) -> Option<f64> {
    let (digits, sign) = match text.strip_prefix('-') {
        Some(digits) => (digits, -1.0),
        None => (text.strip_prefix('+').unwrap_or(text), 1.0),
    };
    if let Some(named) = ["inf", "infinity", "nan"].iter().position(|name| digits.eq_ignore_ascii_case(name)) {
        return Some(if named < 2 { sign * f64::INFINITY } else { f64::NAN });
    }
    let (digits, exponent) = match digits.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, places(exponent)?),
        None => (digits, 0),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.len() + decimals.len() == 0 {
        return None;
    }
    let (mut number, mut exponent) = (0_u64, exponent);
    for (place, digit) in whole.bytes().chain(decimals.bytes()).enumerate() {
        let digit = char::from(digit).to_digit(10)?;
        let is_kept = number < u64::MAX / 100;
        if is_kept {
            number = number * 10 + u64::from(digit);
        }
        exponent += i32::from(!is_kept) - i32::from(place >= whole.len());
    }
    Some(sign * scaled(number as f64, if number == 0 { 0 } else { exponent }))
}

/// An exponent; of one that no number has, one beyond all that have a meaning.
fn places(text: &str) -> Option<i32> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let places = digits.bytes().fold(0, |places: i32, digit| (places * 10 + i32::from(digit - b'0')).min(99_999));
    Some(if text.starts_with('-') { -places } else { places })
}

/// A number times a power of ten, by steps that are exact in themselves.
fn scaled(mut number: f64, mut exponent: i32) -> f64 {
    const STEP: i32 = 22;
    while exponent != 0 && number != 0.0 && number.is_finite() {
        let step = exponent.abs().min(STEP);
        let power = (0..step).fold(1.0, |power, _| power * 10.0);
        if exponent > 0 {
            number *= power;
            exponent -= step;
        } else {
            number /= power;
            exponent += step;
        }
    }
    number
}

fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let mut parts = digits.split('.');
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.next().is_some_and(is_digits) && parts.next().is_none_or(is_digits) && parts.next().is_none()
}

/// What to do about a number that is no stance; `None` where it is no number.
pub(super) fn stance_hint(text: &str, (worst, best): (i8, i8)) -> Option<String> {
    // A comma before three digits may part thousands.
    if text.rsplit_once(',').is_some_and(|(_, digits)| digits.len() == 3) {
        return None;
    }
    let number: f64 = float(&text.replace(',', ".").replace('−', "-")).filter(|number| number.is_finite())?;
    let range = format!("from {worst}, the worst, to {best}, the best");
    if libm::trunc(number).total_cmp(&number).is_ne() {
        let comma = if text.contains(',') { "with its decimal comma " } else { "" };
        return Some(format!("{comma}{text} is no whole number: a stance is one {range}"));
    }
    let is_in_range = (f64::from(worst)..=f64::from(best)).contains(&number);
    Some(if is_in_range { format!("write {number}") } else { format!("the ladder goes {range}") })
}

/// What a longitude or a latitude beyond its range may have been meant to be; `None` for another column.
pub(super) fn degrees_hint(column: &str, number: f64, latitude: Option<f64>) -> Option<String> {
    let shorter = |degrees: f64| (degrees * 1e6).round() / 1e6;
    match column {
        "lon" if latitude.is_some_and(|latitude| latitude.abs() > 90.0) && number.abs() <= 90.0 => {
            Some("longitude and latitude may have been swapped".to_owned())
        }
        "lon" if number > 180.0 && number <= 360.0 => {
            Some(format!("west is negative: {number} degrees east are {}", shorter(number - 360.0)))
        }
        "lon" => Some("degrees east, from -180 to 180; are these metres of a map, or is a point missing?".to_owned()),
        "lat" if number.abs() <= 180.0 => {
            Some("a latitude is at most 90: longitude and latitude may have been swapped".to_owned())
        }
        "lat" => Some("degrees north, from -90 to 90; are these metres of a map, or is a point missing?".to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_has_its_name() {
        for (text, decimals, expected) in [
            ("1,5", true, "the comma stands before decimals: write a point, 1.5"),
            ("-12,25", true, "the comma stands before decimals: write a point, -12.25"),
            ("1,5", false, "the comma stands before decimals, as in 1.5: a whole number has none"),
            ("12,500", true, "write 12500 if the comma parts thousands, 12.5 if it stands before decimals"),
            ("12,500", false, "write nothing between thousands: 12500"),
            ("1,234,567.8", true, "write nothing between thousands: 1234567.8"),
            ("1.234.567", true, "write nothing between thousands: 1234567"),
            ("1.234,5", true, "the comma stands before decimals: write a point, and nothing between thousands: 1234.5"),
            ("12 500", true, "write nothing between thousands: 12500"),
            ("12’500", true, "write nothing between thousands: 12500"),
            ("12.5°", true, "write the number alone: 12.5"),
            ("50 %", true, "write the number alone: 50"),
            ("１２", true, "write the digits 0 to 9"),
            ("NaN", true, "write digits, with a point before decimals: -12.5"),
            ("0x10", false, "write digits alone"),
            ("", false, "write digits alone"),
            (",", true, "write digits, with a point before decimals: -12.5"),
        ] {
            assert_eq!(hint(text, decimals), expected, "{text}");
        }
    }

    #[test]
    fn a_number_that_is_no_stance_is_explained() {
        let hint = |text: &str| stance_hint(text, (-3, 3)).unwrap_or_default();
        let whole = "is no whole number: a stance is one from -3, the worst, to 3, the best";
        assert_eq!(hint("1,5"), format!("with its decimal comma 1,5 {whole}"));
        assert_eq!(hint("-2.5"), format!("-2.5 {whole}"));
        assert_eq!(hint("2,0"), "write 2");
        assert_eq!(hint("7"), "the ladder goes from -3, the worst, to 3, the best");
        assert_eq!(stance_hint("1,000", (-3, 3)), None);
        assert_eq!(stance_hint("ally", (-3, 3)).or_else(|| stance_hint("NaN", (-3, 3))), None);
    }

    #[test]
    fn degrees_out_of_range_are_explained() {
        assert_eq!(
            degrees_hint("lon", 200.5, None).as_deref(),
            Some("west is negative: 200.5 degrees east are -159.5")
        );
        assert!(degrees_hint("lat", 125.7, None).is_some_and(|hint| hint.contains("swapped")));
        assert!(degrees_hint("lon", 39.0, Some(125.7)).is_some_and(|hint| hint.contains("swapped")));
        assert!(degrees_hint("lon", 4e6, None).is_some_and(|hint| hint.contains("metres")));
        assert_eq!(degrees_hint("value", 1.0, None), None);
    }

    #[test]
    fn numbers_are_read_as_std_reads_them() {
        let texts = [
            "0",
            "-0",
            "+7",
            "12.5",
            ".5",
            "5.",
            "1e3",
            "1E-3",
            "-2.5e+22",
            "999999999999999",
            "0.1",
            "1e-22",
            "0e999999999999",
        ];
        for text in texts.into_iter().chain(["123456789012345e-15", "inf", "-Infinity", "1e400", "-1e400", "1e-400"]) {
            assert_eq!(float(text), text.parse().ok(), "{text}");
        }
        assert!(float("NaN").is_some_and(f64::is_nan));
        for text in [
            "", "-", "+", ".", "e5", "1e", "1e+", "1.2.3", "1,5", " 1", "--1", "+-1", "1e5.0", "0x10", "1_0", "-",
            "infinite", "１",
        ] {
            assert_eq!((float(text), text.parse::<f64>().ok()), (None, None), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn numbers_of_any_length_are_near_those_of_std(text in "-?[0-9]{1,24}(\\.[0-9]{0,24})?(e-?[0-9]{1,2})?") {
            let (ours, theirs) = (float(&text).unwrap_or(f64::NAN), text.parse().unwrap_or(f64::NAN));
            proptest::prop_assert!((ours - theirs).abs() <= theirs.abs() * 1e-14, "{text}: {ours} {theirs}");
        }

        #[test]
        fn numbers_of_few_digits_are_those_of_std(text in "-?[0-9]{1,9}(\\.[0-9]{0,6})?(e-?[0-9])?") {
            proptest::prop_assert_eq!(float(&text), text.parse().ok());
        }
    }
}
