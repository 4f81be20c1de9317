//! The foot of a poster: the counts and how to read the picture.

use crate::data::Dataset;
use crate::moment::Moment;
use crate::words::{capitalised, counts, end_of, how_to_see, site_poster_at_end, site_poster_states};

use super::super::label::width;
use super::super::{Anchor, Mark, Point};
use super::column::{Column, LEADING, Line, Writer, face};
use super::plan::Plan;

/// The counts, where the dataset has any, and how to read the picture.
pub(super) fn foot(dataset: &Dataset, moment: &Moment, plan: &Plan, writer: &Writer) -> Vec<Mark> {
    let (frame, unit, palette) = (plan.foot, plan.unit, &writer.palette);
    let info = dataset.info();
    let across = frame.right - frame.left;
    let share = if plan.beside { 0.5 } else { 1.0 };
    let mut marks = vec![Mark::Path {
        points: vec![Point { x: frame.left, y: frame.top }, Point { x: frame.right, y: frame.top }],
        width: 1.5 * unit,
        color: palette.muted.alpha(0.45),
        dash: None,
        datum: writer.datum,
    }];
    let mut left_column =
        Column { left: frame.left, right: frame.left + across * share, y: frame.top, marks: Vec::new() };
    left_column.y += 12.0 * unit;
    let (mut left, mut top) = (frame.left, left_column.y);
    if info.counts_relations {
        numbers(dataset, moment, unit, &mut left_column, writer);
        if plan.beside {
            left += across * share + 30.0 * unit;
        } else {
            top = left_column.y + face::COUNT * unit * 1.06 + 6.0 * unit;
        }
        marks.extend(left_column.marks);
    }
    let end = end_of(dataset, moment.playhead().shown_year());
    let mut words = format!("{} {}", site_poster_at_end(dataset, &end), how_to_see(dataset));
    if dataset.ego().is_none() {
        words = format!("{}: {} {}", capitalised(&end), counts(dataset, moment), how_to_see(dataset));
    }
    let line = Line { size: face::FOOT * unit, bold: false, color: palette.muted };
    let mut note = Column { left, right: frame.right, y: top, marks: Vec::new() };
    note.write(&words, line, if info.counts_relations { 2 } else { 5 }, writer);
    marks.extend(note.marks);
    marks
}

/// A large number for the ego, and one for its rival, each with its name; the column goes on where they begin.
fn numbers(dataset: &Dataset, moment: &Moment, unit: f64, column: &mut Column, writer: &Writer) {
    let info = dataset.info();
    let small = Line { size: face::SMALL * unit, bold: false, color: writer.palette.muted };
    column.write(site_poster_states(dataset), small, 1, writer);
    column.y += 5.0 * unit;
    let top = column.y;
    let rival = info.rival.map(|rival| (rival, moment.counts().rival));
    let pairs = [info.ego.map(|ego| (ego, moment.counts().ego)), rival];
    let half = (column.right - column.left) / 2.0;
    for (index, (actor, count)) in pairs.into_iter().flatten().enumerate() {
        let left = column.left + half * index as f64;
        let (size, number) = (face::COUNT * unit, count.to_string());
        let mut own = Column { left, right: left + half - 10.0 * unit, y: top, marks: Vec::new() };
        let wide = width(&number, size, true);
        let big = Line { size, bold: true, color: writer.palette.foreground };
        own.marks.push(writer.label(number, Point { x: left, y: top + size * 0.52 }, Anchor::Start, big));
        own.left += wide + 5.0 * unit;
        own.y = top + size * 0.64 - small.size * LEADING / 2.0;
        own.write(&dataset.actor(actor).short_name, small, 1, writer);
        column.marks.extend(own.marks);
    }
}
