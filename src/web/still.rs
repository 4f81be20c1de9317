//! Pictures that stand still: the years of the filmstrip, and the plots of an actor's figures.

use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use crate::data::Stance;
use crate::moment::Moment;
use crate::render::svg;
use crate::scene::{
    Focus, Palette, Scene, Size, View, at_rest, background, description, differences, plots, stance_name,
};
use crate::time::Playhead;

use super::canvas::CanvasSurface;
use super::convert::DifferenceRow;
use super::reading::css;
use super::view::{Detente, to_js};

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
        let title = format!("{} at the end of {year}", self.dataset.info().title);
        let words = description(&self.dataset, &self.year_end());
        svg(&[&self.whole()], Palette::of(self.view.theme).background, &title, &words)
    }

    /// Draws one of the plots of the actor in focus.
    pub fn plot(&self, canvas: HtmlCanvasElement, index: usize, width: f64, height: f64, ratio: f64) {
        let Focus::Actor(actor) = self.view.focus else { return };
        let view = View { size: Size { width, height }, ..self.view.clone() };
        if let Some(plot) = plots(&self.dataset, &self.layout, actor).get(index) {
            draw(canvas, &plot.scene(&self.dataset, &view), ratio);
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

    /// Who stands otherwise at the end of the shown year than at the end of the year held against it.
    pub fn differences(&self) -> JsValue {
        let Some(year) = self.view.compare else { return JsValue::UNDEFINED };
        let (dataset, palette) = (&self.dataset, Palette::of(self.view.theme));
        let then = Moment::at(dataset, Playhead::end_of(year));
        let name = |stance: Option<Stance>| stance.map_or("no relations", |stance| stance_name(dataset, stance));
        let rows = differences(dataset, &self.layout, &then, &self.year_end()).into_iter().map(|difference| {
            let actor = dataset.actor(difference.actor);
            DifferenceRow {
                id: &actor.code,
                name: &actor.short_name,
                group: match difference.steps() {
                    Some(steps) if steps > 0 => "nearer",
                    Some(_) => "farther",
                    None if difference.now.is_some() => "came",
                    None => "went",
                },
                steps: difference.steps().unwrap_or(0),
                then: name(difference.then),
                now: name(difference.now),
                color: css(difference.now.map_or(palette.absent, |stance| palette.stance(stance))),
            }
        });
        to_js(&rows.collect::<Vec<_>>())
    }
}

fn draw(canvas: HtmlCanvasElement, scene: &Scene, ratio: f64) {
    if let Some(mut surface) = CanvasSurface::new(canvas) {
        surface.resize(scene.size, ratio);
        surface.draw(scene);
    }
}
