//! Lanes for all slots, and bearings spread so that no disc covers another at the end of any year.
//!
//! Each slot first chooses a lane of its ring's band; then whatever is too near is pushed apart along the ring;
//! what is still pressed moves to the nearest place that is free. These steps repeat until nothing is pressed.

use crate::data::{Dataset, Dyad, Prominence, order};
use crate::moment::standing_of;
use crate::time::{Date, Playhead};

use super::cases::{ABSENT, Cases, Code, HOLLOW};
use super::ring::{Discs, names};
use super::slot::{Slot, Stand};
use super::turned;

/// What stays free on each side of the vertical axis, where the rings are named, in degrees.
pub(super) const AXIS: f64 = 7.0;
/// The lanes of a band that a disc may stand in, the most wanted first.
const LANES: [f64; 5] = [0.0, 1.0, -1.0, 0.5, -0.5];
/// Two slots that want to be farther apart than this never meet, in degrees.
const NEAR: f64 = 78.0;
/// Discs this far apart touch on no ring, in degrees.
const CLEAR: f64 = 30.0;
/// Where slots are many, no more than about so many on either side are looked at.
const NEIGHBOURS: f64 = 60.0;
/// No slot is held against more than so many that follow it.
const MOST_NEIGHBOURS: usize = 400;
/// How far a pressed slot may move from where it wants to stand, and by which steps it seeks, in degrees.
const FARTHEST: f64 = 36.0;
const STEP: f64 = 1.0;
/// How often bearings are pushed apart in one turn, at most.
const ROUNDS: usize = 60;
/// How often a slot moves to another place, at most: where slots are too many for the rings, it would not help.
const MOVES: usize = 600;
/// How many turns there are, at most.
const TURNS: usize = 10;
/// What is nearer than it should be by less than this is let be, in degrees.
const SLIGHT: f64 = 1e-3;
/// The same for [`Spread::room`].
const TOLERANCE: f64 = 1e-6;

/// Two slots that may meet.
struct Pair {
    ends: [usize; 2],
    /// How both stand in the years in which they may meet.
    cases: Cases,
}

/// The slots around the circle while they are spread.
pub(super) struct Spread<'a> {
    slots: &'a mut [Slot],
    discs: Discs,
    /// Which bearings are given by the dataset.
    given: Vec<bool>,
    /// Where each slot wants to stand.
    wanted: Vec<f64>,
    pairs: Vec<Pair>,
    /// The pairs of each slot, as indices.
    pairs_of: Vec<Vec<usize>>,
    /// How far each slot is from the centre in each of its lanes, for each code.
    distances: Vec<[f64; ABSENT as usize]>,
    /// How far from the top each slot must stand in each of its lanes, so that it covers no ring's name, in degrees.
    beside_by_lane: Vec<f64>,
    /// The lane of each slot, as an index into [`LANES`].
    lanes: Vec<usize>,
    /// How far from the top each slot must stand by its lane, in degrees.
    beside: Vec<f64>,
}

