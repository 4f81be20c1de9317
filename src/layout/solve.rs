//! Solving the layout: sectors by region, within a sector by longitude, and then apart from one another.

use core::cmp::Reverse;

use crate::data::{ActorId, ByProminence, Centre, Dataset, Placement, Position, Region, sorted};

use super::ego::{place, placement, unplaced};
use super::slot::Slot;
use super::spread::{AXIS, Spread};
use super::turned;
use super::{Layout, LayoutKind, Stand};

/// Clockwise round the picture is westward round the world, from the Pacific on.
const SECTORS: [Region; 7] = [
    Region::Asia,
    Region::Europe,
    Region::Africa,
    Region::SouthAmerica,
    Region::NorthAmerica,
    Region::Body,
    Region::Oceania,
];
/// Where the first sector begins, in degrees clockwise from the top.
const START: f64 = 330.0;
/// How much of the circle a slot without a given bearing asks for, relative to a dot.
const SHARE: ByProminence<f64> = ByProminence { principal: 1.0, named: 4.0, minor: 1.0 };
/// What stays free on each side of a bearing given by the dataset, in degrees.
const CLEARANCE: ByProminence<f64> = ByProminence { principal: 4.2, named: 3.0, minor: 1.0 };

/// A pack without an ego holds so many placements round actors at the most: three bytes each.
const MOST_PLACEMENTS: usize = 20_000;

/// The part of a dataset that is drawn, packed small together with its layout: what a page opens.
pub fn pack(dataset: &Dataset) -> Vec<u8> {
    let mut tables = dataset.tables().clone();
    // A dataset that comes from a pack has its layout; solved again, without its longitudes, it might be another.
    if !(tables.placements.is_empty() && tables.positions.is_empty() && tables.centres.is_empty()) {
        return tables.pack();
    }
    let layout = Layout::solve(dataset);
    match layout.kind() {
        LayoutKind::Ego(_) => tables.placements = layout.slots().iter().map(placement).collect(),
        LayoutKind::Solved => tables.positions = layout.slots().iter().map(position).collect(),
        // They are in the tables already.
        LayoutKind::Given => {}
    }
    if dataset.ego().is_none() {
        (tables.centres, tables.placements) = centres(dataset);
    }
    // Longitudes have done their work.
    for actor in &mut tables.actors {
        actor.lon = 0.0;
    }
    tables.pack()
}

/// Where everyone stands round each whom a reader can put in the centre: the most prominent, and of those who have ties
/// with most others, as many as there is room for.
fn centres(dataset: &Dataset) -> (Vec<Centre>, Vec<Placement>) {
    let mut degrees = vec![0_usize; dataset.actors().len()];
    for end in dataset.dyads().flat_map(|(dyad, _)| dyad.both()) {
        degrees[end.index()] += 1;
    }
    let tied: Vec<ActorId> = dataset.actor_ids().filter(|actor| degrees[actor.index()] > 0).collect();
    let rank = |actor: &ActorId| (dataset.actor(*actor).prominence, Reverse(degrees[actor.index()]));
    let (mut centres, mut placements) = (Vec::new(), Vec::new());
    let mut around = dataset.clone();
    for actor in sorted(tied, &|a, b| rank(a).cmp(&rank(b))) {
        around.put_in_centre(Some(actor));
        let layout = Layout::round(&around, actor);
        if placements.len() + layout.slots().len() > MOST_PLACEMENTS {
            break;
        }
        centres.push(Centre { actor, slots: layout.slots().len() as u16 });
        placements.extend(layout.slots().iter().map(placement));
    }
    (centres, placements)
}

/// Where a slot stands, in the unit square.
fn position(slot: &Slot) -> Position {
    let Stand::Fixed { x, y } = slot.stand else { return Position::default() };
    let share = |place: f64| f64::midpoint(place, 1.0) as f32;
    Position { x: share(x), y: share(y) }
}

