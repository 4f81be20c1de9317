//! The page around a frame as large as a phone's screen, for a browser whose window cannot be that narrow.
//!
//! The frame begins at the top left of the window, so that points in both are the same.

use xtask::server::{Response, response};

use crate::wishes::Screen;

/// Where the page around the frame is.
pub(crate) const AROUND: &str = "/-/around.html";

/// The page around a frame of that size. Sizes are attributes, because the strict policy allows no styles beside them.
pub(crate) fn around(screen: Screen) -> Response {
    let Screen { width, height, .. } = screen;
    let page = format!(
        "<!doctype html><html lang=\"en\"><title>A screen</title><link rel=\"icon\" href=\"icon.svg\"><body marginwidth=\"0\" marginheight=\"0\">\
         <iframe title=\"The screen\" width=\"{width}\" height=\"{height}\" frameborder=\"0\"></iframe>"
    );
    response(200, "text/html; charset=utf-8", page)
}
