//! The small multiples: which years stand side by side, and that no name leaves its picture, in any year and size.

use detente::bundled;
use detente::data::Dataset;
use detente::layout::EgoLayout;
use detente::scene::{Anchor, Datum, Mark, Theme, View, at_rest, small_multiple, text_width};
use detente::viewer::{Command, Viewer};

use crate::second_dataset;

/// From a phone's two columns and paper to a wide window's, in CSS pixels.
const SIZES: [f64; 9] = [116.0, 130.0, 146.0, 160.0, 180.0, 196.0, 228.0, 260.0, 340.0];
/// How much wider `DejaVu Sans Bold` sets a name than the table of letters says, at most; measured over all names.
const WIDER: f64 = 1.19;

/// Left, top, right and bottom of each label, in a face that runs so much wider than the table, with its text.
fn frames(marks: &[Mark], wider: f64) -> Vec<(Datum, String, [f64; 4])> {
    let frame = |mark: &Mark| {
        let Mark::Label { text, at, anchor, size, bold, datum, .. } = mark else { return None };
        let width = text_width(text, *size, *bold) * wider;
        let left = match anchor {
            Anchor::Start => at.x,
            Anchor::Middle => at.x - width / 2.0,
            Anchor::End => at.x - width,
        };
        Some((*datum, text.clone(), [left, at.y - size / 2.0, left + width, at.y + size / 2.0]))
    };
    marks.iter().filter_map(frame).collect()
}

fn datasets() -> [Dataset; 2] {
    [bundled::dataset(), second_dataset::german_empire()]
}

#[test]
fn no_text_of_a_small_multiple_leaves_its_picture_or_covers_another() {
    for dataset in datasets() {
        let layout = EgoLayout::solve(&dataset);
        let (mut before, mut kept) = (0, 0);
        for size in SIZES {
            let view = View { small: true, ..View::new(size, size, Theme::Light) };
            for year in dataset.info().first_year..=dataset.info().last_year {
                let scene = small_multiple(&dataset, &layout, year, &view);
                let frames = frames(&scene.marks, WIDER);
                for (index, (datum, text, [left, top, right, bottom])) in frames.iter().enumerate() {
                    let inside = *left >= 0.0 && *top >= 0.0 && *right <= size && *bottom <= size;
                    assert!(
                        inside,
                        "“{text}” leaves the picture of {year} at {size}: {left:.1}–{right:.1}, {top:.1}–{bottom:.1}"
                    );
                    for (other, with, box_of_other) in &frames[..index] {
                        let apart = *left >= box_of_other[2]
                            || *right <= box_of_other[0]
                            || *top >= box_of_other[3]
                            || *bottom <= box_of_other[1];
                        assert!(apart || datum == other, "“{text}” stands over “{with}” in {year} at {size}");
                    }
                }
                let mut named: Vec<Datum> = Vec::new();
                for (datum, ..) in frames {
                    if !named.contains(&datum) {
                        named.push(datum);
                    }
                }
                kept += named.len();
                // The ego's name may take several lines.
                let mut all: Vec<Datum> = Vec::new();
                for mark in at_rest(&dataset, &layout, year, &view).marks {
                    if let Mark::Label { datum, .. } = mark
                        && !all.contains(&datum)
                    {
                        all.push(datum);
                    }
                }
                before += all.len();
            }
        }
        println!("{}: {kept} of {before} names", dataset.info().title);
        assert!(kept * 100 >= before * 99, "{kept} of {before} names are left");
    }
}

#[test]
fn a_name_that_would_be_cut_stands_in_two_lines_or_elsewhere() {
    let dataset = bundled::dataset();
    let layout = EgoLayout::solve(&dataset);
    let view = View { small: true, ..View::new(228.0, 228.0, Theme::Light) };
    let mut names: Vec<(Datum, String)> = Vec::new();
    for (datum, text, _) in frames(&small_multiple(&dataset, &layout, 1953, &view).marks, 1.0) {
        match names.iter_mut().find(|(other, _)| *other == datum) {
            Some((_, name)) => *name = format!("{name} {text}"),
            None => names.push((datum, text)),
        }
    }
    for wanted in ["Soviet Union", "China", "United States", "Japan", "South Korea"] {
        assert!(names.iter().any(|(_, name)| name == wanted), "{wanted}: {names:?}");
    }
}

#[test]
fn the_shown_year_stands_after_the_chosen_ones_unless_it_is_one_of_them() {
    let mut viewer = Viewer::new(bundled::dataset(), EgoLayout::solve(&bundled::dataset()));
    let chosen = viewer.years().to_vec();
    viewer.apply(Command::Jump(1951.0));
    assert_eq!(viewer.years_side_by_side(), [&chosen[..], &[1951]].concat());
    viewer.apply(Command::Jump(1972.0));
    assert_eq!(viewer.years_side_by_side(), chosen);
    viewer.apply(Command::Jump(1973.0));
    viewer.apply(Command::AddYear);
    assert_eq!(viewer.years_side_by_side(), viewer.years());
    assert_eq!(viewer.years().len(), chosen.len() + 1);
}
