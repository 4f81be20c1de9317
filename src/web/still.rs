//! Pictures that stand still: the years of the filmstrip, and the plots of an actor's figures.

use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use crate::layout::Focus;
use crate::render::svg;
use crate::scene::{Palette, Scene, Size, View, at_rest, background};
use crate::words::{description, measures, picture_title};

use super::canvas::CanvasSurface;
use super::view::Detente;

#[wasm_bindgen]
impl Detente {
    /// Draws the end of a year, in the same layout, on a canvas of its own.
    pub fn still(&self, canvas: HtmlCanvasElement, year: i32, width: f64, height: f64, ratio: f64) {
        let info = self.dataset.info();
        let year = (year.clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16).clamp(info.first_year, info.last_year);
        let view = View {
            hover: Focus::Nobody,
            compare: None,
            small: true,
            size: Size { width, height },
            ..self.view.clone()
        };
        let mut scene = background(&self.dataset, &view);
        scene.marks.extend(at_rest(&self.dataset, &self.layout, year, &view).marks);
        draw(canvas, &scene, ratio);
    }

    /// Draws exactly what is shown, rings and marks, on a canvas of its own.
    pub fn shot(&self, canvas: HtmlCanvasElement, ratio: f64) {
        draw(canvas, &self.whole(), ratio);
    }

    /// Exactly what is shown as an SVG document, with its title and description.
    pub fn svg(&self) -> String {
        let year = self.playback.playhead().shown_year();
        let title = picture_title(&self.dataset, year);
        let words = description(&self.dataset, &self.year_end());
        svg(&[&self.whole()], Palette::of(self.view.theme).background, &title, &words)
    }

    /// Draws one of the plots of the actor in focus.
    pub fn plot(&self, canvas: HtmlCanvasElement, index: usize, width: f64, height: f64, ratio: f64) {
        let Focus::Actor(actor) = self.view.focus else { return };
        let view = View { size: Size { width, height }, ..self.view.clone() };
        if let Some(measure) = measures(&self.dataset, &self.layout, actor).get(index) {
            draw(canvas, &measure.scene(&self.dataset, &view), ratio);
        }
    }

    /// Holds another year against the shown one, or none.
    pub fn compare(&mut self, year: Option<i32>) {
        let info = self.dataset.info();
        let year = year.and_then(|year| i16::try_from(year).ok());
        let year = year.filter(|year| (info.first_year..=info.last_year).contains(year));
        if self.view.compare != year {
            self.view.compare = year;
            self.compared = None;
            self.stale = true;
        }
    }

    /// The year held against the shown one.
    pub fn compared(&self) -> Option<i32> {
        self.view.compare.map(i32::from)
    }
}

fn draw(canvas: HtmlCanvasElement, scene: &Scene, ratio: f64) {
    if let Some(mut surface) = CanvasSurface::new(canvas) {
        surface.resize(scene.size, ratio);
        surface.draw(scene);
    }
}
