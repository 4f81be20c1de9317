//! Where the actor in focus has been: a stroke on each ring it stood on before, with the years it was there last.

use crate::data::{ActorId, Dataset, Stance};
use crate::layout::ring::LEAST_TYPE;
use crate::layout::{Layout, holders, sincos, ties_between};
use crate::time::{Date, Playhead};
use crate::words::short_step_name;

use super::{Anchor, Datum, Mark, Palette, Point, RadialScale};

/// Size of the years' type, in CSS pixels at a scale factor of 1.
const TYPE: f64 = 11.0;

/// The trail of `actor`, which stands at `stance` at the playhead. What comes later does not show.
///
/// Every slot keeps its bearing, so the trail is a spoke; the years stand beside it.
pub(super) fn trail(
    dataset: &Dataset,
    layout: &Layout,
    actor: ActorId,
    (playhead, stance): (Playhead, Option<Stance>),
    (scale, palette): (RadialScale, &Palette),
    marks: &mut Vec<Mark>,
) {
    let Some(slot) = layout.of(actor).map(|id| layout.slot(id)) else { return };
    let rungs = dataset.rungs();
    let visits = visits(dataset, layout, actor, playhead);
    let mut passed = Vec::new();
    for rung in rungs.list() {
        if visits[rungs.ring(rung)].is_some() {
            passed.push(rung);
        }
    }
    let (Some(nearest), Some(farthest)) = (passed.first(), passed.last()) else { return };
    let at = |rung: Stance| Point::polar(scale.centre, slot.bearing, scale.radius(rung));
    let datum = Datum::Actor(holders(layout, actor).last().copied().unwrap_or(actor));
    marks.push(Mark::Path {
        points: vec![at(*nearest), at(*farthest)],
        width: 1.2 * scale.scale_factor(),
        color: palette.foreground.alpha(0.35),
        dash: None,
        datum,
    });
    let scale_factor = scale.scale_factor();
    // The years stand square to the spoke: above and below a level one, left and right of a steep one.
    let (sin, cos) = sincos(slot.bearing);
    let level = sin.abs() > 0.72;
    let mut turn = 0;
    for rung in passed {
        if Some(rung) == stance {
            continue;
        }
        turn += 1;
        // Along a level spoke the years would run into one another on one side.
        let side = if turn % 2 == 1 || cos.abs() > 0.25 { 1.0 } else { -1.0 };
        let centre = at(rung);
        marks.push(Mark::Path {
            points: vec![
                Point { x: centre.x - cos * 4.0 * scale_factor, y: centre.y - sin * 4.0 * scale_factor },
                Point { x: centre.x + cos * 4.0 * scale_factor, y: centre.y + sin * 4.0 * scale_factor },
            ],
            width: 2.2 * scale_factor,
            color: palette.stance(rung),
            dash: None,
            datum,
        });
        let Some((from, until)) = visits[rungs.ring(rung)] else { continue };
        let text = visit_name(dataset, from, until);
        let away = if level { 12.0 } else { 9.0 } * scale_factor * side;
        let anchor = match (level, away * cos > 0.0) {
            (true, _) => Anchor::Middle,
            (false, true) => Anchor::Start,
            (false, false) => Anchor::End,
        };
        marks.push(Mark::Label {
            text,
            at: Point { x: centre.x + cos * away, y: centre.y + sin * away },
            anchor,
            size: (TYPE * scale_factor).max(LEAST_TYPE),
            bold: true,
            color: palette.text(rung),
            halo: Some(palette.band(rung)),
            datum,
        });
    }
}

/// The steps of a visit: `1961–1991`, or the one.
fn visit_name(dataset: &Dataset, from: i16, until: i16) -> String {
    let mut name = short_step_name(dataset, from);
    if from != until {
        name.push('–');
        name.push_str(&short_step_name(dataset, until));
    }
    name
}

/// The years in which `actor` stood on each ring last, up to the playhead.
fn visits(dataset: &Dataset, layout: &Layout, actor: ActorId, playhead: Playhead) -> Vec<Option<(i16, i16)>> {
    let rungs = dataset.rungs();
    let mut visits = vec![None::<(i16, i16)>; rungs.count()];
    let Some(ego) = layout.ego() else { return visits };
    for tie in ties_between(dataset, layout, actor, ego) {
        let tie = dataset.tie(tie);
        if tie.spell.from.instant() < playhead.instant() {
            let until = tie.spell.to.map_or(i16::MAX, Date::step).min(playhead.shown_year());
            let visit = &mut visits[rungs.ring(tie.stance)];
            let from = tie.spell.from.step();
            // Spells that meet are one visit.
            *visit = Some((visit.filter(|(_, left)| *left >= from).map_or(from, |(came, _)| came), until));
        }
    }
    visits
}
