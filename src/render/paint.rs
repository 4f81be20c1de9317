//! The one function that is generic over the backend.

use plotters_backend::{DrawingBackend, DrawingErrorKind};

use crate::scene::{Mark, Point, Scene};

use super::Device;
use super::dash;
use super::style::{Face, Stroke};

/// How far a halo's copies stand off, as a share of the type size.
const HALO: f64 = 0.11;
/// Where a halo's copies stand round the text.
const HALO_AROUND: [(f64, f64); 4] = [(-1.0, -0.8), (1.0, -0.8), (-1.0, 0.8), (1.0, 0.8)];
/// What is fainter than this leaves no trace on a screen of 8 bits a channel.
const INVISIBLE: f64 = 0.004;

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
    let at = |point: &Point| (device.units(point.x), device.units(point.y));
    for mark in &scene.marks {
        match mark {
            Mark::Path { points, width, color, dash, .. } => {
                if color.alpha <= INVISIBLE {
                    continue;
                }
                if let Some(outline) = dash.and_then(|dash| dash::outline(points, *width, dash)) {
                    backend.fill_polygon(outline.iter().map(at), &Stroke { color: *color, width: 0 })?;
                } else {
                    let style = Stroke { color: *color, width: device.width(*width) };
                    backend.draw_path(points.iter().map(at), &style)?;
                }
            }
            Mark::Area { points, color, .. } => {
                if color.alpha > INVISIBLE {
                    backend.fill_polygon(points.iter().map(at), &Stroke { color: *color, width: 0 })?;
                }
            }
            Mark::Disc { at: centre, radius, fill, rim, .. } => {
                if fill.alpha > INVISIBLE {
                    let style = Stroke { color: *fill, width: 0 };
                    backend.draw_circle(at(centre), device.width(*radius), &style, true)?;
                }
                if let Some((width, color)) = rim.filter(|(_, color)| color.alpha > INVISIBLE) {
                    let style = Stroke { color, width: device.width(width) };
                    backend.draw_circle(at(centre), device.width(radius + width / 2.0), &style, false)?;
                }
            }
            Mark::Label { .. } => label(mark, device, backend)?,
        }
    }
    Ok(())
}

/// Draws a label, its halo first.
fn label<B: DrawingBackend>(
    mark: &Mark,
    device: Device,
    backend: &mut B,
) -> Result<(), DrawingErrorKind<B::ErrorType>> {
    let Mark::Label { text, at, anchor, size, bold, color, halo, .. } = mark else { return Ok(()) };
    if color.alpha <= INVISIBLE {
        return Ok(());
    }
    let place = |at: Point| (device.units(at.x), device.units(at.y));
    let mut face = Face {
        color: *color,
        size: f64::from(device.units(*size)) * device.type_scale,
        bold: *bold,
        anchor: *anchor,
        family: device.family,
    };
    if let Some(halo) = halo {
        face.color = *halo;
        for (dx, dy) in HALO_AROUND {
            backend.draw_text(text, &face, place(Point { x: at.x + dx * HALO * size, y: at.y + dy * HALO * size }))?;
        }
        face.color = *color;
    }
    backend.draw_text(text, &face, place(*at))
}
