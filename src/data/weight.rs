//! How strong a tie is: a decimal number, and what it measures.

use core::fmt;

/// The strength of a tie: a number from 0 to 10¹⁵ with at most nine decimals.
///
/// It is kept as a decimal fraction, so that it prints as it was written on every machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// The number without its point.
    digits: i64,
    /// How many of the digits stand after the point.
    decimals: u8,
}

impl Weight {
    /// The largest.
    pub const MOST: f64 = 1e15;
    /// The most decimals.
    const DECIMALS: u8 = 9;

    /// The number.
    pub fn value(self) -> f64 {
        let mut scale = 1.0;
        for _ in 0..self.decimals {
            scale *= 10.0;
        }
        self.digits as f64 / scale
    }

    /// The digits without their point, and how many of them stand after it.
    pub(crate) const fn parts(self) -> (i64, u8) {
        (self.digits, self.decimals)
    }

    /// The weight of such parts, if it is one.
    pub(super) fn from_parts((digits, decimals): (i64, u8)) -> Option<Self> {
        let weight = Self { digits, decimals };
        (digits >= 0 && decimals <= Self::DECIMALS && weight.value() <= Self::MOST).then_some(weight)
    }

    /// The weight that a number is, to nine decimals; `None` where it is out of range.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn new(number: f64) -> Option<Self> {
        if !(0.0..=Self::MOST).contains(&number) {
            return None;
        }
        // The shortest text that means the number: what was written.
        let mut text = number.abs().to_string();
        if text.split_once('.').is_some_and(|(_, decimals)| decimals.len() > usize::from(Self::DECIMALS)) {
            text = format!("{number:.*}", usize::from(Self::DECIMALS));
        }
        let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
        let decimals = decimals.trim_end_matches('0');
        let digits = format!("{whole}{decimals}").parse().ok()?;
        Self::from_parts((digits, decimals.len() as u8))
    }

    /// Billionths, of which sums are made.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn billionths(self) -> i128 {
        i128::from(self.digits) * 10_i128.pow(u32::from(Self::DECIMALS - self.decimals))
    }

    /// The weight of so many billionths, or the largest there is.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn of_billionths(mut count: i128) -> Self {
        let mut decimals = Self::DECIMALS;
        while decimals > 0 && count % 10 == 0 {
            count /= 10;
            decimals -= 1;
        }
        let most = Self { digits: Self::MOST as i64, decimals: 0 };
        i64::try_from(count).ok().and_then(|digits| Self::from_parts((digits, decimals))).unwrap_or(most)
    }
}

impl fmt::Display for Weight {
    /// Digits with a point before the decimals: `1200.5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut digits = self.digits.to_string();
        let decimals = usize::from(self.decimals);
        while digits.len() <= decimals {
            digits.insert(0, '0');
        }
        if decimals > 0 {
            digits.insert(digits.len() - decimals, '.');
        }
        f.write_str(&digits)
    }
}

/// What the weights of a dataset measure, and how they are drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WeightInfo {
    /// What is measured: `trade`.
    pub name: String,
    /// In what: `million dollars`; may be empty.
    pub unit: String,
    /// How the width of a line follows its weight.
    pub scale: WidthScale,
}

/// How the width of a line follows the weight of its tie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WidthScale {
    /// With its square root, so that the small ones among very different weights are seen.
    #[default]
    Root,
    /// In proportion.
    Linear,
}

impl WidthScale {
    /// Each with its name in the descriptor.
    pub const NAMES: [(&'static str, Self); 2] = [("root", Self::Root), ("linear", Self::Linear)];
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
        assert_eq!(Weight::from_parts((1, 10)), None);
        assert_eq!(Weight::from_parts((-1, 0)), None);
    }
}
