//! What every dataset goes through once it is valid.

use std::hint::black_box;

use detente::data::Dataset;
use detente::layout::Layout;
use detente::moment::Moment;
use detente::render::svg;
use detente::scene::Palette;
use detente::time::Playhead;
use detente::viewer::{Command, Viewer};
use detente::words;

use crate::Ask;

/// Packs and unpacks the dataset, then plays it by the commands; each state is drawn and described, and then shown to
/// `planted`, which answers whether it is the state of the planted fault.
pub(crate) fn play(dataset: Dataset, asks: &[Ask], planted: fn(&Viewer) -> bool) {
    let again = Dataset::unpack(&dataset.tables().pack()).expect("a valid dataset's pack opens");
    assert_eq!(again.tables(), dataset.tables(), "a pack must open to the same tables");
    let (first, last) = (dataset.info().first_year, dataset.info().last_year);
    let span = i32::from(last) - i32::from(first) + 1;
    let year = |place: u8| (i32::from(first) + i32::from(place) % span) as i16;
    let layout = Layout::solve(&dataset);
    let mut viewer = Viewer::new(dataset, layout);
    viewer.apply(Command::Resize { width: 640.0, height: 500.0, strip_width: 500.0, strip_height: 58.0 });
    viewer.apply(Command::LayoutTimeline { width: 900.0, left: 150.0, right: 880.0 });
    show(&mut viewer, planted);
    let mut clock = 0.0;
    for ask in asks {
        if let Ask::Frame(milliseconds) = ask {
            clock += f64::from(*milliseconds);
            viewer.frame(clock);
        } else {
            ask.command(&year, &mut |command| {
                viewer.apply(command);
            });
        }
        show(&mut viewer, planted);
    }
    let dataset = viewer.dataset();
    black_box((words::outline(dataset), words::how_to_read(dataset), words::timeline_description(dataset)));
    let text = words::description(dataset, &viewer.year_end());
    black_box(svg(&[&viewer.whole_scene()], Palette::paper(viewer.view().theme), "fuzz", &text));
}

/// Asks for every picture and every text of the viewer's state.
fn show(viewer: &mut Viewer, planted: fn(&Viewer) -> bool) {
    black_box((viewer.counts(), viewer.whole_scene(), viewer.place_tip(200.0, 80.0), viewer.cursor()));
    let viewer = &*viewer;
    black_box((viewer.strip_scene(), viewer.timeline_scene(), viewer.plot_scene(0, 300.0, 100.0)));
    let (dataset, layout, view, end) = (viewer.dataset(), viewer.layout(), viewer.view(), viewer.year_end());
    black_box(viewer.still_scene(i32::from(viewer.shown_year()), 120.0, 120.0));
    black_box((words::year(dataset, &end), words::table(dataset, &end), words::value_text(dataset, &end)));
    black_box((words::card(dataset, layout, &end, view.focus), words::standing(dataset, layout, &end, view.hover)));
    black_box(words::description(dataset, &end));
    if let Some(year) = view.compare {
        let then = Moment::at(dataset, Playhead::end_of(year));
        black_box(words::difference_words(dataset, layout, &then, &end));
    }
    assert!(!(cfg!(feature = "planted") && planted(viewer)), "the planted fault");
}
