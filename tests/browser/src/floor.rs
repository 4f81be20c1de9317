//! The floor of the measurements: the same marks, drawn by a page written by hand.

use std::ops::RangeInclusive;
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

/// What the floor draws: the ground, and the marks of each of these years, as the core composes them for that size.
///
/// Coordinates have two decimals.
pub fn floor_marks(dataset: &Dataset, (width, height): (f64, f64), years: RangeInclusive<i16>) -> Value {
    let layout = Layout::solve(dataset);
    let view = View::new(width, height, Theme::Light);
    let (first, last) = (*years.start(), *years.end());
    let years: Vec<_> = years.map(|year| marks(&at_rest(dataset, &layout, year, &view))).collect();
    let Size { width, height } = view.size;
    json!({
        "width": width, "height": height, "first": first, "last": last,
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
            json!({ "disc": [short(at.x), short(at.y), short(*radius)], "color": css(*fill), "rim": rim })
        }
        Mark::Label { text, at, anchor, size, bold, color, halo, .. } => {
            let align = match anchor {
                Anchor::Start => "left",
                Anchor::Middle => "center",
                Anchor::End => "right",
            };
            let font = format!("{}{size}px \"Noto Sans\", sans-serif", if *bold { "bold " } else { "" });
            let halo = halo.map(|halo| json!({ "width": size * 0.22, "color": css(halo) }));
            json!({ "label": text, "at": [short(at.x), short(at.y)], "align": align, "font": font, "color": css(*color), "halo": halo })
        }
    }
}

fn flat(points: &[Point]) -> Vec<f64> {
    points.iter().flat_map(|point| [short(point.x), short(point.y)]).collect()
}

/// To two decimals: of many thousands of marks, the digits after them would be most of the file.
fn short(length: f64) -> f64 {
    (length * 100.0).round() / 100.0
}

fn css(color: Color) -> String {
    let Color { red, green, blue, alpha } = color;
    format!("rgba({red}, {green}, {blue}, {alpha})")
}
