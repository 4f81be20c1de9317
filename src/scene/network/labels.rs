//! The labels of the network, with their leaders; while things move, the lesser of two that meet fades.

use crate::data::{Dataset, Prominence, order};
use crate::time::smoothstep;

use super::super::keyframe::Type;
use super::super::label::{LabelPlace, Rect};
use super::super::{Datum, Mark};
use super::node::Node;
use super::{NetworkFrame, is_named};

/// From how far off a label fades that another comes near: at rest, in CSS pixels, and by how much of the way that
/// they move in the year; the faster, the farther, so that none fades at once.
const MEETS: (f64, f64) = (1.0, 0.05);
/// A label this opaque or more puts out a lesser one entirely.
const STRONG: f64 = 0.3;
/// Above so many marks every label has a halo.
const CROWDED: usize = 4000;
/// A label fainter than this is left out.
const FAINTEST: f64 = 0.01;

/// A label to be drawn.
struct Shown<'a> {
    node: &'a Node<'a>,
    place: LabelPlace,
    rect: Rect,
    text: &'a str,
    size: f64,
    bold: bool,
    marked: bool,
    /// 0 to 1.
    alpha: f64,
}

impl NetworkFrame<'_> {
    pub(super) fn draw_labels(&self, dataset: &Dataset, progress: f64, marks: &mut Vec<Mark>) {
        let mut shown = self.shown(dataset);
        Self::part(&mut shown, progress);
        // What labels may stand on: everything so far, in front of which they are drawn.
        for label in &shown {
            if let Some((from, to)) = label.place.leader(label.node.at, label.node.radius, &label.rect) {
                marks.push(Mark::Path {
                    points: vec![from, to],
                    width: 1.0,
                    color: self.palette.muted.faded(label.alpha),
                    dash: None,
                    datum: Datum::Actor(label.node.actor),
                });
            }
        }
        let under = marks.len();
        // Where marks are so many, hardly a label stands on none, and looking costs more than a halo.
        let crowded = self.fixed || under > CROWDED;
        for label in shown {
            let Shown { node, place, rect, text, size, bold, marked, alpha } = label;
            let (at, anchor) = place.place(node.at);
            let dot = !is_named(node.slot.prominence) && !marked;
            let color = if dot { self.palette.muted } else { self.palette.foreground };
            // A halo is four more draws: only where something runs under the label. Dots' names stand on faint lines.
            let touched = || marks[..under].iter().any(|mark| rect.is_touched(mark));
            let halo = (if crowded { !dot || self.fixed } else { !dot && touched() }).then(|| {
                let band = self.scale.band_at(at.distance(self.scale.centre)).filter(|_| !self.fixed);
                band.map_or(self.palette.background, |stance| self.palette.band(stance)).faded(alpha)
            });
            let (text, color, datum) = (text.to_owned(), color.faded(alpha), Datum::Actor(node.actor));
            marks.push(Mark::Label { text, at, anchor, size, bold, color, halo, datum });
        }
    }

    /// All labels, those that matter least first.
    fn shown<'a>(&'a self, dataset: &'a Dataset) -> Vec<Shown<'a>> {
        let mut shown = Vec::new();
        for node in &self.nodes {
            let marked = self.is_marked(node.actor);
            let text = dataset.actor(node.actor).short_name.as_str();
            let Type { width, size, bold } =
                Type::of(text, node.slot.prominence, marked, (self.scale, self.view.least_type));
            let type_of = (width, size);
            let mut labels = node.labels;
            if marked && labels == [None, None] {
                // Whoever is pointed at is named where there is room; the tip names it anyhow.
                labels[0] = self.free_place(node, type_of).map(|place| (place, 1.0));
            }
            for (place, alpha) in labels.into_iter().flatten() {
                let alpha = alpha * node.alpha * self.emphasis(node.actor);
                let rect = place.rect(node.at, type_of);
                shown.push(Shown { node, place, rect, text, size, bold, marked, alpha });
            }
        }
        shown
    }

    /// While things move, fades the lesser of two labels as the greater comes near.
    fn part(shown: &mut Vec<Shown<'_>>, progress: f64) {
        let approach = MEETS.1 * 4.0 * progress * (1.0 - progress);
        // Whoever is pointed at is named before others, but for principals.
        let rank = |label: &Shown<'_>| {
            let prominence = label.node.slot.prominence;
            (prominence == Prominence::Principal, label.marked, core::cmp::Reverse(prominence))
        };
        let first = order(shown.len(), &|a, b| rank(&shown[b]).cmp(&rank(&shown[a])));
        for (place, index) in first.iter().enumerate() {
            for other in &first[..place] {
                let (label, other) = (&shown[*index], &shown[*other]);
                if label.node.actor == other.node.actor {
                    continue;
                }
                let range = MEETS.0 + approach * (label.node.way + other.node.way);
                let apart = smoothstep((label.rect.gap(&other.rect) / range).clamp(0.0, 1.0));
                let strength = (other.alpha / STRONG).clamp(0.0, 1.0);
                shown[*index].alpha *= 1.0 - strength * (1.0 - apart);
            }
        }
        shown.retain(|label| label.alpha > FAINTEST);
    }

    /// The best place beside a disc at which a label leaves no picture and covers no disc.
    fn free_place(&self, node: &Node<'_>, (width, size): (f64, f64)) -> Option<LabelPlace> {
        let is_free = |place: &LabelPlace| {
            let rect = place.rect(node.at, (width, size));
            rect.is_within(self.view.size)
                && self.nodes.iter().all(|other| other.at.distance(rect.nearest(other.at)) > other.radius)
        };
        (0..LabelPlace::BESIDE)
            .map(|rank| LabelPlace::of(rank, node.slot.bearing, node.radius, size, 1.0))
            .find(is_free)
    }
}
