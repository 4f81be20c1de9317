//! Greedy placement of labels by cost: each on the free place that costs least.

use super::label::{LabelPlace, Rect};
use super::{Point, Size};

/// What stays free between two labels, in CSS pixels.
const BREATH: f64 = 2.0;
/// What stays free between a label and a disc, in CSS pixels.
const CLEAR: f64 = 0.5;
/// A label must be nearer to its own disc than to any that is not smaller, by so much, in CSS pixels.
const NEARER: f64 = 2.5;
/// A disc is smaller than another when its radius is less than this share of the other's.
const SMALLER: f64 = 0.85;

/// What a label's place costs; the unit is one step down the list of places.
pub(super) mod cost {
    /// A line that passes behind the label, or that its leader crosses.
    pub(crate) const LINE: u32 = 5;
    /// A place that stands off, with a leader.
    pub(crate) const OFF: u32 = 12;
    /// A place where a leader alone shows whose label it is.
    pub(crate) const DOUBT: u32 = 20;
    /// A disc that the leader passes over.
    pub(crate) const LEADER_OVER_DISC: u32 = 60;

    /// A place of that rank: the worse the dearer.
    pub(super) const fn of_rank(rank: usize) -> u32 {
        let beside = super::LabelPlace::BESIDE;
        if rank < beside { rank as u32 } else { OFF + (rank - beside) as u32 }
    }
}

/// A label to be placed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    /// Its disc.
    pub(super) at: Point,
    /// Of the disc, in CSS pixels.
    pub(super) radius: f64,
    pub(super) bearing: f64,
    /// Width of the line and size of the type, in CSS pixels.
    pub(super) type_of: (f64, f64),
    /// What it may cost at most.
    pub(super) limit: u32,
    /// How many places it may take: those beside its disc, or also those with a leader.
    pub(super) places: usize,
    pub(super) scale_factor: f64,
    /// Whether a leader alone may show whose label it is, where another disc is nearer.
    pub(super) leader_suffices: bool,
}

/// What labels must keep clear of.
pub(super) struct Obstacles {
    size: Size,
    /// Never covered: other labels, the rings' names.
    firm: Vec<Rect>,
    /// Never covered: discs, with their radius.
    discs: Vec<(Point, f64)>,
    /// What may be crossed at [`cost::LINE`].
    lines: Vec<(Point, Point)>,
    /// Never covered or crossed: the leaders of placed labels.
    leaders: Vec<(Point, Point)>,
}

impl Obstacles {
    pub(super) const fn new(size: Size) -> Self {
        Self { size, firm: Vec::new(), discs: Vec::new(), lines: Vec::new(), leaders: Vec::new() }
    }

    /// No label may overlap it.
    pub(super) fn keep_clear(&mut self, rect: Rect) {
        self.firm.push(rect);
    }

    /// No label may cover this disc but its own.
    pub(super) fn keep_disc(&mut self, at: Point, radius: f64) {
        self.discs.push((at, radius));
    }

    /// A label may stand on the line between two points, at [`cost::LINE`].
    pub(super) fn cross_at_cost(&mut self, from: Point, to: Point) {
        self.lines.push((from, to));
    }

    /// The cheapest free place for a label, if there is one; it is then kept clear.
    pub(super) fn place(&mut self, wanted: Wanted) -> Option<LabelPlace> {
        // Only what a label can reach counts.
        let off = if wanted.places > LabelPlace::BESIDE { 135.0 * wanted.scale_factor } else { 27.0 };
        let reach = wanted.type_of.0 + wanted.type_of.1 + wanted.radius + off;
        let mut near = Vec::new();
        for (at, radius) in &self.discs {
            if *at != wanted.at && at.distance(wanted.at) < reach {
                near.push((*at, *radius));
            }
        }
        let mut best = None;
        // Places are in the order of their cost: the first whose mere rank costs more than the best ends the search.
        for rank in 0..wanted.places {
            if !self.consider(cost::of_rank(rank), rank, wanted, &near, &mut best) {
                break;
            }
        }
        let (_, place, rect) = best?;
        self.firm.push(rect);
        self.leaders.extend(place.leader(wanted.at, wanted.radius, &rect));
        Some(place)
    }

    /// Takes a place that costs `base` by its rank if it is the best so far; whether the search goes on.
    fn consider(
        &self,
        base: u32,
        rank: usize,
        wanted: Wanted,
        near: &[(Point, f64)],
        best: &mut Option<(u32, LabelPlace, Rect)>,
    ) -> bool {
        let most = best.as_ref().map_or(wanted.limit.saturating_add(1), |(cost, ..)| *cost);
        if base >= most {
            return false;
        }
        let place = LabelPlace::of(rank, wanted.bearing, wanted.radius, wanted.type_of.1, wanted.scale_factor);
        let place = place.shifted_into(wanted.at, wanted.type_of, self.size.width);
        let rect = place.rect(wanted.at, wanted.type_of);
        let leader = place.leader(wanted.at, wanted.radius, &rect);
        if let Some(doubt) = self.doubt(&rect, leader.is_some(), wanted, near) {
            let cost = base + doubt + self.crossings(&rect, leader, near, most);
            if cost < most {
                *best = Some((cost, place, rect));
            }
        }
        true
    }

