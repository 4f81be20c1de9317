//! A canvas under plotters, sharp on every pixel ratio.

use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast as _;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::render::{Device, paint};
use crate::scene::{Scene, Size};

/// The largest backing store that every engine draws, in device pixels.
const MOST_PIXELS: f64 = 16_777_216.0;

/// A canvas and its size.
pub(super) struct CanvasSurface {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    ratio: f64,
}

impl CanvasSurface {
    /// Takes a canvas; `None` when it has no 2d context to give.
    pub(super) fn new(canvas: HtmlCanvasElement) -> Option<Self> {
        let context = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        Some(Self { canvas, context, ratio: 1.0 })
    }

    /// Sizes the canvas for a scene, at a pixel ratio, and draws it.
    pub(super) fn show(&mut self, scene: &Scene, ratio: f64) {
        self.resize(scene.size, ratio);
        self.draw(scene);
    }

    /// Sizes the backing store for a size in CSS pixels at a pixel ratio, as far as engines draw it.
    fn resize(&mut self, size: Size, ratio: f64) {
        let ratio = if ratio.is_finite() { ratio.clamp(0.25, 8.0) } else { 1.0 };
        let pixels = (size.width * size.height * ratio * ratio).max(1.0);
        self.ratio = if pixels > MOST_PIXELS { ratio * libm::sqrt(MOST_PIXELS / pixels) } else { ratio };
        let device = |length: f64| libm::round(length * self.ratio).max(1.0) as u32;
        let (width, height) = (device(size.width), device(size.height));
        // Setting either clears the canvas, even to the same number.
        if (self.canvas.width(), self.canvas.height()) != (width, height) {
            self.canvas.set_width(width);
            self.canvas.set_height(height);
        }
    }

    /// Clears the canvas and draws the scene.
    fn draw(&self, scene: &Scene) {
        let context = &self.context;
        let (width, height) = (f64::from(self.canvas.width()), f64::from(self.canvas.height()));
        let scale = self.ratio / Device::CANVAS.subpixels;
        // A transform fails only on numbers that are not finite, which `resize` keeps out.
        let _ = context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0);
        context.clear_rect(0.0, 0.0, width, height);
        let _ = context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0);
        if let Some(mut backend) = CanvasBackend::with_canvas_object(self.canvas.clone()) {
            // A canvas that refuses a mark goes on with the next frame.
            let _ = paint(scene, Device::CANVAS, &mut backend);
        }
    }
}
