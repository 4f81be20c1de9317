//! The boxes of a poster.

use super::super::Size;
use super::super::label::Rect;

/// From this ratio of width to height on, text and network stand side by side.
const SIDE_BY_SIDE: f64 = 1.25;

/// Which box holds what, in CSS pixels, and how large a unit is.
pub(super) struct Plan {
    pub(super) unit: f64,
    pub(super) head: Rect,
    pub(super) foot: Rect,
    pub(super) network: Rect,
    /// Whether the sentence stands beside the year, not under it.
    pub(super) beside: bool,
}

impl Plan {
    /// The boxes of a poster of that size.
    pub(super) fn of(size: Size) -> Self {
        let Size { width, height } = size;
        if width >= height * SIDE_BY_SIDE {
            let unit = (width / 1200.0).min(height / 630.0);
            let margin = 48.0 * unit;
            let right = (width * 0.39).min(470.0 * unit);
            let foot = height - margin - 146.0 * unit;
            Self {
                unit,
                head: Rect { left: margin, top: margin, right, bottom: foot - 24.0 * unit },
                foot: Rect { left: margin, top: foot, right, bottom: height - margin },
                network: Rect {
                    left: right + 16.0 * unit,
                    top: 18.0 * unit,
                    right: width - 12.0 * unit,
                    bottom: height - 18.0 * unit,
                },
                beside: false,
            }
        } else {
            let unit = width.min(height) / 1000.0;
            let margin = 46.0 * unit;
            let (head, foot) = (margin + 214.0 * unit, height - margin - 92.0 * unit);
            Self {
                unit,
                head: Rect { left: margin, top: margin, right: width - margin, bottom: head },
                foot: Rect { left: margin, top: foot, right: width - margin, bottom: height - margin },
                network: Rect { left: 4.0, top: head + 14.0 * unit, right: width - 4.0, bottom: foot - 14.0 * unit },
                beside: true,
            }
        }
    }
}
