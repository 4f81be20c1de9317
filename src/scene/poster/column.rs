//! Text that runs downwards in a box.

use super::super::{Anchor, Color, Datum, Mark, Palette, Point};
use super::wrap::wrapped;

/// Distance from one line to the next, as a share of the type size.
pub(super) const LEADING: f64 = 1.27;

/// Type sizes in units of the poster.
pub(super) mod face {
    pub(in super::super) const TITLE: f64 = 24.0;
    pub(in super::super) const YEAR: f64 = 146.0;
    pub(in super::super) const SENTENCE: f64 = 29.0;
    pub(in super::super) const FOCUS: f64 = 26.0;
    pub(in super::super) const REASON: f64 = 18.0;
    pub(in super::super) const COUNT: f64 = 46.0;
    pub(in super::super) const SMALL: f64 = 16.5;
    pub(in super::super) const FOOT: f64 = 15.0;
}

/// How a line of text is set.
#[derive(Clone, Copy)]
pub(super) struct Line {
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) color: Color,
}

/// What all words of a poster share.
pub(super) struct Writer {
    pub(super) palette: Palette,
    pub(super) datum: Datum,
}

impl Writer {
    pub(super) fn label(&self, text: String, at: Point, anchor: Anchor, line: Line) -> Mark {
        let Line { size, bold, color } = line;
        Mark::Label { text, at, anchor, size, bold, color, halo: None, datum: self.datum }
    }
}

/// Text that runs downwards.
pub(super) struct Column {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) y: f64,
    pub(super) marks: Vec<Mark>,
}

impl Column {
    /// Writes a paragraph of at most so many lines and goes on below it.
    pub(super) fn write(&mut self, text: &str, line: Line, most: usize, writer: &Writer) {
        for words in wrapped(text, line.size, line.bold, self.right - self.left, most) {
            let at = Point { x: self.left, y: self.y + line.size * LEADING / 2.0 };
            self.marks.push(writer.label(words, at, Anchor::Start, line));
            self.y += line.size * LEADING;
        }
    }
}