impl<'a> Spread<'a> {
    /// Prepares all slots, whose bearings are where they want to stand.
    pub(super) fn new(dataset: &Dataset, slots: &'a mut [Slot], given: Vec<bool>) -> Self {
        let years: Vec<Vec<Code>> = slots.iter().map(|slot| codes(dataset, slot)).collect();
        let discs = Discs::of(dataset, slots.len());
        let near = NEAR.min(NEIGHBOURS * 360.0 / slots.len() as f64);
        let (mut pairs, mut pairs_of) = (Vec::new(), vec![Vec::new(); slots.len()]);
        for ends in neighbours(slots, near) {
            let cases = Cases::of(&years[ends[0]], &years[ends[1]], discs.hollow() as Code);
            if cases != Cases::NONE {
                for end in ends {
                    pairs_of[end].push(pairs.len());
                }
                pairs.push(Pair { ends, cases });
            }
        }
        let mut spread = Self {
            wanted: Vec::new(),
            distances: Vec::new(),
            beside_by_lane: Vec::new(),
            lanes: vec![0; slots.len()],
            beside: vec![AXIS; slots.len()],
            discs,
            slots,
            given,
            pairs,
            pairs_of,
        };
        let (names, rungs) = (names(dataset), dataset.rungs().list());
        for (index, years) in years.iter().enumerate() {
            spread.wanted.push(spread.slots[index].bearing);
            for lane in LANES {
                let (mut distances, mut beside) = ([0.0; ABSENT as usize], AXIS);
                for code in 0..ABSENT {
                    let (prominence, stance) = (spread.slots[index].prominence, rungs.get(usize::from(code)).copied());
                    distances[code as usize] = spread.discs.distance(prominence, stance, lane);
                    if spread.is_near_top(index) && years.contains(&code) {
                        beside = spread.discs.beside_names(&names, prominence, stance, lane, beside);
                    }
                }
                spread.distances.push(distances);
                spread.beside_by_lane.push(beside);
            }
        }
        spread
    }

    /// Moves everyone until no disc covers another, or nothing more is gained.
    pub(super) fn settle(&mut self) {
        let around = order(self.slots.len(), &|a, b| self.slots[a].bearing.total_cmp(&self.slots[b].bearing));
        let mut placed = vec![false; self.slots.len()];
        for index in around {
            self.choose_lane(index, &placed, f64::MIN);
            placed[index] = true;
        }
        let mut moves = 0;
        for _ in 0..TURNS {
            self.push_apart();
            let room = |spread: &Self, index: usize| spread.room(index, &placed, -TOLERANCE);
            let pressed: Vec<usize> = (0..self.slots.len()).filter(|index| room(self, *index) <= -TOLERANCE).collect();
            if pressed.is_empty() {
                break;
            }
            // The least give way first.
            let last = |index: usize| core::cmp::Reverse(self.slots[index].prominence);
            let turns = order(pressed.len(), &|a, b| last(pressed[a]).cmp(&last(pressed[b])));
            for index in turns.into_iter().map(|place| pressed[place]) {
                if moves < MOVES && room(self, index) <= -TOLERANCE {
                    moves += 1;
                    self.relocate(index, &placed);
                }
            }
        }
    }

    /// Gives a slot the lane in which it has most room among those `placed`, and returns that room, or `least` when none has more.
    fn choose_lane(&mut self, index: usize, placed: &[bool], least: f64) -> f64 {
        let lanes = if self.slots[index].prominence == Prominence::Principal { 1 } else { LANES.len() };
        let (mut best, mut chosen) = (least, 0);
        for lane in 0..lanes {
            self.take_lane(index, lane);
            let room = self.room(index, placed, best);
            if room > best {
                (best, chosen) = (room, lane);
            }
        }
        self.take_lane(index, chosen);
        best
    }

    fn take_lane(&mut self, index: usize, lane: usize) {
        (self.slots[index].stand, self.lanes[index]) = (Stand::Lane(LANES[lane]), lane);
        self.beside[index] = self.beside_by_lane[index * LANES.len() + lane];
    }

    /// Moves a slot to the place nearest to the wanted one where it is free, or else to the one with most room.
    fn relocate(&mut self, index: usize, placed: &[bool]) {
        if self.given[index] {
            return;
        }
        let (mut best, mut chosen) = (f64::MIN, self.slots[index].bearing);
        let steps = (FARTHEST / STEP) as i32;
        let offsets = (0..=steps).flat_map(|step| [f64::from(step), -f64::from(step)]);
        for offset in offsets {
            self.slots[index].bearing = turned(self.wanted[index] + offset * STEP);
            let room = self.choose_lane(index, placed, best);
            if room > best {
                (best, chosen) = (room, self.slots[index].bearing);
            }
            if best >= 0.0 {
                break;
            }
        }
        self.slots[index].bearing = chosen;
        self.choose_lane(index, placed, f64::MIN);
    }

