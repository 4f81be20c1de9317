//! The picture as SVG: for print, for pages without script, and as the golden of what the canvas shows.

mod backend;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
mod both;

use core::fmt::Write as _;

use crate::data::escape;
use crate::scene::{Color, Scene, Size};

use super::Device;
use backend::{Plain, draw};
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
pub(super) use both::svg_of_both;

/// Scenes, one over the other, as one SVG document with a title and a description.
///
/// The title and description are text, never markup; nothing else of the dataset but labels enters the document.
pub fn svg(layers: &[&Scene], background: Color, title: &str, description: &str) -> String {
    let device = Device::SVG;
    let size = layers.first().map_or(Size { width: 1.0, height: 1.0 }, |scene| scene.size);
    let (width, height) = (device.width(size.width), device.width(size.height));
    let mut text = String::with_capacity(1 << 16);
    let _ = write!(
        text,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         width=\"{}\" height=\"{}\" role=\"img\" aria-labelledby=\"title description\">\n\
         <title id=\"title\">{}</title>\n<desc id=\"description\">{}</desc>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"{background}\"/>\n\
         <g font-family=\"{}\" stroke-linejoin=\"round\">\n",
        libm::round(size.width) as i32,
        libm::round(size.height) as i32,
        escape(title),
        escape(description),
        device.family,
    );
    draw(layers, device, &mut text, Plain);
    text.push_str("</g>\n</svg>\n");
    text
}
