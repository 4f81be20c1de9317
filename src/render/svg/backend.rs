//! A plotters backend that writes the elements of an SVG, each with the attributes that it needs and no others.
//!
//! That of plotters writes every attribute of every element and prints fractions; with halos of four texts each its
//! pictures are four times as long. Here a halo is the stroke of its text, and lengths are whole numbers.

use core::convert::Infallible;
use core::fmt::Write as _;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use crate::render::Device;
use crate::render::paint::{Extras, HALO, line, paint_with};
use crate::render::style::Face;
use crate::scene::{Color, Dash, Point, Scene, Size};

use crate::data::escape;

/// Appends the elements of all scenes, one over the other.
pub(super) fn draw<I: Ink>(layers: &[&Scene], device: Device, text: &mut String, ink: I) {
    let size = layers.first().map_or(Size { width: 1.0, height: 1.0 }, |scene| scene.size);
    let mut backend = SvgBackend::new(text, (device.width(size.width), device.width(size.height)), ink);
    for scene in layers {
        // Writing to a String cannot fail.
        let _ = paint_with::<_, OfSvg>(scene, device, &mut backend);
    }
}

/// How the colours of a picture are written.
pub(super) trait Ink {
    /// Writes ` fill="…"` or ` stroke="…"`, with what its opacity takes.
    fn attribute(&mut self, text: &mut String, name: &str, color: BackendColor);
}

/// Each colour as it is.
pub(super) struct Plain;

impl Ink for Plain {
    fn attribute(&mut self, text: &mut String, name: &str, color: BackendColor) {
        let (red, green, blue) = color.rgb;
        let _ = write!(text, " {name}=\"#{red:02x}{green:02x}{blue:02x}\"");
        let opacity = thousandths(color);
        if opacity < 1000 {
            let digits = format!("{opacity:03}");
            let _ = write!(text, " {name}-opacity=\".{}\"", digits.trim_end_matches('0'));
        }
    }
}

/// The opacity in thousandths.
fn thousandths(color: BackendColor) -> u32 {
    (color.alpha * 1000.0 + 0.5) as u32
}

/// The backend.
struct SvgBackend<'a, I> {
    text: &'a mut String,
    size: (u32, u32),
    ink: I,
    /// The halo of the next text: its colour and its width.
    halo: Option<(BackendColor, u32)>,
    /// The pattern of the next line.
    dashes: Option<(u32, u32)>,
}

type Outcome = Result<(), DrawingErrorKind<Infallible>>;

impl<'a, I: Ink> SvgBackend<'a, I> {
    fn new(text: &'a mut String, size: (u32, u32), ink: I) -> Self {
        Self { text, size, ink, halo: None, dashes: None }
    }

    fn fill(&mut self, color: BackendColor) {
        self.ink.attribute(self.text, "fill", color);
    }

    fn stroke(&mut self, color: BackendColor, width: u32) {
        self.ink.attribute(self.text, "stroke", color);
        let _ = write!(self.text, " stroke-width=\"{width}\"");
    }

    /// Writes `<path d="…"`: the first place, and from there how far each is from the one before it.
    fn trace(&mut self, path: impl IntoIterator<Item = BackendCoord>) {
        self.text.push_str("<path d=\"");
        let mut before = None;
        for (x, y) in path {
            match before {
                None => {
                    let _ = write!(self.text, "M{x} {y}l");
                }
                Some((from_x, from_y)) => {
                    self.number(x - from_x);
                    self.number(y - from_y);
                }
            }
            before = Some((x, y));
        }
        self.text.push('"');
    }

    /// Writes a number of a path; a minus parts it from the one before as well as a blank does.
    fn number(&mut self, number: i32) {
        if number >= 0 && !self.text.ends_with('l') {
            self.text.push(' ');
        }
        let _ = write!(self.text, "{number}");
    }
}

impl<I: Ink> DrawingBackend for SvgBackend<'_, I> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Outcome {
        Ok(())
    }

    fn present(&mut self) -> Outcome {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Outcome {
        let _ = write!(self.text, "<path d=\"M{x} {y}h1v1h-1z\"");
        self.fill(color);
        self.text.push_str("/>\n");
        Ok(())
    }

    fn draw_path<S: BackendStyle, P: IntoIterator<Item = BackendCoord>>(&mut self, path: P, style: &S) -> Outcome {
        self.trace(path);
        self.text.push_str(" fill=\"none\"");
        self.stroke(style.color(), style.stroke_width());
        if let Some((on, off)) = self.dashes.take() {
            let _ = write!(self.text, " stroke-dasharray=\"{on} {off}\"");
        }
        self.text.push_str("/>\n");
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, P: IntoIterator<Item = BackendCoord>>(&mut self, path: P, style: &S) -> Outcome {
        self.trace(path);
        self.fill(style.color());
        self.text.push_str("/>\n");
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, style: &S, fill: bool) -> Outcome {
        let _ = write!(self.text, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"");
        if fill {
            self.fill(style.color());
        } else {
            self.text.push_str(" fill=\"none\"");
            self.stroke(style.color(), style.stroke_width());
        }
        self.text.push_str("/>\n");
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Outcome {
        let size = style.size() as u32;
        let _ = write!(self.text, "<text x=\"{x}\" y=\"{y}\" dy=\".5ex\" font-size=\"{size}\"");
        if matches!(style.style(), FontStyle::Bold) {
            self.text.push_str(" font-weight=\"bold\"");
        }
        self.text.push_str(match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        });
        self.fill(style.color());
        if let Some((color, width)) = self.halo.take() {
            self.stroke(color, width);
            self.text.push_str(" paint-order=\"stroke\"");
        }
        let _ = writeln!(self.text, ">{}</text>", escape(text));
        Ok(())
    }
}

/// SVG strokes the outlines of letters, and dashes lines.
struct OfSvg;

impl<I: Ink> Extras<SvgBackend<'_, I>> for OfSvg {
    fn halo(backend: &mut SvgBackend<'_, I>, device: Device, _text: &str, face: &Face, _at: Point) -> Outcome {
        backend.halo = Some((BackendTextStyle::color(face), device.width(2.0 * HALO * face.pixels)));
        Ok(())
    }

    fn dashes(
        backend: &mut SvgBackend<'_, I>,
        device: Device,
        points: &[Point],
        width: f64,
        color: Color,
        dash: Dash,
    ) -> Outcome {
        backend.dashes = Some((device.width(dash.on), device.width(dash.off)));
        line(backend, device, points, width, color)
    }
}
