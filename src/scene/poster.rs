//! The poster: a year's network with its title, the year, its sentence, whoever is in focus, and the counts.
//!
//! For cards, feeds and print, where a picture stands alone. Boxes do not depend on the year, so that posters
//! of several years lie one over the other; text that is too long for its box is set smaller.

use crate::data::{Dataset, order};
use crate::layout::EgoLayout;
use crate::moment::Moment;
use crate::time::Playhead;

use super::alt::{FocusWords, focus_words};
use super::label::{Rect, width};
use super::{Anchor, Color, Datum, Mark, Palette, Point, Scene, Size, View, at_rest, background};

/// Posters are no smaller than this, in CSS pixels.
pub const SMALLEST_POSTER: Size = Size { width: 600.0, height: 315.0 };

/// From this ratio of width to height on, text and network stand side by side.
const SIDE_BY_SIDE: f64 = 1.25;
/// Distance from one line to the next, as a share of the type size.
const LEADING: f64 = 1.27;
/// By how much text is set smaller at a time, and how often at most.
const SHRINK: f64 = 0.96;
const TRIES: i32 = 24;
/// How often at most so that the reason of a stance finds room.
const REASONABLE: i32 = 4;

/// Type sizes in units of the poster.
mod face {
    pub(super) const TITLE: f64 = 24.0;
    pub(super) const YEAR: f64 = 146.0;
    pub(super) const SENTENCE: f64 = 29.0;
    pub(super) const FOCUS: f64 = 26.0;
    pub(super) const REASON: f64 = 18.0;
    pub(super) const COUNT: f64 = 46.0;
    pub(super) const SMALL: f64 = 16.5;
    pub(super) const FOOT: f64 = 15.0;
}

