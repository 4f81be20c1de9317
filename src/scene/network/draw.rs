//! The marks of the network: ties, discs, labels, and where others stood in the compared year.

use crate::data::{ActorId, ByProminence, Confidence, Dataset, Prominence, Stance, TieId};
use crate::layout::{Layout, ring};
use crate::moment::{Basis, Moment, Standing};

use super::super::chord::chord;
use super::super::keyframe::{Keyframe, ego_radius};
use super::super::label::width;
use super::super::{Anchor, Color, Dash, Datum, Focus, Mark, Point};
use super::node::Node;
use super::{BACK, NetworkFrame, is_named};

/// Width of a tie with the ego, in CSS pixels at a scale factor of 1.
#[derive(Clone, Copy)]
struct TieWidth {
    /// For an ally, and for a foe at war.
    strongest: f64,
    /// For merely formal relations.
    weakest: f64,
}

const TIE_WIDTHS: ByProminence<TieWidth> = ByProminence {
    principal: TieWidth { strongest: 4.4, weakest: 1.6 },
    named: TieWidth { strongest: 1.8, weakest: 1.0 },
    minor: TieWidth { strongest: 0.9, weakest: 0.7 },
};
/// Opacity of a tie with the ego.
const TIE_ALPHAS: ByProminence<f64> = ByProminence { principal: 0.95, named: 0.62, minor: 0.3 };
/// Merely formal relations are fainter by this factor, because most ties are such.
const FORMAL_ALPHAS: ByProminence<f64> = ByProminence { principal: 0.7, named: 0.7, minor: 0.5 };
/// Opacity of ties among others: nobody in focus, in focus or pointed at, somebody else in focus.
const FAINT: f64 = 0.34;
/// The same where there is no ego.
const PLAIN: f64 = 0.8;
/// How much of that an uncertain one has.
const PALE: f64 = 0.5;
const IN_FOCUS: f64 = 0.95;
const ALMOST_GONE: f64 = 0.05;
/// Opacity of where somebody stood in the compared year, and of the way from there.
const COMPARED: f64 = 0.6;
const COMPARED_WAY: f64 = 0.75;

/// How lines are drawn, by how many there are.
#[derive(Clone, Copy)]
pub(super) struct Detail {
    /// Shares of the opacity and of the width of one among few.
    alpha: f64,
    width: f64,
    /// Segments of a curve.
    segments: usize,
    dashed: bool,
    /// One line in so many is drawn, that much stronger.
    one_in: usize,
}

/// So many lines for each pixel from the centre to the edge, or so many in a small picture, are few: drawn as they are.
const LINES_PER_PIXEL: f64 = 3.6;
const FEW_LINES: f64 = 400.0;
/// Shares of opacity and width of lines among very many.
const FAINTEST: f64 = 0.16;
const THINNEST: f64 = 0.5;
/// Lines weaker than this share have no dashes: among so many they say nothing, and each costs ten lines.
const UNDASHED: f64 = 0.95;
/// What is fainter than this is not drawn.
const UNSEEN: f64 = 0.02;
/// While the year moves, no more lines than about these are drawn: the eye follows no single one of so many, and
/// twenty thousand take a tenth of a second.
const MOVING_LINES: usize = 4000;
/// Segments of a curve among few, and among many.
const FINE: usize = 20;
const COARSE: usize = 5;

/// The hole in a mark of low and of medium confidence, in radii of the mark, and the smallest, in CSS pixels.
const GUESS: f64 = 0.42;
const JUDGEMENT: f64 = 0.2;
const SMALLEST_HOLE: f64 = 0.9;
/// How far a diamond reaches, in radii of the disc in whose place it stands.
const DIAMOND: f64 = 1.12;
/// Bad terms, between two others or where colours are few.
const HOSTILE: Dash = Dash { on: 9.0, off: 6.0 };
/// The way from where somebody stood in the compared year.
const WAY: Dash = Dash { on: 3.0, off: 2.5 };