    /// Pushes apart whatever is too near, again and again.
    fn push_apart(&mut self) {
        let needs = self.pairs.iter().map(|pair| (pair.ends, self.need(pair)));
        let needs: Vec<([usize; 2], f64)> = needs.filter(|(_, need)| *need > 0.0).collect();
        for _ in 0..ROUNDS {
            let mut at_rest = true;
            for (ends, need) in needs.iter().copied() {
                let ahead = ahead(self.slots, ends);
                let lack = need - ahead.abs();
                let [first, second] = ends;
                let shares = match (self.given[first], self.given[second]) {
                    _ if lack <= SLIGHT => continue,
                    (false, false) => (0.5, 0.5),
                    (true, false) => (0.0, 1.0),
                    (false, true) => (1.0, 0.0),
                    (true, true) => continue,
                };
                at_rest = false;
                let lack = if ahead < 0.0 { -lack } else { lack };
                for (index, push) in [(first, -shares.0 * lack), (second, shares.1 * lack)] {
                    if !self.given[index] {
                        self.slots[index].bearing = beside_top(self.slots[index].bearing + push, self.beside[index]);
                    }
                }
            }
            if at_rest {
                break;
            }
        }
    }

    /// How much room a slot has beside the nearest of those `placed`, and beside the rings' names:
    /// 0 where it is free, the more below the more it covers. What is not more than `least` may be any such number.
    fn room(&self, index: usize, placed: &[bool], least: f64) -> f64 {
        let mut room = ((from_top(self.slots[index].bearing) - self.beside[index]) / 1e3).min(0.0);
        for pair in self.pairs_of[index].iter().map(|pair| &self.pairs[*pair]) {
            if room <= least {
                break;
            }
            let [first, second] = pair.ends;
            let ahead = ahead(self.slots, pair.ends);
            if ahead.abs() < CLEAR && placed[first + second - index] {
                // Half the cosine's series is enough for an angle of this size.
                let turn = ahead.to_radians() * ahead.to_radians();
                let short = turn * (1.0 - turn / 12.0);
                for (near, far, apart) in self.distances(pair) {
                    room = room.min((near - far) * (near - far) + near * far * short - apart * apart);
                }
            }
        }
        room
    }

    /// How far apart two slots must be by their lanes, in degrees.
    fn need(&self, pair: &Pair) -> f64 {
        if ahead(self.slots, pair.ends).abs() > CLEAR {
            return 0.0;
        }
        self.distances(pair).map(|(near, far, apart)| angle(near, far, apart)).fold(0.0, f64::max)
    }

    /// How far two slots are from the centre in each case in which they may meet, and how far apart they must be.
    fn distances(&self, pair: &Pair) -> impl Iterator<Item = (f64, f64, f64)> {
        let [one, other] =
            pair.ends.map(|end| (&self.distances[end * LANES.len() + self.lanes[end]], self.slots[end].prominence));
        pair.cases.iter(self.discs.hollow() as Code).map(move |(a, b)| {
            let apart = self.discs.apart((one.1, a != HOLLOW), (other.1, b != HOLLOW));
            (one.0[a as usize], other.0[b as usize], apart)
        })
    }

    /// Whether a slot may come so near the top that it would cover a ring's name.
    fn is_near_top(&self, index: usize) -> bool {
        !self.given[index] && from_top(self.wanted[index]) < CLEAR + AXIS + FARTHEST
    }
}

