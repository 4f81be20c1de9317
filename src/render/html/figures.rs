//! What was measured in the years of a step of the story: bars by year, and the values with their sources.

use core::fmt::Write as _;

use crate::data::{Chapter, Dataset, Figure, SourceId};
use crate::layout::Layout;
use crate::words::{Measure, capitalised, in_step, measures, sentence_of, short_step_name, site_values};

use super::links;
use crate::data::escape;

/// Fewer figures than this are told in the text, and need no picture.
const FEWEST: usize = 4;
/// Height of the tallest bar, width from year to year, and height of the line of years, in units of the drawing.
const BAR: f64 = 56.0;
const STEP: f64 = 18.0;
const FOOT: f64 = 16.0;

/// The measures between the ego and whoever is in the step's focus, as far as they have figures for its years.
pub(super) fn figures(dataset: &Dataset, layout: &Layout, chapter: &Chapter, text: &mut String) {
    let [actor] = chapter.focus[..] else { return };
    for measure in measures(dataset, layout, actor) {
        let within = |figure: &&Figure| (chapter.from..=chapter.to).contains(&figure.year);
        let shown = Measure { figures: measure.figures.iter().copied().filter(within).collect(), ..measure };
        if shown.figures.len() >= FEWEST {
            one(dataset, &shown, text);
        }
    }
}

/// A measure: its name, its bars, and the table that says the same.
fn one(dataset: &Dataset, measure: &Measure<'_>, text: &mut String) {
    let words = measure.in_words(dataset);
    let (Some(first), Some(last)) = (words.rows.first(), words.rows.last()) else { return };
    let (Some(first_year), Some(last_year)) = (first.year, last.year) else { return };
    let unit = if measure.is_share() { String::new() } else { format!(", {}", measure.unit) };
    let _ = writeln!(
        text,
        "<figure class=\"measure\">\n<figcaption><b>{}</b>{}: {} {}, {} {}</figcaption>",
        escape(&words.title),
        escape(&unit),
        escape(&first.how),
        in_step(dataset, first_year),
        escape(&last.how),
        in_step(dataset, last_year),
    );
    bars(dataset, measure, text);
    let summary = escape(site_values(dataset));
    let _ = write!(text, "<details><summary>{summary}</summary>\n<table>\n<thead><tr>");
    for column in &words.columns {
        let _ = write!(text, "<th scope=\"col\">{}</th>", escape(column));
    }
    text.push_str("</tr></thead>\n<tbody>\n");
    for row in &words.rows {
        let remark = [row.text.as_str(), &sentence_of(dataset, &capitalised(row.doubt))].join(" ");
        let [year, value, remark] = [&row.title, &row.how, remark.trim()].map(escape);
        let _ = writeln!(text, "<tr><th scope=\"row\">{year}</th><td>{value}</td><td>{remark}</td></tr>");
    }
    let sources: Vec<SourceId> = measure.figures.iter().filter_map(|figure| figure.source).collect();
    let _ = writeln!(text, "</tbody>\n</table>\n{}\n</details>\n</figure>", links::sources(dataset, &sources));
}

/// A bar for each figure, in the colour of the text; a year without a figure is a gap. The table below has the values.
fn bars(dataset: &Dataset, measure: &Measure<'_>, text: &mut String) {
    let years = (measure.figures.first(), measure.figures.last());
    let (Some(first), Some(last)) = years else { return };
    let most = measure.figures.iter().map(|figure| figure.value).fold(0.0, f64::max);
    let top = if measure.is_share() { 1.0 } else { most };
    let place = |year: i16| f64::from(year - first.year) * STEP;
    let width = place(last.year) + STEP;
    let _ = writeln!(
        text,
        "<svg class=\"bars\" viewBox=\"0 0 {width} {:.0}\" width=\"{width}\" height=\"{:.0}\" aria-hidden=\"true\">",
        BAR + FOOT,
        BAR + FOOT,
    );
    for figure in &measure.figures {
        let height = if top > 0.0 { (figure.value / top).clamp(0.0, 1.0) * BAR } else { 0.0 };
        let _ = writeln!(
            text,
            "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{height:.1}\"/>",
            place(figure.year) + STEP * 0.15,
            BAR - height,
            STEP * 0.7,
        );
    }
    let line = |y: f64| format!("<path d=\"M0 {y}H{width}\"/>");
    let _ = writeln!(text, "{}{}", line(BAR), if measure.is_share() { line(0.5) } else { String::new() });
    let foot = BAR + FOOT - 3.0;
    let _ = writeln!(
        text,
        "<text x=\"0\" y=\"{foot}\">{}</text><text x=\"{width}\" y=\"{foot}\" text-anchor=\"end\">{}</text>\n</svg>",
        short_step_name(dataset, first.year),
        short_step_name(dataset, last.year),
    );
}
