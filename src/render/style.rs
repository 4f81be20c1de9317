//! Our strokes and faces in the backend's terms, without the font layer of plotters.

use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendColor, BackendStyle, BackendTextStyle, FontFamily, FontStyle, FontTransform};

use crate::scene::{Anchor, Color};

pub(super) fn color(color: Color) -> BackendColor {
    BackendColor { rgb: (color.red, color.green, color.blue), alpha: color.alpha }
}

/// A stroke or a fill.
pub(super) struct Stroke {
    pub(super) color: Color,
    pub(super) width: u32,
}

impl BackendStyle for Stroke {
    fn color(&self) -> BackendColor {
        color(self.color)
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

/// A face at a size, in the backend's units.
pub(crate) struct Face {
    pub(super) color: Color,
    /// The size in CSS pixels.
    pub(crate) pixels: f64,
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) anchor: Anchor,
    pub(super) family: &'static str,
}

impl BackendTextStyle for Face {
    type FontError = core::convert::Infallible;

    fn color(&self) -> BackendColor {
        color(self.color)
    }

    fn size(&self) -> f64 {
        self.size
    }

    fn transform(&self) -> FontTransform {
        FontTransform::None
    }

    fn style(&self) -> FontStyle {
        if self.bold { FontStyle::Bold } else { FontStyle::Normal }
    }

    fn anchor(&self) -> Pos {
        let horizontal = match self.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        Pos::new(horizontal, VPos::Center)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(self.family)
    }

    /// Nothing here measures: labels are placed by the scene's own table of widths.
    fn layout_box(&self, _text: &str) -> Result<((i32, i32), (i32, i32)), Self::FontError> {
        Ok(((0, 0), (0, 0)))
    }

    /// Only pixel backends ask for this, and none is used.
    fn draw<E, DrawFunc: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _text: &str,
        _pos: (i32, i32),
        _draw: DrawFunc,
    ) -> Result<Result<(), E>, Self::FontError> {
        Ok(Ok(()))
    }
}
