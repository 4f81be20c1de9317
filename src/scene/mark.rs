//! Marks: what a picture is made of.

use core::fmt;

use crate::data::Dataset;
use crate::layout::sincos;

use super::Datum;

/// A point, in CSS pixels from the top left.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

impl Point {
    /// The point at `radius` from `centre`, `bearing` degrees clockwise from the top.
    pub fn polar(centre: Self, bearing: f64, radius: f64) -> Self {
        let (sin, cos) = sincos(bearing);
        Self { x: centre.x + radius * sin, y: centre.y - radius * cos }
    }

    /// The way from here to `other` as the crow flies.
    pub fn distance(self, other: Self) -> f64 {
        let (dx, dy) = (self.x - other.x, self.y - other.y);
        // A root is exact on every machine, and one instruction; `libm::hypot` is fifty times slower.
        (dx * dx + dy * dy).sqrt()
    }

    /// How far it is from the line from `a` to `b`.
    pub fn distance_to(self, a: Self, b: Self) -> f64 {
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let length = (dx * dx + dy * dy).max(f64::MIN_POSITIVE);
        let share = (((self.x - a.x) * dx + (self.y - a.y) * dy) / length).clamp(0.0, 1.0);
        self.distance(a.towards(b, share))
    }

    /// The point that lies `share` of the way to `other`.
    #[must_use]
    pub fn towards(self, other: Self, share: f64) -> Self {
        Self { x: self.x + (other.x - self.x) * share, y: self.y + (other.y - self.y) * share }
    }
}

/// Width and height, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Size {
    pub width: f64,
    pub height: f64,
}

/// A colour with its opacity, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Color {
    pub red: u8,
    pub green: u8,
    pub blue: u8,
    pub alpha: f64,
}

impl Color {
    /// The opaque colour `0xRRGGBB`.
    pub const fn hex(rgb: u32) -> Self {
        let [_, red, green, blue] = rgb.to_be_bytes();
        Self { red, green, blue, alpha: 1.0 }
    }

    /// The same colour, that opaque.
    #[must_use]
    pub const fn alpha(self, alpha: f64) -> Self {
        Self { alpha, ..self }
    }

    /// Fainter: its opacity times `share`.
    #[must_use]
    pub fn faded(self, share: f64) -> Self {
        Self { alpha: self.alpha * share.clamp(0.0, 1.0), ..self }
    }

    /// What it looks like, opaque, on `background`.
    #[must_use]
    pub fn over(self, background: Self) -> Self {
        let mix =
            |top: u8, under: u8| libm::round(f64::from(top) * self.alpha + f64::from(under) * (1.0 - self.alpha)) as u8;
        Self {
            red: mix(self.red, background.red),
            green: mix(self.green, background.green),
            blue: mix(self.blue, background.blue),
            alpha: 1.0,
        }
    }
}

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)?;
        if self.alpha < 1.0 { write!(f, " {}", Hundredths(self.alpha)) } else { Ok(()) }
    }
}

/// Which point of a label stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// A pattern of dashes and gaps along a line, beginning with a dash, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Dash {
    pub on: f64,
    pub off: f64,
}

/// One thing to draw.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A line through points.
    Path {
        /// At least two.
        points: Vec<Point>,
        /// In CSS pixels.
        width: f64,
        /// Of the stroke.
        color: Color,
        /// How it is dashed, unless it is whole.
        dash: Option<Dash>,
        /// What it stands for.
        datum: Datum,
    },
    /// A filled polygon.
    Area {
        /// At least three.
        points: Vec<Point>,
        /// Of the inside.
        color: Color,
        /// What it stands for.
        datum: Datum,
    },
    /// A disc; hollow when it has a rim and its inside shows the background.
    Disc {
        /// Its centre.
        at: Point,
        /// Without the rim, in CSS pixels.
        radius: f64,
        /// Of the inside.
        fill: Color,
        /// Width and colour of the rim around it.
        rim: Option<(f64, Color)>,
        /// What it stands for.
        datum: Datum,
    },
    /// A line of text, vertically centred on its place.
    Label {
        /// What it says.
        text: String,
        /// Where.
        at: Point,
        /// Which of its points is there.
        anchor: Anchor,
        /// Height of the type in CSS pixels.
        size: f64,
        /// Whether the type is bold.
        bold: bool,
        /// Of the letters.
        color: Color,
        /// Of the background that shines around the letters.
        halo: Option<Color>,
        /// What it stands for.
        datum: Datum,
    },
}

/// A finished picture: marks in the order in which they are drawn.
///
/// It prints itself: [`Scene::printout`].
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// In CSS pixels.
    pub size: Size,
    /// The first is drawn first.
    pub marks: Vec<Mark>,
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "({}, {})", Hundredths(self.x), Hundredths(self.y))
    }
}

/// A length to two decimals, by whole numbers: alike everywhere, and without the code that prints any float.
struct Hundredths(f64);

impl fmt::Display for Hundredths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = libm::round(self.0 * 100.0) as i64;
        let sign = if hundredths < 0 { "−" } else { "" };
        let size = hundredths.unsigned_abs();
        write!(f, "{sign}{}.{:02}", size / 100, size % 100)
    }
}

impl Scene {
    /// The scene as text, one mark a line, each with what it stands for.
    pub fn printout(&self, dataset: &Dataset) -> String {
        let mut text = format!("scene {} × {}\n", Hundredths(self.size.width), Hundredths(self.size.height));
        for mark in &self.marks {
            text.push_str(&mark.printout(dataset));
            text.push('\n');
        }
        text
    }
}

impl Mark {
    /// What it stands for.
    pub const fn datum(&self) -> Datum {
        match self {
            Self::Path { datum, .. }
            | Self::Area { datum, .. }
            | Self::Disc { datum, .. }
            | Self::Label { datum, .. } => *datum,
        }
    }

    fn printout(&self, dataset: &Dataset) -> String {
        let of = self.datum().name(dataset);
        match self {
            Self::Path { points, width, color, dash, .. } => {
                let ends = points.first().zip(points.last()).map(|(first, last)| format!(" {first} → {last}"));
                let by = if points.len() > 2 { format!(" by {}", points.len() - 2) } else { String::new() };
                let dash = dash.map(|Dash { on, off }| format!(" dash {} {}", Hundredths(on), Hundredths(off)));
                let (ends, dash) = (ends.unwrap_or_default(), dash.unwrap_or_default());
                format!("path  {of} {} {color}{ends}{by}{dash}", Hundredths(*width))
            }
            Self::Area { points, color, .. } => format!("area  {of} {color} of {} points", points.len()),
            Self::Disc { at, radius, fill, rim, .. } => {
                let rim = rim.map(|(width, color)| format!(" rim {} {color}", Hundredths(width))).unwrap_or_default();
                format!("disc  {of} at {at} r {} {fill}{rim}", Hundredths(*radius))
            }
            Self::Label { text, at, anchor, size, bold, color, .. } => {
                let weight = if *bold { " bold" } else { "" };
                let anchor = match anchor {
                    Anchor::Start => "start",
                    Anchor::Middle => "middle",
                    Anchor::End => "end",
                };
                format!("label {of} “{text}” at {at} {anchor} {}{weight} {color}", Hundredths(*size))
            }
        }
    }
}
