//! The view exported to JavaScript: plain data in the reader's words, and three canvases.

mod canvas;
mod still;
mod timeline;
mod view;
mod words;

pub use view::Detente;
