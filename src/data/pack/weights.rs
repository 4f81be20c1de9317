//! Weights, directions and censored ends: columns of those datasets alone that have them.

use super::super::tables::DatasetInfo;
use super::super::tie::Tie;
use super::super::weight::{Weight, WidthScale};
use super::Fields;

impl Fields<'_> {
    /// What the weights measure, and from which on a tie stands on each rung.
    pub(super) fn weight_info(&mut self, info: &mut DatasetInfo) {
        let mut is_there = info.weight.is_some();
        self.flag(&mut is_there);
        if !is_there {
            return;
        }
        let weight = info.weight.get_or_insert_default();
        self.text(&mut weight.name);
        self.text(&mut weight.unit);
        self.one_of(&mut weight.scale, &WidthScale::NAMES);
        for rung in &mut info.ladder {
            self.weight(&mut rung.at_least);
        }
    }

    /// The weights of ties, and which way they point with what is not known of their ends, where any says so.
    pub(super) fn further(&mut self, ties: &mut [Tie], have_weights: bool) {
        if have_weights {
            for tie in ties.iter_mut() {
                self.weight(&mut tie.weight);
            }
        }
        let mut have_manners = ties.iter().any(|tie| tie.manner() != 0);
        self.flag(&mut have_manners);
        if have_manners {
            for tie in ties {
                let mut manner = tie.manner();
                self.number(&mut manner);
                self.is_valid &= tie.set_manner(manner);
            }
        }
    }

    /// A weight that may be missing: its digits, and its decimals; −1 for none.
    fn weight(&mut self, value: &mut Option<Weight>) {
        let (mut digits, mut decimals) = value.map_or((-1, 0), Weight::parts);
        self.number(&mut digits);
        if digits >= 0 {
            self.number(&mut decimals);
        }
        *value = Weight::from_parts((digits, decimals));
        self.is_valid &= value.is_some() == (digits >= 0);
    }
}