/// Every two slots no farther apart than `near` degrees, in the order of their indices.
fn neighbours(slots: &[Slot], near: f64) -> Vec<[usize; 2]> {
    let around = order(slots.len(), &|a, b| slots[a].bearing.total_cmp(&slots[b].bearing));
    let mut pairs = Vec::new();
    for (place, one) in around.iter().enumerate() {
        // Onwards round the circle, once at the most, and past no more than these where all stand in one place.
        let onwards = (1..slots.len().min(MOST_NEIGHBOURS)).map(|step| around[(place + step) % slots.len()]);
        for other in onwards {
            let turn = turned(slots[other].bearing - slots[*one].bearing);
            if turn > near {
                break;
            }
            pairs.push([*one.min(&other), *one.max(&other)]);
        }
    }
    // Not the sort of std, which a page has nowhere else.
    let mut distinct: Vec<[usize; 2]> = Vec::with_capacity(pairs.len());
    for pair in order(pairs.len(), &|a, b| pairs[a].cmp(&pairs[b])).into_iter().map(|place| pairs[place]) {
        if distinct.last() != Some(&pair) {
            distinct.push(pair);
        }
    }
    distinct
}

/// At which angle two points, that far from the centre, are `apart` from each other, in degrees.
fn angle(near: f64, far: f64, apart: f64) -> f64 {
    let across = apart * apart - (near - far) * (near - far);
    if across <= 0.0 {
        return 0.0;
    }
    // The half angle by its sine, over an arc tangent, which the page has already.
    let rest = (4.0 * near * far - across).max(0.0);
    2.0 * libm::atan2(libm::sqrt(across), libm::sqrt(rest)).to_degrees()
}

/// How far clockwise the second is from the first, −180 to 180 degrees.
fn ahead(slots: &[Slot], [first, second]: [usize; 2]) -> f64 {
    let turn = slots[second].bearing - slots[first].bearing;
    if turn > 180.0 {
        turn - 360.0
    } else if turn < -180.0 {
        turn + 360.0
    } else {
        turn
    }
}

/// How far a bearing is from the top, in degrees.
fn from_top(bearing: f64) -> f64 {
    bearing.min(360.0 - bearing)
}

/// The bearing from 0 to 360 degrees, at least that far from the top.
fn beside_top(bearing: f64, least: f64) -> f64 {
    let bearing = turned(bearing);
    if bearing > 180.0 { bearing.min(360.0 - least) } else { bearing.max(least) }
}

/// How a slot stands at the end of each year.
fn codes(dataset: &Dataset, slot: &Slot) -> Vec<Code> {
    let info = dataset.info();
    let turns = turns(dataset, slot);
    let mut code = ABSENT;
    let years = (info.first_year..=info.last_year).map(|year| {
        if year == info.first_year || turns.contains(&year) {
            let playhead = Playhead::end_of(year);
            code = slot.holder(dataset, playhead).map_or(ABSENT, |actor| match standing_of(dataset, actor, playhead) {
                (Some(standing), _) => dataset.rungs().ring(standing.stance) as Code,
                (None, true) => HOLLOW,
                (None, false) => ABSENT,
            });
        }
        code
    });
    years.collect()
}

/// The years in which how a slot stands may change: those of every date that a standing depends on.
fn turns(dataset: &Dataset, slot: &Slot) -> Vec<i16> {
    let mut turns = Vec::new();
    let Some(ego) = dataset.ego() else { return turns };
    let mut add = |date: Option<Date>| turns.extend(date.map(Date::step));
    let rival_or_ego = dataset.info().rival.unwrap_or(ego);
    let mut parties = slot.holders.clone();
    parties.push(ego);
    parties.push(rival_or_ego);
    for party in parties {
        add(dataset.actor(party).from);
        add(dataset.actor(party).to);
        if let Some(dyad) = Dyad::new(party, ego) {
            for tie in dataset.ties_between(dyad) {
                add(Some(dataset.tie(tie).spell.from));
                add(dataset.tie(tie).spell.to);
            }
        }
        for toward in [ego, rival_or_ego] {
            for (_, act) in dataset.acts_toward(party, toward) {
                add(Some(act.date));
            }
        }
    }
    turns
}
