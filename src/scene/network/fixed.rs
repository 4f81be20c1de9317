//! The ties of those who keep one place: straight lines that come and go.

use core::cmp::Ordering;

use crate::data::{Dataset, TieId};
use crate::layout::Layout;
use crate::moment::Moment;

use super::super::{Mark, Transition};
use super::NetworkFrame;

impl NetworkFrame<'_> {
    /// Every tie that holds at the end of the year before, of the shown year, or both.
    pub(super) fn draw_fixed_ties(
        &self,
        dataset: &Dataset,
        layout: &Layout,
        moment: &Moment,
        Transition { before, after, .. }: Transition<'_>,
        marks: &mut Vec<Mark>,
    ) {
        let (old, new) = (before.ties(), after.ties());
        let dyad = |list: &[TieId], at: usize| list.get(at).map(|id| dataset.tie(*id).dyad());
        let detail = self.detail(old.len().max(new.len()));
        // Both are in the order of dyads.
        let (mut left, mut right) = (0, 0);
        loop {
            let (dyad, order) = match (dyad(old, left), dyad(new, right)) {
                (Some(one), Some(other)) => (one.min(other), one.cmp(&other)),
                (Some(one), None) => (one, Ordering::Less),
                (None, Some(other)) => (other, Ordering::Greater),
                (None, None) => return,
            };
            let (id, alpha) = match order {
                Ordering::Less => (old[left], self.phases.leaving),
                Ordering::Greater => (new[right], self.phases.arriving),
                // A category switches on its date.
                Ordering::Equal if old[left] != new[right] => (moment.tie(dataset, dyad).unwrap_or(new[right]), 1.0),
                Ordering::Equal => (new[right], 1.0),
            };
            left += usize::from(order != Ordering::Greater);
            right += usize::from(order != Ordering::Less);
            let [a, b] = dyad.both();
            if let (Some(from), Some(to)) = (layout.of(a), layout.of(b))
                && alpha > 0.0
            {
                let place = |end| self.scale.place(layout.slot(end), 0.0);
                let ends = [place(from), place(to)];
                self.draw_tie(dataset, id, ends, (alpha, detail), marks);
            }
        }
    }
}
