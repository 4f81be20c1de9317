//! Whom the reader puts in the centre of a network without one, and back.

use crate::layout::{Focus, Layout};

use super::{Surfaces, Update, Viewer};

impl Viewer {
    /// Puts who has that code in the centre, or nobody; whoever the dataset's pack holds no layout for stays where it is.
    // A function of its own, so that it can come late.
    #[inline(never)]
    pub(super) fn put_in_centre(&mut self, id: Option<&str>) -> Update {
        let before = self.dataset.ego();
        self.dataset.put_in_centre(id.and_then(|id| self.dataset.find(id)));
        let Some(layout) = Layout::placed(&self.dataset).filter(|_| self.dataset.ego() != before) else {
            self.dataset.put_in_centre(before);
            return Update::NONE;
        };
        self.layout = layout;
        self.animator.forget();
        self.network_is_stale = true;
        self.surfaces = Surfaces::ALL;
        self.intensity = None;
        self.state.view.hover = Focus::Nobody;
        // Whoever is in the centre is not in focus.
        let update = self.focus(Focus::Nobody, true) | self.lay_timeline();
        update
            | Update::NETWORK
            | Update::FRAME
            | Update::YEAR
            | Update::TABLE
            | Update::SMALL_MULTIPLES
            | Update::DIFFERENCES.when(self.state.view.compare.is_some())
    }
}
