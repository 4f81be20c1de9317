//! The viewer exported to JavaScript: commands in, plain data in the reader's words out, and four canvases.

mod canvas;
mod getters;
mod list;
mod plotted;
mod still;
mod view;
mod words;

pub use canvas::Surface;
pub use view::Detente;

/// What memory is taken from.
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