/// The poster of a year: network, words and counts in one scene.
pub fn poster(dataset: &Dataset, layout: &EgoLayout, year: i16, view: &View) -> Scene {
    let plan = Plan::of(view.size);
    let inner = View {
        size: Size { width: plan.network.right - plan.network.left, height: plan.network.bottom - plan.network.top },
        ..view.clone()
    };
    let network = [background(dataset, &inner), at_rest(dataset, layout, year, &inner)];
    let (dx, dy) = (plan.network.left, plan.network.top);
    let marks = network.into_iter().flat_map(|scene| scene.marks).map(|mark| shifted(mark, dx, dy)).collect();
    let mut marks = untangled(dataset, marks);
    let moment = Moment::at(dataset, Playhead::end_of(year));
    let writer = Writer { palette: Palette::of(view.theme), datum: Datum::Year(year) };
    let focus = focus_words(dataset, layout, &moment, view.focus);
    marks.extend(head(dataset, year, focus.as_ref(), &plan, &writer));
    marks.extend(foot(dataset, &moment, &plan, &writer));
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
            Datum::Actor(actor) if *actor == dataset.info().ego => FIRM,
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

/// Which box holds what, in CSS pixels, and how large a unit is.
struct Plan {
    unit: f64,
    head: Rect,
    foot: Rect,
    network: Rect,
    /// Whether the sentence stands beside the year, not under it.
    beside: bool,
}

impl Plan {
    fn of(size: Size) -> Self {
        let Size { width, height } = size;
        if width >= height * SIDE_BY_SIDE {
            let unit = (width / 1200.0).min(height / 630.0);
            let margin = 48.0 * unit;
            let right = (width * 0.39).min(470.0 * unit);
            let foot = height - margin - 146.0 * unit;
            Self {
                unit,
                head: Rect { left: margin, top: margin, right, bottom: foot - 24.0 * unit },
                foot: Rect { left: margin, top: foot, right, bottom: height - margin },
                network: Rect {
                    left: right + 16.0 * unit,
                    top: 18.0 * unit,
                    right: width - 12.0 * unit,
                    bottom: height - 18.0 * unit,
                },
                beside: false,
            }
        } else {
            let unit = width.min(height) / 1000.0;
            let margin = 46.0 * unit;
            let (head, foot) = (margin + 214.0 * unit, height - margin - 92.0 * unit);
            Self {
                unit,
                head: Rect { left: margin, top: margin, right: width - margin, bottom: head },
                foot: Rect { left: margin, top: foot, right: width - margin, bottom: height - margin },
                network: Rect { left: 4.0, top: head + 14.0 * unit, right: width - 4.0, bottom: foot - 14.0 * unit },
                beside: true,
            }
        }
    }
}

/// Title, year, sentence and focus, as large as they fit.
fn head(dataset: &Dataset, year: i16, focus: Option<&FocusWords>, plan: &Plan, writer: &Writer) -> Vec<Mark> {
    let sentence = dataset.year_line(year).map_or("", |line| line.line.as_str());
    let set = |scale: f64, reason: bool| {
        let unit = plan.unit * scale;
        let frame = plan.head;
        let mut column = Column { left: frame.left, right: frame.right, y: frame.top, marks: Vec::new() };
        let title = Line { size: face::TITLE * unit, bold: true, color: writer.palette.muted };
        column.write(&dataset.info().title, title, 2, writer);
        let size = face::YEAR * unit;
        let digits = year.to_string();
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
            write_focus(focus, unit, reason, writer, &mut column);
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

fn write_focus(focus: &FocusWords, unit: f64, reason: bool, writer: &Writer, column: &mut Column) {
    let palette = writer.palette;
    let size = face::FOCUS * unit;
    let radius = size * 0.32;
    let at = Point { x: column.left + radius, y: column.y + size * LEADING / 2.0 };
    let (fill, rim) = match focus.stance {
        Some(stance) => (palette.stance(stance), None),
        None => (palette.background, Some((1.6 * unit, palette.absent))),
    };
    column.marks.push(Mark::Disc { at, radius, fill, rim, datum: writer.datum });
    column.left += size;
    let color = focus.stance.map_or(palette.foreground, |stance| palette.text(stance));
    column.write(&format!("{}: {}", focus.who, focus.how), Line { size, bold: true, color }, 2, writer);
    let mut more = String::new();
    if !focus.since.is_empty() {
        more = format!("Since {}.", focus.since);
    }
    if reason && !focus.why.is_empty() {
        more = format!("{more} {}.", focus.why.trim_end_matches('.'));
    }
    if focus.doubtful {
        more.push_str(" The record is doubtful.");
    }
    column.y += 2.0 * unit;
    column.write(&more, Line { size: face::REASON * unit, bold: false, color: palette.muted }, 4, writer);
}

/// The counts and how to read the picture.
fn foot(dataset: &Dataset, moment: &Moment, plan: &Plan, writer: &Writer) -> Vec<Mark> {
    let (frame, unit, palette) = (plan.foot, plan.unit, writer.palette);
    let info = dataset.info();
    let muted = |size: f64| Line { size: size * unit, bold: false, color: palette.muted };
    let across = frame.right - frame.left;
    let share = if plan.beside { 0.5 } else { 1.0 };
    let mut marks = Vec::new();
    let rule = |from: f64, to: f64| Mark::Path {
        points: vec![Point { x: from, y: frame.top }, Point { x: to, y: frame.top }],
        width: 1.5 * unit,
        color: palette.muted.alpha(0.45),
        dash: None,
        datum: writer.datum,
    };
    marks.push(rule(frame.left, frame.right));
    let mut counts = Column { left: frame.left, right: frame.left + across * share, y: frame.top, marks: Vec::new() };
    counts.y += 12.0 * unit;
    counts.write("States that have relations with", muted(face::SMALL), 1, writer);
    counts.y += 5.0 * unit;
    let top = counts.y;
    let rival = info.rival.map(|rival| (rival, moment.counts().rival));
    let pairs = [Some((info.ego, moment.counts().ego)), rival];
    let column = (counts.right - counts.left) / 2.0;
    for (index, (actor, count)) in pairs.into_iter().flatten().enumerate() {
        let left = counts.left + column * index as f64;
        let (size, number) = (face::COUNT * unit, count.to_string());
        let mut own = Column { left, right: left + column - 10.0 * unit, y: top, marks: Vec::new() };
        let wide = width(&number, size, true);
        let big = Line { size, bold: true, color: palette.foreground };
        own.marks.push(writer.label(number, Point { x: left, y: top + size * 0.52 }, Anchor::Start, big));
        own.left += wide + 5.0 * unit;
        own.y = top + size * 0.64 - face::SMALL * unit * LEADING / 2.0;
        own.write(&dataset.actor(actor).short_name, muted(face::SMALL), 1, writer);
        counts.marks.extend(own.marks);
    }
    marks.extend(counts.marks);
    let ego = &dataset.actor(info.ego).short_name;
    let year = moment.playhead().shown_year();
    let words = format!("At the end of {year}. The closer to the centre, the closer to {ego}.");
    let (left, y) = if plan.beside {
        (frame.left + across * share + 30.0 * unit, frame.top + 12.0 * unit)
    } else {
        (frame.left, top + face::COUNT * unit * 1.06 + 6.0 * unit)
    };
    let mut note = Column { left, right: frame.right, y, marks: Vec::new() };
    note.write(&words, muted(face::FOOT), 2, writer);
    marks.extend(note.marks);
    marks
}

/// How a line of text is set.
#[derive(Clone, Copy)]
struct Line {
    size: f64,
    bold: bool,
    color: Color,
}

/// What all words of a poster share.
struct Writer {
    palette: &'static Palette,
    datum: Datum,
}

impl Writer {
    fn label(&self, text: String, at: Point, anchor: Anchor, line: Line) -> Mark {
        let Line { size, bold, color } = line;
        Mark::Label { text, at, anchor, size, bold, color, halo: None, datum: self.datum }
    }
}

/// Text that runs downwards.
struct Column {
    left: f64,
    right: f64,
    y: f64,
    marks: Vec<Mark>,
}

impl Column {
    /// Writes a paragraph of at most so many lines and goes on below it.
    fn write(&mut self, text: &str, line: Line, most: usize, writer: &Writer) {
        for words in wrapped(text, line.size, line.bold, self.right - self.left, most) {
            let at = Point { x: self.left, y: self.y + line.size * LEADING / 2.0 };
            self.marks.push(writer.label(words, at, Anchor::Start, line));
            self.y += line.size * LEADING;
        }
    }
}

/// A text in lines no wider than `room`, as even as they can be; what is more than `most` lines ends in `…`.
fn wrapped(text: &str, size: f64, bold: bool, room: f64, most: usize) -> Vec<String> {
    let mut lines = broken(text, size, bold, room);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && width(&format!("{last}…"), size, bold) > room {
                last.pop();
            }
            *last = format!("{}…", last.trim_end());
        }
        return lines;
    }
    // The narrowest measure with as many lines leaves no word alone on the last.
    let mut narrow = room;
    while lines.len() > 1 {
        narrow -= room * 0.03;
        let next = broken(text, size, bold, narrow);
        if next.len() != lines.len() || next.iter().any(|line| width(line, size, bold) > narrow) {
            break;
        }
        lines = next;
    }
    lines
}

/// A text in lines, each as full as it can be; a word that is too wide is broken.
fn broken(text: &str, size: f64, bold: bool, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&longer, size, bold) <= room {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(core::mem::take(&mut line));
        }
        for letter in word.chars() {
            line.push(letter);
            if width(&line, size, bold) > room && line.chars().count() > 1 {
                line.pop();
                lines.push(core::mem::replace(&mut line, letter.to_string()));
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_no_wider_than_their_room_and_lose_no_letter() {
        let text = "The UN seats both Koreas; a treaty binds ThisOneIsFarTooLongForAnyLineOfThatWidth";
        let lines = wrapped(text, 20.0, false, 200.0, 99);
        assert!(lines.len() > 3 && lines.iter().all(|line| width(line, 20.0, false) <= 200.0), "{lines:?}");
        assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
        let cut = wrapped(text, 20.0, false, 200.0, 2);
        assert!(cut.len() == 2 && cut[1].ends_with('…'), "{cut:?}");
    }
}
