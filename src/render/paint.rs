//! The one function that is generic over the backend.

use plotters_backend::{DrawingBackend, DrawingErrorKind};

use crate::scene::{Color, Dash, Mark, Point, Scene};

use super::Device;
use super::dash;
use super::style::{Face, Stroke};

/// How far a halo reaches around letters, as a share of the type size.
pub(crate) const HALO: f64 = 0.11;
/// Where a halo's copies stand round the text.
const HALO_AROUND: [(f64, f64); 4] = [(-1.0, -0.8), (1.0, -0.8), (-1.0, 0.8), (1.0, 0.8)];
/// What is fainter than this leaves no trace on a screen of 8 bits a channel.
const INVISIBLE: f64 = 0.004;

/// What a backend answers to a call.
type Outcome<B> = Result<(), DrawingErrorKind<<B as DrawingBackend>::ErrorType>>;

/// Halos and dashes, for which plotters has no call.
pub(crate) trait Extras<B: DrawingBackend> {
    /// The background around the letters of a label, in the colour of `face`.
    fn halo(backend: &mut B, device: Device, text: &str, face: &Face, at: Point) -> Outcome<B>;

    /// A dashed line of that width, in CSS pixels.
    fn dashes(backend: &mut B, device: Device, points: &[Point], width: f64, color: Color, dash: Dash) -> Outcome<B>;
}

/// Halos and dashes put together of what every backend draws: four copies of the text, and the outline of all dashes.
struct Composed;

impl<B: DrawingBackend> Extras<B> for Composed {
    fn halo(backend: &mut B, device: Device, text: &str, face: &Face, at: Point) -> Outcome<B> {
        for (dx, dy) in HALO_AROUND {
            let off = Point { x: at.x + dx * HALO * face.pixels, y: at.y + dy * HALO * face.pixels };
            backend.draw_text(text, face, device.place(off))?;
        }
        Ok(())
    }

    fn dashes(backend: &mut B, device: Device, points: &[Point], width: f64, color: Color, dash: Dash) -> Outcome<B> {
        match dash::outline(points, width, dash) {
            Some(outline) => {
                let outline = outline.iter().map(|point| device.place(*point));
                backend.fill_polygon(outline, &Stroke { color, width: 0 })
            }
            None => line(backend, device, points, width, color),
        }
    }
}

/// Draws `scene` on any plotters backend.
///
/// No measuring, no choice of colour: a loop over marks. All that differs between backends is in `device`.
///
/// # Errors
/// What the backend reports.
pub fn paint<B: DrawingBackend>(
    scene: &Scene,
    device: Device,
    backend: &mut B,
) -> Result<(), DrawingErrorKind<B::ErrorType>> {
    paint_with::<B, Composed>(scene, device, backend)
}

/// Draws `scene` on a backend that has ways of its own to draw halos and dashes.
///
/// # Errors
/// What the backend reports.
pub(crate) fn paint_with<B: DrawingBackend, E: Extras<B>>(
    scene: &Scene,
    device: Device,
    backend: &mut B,
) -> Outcome<B> {
    for mark in &scene.marks {
        match mark {
            Mark::Path { points, width, color, dash, .. } => {
                if color.alpha <= INVISIBLE {
                    continue;
                }
                match dash {
                    Some(dash) => E::dashes(backend, device, points, *width, *color, *dash)?,
                    None => line(backend, device, points, *width, *color)?,
                }
            }
            Mark::Area { points, color, .. } => {
                if color.alpha > INVISIBLE {
                    let points = points.iter().map(|point| device.place(*point));
                    backend.fill_polygon(points, &Stroke { color: *color, width: 0 })?;
                }
            }
            Mark::Disc { at: centre, radius, fill, rim, .. } => {
                if fill.alpha > INVISIBLE {
                    let style = Stroke { color: *fill, width: 0 };
                    backend.draw_circle(device.place(*centre), device.width(*radius), &style, true)?;
                }
                if let Some((width, color)) = rim.filter(|(_, color)| color.alpha > INVISIBLE) {
                    let style = Stroke { color, width: device.width(width) };
                    backend.draw_circle(device.place(*centre), device.width(radius + width / 2.0), &style, false)?;
                }
            }
            Mark::Label { .. } => label::<B, E>(mark, device, backend)?,
        }
    }
    Ok(())
}

/// Draws a whole line, `width` CSS pixels wide.
pub(crate) fn line<B: DrawingBackend>(
    backend: &mut B,
    device: Device,
    points: &[Point],
    width: f64,
    color: Color,
) -> Outcome<B> {
    let style = Stroke { color, width: device.width(width) };
    backend.draw_path(points.iter().map(|point| device.place(*point)), &style)
}

/// Draws a label, its halo first.
fn label<B: DrawingBackend, E: Extras<B>>(mark: &Mark, device: Device, backend: &mut B) -> Outcome<B> {
    let Mark::Label { text, at, anchor, size, bold, color, halo, .. } = mark else { return Ok(()) };
    if color.alpha <= INVISIBLE {
        return Ok(());
    }
    let mut face = Face {
        color: *color,
        pixels: *size,
        size: f64::from(device.units(*size)) * device.type_scale,
        bold: *bold,
        anchor: *anchor,
        family: device.family,
    };
    if let Some(halo) = halo {
        face.color = *halo;
        E::halo(backend, device, text, &face, *at)?;
        face.color = *color;
    }
    backend.draw_text(text, &face, device.place(*at))
}
