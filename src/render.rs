//! Turning a scene into ink, on any plotters backend.
//!
//! What the backends do differently is written down once, in [`Device`]:
//!
//! - Coordinates are whole numbers, so a moving mark would jump from pixel to pixel
//!   (plotters#128). Scenes are painted in fractions of a pixel; the canvas is scaled
//!   down by as much, the SVG gets a larger view box.
//! - plotters-canvas does not stroke the outline of text: there a halo is the text itself, drawn around its place first.
//! - No caps, dashes or curves: painting cuts dashes, the scene flattens curves.

#[cfg(all(feature = "single-file", any(feature = "workbench", not(target_arch = "wasm32"))))]
mod archive;
mod dash;
mod device;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
mod html;
mod paint;
#[cfg(not(target_arch = "wasm32"))]
mod png;
mod record;
mod style;
mod svg;

#[cfg(all(feature = "single-file", any(feature = "workbench", not(target_arch = "wasm32"))))]
pub use archive::{gzip, zip};
pub use device::Device;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
pub use html::{
    Coverage, SharePage, coverage, html_claims, html_in_language, html_index_name, html_indexes, html_page, html_pages,
    html_sources, html_stories, html_story, html_story_name, html_table, malformed,
};
#[cfg(all(feature = "single-file", any(feature = "workbench", not(target_arch = "wasm32"))))]
pub use html::{html_single, texts_json, translations_json, whole_texts_json};
pub use paint::paint;
#[cfg(all(target_arch = "wasm32", not(feature = "workbench")))]
pub(crate) use paint::{Extras, HALO, line, paint_with};
#[cfg(not(target_arch = "wasm32"))]
pub use png::{NoPixels, Pixels};
pub use record::Recorder;
#[cfg(all(target_arch = "wasm32", not(feature = "workbench")))]
pub(crate) use style::Face;
pub use svg::svg;
