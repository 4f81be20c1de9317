//! Pictures on canvases of JavaScript's own, and what is shown as text.

use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use crate::render::svg;
use crate::scene::Palette;
use crate::words::{description, picture_title};

use super::plotted;
use super::view::Detente;

#[wasm_bindgen]
impl Detente {
    /// Draws the end of a year, in the same layout, on a canvas of its own.
    pub fn still(&mut self, canvas: &HtmlCanvasElement, year: i32, width: f64, height: f64, ratio: f64) {
        plotted::show(canvas, &self.viewer.still_scene(year, width, height), ratio);
    }

    /// Draws one of the plots of the actor in focus.
    pub fn plot(&mut self, canvas: &HtmlCanvasElement, index: usize, width: f64, height: f64, ratio: f64) {
        if let Some(scene) = self.viewer.plot_scene(index, width, height) {
            plotted::show(canvas, &scene, ratio);
        }
    }

    /// Draws exactly what is shown, rings and marks, on a canvas of its own.
    pub fn shot(&mut self, canvas: &HtmlCanvasElement, ratio: f64) {
        plotted::draw(canvas, &self.viewer.whole_scene(), ratio);
    }

    /// Exactly what is shown as an SVG document, with its title and description.
    pub fn svg(&mut self) -> String {
        let (scene, viewer) = (self.viewer.whole_scene(), &self.viewer);
        let title = picture_title(viewer.dataset(), viewer.shown_year());
        let words = description(viewer.dataset(), &viewer.year_end());
        svg(&[&scene], Palette::paper(viewer.view().theme), &title, &words)
    }

    /// The network as text, mark by mark.
    pub fn printout(&mut self) -> String {
        let scene = self.viewer.network_scene().clone();
        scene.printout(self.viewer.dataset())
    }
}
