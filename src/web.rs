//! The view exported to JavaScript: plain data in the reader's words, and three canvases.

mod canvas;
mod card;
mod convert;
mod reading;
mod search;
mod still;
mod timeline;
mod view;

pub use view::Detente;
