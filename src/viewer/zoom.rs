//! A nearer look at the network, by two fingers.

use crate::scene::{Point, Size, View, Zoom};

use super::{Surfaces, Update, Viewer};

/// The nearest look, as a factor.
const NEAREST: f64 = 6.0;

/// The look after two fingers went from two places to two others: what was under them stays there, as far as the picture
/// fills its frame.
pub(super) fn pinched(view: &View, [ax, ay, bx, by, cx, cy, dx, dy]: [f64; 8]) -> Zoom {
    let Zoom { factor, centre } = view.zoom;
    let apart = |x: f64, y: f64| libm::hypot(x, y).max(1.0);
    let wanted = factor * apart(dx - cx, dy - cy) / apart(bx - ax, by - ay);
    // What is no number is the whole picture.
    let nearer = if wanted > 1.0 { wanted.min(NEAREST) } else { 1.0 };
    let Size { width, height } = view.size;
    let along = |centre: f64, from: f64, to: f64, size: f64| {
        let moved = to + (centre - from) * nearer / factor;
        let farthest = size / 2.0 * (nearer - 1.0);
        moved.min(farthest).max(-farthest)
    };
    let middle = |one: f64, other: f64, size: f64| f64::midpoint(one, other) - size / 2.0;
    let x = along(centre.x, middle(ax, bx, width), middle(cx, dx, width), width);
    let y = along(centre.y, middle(ay, by, height), middle(cy, dy, height), height);
    Zoom { factor: nearer, centre: Point { x, y } }
}

impl Viewer {
    /// Looks at the network from nearer or farther.
    pub(super) fn zoom_to(&mut self, zoom: Zoom) -> Update {
        if self.state.view.zoom == zoom {
            return Update::NONE;
        }
        self.state.view.zoom = zoom;
        self.network_is_stale = true;
        self.forget_tip_of_network();
        self.surfaces = Surfaces { background: true, network: true, ..self.surfaces };
        Update::NETWORK
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundled;
    use crate::layout::Layout;
    use crate::scene::{Datum, Mark, Theme};
    use crate::viewer::Command;

    fn viewer() -> Viewer {
        let dataset = bundled::dataset();
        let layout = Layout::solve(&dataset);
        let mut viewer = Viewer::new(dataset, layout);
        viewer.apply(Command::Resize { width: 336.0, height: 336.0, strip_width: 300.0, strip_height: 40.0 });
        viewer
    }

    fn names(viewer: &mut Viewer) -> usize {
        viewer.network_scene().marks.iter().filter(|mark| matches!(mark, Mark::Label { .. })).count()
    }

    fn place(viewer: &mut Viewer, actor: &str) -> Point {
        let wanted = Datum::Actor(viewer.dataset().find(actor).expect("an actor"));
        let scene = viewer.network_scene();
        let disc = scene.marks.iter().find_map(|mark| match mark {
            Mark::Disc { at, datum, .. } if *datum == wanted => Some(*at),
            _ => None,
        });
        disc.expect("a disc")
    }

    #[test]
    fn what_lies_between_the_fingers_stays_there_and_more_is_named_than_before() {
        let mut viewer = viewer();
        let all = names(&mut viewer);
        let Point { x, y } = place(&mut viewer, "KOR");
        viewer.apply(Command::Pinch([x - 20.0, y, x + 20.0, y, x - 50.0, y, x + 50.0, y]));
        assert!((viewer.view().zoom.factor - 2.5).abs() < 1e-9);
        let now = place(&mut viewer, "KOR");
        assert!(now.distance(Point { x, y }) < 0.5, "{now}");
        let near = names(&mut viewer);
        let visible = viewer.network_scene().marks.iter().filter(|mark| match mark {
            Mark::Disc { at, .. } => (0.0..336.0).contains(&at.x) && (0.0..336.0).contains(&at.y),
            _ => false,
        });
        assert!(visible.count() > 5 && near > 5, "{near} of {all}");
        viewer.apply(Command::Unzoom);
        assert_eq!(names(&mut viewer), all);
    }

    #[test]
    fn the_look_is_bounded() {
        let mut viewer = viewer();
        for step in 0..40 {
            let (near, far) = (f64::from(step), 300.0);
            viewer.apply(Command::Pinch([0.0, 0.0, 10.0, 0.0, near, near, far, far]));
            let Zoom { factor, centre } = viewer.view().zoom;
            let most = 168.0 * (factor - 1.0) + 1e-9;
            assert!((1.0..=NEAREST).contains(&factor) && centre.x.abs() <= most && centre.y.abs() <= most, "{centre}");
        }
        assert_eq!(viewer.view().zoom.factor, NEAREST);
        viewer.apply(Command::Pinch([0.0, 0.0, 300.0, 0.0, 10.0, 0.0, 12.0, 0.0]));
        assert_eq!(viewer.view().zoom, Zoom::NONE);
        viewer.apply(Command::Pinch([f64::NAN; 8]));
        assert_eq!(viewer.view().zoom.factor, 1.0);
        // The theme stays what it was.
        assert_eq!(viewer.view().theme, Theme::Light);
    }
}
