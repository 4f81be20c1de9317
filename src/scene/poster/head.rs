//! The head of a poster: title, year, sentence, and whoever is in focus.

use crate::data::{Dataset, Stance};
use crate::words::{Row, capitalised, headline, sentence_of, short_step_name};

use super::super::label::width;
use super::super::{Anchor, Mark, Point};
use super::column::{Column, LEADING, Line, Writer, face};
use super::plan::Plan;

/// By how much text is set smaller at a time, and how often at most.
const SHRINK: f64 = 0.96;
const TRIES: i32 = 24;
/// How often at most so that the reason of a stance finds room.
const REASONABLE: i32 = 4;

/// Title, year, sentence and focus, as large as they fit.
pub(super) fn head(dataset: &Dataset, year: i16, focus: Option<&Row<'_>>, plan: &Plan, writer: &Writer) -> Vec<Mark> {
    let sentence = headline(dataset, year);
    let set = |scale: f64, reason: bool| {
        let unit = plan.unit * scale;
        let frame = plan.head;
        let mut column = Column { left: frame.left, right: frame.right, y: frame.top, marks: Vec::new() };
        let title = Line { size: face::TITLE * unit, bold: true, color: writer.palette.muted };
        column.write(&dataset.info().title, title, 2, writer);
        // The name of a month or day takes the room of a year's four digits.
        let size = face::YEAR * unit * [1.0, 0.55, 0.4][dataset.info().calendar.step as usize];
        let digits = short_step_name(dataset, year);
        column.y += 22.0 * unit;
        let at = Point { x: frame.left - 0.045 * size, y: column.y + size * 0.36 };
        let wide = width(&digits, size, true);
        column.marks.push(writer.label(
            digits,
            at,
            Anchor::Start,
            Line { size, bold: true, color: writer.palette.foreground },
        ));
        if plan.beside {
            column.left = frame.left + wide + 22.0 * unit;
            column.y -= size * 0.03;
        } else {
            column.y += size * 0.72 + 26.0 * unit;
        }
        column.write(
            sentence,
            Line { size: face::SENTENCE * unit, bold: false, color: writer.palette.foreground },
            6,
            writer,
        );
        if let Some(focus) = focus {
            column.y += 18.0 * unit;
            write_focus(dataset, focus, unit, reason, writer, &mut column);
        }
        (column.y, column.marks)
    };
    let mut scale = 1.0;
    for reason in [true, false] {
        scale = 1.0;
        for _ in 0..if reason { REASONABLE } else { TRIES } {
            let (end, marks) = set(scale, reason);
            if end <= plan.head.bottom {
                return marks;
            }
            scale *= SHRINK;
        }
    }
    set(scale, false).1
}

fn write_focus(dataset: &Dataset, focus: &Row<'_>, unit: f64, reason: bool, writer: &Writer, column: &mut Column) {
    let palette = &writer.palette;
    let size = face::FOCUS * unit;
    let radius = size * 0.32;
    let at = Point { x: column.left + radius, y: column.y + size * LEADING / 2.0 };
    let stance = focus.stance.and_then(Stance::new);
    let (fill, rim) = match stance {
        Some(stance) => (palette.stance(stance), None),
        None => (palette.background, Some((1.6 * unit, palette.absent))),
    };
    column.marks.push(Mark::Disc { at, radius, fill, rim, datum: writer.datum });
    column.left += size;
    let color = stance.map_or(palette.foreground, |stance| palette.text(stance));
    column.write(&format!("{}: {}", focus.title, focus.how), Line { size, bold: true, color }, 2, writer);
    let text = if reason { sentence_of(dataset, &focus.text) } else { String::new() };
    let parts =
        [sentence_of(dataset, &capitalised(&focus.when)), text, sentence_of(dataset, &capitalised(focus.doubt))];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    column.y += 2.0 * unit;
    let small = Line { size: face::REASON * unit, bold: false, color: palette.muted };
    column.write(&parts.join(" "), small, 4, writer);
}
