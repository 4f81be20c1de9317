//! The ties of those who keep a given position: straight lines that come and go.

use core::cmp::Ordering;

use crate::data::{Dataset, Dyad, Stance, TieId};
use crate::layout::{Focus, Layout};
use crate::moment::Moment;

use super::super::{Datum, Mark, Transition};
use super::NetworkFrame;
use super::draw::{ALMOST_GONE, FAINT, HOSTILE, IN_FOCUS};
use super::node::Phases;

/// A picture of more lines than this dashes none: dashes of thousands say nothing, and each costs ten lines.
const MOST_DASHED: usize = 500;

/// A tie of the year before, and one of the shown year, of the same dyad.
type Pair = (Option<TieId>, Option<TieId>);

impl NetworkFrame<'_> {
    /// Every tie that holds at the end of the year before, of the shown year, or both; those in focus on top.
    pub(super) fn draw_given_ties(
        &self,
        dataset: &Dataset,
        layout: &Layout,
        moment: &Moment,
        Transition { before, after, .. }: Transition<'_>,
        marks: &mut Vec<Mark>,
    ) {
        let phases = Phases::at(moment.playhead().progress());
        let many = before.ties().len().max(after.ties().len());
        let mut on_top = Vec::new();
        each_dyad(dataset, before.ties(), after.ties(), &mut |dyad, (old, new)| {
            let (id, alpha) = match (old, new) {
                // A category switches on its date.
                (Some(old), Some(new)) if old != new => (moment.tie(dataset, dyad).unwrap_or(new), 1.0),
                (_, Some(new)) => (new, if old.is_some() { 1.0 } else { phases.arriving }),
                (Some(old), None) => (old, phases.leaving),
                (None, None) => return,
            };
            if alpha > 0.0 {
                let (mark, in_focus) = self.line(dataset, layout, (dyad, id), alpha, many);
                if in_focus {
                    on_top.extend(mark);
                } else {
                    marks.extend(mark);
                }
            }
        });
        marks.append(&mut on_top);
    }

    /// The line of a tie, and whether it is in focus or pointed at.
    fn line(
        &self,
        dataset: &Dataset,
        layout: &Layout,
        (dyad, id): (Dyad, TieId),
        shown: f64,
        many: usize,
    ) -> (Option<Mark>, bool) {
        let [Some(from), Some(to)] = dyad.both().map(|end| layout.of(end)) else { return (None, false) };
        let stance = dataset.tie(id).stance;
        let ends = dyad.both().map(|end| self.is_in_focus(end));
        let in_focus = match self.view.focus {
            Focus::Tie(_) => ends == [true, true],
            _ => ends.contains(&true),
        } || self.view.hover == Focus::Tie(dyad);
        let alpha = match self.view.focus {
            _ if in_focus => IN_FOCUS,
            Focus::Nobody => FAINT,
            _ => ALMOST_GONE,
        };
        let width = if in_focus { 1.2 + 1.8 * stance.strength() } else { 1.0 };
        let mark = Mark::Path {
            points: vec![self.scale.place(layout.slot(from), 0.0), self.scale.place(layout.slot(to), 0.0)],
            width: width * self.scale.scale_factor(),
            color: self.color(Some(stance)).faded(alpha * shown),
            dash: (stance < Stance::DISTANT && many <= MOST_DASHED).then_some(HOSTILE),
            datum: Datum::Tie(id),
        };
        (Some(mark), in_focus)
    }
}

/// Each dyad of two lists in the order of dyads, once, with its tie in either.
fn each_dyad(dataset: &Dataset, old: &[TieId], new: &[TieId], each: &mut dyn FnMut(Dyad, Pair)) {
    let dyad = |id: TieId| dataset.tie(id).dyad();
    let (mut old, mut new) = (old.iter().copied().peekable(), new.iter().copied().peekable());
    loop {
        let order = match (old.peek(), new.peek()) {
            (Some(old), Some(new)) => dyad(*old).cmp(&dyad(*new)),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => return,
        };
        let old = old.next_if(|_| order != Ordering::Greater);
        let new = new.next_if(|_| order != Ordering::Less);
        if let Some(id) = old.or(new) {
            each(dyad(id), (old, new));
        }
    }
}
