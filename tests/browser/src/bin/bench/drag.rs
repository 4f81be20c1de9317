//! Dragging the slider by pointer on a phone with a processor slowed four times: the longest frame and frames a second.

use anyhow::Result;
use detente_browser::{Page, Screen, Visit};
use serde_json::json;

use crate::report::{Goal, Report, Row, Runs};
use crate::sides::Bench;
use crate::step::numbers;
use crate::subjects::PAGE;

/// How far across the slider the pointer goes, in so many moves of 16 ms each.
const WAYS: [(f64, f64, u32); 4] = [(0.95, 0.30, 90), (0.30, 0.80, 120), (0.80, 0.05, 60), (0.05, 0.60, 100)];

/// Notes the time of every frame until `window.frames` is taken.
const WATCH: &str = "window.frames = []; const note = (now) => { if (!window.frames) return; window.frames.push(now); requestAnimationFrame(note); };
    requestAnimationFrame(note);";

/// How long it took from the first frame to the last, how many there were between, and the longest.
const TAKE: &str = "const { frames } = window; window.frames = null; let longest = 0;
    for (let at = 1; at < frames.length; at++) longest = Math.max(longest, frames[at] - frames[at - 1]);
    return [frames.at(-1) - frames[0], frames.length - 1, longest];";

pub(crate) async fn measure(bench: &Bench, report: &mut Report) -> Result<()> {
    let (site, sides) = bench.site(&PAGE)?;
    // Taps and swipes are the page's own; the slider is the browser's, and takes either.
    let phone = Screen { touch: false, ..Screen::PHONE };
    let page = Visit::to("index.html").of_site(site).on(phone).open().await?;
    let (mut longest, mut frames) = (Runs::default(), Runs::default());
    for _ in 0..bench.plan.rounds {
        for side in sides.iter().filter(|side| side.is_page()) {
            page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await?;
            page.goto(&side.address(&PAGE)).await?;
            page.texts_ready().await?;
            page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
            let [time, count, worst] = run(&page).await?;
            side.of(&mut longest).push(worst);
            side.of(&mut frames).push(count * 1000.0 / time);
        }
    }
    let at = "dragging by pointer, 360 × 740, processor slowed 4 ×";
    report.add(Row::new(5, format!("{at}: longest frame"), "ms", Goal::AtMost(50.0), longest));
    report.add(Row::new(5, format!("{at}: frames a second"), "", Goal::AtLeast(50.0), frames));
    Ok(())
}

/// Drags there and back, with rests in which the list of the year is built again.
async fn run(page: &Page) -> Result<[f64; 3]> {
    let bounds = page.reach("input[type=range]").await?;
    // Once before, so that the code is known.
    page.drag(bounds.at(0.95, 0.5), bounds.at(0.5, 0.5), 30).await?;
    page.drag(bounds.at(0.5, 0.5), bounds.at(0.95, 0.5), 30).await?;
    tokio::time::sleep(std::time::Duration::from_millis(800)).await;
    page.script(WATCH, Vec::new()).await?;
    for (from, to, moves) in WAYS {
        page.hold(bounds.at(from, 0.5), bounds.at(to, 0.5), moves).await?;
        page.release().await?;
        tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    }
    numbers(&page.script(TAKE, Vec::new()).await?)
}
