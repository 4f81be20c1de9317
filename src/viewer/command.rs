//! Everything that can be asked of a viewer.

use crate::scene::{Direction, Leap, Theme};

/// One thing asked of a viewer. All lengths are in CSS pixels; what is not a number changes nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Command<'a> {
    /// The size of the network and of the strip beside the slider. Everything in them is drawn anew.
    Resize {
        /// Width of the network.
        width: f64,
        /// Height of the network.
        height: f64,
        /// Width of the strip: the slider's own.
        strip_width: f64,
        /// Height of the strip.
        strip_height: f64,
    },
    /// The width of the timeline, and the slider's box from `left` to `right` in it.
    LayoutTimeline {
        /// Width of the timeline.
        width: f64,
        /// Where the slider begins.
        left: f64,
        /// Where the slider ends.
        right: f64,
    },
    /// Light or dark.
    Theme(Theme),
    /// Two fingers went from their first two places to the other two on the network, each its x and y in CSS pixels.
    Pinch([f64; 8]),
    /// Back to the whole network.
    Unzoom,
    /// Whether steps are instant, for readers who asked for less motion.
    ReducedMotion(bool),
    /// Whether the picture is for paper: rings and marks on one canvas, network and timeline in sizes of their own.
    Paper(bool),
    /// How fast to play, as a factor.
    Speed(f64),
    /// Whether play begins again at the end.
    Loop(bool),

    /// Follow the finger on the slider, at once, to a fractional year.
    Scrub(f64),
    /// Follow a drag across the picture by `by`; across all of `width` lies half the span.
    Drag {
        /// To the right.
        by: f64,
        /// Of the picture.
        width: f64,
    },
    /// The finger was lifted: on to the nearest year.
    Release,
    /// On to a year, gliding.
    Go(f64),
    /// On by so many years from where it is bound for; infinity for the ends.
    Step(f64),
    /// To a year, at once.
    Jump(f64),
    /// What a reader typed as a year; not `done` while it is typed.
    Typed {
        /// The text.
        text: &'a str,
        /// Whether the reader has finished.
        done: bool,
    },
    /// On to the next year in which something changed; to an earlier one where `true`.
    NextChange {
        /// Whether the earlier one is meant.
        backward: bool,
    },
    /// Plays on; at the end, from the beginning.
    Play,
    /// Stops at the next whole year.
    Pause,
    /// Plays, or pauses where it plays.
    TogglePlay,
    /// From one year on to another, gliding.
    PlayFrom {
        /// Where it starts, at once.
        from: f64,
        /// Where it goes.
        to: f64,
    },

    /// Puts into focus who has that code, `KOR` or `CHN-SUN`; nobody where nobody has it.
    Focus(Option<&'a str>),
    /// Puts who has that code in the centre of a network without one; nobody where nobody has it.
    Centre(Option<&'a str>),
    /// Holds a year against the shown one, or none.
    Compare(Option<i32>),
    /// On to an event, by its index, whose entry is then marked in its year's list.
    GoToEvent(usize),

    /// The pointer is at a place of the network; a mark no farther than `reach` from it is under it.
    Point {
        /// From the left.
        x: f64,
        /// From the top.
        y: f64,
        /// How far off a mark may be.
        reach: f64,
    },
    /// The pointer was pressed and lifted at a place of the network: whoever is there comes into focus.
    Pick {
        /// From the left.
        x: f64,
        /// From the top.
        y: f64,
        /// How far off a mark may be.
        reach: f64,
        /// Whether the tip is shown: a finger does not hover.
        keep_tip: bool,
    },
    /// Whoever is under the pointer, or was navigated to, comes into focus.
    PickPointed,
    /// The pointer left the network.
    Leave,
    /// On to the next mark by an arrow key.
    Navigate(Direction),
    /// The pointer is at a place of the timeline.
    PointTimeline {
        /// From the left.
        x: f64,
        /// From the top.
        y: f64,
    },
    /// The pointer left the timeline.
    LeaveTimeline,
    /// On to another event of the timeline by an arrow key.
    LeapTimeline(Leap),
    /// On to the year of the event that the timeline's tip tells of.
    PickTimeline,
    /// Shows the eras where the timeline is too narrow to do so at once, or hides them.
    UnfoldEras(bool),
    /// Follow the finger across the timeline.
    ScrubTimeline(f64),
    /// On to the year under a place of the timeline.
    GoTimeline(f64),

    /// Puts the shown year among the years side by side.
    AddYear,
    /// Takes a year away from them.
    RemoveYear(i32),
    /// The years that are worth a picture of their own.
    ResetYears,
}
