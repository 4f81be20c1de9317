//! How soon the first picture stands, and how soon it is live: on a slow network with a slow processor, nothing cached.

use anyhow::{Context as _, Result};
use detente_browser::{Page, Visit, floor_marks};
use serde_json::json;

use crate::report::{Goal, Report, Row, Runs};
use crate::sides::{Bench, Side};
use crate::subjects::PAGE;

/// Notes in every new page: when its first picture was painted; when anything was; and when the live frame stood, which
/// the view's event or the floor's state says. Of pictures that are files the browser tells by its largest contents; one
/// that stands in the page is painted with the first frame after the last of its marks was read.
const WATCH: &str = r"
    addEventListener('ready', () => { window.live ??= performance.now(); });
    new MutationObserver(() => {
        if (document.documentElement?.dataset.state === 'ready') window.live ??= performance.now();
    }).observe(document, { attributes: true, subtree: true });
    const channel = new MessageChannel();
    channel.port1.onmessage = () => { window.picture ??= performance.now(); };
    const look = () => {
        const svg = [...document.querySelectorAll('detente-view svg[role=img]')].find((it) => it.checkVisibility());
        const whole = svg && (svg.nextElementSibling || svg.parentElement.nextElementSibling || document.readyState !== 'loading');
        if (whole) channel.port2.postMessage(0);
        else if (!window.picture && !window.live) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    new PerformanceObserver((list) => {
        for (const { url, startTime } of list.getEntries()) if (url) window.picture ??= startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
        for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') window.painted ??= startTime;
    }).observe({ type: 'paint', buffered: true });
";

pub(crate) async fn measure(bench: &Bench, report: &mut Report) -> Result<()> {
    let (mut site, sides) = bench.site(&PAGE)?;
    let page = Visit::to("index.html#year=2025").of_site(site.clone()).open().await?;
    let size = page.bounds("canvas.marks").await?;
    drop(page);
    // The floor draws the marks of one year, which it fetches as one file.
    let last = PAGE.years.1;
    site.insert("bench/marks.json", floor_marks(&PAGE.dataset()?, (size.width, size.height), last..=last).to_string());
    let page = Visit::to("index.html").of_site(site).open().await?;
    slow(&page).await?;
    let (mut live, mut picture, mut painted) = (Runs::default(), Runs::default(), Runs::default());
    for _ in 0..bench.plan.rounds {
        for side in &sides {
            page.goto(&side.address(&PAGE)).await?;
            page.wait_until("window.live > 0 && window.painted > 0").await?;
            let number = async |name: &str| page.eval(name).await?.as_f64().context("a time is a number");
            side.of(&mut live).push(number("window.live").await?);
            side.of(&mut painted).push(number("window.painted").await?);
            // The floor's first contents are its picture. A still picture that comes after the live one is never painted.
            let either = "Math.min(window.picture ?? window.live, window.live)";
            let first = if *side == Side::Floor { "window.painted" } else { either };
            side.of(&mut picture).push(number(first).await?);
        }
    }
    report.add(Row::new(3, "first picture, Slow 4G, processor slowed 4 ×", "ms", Goal::RatioAtMost(1.0), picture));
    report.add(Row::new(3, "first contents of any kind", "ms", Goal::None, painted));
    report.add(Row::new(3, "first live frame, Slow 4G, processor slowed 4 ×", "ms", Goal::RatioAtMost(1.4), live));
    Ok(())
}

/// Slow 4G, a processor slowed four times, and no cache.
async fn slow(page: &Page) -> Result<()> {
    let network =
        json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750 });
    page.cdp("Network.enable", json!({})).await?;
    page.cdp("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await?;
    page.cdp("Network.emulateNetworkConditions", network).await?;
    page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
    page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await?;
    Ok(())
}
