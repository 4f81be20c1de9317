//! Greedy placement of labels by cost: how wide they are, and on which side of their mark they stand.

use super::{Anchor, Mark, Point, Size};

/// Advance widths of a humanist sans, in thousandths of the type size, from the space to the tilde.
///
/// One table for every machine keeps the picture the same; [`SLACK`] allows for wider faces.
const ADVANCES: [u16; 95] = [
    260, 269, 408, 646, 572, 831, 730, 221, 300, 300, 551, 572, 268, 322, 268, 372, 572, 572, 572, 572, 572, 572, 572,
    572, 572, 572, 268, 268, 572, 572, 572, 434, 899, 639, 650, 632, 729, 556, 519, 728, 741, 339, 273, 619, 524, 907,
    760, 781, 605, 781, 622, 549, 556, 731, 600, 930, 586, 566, 572, 329, 372, 329, 572, 444, 578, 561, 615, 480, 615,
    564, 344, 615, 618, 258, 258, 534, 258, 935, 618, 605, 615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 381,
    551, 381, 572,
];
/// The advance width of what is not in the table.
const ADVANCE_OTHERWISE: u16 = 600;
/// How much wider bold type runs, as a factor.
const BOLD: f64 = 1.07;
/// Room for faces that run wider than the table, as a factor.
const SLACK: f64 = 1.04;
/// Height of a line relative to its type size, without leading.
const LINE: f64 = 1.12;
/// What stays free between two labels, in CSS pixels.
const BREATH: f64 = 2.0;
/// Between a disc's rim and its label, in CSS pixels.
const GAP: f64 = 5.0;

/// How wide a line of text is, in CSS pixels.
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    let advance = |letter: char| {
        let place = (letter as usize).wrapping_sub(32);
        f64::from(ADVANCES.get(place).copied().unwrap_or(ADVANCE_OTHERWISE))
    };
    let sum: f64 = text.chars().map(advance).sum();
    sum / 1000.0 * size * SLACK * if bold { BOLD } else { 1.0 }
}

/// A rectangle, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rect {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Rect {
    /// Around a label whose `anchor` stands at `at`.
    pub(super) fn of_label(at: Point, anchor: Anchor, width: f64, size: f64) -> Self {
        let left = match anchor {
            Anchor::Start => at.x,
            Anchor::Middle => at.x - width / 2.0,
            Anchor::End => at.x - width,
        };
        let half = size * LINE / 2.0;
        Self { left, top: at.y - half, right: left + width, bottom: at.y + half }
    }

    /// Around a disc.
    pub(super) fn of_disc(at: Point, radius: f64) -> Self {
        Self { left: at.x - radius, top: at.y - radius, right: at.x + radius, bottom: at.y + radius }
    }

    fn grown(&self, by: f64) -> Self {
        Self { left: self.left - by, top: self.top - by / 2.0, right: self.right + by, bottom: self.bottom + by / 2.0 }
    }

    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Whether something drawn shows within it.
    pub(super) fn is_touched(&self, mark: &Mark) -> bool {
        match mark {
            Mark::Path { points, .. } => points.windows(2).any(|ends| self.is_crossed(ends[0], ends[1])),
            Mark::Disc { at, radius, rim, .. } => {
                let reach = radius + rim.map_or(0.0, |(width, _)| width);
                self.overlaps(&Self::of_disc(*at, reach))
            }
            Mark::Area { .. } | Mark::Label { .. } => false,
        }
    }

    pub(super) fn is_within(&self, size: Size) -> bool {
        self.left >= 1.0 && self.top >= 1.0 && self.right <= size.width - 1.0 && self.bottom <= size.height - 1.0
    }

    /// Whether the segment between two points passes through it (Liang–Barsky).
    pub(super) fn is_crossed(&self, from: Point, to: Point) -> bool {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        for (step, room) in
            [(-dx, from.x - self.left), (dx, self.right - from.x), (-dy, from.y - self.top), (dy, self.bottom - from.y)]
        {
            if step.abs() < 1e-9 {
                if room < 0.0 {
                    return false;
                }
            } else if step < 0.0 {
                enter = enter.max(room / step);
            } else {
                leave = leave.min(room / step);
            }
        }
        enter <= leave
    }
}

/// On which side of its mark a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Right,
    Left,
    Above,
    Below,
    AboveRight,
    BelowRight,
    AboveLeft,
    BelowLeft,
}

impl Side {
    /// All sides, best first, for a mark at that bearing: outward, so that sides rarely change.
    pub(super) fn preferred(bearing: f64) -> [Self; 8] {
        if bearing < 180.0 {
            [
                Self::Right,
                Self::BelowRight,
                Self::AboveRight,
                Self::Below,
                Self::Above,
                Self::Left,
                Self::BelowLeft,
                Self::AboveLeft,
            ]
        } else {
            [
                Self::Left,
                Self::BelowLeft,
                Self::AboveLeft,
                Self::Below,
                Self::Above,
                Self::Right,
                Self::BelowRight,
                Self::AboveRight,
            ]
        }
    }

    /// Where the label's anchor stands beside a disc.
    pub(super) fn place(self, at: Point, radius: f64, size: f64) -> (Point, Anchor) {
        let (beside, over) = (radius + GAP, radius + size * 0.62);
        let (near, up) = (radius * 0.6 + GAP, radius * 0.6 + size * 0.5);
        let (dx, dy, anchor) = match self {
            Self::Right => (beside, 0.0, Anchor::Start),
            Self::Left => (-beside, 0.0, Anchor::End),
            Self::Above => (0.0, -over, Anchor::Middle),
            Self::Below => (0.0, over, Anchor::Middle),
            Self::AboveRight => (near, -up, Anchor::Start),
            Self::BelowRight => (near, up, Anchor::Start),
            Self::AboveLeft => (-near, -up, Anchor::End),
            Self::BelowLeft => (-near, up, Anchor::End),
        };
        (Point { x: at.x + dx, y: at.y + dy }, anchor)
    }
}

