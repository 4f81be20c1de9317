//! The one function that is generic over the backend.

use plotters_backend::{DrawingBackend, DrawingErrorKind};

use crate::scene::{Mark, Point, Scene};

use super::Device;
use super::runs;
use super::style::{Face, Stroke};

/// How far a halo's copies stand off, as a share of the type size.
const HALO: f64 = 0.11;
const HALO_AROUND: [(f64, f64); 4] = [(-1.0, -0.8), (1.0, -0.8), (-1.0, 0.8), (1.0, 0.8)];
/// What is fainter than this leaves no trace on a screen of 8 bits a channel.
const INVISIBLE: f64 = 0.004;

/// Draws `scene` on any plotters backend.
///
/// No measuring, no choice of colour: a loop over marks, the dashes of a line in one go. All that differs between backends is in `device`.
///
/// # Errors
/// What the backend reports.
pub fn paint<B: DrawingBackend>(
    scene: &Scene,
    device: Device,
    backend: &mut B,
) -> Result<(), DrawingErrorKind<B::ErrorType>> {
    let at = |point: &Point| (device.units(point.x), device.units(point.y));
    let mut rest = scene.marks.as_slice();
    while let Some((mark, others)) = rest.split_first() {
        let mut drawn = 1;
        match mark {
            Mark::Path { points, width, color, .. } => {
                drawn = runs::dashes(rest).max(1);
                if color.alpha > INVISIBLE {
                    let style = Stroke { color: *color, width: device.width(*width) };
                    if drawn == 1 {
                        backend.draw_path(points.iter().map(at), &style)?;
                    } else {
                        let style = Stroke { color: *color, width: 0 };
                        backend.fill_polygon(runs::outline(&rest[..drawn]).iter().map(at), &style)?;
                    }
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
            Mark::Label { text, at: place, anchor, size, bold, color, halo, .. } => {
                if color.alpha <= INVISIBLE {
                    rest = others;
                    continue;
                }
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
                        let off = Point { x: place.x + dx * HALO * size, y: place.y + dy * HALO * size };
                        backend.draw_text(text, &face, at(&off))?;
                    }
                    face.color = *color;
                }
                backend.draw_text(text, &face, at(place))?;
            }
        }
        rest = &rest[drawn..];
    }
    Ok(())
}
