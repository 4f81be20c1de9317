//! The poster: a year's network with its title, the year, its sentence, whoever is in focus, and the counts.
//!
//! For cards, feeds and print, where a picture stands alone. Boxes do not depend on the year, so that posters
//! of several years lie one over the other; text that is too long for its box is set smaller.

mod column;
mod foot;
mod head;
mod plan;
mod wrap;

use crate::data::{Dataset, order};
use crate::layout::Layout;
use crate::moment::Moment;
use crate::time::Playhead;
use crate::words::standing;

use self::column::Writer;
use self::plan::Plan;
use super::label::{Rect, width};
use super::{Datum, Mark, Palette, Point, Scene, Size, View, Zoom, at_rest, background};

/// Posters are no smaller than this, in CSS pixels.
pub const SMALLEST_POSTER: Size = Size { width: 600.0, height: 315.0 };

/// The poster of a year: network, words and counts in one scene.
pub fn poster(dataset: &Dataset, layout: &Layout, year: i16, view: &View) -> Scene {
    let plan = Plan::of(view.size);
    let inner = View {
        size: Size { width: plan.network.right - plan.network.left, height: plan.network.bottom - plan.network.top },
        zoom: Zoom::NONE,
        ..view.clone()
    };
    let network = [background(dataset, &inner), at_rest(dataset, layout, year, &inner)];
    let (dx, dy) = (plan.network.left, plan.network.top);
    let marks = network.into_iter().flat_map(|scene| scene.marks).map(|mark| shifted(mark, dx, dy)).collect();
    let mut marks = untangled(dataset, marks);
    let moment = Moment::at(dataset, Playhead::end_of(year));
    let writer = Writer { palette: Palette::of(view.theme, dataset.info()), datum: Datum::Year(year) };
    let focus = standing(dataset, layout, &moment, view.focus);
    marks.extend(head::head(dataset, year, focus.as_ref(), &plan, &writer));
    marks.extend(foot::foot(dataset, &moment, &plan, &writer));
    Scene { size: view.size, marks }
}

/// Without the labels that would cover another of more weight.
///
/// On the page a trail's years may touch a name, which moves on; what is printed stays as it is.
fn untangled(dataset: &Dataset, marks: Vec<Mark>) -> Vec<Mark> {
    /// The ego and the rings are always named.
    const FIRM: u8 = 3;
    let weighed = |mark: &Mark| {
        let Mark::Label { text, at, anchor, size, bold, color, datum, .. } = mark else { return None };
        let weight = match datum {
            Datum::Actor(actor) if Some(*actor) == dataset.ego() => FIRM,
            Datum::Actor(actor) if dataset.actor(*actor).short_name != *text => 1,
            Datum::Actor(_) if color.alpha < 0.5 => 0,
            Datum::Actor(_) => 2,
            _ => FIRM,
        };
        Some((weight, Rect::of_label(*at, *anchor, width(text, *size, *bold), *size)))
    };
    let labels: Vec<Option<(u8, Rect)>> = marks.iter().map(weighed).collect();
    let weight = |index: usize| labels[index].map_or(u8::MAX, |(weight, _)| weight);
    let mut kept: Vec<Rect> = Vec::new();
    let mut is_kept = vec![true; marks.len()];
    for index in order(labels.len(), &|a, b| weight(b).cmp(&weight(a)).then_with(|| b.cmp(&a))) {
        if let Some((_, frame)) = labels[index] {
            is_kept[index] = weight(index) == FIRM || !kept.iter().any(|other| other.overlaps(&frame));
            if is_kept[index] {
                kept.push(frame);
            }
        }
    }
    marks.into_iter().zip(is_kept).filter_map(|(mark, is_kept)| is_kept.then_some(mark)).collect()
}

fn shifted(mark: Mark, dx: f64, dy: f64) -> Mark {
    let moved = |point: Point| Point { x: point.x + dx, y: point.y + dy };
    let all = |points: Vec<Point>| points.into_iter().map(moved).collect();
    match mark {
        Mark::Path { points, width, color, dash, datum } => {
            Mark::Path { points: all(points), width, color, dash, datum }
        }
        Mark::Area { points, color, datum } => Mark::Area { points: all(points), color, datum },
        Mark::Disc { at, radius, fill, rim, datum } => Mark::Disc { at: moved(at), radius, fill, rim, datum },
        Mark::Label { text, at, anchor, size, bold, color, halo, datum } => {
            Mark::Label { text, at: moved(at), anchor, size, bold, color, halo, datum }
        }
    }
}
