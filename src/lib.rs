//! Détente draws who was friend and who was foe, year by year.
//!
//! Data flows one way, and each step is a value that can be printed and tested:
//! tables become a [`data::Dataset`], the dataset at a playhead is a [`moment::Moment`],
//! the [`layout::Layout`] say where everyone stands in all years, and together they
//! compose a [`scene::Scene`], which [`render::paint`] draws on any plotters backend.
//!
//! ```
//! use detente::layout::Layout;
//! use detente::moment::Moment;
//! use detente::bundled;
//! use detente::render::svg;
//! use detente::scene::{Palette, Keyframe, Transition, Theme, View, compose, background};
//! use detente::time::Playhead;
//! use detente::words::description;
//!
//! let dataset = bundled::dataset();
//! let layout = Layout::solve(&dataset);
//! let view = View::new(760.0, 700.0, Theme::Light);
//!
//! // The slider at 1972 shows the end of that year.
//! let moment = Moment::at(&dataset, Playhead::end_of(1972));
//! assert_eq!(moment.counts().ego, 46);
//!
//! let keyframe = Keyframe::at(&dataset, &layout, &moment, &view);
//! let scene = compose(&dataset, &layout, &moment, Transition { before: &keyframe, after: &keyframe, compared: None }, &view);
//! let words = description(&dataset, &moment);
//! let picture = svg(&[&background(&dataset, &view), &scene], Palette::paper(view.theme), "1972", &words);
//! assert!(picture.contains(">Soviet Union<") || picture.contains("Soviet Union"));
//! ```

pub mod bundled;
pub mod data;
pub mod language;
pub mod layout;
pub mod moment;
pub mod render;
pub mod scene;
pub mod time;
pub mod viewer;
#[cfg(target_arch = "wasm32")]
pub mod web;
pub mod words;
