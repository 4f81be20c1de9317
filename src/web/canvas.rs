//! What a view draws frame after frame: a scene becomes a list of operations, which JavaScript draws on a canvas.

use wasm_bindgen::prelude::*;

use crate::render::{Device, paint_with};
use crate::scene::{Scene, Size};

use super::list::{List, OfContext};

#[wasm_bindgen]
extern "C" {
    /// A canvas of `www/surface.js`, which draws lists wherever it chooses.
    pub type Surface;
    /// Draws a list; the table of strings goes on from the place `known` with those of `fresh`.
    #[wasm_bindgen(method)]
    fn draw(this: &Surface, list: &[i32], known: u32, fresh: &str);
}

/// The largest backing store that every engine draws, in device pixels.
const MOST_PIXELS: f64 = 16_777_216.0;

/// A surface, and its list.
pub(super) struct Canvas {
    surface: Surface,
    list: List,
}

impl Canvas {
    pub(super) const fn new(surface: Surface) -> Self {
        Self { surface, list: List::new() }
    }

    /// Draws a scene at a pixel ratio.
    pub(super) fn show(&mut self, scene: &Scene, ratio: f64) {
        let (width, height, ratio) = pixels(scene.size, ratio);
        let mut backend = self.list.begin((width, height), ratio / Device::CANVAS.subpixels);
        // A list takes every mark.
        let _ = paint_with::<_, OfContext>(scene, Device::CANVAS, &mut backend);
        let (known, fresh) = self.list.fresh();
        self.surface.draw(self.list.numbers(), known, fresh);
    }
}

/// The backing store for a size in CSS pixels at a pixel ratio, as far as engines draw it, and the ratio reached.
pub(super) fn pixels(size: Size, ratio: f64) -> (u32, u32, f64) {
    let ratio = if ratio.is_finite() { ratio.clamp(0.25, 8.0) } else { 1.0 };
    let pixels = (size.width * size.height * ratio * ratio).max(1.0);
    let ratio = if pixels > MOST_PIXELS { ratio * libm::sqrt(MOST_PIXELS / pixels) } else { ratio };
    let device = |length: f64| libm::round(length * ratio).max(1.0) as u32;
    (device(size.width), device(size.height), ratio)
}
