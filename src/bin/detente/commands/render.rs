//! `render`, `timeline` and `stills`: pictures into files.

use std::path::Path;

use detente::layout::Focus;
use detente::moment::Moment;
use detente::render::{Pixels, svg};
use detente::scene::{Palette, SMALLEST_POSTER, Theme, Timeline, Track, View, at_rest, background};
use detente::time::Playhead;
use detente::words::{description, full_title, picture_title, timeline_description};

use crate::args::{Format, RenderArgs, StillsArgs, TimelineArgs};
use crate::error::CliError;
use crate::files::{make_folder, write};
use crate::progress::bar;
use crate::resolve::{PICTURE, dataset, dataset_in, laid_out, many_years, output, view, year};

use super::picture::Pictures;

/// Size of a poster unless one is given, in CSS pixels.
const POSTER: (u16, u16) = (1200, 675);
/// Size of a still picture of the story, in CSS pixels.
const STILL: (f64, f64) = (640.0, 576.0);

pub(super) fn render(args: &RenderArgs) -> Result<String, CliError> {
    let dataset = dataset_in(&args.dataset, &args.view.language)?;
    let view = view(&dataset, &args.view, if args.poster { POSTER } else { PICTURE })?;
    let least = SMALLEST_POSTER;
    if args.poster && (view.size.width < least.width || view.size.height < least.height) {
        return Err(CliError::usage(format!("a poster is no smaller than {}x{}", least.width, least.height)));
    }
    let pictures = Pictures::new(dataset, view, args.poster);
    if let Some(years) = many_years(&pictures.dataset, &args.years)? {
        let Some(folder) = &args.output else {
            return Err(CliError::usage("the pictures of many years need --output FOLDER"));
        };
        return render_years(&pictures, &years, args.format.unwrap_or(Format::Svg), folder).map(|()| String::new());
    }
    let year = year(&pictures.dataset, args.years.year.as_ref())?;
    let Some(file) = &args.output else { return Ok(pictures.svg(year)) };
    let is_png = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("png"));
    write(file, &pictures.bytes(year, is_png.then(Pixels::default).as_ref())?).map(|()| String::new())
}

fn render_years(pictures: &Pictures, years: &[i16], format: Format, folder: &Path) -> Result<(), CliError> {
    let (ending, pixels) = match format {
        Format::Svg => ("svg", None),
        Format::Png => ("png", Some(Pixels::default())),
    };
    make_folder(folder)?;
    let bar = bar(years.len());
    for year in years {
        let id = pictures.dataset.info().step_id(*year);
        bar.set_message(id.to_string());
        write(&folder.join(format!("{id}.{ending}")), &pictures.bytes(*year, pixels.as_ref())?)?;
        bar.inc(1);
    }
    Ok(())
}

pub(super) fn timeline(args: &TimelineArgs) -> Result<String, CliError> {
    let dataset = dataset_in(&args.dataset, &args.view.language)?;
    let view = view(&dataset, &args.view, PICTURE)?;
    let width = view.size.width;
    let (left, right) = if width < 560.0 { (16.0, width - 10.0) } else { (184.0, width - 52.0) };
    let track = Track { width, left, right };
    let timeline = Timeline::lay(&dataset, &laid_out(&dataset), view.focus, track, true);
    let title = full_title(&dataset);
    let words = timeline_description(&dataset);
    let text = svg(&[&timeline.scene(&dataset, &view)], Palette::paper(view.theme), &title, &words);
    output(args.output.as_deref(), text)
}

pub(super) fn stills(args: &StillsArgs) -> Result<String, CliError> {
    let dataset = dataset(&args.dataset)?;
    let layout = laid_out(&dataset);
    make_folder(&args.output)?;
    let chapters = dataset.texts().map_or(&[][..], |texts| &texts.chapters);
    for chapter in chapters {
        let focus: Vec<&str> = chapter.focus.iter().map(|actor| dataset.actor(*actor).code.as_str()).collect();
        let title = picture_title(&dataset, chapter.to);
        let words = description(&dataset, &Moment::at(&dataset, Playhead::end_of(chapter.to)));
        for (name, theme) in [("light", Theme::Light), ("dark", Theme::Dark)] {
            let focus = Focus::find(&dataset, &focus.join("-"));
            let view = View { focus, compare: chapter.compare, ..View::new(STILL.0, STILL.1, theme) };
            let scene = at_rest(&dataset, &layout, chapter.to, &view);
            let text = svg(&[&background(&dataset, &view), &scene], Palette::paper(theme), &title, &words);
            write(&args.output.join(format!("{}-{name}.svg", chapter.id)), text.as_bytes())?;
        }
    }
    Ok(String::new())
}
