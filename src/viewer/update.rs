//! What a command or a frame made stale, as a set of bits.

use core::ops::{BitOr, BitOrAssign};

/// What is stale since a command or a frame, and which events are to be dispatched. Nothing else has changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Update(u32);

impl Update {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// A canvas must be drawn: a frame is needed.
    pub const NETWORK: Self = Self(1);
    /// The position, the year, the destination, the cursor, or whether it plays or moves.
    pub const FRAME: Self = Self(1 << 1);
    /// The words of the year: list, description, announcement, and which event is marked in the list.
    pub const YEAR: Self = Self(1 << 2);
    /// The words of whoever is in focus.
    pub const CARD: Self = Self(1 << 3);
    /// The list of differences from the compared year.
    pub const DIFFERENCES: Self = Self(1 << 4);
    /// The table of everyone.
    pub const TABLE: Self = Self(1 << 5);
    /// The rows of the timeline: places, names, how they stand; and its height.
    pub const TIMELINE_ROWS: Self = Self(1 << 6);
    /// The years side by side: which they are, or their pictures.
    pub const SMALL_MULTIPLES: Self = Self(1 << 7);
    /// What the tip says, and its place.
    pub const TIP: Self = Self(1 << 8);
    /// The colours.
    pub const PALETTE: Self = Self(1 << 9);
    /// The plots of whoever is in focus.
    pub const PLOTS: Self = Self(1 << 10);
    /// It moves: another frame is needed.
    pub const MOVING: Self = Self(1 << 11);
    /// It has come to rest at a year.
    pub const SETTLED: Self = Self(1 << 12);
    /// Dispatch that another year is shown.
    pub const YEAR_CHANGED: Self = Self(1 << 13);
    /// Dispatch that somebody else, or nobody, is in focus.
    pub const FOCUS_CHANGED: Self = Self(1 << 14);
    /// Dispatch that another year, or none, is compared.
    pub const COMPARE_CHANGED: Self = Self(1 << 15);
    /// Dispatch that an event was asked for.
    pub const EVENT_SELECTED: Self = Self(1 << 16);
    /// Write the address as a new step of the history.
    pub const HISTORY: Self = Self(1 << 17);
    /// Write the address in place.
    pub const ADDRESS: Self = Self(1 << 18);
    /// The tip's place alone.
    pub const TIP_MOVED: Self = Self(1 << 19);

    /// The name of each bit, the lowest first.
    pub const NAMES: [&'static str; 20] = [
        "NETWORK",
        "FRAME",
        "YEAR",
        "CARD",
        "DIFFERENCES",
        "TABLE",
        "TIMELINE_ROWS",
        "SMALL_MULTIPLES",
        "TIP",
        "PALETTE",
        "PLOTS",
        "MOVING",
        "SETTLED",
        "YEAR_CHANGED",
        "FOCUS_CHANGED",
        "COMPARE_CHANGED",
        "EVENT_SELECTED",
        "HISTORY",
        "ADDRESS",
        "TIP_MOVED",
    ];

    /// The bits as a number.
    pub const fn bits(self) -> u32 {
        self.0
    }

    /// Whether all bits of `part` are set.
    pub const fn has(self, part: Self) -> bool {
        self.0 & part.0 == part.0
    }

    /// Without the bits of `part`.
    #[must_use]
    pub const fn without(self, part: Self) -> Self {
        Self(self.0 & !part.0)
    }

    /// These bits where `condition` holds, or none.
    #[must_use]
    pub const fn when(self, condition: bool) -> Self {
        if condition { self } else { Self::NONE }
    }
}

impl BitOr for Update {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Update {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// Which canvases must be drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "four canvases, each stale or not")]
pub struct Surfaces {
    /// The rings and their names.
    pub background: bool,
    /// The marks; on paper, the rings too.
    pub network: bool,
    /// The strip beside the slider.
    pub strip: bool,
    /// The timeline.
    pub timeline: bool,
}

impl Surfaces {
    /// All of them.
    pub const ALL: Self = Self { background: true, network: true, strip: true, timeline: true };

    /// Whether any of them must be drawn.
    pub const fn any(self) -> bool {
        self.background || self.network || self.strip || self.timeline
    }
}

/// What a frame did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// What became stale while the clock went on; never [`Update::NETWORK`], because the frame itself draws.
    pub update: Update,
    /// What must be drawn now.
    pub surfaces: Surfaces,
}