/// What a label's place costs; the unit is one step down the list of preferred sides.
///
/// A whole list of sides is worth less than one more line or disc covered; a disc hides who it is,
/// a line goes on behind the label, a dot is one of many.
pub(super) mod cost {
    /// The next worse side of [`super::Side::preferred`].
    pub(crate) const NEXT_SIDE: u32 = 1;
    /// A line that passes behind the label.
    pub(crate) const OVER_LINE: u32 = 5;
    /// A covered dot.
    pub(crate) const OVER_DOT: u32 = 6;
    /// A covered disc.
    pub(crate) const OVER_DISC: u32 = 60;
}

/// What labels must keep clear of.
pub(super) struct Obstacles {
    size: Size,
    /// Never covered: other labels.
    firm: Vec<Rect>,
    /// What may be covered, each at its cost: discs.
    discs: Vec<(Rect, u32)>,
    /// What may be crossed at [`cost::OVER_LINE`].
    lines: Vec<(Point, Point)>,
}

impl Obstacles {
    pub(super) const fn new(size: Size) -> Self {
        Self { size, firm: Vec::new(), discs: Vec::new(), lines: Vec::new() }
    }

    /// No label may overlap it.
    pub(super) fn keep_clear(&mut self, rect: Rect) {
        self.firm.push(rect);
    }

    /// A label may cover it at a cost.
    pub(super) fn cover_at(&mut self, rect: Rect, cost: u32) {
        self.discs.push((rect, cost));
    }

    /// A label may stand on the line between two points, at [`cost::OVER_LINE`].
    pub(super) fn cross_at_cost(&mut self, from: Point, to: Point) {
        self.lines.push((from, to));
    }

    /// The cheapest side for a label of that width and type size beside the disc `mark`, if it costs no more than
    /// `limit`; its rectangle is then kept clear. All lengths are in CSS pixels.
    pub(super) fn place(
        &mut self,
        mark: (Point, f64),
        bearing: f64,
        (width, size): (f64, f64),
        limit: u32,
    ) -> Option<Side> {
        let own = Rect::of_disc(mark.0, mark.1);
        let mut best: Option<(u32, Side, Rect)> = None;
        for (rank, side) in Side::preferred(bearing).into_iter().enumerate() {
            let (at, anchor) = side.place(mark.0, mark.1, size);
            let rect = Rect::of_label(at, anchor, width, size);
            let room = rect.grown(BREATH);
            let base = rank as u32 * cost::NEXT_SIDE;
            if base > limit || best.is_some_and(|(cost, ..)| cost <= base) {
                break;
            }
            if !rect.is_within(self.size) || self.firm.iter().any(|other| room.overlaps(other)) {
                continue;
            }
            let covered = self.discs.iter().filter(|(other, _)| *other != own && rect.overlaps(other));
            let discs: u32 = covered.map(|(_, cost)| cost).sum();
            let lines = self.lines.iter().filter(|(from, to)| rect.is_crossed(*from, *to)).count() as u32;
            let cost = base + discs + cost::OVER_LINE * lines;
            if cost <= limit && best.is_none_or(|(least, ..)| cost < least) {
                best = Some((cost, side, rect));
            }
        }
        let (_, side, rect) = best?;
        self.firm.push(rect);
        Some(side)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_word_is_wider_and_bold_wider_still() {
        assert!(width("Soviet Union", 12.0, false) > width("Soviet", 12.0, false));
        assert!(width("China", 12.0, true) > width("China", 12.0, false));
    }

    #[test]
    fn a_label_moves_to_the_other_side_when_its_place_is_taken() {
        let size = Size { width: 200.0, height: 100.0 };
        let at = Point { x: 100.0, y: 50.0 };
        let mut obstacles = Obstacles::new(size);
        assert_eq!(obstacles.place((at, 5.0), 90.0, (50.0, 12.0), 9), Some(Side::Right));
        obstacles.keep_clear(Rect { left: 106.0, top: 20.0, right: 200.0, bottom: 90.0 });
        assert_eq!(obstacles.place((at, 5.0), 90.0, (50.0, 12.0), 9), Some(Side::Left));
        assert_eq!(obstacles.place((at, 5.0), 90.0, (50.0, 12.0), 2), None);
    }

    #[test]
    fn a_label_never_leaves_the_picture() {
        let mut obstacles = Obstacles::new(Size { width: 60.0, height: 20.0 });
        assert_eq!(obstacles.place((Point { x: 30.0, y: 10.0 }, 5.0), 90.0, (50.0, 12.0), 99), None);
    }

    #[test]
    fn a_line_through_a_frame_crosses_it() {
        let rect = Rect { left: 0.0, top: 0.0, right: 10.0, bottom: 10.0 };
        let point = |x, y| Point { x, y };
        assert!(rect.is_crossed(point(-5.0, 5.0), point(15.0, 5.0)));
        assert!(!rect.is_crossed(point(-5.0, 11.0), point(15.0, 11.0)));
        assert!(!rect.is_crossed(point(-5.0, 5.0), point(-1.0, 5.0)));
    }
}
