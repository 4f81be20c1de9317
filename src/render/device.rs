//! What differs between backends.

use crate::scene::Point;

/// How fine a backend's pixels are and how large it sets type.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Device {
    /// Parts of a CSS pixel that one unit of the backend is.
    pub subpixels: f64,
    /// What a type size must be multiplied by to come out as asked.
    pub type_scale: f64,
    /// The families text is set in, best first, as CSS lists them.
    pub family: &'static str,
}

/// Faces that are on most machines; names without quotes, because a backend puts them into quotes itself.
const FAMILY: &str = "Noto Sans, system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif";

impl Device {
    /// The HTML canvas, under a transform that scales down by [`Device::subpixels`].
    pub const CANVAS: Self = Self { subpixels: 8.0, type_scale: 1.0, family: FAMILY };
    /// The SVG backend.
    pub const SVG: Self = Self { subpixels: 8.0, type_scale: 1.0, family: FAMILY };
    /// The recorder.
    pub const RECORDER: Self = Self { subpixels: 8.0, type_scale: 1.0, family: "sans-serif" };

    /// A length or coordinate in the backend's units.
    pub fn units(&self, pixels: f64) -> i32 {
        libm::round(pixels * self.subpixels) as i32
    }

    /// A place in the backend's units.
    pub fn place(&self, at: Point) -> (i32, i32) {
        (self.units(at.x), self.units(at.y))
    }

    /// A width that is still there: at least one unit.
    pub fn width(&self, pixels: f64) -> u32 {
        self.units(pixels).max(1).unsigned_abs()
    }
}
