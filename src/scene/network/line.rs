//! How strong and which way: the width of a line by the weight of its tie, and the arrow head in its middle.

use crate::data::{ActorId, Dataset, TieDirection, TieId};

use super::super::{Mark, Point};
use super::NetworkFrame;

/// Width of the line of a tie without weight, and what the heaviest adds, in CSS pixels at a scale factor of 1.
const THIN: f64 = 0.9;
const WIDER: f64 = 6.1;
/// How far an arrow head reaches to each side beyond the line, in CSS pixels at a scale factor of 1; how far it reaches
/// forward and back, in parts of that; the width of its lines.
const BARB: f64 = 3.4;
const LENGTH: f64 = 0.65;
const STROKE: f64 = 1.7;

impl NetworkFrame<'_> {
    /// Gives the line drawn last, of a tie that begins at `start`, the width of its weight, where the dataset has weights,
    /// as thin as lines are among so many; and where it is `whole`, the head of an arrow if the tie points one way.
    #[inline(never)]
    pub(super) fn dress(
        &self,
        dataset: &Dataset,
        id: TieId,
        start: ActorId,
        thin: f64,
        whole: bool,
        marks: &mut Vec<Mark>,
    ) {
        let Some(Mark::Path { points, width, color, datum, .. }) = marks.last_mut() else { return };
        let (tie, unit) = (dataset.tie(id), self.scale.scale_factor());
        if dataset.has_weights() {
            *width = (THIN + WIDER * dataset.share_of_heaviest(tie).sqrt()) * unit * thin;
        }
        let direction = tie.manner.direction();
        if direction == TieDirection::Both || !whole {
            return;
        }
        let middle = points.len() / 2;
        let (Some(from), Some(to)) = (points.get(middle.wrapping_sub(1)), points.get(middle)) else { return };
        let (from, to) =
            if (direction == TieDirection::AToB) == (tie.a == start) { (*from, *to) } else { (*to, *from) };
        let reach = (*width / 2.0 + BARB * unit) / from.distance(to).max(1.0);
        let (tip, back) = (from.towards(to, 0.5 + LENGTH * reach), from.towards(to, 0.5 - LENGTH * reach));
        let (x, y) = ((to.x - from.x) * reach, (to.y - from.y) * reach);
        let points = vec![Point { x: back.x - y, y: back.y + x }, tip, Point { x: back.x + y, y: back.y - x }];
        let (color, datum) = (*color, *datum);
        marks.push(Mark::Path { points, width: STROKE * unit, color, dash: None, datum });
    }
}
