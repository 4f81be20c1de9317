//! One of the small multiples: a year's rings and marks, with every name inside the picture.

use crate::data::{ActorId, Dataset, Prominence};
use crate::layout::EgoLayout;

use super::label::{Rect, width};
use super::{Anchor, Datum, Mark, Palette, Point, Scene, View, at_rest, background};

/// How much wider the bold faces of common systems run than the table of letters, as a factor: `DejaVu Sans` and Verdana.
///
/// In a large picture that is a few pixels more; in a small one the end of a name would be cut off.
const WIDEST_FACE: f64 = 1.22;
/// From line to line of a name in two lines, in type sizes.
const LINE: f64 = 1.08;
/// A name for which there is no room otherwise is set smaller by this factor.
const SMALLER: f64 = 0.86;
/// Between a disc's rim and its name, in CSS pixels.
const GAP: f64 = 4.0;
/// Size of a name that none is there to compare with, in CSS pixels.
const SMALLEST_TYPE: f64 = 10.0;
/// How far from its mark's rim a name may stand, in CSS pixels.
const FARTHEST: f64 = 12.0;
/// Between a name and the picture's edge, in CSS pixels.
const EDGE: f64 = 1.5;
/// How many dots a name that was moved may cover. It covers no larger disc, whose name it would seem to be.
const MOST_DOTS: usize = 3;
/// A disc that is larger than this share of the name's own is more than a dot.
const LARGE: f64 = 0.45;

/// The end of a year as one of the small multiples: rings and marks in one scene, only principals named.
///
/// A name that would leave the picture stands in two lines, or on another side of its mark, or is left out.
pub fn small_multiple(dataset: &Dataset, layout: &EgoLayout, year: i16, view: &View) -> Scene {
    let view = View { small: true, ..view.clone() };
    let mut scene = background(dataset, &view);
    scene.marks.extend(at_rest(dataset, layout, year, &view).marks);
    keep_names_inside(dataset.info().ego, &mut scene);
    name_principals(dataset, &view, &mut scene);
    scene
}

/// Names the principals that were left without a name, where there is a place for it after all.
fn name_principals(dataset: &Dataset, view: &View, scene: &mut Scene) {
    let size = scene.marks.iter().fold(SMALLEST_TYPE, |largest, mark| match mark {
        Mark::Label { size, datum: Datum::Actor(actor), .. } if *actor != dataset.info().ego => largest.max(*size),
        _ => largest,
    });
    let palette = Palette::of(view.theme);
    for actor in dataset.actor_ids().filter(|actor| dataset.actor(*actor).prominence == Prominence::Principal) {
        let is_own = |mark: &Mark| matches!(mark, Mark::Label { datum, .. } if *datum == Datum::Actor(actor));
        let text = dataset.actor(actor).short_name.clone();
        let (at, anchor, datum) = (Point { x: 0.0, y: 0.0 }, Anchor::Start, Datum::Actor(actor));
        // Who steps back because somebody else is in focus does so by name too.
        let alpha = scene.marks.iter().rev().find_map(|mark| match mark {
            Mark::Disc { fill, datum: other, .. } if *other == datum => Some(fill.alpha),
            _ => None,
        });
        let alpha = alpha.unwrap_or(1.0);
        let (color, halo) = (palette.foreground.faded(alpha), Some(palette.background.faded(alpha)));
        let mark = Mark::Label { text, at, anchor, size, bold: true, color, halo, datum };
        let Some(name) = Name::of(scene.marks.len(), &mark) else { continue };
        if scene.marks.iter().any(is_own) || name.disc(scene).1 == 0.0 {
            continue;
        }
        let lines = name.in_a_free_place(scene);
        scene.marks.extend(lines);
    }
}

