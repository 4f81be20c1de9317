//! What a step of the slider allocates: a stated number of times once every year was seen, and nothing that stays.

use allocation_counter::measure;
use detente::bundled;
use detente::layout::Layout;
use detente::viewer::{Command, Viewer};

/// The points of each line and the text of each name, and some lists.
const MOST: u64 = 200;

/// Drags over the whole span and back by quarters of a year, the network composed in every frame; how many steps.
fn sweep(viewer: &mut Viewer, now: &mut f64) -> u64 {
    let quarters: Vec<u16> = (0..=320).chain((0..320).rev()).collect();
    for quarter in &quarters {
        viewer.apply(Command::Scrub(1945.0 + f64::from(*quarter) / 4.0));
        *now += 16.0;
        viewer.frame(*now);
        assert!(!viewer.network_scene().marks.is_empty());
    }
    quarters.len() as u64
}

#[test]
fn a_step_allocates_little_and_keeps_nothing() {
    let dataset = bundled::dataset();
    let layout = Layout::solve(&dataset);
    let mut viewer = Viewer::new(dataset, layout);
    viewer.apply(Command::Resize { width: 745.0, height: 578.0, strip_width: 700.0, strip_height: 58.0 });
    let (mut now, mut steps) = (0.0, 0);
    // The keyframes of all years are made and kept.
    sweep(&mut viewer, &mut now);
    let counted = measure(|| steps = sweep(&mut viewer, &mut now));
    let each = counted.count_total / steps;
    assert!(each <= MOST, "{each} allocations a step");
    assert_eq!(counted.bytes_current, 0, "bytes kept after {steps} steps");
}