impl Layout {
    /// Solves the layout: round the ego, or where there is none by the ties of all years.
    ///
    /// A dataset that gives positions, or from a pack that holds its layout, has it already.
    pub fn solve(dataset: &Dataset) -> Self {
        match (Self::placed(dataset), dataset.ego()) {
            (Some(placed), _) => placed,
            (None, Some(ego)) => Self::round(dataset, ego),
            (None, None) => Self::without_ego(dataset),
        }
    }

    /// The layout round the ego: sectors by region, within a sector by longitude,
    /// principals where the dataset puts them and the others around them.
    pub fn round(dataset: &Dataset, ego: ActorId) -> Self {
        let mut slots = unplaced(dataset);
        let loose: Vec<usize> = (0..slots.len()).filter(|index| slots[*index].bearing.is_nan()).collect();
        let loose = sorted(loose, &|a, b| {
            let key = |index: usize| order(dataset, &slots[index]);
            let ((sector_a, east_a), (sector_b, east_b)) = (key(*a), key(*b));
            sector_a.cmp(&sector_b).then(east_b.total_cmp(&east_a))
        });

        let taken = Taken::new(&slots);
        let whole: f64 = loose.iter().map(|index| SHARE.of(slots[*index].prominence)).sum();
        let unit = taken.free() / whole.max(1.0);
        let mut offset = 0.0;
        for index in &loose {
            let width = SHARE.of(slots[*index].prominence) * unit;
            slots[*index].bearing = taken.bearing_at(offset + width / 2.0);
            offset += width;
        }

        let mut given = vec![true; slots.len()];
        for index in &loose {
            given[*index] = false;
        }
        let mut spread = Spread::new(dataset, &mut slots, given);
        spread.settle();

        // As finely as a pack keeps it, so that a page shows the same picture.
        let mut placed = unplaced(dataset);
        for (to, from) in placed.iter_mut().zip(&slots) {
            place(to, placement(from));
        }
        Self::of_slots(dataset, LayoutKind::Ego(ego), placed)
    }
}

/// The sector a slot stands in, and how far east in it.
///
/// Whoever is absorbed by another stands beside it, whatever its own capital.
fn order(dataset: &Dataset, slot: &Slot) -> (usize, f64) {
    let actor = dataset.actor(slot.holders[slot.holders.len() - 1]);
    let beside = actor.successors.first().map_or(actor, |successor| dataset.actor(*successor));
    let sector = SECTORS.iter().position(|region| *region == beside.region).unwrap_or(SECTORS.len());
    let lon = f64::from(beside.lon);
    // The Pacific is one sector although the date line runs through it.
    let east = if beside.region == Region::Oceania && lon > 0.0 { lon - 360.0 } else { lon };
    (sector, east)
}

/// The stretches of the circle that given layout keep for themselves.
struct Taken {
    /// `(from, width)` in degrees after [`START`], in order, not overlapping.
    gaps: Vec<(f64, f64)>,
}

impl Taken {
    fn new(slots: &[Slot]) -> Self {
        let axis = 360.0 - START;
        let mut stretches = vec![(axis - AXIS, axis + AXIS)];
        for slot in slots.iter().filter(|slot| !slot.bearing.is_nan()) {
            let clearance = CLEARANCE.of(slot.prominence);
            let middle = turned(slot.bearing - START);
            stretches.push(((middle - clearance).max(0.0), (middle + clearance).min(360.0)));
        }
        let stretches = sorted(stretches, &|a, b| a.0.total_cmp(&b.0));
        let mut gaps: Vec<(f64, f64)> = Vec::new();
        let mut reached = 0.0_f64;
        for (from, to) in stretches {
            let from = from.max(reached);
            if to > from {
                gaps.push((from, to - from));
                reached = to;
            }
        }
        Self { gaps }
    }

    fn free(&self) -> f64 {
        360.0 - self.gaps.iter().map(|(_, width)| width).sum::<f64>()
    }

    /// The bearing that lies `offset` free degrees after the start.
    fn bearing_at(&self, offset: f64) -> f64 {
        let mut angle = offset;
        for (from, width) in &self.gaps {
            if angle < *from {
                break;
            }
            angle += width;
        }
        turned(START + angle)
    }
}