/// The ego's name stands within its disc, wherever that is.
fn keep_names_inside(ego: ActorId, scene: &mut Scene) {
    let names: Vec<Name> = scene.marks.iter().enumerate().filter_map(|(index, mark)| Name::of(index, mark)).collect();
    for name in names.into_iter().filter(|name| name.actor != ego) {
        let cut = !name.frame().is_within(scene.size);
        if !cut && !is_over_another(&name.frame(), name.index, scene) {
            continue;
        }
        let lines = name.in_a_free_place(scene);
        // What only touches another name in the widest faces stays where it is, for want of a better place.
        if lines.is_empty() && !cut {
            continue;
        }
        // The marks keep their numbers: what is left out becomes an empty line.
        let mut lines = lines.into_iter();
        if let Mark::Label { text, .. } = &mut scene.marks[name.index] {
            text.clear();
        }
        if let Some(first) = lines.next() {
            scene.marks[name.index] = first;
        }
        scene.marks.extend(lines);
    }
    scene.marks.retain(|mark| !matches!(mark, Mark::Label { text, .. } if text.is_empty()));
}

/// Whether a frame covers a part of another label than the one of that index.
fn is_over_another(frame: &Rect, own: usize, scene: &Scene) -> bool {
    scene.marks.iter().enumerate().any(|(index, mark)| match mark {
        Mark::Label { text, at, anchor, size, bold, .. } if index != own && !text.is_empty() => {
            Rect::of_label(*at, *anchor, width(text, *size, *bold) * WIDEST_FACE, *size).overlaps(frame)
        }
        _ => false,
    })
}

/// Whether a frame covers a part of a disc.
fn is_over_disc(frame: &Rect, at: Point, radius: f64) -> bool {
    at.distance(frame.nearest(at)) < radius
}

/// An actor's name, and which mark it is.
struct Name {
    index: usize,
    actor: ActorId,
    mark: Mark,
    text: String,
    at: Point,
    anchor: Anchor,
    size: f64,
    bold: bool,
}

impl Name {
    fn of(index: usize, mark: &Mark) -> Option<Self> {
        let Mark::Label { text, at, anchor, size, bold, datum: Datum::Actor(actor), .. } = mark else { return None };
        let (at, anchor, size, bold) = (*at, *anchor, *size, *bold);
        Some(Self { index, actor: *actor, mark: mark.clone(), text: text.clone(), at, anchor, size, bold })
    }

    /// In one line, or at the blank that parts it most evenly.
    fn broken(&self) -> [Vec<&str>; 2] {
        let middle = self.text.len() / 2;
        let blank = self.text.match_indices(' ').map(|(at, _)| at).min_by_key(|at| at.abs_diff(middle));
        // Not by indices, whose panic prints the text and brings the code for that into the page.
        let part = |at: usize| Some(vec![self.text.get(..at)?, self.text.get(at + 1..)?]);
        let parts = blank.and_then(part).unwrap_or_default();
        [vec![self.text.as_str()], parts]
    }

    /// What it covers in the widest face.
    fn frame(&self) -> Rect {
        Rect::of_label(self.at, self.anchor, width(&self.text, self.size, self.bold) * WIDEST_FACE, self.size)
    }

    /// Its mark without the ring of a change: where that is, and its radius.
    fn disc(&self, scene: &Scene) -> (Point, f64) {
        let own = |mark: &Mark| match mark {
            Mark::Disc { at, radius, fill, datum: Datum::Actor(actor), .. }
                if *actor == self.actor && fill.alpha > 0.0 =>
            {
                Some((*at, *radius))
            }
            _ => None,
        };
        scene
            .marks
            .iter()
            .filter_map(own)
            .fold((self.at, 0.0), |largest, it| if it.1 > largest.1 { it } else { largest })
    }

    /// Its lines in the best place that is free; none where there is none.
    fn in_a_free_place(&self, scene: &Scene) -> Vec<Mark> {
        let place = self.places(scene).into_iter().find(|place| place.is_free(self, scene));
        place.map_or_else(Vec::new, |place| place.lines(self))
    }

