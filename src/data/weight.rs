//! How strong a tie is: a decimal number.

use core::fmt;

/// The strength of a tie: a number from 0 to 10¹⁵ with at most nine decimals.
///
/// It is kept as a decimal fraction, so that it prints as it was written on every machine: ten times its digits without
/// their point, and how many of them stand after it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight(i64);

impl Weight {
    /// The largest.
    pub const MOST: f64 = 1e15;

    /// The number.
    pub fn value(self) -> f64 {
        let (digits, decimals) = self.parts();
        let mut scale = 1.0;
        for _ in 0..decimals {
            scale *= 10.0;
        }
        digits as f64 / scale
    }

    /// The digits without their point, and how many of them stand after it.
    pub(crate) const fn parts(self) -> (i64, i64) {
        (self.0 / 10, self.0 % 10)
    }

    /// A whole number for it; 0 and more.
    pub(super) const fn number(self) -> i64 {
        self.0
    }

    /// The largest number, of seventeen digits, some of which may be decimals.
    pub(super) const MOST_NUMBER: i64 = 1_000_000_000_000_000_000;

    /// The weight of such a number.
    pub(super) const fn of_number(number: i64) -> Self {
        Self(number)
    }

    /// The weight that a number is, to nine decimals; `None` where it is out of range.
    #[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
    pub fn new(number: f64) -> Option<Self> {
        if !(0.0..=Self::MOST).contains(&number) {
            return None;
        }
        // The shortest text that means the number: what was written.
        let mut text = number.abs().to_string();
        if text.split_once('.').is_some_and(|(_, decimals)| decimals.len() > 9) {
            text = format!("{number:.9}");
        }
        let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
        let decimals = decimals.trim_end_matches('0');
        let digits: i64 = format!("{whole}{decimals}").parse().ok()?;
        Some(Self(digits * 10 + decimals.len() as i64))
    }

    /// Billionths, of which sums are made.
    #[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
    pub(super) fn billionths(self) -> i128 {
        let (digits, decimals) = self.parts();
        i128::from(digits) * 10_i128.pow(9 - decimals as u32)
    }

    /// The weight of so many billionths, or the largest there is.
    #[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
    pub(super) fn of_billionths(mut count: i128) -> Self {
        let most = Self(Self::MOST as i64 * 10);
        // A sum may have more digits than a weight: then without some of its decimals.
        let mut decimals = 9;
        while decimals > 0 && (count % 10 == 0 || count > 99_999_999_999_999_999) {
            count /= 10;
            decimals -= 1;
        }
        let number = i64::try_from(count).ok().and_then(|digits| Some(Self(digits.checked_mul(10)? + decimals)));
        number.filter(|weight| weight.value() <= Self::MOST).unwrap_or(most)
    }
}

impl fmt::Display for Weight {
    /// Digits with a point before the decimals: `1200.5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (digits, decimals) = self.parts();
        let (mut digits, decimals) = (digits.to_string(), decimals as usize);
        while digits.len() <= decimals {
            digits.insert(0, '0');
        }
        if decimals > 0 {
            digits.insert(digits.len() - decimals, '.');
        }
        f.write_str(&digits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weight_prints_as_it_was_written() {
        for text in ["0", "1", "1200", "1200.5", "0.05", "0.000000001", "1000000000000000", "1234567.89"] {
            let weight = Weight::new(text.parse().expect("a number")).expect(text);
            assert_eq!(weight.to_string(), text);
            assert_eq!(weight.value().to_string(), text);
            assert_eq!(Weight::of_billionths(weight.billionths()), weight);
        }
        assert_eq!(Weight::new(0.1 + 0.2).map(|weight| weight.to_string()).as_deref(), Some("0.3"));
        assert_eq!(Weight::new(-0.0), Some(Weight::default()));
        for number in [-1.0, 1e16, f64::NAN, f64::INFINITY] {
            assert_eq!(Weight::new(number), None, "{number}");
        }
    }

    #[test]
    fn sums_are_exact_and_stop_at_the_largest() {
        let weight = |number: f64| Weight::new(number).expect("a weight");
        let sum = [0.1, 0.2, 1200.0].map(weight).iter().map(|one| one.billionths()).sum();
        assert_eq!(Weight::of_billionths(sum).to_string(), "1200.3");
        assert_eq!(Weight::of_billionths(2 * weight(Weight::MOST).billionths()), weight(Weight::MOST));
        let long = weight(123_456_789_012_345.0).billionths() + weight(0.000_000_001).billionths();
        assert_eq!(Weight::of_billionths(long).to_string(), "123456789012345");
    }
}
