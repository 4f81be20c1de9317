//! The picture as a value: marks with what they stand for, before anything is drawn.

mod axis;
mod background;
mod chord;
mod datum;
mod hit;
mod keyframe;
mod label;
mod mark;
mod navigate;
mod network;
mod obstacles;
mod palette;
mod plot;
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
mod poster;
mod scale;
mod small;
mod steps;
mod strip;
mod timeline;
mod trail;

pub use axis::Axis;
pub use background::background;
pub use datum::Datum;
pub use hit::hit;
pub use keyframe::{Keyframe, Placement};
pub use label::width as text_width;
pub use mark::{Anchor, Color, Dash, Mark, Point, Scene, Size};
pub use network::{Transition, at_rest, compose};
pub use palette::{Palette, Theme};
#[cfg(any(feature = "workbench", not(target_arch = "wasm32")))]
pub use poster::{SMALLEST_POSTER, poster};
pub use scale::{RadialScale, Zoom};
pub use small::small_multiple;
pub use steps::round_steps;
pub use strip::{INSET, strip};
pub use timeline::{Caption, Leap, Spot, Timeline, TimelineRow, Track};

pub use navigate::{Direction, navigate};

use crate::layout::{Focus, ring};

/// What the reader looks at, and how: everything of a picture that is not data.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// In CSS pixels.
    pub size: Size,
    /// Light or dark.
    pub theme: Theme,
    /// Whose ties stand out.
    pub focus: Focus,
    /// Who is under the pointer or was travelled to.
    pub hover: Focus,
    /// The year held against the shown one.
    pub compare: Option<i16>,
    /// Whether it is one small picture among others, in which only principals are named.
    pub small: bool,
    /// No type is smaller than this, in CSS pixels; what finds no room in it is not named.
    pub least_type: f64,
    /// How near the network is looked at.
    pub zoom: Zoom,
    /// Whether the year is on its way: of very many lines, one in several stands for all until it comes to rest.
    pub moving: bool,
}

impl View {
    /// A plain view of that size, with nobody in focus.
    pub const fn new(width: f64, height: f64, theme: Theme) -> Self {
        Self {
            size: Size { width, height },
            theme,
            focus: Focus::Nobody,
            hover: Focus::Nobody,
            compare: None,
            small: false,
            least_type: ring::LEAST_TYPE,
            zoom: Zoom::NONE,
            moving: false,
        }
    }
}