    /// Where it may stand instead, best first: beside its mark or at the picture's edge, level with it or half a line
    /// higher or lower; below it or above.
    fn places<'a>(&'a self, scene: &Scene) -> Vec<Place<'a>> {
        let (at, radius) = self.disc(scene);
        let (left, right) = (EDGE, scene.size.width - EDGE);
        let mut places = Vec::new();
        let broken = self.broken();
        let sizes = [self.size, self.size * SMALLER];
        let ways = sizes.into_iter().flat_map(|size| broken.iter().map(move |lines| (size, lines)));
        for (size, lines) in ways.filter(|(_, lines)| !lines.is_empty()) {
            let across = lines.iter().map(|line| width(line, size, self.bold)).fold(0.0, f64::max) * WIDEST_FACE;
            let over = radius + (lines.len() as f64 * LINE / 2.0 + 0.1) * size;
            let half = radius * 0.6 + size * 0.5;
            let inside = at.x.min(right - across / 2.0).max(left + across / 2.0);
            let mut add = |x: f64, y: f64, anchor: Anchor| {
                places.push(Place { lines: lines.clone(), size, at: Point { x, y }, anchor });
            };
            for (y, beside) in [(at.y, radius), (at.y + half, radius * 0.6), (at.y - half, radius * 0.6)] {
                add(at.x + beside + GAP, y, Anchor::Start);
                add(at.x - beside - GAP, y, Anchor::End);
                // Where there is just room for the widest face, a name ends at the edge, whatever its face.
                let free = across / WIDEST_FACE + beside + FARTHEST;
                if right - at.x <= free {
                    add(right, y, Anchor::End);
                } else if at.x - left <= free {
                    add(left, y, Anchor::Start);
                }
            }
            add(inside, at.y + over, Anchor::Middle);
            add(inside, at.y - over, Anchor::Middle);
        }
        places
    }
}

/// A place for a name, whose lines stand evenly above and below it.
struct Place<'a> {
    lines: Vec<&'a str>,
    size: f64,
    at: Point,
    anchor: Anchor,
}

impl Place<'_> {
    fn points(&self) -> impl Iterator<Item = (&str, Point)> {
        let size = self.size;
        let top = self.at.y - (self.lines.len() as f64 - 1.0) / 2.0 * LINE * size;
        let down = move |row: usize| Point { x: self.at.x, y: top + row as f64 * LINE * size };
        self.lines.iter().enumerate().map(move |(row, line)| (*line, down(row)))
    }

    /// Whether every line is inside, clear of other names, and covers nothing but a few dots.
    fn is_free(&self, name: &Name, scene: &Scene) -> bool {
        let (own_at, own) = name.disc(scene);
        let mut dots = 0;
        for (line, at) in self.points() {
            let frame = Rect::of_label(at, self.anchor, width(line, self.size, name.bold) * WIDEST_FACE, self.size);
            let is_clear = frame.is_within(scene.size)
                && !is_over_disc(&frame, own_at, own)
                && !is_over_another(&frame, name.index, scene);
            if !is_clear {
                return false;
            }
            for mark in &scene.marks {
                let Mark::Disc { at, radius, datum: Datum::Actor(actor), .. } = mark else { continue };
                if *actor != name.actor && is_over_disc(&frame, *at, *radius) {
                    if *radius > own * LARGE {
                        return false;
                    }
                    dots += 1;
                }
            }
        }
        dots <= MOST_DOTS
    }

    /// The name in marks, as its own was.
    fn lines(&self, name: &Name) -> Vec<Mark> {
        let line = |(line, place): (&str, Point)| {
            let mut mark = name.mark.clone();
            if let Mark::Label { text, at, anchor, size, .. } = &mut mark {
                (*text, *at, *anchor, *size) = (line.to_owned(), place, self.anchor, self.size);
            }
            mark
        };
        self.points().map(line).collect()
    }
}
