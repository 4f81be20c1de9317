//! The viewer exported to JavaScript: commands in, plain data in the reader's words out, and four canvases.

mod canvas;
mod context;
mod getters;
mod plotted;
mod still;
mod view;
mod words;

pub use view::Detente;
