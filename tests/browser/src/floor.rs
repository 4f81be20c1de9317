//! The floor of the measurements: the same marks, drawn by a page written by hand.

use std::path::Path;

use anyhow::Result;
use detente::data::Dataset;
use detente::layout::Layout;
use detente::scene::{Anchor, Color, Mark, Point, Scene, Size, Theme, View, at_rest, background};
use serde_json::{Value, json};
use xtask::site::Site;

/// The floor's own files.
pub fn floor() -> Result<Site> {
    Site::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("bench"))
}

/// What the floor draws: the ground, and the marks of every year, as the core composes them for that size.
pub fn floor_marks(dataset: &Dataset, width: f64, height: f64) -> Value {
    let layout = Layout::solve(dataset);
    let view = View::new(width, height, Theme::Light);
    let info = dataset.info();
    let years: Vec<_> =
        (info.first_year..=info.last_year).map(|year| marks(&at_rest(dataset, &layout, year, &view))).collect();
    let Size { width, height } = view.size;
    json!({
        "width": width, "height": height, "first": info.first_year, "last": info.last_year,
        "ground": marks(&background(dataset, &view)), "years": years,
    })
}

fn marks(scene: &Scene) -> Vec<Value> {
    scene.marks.iter().map(mark).collect()
}

fn mark(mark: &Mark) -> Value {
    match mark {
        Mark::Path { points, width, color, .. } => {
            json!({ "path": flat(points), "width": width, "color": css(*color) })
        }
        Mark::Area { points, color, .. } => json!({ "area": flat(points), "color": css(*color) }),
        Mark::Disc { at, radius, fill, rim, .. } => {
            let rim = rim.map(|(width, color)| json!({ "width": width, "color": css(color) }));
            json!({ "disc": [at.x, at.y, radius], "color": css(*fill), "rim": rim })
        }
        Mark::Label { text, at, anchor, size, bold, color, halo, .. } => {
            let align = match anchor {
                Anchor::Start => "left",
                Anchor::Middle => "center",
                Anchor::End => "right",
            };
            let font = format!("{}{size}px \"Noto Sans\", sans-serif", if *bold { "bold " } else { "" });
            let halo = halo.map(|halo| json!({ "width": size * 0.22, "color": css(halo) }));
            json!({ "label": text, "at": [at.x, at.y], "align": align, "font": font, "color": css(*color), "halo": halo })
        }
    }
}

fn flat(points: &[Point]) -> Vec<f64> {
    points.iter().flat_map(|point| [point.x, point.y]).collect()
}

fn css(color: Color) -> String {
    let Color { red, green, blue, alpha } = color;
    format!("rgba({red}, {green}, {blue}, {alpha})")
}
