//! A plotters backend on a canvas's 2d context that tells the context nothing twice.
//!
//! plotters-canvas hands a colour, a width and a face over with every mark, each as text to be decoded and parsed: that
//! takes longer than the drawing. Here they are handed over when they differ from the last, and texts, colours and
//! faces are kept as JavaScript's own strings from frame to frame.

use core::convert::Infallible;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use crate::render::{Device, Extras, Face, HALO};
use crate::scene::{Color, Dash, Point};

#[wasm_bindgen]
extern "C" {
    /// A 2d context, by the calls that are made here; its strings are JavaScript's own.
    pub(super) type Context;
    #[wasm_bindgen(method, setter, js_name = fillStyle)]
    fn set_fill(this: &Context, color: &JsValue);
    #[wasm_bindgen(method, setter, js_name = strokeStyle)]
    fn set_stroke(this: &Context, color: &JsValue);
    #[wasm_bindgen(method, setter, js_name = lineWidth)]
    fn set_width(this: &Context, width: u32);
    #[wasm_bindgen(method, setter, js_name = font)]
    fn set_font(this: &Context, font: &JsValue);
    #[wasm_bindgen(method, setter, js_name = textAlign)]
    fn set_align(this: &Context, align: &JsValue);
    #[wasm_bindgen(method, setter, js_name = textBaseline)]
    fn set_baseline(this: &Context, baseline: &str);
    #[wasm_bindgen(method, setter, js_name = lineJoin)]
    fn set_join(this: &Context, join: &str);
    #[wasm_bindgen(method, js_name = setLineDash)]
    fn set_dash(this: &Context, pattern: &[u32]);
    #[wasm_bindgen(method, js_name = setTransform)]
    pub(super) fn set_transform(this: &Context, xx: f64, xy: f64, yx: f64, yy: f64, x: f64, y: f64);
    #[wasm_bindgen(method, js_name = clearRect)]
    pub(super) fn clear(this: &Context, x: u32, y: u32, width: u32, height: u32);
    #[wasm_bindgen(method, js_name = fillRect)]
    fn fill_rect(this: &Context, x: i32, y: i32, width: u32, height: u32);
    #[wasm_bindgen(method, js_name = beginPath)]
    fn begin(this: &Context);
    #[wasm_bindgen(method, js_name = moveTo)]
    fn move_to(this: &Context, x: i32, y: i32);
    #[wasm_bindgen(method, js_name = lineTo)]
    fn line_to(this: &Context, x: i32, y: i32);
    #[wasm_bindgen(method)]
    fn arc(this: &Context, x: i32, y: i32, radius: u32, from: f64, to: f64);
    #[wasm_bindgen(method)]
    fn fill(this: &Context);
    #[wasm_bindgen(method)]
    fn stroke(this: &Context);
    #[wasm_bindgen(method, js_name = fillText)]
    fn fill_text(this: &Context, text: &JsValue, x: i32, y: i32);
    #[wasm_bindgen(method, js_name = strokeText)]
    fn stroke_text(this: &Context, text: &JsValue, x: i32, y: i32);
    #[wasm_bindgen(method, js_name = drawImage)]
    pub(super) fn draw_image(this: &Context, image: &HtmlCanvasElement, x: u32, y: u32);
}

/// How many strings of one kind are kept; fading colours are the most.
const MOST_STRINGS: usize = 4096;

/// Strings that JavaScript has already, by what they stand for, in its order.
struct Strings<K>(Vec<(K, JsValue)>);

impl<K> Strings<K> {
    /// The string that `compare` finds, made where it is missing.
    fn find(&mut self, compare: impl Fn(&K) -> core::cmp::Ordering, make: impl FnOnce() -> (K, JsValue)) -> &JsValue {
        let place = self.0.binary_search_by(|(key, _)| compare(key));
        let place = place.unwrap_or_else(|mut place| {
            if self.0.len() >= MOST_STRINGS {
                self.0.clear();
                place = 0;
            }
            self.0.insert(place, make());
            place
        });
        &self.0[place].1
    }
}

/// A face: its size in the backend's units, and whether it is bold.
type FaceKey = (u32, bool);

/// What is kept from frame to frame.
pub(super) struct Kept {
    colors: Strings<u32>,
    texts: Strings<String>,
    faces: Strings<FaceKey>,
    aligns: [JsValue; 3],
}

impl Kept {
    pub(super) fn new() -> Self {
        let aligns = ["start", "center", "end"].map(JsValue::from_str);
        Self { colors: Strings(Vec::new()), texts: Strings(Vec::new()), faces: Strings(Vec::new()), aligns }
    }
}

