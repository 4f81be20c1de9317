//! A backend that writes down what it was asked to draw.

use core::convert::Infallible;
use core::fmt::Write as _;

use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};

/// A backend that writes down every call, one a line, in its own units.
///
/// ```text
/// circle (1280, 788) r 76 fill #3c3c3c
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recorder {
    size: (u32, u32),
    calls: String,
}

type Outcome = Result<(), DrawingErrorKind<Infallible>>;

impl Recorder {
    /// A recorder of that size, in its own units.
    pub const fn new(width: u32, height: u32) -> Self {
        Self { size: (width, height), calls: String::new() }
    }

    /// Everything that was drawn.
    pub fn calls(&self) -> &str {
        &self.calls
    }

    #[allow(clippy::unnecessary_wraps, reason = "every call of the trait ends with it")]
    fn note(&mut self, call: &str, color: BackendColor) -> Outcome {
        let (red, green, blue) = color.rgb;
        let faint = if color.alpha < 1.0 { format!(" {:.2}", color.alpha) } else { String::new() };
        // Writing to a String cannot fail.
        let _ = writeln!(self.calls, "{call} #{red:02x}{green:02x}{blue:02x}{faint}");
        Ok(())
    }
}

fn list(path: impl IntoIterator<Item = BackendCoord>) -> String {
    let points: Vec<String> = path.into_iter().map(|(x, y)| format!("({x}, {y})")).collect();
    points.join(" ")
}

impl DrawingBackend for Recorder {
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
        self.note(&format!("pixel ({x}, {y})"), color)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Outcome {
        self.note(&format!("path {} w {}", list(path), style.stroke_width()), style.color())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Outcome {
        self.note(&format!("polygon {} fill", list(path)), style.color())
    }

    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, style: &S, fill: bool) -> Outcome {
        let how = if fill { "fill".to_owned() } else { format!("w {}", style.stroke_width()) };
        self.note(&format!("circle ({x}, {y}) r {radius} {how}"), style.color())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Outcome {
        let size = style.size();
        self.note(&format!("text “{text}” ({x}, {y}) {} {size}", style.style().as_str()), style.color())
    }
}
