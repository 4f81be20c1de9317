//! Labels: how wide they are, the rectangle they take, and where they stand beside their disc.

use crate::layout::sincos;

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
/// That of a letter of Korean, Chinese or Japanese.
const ADVANCE_WIDE: u16 = 920;
/// Those of Arabic letters as they are joined: alef and the like, and the others. They are what fits the 249 names of
/// countries best in `DejaVu Sans`, a wide face.
const ADVANCE_ARABIC: [u16; 2] = [290, 540];
/// How much wider bold type runs, as a factor.
const BOLD: f64 = 1.07;
/// Room for faces that run wider than the table, as a factor.
const SLACK: f64 = 1.04;
/// Height of a line relative to its type size, without leading.
const LINE: f64 = 1.0;
/// What stays free between a label and the picture's sides, in CSS pixels.
const SIDE: f64 = 1.0;
/// Between a disc's rim and its label, in CSS pixels.
const GAP: f64 = 4.0;

/// How wide a line of text is, in CSS pixels.
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    let advance = |letter: char| {
        let place = (letter as usize).wrapping_sub(32);
        f64::from(match letter {
            // What keeps directions apart takes no room, nor do marks of Arabic; a letter of Korean, Chinese or Japanese that
            // of two.
            '\u{64b}'..='\u{65f}' | '\u{2066}'..='\u{2069}' => 0,
            '\u{2e80}'.. => ADVANCE_WIDE,
            '\u{621}'..='\u{64a}' => ADVANCE_ARABIC[usize::from(letter > '\u{629}')],
            _ => ADVANCES.get(place).copied().unwrap_or(ADVANCE_OTHERWISE),
        })
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

    /// Around a segment.
    pub(super) fn around(from: Point, to: Point) -> Self {
        Self { left: from.x.min(to.x), top: from.y.min(to.y), right: from.x.max(to.x), bottom: from.y.max(to.y) }
    }

    /// Around a disc.
    pub(super) fn of_disc(at: Point, radius: f64) -> Self {
        Self { left: at.x - radius, top: at.y - radius, right: at.x + radius, bottom: at.y + radius }
    }

    pub(super) fn grown(&self, by: f64) -> Self {
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

    /// The point of it that is nearest to another.
    pub(super) fn nearest(&self, to: Point) -> Point {
        // Not `clamp`, whose panic prints its bounds and brings the code for that into the page.
        Point { x: to.x.max(self.left).min(self.right), y: to.y.max(self.top).min(self.bottom) }
    }

    /// What is free between it and another, level or upright, in CSS pixels; negative where they overlap.
    pub(super) fn gap(&self, other: &Self) -> f64 {
        let level = (self.left - other.right).max(other.left - self.right);
        let upright = (self.top - other.bottom).max(other.top - self.bottom);
        level.max(upright)
    }

    pub(super) fn is_within(&self, size: Size) -> bool {
        self.left >= SIDE && self.top >= SIDE && self.right <= size.width - SIDE && self.bottom <= size.height - SIDE
    }

    /// Whether the segment between two points passes through it (Liang–Barsky).
    pub(super) fn is_crossed(&self, from: Point, to: Point) -> bool {
        // Most segments lie beside it altogether.
        if from.x.max(to.x) < self.left
            || from.x.min(to.x) > self.right
            || from.y.max(to.y) < self.top
            || from.y.min(to.y) > self.bottom
        {
            return false;
        }
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

/// Where a label stands, relative to the centre of its disc.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct LabelPlace {
    /// To the right and down, in CSS pixels.
    offset: (f64, f64),
    anchor: Anchor,
    /// Whether a line leads from the disc to the label, which stands off.
    pub(super) has_leader: bool,
}

/// Where a label may stand beside its disc, to the right and down, for a mark right of the centre: outward first,
/// so that places rarely change.
const BESIDE: [(f64, f64); 8] =
    [(1.0, 0.0), (1.0, 1.0), (1.0, -1.0), (0.0, 1.0), (0.0, -1.0), (-1.0, 0.0), (-1.0, 1.0), (-1.0, -1.0)];
/// How far off a label may stand, in CSS pixels at a scale factor of 1.
const OFF: [f64; 8] = [13.0, 22.0, 33.0, 46.0, 62.0, 80.0, 100.0, 125.0];
/// Directions in which a label may stand off, as turns from the way outward, in degrees.
const TURNS: [f64; 16] =
    [0.0, 20.0, -20.0, 40.0, -40.0, 60.0, -60.0, 80.0, -80.0, 105.0, -105.0, 130.0, -130.0, 160.0, -160.0, 180.0];

impl LabelPlace {
    /// How many places there are beside a disc, the first by rank, and how many in all.
    pub(super) const BESIDE: usize = BESIDE.len();
    pub(super) const ALL: usize = BESIDE.len() + OFF.len() * TURNS.len();

    /// By rank, for a disc of that radius at that bearing and that type size; rank 0 is the best.
    pub(super) fn of(rank: usize, bearing: f64, radius: f64, size: f64, scale_factor: f64) -> Self {
        let has_leader = rank >= Self::BESIDE;
        let (offset, right) = if has_leader {
            let rank = rank - Self::BESIDE;
            let (sin, cos) = sincos(bearing + TURNS[rank % TURNS.len()]);
            // Far enough for a leader to be seen in the smallest picture.
            let far = radius + OFF[rank / TURNS.len()] * scale_factor.max(0.72);
            // Above or below, the leader ends at the line's edge.
            ((far * sin, -far * cos - size * 0.5 * cos), sin)
        } else {
            let gap = GAP * scale_factor;
            let (beside, over) = (radius + gap, radius + size * 0.62);
            let (near, up) = (radius * 0.6 + gap, radius * 0.6 + size * 0.5);
            let (right, down) = BESIDE[rank];
            let right = if bearing < 180.0 { right } else { -right };
            ((right * if down == 0.0 { beside } else { near }, down * if right == 0.0 { over } else { up }), right)
        };
        Self { offset, anchor: anchor(right), has_leader }
    }

    /// Where the label's anchor stands beside a disc at `at`.
    pub(super) fn place(self, at: Point) -> (Point, Anchor) {
        let (dx, dy) = self.offset;
        (Point { x: at.x + dx, y: at.y + dy }, self.anchor)
    }

    /// The rectangle of a label of that width and type size beside a disc at `at`.
    pub(super) fn rect(self, at: Point, (width, size): (f64, f64)) -> Rect {
        let (at, anchor) = self.place(at);
        Rect::of_label(at, anchor, width, size)
    }

    /// The same place, moved level so that a label there does not leave a picture of that width at a side.
    pub(super) fn shifted_into(mut self, at: Point, type_of: (f64, f64), picture: f64) -> Self {
        let rect = self.rect(at, type_of);
        self.offset.0 += (SIDE - rect.left).max(0.0) + (picture - SIDE - rect.right).min(0.0);
        self
    }

    /// Whether a label may glide to another place: it stands on the same side of its disc.
    pub(super) fn is_beside(self, other: Self) -> bool {
        self.anchor == other.anchor && (self.anchor != Anchor::Middle || self.offset.1 * other.offset.1 > 0.0)
    }

    /// How far it is to another place, in CSS pixels.
    pub(super) fn way(self, other: Self) -> f64 {
        libm::hypot(self.offset.0 - other.offset.0, self.offset.1 - other.offset.1)
    }

    /// The place that lies `share` of the way to another, 0 to 1.
    pub(super) fn towards(self, other: Self, share: f64) -> Self {
        let between = |from: f64, to: f64| from + (to - from) * share;
        let offset = (between(self.offset.0, other.offset.0), between(self.offset.1, other.offset.1));
        Self { offset, ..if share < 0.5 { self } else { other } }
    }

    /// The line that leads from the rim of a disc of that radius at `at` to its label, if it stands off.
    pub(super) fn leader(self, at: Point, radius: f64, rect: &Rect) -> Option<(Point, Point)> {
        /// What stays free at both ends, in CSS pixels.
        const FREE: f64 = 1.5;
        // To the middle of its near end: along its lower edge, a line would underscore it.
        let nearest = rect.nearest(at);
        let end =
            if nearest.x == at.x { nearest } else { Point { y: f64::midpoint(rect.top, rect.bottom), ..nearest } };
        let way = at.distance(end);
        let short = radius + 2.0 * FREE;
        (self.has_leader && way > short)
            .then(|| (at.towards(end, (radius + FREE) / way), at.towards(end, (way - FREE) / way)))
    }
}

/// The anchor of a label in a direction with that sine: its near end.
fn anchor(sin: f64) -> Anchor {
    if sin > 0.35 {
        Anchor::Start
    } else if sin < -0.35 {
        Anchor::End
    } else {
        Anchor::Middle
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

    /// Measured in `DejaVu Sans` at 100 px.
    #[test]
    fn an_arabic_word_is_as_wide_as_its_joined_letters() {
        for (word, measured) in
            [("الشمالية", 350.4), ("كوريا", 206.0), ("الصين", 251.5), ("روسيا", 241.0), ("تحالف", 257.0)]
        {
            let ratio = width(word, 100.0, false) / measured;
            assert!((0.85..1.25).contains(&ratio), "{word}: {ratio}");
        }
        assert!(width("الشّمالية", 12.0, false) == width("الشمالية", 12.0, false), "a mark takes no room of its own");
    }

    #[test]
    fn a_line_through_a_frame_crosses_it() {
        let rect = Rect { left: 0.0, top: 0.0, right: 10.0, bottom: 10.0 };
        let point = |x, y| Point { x, y };
        assert!(rect.is_crossed(point(-5.0, 5.0), point(15.0, 5.0)));
        assert!(!rect.is_crossed(point(-5.0, 11.0), point(15.0, 11.0)));
        assert!(!rect.is_crossed(point(-5.0, 5.0), point(-1.0, 5.0)));
    }

    #[test]
    fn a_place_beside_a_disc_is_clear_of_it_and_nearer_than_any_with_a_leader() {
        let at = Point { x: 100.0, y: 100.0 };
        for bearing in [10.0, 100.0, 200.0, 350.0] {
            let gap = |place: LabelPlace| at.distance(place.rect(at, (60.0, 12.0)).nearest(at)) - 6.0;
            for rank in 0..LabelPlace::ALL {
                let place = LabelPlace::of(rank, bearing, 6.0, 12.0, 1.0);
                if place.has_leader {
                    let rect = place.rect(at, (60.0, 12.0));
                    assert!(gap(place) > 6.0 && place.leader(at, 6.0, &rect).is_some(), "{place:?}");
                } else {
                    assert!((0.0..=6.0).contains(&gap(place)), "{place:?}");
                }
            }
        }
    }
}
