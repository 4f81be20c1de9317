//! Drawing through plotters-canvas: what comes after the first frame. It prints fractions, whose code comes with it.

use plotters_canvas::CanvasBackend;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use crate::render::{Device, paint};
use crate::scene::Scene;

use super::canvas::pixels;

#[wasm_bindgen]
extern "C" {
    /// A canvas or an [`OffscreenCanvas`], by the calls that are made here.
    type AnyCanvas;
    #[wasm_bindgen(method, catch, js_name = getContext)]
    fn context(this: &AnyCanvas, kind: &str) -> Result<Option<Context>, JsValue>;
    #[wasm_bindgen(method, catch, js_name = getContext)]
    fn bitmap_context(this: &AnyCanvas, kind: &str) -> Result<Option<BitmapContext>, JsValue>;

    type Context;
    #[wasm_bindgen(method, js_name = setTransform)]
    fn set_transform(this: &Context, xx: f64, xy: f64, yx: f64, yy: f64, x: f64, y: f64);
    #[wasm_bindgen(method, js_name = drawImage)]
    fn draw_image(this: &Context, image: &HtmlCanvasElement, x: u32, y: u32);

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

/// Sizes a canvas for a scene, at a pixel ratio, and draws it there, if the canvas has a 2d context to give.
///
/// Not inlined, like all of this file: the build sends it late, and with it all that it alone calls.
#[inline(never)]
pub(super) fn draw(canvas: &HtmlCanvasElement, scene: &Scene, ratio: f64) {
    let Ok(Some(context)) = canvas.unchecked_ref::<AnyCanvas>().context("2d") else { return };
    let (width, height, ratio) = pixels(scene.size, ratio);
    // Clears it, even where the size is the same.
    resize(canvas, (width, height));
    let scale = ratio / Device::CANVAS.subpixels;
    context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0);
    // A canvas that refuses a mark goes on with the next picture.
    if let Some(mut backend) = CanvasBackend::with_canvas_object(canvas.clone()) {
        let _ = paint(scene, Device::CANVAS, &mut backend);
    }
}

/// Draws a scene that stays for long, and hands it over to its canvas as a finished bitmap.
///
/// While any canvas of a page is drawn, a browser without a GPU copies all others that have a 2d context, drawn or not.
/// One that shows a bitmap costs nothing.
#[inline(never)]
pub(super) fn show(canvas: &HtmlCanvasElement, scene: &Scene, ratio: f64) {
    let (width, height, _) = pixels(scene.size, ratio);
    let bitmaps = canvas.unchecked_ref::<AnyCanvas>().bitmap_context("bitmaprenderer");
    let sheet = OffscreenCanvas::new(width, height).and_then(|sheet| Ok((sheet.context("2d")?, sheet)));
    let (Ok(Some(bitmaps)), Ok((Some(context), sheet))) = (bitmaps, sheet) else {
        // An engine without bitmaps, or a canvas that has a 2d context already.
        return draw(canvas, scene, ratio);
    };
    // plotters-canvas draws on canvases of the page only.
    let drawn = canvas.owner_document().and_then(|page| page.create_element("canvas").ok());
    let Some(drawn) = drawn.and_then(|made| made.dyn_into::<HtmlCanvasElement>().ok()) else { return };
    draw(&drawn, scene, ratio);
    context.draw_image(&drawn, 0, 0);
    resize(canvas, (width, height));
    bitmaps.show(&sheet.take());
    // What it was drawn on is given back at once.
    resize(&drawn, (1, 1));
}

fn resize(canvas: &HtmlCanvasElement, (width, height): (u32, u32)) {
    canvas.set_width(width);
    canvas.set_height(height);
}
