//! The tip beside what is pointed at: what it is about, and where its box stands.

use crate::layout::Focus;
use crate::scene::{Datum, Mark, Point, Scene, Size};

/// What a tip is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Whoever is under the pointer in the network, or was navigated to there.
    Network(Focus),
    /// What is under the pointer in the timeline.
    Timeline(Datum),
}

/// The tip: what it is about and what it points to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tip {
    /// What it tells of.
    pub subject: Subject,
    /// The place it points to, in CSS pixels of the network or the timeline.
    pub at: Point,
}

/// How a tip stands in a picture, in CSS pixels.
struct Stand {
    /// What stays free between the box and the picture's sides.
    margin: f64,
    /// How far above the place the box ends, or below it begins.
    above: f64,
    below: f64,
    /// What stays free between the box and the picture's top, or else it stands below.
    top: f64,
}

const IN_NETWORK: Stand = Stand { margin: 4.0, above: 18.0, below: 18.0, top: 6.0 };
const IN_TIMELINE: Stand = Stand { margin: 0.0, above: 12.0, below: 18.0, top: 0.0 };

impl Tip {
    /// The left and the top of a box of that size, in a picture as large as `picture`: above the place where there is
    /// room, or else below it. All in CSS pixels.
    pub fn place(&self, tip: Size, picture: Size) -> Point {
        let stand = match self.subject {
            Subject::Network(_) => IN_NETWORK,
            Subject::Timeline(_) => IN_TIMELINE,
        };
        let farthest = (picture.width - tip.width - stand.margin).max(stand.margin);
        let x = (self.at.x - tip.width / 2.0).max(stand.margin).min(farthest);
        let above = self.at.y - tip.height - stand.above;
        Point { x, y: if above > stand.top { above } else { self.at.y + stand.below } }
    }
}

/// Where somebody is drawn: the middle of the disc, or of the line between two.
pub(super) fn place_of(scene: &Scene, focus: Focus, is_tie: impl Fn(Datum) -> bool) -> Option<Point> {
    scene.marks.iter().find_map(|mark| match (mark, focus) {
        (Mark::Disc { at, datum: Datum::Actor(other), .. }, Focus::Actor(actor)) if *other == actor => Some(*at),
        (Mark::Path { points, datum, .. }, Focus::Tie(_)) if is_tie(*datum) => match points.as_slice() {
            [from, to] => Some(from.towards(*to, 0.5)),
            points => points.get(points.len() / 2).copied(),
        },
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PICTURE: Size = Size { width: 780.0, height: 600.0 };
    const BOX: Size = Size { width: 264.0, height: 120.0 };

    fn tip(x: f64, y: f64, subject: Subject) -> Point {
        Tip { subject, at: Point { x, y } }.place(BOX, PICTURE)
    }

    #[test]
    fn a_tip_stands_above_its_place_where_there_is_room_and_within_the_picture() {
        let network = Subject::Network(Focus::Nobody);
        assert_eq!(tip(400.0, 300.0, network), Point { x: 268.0, y: 162.0 });
        assert_eq!(tip(10.0, 100.0, network), Point { x: 4.0, y: 118.0 });
        assert_eq!(tip(779.0, 300.0, network).x, 780.0 - 264.0 - 4.0);
        let timeline = Subject::Timeline(Datum::Year(1972));
        assert_eq!(tip(10.0, 133.0, timeline), Point { x: 0.0, y: 1.0 });
        assert_eq!(tip(10.0, 130.0, timeline), Point { x: 0.0, y: 148.0 });
    }

    #[test]
    fn a_box_wider_than_the_picture_begins_at_its_left() {
        let tip = Tip { subject: Subject::Network(Focus::Nobody), at: Point { x: 90.0, y: 300.0 } };
        assert_eq!(tip.place(BOX, Size { width: 200.0, height: 600.0 }).x, 4.0);
    }
}
