//! The picture as a value: marks with what they stand for, before any ink.

mod ground;
mod hit;
mod label;
mod mark;
mod network;
mod palette;
mod scale;
mod stage;
mod strip;
mod summary;
mod tie;
mod travel;

pub use ground::ground;
pub use hit::{Datum, hit};
pub use label::width as text_width;
pub use mark::{Anchor, Color, Mark, Point, Scene, Size};
pub use network::{at_rest, compose};
pub use palette::{Palette, Theme};
pub use scale::Rings;
pub use stage::{Spot, Stage};
pub use strip::strip;
pub use summary::{announcement, change_line, description, sentence, stance_name, value_text};

pub use travel::{Direction, travel};

use crate::data::ActorId;

/// What the reader looks at, and how: everything of a picture that is not data.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// In CSS pixels.
    pub size: Size,
    /// Light or dark.
    pub theme: Theme,
    /// Whose ties stand out.
    pub focus: Option<ActorId>,
    /// Who is under the pointer or was travelled to.
    pub hover: Option<ActorId>,
}

impl View {
    /// A plain view of that size, with nobody in focus.
    pub const fn new(width: f64, height: f64, theme: Theme) -> Self {
        Self { size: Size { width, height }, theme, focus: None, hover: None }
    }
}
