//! What a visit is looked at with: the reader's screen, and what the reader's system asks of pages.

/// A screen in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Screen {
    /// Width of the window's inside.
    pub width: u32,
    /// Height of the window's inside.
    pub height: u32,
    /// Device pixels to a CSS pixel.
    pub ratio: f64,
    /// Whether it is touched: a phone or tablet.
    pub touch: bool,
}

impl Screen {
    /// A desk: 1280 × 900.
    pub const DESK: Self = Self { width: 1280, height: 900, ratio: 1.0, touch: false };
    /// A phone: 360 × 740 at twice the pixels.
    pub const PHONE: Self = Self { width: 360, height: 740, ratio: 2.0, touch: true };
    /// The narrowest window of `WebKitGTK`'s small browser.
    pub(crate) const NARROWEST: u32 = 450;
}

/// What the reader's system asks of pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of the reader's own system")]
pub struct Media {
    /// `prefers-color-scheme: dark`, or else light.
    pub dark: bool,
    /// `prefers-reduced-motion: reduce`.
    pub calm: bool,
    /// `forced-colors: active`.
    pub forced_colors: bool,
    /// The medium is print.
    pub print: bool,
}
