//! The page on paper: one sheet, with the network, the year's sentence, who stood where, and the timeline.

use std::io::Read as _;

use anyhow::{Context as _, Result};
use detente_browser::{Media, Page, Screen, Visit};
use flate2::read::ZlibDecoder;
use serde_json::json;

use crate::rests_at;

/// Width and height of a sheet, in inches.
const A4: (f64, f64) = (8.27, 11.69);
const LETTER: (f64, f64) = (8.5, 11.0);

/// Prints the page as the browser does by itself; how many sheets it takes.
async fn sheets(page: &Page, paper: (f64, f64)) -> Result<usize> {
    let bytes = page.print(paper).await?;
    let text = String::from_utf8_lossy(&bytes).into_owned() + &unpacked(&bytes);
    // A page's object says `/Type /Page`, that of all pages `/Type /Pages`.
    Ok(text.match_indices("/Type /Page").filter(|(at, found)| !text[at + found.len()..].starts_with('s')).count())
}

/// What stands in the compressed streams of a PDF: Firefox keeps the objects of its pages there.
fn unpacked(pdf: &[u8]) -> String {
    const STREAM: &[u8] = b"stream\n";
    let begins = (STREAM.len()..pdf.len()).filter(|&at| pdf.get(at - STREAM.len()..at) == Some(STREAM));
    let mut text = String::new();
    for at in begins {
        let mut bytes = Vec::new();
        // Pictures and faces are streams too, and no text.
        let read = ZlibDecoder::new(pdf.get(at..).unwrap_or_default()).read_to_end(&mut bytes);
        if read.is_ok() {
            text.push_str(&String::from_utf8_lossy(&bytes));
        }
    }
    text
}

/// What of the page is shown on paper, as its styles and its script arrange it there.
const PARTS: &str = "(() => {
    const shown = (it) => it.checkVisibility() && it.getBoundingClientRect().height > 5;
    const inked = (canvas) => {
        const { width, height } = canvas, data = pixels(canvas);
        let marks = 0;
        for (let at = 3; at < data.length; at += 40) if (data[at] > 0) marks += 1;
        return marks * 10 > width * height / 50;
    };
    return {
        network: shown(pick('.marks')) && inked(pick('.marks')),
        timeline: shown(pick('.timeline-canvas')) && inked(pick('.timeline-canvas')),
        sentence: shown(pick('.line')) && pick('.line').textContent.length > 20,
        changes: shown(pick('.changes .change h3')),
        roll: shown(pick('.roll')) ? pick('.roll').textContent.split(/, |: /).length : 0,
        controls: ['.bar', '.search', '.tools', '.small-multiples', '.table'].filter((name) => shown(pick(name))),
        light: getComputedStyle(pick('.view')).getPropertyValue('--ground').trim() || getComputedStyle(pick('.view')).getPropertyValue('--surface').trim(),
        wide: document.documentElement.scrollWidth <= innerWidth,
    };
})()";

async fn is_on_one_sheet(page: &Page, year: i16) -> Result<()> {
    page.goto(&format!("#year={year}")).await?;
    rests_at(page, year).await?;
    for (sheet, name) in [(A4, "A4"), (LETTER, "Letter")] {
        assert_eq!(sheets(page, sheet).await?, 1, "{year} on {name}");
    }
    // Afterwards the page is as it was.
    let back = format!(
        "pick('.year').textContent === '{year}' && pick('.bar').checkVisibility() && !pick('.roll').checkVisibility()
         && [...root.querySelectorAll('.marks, .offstage')].some((it) => Math.abs(it.width - pick('.net').clientWidth * devicePixelRatio) <= 1.5)"
    );
    page.wait_until(&back).await
}

#[tokio::test]
async fn a_year_takes_one_sheet_on_either_paper_from_any_screen() -> Result<()> {
    for (screen, dark) in [(Screen::DESK, false), (Screen::DESK, true), (Screen::PHONE, false)] {
        Visit::to("#year=2025")
            .on(screen)
            .with_media(Media { dark, calm: true, ..Media::default() })
            .run(async |page| {
                page.texts_ready().await?;
                for year in [1945, 1951, 1972, 1991, 2018, 2025] {
                    is_on_one_sheet(page, year).await?;
                }
                Ok(())
            })
            .await
            .with_context(|| format!("from {} px, dark: {dark}", screen.width))?;
    }
    Ok(())
}

#[tokio::test]
async fn the_sheet_has_the_network_the_sentence_who_stood_where_and_the_timeline_in_light_colours() -> Result<()> {
    for dark in [false, true] {
        Visit::to("#year=1972")
            .on(Screen { width: 718, ..Screen::DESK })
            .with_media(Media { dark, ..Media::default() })
            .forgiving("willReadFrequently")
            // Firefox says so when the page has another size twice within a frame.
            .forgiving("ResizeObserver loop")
            .run(async |page| {
                page.texts_ready().await?;
                page.set_media(Media { dark, print: true, ..Media::default() }).await?;
                page.script("dispatchEvent(new Event('beforeprint'));", Vec::new()).await?;
                let parts = page.eval(PARTS).await?;
                for part in ["network", "timeline", "sentence", "changes", "wide"] {
                    assert_eq!(parts[part], json!(true), "{part}: {parts}");
                }
                assert_eq!(parts["controls"], json!([]), "{parts}");
                assert!(parts["roll"].as_u64().is_some_and(|names| names > 60), "{parts}");
                assert_eq!(parts["light"], json!("#ffffff"), "{parts}");
                // The words on paper are black on white.
                let ink = page.eval("getComputedStyle(pick('.line')).color").await?;
                assert_eq!(ink, json!("rgb(0, 0, 0)"));
                page.script("dispatchEvent(new Event('afterprint'));", Vec::new()).await?;
                Ok(())
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn who_is_in_focus_follows_on_further_sheets() -> Result<()> {
    Visit::to("#year=1972&focus=CHN")
        .run(async |page| {
            page.texts_ready().await?;
            let printed = sheets(page, A4).await?;
            assert!(printed >= 2, "{printed}");
            page.wait_until("pick('.bar').checkVisibility()").await
        })
        .await
}