    /// What it costs that a label at `rect` is not nearer to its own disc than to others of its size.
    ///
    /// `None` where it may not stand: it covers something, leaves the picture, or nothing tells whose it is.
    fn doubt(&self, rect: &Rect, has_leader: bool, wanted: Wanted, near: &[(Point, f64)]) -> Option<u32> {
        let gap = |at: Point, radius: f64| at.distance(rect.nearest(at)) - radius;
        let own = gap(wanted.at, wanted.radius);
        let room = rect.grown(BREATH);
        let is_free = own >= CLEAR
            && rect.is_within(self.size)
            && !self.firm.iter().any(|other| room.overlaps(other))
            && !self.leaders.iter().any(|(from, to)| room.is_crossed(*from, *to))
            && near.iter().all(|(at, radius)| gap(*at, *radius) >= CLEAR);
        let nearest = own + NEARER * wanted.scale_factor;
        let is_told =
            || near.iter().all(|(at, radius)| *radius < wanted.radius * SMALLER || gap(*at, *radius) >= nearest);
        match is_free {
            true if is_told() => Some(0),
            true if has_leader && wanted.leader_suffices => Some(cost::DOUBT),
            _ => None,
        }
    }

    /// What the lines behind a label and its leader's way cost; of what costs more than `most`, any such number.
    fn crossings(&self, rect: &Rect, leader: Option<(Point, Point)>, near: &[(Point, f64)], most: u32) -> u32 {
        let crossed = self.lines.iter().filter(|(from, to)| rect.is_crossed(*from, *to));
        let behind = crossed.take((most / cost::LINE) as usize + 1).count() as u32;
        let Some((from, to)) = leader else { return cost::LINE * behind };
        let meets = |other: &(Point, Point)| Rect::around(from, to).overlaps(&Rect::around(other.0, other.1));
        if self.firm.iter().any(|other| other.is_crossed(from, to)) || self.leaders.iter().any(meets) {
            return u32::MAX / 2;
        }
        let over = near.iter().filter(|(at, radius)| at.distance_to(from, to) < *radius + CLEAR).count() as u32;
        cost::LINE * behind + cost::LEADER_OVER_DISC * over
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: Point = Point { x: 100.0, y: 50.0 };

    fn wanted(limit: u32, places: usize) -> Wanted {
        Wanted {
            at: AT,
            radius: 5.0,
            bearing: 90.0,
            type_of: (50.0, 12.0),
            limit,
            places,
            scale_factor: 1.0,
            leader_suffices: false,
        }
    }

    /// Where the label of a disc in the middle of a picture stands.
    fn rect(obstacles: &mut Obstacles, wanted: Wanted) -> Option<Rect> {
        obstacles.place(wanted).map(|place| place.rect(wanted.at, wanted.type_of))
    }

    #[test]
    fn a_label_moves_to_the_other_side_when_its_place_is_taken() {
        let mut obstacles = Obstacles::new(Size { width: 200.0, height: 100.0 });
        assert!(rect(&mut obstacles, wanted(9, LabelPlace::BESIDE)).is_some_and(|rect| rect.left > AT.x));
        obstacles.keep_clear(Rect { left: 106.0, top: 20.0, right: 200.0, bottom: 90.0 });
        assert!(rect(&mut obstacles, wanted(9, LabelPlace::BESIDE)).is_some_and(|rect| rect.right < AT.x));
        assert!(rect(&mut obstacles, wanted(2, LabelPlace::BESIDE)).is_none());
    }

    #[test]
    fn a_label_never_leaves_the_picture() {
        let mut obstacles = Obstacles::new(Size { width: 60.0, height: 20.0 });
        let narrow = Wanted { at: Point { x: 30.0, y: 10.0 }, ..wanted(99, LabelPlace::ALL) };
        assert!(obstacles.place(narrow).is_none());
    }

    #[test]
    fn a_label_that_would_cover_discs_all_round_stands_off_with_a_leader() {
        let mut obstacles = Obstacles::new(Size { width: 400.0, height: 300.0 });
        let at = Point { x: 200.0, y: 150.0 };
        for bearing in 0..12 {
            obstacles.keep_disc(Point::polar(at, f64::from(bearing) * 30.0, 16.0), 3.0);
        }
        assert!(obstacles.place(Wanted { at, ..wanted(200, LabelPlace::BESIDE) }).is_none());
        let place = obstacles.place(Wanted { at, ..wanted(200, LabelPlace::ALL) }).expect("a place");
        assert!(place.has_leader);
    }

    #[test]
    fn a_label_is_nearer_to_its_own_disc_than_to_one_of_its_size() {
        let mut obstacles = Obstacles::new(Size { width: 400.0, height: 300.0 });
        let (at, other) = (Point { x: 200.0, y: 150.0 }, Point { x: 200.0, y: 164.0 });
        for disc in [at, other] {
            obstacles.keep_disc(disc, 5.0);
        }
        let rect = rect(&mut obstacles, Wanted { at, ..wanted(200, LabelPlace::ALL) }).expect("a place");
        assert!(at.distance(rect.nearest(at)) < other.distance(rect.nearest(other)));
    }
}
