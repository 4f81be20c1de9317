//! The viewer exported to JavaScript: commands in, plain data in the reader's words out, and four canvases.
//!
//! By the feature `workbench` it is another program: what reads, checks and writes datasets.

#[cfg(not(feature = "workbench"))]
mod canvas;
#[cfg(not(feature = "workbench"))]
mod getters;
#[cfg(not(feature = "workbench"))]
mod list;
#[cfg(not(feature = "workbench"))]
mod plain;
#[cfg(not(feature = "workbench"))]
mod plotted;
#[cfg(not(feature = "workbench"))]
mod sight;
#[cfg(not(feature = "workbench"))]
mod still;
#[cfg(not(feature = "workbench"))]
mod view;
#[cfg(not(feature = "workbench"))]
mod words;
#[cfg(feature = "workbench")]
mod workbench;

#[cfg(not(feature = "workbench"))]
pub use canvas::Surface;
#[cfg(not(feature = "workbench"))]
pub use view::Detente;
#[cfg(feature = "workbench")]
pub use workbench::Workbench;

/// What memory is taken from.
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
