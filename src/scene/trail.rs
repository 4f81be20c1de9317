//! Where the actor in focus has been: a stroke on each ring it stood on, with the years it came there.

use crate::data::{ActorId, Dataset, Stance};
use crate::layout::Bearings;

use super::{Anchor, Datum, Mark, Palette, Point, Rings, holders, ties_between};

/// Size of the years' type, in CSS pixels at a grain of 1.
const TYPE: f64 = 10.0;

/// The trail of `actor`, which stands at `stance` now.
///
/// Every place keeps its bearing, so the trail is a spoke; the years stand beside it.
pub(super) fn trail(
    dataset: &Dataset,
    bearings: &Bearings,
    actor: ActorId,
    stance: Option<Stance>,
    (rings, palette): (Rings, &Palette),
    marks: &mut Vec<Mark>,
) {
    let Some(place) = bearings.of(actor).map(|id| bearings.place(id)) else { return };
    let mut visits: [Vec<i16>; 7] = Default::default();
    for tie in ties_between(dataset, bearings, actor, dataset.rules().ego) {
        let tie = dataset.tie(tie);
        visits[tie.stance.ring()].push(tie.spell.from.year());
    }
    let passed = || Stance::LADDER.into_iter().filter(|rung| !visits[rung.ring()].is_empty());
    let (Some(nearest), Some(farthest)) = (passed().next(), passed().next_back()) else { return };
    let at = |rung: Stance| Point::polar(rings.centre, place.bearing, rings.radius(rung));
    let datum = Datum::Actor(holders(bearings, actor).last().copied().unwrap_or(actor));
    marks.push(Mark::Path {
        points: vec![at(nearest), at(farthest)],
        width: 1.2 * rings.grain(),
        color: palette.ink.alpha(0.35),
        datum,
    });
    let grain = rings.grain();
    // The years stand square to the spoke: above and below a level one, left and right of a steep one.
    let (sin, cos) = libm::sincos(place.bearing.to_radians());
    let level = sin.abs() > 0.72;
    for (turn, rung) in passed().filter(|rung| Some(*rung) != stance).enumerate() {
        // Along a level spoke the years would run into one another on one side.
        let side = if turn % 2 == 0 || cos.abs() > 0.25 { 1.0 } else { -1.0 };
        let centre = at(rung);
        marks.push(Mark::Path {
            points: vec![
                Point { x: centre.x - cos * 4.0 * grain, y: centre.y - sin * 4.0 * grain },
                Point { x: centre.x + cos * 4.0 * grain, y: centre.y + sin * 4.0 * grain },
            ],
            width: 2.2 * grain,
            color: palette.stance(rung),
            datum,
        });
        let years = &visits[rung.ring()];
        let text = match years.as_slice() {
            [] => continue,
            [year] => year.to_string(),
            [first, .., last] if years.len() > 2 => format!("{first} … {last}"),
            [first, .., last] => format!("{first}, {last}"),
        };
        let away = if level { 12.0 } else { 9.0 } * grain * side;
        let anchor = match (level, away * cos > 0.0) {
            (true, _) => Anchor::Middle,
            (false, true) => Anchor::Start,
            (false, false) => Anchor::End,
        };
        marks.push(Mark::Label {
            text,
            at: Point { x: centre.x + cos * away, y: centre.y + sin * away },
            anchor,
            size: (TYPE * grain).max(9.5),
            bold: true,
            color: palette.word(rung),
            halo: Some(palette.band(rung)),
            datum,
        });
    }
}