impl NetworkFrame<'_> {
    /// How the lines of a picture are drawn that has so many.
    pub(super) fn detail(&self, lines: usize) -> Detail {
        let plenty = (LINES_PER_PIXEL * self.scale.edge).max(FEW_LINES);
        let strength = (plenty / lines as f64).sqrt().min(1.0);
        let segments = if strength < 1.0 { COARSE } else { FINE };
        let one_in = if self.view.moving { lines.div_ceil(MOVING_LINES).max(1) } else { 1 };
        let dashed = strength > UNDASHED;
        Detail { alpha: strength.max(FAINTEST), width: strength.max(THINNEST), segments, dashed, one_in }
    }

    pub(super) fn draw_ego_ties(&self, dataset: &Dataset, moment: &Moment, marks: &mut Vec<Mark>) {
        let scale_factor = self.scale.scale_factor();
        let detail = self.detail(self.nodes.len());
        for node in &self.nodes {
            let Some(stance) = node.stance else { continue };
            let prominence = node.slot.prominence;
            let marked = self.is_marked(node.actor);
            let TieWidth { strongest, weakest } =
                TIE_WIDTHS.of(if marked { prominence.min(Prominence::Named) } else { prominence });
            let mut alpha = if marked { 1.0 } else { TIE_ALPHAS.of(prominence) };
            if stance == Stance::DISTANT && !marked {
                alpha *= FORMAL_ALPHAS.of(prominence);
            }
            let (thin, faint) = if marked { (1.0, 1.0) } else { (detail.width, detail.alpha) };
            let stands_back = self.view.focus != Focus::Nobody && !self.is_in_focus(node.actor);
            let emphasis = if stands_back { BACK } else { 1.0 };
            let rim = ego_radius(self.scale) / node.at.distance(self.scale.centre).max(1.0);
            marks.push(Mark::Path {
                points: vec![self.scale.centre.towards(node.at, rim), node.at],
                width: (weakest + (strongest - weakest) * self.strength(stance)) * scale_factor * thin,
                color: self.color(Some(stance)).faded(alpha * faint * node.alpha * emphasis),
                dash: (self.is_diamond(node) && detail.dashed).then_some(HOSTILE),
                datum: Datum::Actor(node.actor),
            });
            if let (Some(Standing { basis: Basis::Tie(id), .. }), Some(ego)) = (moment.standing(node.actor), self.ego) {
                self.dress(dataset, *id, ego, thin, detail.dashed || marked, marks);
            }
        }
    }

    pub(super) fn draw_ties_among_others(&self, dataset: &Dataset, moment: &Moment, marks: &mut Vec<Mark>) {
        let mut places = vec![None; dataset.actors().len()];
        for node in self.nodes.iter().rev() {
            places[node.actor.index()] = Some(node);
        }
        let find = |actor: ActorId| places.get(actor.index()).copied().flatten();
        let ties = moment.ties_among_others(dataset);
        let detail = self.detail(ties.len());
        for (dyad, id) in ties {
            let [Some(a), Some(b)] = dyad.both().map(find) else { continue };
            self.draw_tie(dataset, id, [a.at, b.at], (a.alpha.min(b.alpha), detail), marks);
        }
    }

    /// The line of a tie between two places, `shown` so far: a curve round the centre, or straight where everyone keeps one
    /// place.
    pub(super) fn draw_tie(
        &self,
        dataset: &Dataset,
        id: TieId,
        [from, to]: [Point; 2],
        (shown, detail): (f64, Detail),
        marks: &mut Vec<Mark>,
    ) {
        let tie = dataset.tie(id);
        let (stance, dyad) = (tie.stance, tie.dyad());
        let ends = dyad.both().map(|end| self.is_in_focus(end));
        let in_focus = match self.view.focus {
            Focus::Tie(_) => ends == [true, true],
            _ => ends.contains(&true),
        } || self.view.hover == Focus::Tie(dyad);
        // Always the same lines, so that they do not flicker.
        if !in_focus && !id.index().is_multiple_of(detail.one_in) {
            return;
        }
        let of_many = detail.alpha * detail.one_in as f64;
        let (alpha, width) = match self.view.focus {
            _ if in_focus => (IN_FOCUS, 1.2 + 1.8 * self.strength(stance)),
            // Without an ego the lines are the picture.
            Focus::Nobody if self.ego.is_none() => {
                let doubt = if tie.confidence == Confidence::Low { PALE } else { 1.0 };
                ((PLAIN * doubt * of_many).min(1.0), (1.0 + 1.6 * self.strength(stance)) * detail.width)
            }
            Focus::Nobody => ((FAINT * of_many).min(1.0), detail.width),
            _ => ((ALMOST_GONE * of_many).min(1.0), detail.width),
        };
        if alpha < UNSEEN {
            return;
        }
        marks.push(Mark::Path {
            points: if self.fixed { vec![from, to] } else { chord(from, to, self.scale, detail.segments) },
            width: width * self.scale.scale_factor(),
            color: self.color(Some(stance)).faded(alpha * shown),
            dash: (stance < Stance::DISTANT && (detail.dashed || in_focus)).then_some(HOSTILE),
            datum: Datum::Tie(id),
        });
        let thin = if in_focus { 1.0 } else { detail.width };
        self.dress(dataset, id, dyad.both()[0], thin, detail.dashed || in_focus, marks);
    }

    /// Where everyone stood in the year held against the shown one, and the way from there.
    pub(super) fn draw_compared(&self, dataset: &Dataset, layout: &Layout, compared: &Keyframe, marks: &mut Vec<Mark>) {
        let scale_factor = self.scale.scale_factor();
        let mut nodes = vec![None; dataset.actors().len()];
        for node in self.nodes.iter().filter(|node| node.stance.is_some()).rev() {
            nodes[node.slot.holders[0].index()] = Some(node);
        }
        for (id, slot) in layout.iter() {
            let Some((placement, stance)) =
                compared.placement(id.index()).and_then(|placement| Some((placement, placement.stance?)))
            else {
                continue;
            };
            let now: Option<&Node<'_>> = nodes[slot.holders[0].index()];
            if now.is_some_and(|now| now.stance == Some(stance)) {
                continue;
            }
            let at = self.scale.place(slot, placement.distance);
            let color = self.color(Some(stance)).faded(COMPARED * self.emphasis(placement.actor));
            let datum = Datum::Compared(placement.actor);
            let (radius, line) =
                (placement.radius * 0.8, if is_named(slot.prominence) { 1.6 } else { 1.0 } * scale_factor);
            let fill = self.palette.background.alpha(0.0);
            marks.push(Mark::Disc { at, radius, fill, rim: Some((line, color)), datum });
            let Some(now) = now else { continue };
            // From rim to rim; a way shorter than that needs no line.
            let way = at.distance(now.at);
            let (start, end) = (radius + line, way - now.radius - 2.0 * scale_factor);
            if end > start {
                let points = vec![at.towards(now.at, start / way), at.towards(now.at, end / way)];
                let color = self.color(now.stance).faded(COMPARED_WAY * self.emphasis(now.actor));
                marks.push(Mark::Path { points, width: line, color, dash: Some(WAY), datum });
            }
        }
    }

    pub(super) fn draw_discs(&self, dataset: &Dataset, marks: &mut Vec<Mark>) {
        for node in &self.nodes {
            let color = self.color_of(dataset, node);
            self.draw_ring(node, color, marks);
            self.draw_disc(node, color, marks);
        }
    }

    /// The ring of a change, or of whoever is in focus or pointed at.
    fn draw_ring(&self, node: &Node<'_>, color: Color, marks: &mut Vec<Mark>) {
        /// A ring fainter than this is left out.
        const FAINTEST: f64 = 0.02;
        let marked = self.is_marked(node.actor);
        if !marked && node.ring <= FAINTEST {
            return;
        }
        let scale_factor = self.scale.scale_factor();
        let alpha = node.alpha * self.emphasis(node.actor);
        let (gap, color) = if marked {
            (3.2, self.palette.foreground.faded(alpha))
        } else {
            (2.6, color.faded(alpha).faded(0.85 * node.ring))
        };
        marks.push(Mark::Disc {
            at: node.at,
            radius: node.radius + gap * scale_factor,
            fill: self.palette.background.alpha(0.0),
            rim: Some((1.3 * scale_factor, color)),
            datum: Datum::Actor(node.actor),
        });
    }

    fn draw_disc(&self, node: &Node<'_>, color: Color, marks: &mut Vec<Mark>) {
        let (scale_factor, background) = (self.scale.scale_factor(), self.palette.background);
        let alpha = node.alpha * self.emphasis(node.actor);
        let color = color.faded(alpha);
        let is_diamond = self.is_diamond(node);
        let mut disc = |radius: f64, fill: Color, rim: Option<(f64, Color)>| {
            let (at, datum) = (node.at, Datum::Actor(node.actor));
            if !is_diamond {
                marks.push(Mark::Disc { at, radius, fill, rim, datum });
                return;
            }
            // The disc that is not seen is what is pointed at.
            marks.push(Mark::Disc { at, radius, fill: fill.alpha(0.0), rim: None, datum });
            for (half, color) in rim.map(|(width, color)| (radius + width, color)).into_iter().chain([(radius, fill)]) {
                let corner = |turn: f64| Point::polar(at, turn, half * DIAMOND);
                marks.push(Mark::Area { points: [0.0, 90.0, 180.0, 270.0].map(corner).to_vec(), color, datum });
            }
        };
        if node.stance.is_none() && !self.fixed {
            disc(node.radius, background.faded(alpha), Some((ring::hollow_rim() * scale_factor, color)));
            return;
        }
        let named = is_named(node.slot.prominence) || self.ego.is_none();
        // Where the line behind must not shine through a fading disc, the background lies under it.
        if alpha < 1.0 && named {
            disc(node.radius, background.faded(node.alpha), None);
        }
        // A thin rim of the background sets a mark off from the line it ends.
        let rim = named.then_some((1.5 * scale_factor.min(1.3), background.faded(alpha)));
        disc(node.radius, color, rim);
        let hole = match node.confidence {
            Confidence::Low => node.radius * GUESS,
            Confidence::Medium if named => (node.radius * JUDGEMENT).max(SMALLEST_HOLE),
            _ => return,
        };
        disc(hole, background.faded(alpha), None);
    }

    /// Whether a mark's shape tells its bad terms, because colours do not.
    fn is_diamond(&self, node: &Node<'_>) -> bool {
        self.palette.is_plain() && node.stance.is_some_and(|stance| stance < Stance::DISTANT)
    }

    /// The colour of a disc; the ego's own is that of text, and without an ego each has that of its region.
    fn color_of(&self, dataset: &Dataset, node: &Node<'_>) -> Color {
        match self.ego {
            None => self.palette.region(dataset.actor(node.actor).region),
            Some(ego) if self.fixed && node.actor == ego => self.palette.foreground,
            Some(_) => self.color(node.stance),
        }
    }

    pub(super) fn draw_ego(&self, dataset: &Dataset, marks: &mut Vec<Mark>) {
        let Some(ego) = self.ego else { return };
        let radius = ego_radius(self.scale);
        let (foreground, background) = (self.palette.foreground, self.palette.background);
        let datum = Datum::Actor(ego);
        let rim = Some((2.0, background));
        marks.push(Mark::Disc { at: self.scale.centre, radius, fill: foreground, rim, datum });
        let words: Vec<&str> = dataset.actor(ego).short_name.split(' ').collect();
        let widest = words.iter().map(|word| width(word, 1.0, true)).fold(0.1, f64::max);
        let middle = (words.len() as f64 - 1.0) / 2.0;
        // The first and the last of several lines have less room: how far the corners of each are, in sizes of type.
        let corner =
            |(row, word): (usize, &&str)| libm::hypot(width(word, 0.5, true), (row as f64 - middle).abs() * 1.1 + 0.3);
        let farthest = words.iter().enumerate().map(corner).fold(0.1, f64::max);
        let fitting = (radius * 1.72 / widest).min(radius * 0.62).min(radius / farthest);
        let size = fitting.max(self.view.least_type);
        // What has no room in the disc is named by the page around the picture.
        if fitting < 0.72 * size {
            return;
        }
        // Ends of words that reach out of the disc are read all the same.
        let halo = (fitting < size).then_some(foreground);
        let top = self.scale.centre.y - middle * size * 1.1;
        for (row, word) in words.iter().enumerate() {
            marks.push(Mark::Label {
                text: (*word).to_owned(),
                at: Point { x: self.scale.centre.x, y: top + row as f64 * size * 1.1 },
                anchor: Anchor::Middle,
                size,
                bold: true,
                color: background,
                halo,
                datum,
            });
        }
    }
}
