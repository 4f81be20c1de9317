//! One picture for both themes: it follows the colour scheme of the page that it stands in.

use core::fmt::{self, Write as _};

use plotters_backend::BackendColor;

use crate::render::Device;
use crate::scene::{Color, Scene, Size};

use super::backend::{Ink, draw};
use crate::data::escape;

/// Notes the colours in their order.
struct Noted<'a>(&'a mut Vec<Color>);

impl Ink for Noted<'_> {
    fn attribute(&mut self, _text: &mut String, _name: &str, color: BackendColor) {
        self.0.push(of(color));
    }
}

/// Each colour with the one that the dark picture has in its place.
struct Paired<'a> {
    dark: &'a [Color],
}

impl Ink for Paired<'_> {
    fn attribute(&mut self, text: &mut String, name: &str, light: BackendColor) {
        let light = of(light);
        let (dark, rest) = self.dark.split_first().map_or((light, self.dark), |(dark, rest)| (*dark, rest));
        self.dark = rest;
        let _ = if light == dark {
            write!(text, " {name}=\"{}\"", Css(light))
        } else {
            write!(text, " {name}=\"light-dark({},{})\"", Css(light), Css(dark))
        };
    }
}

/// A colour as CSS has it, `#rrggbb` or `#rrggbbaa`.
struct Css(Color);

impl fmt::Display for Css {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Color { red, green, blue, alpha } = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")?;
        match (alpha * 255.0 + 0.5) as u8 {
            255 => Ok(()),
            alpha => write!(f, "{alpha:02x}"),
        }
    }
}

fn of(BackendColor { rgb: (red, green, blue), alpha }: BackendColor) -> Color {
    Color { red, green, blue, alpha }
}

/// The elements of a picture that is part of a page: scenes, one over the other, in light and in dark.
///
/// The scenes are the same but for their colours. There is no ground: the page's own shows. The label is text.
/// `None` where the scenes differ in more than colours.
pub(in crate::render) fn svg_of_both(light: &[&Scene], dark: &[&Scene], class: &str, label: &str) -> Option<String> {
    let device = Device::SVG;
    let (mut colors, mut same) = (Vec::new(), Vec::new());
    draw(dark, device, &mut String::new(), Noted(&mut colors));
    draw(light, device, &mut String::new(), Noted(&mut same));
    if colors.len() != same.len() {
        return None;
    }
    let size = light.first().map_or(Size { width: 1.0, height: 1.0 }, |scene| scene.size);
    let mut text = format!(
        "<svg class=\"{class}\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\" stroke-linejoin=\"round\">\n",
        device.width(size.width),
        device.width(size.height),
        escape(label),
    );
    draw(light, device, &mut text, Paired { dark: &colors });
    text.push_str("</svg>");
    Some(text)
}
