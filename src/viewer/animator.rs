//! The years at rest between which a picture moves, each worked out once.

use crate::data::Dataset;
use crate::layout::{Focus, Layout};
use crate::moment::Moment;
use crate::scene::{Keyframe, Scene, Size, Transition, View, Zoom, compose};
use crate::time::Playhead;

/// Composes the network at any playhead, and keeps the keyframes it needed last.
#[derive(Clone, Debug)]
pub struct Animator {
    capacity: usize,
    keyframes: Vec<(i16, Keyframe)>,
    /// What the kept keyframes were made for: everything of a view that they depend on.
    made_for: Option<(Size, Focus, bool, Zoom)>,
}

impl Animator {
    /// An animator that keeps so many keyframes; those of one picture, up to three, are kept in any case.
    pub const fn new(capacity: usize) -> Self {
        Self { capacity, keyframes: Vec::new(), made_for: None }
    }

    /// Forgets the keyframes, which were made for another layout.
    pub fn forget(&mut self) {
        self.made_for = None;
    }

    /// The network at the moment's playhead, whatever was composed before.
    pub fn compose(&mut self, dataset: &Dataset, layout: &Layout, moment: &Moment, view: &View) -> Scene {
        let made_for = Some((view.size, view.focus, view.small, view.zoom));
        if self.made_for != made_for {
            self.keyframes.clear();
            self.made_for = made_for;
        }
        let year = moment.playhead().shown_year();
        let needed = [year.saturating_sub(1), year, view.compare.unwrap_or(year)];
        let places = needed.map(|year| self.place(dataset, layout, view, year, needed));
        let [before, after, compared] = places.map(|place| &self.keyframes[place].1);
        let compared = view.compare.map(|_| compared);
        compose(dataset, layout, moment, Transition { before, after, compared }, view)
    }

    /// Where the keyframe of a year is kept; it is worked out first where it is missing.
    ///
    /// It may take the place of one that is not `needed`: the places of those that are stay as they are.
    fn place(&mut self, dataset: &Dataset, layout: &Layout, view: &View, year: i16, needed: [i16; 3]) -> usize {
        if let Some(place) = self.keyframes.iter().position(|(kept, _)| *kept == year) {
            return place;
        }
        let end = Moment::at(dataset, Playhead::end_of(year));
        let keyframe = (year, Keyframe::at(dataset, layout, &end, view));
        // The farthest from the shown year is the last that a drag will come to.
        let [_, shown, _] = needed;
        let spare = self.keyframes.iter().enumerate().filter(|(_, (kept, _))| !needed.contains(kept));
        let farthest = spare.max_by_key(|(_, (kept, _))| kept.abs_diff(shown)).map(|(place, _)| place);
        if let Some(place) = farthest.filter(|_| self.keyframes.len() >= self.capacity) {
            self.keyframes[place] = keyframe;
            return place;
        }
        self.keyframes.push(keyframe);
        self.keyframes.len() - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundled;
    use crate::scene::{Theme, at_rest};

    #[test]
    fn a_cache_of_two_shows_every_year_and_holds_no_more_than_a_picture_needs() {
        let dataset = bundled::dataset();
        let layout = Layout::solve(&dataset);
        let mut animator = Animator::new(2);
        let mut view = View::new(400.0, 320.0, Theme::Light);
        let playhead = |year: i16| Moment::at(&dataset, Playhead::end_of(year));
        // Backwards, to and fro, with jumps: the year before the shown one must not be put out by it.
        for (year, compare) in [
            (1950, None),
            (1949, None),
            (1951, None),
            (1950, Some(1972)),
            (1950, None),
            (2025, Some(1945)),
            (1945, None),
        ] {
            view.compare = compare;
            let scene = animator.compose(&dataset, &layout, &playhead(year), &view);
            assert_eq!(scene, at_rest(&dataset, &layout, year, &view), "{year}, {compare:?}");
            assert!(animator.keyframes.len() <= 3, "{}", animator.keyframes.len());
        }
    }

    #[test]
    fn what_was_kept_for_another_view_is_not_used() {
        let dataset = bundled::dataset();
        let layout = Layout::solve(&dataset);
        let mut animator = Animator::new(96);
        let moment = Moment::at(&dataset, Playhead::end_of(1972));
        let plain = View::new(400.0, 320.0, Theme::Light);
        let focused = View { focus: Focus::find(&dataset, "CHN"), ..plain.clone() };
        let larger = View { size: Size { width: 800.0, height: 640.0 }, ..plain.clone() };
        for view in [&plain, &focused, &larger, &plain] {
            assert_eq!(animator.compose(&dataset, &layout, &moment, view), at_rest(&dataset, &layout, 1972, view));
        }
    }

    #[test]
    fn dragging_to_and_fro_works_nothing_out_anew() {
        let dataset = bundled::dataset();
        let layout = Layout::solve(&dataset);
        let mut animator = Animator::new(8);
        let view = View::new(400.0, 320.0, Theme::Light);
        for step in 0..60 {
            let moment = Moment::at(&dataset, Playhead::new(1960.0 + f64::from(step) / 10.0));
            animator.compose(&dataset, &layout, &moment, &view);
        }
        let years: Vec<i16> = animator.keyframes.iter().map(|(year, _)| *year).collect();
        assert!(years.len() == 8 && years.contains(&1966), "{years:?}");
    }
}
