//! Weights, directions and censored ends, which cost a dataset nothing that has none.

use super::super::confidence::Confidence;
use super::super::tables::DatasetInfo;
use super::super::tie::{Manner, Tie};
use super::super::weight::Weight;
use super::Fields;

impl Fields<'_> {
    /// What the weights measure, where there are any.
    pub(super) fn weight_info(&mut self, info: &mut DatasetInfo) {
        let mut is_there = info.weight.is_some();
        self.flag(&mut is_there);
        if is_there {
            let weight = info.weight.get_or_insert_default();
            self.text(&mut weight.name);
            self.text(&mut weight.unit);
        }
    }

    /// A column of weights: one more than the number of each, 0 for none.
    pub(super) fn weights(&mut self, ties: &mut [Tie]) {
        for tie in ties {
            let mut number = tie.weight.map_or(0, |weight| weight.number() + 1);
            self.codec.number(&mut number);
            tie.weight = Weight::of_number(number - 1);
            self.is_valid &= tie.weight.is_some() == (number != 0);
        }
    }

    /// Confidence with which way a tie points and what is not known of its ends.
    pub(super) fn manner(&mut self, tie: &mut Tie) {
        let mut number = tie.confidence as u8 + 3 * tie.manner.number();
        self.number(&mut number);
        let manner = Manner::of_number(number / 3);
        self.is_valid &= manner.is_some();
        tie.manner = manner.unwrap_or_default();
        tie.confidence = Confidence::NAMES[usize::from(number % 3)].1;
    }
}
