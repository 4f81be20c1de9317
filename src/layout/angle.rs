//! Bearings: within one turn, and their sine and cosine, alike on every machine.
//!
//! Not libm's, which reduce angles of any size: 1.7 kB of the page. A bearing lies within a turn or two.

/// Sine and cosine of an angle in degrees, to within 1e-15; the angle is no larger than a few turns.
pub fn sincos(degrees: f64) -> (f64, f64) {
    // The nearest right angle, and the rest, from −45 to 45 degrees: exact, because both are multiples of the same unit.
    let quarters = libm::round(degrees / 90.0);
    let rest = (degrees - quarters * 90.0).to_radians();
    let (sin, cos) = (series(rest, rest, 1.0), series(1.0, rest, 0.0));
    match (quarters as i32).rem_euclid(4) {
        0 => (sin, cos),
        1 => (cos, -sin),
        2 => (-sin, -cos),
        _ => (-cos, sin),
    }
}

/// The alternating series that begins with `first`: each term is the last times x² over the next two whole numbers.
fn series(first: f64, x: f64, mut number: f64) -> f64 {
    // From the small terms to the large, so that no digit is lost: first all terms, then their sum.
    let mut terms = [first; 10];
    for index in 1..terms.len() {
        terms[index] = -terms[index - 1] * x * x / ((number + 1.0) * (number + 2.0));
        number += 2.0;
    }
    terms.iter().rev().sum()
}

/// A bearing from 0 to 360 degrees; `degrees` is no farther off than one turn.
///
/// Not `rem_euclid`, whose remainder of any two floats is more code than all of this file.
pub fn turned(degrees: f64) -> f64 {
    if degrees < 0.0 {
        degrees + 360.0
    } else if degrees >= 360.0 {
        degrees - 360.0
    } else {
        degrees
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sine_and_cosine_are_those_of_libm() {
        for tenth in -7200..7200 {
            let degrees = f64::from(tenth) / 10.0;
            let (sin, cos) = sincos(degrees);
            let (expected_sin, expected_cos) = libm::sincos(degrees.to_radians());
            assert!((sin - expected_sin).abs() < 2e-15 && (cos - expected_cos).abs() < 2e-15, "{degrees}");
        }
        assert_eq!(sincos(90.0), (1.0, 0.0));
        assert_eq!(sincos(180.0).1, -1.0);
    }
}
