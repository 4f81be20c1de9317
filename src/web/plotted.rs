//! Drawing through plotters-canvas: what comes after the first frame. It prints fractions, whose code comes with it.

use plotters_canvas::CanvasBackend;
use web_sys::HtmlCanvasElement;

use crate::render::{Device, paint};
use crate::scene::Scene;

/// Draws a scene on a canvas that was sized and scaled for it.
///
/// Not inlined: the build sends it late, and with it all that it alone calls.
#[inline(never)]
pub(super) fn draw(canvas: &HtmlCanvasElement, scene: &Scene) {
    // A canvas that refuses a mark goes on with the next picture.
    if let Some(mut backend) = CanvasBackend::with_canvas_object(canvas.clone()) {
        let _ = paint(scene, Device::CANVAS, &mut backend);
    }
}