/// The backend, for one picture on a context whose state is as it was made or as one of these left it.
pub(super) struct ContextBackend<'a> {
    context: &'a Context,
    size: (u32, u32),
    kept: &'a mut Kept,
    // What the context was told last.
    fill: Option<u32>,
    stroke: Option<u32>,
    width: u32,
    face: Option<FaceKey>,
    align: Option<usize>,
}

type Outcome = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> ContextBackend<'a> {
    pub(super) fn new(context: &'a Context, size: (u32, u32), kept: &'a mut Kept) -> Self {
        context.set_baseline("middle");
        context.set_join("round");
        Self { context, size, kept, fill: None, stroke: None, width: 0, face: None, align: None }
    }

    fn set_fill(&mut self, color: BackendColor) {
        let key = key(color);
        if self.fill.replace(key) != Some(key) {
            self.context.set_fill(self.kept.colors.find(|kept| kept.cmp(&key), || (key, css(key))));
        }
    }

    fn set_stroke(&mut self, color: BackendColor, width: u32) {
        let key = key(color);
        if self.stroke.replace(key) != Some(key) {
            self.context.set_stroke(self.kept.colors.find(|kept| kept.cmp(&key), || (key, css(key))));
        }
        if self.width != width {
            self.width = width;
            self.context.set_width(width);
        }
    }

    fn set_face<S: BackendTextStyle>(&mut self, style: &S) {
        let face = (style.size() as u32, matches!(style.style(), FontStyle::Bold));
        if self.face.replace(face) != Some(face) {
            self.context.set_font(self.kept.faces.find(
                |kept| kept.cmp(&face),
                || {
                    let weight = if face.1 { "bold" } else { "normal" };
                    (face, JsValue::from_str(&format!("{weight} {}px {}", face.0, style.family().as_str())))
                },
            ));
        }
        let align = match style.anchor().h_pos {
            HPos::Left => 0,
            HPos::Center => 1,
            HPos::Right => 2,
        };
        if self.align.replace(align) != Some(align) {
            self.context.set_align(&self.kept.aligns[align]);
        }
    }

    /// Traces a path without drawing it.
    fn trace(&self, path: impl IntoIterator<Item = BackendCoord>) {
        self.context.begin();
        let mut path = path.into_iter();
        if let Some((x, y)) = path.next() {
            self.context.move_to(x, y);
        }
        for (x, y) in path {
            self.context.line_to(x, y);
        }
    }

    fn text(&mut self, text: &str) -> &JsValue {
        let make = || (text.to_owned(), JsValue::from_str(text));
        self.kept.texts.find(|kept| kept.as_str().cmp(text), make)
    }
}

/// A colour as `0xRRGGBBAA`.
fn key(color: BackendColor) -> u32 {
    let (red, green, blue) = color.rgb;
    u32::from_be_bytes([red, green, blue, (color.alpha * 255.0 + 0.5) as u8])
}

/// `#rrggbbaa`.
fn css(key: u32) -> JsValue {
    JsValue::from_str(&format!("#{key:08x}"))
}

impl DrawingBackend for ContextBackend<'_> {
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
        self.set_fill(color);
        self.context.fill_rect(x, y, 1, 1);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Outcome {
        self.set_stroke(style.color(), style.stroke_width());
        self.trace(path);
        self.context.stroke();
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Outcome {
        self.set_fill(style.color());
        self.trace(path);
        self.context.fill();
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, style: &S, fill: bool) -> Outcome {
        self.context.begin();
        self.context.arc(x, y, radius, 0.0, core::f64::consts::TAU);
        if fill {
            self.set_fill(style.color());
            self.context.fill();
        } else {
            self.set_stroke(style.color(), style.stroke_width());
            self.context.stroke();
        }
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Outcome {
        self.set_face(style);
        self.set_fill(style.color());
        let context = self.context;
        context.fill_text(self.text(text), x, y);
        Ok(())
    }
}

/// A context strokes the outlines of letters, and dashes lines.
pub(super) struct OfContext;

impl Extras<ContextBackend<'_>> for OfContext {
    fn halo(backend: &mut ContextBackend<'_>, device: Device, text: &str, face: &Face, at: Point) -> Outcome {
        backend.set_face(face);
        backend.set_stroke(BackendTextStyle::color(face), device.width(2.0 * HALO * face.pixels));
        let ((x, y), context) = (device.place(at), backend.context);
        context.stroke_text(backend.text(text), x, y);
        Ok(())
    }

    fn dashes(
        backend: &mut ContextBackend<'_>,
        device: Device,
        points: &[Point],
        width: f64,
        color: Color,
        dash: Dash,
    ) -> Outcome {
        backend.context.set_dash(&[device.width(dash.on), device.width(dash.off)]);
        let done = crate::render::line(backend, device, points, width, color);
        backend.context.set_dash(&[]);
        done
    }
}
