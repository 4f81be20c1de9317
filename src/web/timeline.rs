//! The timeline on their canvas: one clock and one selection with the network.

use wasm_bindgen::prelude::*;

use crate::scene::{INSET, Point, Timeline, Track};

use super::view::Detente;
use super::words::topic_of;

#[wasm_bindgen]
impl Detente {
    /// Lays the timeline out for a width, with the slider's box from `left` to `right`, all in CSS pixels,
    /// and draws them; the height they take up.
    #[wasm_bindgen(js_name = layTimeline)]
    pub fn lay_timeline(&mut self, width: f64, left: f64, right: f64, ratio: f64) -> f64 {
        let sane = |length: f64| if length.is_finite() { length.clamp(1.0, 16_384.0) } else { 1.0 };
        let track = Track { width: sane(width), left: sane(left + INSET), right: sane(right - INSET) };
        let timeline = Timeline::lay(&self.dataset, &self.layout, self.view.focus, track);
        self.surfaces[3].resize(timeline.size, ratio);
        self.surfaces[3].draw(&timeline.scene(&self.dataset, &self.view));
        let height = timeline.size.height;
        self.timeline = Some(timeline);
        height
    }

    /// The slider's position under the pointer.
    #[wasm_bindgen(js_name = positionAt)]
    pub fn position_at(&self, x: f64) -> f64 {
        self.timeline.as_ref().map_or(0.0, |timeline| timeline.position(x))
    }

    /// What the pointer is on among the timeline.
    #[wasm_bindgen(js_name = pointTimeline)]
    pub fn point_timeline(&self, x: f64, y: f64) -> JsValue {
        let found = self.timeline.as_ref().and_then(|timeline| timeline.hit(&self.dataset, Point { x, y }));
        self.tip_of(found.and_then(topic_of))
    }
}
