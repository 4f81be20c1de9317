//! Weights, directions and censored ends.

use super::super::confidence::Confidence;
use super::super::tie::{Manner, Tie};
use super::super::weight::Weight;
use super::Fields;

impl Fields<'_> {
    /// A weight: one more than its number, 0 for none.
    pub(super) fn weight(&mut self, tie: &mut Tie) {
        let mut number = tie.weight.map_or(0, |weight| weight.number() + 1);
        self.codec.number(&mut number);
        self.is_valid &= (0..=Weight::MOST_NUMBER).contains(&number);
        tie.weight = (number > 0).then(|| Weight::of_number(number - 1));
    }

    /// Confidence with which way a tie points and what is not known of its ends.
    pub(super) fn manner(&mut self, tie: &mut Tie) {
        let mut number = i64::from(tie.confidence as u8 + 3 * tie.manner.number());
        self.codec.number(&mut number);
        let small = number as u8;
        self.is_valid &= number == i64::from(small) && small < 3 * Manner::COUNT;
        tie.manner = Manner::of_number(small / 3);
        tie.confidence = match small % 3 {
            0 => Confidence::Low,
            1 => Confidence::Medium,
            _ => Confidence::High,
        };
    }
}
