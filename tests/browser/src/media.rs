//! The reader's screen and wishes, as far as Chromium can pretend them.

use anyhow::Result;
use serde_json::json;

use crate::Page;

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

impl Page {
    /// Puts the page on another screen.
    pub async fn set_screen(&self, screen: Screen) -> Result<()> {
        let Screen { width, height, ratio, touch } = screen;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": ratio, "mobile": touch });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await?;
        self.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": touch })).await?;
        Ok(())
    }

    /// Makes the system ask for something else.
    pub async fn set_media(&self, media: Media) -> Result<()> {
        let feature = |name: &str, on: bool, value: &str, other: &str| json!({ "name": name, "value": if on { value } else { other } });
        let features = json!({
            "media": if media.print { "print" } else { "" },
            "features": [
                feature("prefers-color-scheme", media.dark, "dark", "light"),
                feature("prefers-reduced-motion", media.calm, "reduce", "no-preference"),
                feature("forced-colors", media.forced_colors, "active", "none"),
            ],
        });
        self.cdp("Emulation.setEmulatedMedia", features).await.map(drop)
    }
}
