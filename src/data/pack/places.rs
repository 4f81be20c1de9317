//! Where actors and slots stand.

use super::super::actor::{Actor, Position};
use super::super::rules::{BEARING, SHARE};
use super::super::tables::{Centre, Placement};
use super::{Fields, THOUSANDTHS};

/// How finely shares of the unit square are kept.
const TEN_THOUSANDTHS: f64 = 10_000.0;

impl Fields<'_> {
    /// Where the dataset puts an actor: 1 with a bearing, 2 with a position, 3 with both, then they.
    pub(super) fn place(&mut self, actor: &mut Actor) {
        let mut given = u8::from(actor.bearing.is_some()) + 2 * u8::from(actor.position.is_some());
        self.number(&mut given);
        self.is_valid &= given < 4;
        let mut bearing = actor.bearing.unwrap_or_default();
        if given & 1 != 0 {
            self.fraction(&mut bearing, THOUSANDTHS, &BEARING);
        }
        let mut position = actor.position.unwrap_or_default();
        if given & 2 != 0 {
            self.position(&mut position);
        }
        actor.bearing = (given & 1 != 0).then_some(bearing);
        actor.position = (given & 2 != 0).then_some(position);
    }

    fn position(&mut self, value: &mut Position) {
        self.fraction(&mut value.x, TEN_THOUSANDTHS, &SHARE);
        self.fraction(&mut value.y, TEN_THOUSANDTHS, &SHARE);
    }

    pub(super) fn placements(&mut self, rows: &mut Vec<Placement>) {
        self.rows(rows);
        for row in rows.iter_mut() {
            self.number(&mut row.bearing);
        }
        for row in rows.iter_mut() {
            self.number(&mut row.lane);
            self.is_valid &= row.bearing <= Placement::BEARING && row.lane.abs_diff(0) <= Placement::LANE;
        }
    }

    pub(super) fn centres(&mut self, rows: &mut Vec<Centre>) {
        self.rows(rows);
        for row in rows {
            self.actor(&mut row.actor);
            self.number(&mut row.slots);
        }
    }

    pub(super) fn positions(&mut self, rows: &mut Vec<Position>) {
        self.rows(rows);
        for row in rows {
            self.position(row);
        }
    }
}
