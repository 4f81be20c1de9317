//! Canvases, sharp on every pixel ratio: one that is drawn in every frame, and those that show a finished picture.

use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use crate::render::{Device, paint_with};
use crate::scene::{Scene, Size};

use super::context::{Context, ContextBackend, Kept, OfContext};
use super::plotted;

#[wasm_bindgen]
extern "C" {
    /// A canvas or an [`OffscreenCanvas`], by the calls that are made here.
    type AnyCanvas;
    #[wasm_bindgen(method, catch, js_name = getContext)]
    fn context(this: &AnyCanvas, kind: &str) -> Result<Option<Context>, JsValue>;
    #[wasm_bindgen(method, catch, js_name = getContext)]
    fn bitmap_context(this: &AnyCanvas, kind: &str) -> Result<Option<BitmapContext>, JsValue>;

    type BitmapContext;
    #[wasm_bindgen(method, js_name = transferFromImageBitmap)]
    fn show(this: &BitmapContext, picture: &JsValue);

    #[wasm_bindgen(extends = AnyCanvas)]
    type OffscreenCanvas;
    #[wasm_bindgen(constructor, catch)]
    fn new(width: u32, height: u32) -> Result<OffscreenCanvas, JsValue>;
    #[wasm_bindgen(method, js_name = transferToImageBitmap)]
    fn take(this: &OffscreenCanvas) -> JsValue;
}

/// The largest backing store that every engine draws, in device pixels.
const MOST_PIXELS: f64 = 16_777_216.0;

/// A canvas that is drawn on.
pub(super) struct LiveCanvas {
    canvas: HtmlCanvasElement,
    context: Context,
    kept: Kept,
}

/// The calls by which a scene is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Through {
    /// Those of plotters-canvas.
    Plotters,
    /// Those of [`ContextBackend`], which is made for frame after frame.
    Context,
}

impl LiveCanvas {
    /// Takes a canvas; `None` when it has no 2d context to give.
    pub(super) fn new(canvas: HtmlCanvasElement) -> Option<Self> {
        let context = canvas.unchecked_ref::<AnyCanvas>().context("2d").ok()??;
        Some(Self { canvas, context, kept: Kept::new() })
    }

    /// Sizes the canvas for a scene, at a pixel ratio, and draws it.
    pub(super) fn show(&mut self, scene: &Scene, ratio: f64, through: Through) {
        let (width, height, ratio) = pixels(scene.size, ratio);
        resize(&self.canvas, (width, height));
        let scale = ratio / Device::CANVAS.subpixels;
        self.context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0);
        self.context.clear(0, 0, width, height);
        self.context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0);
        if through == Through::Plotters {
            plotted::draw(&self.canvas, scene);
            return;
        }
        let mut backend = ContextBackend::new(&self.context, (width, height), &mut self.kept);
        // A canvas that refuses a mark goes on with the next frame.
        let _ = paint_with::<_, OfContext>(scene, Device::CANVAS, &mut backend);
    }
}

/// Draws pictures that stay for long, and hands each over to its canvas as a finished bitmap.
///
/// While any canvas of a page is drawn, a browser without a GPU copies all others that have a 2d context, drawn or not.
/// One that shows a bitmap costs nothing.
pub(super) struct Studio(LiveCanvas);

impl Studio {
    /// A studio for canvases like `one`; `None` when canvases have no 2d context to give.
    pub(super) fn for_canvases_like(one: &HtmlCanvasElement) -> Option<Self> {
        let canvas = one.owner_document()?.create_element("canvas").ok()?;
        LiveCanvas::new(canvas.unchecked_into()).map(Self)
    }

    /// Sizes a canvas for a scene, at a pixel ratio, and shows the scene on it.
    pub(super) fn show(&mut self, canvas: &HtmlCanvasElement, scene: &Scene, ratio: f64, through: Through) {
        let (width, height, _) = pixels(scene.size, ratio);
        let bitmaps = canvas.unchecked_ref::<AnyCanvas>().bitmap_context("bitmaprenderer");
        let sheet = OffscreenCanvas::new(width, height).and_then(|sheet| Ok((sheet.context("2d")?, sheet)));
        let (Ok(Some(bitmaps)), Ok((Some(context), sheet))) = (bitmaps, sheet) else {
            // An engine without bitmaps, or a canvas that has a 2d context already.
            if let Some(mut live) = LiveCanvas::new(canvas.clone()) {
                live.show(scene, ratio, through);
            }
            return;
        };
        self.0.show(scene, ratio, through);
        context.draw_image(&self.0.canvas, 0, 0);
        resize(canvas, (width, height));
        bitmaps.show(&sheet.take());
        // What it was drawn on is not kept.
        resize(&self.0.canvas, (1, 1));
    }
}

/// The backing store for a size in CSS pixels at a pixel ratio, as far as engines draw it, and the ratio reached.
fn pixels(size: Size, ratio: f64) -> (u32, u32, f64) {
    let ratio = if ratio.is_finite() { ratio.clamp(0.25, 8.0) } else { 1.0 };
    let pixels = (size.width * size.height * ratio * ratio).max(1.0);
    let ratio = if pixels > MOST_PIXELS { ratio * libm::sqrt(MOST_PIXELS / pixels) } else { ratio };
    let device = |length: f64| libm::round(length * ratio).max(1.0) as u32;
    (device(size.width), device(size.height), ratio)
}

/// Setting either length clears the canvas, even to the same number.
fn resize(canvas: &HtmlCanvasElement, (width, height): (u32, u32)) {
    if (canvas.width(), canvas.height()) != (width, height) {
        canvas.set_width(width);
        canvas.set_height(height);
    }
}
