//! Generated dates, and generated commands to a viewer.

use arbitrary::Arbitrary;
use detente::scene::{Direction, Theme};
use detente::viewer::Command;

use crate::seed;

/// A date in or near the seed's span, of any precision and doubt.
#[derive(Arbitrary, Clone, Copy, Debug)]
pub struct DateInput {
    year: u8,
    month: u8,
    day: u8,
    doubt: u8,
}

impl DateInput {
    /// As written in a table: years from 1945 to 1964.
    pub fn text(self) -> String {
        let (month, day) = (self.month % 13, self.day % 29);
        let mut text = format!("{}", 1945 + u16::from(self.year % 20));
        if month > 0 {
            text += &format!("-{month:02}");
            if day > 0 {
                text += &format!("-{day:02}");
            }
        }
        text + ["", "", "~", "?"][usize::from(self.doubt % 4)]
    }
}

/// One thing asked of a viewer.
#[derive(Arbitrary, Clone, Debug)]
#[allow(missing_docs, reason = "each is the command of its name")]
pub enum Ask {
    Frame(u16),
    Year(u8),
    Step(i8),
    Anywhere(f64),
    Drag(i16, i16),
    Release,
    Play,
    TogglePlay,
    PlayFrom(u8, f64),
    Typed(i16, bool),
    NextChange(bool),
    Loop(bool),
    Speed(f64),
    Dark(bool),
    Resize(f64, u16),
    LayoutTimeline(u16, i16, f64),
    Focus(u8),
    FocusDyad(u8, u8),
    Compare(u8),
    GoToEvent(u8),
    Point(u16, u16),
    Pick(u16, u16, f64),
    PickPointed,
    Navigate(u8),
    PointTimeline(u16, f64),
    GoTimeline(f64),
    AddYear,
    RemoveYear(i32),
}

impl Ask {
    /// Has it done: `year` turns a place in the span into a year; the command is given to `apply`.
    pub(crate) fn command(&self, year: &dyn Fn(u8) -> i16, apply: &mut dyn FnMut(Command<'_>)) {
        let place = |x: u16, most: u16| f64::from(x % most);
        let command = match *self {
            Self::Frame(_) => return,
            Self::Year(place) => Command::Jump(f64::from(year(place))),
            Self::Step(years) => Command::Step(f64::from(years)),
            Self::Anywhere(year) => Command::Scrub(year),
            Self::Drag(by, width) => Command::Drag { by: f64::from(by), width: f64::from(width) },
            Self::Release => Command::Release,
            Self::Play => Command::Play,
            Self::TogglePlay => Command::TogglePlay,
            Self::PlayFrom(from, to) => Command::PlayFrom { from: f64::from(year(from)), to },
            Self::Typed(year, done) => return apply(Command::Typed { text: &year.to_string(), done }),
            Self::NextChange(backward) => Command::NextChange { backward },
            Self::Loop(on) => Command::Loop(on),
            Self::Speed(factor) => Command::Speed(factor),
            Self::Dark(dark) => Command::Theme(if dark { Theme::Dark } else { Theme::Light }),
            Self::Resize(width, height) => {
                let height = f64::from(height);
                Command::Resize { width, height, strip_width: width, strip_height: height }
            }
            Self::LayoutTimeline(width, left, right) => {
                Command::LayoutTimeline { width: f64::from(width), left: f64::from(left), right }
            }
            Self::Focus(actor) => Command::Focus(Some(seed::code(actor))),
            Self::FocusDyad(a, b) => {
                return apply(Command::Focus(Some(&format!("{}-{}", seed::code(a), seed::code(b)))));
            }
            Self::Compare(place) => Command::Compare(Some(i32::from(year(place)))),
            Self::GoToEvent(index) => Command::GoToEvent(usize::from(index)),
            Self::Point(x, y) => Command::Point { x: place(x, 640), y: place(y, 500), reach: 20.0 },
            Self::Pick(x, y, reach) => Command::Pick { x: place(x, 640), y: place(y, 500), reach, keep_tip: true },
            Self::PickPointed => Command::PickPointed,
            Self::Navigate(way) => Command::Navigate(
                [Direction::Clockwise, Direction::Counterclockwise, Direction::Inward, Direction::Outward]
                    [usize::from(way % 4)],
            ),
            Self::PointTimeline(x, y) => Command::PointTimeline { x: place(x, 900), y },
            Self::GoTimeline(x) => Command::GoTimeline(x),
            Self::AddYear => Command::AddYear,
            Self::RemoveYear(year) => Command::RemoveYear(year),
        };
        apply(command);
    }
}
