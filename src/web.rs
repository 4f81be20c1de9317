//! The view exported to JavaScript: plain data in the reader's words, and three canvases.

mod canvas;
mod card;
mod convert;
mod reading;
mod ribbons;
mod search;
mod still;
mod view;

pub use view::Detente;
